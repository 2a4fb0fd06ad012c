//! Policy of this capability: which roles may take its actions.

use platform::{
    access::policy::{MANAGERS, READERS, WITH_PEOPLE, WORKERS},
    actions,
};

actions! {
    PERSON_READ: "Read people held by the organisation, each with the scopes of the role.", READERS, WITH_PEOPLE, Read;
    PERSON_RECORD: "Add a person.", WORKERS, WITH_PEOPLE, People;
    PERSON_CHANGE: "Change the data of a person and their needs.", WORKERS, WITH_PEOPLE, People;
    PERSON_ERASE: "Erase a person held by the organisation.", MANAGERS, WITH_PEOPLE, People;
    CASE_TEAM_CHANGE: "Add members to a person's case team, or remove them.", WORKERS, WITH_PEOPLE, People;
    CONSENT_RECORD: "Record a person's consent or refusal.", WORKERS, WITH_PEOPLE, People;
    CONSENT_WITHDRAW: "Withdraw a consent at the person's request.", WORKERS, WITH_PEOPLE, People;
}
