//! Subjects of the events of people.

use std::collections::{HashMap, HashSet};

use entities::{
    case_team,
    codes::Role,
    ids::{ConsentId, MemberId, NeedId, OrganisationId, PersonId},
    person,
};
use platform::{
    access::Viewer,
    capability::{DigestSubject, Members, PlainSubject, Promised, Standing, Standings, Subject, SubjectKind},
    context::AppState,
    db::Tx,
    error::DomainError,
    graphql::{PublicId, public},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{
    events::{CASE_TEAM, CONSENT, NEED, PERSON},
    policy::PERSON_READ,
    visible,
};

pub const SUBJECTS: &[&dyn Subject] = &[
    &PersonSubject,
    &PlainSubject { kind: NEED, says: "A need of a person.", id_type: NeedId::TYPE },
    &PlainSubject { kind: CONSENT, says: "A person's answer about sharing.", id_type: ConsentId::TYPE },
];

struct PersonSubject;

impl Subject for PersonSubject {
    fn kind(&self) -> SubjectKind {
        PERSON
    }

    fn says(&self) -> &'static str {
        "A person whom the organisation holds."
    }

    fn id_type(&self) -> &'static str {
        PersonId::TYPE
    }

    fn standings<'a>(
        &'a self,
        tx: &'a Tx,
        members: &'a Members,
        subjects: Vec<(OrganisationId, Uuid)>,
    ) -> Promised<'a, Standings> {
        Box::pin(async move {
            let teams = CaseTeams::of(tx.on(), subjects.iter().map(|(_, id)| PersonId(*id))).await?;
            let standing = Standing { relations: CASE_TEAM, alike: false };
            let mut found = Standings::new();
            for (holder, id) in subjects {
                for viewer in members.of(holder) {
                    if teams.counts(members, viewer, PersonId(id), None) {
                        found.insert((id, viewer.member), standing);
                    }
                }
            }
            Ok(found)
        })
    }

    fn is_visible<'a>(&'a self, tx: &'a Tx, viewer: &'a Viewer, id: Uuid) -> Promised<'a, bool> {
        Box::pin(async move {
            let rows = visible::people(viewer).filter(person::Column::Id.eq(PersonId(id)));
            Ok(rows.count(tx.on()).await? > 0)
        })
    }

    fn digest<'a>(
        &'a self,
        app: &'a AppState,
        viewer: &'a Viewer,
        ids: Vec<Uuid>,
    ) -> Promised<'a, HashMap<Uuid, DigestSubject>> {
        Box::pin(async move {
            if !viewer.may(PERSON_READ) {
                return Ok(HashMap::new());
            }
            let seen: Vec<PersonId> = visible::people(viewer)
                .filter(person::Column::Id.is_in(ids.into_iter().map(PersonId)))
                .select_only()
                .column(person::Column::Id)
                .into_tuple()
                .all(app.db.read())
                .await?;
            // An email names no person; the page does, after sign-in.
            let subject = |id: PersonId| {
                let path = format!("/people/{}", public(id).0);
                (id.0, DigestSubject { path, reference: None, text: None, waits: false })
            };
            Ok(seen.into_iter().map(subject).collect())
        })
    }
}

/// Case teams of some people.
pub struct CaseTeams(HashMap<PersonId, HashSet<MemberId>>);

impl CaseTeams {
    pub async fn of(
        on: &impl ConnectionTrait,
        people: impl IntoIterator<Item = PersonId>,
    ) -> Result<Self, DomainError> {
        let mut teams: HashMap<PersonId, HashSet<MemberId>> = HashMap::new();
        for row in case_team::Entity::find().filter(case_team::Column::PersonId.is_in(people)).all(on).await?
        {
            teams.entry(row.person_id).or_default().insert(row.member_id);
        }
        Ok(Self(teams))
    }

    /// Whether a member works with a person, or is the author of the subject; the managers count if none of them is
    /// left.
    pub fn counts(
        &self,
        members: &Members,
        one: &Viewer,
        person: PersonId,
        author: Option<MemberId>,
    ) -> bool {
        let team = self.0.get(&person);
        let of_it = |member: &Viewer| {
            author == Some(member.member) || team.is_some_and(|team| team.contains(&member.member))
        };
        of_it(one) || one.role == Role::Manager && !members.of(one.organisation).iter().any(of_it)
    }
}
