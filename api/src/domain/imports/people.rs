//! A row of a list of people, read into what is recorded of a person. No I/O.

use entities::{
    codes::{Priority, Sex, Sobriety},
    ids::OrganisationId,
};

use super::{
    cells::{Cells, Faults, Surroundings, plain},
    model::{CellFault, CellFaultCode, Column},
};
use crate::{
    domain::people::{Entry, NeedEntry},
    sheets::meaning::{Letters, ListField, NameOrder, folded_words, needs, sex_in, split_name, whole},
};

/// Reads rows by what their columns are taken for.
pub struct PeopleReader<'a> {
    around: &'a Surroundings,
    letters: Option<Letters>,
}

impl<'a> PeopleReader<'a> {
    /// `sexes` is the column of sexes, some of it: a lone letter means what the letters beside it say.
    pub fn new(columns: &'a [Column], around: &'a Surroundings, sexes: &[String]) -> Self {
        let column = columns.iter().find(|column| column.field == Some(ListField::Sex));
        let letters = column.and_then(|column| Letters::of(&column.header, sexes.iter().map(String::as_str)));
        Self { around, letters }
    }

    /// The person and the needs of a row, or all that is wrong with it.
    pub fn read(&self, cells: Cells<'_>) -> Result<(Entry, Vec<NeedEntry>), Vec<CellFault>> {
        let mut faults = Faults::default();
        let (family_name, given_name) = self.names(cells, &mut faults);
        let date_of_birth = cells.date(ListField::DateOfBirth, &mut faults);
        let entry = Entry {
            given_name,
            family_name,
            date_of_birth,
            year_of_birth: self.year(cells, &mut faults),
            sex: self.sex(cells, &mut faults),
            language: cells.text(ListField::Language).map_or_else(|| self.around.language.clone(), code_of),
            phone: cells.text(ListField::Phone).unwrap_or_default(),
            email: cells.text(ListField::Email).unwrap_or_default(),
            address: cells.text(ListField::Address).unwrap_or_default(),
            documents: self.documents(cells),
            municipality: cells.municipality(self.around, &mut faults),
            release_date: cells.date(ListField::ReleaseDate, &mut faults),
            release_confirmed: false,
            legal_status: self.around.legal_status,
            prison: self.prison(cells),
            sobriety: Sobriety::Unknown,
            restricted: false,
        };
        let needs = self.needs(cells, &entry, &mut faults);
        let is_told_apart =
            entry.date_of_birth.is_some() || entry.year_of_birth.is_some() || !entry.documents.is_empty();
        let is_said =
            [ListField::DateOfBirth, ListField::YearOfBirth].into_iter().any(|field| faults.is_of(field));
        if !is_told_apart && !is_said {
            // Whoever cannot be told from others of the same name would be recorded anew each time.
            let seen = cells.one(ListField::DateOfBirth);
            faults.add(ListField::DateOfBirth, seen.as_ref(), CellFaultCode::Missing);
        }
        if faults.is_empty() { Ok((entry, needs)) } else { Err(faults.all()) }
    }

    /// Family name, and given names with the patronymic.
    fn names(&self, cells: Cells<'_>, faults: &mut Faults) -> (String, String) {
        let whole = cells.one(ListField::FullName).filter(|seen| !seen.cell.is_empty());
        let (mut family, mut given) = whole.map_or_else(Default::default, |seen| {
            split_name(&plain(&seen.cell.text()), NameOrder::of(&seen.column.header))
        });
        if let Some(text) = cells.text(ListField::FamilyName) {
            family = text;
        }
        if let Some(text) = cells.text(ListField::GivenName) {
            given = text;
        }
        if let Some(text) = cells.text(ListField::MiddleName) {
            given = format!("{given} {text}").trim().to_owned();
        }
        for (field, name) in [(ListField::FamilyName, &family), (ListField::GivenName, &given)] {
            if name.is_empty() {
                // Where a full name is half of one, it is the other half that is missing.
                let whole = || cells.one(ListField::FullName).filter(|seen| seen.cell.is_empty());
                let seen = cells.one(field).or_else(whole);
                faults.add(field, seen.as_ref(), CellFaultCode::Missing);
            }
        }
        (family, given)
    }

    fn year(&self, cells: Cells<'_>, faults: &mut Faults) -> Option<i32> {
        let seen = cells.one(ListField::YearOfBirth)?;
        match whole(seen.cell).map(|year| year.map(i32::try_from).transpose()) {
            Ok(Ok(year)) => year,
            _ => {
                faults.add(ListField::YearOfBirth, Some(&seen), CellFaultCode::NotADate);
                None
            }
        }
    }

    fn sex(&self, cells: Cells<'_>, faults: &mut Faults) -> Sex {
        let Some(seen) = cells.one(ListField::Sex) else { return Sex::Unknown };
        match sex_in(&seen.cell.text(), self.letters) {
            Some(sex) => sex.unwrap_or(Sex::Unknown),
            None => {
                faults.add(ListField::Sex, Some(&seen), CellFaultCode::NotUnderstood);
                Sex::Unknown
            }
        }
    }

    fn prison(&self, cells: Cells<'_>) -> Option<OrganisationId> {
        let name = cells.text(ListField::Prison)?;
        self.around.prisons.get(&folded_words(&name).join(" ")).copied()
    }

    /// Numbers by which the partner or the state knows the person, each called as its column is.
    fn documents(&self, cells: Cells<'_>) -> Vec<(String, String)> {
        let fields = [ListField::CaseNumber, ListField::DocumentNumber];
        let seen = fields.into_iter().flat_map(|field| cells.all(field));
        seen.filter(|seen| !seen.cell.is_empty())
            .map(|seen| (seen.column.header.clone(), plain(&seen.cell.text())))
            .collect()
    }

    /// The needs, each with the words of the list; what else was remarked is kept with the first.
    fn needs(&self, cells: Cells<'_>, entry: &Entry, faults: &mut Faults) -> Vec<NeedEntry> {
        let mut found: Vec<NeedEntry> = Vec::new();
        for seen in cells.all(ListField::Needs) {
            let (understood, other) = needs(&seen.cell.text());
            if !other.is_empty() {
                faults.add(ListField::Needs, Some(&seen), CellFaultCode::NotUnderstood);
            }
            for (domain, words) in understood {
                match found.iter_mut().find(|need| need.domain == domain) {
                    Some(need) => need.text = format!("{}, {words}", need.text),
                    None => found.push(NeedEntry { domain, urgency: Priority::Routine, text: words }),
                }
            }
        }
        let mut remarks: Vec<String> = cells
            .all(ListField::Notes)
            .filter(|seen| !seen.cell.is_empty())
            .map(|seen| seen.named())
            .collect();
        // A prison that is not of the network cannot be named as one, and is not lost.
        let prison = cells.one(ListField::Prison).filter(|seen| !seen.cell.is_empty());
        remarks.extend(prison.filter(|_| entry.prison.is_none()).map(|seen| seen.named()));
        match (found.first_mut(), remarks.is_empty()) {
            (_, true) => {}
            (Some(first), false) => first.text = format!("{}\n{}", first.text, remarks.join("\n")),
            (None, false) => {
                let seen = cells.all(ListField::Notes).find(|seen| !seen.cell.is_empty());
                if let Some(seen) = seen {
                    faults.add(ListField::Notes, Some(&seen), CellFaultCode::NoNeed);
                }
            }
        }
        found
    }
}

/// A language as a list calls it; as it stands where it is a code.
fn code_of(text: String) -> String {
    let known = [
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
    known
        .iter()
        .find(|(_, words)| words.contains(&folded.as_str()))
        .map_or(text, |(code, _)| (*code).to_owned())
}
