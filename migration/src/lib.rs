//! Migrations of the database: one file for each change, the same for SQLite and PostgreSQL.
//!
//! Migrations only add if SQLite cannot alter, and never import an entity: they stay what they were when they ran.

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::*;

mod m2026_01_network;
mod m2026_02_people;
mod m2026_03_referrals;
mod m2026_04_add_events;
mod m2026_05_access;
mod m2026_06_worker;
mod m2026_07_auditors;
mod m2026_08_add_notifications;
mod m2026_09_add_referral_deadlines;
mod m2026_10_erasure;
mod m2026_11_idempotency;
mod m2026_12_add_login_links;
mod m2026_13_add_referral_offered_to;
mod m2026_14_add_send_on_release;
mod m2026_15_add_imports;
mod m2026_16_index_referral_service;
mod m2026_17_add_referral_assignee;
mod m2026_18_organisations;
mod m2026_19_standard_names;
mod m2026_20_grant_owner;
mod tables;

/// Runs the steps that a database has not seen yet.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m2026_01_network::Migration),
            Box::new(m2026_02_people::Migration),
            Box::new(m2026_03_referrals::Migration),
            Box::new(m2026_04_add_events::Migration),
            Box::new(m2026_05_access::Migration),
            Box::new(m2026_06_worker::Migration),
            Box::new(m2026_07_auditors::Migration),
            Box::new(m2026_08_add_notifications::Migration),
            Box::new(m2026_09_add_referral_deadlines::Migration),
            Box::new(m2026_10_erasure::Migration),
            Box::new(m2026_11_idempotency::Migration),
            Box::new(m2026_12_add_login_links::Migration),
            Box::new(m2026_13_add_referral_offered_to::Migration),
            Box::new(m2026_14_add_send_on_release::Migration),
            Box::new(m2026_15_add_imports::Migration),
            Box::new(m2026_16_index_referral_service::Migration),
            Box::new(m2026_17_add_referral_assignee::Migration),
            Box::new(m2026_18_organisations::Migration),
            Box::new(m2026_19_standard_names::Migration),
            Box::new(m2026_20_grant_owner::Migration),
        ]
    }
}

/// The names of the steps that a database has seen; none for a new one.
pub async fn seen_steps(on: &sea_orm_migration::sea_orm::DatabaseTransaction) -> Result<Vec<String>, DbErr> {
    let manager = SchemaManager::new(on);
    if !manager.has_table("seaql_migrations").await? {
        return Ok(Vec::new());
    }
    Ok(Migrator::get_migration_models(on).await?.into_iter().map(|row| row.version).collect())
}

/// The names of all steps this program knows, oldest first.
pub fn known_steps() -> Vec<String> {
    Migrator::migrations().iter().map(|step| step.name().to_owned()).collect()
}
