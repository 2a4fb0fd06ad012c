//! Types the pages' documents by the contract, while the crate is compiled.

/// The contract's own scalars.
pub mod scalars {
    pub type Date = chrono::NaiveDate;
    pub type DateTime = chrono::DateTime<chrono::Utc>;
    pub type SequenceNumber = i64;
}

/// What `graphql_client` calls the contract's `ID` in an operation's variables.
pub type Id = String;

// Declares an operation of a page: its name, and the document beside it. With `form` the answer can fill in a form.
//
// It is generated (`generate/contract.rs`), since it names every code of the contract, so that all operations share one type of
// each.
include!(concat!(env!("OUT_DIR"), "/operation.rs"));
pub(crate) use operation;
