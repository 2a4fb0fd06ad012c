//! What case workers do with people: record, change, add needs, ask and record consent.

pub(super) mod answers;
mod consents;
pub(super) mod disclosing;
mod erasing;
mod needs;
mod persons;
mod recording;
mod teams;

pub use consents::{
    Answer, CONSENTS, ConsentRecordErrorCode, ConsentWithdrawErrorCode, consent_record, consent_withdraw,
    consents_run_out,
};
pub use erasing::{PersonEraseErrorCode, erase_again, person_erase};
pub use needs::{NeedEntry, NeedErrorCode, need_add, need_change};
pub use persons::{CaseTeamChangeErrorCode, Entry, PersonErrorCode, case_team_change, locked, person_change};
pub use recording::{people_record, person_problems, person_record};
pub use teams::{count_on_teams, hand_over};
