//! A list and its rows, shown to whoever brought it in.

use async_graphql::{Context, ID, Object, SimpleObject};
use entities::{
    codes::{ImportFailure, ImportKind, ImportState, NeedDomain, OrganisationKind, Sex},
    ids::{ImportId, MunicipalityId},
};

use super::super::{
    model::{self, CellErrorCode, ImportRowStatus},
    reads::{self, ListRow},
    validation::{New, RowValidator},
};
use crate::network::{Municipality, municipality_of};
use platform::graphql::{
    Coded, Date, DateTime, GraphqlError, Listing, PublicId, listing, page, public, request,
};
use spreadsheets::{
    column_inference::{Certainty, DateOrder, Dates, ImportField},
    reading::Row,
};

/// A list that is brought in from a spreadsheet. Nothing in it is written before somebody says so, and nobody
/// sees it but whoever brought it in.
pub struct Import(pub reads::ImportRow);

/// How many rows of a list are what.
#[derive(SimpleObject)]
pub struct ImportCounts {
    /// They can be written.
    new: i32,
    /// They are there already.
    existing: i32,
    /// An earlier row of the same list says the same.
    duplicate: i32,
    /// Something in them must be mended first.
    invalid: i32,
    /// Of those that were new, so many are written.
    imported: i32,
}

/// A column of a list.
#[derive(SimpleObject)]
pub struct ImportColumn {
    /// Its place, from 0.
    position: i32,
    /// As it stands in the list.
    header: String,
    /// Some values of it, as they stand in the list.
    examples: Vec<String>,
    /// What it is taken for; null where it is not read.
    field: Option<Coded<ImportField>>,
    /// How sure that is.
    certainty: Coded<Certainty>,
    /// Whether it holds dates.
    is_date: bool,
    /// In which order its dates are written; null where day and month could be exchanged and nobody has said
    /// which stands first.
    date_order: Option<Coded<DateOrder>>,
    /// Whether somebody said so of an earlier list with the same header row.
    remembered: bool,
}

/// Something that is wrong in a row.
#[derive(SimpleObject)]
pub struct CellError {
    /// The place of the column, from 0; null where no column holds the field.
    position: Option<i32>,
    /// What should stand there.
    field: Coded<ImportField>,
    /// What is wrong.
    code: Coded<CellErrorCode>,
    /// As it stands in the list.
    value: String,
}

/// What would be written of a row.
#[derive(Default)]
pub struct ImportReading {
    name: String,
    date_of_birth: Option<chrono::NaiveDate>,
    year_of_birth: Option<i32>,
    sex: Option<Sex>,
    release_date: Option<chrono::NaiveDate>,
    municipality: Option<MunicipalityId>,
    needs: Vec<NeedDomain>,
    kind: Option<OrganisationKind>,
    places: Option<i32>,
}

impl From<New> for ImportReading {
    fn from(new: New) -> Self {
        match new {
            New::Person(entry, needs) => Self {
                name: format!("{} {}", entry.given_name, entry.family_name),
                date_of_birth: entry.date_of_birth,
                year_of_birth: entry.year_of_birth,
                sex: Some(entry.sex),
                release_date: entry.release_date,
                municipality: entry.municipality,
                needs: needs.iter().map(|need| need.domain).collect(),
                ..Self::default()
            },
            New::Organisation(entry) => {
                let mut needs: Vec<NeedDomain> = entry.services.iter().map(|(domain, _)| *domain).collect();
                needs.dedup();
                Self {
                    name: entry.name,
                    municipality: Some(entry.municipality),
                    needs,
                    kind: Some(entry.kind),
                    places: entry.places,
                    ..Self::default()
                }
            }
        }
    }
}

/// What would be written of a row.
#[Object]
impl ImportReading {
    /// Of the person, given names first, or of the organisation.
    async fn name(&self) -> &str {
        &self.name
    }

    /// Null where the list does not say it, and for an organisation.
    async fn date_of_birth(&self) -> Option<Date> {
        self.date_of_birth.map(Date)
    }

    /// Where that is all the list says; null otherwise.
    async fn year_of_birth(&self) -> Option<i32> {
        self.year_of_birth
    }

    /// Null for an organisation.
    async fn sex(&self) -> Option<Coded<Sex>> {
        self.sex.map(Coded)
    }

    /// Null where the list does not say it, and for an organisation.
    async fn release_date(&self) -> Option<Date> {
        self.release_date.map(Date)
    }

    /// Where the person returns to, or the organisation is; null where the list does not say it.
    async fn municipality(&self, ctx: &Context<'_>) -> Option<Municipality> {
        self.municipality.and_then(|id| municipality_of(ctx, id))
    }

    /// What the person needs, or the organisation's services answer.
    async fn needs(&self) -> Vec<Coded<NeedDomain>> {
        self.needs.iter().copied().map(Coded).collect()
    }

    /// What the organisation is; null for a person.
    async fn kind(&self) -> Option<Coded<OrganisationKind>> {
        self.kind.map(Coded)
    }

    /// For how many it has room; null where the list does not say it, and for a person.
    async fn places(&self) -> Option<i32> {
        self.places
    }
}

/// A row of a list.
#[derive(SimpleObject)]
pub struct ImportRow {
    /// As a spreadsheet program shows it; the first is 1.
    number: i32,
    /// What it is.
    status: Coded<ImportRowStatus>,
    /// As they stand in the list, one for each column.
    cells: Vec<String>,
    /// All that is wrong with it; empty unless it is bad.
    errors: Vec<CellError>,
    /// What would be written of it; null for a bad row.
    reading: Option<ImportReading>,
}

impl ImportRow {
    fn of(listed: ListRow, judge: &RowValidator<'_>) -> Self {
        let ListRow { row, result } = listed;
        let errors = result.errors.into_iter().map(|failure| CellError {
            position: failure.column.map(|at| at as i32),
            field: Coded(failure.field),
            code: Coded(failure.code),
            value: failure.value,
        });
        let is_good = result.status != ImportRowStatus::Invalid;
        Self {
            number: i32::try_from(row.number).unwrap_or(i32::MAX),
            status: Coded(result.status),
            errors: errors.collect(),
            reading: is_good.then(|| judge.read(&row).ok()).flatten().map(ImportReading::from),
            cells: row.cells.iter().map(|cell| cell.text().into_owned()).collect(),
        }
    }
}

/// A list that is brought in from a spreadsheet. Nothing in it is written before somebody says so, and nobody
/// sees it but whoever brought it in.
#[Object]
impl Import {
    /// Opaque; says what it is the id of.
    async fn id(&self) -> ID {
        public(self.0.import.id)
    }

    /// What its rows are.
    async fn kind(&self) -> Coded<ImportKind> {
        Coded(self.0.import.kind)
    }

    /// Where it stands.
    async fn state(&self) -> Coded<ImportState> {
        Coded(self.0.import.state)
    }

    /// To be sent with a change: it fails where somebody else was quicker.
    async fn version(&self) -> i32 {
        self.0.import.version
    }

    /// As it was called; empty where the list was thrown away.
    async fn file_name(&self) -> &str {
        &self.0.name
    }

    /// Other sheets of the workbook that hold something; only the first that can be a list was read.
    async fn unread_sheets(&self) -> &[String] {
        &self.0.sheets
    }

    /// When it was brought in.
    async fn created_at(&self) -> DateTime {
        DateTime(self.0.import.created_at)
    }

    /// The day on which it is thrown away by itself, at the latest.
    async fn expires_on(&self, ctx: &Context<'_>) -> Result<Date, GraphqlError> {
        Ok(Date(request(ctx).viewer()?.today(self.0.import.expires_at)))
    }

    /// Why it cannot be read or written; null where nothing stands in the way.
    async fn failure(&self) -> Option<Coded<ImportFailure>> {
        self.0.import.failure.map(Coded)
    }

    /// Rows judged, or written, so far.
    async fn done(&self) -> i32 {
        self.0.import.done
    }

    /// All its rows, as far as it is read.
    async fn total(&self) -> i32 {
        self.0.import.total
    }

    /// How many rows are what, as far as they are judged.
    async fn counts(&self) -> ImportCounts {
        let import = &self.0.import;
        ImportCounts {
            new: import.new,
            existing: import.existing,
            duplicate: import.duplicate,
            invalid: import.invalid,
            imported: import.imported,
        }
    }

    /// What its columns are taken for; none before it is read and after it is thrown away.
    async fn columns(&self) -> Vec<ImportColumn> {
        let columns = self.0.columns.iter().enumerate().map(|(at, column)| ImportColumn {
            position: at as i32,
            header: column.header.clone(),
            examples: column.examples.clone(),
            field: column.field.map(Coded),
            certainty: Coded(column.certainty),
            is_date: column.field.is_some_and(ImportField::is_date),
            date_order: match column.dates {
                Some(Dates::Ordered(order)) => Some(Coded(order)),
                Some(Dates::Open) | None => None,
            },
            remembered: column.remembered,
        });
        columns.collect()
    }

    /// What columns of this kind of list can be taken for, in the order in which they are offered.
    async fn fields(&self) -> Vec<Coded<ImportField>> {
        ImportField::of(self.0.import.kind).iter().copied().map(Coded).collect()
    }

    /// Fields without which no row is good and that no column holds.
    async fn missing(&self) -> Vec<Coded<ImportField>> {
        if self.0.columns.is_empty() {
            return Vec::new();
        }
        model::missing(self.0.import.kind, &self.0.columns).into_iter().map(Coded).collect()
    }

    /// Its rows in their order, as far as they are judged.
    async fn rows(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only those that are this")] status: Option<Coded<ImportRowStatus>>,
        #[graphql(desc = "1 to 100; 25 where not given")] first: Option<i32>,
        #[graphql(desc = "A cursor of this list")] after: Option<String>,
    ) -> Result<Listing<ImportRow>, GraphqlError> {
        let page = page(ctx, first, after)?;
        let rows = reads::rows(request(ctx), &self.0, status.map(|status| status.0), &page).await?;
        let around = reads::reference_names(request(ctx)).await?;
        let some: Vec<Row> = rows.rows.iter().map(|(_, listed)| listed.row.clone()).collect();
        let judge = RowValidator::new(self.0.import.kind, &self.0.columns, &around, &some);
        Ok(listing(rows, |row| ImportRow::of(row, &judge)))
    }
}

impl Import {
    pub async fn load(ctx: &Context<'_>, id: ImportId) -> Result<Self, GraphqlError> {
        Ok(Self(reads::import(request(ctx), id).await?))
    }
}

/// What is asked about lists.
#[derive(Default)]
pub struct ImportsQuery;

#[Object]
impl ImportsQuery {
    /// The lists that the viewer brought in, newest first.
    async fn imports(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100; 25 where not given")] first: Option<i32>,
        #[graphql(desc = "A cursor of this list")] after: Option<String>,
    ) -> Result<Listing<Import>, GraphqlError> {
        let page = page(ctx, first, after)?;
        Ok(listing(reads::imports(request(ctx), &page).await?, Import))
    }

    /// One list that the viewer brought in.
    async fn import(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id")] id: ID,
    ) -> Result<Import, GraphqlError> {
        request(ctx).viewer()?;
        Import::load(ctx, ImportId::parse(&id)?).await
    }
}
