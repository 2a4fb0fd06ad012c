//! Inputs and mutations of the directory.

use async_graphql::{Context, ID, InputObject, Object};
use entities::{
    codes::{
        LegalBasis, LegalStatus, NeedDomain, OrganisationKind, Purpose, Scope, ServiceStatus, Sex, Sobriety,
    },
    ids::{AgreementId, MunicipalityId, OrganisationId, ServiceId},
};
use platform::{
    error::DomainError,
    graphql::{Coded, Date, GraphqlError, PublicId, codes::set, idempotent, payload, request},
};

use super::{
    super::{
        actions::{
            self, AgreementProposeErrorCode, AgreementStepErrorCode, LegalBasisEntry,
            LegalBasisRecordErrorCode, OrganisationChangeErrorCode, OrganisationSelf, Proposal, ServiceEntry,
            ServiceRecordErrorCode, ServiceSetCapacityErrorCode,
        },
        model::AgreementStep,
        reads,
    },
    agreements::{Agreement, LegalBasisRule},
    organisations::Organisation,
    services::Service,
};

/// Agreement to propose.
#[derive(InputObject)]
pub struct AgreementProposeInput {
    /// Title, at most 200 characters.
    title: String,
    /// Purpose of the disclosures under the agreement.
    purpose: Coded<Purpose>,
    /// Scopes of data that may be disclosed under the agreement.
    scopes: Vec<Coded<Scope>>,
    /// First day.
    starts_on: Date,
    /// Last day; null for an agreement without a fixed end.
    ends_on: Option<Date>,
    /// Ids of the other parties, at most 50.
    parties: Vec<ID>,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// Step with an agreement.
#[derive(InputObject)]
pub struct AgreementStepInput {
    /// Id of an agreement of the viewer's organisation.
    agreement_id: ID,
    /// Version that was read, for optimistic locking.
    version: i32,
    /// Step, one of those in `viewerMay`.
    step: Coded<AgreementStep>,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// Details of the viewer's organisation, all of them.
#[derive(InputObject)]
pub struct OrganisationChangeInput {
    /// Version that was read, for optimistic locking.
    version: i32,
    /// Description, at most 10000 characters.
    #[graphql(default)]
    description: String,
    /// Id of the municipality, in the organisation's country; the province follows from it. Null for none.
    municipality_id: Option<ID>,
    /// Street and number, at most 1000 characters.
    #[graphql(default)]
    address: String,
    /// Phone number, at most 200 characters.
    #[graphql(default)]
    phone: String,
    /// Public email address, at most 200 characters.
    #[graphql(default)]
    email: String,
    /// Website, at most 200 characters.
    #[graphql(default)]
    website: String,
    /// Working language, BCP 47.
    language: String,
    /// Time zone, an IANA name such as `Europe/Vilnius`.
    time_zone: String,
    /// Whether managers see every person of the organisation who is not restricted, instead of only their case teams.
    managers_see_all: bool,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// Line of the register of legal bases.
#[derive(InputObject)]
pub struct LegalBasisRecordInput {
    /// Purpose of the disclosure.
    purpose: Coded<Purpose>,
    /// Kind of the recipient.
    recipient_kind: Coded<OrganisationKind>,
    /// Country of the sender, ISO 3166-1 alpha-2.
    country: String,
    /// Legal basis of the disclosure.
    legal_basis: Coded<LegalBasis>,
    /// Name of the law, at most 1000 characters.
    law: String,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// Description of a service, in the terms of Open Referral HSDS 3.
#[derive(InputObject)]
pub struct ServiceInput {
    /// Name, at most 200 characters.
    name: String,
    /// Description, at most 10000 characters.
    #[graphql(default)]
    description: String,
    /// Domain of the need that the service meets.
    domain: Coded<NeedDomain>,
    /// Purpose of a disclosure to the service; agreement and consent must have the same purpose.
    purpose: Coded<Purpose>,
    /// Status, which decides whether the service accepts referrals.
    status: Coded<ServiceStatus>,
    /// Unit of capacity, such as bed or seat, at most 200 characters.
    #[graphql(default)]
    unit: String,
    /// Minimum age in whole years, inclusive, 0 to 120; null for no limit.
    minimum_age: Option<i32>,
    /// Maximum age in whole years, inclusive, 0 to 120; null for no limit.
    maximum_age: Option<i32>,
    /// Sex of eligible people; null for no limit.
    sex: Option<Coded<Sex>>,
    /// Legal statuses of eligible people; empty for no limit.
    #[graphql(default)]
    legal_statuses: Vec<Coded<LegalStatus>>,
    /// Statuses regarding alcohol and drugs of eligible people; empty for no limit.
    #[graphql(default)]
    sobriety: Vec<Coded<Sobriety>>,
    /// Whether only people who return to the service area are eligible.
    #[graphql(default)]
    residents: bool,
    /// Description of the eligibility, at most 10000 characters.
    #[graphql(default)]
    eligibility_description: String,
    /// Application process, at most 10000 characters.
    #[graphql(default)]
    application_process: String,
    /// Fees, at most 10000 characters.
    #[graphql(default)]
    fees: String,
    /// Response time in working days, 1 to 60; null if the priority decides.
    respond_days: Option<i32>,
    /// ISO 3166-2 codes of whole provinces. The service area has at most 200 entries; it is unlimited without any.
    #[graphql(default)]
    provinces: Vec<String>,
    /// Ids of municipalities, in addition to the provinces.
    #[graphql(default)]
    municipality_ids: Vec<ID>,
    /// Ids of prisons in which the service works before release.
    #[graphql(default)]
    prison_ids: Vec<ID>,
}

/// Service to add or to change.
#[derive(InputObject)]
pub struct ServiceRecordInput {
    /// Id of a service of the viewer's organisation; null for a new service.
    service_id: Option<ID>,
    /// Version that was read, for optimistic locking; required with `serviceId`.
    version: Option<i32>,
    /// New description, all of it.
    service: ServiceInput,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

impl ServiceInput {
    fn entry(self) -> Result<ServiceEntry, DomainError> {
        Ok(ServiceEntry {
            name: self.name,
            description: self.description,
            domain: self.domain.0,
            purpose: self.purpose.0,
            status: self.status.0,
            unit: self.unit,
            minimum_age: self.minimum_age,
            maximum_age: self.maximum_age,
            sex: self.sex.map(|sex| sex.0),
            legal_statuses: set(self.legal_statuses),
            sobriety: set(self.sobriety),
            residents_only: self.residents,
            eligibility_description: self.eligibility_description,
            application_process: self.application_process,
            fees_description: self.fees,
            respond_days: self.respond_days,
            provinces: self.provinces,
            municipalities: ids(&self.municipality_ids)?,
            prisons: ids(&self.prison_ids)?,
        })
    }
}

fn ids<I: PublicId>(given: &[ID]) -> Result<Vec<I>, DomainError> {
    given.iter().map(|id| I::parse(id)).collect()
}

/// Capacity from a date on.
#[derive(InputObject)]
pub struct CapacityInput {
    /// First day; the capacity holds until the first day of the next line.
    from: Date,
    /// Capacity, 0 to 100000.
    maximum: i32,
}

/// New capacity of a service.
#[derive(InputObject)]
pub struct ServiceSetCapacityInput {
    /// Id of a service of the viewer's organisation.
    service_id: ID,
    /// Version that was read, for optimistic locking.
    version: i32,
    /// Capacity by date, at most 100 lines with different dates; empty for unlimited capacity.
    capacities: Vec<CapacityInput>,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

payload!(AgreementProposePayload, /// Agreement, which waits for the signatures of the other parties.
    agreement: Agreement, AgreementProposeErrorCode);
payload!(AgreementStepPayload, /// Agreement after the step.
    agreement: Agreement, AgreementStepErrorCode);
payload!(OrganisationChangePayload, /// Organisation after the change.
    organisation: Organisation, OrganisationChangeErrorCode);
payload!(LegalBasisRecordPayload, /// Line of the register after the change.
    legal_basis_rule: LegalBasisRule, LegalBasisRecordErrorCode);
payload!(ServiceRecordPayload, /// Service after the change.
    service: Service, ServiceRecordErrorCode);
payload!(ServiceSetCapacityPayload, /// Service with its new capacity.
    service: Service, ServiceSetCapacityErrorCode);

/// Mutations of agreements, organisations, legal bases and services.
#[derive(Default)]
pub struct NetworkMutation;

#[Object]
impl NetworkMutation {
    /// Proposes an agreement and signs it for the viewer's organisation.
    async fn agreement_propose(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Agreement to propose")] input: AgreementProposeInput,
    ) -> Result<AgreementProposePayload, GraphqlError> {
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
        let (id, errors) =
            idempotent(ctx, || actions::agreement_propose(request(ctx), proposal.clone())).await?;
        Ok(AgreementProposePayload { agreement: agreement(ctx, id).await?, errors })
    }

    /// Signs, suspends, resumes or ends an agreement.
    async fn agreement_step(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Agreement and step")] input: AgreementStepInput,
    ) -> Result<AgreementStepPayload, GraphqlError> {
        let id = AgreementId::parse(&input.agreement_id)?;
        let result = || actions::agreement_step(request(ctx), id, input.version, input.step.0);
        let (id, errors) = idempotent(ctx, result).await?;
        Ok(AgreementStepPayload { agreement: agreement(ctx, id).await?, errors })
    }

    /// Changes the details of the viewer's organisation. Its name and kind cannot be changed, because others rely on
    /// them.
    async fn organisation_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "All details")] input: OrganisationChangeInput,
    ) -> Result<OrganisationChangePayload, GraphqlError> {
        let entry = OrganisationSelf {
            description: input.description,
            municipality: input.municipality_id.map(|id| MunicipalityId::parse(&id)).transpose()?,
            address: input.address,
            phone: input.phone,
            email: input.email,
            website: input.website,
            language: input.language,
            time_zone: input.time_zone,
            managers_see_all: input.managers_see_all,
        };
        let (id, errors) =
            idempotent(ctx, || actions::organisation_change(request(ctx), input.version, entry.clone()))
                .await?;
        let organisation = match id {
            Some(id) => Some(reads::organisation(request(ctx), id).await?.into()),
            None => None,
        };
        Ok(OrganisationChangePayload { organisation, errors })
    }

    /// Records the legal basis of disclosures for a country, purpose and kind of recipient. It replaces the present
    /// line and applies to referrals sent from then on.
    async fn legal_basis_record(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Line of the register")] input: LegalBasisRecordInput,
    ) -> Result<LegalBasisRecordPayload, GraphqlError> {
        let entry = LegalBasisEntry {
            purpose: input.purpose.0,
            recipient_kind: input.recipient_kind.0,
            country: input.country,
            legal_basis: input.legal_basis.0,
            law: input.law,
        };
        let (id, errors) =
            idempotent(ctx, || actions::legal_basis_record(request(ctx), entry.clone())).await?;
        let legal_basis_rule = match id {
            Some(id) => Some(reads::legal_basis_rule(request(ctx), id).await?.into()),
            None => None,
        };
        Ok(LegalBasisRecordPayload { legal_basis_rule, errors })
    }

    /// Adds a service to the viewer's organisation, or changes one. By doing so, the member confirms that the whole
    /// description is correct today.
    async fn service_record(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Service and its description")] input: ServiceRecordInput,
    ) -> Result<ServiceRecordPayload, GraphqlError> {
        let known = match (&input.service_id, input.version) {
            (Some(id), Some(version)) => Some((ServiceId::parse(id)?, version)),
            (Some(_), None) => {
                return Err(DomainError::BadInput(
                    "enter the version that was read; it is required with serviceId".to_owned(),
                )
                .into());
            }
            (None, _) => None,
        };
        let entry = input.service.entry()?;
        let (id, errors) =
            idempotent(ctx, || actions::service_record(request(ctx), known, entry.clone())).await?;
        Ok(ServiceRecordPayload { service: service(ctx, id).await?, errors })
    }

    /// Sets the capacity of a service.
    async fn service_set_capacity(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Service and capacity")] input: ServiceSetCapacityInput,
    ) -> Result<ServiceSetCapacityPayload, GraphqlError> {
        let id = ServiceId::parse(&input.service_id)?;
        let lines: Vec<_> = input.capacities.into_iter().map(|line| (line.from.0, line.maximum)).collect();
        let result = || actions::service_set_capacity(request(ctx), id, input.version, lines.clone());
        let (id, errors) = idempotent(ctx, result).await?;
        Ok(ServiceSetCapacityPayload { service: service(ctx, id).await?, errors })
    }
}

async fn service(ctx: &Context<'_>, id: Option<ServiceId>) -> Result<Option<Service>, GraphqlError> {
    match id {
        Some(id) => Ok(Some(reads::service(request(ctx), id).await?.into())),
        None => Ok(None),
    }
}

async fn agreement(ctx: &Context<'_>, id: Option<AgreementId>) -> Result<Option<Agreement>, GraphqlError> {
    match id {
        Some(id) => Ok(Some(Agreement(reads::agreement(request(ctx), id).await?))),
        None => Ok(None),
    }
}
