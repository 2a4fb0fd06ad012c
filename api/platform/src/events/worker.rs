//! The worker: runs the background jobs, each under its lease, until it is told to stop. A fault is logged, and the
//! job is tried again after growing pauses.

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
    /// Interval of checks for work.
    pub every: Duration,
    /// Whether to check as soon as an event occurs in this process.
    pub follows_events: bool,
    /// Does a part of the work, in transactions fenced by the lease. It runs again if the database aborted one of
    /// them, so it reads each time what is left to do.
    pub work: for<'a> fn(&'a Arc<AppState>, &'a Lease) -> Promised<'a, Progress>,
}

/// Pause between two checks, so that simultaneous events are processed together.
const TOGETHER: Duration = Duration::from_millis(100);
/// Interval of heartbeats of a worker without work, well below the duration of its lease.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);
/// Interval at which a standby worker checks whether it is needed.
const STANDING_BY: Duration = Duration::from_secs(5);
/// Longest duration of the last piece of work after the worker is told to stop.
const PATIENCE: Duration = Duration::from_secs(10);

/// Background jobs of an application, and the process that runs them.
pub struct Worker {
    jobs: Vec<BackgroundJob>,
    doer: Doer,
}

/// Shared context of all jobs in one process.
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

    /// Sets the interval of heartbeats; for tests, which set the clock and do not wait.
    pub fn with_sign_of_life_every(mut self, sign_of_life: Duration) -> Self {
        self.doer.sign_of_life = sign_of_life;
        self
    }

    /// Runs until `stop`; then completes the present work and releases the leases.
    pub async fn run(self, stop: watch::Receiver<bool>) {
        let mut at_work = JoinSet::new();
        for job in self.jobs {
            at_work.spawn(keep_running(self.doer.clone(), job, stop.clone()));
        }
        while at_work.join_next().await.is_some() {}
    }

    /// Runs every job until none has work left. For tests and for commands of the program.
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

/// Keeps a job running: after a panic it is started again.
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

/// One job in one process.
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
        // The sender of the stop signal may also be gone.
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

    /// One piece of work, if the lease is held. `None` if it was told to stop and did not complete in time.
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

    /// Waits, and sends heartbeats: an idle job keeps its lease.
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

/// Waits until the worker is told to stop; also if the sender is gone.
async fn told_to_stop(stop: &mut watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}

/// Pause after a number of consecutive faults: twice as long each time, at most one minute, with a random part, so
/// that several workers do not retry at once.
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
