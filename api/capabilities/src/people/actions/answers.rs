//! What people answered, and what rests on their answers: which referrals end with one, and that a no stands in the place
//! of an earlier yes.

use chrono::NaiveDate;
use entities::{
    codes::{ConsentAnswer, Purpose, Scope, Set as Codes, WithdrawReason},
    consent, consent_recipient, disclosure_grant,
    ids::{ConsentId, OrganisationId, PersonId, ReferralId},
    person, referral,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef,
    sea_query::{Expr, ExprTrait, Query, SimpleExpr},
};

use super::super::model;
use crate::network::legal_bases;
use platform::access::conditions;
use platform::{
    capability::Capabilities,
    db::{Tx, locks},
    error::DomainError,
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
        model::standing(answer, today) == model::ConsentStanding::InForce && answer.scopes.covers(scopes)
    })
}

/// Whether the person said no, and has not said yes since.
pub fn refused(answer: Option<&consent::Model>) -> bool {
    answer.is_some_and(|answer| answer.answer == ConsentAnswer::Refused)
}

/// The referrals that are not accepted and whose grants rest on a consent that ran out before a day.
pub async fn resting_on_expired(
    on: &impl ConnectionTrait,
    day: NaiveDate,
    most: u64,
) -> Result<Vec<ReferralId>, DomainError> {
    use disclosure_grant::Column as Grant;
    Ok(disclosure_grant::Entity::find()
        .join(JoinType::InnerJoin, crate::referrals::visible::joins::consent())
        .filter(conditions::is_any(Grant::LegalBasis, legal_bases::WITHOUT_CONSENT).not())
        .filter(Grant::RevokedAt.is_null())
        .filter(Grant::OpenedAt.is_null())
        .filter(Grant::ClosesOn.is_null())
        .filter(consent::Column::ExpiresOn.lt(day))
        .select_only()
        .column(Grant::ReferralId)
        .limit(most)
        .into_tuple()
        .all(on)
        .await?)
}

/// Of whose people these referrals rest on which consents: holder, person, consent.
pub async fn consents_of(
    on: &impl ConnectionTrait,
    referrals: &[ReferralId],
) -> Result<Vec<(OrganisationId, PersonId, ConsentId)>, DomainError> {
    let to_person: RelationDef = consent::Entity::belongs_to(person::Entity)
        .from(consent::Column::PersonId)
        .to(person::Column::Id)
        .into();
    Ok(disclosure_grant::Entity::find()
        .join(JoinType::InnerJoin, crate::referrals::visible::joins::consent())
        .join(JoinType::InnerJoin, to_person)
        .filter(disclosure_grant::Column::ReferralId.is_in(referrals.iter().copied()))
        .select_only()
        .distinct()
        .column(person::Column::HolderId)
        .column(person::Column::Id)
        .column_as(consent::Column::Id, "consent_id")
        .into_tuple()
        .all(on)
        .await?)
}

/// The referrals whose grants rest on a consent, and would not be lawful without it.
pub async fn referrals_on(tx: &Tx, consent: ConsentId) -> Result<Vec<ReferralId>, DomainError> {
    Ok(disclosure_grant::Entity::find()
        .filter(disclosure_grant::Column::ConsentId.eq(consent))
        .filter(conditions::is_any(disclosure_grant::Column::LegalBasis, legal_bases::WITHOUT_CONSENT).not())
        .select_only()
        .column(disclosure_grant::Column::ReferralId)
        .into_tuple()
        .all(tx.on())
        .await?)
}

/// Ends what rested on a consent that ended and is not accepted. Says how much ended.
pub(super) async fn end_resting(
    capabilities: Capabilities,
    tx: &Tx,
    resting: Vec<ReferralId>,
    why: WithdrawReason,
) -> Result<u32, DomainError> {
    let mut ended = 0;
    for owner in capabilities.grant_owners() {
        ended += (owner.consent_ended)(tx, resting.iter().map(|id| id.0).collect(), why).await?;
    }
    Ok(ended)
}

/// The grants to these recipients that rest on what the person answered about this purpose.
fn resting_on_answers(
    person: PersonId,
    recipients: &[OrganisationId],
    purpose: Purpose,
) -> (SimpleExpr, SimpleExpr) {
    let answers = Query::select()
        .column(consent::Column::Id)
        .from(consent::Entity)
        .and_where(Expr::col(consent::Column::PersonId).eq(person))
        .and_where(Expr::col(consent::Column::Purpose).eq(purpose))
        .to_owned();
    (
        disclosure_grant::Column::ConsentId.in_subquery(answers),
        disclosure_grant::Column::RecipientId.is_in(recipients.iter().copied()),
    )
}

/// Locks every referral to these recipients whose grant rests on an earlier answer for this purpose, and its group:
/// all that a no changes.
pub(super) async fn lock_resting(
    tx: &Tx,
    person: PersonId,
    recipients: &[OrganisationId],
    purpose: Purpose,
) -> Result<(), DomainError> {
    let (answers, to_them) = resting_on_answers(person, recipients, purpose);
    let referrals = Query::select()
        .column(disclosure_grant::Column::ReferralId)
        .from(disclosure_grant::Entity)
        .and_where(answers)
        .and_where(to_them)
        .to_owned();
    let resting = referral::Column::Id.in_subquery(referrals);
    locks::groups(tx, resting.clone()).await?;
    locks::referrals(tx, referral::Entity::find().filter(resting)).await?;
    Ok(())
}

/// The referrals to these recipients that rest on an earlier yes for this purpose, and would not be lawful
/// without it.
pub(super) async fn resting_on_yes(
    tx: &Tx,
    person: PersonId,
    recipients: &[OrganisationId],
    purpose: Purpose,
) -> Result<Vec<ReferralId>, DomainError> {
    let (answers, to_them) = resting_on_answers(person, recipients, purpose);
    Ok(disclosure_grant::Entity::find()
        .filter(answers)
        .filter(to_them)
        .filter(conditions::is_any(disclosure_grant::Column::LegalBasis, legal_bases::WITHOUT_CONSENT).not())
        .select_only()
        .column(disclosure_grant::Column::ReferralId)
        .into_tuple()
        .all(tx.on())
        .await?)
}

/// Puts a no in the place of every earlier yes to these recipients for this purpose: from now on their grants rest
/// on it, so that nothing that asks whether the consent counts finds one, neither to show, nor to report, nor to
/// open anew.
pub(super) async fn rest_on_no(
    tx: &Tx,
    no: ConsentId,
    person: PersonId,
    recipients: &[OrganisationId],
    purpose: Purpose,
) -> Result<(), DomainError> {
    let (answers, to_them) = resting_on_answers(person, recipients, purpose);
    disclosure_grant::Entity::update_many()
        .col_expr(disclosure_grant::Column::ConsentId, Expr::value(no))
        .filter(answers)
        .filter(to_them)
        .exec(tx.on())
        .await?;
    Ok(())
}
