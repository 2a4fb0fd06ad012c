//! Building blocks of the capabilities' types: ids, codes, scalars, connections, errors and idempotency; and the
//! transport. Independent of every capability.

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

/// Future with its own allocation.
pub type Apart<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Allocates a future that a resolver rarely awaits on the heap. A list resolves hundreds of fields at once, and each
/// takes as much memory as the largest field of its type.
pub fn apart<'a, T>(rare: impl Future<Output = T> + Send + 'a) -> Apart<'a, T> {
    Box::pin(rare)
}

/// Context of the request that a resolver answers.
pub fn request<'a>(ctx: &Context<'a>) -> &'a Arc<RequestContext> {
    ctx.data_unchecked::<Arc<RequestContext>>()
}
