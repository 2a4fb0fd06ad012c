//! Steps beside the straight way: waiting for a place, resting, breaking off, opening again, and what
//! should never have been.

use chrono::{Months, NaiveDate};
use entities::{
    codes::{HoldReason, WithdrawReason},
    ids::ReferralId,
    referral,
};
use sea_orm::ActiveValue::Set;

use super::{
    super::model::{self, ReferralStep},
    moving::{Left, Moving},
    steps::{hold_a_place, write},
};
use crate::{
    domain::{
        checks::{Checks, TEXT, field_codes},
        people,
    },
    house::Call,
    refusal::{Failure, Refusal},
    words::words,
};

words! {
    /// Why a referral cannot be put on the waiting list like this.
    ReferralWaitlistErrorCode {
        NotADate = "NOT_A_DATE": "The day must lie within the coming year.",
    }
}
words! {
    /// Why work cannot rest, break off or be taken back like this.
    ReferralReasonErrorCode {
        Required = "REQUIRED": "Another reason needs words.",
        TooLong = "TOO_LONG": "The text is too long.",
        NotYours = "NOT_YOURS": "This reason is given by the program alone.",
    }
}
words! {
    /// Why a closed referral cannot be opened again.
    ReferralReopenErrorCode {
        Required = "REQUIRED": "Say why.",
        TooLong = "TOO_LONG": "The text is too long.",
        NoConsent = "NO_CONSENT": "What it was shared on does not hold any more.",
        NoPlace = "NO_PLACE": "Every place is held from the start date on.",
    }
}
field_codes!(ReferralReasonErrorCode, ReferralReopenErrorCode);

/// Says by when a place is expected; that day is the clock. What acceptance opened stays open.
pub async fn referral_waitlist(
    call: &Call,
    id: ReferralId,
    version: i32,
    expected_on: NaiveDate,
) -> Result<Left, Failure<ReferralWaitlistErrorCode>> {
    let tx = call.begin().await?;
    let moving = Moving::begin(call, &tx, id, version, ReferralStep::Waitlist).await?;
    let today = call.today();
    if expected_on <= today || expected_on > today + Months::new(12) {
        let message = "name a day within the coming year";
        return Err(Failure::one("expectedOn", ReferralWaitlistErrorCode::NotADate, message));
    }
    moving.set(referral::ActiveModel { expected_on: Set(Some(expected_on)), ..Default::default() }).await?;
    moving.record(None);
    let left = moving.left();
    Ok(tx.commit(left).await?)
}

/// Work rests; the place stays held.
pub async fn referral_hold(
    call: &Call,
    id: ReferralId,
    version: i32,
    reason: HoldReason,
    text: &str,
) -> Result<Left, Failure<ReferralReasonErrorCode>> {
    let tx = call.begin().await?;
    let moving = Moving::begin(call, &tx, id, version, ReferralStep::Hold).await?;
    let words = moving.reason(&explained(text, reason == HoldReason::Other)?).await?;
    let change =
        referral::ActiveModel { hold_reason: Set(Some(reason)), reason: Set(words), ..Default::default() };
    moving.set(change).await?;
    moving.record(None);
    let left = moving.left();
    Ok(tx.commit(left).await?)
}

/// Work broke off.
pub async fn referral_fail(
    call: &Call,
    id: ReferralId,
    version: i32,
    reason: WithdrawReason,
    text: &str,
) -> Result<Left, Failure<ReferralReasonErrorCode>> {
    let tx = call.begin().await?;
    let moving = Moving::begin(call, &tx, id, version, ReferralStep::Fail).await?;
    if model::BY_THE_PROGRAM.contains(&reason) {
        let message = "this reason is given by the program alone; choose another";
        return Err(Failure::one("reason", ReferralReasonErrorCode::NotYours, message));
    }
    let words = moving.reason(&explained(text, reason == WithdrawReason::Other)?).await?;
    let change =
        referral::ActiveModel { fail_reason: Set(Some(reason)), reason: Set(words), ..Default::default() };
    moving.set(change).await?;
    moving.record(None);
    let left = moving.left();
    Ok(tx.commit(left).await?)
}

/// It should never have been: what the sender takes back so is gone for the recipient at once.
pub async fn referral_enter_in_error(
    call: &Call,
    id: ReferralId,
    version: i32,
    text: &str,
) -> Result<Left, Failure<ReferralReasonErrorCode>> {
    let tx = call.begin().await?;
    let moving = Moving::begin(call, &tx, id, version, ReferralStep::EnterInError).await?;
    let words = moving.reason(&explained(text, true)?).await?;
    moving.set(referral::ActiveModel { reason: Set(words), ..Default::default() }).await?;
    moving.record(None);
    let left = moving.left();
    Ok(tx.commit(left).await?)
}

/// Opens a closed referral again, where what it was shared on still holds and a place is left. Why is
/// written to the other side as a message.
pub async fn referral_reopen(
    call: &Call,
    id: ReferralId,
    version: i32,
    text: &str,
) -> Result<Left, Failure<ReferralReopenErrorCode>> {
    let tx = call.begin().await?;
    let moving = Moving::begin(call, &tx, id, version, ReferralStep::Reopen).await?;
    let mut checks = Checks::default();
    let text = checks.required("text", text, TEXT);
    checks.done()?;
    hold_a_place(&tx, &moving).await.map_err(|failure| match failure {
        Failure::Refused(refusal) => Failure::Refused(refusal),
        Failure::Problems(problems) => {
            let message = problems.into_iter().next().map(|problem| problem.message).unwrap_or_default();
            Failure::one("referralId", ReferralReopenErrorCode::NoPlace, message)
        }
    })?;
    let message = write(call, &tx, &moving.before, text).await?;
    moving
        .set(referral::ActiveModel {
            outcome: Set(None),
            outcome_result: Set(None),
            fail_reason: Set(None),
            reason: Set(None),
            ..Default::default()
        })
        .await?;
    // The referral first, then its grant, as in every step.
    if !people::reopen_grant(&tx, id, call.today()).await? {
        let message = "the consent or ground that it was shared on does not hold any more: ask the sender";
        return Err(Failure::one("referralId", ReferralReopenErrorCode::NoConsent, message));
    }
    moving.record(Some(message.0));
    let left = moving.left();
    Ok(tx.commit(left).await?)
}

/// Work with the person goes on.
pub async fn referral_resume(call: &Call, id: ReferralId, version: i32) -> Result<Left, Refusal> {
    super::steps::simply(call, id, version, ReferralStep::Resume).await
}

/// The words of a reason; whether they must be given.
fn explained(text: &str, needed: bool) -> Result<String, Failure<ReferralReasonErrorCode>> {
    let mut checks = Checks::default();
    let text = if needed { checks.required("text", text, TEXT) } else { checks.optional("text", text, TEXT) };
    checks.done()?;
    Ok(text)
}
