//! The tools that capabilities build their types with: ids, codes, scalars, connections, errors;
//! and the transport. Knows no capability.

mod at_hand;
pub mod codes;
pub mod connections;
pub mod cost;
pub mod errors;
pub mod ids;
mod once;
pub mod order;
pub mod scalars;
pub mod transport;

use std::{collections::HashMap, future::Future, hash::Hash, pin::Pin, sync::Arc, time::Duration};

use async_graphql::{
    Context,
    dataloader::{DataLoader, Loader},
};

use tracing::Instrument;

use crate::house::Call;

pub use at_hand::{AtHand, Ready, nothing_but};
pub use codes::{Coded, coded};
pub use connections::{Listing, listing, page};
pub(crate) use errors::payload;
pub use errors::{Fault, Payload, Problems};
pub use ids::{PublicId, public};
pub use once::once;
pub use scalars::{Date, DateTime, Position};

/// What loaders of one call have in hand. Each room implements the loading of its own rows for it.
pub struct Rows(pub Arc<Call>);

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
    pub fn load_one<K>(&self, key: K) -> Apart<'_, Result<Option<<Rows as Loader<K>>::Value>, Fault>>
    where
        K: Send + Sync + Hash + Eq + Clone + 'static,
        Rows: Loader<K, Error = Fault>,
    {
        apart(self.0.load_one(key))
    }

    /// What has these keys.
    pub fn load_many<'a, K, I>(&'a self, keys: I) -> Apart<'a, Result<ByKey<K>, Fault>>
    where
        K: Send + Sync + Hash + Eq + Clone + 'static,
        I: IntoIterator<Item = K> + Send + 'a,
        I::IntoIter: Send,
        Rows: Loader<K, Error = Fault>,
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
pub fn call<'a>(ctx: &Context<'a>) -> &'a Arc<Call> {
    ctx.data_unchecked::<Arc<Call>>()
}

/// The loaders of the call that a resolver answers.
pub fn loads<'a>(ctx: &Context<'a>) -> &'a Loads {
    ctx.data_unchecked::<Loads>()
}
