//! What would go and what would stay if somebody were erased.

use entities::{codes::Sex, consent, disclosure, ids::OrganisationId, need, person, referral};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};

use super::super::model;
use platform::{context::RequestContext, error::DomainError};

/// What an erasure would do.
#[derive(Clone, Debug)]
pub struct Erasing {
    pub needs: u64,
    pub consents: u64,
    pub open_referrals: u64,
    pub closed_referrals: u64,
    /// To whom the person was disclosed.
    pub recipients: Vec<OrganisationId>,
    pub decade_of_birth: Option<i32>,
    pub sex: Sex,
    pub year_of_release: Option<i32>,
}

/// What erasing a person whom the viewer was shown would do.
pub async fn erasing(request: &RequestContext, person: &person::Model) -> Result<Erasing, DomainError> {
    let on = request.read();
    let all = referral::Entity::find().filter(referral::Column::PersonId.eq(person.id));
    let open = all.clone().filter(referral::Column::ClosedAt.is_null()).count(on).await?;
    let kept = model::kept_of(person.year_of_birth, person.release_date);
    Ok(Erasing {
        needs: need::Entity::find().filter(need::Column::PersonId.eq(person.id)).count(on).await?,
        consents: consent::Entity::find().filter(consent::Column::PersonId.eq(person.id)).count(on).await?,
        open_referrals: open,
        closed_referrals: all.count(on).await? - open,
        recipients: disclosure::Entity::find()
            .filter(disclosure::Column::PersonId.eq(person.id))
            .select_only()
            .column(disclosure::Column::RecipientId)
            .into_tuple()
            .all(on)
            .await?,
        decade_of_birth: kept.0,
        sex: person.sex,
        year_of_release: kept.1.map(|day| chrono::Datelike::year(&day)),
    })
}
