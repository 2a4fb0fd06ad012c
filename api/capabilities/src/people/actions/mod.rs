//! What case workers do with people: record, change, add needs, ask and record consent.

pub(super) mod answers;
mod bulk_recording;
mod consents;
pub(super) mod disclosures;
mod erasure;
mod needs;
mod persons;
mod teams;

pub use bulk_recording::{people_record, person_record, validate_person};
pub use consents::{
    Answer, CONSENT_EXPIRY_JOB, ConsentRecordErrorCode, ConsentWithdrawErrorCode, consent_record,
    consent_withdraw, expire_consents,
};
pub use erasure::{PersonEraseErrorCode, erase_again, person_erase};
pub use needs::{NeedEntry, NeedErrorCode, need_add, need_change};
pub use persons::{
    CaseTeamChangeErrorCode, Entry, PersonErrorCode, case_team_change, locked_alive, locked_person,
    person_change,
};
pub use teams::{count_on_teams, hand_over};
