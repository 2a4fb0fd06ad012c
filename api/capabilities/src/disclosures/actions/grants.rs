//! Life of a grant: created, opened by acceptance, closed, opened again, revoked; and the replacement of a consent by
//! a refusal. A change of a grant requires a lock on its owner.

use std::collections::HashSet;

use chrono::NaiveDate;
use entities::{
    codes::{GrantOwnerKind, LegalBasis, PreAcceptanceFact, Purpose, ReportBack, Scope, Set as Codes},
    consent, disclosure, disclosure_grant,
    ids::{AgreementId, ConsentId, DisclosureId, GrantId, OrganisationId, PersonId},
    person,
};
use platform::{access::conditions, db::Tx, error::DomainError};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait, Query, SimpleExpr},
};
use uuid::Uuid;

use super::super::visible;
use crate::{network::legal_bases, people::visible::consent_counts};

/// Grant to create: its extent and its legal basis.
#[derive(Debug)]
pub struct Granting {
    pub owner_kind: GrantOwnerKind,
    pub owner: Uuid,
    pub disclosure: DisclosureId,
    pub sender: OrganisationId,
    pub recipient: OrganisationId,
    pub agreement: AgreementId,
    pub legal_basis: LegalBasis,
    pub law: String,
    pub consent: Option<ConsentId>,
    pub scopes: Codes<Scope>,
    pub pre_acceptance: Codes<PreAcceptanceFact>,
    pub report_back: Codes<ReportBack>,
}

/// Creates a grant with the extent that is open before acceptance. The owner stores its id.
pub async fn grant(tx: &Tx, granting: Granting) -> Result<GrantId, DomainError> {
    let id = GrantId(tx.env().ordered_id());
    disclosure_grant::Entity::insert(disclosure_grant::ActiveModel {
        id: Set(id),
        owner_kind: Set(granting.owner_kind),
        owner_id: Set(granting.owner),
        disclosure_id: Set(granting.disclosure),
        sender_id: Set(granting.sender),
        recipient_id: Set(granting.recipient),
        agreement_id: Set(granting.agreement),
        legal_basis: Set(granting.legal_basis),
        law: Set(granting.law),
        consent_id: Set(granting.consent),
        given_consent_id: Set(granting.consent),
        scopes: Set(granting.scopes),
        pre_acceptance: Set(granting.pre_acceptance),
        report_back: Set(granting.report_back),
        opened_at: Set(None),
        closes_on: Set(None),
        revoked_at: Set(None),
        created_at: Set(tx.now()),
    })
    .exec_without_returning(tx.on())
    .await?;
    Ok(id)
}

/// Opens it: the recipient has accepted.
pub async fn open(tx: &Tx, id: GrantId) -> Result<(), DomainError> {
    change(tx, id, disclosure_grant::Column::OpenedAt, Expr::value(tx.now())).await
}

/// Has it close on a day; never later than it was to close before.
pub async fn close(tx: &Tx, id: GrantId, on: NaiveDate) -> Result<(), DomainError> {
    let closes = disclosure_grant::Column::ClosesOn;
    disclosure_grant::Entity::update_many()
        .col_expr(closes, Expr::value(on))
        .filter(disclosure_grant::Column::Id.eq(id))
        .filter(Condition::any().add(closes.is_null()).add(closes.gt(on)))
        .exec(tx.on())
        .await?;
    Ok(())
}

/// Closes it at once, as if it had never been.
pub async fn revoke(tx: &Tx, id: GrantId) -> Result<(), DomainError> {
    change(tx, id, disclosure_grant::Column::RevokedAt, Expr::value(tx.now())).await
}

/// Opens a closed grant again if its legal basis needs no consent, or the consent is in force. Returns whether it is
/// open.
pub async fn reopen(tx: &Tx, id: GrantId, today: NaiveDate) -> Result<bool, DomainError> {
    let legal_basis = Condition::any()
        .add(conditions::is_any(disclosure_grant::Column::LegalBasis, legal_bases::WITHOUT_CONSENT))
        .add(consent_counts(today));
    let erased = Query::select()
        .column((disclosure::Entity, disclosure::Column::Id))
        .from(disclosure::Entity)
        .inner_join(
            person::Entity,
            Expr::col((person::Entity, person::Column::Id))
                .equals((disclosure::Entity, disclosure::Column::PersonId)),
        )
        .and_where(Expr::col((person::Entity, person::Column::ErasedAt)).is_not_null())
        .to_owned();
    let holds = disclosure_grant::Entity::find()
        .join(JoinType::LeftJoin, visible::joins::consent())
        .filter(disclosure_grant::Column::Id.eq(id))
        .filter(disclosure_grant::Column::RevokedAt.is_null())
        .filter(disclosure_grant::Column::DisclosureId.not_in_subquery(erased))
        .filter(legal_basis)
        .count(tx.on())
        .await?;
    if holds == 0 {
        return Ok(false);
    }
    let open = Expr::value(None::<NaiveDate>);
    change(tx, id, disclosure_grant::Column::ClosesOn, open).await?;
    Ok(true)
}

/// Those of these grants that are open to the recipient, on the later of two dates.
pub async fn open_to_recipients(
    tx: &Tx,
    ids: impl Iterator<Item = GrantId>,
) -> Result<HashSet<GrantId>, DomainError> {
    let today = tx.now().plus_seconds(14 * 3_600).utc().date_naive();
    let open: Vec<GrantId> = disclosure_grant::Entity::find()
        .join(JoinType::LeftJoin, visible::joins::consent())
        .filter(disclosure_grant::Column::Id.is_in(ids))
        .filter(visible::open(today))
        .select_only()
        .column(disclosure_grant::Column::Id)
        .into_tuple()
        .all(tx.on())
        .await?;
    Ok(open.into_iter().collect())
}

/// Closes all that discloses a person. What acceptance never opened is gone for its recipient; elsewhere what the
/// recipient's members wrote stays with them.
pub async fn close_all(tx: &Tx, person: PersonId) -> Result<(), DomainError> {
    let theirs = || {
        let disclosures = Query::select()
            .column(disclosure::Column::Id)
            .from(disclosure::Entity)
            .and_where(Expr::col(disclosure::Column::PersonId).eq(person))
            .to_owned();
        disclosure_grant::Entity::update_many()
            .filter(disclosure_grant::Column::DisclosureId.in_subquery(disclosures))
    };
    theirs()
        .col_expr(disclosure_grant::Column::RevokedAt, Expr::value(tx.now()))
        .filter(disclosure_grant::Column::OpenedAt.is_null())
        .filter(disclosure_grant::Column::RevokedAt.is_null())
        .exec(tx.on())
        .await?;
    // Past wherever the recipient is.
    let past = tx.now().plus_seconds(-2 * 86_400).utc().date_naive();
    theirs()
        .col_expr(disclosure_grant::Column::ClosesOn, Expr::value(past))
        .filter(disclosure_grant::Column::OpenedAt.is_not_null())
        .exec(tx.on())
        .await?;
    Ok(())
}

async fn change(
    tx: &Tx,
    id: GrantId,
    column: disclosure_grant::Column,
    value: sea_orm::sea_query::Expr,
) -> Result<(), DomainError> {
    disclosure_grant::Entity::update_many()
        .col_expr(column, value)
        .filter(disclosure_grant::Column::Id.eq(id))
        .exec(tx.on())
        .await?;
    Ok(())
}

/// The grants to these recipients that rest on what the person answered about this purpose.
pub(super) fn resting_on_answers(
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

/// Replaces every earlier consent to these recipients for this purpose by the refusal: their grants rest on it from
/// now on, so that no check finds a consent, neither to show, nor to report, nor to open again.
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
