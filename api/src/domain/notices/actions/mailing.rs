//! Mails, queued in the transaction of the notices that they tell of. What a mail says is put
//! together when its time has come, so that what was seen by then is left out.

use std::collections::{HashMap, HashSet};

use chrono_tz::Tz;
use entities::{
    codes::{MailPace, MailState},
    ids::{MailId, MemberId},
    mail, mail_choice,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::super::model::{Choice, TOGETHER, next_morning};
use crate::{db::Tx, refusal::Refusal};

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
    let mut open: HashMap<(MemberId, MailPace), MailId> = HashMap::new();
    let mut mails = Vec::with_capacity(asked.len());
    for one in asked {
        let choice = choices.get(&one.to).copied().unwrap_or_default();
        let Some(pace) = choice.pace(one.urgent) else {
            mails.push(None);
            continue;
        };
        let id = match open.get(&(one.to, pace)) {
            Some(id) => *id,
            None => open_mail(tx, one, pace).await?,
        };
        open.insert((one.to, pace), id);
        mails.push(Some(id));
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

/// A mail that waits for its time and is in nobody's hands, or a new one. Its row is locked, so that
/// nobody takes it before what is added is there.
async fn open_mail(tx: &Tx, one: &Asked, pace: MailPace) -> Result<MailId, Refusal> {
    let found: Option<MailId> = mail::Entity::find()
        .filter(mail::Column::MemberId.eq(one.to))
        .filter(mail::Column::Pace.eq(pace))
        .filter(mail::Column::State.eq(MailState::Queued))
        .filter(mail::Column::Tries.eq(0))
        .filter(mail::Column::DueAt.gt(tx.now()))
        .select_only()
        .column(mail::Column::Id)
        .lock_exclusive()
        .into_tuple()
        .one(tx.on())
        .await?;
    if let Some(id) = found {
        return Ok(id);
    }
    let id = MailId(tx.world().ordered_id());
    mail::Entity::insert(mail::ActiveModel {
        id: Set(id),
        member_id: Set(one.to),
        pace: Set(pace),
        state: Set(MailState::Queued),
        created_at: Set(tx.now()),
        due_at: Set(match pace {
            MailPace::Daily => next_morning(tx.now(), one.zone),
            MailPace::AtOnce | MailPace::None => tx.now().plus_seconds(TOGETHER),
        }),
        tries: Set(0),
        holder: Set(None),
        held_until: Set(None),
        fault: Set(None),
        sent_at: Set(None),
    })
    .exec_without_returning(tx.on())
    .await?;
    Ok(id)
}
