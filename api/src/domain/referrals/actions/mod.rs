//! What members do with referrals: one function a business action, each one transaction.

mod appointments;
mod assigning;
mod drafting;
mod ending;
mod moving;
mod releasing;
mod resting;
mod ringing;
mod sending;
mod steps;

pub use appointments::{AppointmentErrorCode, appointment_make, appointment_record_attendance};
pub use assigning::{
    ReferralAssignErrorCode, count_assigned, hand_over, referrals_assign, referrals_decline, referrals_take,
};
pub use drafting::{Draft, Drafted, ReferralDraftErrorCode, Sending, referral_draft};
pub use ending::{end_for_consent, end_for_erasure};
pub use moving::{Left, Standing};
pub use releasing::{DRAFTS, release_moved, send_on_release};
pub use resting::{
    ReferralReasonErrorCode, ReferralReopenErrorCode, ReferralWaitlistErrorCode, referral_enter_in_error,
    referral_fail, referral_hold, referral_reopen, referral_resume, referral_waitlist,
};
pub use ringing::{CLOCKS, ring_clocks};
pub use sending::{ReferralSendErrorCode, referral_send};
pub use steps::{
    Closing, MessageErrorCode, ReferralCompleteErrorCode, ReferralMoveErrorCode, ReferralRejectErrorCode,
    ReferralWithdrawErrorCode, message_write, referral_accept, referral_acknowledge, referral_answer,
    referral_complete, referral_reject, referral_request_information, referral_start, referral_withdraw,
};
