//! A large network for measuring, written in bulk and not by actions: some organisations with
//! twenty times more than the others, agreements of which a few are suspended, answers of which a
//! few were taken back or ran out, and for each recipient a list of what waits. Values are sealed
//! and keys are real. Seeded; ids and keys are drawn anew.

mod bulk;
mod chance;
mod frame;
mod people;
mod referrals;

use std::{sync::Arc, time::Instant as Stopwatch};

use fastrand::Rng;
use platform::{
    context::AppState, db::Db, error::DomainError, events::sequencing, reference_data::ReferenceData,
};

use self::{
    bulk::{BulkWriter, Rows},
    referrals::{Counters, SealingKeys},
};
use super::founding;

const SEED: u64 = 1_000_003;
/// Rows that are written together.
const BATCH: usize = 250_000;
/// Seconds in a day.
const DAY: i64 = 86_400;

/// Fills an empty database with so many people and referrals; reports now and then how far it is.
pub async fn fill_large(
    app: &Arc<AppState>,
    people: u32,
    referrals: u32,
    mut progress: impl FnMut(String),
) -> Result<(), DomainError> {
    if founding::is_taken(&app.db).await? {
        return Err(DomainError::BadInput(
            "the database holds organisations already: a network for measuring goes into an empty one"
                .to_owned(),
        ));
    }
    let stopwatch = Stopwatch::now();
    let now = app.env.clock.now();
    let today = now.utc().date_naive();
    let reference_data = ReferenceData::load(app.db.read()).await?;
    let mut rng = Rng::with_seed(SEED);
    founding::mark(&app.db, now).await?;
    let mut writing = Writing::begin(&app.db, now).await?;
    let mut counters = Counters::default();
    let organisations = (people / 400).clamp(20, 500) as usize;
    let joined = (now.plus_seconds(-1_000 * DAY), today);
    let mut frame = frame::frame(
        &mut rng,
        &mut writing.rows,
        (&app.sealing, &reference_data),
        (organisations, people),
        joined,
    )?;

    let weight: u64 = frame.places.iter().map(|place| u64::from(place.weight)).sum();
    let (mut done, mut weighed) = (0, 0);
    for holder in 0..organisations {
        weighed += u64::from(frame.places[holder].weight);
        let until = (u64::from(people) * weighed / weight) as u32;
        while done < until {
            let rows = &mut writing.rows;
            let place = &mut frame.places[holder];
            let who = people::person_sample(&mut rng, rows, &app.sealing, place, (now, today))?;
            let mut ink = SealingKeys {
                rng: &mut rng,
                rows,
                sealing: &app.sealing,
                counters: &mut counters,
                now,
                today,
            };
            referrals::referrals(&mut ink, &mut frame, holder, &who, share(done, people, referrals))?;
            done += 1;
            if writing.rows.count >= BATCH {
                writing.write().await?;
                progress(format!("{done} of {people} people, {} s", stopwatch.elapsed().as_secs()));
            }
        }
    }
    writing.end().await?;
    sequencing::sequence_all(app).await?;
    founding::complete(&app.db, now).await?;
    progress(format!("{people} people and {referrals} referrals in {} s", stopwatch.elapsed().as_secs()));
    Ok(())
}

/// How many of all referrals are of this person, so that they are even and their sum is exact.
fn share(n: u32, people: u32, referrals: u32) -> u32 {
    let until = |n: u32| u64::from(n) * u64::from(referrals) / u64::from(people);
    (until(n + 1) - until(n)) as u32
}

/// Writes one batch while the next is drawn.
struct Writing {
    rows: Rows,
    for_postgres: bool,
    under_way: Option<tokio::task::JoinHandle<Result<BulkWriter, DomainError>>>,
    idle: Option<BulkWriter>,
}

impl Writing {
    async fn begin(db: &Db, at: entities::instant::Instant) -> Result<Self, DomainError> {
        let for_postgres = db.is_postgres();
        let idle = Some(BulkWriter::open(db, at).await?);
        Ok(Self { rows: Rows::new(for_postgres), for_postgres, under_way: None, idle })
    }

    async fn writer(&mut self) -> Result<BulkWriter, DomainError> {
        match self.under_way.take() {
            Some(task) => task.await.map_err(|broke| DomainError::fault("writing broke off", &broke))?,
            None => self.idle.take().ok_or_else(|| DomainError::Internal("writing stopped".to_owned())),
        }
    }

    async fn write(&mut self) -> Result<(), DomainError> {
        let writer = self.writer().await?;
        let rows = std::mem::replace(&mut self.rows, Rows::new(self.for_postgres));
        self.under_way = Some(tokio::spawn(writer.write(rows)));
        Ok(())
    }

    async fn end(mut self) -> Result<(), DomainError> {
        self.write().await?;
        self.writer().await?.close().await
    }
}
