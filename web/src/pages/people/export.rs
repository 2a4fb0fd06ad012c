//! People as a table, headed and worded so that an import recognises it. To ask for names, contacts and papers is
//! a look at each person, which the API records. What the viewer's role does not read has no column.

use super::place_name;
use crate::{
    pages::export::{self, Cell, Column, ExportForm, Page, ROWS, Rows, Table, export_form},
    prelude::*,
};

operation!(PeopleTable, "src/pages/people/export.graphql");

type Person = people_table::PeopleTablePeopleNodes;
type Identity = people_table::PeopleTablePeopleNodesIdentity;
type Contact = people_table::PeopleTablePeopleNodesContact;

/// Each column with the scope that opens it.
const COLUMNS: [(Option<Scope>, Column<Person>); 17] = [
    (Some(Scope::Identity), (key::COLUMN_FAMILY_NAME, |_, one| of_identity(one, |known| &known.family_name))),
    (Some(Scope::Identity), (key::COLUMN_GIVEN_NAME, |_, one| of_identity(one, |known| &known.given_name))),
    (
        Some(Scope::Identity),
        (key::COLUMN_DATE_OF_BIRTH, |_, one| {
            Cell::date(one.identity.as_ref().and_then(|known| known.date_of_birth))
        }),
    ),
    (None, (key::COLUMN_YEAR_OF_BIRTH, |_, one| Cell::number(one.year_of_birth))),
    (None, (key::COLUMN_SEX, sex)),
    (None, (key::COLUMN_RELEASE_DATE, |_, one| Cell::date(one.release.as_ref().map(|release| release.date)))),
    (
        None,
        (key::COLUMN_CONFIRMED, |v, one| {
            one.release.as_ref().map_or(Cell::Empty, |release| Cell::yes(v, release.confirmed))
        }),
    ),
    (None, (key::COLUMN_MUNICIPALITY, municipality)),
    (None, (key::COLUMN_PROVINCE, province)),
    (None, (key::COLUMN_NEEDS, needs)),
    // As a code, which an import knows of every language.
    (Some(Scope::Identity), (key::COLUMN_LANGUAGE, |_, one| of_identity(one, |known| &known.language))),
    (Some(Scope::Contact), (key::COLUMN_PHONE, |_, one| of_contact(one, |known| &known.phone))),
    (Some(Scope::Contact), (key::COLUMN_EMAIL, |_, one| of_contact(one, |known| &known.email))),
    (Some(Scope::Contact), (key::COLUMN_ADDRESS, |_, one| of_contact(one, |known| &known.address))),
    (
        Some(Scope::Documents),
        (key::COLUMN_DOCUMENT_NUMBER, |_, one| {
            Cell::texts(one.documents.iter().flatten().map(|document| &document.number))
        }),
    ),
    (
        Some(Scope::Offence),
        (key::COLUMN_PRISON, |_, one| {
            let prison = one.custody.as_ref().and_then(|custody| custody.prison.as_ref());
            prison.map_or(Cell::Empty, |prison| Cell::text(&prison.name))
        }),
    ),
    (None, (key::COLUMN_PSEUDONYM, |_, one| Cell::text(&one.pseudonym))),
];

/// What is looked at, and the journal says by whom.
const LOOKED_AT: [Scope; 3] = [Scope::Identity, Scope::Contact, Scope::Documents];

pub fn routes() -> Router<AppState> {
    export::routes("/people", |v, _| {
        if !v.may(Action::PersonRead) {
            return Err(PageError::new(v, PageErrorKind::Forbidden, None));
        }
        let open = COLUMNS.into_iter().filter(|(scope, _)| scope.is_none_or(|scope| reads(v, scope)));
        let columns: Vec<_> = open.map(|(_, column)| column).collect();
        Ok((Table::of(v, "people", &columns), People { columns }))
    })
}

/// The line below the list.
pub(super) fn take(v: &PageContext) -> ExportForm<'_> {
    let access_records = LOOKED_AT.into_iter().any(|scope| reads(v, scope));
    let note = access_records.then(|| v.t(key::EXPORT_PEOPLE_LOOKS));
    export_form(v, "/people", &Fields::default(), &[]).noted(note)
}

struct People {
    columns: Vec<Column<Person>>,
}

impl Rows for People {
    async fn page(&self, v: &PageContext, after: Option<String>) -> Result<Page, PageError> {
        let variables = people_table::Variables {
            first: ROWS,
            after,
            identity: reads(v, Scope::Identity),
            contact: reads(v, Scope::Contact),
            documents: reads(v, Scope::Documents),
            custody: reads(v, Scope::Offence),
        };
        let found = v.query::<PeopleTable>(variables).await?.people;
        let (more, cursor) = (found.page_info.has_next_page, found.page_info.end_cursor);
        Ok(Page::listed(v, &self.columns, &found.nodes, more, cursor))
    }
}

fn reads(v: &PageContext, scope: Scope) -> bool {
    v.viewer.as_ref().is_some_and(|viewer| viewer.scopes.contains(&scope))
}

fn of_identity(one: &Person, what: fn(&Identity) -> &String) -> Cell {
    one.identity.as_ref().map_or(Cell::Empty, |known| Cell::text(what(known)))
}

fn of_contact(one: &Person, what: fn(&Contact) -> &String) -> Cell {
    one.contact.as_ref().map_or(Cell::Empty, |known| Cell::text(what(known)))
}

fn sex(v: &PageContext, one: &Person) -> Cell {
    match one.sex {
        Sex::Unknown => Cell::Empty,
        sex => Cell::text(v.word(sex)),
    }
}

fn municipality(v: &PageContext, one: &Person) -> Cell {
    let place = one.municipality.as_ref();
    place.map_or(Cell::Empty, |place| Cell::text(place_name(v, &place.name, &place.name_local)))
}

fn province(v: &PageContext, one: &Person) -> Cell {
    let province = one.municipality.as_ref().map(|place| &place.province);
    province.map_or(Cell::Empty, |one| Cell::text(v.province_name(&one.code, &one.name, &one.name_local)))
}

/// What is still needed, each domain once.
fn needs(v: &PageContext, one: &Person) -> Cell {
    let open = |domain: &&NeedDomain| one.needs.iter().any(|need| need.domain == **domain && !need.met);
    Cell::texts(NeedDomain::ALL.iter().filter(open).map(|domain| v.word(domain)))
}
