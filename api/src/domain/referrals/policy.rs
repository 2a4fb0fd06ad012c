//! May this viewer take this step with that referral? Pure.

use entities::{codes::ReferralState, instant::Instant, referral};

use super::model::{self, Actor, ReferralStep};
use crate::access::{Action, Viewer, visible::Side};

/// On which side of a referral the viewer's organisation stands. A referral to one's own
/// organisation does not exist, so there is one answer.
pub fn side(viewer: &Viewer, referral: &referral::Model) -> Side {
    if referral.sender_id == viewer.organisation { Side::Sent } else { Side::Received }
}

pub fn actor(side: Side) -> Actor {
    match side {
        Side::Sent => Actor::Sender,
        Side::Received => Actor::Recipient,
    }
}

/// The action that a step needs.
pub fn action_for(step: ReferralStep) -> Action {
    match step {
        ReferralStep::Send | ReferralStep::Answer => Action::ReferralSend,
        ReferralStep::Withdraw => Action::ReferralWithdraw,
        ReferralStep::Acknowledge
        | ReferralStep::RequestInformation
        | ReferralStep::Accept
        | ReferralStep::Waitlist
        | ReferralStep::Start
        | ReferralStep::Resume
        | ReferralStep::Complete
        | ReferralStep::Hold
        | ReferralStep::Fail
        | ReferralStep::Reject => Action::ReferralAnswer,
        ReferralStep::Reopen => Action::ReferralReopen,
        ReferralStep::EnterInError => Action::ReferralEnterInError,
    }
}

/// The steps that the viewer may take now, in the order of the table.
pub fn steps(viewer: &Viewer, state: ReferralState, side: Side) -> Vec<ReferralStep> {
    model::steps(state, actor(side)).into_iter().filter(|step| viewer.may(action_for(*step))).collect()
}

/// Whether the two sides may write to each other now: from sending on, while it is open.
pub fn may_write(viewer: &Viewer, sent_at: Option<Instant>, closed_at: Option<Instant>) -> bool {
    viewer.may(Action::MessageWrite) && sent_at.is_some() && closed_at.is_none()
}

/// Whether the viewer may make appointments and record attendance.
pub fn may_keep_appointments(viewer: &Viewer, state: ReferralState, side: Side) -> bool {
    viewer.may(Action::AppointmentKeep) && side == Side::Received && model::HOLDS_A_PLACE.contains(&state)
}

/// Whether the sender may offer this to another service.
pub fn may_reroute(viewer: &Viewer, state: ReferralState, side: Side) -> bool {
    viewer.may(Action::ReferralSend) && side == Side::Sent && model::MAY_BE_REROUTED.contains(&state)
}
