//! The steps of a sent referral, and messages between its two sides.

use entities::{
    codes::{EventKind, GroupMode, Outcome, OutcomeResult, RejectReason, WithdrawReason},
    ids::{MessageId, ReferralId},
    message, referral, referral_group, service,
};
use sea_orm::{ActiveValue::Set, EntityTrait, QuerySelect, sea_query::LockType};

use super::{
    super::{
        model::{self, ReferralStep},
        policy,
    },
    ending::release_others,
    moving::{Left, Moving, conflict, find, key_for, settle},
};
use crate::{
    access::Action,
    db::{Happened, Tx},
    domain::{
        checks::{Checks, TEXT, field_codes},
        network, people,
    },
    house::Call,
    refusal::{Failure, Refusal},
    sealing::Cell,
    words::words,
};

words! {
    /// Why a text cannot be sent.
    MessageErrorCode {
        Required = "REQUIRED": "Write something.",
        TooLong = "TOO_LONG": "The text is too long.",
        Closed = "CLOSED": "The referral is a draft or closed; nobody would read it.",
    }
}
words! {
    /// Why a referral cannot be moved on now.
    ReferralMoveErrorCode {
        NoPlace = "NO_PLACE": "Every place is held from the start date on.",
    }
}
words! {
    /// Why a referral cannot be rejected like this.
    ReferralRejectErrorCode {
        Required = "REQUIRED": "Another reason needs words.",
        TooLong = "TOO_LONG": "The text is too long.",
    }
}
words! {
    /// Why a referral cannot be withdrawn like this.
    ReferralWithdrawErrorCode {
        Required = "REQUIRED": "Another reason needs words.",
        TooLong = "TOO_LONG": "The text is too long.",
        NotYours = "NOT_YOURS": "This reason is given by the program alone.",
    }
}
words! {
    /// Why a referral cannot be completed like this.
    ReferralCompleteErrorCode {
        Required = "REQUIRED": "Say what came of it.",
        TooLong = "TOO_LONG": "The text is too long.",
    }
}
field_codes!(MessageErrorCode, ReferralRejectErrorCode, ReferralWithdrawErrorCode, ReferralCompleteErrorCode);

/// How a referral ended.
#[derive(Debug)]
pub struct Closing {
    pub outcome: Outcome,
    pub result: OutcomeResult,
    pub notes: String,
}

/// "We are looking at it."
pub async fn referral_acknowledge(call: &Call, id: ReferralId, version: i32) -> Result<Left, Refusal> {
    simply(call, id, version, ReferralStep::Acknowledge).await
}

/// Work with the person begins.
pub async fn referral_start(call: &Call, id: ReferralId, version: i32) -> Result<Left, Refusal> {
    simply(call, id, version, ReferralStep::Start).await
}

pub(super) async fn simply(
    call: &Call,
    id: ReferralId,
    version: i32,
    step: ReferralStep,
) -> Result<Left, Refusal> {
    let tx = call.begin().await?;
    let moving = Moving::begin(call, &tx, id, version, step).await?;
    moving.set(referral::ActiveModel::default()).await?;
    moving.record(None);
    let left = moving.left();
    tx.commit(left).await
}

/// Takes the referral: the place is held, identity opens, and the others of the group are released.
pub async fn referral_accept(
    call: &Call,
    id: ReferralId,
    version: i32,
) -> Result<Left, Failure<ReferralMoveErrorCode>> {
    let tx = call.begin().await?;
    let moving = Moving::begin(call, &tx, id, version, ReferralStep::Accept).await?;
    let group = moving.before.group_id;
    if !settle(&tx, group, id).await? {
        // Another of the group was accepted in this moment: to this recipient it is no longer
        // needed, and why is not said.
        return Err(conflict(entities::codes::ReferralState::Withdrawn).into());
    }
    hold_a_place(&tx, &moving).await?;
    moving.set(referral::ActiveModel::default()).await?;
    people::open_grant(&tx, id).await?;
    moving.record(None);
    let mode = referral_group::Entity::find_by_id(group).one(tx.on()).await?.map(|row| row.mode);
    if mode == Some(GroupMode::AnyOne) {
        release_others(call, &tx, group, id).await?;
    }
    let left = moving.left();
    Ok(tx.commit(left).await?)
}

/// Holds a place from the start date on. Where places are counted the service's row is locked first, so that those
/// who accept at once are served one after the other and no place is sold twice; where none are, nobody waits. It is
/// the lock that lets others refer to the service meanwhile.
pub(super) async fn hold_a_place(tx: &Tx, moving: &Moving<'_>) -> Result<(), Failure<ReferralMoveErrorCode>> {
    let id = moving.before.service_id;
    if network::capacities(tx.on(), id).await?.is_empty() {
        return Ok(());
    }
    service::Entity::find_by_id(id).lock(LockType::NoKeyUpdate).one(tx.on()).await?;
    // Anew: whoever held the lock may have changed them.
    let capacities = network::capacities(tx.on(), id).await?;
    let holds = network::holds(tx.on(), &[id]).await?.remove(&id).unwrap_or_default();
    if network::may_hold_from(&capacities, &holds, moving.before.start_date) {
        return Ok(());
    }
    // The day is not named: where it is that of the release it may not be open to whoever accepts.
    let message =
        "every place is held from the start date on; state more places, or reject for lack of capacity";
    Err(Failure::one("referralId", ReferralMoveErrorCode::NoPlace, message))
}

/// Asks the sender a question; the recipient's clock stands still meanwhile.
pub async fn referral_request_information(
    call: &Call,
    id: ReferralId,
    version: i32,
    text: &str,
) -> Result<Left, Failure<MessageErrorCode>> {
    let tx = call.begin().await?;
    let moving = Moving::begin(call, &tx, id, version, ReferralStep::RequestInformation).await?;
    let message = write(call, &tx, &moving.before, worded(text)?).await?;
    moving.set(referral::ActiveModel::default()).await?;
    moving.record(Some(message.0));
    let left = moving.left();
    Ok(tx.commit(left).await?)
}

/// Answers the recipient's question; the recipient has as many days as were left.
pub async fn referral_answer(
    call: &Call,
    id: ReferralId,
    version: i32,
    text: &str,
) -> Result<Left, Failure<MessageErrorCode>> {
    let tx = call.begin().await?;
    let moving = Moving::begin(call, &tx, id, version, ReferralStep::Answer).await?;
    let message = write(call, &tx, &moving.before, worded(text)?).await?;
    let asked_on = moving.viewer.today(moving.before.state_since);
    let respond_by = moving
        .before
        .respond_by
        .map(|date| model::respond_by_after_pause(date, asked_on, &moving.country, moving.today()));
    moving.set(referral::ActiveModel { respond_by: Set(respond_by), ..Default::default() }).await?;
    moving.record(Some(message.0));
    let left = moving.left();
    Ok(tx.commit(left).await?)
}

/// Says that one cannot take it. The real reason stays with the recipient.
pub async fn referral_reject(
    call: &Call,
    id: ReferralId,
    version: i32,
    reason: RejectReason,
    text: &str,
) -> Result<Left, Failure<ReferralRejectErrorCode>> {
    let tx = call.begin().await?;
    let moving = Moving::begin(call, &tx, id, version, ReferralStep::Reject).await?;
    let mut checks = Checks::default();
    let text = if reason == RejectReason::Other {
        checks.required("text", text, TEXT)
    } else {
        checks.optional("text", text, TEXT)
    };
    checks.done()?;
    let words = moving.reason(&text).await?;
    moving
        .set(referral::ActiveModel {
            reject_reason: Set(Some(reason)),
            reject_reason_shown: Set(Some(model::reason_shown(reason))),
            reason: Set(words),
            ..Default::default()
        })
        .await?;
    moving.record(None);
    let left = moving.left();
    Ok(tx.commit(left).await?)
}

/// Takes it back.
pub async fn referral_withdraw(
    call: &Call,
    id: ReferralId,
    version: i32,
    reason: WithdrawReason,
    text: &str,
) -> Result<Left, Failure<ReferralWithdrawErrorCode>> {
    let tx = call.begin().await?;
    let moving = Moving::begin(call, &tx, id, version, ReferralStep::Withdraw).await?;
    let mut checks = Checks::default();
    if model::BY_THE_PROGRAM.contains(&reason) {
        checks.wrong(
            "reason",
            ReferralWithdrawErrorCode::NotYours,
            "withdraw the consent instead, or choose another",
        );
    }
    let text = if reason == WithdrawReason::Other {
        checks.required("text", text, TEXT)
    } else {
        checks.optional("text", text, TEXT)
    };
    checks.done()?;
    let words = moving.reason(&text).await?;
    moving
        .set(referral::ActiveModel {
            withdraw_reason: Set(Some(reason)),
            reason: Set(words),
            ..Default::default()
        })
        .await?;
    moving.record(None);
    let left = moving.left();
    Ok(tx.commit(left).await?)
}

/// Closes it with an outcome.
pub async fn referral_complete(
    call: &Call,
    id: ReferralId,
    version: i32,
    closing: Closing,
) -> Result<Left, Failure<ReferralCompleteErrorCode>> {
    let tx = call.begin().await?;
    let moving = Moving::begin(call, &tx, id, version, ReferralStep::Complete).await?;
    let mut checks = Checks::default();
    let notes = checks.optional("notes", &closing.notes, TEXT);
    checks.done()?;
    let words = moving.reason(&notes).await?;
    moving
        .set(referral::ActiveModel {
            outcome: Set(Some(closing.outcome)),
            outcome_result: Set(Some(closing.result)),
            reason: Set(words),
            ..Default::default()
        })
        .await?;
    moving.record(None);
    let left = moving.left();
    Ok(tx.commit(left).await?)
}

/// Writes to the other side.
pub async fn message_write(
    call: &Call,
    id: ReferralId,
    text: &str,
) -> Result<MessageId, Failure<MessageErrorCode>> {
    let viewer = call.viewer_who_may(Action::MessageWrite)?;
    let tx = call.begin().await?;
    let referral = find(call, &tx, id).await?;
    if !policy::may_write(viewer, referral.sent_at, referral.closed_at) {
        let message = "nobody would read it: the referral is a draft or closed";
        return Err(Failure::one("referralId", MessageErrorCode::Closed, message));
    }
    let message = write(call, &tx, &referral, worded(text)?).await?;
    let readers = vec![(referral.sender_id, id.0), (referral.recipient_id, id.0)];
    tx.record(Happened::new(EventKind::MessageWritten, readers).about(message.0));
    Ok(tx.commit(message).await?)
}

/// A text that must be there.
fn worded(text: &str) -> Result<String, Failure<MessageErrorCode>> {
    let mut checks = Checks::default();
    let text = checks.required("text", text, TEXT);
    checks.done()?;
    Ok(text)
}

/// Writes to the other side what was checked to be a text.
pub(super) async fn write(
    call: &Call,
    tx: &Tx,
    referral: &referral::Model,
    text: String,
) -> Result<MessageId, Refusal> {
    let viewer = call.viewer()?;
    let id = MessageId(tx.world().random_id());
    let key = key_for(call, tx, referral, policy::side(viewer, referral)).await?;
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
