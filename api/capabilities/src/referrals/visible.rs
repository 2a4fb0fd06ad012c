//! Visible rows: the referrals that a viewer may see. Every read starts here.

use chrono::NaiveDate;
use entities::{
    codes::{ReferralState, Role, Scope},
    disclosure_grant as grant, referral,
};
use platform::access::{Viewer, conditions};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QuerySelect, RelationDef, RelationTrait,
    Select, sea_query::ExprTrait,
};

use super::policy::REFERRAL_READ;
use crate::{
    network::{legal_bases, visible::agreement_counts},
    people::visible::{consent_counts, worked_with},
};

/// Side of a referral on which the viewer's organisation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Sent,
    Received,
}

/// Referrals that the viewer may see, on one side or on either, joined to the grant and its consent; received ones to
/// the agreement, sent ones to the person. A list of received referrals reads nothing of the person.
pub fn referrals(viewer: &Viewer, today: NaiveDate, side: Option<Side>) -> Select<referral::Entity> {
    let mut all = referral::Entity::find();
    if !viewer.may(REFERRAL_READ) {
        // The joins stay, because later conditions name their columns.
        all = all.filter(conditions::never());
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

/// Referrals that a recipient sees. Accepted ones stay in its list, with the texts of its own members; all others are
/// visible while their grant is open and its legal basis holds.
fn received(viewer: &Viewer, today: NaiveDate) -> Condition {
    if !viewer.scopes.contains(Scope::Needs) {
        return Condition::all().add(conditions::never());
    }
    let legal_basis = Condition::any()
        .add(conditions::is_any(grant::Column::LegalBasis, legal_bases::WITHOUT_CONSENT))
        .add(consent_counts(today));
    let open = Condition::all()
        .add(
            Condition::any()
                .add(grant::Column::ClosesOn.is_null())
                .add(conditions::after(grant::Column::ClosesOn, today)),
        )
        .add(legal_basis);
    Condition::all()
        .add(conditions::is(referral::Column::State, ReferralState::Draft).not())
        .add(grant::Column::RevokedAt.is_null())
        .add(agreement_counts(today))
        .add(Condition::any().add(grant::Column::OpenedAt.is_not_null()).add(open))
        .add_option(mine_where_assigned(viewer))
}

/// Every member sees an unassigned referral; an assigned one is visible to its assignee, the managers, and the member
/// to whom it is offered.
fn mine_where_assigned(viewer: &Viewer) -> Option<Condition> {
    (viewer.role != Role::Manager).then(|| {
        Condition::any()
            .add(referral::Column::AssignedTo.is_null())
            .add(referral::Column::AssignedTo.eq(viewer.member))
            .add(referral::Column::OfferedTo.eq(viewer.member))
    })
}

/// Joins of a referral to its grant, consent, agreement and person.
pub mod joins {
    use super::*;

    pub fn person() -> RelationDef {
        referral::Relation::Person.def()
    }

    /// By the grant's key, which a referral has to itself: a planner that knows it expects one row.
    pub fn grant() -> RelationDef {
        referral::Relation::Grant.def()
    }

    pub use crate::disclosures::visible::joins::{agreement, consent};
}
