//! Members: invited, given a role, let go.

use capabilities::members;
use http::StatusCode;
use serde_json::{Value, json};

use crate::app::{TestApp, problems};
use crate::emails::CASE_WORKER;
use crate::for_each_database;
use crate::notifications::catch_up;
use crate::signing_in::{follow, is_in, link_in_email};

const ADMIN: &str = "admin@ngo.example";
const HEAD: &str = "head@ngo.invalid";

fn invitation(email: &str, role: &str) -> Value {
    json!({ "email": email, "name": "Nauja Kolegė", "role": role, "language": "lt" })
}

pub async fn id_of(app: &TestApp, email: &str) -> String {
    let found = app.as_member(email).await.data("{ viewer { member { id } } }", json!({})).await;
    found["viewer"]["member"]["id"].as_str().expect("a member has an id").to_owned()
}

for_each_database! {
    async fn a_new_member_is_invited_and_comes_in_by_the_link(database: Database) {
        let app = TestApp::demo(database).await;
        let admin = app.as_member(ADMIN).await;
        let select = "member { id name email role signedInAt }";
        assert_eq!(app.as_member(CASE_WORKER).await.refused("memberInvite", invitation("a@b.example", "CASEWORKER"), select).await, "FORBIDDEN");
        for (input, expected) in [
            (invitation("no address", "CASEWORKER"), "NOT_AN_ADDRESS email"),
            (invitation("new@ngo.example", "COORDINATOR"), "NOT_A_ROLE role"),
            (invitation("new@ngo.example", "AUDITOR"), "REQUIRED endsOn"),
            (invitation(CASE_WORKER, "CASEWORKER"), "ALREADY_A_MEMBER email"),
        ] {
            let reply = admin.attempt("memberInvite", input, select).await;
            assert_eq!(problems(&reply["data"]["payload"]), [expected]);
        }
        let new = "new@ngo.example";
        let made = admin.act("memberInvite", invitation(&format!(" {} ", new.to_uppercase()), "CASEWORKER"), select).await;
        assert_eq!((&made["member"]["email"], &made["member"]["signedInAt"]), (&json!(new), &Value::Null));
        let link = link_in_email(&app, new).await;
        let mut visitor = app.stranger();
        follow(&mut visitor, &link).await;
        assert!(is_in(&mut visitor).await);
        let again = admin.attempt("invitationSend", json!({ "memberId": made["member"]["id"] }), "member { id }").await;
        assert_eq!(problems(&again["data"]["payload"]), ["CAME_IN memberId"]);
        catch_up(&app).await;
        let audit_log = "{ auditLog(first: 20) { nodes { kind subjects { kind node { ... on Member { email } } } } } }";
        let audit_log = admin.data(audit_log, json!({})).await;
        for kind in ["MEMBER_INVITED", "SIGNED_IN"] {
            let mut entries = audit_log["auditLog"]["nodes"].as_array().into_iter().flatten();
            let of_new = entries.any(|entry| entry["kind"] == kind && entry["subjects"][0]["node"]["email"] == new);
            assert!(of_new, "{kind}: {audit_log:#}");
        }
    }

    async fn an_address_tells_nobody_whose_it_is_and_when_it_was_used(database: Database) {
        let app = TestApp::demo(database).await;
        let pastor = "pastor@parish.example";
        let here = app.as_member(pastor).await.data("{ viewer { member { name } } }", json!({})).await;
        let own = here["viewer"]["member"]["name"].as_str().expect("a member has a name").to_owned();
        let admin = app.as_member(ADMIN).await;
        let select = "member { id name signedInAt }";
        let made = admin.act("memberInvite", invitation(pastor, "CASEWORKER"), select).await;
        let known = |member: &Value| (member["name"].clone(), member["signedInAt"].clone());
        assert_eq!(known(&made["member"]), (json!("Nauja Kolegė"), Value::Null));
        let colleagues = "{ colleagues { id name signedInAt } }";
        let of = |all: &Value| {
            let all = all["colleagues"].as_array().expect("colleagues").clone();
            all.into_iter().find(|one| one["id"] == made["member"]["id"]).expect("whoever is invited")
        };
        let one = of(&admin.data(colleagues, json!({})).await);
        assert_eq!(known(&one), (json!("Nauja Kolegė"), Value::Null));
        // They are at work elsewhere meanwhile, which is nobody's to know here, and are invited again.
        app.browserless(pastor).await;
        let one = of(&admin.data(colleagues, json!({})).await);
        assert_eq!(known(&one), (json!("Nauja Kolegė"), Value::Null));
        admin.act("invitationSend", json!({ "memberId": made["member"]["id"] }), "member { id }").await;
        let mut visitor = app.stranger();
        let id = made["member"]["id"].as_str().expect("an id");
        let member = <entities::ids::MemberId as platform::graphql::PublicId>::parse(id).expect("an id of a member");
        let link = members::create_login_link(app.state(), member).await.expect("a link can be made");
        follow(&mut visitor, &link).await;
        assert!(is_in(&mut visitor).await);
        let one = of(&admin.data(colleagues, json!({})).await);
        assert!(one["name"] == json!(own) && one["signedInAt"].is_string(), "{one}");
    }

    async fn whoever_leaves_hands_over_first_and_is_out_at_once(database: Database) {
        let app = TestApp::demo(database).await;
        let admin = app.as_member(ADMIN).await;
        let leaving = app.as_member(CASE_WORKER).await;
        let mut browser = app.browserless(CASE_WORKER).await;
        let (id, head) = (id_of(&app, CASE_WORKER).await, id_of(&app, HEAD).await);
        let work = "query($id: ID!) { memberWork(memberId: $id) { people referrals } }";
        let before = admin.data(work, json!({ "id": id })).await["memberWork"].clone();
        assert!(before["people"].as_i64() > Some(0), "{before}");
        let select = "member { id }";
        let asked = admin.attempt("memberEnd", json!({ "memberId": id }), select).await;
        assert_eq!(problems(&asked["data"]["payload"]), ["HAND_OVER_FIRST handOverTo"]);
        for bad in [id.clone(), id_of(&app, ADMIN).await, id_of(&app, "officer@prison.example").await] {
            let reply = admin.attempt("memberEnd", json!({ "memberId": id, "handOverTo": bad }), select).await;
            assert_eq!(problems(&reply["data"]["payload"]), ["NOT_A_COLLEAGUE handOverTo"], "{bad}");
        }
        let stranger = app.as_member("officer@prison.example").await;
        assert_eq!(stranger.refused("memberEnd", json!({ "memberId": id }), select).await, "FORBIDDEN");
        let member = <entities::ids::MemberId as platform::graphql::PublicId>::parse(&id).expect("an id of a member");
        admin.act("memberEnd", json!({ "memberId": id, "handOverTo": head }), select).await;
        // Nor does an invitation let them in that was sent before.
        let late = members::create_login_link(app.state(), member).await.expect("a link can be made");
        app.clock.advance(6);
        let mut visitor = app.stranger();
        follow(&mut visitor, &late).await;
        assert!(!is_in(&mut visitor).await);
        let reply = leaving.gql("{ viewer { role } }", json!({})).await;
        assert_eq!(crate::app::code(&reply).as_deref(), Some("UNAUTHENTICATED"), "{reply}");
        assert!(!is_in(&mut browser).await);
        let after = admin.data(work, json!({ "id": head })).await["memberWork"].clone();
        assert!(after["people"].as_i64() >= before["people"].as_i64(), "{before} {after}");
        // Whoever comes back is the same member, and signs in anew.
        let back = admin.act("memberInvite", invitation(CASE_WORKER, "CASEWORKER"), select).await;
        assert_eq!(back["member"]["id"], json!(id));
    }

    async fn somebody_is_left_who_looks_after_members(database: Database) {
        let app = TestApp::demo(database).await;
        let admin = app.as_member(ADMIN).await;
        let (own, head) = (id_of(&app, ADMIN).await, id_of(&app, HEAD).await);
        let select = "member { id role }";
        let demoted = admin.act("memberChange", json!({ "memberId": head, "role": "CASEWORKER" }), select).await;
        assert_eq!(demoted["member"]["role"], "CASEWORKER");
        let reply = admin.attempt("memberEnd", json!({ "memberId": own }), select).await;
        assert_eq!(problems(&reply["data"]["payload"]), ["NOBODY_LEFT memberId"]);
        let reply = admin.attempt("memberChange", json!({ "memberId": own, "role": "VIEWER" }), select).await;
        assert_eq!(problems(&reply["data"]["payload"]), ["NOBODY_LEFT role"]);
        // Two who let each other go at the same moment: one of them stays.
        admin.act("memberChange", json!({ "memberId": head, "role": "ADMIN" }), select).await;
        let other = app.as_member(HEAD).await;
        let (one, two) = tokio::join!(
            admin.attempt("memberEnd", json!({ "memberId": head, "handOverTo": id_of(&app, CASE_WORKER).await }), select),
            other.attempt("memberEnd", json!({ "memberId": own }), select),
        );
        let done = [&one, &two].iter().filter(|reply| reply["data"]["payload"]["errors"] == json!([])).count();
        assert_eq!(done, 1, "{one:#} {two:#}");
    }

    async fn the_pages_invite_change_and_let_go(database: Database) {
        let app = TestApp::demo(database).await;
        let mut admin = app.browserless(ADMIN).await;
        let list = admin.get("/members").await;
        assert!(list.says("caseworker@ngo.example"));
        admin.get("/members/new").await;
        let wrong = admin.post_form("/members/new", &[("name", "Ona"), ("email", "x"), ("role", "CASEWORKER")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.says("value=\"Ona\"") && wrong.says("aria-invalid"));
        let fields = [("name", "Ona Nauja"), ("email", "ona@ngo.example"), ("role", "CASEWORKER"), ("language", "lt")];
        let done = admin.post_form("/members/new", &fields).await;
        assert!(done.path.starts_with("/members?done=") && done.says("Ona Nauja"));
        let id = done.html().split("Ona Nauja").next().and_then(|before| before.rsplit("/members/").next());
        let id = id.and_then(|rest| rest.split('"').next()).expect("a link to her page").to_owned();
        let page = admin.get(&format!("/members/{id}")).await;
        assert!(page.says("/invitation"));
        admin.post_form(&format!("/members/{id}"), &[("role", "VIEWER"), ("endsOn", "2027-01-31")]).await;
        let page = admin.get(&format!("/members/{id}")).await;
        assert!(page.says("value=\"2027-01-31\""));
        admin.get(&format!("/members/{id}/end")).await;
        let done = admin.post_form(&format!("/members/{id}/end"), &[]).await;
        assert!(done.path.starts_with("/members?done=") && !done.says("Ona Nauja"));
        let mut worker = app.browserless(CASE_WORKER).await;
        for path in ["/members", "/members/new", "/account/tokens"] {
            assert_eq!(worker.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        assert_eq!(worker.get("/account").await.status, StatusCode::OK);
    }
}
