//! May this viewer take this step with that referral? Pure.

use entities::{
    codes::{ReferralState, Role},
    ids::MemberId,
    instant::Instant,
    referral,
};
use platform::{
    access::{
        Action, Viewer,
        policy::{ANSWERERS, MANAGERS, READERS, WITH_PEOPLE, WORKERS},
    },
    actions,
};

use super::{
    model::{self, Actor, ReferralStep},
    visible::Side,
};

actions! {
    REFERRAL_READ: "Read referrals that the organisation sent or received.", READERS, WITH_PEOPLE, Read;
    REFERRAL_SEND: "Write, send, answer and re-route referrals.", WORKERS, WITH_PEOPLE, Referrals;
    REFERRAL_ANSWER: "Answer referrals that the organisation received, and work on them.", ANSWERERS, WITH_PEOPLE, Referrals;
    REFERRAL_WITHDRAW: "Withdraw a referral that the organisation sent.", WORKERS, WITH_PEOPLE, Referrals;
    REFERRAL_REOPEN: "Re-open a closed referral that the organisation received.", MANAGERS, WITH_PEOPLE, Referrals;
    MESSAGE_WRITE: "Write messages to the other side of a referral.", ANSWERERS, WITH_PEOPLE, Referrals;
    APPOINTMENT_MANAGE: "Make appointments and record attendance.", ANSWERERS, WITH_PEOPLE, Referrals;
}

/// Side of the viewer's organisation. An organisation cannot refer to itself, so the side is unique.
pub fn side(viewer: &Viewer, referral: &referral::Model) -> Side {
    if referral.sender_id == viewer.organisation { Side::Sent } else { Side::Received }
}

pub fn actor(side: Side) -> Actor {
    match side {
        Side::Sent => Actor::Sender,
        Side::Received => Actor::Recipient,
    }
}

/// The action that a step needs on a side.
pub fn action_for(step: ReferralStep, side: Side) -> Action {
    match step {
        ReferralStep::Send | ReferralStep::Answer => REFERRAL_SEND,
        ReferralStep::Withdraw => REFERRAL_WITHDRAW,
        ReferralStep::Acknowledge
        | ReferralStep::RequestInformation
        | ReferralStep::Accept
        | ReferralStep::Waitlist
        | ReferralStep::Start
        | ReferralStep::Resume
        | ReferralStep::Complete
        | ReferralStep::Hold
        | ReferralStep::Fail
        | ReferralStep::Reject => REFERRAL_ANSWER,
        ReferralStep::Reopen => REFERRAL_REOPEN,
        // An entry in error cancels what the side itself sent or answered.
        ReferralStep::EnterInError => match side {
            Side::Sent => REFERRAL_WITHDRAW,
            Side::Received => REFERRAL_ANSWER,
        },
    }
}

/// The steps that the viewer may take now, in the order of the table.
pub fn steps(viewer: &Viewer, state: ReferralState, side: Side) -> Vec<ReferralStep> {
    model::steps(state, actor(side)).into_iter().filter(|step| viewer.may(action_for(*step, side))).collect()
}

/// Whether the two sides may write to each other now: from sending on, while it is open.
pub fn may_write(viewer: &Viewer, sent_at: Option<Instant>, closed_at: Option<Instant>) -> bool {
    viewer.may(MESSAGE_WRITE) && sent_at.is_some() && closed_at.is_none()
}

/// Whether the viewer may make appointments and record attendance.
pub fn may_manage_appointments(viewer: &Viewer, state: ReferralState, side: Side) -> bool {
    viewer.may(APPOINTMENT_MANAGE) && side == Side::Received && model::HOLDS_A_PLACE.contains(&state)
}

/// Whether the viewer may accept the assignment: it is assigned to nobody, or offered to them. Managers may also take
/// over another member's referral.
pub fn may_accept(
    viewer: &Viewer,
    side: Side,
    closed: bool,
    to: Option<MemberId>,
    offered: Option<MemberId>,
) -> bool {
    let own = to == Some(viewer.member);
    let free = to.is_none() && offered.is_none();
    works_on(viewer, side, closed)
        && !own
        && (free || offered == Some(viewer.member) || viewer.role == Role::Manager)
}

/// Whether the viewer may assign it to a colleague, or return it: it is assigned to them or to nobody, or they are a
/// manager.
pub fn may_assign(viewer: &Viewer, side: Side, closed: bool, to: Option<MemberId>) -> bool {
    works_on(viewer, side, closed)
        && (to.is_none() || to == Some(viewer.member) || viewer.role == Role::Manager)
}

fn works_on(viewer: &Viewer, side: Side, closed: bool) -> bool {
    side == Side::Received && !closed && viewer.may(REFERRAL_ANSWER)
}

/// Whether the sender may offer this to another service.
pub fn may_reroute(viewer: &Viewer, state: ReferralState, side: Side) -> bool {
    viewer.may(REFERRAL_SEND) && side == Side::Sent && model::MAY_BE_REROUTED.contains(&state)
}

#[cfg(test)]
mod tests {
    use chrono_tz::Tz;
    use entities::{
        codes::{OrganisationKind, Origin, Role},
        ids::{AccountId, MemberId, OrganisationId},
    };
    use uuid::Uuid;

    use super::*;

    #[test]
    fn who_may_not_withdraw_may_not_take_back_as_an_error_either() {
        let nil = Uuid::nil();
        let (kind, role) = (OrganisationKind::Ngo, Role::JobOfficer);
        let viewer = Viewer {
            token: None,
            member: MemberId(nil),
            account: AccountId(nil),
            organisation: OrganisationId(nil),
            kind,
            role,
            country: "LT".to_owned(),
            time_zone: Tz::UTC,
            scopes: platform::access::policy::scopes(kind, role),
            sees_all: false,
            origin: Origin::Api,
        };
        let sent = steps(&viewer, ReferralState::Accepted, Side::Sent);
        assert!(sent.is_empty(), "{sent:?}");
        let received = steps(&viewer, ReferralState::Accepted, Side::Received);
        assert!(
            received.contains(&ReferralStep::EnterInError) && !received.contains(&ReferralStep::Withdraw)
        );
    }
}
