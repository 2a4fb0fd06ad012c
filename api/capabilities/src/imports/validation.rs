//! Validation of the rows of a list, by the checks of the action that would record them.

use std::collections::HashSet;

use entities::{codes::ImportKind, ids::OrganisationId};
use platform::{
    context::RequestContext,
    db::Tx,
    error::{DomainError, ValidationError},
};
use spreadsheets::{column_inference::ImportField, reading::Row};

use super::{
    cells::{Cells, ReferenceNames},
    model::{CellError, CellErrorCode, Column, ImportRowStatus, RowResult},
    organisations::organisation_in,
    people::PeopleReader,
};
use crate::{
    network::{
        Directory, OrganisationEntry, OrganisationErrorCode, organisations_record, validate_organisation,
    },
    people::{Entry, NeedEntry, PersonErrorCode, known, people_record, validate_person},
};

/// Number of rows that are validated, or recorded, together: few enough that other transactions wait only briefly.
pub const TOGETHER: usize = 500;

/// Record that can be made of a row.
pub enum New {
    Person(Box<Entry>, Vec<NeedEntry>),
    Organisation(OrganisationEntry),
}

/// Validation of a row, with the record that can be made of it.
pub struct Outcome {
    pub status: ImportRowStatus,
    pub errors: Vec<CellError>,
    /// None for a bad row.
    pub new: Option<New>,
}

/// Judges the rows of one list, in their order.
pub struct RowValidator<'a> {
    columns: &'a [Column],
    around: &'a ReferenceNames,
    people: Option<PeopleReader<'a>>,
    /// By which earlier rows are recognised.
    said: HashSet<String>,
    /// The organisations of earlier rows.
    listed: Directory,
}

impl<'a> RowValidator<'a> {
    /// `some` are rows from the beginning of the list.
    pub fn new(kind: ImportKind, columns: &'a [Column], around: &'a ReferenceNames, some: &[Row]) -> Self {
        let people = (kind == ImportKind::People).then(|| {
            let at = columns.iter().position(|column| column.field == Some(ImportField::Sex));
            let values = at.into_iter().flat_map(|at| some.iter().filter_map(move |row| row.cells.get(at)));
            let sexes: Vec<String> = values.map(|cell| cell.text().into_owned()).collect();
            PeopleReader::new(columns, around, &sexes)
        });
        Self { columns, around, people, said: HashSet::new(), listed: Directory::default() }
    }

    /// Reads a row, as far as the list alone allows.
    pub fn read(&self, row: &Row) -> Result<New, Vec<CellError>> {
        let cells = Cells { columns: self.columns, row };
        match &self.people {
            Some(reader) => reader.read(cells).map(|(entry, needs)| New::Person(Box::new(entry), needs)),
            None => organisation_in(cells, self.around).map(New::Organisation),
        }
    }

    /// Status of each of these rows, which follow the rows validated before.
    pub async fn validate(
        &mut self,
        request: &RequestContext,
        rows: &[Row],
    ) -> Result<Vec<Outcome>, DomainError> {
        let read: Vec<Result<New, Vec<CellError>>> = rows.iter().map(|row| self.read(row)).collect();
        let checked = self.checked(request, rows, read).await?;
        if self.people.is_some() {
            self.people(request, checked).await
        } else {
            self.organisations(request, checked).await
        }
    }

    /// Checks as the action would who can be read.
    async fn checked(
        &self,
        request: &RequestContext,
        rows: &[Row],
        read: Vec<Result<New, Vec<CellError>>>,
    ) -> Result<Vec<Result<New, Vec<CellError>>>, DomainError> {
        let people: Vec<(&Entry, &[NeedEntry])> = read
            .iter()
            .flatten()
            .filter_map(|new| match new {
                New::Person(entry, needs) => Some((&**entry, needs.as_slice())),
                New::Organisation(_) => None,
            })
            .collect();
        let mut of_people = validate_person(request, &people).await?.into_iter();
        let checked = read.into_iter().zip(rows).map(|(new, row)| {
            let new = new?;
            let errors = match &new {
                New::Person(..) => self.errors(row, of_people.next().unwrap_or_default(), of_person),
                New::Organisation(entry) => {
                    self.errors(row, validate_organisation(request, entry), of_organisation)
                }
            };
            if errors.is_empty() { Ok(new) } else { Err(errors) }
        });
        Ok(checked.collect())
    }

    /// Errors of the action, at the cells that cause them.
    fn errors<C: Copy>(
        &self,
        row: &Row,
        problems: Vec<ValidationError<C>>,
        meant: fn(&[&str], C) -> (ImportField, CellErrorCode),
    ) -> Vec<CellError> {
        let failure = |problem: ValidationError<C>| {
            let path: Vec<&str> = problem.path.iter().map(String::as_str).collect();
            let (field, code) = meant(&path, problem.code);
            let column = self.columns.iter().position(|column| column.field == Some(field));
            let value = column.and_then(|at| row.cells.get(at)).map(|cell| cell.text().trim().to_owned());
            CellError { column, field, code, value: value.unwrap_or_default() }
        };
        problems.into_iter().map(failure).collect()
    }

    async fn people(
        &mut self,
        request: &RequestContext,
        checked: Vec<Result<New, Vec<CellError>>>,
    ) -> Result<Vec<Outcome>, DomainError> {
        let tokens_of = |new: &Result<New, Vec<CellError>>| match new {
            Ok(New::Person(entry, _)) => entry.recognised_by(),
            _ => Vec::new(),
        };
        let tokens: Vec<Vec<String>> = checked.iter().map(tokens_of).collect();
        let existing = known(request, tokens.iter().flatten()).await?;
        let result = checked.into_iter().zip(tokens).map(|(new, tokens)| {
            let status = if tokens.iter().any(|token| existing.contains(token)) {
                ImportRowStatus::Existing
            } else if tokens.iter().any(|token| self.said.contains(token)) {
                ImportRowStatus::Duplicate
            } else {
                self.said.extend(tokens);
                ImportRowStatus::New
            };
            Outcome::of(new, status)
        });
        Ok(result.collect())
    }

    async fn organisations(
        &mut self,
        request: &RequestContext,
        checked: Vec<Result<New, Vec<CellError>>>,
    ) -> Result<Vec<Outcome>, DomainError> {
        let places = checked.iter().filter_map(|new| match new {
            Ok(New::Organisation(entry)) => Some(entry.municipality),
            _ => None,
        });
        let register = Directory::of(request.read(), places).await?;
        let result = checked.into_iter().map(|new| {
            let status = match &new {
                Ok(New::Organisation(entry)) if register.knows(entry) => ImportRowStatus::Existing,
                Ok(New::Organisation(entry)) if self.listed.knows(entry) => ImportRowStatus::Duplicate,
                Ok(New::Organisation(entry)) => {
                    self.listed.note(entry, OrganisationId(uuid::Uuid::nil()));
                    ImportRowStatus::New
                }
                _ => ImportRowStatus::Invalid,
            };
            Outcome::of(new, status)
        });
        Ok(result.collect())
    }
}

impl Outcome {
    fn of(new: Result<New, Vec<CellError>>, status: ImportRowStatus) -> Self {
        match new {
            Ok(new) => Self { status, errors: Vec::new(), new: Some(new) },
            Err(errors) => Self { status: ImportRowStatus::Invalid, errors, new: None },
        }
    }

    /// Stored form of the validation.
    pub fn of_row(self, row: &Row) -> RowResult {
        RowResult { number: row.number, status: self.status, errors: self.errors }
    }
}

/// Records the new rows of a list in the caller's transaction; returns how many. Rows that were recorded in between
/// by another action are recognised.
pub async fn record(request: &RequestContext, tx: &Tx, outcomes: &mut [Outcome]) -> Result<u32, DomainError> {
    let (mut people, mut organisations) = (Vec::new(), Vec::new());
    for outcome in outcomes.iter_mut().filter(|outcome| outcome.status == ImportRowStatus::New) {
        match outcome.new.take() {
            Some(New::Person(entry, needs)) => people.push((*entry, needs)),
            Some(New::Organisation(entry)) => organisations.push(entry),
            None => {}
        }
    }
    let recorded = match (people.is_empty(), organisations.is_empty()) {
        (true, true) => Vec::new(),
        (false, _) => people_record(request, tx, people).await?,
        (true, false) => organisations_record(request, tx, organisations).await?,
    };
    let mut imported = 0;
    let new = outcomes.iter_mut().filter(|outcome| outcome.status == ImportRowStatus::New);
    for (outcome, was_recorded) in new.zip(recorded) {
        if was_recorded {
            imported += 1;
        } else {
            outcome.status = ImportRowStatus::Existing;
        }
    }
    Ok(imported)
}

fn of_person(path: &[&str], code: PersonErrorCode) -> (ImportField, CellErrorCode) {
    let field = match path {
        ["person", "givenName"] => ImportField::GivenName,
        ["person", "dateOfBirth"] => ImportField::DateOfBirth,
        ["person", "yearOfBirth"] => ImportField::YearOfBirth,
        ["person", "releaseDate"] => ImportField::ReleaseDate,
        ["person", "municipalityId"] => ImportField::Municipality,
        ["person", "prisonId"] => ImportField::Prison,
        ["person", "documents", ..] => ImportField::CaseNumber,
        ["person", "language"] => ImportField::Language,
        ["person", "phone"] => ImportField::Phone,
        ["person", "email"] => ImportField::Email,
        ["person", "address"] => ImportField::Address,
        ["needs", ..] => ImportField::Needs,
        _ => ImportField::FamilyName,
    };
    let code = match code {
        PersonErrorCode::Required => CellErrorCode::Missing,
        PersonErrorCode::TooLong => CellErrorCode::TooLong,
        PersonErrorCode::NotADate => CellErrorCode::NotPossible,
        PersonErrorCode::Unknown => CellErrorCode::UnknownPlace,
    };
    (field, code)
}

fn of_organisation(path: &[&str], code: OrganisationErrorCode) -> (ImportField, CellErrorCode) {
    let field = match path {
        ["description"] => ImportField::Description,
        ["municipalityId"] => ImportField::Municipality,
        ["address"] => ImportField::Address,
        ["phone"] => ImportField::Phone,
        ["email"] => ImportField::Email,
        ["website"] => ImportField::Website,
        ["services", ..] => ImportField::Services,
        ["places"] => ImportField::Places,
        _ => ImportField::Name,
    };
    let code = match code {
        OrganisationErrorCode::Required => CellErrorCode::Missing,
        OrganisationErrorCode::TooLong => CellErrorCode::TooLong,
        OrganisationErrorCode::Unknown => CellErrorCode::UnknownPlace,
        OrganisationErrorCode::Invalid => CellErrorCode::NotPossible,
    };
    (field, code)
}
