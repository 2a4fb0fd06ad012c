//! The directory in the schema.

mod agreements;
mod inputs;
mod loaders;
mod organisations;
mod queries;
mod services;

pub use agreements::Agreement;
pub use inputs::NetworkMutation;
pub use organisations::{Member, Municipality, Organisation, municipality_of, province_of};
pub use queries::NetworkQuery;
pub use services::{Places, Service};
