//! Lists through the pages, without script: brought in by a form, mended and brought in again, taken out as tables
//! and brought in again, which changes nothing.

use std::collections::BTreeMap;

use axum::body::Body;
use http::{Request, StatusCode};

use crate::app::{Answer, Page, TestApp, Visitor};
use crate::for_each_database;
use crate::notifications::catch_up;
use capabilities::people::events::IDENTITY_LOOKED_AT;

const OFFICER: &str = "officer@prison.example";
const COORDINATOR: &str = "coordinator@network.example";
const PEOPLE: &[u8] = include_bytes!("../spreadsheets/people-by.csv");

/// What stands between these two on a page.
fn between<'p>(page: &'p str, before: &str, after: &str) -> &'p str {
    let rest = page.split_once(before).unwrap_or_else(|| panic!("no {before} in {page}")).1;
    rest.split_once(after).unwrap_or_else(|| panic!("no {after} behind {before}")).0
}

/// Sends a file by the form of a page, as a browser does; where it leads.
async fn send_by(app: &TestApp, page: &Page, name: &str, bytes: &[u8]) -> String {
    let action = between(page.html(), "enctype=\"multipart/form-data\" action=\"", "\"");
    let head = format!(
        "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/csv\r\n\r\n"
    );
    let body = [head.as_bytes(), bytes, b"\r\n--edge--\r\n"].concat();
    let request = Request::post(action).header("content-type", "multipart/form-data; boundary=edge");
    let answer = app.send(request.body(Body::from(body)).expect("a request")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
    answer.header("location").expect("somewhere to go").to_owned()
}

/// Brings a list in and waits for its judgement; the path of its page.
async fn bring(app: &TestApp, visitor: &mut Visitor<'_>, kind: &str, name: &str, bytes: &[u8]) -> String {
    let form = visitor.get(&format!("/imports/new?kind={kind}")).await;
    let path = send_by(app, &form, name, bytes).await;
    let waiting = visitor.get(&path).await;
    assert!(waiting.html().contains("data-refresh"), "{waiting:?}");
    catch_up(app).await;
    path
}

/// How many rows of a list are what, by the addresses of its tabs.
async fn tabs(visitor: &mut Visitor<'_>, path: &str) -> BTreeMap<String, u32> {
    let page = visitor.get(path).await;
    let tabs = page.html().split("?show=").skip(1).filter_map(|tab| {
        let verdict = tab.split(['"', '&']).next()?.to_owned();
        let n = tab.split_once('(')?.1.split_once(')')?.0.parse().ok()?;
        Some((verdict, n))
    });
    tabs.collect()
}

fn counts(new: u32, existing: u32, duplicate: u32, invalid: u32) -> BTreeMap<String, u32> {
    let all = [("new", new), ("existing", existing), ("duplicate", duplicate), ("invalid", invalid)];
    all.into_iter().map(|(verdict, n)| (verdict.to_owned(), n)).collect()
}

async fn take(app: &TestApp, visitor: &mut Visitor<'_>, path: &str) -> Page {
    let page = visitor.get(path).await;
    let version = page.field("version").expect("a list to be taken");
    visitor.post_form(&format!("{path}/take"), &[("version", &version)]).await;
    catch_up(app).await;
    visitor.get(path).await
}

/// A file that a page offers, as bytes.
async fn download(app: &TestApp, visitor: &Visitor<'_>, path: &str) -> (Answer, Vec<u8>) {
    use http_body_util::BodyExt;
    use tower::ServiceExt;
    let request =
        Request::get(path).header("cookie", visitor.cookies()).body(Body::empty()).expect("a request");
    let response = app.router().oneshot(request).await.expect("a router always answers");
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await.expect("an answer has an end").to_bytes().to_vec();
    (Answer { status: parts.status, headers: parts.headers, body: String::new() }, bytes)
}

/// How often somebody looked at an identity.
async fn looks(app: &TestApp) -> u64 {
    use entities::event;
    use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
    let looks = event::Entity::find().filter(event::Column::Kind.eq(IDENTITY_LOOKED_AT));
    looks.count(app.db().read()).await.expect("a database")
}

for_each_database! {
    async fn bad_rows_are_taken_along_mended_and_brought_in_again(database: Database) {
        let app = TestApp::demo(database).await;
        let mut officer = app.browserless(OFFICER).await;
        officer.speak("lt");
        let path = bring(&app, &mut officer, "people", "išeinantys 2027.csv", PEOPLE).await;
        assert_eq!(tabs(&mut officer, &path).await, counts(153, 0, 1, 6));
        let page = officer.get(&path).await;
        assert!(page.says("išeinantys 2027.csv") && page.says("31.02.2027"), "{page:?}");
        let done = take(&app, &mut officer, &path).await;
        assert!(done.says("153"), "{done:?}");

        let (answer, table) = download(&app, &officer, &format!("{path}/bad.csv")).await;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
        let text = String::from_utf8(table).expect("UTF-8");
        assert!(text.starts_with('\u{feff}') && text.contains("31.02.2027"), "{text}");
        let mended = [("31.02.2027", "28.02.2027"), ("1.1.1890", "1.1.1990"), ("Нигде", "Гомель"), ("скоро", "1.3.2027")];
        let mut text = mended.iter().fold(text, |text, (invalid, good)| text.replace(invalid, good));
        text = text.replace(";?;", ";м;");
        let again = bring(&app, &mut officer, "people", "mended.csv", text.as_bytes()).await;
        // One row has no family name still.
        assert_eq!(tabs(&mut officer, &again).await, counts(5, 0, 0, 1), "{text}");
        take(&app, &mut officer, &again).await;
        // The first file once more, by mistake.
        let twice = bring(&app, &mut officer, "people", "twice.csv", PEOPLE).await;
        let existing = tabs(&mut officer, &twice).await;
        assert_eq!((existing["new"], existing["invalid"]), (0, 6), "{existing:?}");
        assert!(officer.get(&twice).await.field("version").is_none(), "there is nothing to take");
    }

    async fn what_goes_out_comes_in_and_changes_nothing(database: Database) {
        let app = TestApp::demo(database).await;
        for language in ["en", "lt", "ru"] {
            let mut officer = app.browserless(OFFICER).await;
            officer.speak(language);
            for ending in ["csv", "xlsx"] {
                let before = looks(&app).await;
                let (answer, table) = download(&app, &officer, &format!("/people.{ending}")).await;
                assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
                assert!(looks(&app).await > before, "a look at everybody in it is recorded");
                let path = bring(&app, &mut officer, "people", &format!("people.{ending}"), &table).await;
                let seen = tabs(&mut officer, &path).await;
                // Whoever has neither date nor year of birth nor a number cannot be told from others.
                assert_eq!((seen["new"], seen["duplicate"]), (0, 0), "{language} {ending}: {seen:?}");
                assert!(seen["existing"] > 5, "{language} {ending}: {seen:?}");
                let page = officer.get(&format!("{path}?show=invalid")).await;
                assert_eq!(seen["invalid"], 0, "{language} {ending}: {}", page.html());
            }
            let mut coordinator = app.browserless(COORDINATOR).await;
            coordinator.speak(language);
            let (answer, table) = download(&app, &coordinator, "/directory/organisations.csv").await;
            assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
            let path = bring(&app, &mut coordinator, "organisations", "organisations.csv", &table).await;
            let seen = tabs(&mut coordinator, &path).await;
            assert_eq!((seen["new"], seen["invalid"], seen["duplicate"]), (0, 0, 0), "{language}: {seen:?}");
        }
    }

    async fn a_form_without_a_file_says_so(database: Database) {
        let app = TestApp::demo(database).await;
        let mut officer = app.browserless(OFFICER).await;
        let form = officer.get("/imports/new?kind=people").await;
        let path = send_by(&app, &form, "", b"").await;
        assert_eq!(path, "/imports/new?kind=people&failed=file");
        assert!(officer.get(&path).await.html().contains("aria-invalid=\"true\""));
    }

    async fn a_page_that_stood_open_for_long_gives_a_new_form(database: Database) {
        let app = TestApp::demo(database).await;
        let mut officer = app.browserless(OFFICER).await;
        let form = officer.get("/imports/new?kind=people").await;
        for _ in 0..2 {
            app.clock.advance(1_801);
            officer.get("/").await;
        }
        let path = send_by(&app, &form, "late.csv", PEOPLE).await;
        assert_eq!(path, "/imports/new?kind=people&failed=ticket");
        let form = officer.get(&path).await;
        assert!(form.html().contains("aria-invalid=\"true\""));
        assert!(send_by(&app, &form, "late.csv", PEOPLE).await.starts_with("/imports/import_"));
    }

    async fn who_comes_home_soon_is_a_table_to_take_along(database: Database) {
        let app = TestApp::demo(database).await;
        let query = "{ upcomingReleases(days: 90) { person { pseudonym } } }";
        let told = app.as_member(OFFICER).await.data(query, serde_json::json!({})).await;
        let existing: Vec<&str> = told["upcomingReleases"].as_array().expect("a list").iter()
            .filter_map(|one| one["person"]["pseudonym"].as_str()).collect();
        assert!(existing.len() > 3, "{told}");
        let mut officer = app.browserless(OFFICER).await;
        assert!(officer.get("/").await.says("/upcomingReleases.csv"));
        let before = looks(&app).await;
        let (answer, table) = download(&app, &officer, "/upcomingReleases.csv").await;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
        let table = String::from_utf8(table).expect("UTF-8");
        let listed: Vec<&str> = table.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
        assert_eq!(listed, existing);
        assert_eq!(looks(&app).await, before, "no name is in it");
        let admin = app.browserless("admin@ngo.example").await;
        assert_eq!(download(&app, &admin, "/upcomingReleases.csv").await.0.status, StatusCode::FORBIDDEN);
    }

    async fn whoever_may_not_is_offered_no_list(database: Database) {
        let app = TestApp::demo(database).await;
        let mut admin = app.browserless("admin@ngo.example").await;
        assert_eq!(admin.get("/imports/new?kind=people").await.status, StatusCode::FORBIDDEN);
        let mut officer = app.browserless(OFFICER).await;
        assert_eq!(officer.get("/imports/new?kind=organisations").await.status, StatusCode::FORBIDDEN);
        let path = bring(&app, &mut officer, "people", "mine.csv", PEOPLE).await;
        let mut other = app.browserless("caseworker@ngo.example").await;
        for path in [path.clone(), format!("{path}/columns"), format!("{path}/bad.csv"), format!("{path}/discard")] {
            assert_eq!(other.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}
