//! The program killed again and again in the middle of its work, and the power gone: what was answered is there, every
//! event has one position, every mail arrives, and nothing twice as another.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use entities::codes::EmailState;
use entities::{email, event, message};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseConnection, EntityTrait, QueryFilter};
use serde_json::{Value, json};

use crate::databases::{Database, connect};
use crate::for_each_database;
use crate::installation::Place;
use crate::plain_http;
use crate::program::{Program, Started};
use crate::smtp_server::EmailServer;
use crate::thoroughness::rounds;
use crate::waiting::{until, until_now};

const OFFICER: &str = "officer@prison.example";
/// What is answered of the program at least before it is killed.
const EACH: usize = 20;
/// How many write at once.
const WRITERS: usize = 4;

/// What was answered with yes.
type Answered = Arc<Mutex<Vec<String>>>;

struct Installation {
    place: Place,
    emails: EmailServer,
}

impl Installation {
    async fn new(database: Database) -> Installation {
        Installation {
            place: Place::demonstration(database).await,
            emails: EmailServer::start(json!({ "slow": 5 })),
        }
    }

    fn program(&self, arguments: &[&str]) -> Program {
        let program = self.place.program(arguments);
        program
            .with("THROUGHGATE_SMTP_URL", &format!("smtp://127.0.0.1:{}", self.emails.port))
            .with("THROUGHGATE_MAIL_FROM", "gate@throughgate.test")
    }
}

/// Changes rows that the program changes as well: of two that wait for each other the database ends one.
async fn change(database: &DatabaseConnection, statement: &str) {
    until(statement, || async { database.execute_unprepared(statement).await.ok() }).await;
}

/// Referrals on which the officer may write, of several recipients.
fn open_referrals(gateway: &Started, token: &str) -> Vec<String> {
    let query = "{ referrals(first: 100, filter: { side: SENT, open: true }) { nodes { id mayWrite } } }";
    let seen = gateway.data(token, query, json!({}));
    let nodes = seen["referrals"]["nodes"].as_array().cloned().unwrap_or_default();
    let open = nodes.iter().filter(|node| node["mayWrite"] == true);
    let ids: Vec<String> = open.filter_map(|node| node["id"].as_str().map(str::to_owned)).collect();
    assert!(ids.len() >= 5, "{seen}");
    ids
}

/// Writes messages until nobody answers any more.
fn write(
    address: SocketAddr,
    token: &str,
    referrals: &[String],
    first: usize,
    answered: &Answered,
    stop: &AtomicBool,
) {
    let mutation = "mutation($input: MessageWriteInput!) { messageWrite(input: $input) { message { id } errors { code } } }";
    let headers = format!("Content-Type: application/json\r\nAuthorization: Bearer {token}\r\n");
    for n in first.. {
        if stop.load(Ordering::Relaxed) {
            return;
        }
        let input = json!({ "referralId": referrals[n % referrals.len()], "text": format!("Word {n}") });
        let body = json!({ "query": mutation, "variables": { "input": input } }).to_string();
        let Ok(answer) = plain_http::post(address, "/graphql", &headers, &body) else { return };
        let reply: Value = serde_json::from_str(&answer.body).unwrap_or_default();
        match reply["data"]["messageWrite"]["message"]["id"].as_str() {
            Some(id) => answered.lock().expect("nobody panics while holding it").push(id.to_owned()),
            // Cut off in the middle of the answer: it may be there or not.
            None => return,
        }
    }
}

/// Lets several write while `meanwhile` does something, and waits until all of them have ended.
fn while_writing(
    address: SocketAddr,
    token: &str,
    referrals: &[String],
    answered: &Answered,
    meanwhile: impl FnOnce(),
) {
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for writer in 0..WRITERS {
            let stop = &stop;
            scope.spawn(move || write(address, token, referrals, writer * 7, answered, stop));
        }
        meanwhile();
        stop.store(true, Ordering::Relaxed);
    });
}

fn count(answered: &Answered) -> usize {
    answered.lock().expect("nobody panics while holding it").len()
}

/// Every answered message is there.
async fn all_are_there(database: &DatabaseConnection, answered: &[String]) {
    let rows = message::Entity::find().all(database).await.expect("messages can be read");
    let there: BTreeSet<String> = rows.iter().map(|row| platform::graphql::public(row.id).0).collect();
    let lost: Vec<_> = answered.iter().filter(|id| !there.contains(*id)).collect();
    assert!(lost.is_empty(), "answered and not there: {lost:?}");
}

/// Positions from one on, each once; none of an event without one is lost by that.
async fn positions_have_no_gap(database: &DatabaseConnection) -> usize {
    let events = event::Entity::find().all(database).await.expect("events can be read");
    let mut sequence_numbers: Vec<i64> = events.iter().filter_map(|row| row.sequence_number).collect();
    sequence_numbers.sort_unstable();
    assert!(
        sequence_numbers.iter().enumerate().all(|(n, sequence_number)| *sequence_number == n as i64 + 1),
        "a gap or a double"
    );
    events.len() - sequence_numbers.len()
}

for_each_database! {
    async fn killed_again_and_again_nothing_is_lost_and_nothing_doubled(database: Database) {
        let lives = rounds(8, 50);
        let installation = Installation::new(database).await;
        let answered = Answered::default();
        let mut gateway = installation.program(&["serve"]).start();
        let token = gateway.token(OFFICER, &installation.place.home);
        let referrals = open_referrals(&gateway, &token);
        let database = connect(&installation.place.address()).await;
        for life in 0..lives {
            // What lies in between: leases and mails of who died are free, and mails are due.
            for statement in [
                "UPDATE lease SET until = 0",
                "UPDATE email SET held_until = 0 WHERE held_until IS NOT NULL",
                "UPDATE email SET due_at = 0 WHERE state = 'QUEUED'",
            ] {
                change(&database, statement).await;
            }
            let before = count(&answered);
            let address = gateway.address;
            while_writing(address, &token, &referrals, &answered, || {
                until_now("some answers", || (count(&answered) - before >= EACH).then_some(()));
                // A moment of its own for each life, so that it ends in the middle of something else.
                std::thread::sleep(Duration::from_micros((life as u64 * 7_919) % 30_000));
                gateway.cut();
            });
            gateway = installation.program(&["serve"]).start();
        }
        assert!(count(&answered) >= lives * EACH);
        change(&database, "UPDATE lease SET until = 0").await;
        change(&database, "UPDATE email SET held_until = 0 WHERE held_until IS NOT NULL").await;
        until("every event has a position and is told of", || async {
            change(&database, "UPDATE email SET due_at = 0 WHERE state = 'QUEUED'").await;
            let left = event::Entity::find().filter(event::Column::SequenceNumber.is_null()).one(&database).await;
            let events = event::Entity::find().all(&database).await.expect("events can be read");
            let last = events.iter().filter_map(|row| row.sequence_number).max();
            let reader = entities::event_consumer::Entity::find().one(&database).await.expect("readers can be read");
            let read = reader.map(|row| row.sequence_number) >= last;
            (left.expect("events can be read").is_none() && read).then_some(())
        })
        .await;
        until("all mails are sent", || async {
            change(&database, "UPDATE email SET due_at = 0 WHERE state = 'QUEUED'").await;
            let queued = email::Entity::find().filter(email::Column::State.eq(EmailState::Queued)).one(&database).await;
            queued.expect("mails can be read").is_none().then_some(())
        })
        .await;
        assert_eq!(gateway.stop().code, Some(0));

        let ids = answered.lock().expect("nobody panics while holding it").clone();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
        all_are_there(&database, &ids).await;
        assert_eq!(positions_have_no_gap(&database).await, 0);
        let doctor = installation.program(&["doctor"]).run();
        assert_eq!(doctor.code, Some(0), "{doctor:?}");

        // A mail arrived once; what the server had taken when we were killed came again as the same letter.
        let mut letters: BTreeMap<String, usize> = BTreeMap::new();
        for letter in installation.emails.taken() {
            *letters.entry(letter.header("Message-ID")).or_default() += 1;
        }
        let sent = email::Entity::find().filter(email::Column::State.eq(EmailState::Sent)).all(&database).await;
        let sent = sent.expect("mails can be read");
        assert!(sent.len() > lives, "only {} mails", sent.len());
        let mut again = 0;
        for row in &sent {
            let came = letters.remove(&format!("<{}@127.0.0.1>", row.id.0.simple()));
            again += came.unwrap_or_else(|| panic!("{} never came", row.id.0)) - 1;
        }
        assert!(letters.is_empty(), "letters of no mail: {letters:?}");
        assert!(again <= lives * 8, "{again} came again, more than were under way");
    }
}

/// The files as they are on the disk at one moment: the program stands still while they are copied.
fn copy_at_once(process: u32, from: &Path, to: &Path) {
    let signal = |name: &str| {
        let done = Command::new("kill").args([name, &process.to_string()]).status();
        assert!(done.expect("kill is part of every Debian").success());
    };
    std::fs::create_dir_all(to).expect("a folder can be made below target");
    signal("-STOP");
    for file in std::fs::read_dir(from).expect("the data folder can be read").flatten() {
        std::fs::copy(file.path(), to.join(file.file_name())).expect("a file can be copied");
    }
    signal("-CONT");
}

/// The disk had not written the end of the log yet, whatever it said: older, and whole. What was being moved into the
/// database file stays, since SQLite has the disk write the log that far before it moves the first page; without it
/// the file would hold half of something that no disk can lose. How far that is stands in the log's index, laid out
/// as SQLite's "WAL-mode File Format" says, section 2. Answers how many pages were lost.
fn lose_the_end_of_the_log(copy: &Path, part: u64, of: u64) -> u64 {
    let index = std::fs::read(copy.join("throughgate.sqlite-shm")).expect("the log's index can be read");
    let word = |at: usize| u64::from(u32::from_ne_bytes(index[at..at + 4].try_into().expect("four bytes")));
    let (page, written, moved) = (u64::from(u16::from_ne_bytes([index[14], index[15]])), word(16), word(128));
    assert!(page >= 512, "no index of a log: pages of {page} bytes");
    let moved = moved.min(written);
    let keep = moved + (written - moved) * part / of;
    let log = std::fs::File::options().write(true).open(copy.join("throughgate.sqlite-wal"));
    log.and_then(|log| log.set_len(32 + keep * (24 + page))).expect("a log can be cut");
    written - keep
}

#[tokio::test]
async fn at_a_power_cut_the_embedded_database_is_whole() {
    let installation = Installation::new(Database::Sqlite).await;
    let gateway = installation.program(&["serve"]).start();
    let token = gateway.token(OFFICER, &installation.place.home);
    let referrals = open_referrals(&gateway, &token);
    let (answered, mut copies) = (Answered::default(), Vec::new());
    let data = installation.place.home.join("data");
    while_writing(gateway.address, &token, &referrals, &answered, || {
        for n in 0..12_u64 {
            let before = count(&answered);
            until_now("some answers", || (count(&answered) - before >= 5).then_some(()));
            std::thread::sleep(Duration::from_micros((n * 7_919) % 20_000));
            let known = answered.lock().expect("nobody panics while holding it").clone();
            let copy = installation.place.home.join(&format!("copy-{n}"));
            copy_at_once(gateway.process(), &data, &copy);
            copies.push((copy, known));
        }
    });
    drop(gateway);
    let mut lost = 0;
    for (n, (copy, known)) in copies.iter().enumerate() {
        let file = copy.join("throughgate.sqlite");
        if n % 3 == 2 {
            lost += lose_the_end_of_the_log(copy, n as u64 + 1, 14);
        }
        let database = connect(&format!("sqlite://{}", file.display())).await;
        let whole = sea_orm::Statement::from_string(sea_orm::DbBackend::Sqlite, "PRAGMA integrity_check");
        let whole = database.query_one_raw(whole).await.expect("it opens").expect("it answers");
        assert_eq!(whole.try_get_by_index::<String>(0).expect("a text"), "ok", "copy {n}");
        if n % 3 != 2 {
            all_are_there(&database, known).await;
        }
        positions_have_no_gap(&database).await;
        let every = message::Entity::find().all(&database).await.expect("messages can be read");
        let told: BTreeSet<_> = event::Entity::find()
            .all(&database)
            .await
            .expect("events can be read")
            .iter()
            .filter_map(|row| row.about)
            .collect();
        let silent: Vec<_> = every.iter().filter(|row| !told.contains(&row.id.0)).collect();
        assert!(silent.is_empty(), "messages without their event in copy {n}: {silent:?}");
        database.close().await.expect("a connection can be closed");
    }
    assert!(lost > 0, "no power cut lost anything, so nothing was tried");
}
