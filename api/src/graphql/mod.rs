//! The tools that capabilities build their types with: ids, codes, scalars, connections, errors;
//! and the transport. Knows no capability.

pub mod codes;
pub mod connections;
pub mod cost;
pub mod errors;
mod idempotency;
pub mod ids;
pub mod order;
mod ready_fields;
pub mod scalars;
pub mod transport;

use std::{collections::HashMap, future::Future, hash::Hash, pin::Pin, sync::Arc, time::Duration};

use async_graphql::{
    Context,
    dataloader::{DataLoader, Loader},
};

use tracing::Instrument;

use crate::context::RequestContext;

pub use codes::{Coded, coded};
pub use connections::{Listing, listing, page};
pub(crate) use errors::payload;
pub use errors::{GraphqlError, Payload, UserErrors};
pub use idempotency::idempotent;
pub use ids::{PublicId, public};
pub use ready_fields::{Ready, ReadyFields, nothing_but};
pub use scalars::{Date, DateTime, SequenceNumber};

/// What loaders of one call have in hand. Each room implements the loading of its own rows for it.
pub struct Rows(pub Arc<RequestContext>);

/// What loaders found, by what it was asked by.
pub type ByKey<K> = HashMap<K, <Rows as Loader<K>>::Value>;

/// The loaders of one call: they carry its viewer, and nothing outlives it.
pub struct Loads(DataLoader<Rows>);

impl Loads {
    pub fn new(rows: Rows) -> Self {
        // What is logged while rows are loaded belongs to the request as well.
        let spawn = |work: Pin<Box<dyn Future<Output = ()> + Send>>| tokio::spawn(work.in_current_span());
        Self(DataLoader::new(rows, spawn).delay(Duration::ZERO))
    }

    /// What has this key, brought together with others of the answer.
    pub fn load_one<K>(&self, key: K) -> Apart<'_, Result<Option<<Rows as Loader<K>>::Value>, GraphqlError>>
    where
        K: Send + Sync + Hash + Eq + Clone + 'static,
        Rows: Loader<K, Error = GraphqlError>,
    {
        apart(self.0.load_one(key))
    }

    /// What has these keys.
    pub fn load_many<'a, K, I>(&'a self, keys: I) -> Apart<'a, Result<ByKey<K>, GraphqlError>>
    where
        K: Send + Sync + Hash + Eq + Clone + 'static,
        I: IntoIterator<Item = K> + Send + 'a,
        I::IntoIter: Send,
        Rows: Loader<K, Error = GraphqlError>,
    {
        apart(self.0.load_many(keys))
    }
}

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

/// The loaders of the call that a resolver answers.
pub fn loads<'a>(ctx: &Context<'a>) -> &'a Loads {
    ctx.data_unchecked::<Loads>()
}
