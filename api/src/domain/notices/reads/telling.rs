//! What a mail tells of, as its receiver may see it at this moment.

use std::collections::{HashMap, HashSet};

use entities::{
    account, agreement, agreement_party,
    codes::{EventKind, Origin, ReferralState},
    ids::{AccountId, AgreementId, OrganisationId, PersonId, ReferralId},
    mail, notice, organisation, person, referral,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::super::{
    letters::{Language, Telling, Thing, Told},
    model::{About, rule_of},
};
use crate::{
    access::{Action, Viewer, visible},
    graphql::public,
    house::House,
    refusal::Refusal,
};

/// To whom a mail goes, and what it tells.
#[derive(Debug)]
pub struct Addressed {
    pub email: String,
    pub telling: Telling,
}

/// What a mail tells at this moment; nothing where its receiver has left, has seen all of it, or none of it
/// is news any more.
/// What was seen is told as well where the mail is only looked at.
pub async fn telling(
    house: &House,
    mail: &mail::Model,
    seen_too: bool,
) -> Result<Option<Addressed>, Refusal> {
    let on = house.db.read();
    let Some(viewer) = Viewer::of_member(on, mail.member_id, Origin::System, house.world.clock.now()).await?
    else {
        return Ok(None);
    };
    let mut found = notice::Entity::find()
        .filter(notice::Column::MailId.eq(mail.id))
        .filter(notice::Column::MemberId.eq(mail.member_id));
    if !seen_too {
        found = found.filter(notice::Column::SeenAt.is_null());
    }
    let notices = found.order_by_asc(notice::Column::Id).all(on).await?;
    if notices.is_empty() {
        return Ok(None);
    }
    let things = Things::seen_by(house, &viewer, &notices).await?;
    // That a referral came is no news any more once it was answered or taken back.
    let notices: Vec<_> = notices
        .into_iter()
        .filter(|row| seen_too || row.kind != EventKind::ReferralSent || things.waits(row))
        .collect();
    if notices.is_empty() {
        return Ok(None);
    }
    let (email, language) = address(house, viewer.account).await?;
    let organisation = things.name_of(viewer.organisation);
    let lines = notices.iter().map(|row| Told { kind: row.kind, about: things.of(&viewer, row) });
    let telling = Telling {
        language: Language::of(&language),
        pace: mail.pace,
        organisation,
        public_url: house.post.public_url.clone(),
        lines: lines.collect(),
    };
    Ok(Some(Addressed { email, telling }))
}

async fn address(house: &House, id: AccountId) -> Result<(String, String), Refusal> {
    let row = account::Entity::find_by_id(id).one(house.db.read()).await?;
    row.map(|row| (row.email, row.language))
        .ok_or_else(|| Refusal::Internal("a member's account is missing".to_owned()))
}

/// What some notices are about, as far as a member sees it.
struct Things {
    /// Reference, sender and recipient.
    referrals: HashMap<Uuid, (String, OrganisationId, OrganisationId)>,
    /// Referrals that wait for their recipient's answer.
    waiting: HashSet<Uuid>,
    /// The other parties.
    agreements: HashMap<Uuid, Vec<OrganisationId>>,
    people: HashSet<Uuid>,
    names: HashMap<OrganisationId, String>,
}

impl Things {
    async fn seen_by(house: &House, viewer: &Viewer, notices: &[notice::Model]) -> Result<Self, Refusal> {
        let on = house.db.read();
        let ids = |about: About| -> Vec<Uuid> {
            let theirs = |row: &&notice::Model| rule_of(row.kind).is_some_and(|rule| rule.about == about);
            notices.iter().filter(theirs).map(|row| row.subject_id).collect()
        };
        let mut things = Self {
            referrals: HashMap::new(),
            waiting: HashSet::new(),
            agreements: HashMap::new(),
            people: HashSet::new(),
            names: HashMap::new(),
        };
        let wanted = ids(About::Referral);
        if !wanted.is_empty() && viewer.may(Action::ReferralRead) {
            let rows: Vec<(ReferralId, String, OrganisationId, OrganisationId, ReferralState)> =
                visible::referrals(viewer, viewer.today(house.world.clock.now()), None)
                    .filter(referral::Column::Id.is_in(wanted.into_iter().map(ReferralId)))
                    .select_only()
                    .columns([referral::Column::Id, referral::Column::Reference])
                    .columns([referral::Column::SenderId, referral::Column::RecipientId])
                    .column(referral::Column::State)
                    .into_tuple()
                    .all(on)
                    .await?;
            for (id, reference, from, to, state) in rows {
                if matches!(state, ReferralState::Sent | ReferralState::Acknowledged) {
                    things.waiting.insert(id.0);
                }
                things.referrals.insert(id.0, (reference, from, to));
            }
        }
        let wanted = ids(About::Agreement);
        if !wanted.is_empty() {
            let seen: Vec<AgreementId> = visible::agreements(viewer)
                .filter(agreement::Column::Id.is_in(wanted.into_iter().map(AgreementId)))
                .select_only()
                .column(agreement::Column::Id)
                .into_tuple()
                .all(on)
                .await?;
            let parties = agreement_party::Entity::find()
                .filter(agreement_party::Column::AgreementId.is_in(seen))
                .filter(agreement_party::Column::OrganisationId.ne(viewer.organisation))
                .all(on)
                .await?;
            for party in parties {
                things.agreements.entry(party.agreement_id.0).or_default().push(party.organisation_id);
            }
        }
        let wanted = ids(About::Person);
        if !wanted.is_empty() && viewer.may(Action::PersonRead) {
            let rows: Vec<PersonId> = visible::people(viewer)
                .filter(person::Column::Id.is_in(wanted.into_iter().map(PersonId)))
                .select_only()
                .column(person::Column::Id)
                .into_tuple()
                .all(on)
                .await?;
            things.people = rows.into_iter().map(|id| id.0).collect();
        }
        things.names = things.know_names(house, viewer).await?;
        Ok(things)
    }

    async fn know_names(
        &self,
        house: &House,
        viewer: &Viewer,
    ) -> Result<HashMap<OrganisationId, String>, Refusal> {
        let sides = self.referrals.values().flat_map(|(_, sender, recipient)| [*sender, *recipient]);
        let wanted: HashSet<OrganisationId> =
            sides.chain(self.agreements.values().flatten().copied()).chain([viewer.organisation]).collect();
        let rows: Vec<(OrganisationId, String)> = organisation::Entity::find()
            .filter(organisation::Column::Id.is_in(wanted))
            .select_only()
            .columns([organisation::Column::Id, organisation::Column::Name])
            .into_tuple()
            .all(house.db.read())
            .await?;
        Ok(rows.into_iter().collect())
    }

    fn waits(&self, row: &notice::Model) -> bool {
        self.waiting.contains(&row.subject_id)
    }

    fn name_of(&self, id: OrganisationId) -> String {
        self.names.get(&id).cloned().unwrap_or_default()
    }

    fn of(&self, viewer: &Viewer, row: &notice::Model) -> Thing {
        let id = row.subject_id;
        match rule_of(row.kind).map(|rule| rule.about) {
            Some(About::Referral) => match self.referrals.get(&id) {
                Some((reference, sender, recipient)) => {
                    let other = if *sender == viewer.organisation { recipient } else { sender };
                    Thing::Referral {
                        id: public(ReferralId(id)).0,
                        reference: reference.clone(),
                        organisation: self.name_of(*other),
                    }
                }
                None => Thing::Gone,
            },
            Some(About::Agreement) => match self.agreements.get(&id) {
                Some(others) => Thing::Agreement {
                    id: public(AgreementId(id)).0,
                    organisations: others.iter().map(|other| self.name_of(*other)).collect(),
                },
                None => Thing::Gone,
            },
            Some(About::Person) if self.people.contains(&id) => Thing::Person { id: public(PersonId(id)).0 },
            _ => Thing::Gone,
        }
    }
}
