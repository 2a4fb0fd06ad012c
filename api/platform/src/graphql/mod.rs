//! The tools that capabilities build their types with: ids, codes, scalars, connections, errors;
//! and the transport. Knows no capability.

pub mod codes;
pub mod connections;
pub mod cost;
pub mod errors;
mod idempotency;
pub mod ids;
pub mod open_enums;
pub mod order;
mod ready_fields;
pub mod scalars;
pub mod transport;

use std::{future::Future, pin::Pin, sync::Arc};

use async_graphql::Context;

use crate::context::RequestContext;

pub use codes::{Coded, coded};
pub use connections::{Listing, listing, page};
pub use errors::payload;
pub use errors::{GraphqlError, Payload, UserErrors};
pub use idempotency::idempotent;
pub use ids::{PublicId, public};
pub use open_enums::Open;
pub use ready_fields::{Ready, ReadyFields, nothing_but};
pub use scalars::{Date, DateTime, SequenceNumber};

/// Something to wait for that has memory of its own.
pub type Apart<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Gives what a resolver rarely waits for memory of its own. A list has hundreds of fields under
/// way at once, and each takes as much as the largest field of its type may need.
pub fn apart<'a, T>(rare: impl Future<Output = T> + Send + 'a) -> Apart<'a, T> {
    Box::pin(rare)
}

/// The call that a resolver answers.
pub fn request<'a>(ctx: &Context<'a>) -> &'a Arc<RequestContext> {
    ctx.data_unchecked::<Arc<RequestContext>>()
}
