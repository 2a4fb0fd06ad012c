//! The application in this process, on a real database of its own, with a clock that stands still until
//! it is turned. Tests speak to it as its users do: GraphQL with a token, pages with a session.

mod pages;

use std::path::Path;

use api::App;
use axum::body::Body;
use http::Request;
use http_body_util::BodyExt;
use platform::capability::Capabilities;
use platform::config::Config;
use platform::{environment::Clock, environment::Environment};
use tower::ServiceExt;

pub use crate::answer::Answer;
pub use crate::client::{Member, code, problems};
use crate::databases::{Database, Postgres};
use crate::folder::Folder;
use crate::templates::{self, Content};
pub use pages::{Page, Visitor};

/// The address that the application believes to be reached at.
pub const PUBLIC_URL: &str = "http://throughgate.test";
/// A Monday morning, the first day of every test.
pub const START: &str = "2026-11-23T09:00:00Z";
/// The key of every database that tests make, so that a copy of one opens wherever it is put.
pub const MASTER_KEY: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

pub struct TestApp {
    app: App,
    pub clock: Clock,
    config: Config,
    pub(crate) postgres: Option<Postgres>,
    pub(crate) folder: Folder,
}

impl TestApp {
    /// Migrated, with nobody in it.
    pub async fn empty(database: Database) -> TestApp {
        Self::of(database, Content::Nothing).await
    }

    /// With a small network of four organisations and their members: see [`crate::network`].
    pub async fn network(database: Database) -> TestApp {
        Self::of(database, Content::Network).await
    }

    /// With the demonstration network, for tests of it or of much at once.
    pub async fn demo(database: Database) -> TestApp {
        Self::of(database, Content::Demonstration).await
    }

    /// With the demonstration network, and settings beside the usual ones.
    pub async fn demo_with(database: Database, settings: &[(&str, &str)]) -> TestApp {
        Self::copied(database, Content::Demonstration, settings).await
    }

    /// With the small network, and another list of capabilities.
    pub async fn network_with(database: Database, capabilities: Capabilities) -> TestApp {
        Self::of(database, Content::Network).await.with_capabilities(capabilities).await
    }

    /// The same application, started anew with another list of capabilities.
    pub async fn with_capabilities(self, capabilities: Capabilities) -> TestApp {
        let clock = self.clock.clone();
        let (folder, postgres) = self.stop().await;
        Self::on_with(capabilities, folder, postgres, clock, &[]).await
    }

    async fn of(database: Database, content: Content) -> TestApp {
        Self::copied(database, content, &[]).await
    }

    async fn copied(database: Database, content: Content, settings: &[(&str, &str)]) -> TestApp {
        let folder = Folder::new("app");
        let postgres = templates::copy_to(folder.path(), database, content).await;
        Self::on(folder, postgres, Clock::fixed_at(start()), settings).await
    }

    /// The application on a data folder, and on PostgreSQL where there is a database.
    pub async fn on(
        folder: Folder,
        postgres: Option<Postgres>,
        clock: Clock,
        settings: &[(&str, &str)],
    ) -> TestApp {
        Self::on_with(capabilities::ALL, folder, postgres, clock, settings).await
    }

    async fn on_with(
        capabilities: Capabilities,
        folder: Folder,
        postgres: Option<Postgres>,
        clock: Clock,
        settings: &[(&str, &str)],
    ) -> TestApp {
        let address = postgres.as_ref().map(Postgres::address);
        let config = config(folder.path(), address.as_deref(), settings);
        let mut env = Environment::with_clock(clock.clone());
        env.count_statements = true;
        let app = App::build_of(capabilities, config.clone(), env).await;
        let app = app.unwrap_or_else(|error| panic!("the application starts: {error}"));
        TestApp { app, clock, config, postgres, folder }
    }

    /// Loads the demonstration network, as the clock stands.
    pub(crate) async fn with_demonstration(self) -> TestApp {
        let app = self.app.with_demonstration().await;
        let app = app.unwrap_or_else(|error| panic!("the demonstration network: {error}"));
        TestApp { app, ..self }
    }

    /// How it is set up.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Its data folder.
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Time as it is in this test, for what takes the settings instead of the application.
    pub fn env(&self) -> Environment {
        Environment::with_clock(self.clock.clone())
    }

    /// Stops it: its data folder, whose SQLite file is whole, and its database on PostgreSQL.
    pub async fn stop(self) -> (Folder, Option<Postgres>) {
        self.app.db().close().await.expect("connections can be closed");
        (self.folder, self.postgres)
    }

    /// What the database holds, for tests that look past the public surface.
    pub fn db(&self) -> &platform::db::Db {
        self.app.db()
    }

    /// What the application's rooms share.
    pub fn state(&self) -> &std::sync::Arc<platform::context::AppState> {
        self.app.state()
    }

    /// Does what is done without being asked, when a test says so.
    pub fn worker(&self) -> platform::events::Worker {
        self.app.worker()
    }

    /// Asks as nobody.
    pub fn as_nobody(&self) -> Member<'_> {
        Member::nobody(self)
    }

    /// Asks with a token of this member.
    pub async fn as_member(&self, email: &str) -> Member<'_> {
        Member::with_token(self, email).await
    }

    /// Asks with a token that somebody was shown.
    pub fn with_secret(&self, token: &str) -> Member<'_> {
        Member::with_secret(self, token)
    }

    /// Visits the pages without script, signed in as this member of whichever network it is.
    pub async fn browserless(&self, email: &str) -> Visitor<'_> {
        Visitor::signed_in(self, email).await
    }

    /// Visits the pages without script, not signed in.
    pub fn stranger(&self) -> Visitor<'_> {
        Visitor::new(self)
    }

    /// The id by which one can choose to be this member of the demonstration network.
    pub async fn member_id(&self, email: &str) -> String {
        let query = "{ demonstrationMembers { memberId email } }";
        let asked = self.as_nobody().data(query, serde_json::json!({})).await;
        let members = asked["demonstrationMembers"].as_array().cloned().unwrap_or_default();
        let member = members.iter().find(|member| member["email"] == *email);
        let id = member.and_then(|member| member["memberId"].as_str()).map(str::to_owned);
        id.unwrap_or_else(|| panic!("nobody can be {email}: {asked}"))
    }

    /// Turns the clock by so many days.
    pub fn days_pass(&self, days: i64) {
        self.clock.advance(days * 86_400);
    }

    /// Every route, for answers that are no text.
    pub fn router(&self) -> axum::Router {
        self.app.router()
    }

    /// One request, as it comes from the network.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.app.router().oneshot(request).await.expect("a router always answers");
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.expect("an answer has an end").to_bytes();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, headers: parts.headers, body }
    }
}

pub(crate) fn start() -> entities::instant::Instant {
    let start: chrono::DateTime<chrono::Utc> = START.parse().expect("it was written as an instant");
    start.into()
}

/// The settings of an application on a data folder, and on PostgreSQL where an address is given; `more` goes first.
pub fn config(data: &Path, address: Option<&str>, more: &[(&str, &str)]) -> Config {
    let data = data.to_string_lossy().into_owned();
    let setting = |name: &str| {
        if let Some((_, value)) = more.iter().find(|(known, _)| *known == name) {
            return Some((*value).to_owned());
        }
        let value = match name {
            "THROUGHGATE_DATA" => data.as_str(),
            "THROUGHGATE_PUBLIC_URL" => PUBLIC_URL,
            "THROUGHGATE_MASTER_KEY" => MASTER_KEY,
            "THROUGHGATE_DATABASE_CONNECTIONS" => "8",
            "DATABASE_URL" => address?,
            _ => return None,
        };
        Some(value.to_owned())
    };
    Config::from_env(&setting).expect("the tests' settings are good")
}
