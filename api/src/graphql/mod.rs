//! The tools that capabilities build their types with: ids, codes, scalars, connections, errors;
//! and the transport. Knows no capability.

pub mod codes;
pub mod connections;
pub mod cost;
pub mod errors;
pub mod ids;
pub mod order;
pub mod scalars;
pub mod transport;

use std::sync::Arc;

use async_graphql::{Context, dataloader::DataLoader};

use crate::house::Call;

pub use codes::{Coded, coded};
pub use connections::{Listing, listing, page};
pub(crate) use errors::payload;
pub use errors::{Fault, Payload, Problems};
pub use ids::{PublicId, public};
pub use scalars::{Date, DateTime};

/// What loaders of one call have in hand. Each room implements the loading of its own rows for it.
pub struct Rows(pub Arc<Call>);

/// The loaders of one call: they carry its viewer, and nothing outlives it.
pub type Loads = DataLoader<Rows>;

/// The call that a resolver answers.
pub fn call<'a>(ctx: &Context<'a>) -> &'a Arc<Call> {
    ctx.data_unchecked::<Arc<Call>>()
}

/// The loaders of the call that a resolver answers.
pub fn loads<'a>(ctx: &Context<'a>) -> &'a Loads {
    ctx.data_unchecked::<Loads>()
}
