//! What clients change about people.

use async_graphql::{Context, ID, InputObject, Object};
use entities::{
    codes::{
        ConsentAnswer, ConsentHow, LegalStatus, NeedDomain, Priority, Purpose, ReportBack, Scope, Sex,
        Sobriety,
    },
    ids::{ConsentId, MemberId, MunicipalityId, NeedId, OrganisationId, PersonId},
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
use platform::{
    error::DomainError,
    graphql::{Coded, Date, GraphqlError, PublicId, codes::set, idempotent, payload, request},
};

/// A paper that says who somebody is.
#[derive(InputObject)]
pub struct IdentityDocumentInput {
    /// What it is, in words: identity card, passport.
    kind: String,
    /// As printed on it.
    number: String,
}

/// What is known of a person. Texts are 200 characters at most, an address 1000.
#[derive(InputObject)]
pub struct PersonInput {
    /// Every given name, as papers have them.
    given_name: String,
    /// As papers have it.
    family_name: String,
    /// Not given where it is not known.
    date_of_birth: Option<Date>,
    /// Where the date is not known.
    year_of_birth: Option<i32>,
    /// As papers have it.
    sex: Coded<Sex>,
    /// In which the person is spoken to, BCP 47.
    language: String,
    /// Not given where there is none.
    phone: Option<String>,
    /// Not given where there is none.
    email: Option<String>,
    /// Street and town; not given where there is none.
    address: Option<String>,
    /// 20 at most.
    documents: Option<Vec<IdentityDocumentInput>>,
    /// Where the person returns to.
    municipality_id: Option<ID>,
    /// Not given where no day is known.
    release_date: Option<Date>,
    /// Whether the prison has confirmed the day; false where not given.
    release_confirmed: Option<bool>,
    /// Where the person stands with the law.
    legal_status: Coded<LegalStatus>,
    /// The `id` of an organisation; not given where the person is in no prison.
    prison_id: Option<ID>,
    /// Where the person stands with alcohol and drugs.
    sobriety: Coded<Sobriety>,
    /// Visible to the case team alone; false where not given.
    restricted: Option<bool>,
}

/// What a person needs.
#[derive(InputObject)]
pub struct NeedInput {
    /// What it is about.
    domain: Coded<NeedDomain>,
    /// How soon something has to be done.
    urgency: Coded<Priority>,
    /// In words; 10000 characters at most.
    text: String,
}

/// A person to record.
#[derive(InputObject)]
pub struct PersonRecordInput {
    /// What is known of them.
    person: PersonInput,
    /// 50 at most.
    needs: Vec<NeedInput>,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// What is known of a person, all of it anew.
#[derive(InputObject)]
pub struct PersonChangeInput {
    /// The `id` of a person whom the viewer's organisation holds.
    person_id: ID,
    /// The version that was read.
    version: i32,
    /// All that is known now: what is left out is taken away.
    person: PersonInput,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// A need to add.
#[derive(InputObject)]
pub struct NeedAddInput {
    /// The `id` of a person whom the viewer's organisation holds.
    person_id: ID,
    /// What the person needs.
    need: NeedInput,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// A need, changed.
#[derive(InputObject)]
pub struct NeedChangeInput {
    /// The `id` of a need of a person whom the viewer's organisation holds.
    need_id: ID,
    /// The version that was read.
    version: i32,
    /// As it is now; the present one again where it stays.
    urgency: Coded<Priority>,
    /// 10000 characters at most.
    text: String,
    /// Whether nothing is to be done about it any more.
    met: bool,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// A colleague to put on a case team, or to take off.
#[derive(InputObject)]
pub struct CaseTeamChangeInput {
    /// The `id` of a person whom the viewer's organisation holds.
    person_id: ID,
    /// The `id` of a colleague.
    member_id: ID,
    /// True to put on, false to take off.
    on: bool,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// A person's own answer.
#[derive(InputObject)]
pub struct ConsentRecordInput {
    /// The `id` of a person whom the viewer's organisation holds.
    person_id: ID,
    /// What the person said: yes or no.
    answer: Coded<ConsentAnswer>,
    /// What a disclosure that rests on it is for.
    purpose: Coded<Purpose>,
    /// What the person lets others know.
    scopes: Vec<Coded<Scope>>,
    /// 100 at most.
    recipient_ids: Vec<ID>,
    /// In which form the person answered.
    how: Coded<ConsentHow>,
    /// Whether the person was in custody; then they are asked again after release.
    in_custody: bool,
    /// In which it was asked, BCP 47.
    language: String,
    /// The words that were said to the person; 10000 characters at most.
    said: String,
    /// Who else was there, by name; nobody where not given.
    witness: Option<String>,
    /// What the sender may learn afterwards; empty where nothing beyond state and outcome.
    report_back: Vec<Coded<ReportBack>>,
    /// Its last day; at most three years from now.
    expires_on: Date,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// A consent to take back.
#[derive(InputObject)]
pub struct ConsentWithdrawInput {
    /// The `id` of the consent that the person takes back.
    consent_id: ID,
    /// The version that was read.
    version: i32,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

payload!(PersonRecordPayload, /// The person.
    person: Person, PersonErrorCode);
payload!(PersonChangePayload, /// The person.
    person: Person, PersonErrorCode);
payload!(NeedAddPayload, /// The need.
    need: Need, NeedErrorCode);
payload!(NeedChangePayload, /// The need.
    need: Need, NeedErrorCode);
payload!(CaseTeamChangePayload, /// The person; null also for a viewer who has left the case team.
    person: Person, CaseTeamChangeErrorCode);
payload!(ConsentRecordPayload, /// The answer.
    consent: Consent, ConsentRecordErrorCode);

/// What came of taking a consent back.
#[derive(async_graphql::SimpleObject)]
pub struct ConsentWithdrawPayload {
    /// The consent.
    consent: Option<Consent>,
    /// How many referrals ended with it.
    ended: i32,
    /// What a user can mend; empty when it is done.
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

/// People, needs, case teams, consents.
#[derive(Default)]
pub struct PeopleMutation;

#[Object]
impl PeopleMutation {
    /// Records a person with needs; the viewer is the case team.
    async fn person_record(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The person")] input: PersonRecordInput,
    ) -> Result<PersonRecordPayload, GraphqlError> {
        let needs: Vec<NeedEntry> = input.needs.into_iter().map(NeedEntry::from).collect();
        let entry = input.person.entry()?;
        let recorded = || actions::person_record(request(ctx), entry.clone(), needs.clone());
        let (id, errors) = idempotent(ctx, recorded).await?;
        Ok(PersonRecordPayload { person: person(ctx, id).await?, errors })
    }

    /// Changes what is known of a person, all of it at once.
    async fn person_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The person")] input: PersonChangeInput,
    ) -> Result<PersonChangePayload, GraphqlError> {
        let id = PersonId::parse(&input.person_id)?;
        let (version, entry) = (input.version, input.person.entry()?);
        let result = || actions::person_change(request(ctx), id, version, entry.clone());
        let (id, errors) = idempotent(ctx, result).await?;
        Ok(PersonChangePayload { person: person(ctx, id).await?, errors })
    }

    /// Erases a person, for good: what names them, describes them or was written about them goes; open
    /// referrals end. Coarse facts stay for statistics, and with recipients what their members wrote.
    async fn person_erase(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The person")] input: PersonEraseInput,
    ) -> Result<PersonErasePayload, GraphqlError> {
        input.erase(ctx).await
    }

    /// Adds a need.
    async fn need_add(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The need")] input: NeedAddInput,
    ) -> Result<NeedAddPayload, GraphqlError> {
        let id = PersonId::parse(&input.person_id)?;
        let entry = NeedEntry::from(input.need);
        let (id, errors) = idempotent(ctx, || actions::need_add(request(ctx), id, entry.clone())).await?;
        Ok(NeedAddPayload { need: need(ctx, id).await?, errors })
    }

    /// Changes how urgent a need is, its text, and whether it is met.
    async fn need_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The need")] input: NeedChangeInput,
    ) -> Result<NeedChangePayload, GraphqlError> {
        let id = NeedId::parse(&input.need_id)?;
        let (urgency, version) = (input.urgency.0, input.version);
        let result = || actions::need_change(request(ctx), id, version, urgency, &input.text, input.met);
        let (id, errors) = idempotent(ctx, result).await?;
        Ok(NeedChangePayload { need: need(ctx, id).await?, errors })
    }

    /// Puts a colleague on a case team, or takes them off; the last one stays.
    async fn case_team_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom, and for whom")] input: CaseTeamChangeInput,
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

    /// Records a person's own answer, yes or no.
    async fn consent_record(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The answer")] input: ConsentRecordInput,
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

    /// Takes a consent back, at once; what rests on it and is not accepted is gone for its
    /// recipients.
    async fn consent_withdraw(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The consent")] input: ConsentWithdrawInput,
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
