//! Erasing people: by their holder, and again in a backup that was restored.

use entities::{
    case_team,
    codes::{ConsentAnswer, ErasureReason},
    consent, described_enum, erasure_ledger,
    ids::PersonId,
    need, person, person_hash,
    sealed::Sealed,
};
use platform::{
    capability::Capabilities,
    context::{AppState, RequestContext},
    db::{AuditContext, DomainEvent, Tx, update_at_version},
    error::{ActionError, DomainError},
    sealing::{destroy, random},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, OnConflict},
};

use super::{
    super::model,
    persons::{locked_alive, locked_person},
};
use crate::people::{PERSON_ERASE, events::PERSON_ERASED};

described_enum! {
    /// Error of erasing a person.
    PersonEraseErrorCode {
        StillNeeded = "STILL_NEEDED": "The data is needed for an open referral. Close it, or choose another reason.",
    }
}

/// Erases a person. Returns how many referrals ended.
pub async fn person_erase(
    request: &RequestContext,
    id: PersonId,
    version: i32,
    reason: ErasureReason,
) -> Result<u32, ActionError<PersonEraseErrorCode>> {
    request.viewer_who_may(PERSON_ERASE)?;
    let tx = request.begin().await?;
    let before = locked_person(request, &tx, id).await?;
    if before.version != version {
        return Err(DomainError::stale().into());
    }
    // After the lock, no other transaction can make a referral of the person open.
    let mut open = 0;
    for count_open in request.app.capabilities.iter().filter_map(|each| each.dependents.count_open) {
        open += count_open(&tx, id).await?;
    }
    if reason == ErasureReason::NotNeeded && open > 0 {
        let message = "a referral is open; close it first, or choose another reason";
        return Err(ActionError::one("reason", PersonEraseErrorCode::StillNeeded, message));
    }
    let ended = erase(&tx, request.app.capabilities, &before).await?;
    note(
        &tx,
        erasure_ledger::Model {
            person_id: id,
            organisation_id: before.holder_id,
            reason,
            erased_at: tx.now(),
        },
    )
    .await?;
    let ended = tx.commit(ended).await?;
    request.app.sealing.forget(before.key_id);
    Ok(ended)
}

/// Erases the people of a ledger who exist, as in an earlier backup. Returns how many.
pub async fn erase_again(app: &AppState, ledger: Vec<erasure_ledger::Model>) -> Result<u32, DomainError> {
    let mut erased = 0;
    for line in ledger {
        let tx = app.db.begin(AuditContext::system(app.env.clock.now())).await?;
        let there = locked_alive(&tx, line.person_id).await?;
        if let Some(before) = &there {
            erase(&tx, app.capabilities, before).await?;
            erased += 1;
        }
        note(&tx, line).await?;
        tx.commit().await?;
        if let Some(before) = there {
            app.sealing.forget(before.key_id);
        }
    }
    Ok(erased)
}

/// Destroys the key, so that everything it encrypted is lost in this database and in every copy without the master
/// key; the encrypted columns of this capability are cleared as well. Of the facts in clear, those for statistics
/// stay, made coarse so that they identify nobody: see [`model::kept_of`].
async fn erase(tx: &Tx, capabilities: Capabilities, before: &person::Model) -> Result<u32, DomainError> {
    let id = before.id;
    let (year_of_birth, release_date) = model::kept_of(before.year_of_birth, before.release_date);
    let change = person::Entity::update_many()
        .set(person::ActiveModel {
            pseudonym: Set(nameless()),
            year_of_birth: Set(year_of_birth),
            municipality_id: Set(None),
            release_date: Set(release_date),
            release_confirmed: Set(false),
            sealed: Set(wiped()),
            changed_at: Set(tx.now()),
            erased_at: Set(Some(tx.now())),
            ..Default::default()
        })
        .filter(person::Column::Id.eq(id))
        .filter(person::Column::ErasedAt.is_null());
    update_at_version(tx, change, person::Column::Version, before.version).await?;
    destroy(tx, before.key_id).await?;
    person_hash::Entity::delete_many().filter(person_hash::Column::PersonId.eq(id)).exec(tx.on()).await?;
    case_team::Entity::delete_many().filter(case_team::Column::PersonId.eq(id)).exec(tx.on()).await?;
    need::Entity::update_many()
        .set(need::ActiveModel { text: Set(wiped()), ..Default::default() })
        .filter(need::Column::PersonId.eq(id))
        .exec(tx.on())
        .await?;
    consent::Entity::update_many()
        .set(consent::ActiveModel { said: Set(wiped()), witness: Set(None), ..Default::default() })
        .filter(consent::Column::PersonId.eq(id))
        .exec(tx.on())
        .await?;
    consent::Entity::update_many()
        .set(consent::ActiveModel { withdrawn_at: Set(Some(tx.now())), ..Default::default() })
        .col_expr(consent::Column::Version, Expr::cust("version + 1"))
        .filter(consent::Column::PersonId.eq(id))
        .filter(consent::Column::Answer.eq(ConsentAnswer::Given))
        .filter(consent::Column::WithdrawnAt.is_null())
        .exec(tx.on())
        .await?;
    // Those that build on others first: an owner is locked before its grant is changed.
    let mut ended = 0;
    for capability in capabilities.0.iter().rev() {
        if let Some(erased) = capability.dependents.person_erased {
            ended += erased(tx, id).await?;
        }
    }
    tx.record(DomainEvent::new(PERSON_ERASED, vec![(before.holder_id, id.0)]));
    Ok(ended)
}

async fn note(tx: &Tx, line: erasure_ledger::Model) -> Result<(), DomainError> {
    erasure_ledger::Entity::insert(erasure_ledger::ActiveModel::from(line))
        .on_conflict(
            OnConflict::column(erasure_ledger::Column::PersonId)
                .update_column(erasure_ledger::Column::PersonId)
                .to_owned(),
        )
        .exec_without_returning(tx.on())
        .await?;
    Ok(())
}

fn wiped() -> Sealed {
    Sealed(Vec::new())
}

/// A meaningless name, unlike every pseudonym.
fn nameless() -> String {
    let letters: String = random::<4>().iter().map(|byte| format!("{byte:02X}")).collect();
    format!("— {letters}")
}
