//! The gateway: builds the application from its parts, for `main` and for tests alike.

pub mod access;
mod cli_actor;
pub mod config;
pub mod context;
pub mod db;
pub mod demonstration;
mod described_enum;
pub mod doctor;
pub mod domain;
pub mod environment;
pub mod error;
pub mod events;
pub mod exporting;
pub mod graphql;
pub mod http;
pub mod identity;
pub mod importing;
pub mod mailer;
pub mod maintenance;
pub mod paging;
pub mod reference_data;
pub mod schema;
pub mod sealing;
pub mod spreadsheets;
pub mod start;

use std::{sync::Arc, time::Duration};

use axum::Router;

use crate::{
    config::Config,
    context::{AppState, Reactions},
    db::Db,
    domain::{imports, notifications, people, referrals},
    events::{BackgroundJob, Worker, idempotency_keys, sequencing},
    graphql::transport::Gateway,
    mailer::Mailer,
    reference_data::ReferenceData,
    start::stop,
};
pub use crate::{
    environment::{Clock, Environment},
    start::StartError,
};

/// The application, ready to serve.
#[derive(Clone)]
pub struct App {
    state: Arc<AppState>,
    gateway: Arc<Gateway>,
    config: Arc<Config>,
    notes: Arc<[String]>,
    answered: Arc<http::Answered>,
}

/// How rooms react to each other.
pub const REACTIONS: Reactions = Reactions {
    consent_ended: referrals::end_for_consent,
    release_moved: referrals::release_moved,
    person_erased: referrals::end_for_erasure,
};

/// What is done without being asked.
pub const BACKGROUND_JOBS: &[BackgroundJob] = &[
    BackgroundJob {
        name: sequencing::JOB,
        every: Duration::from_secs(1),
        follows_events: true,
        work: |state, lease| Box::pin(sequencing::advance(state, lease)),
    },
    BackgroundJob {
        name: referrals::DEADLINES_JOB,
        every: Duration::from_secs(20),
        follows_events: false,
        work: |state, lease| Box::pin(referrals::process_deadlines(state, lease)),
    },
    BackgroundJob {
        name: referrals::SEND_ON_RELEASE_JOB,
        every: Duration::from_secs(20),
        follows_events: false,
        work: |state, lease| Box::pin(referrals::send_on_release(state, lease)),
    },
    BackgroundJob {
        name: people::CONSENT_EXPIRY_JOB,
        every: Duration::from_secs(600),
        follows_events: false,
        work: |state, lease| Box::pin(people::expire_consents(state, lease)),
    },
    BackgroundJob {
        name: notifications::actions::JOB,
        every: Duration::from_secs(1),
        follows_events: false,
        work: |state, lease| Box::pin(notifications::actions::notify(state, lease)),
    },
    BackgroundJob {
        name: notifications::actions::DELIVERY_JOB,
        every: Duration::from_secs(5),
        follows_events: false,
        work: |state, lease| Box::pin(notifications::actions::deliver(state, lease)),
    },
    BackgroundJob {
        name: imports::JOB,
        every: Duration::from_secs(1),
        follows_events: true,
        work: |state, lease| Box::pin(imports::process(state, lease)),
    },
    BackgroundJob {
        name: idempotency_keys::JOB,
        every: Duration::from_secs(600),
        follows_events: false,
        work: |state, lease| Box::pin(idempotency_keys::sweep(state, lease)),
    },
];

impl App {
    /// Checks the settings, opens the database, brings it up to this release and joins the rooms.
    pub async fn build(config: Config, env: Environment) -> Result<Self, StartError> {
        let mailer = Mailer::of(&config).map_err(stop)?;
        let opened = start::open(&config, &env).await?;
        let demonstration = start::is_demonstration(&opened.db).await?;
        let reference_data = ReferenceData::load(opened.db.read()).await?;
        let state = AppState {
            db: opened.db,
            sealing: opened.sealing,
            env,
            reference_data,
            reactions: REACTIONS,
            mailer: Arc::new(mailer),
            demonstration,
        };
        let gateway = schema::gateway().map_err(stop)?;
        Ok(Self {
            state: Arc::new(state),
            gateway: Arc::new(gateway),
            config: Arc::new(config),
            notes: opened.notes.into(),
            answered: Arc::default(),
        })
    }

    /// Loads the demonstration network into an empty database; leaves one that has it alone.
    pub async fn with_demonstration(self) -> Result<Self, StartError> {
        if self.state.demonstration {
            return Ok(self);
        }
        demonstration::load(&self.state).await?;
        let state = AppState {
            db: self.state.db.clone(),
            sealing: self.state.sealing.clone(),
            env: self.state.env.clone(),
            reference_data: ReferenceData::load(self.state.db.read()).await?,
            reactions: REACTIONS,
            mailer: self.state.mailer.clone(),
            demonstration: true,
        };
        Ok(Self { state: Arc::new(state), ..self })
    }

    /// Every route.
    pub fn router(&self) -> Router {
        http::router(self.state.clone(), self.gateway.clone(), &self.config, self.answered.clone())
    }

    /// A page as this member sees it, for the program's own commands.
    pub async fn page_for(
        &self,
        viewer: access::Viewer,
        path: &str,
        language: &str,
    ) -> axum::response::Response {
        http::page_for(self.state.clone(), self.gateway.clone(), viewer, path, language).await
    }

    /// The figures for whoever watches over the installation; for an address of their own.
    pub fn metrics(&self) -> Router {
        http::metrics(self.state.clone(), self.answered.clone())
    }

    /// Who does the duties.
    pub fn worker(&self) -> Worker {
        Worker::new(self.state.clone(), BACKGROUND_JOBS)
    }

    /// The database, for the program's own commands and for tests that look into tables.
    pub fn db(&self) -> &Db {
        &self.state.db
    }

    /// What rooms share.
    pub fn state(&self) -> &Arc<AppState> {
        &self.state
    }

    /// What the start has to say: where a key was made.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }
}
