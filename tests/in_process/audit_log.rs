//! The journal as it is read: by whom, how much of it, in which order, and as a table.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};

use entities::instant::Instant;
use entities::{audit_log_entry, event, event_subject, member};
use http::StatusCode;
use platform::access::viewer::find_member;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};

use crate::app::{Member, TestApp, code};
use crate::for_each_database;

const OFFICER: &str = "officer@prison.example";
/// Leads the prison, and sees everybody it holds.
const MANAGER: &str = "head@prison.invalid";
const ADMIN: &str = "admin@ngo.example";
const AUDITOR: &str = "review@ngo.invalid";
/// Leads an organisation that never heard of the prison's people.
const STRANGER: &str = "head@colony.invalid";

/// Of a page with all that it refers to: one for the count, the entries, what they are about, members,
/// organisations and referrals each; two for people and for agreements, three for services.
const MOST: u64 = 13;

const LIST: &str = "query($first: Int = 100, $after: String, $kinds: [EventKind!], $member: ID, $subject: ID,
    $from: Date, $to: Date) {
    auditLog(first: $first, after: $after, kinds: $kinds, member: $member, subject: $subject, from: $from, to: $to) {
        totalCount pageInfo { hasNextPage endCursor }
        nodes {
            id sequenceNumber kind at origin fields organisation { id name isViewers } member { id name }
            subjects { ...Thing } about { ...Thing }
        }
    }
}
fragment Thing on AuditLogSubject {
    kind id node { id ... on Person { pseudonym } ... on Referral { reference service { name } } ... on Agreement { title } ... on Service { name } }
}";

async fn caught_up(app: &TestApp) {
    app.worker().catch_up().await.expect("nobody else holds the duties");
}

/// Every entry for these variables, page by page; how many there are was counted on each.
async fn all(member: &Member<'_>, mut variables: Value) -> Vec<Value> {
    let mut entries = Vec::new();
    loop {
        let seen = member.data(LIST, variables.clone()).await["auditLog"].take();
        entries.extend(seen["nodes"].as_array().cloned().unwrap_or_default());
        let total = seen["totalCount"].as_u64().unwrap_or_default() as usize;
        if seen["pageInfo"]["hasNextPage"] != true {
            assert_eq!(entries.len(), total, "{variables}");
            return entries;
        }
        assert!(entries.len() < total, "{variables}");
        variables["after"] = seen["pageInfo"]["endCursor"].clone();
    }
}

fn texts(entries: &[Value], field: &str) -> Vec<String> {
    entries.iter().map(|entry| entry[field].as_str().unwrap_or_default().to_owned()).collect()
}

fn sequence_numbers(entries: &[Value]) -> Vec<i64> {
    entries.iter().filter_map(|entry| entry["sequenceNumber"].as_i64()).collect()
}

fn things(entry: &Value) -> impl Iterator<Item = &Value> {
    entry["subjects"]
        .as_array()
        .into_iter()
        .flatten()
        .chain(Some(&entry["about"]).filter(|about| !about.is_null()))
}

/// What the database holds for the organisation of a member: positions, and ids that it may know.
async fn kept(app: &TestApp, email: &str) -> (Vec<i64>, BTreeSet<uuid::Uuid>) {
    let on = app.db().read();
    let id = find_member(on, email, None, app.clock.now())
        .await
        .expect("the database answers")
        .expect("one member");
    let row = member::Entity::find_by_id(id).one(on).await.expect("the database answers").expect("a member");
    let ours = audit_log_entry::Entity::find()
        .filter(audit_log_entry::Column::OrganisationId.eq(row.organisation_id));
    let entries = ours
        .order_by_desc(audit_log_entry::Column::SequenceNumber)
        .all(on)
        .await
        .expect("the database answers");
    let subjects = event_subject::Entity::find()
        .filter(event_subject::Column::OrganisationId.eq(row.organisation_id))
        .all(on)
        .await
        .expect("the database answers");
    let about = event::Entity::find()
        .filter(event::Column::Id.is_in(entries.iter().map(|entry| entry.event_id)))
        .all(on)
        .await
        .expect("the database answers");
    let known = subjects.iter().map(|row| row.subject_id).chain(about.iter().filter_map(|event| event.about));
    (entries.iter().map(|entry| entry.sequence_number).collect(), known.collect())
}

fn id_of(thing: &Value) -> String {
    thing["id"].as_str().unwrap_or_default().to_owned()
}

fn uuid_of(id: &Value) -> uuid::Uuid {
    let parts = platform::graphql::ids::parts(id.as_str().unwrap_or_default());
    parts.expect("ids of the schema are TypeIDs").1
}

/// Something that happens, as the prison's officer.
async fn record(app: &TestApp, officer: &Member<'_>) -> Value {
    let person = json!({ "givenName": "Vaidas", "familyName": "Rugys", "sex": "MALE", "language": "lt",
        "legalStatus": "IN_CUSTODY", "sobriety": "UNKNOWN" });
    let made = officer.act("personRecord", json!({ "person": person, "needs": [] }), "person { id }").await;
    app.clock.advance(1);
    made["person"]["id"].clone()
}

for_each_database! {
    async fn it_is_for_those_who_watch_over_an_organisation(database: Database) {
        let app = TestApp::demo(database).await;
        caught_up(&app).await;
        // Whoever goes by a journal that was restored to an earlier state is told so, and not nothing for ever.
        let manager = app.as_member(MANAGER).await;
        let beyond = manager.gql("{ eventsSince(sequenceNumber: \"900000000\") { nextSequenceNumber } }", json!({})).await;
        assert_eq!(code(&beyond).as_deref(), Some("BAD_USER_INPUT"), "{beyond}");
        for asked in ["{ auditLog { nodes { id } } }", "{ eventsSince { nextSequenceNumber } }"] {
            for (email, refused) in [(OFFICER, Some("FORBIDDEN")), (MANAGER, None), (ADMIN, None), (AUDITOR, None)] {
                let reply = app.as_member(email).await.gql(asked, json!({})).await;
                assert_eq!(code(&reply).as_deref(), refused, "{email}: {reply}");
            }
            assert_eq!(code(&app.as_nobody().gql(asked, json!({})).await).as_deref(), Some("UNAUTHENTICATED"));
        }
        let mut officer = app.browserless(OFFICER).await;
        assert!(!officer.get("/").await.says("href=\"/journal\""));
        for path in ["/journal", "/journal.csv"] {
            assert_eq!(officer.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        let mut admin = app.browserless(ADMIN).await;
        assert!(admin.get("/").await.says("href=\"/journal\""));
        assert!(admin.get("/journal").await.says("class=\"timeline\""));
    }

    async fn an_auditor_comes_for_a_time(database: Database) {
        let app = TestApp::demo(database).await;
        let (auditor, admin) = (app.as_member(AUDITOR).await, app.as_member(ADMIN).await);
        let last_day = async |day: &str| {
            let set = format!("UPDATE member SET ends_on = {day} WHERE role = 'AUDITOR'");
            app.db().migrations().execute_unprepared(&set).await.expect("a date can be set");
        };
        let asks = async || {
            let mut codes = Vec::new();
            for asked in ["{ auditLog { nodes { id } } }", "{ organisations { totalCount } }"] {
                codes.push(code(&auditor.gql(asked, json!({})).await));
            }
            codes
        };
        let nobody = [Some("UNAUTHENTICATED".to_owned()), Some("UNAUTHENTICATED".to_owned())];
        let here = async |left: bool| {
            let asked = format!("{{ colleagues(left: {left}) {{ email endsOn }} }}");
            admin.data(&asked, json!({})).await.to_string().contains(AUDITOR)
        };
        last_day("'2026-11-30'").await;
        // One minute before midnight in Vilnius, and some seconds after it.
        app.clock.turn_to(at("2026-11-30T21:59:00Z"));
        assert_eq!(asks().await, [None, None]);
        assert!(here(false).await && !here(true).await);
        app.clock.turn_to(at("2026-11-30T22:00:06Z"));
        assert_eq!(asks().await, nobody);
        assert!(!here(false).await && here(true).await);
        let found = find_member(app.db().read(), AUDITOR, None, app.clock.now()).await;
        assert!(found.expect("the database answers").is_err(), "a token can still be made");
        // Prolonged, it holds again; without a last day it never does.
        last_day("'2026-12-15'").await;
        assert_eq!(asks().await, [None, None]);
        last_day("NULL").await;
        app.clock.advance(6);
        assert_eq!(asks().await, nobody);
    }

    async fn everything_of_ones_own_comes_once_and_nothing_of_anybody_elses(database: Database) {
        let app = TestApp::demo(database).await;
        let officer = app.as_member(OFFICER).await;
        officer.data("{ people(first: 5) { nodes { identity { familyName } } } }", json!({})).await;
        caught_up(&app).await;
        for email in [MANAGER, AUDITOR] {
            let member = app.as_member(email).await;
            let entries = all(&member, json!({ "first": 37 })).await;
            let (expected, known) = kept(&app, email).await;
            assert_eq!(sequence_numbers(&entries), expected, "{email}");
            assert!(entries.len() > 60, "{email}: {}", entries.len());
            for entry in &entries {
                let ours = entry["organisation"]["isViewers"] == true;
                assert_eq!(entry["member"].is_object(), ours, "{entry:#}");
                assert!(things(entry).all(|thing| known.contains(&uuid_of(&thing["id"]))), "{entry:#}");
            }
            let looks = all(&member, json!({ "kinds": ["IDENTITY_LOOKED_AT"] })).await;
            let kind = if email == MANAGER { "PERSON" } else { "DISCLOSURE" };
            assert!(looks.iter().any(|look| look["subjects"][0]["kind"] == kind), "{email}: {looks:#?}");
            // A colleague's look at five people is one entry, about five.
            let many = |look: &&Value| look["subjects"].as_array().is_some_and(|seen| seen.len() == 5);
            assert_eq!(looks.iter().any(|look| many(&look)), email == MANAGER);
            // A recipient's names nobody, and the referral that it went through.
            let through = looks.iter().find(|look| look["about"]["kind"] == "REFERRAL");
            let through = through.expect("a look through a referral");
            assert_eq!(through["about"]["node"].is_object(), email == MANAGER, "{through:#}");
        }
    }

    async fn what_belongs_to_another_is_not_found_by_its_id(database: Database) {
        let app = TestApp::demo(database).await;
        caught_up(&app).await;
        let (manager, stranger) = (app.as_member(MANAGER).await, app.as_member(STRANGER).await);
        let entries = all(&manager, json!({})).await;
        let mut ids: BTreeSet<String> = BTreeSet::new();
        for entry in &entries {
            ids.extend(things(entry).filter(|thing| thing["kind"] != "AGREEMENT").map(id_of));
        }
        let theirs: BTreeSet<String> =
            all(&stranger, json!({})).await.iter().flat_map(things).map(id_of).collect();
        let mut kinds = BTreeSet::new();
        for id in ids.difference(&theirs) {
            let kind = id.split('_').next().unwrap_or_default();
            if kinds.insert(kind) {
                assert!(!all(&manager, json!({ "subject": id })).await.is_empty(), "{id}");
                assert!(all(&stranger, json!({ "subject": id })).await.is_empty(), "{id}");
            }
        }
        assert!(kinds.is_superset(&BTreeSet::from(["person", "referral", "appointment", "consent", "message"])), "{kinds:?}");
        let officer = app.member_id(OFFICER).await;
        assert!(!all(&manager, json!({ "member": officer })).await.is_empty());
        assert!(all(&stranger, json!({ "member": officer })).await.is_empty());
        let municipality = manager.data("{ viewer { organisation { municipality { id } } } }", json!({})).await;
        let municipality = &municipality["viewer"]["organisation"]["municipality"]["id"];
        let wrong = [("subject", json!(municipality)), ("subject", json!("x")), ("after", json!("p1")), ("first", json!(101))];
        for wrong in wrong.map(|(name, value)| json!({ name: value })) {
            let reply = manager.gql(LIST, wrong.clone()).await;
            assert_eq!(code(&reply).as_deref(), Some("BAD_USER_INPUT"), "{wrong}: {reply}");
        }
    }

    async fn filters_leave_what_they_say(database: Database) {
        let app = TestApp::demo(database).await;
        caught_up(&app).await;
        let manager = app.as_member(MANAGER).await;
        let entries = all(&manager, json!({})).await;
        let left = |keep: &dyn Fn(&Value) -> bool| {
            sequence_numbers(&entries.iter().filter(|entry| keep(entry)).cloned().collect::<Vec<_>>())
        };
        let officer = app.member_id(OFFICER).await;
        let look = entries.iter().find(|entry| entry["about"]["kind"] == "REFERRAL").expect("a look through a referral");
        let referral = look["about"]["id"].clone();
        let day = |entry: &Value| {
            let at: chrono::DateTime<chrono::Utc> = entry["at"].as_str().unwrap_or_default().parse().expect("an instant");
            (at + chrono::TimeDelta::hours(2)).date_naive().to_string()
        };
        // In winter, when Vilnius is two hours ahead.
        let (from, to) = ("2026-11-10", "2026-11-20");
        let kinds = ["REFERRAL_SENT", "PERSON_RECORDED"];
        let is_of = |entry: &Value, kinds: &[&str]| kinds.contains(&entry["kind"].as_str().unwrap_or_default());
        let by_officer = |entry: &Value| entry["member"]["id"] == officer.as_str();
        let until = |entry: &Value| day(entry).as_str() <= to;
        let cases: [(Value, Vec<i64>); 5] = [
            (json!({ "kinds": kinds }), left(&|entry| is_of(entry, &kinds))),
            (json!({ "member": officer }), left(&by_officer)),
            (json!({ "subject": referral }), left(&|entry| things(entry).any(|thing| thing["id"] == referral))),
            (json!({ "from": from, "to": to }), left(&|entry| day(entry).as_str() >= from && until(entry))),
            (
                json!({ "member": officer, "kinds": ["REFERRAL_SENT"], "to": to }),
                left(&|entry| by_officer(entry) && is_of(entry, &["REFERRAL_SENT"]) && until(entry)),
            ),
        ];
        for (variables, expected) in cases {
            assert!(!expected.is_empty() && expected.len() < entries.len(), "{variables}: {}", expected.len());
            assert_eq!(sequence_numbers(&all(&manager, variables.clone()).await), expected, "{variables}");
        }
    }

    async fn a_long_page_costs_what_a_short_one_does(database: Database) {
        let app = TestApp::demo(database).await;
        caught_up(&app).await;
        let alike = [(MANAGER, OFFICER, "REFERRAL_SENT"), (AUDITOR, "caseworker@ngo.example", "REFERRAL_ACCEPTED")];
        for (email, colleague, kind) in alike {
            let (member, colleague) = (app.as_member(email).await, app.member_id(colleague).await);
            let cost = async |asked: Value, least: usize| {
                let before = app.db().statements();
                let seen = member.data(LIST, asked).await;
                let rows = seen["auditLog"]["nodes"].as_array().map_or(0, Vec::len);
                assert!(rows >= least, "{email} sees only {rows}");
                app.db().statements() - before
            };
            cost(json!({}), 100).await;
            let asked = |first: usize| json!({ "first": first, "member": colleague, "kinds": [kind] });
            assert_eq!(cost(asked(2), 2).await, cost(asked(100), 6).await, "{email}");
            let whole = cost(json!({}), 100).await;
            assert!(whole <= MOST, "{email}: {whole} statements");
        }
    }

    async fn who_asks_on_from_the_last_position_misses_nothing(database: Database) {
        let app = TestApp::demo(database).await;
        let (officer, manager) = (app.as_member(OFFICER).await, app.as_member(MANAGER).await);
        let (written, counted) = (AtomicBool::new(false), AtomicBool::new(false));
        let write = async {
            for _ in 0..15 {
                record(&app, &officer).await;
            }
            written.store(true, Ordering::SeqCst);
        };
        let number = async {
            loop {
                let last = written.load(Ordering::SeqCst);
                caught_up(&app).await;
                if last {
                    break counted.store(true, Ordering::SeqCst);
                }
            }
        };
        let poll = async {
            let (mut seen, mut sequence_number) = (Vec::new(), json!(0));
            loop {
                let last = counted.load(Ordering::SeqCst);
                let query = "query($sequenceNumber: SequenceNumber!) { eventsSince(sequenceNumber: $sequenceNumber, first: 9) {
                    events { sequenceNumber kind at subjects { kind id } } nextSequenceNumber hasMore } }";
                let told = manager.data(query, json!({ "sequenceNumber": sequence_number })).await["eventsSince"].take();
                let events = told["events"].as_array().cloned().unwrap_or_default();
                assert!(events.len() == 9 || told["hasMore"] == false, "{told:#}");
                seen.extend(sequence_numbers(&events));
                sequence_number = told["nextSequenceNumber"].clone();
                if last && events.is_empty() {
                    assert_eq!(told["hasMore"], false);
                    break seen;
                }
            }
        };
        let (_, _, seen) = tokio::join!(write, number, poll);
        let mut expected = kept(&app, MANAGER).await.0;
        expected.reverse();
        assert_eq!(seen, expected);
        assert!(seen.len() > 100);
    }

    async fn no_name_of_a_person_is_in_it(database: Database) {
        let app = TestApp::demo(database).await;
        caught_up(&app).await;
        let names = demo::names();
        for email in [MANAGER, ADMIN, AUDITOR] {
            let entries = all(&app.as_member(email).await, json!({})).await;
            let text = Value::from(entries).to_string();
            let told: Vec<_> = names.iter().filter(|name| text.contains(name.as_str())).collect();
            assert!(told.is_empty(), "{email} is told {told:?}");
            assert_eq!(text.contains("pseudonym"), email == MANAGER, "{email}");
        }
        // Whoever reads no person opens none from here either.
        let opened = "{ auditLog(first: 100) { nodes {
            subjects { kind node { ... on Person { pseudonym identity { familyName } } ... on Referral { pseudonym } } } } } }";
        for email in [ADMIN, AUDITOR] {
            let seen = app.as_member(email).await.data(opened, json!({})).await;
            let nodes = seen["auditLog"]["nodes"].as_array().cloned().unwrap_or_default();
            let subjects: Vec<&Value> =
                nodes.iter().flat_map(|node| node["subjects"].as_array().into_iter().flatten()).collect();
            let about_people = |subject: &&Value| subject["kind"] == "PERSON" || subject["kind"] == "REFERRAL";
            let closed = |subject: &&Value| !about_people(subject) || subject["node"].is_null();
            assert!(subjects.len() > 50 && subjects.iter().all(closed), "{email}");
        }
    }

    async fn a_kind_that_nobody_declares_is_refused_however_it_is_asked(database: Database) {
        let app = TestApp::network(database).await;
        let admin = app.as_member(ADMIN).await;
        // The library does not look at the arguments of an operation that does not run when it validates a document.
        let two = "query A { __typename } query B($kind: EventKind!) {
            auditLog(first: 1, kinds: [NO_SUCH_KIND, $kind]) { nodes { id } } }";
        let first = admin.run("A", two, json!({})).await;
        assert_eq!(first["data"]["__typename"], "Query", "{first:#}");
        for member in [&admin, &app.as_nobody()] {
            let then = member.run("B", two, json!({ "kind": "SIGNED_IN" })).await;
            assert_eq!(code(&then).as_deref(), Some("BAD_USER_INPUT"), "{then:#}");
        }
    }

    async fn a_table_holds_all_of_it_and_no_formula(database: Database) {
        let app = TestApp::demo(database).await;
        let admin = app.as_member(ADMIN).await;
        let parties = admin.data("{ organisations(kind: PRISON) { nodes { id } } }", json!({})).await;
        let party = parties["organisations"]["nodes"][0]["id"].clone();
        let input = json!({ "title": "=HYPERLINK(\"x\")", "purpose": "RESETTLEMENT", "scopes": ["NEEDS"],
            "parties": [party], "startsOn": "2026-12-01" });
        admin.act("agreementPropose", input, "agreement { id }").await;
        caught_up(&app).await;
        let entries = all(&admin, json!({})).await;
        assert!(entries.len() > 100, "more than a page of the export: {}", entries.len());
        let mut pages = app.browserless(ADMIN).await;
        for (language, separator) in [("en", b','), ("lt", b';')] {
            pages.speak(language);
            let page = pages.get("/journal.csv").await;
            assert_eq!(page.answer.header("content-type"), Some("text/csv; charset=utf-8; header=present"));
            assert_eq!(page.answer.header("cache-control"), Some("no-store"));
            let disposition = page.answer.header("content-disposition").unwrap_or_default();
            assert_eq!(disposition, "attachment; filename=\"journal-2026-11-23.csv\"");
            let table = page.html().strip_prefix('\u{feff}').expect("the mark of UTF-8");
            let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(table.as_bytes());
            let rows: Vec<csv::StringRecord> =
                reader.records().map(|row| row.expect("each row has its cells")).collect();
            let ids: Vec<&str> = rows.iter().filter_map(|row| row.get(12)).collect();
            assert_eq!(ids, texts(&entries, "id"), "{language}");
            let harmless = rows.iter().any(|row| row.get(6) == Some("'=HYPERLINK(\"x\")"));
            assert!(harmless, "{language}");
            let cells = rows.iter().flat_map(|row| row.iter());
            let formulas: Vec<_> = cells.filter(|cell| cell.starts_with(['=', '+', '-', '@'])).collect();
            assert!(formulas.is_empty(), "{formulas:?}");
        }
        // With the filters of the page.
        pages.speak("en");
        let some = pages.get("/journal.csv?kind=AGREEMENT_PROPOSED").await;
        let lines = some.html().lines().count() - 1;
        assert_eq!(lines, texts(&entries, "kind").iter().filter(|kind| *kind == "AGREEMENT_PROPOSED").count());
    }
}

fn at(text: &str) -> Instant {
    text.parse::<chrono::DateTime<chrono::Utc>>().expect("an instant").into()
}
