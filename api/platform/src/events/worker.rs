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
use crate::{capability::Promised, context::AppState, db::run_anew, error::DomainError, sealing::random};

/// Whether there is more to do at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    Idle,
    More,
}

/// Something that is to be done again and again, by one worker at a time.
#[derive(Clone, Copy)]
pub struct BackgroundJob {
    /// Also the name of its lease.
    pub name: &'static str,
    /// How often to look whether there is something to do.
    pub every: Duration,
    /// Whether to look as soon as something happened in this process.
    pub follows_events: bool,
    /// Does some of it, in transactions behind the lease. It is run anew where the database aborted one of them, so
    /// it reads each time what is left to do.
    pub work: for<'a> fn(&'a Arc<AppState>, &'a Lease) -> Promised<'a, Progress>,
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
    jobs: Vec<BackgroundJob>,
    doer: Doer,
}

/// What every duty is done with in one process.
#[derive(Clone)]
struct Doer {
    app: Arc<AppState>,
    /// This process, as leases know it.
    holder: Uuid,
    sign_of_life: Duration,
}

impl Worker {
    pub fn new(app: Arc<AppState>) -> Self {
        let jobs = app.capabilities.jobs().collect();
        let doer = Doer { app, holder: Uuid::from_bytes(random()), sign_of_life: SIGN_OF_LIFE };
        Self { jobs, doer }
    }

    /// Looks this often whether a sign of life is due; for tests, which turn the clock and do not wait.
    pub fn with_sign_of_life_every(mut self, sign_of_life: Duration) -> Self {
        self.doer.sign_of_life = sign_of_life;
        self
    }

    /// Works until `stop` says so; then finishes what is under way and gives the leases back.
    pub async fn run(self, stop: watch::Receiver<bool>) {
        let mut at_work = JoinSet::new();
        for job in self.jobs {
            at_work.spawn(keep_running(self.doer.clone(), job, stop.clone()));
        }
        while at_work.join_next().await.is_some() {}
    }

    /// Does every duty until none has anything to do. For tests and for the program's own commands,
    /// which wait for nobody.
    pub async fn catch_up(&self) -> Result<(), DomainError> {
        let Doer { app, holder, .. } = &self.doer;
        let leases: Vec<Lease> = self.jobs.iter().map(|job| Lease::new(job.name, *holder)).collect();
        loop {
            let mut idle = true;
            for (job, lease) in self.jobs.iter().zip(&leases) {
                if !lease.keep(&app.db, &app.env).await? {
                    return Err(DomainError::Internal(format!("another worker holds {}", job.name)));
                }
                idle &= run_anew(|| (job.work)(app, lease)).await? == Progress::Idle;
            }
            if idle {
                break;
            }
        }
        for lease in &leases {
            lease.give_back(&app.db, &app.env).await?;
        }
        Ok(())
    }
}

/// Keeps a duty's post filled: one that breaks off by a fault of ours is filled anew.
async fn keep_running(doer: Doer, job: BackgroundJob, stop: watch::Receiver<bool>) {
    loop {
        let lease = Lease::new(job.name, doer.holder);
        let runner = JobRunner { app: doer.app.clone(), job, lease, sign_of_life: doer.sign_of_life };
        match tokio::spawn(runner.run_until_stopped(stop.clone())).await {
            Ok(()) => return,
            Err(broke) => {
                tracing::error!(job = job.name, %broke, "a background job was interrupted and starts again")
            }
        }
        sleep(after_fault(1)).await;
    }
}

/// One duty in one process.
struct JobRunner {
    app: Arc<AppState>,
    job: BackgroundJob,
    lease: Lease,
    sign_of_life: Duration,
}

impl JobRunner {
    async fn run_until_stopped(self, mut stop: watch::Receiver<bool>) {
        let mut committed = self.app.db.subscribe_to_events();
        let mut faults = 0;
        // Whoever could tell it to stop may also be gone.
        while !*stop.borrow() && stop.has_changed().is_ok() {
            committed.mark_unchanged();
            let pause = match self.turn(&mut stop).await {
                Some(Ok(Some(Progress::More))) => Duration::ZERO,
                Some(Ok(Some(Progress::Idle))) => self.job.every,
                Some(Ok(None)) => STANDING_BY,
                Some(Err(error)) => {
                    tracing::error!(
                        job = self.job.name,
                        ?error,
                        "a background job failed and is tried again"
                    );
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
            let wakes = self.job.follows_events && pause != STANDING_BY;
            tokio::select! {
                () = self.wait(pause) => {}
                Ok(()) = committed.changed(), if wakes => self.rest(&mut stop, TOGETHER).await,
                () = told_to_stop(&mut stop) => {}
            }
        }
        if let Err(error) = self.lease.give_back(&self.app.db, &self.app.env).await {
            tracing::warn!(job = self.job.name, ?error, "a lease could not be released and will expire");
        }
    }

    /// One piece of work, where the lease is ours. `None` where it was told to stop and did not end
    /// in time.
    async fn turn(&self, stop: &mut watch::Receiver<bool>) -> Option<Result<Option<Progress>, DomainError>> {
        let work = async {
            if !self.lease.keep(&self.app.db, &self.app.env).await? {
                return Ok(None);
            }
            run_anew(|| (self.job.work)(&self.app, &self.lease)).await.map(Some)
        };
        tokio::pin!(work);
        tokio::select! {
            done = &mut work => Some(done),
            () = told_to_stop(stop) => timeout(PATIENCE, work).await.ok(),
        }
    }

    /// Waits, and gives a sign of life meanwhile: a duty is held while it rests as well.
    async fn wait(&self, pause: Duration) {
        let mut left = pause;
        while left > self.sign_of_life {
            sleep(self.sign_of_life).await;
            left -= self.sign_of_life;
            if let Err(error) = self.lease.keep(&self.app.db, &self.app.env).await {
                tracing::warn!(job = self.job.name, ?error, "a heartbeat could not be written");
            }
        }
        sleep(left).await;
    }

    async fn rest(&self, stop: &mut watch::Receiver<bool>, pause: Duration) {
        tokio::select! {
            () = sleep(pause) => {}
            () = told_to_stop(stop) => {}
        }
    }
}

/// Waits until the worker is told to stop; also when nobody is left to tell it.
async fn told_to_stop(stop: &mut watch::Receiver<bool>) {
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
