//! Names of municipalities and provinces.
//!
//! Nothing is matched that only looks alike: a wrong municipality is worse than none.

use std::{
    collections::{BTreeSet, HashMap},
    sync::LazyLock,
};

use super::folding::{english_key, folded, folded_words, is_blank, russian_latin, serbian_latin};

/// ISO 3166-2 codes by folded name.
static PROVINCES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    listed(include_str!("words/provinces.txt")).map(|(code, name)| (folded(name), code)).collect()
});

/// Province and English name by another name of the place, folded.
static OTHER_NAMES: LazyLock<Vec<(&'static str, String)>> = LazyLock::new(|| {
    listed(include_str!("words/places.txt")).map(|(place, name)| (place, folded(name))).collect()
});

/// The lines of a list: what stands before the colon, with each name behind it.
fn listed(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(':')).flat_map(
        |(code, names)| {
            names.split(';').map(move |name| (code.trim(), name.trim())).filter(|each| !each.1.is_empty())
        },
    )
}

/// Words for a province, which do not tell one from another.
const OF_PROVINCES: &[&str] = &[
    "область",
    "области",
    "обл",
    "вобласць",
    "вобласци",
    "вобл",
    "apskritis",
    "apskrities",
    "aps",
    "apskr",
    "sritis",
    "srities",
    "apygarda",
    "apygardos",
    "уезд",
    "уезда",
    "county",
    "region",
    "oblast",
    "voblast",
    "province",
    "округ",
    "okrug",
    "управни",
    "upravni",
    "megye",
    "varmegye",
];

/// Words for a town or a municipality that may hold a town.
const OF_CITIES: &[&str] = &[
    "miesto",
    "miestas",
    "m",
    "город",
    "города",
    "г",
    "гор",
    "горад",
    "city",
    "town",
    "grad",
    "град",
    "stadt",
];

/// Words for the land around a town.
const OF_DISTRICTS: &[&str] = &["rajono", "rajonas", "raj", "r", "раион", "раиона", "р", "раен", "district"];

/// Words that say nothing of which place is meant.
const OF_ANY: &[&str] =
    &["savivaldybe", "savivaldybes", "sav", "municipality", "opstina", "општина", "н", "kozseg", "gemeinde"];

/// A municipality, as the gazetteer is told of it.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// What is given back when it is found.
    pub id: usize,
    /// ISO 3166-2 code.
    pub province: &'a str,
    /// In English use.
    pub name: &'a str,
    /// As locally written.
    pub name_local: &'a str,
}

/// What was found under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// One place, by its id.
    One(usize),
    /// Several that the name fits as well; their ids in order.
    Several(Vec<usize>),
    /// None.
    None,
}

/// Municipalities by the ways in which they are written.
pub struct Gazetteer {
    entries: Vec<Entry>,
}

struct Entry {
    id: usize,
    province: String,
    is_district: bool,
    /// Whole names.
    names: BTreeSet<String>,
    /// Names without the words for city, district and municipality.
    bare: BTreeSet<String>,
    /// What is left of a local adjective.
    stems: BTreeSet<String>,
}

/// What a text says of the kind of place.
#[derive(Clone, Copy, PartialEq)]
enum Says {
    Nothing,
    City,
    District,
}

impl Gazetteer {
    /// A gazetteer of these places.
    pub fn new<'a>(places: impl IntoIterator<Item = Place<'a>>) -> Self {
        Self { entries: places.into_iter().map(|place| Entry::of(&place)).collect() }
    }

    /// The place of this name; in this province alone, by code or by name, where one is given. In a
    /// province that is not known nothing is found.
    ///
    /// A whole name is looked for first: "Kaunas" is the city, "Kaunas district" what lies around it. Then
    /// without the words for city and district, where a bare name must fit one place only. A town that is
    /// no entry is looked for as the seat of its district, by the stem of the district's adjective.
    pub fn find(&self, name: &str, province: Option<&str>) -> Found {
        let mut within = match province.filter(|province| !is_blank(province)) {
            None => None,
            Some(province) => match self.province(province) {
                None => return Found::None,
                known => known,
            },
        };
        // "Жлобин, Гомельская область" and "Жлобин (Гомельская обл.)" say their province themselves.
        let (name, behind) = match name.split_once([',', '(']) {
            Some((name, behind)) => (name, behind.trim_end_matches([')', ' '])),
            None => (name, ""),
        };
        match (is_blank(behind), self.province(behind), &within) {
            (true, _, _) => {}
            (false, Some(said), None) => within = Some(said),
            (false, Some(said), Some(known)) if said == *known => {}
            (false, _, _) => match bare(&folded_words(behind)) {
                // "Kaunas (miestas)"
                (rest, says) if rest.is_empty() && says != Says::Nothing => {
                    return self.find_in(&format!("{name} {behind}"), within.as_deref());
                }
                _ => return Found::None,
            },
        }
        self.find_in(name, within.as_deref())
    }

    fn find_in(&self, name: &str, province: Option<&str>) -> Found {
        let words = folded_words(name);
        if words.is_empty() {
            return Found::None;
        }
        let whole = words.join(" ");
        let (rest, says) = bare(&words);
        let ways = |text: &str| BTreeSet::from([text.to_owned(), serbian_latin(text), english_way(text)]);
        let (wholes, rests) = (ways(&whole), ways(&rest));
        let stem = stem_of_town(&rest);
        let fits = |is: &dyn Fn(&Entry) -> bool| -> Vec<usize> {
            let mut ids: Vec<usize> = self
                .entries
                .iter()
                .filter(|entry| province.is_none_or(|code| entry.province == code) && is(entry))
                .map(|entry| entry.id)
                .collect();
            ids.sort_unstable();
            ids.dedup();
            ids
        };
        // "г. Гродно" says that it is not the district around it.
        let may_be = |entry: &Entry| match says {
            Says::Nothing => true,
            Says::City => !entry.is_district,
            Says::District => entry.is_district,
        };
        let mut found = fits(&|entry| !entry.names.is_disjoint(&wholes));
        if found.is_empty() && !rest.is_empty() {
            found = fits(&|entry| may_be(entry) && !entry.bare.is_disjoint(&rests));
        }
        if found.is_empty() && says == Says::City {
            // A town that is the seat of its district, and part of it.
            found = fits(&|entry| entry.is_district && !entry.bare.is_disjoint(&rests));
            let has_city = |id: &usize| self.has_city_beside(*id);
            found.retain(|id| !has_city(id));
        }
        if found.is_empty() {
            let by_stem = fits(&|entry| stem.as_ref().is_some_and(|stem| entry.stems.contains(stem)));
            let is_one = by_stem.len() == 1 && !by_stem.iter().any(|id| self.has_city_beside(*id));
            found = if is_one { by_stem } else { Vec::new() };
        }
        match found.as_slice() {
            [] => Found::None,
            [one] => Found::One(*one),
            _ => Found::Several(found),
        }
    }

    /// Whether a district has a city of its own name beside it, so that the name alone is not the district.
    fn has_city_beside(&self, id: usize) -> bool {
        let district = self.entries.iter().find(|entry| entry.id == id && entry.is_district);
        district.is_some_and(|district| {
            self.entries.iter().any(|entry| {
                !entry.is_district
                    && entry.province == district.province
                    && !entry.bare.is_disjoint(&district.bare)
            })
        })
    }

    /// The ISO 3166-2 code of a province, by its code or by its name.
    pub fn province(&self, text: &str) -> Option<String> {
        let code = text.trim().to_uppercase();
        if PROVINCES.values().any(|known| *known == code)
            || self.entries.iter().any(|entry| entry.province == code)
        {
            return Some(code);
        }
        let words = folded_words(text);
        let rest: Vec<&str> =
            words.iter().map(String::as_str).filter(|word| !OF_PROVINCES.contains(word)).collect();
        [words.join(" "), rest.join(" ")]
            .iter()
            .find_map(|name| PROVINCES.get(name))
            .map(|code| (*code).to_owned())
    }
}

impl Entry {
    fn of(place: &Place<'_>) -> Self {
        let (english, local) = (folded_words(place.name), folded_words(place.name_local));
        let (english_bare, english_says) = bare(&english);
        let (local_bare, local_says) = bare(&local);
        let is_district = english_says == Says::District || local_says == Says::District;
        let mut names = BTreeSet::from([english.join(" "), local.join(" ")]);
        if !is_district {
            // The genitive is left out: "Kauno" may begin the name of the city or of the district.
            names.extend([english_bare.clone(), english_key(&english_bare)]);
        }
        let mut bares = BTreeSet::from([english_key(&english_bare), english_bare, local_bare.clone()]);
        let key = format!("{}/{}", place.province, place.name);
        for (_, other) in OTHER_NAMES.iter().filter(|(of, _)| *of == key) {
            bares.insert(other.clone());
        }
        let stems = if is_district { stem_of_adjective(&local_bare) } else { None };
        Self {
            id: place.id,
            province: place.province.to_owned(),
            is_district,
            names,
            bare: bares,
            stems: stems.into_iter().collect(),
        }
    }
}

/// A name without the words for city, district and municipality, and what those said.
fn bare(words: &[String]) -> (String, Says) {
    let is = |list: &[&str], word: &String| list.contains(&word.as_str());
    let rest: Vec<&str> = words
        .iter()
        .filter(|word| !is(OF_CITIES, word) && !is(OF_DISTRICTS, word) && !is(OF_ANY, word))
        .map(String::as_str)
        .collect();
    let says = if words.iter().any(|word| is(OF_DISTRICTS, word)) {
        Says::District
    } else if words.iter().any(|word| is(OF_CITIES, word)) {
        Says::City
    } else {
        Says::Nothing
    };
    (rest.join(" "), says)
}

/// A Russian name as English writes it, to be found by a district's English name: Орша is Orsha.
fn english_way(folded: &str) -> String {
    english_key(&russian_latin(folded))
}

/// Жлобинский is of Жлобин: only the endings of adjectives that add nothing else to the town's name.
fn stem_of_adjective(local: &str) -> Option<String> {
    let end = ["скии", "ски"].iter().find(|end| local.ends_with(**end))?;
    let stem = &local[..local.len() - end.len()];
    long_enough(stem)
}

/// A town's name without its last vowel or soft sign.
fn stem_of_town(name: &str) -> Option<String> {
    if !name.chars().all(|c| ('а'..='я').contains(&c) || c == ' ') {
        return None;
    }
    long_enough(name.trim_end_matches(['а', 'я', 'о', 'е', 'и', 'ы', 'ь']))
}

/// Short stems begin too many names.
fn long_enough(stem: &str) -> Option<String> {
    (stem.chars().count() >= 4).then(|| stem.to_owned())
}
