//! Codes of the audit log and of encryption keys. Stored as written here.

use sea_orm::prelude::StringLen;

use super::codes;

codes! {
    /// Purpose of an encrypted key.
    KeyPurpose {
        Person = "PERSON": "Encrypts what a holder writes about one person.",
        Disclosure = "DISCLOSURE": "Encrypts what a recipient writes about one disclosure.",
        Search = "SEARCH": "Hashes the words of names for the search of one organisation.",
        Import = "IMPORT": "Encrypts an import until it is applied or deleted.",
        AuditLog = "JOURNAL": "Chains the events of the audit log.",
        Check = "CHECK": "Proves that the master key is the one that this database was set up with.",
    }
}

codes! {
    /// Origin of a change.
    Origin {
        Pages = "PAGES": "The web application.",
        Api = "API": "A program with an API token.",
        System = "SYSTEM": "The server itself.",
    }
}
