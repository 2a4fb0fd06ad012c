//! People, their consents and disclosures in the schema.

mod consents;
mod disclosures;
mod erasure;
mod inputs;
mod loaders;
mod persons;
mod queries;

pub use consents::Consent;
pub use disclosures::Disclosure;
pub use inputs::PeopleMutation;
pub use loaders::DisclosedThrough;
pub use persons::{Need, Person};
pub use queries::PeopleQuery;
