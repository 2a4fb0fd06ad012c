//! Whether a referral starts on the day of release, which its recipient may not know; which party keeps an agreement
//! suspended, since no other resumes it; and on which yes a grant was made, since a later no takes its place.

use sea_orm_migration::{prelude::*, schema::*};

pub struct Migration;

/// Name under which it was recorded.
impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m2026_17_whose"
    }
}

const STARTS: &str = "starts_on_release";
const SUSPENDED: &str = "suspended_at";
const GIVEN: &str = "given_consent_id";

/// The latest no about the person, purpose and recipient of a grant that was made before it.
const LATER_NO: &str = "SELECT no.id FROM consent no \
    JOIN consent_recipient told ON told.consent_id = no.id AND told.organisation_id = disclosure_grant.recipient_id \
    JOIN consent yes ON yes.id = disclosure_grant.consent_id AND yes.person_id = no.person_id AND yes.purpose = no.purpose \
    WHERE no.answer = 'REFUSED' AND no.asked_at >= disclosure_grant.created_at ORDER BY no.asked_at DESC LIMIT 1";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in [
            ("referral", boolean(STARTS).default(false).take()),
            ("agreement_party", big_integer_null(SUSPENDED).take()),
            ("disclosure_grant", uuid_null(GIVEN).take()),
        ] {
            manager.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
        }
        let on = manager.get_connection();
        // Until now the date decided this; for closed referrals it does not matter, so all of them count.
        on.execute_unprepared(
            "UPDATE referral SET starts_on_release = TRUE WHERE closed_at IS NOT NULL OR EXISTS (SELECT 1 FROM person \
             WHERE person.id = referral.person_id AND person.release_date = referral.start_date)",
        )
        .await?;
        // Who suspended what is suspended was not kept: each party resumes it for itself.
        on.execute_unprepared(
            "UPDATE agreement_party SET suspended_at = signed_at WHERE agreement_id IN \
             (SELECT id FROM agreement WHERE state = 'SUSPENDED')",
        )
        .await?;
        on.execute_unprepared("UPDATE disclosure_grant SET given_consent_id = consent_id").await?;
        on.execute_unprepared(&format!(
            "UPDATE disclosure_grant SET consent_id = ({LATER_NO}) WHERE EXISTS ({LATER_NO})"
        ))
        .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // What rests on a no stays so: it was said.
        let columns = [("disclosure_grant", GIVEN), ("agreement_party", SUSPENDED), ("referral", STARTS)];
        for (table, column) in columns {
            manager.alter_table(Table::alter().table(table).drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
