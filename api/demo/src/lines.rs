//! What is written about a person of the cast, chosen from the words.

use capabilities::people::actions::{Entry, NeedEntry};
use chrono::NaiveDate;
use entities::codes::{ConsentHow, NeedDomain, PreAcceptanceFact, Priority, Purpose, ReportBack, Scope, Set};
use platform::reference_data;

use super::{
    agreements::{FOR_EMPLOYMENT, FOR_RESETTLEMENT, FOR_TREATMENT},
    cast::Person,
    founding::Founded,
    organisations::{Org, known},
    plot::Story,
    words::{Both, SAID, wanted},
    words_ru,
};

/// In a language, or in English where we have no words in it.
pub fn say(both: Both, language: &str) -> &'static str {
    match language {
        "lt" => both.1,
        "ru" => words_ru::of(both.0).unwrap_or(both.0),
        _ => both.0,
    }
}

/// What is known of a person on a day.
pub fn entry(who: &Person, n: usize, day: NaiveDate, founded: &Founded) -> Entry {
    let free = day >= who.release;
    let (province, town) = who.town;
    let prison = match who.org {
        Org::Nemunas | Org::Bor if !free => Some(founded.organisations[&who.org]),
        _ => None,
    };
    // Numbers that nobody has: no network gives out such a row of noughts.
    let phone = match known(who.org).country() {
        "BY" => format!("+375 29 000 00 {n:02}"),
        "RS" => format!("+381 60 000 00 {n:02}"),
        _ => format!("+370 600 000 {n:02}"),
    };
    Entry {
        given_name: who.given_name.to_owned(),
        family_name: who.family_name.to_owned(),
        date_of_birth: Some(who.born),
        year_of_birth: None,
        sex: who.sex,
        language: who.language().to_owned(),
        phone: if free || n.is_multiple_of(2) { phone } else { String::new() },
        email: String::new(),
        address: String::new(),
        documents: if n.is_multiple_of(3) {
            vec![("Identity card".to_owned(), format!("000{:05}", 17 * n + 104))]
        } else {
            Vec::new()
        },
        municipality: Some(reference_data::municipality_id(province, town)),
        release_date: Some(who.release),
        release_confirmed: who.confirmed,
        legal_status: who.legal_status(day),
        prison,
        sobriety: who.sobriety,
        restricted: who.restricted,
    }
}

/// What a person needs: what their referrals are about, and what nobody was asked for yet.
pub fn needs(who: &Person, n: usize, stories: &[Story], today: NaiveDate) -> Vec<NeedEntry> {
    let mut domains: Vec<NeedDomain> =
        stories.iter().filter(|story| story.person == n).map(Story::domain).collect();
    if who.release >= today {
        domains.extend([NeedDomain::Accommodation, NeedDomain::FinanceBenefitDebtId]);
        let further = [
            NeedDomain::FamilyAndRelationships,
            NeedDomain::EducationTrainingEmployment,
            NeedDomain::EmotionalWellbeing,
            NeedDomain::SocialInclusion,
        ];
        domains.push(further[n % further.len()]);
    } else if domains.is_empty() {
        domains.push(NeedDomain::SocialInclusion);
    }
    domains.sort();
    domains.dedup();
    let need = |(k, domain): (usize, NeedDomain)| {
        let texts = wanted(domain).needs;
        NeedEntry {
            domain,
            urgency: if k == 0 && n.is_multiple_of(2) { Priority::Urgent } else { Priority::Routine },
            text: say(texts[(n + k) % texts.len()], who.written_in()).to_owned(),
        }
    };
    domains.into_iter().enumerate().map(need).collect()
}

pub fn ask(who: &Person, n: usize, domain: NeedDomain) -> String {
    let texts = wanted(domain).asks;
    say(texts[n % texts.len()], who.written_in()).to_owned()
}

/// The words that were said when consent was asked.
pub fn said(who: &Person) -> &'static str {
    SAID.iter().find(|(language, _)| *language == who.language()).map_or(SAID[0].1, |row| row.1)
}

pub fn scopes(purpose: Purpose) -> Set<Scope> {
    let scopes = match purpose {
        Purpose::Resettlement => FOR_RESETTLEMENT,
        Purpose::Employment => FOR_EMPLOYMENT,
        Purpose::Treatment => FOR_TREATMENT,
    };
    scopes.iter().copied().collect()
}

/// What a recipient is shown so that it can decide.
pub fn pre_acceptance(n: usize, domain: NeedDomain) -> Set<PreAcceptanceFact> {
    let mut facts: Set<PreAcceptanceFact> = [PreAcceptanceFact::NeedText].into_iter().collect();
    if domain == NeedDomain::Accommodation {
        facts = facts.with(PreAcceptanceFact::ReleaseDay).with(PreAcceptanceFact::Sex);
    }
    if domain == NeedDomain::DependencyAndRecovery {
        facts = facts.with(PreAcceptanceFact::Sobriety);
    }
    if n.is_multiple_of(3) { facts.with(PreAcceptanceFact::ReleaseDay) } else { facts }
}

pub fn how(n: usize) -> ConsentHow {
    match n % 5 {
        0 => ConsentHow::Spoken,
        1 => ConsentHow::Screen,
        _ => ConsentHow::Paper,
    }
}

/// What the person agreed to have told to the sender.
pub fn report_back(n: usize, given: bool) -> Set<ReportBack> {
    match n % 3 {
        _ if !given => Set::EMPTY,
        0 => Set::all(),
        1 => [ReportBack::Attendance].into_iter().collect(),
        _ => Set::EMPTY,
    }
}
