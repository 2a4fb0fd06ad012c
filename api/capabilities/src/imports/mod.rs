//! Lists that partners keep in spreadsheets, brought in: what each column is taken for, what each row
//! is, and the new ones written through the actions of the rooms that they belong to.
//!
//! Nothing is written before somebody says so, and nothing is shared by it: a list of people makes
//! people of the holder's own. While a list waits it is sealed under a key of its own, which is destroyed
//! with it; whoever brought it in sees it, and nobody else.

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

/// What this capability contributes.
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
