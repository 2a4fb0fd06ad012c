//! The capabilities, a module each with the same layout: `model` (terms and rules), `policy` (may this viewer do this),
//! `reads`, `actions`, `graphql`. What a capability has no use for it does without.

pub mod audit_log;
mod checks;
pub mod disclosures;
pub mod imports;
pub mod loaders;
pub mod members;
pub mod network;
pub mod node;
pub mod notifications;
pub mod people;
pub mod referrals;

use platform::{
    capability::{Capabilities, Capability},
    events,
};

/// The capabilities of the product, in the order in which they build on each other.
pub const ALL: Capabilities = Capabilities(&[
    &PLATFORM,
    &network::CAPABILITY,
    &people::CAPABILITY,
    &disclosures::CAPABILITY,
    &referrals::CAPABILITY,
    &notifications::CAPABILITY,
    &audit_log::CAPABILITY,
    &imports::CAPABILITY,
    &members::CAPABILITY,
]);

const PLATFORM: Capability = events::CAPABILITY;

#[cfg(test)]
mod tests;
