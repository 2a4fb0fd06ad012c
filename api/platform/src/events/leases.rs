//! Leases: of several workers one runs a background job, and another takes over if its heartbeat stops.
//!
//! A lease is taken by a conditional update and expires by itself. A worker that was suspended may believe that it
//! still holds one, so a job writes only after [`Lease::fence`], in the same transaction.

use std::sync::atomic::{AtomicI64, Ordering};

use entities::{instant::Instant, lease};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, QueryFilter,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

use crate::{
    db::{
        AuditContext, Db, Tx,
        locks::{self, Row},
    },
    environment::Environment,
    error::DomainError,
};

/// Duration of a lease without a heartbeat, in seconds.
const TERM: i64 = 45;
/// After how long a sign of life is given.
const SIGN: i64 = 15;

/// The right of one process to run one background job.
#[derive(Debug)]
pub struct Lease {
    name: &'static str,
    holder: Uuid,
    /// Until when we believe to hold it.
    until: AtomicI64,
    /// Whether no other process can take the lease.
    unshared: bool,
}

impl Lease {
    /// A lease that is not held yet. `holder` is the process, random at each start.
    pub fn new(name: &'static str, holder: Uuid) -> Self {
        Self { name, holder, until: AtomicI64::new(0), unshared: false }
    }

    /// A lease for a database on which no other process works yet: while the demonstration network is created.
    pub fn unshared(name: &'static str) -> Self {
        Self { unshared: true, ..Self::new(name, Uuid::nil()) }
    }

    /// Takes the lease, or renews it; returns whether it is held. Without a statement if it was renewed recently.
    pub async fn keep(&self, db: &Db, env: &Environment) -> Result<bool, DomainError> {
        let now = env.clock.now();
        let left = self.until.load(Ordering::Relaxed) - now.0;
        if ((TERM - SIGN) * 1_000_000..=TERM * 1_000_000).contains(&left) {
            return Ok(true);
        }
        let until = now.plus_seconds(TERM);
        let tx = db.begin(AuditContext::system(now)).await?;
        let free = Condition::any().add(self.ours()).add(lease::Column::Until.lte(now));
        let held = self.renew(&tx, free, until).await? || self.found(&tx, until).await?;
        tx.commit().await?;
        self.until.store(if held { until.0 } else { 0 }, Ordering::Relaxed);
        Ok(held)
    }

    /// Checks within the writing transaction that the lease is still held; until the transaction commits no other
    /// process can take it. It must come first in the transaction.
    pub async fn fence(&self, tx: &Tx) -> Result<(), DomainError> {
        if self.unshared {
            return Ok(());
        }
        locks::by_update(tx, Row::Lease(self.name));
        let until = tx.now().plus_seconds(TERM);
        if self.renew(tx, self.ours(), until).await? {
            return Ok(());
        }
        self.until.store(0, Ordering::Relaxed);
        Err(DomainError::stale())
    }

    /// Lets another take it at once.
    pub async fn give_back(&self, db: &Db, env: &Environment) -> Result<(), DomainError> {
        if self.until.swap(0, Ordering::Relaxed) == 0 {
            return Ok(());
        }
        let tx = db.begin(AuditContext::system(env.clock.now())).await?;
        self.renew(&tx, self.ours(), Instant(0)).await?;
        Ok(tx.commit().await?)
    }

    fn ours(&self) -> Condition {
        Condition::all().add(lease::Column::Holder.eq(self.holder))
    }

    async fn renew(&self, tx: &Tx, when: Condition, until: Instant) -> Result<bool, DomainError> {
        let done = lease::Entity::update_many()
            .col_expr(lease::Column::Holder, Expr::value(self.holder))
            .col_expr(lease::Column::Until, Expr::value(until))
            .filter(lease::Column::Name.eq(self.name))
            .filter(when)
            .exec(tx.on())
            .await?;
        Ok(done.rows_affected > 0)
    }

    /// The first of all to hold it.
    async fn found(&self, tx: &Tx, until: Instant) -> Result<bool, DomainError> {
        let row = lease::ActiveModel {
            name: Set(self.name.to_owned()),
            holder: Set(self.holder),
            until: Set(until),
        };
        let unless_there = OnConflict::column(lease::Column::Name).do_nothing().to_owned();
        let rows =
            lease::Entity::insert(row).on_conflict(unless_there).exec_without_returning(tx.on()).await?;
        Ok(rows > 0)
    }
}
