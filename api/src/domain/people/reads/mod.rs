//! People, read: by those who work with them, and by recipients as far as it is disclosed.

mod consents;
mod disclosed;
mod erasing;
mod homecomings;
mod persons;

pub use consents::{ConsentRow, consent, consents_by_id, consents_of};
pub use disclosed::{DisclosedNeed, DisclosedRow, disclosed};
pub use erasing::{Erasing, erasing};
pub use homecomings::{Homecoming, homecomings};
pub(crate) use persons::look_at;
pub use persons::{
    LookRow, NeedRow, PersonRow, case_team, known, known_by, looks, need, needs_by_id, needs_of, particulars,
    people, people_by_id, person,
};
