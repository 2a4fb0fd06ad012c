//! Asking for consent and taking it back.

use chrono::{Months, NaiveDate};
use entities::{
    codes::{ConsentAnswer, ConsentHow, Purpose, ReportBack, Scope, Set as Codes, WithdrawReason},
    consent, consent_recipient,
    ids::{ConsentId, OrganisationId, PersonId},
    organisation,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{
    super::model::ConsentField,
    answers::{
        consents_of, end_resting, lock_resting, referrals_on, rest_on_no, resting_on_expired, resting_on_yes,
    },
    persons::locked_person,
};
use crate::checks::{Checks, LINE, TEXT, field_codes};
use crate::people::events::{CONSENT_RAN_OUT, CONSENT_RECORDED, CONSENT_WITHDRAWN};
use crate::people::{CONSENT_RECORD, CONSENT_WITHDRAW};
use entities::described_enum;
use platform::{
    access::policy::works_with_people,
    context::{AppState, RequestContext},
    db::{AuditContext, DomainEvent},
    error::{ActionError, DomainError},
    events::{Lease, Progress},
    sealing::Cell,
};

described_enum! {
    /// Why an answer cannot be recorded like this.
    ConsentRecordErrorCode {
        Required = "REQUIRED": "Something is missing.",
        TooLong = "TOO_LONG": "A text is too long, or there are too many recipients.",
        NotADate = "NOT_A_DATE": "The last day must lie between today and three years from now.",
        NotARecipient = "NOT_A_RECIPIENT": "An organisation that does not work with people, or one's own, cannot be a recipient.",
    }
}
described_enum! {
    /// Why a consent cannot be taken back.
    ConsentWithdrawErrorCode {
        NotInForce = "NOT_IN_FORCE": "It is a refusal, or was taken back already.",
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
    /// In which it was asked, BCP 47.
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
        checks.wrong("scopes", ConsentRecordErrorCode::Required, "name at least one scope");
    }
    let today = request.today();
    let latest = today.checked_add_months(Months::new(36)).unwrap_or(today);
    if answer.expires_on < today || answer.expires_on > latest {
        checks.wrong(
            "expiresOn",
            ConsentRecordErrorCode::NotADate,
            "must lie between today and three years from now",
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
        // No means no, at once, also for what an earlier yes had opened.
        lock_resting(&tx, person, &recipients, answer.purpose).await?;
        let resting = resting_on_yes(&tx, person, &recipients, answer.purpose).await?;
        end_resting(request.app.capabilities, &tx, resting, WithdrawReason::ConsentWithdrawn).await?;
        rest_on_no(&tx, id, person, &recipients, answer.purpose).await?;
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
        checks.wrong("recipientIds", ConsentRecordErrorCode::Required, "name at least one organisation");
    } else if recipients.len() > 100 {
        checks.wrong("recipientIds", ConsentRecordErrorCode::TooLong, "at most 100 organisations");
    }
    let works = |id: &OrganisationId| {
        *id != own && found.iter().any(|row| row.id == *id && works_with_people(row.kind))
    };
    if !recipients.iter().all(works) {
        checks.wrong(
            "recipientIds",
            ConsentRecordErrorCode::NotARecipient,
            "one of these cannot be a recipient",
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
        let message = "it is a refusal, or was taken back already";
        return Err(ActionError::one("consentId", ConsentWithdrawErrorCode::NotInForce, message));
    }
    let moved = consent::Entity::update_many()
        .col_expr(consent::Column::WithdrawnAt, Expr::value(request.now))
        .col_expr(consent::Column::Version, Expr::value(version + 1))
        .filter(consent::Column::Id.eq(id))
        .filter(consent::Column::Version.eq(version))
        .filter(consent::Column::WithdrawnAt.is_null())
        .exec(tx.on())
        .await?;
    if moved.rows_affected == 0 {
        return Err(DomainError::stale().into());
    }
    let resting = referrals_on(&tx, id).await?;
    let why = WithdrawReason::ConsentWithdrawn;
    let ended = end_resting(request.app.capabilities, &tx, resting, why).await?;
    let happened = DomainEvent::new(CONSENT_WITHDRAWN, vec![(viewer.organisation, person.id.0)]);
    tx.record(happened.about(id.0).fields([ConsentField::WithdrawnAt]));
    Ok(tx.commit(ended).await?)
}

/// The name of the duty and its lease.
pub const CONSENT_EXPIRY_JOB: &str = "consent_expiry";

/// Ends what rests on consents that have run out and is not accepted. Nothing is shown meanwhile: every
/// read judges the day of expiry itself.
pub async fn expire_consents(app: &AppState, lease: &Lease) -> Result<Progress, DomainError> {
    const BATCH: u64 = 100;
    let now = app.env.clock.now();
    // The day must be over wherever the holder is.
    let over = now.plus_seconds(-12 * 3_600).utc().date_naive();
    let resting = resting_on_expired(app.db.read(), over, BATCH).await?;
    if resting.is_empty() {
        return Ok(Progress::Idle);
    }
    let tx = app.db.begin(AuditContext::system(now)).await?;
    lease.fence(&tx).await?;
    let ran_out = consents_of(tx.on(), &resting).await?;
    let ended = end_resting(app.capabilities, &tx, resting, WithdrawReason::ConsentExpired).await?;
    if ended > 0 {
        for (holder, person, consent) in ran_out {
            let happened = DomainEvent::new(CONSENT_RAN_OUT, vec![(holder, person.0)]);
            tx.record(happened.about(consent.0).by_itself());
        }
    }
    tx.commit().await?;
    Ok(if ended > 0 { Progress::More } else { Progress::Idle })
}
