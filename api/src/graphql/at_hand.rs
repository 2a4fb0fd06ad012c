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
    const AT_HAND: &'static [&'static str];
}

/// Answers an object at once where it can be.
pub struct AtHand<T>(pub T);

impl<T: Ready> OutputType for AtHand<T> {
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
        if is_at_hand::<T>(&ctx.item.node)
            && let Some(value) = apart(one_by_one(&self.0, ctx)).await
        {
            return Ok(value);
        }
        self.0.resolve(ctx, field).await
    }
}

/// Whether nothing but fields at hand is selected, each as it stands.
fn is_at_hand<T: Ready>(selected: &SelectionSet) -> bool {
    selected.items.iter().all(|selection| match &selection.node {
        Selection::Field(field) => {
            field.node.directives.is_empty() && T::AT_HAND.contains(&field.node.name.node.as_str())
        }
        Selection::FragmentSpread(_) | Selection::InlineFragment(_) => false,
    })
}

/// The fields in their order; `None` where one is selected twice and has to be merged.
async fn one_by_one<T: Ready>(object: &T, ctx: &ContextSelectionSet<'_>) -> Option<Value> {
    let items = &ctx.item.node.items;
    let mut answered = IndexMap::with_capacity(items.len());
    for selection in items {
        let Selection::Field(field) = &selection.node else { return None };
        let key = &field.node.response_key().node;
        if answered.contains_key(key) {
            return None;
        }
        match object.resolve_field(&ctx.with_field(field)).await {
            Ok(value) => {
                answered.insert(key.clone(), value.unwrap_or_default());
            }
            Err(error) => ctx.add_error(error),
        }
    }
    Some(if answered.is_empty() { Value::Null } else { Value::Object(answered) })
}
