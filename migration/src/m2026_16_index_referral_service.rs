//! Whether a person is referred to a service already is asked with every referral: found by both at once, it takes as
//! long on a large network as on a small one.

use sea_orm_migration::prelude::*;

pub struct Migration;

/// Name under which it was recorded.
impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m2026_16_referred"
    }
}

const BY_PERSON: &str = "referral_person_id";
const BY_BOTH: &str = "referral_person_id_service_id";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let both =
            Index::create().name(BY_BOTH).table("referral").col("person_id").col("service_id").to_owned();
        manager.create_index(both).await?;
        manager.drop_index(Index::drop().name(BY_PERSON).table("referral").to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let one = Index::create().name(BY_PERSON).table("referral").col("person_id").to_owned();
        manager.create_index(one).await?;
        manager.drop_index(Index::drop().name(BY_BOTH).table("referral").to_owned()).await
    }
}
