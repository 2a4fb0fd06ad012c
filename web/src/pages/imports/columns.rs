//! Saying what the columns of a list hold, and in which order their dates are written.

use super::{Column, Crumbs, Shown, called, query, review};
use crate::{
    client::UserError,
    codes::Code,
    form::{field_id, words_of},
    prelude::*,
};

operation!(ImportColumnsChange, "src/pages/imports/columns.graphql");

#[derive(Template)]
#[template(path = "pages/imports/columns.html")]
struct ColumnsPage<'a> {
    v: &'a PageContext,
    crumbs: Crumbs<'a>,
    form: Form,
    columns: Vec<Line>,
    list: Shown,
}

/// A column's part of the form.
struct Line {
    called: String,
    certainty: Html,
    examples: Option<String>,
    field: String,
    /// Where it holds dates.
    order: Option<String>,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/imports/{id}/columns", get(show).post(save))
}

async fn show(v: PageContext, Path(id): Path<String>) -> Result<Response, PageError> {
    let list = query(&v, id).await?;
    // While it is at work, or once it is recorded, nothing is left to correct.
    if list.state != ImportState::Validated {
        return Ok(Redirect::to(&v.place).into_response());
    }
    let version = ("version".to_owned(), list.version.to_string());
    let existing = list.columns.iter().enumerate().flat_map(|(n, column)| {
        let field = column.field.map_or("", |field| field.code());
        let order = column.date_order.map_or("", |order| order.code());
        [(name(n, "field"), field.to_owned()), (name(n, "dateOrder"), order.to_owned())]
    });
    let form = form(&v, &list).filled(Fields::of(existing.chain([version])));
    Ok(v.show(&page(&v, list, form)))
}

async fn save(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let list = query(&v, id).await?;
    let mut form = form(&v, &list).filled(fields);
    if v.submit::<ImportColumnsChange>(&mut form, json!({ "importId": list.id })).await?.is_some() {
        return Ok(v.done_at(&format!("/imports/{}", list.id), key::DONE_IMPORT_CORRECTED));
    }
    form.problems = form.problems.into_iter().map(of_lists).collect();
    Ok(v.show_again(&page(&v, list, form)))
}

fn form(v: &PageContext, list: &Shown) -> Form {
    let of_column = |(n, column): (usize, &Column)| {
        let order = column.is_date.then(|| {
            Field::select(name(n, "dateOrder"), key::IMPORTS_ORDER, components::choices(v, DateOrder::ALL))
                .or_empty(key::IMPORTS_ORDER_FOUND)
        });
        let field = Field::select(name(n, "field"), key::IMPORTS_WHAT, offered(v, &list.fields))
            .or_empty(key::IMPORTS_DO_NOT_READ);
        [Field::fixed(name(n, "position"), column.position.to_string()), field].into_iter().chain(order)
    };
    let columns = list.columns.iter().enumerate().flat_map(of_column);
    // A column for which nothing is chosen is not read.
    Form::of("ImportColumnsChangeInput", [Field::hidden("version")].into_iter().chain(columns).collect())
        .with_empty_entries()
}

/// Codes that mean something else where agreements or places are spoken of have words of their own here.
fn of_lists(mut problem: UserError) -> UserError {
    let own = match problem.code.as_str() {
        "UNKNOWN" => "UNKNOWN_COLUMN",
        "NOT_NOW" => "LIST_NOT_NOW",
        _ => return problem,
    };
    own.clone_into(&mut problem.code);
    problem
}

fn page<'a>(v: &'a PageContext, list: Shown, form: Form) -> ColumnsPage<'a> {
    ColumnsPage {
        v,
        crumbs: Crumbs::below(v, &list),
        form,
        columns: list.columns.iter().enumerate().map(|(n, column)| line(v, n, column)).collect(),
        list,
    }
}

fn name(n: usize, what: &str) -> String {
    format!("columns.{n}.{what}")
}

fn line(v: &PageContext, n: usize, column: &Column) -> Line {
    Line {
        called: called(v, &column.header, column.position),
        certainty: review::certainty(v, column),
        examples: review::examples(v, column),
        field: name(n, "field"),
        order: column.is_date.then(|| name(n, "dateOrder")),
    }
}

/// What a column can be taken for, under headings; within each in the order of the contract.
fn offered(v: &PageContext, fields: &[ImportField]) -> Vec<Choice> {
    let mut all: Vec<_> = fields.iter().map(|field| (part(*field), *field)).collect();
    all.sort_by_key(|(part, _)| *part);
    all.into_iter()
        .map(|(part, field)| Choice::new(field.code(), v.word(field)).within(&v.t(part.key())))
        .collect()
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Name,
    About,
    Place,
    Help,
    Contact,
}

impl Part {
    fn key(self) -> Key {
        match self {
            Part::Name => key::IMPORTS_PART_NAME,
            Part::About => key::IMPORTS_PART_ABOUT,
            Part::Place => key::IMPORTS_PART_PLACE,
            Part::Help => key::IMPORTS_PART_HELP,
            Part::Contact => key::IMPORTS_PART_CONTACT,
        }
    }
}

fn part(field: ImportField) -> Part {
    use ImportField as Field;
    match field {
        Field::FamilyName | Field::GivenName | Field::MiddleName | Field::FullName | Field::Name => {
            Part::Name
        }
        Field::DateOfBirth
        | Field::YearOfBirth
        | Field::Sex
        | Field::Language
        | Field::OrganisationKind
        | Field::Description => Part::About,
        Field::Prison | Field::ReleaseDate | Field::Municipality | Field::Province => Part::Place,
        Field::Needs | Field::Notes | Field::Services | Field::Places => Part::Help,
        Field::CaseNumber
        | Field::DocumentNumber
        | Field::Phone
        | Field::Email
        | Field::Address
        | Field::Website => Part::Contact,
    }
}

impl ColumnsPage<'_> {
    /// The problems, each with the name of its column, which the field alone would not tell.
    fn summary(&self) -> Option<Html> {
        let told: Vec<_> = self.form.problems.iter().map(|problem| self.problem(problem)).collect();
        (!told.is_empty()).then(|| components::summary(self.v, &told))
    }

    fn problem(&self, problem: &UserError) -> (Option<String>, String) {
        let words = words_of(self.v, &problem.code);
        let at = problem.path.iter().position(|step| step == "columns");
        let at = at.and_then(|at| problem.path.get(at + 1)?.parse::<usize>().ok());
        match at.and_then(|at| self.columns.get(at)) {
            Some(line) => {
                let words = self.v.t2(key::PROBLEM_OF_FIELD, "field", &line.called, "problem", words);
                (Some(field_id(&line.field)), words)
            }
            None => (None, words),
        }
    }
}
