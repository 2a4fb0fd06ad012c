//! Which rows: the people that a viewer may see, and whether consents and grants count. No read starts elsewhere.

use chrono::NaiveDate;
use entities::{agreement, case_team, codes::ConsentAnswer, consent, disclosure_grant as grant, person};
use platform::access::{Viewer, conditions};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, RelationDef, Select,
    sea_query::{Expr, ExprTrait, Query},
};

use super::policy::PERSON_READ;
use crate::network::legal_bases;

/// The people that the viewer may see: held by the viewer's organisation, and worked with by the
/// viewer or open to the viewer's role. Nobody sees who was erased.
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

/// Whether what the sender wrote and disclosed is open to the recipient: the ground holds, and the
/// grant is neither revoked nor closed. A grant that acceptance never opened is closed as soon as
/// its closing is set.
pub fn disclosure_open(today: NaiveDate) -> Condition {
    let legal_basis = Condition::any()
        .add(conditions::is_any(grant::Column::LegalBasis, legal_bases::WITHOUT_CONSENT))
        .add(consent_counts(today));
    let not_closed = Condition::any().add(grant::Column::ClosesOn.is_null()).add(
        Condition::all()
            .add(grant::Column::OpenedAt.is_not_null())
            .add(conditions::after(grant::Column::ClosesOn, today)),
    );
    Condition::all().add(grant::Column::RevokedAt.is_null()).add(not_closed).add(legal_basis)
}

/// Whether the viewer works with the person, or the viewer's role sees everybody who is not
/// restricted.
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

/// How a grant is joined to what it rests on.
pub mod joins {
    use super::*;

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
