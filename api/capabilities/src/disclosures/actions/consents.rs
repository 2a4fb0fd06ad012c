//! Effects of consents and refusals: what is not accepted ends with its consent, and a refusal replaces an earlier
//! consent.

use chrono::NaiveDate;
use entities::{
    codes::{ConsentAnswer, GrantOwnerKind, Purpose, Scope, Set as Codes, WithdrawReason},
    consent, consent_recipient, disclosure_grant,
    ids::{ConsentId, GrantId, OrganisationId, PersonId},
    person,
};
use platform::{
    access::conditions,
    capability::{Capabilities, ConsentDependent, Refusal},
    context::AppState,
    db::{AuditContext, DomainEvent, Tx},
    error::DomainError,
    events::{Lease, Progress},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef,
    RelationTrait,
    sea_query::{Expr, ExprTrait, Query},
};
use uuid::Uuid;

use super::{
    super::visible,
    grants::{rest_on_no, resting_on_answers},
};
use crate::{
    network::legal_bases,
    people::{self, ConsentStanding, events::CONSENT_RAN_OUT},
};

/// The person's latest answer about a recipient and a purpose, whether it still holds or not. It
/// is the one that counts: a later yes replaces an earlier no, and the other way round.
pub async fn answer_for(
    on: &impl ConnectionTrait,
    person: PersonId,
    recipient: OrganisationId,
    purpose: Purpose,
) -> Result<Option<consent::Model>, DomainError> {
    let about = Query::select()
        .column(consent_recipient::Column::ConsentId)
        .from(consent_recipient::Entity)
        .and_where(Expr::col(consent_recipient::Column::OrganisationId).eq(recipient))
        .to_owned();
    Ok(consent::Entity::find()
        .filter(consent::Column::PersonId.eq(person))
        .filter(consent::Column::Purpose.eq(purpose))
        .filter(consent::Column::Id.in_subquery(about))
        .order_by_desc(consent::Column::AskedAt)
        .order_by_desc(consent::Column::Id)
        .one(on)
        .await?)
}

/// Whether a person's answer lets these scopes be disclosed on a day.
pub fn allows(answer: Option<&consent::Model>, scopes: Codes<Scope>, today: NaiveDate) -> bool {
    answer.is_some_and(|answer| {
        people::standing(answer, today) == ConsentStanding::InForce && answer.scopes.covers(scopes)
    })
}

/// Whether the person said no, and has not said yes since.
pub fn refused(answer: Option<&consent::Model>) -> bool {
    answer.is_some_and(|answer| answer.answer == ConsentAnswer::Refused)
}

/// Actions in the same transaction when a person withdraws or refuses a consent.
pub const CONSENT_DEPENDENT: ConsentDependent = ConsentDependent {
    withdrawn: |capabilities, tx, consent| Box::pin(withdrawn(capabilities, tx, consent)),
    refused: |capabilities, tx, refusal| Box::pin(refuse(capabilities, tx, refusal)),
};

/// A grant with its owner.
type Owned = (GrantId, GrantOwnerKind, Uuid);

/// Ends the owners of grants under a consent that are not accepted and would be unlawful without it.
async fn withdrawn(capabilities: Capabilities, tx: &Tx, id: ConsentId) -> Result<u32, DomainError> {
    let resting: Vec<Owned> = disclosure_grant::Entity::find()
        .filter(disclosure_grant::Column::ConsentId.eq(id))
        .filter(conditions::is_any(disclosure_grant::Column::LegalBasis, legal_bases::WITHOUT_CONSENT).not())
        .select_only()
        .columns(OWNED)
        .into_tuple()
        .all(tx.on())
        .await?;
    end(capabilities, tx, resting, WithdrawReason::ConsentWithdrawn).await
}

/// No means no, at once, also for what an earlier yes had opened.
async fn refuse(capabilities: Capabilities, tx: &Tx, refusal: Refusal) -> Result<(), DomainError> {
    let Refusal { answer, person, recipients, purpose } = refusal;
    let (answers, to_them) = resting_on_answers(person, &recipients, purpose);
    let resting =
        disclosure_grant::Entity::find().filter(answers).filter(to_them).select_only().columns(OWNED);
    // No grants can be added: both sending and refusing lock the person.
    let all: Vec<Owned> = resting.clone().into_tuple().all(tx.on()).await?;
    for owner in capabilities.grant_owners() {
        (owner.lock)(tx, of_kind(&all, owner.kind)).await?;
    }
    let on_yes: Vec<Owned> = resting
        .filter(conditions::is_any(disclosure_grant::Column::LegalBasis, legal_bases::WITHOUT_CONSENT).not())
        .into_tuple()
        .all(tx.on())
        .await?;
    end(capabilities, tx, on_yes, WithdrawReason::ConsentWithdrawn).await?;
    rest_on_no(tx, answer, person, &recipients, purpose).await
}

const OWNED: [disclosure_grant::Column; 3] =
    [disclosure_grant::Column::Id, disclosure_grant::Column::OwnerKind, disclosure_grant::Column::OwnerId];

fn of_kind(grants: &[Owned], kind: GrantOwnerKind) -> Vec<Uuid> {
    grants.iter().filter(|(_, owner, _)| *owner == kind).map(|(.., id)| *id).collect()
}

/// Ends the owners of these grants that are not accepted. Returns how many ended.
async fn end(
    capabilities: Capabilities,
    tx: &Tx,
    grants: Vec<Owned>,
    why: WithdrawReason,
) -> Result<u32, DomainError> {
    let mut ended = 0;
    for owner in capabilities.grant_owners() {
        ended += (owner.consent_ended)(tx, of_kind(&grants, owner.kind), why).await?;
    }
    Ok(ended)
}

/// The name of the job and its lease.
pub const CONSENT_EXPIRY_JOB: &str = "consent_expiry";

/// Ends the owners of grants under expired consents that are not accepted. Until then nothing is shown: every read
/// checks the day of expiry itself.
pub async fn expire_consents(app: &AppState, lease: &Lease) -> Result<Progress, DomainError> {
    const BATCH: u64 = 100;
    let now = app.env.clock.now();
    // The day must be over wherever the holder is.
    let over = now.plus_seconds(-12 * 3_600).utc().date_naive();
    let resting = resting_on_expired(app.db.read(), over, BATCH).await?;
    if resting.is_empty() {
        return Ok(Progress::Idle);
    }
    let tx = app.db.begin(AuditContext::system(now)).await?;
    lease.fence(&tx).await?;
    let expired = consents_of(tx.on(), &resting).await?;
    let ended = end(app.capabilities, &tx, resting, WithdrawReason::ConsentExpired).await?;
    if ended > 0 {
        for (holder, person, consent) in expired {
            let happened = DomainEvent::new(CONSENT_RAN_OUT, vec![(holder, person.0)]);
            tx.record(happened.about(consent.0).by_itself());
        }
    }
    tx.commit().await?;
    Ok(if ended > 0 { Progress::More } else { Progress::Idle })
}

/// Grants that are not accepted and rest on a consent that expired before a day.
async fn resting_on_expired(
    on: &impl ConnectionTrait,
    day: NaiveDate,
    most: u64,
) -> Result<Vec<Owned>, DomainError> {
    use disclosure_grant::Column as Grant;
    Ok(disclosure_grant::Entity::find()
        .join(JoinType::InnerJoin, visible::joins::consent())
        .filter(conditions::is_any(Grant::LegalBasis, legal_bases::WITHOUT_CONSENT).not())
        .filter(Grant::RevokedAt.is_null())
        .filter(Grant::OpenedAt.is_null())
        .filter(Grant::ClosesOn.is_null())
        .filter(consent::Column::ExpiresOn.lt(day))
        .select_only()
        .columns(OWNED)
        .limit(most)
        .into_tuple()
        .all(on)
        .await?)
}

/// Holder, person and consent of these grants.
async fn consents_of(
    on: &impl ConnectionTrait,
    grants: &[Owned],
) -> Result<Vec<(OrganisationId, PersonId, ConsentId)>, DomainError> {
    let to_person: RelationDef = consent::Relation::Person.def();
    Ok(disclosure_grant::Entity::find()
        .join(JoinType::InnerJoin, visible::joins::consent())
        .join(JoinType::InnerJoin, to_person)
        .filter(disclosure_grant::Column::Id.is_in(grants.iter().map(|(id, ..)| *id)))
        .select_only()
        .distinct()
        .column(person::Column::HolderId)
        .column(person::Column::Id)
        .column_as(consent::Column::Id, "consent_id")
        .into_tuple()
        .all(on)
        .await?)
}
