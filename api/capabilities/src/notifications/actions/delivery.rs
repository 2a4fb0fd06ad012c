//! Delivery of due emails. A run claims some emails by a conditional update, renders each, passes it to the mailer,
//! and records the result. If the process is killed, another one takes up its emails when their claim expires; a
//! repeated email has the same Message-ID.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use entities::{
    codes::{EmailFailure, EmailState},
    email,
    ids::{EmailId, MemberId},
    notification_preferences,
};
use platform::{
    context::AppState,
    db::{AuditContext, Tx, run_anew},
    error::DomainError,
    events::{Lease, Progress},
    mailer::{OutgoingEmail, SmtpConnection},
    sealing::random,
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
        email_templates,
        model::{Choice, pause_after},
        reads,
    },
    queueing::preferences_of,
};

/// Name of the job and its lease.
pub const DELIVERY_JOB: &str = "email_delivery";
/// Number of emails that a run claims.
const BATCH: u64 = 400;
/// For how long it may hold them, in seconds; longer than a turn can last.
const HELD: i64 = 300;
/// Time after which a run begins no further email.
const TURN: Duration = Duration::from_secs(30);
/// Number of simultaneous connections to the mail server.
const CONNECTIONS: usize = 8;

/// Sends the next due emails.
pub async fn deliver(app: &Arc<AppState>, lease: &Lease) -> Result<Progress, DomainError> {
    if !is_due(app).await? {
        return Ok(Progress::Idle);
    }
    let turn = Uuid::from_bytes(random());
    let sent = send_some(app, lease, turn).await;
    // After a fault as well: what is left in the hands of this turn would wait until its time is over.
    let back = run_anew(|| release_claims(app, turn)).await;
    let progress = sent?;
    back.map(|()| progress)
}

/// One run: sends the emails that it claims, as far as its time suffices.
async fn send_some(app: &Arc<AppState>, lease: &Lease, turn: Uuid) -> Result<Progress, DomainError> {
    let taken = claim(app, lease, turn).await?;
    let full = taken.len() as u64 == BATCH;
    let (told, mut became) = mpsc::channel(BATCH as usize);
    let queue = Arc::new(Mutex::new(VecDeque::from(taken)));
    let until = Moment::now() + TURN;
    let mut at_work = JoinSet::new();
    for _ in 0..CONNECTIONS {
        at_work.spawn(deliver_batch(app.clone(), queue.clone(), until, told.clone()));
    }
    drop(told);
    let mut fares_well = false;
    let mut done = Vec::new();
    while became.recv_many(&mut done, BATCH as usize).await > 0 {
        fares_well |= done.iter().any(|(_, became)| !became.would_all());
        // Recording is retried separately: emails must not be sent again because their result could not be recorded
        // at once.
        run_anew(|| note(app, turn, &done)).await?;
        done.clear();
    }
    let mut ended = Ok(());
    while let Some(one) = at_work.join_next().await {
        let one = one.map_err(|broke| DomainError::Internal(format!("sending was interrupted: {broke}")));
        ended = ended.and(one.and_then(|one| one));
    }
    ended?;
    // A server that accepts nothing is not tried for a while.
    Ok(if full && fares_well { Progress::More } else { Progress::Idle })
}

/// Result of an email.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DeliveryOutcome {
    Sent,
    Kept,
    NotNeeded,
    /// Fault of the email or the server, and whether every other email would fail in the same way.
    Faulty {
        failure: EmailFailure,
        all: bool,
    },
}

impl DeliveryOutcome {
    fn would_all(self) -> bool {
        matches!(self, Self::Faulty { all: true, .. })
    }
}

fn due(now: entities::instant::Instant) -> Condition {
    Condition::all()
        .add(email::Column::State.eq(EmailState::Queued))
        .add(email::Column::DueAt.lte(now))
        .add(Condition::any().add(email::Column::HeldUntil.is_null()).add(email::Column::HeldUntil.lte(now)))
}

async fn is_due(app: &AppState) -> Result<bool, DomainError> {
    let first: Option<EmailId> = email::Entity::find()
        .filter(due(app.env.clock.now()))
        .select_only()
        .column(email::Column::Id)
        .into_tuple()
        .one(app.db.read())
        .await?;
    Ok(first.is_some())
}

/// Claims emails for this run. Each counts as attempted from now on, so that an email that crashes the program fails
/// eventually.
async fn claim(app: &AppState, lease: &Lease, turn: Uuid) -> Result<Vec<email::Model>, DomainError> {
    let tx = app.db.begin(AuditContext::system(app.env.clock.now())).await?;
    lease.fence(&tx).await?;
    let next = email::Entity::find()
        .filter(due(tx.now()))
        .select_only()
        .column(email::Column::Id)
        .order_by_asc(email::Column::DueAt)
        .limit(BATCH)
        .into_query();
    email::Entity::update_many()
        .col_expr(email::Column::Holder, Expr::value(turn))
        .col_expr(email::Column::HeldUntil, Expr::value(tx.now().plus_seconds(HELD)))
        .col_expr(email::Column::Tries, Expr::col(email::Column::Tries).add(1))
        .filter(email::Column::Id.in_subquery(next))
        .filter(due(tx.now()))
        .exec(tx.on())
        .await?;
    let taken = email::Entity::find()
        .filter(claimed_by(turn))
        .order_by_asc(email::Column::DueAt)
        .all(tx.on())
        .await?;
    tx.commit().await?;
    Ok(taken)
}

fn claimed_by(turn: Uuid) -> Condition {
    Condition::all().add(email::Column::Holder.eq(turn)).add(email::Column::State.eq(EmailState::Queued))
}

/// Sends emails over one connection, one after the other, until none are left or the run is over.
async fn deliver_batch(
    app: Arc<AppState>,
    queue: Arc<Mutex<VecDeque<email::Model>>>,
    until: Moment,
    told: mpsc::Sender<(email::Model, DeliveryOutcome)>,
) -> Result<(), DomainError> {
    let mut connection = app.mailer.connection();
    while Moment::now() < until {
        let next = queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        let Some(email) = next else { break };
        let became = match message(&app, &email).await {
            Ok(None) => DeliveryOutcome::NotNeeded,
            Ok(Some(message)) => send(connection.as_mut(), &message).await,
            // One that is broken must not keep the others: it waits, and is given up some day.
            Err(error) => {
                tracing::error!(email = %email.id.0, ?error, "an email cannot be written");
                DeliveryOutcome::Faulty { failure: EmailFailure::NotWorded, all: false }
            }
        };
        if told.send((email, became)).await.is_err() || became.would_all() {
            break;
        }
    }
    if let Some(connection) = connection {
        connection.leave().await;
    }
    Ok(())
}

async fn send(connection: Option<&mut SmtpConnection>, message: &OutgoingEmail) -> DeliveryOutcome {
    let Some(connection) = connection else { return DeliveryOutcome::Kept };
    match connection.send(message).await {
        Ok(()) => DeliveryOutcome::Sent,
        Err(refused) => {
            tracing::warn!(email = %message.id, failure = ?refused.fault, code = refused.code, "the mail server did not accept an email");
            DeliveryOutcome::Faulty { failure: refused.fault, all: refused.all }
        }
    }
}

/// A rendered email; `None` if the recipient has left, has read all of it, or turned emails off.
async fn message(app: &AppState, email: &email::Model) -> Result<Option<OutgoingEmail>, DomainError> {
    if let Some(login_link) = email.login_link_id {
        return reads::login_link_message(app, email, login_link).await;
    }
    let on = app.db.read();
    let choice = preferences_of(on, [email.member_id].into()).await?;
    let choice = choice.get(&email.member_id).copied().unwrap_or_default();
    let wanted = [true, false].into_iter().any(|urgent| choice.frequency(urgent).is_some());
    if !wanted {
        return Ok(None);
    }
    let Some(addressed) = reads::digest_of(app, email, false).await? else { return Ok(None) };
    let worded = email_templates::render(&addressed.telling)
        .map_err(|error| DomainError::Internal(format!("an email cannot be written: {error}")))?;
    Ok(Some(OutgoingEmail {
        id: email.id.0,
        at: app.env.clock.now(),
        to: addressed.email,
        subject: worded.subject,
        text: worded.text,
        html: worded.html,
        language: addressed.telling.language.tag(),
        choices: Some(email_templates::preferences_url(&app.mailer.public_url)),
    }))
}

/// Records the results of emails, if this run still holds their claim.
async fn note(
    app: &AppState,
    turn: Uuid,
    done: &[(email::Model, DeliveryOutcome)],
) -> Result<(), DomainError> {
    let tx = app.db.begin(AuditContext::system(app.env.clock.now())).await?;
    for (email, became) in done {
        let [chance] = random::<1>();
        let mut change =
            email::ActiveModel { holder: Set(None), held_until: Set(None), ..Default::default() };
        match *became {
            DeliveryOutcome::Sent => {
                change.state = Set(EmailState::Sent);
                change.sent_at = Set(Some(tx.now()));
                change.failure = Set(None);
            }
            DeliveryOutcome::Kept => change.state = Set(EmailState::Kept),
            DeliveryOutcome::NotNeeded => change.state = Set(EmailState::NotNeeded),
            DeliveryOutcome::Faulty { failure, .. } => {
                change.failure = Set(Some(failure));
                match (failure, pause_after(email.tries, chance)) {
                    (EmailFailure::AddressRefused, _) => {
                        change.state = Set(EmailState::Refused);
                        note_refused(&tx, email.member_id).await?;
                    }
                    (EmailFailure::NotWanted, _) | (_, None) => {
                        tracing::error!(email = %email.id.0, ?failure, "an email has failed");
                        change.state = Set(EmailState::Failed);
                    }
                    (_, Some(pause)) => change.due_at = Set(tx.now().plus_seconds(pause)),
                }
            }
        }
        email::Entity::update_many()
            .set(change)
            .filter(email::Column::Id.eq(email.id))
            .filter(claimed_by(turn))
            .exec(tx.on())
            .await?;
    }
    Ok(tx.commit().await?)
}

/// Records that a member's address does not work: no email is sent there until they choose again.
async fn note_refused(tx: &Tx, member: MemberId) -> Result<(), DomainError> {
    let usual = Choice::default();
    let again = OnConflict::column(notification_preferences::Column::MemberId)
        .update_column(notification_preferences::Column::RefusedAt)
        .to_owned();
    notification_preferences::Entity::insert(notification_preferences::ActiveModel {
        member_id: Set(member),
        urgent: Set(usual.urgent),
        other: Set(usual.other),
        refused_at: Set(Some(tx.now())),
    })
    .on_conflict(again)
    .exec_without_returning(tx.on())
    .await?;
    Ok(())
}

/// Emails that the run did not reach are due as before, without an attempt.
async fn release_claims(app: &AppState, turn: Uuid) -> Result<(), DomainError> {
    let tx = app.db.begin(AuditContext::system(app.env.clock.now())).await?;
    email::Entity::update_many()
        .col_expr(email::Column::Holder, Expr::value(None::<Uuid>))
        .col_expr(email::Column::HeldUntil, Expr::value(None::<i64>))
        .col_expr(email::Column::Tries, Expr::col(email::Column::Tries).sub(1))
        .filter(claimed_by(turn))
        .exec(tx.on())
        .await?;
    Ok(tx.commit().await?)
}
