//! What clients change in the directory.

use async_graphql::{Context, ID, InputObject, Object};
use entities::{
    codes::{
        LegalBasis, LegalStatus, NeedDomain, OrganisationKind, Purpose, Scope, ServiceStatus, Sex, Sobriety,
    },
    ids::{AgreementId, MunicipalityId, OrganisationId, ServiceId},
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
use platform::{
    error::DomainError,
    graphql::{Coded, Date, GraphqlError, PublicId, codes::set, idempotent, payload, request},
};

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

/// The viewer's organisation, as it describes itself.
#[derive(InputObject)]
pub struct OrganisationChangeInput {
    /// The version that was read.
    version: i32,
    /// What it does, in a sentence or two; 10000 characters at most.
    #[graphql(default)]
    description: String,
    /// Of its country, and its province follows; not given where it works in no particular one.
    municipality_id: Option<ID>,
    /// Street and house; 1000 characters at most.
    #[graphql(default)]
    address: String,
    /// As people dial it; 200 characters at most.
    #[graphql(default)]
    phone: String,
    /// Where everybody may write to; 200 characters at most.
    #[graphql(default)]
    email: String,
    /// 200 characters at most.
    #[graphql(default)]
    website: String,
    /// In which it works, BCP 47.
    language: String,
    /// IANA name, `Europe/Vilnius`.
    time_zone: String,
    /// Whether its managers see every person it holds who is not restricted, not only those of their case teams.
    managers_see_all: bool,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// A line of the register of grounds.
#[derive(InputObject)]
pub struct LegalBasisRecordInput {
    /// What is disclosed for.
    purpose: Coded<Purpose>,
    /// Of the organisation that is told.
    recipient_kind: Coded<OrganisationKind>,
    /// Of the sender, ISO 3166-1 alpha-2.
    country: String,
    /// Why it is lawful.
    legal_basis: Coded<LegalBasis>,
    /// The text of law, named; 1000 characters at most.
    law: String,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// A service, as its organisation describes it, in terms of Open Referral HSDS 3.
#[derive(InputObject)]
pub struct ServiceInput {
    /// As the organisation calls it; 200 characters at most.
    name: String,
    /// What it does, in words; 10000 characters at most.
    #[graphql(default)]
    description: String,
    /// The need that it answers.
    domain: Coded<NeedDomain>,
    /// What a disclosure to it is for: agreement and consent must be for the same.
    purpose: Coded<Purpose>,
    /// Whether it takes referrals.
    status: Coded<ServiceStatus>,
    /// What a place is: a bed, a seat; 200 characters at most.
    #[graphql(default)]
    unit: String,
    /// Whole years, inclusive, 0 to 120; not limited where not given.
    minimum_age: Option<i32>,
    /// Whole years, inclusive, 0 to 120; not limited where not given.
    maximum_age: Option<i32>,
    /// Not limited where not given.
    sex: Option<Coded<Sex>>,
    /// Only these; not limited where empty.
    #[graphql(default)]
    legal_statuses: Vec<Coded<LegalStatus>>,
    /// Only these; not limited where empty.
    #[graphql(default)]
    sobriety: Vec<Coded<Sobriety>>,
    /// Whether only people who return to the service area are taken.
    #[graphql(default)]
    residents: bool,
    /// Whom it takes, in words; 10000 characters at most.
    #[graphql(default)]
    eligibility_description: String,
    /// How one applies, in words; 10000 characters at most.
    #[graphql(default)]
    application_process: String,
    /// What it costs, in words; 10000 characters at most.
    #[graphql(default)]
    fees: String,
    /// Working days in which it answers, 1 to 60; the priority decides where not given.
    respond_days: Option<i32>,
    /// ISO 3166-2, the whole of each. With the next two 200 places at most; none of the three for everywhere.
    #[graphql(default)]
    provinces: Vec<String>,
    /// Beside the provinces.
    #[graphql(default)]
    municipality_ids: Vec<ID>,
    /// In which it works before release.
    #[graphql(default)]
    prison_ids: Vec<ID>,
}

/// A service to record, or to describe anew.
#[derive(InputObject)]
pub struct ServiceRecordInput {
    /// The `id` of a service of the viewer's organisation; a new one where not given.
    service_id: Option<ID>,
    /// The version that was read; needed with `serviceId`.
    version: Option<i32>,
    /// All of what is to stand there.
    service: ServiceInput,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
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
payload!(OrganisationChangePayload, /// The organisation as it stands now.
    organisation: Organisation, OrganisationChangeErrorCode);
payload!(LegalBasisRecordPayload, /// The line as it stands in the register now.
    legal_basis_rule: LegalBasisRule, LegalBasisRecordErrorCode);
payload!(ServiceRecordPayload, /// The service as it stands now.
    service: Service, ServiceRecordErrorCode);
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
        #[graphql(desc = "Which step, with which agreement")] input: AgreementStepInput,
    ) -> Result<AgreementStepPayload, GraphqlError> {
        let id = AgreementId::parse(&input.agreement_id)?;
        let result = || actions::agreement_step(request(ctx), id, input.version, input.step.0);
        let (id, errors) = idempotent(ctx, result).await?;
        Ok(AgreementStepPayload { agreement: agreement(ctx, id).await?, errors })
    }

    /// Describes the viewer's organisation anew. Its name and kind stay: others trust it by them.
    async fn organisation_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "All of what it says of itself")] input: OrganisationChangeInput,
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

    /// Records why a disclosure is lawful, in the place of what the register says of the same country, purpose and
    /// kind. It counts for what is sent from then on.
    async fn legal_basis_record(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The line, as it is to stand")] input: LegalBasisRecordInput,
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

    /// Describes a service of the viewer's organisation: a new one, or one that is there. Whoever does makes sure that
    /// all of it is true today.
    async fn service_record(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The service, all of it")] input: ServiceRecordInput,
    ) -> Result<ServiceRecordPayload, GraphqlError> {
        let known = match (&input.service_id, input.version) {
            (Some(id), Some(version)) => Some((ServiceId::parse(id)?, version)),
            (Some(_), None) => {
                return Err(DomainError::BadInput("name the version that was read".to_owned()).into());
            }
            (None, _) => None,
        };
        let entry = input.service.entry()?;
        let (id, errors) =
            idempotent(ctx, || actions::service_record(request(ctx), known, entry.clone())).await?;
        Ok(ServiceRecordPayload { service: service(ctx, id).await?, errors })
    }

    /// States the places of a service anew.
    async fn service_set_capacity(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The places, by date")] input: ServiceSetCapacityInput,
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
