//! Subjects of referral events, and the relations of members to a referral.

use std::collections::HashMap;

use entities::{
    codes::{ReferralState, Role},
    ids::{AppointmentId, MessageId, OrganisationId, ReferralId},
    referral,
};
use platform::{
    access::Viewer,
    capability::{
        DigestSubject, DigestWord, Members, PlainSubject, Promised, Relations, Standing, Standings, Subject,
        SubjectKind,
    },
    context::AppState,
    db::Tx,
    graphql::{PublicId, public},
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{
    events::{APPOINTMENT, MANAGER, MESSAGE, OFFERED, RECIPIENT, REFERRAL, SENDER},
    policy::{REFERRAL_ANSWER, REFERRAL_READ},
    visible,
};
use crate::people::CaseTeams;

pub const SUBJECTS: &[&dyn Subject] = &[
    &ReferralSubject,
    &PlainSubject { kind: MESSAGE, says: "A message within a referral.", id_type: MessageId::TYPE },
    &PlainSubject {
        kind: APPOINTMENT,
        says: "An appointment within a referral.",
        id_type: AppointmentId::TYPE,
    },
];

pub struct ReferralSubject;

impl Subject for ReferralSubject {
    fn kind(&self) -> SubjectKind {
        REFERRAL
    }

    fn says(&self) -> &'static str {
        "A referral that the organisation sent or received."
    }

    fn id_type(&self) -> &'static str {
        ReferralId::TYPE
    }

    fn standings<'a>(
        &'a self,
        tx: &'a Tx,
        members: &'a Members,
        subjects: Vec<(OrganisationId, Uuid)>,
    ) -> Promised<'a, Standings> {
        Box::pin(async move {
            let rows = referral::Entity::find()
                .filter(referral::Column::Id.is_in(subjects.into_iter().map(|(_, id)| ReferralId(id))))
                .all(tx.on())
                .await?;
            let teams = CaseTeams::of(tx.on(), rows.iter().map(|row| row.person_id)).await?;
            let mut found = Standings::new();
            for row in rows {
                for viewer in members.of(row.sender_id) {
                    let works = teams.counts(members, viewer, row.person_id, Some(row.created_by));
                    let relations = SENDER.when(works) | MANAGER.when(viewer.role == Role::Manager);
                    found.insert((row.id.0, viewer.member), Standing { relations, alike: false });
                }
                for viewer in members.of(row.recipient_id) {
                    found.insert((row.id.0, viewer.member), as_recipient(members, viewer, &row));
                }
            }
            Ok(found)
        })
    }

    fn is_visible<'a>(&'a self, tx: &'a Tx, viewer: &'a Viewer, id: Uuid) -> Promised<'a, bool> {
        Box::pin(async move {
            let rows = visible::referrals(viewer, viewer.today(tx.now()), None);
            Ok(rows.filter(referral::Column::Id.eq(ReferralId(id))).count(tx.on()).await? > 0)
        })
    }

    fn digest<'a>(
        &'a self,
        app: &'a AppState,
        viewer: &'a Viewer,
        ids: Vec<Uuid>,
    ) -> Promised<'a, HashMap<Uuid, DigestSubject>> {
        Box::pin(async move {
            if !viewer.may(REFERRAL_READ) {
                return Ok(HashMap::new());
            }
            let rows: Vec<(ReferralId, String, OrganisationId, OrganisationId, ReferralState)> =
                visible::referrals(viewer, viewer.today(app.env.clock.now()), None)
                    .filter(referral::Column::Id.is_in(ids.into_iter().map(ReferralId)))
                    .select_only()
                    .columns([referral::Column::Id, referral::Column::Reference])
                    .columns([referral::Column::SenderId, referral::Column::RecipientId])
                    .column(referral::Column::State)
                    .into_tuple()
                    .all(app.db.read())
                    .await?;
            let subject = |(id, reference, sender, recipient, state): (ReferralId, String, _, _, _)| {
                let other = if sender == viewer.organisation { recipient } else { sender };
                let words = vec![
                    ("reference", DigestWord::Text(reference.clone())),
                    ("organisation", DigestWord::Organisations(vec![other])),
                ];
                let says = DigestSubject {
                    path: format!("/referrals/{}", public(id).0),
                    reference: Some(reference),
                    text: Some(("about-referral", words)),
                    waits: matches!(state, ReferralState::Sent | ReferralState::Acknowledged),
                };
                (id.0, says)
            };
            Ok(rows.into_iter().map(subject).collect())
        })
    }
}

/// Relations of a member of the recipient. A referral assigned to a former member counts as assigned to nobody.
fn as_recipient(members: &Members, viewer: &Viewer, row: &referral::Model) -> Standing {
    let here = |id| members.of(viewer.organisation).iter().any(|other| other.member == id);
    let assigned = row.assigned_to.filter(|id| here(*id));
    let facts = RecipientFacts {
        is_theirs: assigned == Some(viewer.member),
        is_nobodys: assigned.is_none(),
        is_offered: row.offered_to == Some(viewer.member),
        may_answer: viewer.may(REFERRAL_ANSWER),
        leads: viewer.role == Role::Manager,
    };
    // A received, unassigned referral is visible to all members of a role, or to none.
    Standing { relations: facts.relations(), alike: facts.is_nobodys }
}

/// Facts that decide the relations of a member of the recipient.
#[derive(Clone, Copy, Debug)]
struct RecipientFacts {
    is_theirs: bool,
    is_nobodys: bool,
    is_offered: bool,
    may_answer: bool,
    leads: bool,
}

impl RecipientFacts {
    fn relations(self) -> Relations {
        RECIPIENT.when(self.is_theirs || self.is_nobodys && self.may_answer)
            | OFFERED.when(self.is_offered)
            | MANAGER.when(self.leads)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_assigned_is_told_to_one_member_of_the_recipient() {
        for bits in 0..32_u32 {
            let bit = |n: u32| bits & (1 << n) != 0;
            let one = RecipientFacts {
                is_theirs: bit(0),
                is_nobodys: bit(1),
                is_offered: bit(2),
                may_answer: bit(3),
                leads: bit(4),
            };
            if one.is_theirs && one.is_nobodys {
                continue;
            }
            let told = one.relations().meets(RECIPIENT);
            let expected = one.is_theirs || one.is_nobodys && one.may_answer;
            assert_eq!(told, expected, "{one:?}");
            assert!(!one.relations().meets(SENDER), "{one:?}");
            assert_eq!(one.relations().meets(OFFERED), one.is_offered, "{one:?}");
        }
    }
}
