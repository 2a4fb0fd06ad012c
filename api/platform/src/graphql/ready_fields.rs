//! Objects whose fields are at hand, answered one field after the other.
//!
//! The library gives every field of every object a future on the heap and a place among others to
//! wait for: in a list of referrals, a thousand of each. Where all that is selected of an object is
//! at hand there is nothing to wait for, and none of it is needed; otherwise the library answers as
//! it always does.

use std::borrow::Cow;

use async_graphql::{
    ContextSelectionSet, OutputType, Positioned, ServerResult, Value,
    indexmap::IndexMap,
    parser::types::{Field, Selection, SelectionSet},
    registry::Registry,
    resolver_utils::ContainerType,
};

use super::apart;

/// An object of which some fields need no waiting.
pub trait Ready: ContainerType + OutputType {
    /// Their names in the schema. At most one of them may wait at times: what waits together with
    /// others of the same object must not stand here.
    const READY_FIELDS: &'static [&'static str];
}

/// Answers an object at once where it can be.
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

/// Whether nothing but these fields is selected, each as it stands and none twice, which would have
/// to be merged. Asked before any is answered: a field that was begun may have noted a look.
pub fn nothing_but(these: &[&str], selected: &SelectionSet) -> bool {
    let items = &selected.items;
    // More than there are has one twice, or under several names; and few are quickly compared.
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
