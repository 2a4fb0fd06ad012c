//! People and their consents in the schema.

mod consents;
mod erasure;
mod inputs;
mod loaders;
mod persons;
mod queries;

pub use consents::Consent;
pub use inputs::PeopleMutation;
pub use persons::{Contact, Identity, IdentityDocument, Need, Person, contact, documents, identity};
pub use queries::PeopleQuery;
