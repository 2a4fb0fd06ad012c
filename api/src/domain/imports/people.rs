//! A row of a list of people, read into what is recorded of a person. No I/O.

use std::collections::HashMap;

use chrono::NaiveDate;
use entities::{
    codes::{LegalStatus, Priority, Sex, Sobriety},
    ids::{MunicipalityId, OrganisationId},
};

use super::model::{CellFault, CellFaultCode, Column};
use crate::{
    domain::people::{Entry, NeedEntry},
    sheets::{
        meaning::{
            DateOrder, Dates, Field, Found, Gazetteer, Letters, NameOrder, date, folded_words, needs, sex_in,
            split_name, whole,
        },
        reading::{Cell, Row},
    },
};

/// What a list says by itself of nobody: where things are, and what is usual at the holder.
pub struct Surroundings {
    pub gazetteer: Gazetteer,
    /// By the gazetteer's ids.
    pub municipalities: Vec<MunicipalityId>,
    /// By their folded names.
    pub prisons: HashMap<String, OrganisationId>,
    /// BCP 47; of whoever has none in the list.
    pub language: String,
    pub legal_status: LegalStatus,
}

/// Reads rows by what their columns are taken for.
pub struct PeopleReader<'a> {
    columns: &'a [Column],
    around: &'a Surroundings,
    letters: Option<Letters>,
}

/// A cell of a row with its column.
struct Seen<'a> {
    at: usize,
    column: &'a Column,
    cell: &'a Cell,
}

/// What is found wrong in one row.
#[derive(Default)]
struct Faults(Vec<CellFault>);

impl Faults {
    fn add(&mut self, field: Field, seen: Option<&Seen<'_>>, code: CellFaultCode) {
        let value = seen.map_or_else(String::new, |seen| seen.cell.text().trim().to_owned());
        self.0.push(CellFault { column: seen.map(|seen| seen.at), field, code, value });
    }
}

impl<'a> PeopleReader<'a> {
    /// `sexes` is the column of sexes, some of it: a lone letter means what the letters beside it say.
    pub fn new(columns: &'a [Column], around: &'a Surroundings, sexes: &[String]) -> Self {
        let column = columns.iter().find(|column| column.field == Some(Field::Sex));
        let letters = column.and_then(|column| Letters::of(&column.header, sexes.iter().map(String::as_str)));
        Self { columns, around, letters }
    }

    /// The person and the needs of a row, or all that is wrong with it.
    pub fn read(&self, row: &Row) -> Result<(Entry, Vec<NeedEntry>), Vec<CellFault>> {
        let mut faults = Faults::default();
        let (family_name, given_name) = self.names(row, &mut faults);
        let date_of_birth = self.date(row, Field::DateOfBirth, &mut faults);
        let entry = Entry {
            given_name,
            family_name,
            date_of_birth,
            year_of_birth: self.year(row, &mut faults),
            sex: self.sex(row, &mut faults),
            language: self.text(row, Field::Language).map_or_else(|| self.around.language.clone(), code_of),
            phone: self.text(row, Field::Phone).unwrap_or_default(),
            email: self.text(row, Field::Email).unwrap_or_default(),
            address: self.text(row, Field::Address).unwrap_or_default(),
            documents: self.documents(row),
            municipality: self.municipality(row, &mut faults),
            release_date: self.date(row, Field::ReleaseDate, &mut faults),
            release_confirmed: false,
            legal_status: self.around.legal_status,
            prison: self.prison(row),
            sobriety: Sobriety::Unknown,
            restricted: false,
        };
        let needs = self.needs(row, &entry, &mut faults);
        let is_told_apart =
            entry.date_of_birth.is_some() || entry.year_of_birth.is_some() || !entry.documents.is_empty();
        if !is_told_apart && faults.0.is_empty() {
            // Whoever cannot be told from others of the same name would be recorded anew each time.
            let seen = self.one(row, Field::DateOfBirth);
            faults.add(Field::DateOfBirth, seen.as_ref(), CellFaultCode::Missing);
        }
        if faults.0.is_empty() { Ok((entry, needs)) } else { Err(faults.0) }
    }

    /// The cells of a field, empty ones too.
    fn all<'r>(&'r self, row: &'r Row, field: Field) -> impl Iterator<Item = Seen<'r>> {
        let cells = self.columns.iter().zip(&row.cells).enumerate();
        cells.filter_map(move |(at, (column, cell))| {
            (column.field == Some(field)).then_some(Seen { at, column, cell })
        })
    }

    fn one<'r>(&'r self, row: &'r Row, field: Field) -> Option<Seen<'r>> {
        self.all(row, field).next()
    }

    fn text(&self, row: &Row, field: Field) -> Option<String> {
        let seen = self.one(row, field).filter(|seen| !seen.cell.is_empty())?;
        Some(plain(&seen.cell.text()))
    }

    /// Family name, and given names with the patronymic.
    fn names(&self, row: &Row, faults: &mut Faults) -> (String, String) {
        let whole = self.one(row, Field::FullName).filter(|seen| !seen.cell.is_empty());
        let (mut family, mut given) = whole.map_or_else(Default::default, |seen| {
            split_name(&plain(&seen.cell.text()), NameOrder::of(&seen.column.header))
        });
        if let Some(text) = self.text(row, Field::FamilyName) {
            family = text;
        }
        if let Some(text) = self.text(row, Field::GivenName) {
            given = text;
        }
        if let Some(text) = self.text(row, Field::MiddleName) {
            given = format!("{given} {text}").trim().to_owned();
        }
        for (field, name) in [(Field::FamilyName, &family), (Field::GivenName, &given)] {
            if name.is_empty() {
                let seen = self.one(row, field).or_else(|| self.one(row, Field::FullName));
                faults.add(field, seen.as_ref(), CellFaultCode::Missing);
            }
        }
        (family, given)
    }

    fn date(&self, row: &Row, field: Field, faults: &mut Faults) -> Option<NaiveDate> {
        let seen = self.one(row, field).filter(|seen| !seen.cell.is_empty())?;
        let read = match (seen.column.dates, seen.cell) {
            // What the file itself holds as a date has no order.
            (_, Cell::Date(day)) => return Some(*day),
            (Some(Dates::Ordered(order)), cell) => date(cell, order),
            (Some(Dates::Open), _) => {
                faults.add(field, Some(&seen), CellFaultCode::OrderNotSaid);
                return None;
            }
            (None, cell) => date(cell, DateOrder::DayFirst),
        };
        read.unwrap_or_else(|_| {
            faults.add(field, Some(&seen), CellFaultCode::NotADate);
            None
        })
    }

    fn year(&self, row: &Row, faults: &mut Faults) -> Option<i32> {
        let seen = self.one(row, Field::YearOfBirth)?;
        match whole(seen.cell).map(|year| year.map(i32::try_from).transpose()) {
            Ok(Ok(year)) => year,
            _ => {
                faults.add(Field::YearOfBirth, Some(&seen), CellFaultCode::NotADate);
                None
            }
        }
    }

    fn sex(&self, row: &Row, faults: &mut Faults) -> Sex {
        let Some(seen) = self.one(row, Field::Sex) else { return Sex::Unknown };
        match sex_in(&seen.cell.text(), self.letters) {
            Some(sex) => sex.unwrap_or(Sex::Unknown),
            None => {
                faults.add(Field::Sex, Some(&seen), CellFaultCode::NotUnderstood);
                Sex::Unknown
            }
        }
    }

    fn municipality(&self, row: &Row, faults: &mut Faults) -> Option<MunicipalityId> {
        let seen = self.one(row, Field::Municipality).filter(|seen| !seen.cell.is_empty())?;
        let province = self.text(row, Field::Province);
        let code = match self.around.gazetteer.find(&seen.cell.text(), province.as_deref()) {
            Found::One(id) => return self.around.municipalities.get(id).copied(),
            Found::Several(_) => CellFaultCode::SeveralPlaces,
            Found::None => CellFaultCode::UnknownPlace,
        };
        faults.add(Field::Municipality, Some(&seen), code);
        None
    }

    fn prison(&self, row: &Row) -> Option<OrganisationId> {
        let name = self.text(row, Field::Prison)?;
        self.around.prisons.get(&folded_words(&name).join(" ")).copied()
    }

    /// Numbers by which the partner or the state knows the person, each called as its column is.
    fn documents(&self, row: &Row) -> Vec<(String, String)> {
        let fields = [Field::CaseNumber, Field::DocumentNumber];
        let seen = fields.into_iter().flat_map(|field| self.all(row, field));
        seen.filter(|seen| !seen.cell.is_empty())
            .map(|seen| (seen.column.header.clone(), plain(&seen.cell.text())))
            .collect()
    }

    /// The needs, each with the words of the list; what else was remarked is kept with the first.
    fn needs(&self, row: &Row, entry: &Entry, faults: &mut Faults) -> Vec<NeedEntry> {
        let mut found: Vec<NeedEntry> = Vec::new();
        for seen in self.all(row, Field::Needs) {
            let (understood, other) = needs(&seen.cell.text());
            if !other.is_empty() {
                faults.add(Field::Needs, Some(&seen), CellFaultCode::NotUnderstood);
            }
            for (domain, words) in understood {
                match found.iter_mut().find(|need| need.domain == domain) {
                    Some(need) => need.text = format!("{}, {words}", need.text),
                    None => found.push(NeedEntry { domain, urgency: Priority::Routine, text: words }),
                }
            }
        }
        let mut remarks: Vec<String> =
            self.all(row, Field::Notes).filter(|seen| !seen.cell.is_empty()).map(remark).collect();
        // A prison that is not of the network cannot be named as one, and is not lost.
        let prison = self.one(row, Field::Prison).filter(|seen| !seen.cell.is_empty());
        remarks.extend(prison.filter(|_| entry.prison.is_none()).map(remark));
        match (found.first_mut(), remarks.is_empty()) {
            (_, true) => {}
            (Some(first), false) => first.text = format!("{}\n{}", first.text, remarks.join("\n")),
            (None, false) => {
                let seen = self.all(row, Field::Notes).find(|seen| !seen.cell.is_empty());
                if let Some(seen) = seen {
                    faults.add(Field::Notes, Some(&seen), CellFaultCode::NoNeed);
                }
            }
        }
        found
    }
}

fn remark(seen: Seen<'_>) -> String {
    format!("{}: {}", seen.column.header, seen.cell.text().trim())
}

/// A cell's text in one line.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A language as a list calls it; as it stands where it is a code.
fn code_of(text: String) -> String {
    let known = [
        ("lt", &["lietuviu", "lithuanian", "литовскии", "litauisch"][..]),
        ("ru", &["rusu", "russian", "русскии", "руска", "russisch"]),
        ("be", &["baltarusiu", "belarusian", "белорусскии", "беларуская"]),
        ("sr", &["serbu", "serbian", "srpski", "српски"]),
        ("hu", &["vengru", "hungarian", "magyar"]),
        ("de", &["vokieciu", "german", "deutsch"]),
        ("en", &["anglu", "english", "англиискии", "englisch"]),
    ];
    let folded = folded_words(&text).join(" ");
    known
        .iter()
        .find(|(_, words)| words.contains(&folded.as_str()))
        .map_or(text, |(code, _)| (*code).to_owned())
}
