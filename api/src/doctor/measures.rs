//! Metrics of the whole installation: waiting work and delays. No metric is about an organisation or a person.

use entities::{codes::EmailState, email, event, event_consumer, instant::Instant, lease, referral};
use platform::{db::Db, environment::Environment};
use sea_orm::{
    ColumnTrait, DatabaseConnection, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

/// Metric with its name, description, label and value.
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

/// All metrics at this moment.
pub async fn measures(db: &Db, env: &Environment) -> Result<Vec<Measure>, DbErr> {
    let (on, now) = (db.read(), env.clock.now());
    let mut all = emails(on, now).await?;
    all.extend(audit_log(on, now).await?);
    let late = referral::Entity::find().filter(referral::Column::NextReminderAt.lte(now)).count(on).await?;
    all.push(measure("throughgate_deadlines_due", "Referrals with a reminder due", late.cast_signed()));
    for row in lease::Entity::find().order_by_asc(lease::Column::Name).all(on).await? {
        all.push(Measure {
            name: "throughgate_job_held",
            help: "Whether a worker holds the lease of a background job",
            label: Some(("job", row.name)),
            value: i64::from(row.until > now),
        });
    }
    let (open, idle) = db.pool();
    all.push(measure("throughgate_database_connections", "Open connections to the database", open));
    all.push(measure("throughgate_database_connections_idle", "Idle connections to the database", idle));
    Ok(all)
}

async fn emails(on: &DatabaseConnection, now: Instant) -> Result<Vec<Measure>, DbErr> {
    let of = |state: EmailState| email::Entity::find().filter(email::Column::State.eq(state));
    let due = || of(EmailState::Queued).filter(email::Column::DueAt.lte(now));
    let oldest: Option<Instant> = due()
        .order_by_asc(email::Column::DueAt)
        .select_only()
        .column(email::Column::DueAt)
        .into_tuple()
        .one(on)
        .await?;
    let waiting = due().count(on).await?.cast_signed();
    let failing = of(EmailState::Queued).filter(email::Column::Tries.gt(0)).count(on).await?.cast_signed();
    let given_up = of(EmailState::Failed).count(on).await?.cast_signed();
    let refused = of(EmailState::Refused).count(on).await?.cast_signed();
    Ok(vec![
        measure("throughgate_emails_due", "Emails that are due and not sent", waiting),
        measure(
            "throughgate_emails_oldest_due_seconds",
            "How long the oldest of them waits",
            age(oldest, now),
        ),
        measure("throughgate_emails_failing", "Queued emails whose last attempt failed", failing),
        measure("throughgate_emails_given_up", "Emails that were not sent after all attempts", given_up),
        measure("throughgate_emails_refused", "Emails whose address was rejected", refused),
    ])
}

async fn audit_log(on: &DatabaseConnection, now: Instant) -> Result<Vec<Measure>, DbErr> {
    let unread = || event::Entity::find().filter(event::Column::SequenceNumber.is_null());
    let oldest: Option<Instant> = unread()
        .order_by_asc(event::Column::Id)
        .select_only()
        .column(event::Column::OccurredAt)
        .into_tuple()
        .one(on)
        .await?;
    let end: Option<Option<i64>> = event::Entity::find()
        .filter(event::Column::SequenceNumber.is_not_null())
        .order_by_desc(event::Column::SequenceNumber)
        .select_only()
        .column(event::Column::SequenceNumber)
        .into_tuple()
        .one(on)
        .await?;
    let end = end.flatten().unwrap_or_default();
    let mut all = vec![
        measure(
            "throughgate_audit_log_waiting",
            "Events without a sequence number yet",
            unread().count(on).await?.cast_signed(),
        ),
        measure(
            "throughgate_audit_log_oldest_seconds",
            "How long the oldest of them waits",
            age(oldest, now),
        ),
        measure("throughgate_audit_log_sequence_number", "Last sequence number of the audit log", end),
    ];
    for row in event_consumer::Entity::find().order_by_asc(event_consumer::Column::Name).all(on).await? {
        all.push(Measure {
            name: "throughgate_consumer_behind",
            help: "Events that a consumer of the audit log is behind",
            label: Some(("consumer", row.name)),
            value: end - row.sequence_number,
        });
    }
    Ok(all)
}

fn age(since: Option<Instant>, now: Instant) -> i64 {
    since.map_or(0, |at| ((now.0 - at.0) / 1_000_000).max(0))
}
