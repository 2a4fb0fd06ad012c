//! Events of referrals, their messages and appointments, and the members to notify.

use platform::{
    capability::{Relations, SubjectKind},
    events,
};

pub const REFERRAL: SubjectKind = SubjectKind::new("REFERRAL");
pub const MESSAGE: SubjectKind = SubjectKind::new("MESSAGE");
pub const APPOINTMENT: SubjectKind = SubjectKind::new("APPOINTMENT");

/// The member to whom the referral is assigned; every member who may answer it, if there is none.
pub const RECIPIENT: Relations = Relations::nth(0);
/// The author, and the person's case team; the managers if none of them is left.
pub const SENDER: Relations = Relations::nth(1);
/// The recipient's member who was asked to accept it.
pub const OFFERED: Relations = Relations::nth(2);
/// The managers of both sides.
pub const MANAGER: Relations = Relations::nth(3);

events! {
    REFERRAL_DRAFTED: "A referral was written.", REFERRAL;
    REFERRAL_SENT: "A referral was sent.", REFERRAL
        => told(RECIPIENT).urgent().while_waiting();
    REFERRAL_ACKNOWLEDGED: "The recipient started to review a referral.", REFERRAL;
    REFERRAL_INFORMATION_REQUESTED: "The recipient asked for more information.", REFERRAL
        => about(MESSAGE).told(SENDER).urgent();
    REFERRAL_ANSWERED: "The sender answered a question.", REFERRAL
        => about(MESSAGE).told(RECIPIENT).urgent();
    REFERRAL_ACCEPTED: "A referral was accepted.", REFERRAL
        => told(SENDER);
    REFERRAL_WAITLISTED: "The recipient put a referral on the waiting list.", REFERRAL
        => told(SENDER);
    REFERRAL_STARTED: "Work with the person began.", REFERRAL;
    REFERRAL_HELD: "Work with the person was put on hold.", REFERRAL
        => told(SENDER);
    REFERRAL_RESUMED: "Work with the person was resumed.", REFERRAL;
    REFERRAL_COMPLETED: "A referral was closed with an outcome.", REFERRAL
        => told(SENDER);
    REFERRAL_FAILED: "A referral was closed as incomplete.", REFERRAL
        => told(SENDER).urgent();
    REFERRAL_REJECTED: "The recipient declined a referral.", REFERRAL
        => told(SENDER).urgent();
    REFERRAL_WITHDRAWN: "A referral was withdrawn, or is no longer needed.", REFERRAL
        => told(RECIPIENT).takes_away();
    REFERRAL_REMINDED: "A due date is near, and the side that must act was reminded.", REFERRAL
        => told(RECIPIENT.or(SENDER)).urgent();
    REFERRAL_ESCALATED: "A due date passed, and the managers of both sides were informed.", REFERRAL
        => told(MANAGER).urgent();
    REFERRAL_EXPIRED: "A referral expired without an answer.", REFERRAL
        => told(MANAGER.or(SENDER)).urgent();
    REFERRAL_ENTERED_IN_ERROR: "A referral was marked as entered in error.", REFERRAL
        => told_others(RECIPIENT.or(SENDER)).takes_away();
    REFERRAL_REOPENED: "A closed referral was re-opened.", REFERRAL
        => about(MESSAGE).told(SENDER);
    REFERRAL_OFFERED: "A referral was assigned to a colleague, who must accept it.", REFERRAL
        => told(OFFERED).urgent();
    REFERRAL_TAKEN: "A member accepted the assignment of a referral.", REFERRAL;
    REFERRAL_GIVEN_BACK: "A member returned a referral, or declined an assignment.", REFERRAL
        => told(RECIPIENT);
    REFERRAL_NOT_SENT: "A referral could not be sent automatically when the release was confirmed.", REFERRAL
        => told(SENDER).urgent();
    RELEASE_MOVED: "The release date changed.", REFERRAL
        => told(RECIPIENT.or(SENDER)).urgent();
    MESSAGE_WRITTEN: "A message was written.", REFERRAL
        => about(MESSAGE).told_others(RECIPIENT.or(SENDER));
    APPOINTMENT_MADE: "An appointment was made.", REFERRAL
        => about(APPOINTMENT).told_others(RECIPIENT.or(SENDER));
    APPOINTMENT_ATTENDANCE_RECORDED: "Attendance was recorded.", REFERRAL
        => about(APPOINTMENT);
}
