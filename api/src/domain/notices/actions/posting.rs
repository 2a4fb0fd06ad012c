//! Sends what is due. A turn takes some mails into its hands by a conditional update, puts each into
//! words, hands it to the post, and notes what came of it. Whoever is killed in between leaves mails
//! that another takes up when their time in its hands is over; the same mail is the same letter
//! then, with the same Message-ID.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use entities::{
    codes::{MailFault, MailState},
    ids::{MailId, MemberId},
    mail, mail_choice,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, OnConflict},
};
use tokio::{sync::mpsc, task::JoinSet, time::Instant as Moment};
use uuid::Uuid;

use super::{
    super::{
        letters,
        model::{Choice, pause_after},
        reads,
    },
    mailing::choices_of,
};
use crate::{
    db::{Stamp, Tx},
    events::{Lease, Progress},
    house::House,
    post::{Carrier, Letter},
    refusal::Refusal,
    sealing::random,
};

/// The name of the duty and its lease.
pub const POST: &str = "mail";
/// Mails that a turn takes into its hands.
const BATCH: u64 = 400;
/// For how long it may hold them, in seconds; longer than a turn can last.
const HELD: i64 = 300;
/// After how long a turn begins no further letter.
const TURN: Duration = Duration::from_secs(30);
/// Connections to the mail server at once.
const CARRIERS: usize = 8;

/// Sends the next mails that are due.
pub async fn post(house: &Arc<House>, lease: &Lease) -> Result<Progress, Refusal> {
    if !is_due(house).await? {
        return Ok(Progress::Idle);
    }
    let turn = Uuid::from_bytes(random());
    let sent = send_some(house, lease, turn).await;
    // After a fault as well: what is left in the hands of this turn would wait until its time is over.
    let back = put_back(house, turn).await;
    let progress = sent?;
    back.map(|()| progress)
}

/// One turn: sends what it takes into its hands, as far as its time suffices.
async fn send_some(house: &Arc<House>, lease: &Lease, turn: Uuid) -> Result<Progress, Refusal> {
    let taken = take(house, lease, turn).await?;
    let full = taken.len() as u64 == BATCH;
    let (told, mut became) = mpsc::channel(BATCH as usize);
    let queue = Arc::new(Mutex::new(VecDeque::from(taken)));
    let until = Moment::now() + TURN;
    let mut at_work = JoinSet::new();
    for _ in 0..CARRIERS {
        at_work.spawn(carry(house.clone(), queue.clone(), until, told.clone()));
    }
    drop(told);
    let mut fares_well = false;
    let mut done = Vec::new();
    while became.recv_many(&mut done, BATCH as usize).await > 0 {
        fares_well |= done.iter().any(|(_, became)| !became.would_all());
        note(house, turn, std::mem::take(&mut done)).await?;
    }
    let mut ended = Ok(());
    while let Some(one) = at_work.join_next().await {
        let one = one.map_err(|broke| Refusal::Internal(format!("sending broke off: {broke}")));
        ended = ended.and(one.and_then(|one| one));
    }
    ended?;
    // A server that takes nothing is left alone for a while.
    Ok(if full && fares_well { Progress::More } else { Progress::Idle })
}

/// What came of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Became {
    Sent,
    Kept,
    NotNeeded,
    /// What was the matter, and whether every other mail would fare the same.
    Faulty {
        fault: MailFault,
        all: bool,
    },
}

impl Became {
    fn would_all(self) -> bool {
        matches!(self, Self::Faulty { all: true, .. })
    }
}

fn due(now: entities::instant::Instant) -> Condition {
    Condition::all()
        .add(mail::Column::State.eq(MailState::Queued))
        .add(mail::Column::DueAt.lte(now))
        .add(Condition::any().add(mail::Column::HeldUntil.is_null()).add(mail::Column::HeldUntil.lte(now)))
}

async fn is_due(house: &House) -> Result<bool, Refusal> {
    let first: Option<MailId> = mail::Entity::find()
        .filter(due(house.world.clock.now()))
        .select_only()
        .column(mail::Column::Id)
        .into_tuple()
        .one(house.db.read())
        .await?;
    Ok(first.is_some())
}

/// Takes mails into the hands of this turn. Each counts as tried from now on, so that one at which
/// the program dies is given up some day.
async fn take(house: &House, lease: &Lease, turn: Uuid) -> Result<Vec<mail::Model>, Refusal> {
    let tx = house.db.begin(Stamp::system(house.world.clock.now())).await?;
    lease.fence(&tx).await?;
    let next = mail::Entity::find()
        .filter(due(tx.now()))
        .select_only()
        .column(mail::Column::Id)
        .order_by_asc(mail::Column::DueAt)
        .limit(BATCH)
        .into_query();
    mail::Entity::update_many()
        .col_expr(mail::Column::Holder, Expr::value(turn))
        .col_expr(mail::Column::HeldUntil, Expr::value(tx.now().plus_seconds(HELD)))
        .col_expr(mail::Column::Tries, Expr::col(mail::Column::Tries).add(1))
        .filter(mail::Column::Id.in_subquery(next))
        .filter(due(tx.now()))
        .exec(tx.on())
        .await?;
    let taken =
        mail::Entity::find().filter(in_hands_of(turn)).order_by_asc(mail::Column::DueAt).all(tx.on()).await?;
    tx.commit().await?;
    Ok(taken)
}

fn in_hands_of(turn: Uuid) -> Condition {
    Condition::all().add(mail::Column::Holder.eq(turn)).add(mail::Column::State.eq(MailState::Queued))
}

/// One of those who carry letters: over one connection, one after the other, until there are none
/// left or the turn is over.
async fn carry(
    house: Arc<House>,
    queue: Arc<Mutex<VecDeque<mail::Model>>>,
    until: Moment,
    told: mpsc::Sender<(mail::Model, Became)>,
) -> Result<(), Refusal> {
    let mut carrier = house.post.carrier();
    while Moment::now() < until {
        let next = queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        let Some(mail) = next else { break };
        let became = match letter(&house, &mail).await {
            Ok(None) => Became::NotNeeded,
            Ok(Some(letter)) => send(carrier.as_mut(), &letter).await,
            // One that is broken must not keep the others: it waits, and is given up some day.
            Err(refusal) => {
                tracing::error!(mail = %mail.id.0, ?refusal, "a mail cannot be put into words");
                Became::Faulty { fault: MailFault::NotWorded, all: false }
            }
        };
        if told.send((mail, became)).await.is_err() || became.would_all() {
            break;
        }
    }
    if let Some(carrier) = carrier {
        carrier.leave().await;
    }
    Ok(())
}

async fn send(carrier: Option<&mut Carrier>, letter: &Letter) -> Became {
    let Some(carrier) = carrier else { return Became::Kept };
    match carrier.carry(letter).await {
        Ok(()) => Became::Sent,
        Err(refused) => {
            tracing::warn!(mail = %letter.id, fault = ?refused.fault, code = refused.code, "a mail was not taken");
            Became::Faulty { fault: refused.fault, all: refused.all }
        }
    }
}

/// A mail in words; nothing where its receiver has left, has seen all of it, or wants none now.
async fn letter(house: &House, mail: &mail::Model) -> Result<Option<Letter>, Refusal> {
    if let Some(way_in) = mail.way_in_id {
        return reads::way_in_letter(house, mail, way_in).await;
    }
    let on = house.db.read();
    let choice = choices_of(on, [mail.member_id].into()).await?;
    let choice = choice.get(&mail.member_id).copied().unwrap_or_default();
    let wanted = [true, false].into_iter().any(|urgent| choice.pace(urgent).is_some());
    if !wanted {
        return Ok(None);
    }
    let Some(addressed) = reads::telling(house, mail, false).await? else { return Ok(None) };
    let worded = letters::word(&addressed.telling)
        .map_err(|error| Refusal::Internal(format!("a mail cannot be put into words: {error}")))?;
    Ok(Some(Letter {
        id: mail.id.0,
        at: house.world.clock.now(),
        to: addressed.email,
        subject: worded.subject,
        text: worded.text,
        html: worded.html,
        language: addressed.telling.language.tag(),
        choices: Some(letters::choices_of(&house.post.public_url)),
    }))
}

/// Notes what came of mails, as far as they are still in the hands of this turn.
async fn note(house: &House, turn: Uuid, done: Vec<(mail::Model, Became)>) -> Result<(), Refusal> {
    let tx = house.db.begin(Stamp::system(house.world.clock.now())).await?;
    for (mail, became) in done {
        let [chance] = random::<1>();
        let mut change = mail::ActiveModel { holder: Set(None), held_until: Set(None), ..Default::default() };
        match became {
            Became::Sent => {
                change.state = Set(MailState::Sent);
                change.sent_at = Set(Some(tx.now()));
                change.fault = Set(None);
            }
            Became::Kept => change.state = Set(MailState::Kept),
            Became::NotNeeded => change.state = Set(MailState::NotNeeded),
            Became::Faulty { fault, .. } => {
                change.fault = Set(Some(fault));
                match (fault, pause_after(mail.tries, chance)) {
                    (MailFault::AddressRefused, _) => {
                        change.state = Set(MailState::Refused);
                        note_refused(&tx, mail.member_id).await?;
                    }
                    (MailFault::NotWanted, _) | (_, None) => {
                        tracing::error!(mail = %mail.id.0, ?fault, "a mail is given up");
                        change.state = Set(MailState::Failed);
                    }
                    (_, Some(pause)) => change.due_at = Set(tx.now().plus_seconds(pause)),
                }
            }
        }
        mail::Entity::update_many()
            .set(change)
            .filter(mail::Column::Id.eq(mail.id))
            .filter(in_hands_of(turn))
            .exec(tx.on())
            .await?;
    }
    Ok(tx.commit().await?)
}

/// Notes that a member's address does not work: nothing more goes there until they choose anew.
async fn note_refused(tx: &Tx, member: MemberId) -> Result<(), Refusal> {
    let usual = Choice::default();
    let again = OnConflict::column(mail_choice::Column::MemberId)
        .update_column(mail_choice::Column::RefusedAt)
        .to_owned();
    mail_choice::Entity::insert(mail_choice::ActiveModel {
        member_id: Set(member),
        urgent: Set(usual.urgent),
        rest: Set(usual.rest),
        refused_at: Set(Some(tx.now())),
    })
    .on_conflict(again)
    .exec_without_returning(tx.on())
    .await?;
    Ok(())
}

/// What the turn did not come to is due as before, and was not tried.
async fn put_back(house: &House, turn: Uuid) -> Result<(), Refusal> {
    let tx = house.db.begin(Stamp::system(house.world.clock.now())).await?;
    mail::Entity::update_many()
        .col_expr(mail::Column::Holder, Expr::value(None::<Uuid>))
        .col_expr(mail::Column::HeldUntil, Expr::value(None::<i64>))
        .col_expr(mail::Column::Tries, Expr::col(mail::Column::Tries).sub(1))
        .filter(in_hands_of(turn))
        .exec(tx.on())
        .await?;
    Ok(tx.commit().await?)
}
