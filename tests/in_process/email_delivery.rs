//! Mails that leave the house, to a real mail server in all its moods.

use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use tokio::sync::watch;

use crate::app::TestApp;
use crate::databases::Database;
use crate::emails::{CASE_WORKER, TOGETHER, emails_to, pass, quiet};
use crate::for_each_database;
use crate::notifications::catch_up;
use crate::smtp_server::{Certificates, EmailServer, Taken};
use crate::story::scene::{self, Scene, names_of};
use crate::waiting::until;

const FROM: &str = "Throughgate <gate@throughgate.test>";
const ADMIN: &str = "admin@ngo.example";
/// Later than any pause between two tries.
const LONG: i64 = 6 * 3_600;

/// The application, whose mail goes to a server on this machine, in clear.
async fn app_with(database: Database, server: &EmailServer) -> TestApp {
    let url = format!("smtp://127.0.0.1:{}", server.port);
    let settings = [("THROUGHGATE_SMTP_URL", url.as_str()), ("THROUGHGATE_MAIL_FROM", FROM)];
    let app = TestApp::demo_with(database, &settings).await;
    quiet(&app).await;
    app
}

/// The application, whose mail goes over TLS to a server that an authority vouches for.
async fn app_over_tls(database: Database, url: &str, ca: Option<&str>) -> TestApp {
    let mut settings = vec![("THROUGHGATE_SMTP_URL", url), ("THROUGHGATE_MAIL_FROM", FROM)];
    settings.extend(ca.map(|ca| ("THROUGHGATE_SMTP_CA_FILE", ca)));
    let app = TestApp::demo_with(database, &settings).await;
    quiet(&app).await;
    app
}

/// Somebody is referred, and what is told of it is due.
async fn refer(app: &TestApp, scene: &Scene<'_>) -> Value {
    let referral = scene.refer_another_to_first().await;
    catch_up(app).await;
    pass(app, TOGETHER).await;
    referral
}

/// How the latest mail to the case worker fares: its state, fault and tries.
async fn fares(app: &TestApp) -> (Value, Value, Value) {
    let last = emails_to(app, CASE_WORKER).await.pop().expect("there is a mail");
    (last["state"].clone(), last["failure"].clone(), last["tries"].clone())
}

/// The same of one mail: the morning's clocks bring others meanwhile.
async fn fares_of(app: &TestApp, id: &Value) -> (Value, Value, Value) {
    let emails = emails_to(app, CASE_WORKER).await;
    let email = emails.iter().find(|email| email["id"] == *id).expect("a mail stays");
    (email["state"].clone(), email["failure"].clone(), email["tries"].clone())
}

async fn refused_at(app: &TestApp, email: &str) -> Value {
    let member = app.as_member(email).await;
    member.data("{ notificationPreferences { refusedAt } }", json!({})).await["notificationPreferences"]["refusedAt"].take()
}

fn ids(letters: &[Taken]) -> Vec<String> {
    letters.iter().map(|letter| letter.header("Message-ID")).collect()
}

for_each_database! {
    async fn over_tls_both_parts_arrive_and_nothing_personal(database: Database) {
        let certificates = Certificates::valid();
        for (security, url) in [("tls", "smtps://localhost:PORT"), ("starttls", "smtp://localhost:PORT?starttls")] {
            let server = EmailServer::start(certificates.mood(security, json!({})));
            let url = url.replace("PORT", &server.port.to_string());
            let app = app_over_tls(database, &url, Some(&certificates.ca())).await;
            let scene = Scene::of(&app).await;
            let referral = refer(&app, &scene).await;
            let taken = server.taken_for(CASE_WORKER);
            assert_eq!(taken.len(), 1, "{security}: {:?}", server.taken());
            let letter = &taken[0];
            assert!(letter.secure, "{security}");
            assert_eq!(letter.from, "gate@throughgate.test");
            assert_eq!(letter.header("From"), FROM);
            assert_eq!(letter.header("Auto-Submitted"), "auto-generated");
            assert_eq!(letter.header("Content-Language"), "lt");
            let reference = referral["reference"].as_str().unwrap_or_default();
            assert!(letter.text.contains("text/plain") && letter.text.contains("text/html"), "{}", letter.text);
            assert!(letter.text.matches(reference).count() >= 2, "{}", letter.text);
            assert!(letter.header("Message-ID").ends_with("@throughgate.test>"), "{}", letter.text);
            let all: String = server.taken().iter().map(|letter| letter.text.as_str()).collect();
            assert!(!names_of(&all) && !all.contains("Šimkutė"), "{all}");
            assert_eq!(fares(&app).await, (json!("SENT"), Value::Null, json!(1)));

            // Its way out leads to where one chooses.
            let link = letter.header("List-Unsubscribe");
            let path = link.trim_matches(['<', '>']).strip_prefix(crate::app::PUBLIC_URL).expect("it is ours").to_owned();
            let mut visitor = app.browserless(CASE_WORKER).await;
            let page = visitor.get(&path).await;
            assert!(page.status.is_success() && page.says("name=\"urgent\""), "{}", page.html());
            let stranger = app.stranger().get(&path).await;
            assert!(stranger.path.starts_with("/sign-in?next="), "{}", stranger.path);
        }
    }

    async fn who_cannot_prove_who_it_is_gets_no_letter(database: Database) {
        let (good, expired) = (Certificates::valid(), Certificates::expired());
        for (certificates, security, url, ca) in [
            (&good, "tls", "smtps://localhost:PORT", None),
            (&good, "tls", "smtps://127.0.0.1:PORT", Some(good.ca())),
            (&expired, "starttls", "smtp://localhost:PORT?starttls", Some(expired.ca())),
            (&good, "none", "smtp://localhost:PORT?starttls", Some(good.ca())),
        ] {
            let server = EmailServer::start(certificates.mood(security, json!({})));
            let url = url.replace("PORT", &server.port.to_string());
            let app = app_over_tls(database, &url, ca.as_deref()).await;
            let scene = Scene::of(&app).await;
            refer(&app, &scene).await;
            assert!(server.taken().is_empty(), "{url}");
            assert_eq!(fares(&app).await, (json!("QUEUED"), json!("UNTRUSTED"), json!(1)), "{url}");
        }
    }

    async fn what_is_put_off_or_broken_off_comes_later_as_the_same_letter(database: Database) {
        let server = EmailServer::start(json!({ "greylist": true, "mute": CASE_WORKER }));
        let app = app_with(database, &server).await;
        let scene = Scene::of(&app).await;
        refer(&app, &scene).await;
        assert_eq!(fares(&app).await, (json!("QUEUED"), json!("LATER"), json!(1)));
        assert!(server.taken().is_empty());
        pass(&app, 76).await;
        // Taken, and the line broke before the yes: the same once more.
        assert_eq!(fares(&app).await, (json!("QUEUED"), json!("UNREACHABLE"), json!(2)));
        pass(&app, 151).await;
        assert_eq!(fares(&app).await, (json!("SENT"), Value::Null, json!(3)));
        let taken = server.taken_for(CASE_WORKER);
        assert_eq!(taken.len(), 2);
        assert_eq!(ids(&taken)[0], ids(&taken)[1]);
        pass(&app, LONG).await;
        assert_eq!(server.taken_for(CASE_WORKER).len(), 2);

        let server = EmailServer::start(json!({ "drop": 1, "slow": 300 }));
        let app = app_with(database, &server).await;
        let scene = Scene::of(&app).await;
        refer(&app, &scene).await;
        pass(&app, 76).await;
        assert_eq!(server.all("dropped").len(), 1);
        let all = server.taken();
        assert!(all.iter().any(|letter| letter.to == CASE_WORKER), "{all:?}");
        let unique: std::collections::BTreeSet<_> = ids(&all).into_iter().collect();
        assert_eq!(unique.len(), all.len());
    }

    async fn an_address_that_is_refused_is_left_alone_until_its_owner_says_so(database: Database) {
        let server = EmailServer::start(json!({ "refuse": CASE_WORKER }));
        let app = app_with(database, &server).await;
        let scene = Scene::of(&app).await;
        refer(&app, &scene).await;
        assert_eq!(fares(&app).await, (json!("REFUSED"), json!("ADDRESS_REFUSED"), json!(1)));
        assert!(!refused_at(&app, CASE_WORKER).await.is_null());
        // Others get theirs, and nothing more is tried here.
        assert!(!server.taken_for("head@ngo.invalid").is_empty());
        assert!(refused_at(&app, "head@ngo.invalid").await.is_null());
        let before = emails_to(&app, CASE_WORKER).await.len();
        refer(&app, &scene).await;
        assert_eq!(emails_to(&app, CASE_WORKER).await.len(), before);
        let mut visitor = app.browserless(CASE_WORKER).await;
        let page = visitor.get("/notices/choices").await;
        assert!(page.says("banner late"), "{}", page.html());
        let page = visitor.post_form("/notices/choices", &[("urgent", "AT_ONCE"), ("other", "DAILY")]).await;
        assert!(!page.says("banner late"), "{}", page.html());
        refer(&app, &scene).await;
        assert_eq!(emails_to(&app, CASE_WORKER).await.len(), before + 1);
    }

    async fn one_that_cannot_be_worded_keeps_no_other_and_is_tried_later(database: Database) {
        let server = EmailServer::start(json!({}));
        let app = app_with(database, &server).await;
        let scene = Scene::of(&app).await;
        scene.refer_another_to_first().await;
        catch_up(&app).await;
        let broken = emails_to(&app, CASE_WORKER).await.pop().expect("there is a mail");
        let spoil = |from: &str, to: &str| {
            let of = "(SELECT id FROM member WHERE account_id IN (SELECT id FROM account WHERE email = 'caseworker@ngo.example'))";
            format!("UPDATE notification SET kind = '{to}' WHERE kind = '{from}' AND read_at IS NULL AND member_id IN {of}")
        };
        let done = app.db().migrations().execute_unprepared(&spoil("REFERRAL_SENT", "no kind")).await;
        assert_eq!(done.expect("a notice can be spoiled").rows_affected(), 1);
        pass(&app, TOGETHER).await;
        assert!(!server.taken_for("head@ngo.invalid").is_empty(), "others get theirs");
        assert_eq!(fares_of(&app, &broken["id"]).await, (json!("QUEUED"), json!("NOT_WORDED"), json!(1)));
        let done = app.db().migrations().execute_unprepared(&spoil("no kind", "REFERRAL_SENT")).await;
        done.expect("a notice can be mended");
        pass(&app, 76).await;
        assert_eq!(fares_of(&app, &broken["id"]).await, (json!("SENT"), Value::Null, json!(2)));
    }

    async fn what_was_taken_back_waits_for_nobody(database: Database) {
        let server = EmailServer::start(json!({}));
        let app = app_with(database, &server).await;
        let scene = Scene::of(&app).await;
        let stays = scene.refer_another_to_first().await;
        let back = scene.refer_another_to_first().await;
        catch_up(&app).await;
        scene.step(&scene.officer, "referralWithdraw", &back, json!({ "reason": "NEEDS_MET_ELSEWHERE" })).await;
        pass(&app, TOGETHER).await;
        let letters = server.taken_for(CASE_WORKER);
        let names = |referral: &Value| {
            let reference = referral["reference"].as_str().unwrap_or("none");
            letters.iter().any(|letter| letter.text.contains(reference))
        };
        assert!(names(&stays) && !names(&back), "{letters:?}");
    }

    async fn what_is_our_own_fault_is_held_against_nobody(database: Database) {
        let wrong = json!({ "deny": true });
        let no_login = json!({ "user": "gate", "password": "right" });
        for mood in [wrong, no_login] {
            let server = EmailServer::start(mood);
            let app = app_with(database, &server).await;
            let scene = Scene::of(&app).await;
            refer(&app, &scene).await;
            assert_eq!(fares(&app).await, (json!("QUEUED"), json!("NOT_ALLOWED"), json!(1)));
            assert!(refused_at(&app, CASE_WORKER).await.is_null());
        }
    }

    async fn what_is_given_up_shows_and_can_be_tried_again(database: Database) {
        // A letter that the server does not take is not tried twice.
        let server = EmailServer::start(json!({ "reject": CASE_WORKER }));
        let app = app_with(database, &server).await;
        let scene = Scene::of(&app).await;
        refer(&app, &scene).await;
        assert_eq!(fares(&app).await, (json!("FAILED"), json!("NOT_WANTED"), json!(1)));
        assert!(refused_at(&app, CASE_WORKER).await.is_null());

        // Nor is one for ever where nobody listens.
        let server = EmailServer::start(json!({}));
        let app = app_with(database, &server).await;
        drop(server);
        let scene = Scene::of(&app).await;
        refer(&app, &scene).await;
        let last = emails_to(&app, CASE_WORKER).await.pop().expect("there is a mail");
        for tries in 1_u64..=13 {
            let (state, fault, tried) = fares_of(&app, &last["id"]).await;
            assert_eq!((state, fault, tried), (json!("QUEUED"), json!("UNREACHABLE"), json!(tries)));
            pass(&app, LONG).await;
            // Others wait for the same server, and a turn may end with theirs.
            for _ in 0..8 {
                catch_up(&app).await;
            }
            if fares_of(&app, &last["id"]).await.0 != "QUEUED" {
                break;
            }
        }
        assert_eq!(fares_of(&app, &last["id"]).await, (json!("FAILED"), json!("UNREACHABLE"), json!(13)));
        let mut admin = app.browserless(ADMIN).await;
        let id = last["id"].as_str().unwrap_or_default();
        let page = admin.get(&format!("/outbox/{id}")).await;
        assert!(page.says("/retry"), "{}", page.html());
        let page = admin.post_form(&format!("/outbox/{id}/retry"), &[]).await;
        assert!(page.status.is_success() && !page.says("/retry"), "{}", page.html());
        assert_eq!(fares_of(&app, &last["id"]).await.0, "QUEUED");
    }

    async fn workers_at_once_send_each_letter_once(database: Database) {
        let server = EmailServer::start(json!({ "slow": 20 }));
        let app = app_with(database, &server).await;
        let scene = Scene::of(&app).await;
        for _ in 0..3 {
            scene.refer_another_to_both().await;
            catch_up(&app).await;
            app.clock.advance(TOGETHER);
        }
        let (tell, told) = watch::channel(false);
        let workers: Vec<_> = (0..3).map(|_| tokio::spawn(app.worker().run(told.clone()))).collect();
        until("all was sent", || async {
            let all = emails_to(&app, CASE_WORKER).await;
            (all.len() == 3 && all.iter().all(|email| email["state"] == "SENT")).then_some(())
        })
        .await;
        tell.send_replace(true);
        for worker in workers {
            worker.await.expect("a worker ends in peace");
        }
        let all = ids(&server.taken());
        let unique: std::collections::BTreeSet<_> = all.iter().cloned().collect();
        assert_eq!(unique.len(), all.len());
        assert!(server.all("connections").iter().all(|open| open.as_u64() <= Some(8)));
        assert_eq!(server.taken_for(CASE_WORKER).len(), 3);
        assert_eq!(server.taken_for(scene::STRANGER).len(), 0);
    }
}
