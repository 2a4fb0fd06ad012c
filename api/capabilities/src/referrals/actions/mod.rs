//! Actions of members on referrals: one function for each business action, one transaction each.

mod appointments;
mod assignment;
mod drafting;
mod ending;
mod hold_and_reopen;
mod reminders;
mod send_on_release;
mod sending;
mod steps;
mod transition;

pub use appointments::{AppointmentErrorCode, appointment_make, appointment_record_attendance};
pub use assignment::{
    ReferralAssignErrorCode, assignment_accept, assignment_decline, count_assigned, hand_over,
    referrals_assign,
};
pub use drafting::{Draft, Drafted, ReferralDraftErrorCode, Sending, referral_draft};
pub use ending::{count_open, end_for_consent, end_for_erasure, lock_for_consent};
pub use hold_and_reopen::{
    ReferralReasonErrorCode, ReferralReopenErrorCode, ReferralWaitlistErrorCode, referral_enter_in_error,
    referral_fail, referral_hold, referral_reopen, referral_resume, referral_waitlist,
};
pub use reminders::{DEADLINES_JOB, process_deadlines};
pub use send_on_release::{SEND_ON_RELEASE_JOB, release_moved, send_on_release};
pub use sending::{ReferralSendErrorCode, referral_send};
pub use steps::{
    Closing, MessageErrorCode, ReferralCompleteErrorCode, ReferralRejectErrorCode, ReferralStepErrorCode,
    ReferralWithdrawErrorCode, message_write, referral_accept, referral_acknowledge, referral_answer,
    referral_complete, referral_reject, referral_request_information, referral_start, referral_withdraw,
};
pub use transition::{Standing, StepResult};
