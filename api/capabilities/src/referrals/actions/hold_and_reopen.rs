//! Steps beside the straight way: waiting for a place, resting, breaking off, opening again, and what
//! should never have been.

use chrono::{Months, NaiveDate};
use entities::{
    codes::{HoldReason, WithdrawReason},
    described_enum,
    ids::ReferralId,
    referral,
};
use platform::{
    context::RequestContext,
    error::{ActionError, DomainError},
};
use sea_orm::ActiveValue::Set;

use super::{
    super::model::{self, ReferralStep},
    steps::{hold_a_place, write},
    transition::{PendingStep, StepResult},
};
use crate::{
    checks::{Checks, TEXT, field_codes},
    disclosures, people,
};

described_enum! {
    /// Error of putting a referral on the waiting list.
    ReferralWaitlistErrorCode {
        NotADate = "NOT_A_DATE": "The expected date is not within the next year.",
    }
}
described_enum! {
    /// Error of a hold, of closing as incomplete, or of an entry in error.
    ReferralReasonErrorCode {
        Required = "REQUIRED": "The explanation is empty; OTHER and an entry in error require it.",
        TooLong = "TOO_LONG": "The text is too long.",
        NotYours = "NOT_YOURS": "Only the program sets this reason.",
    }
}
described_enum! {
    /// Error of re-opening a closed referral.
    ReferralReopenErrorCode {
        Required = "REQUIRED": "The reason is empty.",
        TooLong = "TOO_LONG": "The text is too long.",
        NoConsent = "NO_CONSENT": "The legal basis of the disclosure no longer holds.",
        NoPlace = "NO_PLACE": "The service has no free capacity from the start date on.",
    }
}
field_codes!(ReferralReasonErrorCode, ReferralReopenErrorCode);

/// Puts a referral on the waiting list; the expected date becomes the deadline. Data that acceptance disclosed stays
/// disclosed.
pub async fn referral_waitlist(
    request: &RequestContext,
    id: ReferralId,
    version: i32,
    expected_on: NaiveDate,
) -> Result<StepResult, ActionError<ReferralWaitlistErrorCode>> {
    let tx = request.begin().await?;
    let pending = PendingStep::begin(request, &tx, id, version, ReferralStep::Waitlist).await?;
    let today = request.today();
    if expected_on <= today || expected_on > today + Months::new(12) {
        let message = "enter a date within the next year";
        return Err(ActionError::one("expectedOn", ReferralWaitlistErrorCode::NotADate, message));
    }
    pending
        .move_and_close(referral::ActiveModel { expected_on: Set(Some(expected_on)), ..Default::default() })
        .await?;
    pending.record(None);
    let result = pending.result();
    Ok(tx.commit(result).await?)
}

/// Work rests; the place stays held.
pub async fn referral_hold(
    request: &RequestContext,
    id: ReferralId,
    version: i32,
    reason: HoldReason,
    text: &str,
) -> Result<StepResult, ActionError<ReferralReasonErrorCode>> {
    let tx = request.begin().await?;
    let pending = PendingStep::begin(request, &tx, id, version, ReferralStep::Hold).await?;
    let words = pending.reason(&explained(text, reason == HoldReason::Other)?).await?;
    let change =
        referral::ActiveModel { hold_reason: Set(Some(reason)), reason: Set(words), ..Default::default() };
    pending.move_and_close(change).await?;
    pending.record(None);
    let result = pending.result();
    Ok(tx.commit(result).await?)
}

/// Closes a referral as incomplete.
pub async fn referral_fail(
    request: &RequestContext,
    id: ReferralId,
    version: i32,
    reason: WithdrawReason,
    text: &str,
) -> Result<StepResult, ActionError<ReferralReasonErrorCode>> {
    let tx = request.begin().await?;
    let pending = PendingStep::begin(request, &tx, id, version, ReferralStep::Fail).await?;
    if model::BY_THE_PROGRAM.contains(&reason) {
        let message = "choose another reason; only the program sets this one";
        return Err(ActionError::one("reason", ReferralReasonErrorCode::NotYours, message));
    }
    let words = pending.reason(&explained(text, reason == WithdrawReason::Other)?).await?;
    let change =
        referral::ActiveModel { fail_reason: Set(Some(reason)), reason: Set(words), ..Default::default() };
    pending.move_and_close(change).await?;
    pending.record(None);
    let result = pending.result();
    Ok(tx.commit(result).await?)
}

/// Marks a referral as entered in error; if the sender does so, the recipient loses access at once.
pub async fn referral_enter_in_error(
    request: &RequestContext,
    id: ReferralId,
    version: i32,
    text: &str,
) -> Result<StepResult, ActionError<ReferralReasonErrorCode>> {
    let tx = request.begin().await?;
    let pending = PendingStep::begin(request, &tx, id, version, ReferralStep::EnterInError).await?;
    let words = pending.reason(&explained(text, true)?).await?;
    pending.move_and_close(referral::ActiveModel { reason: Set(words), ..Default::default() }).await?;
    pending.record(None);
    let result = pending.result();
    Ok(tx.commit(result).await?)
}

/// Re-opens a closed referral if its legal basis still holds and capacity is free. The reason is sent to the other
/// side as a message.
pub async fn referral_reopen(
    request: &RequestContext,
    id: ReferralId,
    version: i32,
    text: &str,
) -> Result<StepResult, ActionError<ReferralReopenErrorCode>> {
    let tx = request.begin().await?;
    let pending = PendingStep::begin(request, &tx, id, version, ReferralStep::Reopen).await?;
    let mut checks = Checks::default();
    let text = checks.required("text", text, TEXT);
    checks.done()?;
    // The person is locked first, so that no open referral of an erased person is created.
    let alive = people::locked_alive(&tx, pending.before.person_id).await?.is_some();
    let message = write(request, &tx, &pending.before, text).await?;
    pending
        .move_and_close(referral::ActiveModel {
            outcome: Set(None),
            outcome_result: Set(None),
            fail_reason: Set(None),
            reason: Set(None),
            ..Default::default()
        })
        .await?;
    hold_a_place(&tx, &pending).await.map_err(|failure| match failure {
        ActionError::Domain(error) => ActionError::Domain(error),
        ActionError::Invalid(problems) => {
            let message = problems.into_iter().next().map(|problem| problem.message).unwrap_or_default();
            ActionError::one("referralId", ReferralReopenErrorCode::NoPlace, message)
        }
    })?;
    let opens = match pending.before.grant_id {
        Some(grant) => alive && disclosures::reopen(&tx, grant, request.today()).await?,
        None => false,
    };
    if !opens {
        let message = "the consent or legal basis of the disclosure no longer holds; ask the sender";
        return Err(ActionError::one("referralId", ReferralReopenErrorCode::NoConsent, message));
    }
    pending.record(Some(message.0));
    let result = pending.result();
    Ok(tx.commit(result).await?)
}

/// Work with the person goes on.
pub async fn referral_resume(
    request: &RequestContext,
    id: ReferralId,
    version: i32,
) -> Result<StepResult, DomainError> {
    super::steps::simply(request, id, version, ReferralStep::Resume).await
}

/// The words of a reason; whether they must be given.
fn explained(text: &str, needed: bool) -> Result<String, ActionError<ReferralReasonErrorCode>> {
    let mut checks = Checks::default();
    let text = if needed { checks.required("text", text, TEXT) } else { checks.optional("text", text, TEXT) };
    checks.done()?;
    Ok(text)
}
