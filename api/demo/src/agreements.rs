//! The agreements of the demonstration network, and how each came to where it stands.

use entities::codes::{Purpose, Scope};

use super::organisations::Org;

/// Where an agreement stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Active,
    /// Everybody but the last party has signed.
    Proposed,
    /// Suspended so many days ago, by the second party.
    Suspended(i64),
    /// Ended so many days ago, by the first party.
    Ended(i64),
}

pub struct Agreement {
    pub title: &'static str,
    pub purpose: Purpose,
    pub scopes: &'static [Scope],
    /// The first proposes.
    pub parties: &'static [Org],
    pub standing: Standing,
    /// Days from its proposal until today.
    pub age: i64,
    /// Days from today until its last day.
    pub ends_in: Option<i64>,
}

use Scope::{Contact, Documents, Employment, Family, Health, Identity, Needs};

/// What is shared so that somebody comes home.
pub const FOR_RESETTLEMENT: &[Scope] = &[Identity, Contact, Needs, Family, Documents];
/// What is shared so that somebody finds work.
pub const FOR_EMPLOYMENT: &[Scope] = &[Identity, Contact, Needs, Employment, Documents];
/// What is shared so that somebody gets well.
pub const FOR_TREATMENT: &[Scope] = &[Identity, Contact, Needs, Health];

const fn agreement(
    title: &'static str,
    purpose: Purpose,
    parties: &'static [Org],
    standing: Standing,
    age: i64,
) -> Agreement {
    let scopes = match purpose {
        Purpose::Resettlement => FOR_RESETTLEMENT,
        Purpose::Employment => FOR_EMPLOYMENT,
        Purpose::Treatment => FOR_TREATMENT,
    };
    Agreement { title, purpose, scopes, parties, standing, age, ends_in: None }
}

impl Agreement {
    const fn ending_in(mut self, days: i64) -> Self {
        self.ends_in = Some(days);
        self
    }
}

use Purpose::{Employment as Work, Resettlement, Treatment};
use Standing::{Active, Ended, Proposed, Suspended};

pub const AGREEMENTS: &[Agreement] = &[
    agreement(
        "Coming home to Sūduva",
        Resettlement,
        &[Org::Nemunas, Org::Kartu, Org::Sesupe, Org::Probacija],
        Active,
        260,
    ),
    agreement("Work after release", Work, &[Org::Nemunas, Org::Suduva, Org::Santaka], Active, 255),
    agreement("Recovery after release", Treatment, &[Org::Nemunas, Org::Krantas], Active, 250).ending_in(120),
    agreement(
        "From the centre to work",
        Work,
        &[Org::Kartu, Org::Sesupe, Org::Suduva, Org::Santaka, Org::Krantas],
        Active,
        240,
    ),
    agreement(
        "Sūduva helps its own",
        Resettlement,
        &[Org::Sesupe, Org::Kartu, Org::Krantas, Org::Probacija],
        Active,
        235,
    ),
    agreement("Recovery in the province", Treatment, &[Org::Kartu, Org::Sesupe, Org::Krantas], Active, 230),
    agreement(
        "Coming home to Gomel and Grodno",
        Resettlement,
        &[Org::Bor, Org::Sozh, Org::Luka, Org::Dom, Org::Mayak],
        Active,
        245,
    ),
    agreement("Skills before the gate", Work, &[Org::Bor, Org::Sozh, Org::Dom], Active, 240),
    agreement("A nurse and somebody to talk to", Treatment, &[Org::Bor, Org::Sozh], Active, 238),
    agreement(
        "Parishes and neighbours",
        Resettlement,
        &[Org::Luka, Org::Dom, Org::Sozh, Org::Mayak],
        Active,
        225,
    ),
    agreement("Srem comes home", Resettlement, &[Org::Srem, Org::Sava], Active, 220).ending_in(26),
    agreement("Counselling in two provinces", Treatment, &[Org::Mayak, Org::Sozh], Suspended(16), 215),
    agreement("A first winter together", Resettlement, &[Org::Nemunas, Org::Kartu], Ended(190), 262),
    agreement("Flats with support", Resettlement, &[Org::Sesupe, Org::Probacija, Org::Kartu], Proposed, 9),
    agreement("Learning from each other", Work, &[Org::Sava, Org::Santaka], Proposed, 20),
];
