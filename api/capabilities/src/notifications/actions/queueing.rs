//! Queueing of emails in the transaction of their notifications. An email is rendered at its due time, so that
//! notifications that were read by then are omitted.

use std::collections::{HashMap, HashSet};

use chrono_tz::Tz;
use entities::{
    codes::{EmailFrequency, EmailState},
    email,
    ids::{EmailId, LoginLinkId, MemberId},
    instant::Instant,
    notification_preferences,
};
use platform::{
    db::{Tx, locks},
    error::DomainError,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::super::model::{Choice, TOGETHER, next_morning};

/// Rows of one statement.
const ROWS: usize = 500;

/// Notification that may be sent by email.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    pub to: MemberId,
    pub urgent: bool,
    pub zone: Tz,
}

/// Email for each of these notifications; `None` if the member wants none. Notifications of the same frequency share
/// an email until its due time.
pub async fn emails_for(tx: &Tx, asked: &[Asked]) -> Result<Vec<Option<EmailId>>, DomainError> {
    let choices = preferences_of(tx.on(), asked.iter().map(|one| one.to).collect()).await?;
    let frequency = |one: &Asked| choices.get(&one.to).copied().unwrap_or_default().frequency(one.urgent);
    let mut open = open_emails(tx, asked.iter().map(|one| one.to).collect()).await?;
    let (mut emails, mut new) = (Vec::with_capacity(asked.len()), Vec::new());
    for one in asked {
        let Some(frequency) = frequency(one) else {
            emails.push(None);
            continue;
        };
        let id = *open.entry((one.to, frequency)).or_insert_with(|| {
            let due_at = match frequency {
                EmailFrequency::Daily => next_morning(tx.now(), one.zone),
                EmailFrequency::AtOnce | EmailFrequency::None => tx.now().plus_seconds(TOGETHER),
            };
            let row = new_email(tx, one.to, frequency, due_at, None);
            let id = row.id;
            new.push(row.into_active_model());
            id
        });
        emails.push(Some(id));
    }
    for rows in new.chunks(ROWS) {
        email::Entity::insert_many(rows.to_vec()).exec_without_returning(tx.on()).await?;
    }
    Ok(emails)
}

/// Notification preferences of members, if chosen.
pub async fn preferences_of(
    on: &impl ConnectionTrait,
    members: HashSet<MemberId>,
) -> Result<HashMap<MemberId, Choice>, DomainError> {
    let rows = notification_preferences::Entity::find()
        .filter(notification_preferences::Column::MemberId.is_in(members))
        .all(on)
        .await?;
    Ok(rows.into_iter().map(|row| (row.member_id, Choice::from(&row))).collect())
}

/// Waiting, unclaimed emails of these members, by frequency. Their rows are locked, so that none is claimed before
/// the addition is complete.
async fn open_emails(
    tx: &Tx,
    members: HashSet<MemberId>,
) -> Result<HashMap<(MemberId, EmailFrequency), EmailId>, DomainError> {
    if members.is_empty() {
        return Ok(HashMap::new());
    }
    let open = email::Entity::find()
        .filter(email::Column::MemberId.is_in(members))
        .filter(email::Column::State.eq(EmailState::Queued))
        .filter(email::Column::Tries.eq(0))
        .filter(email::Column::LoginLinkId.is_null())
        .filter(email::Column::DueAt.gt(tx.now()));
    Ok(locks::emails(tx, open)
        .await?
        .into_iter()
        .map(|row| ((row.member_id, row.frequency), row.id))
        .collect())
}

/// Queues an email with a login link, due at once.
pub async fn queue_login_link(tx: &Tx, member: MemberId, login_link: LoginLinkId) -> Result<(), DomainError> {
    let row = new_email(tx, member, EmailFrequency::AtOnce, tx.now(), Some(login_link));
    email::Entity::insert(row.into_active_model()).exec_without_returning(tx.on()).await?;
    Ok(())
}

fn new_email(
    tx: &Tx,
    member: MemberId,
    frequency: EmailFrequency,
    due_at: Instant,
    login_link: Option<LoginLinkId>,
) -> email::Model {
    email::Model {
        id: EmailId(tx.env().ordered_id()),
        member_id: member,
        frequency,
        state: EmailState::Queued,
        created_at: tx.now(),
        due_at,
        tries: 0,
        holder: None,
        held_until: None,
        failure: None,
        sent_at: None,
        login_link_id: login_link,
    }
}
