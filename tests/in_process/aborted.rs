//! Transactions that PostgreSQL ends for the sake of others are run anew, as a whole and not for ever: nobody is shown a
//! fault of ours for it, and nothing is done twice.

use platform::db::ATTEMPTS;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

use crate::app::{TestApp, code};
use crate::databases::{Database, run};
use crate::rival::{Rival, number};
use crate::story::scene::Scene;

/// Has PostgreSQL end the first transactions that write to a table, so many of them, as it does in a deadlock.
async fn abort_writers(app: &TestApp, table: &str, code: &str, many: u32) {
    for statement in [
        "CREATE SEQUENCE writers",
        // A sequence is not rolled back.
        &format!(
            "CREATE FUNCTION abort_writer() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
             IF nextval('writers') <= {many} THEN RAISE EXCEPTION 'for the sake of another' USING ERRCODE = '{code}'; \
             END IF; RETURN NEW; END $$"
        ),
        &format!(
            "CREATE TRIGGER aborts BEFORE INSERT OR UPDATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION abort_writer()"
        ),
    ] {
        app.db()
            .migrations()
            .execute_unprepared(statement)
            .await
            .unwrap_or_else(|error| panic!("{statement}: {error}"));
    }
}

/// Ends that; says how many wrote.
async fn writers(app: &TestApp) -> i64 {
    let on = app.db().migrations();
    let many = number(on, "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM writers").await;
    for statement in ["DROP FUNCTION abort_writer() CASCADE", "DROP SEQUENCE writers"] {
        on.execute_unprepared(statement).await.expect("what was made can be dropped");
    }
    many
}

async fn count(app: &TestApp, what: &str) -> i64 {
    number(app.db().read(), &format!("SELECT count(*) FROM {what}")).await
}

#[test]
fn a_mutation_is_run_anew_and_done_once() {
    run(async {
        let app = TestApp::demo(Database::Postgres).await;
        let scene = Scene::of(&app).await;
        let need = |key: &str| {
            let need = json!({ "domain": "HEALTH", "urgency": "ROUTINE", "text": "Teeth." });
            json!({ "personId": scene.person, "need": need, "idempotencyKey": key })
        };
        let select = "need { id }";
        for (sqlstate, key) in [("40P01", "deadlock"), ("40001", "serialisation failure")] {
            let before = (count(&app, "need").await, count(&app, "event").await);
            abort_writers(&app, "need", sqlstate, 2).await;
            let one = scene.officer.act("needAdd", need(key), select).await;
            let again = scene.officer.act("needAdd", need(key), select).await;
            assert_eq!(one, again);
            assert_eq!(writers(&app).await, 3, "{sqlstate}");
            assert_eq!((count(&app, "need").await, count(&app, "event").await), (before.0 + 1, before.1 + 1));
        }
    });
}

#[test]
fn a_mutation_that_is_aborted_each_time_is_a_conflict_that_may_be_tried_again() {
    run(async {
        let app = TestApp::demo(Database::Postgres).await;
        let scene = Scene::of(&app).await;
        let need = json!({ "domain": "HEALTH", "urgency": "ROUTINE", "text": "Teeth." });
        let input = json!({ "personId": scene.person, "need": need, "idempotencyKey": "in vain" });
        let before = (count(&app, "need").await, count(&app, "event").await);
        abort_writers(&app, "need", "40P01", 1_000).await;
        let reply = scene.officer.attempt("needAdd", input.clone(), "need { id }").await;
        assert_eq!(writers(&app).await, i64::from(ATTEMPTS));
        assert_eq!(code(&reply).as_deref(), Some("CONFLICT"), "{reply:#}");
        let says = reply["errors"][0]["message"].as_str().unwrap_or_default();
        assert!(says.contains("try again") && !says.contains("sake"), "{says}");
        assert_eq!((count(&app, "need").await, count(&app, "event").await), before);
        // Under the same key: nothing was kept of it.
        scene.officer.act("needAdd", input, "need { id }").await;
        assert_eq!(count(&app, "need").await, before.0 + 1);
    });
}

#[test]
fn a_look_is_recorded_once() {
    run(async {
        let app = TestApp::demo(Database::Postgres).await;
        let scene = Scene::of(&app).await;
        let looks = "event WHERE kind = 'IDENTITY_LOOKED_AT'";
        let before = count(&app, looks).await;
        let seen = "query($id: ID!) { person(id: $id) { identity { givenName } } }";
        abort_writers(&app, "event", "40P01", 2).await;
        scene.officer.data(seen, json!({ "id": scene.person })).await;
        assert_eq!(writers(&app).await, 3);
        assert_eq!(count(&app, looks).await, before + 1);
    });
}

#[test]
fn a_job_is_run_anew() {
    run(async {
        let app = TestApp::demo(Database::Postgres).await;
        app.worker().catch_up().await.expect("nobody else holds the duties");
        let scene = Scene::of(&app).await;
        let referral = scene.refer_to_first("URGENT").await;
        app.days_pass(2);
        abort_writers(&app, "referral", "40P01", 2).await;
        app.worker().catch_up().await.expect("what was aborted is done anew");
        assert!(writers(&app).await > 2);
        let events = "query($id: ID!) { referral(id: $id) { events(last: 50) { kind } } }";
        let events = scene.first.data(events, json!({ "id": referral["id"] })).await.to_string();
        assert_eq!(events.matches("REFERRAL_REMINDED").count(), 1, "{events}");
    });
}

#[test]
fn of_two_that_wait_for_each_other_neither_is_shown_a_fault() {
    run(async {
        let app = TestApp::demo(Database::Postgres).await;
        let scene = Scene::of(&app).await;
        let group = scene.draft(&scene.services[..1], None).await;
        let referral = scene.send(&group).await.remove(0);
        let input = json!({ "referralId": referral["id"], "version": referral["version"] });
        // Against the order: the referral before its group.
        let rival = Rival::of(&app).await;
        rival.lock("referral", &referral["id"]).await;
        let (reply, ()) =
            tokio::join!(scene.first.attempt("referralAccept", input, "referral { state }"), async {
                rival.until_waited_for().await;
                rival.lock("referral_group", &group).await;
                rival.commit().await;
            });
        assert_eq!(reply["data"]["payload"]["referral"]["state"], Value::from("ACCEPTED"), "{reply:#}");
    });
}
