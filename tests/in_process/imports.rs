//! Lists that partners keep in spreadsheets, brought in through GraphQL and the pages: read and judged by the
//! worker, corrected, taken, thrown away.

use http::{Request, StatusCode};
use serde_json::{Value, json};

use crate::app::{Member, TestApp, problems};
use crate::for_each_database;
use crate::notifications::catch_up;

const OFFICER: &str = "officer@prison.example";
const CASEWORKER: &str = "caseworker@ngo.example";
const COORDINATOR: &str = "coordinator@network.example";

const PEOPLE: &[u8] = include_bytes!("../spreadsheets/people-by.csv");
const ORGANISATIONS: &[u8] = include_bytes!("../spreadsheets/organisations-lt.csv");

const LIST: &str =
    "id state version fileName failure done total counts { new existing duplicate invalid imported }
    columns { position header examples field certainty isDate dateOrder remembered } missing";

pub async fn ticket(member: &Member<'_>, kind: &str) -> Value {
    let select = "ticket { importId path mostBytes }";
    let payload = member.act("importUploadCreate", json!({ "kind": kind }), select).await;
    payload["ticket"].clone()
}

pub async fn send(
    app: &TestApp,
    ticket: &Value,
    name: &str,
    bytes: impl Into<Vec<u8>>,
) -> (StatusCode, String) {
    let path = ticket["path"].as_str().expect("a path");
    let request = Request::post(format!("{path}?name={name}"))
        .header("content-type", "application/octet-stream")
        .body(axum::body::Body::from(bytes.into()))
        .expect("a request");
    let answer = app.send(request).await;
    (answer.status, answer.body)
}

/// Brings a list up and has it judged; its id.
async fn bring(app: &TestApp, member: &Member<'_>, kind: &str, bytes: impl Into<Vec<u8>>) -> String {
    let ticket = ticket(member, kind).await;
    let (status, body) = send(app, &ticket, "list.csv", bytes).await;
    assert_eq!(status, StatusCode::CREATED, "{body}");
    catch_up(app).await;
    ticket["importId"].as_str().expect("an id").to_owned()
}

async fn list(member: &Member<'_>, id: &str) -> Value {
    let query = format!("query($id: ID!) {{ import(id: $id) {{ {LIST} }} }}");
    member.data(&query, json!({ "id": id })).await["import"].clone()
}

async fn rows(member: &Member<'_>, id: &str, verdict: &str) -> Vec<Value> {
    let query = "query($id: ID!, $status: ImportRowStatus, $after: String) { import(id: $id) { rows(status: $status, first: 100, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } nodes { number status cells errors { position field code value }
        reading { name dateOfBirth yearOfBirth sex releaseDate municipality { name } needs kind places } } } } }";
    let (mut found, mut after) = (Vec::new(), Value::Null);
    loop {
        let told = member.data(query, json!({ "id": id, "status": verdict, "after": after })).await;
        let rows = &told["import"]["rows"];
        found.extend(rows["nodes"].as_array().cloned().unwrap_or_default());
        if rows["pageInfo"]["hasNextPage"] != true {
            assert_eq!(rows["totalCount"], found.len());
            return found;
        }
        after = rows["pageInfo"]["endCursor"].clone();
    }
}

fn counts(new: u64, existing: u64, duplicate: u64, invalid: u64, imported: u64) -> Value {
    json!({ "new": new, "existing": existing, "duplicate": duplicate, "invalid": invalid, "imported": imported })
}

async fn take(member: &Member<'_>, id: &str) -> Value {
    let version = list(member, id).await["version"].clone();
    member.act("importApply", json!({ "importId": id, "version": version }), "import { state }").await
}

for_each_database! {
    async fn a_list_of_people_is_judged_taken_and_written_once(database: Database) {
        let app = TestApp::demo(database).await;
        let officer = app.as_member(OFFICER).await;
        let before = officer.data("{ people(first: 1) { totalCount } }", json!({})).await["people"]["totalCount"].as_u64();
        let id = bring(&app, &officer, "PEOPLE", PEOPLE).await;
        let judged = list(&officer, &id).await;
        assert_eq!((judged["state"].as_str(), &judged["counts"]), (Some("VALIDATED"), &counts(153, 0, 1, 6, 0)), "{judged:#}");
        assert_eq!((&judged["done"], &judged["total"], &judged["fileName"]), (&json!(160), &json!(160), &json!("list.csv")));
        let invalid = rows(&officer, &id, "INVALID").await;
        assert_eq!(invalid.len(), 6);
        assert_eq!(invalid[0]["number"], 8);
        assert_eq!(invalid[0]["errors"][0]["value"], "31.02.2027");
        assert_eq!(invalid[0]["reading"], Value::Null);
        let new = rows(&officer, &id, "NEW").await;
        assert_eq!(new.len(), 153);
        assert!(new.iter().all(|row| row["reading"]["name"].as_str().is_some_and(|name| name.contains(' '))), "{new:#?}");
        // Nothing is written yet.
        let people = officer.data("{ people(first: 1) { totalCount } }", json!({})).await;
        assert_eq!(people["people"]["totalCount"].as_u64(), before);

        let taken = take(&officer, &id).await;
        assert_eq!(taken["import"]["state"], "APPLYING");
        catch_up(&app).await;
        let done = list(&officer, &id).await;
        assert_eq!((done["state"].as_str(), &done["counts"]), (Some("DONE"), &counts(153, 0, 1, 6, 153)));
        let people = officer.data("{ people(first: 1) { totalCount } }", json!({})).await;
        assert_eq!(people["people"]["totalCount"].as_u64(), before.map(|before| before + 153));

        // The same list by mistake: nothing happens twice.
        let again = bring(&app, &officer, "PEOPLE", PEOPLE).await;
        let judged = list(&officer, &again).await;
        assert_eq!(judged["counts"], counts(0, 154, 0, 6, 0));
        let input = json!({ "importId": again, "version": judged["version"] });
        let refused = officer.try_to("importApply", input, "import { state }").await;
        assert_eq!(problems(&refused), ["NOTHING_NEW importId"], "{refused}");
    }

    async fn what_a_column_is_can_be_corrected_and_is_remembered(database: Database) {
        let app = TestApp::demo(database).await;
        let officer = app.as_member(OFFICER).await;
        let text = "Surname,Name,Date of birth,Sex,Extra\nMüller,Jan,03/04/1980,m,housing\nSmith,Ann,05/06/1981,f,work\n";
        let id = bring(&app, &officer, "PEOPLE", text).await;
        let judged = list(&officer, &id).await;
        assert_eq!(judged["counts"], counts(0, 0, 0, 2, 0), "{judged:#}");
        let birth = &judged["columns"][2];
        assert_eq!((&birth["field"], &birth["isDate"], &birth["dateOrder"]), (&json!("DATE_OF_BIRTH"), &json!(true), &Value::Null));
        let correct = async |columns: Value, version: &Value| {
            officer.try_to("importColumnsChange", json!({ "importId": id, "version": version, "columns": columns }), "import { state }").await
        };
        let twice = correct(json!([{ "position": 4, "field": "SEX" }]), &judged["version"]).await;
        assert_eq!(problems(&twice), ["TWICE columns.0.field"]);
        let unknown = correct(json!([{ "position": 9, "field": "NEEDS" }, { "position": 4, "field": "PLACES" }, { "position": -1 }]), &judged["version"]).await;
        assert_eq!(problems(&unknown), ["UNKNOWN columns.0.field", "UNKNOWN columns.1.field", "UNKNOWN columns.2.field"]);
        let said = json!([{ "position": 2, "field": "DATE_OF_BIRTH", "dateOrder": "MONTH_FIRST" }, { "position": 4, "field": "NEEDS" }]);
        let done = correct(said.clone(), &judged["version"]).await;
        assert_eq!(done["importColumnsChange"]["import"]["state"], "VALIDATING", "{done}");
        assert_eq!(problems(&correct(said, &judged["version"]).await), ["NOT_NOW importId"]);
        catch_up(&app).await;
        assert_eq!(list(&officer, &id).await["counts"], counts(2, 0, 0, 0, 0));
        let new = rows(&officer, &id, "NEW").await;
        assert_eq!(new[0]["reading"]["dateOfBirth"], "1980-03-04");
        assert_eq!(new[1]["reading"]["needs"], json!(["EDUCATION_TRAINING_EMPLOYMENT"]));

        // Another list with the same header row is read as this one was; another organisation's is not.
        let next = bring(&app, &officer, "PEOPLE", text.replace("Müller", "Meyer")).await;
        let judged = list(&officer, &next).await;
        assert_eq!(judged["counts"], counts(2, 0, 0, 0, 0), "{judged:#}");
        assert!(judged["columns"].as_array().is_some_and(|all| all.iter().all(|column| column["remembered"] == true)));
        let other = app.as_member(CASEWORKER).await;
        let theirs = bring(&app, &other, "PEOPLE", text).await;
        assert_eq!(list(&other, &theirs).await["counts"], counts(0, 0, 0, 2, 0));
    }

    async fn a_coordinator_brings_in_the_organisations_of_a_country(database: Database) {
        let app = TestApp::demo(database).await;
        let coordinator = app.as_member(COORDINATOR).await;
        let id = bring(&app, &coordinator, "ORGANISATIONS", ORGANISATIONS).await;
        let judged = list(&coordinator, &id).await;
        let invalid: Vec<String> = rows(&coordinator, &id, "INVALID").await.iter().map(|row| {
            let faults = row["errors"].as_array().into_iter().flatten();
            let faults: Vec<String> = faults.map(|failure| format!("{} {} {}", failure["field"].as_str().unwrap_or_default(),
                failure["code"].as_str().unwrap_or_default(), failure["value"].as_str().unwrap_or_default())).collect();
            format!("{}: {}", row["number"], faults.join(", "))
        }).collect();
        assert_eq!(invalid, BAD_ORGANISATIONS, "{judged:#}");
        assert_eq!(judged["counts"], counts(NEW_ORGANISATIONS, 0, REPEATED_ORGANISATIONS, BAD_ORGANISATIONS.len() as u64, 0));
        take(&coordinator, &id).await;
        catch_up(&app).await;
        assert_eq!(list(&coordinator, &id).await["counts"]["imported"], NEW_ORGANISATIONS);
        let query = "{ organisations(text: \"Alytus – Soc\") { nodes { name kind email phone address municipality { name } services { nodes { name domain places(date: \"2026-12-01\") { free } } } } } }";
        let told = coordinator.gql(query, json!({})).await;
        assert!(told.to_string().contains("Įdarbinimo tarpininkavimas"), "{told:#}");
        let again = bring(&app, &coordinator, "ORGANISATIONS", ORGANISATIONS).await;
        assert_eq!(list(&coordinator, &again).await["counts"]["new"], 0);
    }

    async fn a_list_is_nobody_elses(database: Database) {
        let app = TestApp::demo(database).await;
        let officer = app.as_member(OFFICER).await;
        let id = bring(&app, &officer, "PEOPLE", PEOPLE).await;
        let version = list(&officer, &id).await["version"].clone();
        for other in [CASEWORKER, COORDINATOR, "admin@ngo.example", "pastor@parish.example"] {
            let other = app.as_member(other).await;
            let seen = other.gql("query($id: ID!) { import(id: $id) { state } }", json!({ "id": id })).await;
            assert_eq!(crate::app::code(&seen).as_deref(), Some("NOT_FOUND"), "{seen}");
            for mutation in ["importApply", "importDelete"] {
                let input = json!({ "importId": id, "version": version });
                assert_eq!(other.refused(mutation, input, "import { state }").await, "NOT_FOUND");
            }
            let mine = other.data("{ imports { totalCount nodes { id } } }", json!({})).await;
            assert_eq!(mine["imports"]["totalCount"], 0);
        }
        let nobody = app.as_nobody().gql("{ imports { totalCount } }", json!({})).await;
        assert_eq!(crate::app::code(&nobody).as_deref(), Some("UNAUTHENTICATED"));
        // Who may not record people is given no ticket for a list of them.
        let coordinator = app.as_member(COORDINATOR).await;
        assert_eq!(coordinator.refused("importUploadCreate", json!({ "kind": "PEOPLE" }), "ticket { path }").await, "FORBIDDEN");
        assert_eq!(officer.refused("importUploadCreate", json!({ "kind": "ORGANISATIONS" }), "ticket { path }").await, "FORBIDDEN");
    }

    async fn a_ticket_is_for_one_member_and_an_hour_and_loses_no_file(database: Database) {
        let app = TestApp::demo(database).await;
        let officer = app.as_member(OFFICER).await;
        let given = ticket(&officer, "PEOPLE").await;
        let path = given["path"].as_str().expect("a path");
        for forged in [path.replace("PEOPLE", "ORGANISATIONS"), format!("{path}0"), "/uploads/x".to_owned(), "/uploads/a.b.c.d.e".to_owned()] {
            let (status, _) = send(&app, &json!({ "path": forged }), "x", PEOPLE).await;
            assert_eq!(status, StatusCode::FORBIDDEN, "{forged}");
        }
        assert_eq!(send(&app, &given, "one.csv", PEOPLE).await.0, StatusCode::CREATED);
        let id = given["importId"].as_str().expect("an id");
        // A second finger: it is the same list, also when it was read meanwhile.
        for _ in 0..2 {
            let (status, body) = send(&app, &given, "again.csv", PEOPLE).await;
            assert!(status == StatusCode::CREATED && body.contains(id), "{body}");
            catch_up(&app).await;
        }
        let many = "{ imports { totalCount } }";
        assert_eq!(list(&officer, id).await["fileName"], "one.csv");
        assert_eq!(officer.data(many, json!({})).await["imports"]["totalCount"], 1);
        // The way back, and another file: it becomes a list of its own.
        let (status, body) = send(&app, &given, "two.csv", "Name;Town\nAnn;Riga\n").await;
        assert!(status == StatusCode::CREATED && !body.contains(id), "{body}");
        assert_eq!(officer.data(many, json!({})).await["imports"]["totalCount"], 2);
        // So does the same one once its list was thrown away.
        let version = list(&officer, id).await["version"].clone();
        officer.act("importDelete", json!({ "importId": id, "version": version }), "import { state }").await;
        let (status, body) = send(&app, &given, "one.csv", PEOPLE).await;
        assert!(status == StatusCode::CREATED && !body.contains(id), "{body}");
        let late = ticket(&officer, "PEOPLE").await;
        // As many as a member may have, and no more.
        let mut last = StatusCode::CREATED;
        for n in 0..20 {
            last = send(&app, &given, "more.csv", format!("Name;Town\nAnn;Riga {n}\n")).await.0;
        }
        assert_eq!(last, StatusCode::FORBIDDEN);
        app.clock.advance(3_601);
        assert_eq!(send(&app, &late, "late.csv", PEOPLE).await.0, StatusCode::FORBIDDEN);
    }

    async fn what_is_no_list_says_so_in_its_place(database: Database) {
        let app = TestApp::demo(database).await;
        let officer = app.as_member(OFFICER).await;
        let wide = format!("{}\n", vec!["x"; 10_000].join(";"));
        for (failure, bytes) in [
            ("NOT_A_SPREADSHEET", b"\x89PNG\r\n\x1a\n and so on".to_vec()),
            ("EMPTY", Vec::new()),
            ("TOO_MANY_COLUMNS", wide.into_bytes()),
            ("TOO_LARGE", vec![b'a'; 50 << 20]),
        ] {
            let id = bring(&app, &officer, "PEOPLE", bytes).await;
            let seen = list(&officer, &id).await;
            assert_eq!((seen["state"].as_str(), seen["failure"].as_str()), (Some("UNREADABLE"), Some(failure)), "{seen}");
        }
    }

    async fn a_list_goes_on_demand_and_after_a_week(database: Database) {
        let app = TestApp::demo(database).await;
        let officer = app.as_member(OFFICER).await;
        let id = bring(&app, &officer, "PEOPLE", PEOPLE).await;
        let other = bring(&app, &officer, "PEOPLE", PEOPLE).await;
        let version = list(&officer, &id).await["version"].clone();
        let gone = officer.act("importDelete", json!({ "importId": id, "version": version }), "import { state fileName columns { header } rows { nodes { number } } }").await;
        assert_eq!(gone["import"], json!({ "state": "DELETED", "fileName": "", "columns": [], "rows": { "nodes": [] } }));
        assert_eq!(parts(&app).await, 1, "the other list's only part");
        app.days_pass(7);
        catch_up(&app).await;
        assert_eq!(parts(&app).await, 0);
        let officer = app.as_member(OFFICER).await;
        let seen = list(&officer, &other).await;
        assert_eq!((seen["state"].as_str(), &seen["counts"]), (Some("DELETED"), &counts(153, 0, 1, 6, 0)));
    }

    async fn whoever_lost_the_right_writes_nothing(database: Database) {
        let app = TestApp::demo(database).await;
        let officer = app.as_member(OFFICER).await;
        let id = bring(&app, &officer, "PEOPLE", PEOPLE).await;
        take(&officer, &id).await;
        end_membership(&app, OFFICER).await;
        catch_up(&app).await;
        use entities::{codes::{ImportFailure, ImportState}, import};
        use sea_orm::EntityTrait;
        let row = import::Entity::find().one(app.db().read()).await.expect("a database").expect("a list");
        assert_eq!((row.state, row.failure, row.imported), (ImportState::Validated, Some(ImportFailure::NotAllowed), 0));
    }
}

async fn parts(app: &TestApp) -> u64 {
    use sea_orm::{EntityTrait, PaginatorTrait};
    entities::import_part::Entity::find().count(app.db().read()).await.expect("a database")
}

async fn end_membership(app: &TestApp, email: &str) {
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
    let account = entities::account::Entity::find().filter(entities::account::Column::Email.eq(email));
    let account = account.one(app.db().read()).await.expect("a database").expect("an account");
    let tx =
        app.db().begin(platform::db::AuditContext::system(app.clock.now())).await.expect("a transaction");
    entities::member::Entity::update_many()
        .col_expr(entities::member::Column::EndedAt, Expr::value(app.clock.now()))
        .filter(entities::member::Column::AccountId.eq(account.id))
        .exec(tx.on())
        .await
        .expect("an update");
    tx.commit().await.expect("a commit");
}

/// Read by eye, one by one, against the file.
const BAD_ORGANISATIONS: &[&str] =
    &["6: EMAIL UNRECOGNISED ne el. paštas", "10: NAME MISSING ", "13: PLACES NOT_A_NUMBER apie 10"];
const NEW_ORGANISATIONS: u64 = 45;
/// Row 50 says of an organisation what an earlier row says.
const REPEATED_ORGANISATIONS: u64 = 1;
