//! The directory in the schema.

mod inputs;
mod loaders;
mod types;

pub use inputs::NetworkMutation;
pub use types::{
    Agreement, DemonstrationMember, Member, Municipality, NetworkQuery, Organisation, Places, Province,
    Service, municipality_of, province_of,
};
