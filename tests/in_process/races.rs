//! Many at once: places are never oversold, a step is taken once, of a group one is accepted; and who hangs up half
//! way leaves nothing open.

use std::collections::BTreeMap;

use platform::db::AuditContext;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, QueryResult, Statement};
use serde_json::{Value, json};

use crate::app::TestApp;
use crate::builders::consent;
use crate::databases::{Database, connect, postgres_address};
use crate::for_each_database;
use crate::story::scene::{self, Scene};
use crate::thoroughness::rounds;
use crate::waiting::until;

const PLACES: u64 = 5;

/// Gives the first recipient's service five places more than are held on the day, and no more later.
async fn five_places(app: &TestApp, service: &Value) {
    let admin = app.as_member("admin@ngo.example").await;
    let query = "query($id: ID!, $date: Date!) { service(id: $id) { version places(date: $date) { held } } }";
    let seen = admin.data(query, json!({ "id": service, "date": scene::RELEASE })).await;
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

/// Cuts every connection of the application, as a restart of PostgreSQL does; says how many there were.
async fn cut_off(app: &TestApp) -> i64 {
    let ours: String =
        ask(app.db().read(), "SELECT current_database()::text").await.try_get_by_index(0).expect("a name");
    let maintenance = connect(&postgres_address("postgres")).await;
    let cut = format!(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{ours}' AND application_name = 'throughgate'"
    );
    let were = ask(&maintenance, &cut).await.try_get_by_index(0).expect("a number");
    maintenance.close().await.expect("a connection can be closed");
    were
}

async fn ask(on: &DatabaseConnection, statement: &str) -> QueryResult {
    let statement = Statement::from_string(DbBackend::Postgres, statement);
    on.query_one_raw(statement).await.expect("PostgreSQL answers").expect("one row")
}

for_each_database! {
    async fn whoever_hangs_up_leaves_no_transaction_open(database: Database) {
        let app = TestApp::network(database).await;
        let begin = || app.db().begin(AuditContext::system(app.clock.now()));
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

    async fn a_database_that_was_started_anew_is_found_again(database: Database) {
        let app = TestApp::network(database).await;
        let officer = app.as_member(scene::OFFICER).await;
        let many = || all((0..40).map(|_| officer.gql("{ referrals(first: 25) { totalCount } }", json!({}))));
        many().await;
        if let Database::Postgres = database {
            assert!(cut_off(&app).await > 1, "several connections were there to be cut");
        }
        // Nobody was here meanwhile: connections that rested are tried before they are used.
        tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
        let failed: Vec<_> = many().await.into_iter().filter(|reply| reply.get("errors").is_some()).collect();
        assert!(failed.is_empty(), "{failed:#?}");
    }

    async fn many_want_five_places(database: Database) {
        let many = rounds(50, 200);
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        five_places(&app, scene.first_service()).await;
        let mut referrals = Vec::new();
        for _ in 0..many {
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
        let expected = BTreeMap::from([("ACCEPTED".to_owned(), 5), ("SENT".to_owned(), many - 5)]);
        assert_eq!(tally(states), expected);
    }

    async fn of_two_who_take_each_other_off_a_case_team_one_stays(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let me = scene.officer.data("{ viewer { member { id } } }", json!({})).await["viewer"]["member"]["id"].clone();
        let warden = app.as_member("head@prison.invalid").await;
        let invite = json!({ "email": "second@prison.example", "name": "Antras", "role": "CASEWORKER" });
        let other = warden.act("memberInvite", invite, "member { id }").await["member"]["id"].clone();
        let second = app.as_member("second@prison.example").await;
        let change = |member: &Value, on: bool| json!({ "personId": scene.person, "memberId": member, "on": on });
        let team = "query($id: ID!) { person(id: $id) { caseTeam { id } } }";
        for _ in 0..rounds(4, 16) {
            scene.officer.attempt("caseTeamChange", change(&other, true), "person { id }").await;
            second.attempt("caseTeamChange", change(&me, true), "person { id }").await;
            let (one, another) = tokio::join!(
                scene.officer.attempt("caseTeamChange", change(&other, false), "person { id }"),
                second.attempt("caseTeamChange", change(&me, false), "person { id }"),
            );
            let left = warden.data(team, json!({ "id": scene.person })).await;
            assert_eq!(left["person"]["caseTeam"].as_array().map(Vec::len), Some(1), "{one:#}\n{another:#}\n{left:#}");
        }
    }

    async fn nothing_is_sent_against_a_no_of_the_same_moment(database: Database) {
        let app = TestApp::network(database).await;
        for _ in 0..rounds(3, 12) {
            let scene = Scene::of(&app).await;
            let draft = scene.draft(&scene.services, None).await;
            let no = consent(&scene.officer, &scene.person, &scene.recipients).refused().input();
            let (sent, refused) = tokio::join!(
                scene.officer.attempt("referralSend", json!({ "groupId": draft }), "group { id }"),
                scene.officer.attempt("consentRecord", no, "consent { standing }"),
            );
            assert_eq!(refused["data"]["payload"]["consent"]["standing"], "REFUSED", "{refused:#}");
            let group = "query($id: ID!) { node(id: $id) { ... on ReferralGroup { referrals { id state } } } }";
            let now = scene.officer.data(group, json!({ "id": draft })).await["node"]["referrals"].take();
            for referral in now.as_array().into_iter().flatten() {
                assert!(referral["state"] == "DRAFT" || referral["state"] == "WITHDRAWN", "{now:#}\n{sent:#}");
                for recipient in [&scene.first, &scene.second] {
                    let reply = recipient.gql(scene::REFERRAL, json!({ "id": referral["id"] })).await;
                    assert_eq!(crate::app::code(&reply).as_deref(), Some("NOT_FOUND"), "{reply:#}");
                }
            }
        }
    }

    async fn who_takes_what_is_given_back_in_that_moment_keeps_it(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let head = app.as_member("head@ngo.invalid").await;
        let referral = scene.refer_another_to_first().await;
        let ids = json!({ "referralIds": [referral["id"]] });
        let back = json!({ "referralIds": [referral["id"]], "memberId": null });
        let whose = "query($id: ID!) { referral(id: $id) { assignment { to { email } } } }";
        for _ in 0..rounds(4, 16) {
            scene.first.attempt("assignmentAccept", ids.clone(), "referrals { id }").await;
            let (given, taken) = tokio::join!(
                scene.first.attempt("referralsAssign", back.clone(), "referrals { id }"),
                head.attempt("assignmentAccept", ids.clone(), "referrals { id }"),
            );
            let now = head.data(whose, json!({ "id": referral["id"] })).await["referral"]["assignment"]["to"].take();
            let took = taken["data"]["payload"]["errors"] == json!([]);
            assert!(!took || now["email"] == "head@ngo.invalid", "{now}\n{given:#}\n{taken:#}");
            head.attempt("referralsAssign", back.clone(), "referrals { id }").await;
        }
    }

    async fn of_two_answers_at_once_one_counts(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        for _ in 0..rounds(4, 16) {
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

    async fn a_place_is_not_sold_by_a_release_that_moves_in_that_moment(database: Database) {
        let app = TestApp::network(database).await;
        // No place until the new year, as many as are wanted then: whoever is accepted begins then or later.
        for _ in 0..rounds(3, 12) {
            let scene = Scene::of(&app).await;
            crate::releases::release(&scene, "2027-02-01", true).await;
            let admin = app.as_member("admin@ngo.example").await;
            let query = "query($id: ID!) { service(id: $id) { version } }";
            let version = admin.data(query, json!({ "id": scene.first_service() })).await["service"]["version"].clone();
            let capacities = json!([{ "from": "2026-01-01", "maximum": 0 }, { "from": "2027-01-01", "maximum": 1000 }]);
            let input = json!({ "serviceId": scene.first_service(), "version": version, "capacities": capacities });
            admin.act("serviceSetCapacity", input, "service { id }").await;
            let referral = scene.refer_to_first("URGENT").await;
            let input = json!({ "referralId": referral["id"], "version": referral["version"] });
            let ((), accepted) = tokio::join!(
                crate::releases::release(&scene, "2026-12-10", true),
                scene.first.attempt("referralAccept", input, "referral { state }"),
            );
            let query = "query($id: ID!) { referral(id: $id) { state startDate } }";
            let now = scene.officer.data(query, json!({ "id": referral["id"] })).await["referral"].take();
            assert!(now["state"] != "ACCEPTED" || now["startDate"] == "2027-02-01", "{now}\n{accepted:#}");
        }
    }

    async fn who_settles_a_group_and_who_ends_or_moves_it_do_not_wait_for_each_other(database: Database) {
        let app = TestApp::network(database).await;
        for turn in 0..rounds(4, 24) {
            let scene = Scene::of(&app).await;
            let sent = scene.refer_to_both().await;
            // Ids are random: either of the two may be the one that is locked first.
            let (mine, member) = if turn % 2 == 0 { (&sent[0], &scene.first) } else { (&sent[1], &scene.second) };
            let input = json!({ "referralId": mine["id"], "version": mine["version"] });
            let withdraw = json!({ "consentId": scene.consent["id"], "version": scene.consent["version"] });
            let accept = member.attempt("referralAccept", input, "referral { state }");
            let replies = if turn % 4 < 2 {
                let (accepted, withdrawn) =
                    tokio::join!(accept, scene.officer.attempt("consentWithdraw", withdraw, "consent { id }"));
                assert_eq!(withdrawn["data"]["payload"]["errors"], json!([]), "{withdrawn:#}");
                accepted
            } else {
                tokio::join!(accept, crate::releases::release(&scene, "2026-12-10", true)).0
            };
            let code = crate::app::code(&replies);
            assert!(matches!(code.as_deref(), None | Some("CONFLICT" | "NOT_FOUND")), "{replies:#}");
        }
    }

    async fn of_a_group_one_is_accepted(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        for _ in 0..rounds(4, 16) {
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
