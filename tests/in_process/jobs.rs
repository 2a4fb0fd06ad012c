//! What is done without being asked, while nothing happens.

use capabilities::ALL;
use std::time::Duration;

use api::doctor::{Status, run_doctor};
use entities::lease;
use platform::config;
use platform::db::{AuditContext, Db};
use platform::environment::Environment;
use platform::events::{Lease, sequencing};
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, Statement};
use tokio::sync::watch;
use uuid::Uuid;

use crate::app::TestApp;
use crate::databases::{Database, run};
use crate::for_each_database;
use crate::waiting::until;

/// The leases that nobody else can take, each with its holder.
async fn held(app: &TestApp) -> Vec<lease::Model> {
    let all = lease::Entity::find().all(app.db().read()).await.expect("leases can be read");
    all.into_iter().filter(|lease| lease.until > app.clock.now()).collect()
}

for_each_database! {
    async fn a_job_that_rests_is_held_all_the_same(database: Database) {
        let app = TestApp::empty(database).await;
        let (tell, told) = watch::channel(false);
        // Some duties rest for ten minutes, longer than a lease lasts without a sign of life.
        let worker = app.worker().with_sign_of_life_every(Duration::from_millis(50));
        let working = tokio::spawn(worker.run(told));
        until("every duty is begun", async || (held(&app).await.len() == ALL.jobs().count()).then_some(())).await;
        for _ in 0..4 {
            // Less than a lease lasts, so that one that is kept never runs out.
            app.clock.advance(30);
            let later = app.clock.now().plus_seconds(31);
            until("a sign of life of every duty", async || {
                let held = held(&app).await;
                (held.len() == ALL.jobs().count() && held.iter().all(|lease| lease.until > later)).then_some(())
            })
            .await;
        }
        let findings = run_doctor(app.config(), &app.state().env, &app.config().data.join("anchor")).await;
        let worker = findings.iter().find(|finding| finding.about == "background jobs").expect("the worker is looked at");
        assert_eq!(worker.status, Status::Ok, "{worker}");
        tell.send_replace(true);
        working.await.expect("a worker ends in peace");
        assert!(held(&app).await.is_empty(), "a lease was not given back");
    }
}

#[test]
fn who_hangs_in_a_transaction_on_postgres_gives_back_what_it_locked() {
    run(async {
        let app = TestApp::empty(Database::Postgres).await;
        let config::Database::Url(address) = &app.config().database else { panic!("it has an address") };
        let address = format!("{address}?options[idle_in_transaction_session_timeout]=300ms");
        let hanging = Db::connect(&address, 1, &Environment::default()).await.expect("PostgreSQL answers");
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let lease = Lease::new(sequencing::JOB, one);
        assert!(lease.keep(app.db(), &app.state().env).await.expect("the database answers"));
        let tx = hanging.begin(AuditContext::system(app.clock.now())).await.expect("a transaction can begin");
        lease.fence(&tx).await.expect("it is held");
        // Nothing more is heard of it, and its lease is over: another waits for the row until PostgreSQL ends it.
        app.clock.advance(60);
        let taken = Lease::new(sequencing::JOB, other).keep(app.db(), &app.state().env).await;
        assert!(taken.expect("the database answers"));
        assert!(tx.commit().await.is_err(), "what hung was ended");
        assert_eq!(idle(&hanging).await, "300ms");
        assert_eq!(idle(app.db()).await, "45s", "where the address says nothing else");
    });
}

/// How long PostgreSQL lets a transaction rest on these connections.
async fn idle(db: &Db) -> String {
    let ask = "SELECT current_setting('idle_in_transaction_session_timeout')";
    let ask = Statement::from_string(DbBackend::Postgres, ask);
    let row = db.read().query_one_raw(ask).await.expect("PostgreSQL answers").expect("one row");
    row.try_get_by_index(0).expect("a text")
}
