//! What PostgreSQL has to be told while a list makes its tables grow.

use entities::{case_team, codes::ImportKind, data_key, need, organisation, person, person_hash, service};
use sea_orm::{DbErr, EntityName};

use crate::imports::validation::TOGETHER;
use platform::db::Db;

/// Has PostgreSQL count its tables again after the first rows, and whenever there are four times as many. It counts
/// by itself only once a minute, and until then takes a table for as small as it was: a network's first list
/// would compare every row with every person there is.
pub(super) struct Totals {
    next: u64,
}

impl Totals {
    pub(super) fn new() -> Self {
        Self { next: TOGETHER as u64 }
    }

    /// `imported` rows of the list are there by now.
    pub(super) async fn note(&mut self, db: &Db, kind: ImportKind, imported: u64) -> Result<(), DbErr> {
        if imported < self.next {
            return Ok(());
        }
        self.next = imported * 4;
        let tables: &[&str] = match kind {
            ImportKind::People => &[
                data_key::Entity.table_name(),
                person::Entity.table_name(),
                person_hash::Entity.table_name(),
                case_team::Entity.table_name(),
                need::Entity.table_name(),
            ],
            ImportKind::Organisations => &[organisation::Entity.table_name(), service::Entity.table_name()],
        };
        db.count_anew(tables).await
    }
}
