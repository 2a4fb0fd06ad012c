//! The application in this process, on a real database of its own, with a clock that stands still until
//! it is turned. Tests speak to it as its users do: GraphQL with a token, pages with a session.

mod pages;
mod requests;
mod templates;

use std::path::Path;

use api::config::Config;
use api::{App, Clock, Environment};
use axum::body::Body;
use entities::instant::Instant;
use http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt;
use tower::ServiceExt;

use crate::databases::{Database, Postgres};
use crate::folder::Folder;
pub use pages::{Page, Visitor};
pub use requests::{Member, code, problems};
use templates::Content;

/// The address that the application believes to be reached at.
pub const PUBLIC_URL: &str = "http://throughgate.test";
/// A Monday morning, the first day of every test.
pub const START: &str = "2026-11-23T09:00:00Z";
pub const MASTER_KEY: &str = "5b1f3c6a9d0e4f7281b3c5d7e9fa0b1c2d3e4f5061728394a5b6c7d8e9fa0b1c";

pub struct TestApp {
    app: App,
    pub clock: Clock,
    postgres: Option<Postgres>,
    folder: Folder,
}

impl TestApp {
    /// Migrated, with nobody in it.
    pub async fn empty(database: Database) -> TestApp {
        Self::of(database, Content::Nothing).await
    }

    /// With the demonstration network.
    pub async fn demo(database: Database) -> TestApp {
        Self::of(database, Content::Demonstration).await
    }

    /// With the demonstration network, and settings beside the usual ones.
    pub async fn demo_with(database: Database, settings: &[(&str, &str)]) -> TestApp {
        Self::made(database, Content::Demonstration, settings).await
    }

    async fn of(database: Database, content: Content) -> TestApp {
        Self::made(database, content, &[]).await
    }

    async fn made(database: Database, content: Content, settings: &[(&str, &str)]) -> TestApp {
        let (folder, postgres) = templates::copy_of(database, content).await;
        Self::on(folder, postgres, start(), settings).await
    }

    /// On a data folder, and on PostgreSQL where a database is given, as they are; migrated to this release.
    pub async fn on(
        folder: Folder,
        postgres: Option<Postgres>,
        now: Instant,
        settings: &[(&str, &str)],
    ) -> TestApp {
        let clock = Clock::fixed_at(now);
        let address = postgres.as_ref().map(Postgres::address);
        let app = build(folder.path(), address.as_deref(), clock.clone(), settings).await;
        TestApp { app, clock, postgres, folder }
    }

    /// The settings that it was built with, without those of one test.
    pub fn config(&self) -> Config {
        Self::config_of(&self.folder, self.postgres.as_ref())
    }

    /// The usual settings for a data folder, and for a database on PostgreSQL where one is given.
    pub fn config_of(folder: &Folder, postgres: Option<&Postgres>) -> Config {
        config(folder.path(), postgres.map(Postgres::address).as_deref(), &[])
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
    pub fn db(&self) -> &api::db::Db {
        self.app.db()
    }

    /// What the application's rooms share.
    pub fn state(&self) -> &std::sync::Arc<api::context::AppState> {
        self.app.state()
    }

    /// Does what is done without being asked, when a test says so.
    pub fn worker(&self) -> api::events::Worker {
        self.app.worker()
    }

    /// Asks as nobody.
    pub fn as_nobody(&self) -> Member<'_> {
        Member::nobody(self)
    }

    /// Asks with a token of this member of the demonstration network.
    pub async fn as_member(&self, email: &str) -> Member<'_> {
        Member::with_token(self, email).await
    }

    /// Asks with a token that somebody was shown.
    pub fn with_secret(&self, token: &str) -> Member<'_> {
        Member::with_secret(self, token)
    }

    /// Visits the pages without script, signed in as this member.
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

#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }
}

fn start() -> Instant {
    let start: chrono::DateTime<chrono::Utc> = START.parse().expect("it was written as an instant");
    start.into()
}

/// The application on a data folder, and on PostgreSQL where an address is given.
async fn build(data: &Path, address: Option<&str>, clock: Clock, more: &[(&str, &str)]) -> App {
    let mut env = Environment::with_clock(clock);
    env.count_statements = true;
    let config = config(data, address, more);
    App::build(config, env).await.unwrap_or_else(|error| panic!("the application starts: {error}"))
}

fn config(data: &Path, address: Option<&str>, more: &[(&str, &str)]) -> Config {
    let data = data.to_string_lossy().into_owned();
    let setting = |name: &str| {
        let value = match name {
            "THROUGHGATE_DATA" => data.as_str(),
            "THROUGHGATE_PUBLIC_URL" => PUBLIC_URL,
            "THROUGHGATE_MASTER_KEY" => MASTER_KEY,
            "THROUGHGATE_DATABASE_CONNECTIONS" => "8",
            "DATABASE_URL" => address?,
            other => more.iter().find(|(known, _)| *known == other)?.1,
        };
        Some(value.to_owned())
    };
    Config::from_env(&setting).expect("the tests' settings are good")
}
