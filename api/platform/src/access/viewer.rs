//! The viewer of a request, determined once at the edge.

use chrono::NaiveDate;
use chrono_tz::Tz;
use entities::{
    account,
    codes::{Code, OrganisationKind, Origin, Role, Scope, Set, TokenScope},
    ids::{AccountId, MemberId, OrganisationId},
    instant::Instant,
    member, organisation,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, Select,
    sea_query::Expr,
};

use super::{
    membership,
    policy::{self, Action},
};
use crate::error::DomainError;

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
    /// Scopes that the viewer reads, by role and kind of organisation.
    pub scopes: Set<Scope>,
    /// Whether the role sees every person of the organisation that is not restricted.
    pub sees_all: bool,
    pub origin: Origin,
    /// Scopes of the token in use; `None` without a token.
    pub token: Option<Set<TokenScope>>,
}

/// Columns of a membership that make a viewer.
#[derive(Debug, FromQueryResult)]
pub struct ViewerRow {
    id: MemberId,
    account_id: AccountId,
    organisation_id: OrganisationId,
    role: Role,
    kind: OrganisationKind,
    country: String,
    time_zone: String,
    managers_see_all: bool,
    ends_on: Option<NaiveDate>,
}

impl ViewerRow {
    /// Adds these columns to a statement that joins memberships, so that the viewer is found in the same statement.
    pub fn beside<E: EntityTrait>(found: Select<E>) -> Select<E> {
        use member::Column::{AccountId, EndsOn, Id, OrganisationId, Role};
        use organisation::Column::{Country, Kind, ManagersSeeAll, TimeZone};
        found
            .join(JoinType::InnerJoin, joins::organisation())
            .filter(member::Column::EndedAt.is_null())
            .columns([Id, AccountId, OrganisationId, Role, EndsOn])
            .columns([Kind, Country, TimeZone, ManagersSeeAll])
    }

    /// The viewer; `None` if the membership is over.
    pub fn viewer(self, origin: Origin, now: Instant) -> Option<Viewer> {
        let time_zone = membership::zone(&self.time_zone);
        membership::holds(self.role, self.ends_on, membership::today(time_zone, now)).then(|| Viewer {
            member: self.id,
            account: self.account_id,
            organisation: self.organisation_id,
            kind: self.kind,
            role: self.role,
            country: self.country,
            time_zone,
            scopes: policy::scopes(self.kind, self.role),
            sees_all: self.managers_see_all && self.role == Role::Manager,
            origin,
            token: None,
        })
    }
}

impl Viewer {
    /// Viewer of a membership; `None` if it has ended.
    pub async fn of_member(
        on: &impl ConnectionTrait,
        member: MemberId,
        origin: Origin,
        now: Instant,
    ) -> Result<Option<Self>, DomainError> {
        Ok(Self::find(on, member::Column::Id.eq(member), origin, now).await?.pop())
    }

    /// The member of the viewer's organisation with this id as a viewer, without a request; `None` if the membership
    /// is of another organisation or over.
    pub async fn colleague(
        &self,
        on: &impl ConnectionTrait,
        id: MemberId,
        now: Instant,
    ) -> Result<Option<Self>, DomainError> {
        let found = Self::of_member(on, id, Origin::System, now).await?;
        Ok(found.filter(|one| one.organisation == self.organisation))
    }

    /// All members of these organisations as viewers, without a request: for actions of the program itself.
    pub async fn of_organisations(
        on: &impl ConnectionTrait,
        organisations: impl IntoIterator<Item = OrganisationId>,
        now: Instant,
    ) -> Result<Vec<Self>, DomainError> {
        Self::find(on, member::Column::OrganisationId.is_in(organisations), Origin::System, now).await
    }

    /// The same viewer with a token that may so much of what the member may.
    pub fn with_token(mut self, scopes: Set<TokenScope>) -> Self {
        if !scopes.contains(TokenScope::Identities) {
            self.scopes = self.scopes.without(policy::IDENTIFYING.iter().copied().collect());
        }
        self.token = Some(scopes);
        self
    }

    async fn find(
        on: &impl ConnectionTrait,
        who: Expr,
        origin: Origin,
        now: Instant,
    ) -> Result<Vec<Self>, DomainError> {
        let rows = ViewerRow::beside(member::Entity::find().select_only().filter(who))
            .into_model::<ViewerRow>()
            .all(on)
            .await?;
        Ok(rows.into_iter().filter_map(|row| row.viewer(origin, now)).collect())
    }

    /// Today's date in the organisation's time zone.
    pub fn today(&self, now: Instant) -> NaiveDate {
        membership::today(self.time_zone, now)
    }

    pub fn may(&self, action: Action) -> bool {
        let by_token = self.token.is_none_or(|scopes| scopes.contains(action.token_scope()));
        by_token && action.is_allowed(self.kind, self.role)
    }

    /// Refuses what kind and role do not allow.
    pub fn must(&self, action: Action) -> Result<(), DomainError> {
        if self.may(action) {
            return Ok(());
        }
        if action.is_allowed(self.kind, self.role) {
            return Err(needs_scope(action.code(), action.token_scope()));
        }
        Err(DomainError::Forbidden(format!(
            "the action {} is not allowed for the role {} in this kind of organisation",
            action.code(),
            self.role.code(),
        )))
    }

    /// Refuses a token without this scope, for what is every member's own to do.
    pub fn must_by_token(&self, scope: TokenScope) -> Result<(), DomainError> {
        if self.token.is_none_or(|scopes| scopes.contains(scope)) {
            return Ok(());
        }
        Err(needs_scope("this", scope))
    }

    /// Every membership of the viewer's account that has not ended.
    pub async fn memberships(
        &self,
        on: &impl ConnectionTrait,
        now: Instant,
    ) -> Result<Vec<MemberId>, DomainError> {
        let theirs = member::Entity::find().filter(member::Column::AccountId.eq(self.account));
        Ok(standing(on, theirs, now).await?.into_iter().map(|row| row.id).collect())
    }
}

fn needs_scope(what: &str, scope: TokenScope) -> DomainError {
    DomainError::Forbidden(format!("{what} requires a token with the scope {}", scope.code()))
}

/// A membership that was not ended, with the columns that decide whether it is valid.
#[derive(FromQueryResult)]
struct Standing {
    id: MemberId,
    role: Role,
    ends_on: Option<NaiveDate>,
    /// Of the organisation.
    name: String,
    time_zone: String,
}

/// Those of these memberships that are valid now, in the time zones of their organisations.
async fn standing(
    on: &impl ConnectionTrait,
    found: Select<member::Entity>,
    now: Instant,
) -> Result<Vec<Standing>, DomainError> {
    let mut rows = found
        .join(JoinType::InnerJoin, joins::organisation())
        .filter(member::Column::EndedAt.is_null())
        .select_only()
        .columns([member::Column::Id, member::Column::Role, member::Column::EndsOn])
        .columns([organisation::Column::Name, organisation::Column::TimeZone])
        .into_model::<Standing>()
        .all(on)
        .await?;
    rows.retain(|row| {
        membership::holds(row.role, row.ends_on, membership::today(membership::zone(&row.time_zone), now))
    });
    Ok(rows)
}

/// The member with this email address, in the organisation with this name if one is given. `Err` lists the
/// organisations to choose from.
pub async fn find_member(
    on: &impl ConnectionTrait,
    email: &str,
    organisation: Option<&str>,
    now: Instant,
) -> Result<Result<MemberId, Vec<String>>, DomainError> {
    let mut found = standing(on, of_address(email), now).await?;
    if let Some(name) = organisation {
        found.retain(|each| each.name == name);
    }
    Ok(match found.as_slice() {
        [one] => Ok(one.id),
        many => Err(many.iter().map(|each| each.name.clone()).collect()),
    })
}

/// The member of longest standing in the organisation with this name who may do this. `None` if several organisations
/// have the name: data for one must not reach another.
pub async fn first_who_may(
    on: &impl ConnectionTrait,
    organisation: &str,
    action: Action,
    now: Instant,
) -> Result<Option<MemberId>, DomainError> {
    let named: Vec<OrganisationId> = organisation::Entity::find()
        .filter(organisation::Column::Name.eq(organisation))
        .select_only()
        .column(organisation::Column::Id)
        .into_tuple()
        .all(on)
        .await?;
    let [_] = named.as_slice() else { return Ok(None) };
    let mut members = Viewer::of_organisations(on, named, now).await?;
    members.sort_by_key(|viewer| viewer.member);
    Ok(members.into_iter().find(|viewer| viewer.may(action)).map(|viewer| viewer.member))
}

/// Valid memberships of the account with this email address, oldest first.
pub async fn members_of_address(
    on: &impl ConnectionTrait,
    email: &str,
    now: Instant,
) -> Result<Vec<MemberId>, DomainError> {
    let found = standing(on, of_address(email), now).await?;
    let mut found: Vec<MemberId> = found.into_iter().map(|row| row.id).collect();
    found.sort();
    Ok(found)
}

fn of_address(email: &str) -> Select<member::Entity> {
    member::Entity::find()
        .join(JoinType::InnerJoin, joins::account())
        .filter(account::Column::Email.eq(email.trim().to_lowercase()))
}

/// Whether this is one of those whom one can be on a demonstration network.
pub async fn is_demonstration_member(
    on: &impl ConnectionTrait,
    member: MemberId,
    now: Instant,
) -> Result<bool, DomainError> {
    let offered = member::Entity::find()
        .join(JoinType::InnerJoin, joins::account())
        .filter(member::Column::Id.eq(member))
        .filter(account::Column::Email.ends_with(".example"));
    Ok(!standing(on, offered, now).await?.is_empty())
}

/// Joins of a membership to its account and organisation.
pub mod joins {
    use entities::member;
    use sea_orm::{RelationDef, RelationTrait};

    pub fn organisation() -> RelationDef {
        member::Relation::Organisation.def()
    }

    pub fn account() -> RelationDef {
        member::Relation::Account.def()
    }
}
