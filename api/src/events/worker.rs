//! The worker: does the duties that no request waits for, each behind its lease, again and again
//! until it is told to stop. A fault is logged, and the duty tried again later and later.

use std::{sync::Arc, time::Duration};

use tokio::{
    sync::watch,
    task::JoinSet,
    time::{sleep, timeout},
};
use uuid::Uuid;

use super::leases::Lease;
use crate::{
    house::{House, Reacting},
    refusal::Refusal,
    sealing::random,
};

/// Whether there is more to do at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    Idle,
    More,
}

/// Something that is to be done again and again, by one worker at a time.
#[derive(Clone, Copy)]
pub struct Duty {
    /// Also the name of its lease.
    pub name: &'static str,
    /// How often to look whether there is something to do.
    pub every: Duration,
    /// Whether to look as soon as something happened in this process.
    pub follows_events: bool,
    /// Does some of it, in a transaction behind the lease.
    pub work: for<'a> fn(&'a Arc<House>, &'a Lease) -> Reacting<'a, Progress>,
}

/// What happens at once is taken together: a pause between two looks.
const TOGETHER: Duration = Duration::from_millis(100);
/// How often a worker that has nothing to do says that it is there, well before its lease is over.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);
/// How often a worker that stands by looks whether it is needed.
const STANDING_BY: Duration = Duration::from_secs(5);
/// How long the last piece of work may take once the worker is told to stop.
const PATIENCE: Duration = Duration::from_secs(10);

/// The duties of a house, and who does them.
pub struct Worker {
    house: Arc<House>,
    duties: &'static [Duty],
    /// This process, as leases know it.
    holder: Uuid,
}

impl Worker {
    pub fn new(house: Arc<House>, duties: &'static [Duty]) -> Self {
        Self { house, duties, holder: Uuid::from_bytes(random()) }
    }

    /// Works until `stop` says so; then finishes what is under way and gives the leases back.
    pub async fn run(self, stop: watch::Receiver<bool>) {
        let mut at_work = JoinSet::new();
        for duty in self.duties {
            at_work.spawn(keep_filled(self.house.clone(), *duty, self.holder, stop.clone()));
        }
        while at_work.join_next().await.is_some() {}
    }

    /// Does every duty until none has anything to do. For tests and for the program's own commands,
    /// which wait for nobody.
    pub async fn catch_up(&self) -> Result<(), Refusal> {
        let leases: Vec<Lease> = self.duties.iter().map(|duty| Lease::new(duty.name, self.holder)).collect();
        loop {
            let mut idle = true;
            for (duty, lease) in self.duties.iter().zip(&leases) {
                if !lease.keep(&self.house.db, &self.house.world).await? {
                    return Err(Refusal::Internal(format!("another worker holds {}", duty.name)));
                }
                idle &= (duty.work)(&self.house, lease).await? == Progress::Idle;
            }
            if idle {
                break;
            }
        }
        for lease in &leases {
            lease.give_back(&self.house.db, &self.house.world).await?;
        }
        Ok(())
    }
}

/// Keeps a duty's post filled: one that breaks off by a fault of ours is filled anew.
async fn keep_filled(house: Arc<House>, duty: Duty, holder: Uuid, stop: watch::Receiver<bool>) {
    loop {
        let post = Post { house: house.clone(), duty, lease: Lease::new(duty.name, holder) };
        match tokio::spawn(post.keep(stop.clone())).await {
            Ok(()) => return,
            Err(broke) => tracing::error!(duty = duty.name, %broke, "a duty broke off and is begun anew"),
        }
        sleep(after_fault(1)).await;
    }
}

/// One duty in one process.
struct Post {
    house: Arc<House>,
    duty: Duty,
    lease: Lease,
}

impl Post {
    async fn keep(self, mut stop: watch::Receiver<bool>) {
        let mut happened = self.house.db.happenings();
        let mut faults = 0;
        // Whoever could tell it to stop may also be gone.
        while !*stop.borrow() && stop.has_changed().is_ok() {
            happened.mark_unchanged();
            let pause = match self.turn(&mut stop).await {
                Some(Ok(Some(Progress::More))) => Duration::ZERO,
                Some(Ok(Some(Progress::Idle))) => self.duty.every,
                Some(Ok(None)) => STANDING_BY,
                Some(Err(refusal)) => {
                    tracing::error!(duty = self.duty.name, ?refusal, "a duty failed and is tried again");
                    faults += 1;
                    self.rest(&mut stop, after_fault(faults)).await;
                    continue;
                }
                None => break,
            };
            faults = 0;
            if pause.is_zero() {
                continue;
            }
            let wakes = self.duty.follows_events && pause != STANDING_BY;
            tokio::select! {
                () = self.wait(pause) => {}
                Ok(()) = happened.changed(), if wakes => self.rest(&mut stop, TOGETHER).await,
                () = told(&mut stop) => {}
            }
        }
        if let Err(refusal) = self.lease.give_back(&self.house.db, &self.house.world).await {
            tracing::warn!(duty = self.duty.name, ?refusal, "a lease was not given back and runs out");
        }
    }

    /// One piece of work, where the lease is ours. `None` where it was told to stop and did not end
    /// in time.
    async fn turn(&self, stop: &mut watch::Receiver<bool>) -> Option<Result<Option<Progress>, Refusal>> {
        let work = async {
            if !self.lease.keep(&self.house.db, &self.house.world).await? {
                return Ok(None);
            }
            (self.duty.work)(&self.house, &self.lease).await.map(Some)
        };
        tokio::pin!(work);
        tokio::select! {
            done = &mut work => Some(done),
            () = told(stop) => timeout(PATIENCE, work).await.ok(),
        }
    }

    /// Waits, and gives a sign of life meanwhile: a duty is held while it rests as well.
    async fn wait(&self, pause: Duration) {
        let mut left = pause;
        while left > SIGN_OF_LIFE {
            sleep(SIGN_OF_LIFE).await;
            left -= SIGN_OF_LIFE;
            if let Err(refusal) = self.lease.keep(&self.house.db, &self.house.world).await {
                tracing::warn!(duty = self.duty.name, ?refusal, "a sign of life was not given");
            }
        }
        sleep(left).await;
    }

    async fn rest(&self, stop: &mut watch::Receiver<bool>, pause: Duration) {
        tokio::select! {
            () = sleep(pause) => {}
            () = told(stop) => {}
        }
    }
}

/// Waits until the worker is told to stop; also when nobody is left to tell it.
async fn told(stop: &mut watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}

/// How long to wait after so many faults in a row: twice as long each time, a minute at most, and
/// some chance in it, so that several workers do not come back at once.
pub fn after_fault(faults: u32) -> Duration {
    let longest = Duration::from_secs(60).min(Duration::from_millis(500) * 2_u32.pow(faults.min(10)));
    let [chance] = random::<1>();
    longest / 2 + longest / 2 * u32::from(chance) / 255
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_and_ends_growing() {
        for faults in 1..200 {
            let (most, wait) = (Duration::from_millis(500) * 2_u32.pow(faults.min(10)), after_fault(faults));
            assert!(wait <= most.min(Duration::from_secs(60)), "{faults}: {wait:?}");
            assert!(wait >= most.min(Duration::from_secs(60)) / 2, "{faults}: {wait:?}");
        }
    }
}
