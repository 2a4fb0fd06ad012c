//! What a column holds: by its header, and where that says nothing, by its values.

use std::sync::LazyLock;

use chrono::NaiveDate;
use entities::codes::{Code, ImportKind};

use super::{
    dates::{self, Dates},
    folding::{beginning, folded_words},
    phrases::Phrases,
    values::by_values,
};
use crate::reading::Cell;
use entities::described_enum;

described_enum! {
    /// Field that a column can hold.
    ImportField {
        FamilyName = "FAMILY_NAME": "Family name.",
        GivenName = "GIVEN_NAME": "Given name.",
        MiddleName = "MIDDLE_NAME": "Patronymic or middle name.",
        FullName = "FULL_NAME": "Family name and given names together.",
        DateOfBirth = "DATE_OF_BIRTH": "Date of birth.",
        YearOfBirth = "YEAR_OF_BIRTH": "Year of birth, if the date is not known.",
        Sex = "SEX": "Sex as in the person's ID documents.",
        Prison = "PRISON": "Prison in which the person is held.",
        ReleaseDate = "RELEASE_DATE": "Release date.",
        Municipality = "MUNICIPALITY": "Municipality to which a person returns, or in which an organisation is.",
        Province = "PROVINCE": "Province of the municipality.",
        Needs = "NEEDS": "Needs of a person.",
        Notes = "NOTES": "Notes.",
        CaseNumber = "CASE_NUMBER": "Case number of the partner.",
        DocumentNumber = "DOCUMENT_NUMBER": "Number of an ID document.",
        Phone = "PHONE": "Telephone.",
        Email = "EMAIL": "Email.",
        Address = "ADDRESS": "Street and number.",
        Language = "LANGUAGE": "Language in which a person is addressed.",
        Name = "NAME": "Name of an organisation.",
        OrganisationKind = "ORGANISATION_KIND": "Kind of an organisation.",
        Website = "WEBSITE": "Website of an organisation.",
        Services = "SERVICES": "Services of an organisation.",
        Places = "PLACES": "Capacity.",
        Description = "DESCRIPTION": "Description of an organisation.",
    }
}

impl ImportField {
    /// The fields of a kind of sheet, in the order in which they are offered.
    pub fn of(kind: ImportKind) -> &'static [Self] {
        use ImportField as F;
        match kind {
            ImportKind::People => &[
                F::FamilyName,
                F::GivenName,
                F::MiddleName,
                F::FullName,
                F::DateOfBirth,
                F::YearOfBirth,
                F::Sex,
                F::Prison,
                F::ReleaseDate,
                F::Municipality,
                F::Province,
                F::Needs,
                F::Notes,
                F::CaseNumber,
                F::DocumentNumber,
                F::Phone,
                F::Email,
                F::Address,
                F::Language,
            ],
            ImportKind::Organisations => &[
                F::Name,
                F::OrganisationKind,
                F::Municipality,
                F::Province,
                F::Address,
                F::Phone,
                F::Email,
                F::Website,
                F::Services,
                F::Places,
                F::Description,
                F::Notes,
            ],
        }
    }

    /// Whether a row is bad without it. A full name stands for family name and given name.
    pub fn is_required(self) -> bool {
        matches!(self, Self::FamilyName | Self::GivenName | Self::Name)
    }

    /// Whether several columns may hold it.
    pub fn is_repeatable(self) -> bool {
        matches!(self, Self::Needs | Self::Notes | Self::Services)
    }

    /// Whether its columns hold dates.
    pub fn is_date(self) -> bool {
        matches!(self, Self::DateOfBirth | Self::ReleaseDate)
    }
}

described_enum! {
    /// Certainty of a column's inferred field.
    Certainty {
        Unsure = "UNSURE": "Not certain: the member must check it.",
        Likely = "LIKELY": "Part of the header, or nearly all values, match the field.",
        Certain = "CERTAIN": "The header is known, or a member confirmed the field.",
    }
}

/// What a column seems to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guess {
    /// None where it is not known, or known and not read.
    pub field: Option<ImportField>,
    /// How sure it is.
    pub certainty: Certainty,
    /// For a column of dates: their order.
    pub dates: Option<Dates>,
}

/// Headers of sheets of a kind. Nothing is a meaning too: such a column is known, and not read.
fn headers(kind: ImportKind) -> &'static Phrases<Option<ImportField>> {
    fn of(kind: ImportKind) -> Phrases<Option<ImportField>> {
        Phrases::read(include_str!("words/headers.txt"), |code| match code {
            "NOTHING" => Some(None),
            code => {
                ImportField::from_code(code).filter(|field| ImportField::of(kind).contains(field)).map(Some)
            }
        })
    }
    static PEOPLE: LazyLock<Phrases<Option<ImportField>>> = LazyLock::new(|| of(ImportKind::People));
    static ORGANISATIONS: LazyLock<Phrases<Option<ImportField>>> =
        LazyLock::new(|| of(ImportKind::Organisations));
    match kind {
        ImportKind::People => &PEOPLE,
        ImportKind::Organisations => &ORGANISATIONS,
    }
}

/// What each column holds. `today` tells births from releases where only the values can.
///
/// A few hundred rows are enough to know a column. The order of its dates is judged over the rows that are
/// given: where those are not all, ask [`dates_of`](super::dates_of) once more with the whole column.
///
/// No field is found twice, but for needs, notes and services: of two columns the surer one has it, or the
/// first, and the other is left open.
pub fn guess(kind: ImportKind, header: &[String], sample: &[Vec<Cell>], today: NaiveDate) -> Vec<Guess> {
    let columns = sample.iter().map(Vec::len).chain([header.len()]).max().unwrap_or(0);
    let column = |at: usize| -> Vec<&Cell> { sample.iter().filter_map(|row| row.get(at)).collect() };
    let mut found: Vec<(Option<ImportField>, Certainty)> = (0..columns)
        .map(|at| {
            by_header(kind, header.get(at).map_or("", String::as_str))
                .unwrap_or_else(|| by_values(kind, &column(at), today))
        })
        .collect();
    let holds =
        |found: &[(Option<ImportField>, Certainty)], field| found.iter().any(|each| each.0 == Some(field));
    // "Name" beside "Vorname" is the family's, and beside "Surname" the given one.
    let other = match (holds(&found, ImportField::GivenName), holds(&found, ImportField::FamilyName)) {
        (true, false) => Some(ImportField::FamilyName),
        (false, true) => Some(ImportField::GivenName),
        _ => None,
    };
    if other.is_some() {
        for each in found.iter_mut().filter(|each| each.0 == Some(ImportField::FullName)) {
            each.0 = other;
        }
    }
    (0..columns)
        .map(|at| {
            let (field, certainty) = found[at];
            let has_it = |field: ImportField| {
                let better = |other: usize| {
                    found[other].0 == Some(field)
                        && (found[other].1 > certainty || found[other].1 == certainty && other < at)
                };
                field.is_repeatable() || !(0..columns).any(better)
            };
            match field {
                Some(field) if has_it(field) => {
                    let dates = field.is_date().then(|| dates::dates_of(column(at))).flatten();
                    Guess { field: Some(field), certainty, dates }
                }
                Some(_) => Guess { field: None, certainty: Certainty::Unsure, dates: None },
                None => Guess { field: None, certainty, dates: None },
            }
        })
        .collect()
}

/// How much of a header is read. Forms make headers out of whole questions.
const HEADER: usize = 1_000;

fn by_header(kind: ImportKind, header: &str) -> Option<(Option<ImportField>, Certainty)> {
    let known = headers(kind);
    let header = beginning(header, HEADER);
    let words = folded_words(header);
    if let Some(field) =
        known.exactly(&words).or_else(|| known.exactly(&folded_words(&without_remarks(header))))
    {
        return Some((field, Certainty::Certain));
    }
    match known.within(&words).as_slice() {
        [] => None,
        [field] => Some((*field, Certainty::Likely)),
        several => several.iter().find(|field| field.is_some()).map(|field| (*field, Certainty::Unsure)),
    }
}

/// A header without what stands in brackets: "(dd.mm.yyyy)" says nothing of what it is.
fn without_remarks(header: &str) -> String {
    let mut depth = 0_usize;
    let outside = |c: &char| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                return false;
            }
            _ => {}
        }
        depth == 0
    };
    header.chars().filter(outside).collect()
}
