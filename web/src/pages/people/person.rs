//! One person: what they need, what is under way, what they agreed to, and who looked.

use super::{by_date, called, place_name, release_words};
use crate::{
    components::{Brief, Row, Tone, banner, brief, tag},
    prelude::*,
};

operation!(PersonPage, "src/pages/people/person.graphql");
operation!(CaseTeamChange, "src/pages/people/person.graphql");
brief!(person_page);

type Person = person_page::PersonPagePerson;
type Need = person_page::PersonPagePersonNeeds;
type Consent = person_page::PersonPagePersonConsents;
type AccessRecord = person_page::PersonPagePersonAccessRecords;

/// From so many days before it runs out on, a consent is marked.
const RUNS_OUT_SOON: i64 = 30;

/// The most lines of looks on the page.
const LOOKS: usize = 10;

#[derive(Template)]
#[template(path = "pages/people/person.html")]
struct PersonView<'a> {
    v: &'a PageContext,
    person: Person,
    referrals: Vec<Row>,
    team: Form,
    /// Whether a colleague is not on the case team yet.
    has_others: bool,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/people/{id}", get(show)).route("/people/{id}/team", post(change_team))
}

async fn show(v: PageContext, Path(id): Path<String>) -> Result<Response, PageError> {
    let view = view(&v, id, team()).await?;
    Ok(v.show(&view))
}

async fn view(v: &PageContext, id: String, mut team: Form) -> Result<PersonView<'_>, PageError> {
    let told = v.query::<PersonPage>(person_page::Variables { id }).await?;
    let person = told.person;
    let joined = |id: &str| person.case_team.iter().any(|member| member.id == id);
    let others =
        told.colleagues.iter().filter(|colleague| colleague.role.reads_people() && !joined(&colleague.id));
    let others: Vec<_> = others
        .map(|colleague| {
            let role = v.word(colleague.role);
            Choice::new(&colleague.id, v.t2(key::PERSON_COLLEAGUE, "name", &colleague.name, "role", role))
        })
        .collect();
    let referrals = person.referrals.nodes.iter().map(|brief| {
        // Of whom they are is said on top of the page.
        Row { title: brief.service.name.clone(), ..Brief::from(brief).row(v) }
    });
    let referrals = referrals.collect();
    let has_others = !others.is_empty();
    team.offer("memberId", others);
    Ok(PersonView { v, person, referrals, team, has_others })
}

fn team() -> Form {
    Form::of(
        "CaseTeamChangeInput",
        vec![Field::select("memberId", key::PERSON_TEAM_ADD, Vec::new()), Field::hidden("on")],
    )
}

async fn change_team(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let mut form = team().filled(fields);
    if v.submit::<CaseTeamChange>(&mut form, json!({ "personId": id })).await?.is_some() {
        return Ok(v.done_at(&format!("/people/{id}"), key::DONE_CASE_TEAM_CHANGED));
    }
    let view = view(&v, id, form).await?;
    Ok(v.show_again(&view))
}

impl PersonView<'_> {
    fn called(&self) -> String {
        match &self.person.identity {
            Some(identity) => called(&identity.given_name, &identity.family_name),
            None => self.person.pseudonym.clone(),
        }
    }

    fn may(&self, action: Action) -> bool {
        self.person.may.contains(&action)
    }

    fn release(&self) -> Option<Html> {
        let release = self.person.release.as_ref()?;
        Some(release_words(self.v, release.date))
    }

    fn municipality(&self) -> Option<String> {
        let place = self.person.municipality.as_ref()?;
        let (name, province) = (
            place_name(self.v, &place.name, &place.name_local),
            self.v.province_name(&place.province.code, &place.province.name, &place.province.name_local),
        );
        Some(format!("{name}, {province}"))
    }

    /// Age or the year of birth, as far as known and shown.
    fn born(&self) -> Option<Html> {
        match (
            self.person.identity.as_ref().and_then(|identity| identity.date_of_birth),
            self.person.year_of_birth,
        ) {
            (Some(date), _) => {
                let years = i64::from(self.v.today.years_since(date).unwrap_or_default());
                Some(self.v.dated(date, self.v.t1(key::PERSON_YEARS, "n", years)))
            }
            (None, Some(year)) => Some(self.v.h1(key::PERSON_BORN_IN, "year", year.to_string())),
            (None, None) => None,
        }
    }

    fn open_needs(&self) -> bool {
        self.person.needs.iter().any(|need| !need.met)
    }

    /// How soon it is needed, where that is soon; or that it is met.
    fn need_state(&self, need: &Need) -> Html {
        let v = self.v;
        match (need.met, need.urgency) {
            (true, _) => tag(Tone::Good, Some("check"), v.t(key::NEED_MET)),
            (false, Priority::Routine) => Html::default(),
            (false, Priority::Urgent) => tag(Tone::Soon, None, v.word(Priority::Urgent)),
            (false, Priority::ReleaseDay) => tag(Tone::Late, None, v.word(Priority::ReleaseDay)),
        }
    }

    fn confirmed(&self) -> Option<String> {
        let release = self.person.release.as_ref().filter(|release| release.date >= self.v.today)?;
        Some(self.v.t(if release.confirmed {
            key::PEOPLE_RELEASE_CONFIRMED
        } else {
            key::PEOPLE_RELEASE_EXPECTED
        }))
    }

    /// What the person said last about each recipient, in a sentence.
    fn standing(&self, consent: &Consent) -> Html {
        let until = consent.expires_on;
        let (tone, icon, words) = match consent.standing {
            ConsentStanding::InForce if (until - self.v.today).num_days() <= RUNS_OUT_SOON => {
                (Tone::Soon, "clock", self.v.t(key::CONSENT_RUNS_OUT_SOON))
            }
            ConsentStanding::InForce => {
                (Tone::Good, "circle-check", self.v.t(key::CONSENT_STANDING_IN_FORCE))
            }
            ConsentStanding::Expired => (Tone::Late, "hourglass", self.v.t(key::CONSENT_STANDING_EXPIRED)),
            ConsentStanding::Withdrawn => (Tone::Calm, "undo-2", self.v.t(key::CONSENT_STANDING_WITHDRAWN)),
            ConsentStanding::Refused => (Tone::Late, "ban", self.v.t(key::CONSENT_SAID_NO)),
        };
        tag(tone, Some(icon), words)
    }

    fn until(&self, consent: &Consent) -> Html {
        match (consent.standing, consent.withdrawn_at) {
            (ConsentStanding::InForce, _) => {
                self.v.h1(key::CONSENT_UNTIL, "day", by_date(self.v, consent.expires_on))
            }
            (ConsentStanding::Expired, _) => {
                self.v.h1(key::CONSENT_RAN_OUT, "day", by_date(self.v, consent.expires_on))
            }
            (ConsentStanding::Withdrawn, Some(at)) => {
                let day = at.with_timezone(&self.v.zone).date_naive();
                self.v.h1(key::CONSENT_WITHDRAWN_ON, "day", by_date(self.v, day))
            }
            (ConsentStanding::Withdrawn, None) => Html::default(),
            (ConsentStanding::Refused, _) => self.v.h(key::CONSENT_REFUSED_WORDS),
        }
    }

    fn recipients(&self, consent: &Consent) -> String {
        let names: Vec<_> = consent.recipients.iter().map(|recipient| recipient.name.as_str()).collect();
        names.join(", ")
    }

    fn asked(&self, consent: &Consent) -> Html {
        let how = self.v.word(consent.how);
        let place = self.v.t(if consent.in_custody { key::CONSENT_IN_CUSTODY } else { key::CONSENT_OUTSIDE });
        let who = consent.asked_by.as_ref();
        let who = who.map_or_else(|| self.v.t(key::CONSENT_FORMER_COLLEAGUE), |member| member.name.clone());
        self.v.markup(
            key::CONSENT_ASKED,
            &[("who", &who), ("day", &self.v.on_day_of(consent.asked_at)), ("how", &how), ("where", &place)],
        )
    }

    fn withdrawable(&self, consent: &Consent) -> bool {
        consent.standing == ConsentStanding::InForce && self.may(Action::ConsentWithdraw)
    }

    /// Consents given in custody are asked again after release.
    fn ask_again(&self) -> Option<Html> {
        let custody = self.person.custody.as_ref()?;
        let given_inside = self.person.consents.iter();
        let given_inside = given_inside.filter(|consent| consent.standing == ConsentStanding::InForce);
        let due = custody.status != LegalStatus::InCustody
            && given_inside.clone().any(|consent| consent.in_custody);
        due.then(|| banner(Tone::Soon, self.v.h(key::CONSENT_ASK_AGAIN)))
    }

    /// Looks of the same member on the same day, one after the other, are one line: the last of them, and how many.
    fn access_records(&self) -> Vec<(&AccessRecord, usize)> {
        let day = |look: &AccessRecord| look.at.with_timezone(&self.v.zone).date_naive();
        let alike = |a: &AccessRecord, b: &AccessRecord| {
            a.member == b.member
                && a.organisation == b.organisation
                && a.referral == b.referral
                && day(a) == day(b)
        };
        let lines = self
            .person
            .access_records
            .chunk_by(alike)
            .map(|access_records| (&access_records[0], access_records.len()));
        lines.take(LOOKS).collect()
    }

    fn access_text(&self, look: &AccessRecord, times: &usize) -> Html {
        let member = look.member.as_ref().map(|member| member.name.clone());
        let organisation = || look.organisation.as_ref().map(|organisation| organisation.name.clone());
        let who = member.or_else(organisation).unwrap_or_else(|| self.v.t(key::SOMEBODY_SYSTEM));
        match &look.referral {
            Some(referral) => self.v.markup(
                key::PERSON_LOOKED_THROUGH,
                &[("who", &who), ("reference", &referral.reference), ("n", times)],
            ),
            None => self.v.h2(key::PERSON_LOOKED, "who", who, "n", *times),
        }
    }

    fn removable(&self) -> bool {
        self.may(Action::CaseTeamChange) && self.person.case_team.len() > 1
    }
}
