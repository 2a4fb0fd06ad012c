//! What case workers do with people: record, change, add needs, ask and record consent.

mod consents;
pub(super) mod disclosing;
mod erasing;
mod persons;
mod teams;

pub use consents::{
    Answer, CONSENTS, ConsentRecordErrorCode, ConsentWithdrawErrorCode, consent_record, consent_withdraw,
    consents_run_out,
};
pub use erasing::{PersonEraseErrorCode, erase_again, person_erase};
pub use persons::{
    CaseTeamChangeErrorCode, Entry, NeedEntry, NeedErrorCode, PersonErrorCode, case_team_change, need_add,
    need_change, person_change, person_record,
};
pub use teams::{count_on_teams, hand_over};
