//! What an address of the list asks for: the same of the page and of the table that is taken along.

use crate::prelude::*;

/// The names that a filter has in the address, besides the side.
pub(super) const FILTERS: [&str; 6] = ["state", "need", "municipality", "priority", "text", "order"];
/// All that a link keeps.
pub(super) const KEPT: [&str; 7] = ["side", "state", "need", "municipality", "priority", "text", "order"];

pub(super) fn order(asked: &Fields) -> ReferralOrder {
    ReferralOrder::parse(asked.get("order")).unwrap_or(ReferralOrder::UrgentFirst)
}

/// Makes the filter of an operation; every operation has a type of its own for it.
macro_rules! filter {
    ($of:ident) => {
        /// Without a state only the open ones are listed, unless somebody looks for a text.
        fn filter(asked: &Fields) -> $of::ReferralFilter {
            let state = asked.get("state");
            let searching = asked.some("text").is_some();
            $of::ReferralFilter {
                side: Side::parse(asked.get("side")),
                waits_for_viewer: (state == "waiting").then_some(true),
                open: (state == "open" || (state.is_empty() && !searching)).then_some(true),
                states: ReferralState::parse(state).map(|state| vec![state]),
                domain: NeedDomain::parse(asked.get("need")),
                municipality: asked.some("municipality"),
                priority: Priority::parse(asked.get("priority")),
                text: asked.some("text").map(|text| text.chars().take(100).collect()),
            }
        }
    };
}
pub(super) use filter;
