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
    let answer = reason.answer.slug();
    match reason.factor {
        Factor::Area | Factor::Residence => {
            let key = format!("match-{}-{answer}", reason.factor.slug());
            v.t2(&key, "place", returns_to(v, person), "area", area(v, found))
        }
        Factor::Age => compared(v, "age", reason, years(v, &reason.wanted), reason.found.clone()),
        Factor::Sex => {
            let wanted =
                listed(v, &reason.wanted, |code| Sex::parse(code).map(|sex| v.word_as("match-people", sex)));
            let own = Sex::parse(&reason.found).map_or_else(String::new, |sex| v.word(sex));
            compared(v, "sex", reason, wanted, own)
        }
        Factor::LegalStatus => {
            let word = |code: &str| LegalStatus::parse(code).map(|status| v.word(status));
            compared(
                v,
                "legal-status",
                reason,
                listed(v, &reason.wanted, word),
                word(&reason.found).unwrap_or_default(),
            )
        }
        Factor::Sobriety => {
            let word = |code: &str| Sobriety::parse(code).map(|sobriety| v.word(sobriety));
            compared(
                v,
                "sobriety",
                reason,
                listed(v, &reason.wanted, word),
                word(&reason.found).unwrap_or_default(),
            )
        }
        Factor::Agreement => {
            v.t1(&format!("match-agreement-{answer}"), "purpose", v.word(found.service.purpose))
        }
        Factor::OpenReferral => v.t1("match-open-referral-no", "reference", &reason.found),
        factor => v.t(&format!("match-{}-{answer}", factor.slug())),
    }
}

/// What is wanted, and what was found where it speaks against.
fn compared(v: &PageContext, factor: &str, reason: &Reason, wanted: String, found: String) -> String {
    match reason.answer {
        MatchAnswer::Yes => v.t1(&format!("match-{factor}-yes"), "wanted", wanted),
        MatchAnswer::No => v.t2(&format!("match-{factor}-no"), "wanted", wanted, "found", found),
        MatchAnswer::Unknown => v.t1(&format!("match-{factor}-unknown"), "wanted", wanted),
    }
}

/// `18-65`, `18-` or `-25` in words.
fn years(v: &PageContext, wanted: &str) -> String {
    match wanted.split_once('-') {
        Some((least, "")) => v.t1("match-years-from", "least", least),
        Some(("", most)) => v.t1("match-years-to", "most", most),
        Some((least, most)) => v.t2("match-years-between", "least", least, "most", most),
        None => wanted.to_owned(),
    }
}

/// Codes with spaces between them, in words; a code that we have no word for stands as it is.
fn listed(v: &PageContext, codes: &str, word: impl Fn(&str) -> Option<String>) -> String {
    let words: Vec<_> = codes.split(' ').map(|code| word(code).unwrap_or_else(|| code.to_owned())).collect();
    words.join(&v.t("match-or"))
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
    let provinces = area.provinces.iter().map(|one| place_name(v, &one.name, &one.name_local));
    let municipalities = area.municipalities.iter().map(|one| place_name(v, &one.name, &one.name_local));
    let prisons = area.prisons.iter().map(|one| one.name.clone());
    let all: Vec<_> = provinces.chain(municipalities).chain(prisons).collect();
    let named = all[..all.len().min(NAMED)].join(", ");
    if all.len() > NAMED { v.t1("match-and-more", "named", named) } else { named }
}

/// How many places there are on the day: `1 place that day`.
pub fn places(v: &PageContext, found: &Match) -> String {
    let places = &found.places;
    match (places.free, places.next_from) {
        (None, _) => v.t("places-no-limit"),
        (Some(0), Some(day)) => v.t1("places-none-until", "day", v.exactly(day)),
        (Some(0), None) => v.t("places-none"),
        (Some(free), _) => v.t1("places-free", "n", free),
    }
}
