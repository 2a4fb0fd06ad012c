//! Contents of an email, as its recipient may see them at this moment.

use std::collections::{HashMap, HashSet};

use entities::{
    account,
    codes::Origin,
    email,
    ids::{AccountId, OrganisationId},
    notification, organisation,
};
use platform::{
    access::Viewer,
    capability::{DigestSubject, DigestWord, Subject},
    context::AppState,
    error::DomainError,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::super::email_templates::{Digest, DigestLine, Language, Thing};

/// Email with its recipient and contents.
#[derive(Debug)]
pub struct Addressed {
    pub email: String,
    pub telling: Digest,
}

/// Contents of an email at this moment; `None` if the recipient has left, has read all of it, or none of it matters
/// any more. Read notifications are included if the email is only displayed.
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
    // The arrival of a referral no longer matters once it was answered or withdrawn.
    let notifications: Vec<_> = notifications
        .into_iter()
        .filter(|row| seen_too || !is_while_waiting(app, row) || things.waits(row))
        .collect();
    if notifications.is_empty() {
        return Ok(None);
    }
    let (email, language) = address(app, viewer.account).await?;
    let organisation = things.name_of(viewer.organisation);
    let lines = notifications.iter().map(|row| DigestLine { kind: row.kind, about: things.of(row) });
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

/// Subjects of some notifications, as a member sees them.
struct Things {
    subjects: HashMap<Uuid, DigestSubject>,
    names: HashMap<OrganisationId, String>,
}

impl Things {
    async fn seen_by(
        app: &AppState,
        viewer: &Viewer,
        notifications: &[notification::Model],
    ) -> Result<Self, DomainError> {
        let mut wanted: Vec<(&dyn Subject, Vec<Uuid>)> = Vec::new();
        for row in notifications {
            let Some(subject) = subject_of(app, row) else { continue };
            match wanted.iter_mut().find(|(known, _)| known.kind() == subject.kind()) {
                Some((_, ids)) => ids.push(row.subject_id),
                None => wanted.push((subject, vec![row.subject_id])),
            }
        }
        let mut subjects = HashMap::new();
        for (subject, ids) in wanted {
            subjects.extend(subject.digest(app, viewer, ids).await?);
        }
        let words = subjects.values().filter_map(|each| each.text.as_ref()).flat_map(|text| &text.1);
        let organisations = words.flat_map(|(_, word)| match word {
            DigestWord::Organisations(ids) => ids.as_slice(),
            DigestWord::Text(_) => &[],
        });
        let wanted: HashSet<OrganisationId> = organisations.copied().chain([viewer.organisation]).collect();
        let rows: Vec<(OrganisationId, String)> = organisation::Entity::find()
            .filter(organisation::Column::Id.is_in(wanted))
            .select_only()
            .columns([organisation::Column::Id, organisation::Column::Name])
            .into_tuple()
            .all(app.db.read())
            .await?;
        Ok(Self { subjects, names: rows.into_iter().collect() })
    }

    fn waits(&self, row: &notification::Model) -> bool {
        self.subjects.get(&row.subject_id).is_some_and(|subject| subject.waits)
    }

    fn name_of(&self, id: OrganisationId) -> String {
        self.names.get(&id).cloned().unwrap_or_default()
    }

    /// Text about the subject of a notification; `None` if the recipient may no longer see it.
    fn of(&self, row: &notification::Model) -> Option<Thing> {
        let subject = self.subjects.get(&row.subject_id)?;
        let word = |word: &DigestWord| match word {
            DigestWord::Text(text) => text.clone(),
            DigestWord::Organisations(ids) => {
                ids.iter().map(|id| self.name_of(*id)).collect::<Vec<_>>().join(", ")
            }
        };
        let text = subject.text.as_ref().map(|(key, words)| {
            let words = words.iter().map(|(name, each)| (*name, word(each))).collect();
            (*key, words)
        });
        Some(Thing { path: subject.path.clone(), reference: subject.reference.clone(), text })
    }
}

fn subject_of(app: &AppState, row: &notification::Model) -> Option<&'static dyn Subject> {
    let declared = app.capabilities.event(row.kind)?;
    app.capabilities.subject(*declared.subjects.first()?)
}

/// Whether it is news only as long as its subject waits for an answer.
fn is_while_waiting(app: &AppState, row: &notification::Model) -> bool {
    let told = app.capabilities.event(row.kind).and_then(|declared| declared.told);
    told.is_some_and(|told| told.while_waiting)
}
