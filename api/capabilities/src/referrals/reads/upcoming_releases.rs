//! Upcoming releases, with the state of the arrangements.

use std::collections::HashMap;

use chrono::Days;
use entities::{
    codes::{NeedDomain, ReferralState},
    ids::{NeedId, PersonId},
    need, person, referral, referral_need,
};
use platform::{access::conditions, context::RequestContext, error::DomainError};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationTrait,
    sea_query::ExprTrait,
};

use super::super::visible;
use crate::people::{PersonRow, ReadinessState};

/// A person to be released, with the state of the arrangements for each need.
#[derive(Clone, Debug)]
pub struct UpcomingRelease {
    pub row: PersonRow,
    pub readiness: Vec<(NeedDomain, ReadinessState)>,
}

/// People whom the viewer works with and who are released within so many days, the soonest first;
/// at most 100.
pub async fn upcoming_releases(
    request: &RequestContext,
    days: u64,
) -> Result<Vec<UpcomingRelease>, DomainError> {
    let (viewer, today) = (request.viewer()?, request.today());
    let until = today.checked_add_days(Days::new(days)).unwrap_or(today);
    let people = crate::people::visible::people(viewer)
        .filter(person::Column::ReleaseDate.between(today, until))
        .order_by_asc(person::Column::ReleaseDate)
        .order_by_asc(person::Column::Id)
        .limit(100)
        .all(request.read())
        .await?;
    let ids: Vec<PersonId> = people.iter().map(|row| row.id).collect();
    let needs = need::Entity::find()
        .filter(need::Column::PersonId.is_in(ids.iter().copied()))
        .all(request.read())
        .await?;
    let states = states(request, &ids).await?;
    Ok(people
        .into_iter()
        .map(|person| UpcomingRelease {
            readiness: readiness(&needs, &states, person.id),
            row: PersonRow { person },
        })
        .collect())
}

/// States of the referrals about each need. An accepted referral whose legal basis has ended, as by a withdrawn
/// consent, does not count: its recipient no longer sees the person's identity.
async fn states(
    request: &RequestContext,
    people: &[PersonId],
) -> Result<HashMap<NeedId, Vec<ReferralState>>, DomainError> {
    let link = referral_need::Relation::Referral.def();
    let at_work = conditions::is_any(referral::Column::State, ReferralState::HOLDS_A_PLACE);
    let counts = Condition::any().add(at_work.not()).add(crate::disclosures::visible::open(request.today()));
    let rows: Vec<(NeedId, ReferralState)> = referral_need::Entity::find()
        .join(JoinType::InnerJoin, link)
        .join(JoinType::LeftJoin, visible::joins::grant())
        .join(JoinType::LeftJoin, visible::joins::consent())
        .filter(referral::Column::PersonId.is_in(people.iter().copied()))
        .filter(counts)
        .select_only()
        .column(referral_need::Column::NeedId)
        .column(referral::Column::State)
        .into_tuple()
        .all(request.read())
        .await?;
    let mut states: HashMap<NeedId, Vec<ReferralState>> = HashMap::new();
    for (need, state) in rows {
        states.entry(need).or_default().push(state);
    }
    Ok(states)
}

/// One entry for each domain, with the state of the least arranged of its needs.
fn readiness(
    needs: &[need::Model],
    states: &HashMap<NeedId, Vec<ReferralState>>,
    person: PersonId,
) -> Vec<(NeedDomain, ReadinessState)> {
    let mut lines: Vec<(NeedDomain, ReadinessState)> = Vec::new();
    for need in needs.iter().filter(|need| need.person_id == person) {
        let none = Vec::new();
        let state = arranged(need.met, states.get(&need.id).unwrap_or(&none));
        match lines.iter_mut().find(|line| line.0 == need.domain) {
            Some(line) => line.1 = line.1.min(state),
            None => lines.push((need.domain, state)),
        }
    }
    lines.sort();
    lines
}

fn arranged(met: bool, states: &[ReferralState]) -> ReadinessState {
    use ReferralState::*;
    if met || states.iter().any(|state| matches!(state, Accepted | InProgress | OnHold | Completed)) {
        ReadinessState::Arranged
    } else if states
        .iter()
        .any(|state| matches!(state, Sent | Acknowledged | InformationRequested | Waitlisted))
    {
        ReadinessState::UnderWay
    } else {
        ReadinessState::Nothing
    }
}
