//! A list that somebody brings in from a spreadsheet: where it stands, and what it was found to be.

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
    /// Who brings it in, and alone sees it.
    pub member_id: MemberId,
    pub kind: ImportKind,
    pub state: ImportState,
    pub failure: Option<ImportFailure>,
    /// Seals all that is in the list; destroyed when it is thrown away.
    pub key_id: KeyId,
    /// The file's name.
    pub name: Sealed,
    /// A keyed digest of the file, 64 hexadecimal digits, by which the same file sent twice is one list; none
    /// before it is there.
    pub digest: Option<String>,
    /// What columns are taken for: JSON.
    pub columns: Option<Sealed>,
    /// The other sheets of the workbook: JSON.
    pub sheets: Option<Sealed>,
    /// A keyed hash of the header row, 64 hexadecimal digits.
    pub header: Option<String>,
    /// Parts of the file, or, once it is read, of its rows.
    pub parts: i32,
    /// The part that is judged or written next.
    pub next_part: i32,
    /// How often what comes next was begun and not ended.
    pub tries: i32,
    pub total: i32,
    /// Rows judged or written so far.
    pub done: i32,
    pub new: i32,
    pub existing: i32,
    pub duplicate: i32,
    pub invalid: i32,
    pub imported: i32,
    pub version: i32,
    pub created_at: Instant,
    pub changed_at: Instant,
    /// When it is thrown away by itself.
    pub expires_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
