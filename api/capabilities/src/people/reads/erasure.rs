//! Preview of an erasure.

use entities::{codes::Sex, consent, need, person};
use platform::{context::RequestContext, error::DomainError};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::super::model;

/// Preview of an erasure.
#[derive(Clone, Debug)]
pub struct Erasing {
    pub needs: u64,
    pub consents: u64,
    pub decade_of_birth: Option<i32>,
    pub sex: Sex,
    pub year_of_release: Option<i32>,
}

/// Preview of the erasure of a person whom the viewer may see.
pub async fn erasing(request: &RequestContext, person: &person::Model) -> Result<Erasing, DomainError> {
    let on = request.read();
    let kept = model::kept_of(person.year_of_birth, person.release_date);
    Ok(Erasing {
        needs: need::Entity::find().filter(need::Column::PersonId.eq(person.id)).count(on).await?,
        consents: consent::Entity::find().filter(consent::Column::PersonId.eq(person.id)).count(on).await?,
        decade_of_birth: kept.0,
        sex: person.sex,
        year_of_release: kept.1.map(|day| chrono::Datelike::year(&day)),
    })
}
