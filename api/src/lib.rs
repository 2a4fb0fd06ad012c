//! The gateway: builds the application from its parts, for `main` and for tests alike.

pub mod access;
mod acting;
pub mod atlas;
pub mod config;
pub mod db;
pub mod demonstration;
pub mod doctor;
pub mod domain;
pub mod events;
pub mod exporting;
pub mod graphql;
pub mod house;
pub mod http;
pub mod identity;
pub mod importing;
pub mod keeping;
pub mod paging;
pub mod post;
pub mod refusal;
pub mod schema;
pub mod sealing;
pub mod sheets;
pub mod start;
mod words;
pub mod world;

use std::{sync::Arc, time::Duration};

use axum::Router;

use crate::{
    atlas::Atlas,
    config::Config,
    db::Db,
    domain::{imports, notices, people, referrals},
    events::{Duty, Worker, journal, keys},
    graphql::transport::Gateway,
    house::{House, Reactions},
    post::Post,
    start::stop,
};
pub use crate::{
    start::StartError,
    world::{Clock, World},
};

/// The application, ready to serve.
#[derive(Clone)]
pub struct App {
    house: Arc<House>,
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
pub const DUTIES: &[Duty] = &[
    Duty {
        name: journal::DUTY,
        every: Duration::from_secs(1),
        follows_events: true,
        work: |house, lease| Box::pin(journal::advance(house, lease)),
    },
    Duty {
        name: referrals::CLOCKS,
        every: Duration::from_secs(20),
        follows_events: false,
        work: |house, _| Box::pin(referrals::ring_clocks(house)),
    },
    Duty {
        name: referrals::DRAFTS,
        every: Duration::from_secs(20),
        follows_events: false,
        work: |house, _| Box::pin(referrals::send_on_release(house)),
    },
    Duty {
        name: people::CONSENTS,
        every: Duration::from_secs(600),
        follows_events: false,
        work: |house, _| Box::pin(people::consents_run_out(house)),
    },
    Duty {
        name: notices::actions::DUTY,
        every: Duration::from_secs(1),
        follows_events: false,
        work: |house, lease| Box::pin(notices::actions::tell(house, lease)),
    },
    Duty {
        name: notices::actions::POST,
        every: Duration::from_secs(5),
        follows_events: false,
        work: |house, lease| Box::pin(notices::actions::post(house, lease)),
    },
    Duty {
        name: imports::DUTY,
        every: Duration::from_secs(1),
        follows_events: true,
        work: |house, lease| Box::pin(imports::work(house, lease)),
    },
    Duty {
        name: keys::DUTY,
        every: Duration::from_secs(600),
        follows_events: false,
        work: |house, _| Box::pin(keys::sweep(house)),
    },
];

impl App {
    /// Checks the settings, opens the database, brings it up to this release and joins the rooms.
    pub async fn build(config: Config, world: World) -> Result<Self, StartError> {
        let post = Post::of(&config).map_err(stop)?;
        let opened = start::open(&config, &world).await?;
        let demonstration = start::is_demonstration(&opened.db).await?;
        let atlas = Atlas::load(opened.db.read()).await?;
        let house = House {
            db: opened.db,
            sealing: opened.sealing,
            world,
            atlas,
            reactions: REACTIONS,
            post: Arc::new(post),
            demonstration,
        };
        let gateway = schema::gateway().map_err(stop)?;
        Ok(Self {
            house: Arc::new(house),
            gateway: Arc::new(gateway),
            config: Arc::new(config),
            notes: opened.notes.into(),
            answered: Arc::default(),
        })
    }

    /// Loads the demonstration network into an empty database; leaves one that has it alone.
    pub async fn with_demonstration(self) -> Result<Self, StartError> {
        if self.house.demonstration {
            return Ok(self);
        }
        demonstration::load(&self.house).await?;
        let house = House {
            db: self.house.db.clone(),
            sealing: self.house.sealing.clone(),
            world: self.house.world.clone(),
            atlas: Atlas::load(self.house.db.read()).await?,
            reactions: REACTIONS,
            post: self.house.post.clone(),
            demonstration: true,
        };
        Ok(Self { house: Arc::new(house), ..self })
    }

    /// Every route.
    pub fn router(&self) -> Router {
        http::router(self.house.clone(), self.gateway.clone(), &self.config, self.answered.clone())
    }

    /// A page as this member sees it, for the program's own commands.
    pub async fn page_for(
        &self,
        viewer: access::Viewer,
        path: &str,
        language: &str,
    ) -> axum::response::Response {
        http::page_for(self.house.clone(), self.gateway.clone(), viewer, path, language).await
    }

    /// The figures for whoever watches over the installation; for an address of their own.
    pub fn metrics(&self) -> Router {
        http::metrics(self.house.clone(), self.answered.clone())
    }

    /// Who does the duties.
    pub fn worker(&self) -> Worker {
        Worker::new(self.house.clone(), DUTIES)
    }

    /// The database, for the program's own commands and for tests that look into tables.
    pub fn db(&self) -> &Db {
        &self.house.db
    }

    /// What rooms share.
    pub fn house(&self) -> &Arc<House> {
        &self.house
    }

    /// What the start has to say: where a key was made.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }
}
