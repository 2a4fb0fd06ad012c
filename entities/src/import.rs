//! Import of a list from a spreadsheet: its state and its columns.

use sea_orm::entity::prelude::*;

use crate::{
    codes::{ImportFailure, ImportKind, ImportState},
    ids::{ImportId, KeyId, MemberId, OrganisationId},
    instant::Instant,
    sealed::Sealed,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "import")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ImportId,
    pub organisation_id: OrganisationId,
    /// Member who imports the list; only they see it.
    pub member_id: MemberId,
    pub kind: ImportKind,
    pub state: ImportState,
    pub failure: Option<ImportFailure>,
    /// Key that encrypts the contents of the list; destroyed when the import is deleted.
    pub key_id: KeyId,
    /// The file's name.
    pub name: Sealed,
    /// A keyed digest of the file, 64 hexadecimal digits, by which the same file sent twice is one list; none
    /// before it is there.
    pub digest: Option<String>,
    /// Columns with their fields: JSON.
    pub columns: Option<Sealed>,
    /// The other sheets of the workbook: JSON.
    pub sheets: Option<Sealed>,
    /// A keyed hash of the header row, 64 hexadecimal digits.
    pub header: Option<String>,
    /// Parts of the file, or, once it is read, of its rows.
    pub parts: i32,
    /// Number of the part that is validated or recorded next.
    pub next_part: i32,
    /// Number of attempts at the present step that were not completed.
    pub tries: i32,
    pub total: i32,
    /// Number of rows that are validated or recorded so far.
    pub done: i32,
    pub new: i32,
    pub existing: i32,
    pub duplicate: i32,
    pub invalid: i32,
    pub imported: i32,
    pub version: i32,
    pub created_at: Instant,
    pub changed_at: Instant,
    /// Time at which the import is deleted automatically.
    pub expires_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
