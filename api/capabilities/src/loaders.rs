//! The loaders of one call. They are here and not with the other GraphQL tools because each capability implements the
//! loading of its own rows for [`Rows`], which the language allows only beside the type.

use std::{collections::HashMap, future::Future, hash::Hash, pin::Pin, sync::Arc, time::Duration};

use async_graphql::{
    Context,
    dataloader::{DataLoader, Loader},
};
use platform::{
    context::RequestContext,
    graphql::{Apart, GraphqlError, apart},
};
use tracing::Instrument;

/// Context of the loaders of one request. Each capability implements the loading of its own rows for it.
pub struct Rows(pub Arc<RequestContext>);

/// Loaded rows by their keys.
pub type ByKey<K> = HashMap<K, <Rows as Loader<K>>::Value>;

/// The loaders of one call: they carry its viewer, and nothing outlives it.
pub struct Loads(DataLoader<Rows>);

impl Loads {
    pub fn new(rows: Rows) -> Self {
        // What is logged while rows are loaded belongs to the request as well.
        let spawn = |work: Pin<Box<dyn Future<Output = ()> + Send>>| tokio::spawn(work.in_current_span());
        Self(DataLoader::new(rows, spawn).delay(Duration::ZERO))
    }

    /// Row with this key, batched with others of the answer.
    pub fn load_one<K>(&self, key: K) -> Apart<'_, Result<Option<<Rows as Loader<K>>::Value>, GraphqlError>>
    where
        K: Send + Sync + Hash + Eq + Clone + 'static,
        Rows: Loader<K, Error = GraphqlError>,
    {
        apart(self.0.load_one(key))
    }

    /// Rows with these keys.
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

/// The loaders of the call that a resolver answers.
pub fn loads<'a>(ctx: &Context<'a>) -> &'a Loads {
    ctx.data_unchecked::<Loads>()
}
