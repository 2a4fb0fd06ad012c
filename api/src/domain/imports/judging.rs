//! What each row of a list is, judged by the checks of the action that would write it.

use std::collections::HashSet;

use entities::{codes::ListKind, ids::OrganisationId};

use super::{
    cells::{Cells, Surroundings},
    model::{CellFault, CellFaultCode, Column, Judged, Verdict},
    organisations::organisation_in,
    people::PeopleReader,
};
use crate::{
    db::Tx,
    domain::{
        network::{
            OrganisationEntry, OrganisationErrorCode, Register, organisation_problems, organisations_record,
        },
        people::{Entry, NeedEntry, PersonErrorCode, known, people_record, person_problems},
    },
    house::Call,
    refusal::{Problem, Refusal},
    sheets::{meaning::ListField, reading::Row},
};

/// Rows that are judged, and written, together: few enough that nobody waits for them long.
pub const TOGETHER: usize = 500;

/// What can be written of a row.
pub enum New {
    Person(Box<Entry>, Vec<NeedEntry>),
    Organisation(OrganisationEntry),
}

/// What a row is, with what can be written of it.
pub struct Outcome {
    pub verdict: Verdict,
    pub faults: Vec<CellFault>,
    /// None for a bad row.
    pub new: Option<New>,
}

/// Judges the rows of one list, in their order.
pub struct Judge<'a> {
    columns: &'a [Column],
    around: &'a Surroundings,
    people: Option<PeopleReader<'a>>,
    /// By which earlier rows are recognised.
    said: HashSet<String>,
    /// The organisations of earlier rows.
    listed: Register,
}

impl<'a> Judge<'a> {
    /// `some` are rows from the beginning of the list.
    pub fn new(kind: ListKind, columns: &'a [Column], around: &'a Surroundings, some: &[Row]) -> Self {
        let people = (kind == ListKind::People).then(|| {
            let at = columns.iter().position(|column| column.field == Some(ListField::Sex));
            let values = at.into_iter().flat_map(|at| some.iter().filter_map(move |row| row.cells.get(at)));
            let sexes: Vec<String> = values.map(|cell| cell.text().into_owned()).collect();
            PeopleReader::new(columns, around, &sexes)
        });
        Self { columns, around, people, said: HashSet::new(), listed: Register::default() }
    }

    /// What stands in a row, as far as the list alone tells.
    pub fn read(&self, row: &Row) -> Result<New, Vec<CellFault>> {
        let cells = Cells { columns: self.columns, row };
        match &self.people {
            Some(reader) => reader.read(cells).map(|(entry, needs)| New::Person(Box::new(entry), needs)),
            None => organisation_in(cells, self.around).map(New::Organisation),
        }
    }

    /// What each of these rows is, which come after those that were judged before.
    pub async fn judge(&mut self, call: &Call, rows: &[Row]) -> Result<Vec<Outcome>, Refusal> {
        let read: Vec<Result<New, Vec<CellFault>>> = rows.iter().map(|row| self.read(row)).collect();
        let checked = self.checked(call, rows, read).await?;
        if self.people.is_some() {
            self.people(call, checked).await
        } else {
            self.organisations(call, checked).await
        }
    }

    /// Checks as the action would who can be read.
    async fn checked(
        &self,
        call: &Call,
        rows: &[Row],
        read: Vec<Result<New, Vec<CellFault>>>,
    ) -> Result<Vec<Result<New, Vec<CellFault>>>, Refusal> {
        let people: Vec<(&Entry, &[NeedEntry])> = read
            .iter()
            .flatten()
            .filter_map(|new| match new {
                New::Person(entry, needs) => Some((&**entry, needs.as_slice())),
                New::Organisation(_) => None,
            })
            .collect();
        let mut of_people = person_problems(call, &people).await?.into_iter();
        let checked = read.into_iter().zip(rows).map(|(new, row)| {
            let new = new?;
            let faults = match &new {
                New::Person(..) => self.faults(row, of_people.next().unwrap_or_default(), of_person),
                New::Organisation(entry) => {
                    self.faults(row, organisation_problems(call, entry), of_organisation)
                }
            };
            if faults.is_empty() { Ok(new) } else { Err(faults) }
        });
        Ok(checked.collect())
    }

    /// What the action would find wrong, at the cells where it stands.
    fn faults<C: Copy>(
        &self,
        row: &Row,
        problems: Vec<Problem<C>>,
        meant: fn(&[&str], C) -> (ListField, CellFaultCode),
    ) -> Vec<CellFault> {
        let fault = |problem: Problem<C>| {
            let path: Vec<&str> = problem.path.iter().map(String::as_str).collect();
            let (field, code) = meant(&path, problem.code);
            let column = self.columns.iter().position(|column| column.field == Some(field));
            let value = column.and_then(|at| row.cells.get(at)).map(|cell| cell.text().trim().to_owned());
            CellFault { column, field, code, value: value.unwrap_or_default() }
        };
        problems.into_iter().map(fault).collect()
    }

    async fn people(
        &mut self,
        call: &Call,
        checked: Vec<Result<New, Vec<CellFault>>>,
    ) -> Result<Vec<Outcome>, Refusal> {
        let tokens_of = |new: &Result<New, Vec<CellFault>>| match new {
            Ok(New::Person(entry, _)) => entry.recognised_by(),
            _ => Vec::new(),
        };
        let tokens: Vec<Vec<String>> = checked.iter().map(tokens_of).collect();
        let known = known(call, tokens.iter().flatten()).await?;
        let judged = checked.into_iter().zip(tokens).map(|(new, tokens)| {
            let verdict = if tokens.iter().any(|token| known.contains(token)) {
                Verdict::Known
            } else if tokens.iter().any(|token| self.said.contains(token)) {
                Verdict::Repeated
            } else {
                self.said.extend(tokens);
                Verdict::New
            };
            Outcome::of(new, verdict)
        });
        Ok(judged.collect())
    }

    async fn organisations(
        &mut self,
        call: &Call,
        checked: Vec<Result<New, Vec<CellFault>>>,
    ) -> Result<Vec<Outcome>, Refusal> {
        let places = checked.iter().filter_map(|new| match new {
            Ok(New::Organisation(entry)) => Some(entry.municipality),
            _ => None,
        });
        let register = Register::of(call.read(), places).await?;
        let judged = checked.into_iter().map(|new| {
            let verdict = match &new {
                Ok(New::Organisation(entry)) if register.knows(entry) => Verdict::Known,
                Ok(New::Organisation(entry)) if self.listed.knows(entry) => Verdict::Repeated,
                Ok(New::Organisation(entry)) => {
                    self.listed.note(entry, OrganisationId(uuid::Uuid::nil()));
                    Verdict::New
                }
                _ => Verdict::Bad,
            };
            Outcome::of(new, verdict)
        });
        Ok(judged.collect())
    }
}

impl Outcome {
    fn of(new: Result<New, Vec<CellFault>>, verdict: Verdict) -> Self {
        match new {
            Ok(new) => Self { verdict, faults: Vec::new(), new: Some(new) },
            Err(faults) => Self { verdict: Verdict::Bad, faults, new: None },
        }
    }

    /// What is kept of it.
    pub fn of_row(self, row: &Row) -> Judged {
        Judged { number: row.number, verdict: self.verdict, faults: self.faults }
    }
}

/// Writes what is new of one list, in a transaction of the caller's; says how many it was. What is there by now,
/// since somebody else was quicker with the same, is known then.
pub async fn record(call: &Call, tx: &Tx, outcomes: &mut [Outcome]) -> Result<u32, Refusal> {
    let (mut people, mut organisations) = (Vec::new(), Vec::new());
    for outcome in outcomes.iter_mut().filter(|outcome| outcome.verdict == Verdict::New) {
        match outcome.new.take() {
            Some(New::Person(entry, needs)) => people.push((*entry, needs)),
            Some(New::Organisation(entry)) => organisations.push(entry),
            None => {}
        }
    }
    let recorded = match (people.is_empty(), organisations.is_empty()) {
        (true, true) => Vec::new(),
        (false, _) => people_record(call, tx, people).await?,
        (true, false) => organisations_record(call, tx, organisations).await?,
    };
    let mut written = 0;
    let new = outcomes.iter_mut().filter(|outcome| outcome.verdict == Verdict::New);
    for (outcome, was_recorded) in new.zip(recorded) {
        if was_recorded {
            written += 1;
        } else {
            outcome.verdict = Verdict::Known;
        }
    }
    Ok(written)
}

fn of_person(path: &[&str], code: PersonErrorCode) -> (ListField, CellFaultCode) {
    let field = match path {
        ["person", "givenName"] => ListField::GivenName,
        ["person", "dateOfBirth"] => ListField::DateOfBirth,
        ["person", "yearOfBirth"] => ListField::YearOfBirth,
        ["person", "releaseDate"] => ListField::ReleaseDate,
        ["person", "municipalityId"] => ListField::Municipality,
        ["person", "prisonId"] => ListField::Prison,
        ["person", "documents", ..] => ListField::CaseNumber,
        ["person", "language"] => ListField::Language,
        ["person", "phone"] => ListField::Phone,
        ["person", "email"] => ListField::Email,
        ["person", "address"] => ListField::Address,
        ["needs", ..] => ListField::Needs,
        _ => ListField::FamilyName,
    };
    let code = match code {
        PersonErrorCode::Required => CellFaultCode::Missing,
        PersonErrorCode::TooLong => CellFaultCode::TooLong,
        PersonErrorCode::NotADate => CellFaultCode::NotPossible,
        PersonErrorCode::Unknown => CellFaultCode::UnknownPlace,
    };
    (field, code)
}

fn of_organisation(path: &[&str], code: OrganisationErrorCode) -> (ListField, CellFaultCode) {
    let field = match path {
        ["description"] => ListField::Description,
        ["municipalityId"] => ListField::Municipality,
        ["address"] => ListField::Address,
        ["phone"] => ListField::Phone,
        ["email"] => ListField::Email,
        ["website"] => ListField::Website,
        ["services", ..] => ListField::Services,
        ["places"] => ListField::Places,
        _ => ListField::Name,
    };
    let code = match code {
        OrganisationErrorCode::Required => CellFaultCode::Missing,
        OrganisationErrorCode::TooLong => CellFaultCode::TooLong,
        OrganisationErrorCode::Unknown => CellFaultCode::UnknownPlace,
        OrganisationErrorCode::Invalid => CellFaultCode::NotPossible,
    };
    (field, code)
}
