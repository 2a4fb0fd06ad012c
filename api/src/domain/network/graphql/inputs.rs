//! What clients change in the directory.

use async_graphql::{Context, ID, InputObject, Object};
use entities::{
    codes::{Purpose, Scope},
    ids::{AgreementId, OrganisationId, ServiceId},
};

use super::{
    super::{
        actions::{
            self, AgreementProposeErrorCode, AgreementStepErrorCode, Proposal, ServiceSetCapacityErrorCode,
        },
        model::AgreementStep,
        reads,
    },
    agreements::Agreement,
    services::Service,
};
use crate::graphql::{Coded, Date, Fault, PublicId, call, codes::set, once, payload};

/// An agreement to propose.
#[derive(InputObject)]
pub struct AgreementProposeInput {
    /// 200 characters at most.
    title: String,
    /// What a disclosure under it is for.
    purpose: Coded<Purpose>,
    /// What may be disclosed under it.
    scopes: Vec<Coded<Scope>>,
    /// Its first day.
    starts_on: Date,
    /// Its last day; until ended where not given.
    ends_on: Option<Date>,
    /// The other parties; 50 at most.
    parties: Vec<ID>,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// A step with an agreement.
#[derive(InputObject)]
pub struct AgreementStepInput {
    /// The `id` of an agreement of the viewer's organisation.
    agreement_id: ID,
    /// The version that was read.
    version: i32,
    /// One of those that `viewerMay` names.
    step: Coded<AgreementStep>,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// Places from a day on.
#[derive(InputObject)]
pub struct CapacityInput {
    /// The first day that it is for; it holds until the next one begins.
    from: Date,
    /// 0 to 100000.
    maximum: i32,
}

/// The places of a service, stated anew.
#[derive(InputObject)]
pub struct ServiceSetCapacityInput {
    /// The `id` of a service of the viewer's organisation.
    service_id: ID,
    /// The version that was read.
    version: i32,
    /// 100 lines at most, each day once; none for no limit.
    capacities: Vec<CapacityInput>,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

payload!(AgreementProposePayload, /// The agreement, which waits for the others' signatures.
    agreement: Agreement, AgreementProposeErrorCode);
payload!(AgreementStepPayload, /// The agreement after the step.
    agreement: Agreement, AgreementStepErrorCode);
payload!(ServiceSetCapacityPayload, /// The service with its places.
    service: Service, ServiceSetCapacityErrorCode);

/// Agreements and places.
#[derive(Default)]
pub struct NetworkMutation;

#[Object]
impl NetworkMutation {
    /// Proposes an agreement; the viewer's organisation signs with it.
    async fn agreement_propose(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is agreed, with whom")] input: AgreementProposeInput,
    ) -> Result<AgreementProposePayload, Fault> {
        let parties =
            input.parties.iter().map(|id| OrganisationId::parse(id)).collect::<Result<Vec<_>, _>>()?;
        let proposal = Proposal {
            title: input.title,
            purpose: input.purpose.0,
            scopes: set(input.scopes),
            starts_on: input.starts_on.0,
            ends_on: input.ends_on.map(|date| date.0),
            parties,
        };
        let (id, errors) = once(ctx, actions::agreement_propose(call(ctx), proposal)).await?;
        Ok(AgreementProposePayload { agreement: agreement(ctx, id).await?, errors })
    }

    /// Signs, suspends, resumes or ends an agreement.
    async fn agreement_step(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which step, with which agreement")] input: AgreementStepInput,
    ) -> Result<AgreementStepPayload, Fault> {
        let id = AgreementId::parse(&input.agreement_id)?;
        let result = actions::agreement_step(call(ctx), id, input.version, input.step.0);
        let (id, errors) = once(ctx, result).await?;
        Ok(AgreementStepPayload { agreement: agreement(ctx, id).await?, errors })
    }

    /// States the places of a service anew.
    async fn service_set_capacity(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The places, by date")] input: ServiceSetCapacityInput,
    ) -> Result<ServiceSetCapacityPayload, Fault> {
        let id = ServiceId::parse(&input.service_id)?;
        let lines = input.capacities.into_iter().map(|line| (line.from.0, line.maximum)).collect();
        let result = actions::service_set_capacity(call(ctx), id, input.version, lines);
        let (id, errors) = once(ctx, result).await?;
        let service = match id {
            Some(id) => Some(reads::service(call(ctx), id).await?.into()),
            None => None,
        };
        Ok(ServiceSetCapacityPayload { service, errors })
    }
}

async fn agreement(ctx: &Context<'_>, id: Option<AgreementId>) -> Result<Option<Agreement>, Fault> {
    match id {
        Some(id) => Ok(Some(Agreement(reads::agreement(call(ctx), id).await?))),
        None => Ok(None),
    }
}
