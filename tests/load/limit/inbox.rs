//! *My inbox* by one statement whose JSON PostgreSQL builds.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::post,
    serve::ListenerExt,
};
use sha2::{Digest, Sha256};
use tokio::{net::TcpListener, sync::Semaphore};
use tokio_postgres::{Client, Config, NoTls, Statement};
use uuid::Uuid;

use crate::Fault;

/// The same rows under the same visibility as the gateway's: side, assignment, open grant, active
/// agreement, live ground and consent. See `access/visible.rs`. The day is written into its text, as
/// the gateway does.
const STATEMENT: &str = include_str!("inbox.sql");
const DAY: &str = "{today}";

/// Who may ask, by the digest of the token: the case workers of organisations that work with people.
const VIEWERS: &str = "SELECT api_token.hash, member.id, member.organisation_id
    FROM api_token JOIN member ON member.id = api_token.member_id
    WHERE member.role = 'CASEWORKER' AND member.ended_at IS NULL";

struct Viewer {
    member: Uuid,
    organisation: Uuid,
}

struct Limit {
    viewers: HashMap<Vec<u8>, Viewer>,
    idle: Mutex<Vec<(Client, Statement)>>,
    places: Semaphore,
}

pub async fn serve(address: &str, database: &str, connections: usize) -> Result<(), Fault> {
    let mut idle = Vec::new();
    let mut viewers = HashMap::new();
    for _ in 0..connections {
        let client = connect(database).await?;
        if viewers.is_empty() {
            for row in client.query(VIEWERS, &[]).await? {
                viewers.insert(row.get(0), Viewer { member: row.get(1), organisation: row.get(2) });
            }
        }
        let statement = client.prepare(&STATEMENT.replace(DAY, &today().to_string())).await?;
        idle.push((client, statement));
    }
    let limit = Arc::new(Limit { viewers, idle: Mutex::new(idle), places: Semaphore::new(connections) });
    let router = Router::new().route("/graphql", post(inbox)).with_state(limit);
    let listener = TcpListener::bind(address).await?.tap_io(|stream| {
        // Without it the answer is a little later.
        let _ = stream.set_nodelay(true);
    });
    Ok(axum::serve(listener, router).await?)
}

/// A connection set up as the gateway's are: one plan for all values.
pub async fn connect(database: &str) -> Result<Client, Fault> {
    let mut config: Config = database.parse()?;
    config.options("-c plan_cache_mode=force_generic_plan");
    let (client, connection) = config.connect(NoTls).await?;
    tokio::spawn(connection);
    Ok(client)
}

async fn inbox(State(limit): State<Arc<Limit>>, headers: HeaderMap) -> Response {
    let token = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "));
    let digest = token.map(|token| Sha256::digest(token.as_bytes()).to_vec());
    let Some(viewer) = digest.and_then(|digest| limit.viewers.get(&digest)) else {
        return StatusCode::UNAUTHORIZED.into_response();
    };
    match answer(&limit, viewer).await {
        Ok(json) => ([(header::CONTENT_TYPE, "application/json")], json).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

async fn answer(limit: &Limit, viewer: &Viewer) -> Result<String, Fault> {
    let _place = limit.places.acquire().await?;
    let taken = limit.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let taken = Taken { limit, connection: Some(taken.ok_or("fewer connections than places")?) };
    let Some((client, statement)) = &taken.connection else { return Err("no connection".into()) };
    let row = client.query_one(statement, &[&viewer.organisation, &viewer.member]).await?;
    Ok(row.try_get(0)?)
}

/// Comes back even where the client has gone before its answer.
struct Taken<'a> {
    limit: &'a Limit,
    connection: Option<(Client, Statement)>,
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        let mut idle = self.limit.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.extend(self.connection.take());
    }
}

#[expect(clippy::disallowed_methods, reason = "this program has no world with a clock")]
fn today() -> chrono::NaiveDate {
    chrono::Utc::now().date_naive()
}
