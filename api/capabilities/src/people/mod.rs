//! People, as their holder sees them: the encrypted identity, needs, case team and consents.
//!
//! Only this capability writes persons, needs, consents and the keys of people. Dependents of a consent or a person
//! are called when they change: see `Dependents`.

pub mod actions;
pub mod events;
pub mod graphql;
pub mod model;
pub mod policy;
pub mod reads;
mod subjects;
pub mod visible;

use platform::capability::Capability;

pub use actions::{
    Entry, NeedEntry, PersonErrorCode, count_on_teams, erase_again, free_pseudonym, hand_over, key_of_person,
    locked_alive, locked_person, people_record, person_record, validate_person,
};
pub use graphql::{Contact, Identity, IdentityDocument, Person, contact, documents, identity};
pub use model::{ConsentStanding, Particulars, ReadinessState, age_band, age_on, scope_of, standing};
pub use policy::{
    CASE_TEAM_CHANGE, CONSENT_RECORD, CONSENT_WITHDRAW, PERSON_CHANGE, PERSON_ERASE, PERSON_READ,
    PERSON_RECORD,
};
pub use reads::{NeedRow, PersonRow, known, needs_by_id, particulars, people_by_id};
pub use subjects::CaseTeams;

/// Contributions of this capability to the application.
pub const CAPABILITY: Capability = Capability {
    actions: policy::ACTIONS,
    events: events::EVENTS,
    subjects: subjects::SUBJECTS,
    ..Capability::new("people")
};
