//! People, read by those who work with them.

mod consents;
mod erasure;
mod persons;

pub use consents::{ConsentRow, consent, consents_by_id, consents_of};
pub use erasure::{Erasing, erasing};
pub(crate) use persons::read_identity;
pub use persons::{
    AccessRecordRow, NeedRow, PersonRow, access_records, case_team, known, known_by, need, needs_by_id,
    needs_of, particulars, people, people_by_id, person,
};
