//! Which rows: the conditions that every read starts from. There is no other door.
//!
//! Constants and the day are written into a statement's text and only ids are bound, so that the
//! statement stays the same, stays prepared, and PostgreSQL plans it once. A bound day would make
//! it expect a third of the agreements and consents to count, instead of nearly all: it would then
//! fetch and sort a whole inbox for its first page.

use chrono::NaiveDate;
use entities::{
    agreement, agreement_party, audit_log_entry, case_team,
    codes::{AgreementState, Code, ConsentAnswer, ImportKind, ReferralState, Role, Scope},
    consent, disclosure_grant as grant, import, organisation, person, referral,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QuerySelect, RelationDef, Select,
    sea_query::{Expr, ExprTrait, Query, SimpleExpr},
};

use super::{Action, Viewer, legal_bases};

/// On which side of a referral the viewer's organisation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Sent,
    Received,
}

/// A code written into the statement's text.
pub fn constant(code: impl Code) -> SimpleExpr {
    Expr::cust(format!("'{}'", code.code()))
}

/// A day written into the statement's text.
pub fn day(day: NaiveDate) -> SimpleExpr {
    Expr::cust(format!("'{day}'"))
}

fn after(column: impl ColumnTrait, today: NaiveDate) -> SimpleExpr {
    Expr::col(column.as_column_ref()).gt(day(today))
}

/// A column that holds this code.
pub fn is(column: impl ColumnTrait, code: impl Code) -> SimpleExpr {
    Expr::col(column.as_column_ref()).eq(constant(code))
}

/// A column that holds one of these codes.
pub fn is_any<C: Code>(column: impl ColumnTrait, codes: impl IntoIterator<Item = C>) -> SimpleExpr {
    Expr::col(column.as_column_ref()).is_in(codes.into_iter().map(constant))
}

/// The referrals that the viewer may see, on one side or on either, joined to the grant and the consent
/// that it rests on; where they were received, to the agreement; where they were sent, to the person. A
/// list of what was received reads nothing of the person.
pub fn referrals(viewer: &Viewer, today: NaiveDate, side: Option<Side>) -> Select<referral::Entity> {
    let mut all = referral::Entity::find();
    if !viewer.may(Action::ReferralRead) {
        // The joins stay: whoever reads on names their columns.
        all = all.filter(never());
    }
    let (inner, left) = (JoinType::InnerJoin, JoinType::LeftJoin);
    match side {
        Some(Side::Sent) => all
            .join(inner, joins::person())
            .join(left, joins::grant())
            .join(left, joins::consent())
            .filter(referral::Column::SenderId.eq(viewer.organisation))
            .filter(worked_with(viewer)),
        Some(Side::Received) => all
            .join(inner, joins::grant())
            .join(inner, joins::agreement())
            .join(left, joins::consent())
            .filter(referral::Column::RecipientId.eq(viewer.organisation))
            .filter(received(viewer, today)),
        None => all
            .join(inner, joins::person())
            .join(left, joins::grant())
            .join(left, joins::agreement())
            .join(left, joins::consent())
            .filter(
                Condition::any()
                    .add(
                        Condition::all()
                            .add(referral::Column::SenderId.eq(viewer.organisation))
                            .add(worked_with(viewer)),
                    )
                    .add(
                        Condition::all()
                            .add(referral::Column::RecipientId.eq(viewer.organisation))
                            .add(received(viewer, today)),
                    ),
            ),
    }
}

/// The people that the viewer may see: held by the viewer's organisation, and worked with by the
/// viewer or open to the viewer's role. Nobody sees who was erased.
pub fn people(viewer: &Viewer) -> Select<person::Entity> {
    let all = person::Entity::find();
    if !viewer.may(Action::PersonRead) {
        return all.filter(never());
    }
    all.filter(person::Column::HolderId.eq(viewer.organisation))
        .filter(person::Column::ErasedAt.is_null())
        .filter(worked_with(viewer))
}

/// The agreements that the viewer's organisation is a party of; a coordinator of the network sees
/// all of them.
pub fn agreements(viewer: &Viewer) -> Select<agreement::Entity> {
    let all = agreement::Entity::find();
    if viewer.role == Role::Coordinator {
        return all;
    }
    let parties = Query::select()
        .expr(Expr::cust("1"))
        .from(agreement_party::Entity)
        .and_where(
            Expr::col((agreement_party::Entity, agreement_party::Column::AgreementId))
                .equals((agreement::Entity, agreement::Column::Id)),
        )
        .and_where(
            Expr::col((agreement_party::Entity, agreement_party::Column::OrganisationId))
                .eq(viewer.organisation),
        )
        .to_owned();
    all.filter(Expr::exists(parties))
}

/// Organisations and their services are the network's directory: every member reads it.
pub fn organisations(viewer: &Viewer) -> Select<organisation::Entity> {
    let all = organisation::Entity::find();
    if viewer.may(Action::DirectoryRead) { all } else { all.filter(never()) }
}

/// Lists that the viewer brought in, as long as they may write what is in them: a list is nobody else's until it
/// is written.
pub fn imports(viewer: &Viewer) -> Select<import::Entity> {
    let kinds: Vec<ImportKind> = ImportKind::all().filter(|kind| may_import(viewer, *kind)).collect();
    import::Entity::find().filter(import::Column::MemberId.eq(viewer.member)).filter(if kinds.is_empty() {
        never()
    } else {
        is_any(import::Column::Kind, kinds)
    })
}

/// Whether the viewer may bring in lists of this kind; of people, whoever may read their names alone.
pub fn may_import(viewer: &Viewer, kind: ImportKind) -> bool {
    match kind {
        ImportKind::People => viewer.may(Action::PersonRecord) && viewer.scopes.contains(Scope::Identity),
        ImportKind::Organisations => viewer.may(Action::OrganisationRecord),
    }
}

/// The journal of the viewer's organisation: what happened that the organisation may know of.
pub fn audit_log(viewer: &Viewer) -> Select<audit_log_entry::Entity> {
    let all = audit_log_entry::Entity::find();
    if !viewer.may(Action::AuditLogRead) {
        return all.filter(never());
    }
    all.filter(audit_log_entry::Column::OrganisationId.eq(viewer.organisation))
}

/// Whether an agreement counts on a day.
pub fn agreement_counts(today: NaiveDate) -> Condition {
    Condition::all()
        .add(is(agreement::Column::State, AgreementState::Active))
        .add(Expr::col(agreement::Column::StartsOn.as_column_ref()).lte(day(today)))
        .add(
            Condition::any()
                .add(agreement::Column::EndsOn.is_null())
                .add(Expr::col(agreement::Column::EndsOn.as_column_ref()).gte(day(today))),
        )
}

/// Whether a consent is in force on a day.
pub fn consent_counts(today: NaiveDate) -> Condition {
    Condition::all()
        .add(is(consent::Column::Answer, ConsentAnswer::Given))
        .add(consent::Column::WithdrawnAt.is_null())
        .add(Expr::col(consent::Column::ExpiresOn.as_column_ref()).gte(day(today)))
}

/// What a recipient sees of what was sent to it. What it accepted stays in its list, with what its
/// own members wrote; everything else is there while its grant is open and its ground holds.
fn received(viewer: &Viewer, today: NaiveDate) -> Condition {
    if !viewer.scopes.contains(Scope::Needs) {
        return Condition::all().add(never());
    }
    let legal_basis = Condition::any()
        .add(is_any(grant::Column::LegalBasis, legal_bases::WITHOUT_CONSENT))
        .add(consent_counts(today));
    let open = Condition::all()
        .add(
            Condition::any()
                .add(grant::Column::ClosesOn.is_null())
                .add(after(grant::Column::ClosesOn, today)),
        )
        .add(legal_basis);
    Condition::all()
        .add(is(referral::Column::State, ReferralState::Draft).not())
        .add(grant::Column::RevokedAt.is_null())
        .add(agreement_counts(today))
        .add(Condition::any().add(grant::Column::OpenedAt.is_not_null()).add(open))
        .add_option(mine_where_assigned(viewer))
}

/// Whether what the sender wrote and disclosed is open to the recipient: the ground holds, and the
/// grant is neither revoked nor closed. A grant that acceptance never opened is closed as soon as
/// its closing is set.
pub fn disclosure_open(today: NaiveDate) -> Condition {
    let legal_basis = Condition::any()
        .add(is_any(grant::Column::LegalBasis, legal_bases::WITHOUT_CONSENT))
        .add(consent_counts(today));
    let not_closed = Condition::any().add(grant::Column::ClosesOn.is_null()).add(
        Condition::all()
            .add(grant::Column::OpenedAt.is_not_null())
            .add(after(grant::Column::ClosesOn, today)),
    );
    Condition::all().add(grant::Column::RevokedAt.is_null()).add(not_closed).add(legal_basis)
}

/// A referral is everybody's until it is assigned; then it is that member's, the manager's, and shown
/// to whom it was handed.
fn mine_where_assigned(viewer: &Viewer) -> Option<Condition> {
    (viewer.role != Role::Manager).then(|| {
        Condition::any()
            .add(referral::Column::AssignedTo.is_null())
            .add(referral::Column::AssignedTo.eq(viewer.member))
            .add(referral::Column::OfferedTo.eq(viewer.member))
    })
}

/// Whether the viewer works with the person, or the viewer's role sees everybody who is not
/// restricted.
fn worked_with(viewer: &Viewer) -> Condition {
    let team = Query::select()
        .expr(Expr::cust("1"))
        .from(case_team::Entity)
        .and_where(
            Expr::col((case_team::Entity, case_team::Column::PersonId))
                .equals((person::Entity, person::Column::Id)),
        )
        .and_where(Expr::col((case_team::Entity, case_team::Column::MemberId)).eq(viewer.member))
        .to_owned();
    let on_team = Condition::any().add(Expr::exists(team));
    if viewer.sees_all {
        on_team.add(Expr::col((person::Entity, person::Column::Restricted)).eq(Expr::cust("FALSE")))
    } else {
        on_team
    }
}

fn never() -> SimpleExpr {
    Expr::cust("1 = 0")
}

/// How a referral is joined to what it rests on.
pub mod joins {
    use super::*;

    pub fn person() -> RelationDef {
        referral::Entity::belongs_to(person::Entity)
            .from(referral::Column::PersonId)
            .to(person::Column::Id)
            .into()
    }

    /// By referral and recipient: the pair is a key of the referral, and a planner that knows it
    /// expects one row.
    pub fn grant() -> RelationDef {
        referral::Entity::belongs_to(grant::Entity)
            .from((referral::Column::Id, referral::Column::RecipientId))
            .to((grant::Column::ReferralId, grant::Column::RecipientId))
            .into()
    }

    pub fn agreement() -> RelationDef {
        grant::Entity::belongs_to(agreement::Entity)
            .from(grant::Column::AgreementId)
            .to(agreement::Column::Id)
            .into()
    }

    pub fn consent() -> RelationDef {
        grant::Entity::belongs_to(consent::Entity)
            .from(grant::Column::ConsentId)
            .to(consent::Column::Id)
            .into()
    }
}
