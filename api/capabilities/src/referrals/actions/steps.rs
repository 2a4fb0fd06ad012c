//! The steps of a sent referral, and messages between its two sides.

use chrono::NaiveDate;
use entities::{
    codes::{GroupMode, Outcome, OutcomeResult, RejectReason, WithdrawReason},
    described_enum,
    ids::{MessageId, ReferralId},
    message, referral,
};
use platform::{
    context::RequestContext,
    db::{DomainEvent, Tx, locks},
    error::{ActionError, DomainError},
    sealing::Cell,
};
use sea_orm::{ActiveValue::Set, EntityTrait};

use super::{
    super::{
        model::{self, ReferralStep},
        policy,
    },
    ending::{locked_others, release_others},
    transition::{PendingStep, StepResult, accept_for_group, conflict, find_locked, key_for},
};
use crate::{
    checks::{Checks, TEXT, field_codes, length_codes},
    disclosures, network,
    referrals::{MESSAGE_WRITE, events::MESSAGE_WRITTEN},
};

described_enum! {
    /// Error of sending a text.
    MessageErrorCode {
        Required = "REQUIRED": "The text is empty.",
        TooLong = "TOO_LONG": "The text is too long.",
        Closed = "CLOSED": "The referral is a draft or closed, so the other side cannot read messages.",
    }
}
described_enum! {
    /// Error of a step that requires no text.
    ReferralStepErrorCode {
        NoPlace = "NO_PLACE": "The service has no free capacity from the start date on; only for acceptance.",
    }
}
described_enum! {
    /// Error of declining a referral.
    ReferralRejectErrorCode {
        Required = "REQUIRED": "The explanation is empty; it is required for the reason OTHER.",
        TooLong = "TOO_LONG": "The text is too long.",
    }
}
described_enum! {
    /// Error of withdrawing a referral.
    ReferralWithdrawErrorCode {
        Required = "REQUIRED": "The explanation is empty; it is required for the reason OTHER.",
        TooLong = "TOO_LONG": "The text is too long.",
        NotYours = "NOT_YOURS": "Only the program sets this reason.",
    }
}
described_enum! {
    /// Error of completing a referral.
    ReferralCompleteErrorCode {
        TooLong = "TOO_LONG": "The text is too long.",
    }
}
field_codes!(MessageErrorCode, ReferralRejectErrorCode, ReferralWithdrawErrorCode);
length_codes!(ReferralCompleteErrorCode);

/// How a referral ended.
#[derive(Clone, Debug)]
pub struct Closing {
    pub outcome: Outcome,
    pub result: OutcomeResult,
    pub notes: String,
}

/// "We are looking at it."
pub async fn referral_acknowledge(
    request: &RequestContext,
    id: ReferralId,
    version: i32,
) -> Result<StepResult, DomainError> {
    simply(request, id, version, ReferralStep::Acknowledge).await
}

/// Work with the person begins.
pub async fn referral_start(
    request: &RequestContext,
    id: ReferralId,
    version: i32,
) -> Result<StepResult, DomainError> {
    simply(request, id, version, ReferralStep::Start).await
}

pub(super) async fn simply(
    request: &RequestContext,
    id: ReferralId,
    version: i32,
    step: ReferralStep,
) -> Result<StepResult, DomainError> {
    let tx = request.begin().await?;
    let pending = PendingStep::begin(request, &tx, id, version, step).await?;
    pending.move_and_close(referral::ActiveModel::default()).await?;
    pending.record(None);
    let result = pending.result();
    tx.commit(result).await
}

/// Takes the referral: the place is held, identity opens, and the others of the group are released.
pub async fn referral_accept(
    request: &RequestContext,
    id: ReferralId,
    version: i32,
) -> Result<StepResult, ActionError<ReferralStepErrorCode>> {
    let tx = request.begin().await?;
    let pending = PendingStep::begin(request, &tx, id, version, ReferralStep::Accept).await?;
    let Some(group) = accept_for_group(&tx, pending.before.group_id, id).await? else {
        // Another of the group was accepted in this moment: to this recipient it is no longer
        // needed, and why is not said.
        return Err(conflict(entities::codes::ReferralState::Withdrawn).into());
    };
    let others = match group.mode {
        GroupMode::AnyOne => locked_others(&tx, group.id, id).await?,
        GroupMode::All => Vec::new(),
    };
    pending.move_and_close(referral::ActiveModel::default()).await?;
    hold_a_place(&tx, &pending).await?;
    if let Some(grant) = pending.before.grant_id {
        disclosures::open(&tx, grant).await?;
    }
    pending.record(None);
    release_others(request, &tx, others).await?;
    let result = pending.result();
    Ok(tx.commit(result).await?)
}

/// Checks that capacity is free from the start date on for the referral that this step has accepted. If capacity is
/// limited, the service is locked first, so that simultaneous acceptances come one after another and no capacity is
/// used twice; otherwise nothing waits. The start date is read with the other reservations: the release date may have
/// changed before the referral was locked.
pub(super) async fn hold_a_place(
    tx: &Tx,
    pending: &PendingStep<'_>,
) -> Result<(), ActionError<ReferralStepErrorCode>> {
    let id = pending.before.service_id;
    if network::capacities(tx.on(), id).await?.is_empty() {
        return Ok(());
    }
    locks::service(tx, id).await?;
    // Read again, because the earlier holder of the lock may have changed them.
    let capacities = network::capacities(tx.on(), id).await?;
    let holds = network::holds_of(tx.on(), id).await?;
    let (own, others): (Vec<_>, Vec<_>) =
        holds.into_iter().partition(|(holder, _)| *holder == pending.before.id);
    let [(_, from)] = own.as_slice() else {
        return Err(DomainError::Internal("an accepted referral occupies no capacity".to_owned()).into());
    };
    let others: Vec<NaiveDate> = others.into_iter().map(|(_, from)| from).collect();
    if network::may_hold_from(&capacities, &others, *from) {
        return Ok(());
    }
    // The message does not name the date: if it is the release date, the viewer may not know it.
    let message = "the service has no free capacity from the start date on; set more capacity, or decline for lack of it";
    Err(ActionError::one("referralId", ReferralStepErrorCode::NoPlace, message))
}

/// Asks the sender a question; the recipient's deadline is suspended until the answer.
pub async fn referral_request_information(
    request: &RequestContext,
    id: ReferralId,
    version: i32,
    text: &str,
) -> Result<StepResult, ActionError<MessageErrorCode>> {
    let tx = request.begin().await?;
    let pending = PendingStep::begin(request, &tx, id, version, ReferralStep::RequestInformation).await?;
    let message = write(request, &tx, &pending.before, worded(text)?).await?;
    pending.move_and_close(referral::ActiveModel::default()).await?;
    pending.record(Some(message.0));
    let result = pending.result();
    Ok(tx.commit(result).await?)
}

/// Answers the recipient's question; the recipient has as many days as were left.
pub async fn referral_answer(
    request: &RequestContext,
    id: ReferralId,
    version: i32,
    text: &str,
) -> Result<StepResult, ActionError<MessageErrorCode>> {
    let tx = request.begin().await?;
    let pending = PendingStep::begin(request, &tx, id, version, ReferralStep::Answer).await?;
    let message = write(request, &tx, &pending.before, worded(text)?).await?;
    let asked_on = pending.viewer.today(pending.before.state_since);
    let respond_by = pending
        .before
        .respond_by
        .map(|date| model::respond_by_after_pause(date, asked_on, &pending.country, pending.today()));
    pending
        .move_and_close(referral::ActiveModel { respond_by: Set(respond_by), ..Default::default() })
        .await?;
    pending.record(Some(message.0));
    let result = pending.result();
    Ok(tx.commit(result).await?)
}

/// Declines a referral. Only the recipient keeps the actual reason.
pub async fn referral_reject(
    request: &RequestContext,
    id: ReferralId,
    version: i32,
    reason: RejectReason,
    text: &str,
) -> Result<StepResult, ActionError<ReferralRejectErrorCode>> {
    let tx = request.begin().await?;
    let pending = PendingStep::begin(request, &tx, id, version, ReferralStep::Reject).await?;
    let mut checks = Checks::default();
    let text = if reason == RejectReason::Other {
        checks.required("text", text, TEXT)
    } else {
        checks.optional("text", text, TEXT)
    };
    checks.done()?;
    let words = pending.reason(&text).await?;
    pending
        .move_and_close(referral::ActiveModel {
            reject_reason: Set(Some(reason)),
            reject_reason_shown: Set(Some(model::reason_shown(reason))),
            reason: Set(words),
            ..Default::default()
        })
        .await?;
    pending.record(None);
    let result = pending.result();
    Ok(tx.commit(result).await?)
}

/// Takes it back.
pub async fn referral_withdraw(
    request: &RequestContext,
    id: ReferralId,
    version: i32,
    reason: WithdrawReason,
    text: &str,
) -> Result<StepResult, ActionError<ReferralWithdrawErrorCode>> {
    let tx = request.begin().await?;
    let pending = PendingStep::begin(request, &tx, id, version, ReferralStep::Withdraw).await?;
    let mut checks = Checks::default();
    if model::BY_THE_PROGRAM.contains(&reason) {
        checks.wrong(
            "reason",
            ReferralWithdrawErrorCode::NotYours,
            "choose another reason, or withdraw the consent instead",
        );
    }
    let text = if reason == WithdrawReason::Other {
        checks.required("text", text, TEXT)
    } else {
        checks.optional("text", text, TEXT)
    };
    checks.done()?;
    let words = pending.reason(&text).await?;
    pending
        .move_and_close(referral::ActiveModel {
            withdraw_reason: Set(Some(reason)),
            reason: Set(words),
            ..Default::default()
        })
        .await?;
    pending.record(None);
    let result = pending.result();
    Ok(tx.commit(result).await?)
}

/// Closes it with an outcome.
pub async fn referral_complete(
    request: &RequestContext,
    id: ReferralId,
    version: i32,
    closing: Closing,
) -> Result<StepResult, ActionError<ReferralCompleteErrorCode>> {
    let tx = request.begin().await?;
    let pending = PendingStep::begin(request, &tx, id, version, ReferralStep::Complete).await?;
    let mut checks = Checks::default();
    let notes = checks.optional("notes", &closing.notes, TEXT);
    checks.done()?;
    let words = pending.reason(&notes).await?;
    pending
        .move_and_close(referral::ActiveModel {
            outcome: Set(Some(closing.outcome)),
            outcome_result: Set(Some(closing.result)),
            reason: Set(words),
            ..Default::default()
        })
        .await?;
    pending.record(None);
    let result = pending.result();
    Ok(tx.commit(result).await?)
}

/// Writes to the other side.
pub async fn message_write(
    request: &RequestContext,
    id: ReferralId,
    text: &str,
) -> Result<MessageId, ActionError<MessageErrorCode>> {
    let viewer = request.viewer_who_may(MESSAGE_WRITE)?;
    let tx = request.begin().await?;
    let referral = find_locked(request, &tx, id).await?;
    if !policy::may_write(viewer, referral.sent_at, referral.closed_at) {
        let message = "the referral is a draft or closed, so the other side cannot read the message";
        return Err(ActionError::one("referralId", MessageErrorCode::Closed, message));
    }
    let message = write(request, &tx, &referral, worded(text)?).await?;
    let consumers = vec![(referral.sender_id, id.0), (referral.recipient_id, id.0)];
    tx.record(DomainEvent::new(MESSAGE_WRITTEN, consumers).about(message.0));
    Ok(tx.commit(message).await?)
}

/// A text that must be there.
fn worded(text: &str) -> Result<String, ActionError<MessageErrorCode>> {
    let mut checks = Checks::default();
    let text = checks.required("text", text, TEXT);
    checks.done()?;
    Ok(text)
}

/// Writes to the other side what was checked to be a text.
pub(super) async fn write(
    request: &RequestContext,
    tx: &Tx,
    referral: &referral::Model,
    text: String,
) -> Result<MessageId, DomainError> {
    let viewer = request.viewer()?;
    let id = MessageId(tx.env().random_id());
    let key = key_for(request, tx, referral, policy::side(viewer, referral)).await?;
    message::Entity::insert(message::ActiveModel {
        id: Set(id),
        referral_id: Set(referral.id),
        organisation_id: Set(viewer.organisation),
        member_id: Set(viewer.member),
        text: Set(key.seal(Cell::new("message", "text", id.0), &text)),
        sent_at: Set(tx.now()),
    })
    .exec_without_returning(tx.on())
    .await?;
    Ok(id)
}
