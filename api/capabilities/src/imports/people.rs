//! A row of a list of people, read into what is recorded of a person. No I/O.

use entities::{
    codes::{Priority, Sex, Sobriety},
    ids::OrganisationId,
};
use spreadsheets::column_inference::{
    ImportField, Letters, NameOrder, folded_words, needs, sex_in, split_name, whole,
};

use super::{
    cells::{CellErrors, Cells, ReferenceNames, plain},
    model::{CellError, CellErrorCode, Column},
};
use crate::people::{Entry, NeedEntry};

/// Reads rows by what their columns are taken for.
pub struct PeopleReader<'a> {
    around: &'a ReferenceNames,
    letters: Option<Letters>,
}

impl<'a> PeopleReader<'a> {
    /// `sexes` is a sample of the sex column: the meaning of a single letter depends on the others.
    pub fn new(columns: &'a [Column], around: &'a ReferenceNames, sexes: &[String]) -> Self {
        let column = columns.iter().find(|column| column.field == Some(ImportField::Sex));
        let letters = column.and_then(|column| Letters::of(&column.header, sexes.iter().map(String::as_str)));
        Self { around, letters }
    }

    /// The person and the needs of a row, or all that is wrong with it.
    pub fn read(&self, cells: Cells<'_>) -> Result<(Entry, Vec<NeedEntry>), Vec<CellError>> {
        let mut errors = CellErrors::default();
        let (family_name, given_name) = self.names(cells, &mut errors);
        let date_of_birth = cells.date(ImportField::DateOfBirth, &mut errors);
        let entry = Entry {
            given_name,
            family_name,
            date_of_birth,
            year_of_birth: self.year(cells, &mut errors),
            sex: self.sex(cells, &mut errors),
            language: cells.text(ImportField::Language).map_or_else(|| self.around.language.clone(), code_of),
            phone: cells.text(ImportField::Phone).unwrap_or_default(),
            email: cells.text(ImportField::Email).unwrap_or_default(),
            address: cells.text(ImportField::Address).unwrap_or_default(),
            documents: self.documents(cells),
            municipality: cells.municipality(self.around, &mut errors),
            release_date: cells.date(ImportField::ReleaseDate, &mut errors),
            release_confirmed: false,
            legal_status: self.around.legal_status,
            prison: self.prison(cells),
            sobriety: Sobriety::Unknown,
            restricted: false,
        };
        let needs = self.needs(cells, &entry, &mut errors);
        let is_told_apart =
            entry.date_of_birth.is_some() || entry.year_of_birth.is_some() || !entry.documents.is_empty();
        let is_said =
            [ImportField::DateOfBirth, ImportField::YearOfBirth].into_iter().any(|field| errors.is_of(field));
        if !is_told_apart && !is_said {
            // A person who cannot be distinguished from others of the same name would be recorded again each time.
            let seen = cells.one(ImportField::DateOfBirth);
            errors.add(ImportField::DateOfBirth, seen.as_ref(), CellErrorCode::Missing);
        }
        if errors.is_empty() { Ok((entry, needs)) } else { Err(errors.all()) }
    }

    /// Family name, and given names with the patronymic.
    fn names(&self, cells: Cells<'_>, errors: &mut CellErrors) -> (String, String) {
        let whole = cells.one(ImportField::FullName).filter(|seen| !seen.cell.is_empty());
        let (mut family, mut given) = whole.map_or_else(Default::default, |seen| {
            split_name(&plain(&seen.cell.text()), NameOrder::of(&seen.column.header))
        });
        if let Some(text) = cells.text(ImportField::FamilyName) {
            family = text;
        }
        if let Some(text) = cells.text(ImportField::GivenName) {
            given = text;
        }
        if let Some(text) = cells.text(ImportField::MiddleName) {
            given = format!("{given} {text}").trim().to_owned();
        }
        for (field, name) in [(ImportField::FamilyName, &family), (ImportField::GivenName, &given)] {
            if name.is_empty() {
                // Where a full name is half of one, it is the other half that is missing.
                let whole = || cells.one(ImportField::FullName).filter(|seen| seen.cell.is_empty());
                let seen = cells.one(field).or_else(whole);
                errors.add(field, seen.as_ref(), CellErrorCode::Missing);
            }
        }
        (family, given)
    }

    fn year(&self, cells: Cells<'_>, errors: &mut CellErrors) -> Option<i32> {
        let seen = cells.one(ImportField::YearOfBirth)?;
        match whole(seen.cell).map(|year| year.map(i32::try_from).transpose()) {
            Ok(Ok(year)) => year,
            _ => {
                errors.add(ImportField::YearOfBirth, Some(&seen), CellErrorCode::NotADate);
                None
            }
        }
    }

    fn sex(&self, cells: Cells<'_>, errors: &mut CellErrors) -> Sex {
        let Some(seen) = cells.one(ImportField::Sex) else { return Sex::Unknown };
        match sex_in(&seen.cell.text(), self.letters) {
            Some(sex) => sex.unwrap_or(Sex::Unknown),
            None => {
                errors.add(ImportField::Sex, Some(&seen), CellErrorCode::Unrecognised);
                Sex::Unknown
            }
        }
    }

    fn prison(&self, cells: Cells<'_>) -> Option<OrganisationId> {
        let name = cells.text(ImportField::Prison)?;
        self.around.prisons.get(&folded_words(&name).join(" ")).copied()
    }

    /// Numbers by which the partner or the state knows the person, each called as its column is.
    fn documents(&self, cells: Cells<'_>) -> Vec<(String, String)> {
        let fields = [ImportField::CaseNumber, ImportField::DocumentNumber];
        let seen = fields.into_iter().flat_map(|field| cells.all(field));
        seen.filter(|seen| !seen.cell.is_empty())
            .map(|seen| (seen.column.header.clone(), plain(&seen.cell.text())))
            .collect()
    }

    /// The needs, each with the words of the list; what else was remarked is kept with the first.
    fn needs(&self, cells: Cells<'_>, entry: &Entry, errors: &mut CellErrors) -> Vec<NeedEntry> {
        let mut found: Vec<NeedEntry> = Vec::new();
        for seen in cells.all(ImportField::Needs) {
            let (understood, other) = needs(&seen.cell.text());
            if !other.is_empty() {
                errors.add(ImportField::Needs, Some(&seen), CellErrorCode::Unrecognised);
            }
            for (domain, words) in understood {
                match found.iter_mut().find(|need| need.domain == domain) {
                    Some(need) => need.text = format!("{}, {words}", need.text),
                    None => found.push(NeedEntry { domain, urgency: Priority::Routine, text: words }),
                }
            }
        }
        let mut remarks: Vec<String> = cells
            .all(ImportField::Notes)
            .filter(|seen| !seen.cell.is_empty())
            .map(|seen| seen.named())
            .collect();
        // A prison that is not of the network cannot be named as one, and is not lost.
        let prison = cells.one(ImportField::Prison).filter(|seen| !seen.cell.is_empty());
        remarks.extend(prison.filter(|_| entry.prison.is_none()).map(|seen| seen.named()));
        match (found.first_mut(), remarks.is_empty()) {
            (_, true) => {}
            (Some(first), false) => first.text = format!("{}\n{}", first.text, remarks.join("\n")),
            (None, false) => {
                let seen = cells.all(ImportField::Notes).find(|seen| !seen.cell.is_empty());
                if let Some(seen) = seen {
                    errors.add(ImportField::Notes, Some(&seen), CellErrorCode::NoNeeds);
                }
            }
        }
        found
    }
}

/// Language in a list; unchanged if it is a code.
fn code_of(text: String) -> String {
    let existing = [
        ("lt", &["lietuviu", "lithuanian", "литовскии", "літоуская", "litauisch"][..]),
        ("ru", &["rusu", "russian", "русскии", "руская", "руски", "ruski", "orosz", "russisch"]),
        ("be", &["baltarusiu", "belarusian", "белорусскии", "беларуская", "belarussisch"]),
        ("pl", &["lenku", "polish", "польскии", "польская", "poljski", "lengyel", "polnisch"]),
        (
            "uk",
            &["ukrainieciu", "ukrainian", "украинскии", "украінская", "ukrajinski", "ukran", "ukrainisch"],
        ),
        ("lv", &["latviu", "latvian", "латышскии", "латышская", "lettisch"]),
        ("rom", &["romu", "romani", "цыганскии", "romski", "ромски", "roma", "cigany"]),
        ("sr", &["serbu", "serbian", "сербскии", "srpski", "српски", "szerb", "serbisch"]),
        ("ro", &["rumunu", "romanian", "румынскии", "rumunski", "roman", "rumanisch"]),
        ("hu", &["vengru", "hungarian", "венгерскии", "madarski", "magyar", "ungarisch"]),
        ("de", &["vokieciu", "german", "немецкии", "nemacki", "nemet", "deutsch"]),
        ("en", &["anglu", "english", "англиискии", "engleski", "angol", "englisch"]),
    ];
    let folded = folded_words(&text).join(" ");
    existing
        .iter()
        .find(|(_, words)| words.contains(&folded.as_str()))
        .map_or(text, |(code, _)| (*code).to_owned())
}
