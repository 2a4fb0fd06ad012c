//! Who is asking: decided once, at the edge.

use chrono::NaiveDate;
use chrono_tz::Tz;
use entities::{
    account,
    codes::{OrganisationKind, Origin, Role, Scope, Set},
    ids::{AccountId, MemberId, OrganisationId},
    instant::Instant,
    member, organisation,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    sea_query::{Expr, SelectStatement},
};

use super::policy::{self, Action};
use crate::refusal::Refusal;

/// A member acting for one organisation.
#[derive(Clone, Debug, PartialEq)]
pub struct Viewer {
    pub member: MemberId,
    pub account: AccountId,
    pub organisation: OrganisationId,
    pub kind: OrganisationKind,
    pub role: Role,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    pub time_zone: Tz,
    /// What the viewer reads of a person, by role and kind of organisation.
    pub scopes: Set<Scope>,
    /// Whether the role sees every person of the organisation that is not restricted.
    pub sees_all: bool,
    pub origin: Origin,
}

#[derive(FromQueryResult)]
struct Row {
    id: MemberId,
    account_id: AccountId,
    organisation_id: OrganisationId,
    role: Role,
    kind: OrganisationKind,
    country: String,
    time_zone: String,
    managers_see_all: bool,
}

impl Viewer {
    /// The viewer that a membership makes, or `None` where it has ended.
    pub async fn of_member(
        on: &impl ConnectionTrait,
        member: MemberId,
        origin: Origin,
    ) -> Result<Option<Self>, Refusal> {
        Self::find(on, member::Column::Id.eq(member), origin).await
    }

    /// The viewer whose membership a statement finds, in one go with it.
    pub async fn found_by(
        on: &impl ConnectionTrait,
        member: SelectStatement,
        origin: Origin,
    ) -> Result<Option<Self>, Refusal> {
        Self::find(on, member::Column::Id.in_subquery(member), origin).await
    }

    async fn find(on: &impl ConnectionTrait, who: Expr, origin: Origin) -> Result<Option<Self>, Refusal> {
        let row = member::Entity::find()
            .join(JoinType::InnerJoin, joins::organisation())
            .filter(who)
            .filter(member::Column::EndedAt.is_null())
            .select_only()
            .columns([
                member::Column::Id,
                member::Column::AccountId,
                member::Column::OrganisationId,
                member::Column::Role,
            ])
            .columns([
                organisation::Column::Kind,
                organisation::Column::Country,
                organisation::Column::TimeZone,
                organisation::Column::ManagersSeeAll,
            ])
            .into_model::<Row>()
            .one(on)
            .await?;
        Ok(row.map(|row| Self {
            member: row.id,
            account: row.account_id,
            organisation: row.organisation_id,
            kind: row.kind,
            role: row.role,
            country: row.country,
            // An unknown zone is shown as UTC: wrong by hours, never a fault.
            time_zone: row.time_zone.parse().unwrap_or(Tz::UTC),
            scopes: policy::scopes(row.kind, row.role),
            sees_all: row.managers_see_all && row.role == Role::Manager,
            origin,
        }))
    }

    /// The date where the viewer's organisation is.
    pub fn today(&self, now: Instant) -> NaiveDate {
        now.utc().with_timezone(&self.time_zone).date_naive()
    }

    pub fn may(&self, action: Action) -> bool {
        policy::may(self.kind, self.role, action)
    }

    /// Refuses what kind and role do not allow.
    pub fn must(&self, action: Action) -> Result<(), Refusal> {
        if self.may(action) {
            return Ok(());
        }
        Err(Refusal::Forbidden(format!(
            "{} is not for a member with the role {} in this kind of organisation",
            entities::codes::Code::code(action),
            entities::codes::Code::code(self.role),
        )))
    }

    /// Every membership of the viewer's account that has not ended.
    pub async fn memberships(&self, on: &impl ConnectionTrait) -> Result<Vec<MemberId>, Refusal> {
        Ok(member::Entity::find()
            .filter(member::Column::AccountId.eq(self.account))
            .filter(member::Column::EndedAt.is_null())
            .select_only()
            .column(member::Column::Id)
            .into_tuple()
            .all(on)
            .await?)
    }
}

/// The member with this e-mail address, in the organisation with this name where one is given.
/// `Err` lists the organisations to choose from.
pub async fn find_member(
    on: &impl ConnectionTrait,
    email: &str,
    organisation: Option<&str>,
) -> Result<Result<MemberId, Vec<String>>, Refusal> {
    let mut found: Vec<(MemberId, String)> = member::Entity::find()
        .join(JoinType::InnerJoin, joins::organisation())
        .join(JoinType::InnerJoin, joins::account())
        .filter(account::Column::Email.eq(email.trim().to_lowercase()))
        .filter(member::Column::EndedAt.is_null())
        .select_only()
        .column(member::Column::Id)
        .column(organisation::Column::Name)
        .into_tuple()
        .all(on)
        .await?;
    if let Some(name) = organisation {
        found.retain(|each| each.1 == name);
    }
    Ok(match found.as_slice() {
        [(member, _)] => Ok(*member),
        many => Err(many.iter().map(|each| each.1.clone()).collect()),
    })
}

/// Whether this is one of those whom one can be on a demonstration network.
pub async fn is_demonstration_member(on: &impl ConnectionTrait, member: MemberId) -> Result<bool, Refusal> {
    let found: Option<MemberId> = member::Entity::find()
        .join(JoinType::InnerJoin, joins::account())
        .filter(member::Column::Id.eq(member))
        .filter(account::Column::Email.ends_with(".example"))
        .filter(member::Column::EndedAt.is_null())
        .select_only()
        .column(member::Column::Id)
        .into_tuple()
        .one(on)
        .await?;
    Ok(found.is_some())
}

/// How a membership is joined to what it belongs to.
pub mod joins {
    use entities::{account, member, organisation};
    use sea_orm::{EntityTrait, RelationDef};

    pub fn organisation() -> RelationDef {
        member::Entity::belongs_to(organisation::Entity)
            .from(member::Column::OrganisationId)
            .to(organisation::Column::Id)
            .into()
    }

    pub fn account() -> RelationDef {
        member::Entity::belongs_to(account::Entity)
            .from(member::Column::AccountId)
            .to(account::Column::Id)
            .into()
    }
}
