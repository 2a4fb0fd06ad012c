//! Many at once: places are never oversold, a step is taken once, of a group one is accepted; and who hangs up half
//! way leaves nothing open.

use std::collections::BTreeMap;

use api::db::Stamp;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, QueryResult, Statement};
use serde_json::{Value, json};

use crate::app::TestApp;
use crate::databases::{Database, connect, postgres_address};
use crate::for_each_database;
use crate::story::asks::{self, Scene};
use crate::waiting::until;

const MANY: usize = 200;
const PLACES: u64 = 5;

/// Gives the first recipient's service five places more than are held on the day, and no more later.
async fn five_places(app: &TestApp, service: &Value) {
    let admin = app.as_member("admin@ngo.example").await;
    let query = "query($id: ID!, $date: Date!) { service(id: $id) { version places(date: $date) { held } } }";
    let seen = admin.data(query, json!({ "id": service, "date": asks::RELEASE })).await;
    let held = seen["service"]["places"]["held"].as_u64().unwrap_or_default();
    let capacities = json!([{ "from": "2026-01-01", "maximum": held + PLACES }]);
    let input =
        json!({ "serviceId": service, "version": seen["service"]["version"], "capacities": capacities });
    admin.act("serviceSetCapacity", input, "service { id }").await;
}

/// How often each state occurs.
fn tally(states: impl IntoIterator<Item = Value>) -> BTreeMap<String, usize> {
    let mut tally = BTreeMap::new();
    for state in states {
        *tally.entry(state.as_str().unwrap_or("none").to_owned()).or_default() += 1;
    }
    tally
}

/// Of PostgreSQL's connections of the application, how many have a transaction open and do nothing.
async fn open_transactions(app: &TestApp) -> i64 {
    let ours = ask(app.db().read(), "SELECT current_database()::text").await;
    let ours: String = ours.try_get_by_index(0).expect("a name");
    let maintenance = connect(&postgres_address("postgres")).await;
    let count = format!(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = '{ours}' AND state LIKE 'idle in transaction%'"
    );
    let open = ask(&maintenance, &count).await.try_get_by_index(0).expect("a number");
    maintenance.close().await.expect("a connection can be closed");
    open
}

async fn ask(on: &DatabaseConnection, statement: &str) -> QueryResult {
    let statement = Statement::from_string(DbBackend::Postgres, statement);
    on.query_one_raw(statement).await.expect("PostgreSQL answers").expect("one row")
}

for_each_database! {
    async fn whoever_hangs_up_leaves_no_transaction_open(database: Database) {
        let app = TestApp::demo(database).await;
        let begin = || app.db().begin(Stamp::system(app.clock.now()));
        for turn in 0..60 {
            let hangs_up = async {
                for _ in 0..turn % 6 {
                    tokio::task::yield_now().await;
                }
            };
            tokio::select! {
                biased;
                begun = begin() => drop(begun),
                () = hangs_up => {}
            }
        }
        if let Database::Postgres = database {
            until("every transaction to end", async || (open_transactions(&app).await == 0).then_some(())).await;
        }
        for _ in 0..20 {
            let tx = begin().await.expect("a transaction can begin");
            tx.commit().await.expect("and end");
        }
    }

    async fn two_hundred_want_five_places(database: Database) {
        let app = TestApp::demo(database).await;
        let scene = Scene::of(&app).await;
        five_places(&app, scene.first_service()).await;
        let mut referrals = Vec::new();
        for _ in 0..MANY {
            referrals.push(scene.refer_another_to_first().await);
        }
        let accept = |referral: &Value| {
            let input = json!({ "referralId": referral["id"], "version": referral["version"] });
            scene.first.attempt("referralAccept", input, "referral { id state }")
        };
        let answers = all(referrals.iter().map(accept)).await;
        let accepted = answers.iter().filter(|reply| reply["data"]["payload"]["referral"]["state"] == "ACCEPTED");
        assert_eq!(accepted.count() as u64, PLACES);

        let mut states = Vec::new();
        for referral in &referrals {
            states.push(scene.seen_by(&scene.first, referral).await["state"].clone());
        }
        let expected = BTreeMap::from([("ACCEPTED".to_owned(), 5), ("SENT".to_owned(), MANY - 5)]);
        assert_eq!(tally(states), expected);
    }

    async fn of_two_answers_at_once_one_counts(database: Database) {
        let app = TestApp::demo(database).await;
        let scene = Scene::of(&app).await;
        for _ in 0..8 {
            let referral = scene.refer_another_to_first().await;
            let input = json!({ "referralId": referral["id"], "version": referral["version"] });
            let mut no = input.clone();
            no["reason"] = json!("OUT_OF_AREA");
            let select = "referral { id state }";
            let (yes, no) = tokio::join!(
                scene.first.attempt("referralAccept", input, select),
                scene.first.attempt("referralReject", no, select),
            );
            let codes: Vec<_> = [&yes, &no].into_iter().filter_map(crate::app::code).collect();
            assert_eq!(codes, ["CONFLICT"], "{yes:#}\n{no:#}");
            let state = scene.seen_by(&scene.first, &referral).await["state"].clone();
            let winner = if crate::app::code(&yes).is_none() { "ACCEPTED" } else { "REJECTED" };
            assert_eq!(state, winner);
        }
    }

    async fn of_a_group_one_is_accepted(database: Database) {
        let app = TestApp::demo(database).await;
        let scene = Scene::of(&app).await;
        for _ in 0..8 {
            let group = scene.refer_another_to_both().await;
            let input = |referral: &Value| json!({ "referralId": referral["id"], "version": referral["version"] });
            let select = "referral { id state }";
            let (one, other) = tokio::join!(
                scene.first.attempt("referralAccept", input(&group[0]), select),
                scene.second.attempt("referralAccept", input(&group[1]), select),
            );
            let first = scene.seen_by(&scene.officer, &group[0]).await["state"].clone();
            let second = scene.seen_by(&scene.officer, &group[1]).await["state"].clone();
            let expected = BTreeMap::from([("ACCEPTED".to_owned(), 1), ("WITHDRAWN".to_owned(), 1)]);
            assert_eq!(tally([first, second]), expected, "{one:#}\n{other:#}");
            let codes: Vec<_> = [&one, &other].into_iter().filter_map(crate::app::code).collect();
            assert_eq!(codes.len(), 1, "{one:#}\n{other:#}");
        }
    }
}

/// Runs all at once and answers in their order.
async fn all<F: Future<Output = Value>>(futures: impl Iterator<Item = F>) -> Vec<Value> {
    let mut waiting: Vec<_> = futures.map(Box::pin).collect();
    let mut answers: Vec<Option<Value>> = waiting.iter().map(|_| None).collect();
    std::future::poll_fn(|context| {
        for (future, answer) in waiting.iter_mut().zip(&mut answers) {
            if answer.is_none()
                && let std::task::Poll::Ready(value) = future.as_mut().poll(context)
            {
                *answer = Some(value);
            }
        }
        if answers.iter().all(Option::is_some) {
            std::task::Poll::Ready(())
        } else {
            std::task::Poll::Pending
        }
    })
    .await;
    answers.into_iter().flatten().collect()
}
