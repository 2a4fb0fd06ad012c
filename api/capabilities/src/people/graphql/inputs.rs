//! Inputs and mutations of people, needs, case teams and consents.

use async_graphql::{Context, ID, InputObject, Object};
use entities::{
    codes::{
        ConsentAnswer, ConsentHow, LegalStatus, NeedDomain, Priority, Purpose, ReportBack, Scope, Sex,
        Sobriety,
    },
    ids::{ConsentId, MemberId, MunicipalityId, NeedId, OrganisationId, PersonId},
};
use platform::{
    error::DomainError,
    graphql::{Coded, Date, GraphqlError, PublicId, codes::set, idempotent, payload, request},
};

use super::{
    super::{
        actions::{
            self, Answer, CaseTeamChangeErrorCode, ConsentRecordErrorCode, ConsentWithdrawErrorCode, Entry,
            NeedEntry, NeedErrorCode, PersonErrorCode,
        },
        reads,
    },
    consents::Consent,
    erasure::{PersonEraseInput, PersonErasePayload},
    persons::{Need, Person},
};

/// Document that proves a person's identity.
#[derive(InputObject)]
pub struct IdentityDocumentInput {
    /// Kind of document, such as identity card or passport.
    kind: String,
    /// Number printed on the document.
    number: String,
}

/// Data of a person. Texts have at most 200 characters, the address at most 1000.
#[derive(InputObject)]
pub struct PersonInput {
    /// Given names as in the person's ID documents.
    given_name: String,
    /// Family name as in the person's ID documents.
    family_name: String,
    /// Date of birth; null if unknown.
    date_of_birth: Option<Date>,
    /// Year of birth, if the date is unknown; null if the date is given.
    year_of_birth: Option<i32>,
    /// Sex as in the person's ID documents.
    sex: Coded<Sex>,
    /// Language in which the person is addressed, BCP 47.
    language: String,
    /// Phone number; null for none.
    phone: Option<String>,
    /// Email address; null for none.
    email: Option<String>,
    /// Street and town; null for none.
    address: Option<String>,
    /// ID documents, at most 20; null for none.
    documents: Option<Vec<IdentityDocumentInput>>,
    /// Id of the municipality to which the person returns; null if unknown.
    municipality_id: Option<ID>,
    /// Release date; null if unknown.
    release_date: Option<Date>,
    /// Whether the prison confirmed the release date; false if null.
    release_confirmed: Option<bool>,
    /// Legal status.
    legal_status: Coded<LegalStatus>,
    /// Id of the prison, an organisation; null if the person is in none.
    prison_id: Option<ID>,
    /// Status regarding alcohol and drugs.
    sobriety: Coded<Sobriety>,
    /// Whether only the case team sees the person; false if null.
    restricted: Option<bool>,
}

/// Need of a person.
#[derive(InputObject)]
pub struct NeedInput {
    /// Domain of the need.
    domain: Coded<NeedDomain>,
    /// Urgency.
    urgency: Coded<Priority>,
    /// Text, at most 10000 characters.
    text: String,
}

/// Person to add.
#[derive(InputObject)]
pub struct PersonRecordInput {
    /// Data of the person.
    person: PersonInput,
    /// Needs of the person, at most 50.
    needs: Vec<NeedInput>,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// New data of a person, all of it.
#[derive(InputObject)]
pub struct PersonChangeInput {
    /// Id of a person held by the viewer's organisation.
    person_id: ID,
    /// Version that was read, for optimistic locking.
    version: i32,
    /// All data of the person; a field that is null is cleared.
    person: PersonInput,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// Need to add.
#[derive(InputObject)]
pub struct NeedAddInput {
    /// Id of a person held by the viewer's organisation.
    person_id: ID,
    /// Need of the person.
    need: NeedInput,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// Need to change.
#[derive(InputObject)]
pub struct NeedChangeInput {
    /// Id of a need of a person held by the viewer's organisation.
    need_id: ID,
    /// Version that was read, for optimistic locking.
    version: i32,
    /// Urgency; repeat the present one to keep it.
    urgency: Coded<Priority>,
    /// Text, at most 10000 characters.
    text: String,
    /// Whether the need is met.
    met: bool,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// Colleague to add to a case team, or to remove from it.
#[derive(InputObject)]
pub struct CaseTeamChangeInput {
    /// Id of a person held by the viewer's organisation.
    person_id: ID,
    /// Id of a colleague.
    member_id: ID,
    /// True to add the colleague, false to remove.
    on: bool,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// Consent or refusal to record.
#[derive(InputObject)]
pub struct ConsentRecordInput {
    /// Id of a person held by the viewer's organisation.
    person_id: ID,
    /// Answer: given or refused.
    answer: Coded<ConsentAnswer>,
    /// Purpose of the disclosures under the consent.
    purpose: Coded<Purpose>,
    /// Scopes of data that may be shared.
    scopes: Vec<Coded<Scope>>,
    /// Ids of the organisations with which data may be shared, at most 100.
    recipient_ids: Vec<ID>,
    /// Form of the answer.
    how: Coded<ConsentHow>,
    /// Whether the person is in custody; then the person is asked again after release.
    in_custody: bool,
    /// Language in which the person was asked, BCP 47.
    language: String,
    /// Text that was read to the person, at most 10000 characters.
    said: String,
    /// Name of the witness; null for none.
    witness: Option<String>,
    /// Facts that the sender may learn after acceptance; empty for only state and outcome.
    report_back: Vec<Coded<ReportBack>>,
    /// Last day, at most three years ahead.
    expires_on: Date,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// Consent to withdraw.
#[derive(InputObject)]
pub struct ConsentWithdrawInput {
    /// Id of the consent.
    consent_id: ID,
    /// Version that was read, for optimistic locking.
    version: i32,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

payload!(PersonRecordPayload, /// Person after the change.
    person: Person, PersonErrorCode);
payload!(PersonChangePayload, /// Person after the change.
    person: Person, PersonErrorCode);
payload!(NeedAddPayload, /// Need after the change.
    need: Need, NeedErrorCode);
payload!(NeedChangePayload, /// Need after the change.
    need: Need, NeedErrorCode);
payload!(CaseTeamChangePayload, /// Person; null also for a viewer who left the case team.
    person: Person, CaseTeamChangeErrorCode);
payload!(ConsentRecordPayload, /// Consent that was recorded.
    consent: Consent, ConsentRecordErrorCode);

/// Result of the withdrawal of a consent.
#[derive(async_graphql::SimpleObject)]
pub struct ConsentWithdrawPayload {
    /// Consent after the withdrawal.
    consent: Option<Consent>,
    /// Number of referrals that ended.
    ended: i32,
    /// Errors in the input that a user can correct; empty on success.
    errors: platform::graphql::UserErrors<ConsentWithdrawErrorCode>,
}

impl PersonInput {
    fn entry(self) -> Result<Entry, DomainError> {
        Ok(Entry {
            given_name: self.given_name,
            family_name: self.family_name,
            date_of_birth: self.date_of_birth.map(|date| date.0),
            year_of_birth: self.year_of_birth,
            sex: self.sex.0,
            language: self.language,
            phone: self.phone.unwrap_or_default(),
            email: self.email.unwrap_or_default(),
            address: self.address.unwrap_or_default(),
            documents: self
                .documents
                .unwrap_or_default()
                .into_iter()
                .map(|document| (document.kind, document.number))
                .collect(),
            municipality: self.municipality_id.map(|id| MunicipalityId::parse(&id)).transpose()?,
            release_date: self.release_date.map(|date| date.0),
            release_confirmed: self.release_confirmed.unwrap_or_default(),
            legal_status: self.legal_status.0,
            prison: self.prison_id.map(|id| OrganisationId::parse(&id)).transpose()?,
            sobriety: self.sobriety.0,
            restricted: self.restricted.unwrap_or_default(),
        })
    }
}

impl From<NeedInput> for NeedEntry {
    fn from(input: NeedInput) -> Self {
        Self { domain: input.domain.0, urgency: input.urgency.0, text: input.text }
    }
}

/// Mutations of people, needs, case teams and consents.
#[derive(Default)]
pub struct PeopleMutation;

#[Object]
impl PeopleMutation {
    /// Adds a person with their needs; the viewer becomes the case team.
    async fn person_record(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Person to add")] input: PersonRecordInput,
    ) -> Result<PersonRecordPayload, GraphqlError> {
        let needs: Vec<NeedEntry> = input.needs.into_iter().map(NeedEntry::from).collect();
        let entry = input.person.entry()?;
        let recorded = || actions::person_record(request(ctx), entry.clone(), needs.clone());
        let (id, errors) = idempotent(ctx, recorded).await?;
        Ok(PersonRecordPayload { person: person(ctx, id).await?, errors })
    }

    /// Changes the data of a person, all at once.
    async fn person_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Person and data")] input: PersonChangeInput,
    ) -> Result<PersonChangePayload, GraphqlError> {
        let id = PersonId::parse(&input.person_id)?;
        let (version, entry) = (input.version, input.person.entry()?);
        let result = || actions::person_change(request(ctx), id, version, entry.clone());
        let (id, errors) = idempotent(ctx, result).await?;
        Ok(PersonChangePayload { person: person(ctx, id).await?, errors })
    }

    /// Erases a person permanently: names, descriptions and texts about the person are deleted, and open referrals
    /// end. Coarse facts are kept for statistics, and recipients keep what their members wrote.
    async fn person_erase(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Person to erase")] input: PersonEraseInput,
    ) -> Result<PersonErasePayload, GraphqlError> {
        input.erase(ctx).await
    }

    /// Adds a need.
    async fn need_add(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Person and need")] input: NeedAddInput,
    ) -> Result<NeedAddPayload, GraphqlError> {
        let id = PersonId::parse(&input.person_id)?;
        let entry = NeedEntry::from(input.need);
        let (id, errors) = idempotent(ctx, || actions::need_add(request(ctx), id, entry.clone())).await?;
        Ok(NeedAddPayload { need: need(ctx, id).await?, errors })
    }

    /// Changes a need's urgency and text, and whether it is met.
    async fn need_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Need to change")] input: NeedChangeInput,
    ) -> Result<NeedChangePayload, GraphqlError> {
        let id = NeedId::parse(&input.need_id)?;
        let (urgency, version) = (input.urgency.0, input.version);
        let result = || actions::need_change(request(ctx), id, version, urgency, &input.text, input.met);
        let (id, errors) = idempotent(ctx, result).await?;
        Ok(NeedChangePayload { need: need(ctx, id).await?, errors })
    }

    /// Adds a colleague to a case team, or removes one; the last one cannot be removed.
    async fn case_team_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Person and colleague")] input: CaseTeamChangeInput,
    ) -> Result<CaseTeamChangePayload, GraphqlError> {
        let (id, colleague) = (PersonId::parse(&input.person_id)?, MemberId::parse(&input.member_id)?);
        let (id, errors) =
            idempotent(ctx, || actions::case_team_change(request(ctx), id, colleague, input.on)).await?;
        let person = match id {
            Some(id) => reads::people_by_id(request(ctx), &[id]).await?.remove(&id).map(Person),
            None => None,
        };
        Ok(CaseTeamChangePayload { person, errors })
    }

    /// Records a person's consent or refusal.
    async fn consent_record(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Answer of the person")] input: ConsentRecordInput,
    ) -> Result<ConsentRecordPayload, GraphqlError> {
        let id = PersonId::parse(&input.person_id)?;
        let recipients =
            input.recipient_ids.iter().map(|id| OrganisationId::parse(id)).collect::<Result<Vec<_>, _>>()?;
        let answer = Answer {
            answer: input.answer.0,
            purpose: input.purpose.0,
            scopes: set(input.scopes),
            recipients,
            how: input.how.0,
            in_custody: input.in_custody,
            language: input.language,
            said: input.said,
            witness: input.witness.unwrap_or_default(),
            report_back: set(input.report_back),
            expires_on: input.expires_on.0,
        };
        let (id, errors) =
            idempotent(ctx, || actions::consent_record(request(ctx), id, answer.clone())).await?;
        let consent = match id {
            Some(id) => Some(Consent(reads::consent(request(ctx), id).await?)),
            None => None,
        };
        Ok(ConsentRecordPayload { consent, errors })
    }

    /// Withdraws a consent with immediate effect: referrals under it that are not accepted end, and their recipients
    /// lose access.
    async fn consent_withdraw(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Consent to withdraw")] input: ConsentWithdrawInput,
    ) -> Result<ConsentWithdrawPayload, GraphqlError> {
        let id = ConsentId::parse(&input.consent_id)?;
        let (ended, errors) =
            idempotent(ctx, || actions::consent_withdraw(request(ctx), id, input.version)).await?;
        let consent = Some(Consent(reads::consent(request(ctx), id).await?));
        let ended = ended.unwrap_or_default().try_into().unwrap_or(i32::MAX);
        Ok(ConsentWithdrawPayload { consent, ended, errors })
    }
}

async fn person(ctx: &Context<'_>, id: Option<PersonId>) -> Result<Option<Person>, GraphqlError> {
    match id {
        Some(id) => Ok(Some(Person(reads::person(request(ctx), id).await?))),
        None => Ok(None),
    }
}

async fn need(ctx: &Context<'_>, id: Option<NeedId>) -> Result<Option<Need>, GraphqlError> {
    match id {
        Some(id) => Ok(Some(Need(reads::need(request(ctx), id).await?))),
        None => Ok(None),
    }
}
