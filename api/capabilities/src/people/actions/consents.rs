//! Asking for consent and taking it back.

use chrono::{Months, NaiveDate};
use entities::{
    codes::{ConsentAnswer, ConsentHow, Purpose, ReportBack, Scope, Set as Codes},
    consent, consent_recipient, described_enum,
    ids::{ConsentId, OrganisationId, PersonId},
    organisation,
};
use platform::{
    access::policy::works_with_people,
    capability::Refusal,
    context::RequestContext,
    db::{DomainEvent, update_at_version},
    error::{ActionError, DomainError},
    sealing::Cell,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{super::model::ConsentField, persons::locked_person};
use crate::{
    checks::{Checks, LINE, TEXT, field_codes},
    people::{
        CONSENT_RECORD, CONSENT_WITHDRAW,
        events::{CONSENT_RECORDED, CONSENT_WITHDRAWN},
    },
};

described_enum! {
    /// Error of recording a consent.
    ConsentRecordErrorCode {
        Required = "REQUIRED": "A required field is empty.",
        TooLong = "TOO_LONG": "A text is too long, or there are too many recipients.",
        NotADate = "NOT_A_DATE": "The last day is not from today to three years ahead.",
        NotARecipient = "NOT_A_RECIPIENT": "A recipient is one's own organisation, or does not work with people.",
    }
}
described_enum! {
    /// Error of withdrawing a consent.
    ConsentWithdrawErrorCode {
        NotInForce = "NOT_IN_FORCE": "The consent is a refusal, or is already withdrawn.",
    }
}
field_codes!(ConsentRecordErrorCode);

/// A person's answer, as recorded.
#[derive(Clone, Debug)]
pub struct Answer {
    pub answer: ConsentAnswer,
    pub purpose: Purpose,
    pub scopes: Codes<Scope>,
    pub recipients: Vec<OrganisationId>,
    pub how: ConsentHow,
    pub in_custody: bool,
    /// Language in which the person was asked, BCP 47.
    pub language: String,
    /// The words that were said to the person.
    pub said: String,
    pub witness: String,
    pub report_back: Codes<ReportBack>,
    /// The last day of the answer.
    pub expires_on: NaiveDate,
}

/// Records a person's own answer. A later answer about the same recipient and purpose replaces an
/// earlier one for what is sent from then on.
pub async fn consent_record(
    request: &RequestContext,
    person: PersonId,
    answer: Answer,
) -> Result<ConsentId, ActionError<ConsentRecordErrorCode>> {
    let viewer = request.viewer_who_may(CONSENT_RECORD)?;
    let mut checks = Checks::default();
    let said = checks.required("said", &answer.said, TEXT);
    let language = checks.required("language", &answer.language, 35);
    let witness = checks.optional("witness", &answer.witness, LINE);
    if answer.scopes.is_empty() {
        checks.wrong("scopes", ConsentRecordErrorCode::Required, "choose at least one scope");
    }
    let today = request.today();
    let latest = today.checked_add_months(Months::new(36)).unwrap_or(today);
    if answer.expires_on < today || answer.expires_on > latest {
        checks.wrong(
            "expiresOn",
            ConsentRecordErrorCode::NotADate,
            "enter a last day from today to three years ahead",
        );
    }
    check_recipients(request, &mut checks, viewer.organisation, &answer.recipients).await?;
    let tx = request.begin().await?;
    let row = locked_person(request, &tx, person).await?;
    checks.done()?;

    let key = request.app.sealing.key(tx.on(), row.key_id).await?;
    let id = ConsentId(tx.env().ordered_id());
    let seal = |column, text: &str| key.seal(Cell::new("consent", column, id.0), text);
    consent::Entity::insert(consent::ActiveModel {
        id: Set(id),
        person_id: Set(person),
        answer: Set(answer.answer),
        purpose: Set(answer.purpose),
        scopes: Set(answer.scopes),
        report_back: Set(answer.report_back),
        how: Set(answer.how),
        in_custody: Set(answer.in_custody),
        language: Set(language),
        said: Set(seal("said", &said)),
        witness: Set((!witness.is_empty()).then(|| seal("witness", &witness))),
        asked_by: Set(viewer.member),
        asked_at: Set(request.now),
        expires_on: Set(answer.expires_on),
        withdrawn_at: Set(None),
        version: Set(1),
    })
    .exec_without_returning(tx.on())
    .await?;
    let mut recipients = answer.recipients;
    recipients.sort();
    recipients.dedup();
    if answer.answer == ConsentAnswer::Refused {
        let refusal =
            || Refusal { answer: id, person, recipients: recipients.clone(), purpose: answer.purpose };
        for dependent in request.app.capabilities.iter().filter_map(|each| each.dependents.consents) {
            (dependent.refused)(request.app.capabilities, &tx, refusal()).await?;
        }
    }
    consent_recipient::Entity::insert_many(recipients.into_iter().map(|recipient| {
        consent_recipient::ActiveModel { consent_id: Set(id), organisation_id: Set(recipient) }
    }))
    .exec_without_returning(tx.on())
    .await?;
    let subjects = vec![(viewer.organisation, person.0)];
    tx.record(DomainEvent::new(CONSENT_RECORDED, subjects).about(id.0));
    Ok(tx.commit(id).await?)
}

async fn check_recipients(
    request: &RequestContext,
    checks: &mut Checks<ConsentRecordErrorCode>,
    own: OrganisationId,
    recipients: &[OrganisationId],
) -> Result<(), DomainError> {
    let found = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(recipients.iter().copied()))
        .all(request.read())
        .await?;
    if recipients.is_empty() {
        checks.wrong("recipientIds", ConsentRecordErrorCode::Required, "choose at least one organisation");
    } else if recipients.len() > 100 {
        checks.wrong("recipientIds", ConsentRecordErrorCode::TooLong, "choose at most 100 organisations");
    }
    let works = |id: &OrganisationId| {
        *id != own && found.iter().any(|row| row.id == *id && works_with_people(row.kind))
    };
    if !recipients.iter().all(works) {
        checks.wrong(
            "recipientIds",
            ConsentRecordErrorCode::NotARecipient,
            "choose other organisations that work with people",
        );
    }
    Ok(())
}

/// Takes a consent back, at once, and everything that rests on it and is not accepted with it.
/// Returns how many referrals ended.
pub async fn consent_withdraw(
    request: &RequestContext,
    id: ConsentId,
    version: i32,
) -> Result<u32, ActionError<ConsentWithdrawErrorCode>> {
    let viewer = request.viewer_who_may(CONSENT_WITHDRAW)?;
    let tx = request.begin().await?;
    let consent =
        consent::Entity::find_by_id(id).one(tx.on()).await?.ok_or(DomainError::NotFound("consent"))?;
    let person = locked_person(request, &tx, consent.person_id).await;
    let person = person.map_err(|error| error.missing_as("consent"))?;
    if consent.answer == ConsentAnswer::Refused || consent.withdrawn_at.is_some() {
        let message = "this consent is a refusal, or is already withdrawn";
        return Err(ActionError::one("consentId", ConsentWithdrawErrorCode::NotInForce, message));
    }
    let change = consent::Entity::update_many()
        .col_expr(consent::Column::WithdrawnAt, Expr::value(request.now))
        .filter(consent::Column::Id.eq(id))
        .filter(consent::Column::WithdrawnAt.is_null());
    update_at_version(&tx, change, consent::Column::Version, version).await?;
    let mut ended = 0;
    for dependent in request.app.capabilities.iter().filter_map(|each| each.dependents.consents) {
        ended += (dependent.withdrawn)(request.app.capabilities, &tx, id).await?;
    }
    let happened = DomainEvent::new(CONSENT_WITHDRAWN, vec![(viewer.organisation, person.id.0)]);
    tx.record(happened.about(id.0).fields([ConsentField::WithdrawnAt]));
    Ok(tx.commit(ended).await?)
}
