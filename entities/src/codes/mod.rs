//! Codes: closed sets of words that are stored, shown by the API and compared by rules.
//!
//! A code carries its stored text and its description, so that the database, the public schema
//! and the policy matrix say the same.

mod access;
mod audit_log;
mod email;
mod imports;
mod network;
mod open;
mod people;
mod referrals;
mod set;

pub use access::*;
pub use audit_log::*;
pub use email::*;
pub use imports::*;
pub use network::*;
pub use open::{EventKind, GrantOwnerKind, NotACode, Word};
pub use people::*;
pub use referrals::*;
pub use set::Set;

/// A closed set of words.
pub trait Code: Copy + Eq + Send + Sync + 'static {
    /// The name of the set, as in the public schema.
    const NAME: &'static str;
    /// Description of the set.
    const DESCRIPTION: &'static str;
    /// Every member, in the order of its declaration, with its description.
    const ITEMS: &'static [(Self, &'static str)];

    /// The text that is stored and shown by the API, `SCREAMING_SNAKE_CASE`.
    fn code(self) -> &'static str;

    /// The member with this text.
    fn from_code(code: &str) -> Option<Self> {
        Self::ITEMS.iter().map(|item| item.0).find(|item| item.code() == code)
    }

    /// Every member, in the order of its declaration.
    fn all() -> impl Iterator<Item = Self> {
        Self::ITEMS.iter().map(|item| item.0)
    }
}

/// Declares a code: an enum that is stored as text and knows its descriptions.
macro_rules! codes {
    ($(#[doc = $doc:literal])+ $name:ident { $($item:ident = $code:literal: $says:literal,)+ }) => {
        $(#[doc = $doc])+
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            sea_orm::EnumIter, sea_orm::DeriveActiveEnum, serde::Serialize, serde::Deserialize,
        )]
        #[sea_orm(rs_type = "String", db_type = "String(StringLen::None)")]
        pub enum $name {
            $(
                #[doc = $says]
                #[sea_orm(string_value = $code)]
                #[serde(rename = $code)]
                $item,
            )+
        }

        impl crate::codes::Code for $name {
            const NAME: &'static str = stringify!($name);
            const DESCRIPTION: &'static str = concat!($($doc),+);
            const ITEMS: &'static [(Self, &'static str)] = &[$((Self::$item, $says)),+];

            fn code(self) -> &'static str {
                match self {
                    $(Self::$item => $code,)+
                }
            }
        }
    };
}
use codes;
