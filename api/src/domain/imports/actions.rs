//! Judging a list, and writing what is new in it.

use std::collections::{HashMap, HashSet};

use entities::{
    codes::{LegalStatus, OrganisationKind},
    organisation,
};
use sea_orm::{ColumnTrait, QueryFilter};

use super::{
    model::{CellFault, CellFaultCode, Column, Judged, Judgement, Verdict},
    people::{PeopleReader, Surroundings},
};
use crate::{
    access::{Action, visible},
    domain::people::{Entry, NeedEntry, PersonErrorCode, known, person_problems, person_record},
    house::Call,
    refusal::{Failure, Problem, Refusal},
    sheets::{
        meaning::{Field, Gazetteer, Place, folded_words},
        reading::{Row, Workbook},
    },
};

/// Rows that are judged together: one statement says which of them are known.
const TOGETHER: usize = 500;

/// A person of a list who can be recorded.
type Person = (Entry, Vec<NeedEntry>);

/// What each row of a list of people is. Writes nothing.
pub async fn judge_people(call: &Call, list: &Workbook, columns: Vec<Column>) -> Result<Judgement, Refusal> {
    let (judgement, _) = judge(call, list, columns).await?;
    Ok(judgement)
}

/// Records everybody of a list who is new, each as a page would; says how many were. Who is known by then
/// is left alone, so it may be broken off and done again.
pub async fn bring_in_people(
    call: &Call,
    list: &Workbook,
    columns: Vec<Column>,
) -> Result<(Judgement, u64), Refusal> {
    let (judgement, people) = judge(call, list, columns).await?;
    let mut written = 0;
    for (entry, needs) in people {
        match person_record(call, entry, needs).await {
            Ok(_) => written += 1,
            Err(Failure::Refused(refusal)) => return Err(refusal),
            // Judged a moment ago by the same checks: something it rests on went meanwhile.
            Err(Failure::Problems(_)) => return Err(Refusal::stale()),
        }
    }
    Ok((judgement, written))
}

async fn judge(
    call: &Call,
    list: &Workbook,
    columns: Vec<Column>,
) -> Result<(Judgement, Vec<Person>), Refusal> {
    call.viewer_who_may(Action::PersonRecord)?;
    let around = surroundings(call).await?;
    let reader = PeopleReader::new(&columns, &around, &values_of(&columns, Field::Sex, list));
    let (mut judged, mut new) = (Vec::new(), Vec::new());
    let mut said: HashSet<String> = HashSet::new();
    let mut rows = list.rows();
    loop {
        let some: Vec<Row> = rows.by_ref().take(TOGETHER).collect();
        if some.is_empty() {
            break;
        }
        let people = checked(call, &columns, &some, &reader).await?;
        let tokens: Vec<Vec<String>> = people
            .iter()
            .map(|person| person.as_ref().map_or_else(|_| Vec::new(), |(entry, _)| entry.recognised_by()))
            .collect();
        let known = known(call, tokens.iter().flatten()).await?;
        for ((row, person), tokens) in some.iter().zip(people).zip(tokens) {
            let (verdict, faults) = match person {
                Err(faults) => (Verdict::Bad, faults),
                Ok(_) if tokens.iter().any(|token| known.contains(token)) => (Verdict::Known, Vec::new()),
                Ok(_) if tokens.iter().any(|token| said.contains(token)) => (Verdict::Repeated, Vec::new()),
                Ok(person) => {
                    new.push(person);
                    said.extend(tokens);
                    (Verdict::New, Vec::new())
                }
            };
            judged.push(Judged { number: row.number, verdict, faults });
        }
    }
    drop(rows);
    Ok((Judgement { columns, rows: judged }, new))
}

/// Reads rows, and checks as the action would who can be read.
async fn checked(
    call: &Call,
    columns: &[Column],
    rows: &[Row],
    reader: &PeopleReader<'_>,
) -> Result<Vec<Result<Person, Vec<CellFault>>>, Refusal> {
    let read: Vec<Result<Person, Vec<CellFault>>> = rows.iter().map(|row| reader.read(row)).collect();
    let people: Vec<&Person> = read.iter().flatten().collect();
    let mut problems = person_problems(call, &people).await?.into_iter();
    let judged = read.into_iter().zip(rows).map(|(person, row)| {
        let person = person?;
        let faults = faults(columns, row, problems.next().unwrap_or_default());
        if faults.is_empty() { Ok(person) } else { Err(faults) }
    });
    Ok(judged.collect())
}

/// Some values of a column.
fn values_of(columns: &[Column], field: Field, list: &Workbook) -> Vec<String> {
    let Some(at) = columns.iter().position(|column| column.field == Some(field)) else { return Vec::new() };
    list.rows().take(1_000).filter_map(|row| Some(row.cells.get(at)?.text().into_owned())).collect()
}

/// What the action would find wrong, at the cells where it stands.
fn faults(columns: &[Column], row: &Row, problems: Vec<Problem<PersonErrorCode>>) -> Vec<CellFault> {
    let fault = |problem: Problem<PersonErrorCode>| {
        let field = field_of(&problem.path);
        let column = columns.iter().position(|column| column.field == Some(field));
        let value = column.and_then(|at| row.cells.get(at)).map(|cell| cell.text().trim().to_owned());
        let code = match problem.code {
            PersonErrorCode::Required => CellFaultCode::Missing,
            PersonErrorCode::TooLong => CellFaultCode::TooLong,
            PersonErrorCode::NotADate => CellFaultCode::NotPossible,
            PersonErrorCode::Unknown => CellFaultCode::UnknownPlace,
        };
        CellFault { column, field, code, value: value.unwrap_or_default() }
    };
    problems.into_iter().map(fault).collect()
}

fn field_of(path: &[String]) -> Field {
    match path.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["person", "givenName"] => Field::GivenName,
        ["person", "dateOfBirth"] => Field::DateOfBirth,
        ["person", "yearOfBirth"] => Field::YearOfBirth,
        ["person", "releaseDate"] => Field::ReleaseDate,
        ["person", "municipalityId"] => Field::Municipality,
        ["person", "prisonId"] => Field::Prison,
        ["person", "documents", ..] => Field::CaseNumber,
        ["person", "language"] => Field::Language,
        ["person", "phone"] => Field::Phone,
        ["person", "email"] => Field::Email,
        ["person", "address"] => Field::Address,
        ["needs", ..] => Field::Needs,
        _ => Field::FamilyName,
    }
}

async fn surroundings(call: &Call) -> Result<Surroundings, Refusal> {
    let viewer = call.viewer()?;
    let holder = visible::organisations(viewer)
        .filter(organisation::Column::Id.eq(viewer.organisation))
        .one(call.read())
        .await?
        .ok_or_else(|| Refusal::Internal("the viewer's organisation is missing".to_owned()))?;
    let atlas = &call.house.atlas;
    let places: Vec<_> =
        atlas.provinces().iter().flat_map(|province| atlas.municipalities_of(&province.code)).collect();
    let gazetteer = Gazetteer::new(places.iter().enumerate().map(|(id, place)| Place {
        id,
        province: &place.province,
        name: &place.name,
        name_local: &place.name_local,
    }));
    let prisons = visible::organisations(viewer)
        .filter(organisation::Column::Kind.eq(OrganisationKind::Prison))
        .all(call.read())
        .await?;
    let prisons: HashMap<_, _> =
        prisons.into_iter().map(|row| (folded_words(&row.name).join(" "), row.id)).collect();
    let in_custody = holder.kind == OrganisationKind::Prison;
    Ok(Surroundings {
        gazetteer,
        municipalities: places.iter().map(|place| place.id).collect(),
        prisons,
        language: holder.language,
        legal_status: if in_custody { LegalStatus::InCustody } else { LegalStatus::Unknown },
    })
}
