//! Imports of lists from spreadsheets: the field of each column, the status of each row, and the recording of new
//! rows through the actions of other capabilities.
//!
//! Nothing is recorded before the member applies the import, and nothing is shared by it: imported people are held by
//! the organisation. A waiting import is encrypted with its own key, which is destroyed with it; only the member who
//! uploaded it sees it.

pub mod actions;
mod cells;
pub mod events;
pub mod graphql;
pub mod model;
mod organisations;
mod people;
mod reads;
mod serialization;
mod validation;
pub mod visible;

use std::time::Duration;

use entities::ids::ImportId;
use platform::{
    capability::{Capability, PlainSubject},
    events::BackgroundJob,
    graphql::PublicId,
};

pub use actions::{ImportRun, JOB, Upload, UploadTicket, process, run, validate_list};
pub use reads::reference_names;

/// Contributions of this capability to the application.
pub const CAPABILITY: Capability = Capability {
    events: events::EVENTS,
    subjects: &[&PlainSubject {
        kind: events::IMPORT,
        says: "A list that was imported, or is being checked.",
        id_type: ImportId::TYPE,
    }],
    jobs: &[BackgroundJob {
        name: JOB,
        every: Duration::from_secs(1),
        follows_events: true,
        work: |state, lease| Box::pin(process(state, lease)),
    }],
    ..Capability::new("imports")
};
