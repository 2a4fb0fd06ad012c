//! What a mail tells of, as its receiver may see it at this moment.

use std::collections::{HashMap, HashSet};

use entities::{
    account, agreement, agreement_party,
    codes::{EventKind, Origin, ReferralState},
    email,
    ids::{AccountId, AgreementId, OrganisationId, PersonId, ReferralId},
    notification, organisation, person, referral,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::super::{
    email_templates::{Digest, DigestLine, Language, Thing},
    model::{About, rule_of},
};
use platform::{
    access::{Action, Viewer, visible},
    context::AppState,
    error::DomainError,
    graphql::public,
};

/// To whom a mail goes, and what it tells.
#[derive(Debug)]
pub struct Addressed {
    pub email: String,
    pub telling: Digest,
}

/// What a mail tells at this moment; nothing where its receiver has left, has seen all of it, or none of it
/// is news any more.
/// What was seen is told as well where the mail is only looked at.
pub async fn digest_of(
    app: &AppState,
    queued: &email::Model,
    seen_too: bool,
) -> Result<Option<Addressed>, DomainError> {
    let on = app.db.read();
    let Some(viewer) = Viewer::of_member(on, queued.member_id, Origin::System, app.env.clock.now()).await?
    else {
        return Ok(None);
    };
    let mut found = notification::Entity::find()
        .filter(notification::Column::EmailId.eq(queued.id))
        .filter(notification::Column::MemberId.eq(queued.member_id));
    if !seen_too {
        found = found.filter(notification::Column::ReadAt.is_null());
    }
    let notifications = found.order_by_asc(notification::Column::Id).all(on).await?;
    if notifications.is_empty() {
        return Ok(None);
    }
    let things = Things::seen_by(app, &viewer, &notifications).await?;
    // That a referral came is no news any more once it was answered or taken back.
    let notifications: Vec<_> = notifications
        .into_iter()
        .filter(|row| seen_too || row.kind != EventKind::ReferralSent || things.waits(row))
        .collect();
    if notifications.is_empty() {
        return Ok(None);
    }
    let (email, language) = address(app, viewer.account).await?;
    let organisation = things.name_of(viewer.organisation);
    let lines = notifications.iter().map(|row| DigestLine { kind: row.kind, about: things.of(&viewer, row) });
    let telling = Digest {
        language: Language::of(&language),
        frequency: queued.frequency,
        organisation,
        public_url: app.mailer.public_url.clone(),
        lines: lines.collect(),
    };
    Ok(Some(Addressed { email, telling }))
}

async fn address(app: &AppState, id: AccountId) -> Result<(String, String), DomainError> {
    let row = account::Entity::find_by_id(id).one(app.db.read()).await?;
    row.map(|row| (row.email, row.language))
        .ok_or_else(|| DomainError::Internal("a member's account is missing".to_owned()))
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
    async fn seen_by(
        app: &AppState,
        viewer: &Viewer,
        notifications: &[notification::Model],
    ) -> Result<Self, DomainError> {
        let on = app.db.read();
        let ids = |about: About| -> Vec<Uuid> {
            let theirs =
                |row: &&notification::Model| rule_of(row.kind).is_some_and(|rule| rule.about == about);
            notifications.iter().filter(theirs).map(|row| row.subject_id).collect()
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
                visible::referrals(viewer, viewer.today(app.env.clock.now()), None)
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
        things.names = things.know_names(app, viewer).await?;
        Ok(things)
    }

    async fn know_names(
        &self,
        app: &AppState,
        viewer: &Viewer,
    ) -> Result<HashMap<OrganisationId, String>, DomainError> {
        let sides = self.referrals.values().flat_map(|(_, sender, recipient)| [*sender, *recipient]);
        let wanted: HashSet<OrganisationId> =
            sides.chain(self.agreements.values().flatten().copied()).chain([viewer.organisation]).collect();
        let rows: Vec<(OrganisationId, String)> = organisation::Entity::find()
            .filter(organisation::Column::Id.is_in(wanted))
            .select_only()
            .columns([organisation::Column::Id, organisation::Column::Name])
            .into_tuple()
            .all(app.db.read())
            .await?;
        Ok(rows.into_iter().collect())
    }

    fn waits(&self, row: &notification::Model) -> bool {
        self.waiting.contains(&row.subject_id)
    }

    fn name_of(&self, id: OrganisationId) -> String {
        self.names.get(&id).cloned().unwrap_or_default()
    }

    fn of(&self, viewer: &Viewer, row: &notification::Model) -> Thing {
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
