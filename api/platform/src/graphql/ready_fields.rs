//! Objects whose fields are available without waiting, resolved one after the other.
//!
//! The library allocates a future for every field of every object: in a list of referrals, a thousand of each. If
//! every selected field is available, no future is needed; otherwise the library resolves the object as usual.

use std::borrow::Cow;

use async_graphql::{
    ContextSelectionSet, OutputType, Positioned, ServerResult, Value,
    indexmap::IndexMap,
    parser::types::{Field, Selection, SelectionSet},
    registry::Registry,
    resolver_utils::ContainerType,
};

use super::apart;

/// Object some of whose fields are available without waiting.
pub trait Ready: ContainerType + OutputType {
    /// Names of these fields in the schema. At most one of them may wait at times: a field that waits together with
    /// others of the same object must not be listed.
    const READY_FIELDS: &'static [&'static str];
}

/// Resolves an object at once if possible.
pub struct ReadyFields<T>(pub T);

impl<T: Ready> OutputType for ReadyFields<T> {
    fn type_name() -> Cow<'static, str> {
        T::type_name()
    }

    fn qualified_type_name() -> String {
        T::qualified_type_name()
    }

    fn introspection_type_name(&self) -> Cow<'static, str> {
        self.0.introspection_type_name()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        T::create_type_info(registry)
    }

    async fn resolve(&self, ctx: &ContextSelectionSet<'_>, field: &Positioned<Field>) -> ServerResult<Value> {
        if nothing_but(T::READY_FIELDS, &ctx.item.node) {
            return Ok(apart(one_by_one(&self.0, ctx)).await);
        }
        self.0.resolve(ctx, field).await
    }
}

/// Whether only these fields are selected, each without an alias or repetition that would have to be merged. Checked
/// before any field is resolved: a field that was begun may have recorded an access.
pub fn nothing_but(these: &[&str], selected: &SelectionSet) -> bool {
    let items = &selected.items;
    // A longer selection repeats or aliases a field; a short one is compared quickly.
    items.len() <= these.len()
        && items.iter().enumerate().all(|(n, selection)| match &selection.node {
            Selection::Field(field) => {
                field.node.directives.is_empty()
                    && these.contains(&field.node.name.node.as_str())
                    && !items[..n].iter().any(|before| is_called(&before.node, &field.node))
            }
            Selection::FragmentSpread(_) | Selection::InlineFragment(_) => false,
        })
}

fn is_called(selection: &Selection, as_is: &Field) -> bool {
    matches!(selection, Selection::Field(field) if field.node.response_key().node == as_is.response_key().node)
}

/// The fields in their order.
async fn one_by_one<T: Ready>(object: &T, ctx: &ContextSelectionSet<'_>) -> Value {
    let items = &ctx.item.node.items;
    let mut answered = IndexMap::with_capacity(items.len());
    for selection in items {
        let Selection::Field(field) = &selection.node else { continue };
        match object.resolve_field(&ctx.with_field(field)).await {
            Ok(value) => {
                answered.insert(field.node.response_key().node.clone(), value.unwrap_or_default());
            }
            Err(error) => ctx.add_error(error),
        }
    }
    if answered.is_empty() { Value::Null } else { Value::Object(answered) }
}
