//! Actions of caseworkers on people: add and change them, add needs, record consents.

mod bulk_recording;
mod consents;
mod erasure;
mod needs;
mod persons;
mod pseudonyms;
mod teams;

pub use bulk_recording::{people_record, person_record, validate_person};
pub use consents::{
    Answer, ConsentRecordErrorCode, ConsentWithdrawErrorCode, consent_record, consent_withdraw,
};
pub use erasure::{PersonEraseErrorCode, erase_again, person_erase};
pub use needs::{NeedEntry, NeedErrorCode, need_add, need_change};
pub use persons::{
    CaseTeamChangeErrorCode, Entry, PersonErrorCode, case_team_change, key_of_person, locked_alive,
    locked_person, person_change,
};
pub use pseudonyms::{free_pseudonym, free_pseudonyms};
pub use teams::{count_on_teams, hand_over};
