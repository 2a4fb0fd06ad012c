//! Imports and their rows, shown to the member who uploaded the list.

use async_graphql::{Context, ID, Object, SimpleObject};
use entities::{
    codes::{ImportFailure, ImportKind, ImportState, NeedDomain, OrganisationKind, Sex},
    ids::{ImportId, MunicipalityId},
};
use platform::graphql::{
    Coded, Date, DateTime, GraphqlError, Listing, PublicId, listing, page, public, request,
};
use spreadsheets::{
    column_inference::{Certainty, DateOrder, Dates, ImportField},
    reading::Row,
};

use super::super::{
    model::{self, CellErrorCode, ImportRowStatus},
    reads::{self, ListRow},
    validation::{New, RowValidator},
};
use crate::network::{Municipality, municipality_of};

/// Import of a list from a spreadsheet. Nothing is recorded before the member applies it, and only that member sees
/// it.
pub struct Import(pub reads::ImportRow);

/// Row counts of an import.
#[derive(SimpleObject)]
pub struct ImportCounts {
    /// Number of new rows, which can be recorded.
    new: i32,
    /// Number of rows that are recorded already.
    existing: i32,
    /// Number of rows that repeat an earlier row of the list.
    duplicate: i32,
    /// Number of rows with errors that must be corrected.
    invalid: i32,
    /// Number of new rows that were recorded.
    imported: i32,
}

/// Column of an import.
#[derive(SimpleObject)]
pub struct ImportColumn {
    /// Position, from 0.
    position: i32,
    /// Header in the list.
    header: String,
    /// Examples of the values in the list.
    examples: Vec<String>,
    /// Field that the column holds; null if the column is ignored.
    field: Option<Coded<ImportField>>,
    /// Certainty of the field.
    certainty: Coded<Certainty>,
    /// Whether the column holds dates.
    is_date: bool,
    /// Order of day, month and year; null if day and month could be exchanged and no order was chosen.
    date_order: Option<Coded<DateOrder>>,
    /// Whether the field was confirmed for an earlier list with the same header row.
    remembered: bool,
}

/// Error in a row.
#[derive(SimpleObject)]
pub struct CellError {
    /// Position of the column, from 0; null if no column holds the field.
    position: Option<i32>,
    /// Field with the error.
    field: Coded<ImportField>,
    /// Kind of error.
    code: Coded<CellErrorCode>,
    /// Value in the list.
    value: String,
}

/// Record that would be made of a row.
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

/// Record that would be made of a row.
#[Object]
impl ImportReading {
    /// Name: of a person with the given names first, or of an organisation.
    async fn name(&self) -> &str {
        &self.name
    }

    /// Date of birth; null if the list has none, and for an organisation.
    async fn date_of_birth(&self) -> Option<Date> {
        self.date_of_birth.map(Date)
    }

    /// Year of birth, if the list has no date of birth; else null.
    async fn year_of_birth(&self) -> Option<i32> {
        self.year_of_birth
    }

    /// Sex; null for an organisation.
    async fn sex(&self) -> Option<Coded<Sex>> {
        self.sex.map(Coded)
    }

    /// Release date; null if the list has none, and for an organisation.
    async fn release_date(&self) -> Option<Date> {
        self.release_date.map(Date)
    }

    /// Municipality to which the person returns, or of the organisation; null if the list has none.
    async fn municipality(&self, ctx: &Context<'_>) -> Option<Municipality> {
        self.municipality.and_then(|id| municipality_of(ctx, id))
    }

    /// Needs of the person, or needs that the organisation's services meet.
    async fn needs(&self) -> Vec<Coded<NeedDomain>> {
        self.needs.iter().copied().map(Coded).collect()
    }

    /// Kind of the organisation; null for a person.
    async fn kind(&self) -> Option<Coded<OrganisationKind>> {
        self.kind.map(Coded)
    }

    /// Capacity of the service; null if the list has none, and for a person.
    async fn places(&self) -> Option<i32> {
        self.places
    }
}

/// Row of an import.
#[derive(SimpleObject)]
pub struct ImportRow {
    /// Row number as in a spreadsheet program, from 1.
    number: i32,
    /// Status of the row.
    status: Coded<ImportRowStatus>,
    /// Values in the list, one for each column.
    cells: Vec<String>,
    /// Errors of the row; empty unless its status is INVALID.
    errors: Vec<CellError>,
    /// Record that would be made of the row; null for a row with errors.
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

/// Import of a list from a spreadsheet. Nothing is recorded before the member applies it, and only that member sees
/// it.
#[Object]
impl Import {
    /// Opaque global id.
    async fn id(&self) -> ID {
        public(self.0.import.id)
    }

    /// Kind of records in the rows.
    async fn kind(&self) -> Coded<ImportKind> {
        Coded(self.0.import.kind)
    }

    /// Present state.
    async fn state(&self) -> Coded<ImportState> {
        Coded(self.0.import.state)
    }

    /// Version for optimistic locking: pass the version that was read to the next mutation.
    async fn version(&self) -> i32 {
        self.0.import.version
    }

    /// Name of the file; empty if the import was deleted.
    async fn file_name(&self) -> &str {
        &self.0.name
    }

    /// Names of other sheets with content; only the first sheet with a list is read.
    async fn unread_sheets(&self) -> &[String] {
        &self.0.sheets
    }

    /// Time of the upload.
    async fn created_at(&self) -> DateTime {
        DateTime(self.0.import.created_at)
    }

    /// Day on which the import is deleted automatically, at the latest.
    async fn expires_on(&self, ctx: &Context<'_>) -> Result<Date, GraphqlError> {
        Ok(Date(request(ctx).viewer()?.today(self.0.import.expires_at)))
    }

    /// Reason why the import failed; null if it did not.
    async fn failure(&self) -> Option<Coded<ImportFailure>> {
        self.0.import.failure.map(Coded)
    }

    /// Number of rows that are validated, or recorded, so far.
    async fn done(&self) -> i32 {
        self.0.import.done
    }

    /// Number of rows that are read.
    async fn total(&self) -> i32 {
        self.0.import.total
    }

    /// Row counts by status, of the rows that are validated.
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

    /// Columns with their fields; empty before the file is read and after the import is deleted.
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

    /// Fields that a column of this kind of import can hold, in the order in which they are offered.
    async fn fields(&self) -> Vec<Coded<ImportField>> {
        ImportField::of(self.0.import.kind).iter().copied().map(Coded).collect()
    }

    /// Required fields that no column holds.
    async fn missing(&self) -> Vec<Coded<ImportField>> {
        if self.0.columns.is_empty() {
            return Vec::new();
        }
        model::missing(self.0.import.kind, &self.0.columns).into_iter().map(Coded).collect()
    }

    /// Validated rows, in the order of the list.
    async fn rows(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only rows with this status")] status: Option<Coded<ImportRowStatus>>,
        #[graphql(desc = "Page size, 1 to 100; 25 if null")] first: Option<i32>,
        #[graphql(desc = "Cursor of the item before the page; null for the first")] after: Option<String>,
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

/// Queries of imports.
#[derive(Default)]
pub struct ImportsQuery;

#[Object]
impl ImportsQuery {
    /// Imports of the viewer, newest first.
    async fn imports(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Page size, 1 to 100; 25 if null")] first: Option<i32>,
        #[graphql(desc = "Cursor of the item before the page; null for the first")] after: Option<String>,
    ) -> Result<Listing<Import>, GraphqlError> {
        let page = page(ctx, first, after)?;
        Ok(listing(reads::imports(request(ctx), &page).await?, Import))
    }

    /// Import of the viewer with this id.
    async fn import(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Global id")] id: ID,
    ) -> Result<Import, GraphqlError> {
        request(ctx).viewer()?;
        Import::load(ctx, ImportId::parse(&id)?).await
    }
}
