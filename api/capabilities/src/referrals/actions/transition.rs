//! Common parts of every step of a referral: find it, check the table, compare and set, record.

use chrono::{Days, NaiveDate};
use chrono_tz::Tz;
use entities::{
    codes::{EventKind, GroupMode, ReferralState},
    ids::{GroupId, OrganisationId, ReferralId},
    organisation, referral, referral_group,
    sealed::Sealed,
};
use platform::{
    access::{Viewer, membership},
    context::RequestContext,
    db::{
        ActionResult, DomainEvent, Tx,
        locks::{self, Row},
    },
    error::DomainError,
    sealing::{Cell, DataKey},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::super::{
    model::{self, Actor, Deadline, NEVER, OPEN_AFTER_CLOSING, ReferralStep},
    policy,
};
use crate::{
    disclosures, people,
    referrals::{
        Side,
        events::{
            REFERRAL_ACCEPTED, REFERRAL_ACKNOWLEDGED, REFERRAL_ANSWERED, REFERRAL_COMPLETED,
            REFERRAL_ENTERED_IN_ERROR, REFERRAL_FAILED, REFERRAL_HELD, REFERRAL_INFORMATION_REQUESTED,
            REFERRAL_REJECTED, REFERRAL_REOPENED, REFERRAL_RESUMED, REFERRAL_SENT, REFERRAL_STARTED,
            REFERRAL_WAITLISTED, REFERRAL_WITHDRAWN,
        },
        visible,
    },
};

/// Result of a step, so that the client need not read the referral again.
#[derive(Clone, Copy, Debug)]
pub struct StepResult {
    pub id: ReferralId,
    /// Not known of a step that was taken before, under the same key.
    pub now: Option<Standing>,
}

/// State of a referral.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    pub state: ReferralState,
    pub version: i32,
}

impl From<&referral::Model> for StepResult {
    fn from(row: &referral::Model) -> Self {
        Self { id: row.id, now: Some(Standing { state: row.state, version: row.version }) }
    }
}

impl ActionResult for StepResult {
    fn to_uuid(&self) -> uuid::Uuid {
        self.id.0
    }

    fn from_uuid(kept: uuid::Uuid) -> Self {
        Self { id: ReferralId(kept), now: None }
    }
}

/// A step that is allowed and not yet taken.
pub struct PendingStep<'a> {
    pub request: &'a RequestContext,
    pub tx: &'a Tx,
    pub viewer: &'a Viewer,
    pub before: referral::Model,
    pub step: ReferralStep,
    pub to: ReferralState,
    pub side: Side,
    /// Country of the recipient, whose working days count.
    pub country: String,
    /// Time zone of the recipient: reminders are sent in its mornings.
    pub zone: Tz,
}

impl<'a> PendingStep<'a> {
    /// Finds the referral, checks permission and transition, and compares the version.
    pub async fn begin(
        request: &'a RequestContext,
        tx: &'a Tx,
        id: ReferralId,
        version: i32,
        step: ReferralStep,
    ) -> Result<Self, DomainError> {
        let viewer = request.viewer()?;
        let before = find(request, tx, id).await?;
        let side = policy::side(viewer, &before);
        viewer.must(policy::action_for(step, side))?;
        let Some(to) = model::after(before.state, step, policy::actor(side)) else {
            let others = if side == Side::Sent { Actor::Recipient } else { Actor::Sender };
            let is_theirs = model::TRANSITIONS.iter().any(|row| row.step == step && row.by == others)
                && !model::TRANSITIONS.iter().any(|row| row.step == step && row.by != others);
            return Err(if is_theirs {
                DomainError::Forbidden("only the other side of the referral may take this step".to_owned())
            } else if before.version == version {
                let message = "the state of the referral does not allow this step; `next` lists the steps that it allows";
                DomainError::Conflict { message: message.to_owned(), state: Some(before.state) }
            } else {
                conflict(before.state)
            });
        };
        if before.version != version {
            return Err(conflict(before.state));
        }
        let recipient = organisation::Entity::find_by_id(before.recipient_id)
            .one(tx.on())
            .await?
            .ok_or_else(|| DomainError::Internal("a referral's recipient is missing".to_owned()))?;
        let (country, zone) = (recipient.country, membership::zone(&recipient.time_zone));
        Ok(Self { request, tx, viewer, before, step, to, side, country, zone })
    }

    pub fn today(&self) -> NaiveDate {
        self.request.today()
    }

    /// Encrypts the explanation or notes, if there are any: with the person's key for the sender, with the
    /// disclosure's for the recipient.
    pub async fn reason(&self, text: &str) -> Result<Option<Sealed>, DomainError> {
        if text.is_empty() {
            return Ok(None);
        }
        let key = match key_for(self.request, self.tx, &self.before, self.side).await {
            // No text about an erased person is stored any more.
            Err(DomainError::NotFound(_)) => return Ok(None),
            key => key?,
        };
        Ok(Some(key.seal(Cell::new("referral", "reason", self.before.id.0), text)))
    }

    /// Changes the state, if the referral has not changed in between, together with other columns. Sets the deadline of
    /// the new state, and closes the grant where the referral ends with it.
    pub async fn move_and_close(&self, mut change: referral::ActiveModel) -> Result<(), DomainError> {
        let named = match (self.to, &change.expected_on, &change.respond_by) {
            (ReferralState::Waitlisted, Set(date), _) | (_, _, Set(date)) => *date,
            _ => self.before.respond_by,
        };
        change.state = Set(self.to);
        change.state_since = Set(self.tx.now());
        change.version = Set(self.version());
        let today = self.today();
        let due = model::due_after(self.to, &self.before, named, &self.country, today);
        let (priority, country) = (self.before.priority, &self.country);
        let clock = Deadline { state: self.to, priority, due, since: today, country };
        change.due_on = Set(due);
        change.reminders_sent = Set(0);
        change.next_reminder_at = Set(clock.next_reminder_at(0, today, self.zone));
        let closed = model::waits_for(self.to).is_none();
        locks::by_update(self.tx, Row::Referral(self.before.id));
        change.closed_at = Set(closed.then(|| self.tx.now()));
        let moved = referral::Entity::update_many()
            .set(change)
            .filter(referral::Column::Id.eq(self.before.id))
            .filter(referral::Column::Version.eq(self.before.version))
            .exec(self.tx.on())
            .await?;
        if moved.rows_affected == 0 {
            return Err(conflict(self.before.state));
        }
        // The referral first, then its grant: who changes a grant has locked its owner.
        let Some(grant) = self.before.grant_id else { return Ok(()) };
        match (self.to, self.side) {
            // What was entered in error was never disclosed.
            (ReferralState::EnteredInError, Side::Sent) => disclosures::revoke(self.tx, grant).await,
            (ReferralState::EnteredInError, Side::Received) => {
                disclosures::close(self.tx, grant, today).await
            }
            _ if closed => disclosures::close(self.tx, grant, closes_after(today)).await,
            _ => Ok(()),
        }
    }

    fn version(&self) -> i32 {
        self.before.version + 1
    }

    /// Result of the step, once the change is set.
    pub fn result(&self) -> StepResult {
        StepResult { id: self.before.id, now: Some(Standing { state: self.to, version: self.version() }) }
    }

    /// Records the step for both sides; for the sender only while it is a draft.
    pub fn record(&self, about: Option<uuid::Uuid>) {
        let mut happened = DomainEvent::new(event_of(self.step), self.consumers());
        happened.about = about;
        happened = happened.fields(model::fields_set(self.step).iter().copied());
        self.tx.record(happened);
    }

    fn consumers(&self) -> Vec<(OrganisationId, uuid::Uuid)> {
        let mut consumers = vec![(self.before.sender_id, self.before.id.0)];
        if self.before.sent_at.is_some() || self.step == ReferralStep::Send {
            consumers.push((self.before.recipient_id, self.before.id.0));
        }
        consumers
    }
}

/// The day on which the disclosure of what closes today closes as well.
pub fn closes_after(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(OPEN_AFTER_CLOSING)).unwrap_or(NEVER)
}

/// A referral that the viewer may see, with the transaction's eyes.
pub async fn find(request: &RequestContext, tx: &Tx, id: ReferralId) -> Result<referral::Model, DomainError> {
    visible::referrals(request.viewer()?, request.today(), None)
        .filter(referral::Column::Id.eq(id))
        .one(tx.on())
        .await?
        .ok_or(DomainError::NotFound("referral"))
}

/// The same, locked: the referral cannot be closed while a message is written.
pub async fn find_locked(
    request: &RequestContext,
    tx: &Tx,
    id: ReferralId,
) -> Result<referral::Model, DomainError> {
    let seen =
        visible::referrals(request.viewer()?, request.today(), None).filter(referral::Column::Id.eq(id));
    locks::referrals(tx, seen).await?.pop().ok_or(DomainError::NotFound("referral"))
}

/// Key that encrypts the texts of a side.
pub async fn key_for(
    request: &RequestContext,
    tx: &Tx,
    referral: &referral::Model,
    side: Side,
) -> Result<std::sync::Arc<DataKey>, DomainError> {
    let id = match side {
        Side::Sent => people::key_of_person(tx, referral.person_id).await?,
        Side::Received => {
            disclosures::key_of_disclosure(tx, referral.person_id, referral.recipient_id).await?
        }
    };
    request.app.sealing.key(tx.on(), id).await
}

/// The refusal of a step that came too late.
pub fn conflict(state: ReferralState) -> DomainError {
    DomainError::Conflict {
        message: "the referral changed since you read it; read it again".to_owned(),
        state: Some(state),
    }
}

/// Locks the group and accepts for the whole of it: in a group of which any one suffices, only the first one does.
/// The group, if this one does.
pub async fn accept_for_group(
    tx: &Tx,
    group: GroupId,
    by: ReferralId,
) -> Result<Option<referral_group::Model>, DomainError> {
    let group = locks::group(tx, group)
        .await?
        .ok_or_else(|| DomainError::Internal("a referral's group is missing".to_owned()))?;
    // This referral itself: accepted before, and put on the waiting list in between.
    let free = group.settled_by.is_none_or(|first| first == by) || group.mode == GroupMode::All;
    if !free {
        return Ok(None);
    }
    referral_group::Entity::update_many()
        .col_expr(referral_group::Column::SettledBy, Expr::value(by))
        .filter(referral_group::Column::Id.eq(group.id))
        .exec(tx.on())
        .await?;
    Ok(Some(group))
}

fn event_of(step: ReferralStep) -> EventKind {
    match step {
        ReferralStep::Send => REFERRAL_SENT,
        ReferralStep::Acknowledge => REFERRAL_ACKNOWLEDGED,
        ReferralStep::RequestInformation => REFERRAL_INFORMATION_REQUESTED,
        ReferralStep::Answer => REFERRAL_ANSWERED,
        ReferralStep::Accept => REFERRAL_ACCEPTED,
        ReferralStep::Waitlist => REFERRAL_WAITLISTED,
        ReferralStep::Start => REFERRAL_STARTED,
        ReferralStep::Hold => REFERRAL_HELD,
        ReferralStep::Resume => REFERRAL_RESUMED,
        ReferralStep::Fail => REFERRAL_FAILED,
        ReferralStep::Reopen => REFERRAL_REOPENED,
        ReferralStep::EnterInError => REFERRAL_ENTERED_IN_ERROR,
        ReferralStep::Complete => REFERRAL_COMPLETED,
        ReferralStep::Reject => REFERRAL_REJECTED,
        ReferralStep::Withdraw => REFERRAL_WITHDRAWN,
    }
}
