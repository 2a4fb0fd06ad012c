//! Transfer of all case teams of a member who leaves to another member.

use std::collections::HashSet;

use entities::{
    case_team,
    ids::{MemberId, OrganisationId, PersonId},
    person,
};
use platform::{
    db::{DomainEvent, Tx, locks},
    error::DomainError,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
    sea_query::Query,
};

use super::super::model::PersonField;
use crate::people::events::CASE_TEAM_CHANGED;

/// Rows that one statement writes, and people that one event is about.
const AT_ONCE: usize = 2_000;

/// On how many case teams a member is.
pub async fn count_on_teams(on: &impl ConnectionTrait, member: MemberId) -> Result<u64, DomainError> {
    Ok(case_team::Entity::find().filter(case_team::Column::MemberId.eq(member)).count(on).await?)
}

/// Puts one member on every case team on which another is, who is taken off.
pub async fn hand_over(
    tx: &Tx,
    holder: OrganisationId,
    from: MemberId,
    to: MemberId,
) -> Result<(), DomainError> {
    // The locks ensure that no last member is removed in between, and that nobody joins the team of an erased person.
    let theirs = Query::select()
        .column(case_team::Column::PersonId)
        .from(case_team::Entity)
        .and_where(case_team::Column::MemberId.eq(from))
        .to_owned();
    locks::people(tx, person::Column::Id.in_subquery(theirs)).await?;
    let people = people_of(tx, from).await?;
    let there: HashSet<PersonId> = people_of(tx, to).await?.into_iter().collect();
    let new: Vec<PersonId> = people.iter().copied().filter(|person| !there.contains(person)).collect();
    for part in new.chunks(AT_ONCE) {
        let rows = part.iter().map(|person| case_team::ActiveModel {
            person_id: Set(*person),
            member_id: Set(to),
            since: Set(tx.now()),
        });
        case_team::Entity::insert_many(rows).exec_without_returning(tx.on()).await?;
    }
    case_team::Entity::delete_many().filter(case_team::Column::MemberId.eq(from)).exec(tx.on()).await?;
    for part in people.chunks(AT_ONCE) {
        let subjects = part.iter().map(|person| (holder, person.0)).collect();
        tx.record(DomainEvent::new(CASE_TEAM_CHANGED, subjects).fields([PersonField::CaseTeam]));
    }
    Ok(())
}

async fn people_of(tx: &Tx, member: MemberId) -> Result<Vec<PersonId>, DomainError> {
    let found = case_team::Entity::find()
        .filter(case_team::Column::MemberId.eq(member))
        .select_only()
        .column(case_team::Column::PersonId)
        .into_tuple()
        .all(tx.on())
        .await?;
    Ok(found)
}
