//! The demonstration network: invented organisations in three countries, and half a year of their
//! work with invented people, so that whoever starts the program for the first time finds it in
//! use.
//!
//! What nobody's action makes (organisations, members, services, grounds) is written directly;
//! everything about people is done by the same actions as in real life, with the clock turned to
//! when it happened. Names, choices and days come from a seed and are the same every time,
//! counted from today; ids and keys are drawn anew.

mod agreements;
mod cast;
mod days;
mod founding;
mod large;
mod legal_bases;
mod lines;
mod offer;
mod organisations;
mod plot;
mod present;
mod services;
mod stage;
mod steps;
#[cfg(test)]
mod tests;
mod timetable;
mod words;
mod words_ru;

pub use founding::{Loaded, loaded};
pub use large::fill_large;

use std::{collections::HashMap, sync::Arc};

use chrono::NaiveDate;
use fastrand::Rng;

use platform::{
    context::AppState,
    environment::{Clock, Environment},
    error::DomainError,
    reference_data::ReferenceData,
};

/// The same network every time.
const SEED: u64 = 20_261_123;
/// When the organisations joined, in days before today.
const FOUNDED: i64 = 300;

/// What the program says where one may choose who to be.
pub const WHO: &str = "\
This is the demonstration network: nobody in it is real. The first page lets you choose who to be:
  officer@prison.example        a resettlement officer in a prison
  caseworker@ngo.example        a case worker of an organisation that houses and accompanies people
  admin@ngo.example             its administrator, for whom an agreement waits
  pastor@parish.example         a parish priest
  social@municipality.example   the head of a municipality's social department
  jobs@employment.example       an employment officer
  trainer@centre.example        a trainer in a social centre
  coordinator@network.example   the network's coordinator";

/// Loads the demonstration network, as it stands today, into a database that holds no organisation yet. The database is
/// marked before the first row and when the last is written, so that a load that was interrupted is recognised.
pub async fn load(app: &Arc<AppState>) -> Result<(), DomainError> {
    if founding::is_taken(&app.db).await? {
        return Err(DomainError::BadInput(
            "the database holds organisations already: the demonstration network goes into an empty one"
                .to_owned(),
        ));
    }
    founding::mark(&app.db, app.env.clock.now()).await?;
    // Whatever a power cut takes is loaded again.
    app.db.set_durable(false).await?;
    let loaded = fill(app, app.env.clock.now().utc().date_naive()).await;
    app.db.set_durable(true).await?;
    loaded?;
    founding::complete(&app.db, app.env.clock.now()).await
}

/// Fills an empty database with the demonstration network, as it stands on a day.
pub async fn fill(app: &Arc<AppState>, today: NaiveDate) -> Result<(), DomainError> {
    let skipped = enact(app, today).await?;
    tracing::debug!(?skipped, "the demonstration network is loaded");
    Ok(())
}

/// Fills it, and says for which steps it was too late when their time came.
async fn enact(app: &Arc<AppState>, today: NaiveDate) -> Result<Vec<String>, DomainError> {
    let mut rng = Rng::with_seed(SEED);
    let cast = cast::cast(&mut rng, today);
    let clock = Clock::fixed_at(timetable::at(founding::days_from(today, -FOUNDED), 8, 0));
    let env = Environment::with_clock(clock.clone());
    let db = app.db.with_env(&env);
    let founded = founding::found(&db, clock.now(), today).await?;
    let mut plot = plot::Plot::new(&cast, &founded, today, &mut rng);
    plot.write();
    let stories = plot.stories;
    let reference_data = ReferenceData::load(db.read()).await?;
    let past = AppState {
        db,
        sealing: app.sealing.clone(),
        env,
        reference_data,
        capabilities: app.capabilities,
        mailer: app.mailer.clone(),
        demonstration: app.demonstration,
    };
    let mut stage = stage::Stage {
        app: Arc::new(past),
        clock,
        founded: &founded,
        cast: &cast,
        stories: &stories,
        today,
        viewers: HashMap::new(),
        agreements: HashMap::new(),
        people: HashMap::new(),
        needs: HashMap::new(),
        consents: HashMap::new(),
        legs: HashMap::new(),
        skipped: Vec::new(),
        reminders_sent: None,
    };
    stage.perform(timetable::Timetable::of(&cast, &stories, today)).await?;
    // This morning's clocks are rung by the worker, when the morning has come.
    stage.mornings_until(timetable::at(founding::days_from(today, -1), 7, 0)).await?;
    Ok(stage.skipped)
}

/// The family names of the people in it, for looking where they must not be. Each is one person's
/// alone, and no member's.
pub fn names() -> Vec<String> {
    cast::family_names().map(str::to_owned).collect()
}
