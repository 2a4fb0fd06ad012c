//! Visible rows: the people that a viewer may see, and whether consents count. Every read starts here.

use chrono::NaiveDate;
use entities::{case_team, codes::ConsentAnswer, consent, person};
use platform::access::{Viewer, conditions};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, Select,
    sea_query::{Expr, ExprTrait, Query},
};

use super::policy::PERSON_READ;

/// People whom the viewer may see: held by the viewer's organisation, and on the viewer's case teams or open to the
/// viewer's role. Erased people are never visible.
pub fn people(viewer: &Viewer) -> Select<person::Entity> {
    let all = person::Entity::find();
    if !viewer.may(PERSON_READ) {
        return all.filter(conditions::never());
    }
    all.filter(person::Column::HolderId.eq(viewer.organisation))
        .filter(person::Column::ErasedAt.is_null())
        .filter(worked_with(viewer))
}

/// Whether a consent is in force on a day.
pub fn consent_counts(today: NaiveDate) -> Condition {
    Condition::all()
        .add(conditions::is(consent::Column::Answer, ConsentAnswer::Given))
        .add(consent::Column::WithdrawnAt.is_null())
        .add(Expr::col(consent::Column::ExpiresOn.as_column_ref()).gte(conditions::day(today)))
}

/// Whether the viewer is on the case team, or the viewer's role sees every person who is not restricted.
pub fn worked_with(viewer: &Viewer) -> Condition {
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
