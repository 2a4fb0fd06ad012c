//! Rules about people: encrypted data, scopes, search by name, validity of consents. No I/O.

use chrono::{Datelike, NaiveDate};
use entities::{
    codes::{ConsentAnswer, LegalStatus, NeedDomain, Scope, Set, Sobriety},
    consent, described_enum,
    ids::OrganisationId,
};
use serde::{Deserialize, Serialize};
use spreadsheets::column_inference::folded_words;

described_enum! {
    /// Field of a person that a change may concern.
    PersonField {
        GivenName = "givenName": "Given names.",
        FamilyName = "familyName": "Family name.",
        DateOfBirth = "dateOfBirth": "Date of birth.",
        YearOfBirth = "yearOfBirth": "Year of birth.",
        Sex = "sex": "Sex.",
        Language = "language": "Language in which the person is addressed.",
        Phone = "phone": "Phone number.",
        Email = "email": "Email address.",
        Address = "address": "Street and town.",
        Documents = "documents": "ID documents.",
        MunicipalityId = "municipalityId": "Municipality to which the person returns.",
        ReleaseDate = "releaseDate": "Release date.",
        ReleaseConfirmed = "releaseConfirmed": "Whether the prison confirmed the release date.",
        LegalStatus = "legalStatus": "Legal status.",
        PrisonId = "prisonId": "Prison.",
        Sobriety = "sobriety": "Status regarding alcohol and drugs.",
        Restricted = "restricted": "Whether only the case team sees the person.",
        CaseTeam = "caseTeam": "Case team.",
    }
}
described_enum! {
    /// Field of a need that a change may concern.
    NeedField {
        Urgency = "urgency": "Urgency.",
        Text = "text": "Text.",
        Met = "met": "Whether the need is met.",
    }
}
described_enum! {
    /// Field of a consent that a change may concern.
    ConsentField {
        WithdrawnAt = "withdrawnAt": "Time of withdrawal.",
    }
}

/// Encrypted data of a person, as one value.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Particulars {
    pub given_name: String,
    pub family_name: String,
    pub date_of_birth: Option<NaiveDate>,
    /// BCP 47; in which the person is spoken to.
    pub language: String,
    pub phone: String,
    pub email: String,
    pub address: String,
    pub documents: Vec<Document>,
    pub legal_status: Option<LegalStatus>,
    pub prison: Option<OrganisationId>,
    pub sobriety: Option<Sobriety>,
}

/// What erasure keeps of a year of birth and a release date: the first year of the decade and the first day of the
/// year. Statistics count by age band, sex and year of release, and by the organisations and dates of referrals,
/// which stay; the municipality is removed, because in a village it identifies a person.
pub fn kept_of(year_of_birth: Option<i32>, release: Option<NaiveDate>) -> (Option<i32>, Option<NaiveDate>) {
    (year_of_birth.map(|year| year - year.rem_euclid(10)), release.and_then(|day| day.with_ordinal(1)))
}

/// Document that proves a person's identity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    pub kind: String,
    pub number: String,
}

impl Particulars {
    pub fn legal_status(&self) -> LegalStatus {
        self.legal_status.unwrap_or(LegalStatus::Unknown)
    }

    pub fn sobriety(&self) -> Sobriety {
        self.sobriety.unwrap_or(Sobriety::Unknown)
    }

    /// The fields in which this differs from what was known before.
    pub fn changed_from(&self, before: &Self) -> impl Iterator<Item = PersonField> {
        use PersonField as F;
        // All of them by name, so that a new one is not forgotten here.
        let Self {
            given_name,
            family_name,
            date_of_birth,
            language,
            phone,
            email,
            address,
            documents,
            legal_status: _,
            prison,
            sobriety: _,
        } = self;
        let compared = [
            (F::GivenName, *given_name != before.given_name),
            (F::FamilyName, *family_name != before.family_name),
            (F::DateOfBirth, *date_of_birth != before.date_of_birth),
            (F::Language, *language != before.language),
            (F::Phone, *phone != before.phone),
            (F::Email, *email != before.email),
            (F::Address, *address != before.address),
            (F::Documents, *documents != before.documents),
            (F::LegalStatus, self.legal_status() != before.legal_status()),
            (F::PrisonId, *prison != before.prison),
            (F::Sobriety, self.sobriety() != before.sobriety()),
        ];
        compared.into_iter().filter_map(|(field, differs)| differs.then_some(field))
    }

    /// Restores values that a member without their scopes cannot have intended to change.
    pub fn keeping_unread(mut self, before: Self, read: Set<Scope>) -> Self {
        if !read.contains(Scope::Contact) {
            (self.phone, self.email, self.address) = (before.phone, before.email, before.address);
        }
        if !read.contains(Scope::Documents) {
            self.documents = before.documents;
        }
        if !read.contains(Scope::Offence) {
            (self.legal_status, self.prison, self.sobriety) =
                (before.legal_status, before.prison, before.sobriety);
        }
        self
    }
}

/// The scope that opens the text of a need.
pub fn scope_of(domain: NeedDomain) -> Scope {
    use NeedDomain as D;
    match domain {
        D::DependencyAndRecovery | D::EmotionalWellbeing | D::Health => Scope::Health,
        D::FamilyAndRelationships => Scope::Family,
        D::EducationTrainingEmployment => Scope::Employment,
        D::Legal | D::AttitudesThinkingBehaviour | D::LifestyleAndAssociates => Scope::Offence,
        D::FinanceBenefitDebtId => Scope::Documents,
        D::Accommodation | D::SocialInclusion | D::FaithAndCommunity => Scope::Needs,
    }
}

/// Age in whole years on a day; from the year of birth only if the date is unknown.
pub fn age_on(born: Option<NaiveDate>, year: Option<i32>, day: NaiveDate) -> Option<i32> {
    match (born, year) {
        (Some(born), _) => day.years_since(born).map(|years| years as i32),
        (None, Some(year)) => Some(day.year() - year),
        (None, None) => None,
    }
}

/// The ten years that an age lies in, both inclusive: 30 to 39; below 18, 0 to 17 and 18 to 29.
pub fn age_band(age: i32) -> (i32, i32) {
    match age {
        ..18 => (0, 17),
        18..30 => (18, 29),
        70.. => (70, 120),
        _ => (age / 10 * 10, age / 10 * 10 + 9),
    }
}

described_enum! {
    /// Standing of a consent.
    ConsentStanding {
        InForce = "IN_FORCE": "Given and in force.",
        Expired = "EXPIRED": "Given, but expired.",
        Withdrawn = "WITHDRAWN": "Given, but withdrawn.",
        Refused = "REFUSED": "Refused by the person.",
    }
}

/// Standing of a consent on a day.
pub fn standing(consent: &consent::Model, today: NaiveDate) -> ConsentStanding {
    match consent.answer {
        ConsentAnswer::Refused => ConsentStanding::Refused,
        ConsentAnswer::Given if consent.withdrawn_at.is_some() => ConsentStanding::Withdrawn,
        ConsentAnswer::Given if consent.expires_on < today => ConsentStanding::Expired,
        ConsentAnswer::Given => ConsentStanding::InForce,
    }
}

described_enum! {
    /// State of the arrangements for a need.
    ReadinessState {
        Nothing = "NOTHING": "No recipient was asked, or the one who accepted no longer sees the identity.",
        UnderWay = "UNDER_WAY": "A recipient was asked.",
        Arranged = "ARRANGED": "A recipient accepted, or the need is met.",
    }
}

/// Tokens of a name for the search, before hashing: its words, and the first three letters of each.
pub fn name_tokens(name: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    for word in folded_words(name) {
        if let Some(prefix) = prefix(&word) {
            tokens.push(format!("p:{prefix}"));
        }
        tokens.push(format!("w:{word}"));
    }
    tokens
}

/// Token of a document's number, before hashing.
pub fn document_token(number: &str) -> String {
    format!("d:{}", folded_words(number).concat())
}

/// Token that identifies a person in a list, before hashing: the name with the date of birth, or with the year if the
/// date is unknown. The order of the names does not matter.
pub fn birth_token(name: &str, born: &str) -> String {
    let mut words = folded_words(name);
    words.sort();
    format!("i:{}|{born}", words.join(" "))
}

/// The same, for a document number: many people may share a short one, so the family name is included.
pub fn number_token(family_name: &str, number: &str) -> String {
    format!("n:{}|{}", folded_words(family_name).join(" "), folded_words(number).concat())
}

/// Tokens of a search text, all of which a person must have: whole words, except that the last may be a beginning. A
/// last word of one or two letters must match as a whole.
pub fn search_tokens(text: &str) -> Vec<String> {
    folded_words(text)
        .into_iter()
        .map(|word| match prefix(&word) {
            Some(prefix) => format!("p:{prefix}"),
            None => format!("w:{word}"),
        })
        .collect()
}

/// Whether a name has, for every word that was searched, a word that begins with it.
pub fn name_matches(name: &str, text: &str) -> bool {
    let words = folded_words(name);
    folded_words(text).iter().all(|asked| words.iter().any(|word| word.starts_with(asked.as_str())))
}

fn prefix(word: &str) -> Option<String> {
    let prefix: String = word.chars().take(3).collect();
    (prefix.chars().count() == 3).then_some(prefix)
}

const ENGLISH: &str = include_str!("pseudonyms_en.txt");
const LITHUANIAN: &str = include_str!("pseudonyms_lt.txt");
/// Without words that are insults, or have another meaning in prison.
const RUSSIAN: &str = include_str!("pseudonyms_ru.txt");

/// A pseudonym out of chance: a word that one can say, in the reader's language, and a number.
/// The more often it was in vain, the longer the number.
pub fn pseudonym(language: &str, chance: [u8; 8], tries: u32) -> String {
    let words = match language.split('-').next() {
        Some("lt") => LITHUANIAN,
        Some("ru" | "be") => RUSSIAN,
        _ => ENGLISH,
    };
    let words: Vec<&str> = words.lines().collect();
    let chance = u64::from_le_bytes(chance);
    let word = words[(chance % words.len() as u64) as usize];
    let range = match tries {
        0..4 => 90,
        4..8 => 900,
        _ => 900_000,
    };
    let number = range / 9 + (chance / words.len() as u64) % range;
    format!("{word}-{number}")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use entities::codes::Code;

    use super::*;

    #[test]
    fn a_name_is_found_by_its_beginning_without_accents() {
        assert_eq!(folded_words("Žydrūnė Łukasz-Šimkienė"), ["zydrune", "lukasz", "simkiene"]);
        assert!(name_tokens("Jonas Kazlauskas").contains(&"p:kaz".to_owned()));
        assert_eq!(search_tokens("kazl Jo"), ["p:kaz", "w:jo"]);
        assert!(name_matches("Jonas Kazlauskas", "kazl"));
        assert!(!name_matches("Jonas Kazakevičius", "kazl"));
        assert_eq!(folded_words("Ёлкин"), ["елкин"]);
    }

    #[test]
    fn every_domain_has_its_scope_and_ages_their_band() {
        assert_eq!(NeedDomain::all().filter(|domain| scope_of(*domain) == Scope::Health).count(), 3);
        assert_eq!(age_band(34), (30, 39));
        assert_eq!(age_band(17), (0, 17));
        assert_eq!(age_band(91), (70, 120));
        let born = "1990-11-24".parse().unwrap();
        assert_eq!(age_on(Some(born), None, "2026-11-23".parse().unwrap()), Some(35));
        assert_eq!(age_on(None, Some(1990), "2026-11-23".parse().unwrap()), Some(36));
    }

    #[test]
    fn a_pseudonym_is_a_word_and_a_number_in_the_readers_language() {
        let english = pseudonym("en", [7, 1, 0, 0, 0, 0, 0, 0], 0);
        let (word, number) = english.split_once('-').unwrap();
        assert!(ENGLISH.lines().any(|each| each == word));
        assert!((10..100).contains(&number.parse::<u32>().unwrap()));
        let lithuanian = pseudonym("lt", [7, 1, 0, 0, 0, 0, 0, 0], 4);
        assert!(LITHUANIAN.contains(lithuanian.split_once('-').unwrap().0));
        let russian = pseudonym("ru-BY", [7, 1, 0, 0, 0, 0, 0, 0], 0);
        assert!(russian.split_once('-').is_some_and(|(word, _)| RUSSIAN.contains(word)));
        for words in [ENGLISH, LITHUANIAN, RUSSIAN] {
            assert_eq!(words.lines().collect::<BTreeSet<_>>().len(), 64);
        }
    }
}
