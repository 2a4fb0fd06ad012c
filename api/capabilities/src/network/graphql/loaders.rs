//! Loaders of directory rows that other answers refer to, batched for a whole answer.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use entities::ids::{AgreementId, MemberId, OrganisationId, ServiceId};
use platform::graphql::GraphqlError;

use super::super::reads::{self, AgreementRow, MemberRow, OrganisationRow, ServiceRow};
use crate::loaders::Rows;

impl Loader<OrganisationId> for Rows {
    type Value = OrganisationRow;
    type Error = GraphqlError;

    async fn load(
        &self,
        ids: &[OrganisationId],
    ) -> Result<HashMap<OrganisationId, OrganisationRow>, GraphqlError> {
        Ok(reads::organisations_by_id(&self.0, ids).await?)
    }
}

impl Loader<ServiceId> for Rows {
    type Value = ServiceRow;
    type Error = GraphqlError;

    async fn load(&self, ids: &[ServiceId]) -> Result<HashMap<ServiceId, ServiceRow>, GraphqlError> {
        Ok(reads::services_by_id(&self.0, ids).await?)
    }
}

impl Loader<AgreementId> for Rows {
    type Value = AgreementRow;
    type Error = GraphqlError;

    async fn load(&self, ids: &[AgreementId]) -> Result<HashMap<AgreementId, AgreementRow>, GraphqlError> {
        Ok(reads::agreements_by_id(&self.0, ids).await?)
    }
}

/// Only colleagues: a member of another organisation is not shown.
impl Loader<MemberId> for Rows {
    type Value = MemberRow;
    type Error = GraphqlError;

    async fn load(&self, ids: &[MemberId]) -> Result<HashMap<MemberId, MemberRow>, GraphqlError> {
        Ok(reads::colleagues_by_id(&self.0, ids).await?)
    }
}
