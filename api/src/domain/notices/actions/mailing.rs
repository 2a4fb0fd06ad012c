//! Mails, queued in the transaction of the notices that they tell of. What a mail says is put
//! together when its time has come, so that what was seen by then is left out.

use std::collections::{HashMap, HashSet};

use chrono_tz::Tz;
use entities::{
    codes::{MailPace, MailState},
    ids::{MailId, MemberId, WayInId},
    instant::Instant,
    mail, mail_choice,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};

use super::super::model::{Choice, TOGETHER, next_morning};
use crate::{db::Tx, refusal::Refusal};

/// Rows of one statement.
const ROWS: usize = 500;

/// Somebody who is to be told of something.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    pub to: MemberId,
    pub urgent: bool,
    pub zone: Tz,
}

/// The mail in which each of these is told; nothing where the member wants none. What is told at
/// the same pace goes into the same mail until its time has come.
pub async fn mails_for(tx: &Tx, asked: &[Asked]) -> Result<Vec<Option<MailId>>, Refusal> {
    let choices = choices_of(tx.on(), asked.iter().map(|one| one.to).collect()).await?;
    let pace = |one: &Asked| choices.get(&one.to).copied().unwrap_or_default().pace(one.urgent);
    let mut open = open_mails(tx, asked.iter().map(|one| one.to).collect()).await?;
    let (mut mails, mut new) = (Vec::with_capacity(asked.len()), Vec::new());
    for one in asked {
        let Some(pace) = pace(one) else {
            mails.push(None);
            continue;
        };
        let id = *open.entry((one.to, pace)).or_insert_with(|| {
            let due_at = match pace {
                MailPace::Daily => next_morning(tx.now(), one.zone),
                MailPace::AtOnce | MailPace::None => tx.now().plus_seconds(TOGETHER),
            };
            let row = new_mail(tx, one.to, pace, due_at, None);
            let id = row.id;
            new.push(row.into_active_model());
            id
        });
        mails.push(Some(id));
    }
    for rows in new.chunks(ROWS) {
        mail::Entity::insert_many(rows.to_vec()).exec_without_returning(tx.on()).await?;
    }
    Ok(mails)
}

/// How members want to be told, where they have chosen.
pub async fn choices_of(
    on: &impl ConnectionTrait,
    members: HashSet<MemberId>,
) -> Result<HashMap<MemberId, Choice>, Refusal> {
    let rows =
        mail_choice::Entity::find().filter(mail_choice::Column::MemberId.is_in(members)).all(on).await?;
    Ok(rows.into_iter().map(|row| (row.member_id, Choice::from(&row))).collect())
}

/// The mails of these members that wait for their time and are in nobody's hands, by pace. Their rows
/// are locked, so that nobody takes one before what is added is there.
async fn open_mails(
    tx: &Tx,
    members: HashSet<MemberId>,
) -> Result<HashMap<(MemberId, MailPace), MailId>, Refusal> {
    if members.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(MemberId, MailPace, MailId)> = mail::Entity::find()
        .filter(mail::Column::MemberId.is_in(members))
        .filter(mail::Column::State.eq(MailState::Queued))
        .filter(mail::Column::Tries.eq(0))
        .filter(mail::Column::WayInId.is_null())
        .filter(mail::Column::DueAt.gt(tx.now()))
        .select_only()
        .columns([mail::Column::MemberId, mail::Column::Pace, mail::Column::Id])
        // One order for all, so that no two wait for each other.
        .order_by_asc(mail::Column::Id)
        .lock_exclusive()
        .into_tuple()
        .all(tx.on())
        .await?;
    Ok(rows.into_iter().map(|(member, pace, id)| ((member, pace), id)).collect())
}

/// Queues a mail that brings a member a way in, due at once.
pub async fn queue_way_in(tx: &Tx, member: MemberId, way_in: WayInId) -> Result<(), Refusal> {
    let row = new_mail(tx, member, MailPace::AtOnce, tx.now(), Some(way_in));
    mail::Entity::insert(row.into_active_model()).exec_without_returning(tx.on()).await?;
    Ok(())
}

fn new_mail(
    tx: &Tx,
    member: MemberId,
    pace: MailPace,
    due_at: Instant,
    way_in: Option<WayInId>,
) -> mail::Model {
    mail::Model {
        id: MailId(tx.world().ordered_id()),
        member_id: member,
        pace,
        state: MailState::Queued,
        created_at: tx.now(),
        due_at,
        tries: 0,
        holder: None,
        held_until: None,
        fault: None,
        sent_at: None,
        way_in_id: way_in,
    }
}
