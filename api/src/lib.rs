//! The gateway: builds the application from its parts, for `main` and for tests.

mod cli_actor;
pub mod doctor;
pub mod exporting;
pub mod http;
pub mod importing;
pub mod maintenance;
pub mod schema;
pub mod start;

use std::sync::Arc;

use axum::Router;

pub use crate::start::StartError;
use crate::start::stop;
use capabilities::ALL;
pub use platform::environment::{Clock, Environment};
use platform::{
    access, capability::Capabilities, config::Config, context::AppState, db::Db, events::Worker,
    graphql::transport::Gateway, mailer::Mailer, reference_data::ReferenceData,
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

impl App {
    /// Checks the settings, opens the database, brings it up to this release and joins the parts.
    pub async fn build(config: Config, env: Environment) -> Result<Self, StartError> {
        Self::build_of(ALL, config, env).await
    }

    /// The same with another list of capabilities.
    pub async fn build_of(
        capabilities: Capabilities,
        config: Config,
        env: Environment,
    ) -> Result<Self, StartError> {
        let mailer = Mailer::of(&config).map_err(stop)?;
        let opened = start::open(&config, &env).await?;
        let demonstration = start::is_demonstration(&opened.db).await?;
        let reference_data = ReferenceData::load(opened.db.read()).await?;
        let state = AppState {
            db: opened.db,
            sealing: opened.sealing,
            env,
            reference_data,
            capabilities,
            mailer: Arc::new(mailer),
            demonstration,
        };
        let gateway = schema::gateway(capabilities).map_err(stop)?;
        Ok(Self {
            state: Arc::new(state),
            gateway: Arc::new(gateway),
            config: Arc::new(config),
            notes: opened.notes.into(),
            answered: Arc::default(),
        })
    }

    /// Loads the demonstration network into an empty database; keeps one that is loaded already.
    pub async fn with_demonstration(self) -> Result<Self, StartError> {
        if self.state.demonstration {
            return Ok(self);
        }
        demo::load(&self.state).await?;
        let state = AppState {
            db: self.state.db.clone(),
            sealing: self.state.sealing.clone(),
            env: self.state.env.clone(),
            reference_data: ReferenceData::load(self.state.db.read()).await?,
            capabilities: self.state.capabilities,
            mailer: self.state.mailer.clone(),
            demonstration: true,
        };
        Ok(Self { state: Arc::new(state), ..self })
    }

    /// Every route.
    pub fn router(&self) -> Router {
        http::router(self.state.clone(), self.gateway.clone(), &self.config, self.answered.clone())
    }

    /// A page as this member sees it, for commands of the program.
    pub async fn page_for(
        &self,
        viewer: access::Viewer,
        path: &str,
        language: &str,
    ) -> axum::response::Response {
        http::page_for(self.state.clone(), self.gateway.clone(), viewer, path, language).await
    }

    /// Metrics for monitoring, on an address of their own.
    pub fn metrics(&self) -> Router {
        http::metrics(self.state.clone(), self.answered.clone())
    }

    /// Worker that runs the background jobs.
    pub fn worker(&self) -> Worker {
        Worker::new(self.state.clone())
    }

    /// Database, for commands of the program and for tests that read tables.
    pub fn db(&self) -> &Db {
        &self.state.db
    }

    /// Shared state of the application.
    pub fn state(&self) -> &Arc<AppState> {
        &self.state
    }

    /// Messages of the start, such as the place of a new key.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }
}
