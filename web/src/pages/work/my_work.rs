//! *My work*: what waits for me, what I sent, who comes home soon and what is not arranged yet.

use crate::{
    components::{Brief, Row, Tone, brief},
    prelude::*,
};

operation!(MyReferrals, "src/pages/work/my_work.graphql");
operation!(MyUpcomingReleases, "src/pages/work/my_work.graphql");
operation!(MyAgreements, "src/pages/work/my_work.graphql");
brief!(my_referrals);

type UpcomingRelease = my_upcoming_releases::MyUpcomingReleasesUpcomingReleases;
type Agreement = my_agreements::MyAgreementsAgreementsNodes;

#[derive(Template)]
#[template(path = "pages/work/my_work.html")]
struct MyWorkPage<'a> {
    v: &'a PageContext,
    referrals: Option<Referrals>,
    upcoming_releases: Option<Vec<UpcomingRelease>>,
    /// The domains in which anybody who comes home needs something.
    domains: Vec<NeedDomain>,
    signatures: Vec<Row>,
    /// Agreements that wait for others.
    proposed: Vec<Row>,
}

struct Referrals {
    waiting: i64,
    rows: Vec<Row>,
    /// Refused, and nobody else was asked yet.
    refused: Vec<Row>,
    sent: Vec<Row>,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/", get(show))
}

async fn show(v: PageContext) -> Result<Response, PageError> {
    let referrals = match v.may(Action::ReferralRead) {
        true => Some(referrals(&v, v.query::<MyReferrals>(my_referrals::Variables).await?)),
        false => None,
    };
    let upcoming_releases = match v.may(Action::PersonRead) {
        true => Some(v.query::<MyUpcomingReleases>(my_upcoming_releases::Variables).await?.upcoming_releases),
        false => None,
    };
    let agreements = match v.may(Action::AgreementSign) || referrals.is_none() {
        true => v.query::<MyAgreements>(my_agreements::Variables).await?.agreements.nodes,
        false => Vec::new(),
    };
    let needed = |domain: &NeedDomain| {
        let mut all =
            upcoming_releases.iter().flatten().flat_map(|upcoming_release| &upcoming_release.readiness);
        all.any(|readiness| readiness.domain == *domain)
    };
    let rows = |for_us: bool| {
        let wanted = |agreement: &&Agreement| agreement.viewer_may.contains(&AgreementStep::Sign) == for_us;
        agreements.iter().filter(wanted).map(|agreement| signature_row(&v, agreement)).collect()
    };
    Ok(v.show(&MyWorkPage {
        v: &v,
        domains: NeedDomain::ALL.iter().copied().filter(needed).collect(),
        signatures: rows(true),
        proposed: rows(false),
        referrals,
        upcoming_releases,
    }))
}

fn referrals(v: &PageContext, told: my_referrals::ResponseData) -> Referrals {
    let rows =
        |briefs: Vec<my_referrals::Brief>| briefs.iter().map(|brief| Brief::from(brief).row(v)).collect();
    let refused = told.refused.nodes.iter().filter(|one| one.may_reroute && one.rerouted_to.is_empty());
    Referrals {
        waiting: told.waiting.total_count,
        rows: rows(told.waiting.nodes),
        refused: refused.take(5).map(|one| Brief::from(&one.brief).row(v)).collect(),
        sent: rows(told.sent.nodes.into_iter().filter(|one| !one.waits_for_viewer).collect()),
    }
}

fn signature_row(v: &PageContext, agreement: &Agreement) -> Row {
    let signed = agreement.parties.iter().filter(|party| party.signed_at.is_some()).count();
    Row {
        icon: "signature",
        tone: Tone::Calm,
        href: format!("/agreements/{}", agreement.id),
        title: agreement.title.clone(),
        under: v.h1(key::WORK_AGREEMENT_BY, "organisation", &agreement.proposed_by.name),
        middle: v
            .markup(key::WORK_AGREEMENT_SIGNED, &[("signed", &signed), ("all", &agreement.parties.len())]),
        middle_under: Html::default(),
        last: v.h1(key::WORK_AGREEMENT_STARTS, "day", v.bare(agreement.starts_on)),
    }
}

impl MyWorkPage<'_> {
    fn heading(&self) -> String {
        match &self.referrals {
            Some(referrals) if referrals.waiting > 0 => {
                self.v.t1(key::WORK_WAITING_COUNT, "n", referrals.waiting)
            }
            Some(_) => self.v.t(key::WORK_NOTHING_WAITS),
            None => match self.signatures.len() {
                0 => self.v.t(key::WORK_WELCOME),
                signatures => self.v.t1(key::WORK_SIGNATURES_COUNT, "n", signatures),
            },
        }
    }

    fn state_of(&self, upcoming_release: &UpcomingRelease, domain: &NeedDomain) -> Option<ReadinessState> {
        let mut listed = upcoming_release.readiness.iter();
        listed.find(|readiness| readiness.domain == *domain).map(|readiness| readiness.state)
    }
}
