//! Coming in by mail: a link for the browser that asked, or the code of the same mail; once, for a quarter of an
//! hour, five tries; and the same answer whether an address is known or not.

use capabilities::members;
use entities::ids::LoginLinkId;
use http::StatusCode;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::app::{Page, TestApp, Visitor};
use crate::emails::{CASE_WORKER, emails_to};
use crate::for_each_database;
use crate::notifications::catch_up;

/// Asks for a way in, and answers the page that waits for the code.
pub async fn ask(visitor: &mut Visitor<'_>, email: &str) -> Page {
    visitor.get("/sign-in?next=%2Fpeople").await;
    visitor.post_form("/sign-in/ask", &[("email", email), ("next", "/people")]).await
}

fn id_of(page: &Page) -> String {
    page.field("id").expect("the page waits for a code")
}

fn login_link(id: &str) -> LoginLinkId {
    <LoginLinkId as platform::graphql::PublicId>::parse(id).expect("an id of a way in")
}

fn code(app: &TestApp, page: &Page) -> String {
    app.state().sealing.code_of(login_link(&id_of(page)))
}

async fn type_in(visitor: &mut Visitor<'_>, page: &Page, code: &str) -> Page {
    visitor.post_form("/sign-in/code", &[("id", &id_of(page)), ("code", code), ("next", "/people")]).await
}

/// Whether the visitor is signed in: the start page is theirs.
pub async fn is_in(visitor: &mut Visitor<'_>) -> bool {
    visitor.get("/").await.path == "/"
}

pub async fn follow(visitor: &mut Visitor<'_>, link: &str) -> Page {
    let path = link.strip_prefix(crate::app::PUBLIC_URL).unwrap_or(link);
    let page = visitor.get(path).await;
    assert_eq!(page.status, StatusCode::OK, "{page:?}");
    let (id, key) = (page.field("id").unwrap_or_default(), page.field("key").unwrap_or_default());
    visitor.post_form("/sign-in/link", &[("id", &id), ("key", &key)]).await
}

/// Subject and text of the newest mail that brings a way in, as its receiver reads it elsewhere.
async fn login_link_email(app: &TestApp, email: &str) -> (String, String) {
    catch_up(app).await;
    let emails = emails_to(app, email).await;
    let text = |email: &Value| email["content"]["text"].as_str().unwrap_or_default().to_owned();
    let email = emails.iter().rev().find(|email| text(email).contains("/sign-in/link?"));
    let email = email.unwrap_or_else(|| panic!("no way in among {emails:#?}"));
    (email["content"]["subject"].as_str().unwrap_or_default().to_owned(), text(email))
}

/// The link in that mail.
pub async fn link_in_email(app: &TestApp, email: &str) -> String {
    let (_, text) = login_link_email(app, email).await;
    text.lines().find(|line| line.contains("/sign-in/link?")).unwrap_or_default().to_owned()
}

for_each_database! {
    async fn the_code_of_a_email_lets_one_in_once(database: Database) {
        let app = TestApp::demo(database).await;
        let mut visitor = app.stranger();
        let waiting = ask(&mut visitor, &format!(" {} ", CASE_WORKER.to_uppercase())).await;
        assert!(waiting.path.starts_with("/sign-in/code?id=wayin_"), "{}", waiting.path);
        let right = code(&app, &waiting);
        // What the mail says is what is right.
        let (subject, text) = login_link_email(&app, CASE_WORKER).await;
        assert!(text.contains(&format!("{} {}", &right[..4], &right[4..])), "{text}");
        assert!(!subject.contains(&right[..4]), "it would be read on a locked telephone");

        let wrong = type_in(&mut visitor, &waiting, "00000000").await;
        assert!(wrong.path.starts_with("/sign-in/code") && wrong.says("aria-invalid"), "{}", wrong.path);
        assert!(!is_in(&mut visitor).await);
        visitor.get(&waiting.path).await;
        let inside = type_in(&mut visitor, &waiting, &format!(" {}-{} ", &right[..4], &right[4..])).await;
        assert_eq!(inside.path, "/people");
        assert!(is_in(&mut visitor).await);
        // Another browser cannot use it again, nor can this one.
        let mut other = app.stranger();
        other.get(&waiting.path).await;
        type_in(&mut other, &waiting, &right).await;
        assert!(!is_in(&mut other).await);
        visitor.post_form("/sign-out", &[]).await;
        visitor.get(&waiting.path).await;
        type_in(&mut visitor, &waiting, &right).await;
        assert!(!is_in(&mut visitor).await);
    }

    async fn the_link_is_for_the_browser_that_asked_and_opening_it_does_nothing(database: Database) {
        let app = TestApp::demo(database).await;
        let mut visitor = app.stranger();
        ask(&mut visitor, CASE_WORKER).await;
        let link = link_in_email(&app, CASE_WORKER).await;
        // A program that follows the links of mails, or a telephone.
        let mut other = app.stranger();
        let turned_away = follow(&mut other, &link).await;
        assert!(turned_away.path.starts_with("/sign-in?failed=browser"), "{}", turned_away.path);
        assert!(!is_in(&mut other).await);
        let path = link.strip_prefix(crate::app::PUBLIC_URL).expect("a link of ours").to_owned();
        for _ in 0..3 {
            visitor.get(&path).await;
        }
        assert!(!is_in(&mut visitor).await);
        let spoilt = path.replace("key=", "key=0");
        follow(&mut visitor, &spoilt).await;
        assert!(!is_in(&mut visitor).await);
        follow(&mut visitor, &link).await;
        assert!(is_in(&mut visitor).await);
        let mut again = app.stranger();
        let over = follow(&mut again, &link).await;
        assert!(over.path.starts_with("/sign-in?failed=link"), "{}", over.path);
    }

    async fn nobody_learns_whether_an_address_is_known(database: Database) {
        let app = TestApp::demo(database).await;
        let neutral = |page: &Page, token: &str| {
            let id = id_of(page);
            // Each form has a value of its own.
            let forms = page.html().split("name=\"_once\" value=\"");
            let html: Vec<&str> = forms.map(|part| part.split_once('"').map_or(part, |(_, rest)| rest)).collect();
            html.concat().replace(&id, "ID").replace(token, "TOKEN")
        };
        let (mut known, mut unknown) = (app.stranger(), app.stranger());
        let first = ask(&mut known, CASE_WORKER).await;
        let second = ask(&mut unknown, "nobody@nowhere.example").await;
        let tokens = [first.field("_token").unwrap_or_default(), second.field("_token").unwrap_or_default()];
        assert_eq!(neutral(&first, &tokens[0]), neutral(&second, &tokens[1]));
        for _ in 0..6 {
            let first = type_in(&mut known, &first, "12345678").await;
            let second = type_in(&mut unknown, &second, "12345678").await;
            assert_eq!(neutral(&first, &tokens[0]), neutral(&second, &tokens[1]));
        }
        let rows = entities::login_link::Entity::find().count(app.db().read()).await.expect("rows can be counted");
        assert_eq!(rows, 1);
    }

    async fn five_tries_and_a_quarter_of_an_hour(database: Database) {
        let app = TestApp::demo(database).await;
        let mut visitor = app.stranger();
        let waiting = ask(&mut visitor, CASE_WORKER).await;
        for _ in 0..5 {
            type_in(&mut visitor, &waiting, "00000001").await;
        }
        type_in(&mut visitor, &waiting, &code(&app, &waiting)).await;
        assert!(!is_in(&mut visitor).await);
        let late = ask(&mut visitor, CASE_WORKER).await;
        app.clock.advance(15 * 60);
        type_in(&mut visitor, &late, &code(&app, &late)).await;
        assert!(!is_in(&mut visitor).await);
        let in_time = ask(&mut visitor, CASE_WORKER).await;
        app.clock.advance(15 * 60 - 1);
        type_in(&mut visitor, &in_time, &code(&app, &in_time)).await;
        assert!(is_in(&mut visitor).await);
    }

    async fn an_address_is_not_flooded(database: Database) {
        let app = TestApp::demo(database).await;
        let mut visitor = app.stranger();
        for _ in 0..8 {
            ask(&mut visitor, CASE_WORKER).await;
        }
        let queued = entities::email::Entity::find()
            .filter(entities::email::Column::LoginLinkId.is_not_null())
            .count(app.db().read())
            .await;
        assert_eq!(queued.expect("rows can be counted"), 5);
        visitor.pretend_token("another page's");
        let foreign = visitor.post_form("/sign-in/ask", &[("email", CASE_WORKER)]).await;
        assert!(foreign.path.starts_with("/sign-in?failed=form"), "{}", foreign.path);
        let bad = visitor.post_form("/sign-in/ask", &[("email", "no address")]).await;
        assert!(bad.path.starts_with("/sign-in?failed=address"), "{}", bad.path);
    }

    async fn many_who_try_at_once_are_no_more_than_five_and_one(database: Database) {
        let app = TestApp::demo(database).await;
        let (state, browser) = (app.state(), [7; 32]);
        let id = members::request_login_link(state, CASE_WORKER, &browser).await.expect("anybody can ask");
        let mut tries = JoinSet::new();
        for n in 0..20 {
            let state = state.clone();
            tries.spawn(async move { members::try_code(&state, id, &browser, &format!("{n:08}")).await });
        }
        for tried in tries.join_all().await {
            assert_eq!(tried.expect("a code can be tried"), None);
        }
        let right = state.sealing.code_of(id);
        let late = members::try_code(state, id, &browser, &right).await.expect("a code can be tried");
        assert_eq!(late, None, "the right one is the twenty-first");
        // Right, ten times at once: one comes in.
        let id = members::request_login_link(state, CASE_WORKER, &browser).await.expect("anybody can ask");
        let mut tries = JoinSet::new();
        for _ in 0..10 {
            let state = state.clone();
            tries.spawn(async move { members::try_link(&state, id, &browser, &state.sealing.link_of(id)).await });
        }
        let came_in = tries.join_all().await;
        assert_eq!(came_in.iter().filter(|one| matches!(one, Ok(Ok(_)))).count(), 1, "{came_in:?}");
    }

    async fn sessions_are_seen_ended_and_end_by_themselves(database: Database) {
        let app = TestApp::demo(database).await;
        let (mut one, mut other) = (app.browserless(CASE_WORKER).await, app.browserless(CASE_WORKER).await);
        let account = one.get("/account").await;
        assert_eq!(account.html().matches("/account/sessions/end").count(), 2, "the other, and all others");
        let session = account.field("session").expect("the other can be ended");
        // Somebody else's is not there.
        let mut stranger = app.browserless("pastor@parish.example").await;
        stranger.get("/account").await;
        let refused = stranger.post("/account/sessions/end", &[("session", &session)]).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND);
        assert!(is_in(&mut other).await);
        one.get("/account").await;
        one.post_form("/account/sessions/end", &[("session", &session)]).await;
        app.clock.advance(6);
        assert!(is_in(&mut one).await && !is_in(&mut other).await);

        // Whoever does something stays for twelve hours; whoever does nothing, for one.
        for _ in 0..11 {
            app.clock.advance(3_500);
            assert!(is_in(&mut one).await);
        }
        app.clock.advance(3_601);
        assert!(!is_in(&mut one).await);
        let mut busy = app.browserless(CASE_WORKER).await;
        for _ in 0..23 {
            app.clock.advance(1_800);
            assert!(is_in(&mut busy).await);
        }
        app.clock.advance(1_800);
        assert!(!is_in(&mut busy).await);
    }

    async fn a_token_may_what_it_was_made_for_until_it_is_revoked(database: Database) {
        let app = TestApp::demo(database).await;
        let mut visitor = app.browserless("officer@prison.example").await;
        visitor.get("/account/tokens/new").await;
        let nameless = visitor.post_form("/account/tokens/new", &[("scopes[]", "READ"), ("days", "30")]).await;
        assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
        let fields = [("name", "Release list"), ("scopes[]", "READ"), ("days", "30")];
        let made = visitor.post_form("/account/tokens/new", &fields).await;
        let secret = made.html().split("tg_").nth(1).and_then(|rest| rest.get(..64)).expect("it is shown once");
        let program = app.with_secret(&format!("tg_{secret}"));
        let read = program.data("{ viewer { scopes may } people(first: 1) { nodes { id identity { givenName } } } }", json!({})).await;
        let may = read["viewer"]["may"].to_string();
        assert!(may.contains("PERSON_READ") && !may.contains("PERSON_RECORD") && !may.contains("REFERRAL_SEND"), "{may}");
        assert!(!read["viewer"]["scopes"].to_string().contains("IDENTITY"), "{read}");
        assert_eq!(read["people"]["nodes"][0]["identity"], json!(null), "{read}");
        // It makes no other, and ends nobody's session.
        let create = json!({ "name": "More", "scopes": ["MANAGE"], "days": 300 });
        assert_eq!(program.refused("apiTokenCreate", create, "created { secret }").await, "FORBIDDEN");
        assert_eq!(program.refused("sessionEnd", json!({}), "sessions { id }").await, "FORBIDDEN");
        // Nor does one that reads write what is everybody's own to write.
        let pace = json!({ "urgent": "NONE", "other": "NONE" });
        assert_eq!(program.refused("notificationPreferencesChange", pace, "choice { urgent }").await, "FORBIDDEN");
        assert_eq!(program.refused("notificationsMarkRead", json!({}), "unread").await, "FORBIDDEN");
        let own = program.data("{ apiTokens { id } }", json!({})).await;
        let revoke = json!({ "tokenId": own["apiTokens"][0]["id"] });
        assert_eq!(program.refused("apiTokenRevoke", revoke, "tokens { id }").await, "FORBIDDEN");

        let account = visitor.get("/account").await;
        assert!(account.says("Release list") && !account.says(secret));
        let id = account.html().split("/account/tokens/").nth(1).and_then(|rest| rest.split('/').next());
        let id = id.expect("it can be revoked").to_owned();
        let mut stranger = app.browserless("pastor@parish.example").await;
        stranger.get("/account").await;
        let refused = stranger.post(&format!("/account/tokens/{id}/revoke"), &[]).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND);
        visitor.get("/account").await;
        visitor.post_form(&format!("/account/tokens/{id}/revoke"), &[]).await;
        app.clock.advance(6);
        let reply = program.gql("{ viewer { role } }", json!({})).await;
        assert_eq!(crate::app::code(&reply).as_deref(), Some("UNAUTHENTICATED"), "{reply}");
    }
}
