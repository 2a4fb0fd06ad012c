//! The program killed in the middle of writing a list: it goes on, and nobody is there twice or missing.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::databases::Database;
use crate::for_each_database;
use crate::installation::Place;
use crate::plain_http;
use crate::program::Started;
use crate::thoroughness::rounds;

const HEAD: &str = "head@prison.test";
const ROWS: usize = 4_000;
const LIMIT: Duration = Duration::from_secs(120);

fn people() -> String {
    let rows = (0..ROWS).map(|n| {
        let (day, month, year) = (n % 28 + 1, n % 12 + 1, 1960 + n % 40);
        format!("Pavardenis{n};Vardas{};{year}-{month:02}-{day:02};būstas, darbas\n", n % 97)
    });
    "Pavardė;Vardas;Gimimo data;Poreikiai\n".to_owned() + &rows.collect::<String>()
}

fn list(gateway: &Started, token: &str, id: &Value) -> Value {
    let query =
        "query($id: ID!) { import(id: $id) { state version done counts { new existing invalid imported } } }";
    gateway.data(token, query, json!({ "id": id }))["import"].clone()
}

fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(begun.elapsed() < LIMIT, "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(15));
    }
}

fn until_state(gateway: &Started, token: &str, id: &Value, state: &str) -> Value {
    until(&format!("the list to be {state}"), || {
        let list = list(gateway, token, id);
        (list["state"] == state).then_some(list)
    })
}

for_each_database! {
    async fn a_list_goes_on_where_the_program_was_killed(database: Database) {
        let place = Place::new(database).await;
        let init = ["init", "--organisation", "Kolonija", "--kind", "PRISON", "--province", "LT-KU", "--name", "V",
            "--email", HEAD, "--role", "MANAGER"];
        assert_eq!(place.program(&init).run().code, Some(0));
        let mut gateway = place.program(&["serve"]).start();
        let token = gateway.token(HEAD, &place.home);
        let query = "mutation { importUploadCreate(input: { kind: PEOPLE }) { ticket { importId path } } }";
        let ticket = gateway.data(&token, query, json!({}))["importUploadCreate"]["ticket"].clone();
        let path = ticket["path"].as_str().unwrap_or_default();
        let answer = plain_http::post(gateway.address, path, "", &people()).expect("an answer");
        assert_eq!(answer.status, 201, "{answer:?}");
        let id = &ticket["importId"];
        let judged = until_state(&gateway, &token, id, "VALIDATED");
        assert_eq!(judged["counts"], json!({ "new": ROWS, "existing": 0, "invalid": 0, "imported": 0 }));
        let taking = "mutation($id: ID!, $version: Int!) { importApply(input: { importId: $id, version: $version }) { errors { code } } }";
        gateway.data(&token, taking, json!({ "id": id, "version": judged["version"] }));
        let mut far = 0;
        for _ in 0..rounds(1, 6) {
            // Some of it is written, then the process is gone at whatever it was at.
            let done = until("something more to be written", || {
                let list = list(&gateway, &token, id);
                let imported = list["counts"]["imported"].as_u64().unwrap_or_default();
                (imported > far || list["state"] == "DONE").then_some(imported)
            });
            far = done;
            std::thread::sleep(Duration::from_millis(30));
            gateway.cut();
            // Time passes: the lease of the process that is gone is over.
            place.execute("UPDATE lease SET until = 0").await;
            gateway = place.program(&["serve"]).start();
        }
        let done = until_state(&gateway, &token, id, "DONE");
        assert_eq!(done["counts"], json!({ "new": ROWS, "existing": 0, "invalid": 0, "imported": ROWS }));
        let people = gateway.data(&token, "{ people(first: 1) { totalCount } }", json!({}));
        assert_eq!(people["people"]["totalCount"], ROWS);
        let (out, err) = gateway.written();
        assert!(!out.contains("Pavardenis") && !err.contains("Pavardenis"), "the log names somebody");
        if matches!(database, Database::Sqlite) {
            gateway.stop();
            for entry in std::fs::read_dir(place.home.join("data")).expect("the data folder").flatten() {
                let bytes = std::fs::read(entry.path()).expect("a file");
                let named = String::from_utf8_lossy(&bytes).contains("Pavardenis");
                assert!(!named, "{:?} names somebody", entry.path());
            }
        }
    }
}
