//! Visible rows: the organisations and agreements that a viewer may see. Every read starts here.

use chrono::NaiveDate;
use entities::{
    agreement, agreement_party,
    codes::{AgreementState, Role},
    organisation,
};
use platform::access::{Viewer, conditions};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, Select,
    sea_query::{Expr, ExprTrait, Query},
};

use super::policy::DIRECTORY_READ;

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
    if viewer.may(DIRECTORY_READ) { all } else { all.filter(conditions::never()) }
}

/// Whether an agreement counts on a day.
pub fn agreement_counts(today: NaiveDate) -> Condition {
    Condition::all()
        .add(conditions::is(agreement::Column::State, AgreementState::Active))
        .add(Expr::col(agreement::Column::StartsOn.as_column_ref()).lte(conditions::day(today)))
        .add(
            Condition::any()
                .add(agreement::Column::EndsOn.is_null())
                .add(Expr::col(agreement::Column::EndsOn.as_column_ref()).gte(conditions::day(today))),
        )
}
