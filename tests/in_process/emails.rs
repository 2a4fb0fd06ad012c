//! Mails that are kept, since no mail server is set up: when they are due, what they say, to whom, and to whom
//! they say nothing.

use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

use crate::app::{Member, TestApp, problems};
use crate::for_each_database;
use crate::notifications::{catch_up, notifications};
use crate::story::scene::{self, Scene, names_of};

pub const CASE_WORKER: &str = "caseworker@ngo.example";
const HEAD: &str = "head@ngo.invalid";
const ADMIN: &str = "admin@ngo.example";
/// What happens within two minutes is told together.
pub const TOGETHER: i64 = 121;

const EMAILS: &str = "{ emails(first: 100) { nodes {
    id state frequency createdAt dueAt sentAt tries failure member { email } content { subject text html }
} } }";

/// The mails that a member may know of, newest first.
pub async fn emails(member: &Member<'_>) -> Vec<Value> {
    let seen = member.data(EMAILS, json!({})).await;
    seen["emails"]["nodes"].as_array().cloned().unwrap_or_default()
}

/// The mails to one member, oldest first, without those that were not needed.
pub async fn emails_to(app: &TestApp, email: &str) -> Vec<Value> {
    let all = emails(&app.as_member(email).await).await;
    let mine = all.into_iter().rev().filter(|message| message["member"]["email"] == *email);
    mine.filter(|message| message["state"] != "NOT_NEEDED").collect()
}

/// The past is told and seen, and no mail is left of it.
pub async fn quiet(app: &TestApp) {
    catch_up(app).await;
    let seen = app.db().migrations().execute_unprepared("UPDATE notification SET read_at = created_at").await;
    seen.expect("notices can be seen");
    let past = "UPDATE email SET due_at = created_at";
    app.db().migrations().execute_unprepared(past).await.expect("mails can be due");
    catch_up(app).await;
}

/// Time passes, and what is due by then is done.
pub async fn pass(app: &TestApp, seconds: i64) {
    app.clock.advance(seconds);
    catch_up(app).await;
}

fn turn_to(app: &TestApp, at: &str) {
    let at: chrono::DateTime<chrono::Utc> = at.parse().expect("it was written as an instant");
    app.clock.turn_to(at.into());
}

fn text(message: &Value) -> &str {
    message["content"]["text"].as_str().unwrap_or_default()
}

for_each_database! {
    async fn what_waits_is_told_at_once_and_the_rest_in_the_morning(database: Database) {
        let app = TestApp::demo(database).await;
        let scene = Scene::of(&app).await;
        quiet(&app).await;
        let group = scene.refer_to_both().await;
        let another = scene.refer_another_to_first().await;
        pass(&app, 60).await;
        let waiting = emails_to(&app, CASE_WORKER).await;
        assert_eq!(waiting.len(), 1, "{waiting:#?}");
        assert_eq!((&waiting[0]["state"], &waiting[0]["frequency"]), (&json!("QUEUED"), &json!("AT_ONCE")));
        pass(&app, TOGETHER).await;
        let kept = emails_to(&app, CASE_WORKER).await;
        assert_eq!(kept.len(), 1, "{kept:#?}");
        assert_eq!(kept[0]["state"], "KEPT");
        // Of both, in the member's language, with nothing of either person.
        assert_eq!(kept[0]["content"]["subject"], "2 nauji pranešimai");
        for referral in [&group[0], &another] {
            let (reference, id) = (referral["reference"].as_str().unwrap_or_default(), referral["id"].as_str().unwrap_or_default());
            assert!(text(&kept[0]).contains(reference), "{}", text(&kept[0]));
            assert!(text(&kept[0]).contains(&format!("http://throughgate.test/referrals/{id}\n")));
        }
        assert!(text(&kept[0]).contains("Gavote naują nukreipimą"));
        let whole = kept[0]["content"].to_string();
        assert!(!names_of(&whole) && !whole.contains("A bed"), "{whole}");

        // An acceptance does not wait for anybody: Vilnius is two hours ahead of UTC.
        scene.step(&scene.first, "referralAccept", &group[0], json!({})).await;
        pass(&app, TOGETHER).await;
        let digest = emails_to(&app, scene::OFFICER).await;
        assert_eq!(digest.len(), 1, "{digest:#?}");
        assert_eq!((&digest[0]["frequency"], &digest[0]["dueAt"]), (&json!("DAILY"), &json!("2026-11-24T05:00:00Z")));
        scene.step(&scene.first, "referralAccept", &another, json!({})).await;
        turn_to(&app, "2026-11-24T04:59:59Z");
        catch_up(&app).await;
        assert_eq!(emails_to(&app, scene::OFFICER).await[0]["state"], "QUEUED");
        turn_to(&app, "2026-11-24T05:00:00Z");
        catch_up(&app).await;
        let digest = emails_to(&app, scene::OFFICER).await;
        assert_eq!((digest.len(), &digest[0]["state"]), (1, &json!("KEPT")), "{digest:#?}");
        assert_eq!(text(&digest[0]).matches("Nukreipimas priimtas").count(), 2, "{}", text(&digest[0]));
        // Nothing happened since, so there is no mail of the next day.
        turn_to(&app, "2026-11-26T05:00:00Z");
        catch_up(&app).await;
        assert_eq!(emails_to(&app, scene::OFFICER).await.len(), 1);
    }

    async fn the_morning_is_at_seven_whatever_clocks_do(database: Database) {
        let app = TestApp::demo(database).await;
        let scene = Scene::of(&app).await;
        let referral = scene.refer_another_to_first().await;
        for (now, morning) in [
            ("2027-03-26T12:00:00Z", "2027-03-27T05:00:00Z"),
            ("2027-03-27T12:00:00Z", "2027-03-28T04:00:00Z"),
            ("2027-03-28T12:00:00Z", "2027-03-29T04:00:00Z"),
        ] {
            turn_to(&app, now);
            quiet(&app).await;
            let worker = app.as_member(CASE_WORKER).await;
            let write = json!({ "referralId": referral["id"], "text": "A bed is ready." });
            worker.act("messageWrite", write, "message { id }").await;
            catch_up(&app).await;
            let mut queued = emails_to(&app, scene::OFFICER).await;
            queued.retain(|message| message["state"] == "QUEUED");
            assert_eq!((queued.len(), &queued[0]["dueAt"]), (1, &json!(morning)), "{queued:#?}");
        }
    }

    async fn what_was_seen_or_is_not_wanted_is_not_sent(database: Database) {
        let app = TestApp::demo(database).await;
        let scene = Scene::of(&app).await;
        quiet(&app).await;
        let choose = |urgent: &str, rest: &str| json!({ "urgent": urgent, "other": rest });
        let select = "choice { urgent other refusedAt }";
        let usual = json!({ "urgent": "AT_ONCE", "other": "DAILY", "refusedAt": null });
        let asked = scene.first.data(&format!("{{ choice: notificationPreferences {} }}", &select[6..]), json!({})).await;
        assert_eq!(asked["choice"], usual);
        let head = app.as_member(HEAD).await;
        head.act("notificationPreferencesChange", choose("DAILY", "NONE"), select).await;

        // Seen before its time.
        let referral = scene.refer_another_to_first().await;
        catch_up(&app).await;
        let newest = notifications(&scene.first, true).await[0]["id"].clone();
        scene.first.act("notificationsMarkRead", json!({ "upTo": newest }), "unread").await;
        pass(&app, TOGETHER).await;
        assert!(emails_to(&app, CASE_WORKER).await.is_empty());
        let states: Vec<_> = emails(&scene.first).await.iter().map(|message| message["state"].clone()).collect();
        assert!(states.contains(&json!("NOT_NEEDED")), "{states:?}");
        // At the pace that was chosen.
        let daily = emails_to(&app, HEAD).await;
        assert_eq!((daily.len(), &daily[0]["frequency"]), (1, &json!("DAILY")), "{daily:#?}");

        // Not wanted when it happens, or not any more when it is due.
        scene.first.act("notificationPreferencesChange", choose("NONE", "NONE"), select).await;
        scene.refer_another_to_first().await;
        catch_up(&app).await;
        pass(&app, TOGETHER).await;
        assert!(emails_to(&app, CASE_WORKER).await.is_empty());
        scene.step(&scene.first, "referralRequestInformation", &referral, json!({ "text": "When?" })).await;
        catch_up(&app).await;
        assert_eq!(emails_to(&app, scene::OFFICER).await.len(), 1);
        scene.officer.act("notificationPreferencesChange", choose("NONE", "NONE"), select).await;
        pass(&app, TOGETHER).await;
        assert!(emails_to(&app, scene::OFFICER).await.is_empty());
        // The notice is there all the same.
        assert_eq!(notifications(&scene.officer, true).await.len(), 1);
    }

    async fn a_email_is_read_by_its_receiver_alone(database: Database) {
        let app = TestApp::demo(database).await;
        let scene = Scene::of(&app).await;
        quiet(&app).await;
        scene.refer_another_to_first().await;
        catch_up(&app).await;
        pass(&app, TOGETHER).await;
        let own = emails_to(&app, CASE_WORKER).await;
        assert!(text(&own[0]).contains("TG-"), "{own:#?}");
        let all = emails(&scene.first).await;
        assert!(all.iter().all(|message| message["member"]["email"] == CASE_WORKER), "{all:#?}");
        let admin = app.as_member(ADMIN).await;
        let seen = emails(&admin).await;
        let theirs: Vec<_> = seen.iter().filter(|message| message["id"] == own[0]["id"]).collect();
        assert_eq!(theirs.len(), 1);
        assert_eq!((&theirs[0]["state"], &theirs[0]["content"]), (&json!("KEPT"), &Value::Null));

        // Of another organisation there is none.
        let one = "query($id: ID!) { email(id: $id) { id } }";
        for stranger in [scene::OFFICER, scene::STRANGER, HEAD] {
            let reply = app.as_member(stranger).await.gql(one, json!({ "id": own[0]["id"] })).await;
            assert_eq!(crate::app::code(&reply).as_deref(), Some("NOT_FOUND"), "{stranger}: {reply:#}");
        }
        let input = json!({ "emailId": own[0]["id"] });
        assert_eq!(scene.first.refused("emailRetry", input.clone(), "email { id }").await, "FORBIDDEN");
        let queued = admin.act("emailRetry", input.clone(), "email { id state }").await;
        assert_eq!(queued["email"]["state"], "QUEUED");
        let again = admin.attempt("emailRetry", input, "email { id }").await;
        assert_eq!(problems(&again["data"]["payload"]), ["NOT_GIVEN_UP emailId"]);

        // What is not for the receiver any more, the mail does not say any more.
        let withdrawn = json!({ "consentId": scene.consent["id"], "version": scene.consent["version"] });
        let mine = scene.refer_to_both().await;
        catch_up(&app).await;
        scene.officer.act("consentWithdraw", withdrawn, "consent { id }").await;
        pass(&app, TOGETHER).await;
        let last = emails_to(&app, CASE_WORKER).await.into_iter().rfind(|message| message["frequency"] == "AT_ONCE");
        let last = last.expect("there is a mail");
        assert!(text(&last).contains("Gavote naują nukreipimą"), "{last:#?}");
        assert!(!text(&last).contains(mine[0]["reference"].as_str().unwrap_or_default()), "{last:#?}");
    }

    async fn one_chooses_and_looks_on_pages_without_script(database: Database) {
        let app = TestApp::demo(database).await;
        catch_up(&app).await;
        let mut visitor = app.browserless(CASE_WORKER).await;
        let page = visitor.get("/notices").await;
        assert!(page.says("/notices/choices") && page.says("class=\"count\""), "{}", page.html());
        let page = visitor.get("/notices/choices").await;
        assert!(page.says("value=\"AT_ONCE\" checked") && page.says(CASE_WORKER), "{}", page.html());
        let page = visitor.post_form("/notices/choices", &[("urgent", "DAILY"), ("other", "NONE")]).await;
        assert_eq!(page.path, "/notices/choices?done=mail-chosen");
        assert!(page.says("value=\"DAILY\" checked") && page.says("value=\"NONE\" checked"), "{}", page.html());
        let page = visitor.post_form("/notices/choices", &[("urgent", "DAILY")]).await;
        assert_eq!(page.status, http::StatusCode::UNPROCESSABLE_ENTITY);
        let page = visitor.get("/outbox").await;
        assert!(page.says("/outbox/mail_"), "{}", page.html());
        // Opened, a notice is seen and leads to what it is about.
        let page = visitor.get("/notices").await;
        let id = page.html().split("action=\"/notices/").nth(2).and_then(|rest| rest.split('"').next());
        let id = id.expect("there is something new").to_owned();
        let next = page.field("next").expect("it leads somewhere");
        let unseen = async || {
            let seen = app.as_member(CASE_WORKER).await.data("{ viewer { unreadNotifications } }", json!({})).await;
            seen["viewer"]["unreadNotifications"].as_i64().unwrap_or_default()
        };
        let before = unseen().await;
        let page = visitor.post_form(&format!("/notices/{id}"), &[("next", &next)]).await;
        assert_eq!((page.path.as_str(), unseen().await), (next.as_str(), before - 1));
        let page = visitor.get("/notices").await;
        let newest = page.field("upTo").expect("there is more");
        let page = visitor.post_form("/notices/seen", &[("upTo", &newest)]).await;
        assert!(!page.says("class=\"count\""), "{}", page.html());
        assert_eq!(unseen().await, 0);
    }
}
