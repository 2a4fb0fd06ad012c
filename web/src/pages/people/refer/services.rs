//! Step 2: the services that answer the needs, those that fit first, each with its reasons.

use super::{
    draft::{Before, Chosen, Match, Person, address, carried, consent_address, said_no},
    reasons::{places, reasons},
};
use crate::{
    components::{Note, Offer, Tone, banner},
    pages::people::place_name,
    prelude::*,
};

#[derive(Template)]
#[template(path = "pages/people/refer/services.html")]
pub struct ServicesPage<'a> {
    v: &'a PageContext,
    form: Form,
    person: &'a Person,
    before: Option<&'a Before>,
    /// The services by what they are for.
    domains: Vec<(NeedDomain, Vec<Offer>)>,
    carried: Vec<(&'static str, String)>,
    /// Where to ask about all who fit and were not asked about.
    ask_all: Option<(usize, String)>,
    back: String,
    near: bool,
}

impl<'a> ServicesPage<'a> {
    pub fn of(v: &'a PageContext, form: Form, chosen: &'a Chosen) -> Self {
        let needed = |domain: &&NeedDomain| chosen.needs.iter().any(|need| need.domain == **domain);
        let wanted: Vec<_> = NeedDomain::ALL.iter().filter(needed).copied().collect();
        let domains = wanted.iter().map(|domain| {
            let found = chosen.matches.iter().filter(|found| found.service.domain == *domain);
            (*domain, found.map(|found| offer(v, &form, chosen, found)).collect())
        });
        let not_asked = chosen.not_asked();
        let first_purpose = not_asked.first().map(|found| found.service.purpose);
        let together: Vec<&Match> =
            not_asked.into_iter().filter(|found| Some(found.service.purpose) == first_purpose).collect();
        let ask_all = (!together.is_empty() && v.may(Action::ConsentRecord)).then(|| {
            let mut names: Vec<_> = together.iter().map(|found| &found.service.organisation.id).collect();
            names.sort();
            names.dedup();
            (names.len(), consent_address(&chosen.person.id, &form.fields, &together))
        });
        let mut carried = carried(&form.fields);
        carried.retain(|(name, _)| *name == "need" || *name == "reroute");
        ServicesPage {
            v,
            person: &chosen.person,
            before: chosen.before.as_ref(),
            domains: domains.collect(),
            carried,
            ask_all,
            back: address(&chosen.person.id, &form.fields, &[]),
            near: chosen.release_is_near(v),
            form: with_mode(v, form),
        }
    }

    fn title(&self) -> Html {
        match &self.person.release {
            Some(release) if release.date >= self.v.today => {
                self.v.h2(key::REFER_WHO_ON, "name", &self.person.pseudonym, "day", self.v.on(release.date))
            }
            _ => self.v.h1(key::REFER_WHO, "name", &self.person.pseudonym),
        }
    }

    fn plain_title(&self) -> String {
        self.v.t1(key::REFER_WHO, "name", &self.person.pseudonym)
    }

    fn returns_to(&self) -> Option<String> {
        let place = self.person.municipality.as_ref()?;
        Some(place_name(self.v, &place.name, &place.name_local))
    }

    fn free_in(&self, picks: &[Offer]) -> bool {
        picks.iter().any(|pick| pick.open)
    }

    /// Whether there is anything that can be chosen.
    fn any(&self) -> bool {
        self.domains.iter().flat_map(|(_, picks)| picks).any(|pick| pick.open)
    }

    fn near_banner(&self) -> Html {
        banner(Tone::Soon, self.v.h(key::REFER_RELEASE_NEAR))
    }

    fn before_banner(&self, before: &Before) -> Html {
        let reason = before.rejection.as_ref().map_or_else(String::new, |why| self.v.word(why.reason));
        let words = self.v.markup(
            key::REFER_REROUTED,
            &[("service", &before.service.name), ("recipient", &before.recipient.name), ("reason", &reason)],
        );
        banner(Tone::Go, &words)
    }
}

/// The form of this step. The first who accepts has it, unless something else was said.
fn with_mode(v: &PageContext, form: Form) -> Form {
    let hinted = |mode: &GroupMode| Choice::new(mode.code(), v.word(*mode)).hint(v.t(mode.group_mode_hint()));
    let modes = GroupMode::ALL.iter().map(hinted).collect();
    let service = Field::checks("service", key::REFER_STEP_SERVICES, Vec::new());
    let declared = Form::own(vec![service, Field::radios("mode", key::REFER_IF_SEVERAL, modes)]);
    if GroupMode::parse(form.fields.get("mode")).is_some() {
        return declared.filled(form.fields).with(form.problems);
    }
    let mut fields: Vec<(String, String)> = Vec::new();
    for name in ["need", "service", "reroute"] {
        fields.extend(form.fields.all(name).into_iter().map(|value| (name.to_owned(), value)));
    }
    fields.push(("mode".to_owned(), GroupMode::AnyOne.code().to_owned()));
    declared.filled(Fields::of(fields)).with(form.problems)
}

fn offer(v: &PageContext, form: &Form, chosen: &Chosen, found: &Match) -> Offer {
    let service = &found.service;
    let place = service.organisation.municipality.as_ref();
    let place = place.map(|place| place_name(v, &place.name, &place.name_local));
    let tried = chosen.could_not_take(&service.id);
    let open = found.fits && found.covered && !tried;
    Offer {
        id: service.id.clone(),
        name: service.name.clone(),
        organisation: match place {
            Some(place) => format!("{}, {place}", service.organisation.name),
            None => service.organisation.name.clone(),
        },
        places: places(v, found),
        full: found.places.free == Some(0),
        reasons: reasons(v, &chosen.person, found),
        open,
        off: !found.fits || tried,
        picked: open && form.fields.has("service", &service.id),
        note: note(v, form, chosen, found, tried),
    }
}

fn note(v: &PageContext, form: &Form, chosen: &Chosen, found: &Match, tried: bool) -> Option<Note> {
    let organisation = &found.service.organisation;
    if tried {
        return Some(Note { words: v.t(key::REFER_COULD_NOT_TAKE), link: None });
    }
    if let Some(own) = &found.own_open_referral {
        let link = (format!("/referrals/{}", own.id), own.reference.clone());
        return Some(Note { words: v.t(key::REFER_ALREADY), link: Some(link) });
    }
    if said_no(found) {
        let words = v.t1(key::REFER_SAID_NO, "organisation", &organisation.name);
        return Some(Note { words, link: ask_link(v, form, chosen, found, key::REFER_ASK_AGAIN) });
    }
    if found.fits && !found.covered {
        let words =
            v.t2(key::REFER_NOT_ASKED, "name", &chosen.person.pseudonym, "organisation", &organisation.name);
        return Some(Note { words, link: ask_link(v, form, chosen, found, key::PERSON_ASK_CONSENT) });
    }
    if found.agreement.is_none() && v.may(Action::AgreementPropose) {
        let link = (format!("/agreements/new?party={}", organisation.id), v.t(key::AGREEMENTS_PROPOSE));
        return Some(Note {
            words: v.t1(key::REFER_NO_AGREEMENT, "organisation", &organisation.name),
            link: Some(link),
        });
    }
    None
}

fn ask_link(
    v: &PageContext,
    form: &Form,
    chosen: &Chosen,
    found: &Match,
    key: Key,
) -> Option<(String, String)> {
    v.may(Action::ConsentRecord)
        .then(|| (consent_address(&chosen.person.id, &form.fields, &[found]), v.t(key)))
}
