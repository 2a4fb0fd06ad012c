//! Whoever has lost the lease of a duty writes nothing any more, whatever they believe.

use capabilities::ALL;
use platform::events::{Lease, Progress, sequencing};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde_json::json;
use uuid::Uuid;

use crate::app::TestApp;
use crate::for_each_database;
use crate::imports::{send, ticket};
use crate::membership::id_of;
use crate::releases::{release, waits};
use crate::story::scene::{self, DAYS_OF_CONSENT, Scene};

/// What duties leave behind, as one text.
async fn left(app: &TestApp) -> String {
    let counts = [
        "SELECT 'state ' || state || ' ' || reminders_sent AS what, count(*) AS many FROM referral GROUP BY state, reminders_sent",
        "SELECT 'waiting', count(*) FROM referral_group WHERE send_on_release",
        "SELECT 'revoked', count(*) FROM disclosure_grant WHERE revoked_at IS NOT NULL",
        "SELECT 'keys', count(*) FROM idempotency_key",
        "SELECT 'events', count(*) FROM event",
        "SELECT 'positions', count(*) FROM event WHERE sequence_number IS NOT NULL",
        "SELECT 'notifications', count(*) FROM notification",
        "SELECT 'read by ' || name, sequence_number FROM event_consumer",
        "SELECT 'email ' || state, count(*) FROM email GROUP BY state",
        "SELECT 'list ' || state || ' ' || tries, count(*) FROM import GROUP BY state, tries",
    ];
    let mut found = Vec::new();
    for count in counts {
        let backend = if app.db().is_postgres() { DbBackend::Postgres } else { DbBackend::Sqlite };
        let rows = app.db().read().query_all_raw(Statement::from_string(backend, count)).await;
        for row in rows.expect("rows can be counted") {
            let what: String = row.try_get_by_index(0).expect("a text");
            let many: i64 = row.try_get_by_index(1).expect("a number");
            found.push(format!("{what}: {many}"));
        }
    }
    found.sort();
    found.join("\n")
}

for_each_database! {
    async fn who_lost_the_lease_of_a_job_writes_nothing(database: Database) {
        let app = TestApp::demo(database).await;
        app.worker().catch_up().await.expect("nobody else holds the duties");
        // Something to do for each: a clock that rings, a draft that waits, a consent that has run out, a key that is over,
        // events nobody was told of, mails that are due, a list whose file came up.
        let scene = Scene::of(&app).await;
        let key = json!({ "personId": scene.person, "memberId": id_of(&app, "head@prison.invalid").await, "on": true, "idempotencyKey": "once" });
        scene.officer.act("caseTeamChange", key, "person { id }").await;
        scene.refer_to_first("URGENT").await;
        app.worker().catch_up().await.expect("nobody else holds the duties");
        let other = Scene::of(&app).await;
        release(&other, scene::RELEASE, false).await;
        waits(&other).await;
        release(&other, scene::RELEASE, true).await;
        let ticket = ticket(&scene.officer, "PEOPLE").await;
        send(&app, &ticket, "list.csv", "Vardas;Pavardė\n").await;
        let (state, env) = (app.state(), &app.state().env);
        let unshared = Lease::unshared(sequencing::JOB);
        while sequencing::advance(state, &unshared).await.expect("the database answers") == Progress::More {}
        scene.refer_another_to_first().await;
        app.days_pass(DAYS_OF_CONSENT + 3);

        let jobs: Vec<_> = ALL.jobs().collect();
        let leases: Vec<(Lease, Lease)> = jobs
            .iter()
            .map(|job| [1, 2].map(|holder| Lease::new(job.name, Uuid::from_u128(holder))).into())
            .collect();
        for (late, _) in &leases {
            assert!(late.keep(&state.db, env).await.expect("the database answers"));
        }
        app.clock.advance(60);
        for (_, other) in &leases {
            assert!(other.keep(&state.db, env).await.expect("the database answers"));
        }
        let mut before = left(&app).await;
        for (job, (late, _)) in jobs.iter().zip(&leases) {
            let did = (job.work)(state, late).await;
            assert!(did.is_err(), "{}: there was nothing to do, or it was done", job.name);
            assert_eq!(left(&app).await, before, "{}", job.name);
        }
        for (job, (_, other)) in jobs.iter().zip(&leases) {
            let did = (job.work)(state, other).await;
            assert!(did.is_ok(), "{}: {did:?}", job.name);
            let after = left(&app).await;
            assert_ne!(after, before, "{} has something to do", job.name);
            before = after;
        }
    }
}
