//! Why a service fits or does not, each reason in a few words.

use super::draft::{Match, Person, Reason};
use crate::{pages::people::place_name, prelude::*};

/// The reasons worth saying: what the service is for stands above it, places beside it.
pub fn reasons(v: &PageContext, person: &Person, found: &Match) -> Vec<components::Reason> {
    let worth = |reason: &&Reason| !matches!(reason.factor, MatchFactor::Domain | MatchFactor::Places);
    let told = found.reasons.iter().filter(worth);
    told.map(|reason| components::Reason::new(v, reason.answer, words(v, person, found, reason))).collect()
}

fn words(v: &PageContext, person: &Person, found: &Match, reason: &Reason) -> String {
    use MatchFactor as Factor;
    let answer = reason.answer;
    match reason.factor {
        Factor::Area => v.t2(answer.match_area(), "place", returns_to(v, person), "area", area(v, found)),
        Factor::Residence => {
            v.t2(answer.match_residence(), "place", returns_to(v, person), "area", area(v, found))
        }
        Factor::Age => {
            compared(v, answer.match_age(), reason, years(v, &reason.wanted), reason.found.clone())
        }
        Factor::Sex => {
            let wanted =
                listed(v, &reason.wanted, |code| Sex::parse(code).map(|sex| v.t(sex.match_people())));
            let own = Sex::parse(&reason.found).map_or_else(String::new, |sex| v.word(sex));
            compared(v, answer.match_sex(), reason, wanted, own)
        }
        Factor::LegalStatus => {
            let word = |code: &str| LegalStatus::parse(code).map(|status| v.word(status));
            compared(
                v,
                answer.match_legal_status(),
                reason,
                listed(v, &reason.wanted, word),
                word(&reason.found).unwrap_or_default(),
            )
        }
        Factor::Sobriety => {
            let word = |code: &str| Sobriety::parse(code).map(|sobriety| v.word(sobriety));
            compared(
                v,
                answer.match_sobriety(),
                reason,
                listed(v, &reason.wanted, word),
                word(&reason.found).unwrap_or_default(),
            )
        }
        Factor::Agreement => v.t1(answer.match_agreement(), "purpose", v.word(found.service.purpose)),
        Factor::OpenReferral => v.t1(key::MATCH_OPEN_REFERRAL_NO, "reference", &reason.found),
        Factor::Consent => v.t(answer.match_consent()),
        Factor::LegalBasis if answer == MatchAnswer::No => v.t(key::MATCH_GROUND_NO),
        factor => v.word(factor),
    }
}

/// What is wanted, and what was found where it speaks against.
fn compared(v: &PageContext, words: Key, reason: &Reason, wanted: String, found: String) -> String {
    match reason.answer {
        MatchAnswer::No => v.t2(words, "wanted", wanted, "found", found),
        MatchAnswer::Yes | MatchAnswer::Unknown => v.t1(words, "wanted", wanted),
    }
}

/// `18-65`, `18-` or `-25` in words.
fn years(v: &PageContext, wanted: &str) -> String {
    match wanted.split_once('-') {
        Some((least, "")) => v.t1(key::MATCH_YEARS_FROM, "least", least),
        Some(("", most)) => v.t1(key::MATCH_YEARS_TO, "most", most),
        Some((least, most)) => v.t2(key::MATCH_YEARS_BETWEEN, "least", least, "most", most),
        None => wanted.to_owned(),
    }
}

/// Codes with spaces between them, in words; a code that we have no word for stands as it is.
fn listed(v: &PageContext, codes: &str, word: impl Fn(&str) -> Option<String>) -> String {
    let words: Vec<_> = codes.split(' ').map(|code| word(code).unwrap_or_else(|| code.to_owned())).collect();
    words.join(&v.t(key::MATCH_OR))
}

fn returns_to(v: &PageContext, person: &Person) -> String {
    person
        .municipality
        .as_ref()
        .map_or_else(String::new, |place| place_name(v, &place.name, &place.name_local))
}

/// The most places that a reason counts up.
const NAMED: usize = 3;

/// Where a service works, shortened.
fn area(v: &PageContext, found: &Match) -> String {
    let area = &found.service.area;
    let provinces = area.provinces.iter().map(|one| v.province_name(&one.code, &one.name, &one.name_local));
    let municipalities = area.municipalities.iter().map(|one| place_name(v, &one.name, &one.name_local));
    let prisons = area.prisons.iter().map(|one| one.name.clone());
    let all: Vec<_> = provinces.chain(municipalities).chain(prisons).collect();
    let named = all[..all.len().min(NAMED)].join(", ");
    if all.len() > NAMED { v.t1(key::MATCH_AND_MORE, "named", named) } else { named }
}

/// How many places there are on the day: `1 place that day`.
pub fn places(v: &PageContext, found: &Match) -> String {
    let places = &found.places;
    match (places.free, places.next_from) {
        (None, _) => v.t(key::PLACES_NO_LIMIT),
        (Some(0), Some(day)) => v.t1(key::PLACES_NONE_UNTIL, "day", v.exactly(day)),
        (Some(0), None) => v.t(key::PLACES_NONE),
        (Some(free), _) => v.t1(key::PLACES_FREE, "n", free),
    }
}
