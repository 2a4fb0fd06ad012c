//! Statistics of PostgreSQL while an import makes its tables grow.

use entities::{case_team, codes::ImportKind, data_key, need, organisation, person, person_hash, service};
use platform::db::Db;
use sea_orm::{DbErr, EntityName};

use crate::imports::validation::TOGETHER;

/// Runs ANALYZE after the first rows, and whenever there are four times as many. PostgreSQL does so only once a
/// minute, and until then assumes small tables: a network's first import would compare every row with every person.
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
