//! Codes of the journal and of keys. Taken from the field's standards; stored as written here.

use sea_orm::prelude::StringLen;

use super::codes;

codes! {
    /// What a wrapped key is for.
    KeyPurpose {
        Person = "PERSON": "Seals what a holder writes about one person.",
        Disclosure = "DISCLOSURE": "Seals what a recipient writes about one disclosure.",
        Search = "SEARCH": "Hashes words of names for one organisation.",
        Import = "IMPORT": "Seals a list that is brought in, while it waits.",
        AuditLog = "JOURNAL": "Chains the events of the journal.",
        Check = "CHECK": "Proves that the master key is the one this database was made with.",
    }
}

codes! {
    /// By which way a change came.
    Origin {
        Pages = "PAGES": "The web application.",
        Api = "API": "A token.",
        System = "SYSTEM": "The program itself.",
    }
}
