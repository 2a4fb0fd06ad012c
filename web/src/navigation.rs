//! The main navigation: where it leads, in one table.

use crate::{
    codes::Action,
    context::PageContext,
    text::{Key, key},
};

/// A place that the navigation leads to.
pub struct Place {
    pub words: Key,
    pub href: &'static str,
    pub icon: &'static str,
    /// What one must be allowed to do to see it; None: everybody who is signed in sees it.
    sees: Option<Action>,
    /// The first steps of all addresses that belong to it.
    holds: &'static [&'static str],
}

/// The places beside every page.
const MAIN: [Place; 6] = [
    Place { words: key::FRAME_WORK, href: "/", icon: "inbox", sees: None, holds: &[""] },
    Place {
        words: key::FRAME_REFERRALS,
        href: "/referrals",
        icon: "send",
        sees: Some(Action::ReferralRead),
        holds: &["referrals"],
    },
    Place {
        words: key::FRAME_PEOPLE,
        href: "/people",
        icon: "users",
        sees: Some(Action::PersonRead),
        holds: &["people", "imports"],
    },
    Place {
        words: key::FRAME_DIRECTORY,
        href: "/directory",
        icon: "building-2",
        sees: Some(Action::DirectoryRead),
        holds: &["directory", "organisations", "services", "agreements"],
    },
    Place {
        words: key::FRAME_JOURNAL,
        href: "/journal",
        icon: "scroll-text",
        sees: Some(Action::AuditLogRead),
        holds: &["journal"],
    },
    Place { words: key::FRAME_NOTICES, href: NOTIFICATIONS, icon: "bell", sees: None, holds: &["notices"] },
];

/// The places in the menu.
const MENU: [Place; 2] = [
    Place { words: key::ACCOUNT_TITLE, href: "/account", icon: "lock", sees: None, holds: &["account"] },
    Place {
        words: key::MEMBERS_TITLE,
        href: "/members",
        icon: "users",
        sees: Some(Action::MemberManage),
        holds: &["members"],
    },
];

const NOTIFICATIONS: &str = "/notices";

impl Place {
    /// Whether the page that is open belongs to it.
    pub fn is_here(&self, v: &PageContext) -> bool {
        let path = v.here.split('?').next().unwrap_or_default();
        self.holds.contains(&path.split('/').nth(1).unwrap_or_default())
    }

    /// How many are new, as a figure and in words.
    pub fn news(&self, v: &PageContext) -> Option<(String, String)> {
        v.unread_count().filter(|_| self.href == NOTIFICATIONS)
    }
}

/// The places beside the page that the visitor sees.
pub fn main(v: &PageContext) -> impl Iterator<Item = &'static Place> {
    seen(&MAIN, v)
}

/// The places in the menu that the visitor sees.
pub fn menu(v: &PageContext) -> impl Iterator<Item = &'static Place> {
    seen(&MENU, v)
}

fn seen(places: &'static [Place], v: &PageContext) -> impl Iterator<Item = &'static Place> {
    places.iter().filter(|place| place.sees.is_none_or(|action| v.may(action)))
}
