//! Who may do what of this capability.

use platform::{
    access::policy::{MANAGERS, READERS, WITH_PEOPLE, WORKERS},
    actions,
};

actions! {
    PERSON_READ: "Read people that one's organisation holds, each with the scopes of the role.", READERS, WITH_PEOPLE, Read;
    PERSON_RECORD: "Add a person.", WORKERS, WITH_PEOPLE, People;
    PERSON_CHANGE: "Change what is known about a person and their needs.", WORKERS, WITH_PEOPLE, People;
    PERSON_ERASE: "Erase a person whom one's organisation holds.", MANAGERS, WITH_PEOPLE, People;
    CASE_TEAM_CHANGE: "Add members to a person's case team, or remove them.", WORKERS, WITH_PEOPLE, People;
    CONSENT_RECORD: "Record a person's own answer about sharing.", WORKERS, WITH_PEOPLE, People;
    CONSENT_WITHDRAW: "Withdraw a consent when the person says so.", WORKERS, WITH_PEOPLE, People;
}
