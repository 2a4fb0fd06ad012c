//! The figures of an installation that somebody watches over: how far behind it is, and with what. They
//! are of all of it; none is of an organisation or a person.

use entities::{codes::MailState, event, instant::Instant, lease, mail, reader, referral};
use sea_orm::{
    ColumnTrait, DatabaseConnection, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::{db::Db, world::World};

/// A figure: its name, what it is, its labels where it has some, and its value.
pub struct Measure {
    pub name: &'static str,
    pub help: &'static str,
    /// One label's name and value.
    pub label: Option<(&'static str, String)>,
    pub value: i64,
}

fn measure(name: &'static str, help: &'static str, value: i64) -> Measure {
    Measure { name, help, label: None, value }
}

/// All of them, as they are now.
pub async fn measures(db: &Db, world: &World) -> Result<Vec<Measure>, DbErr> {
    let (on, now) = (db.read(), world.clock.now());
    let mut all = mails(on, now).await?;
    all.extend(journal(on, now).await?);
    let late = referral::Entity::find().filter(referral::Column::RingsAt.lte(now)).count(on).await?;
    all.push(measure(
        "throughgate_clocks_due",
        "Clocks of referrals that should have rung by now",
        late.cast_signed(),
    ));
    for row in lease::Entity::find().order_by_asc(lease::Column::Name).all(on).await? {
        all.push(Measure {
            name: "throughgate_duty_held",
            help: "Whether a worker holds the lease of a duty",
            label: Some(("duty", row.name)),
            value: i64::from(row.until > now),
        });
    }
    let (open, idle) = db.pool();
    all.push(measure("throughgate_database_connections", "Connections to the database", open));
    all.push(measure("throughgate_database_connections_idle", "Connections that nobody uses now", idle));
    Ok(all)
}

async fn mails(on: &DatabaseConnection, now: Instant) -> Result<Vec<Measure>, DbErr> {
    let of = |state: MailState| mail::Entity::find().filter(mail::Column::State.eq(state));
    let due = || of(MailState::Queued).filter(mail::Column::DueAt.lte(now));
    let oldest: Option<Instant> = due()
        .order_by_asc(mail::Column::DueAt)
        .select_only()
        .column(mail::Column::DueAt)
        .into_tuple()
        .one(on)
        .await?;
    let waiting = due().count(on).await?.cast_signed();
    let failing = of(MailState::Queued).filter(mail::Column::Tries.gt(0)).count(on).await?.cast_signed();
    let given_up = of(MailState::Failed).count(on).await?.cast_signed();
    let refused = of(MailState::Refused).count(on).await?.cast_signed();
    Ok(vec![
        measure("throughgate_mails_due", "Mails whose time has come and that are not sent", waiting),
        measure(
            "throughgate_mails_oldest_due_seconds",
            "How long the oldest of them waits",
            age(oldest, now),
        ),
        measure("throughgate_mails_failing", "Mails that were tried, and not taken so far", failing),
        measure("throughgate_mails_given_up", "Mails that were given up", given_up),
        measure("throughgate_mails_refused", "Mails whose address was refused", refused),
    ])
}

async fn journal(on: &DatabaseConnection, now: Instant) -> Result<Vec<Measure>, DbErr> {
    let unread = || event::Entity::find().filter(event::Column::Position.is_null());
    let oldest: Option<Instant> = unread()
        .order_by_asc(event::Column::Id)
        .select_only()
        .column(event::Column::OccurredAt)
        .into_tuple()
        .one(on)
        .await?;
    let end: Option<Option<i64>> = event::Entity::find()
        .filter(event::Column::Position.is_not_null())
        .order_by_desc(event::Column::Position)
        .select_only()
        .column(event::Column::Position)
        .into_tuple()
        .one(on)
        .await?;
    let end = end.flatten().unwrap_or_default();
    let mut all = vec![
        measure(
            "throughgate_journal_waiting",
            "Events that have no position yet",
            unread().count(on).await?.cast_signed(),
        ),
        measure("throughgate_journal_oldest_seconds", "How long the oldest of them waits", age(oldest, now)),
        measure("throughgate_journal_position", "The last position", end),
    ];
    for row in reader::Entity::find().order_by_asc(reader::Column::Name).all(on).await? {
        all.push(Measure {
            name: "throughgate_reader_behind",
            help: "How many positions a reader of the journal is behind",
            label: Some(("reader", row.name)),
            value: end - row.position,
        });
    }
    Ok(all)
}

fn age(since: Option<Instant>, now: Instant) -> i64 {
    since.map_or(0, |at| ((now.0 - at.0) / 1_000_000).max(0))
}
