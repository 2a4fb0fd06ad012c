//! Extent of a disclosure, and the reasons why the rest is withheld. No I/O.

use chrono::NaiveDate;
use entities::{
    agreement,
    codes::{PreAcceptanceFact, Scope, Set},
    consent, described_enum, disclosure_grant as grant,
};

use crate::{
    network::legal_bases::needs_consent,
    people::{ConsentStanding, standing},
};

/// Scopes that identify a person.
pub const IDENTIFYING: [Scope; 3] = [Scope::Identity, Scope::Contact, Scope::Documents];

described_enum! {
    /// Reason why data of a person is withheld from a recipient.
    WithheldUntil {
        Accepted = "ACCEPTED": "Withheld until the referral is accepted.",
        NotShared = "NOT_SHARED": "Not shared by this referral.",
        Closed = "CLOSED": "Closed after it was disclosed.",
        NotYourRole = "NOT_YOUR_ROLE": "Shared, but not readable with the viewer's role.",
        Ended = "ENDED": "Never disclosed: the referral ended before it was accepted.",
    }
}

/// Facts that decide the extent.
pub struct Facts<'a> {
    pub grant: &'a grant::Model,
    pub agreement: &'a agreement::Model,
    pub consent: Option<&'a consent::Model>,
    pub role: Set<Scope>,
    /// Scopes that the viewer's own role reads, on either side.
    pub reads: Set<Scope>,
    /// Whether its owner is closed.
    pub ended: bool,
}

/// Extent of a disclosure on a day.
pub struct DisclosureExtent {
    /// Whether anything of the sender's is to be seen.
    pub live: bool,
    /// Whether acceptance has opened it.
    pub accepted: bool,
    /// Whether the text of needs is open.
    pub texts: bool,
    /// Scopes shared under grant and agreement that the role reads.
    pub scopes: Set<Scope>,
}

impl Facts<'_> {
    pub fn extent(&self, today: NaiveDate) -> DisclosureExtent {
        let legal_basis = !needs_consent(self.grant.legal_basis)
            || self.consent.is_some_and(|consent| standing(consent, today) == ConsentStanding::InForce);
        // As `visible::open` has it for lists: a grant that acceptance never opened closes at once.
        let opened = self.grant.opened_at.is_some();
        let closed = self.grant.closes_on.is_some_and(|day| !opened || day <= today);
        let live = legal_basis && self.grant.revoked_at.is_none() && !closed;
        let accepted = live && opened;
        let scopes = self.grant.scopes.intersect(self.agreement.scopes).intersect(self.role);
        let texts = accepted || (live && self.grant.pre_acceptance.contains(PreAcceptanceFact::NeedText));
        DisclosureExtent { live, accepted, texts, scopes }
    }

    /// Shared scopes that are open.
    pub fn open(&self, extent: &DisclosureExtent) -> Set<Scope> {
        let identifying: Set<Scope> = IDENTIFYING.iter().copied().collect();
        match (extent.live, extent.accepted, extent.texts) {
            (false, ..) => Set::EMPTY,
            (_, true, _) => extent.scopes,
            (_, _, true) => extent.scopes.without(identifying),
            _ => extent.scopes.intersect([Scope::Needs].into_iter().collect()),
        }
    }

    /// Whether a fact is disclosed. A fact for the decision is disclosed before acceptance, within the scopes of the
    /// consent and of the viewer's role.
    pub fn tells(&self, extent: &DisclosureExtent, fact: PreAcceptanceFact, scope: Scope) -> bool {
        let read = extent.scopes.intersect(self.reads);
        extent.live && (extent.accepted || self.grant.pre_acceptance.contains(fact)) && read.contains(scope)
    }

    /// Scopes that are withheld, with the reasons.
    pub fn withheld(&self, extent: &DisclosureExtent, open: Set<Scope>) -> Vec<(Scope, WithheldUntil)> {
        let shared = self.grant.scopes.intersect(self.agreement.scopes);
        Set::<Scope>::all()
            .without(open)
            .iter()
            .map(|scope| {
                let until = if !shared.contains(scope) {
                    WithheldUntil::NotShared
                } else if self.ended && self.grant.opened_at.is_none() {
                    WithheldUntil::Ended
                } else if !extent.live {
                    WithheldUntil::Closed
                } else if !self.role.contains(scope) {
                    WithheldUntil::NotYourRole
                } else {
                    WithheldUntil::Accepted
                };
                (scope, until)
            })
            .collect()
    }
}
