//! People, their consents and disclosures in the schema.

mod disclosures;
mod inputs;
mod loaders;
mod types;

pub use disclosures::Disclosure;
pub use inputs::PeopleMutation;
pub use loaders::DisclosedThrough;
pub use types::{Consent, Need, PeopleQuery, Person};
