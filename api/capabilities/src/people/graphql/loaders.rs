//! Loaders of rows about people that other answers refer to, batched for a whole answer.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use entities::ids::{ConsentId, NeedId, PersonId};
use platform::graphql::GraphqlError;

use super::super::reads::{self, ConsentRow, NeedRow, PersonRow};
use crate::loaders::Rows;

impl Loader<PersonId> for Rows {
    type Value = PersonRow;
    type Error = GraphqlError;

    async fn load(&self, ids: &[PersonId]) -> Result<HashMap<PersonId, PersonRow>, GraphqlError> {
        Ok(reads::people_by_id(&self.0, ids).await?)
    }
}

impl Loader<NeedId> for Rows {
    type Value = NeedRow;
    type Error = GraphqlError;

    async fn load(&self, ids: &[NeedId]) -> Result<HashMap<NeedId, NeedRow>, GraphqlError> {
        Ok(reads::needs_by_id(&self.0, ids).await?)
    }
}

impl Loader<ConsentId> for Rows {
    type Value = ConsentRow;
    type Error = GraphqlError;

    async fn load(&self, ids: &[ConsentId]) -> Result<HashMap<ConsentId, ConsentRow>, GraphqlError> {
        Ok(reads::consents_by_id(&self.0, ids).await?)
    }
}

/// Key: needs of a person.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct NeedsOf(pub PersonId);

impl Loader<NeedsOf> for Rows {
    type Value = Vec<NeedRow>;
    type Error = GraphqlError;

    async fn load(&self, keys: &[NeedsOf]) -> Result<HashMap<NeedsOf, Vec<NeedRow>>, GraphqlError> {
        let people: Vec<PersonId> = keys.iter().map(|key| key.0).collect();
        let found = reads::needs_of(&self.0, &people).await?;
        Ok(found.into_iter().map(|(id, rows)| (NeedsOf(id), rows)).collect())
    }
}
