//! Changing people and their case teams.

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};
use entities::{
    case_team,
    codes::{LegalStatus, Sex, Sobriety},
    described_enum,
    ids::{KeyId, MemberId, MunicipalityId, OrganisationId, PersonId},
    person,
};
use platform::{
    access::membership,
    context::RequestContext,
    db::{DomainEvent, Tx, changed, locks, update_at_version},
    error::{ActionError, DomainError},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::OnConflict};

use super::{
    super::{
        model::{Document, Particulars, PersonField, birth_token, number_token},
        reads::particulars,
    },
    bulk_recording::{hash_again, prisons, seal, year_of_birth},
};
use crate::{
    checks::{Checks, LINE, field_codes},
    people::{
        CASE_TEAM_CHANGE, PERSON_CHANGE, PERSON_READ,
        events::{CASE_TEAM_CHANGED, PERSON_CHANGED},
        visible,
    },
};

described_enum! {
    /// Error of adding or changing a person.
    PersonErrorCode {
        Required = "REQUIRED": "A required field is empty.",
        TooLong = "TOO_LONG": "A text is too long, or there are too many documents or needs.",
        NotADate = "NOT_A_DATE": "A date or year is not possible.",
        Unknown = "UNKNOWN": "The municipality or prison does not exist.",
    }
}
described_enum! {
    /// Error of changing a case team.
    CaseTeamChangeErrorCode {
        Required = "REQUIRED": "The case team must keep at least one member.",
        NotAColleague = "NOT_A_COLLEAGUE": "The member is not a colleague, or has a role that reads no person.",
    }
}
field_codes!(PersonErrorCode);

/// Data of a person, as typed.
#[derive(Clone, Debug)]
pub struct Entry {
    pub given_name: String,
    pub family_name: String,
    pub date_of_birth: Option<NaiveDate>,
    pub year_of_birth: Option<i32>,
    pub sex: Sex,
    /// BCP 47.
    pub language: String,
    pub phone: String,
    pub email: String,
    pub address: String,
    /// Kind and number.
    pub documents: Vec<(String, String)>,
    pub municipality: Option<MunicipalityId>,
    pub release_date: Option<NaiveDate>,
    pub release_confirmed: bool,
    pub legal_status: LegalStatus,
    pub prison: Option<OrganisationId>,
    pub sobriety: Sobriety,
    pub restricted: bool,
}

impl Entry {
    /// Tokens that identify the person in a list, before hashing: the name with the date of birth, or with the year
    /// if the date is unknown, and the numbers. Empty if nothing identifies them.
    pub fn recognised_by(&self) -> Vec<String> {
        let name = format!("{} {}", self.given_name, self.family_name);
        let born = self.date_of_birth.map(|day| day.to_string());
        let born = born.or_else(|| self.year_of_birth.map(|year| year.to_string()));
        let numbers = self.documents.iter().map(|(_, number)| number_token(&self.family_name, number));
        born.map(|born| birth_token(&name, &born)).into_iter().chain(numbers).collect()
    }
}

/// Changes what is known of a person, all of it at once.
pub async fn person_change(
    request: &RequestContext,
    id: PersonId,
    version: i32,
    entry: Entry,
) -> Result<PersonId, ActionError<PersonErrorCode>> {
    let viewer = request.viewer_who_may(PERSON_CHANGE)?;
    let mut checks = Checks::default();
    let known = check(request, &mut checks, &entry, &prisons(request, entry.prison).await?);
    let tx = request.begin().await?;
    let before = locked_person(request, &tx, id).await?;
    checks.done()?;
    if before.version != version {
        return Err(DomainError::stale().into());
    }
    let key = request.app.sealing.key(tx.on(), before.key_id).await?;
    let known_before = particulars(request, &before).await?;
    let known = known.keeping_unread(known_before.clone(), viewer.scopes);
    let update = person::ActiveModel {
        year_of_birth: Set(year_of_birth(&entry)),
        sex: Set(entry.sex),
        municipality_id: Set(entry.municipality),
        release_date: Set(entry.release_date),
        release_confirmed: Set(entry.release_date.is_some() && entry.release_confirmed),
        sealed: Set(seal(&key, id, &known)?),
        restricted: Set(entry.restricted),
        changed_at: Set(request.now),
        ..Default::default()
    };
    let fields = changed(&before, &update, field_of).into_iter().chain(known.changed_from(&known_before));
    let happened = DomainEvent::new(PERSON_CHANGED, vec![(viewer.organisation, id.0)]).fields(fields);
    let change = person::Entity::update_many().set(update).filter(person::Column::Id.eq(id));
    update_at_version(&tx, change, person::Column::Version, version).await?;
    hash_again(request, &tx, viewer.organisation, id, &known, year_of_birth(&entry)).await?;
    if before.release_date != entry.release_date {
        for moved in request.app.capabilities.iter().filter_map(|each| each.dependents.release_moved) {
            moved(&tx, id, entry.release_date).await?;
        }
    }
    tx.record(happened);
    Ok(tx.commit(id).await?)
}

/// The field of each column; what is encrypted is compared apart.
fn field_of(column: person::Column) -> Option<PersonField> {
    use PersonField as F;
    use person::Column as C;
    match column {
        C::YearOfBirth => Some(F::YearOfBirth),
        C::Sex => Some(F::Sex),
        C::MunicipalityId => Some(F::MunicipalityId),
        C::ReleaseDate => Some(F::ReleaseDate),
        C::ReleaseConfirmed => Some(F::ReleaseConfirmed),
        C::Restricted => Some(F::Restricted),
        C::Id
        | C::HolderId
        | C::KeyId
        | C::Pseudonym
        | C::Sealed
        | C::Version
        | C::CreatedAt
        | C::ChangedAt
        | C::ErasedAt => None,
    }
}

/// Puts a colleague on a case team, or takes them off; the last one stays.
pub async fn case_team_change(
    request: &RequestContext,
    person: PersonId,
    colleague: MemberId,
    on: bool,
) -> Result<PersonId, ActionError<CaseTeamChangeErrorCode>> {
    let viewer = request.viewer_who_may(CASE_TEAM_CHANGE)?;
    let tx = request.begin().await?;
    let found = locks::member_stays(&tx, colleague).await?;
    locked_person(request, &tx, person).await?;
    // Whose time is over is not put on a team any more, and is still taken off.
    let found = found.filter(|row| row.organisation_id == viewer.organisation);
    let reads = found.is_some_and(|row| {
        PERSON_READ.is_allowed(viewer.kind, row.role)
            && (!on || membership::holds(row.role, row.ends_on, request.today()))
    });
    if !reads {
        let message = "choose a colleague whose role reads people";
        return Err(ActionError::one("memberId", CaseTeamChangeErrorCode::NotAColleague, message));
    }
    let team = case_team::Entity::find().filter(case_team::Column::PersonId.eq(person)).all(tx.on()).await?;
    let was_on = team.iter().any(|row| row.member_id == colleague);
    if on {
        join_team(&tx, person, colleague).await?;
    } else {
        if team.iter().all(|row| row.member_id == colleague) {
            let message = "add another colleague to the case team first";
            return Err(ActionError::one("memberId", CaseTeamChangeErrorCode::Required, message));
        }
        case_team::Entity::delete_by_id((person, colleague)).exec(tx.on()).await?;
    }
    let happened = DomainEvent::new(CASE_TEAM_CHANGED, vec![(viewer.organisation, person.0)]);
    tx.record(happened.fields((was_on != on).then_some(PersonField::CaseTeam)));
    Ok(tx.commit(person).await?)
}

/// Locks a person whom the viewer may see until the transaction ends: of two members who remove each other from the
/// case team one stays, nothing is sent under a consent that is being withdrawn, and nothing is written about a
/// person who is being erased.
pub async fn locked_person(
    request: &RequestContext,
    tx: &Tx,
    id: PersonId,
) -> Result<person::Model, DomainError> {
    locks::person(tx, visible::people(request.viewer()?), id).await?.ok_or(DomainError::NotFound("person"))
}

/// A person who was not erased, locked until the transaction ends; an error if they were erased.
pub async fn locked_alive(tx: &Tx, id: PersonId) -> Result<Option<person::Model>, DomainError> {
    let alive = person::Entity::find().filter(person::Column::ErasedAt.is_null());
    Ok(locks::person(tx, alive, id).await?)
}

pub(super) fn check(
    request: &RequestContext,
    checks: &mut Checks<PersonErrorCode>,
    entry: &Entry,
    prisons: &HashSet<OrganisationId>,
) -> Particulars {
    let given_name = checks.required("person.givenName", &entry.given_name, LINE);
    let family_name = checks.required("person.familyName", &entry.family_name, LINE);
    let today = request.today();
    let year = today.year();
    if entry.date_of_birth.is_some_and(|born| born > today || born.year() < year - 120) {
        checks.wrong(
            "person.dateOfBirth",
            PersonErrorCode::NotADate,
            "enter a date or year within the last 120 years",
        );
    }
    if entry.year_of_birth.is_some_and(|born| !(year - 120..=year).contains(&born)) {
        checks.wrong(
            "person.yearOfBirth",
            PersonErrorCode::NotADate,
            "enter a date or year within the last 120 years",
        );
    }
    if entry.release_date.is_some_and(|day| (day.year() - year).abs() > 60) {
        checks.wrong(
            "person.releaseDate",
            PersonErrorCode::NotADate,
            "enter a release date within 60 years of today",
        );
    }
    if entry.municipality.is_some_and(|id| request.app.reference_data.municipality(id).is_none()) {
        checks.wrong("person.municipalityId", PersonErrorCode::Unknown, "choose a municipality that exists");
    }
    if entry.prison.is_some_and(|id| !prisons.contains(&id)) {
        checks.wrong("person.prisonId", PersonErrorCode::Unknown, "choose a prison that exists");
    }
    if entry.documents.len() > 20 {
        checks.wrong("person.documents", PersonErrorCode::TooLong, "enter at most 20 ID documents");
    }
    let mut documents = Vec::new();
    for (n, (kind, number)) in entry.documents.iter().enumerate() {
        documents.push(Document {
            kind: checks.required(&format!("person.documents.{n}.kind"), kind, LINE),
            number: checks.required(&format!("person.documents.{n}.number"), number, LINE),
        });
    }
    Particulars {
        given_name,
        family_name,
        date_of_birth: entry.date_of_birth,
        language: checks.required("person.language", &entry.language, 35),
        phone: checks.optional("person.phone", &entry.phone, LINE),
        email: checks.optional("person.email", &entry.email, LINE),
        address: checks.optional("person.address", &entry.address, 1_000),
        documents,
        legal_status: Some(entry.legal_status),
        prison: entry.prison,
        sobriety: Some(entry.sobriety),
    }
}

async fn join_team(tx: &Tx, person: PersonId, member: MemberId) -> Result<(), DomainError> {
    case_team::Entity::insert(case_team::ActiveModel {
        person_id: Set(person),
        member_id: Set(member),
        since: Set(tx.now()),
    })
    .on_conflict(
        OnConflict::columns([case_team::Column::PersonId, case_team::Column::MemberId])
            .update_column(case_team::Column::MemberId)
            .to_owned(),
    )
    .exec_without_returning(tx.on())
    .await?;
    Ok(())
}

/// The key of a person whom the caller was shown.
pub async fn key_of_person(tx: &Tx, person: PersonId) -> Result<KeyId, DomainError> {
    person::Entity::find_by_id(person)
        .select_only()
        .column(person::Column::KeyId)
        .into_tuple()
        .one(tx.on())
        .await?
        .ok_or_else(|| DomainError::Internal("a person's key is missing".to_owned()))
}
