//! The same thing sent twice is done once: under a key of the client's, and from the pages' forms.

use entities::{event, idempotency_key, message, need, person, referral};
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};

use crate::app::{Member, TestApp, code};
use crate::for_each_database;
use crate::repository::repository;
use crate::story::scene::Scene;

/// How much there is of what these tests make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Made {
    people: u64,
    referrals: u64,
    needs: u64,
    messages: u64,
    events: u64,
}

async fn made(app: &TestApp) -> Made {
    let on = app.db().read();
    Made {
        people: person::Entity::find().count(on).await.expect("rows can be counted"),
        referrals: referral::Entity::find().count(on).await.expect("rows can be counted"),
        needs: need::Entity::find().count(on).await.expect("rows can be counted"),
        messages: message::Entity::find().count(on).await.expect("rows can be counted"),
        events: event::Entity::find().count(on).await.expect("rows can be counted"),
    }
}

fn keyed(mut input: Value, key: &str) -> Value {
    input["idempotencyKey"] = json!(key);
    input
}

const GROUP: &str = "group { id referrals { id state version } }";

async fn ten_at_once(member: &Member<'_>, mutation: &str, input: &Value, select: &str) -> Vec<Value> {
    let ask = || member.attempt(mutation, input.clone(), select);
    let (a, b, c, d, e) = tokio::join!(ask(), ask(), ask(), ask(), ask());
    let (f, g, h, i, j) = tokio::join!(ask(), ask(), ask(), ask(), ask());
    vec![a, b, c, d, e, f, g, h, i, j]
}

for_each_database! {
    async fn ten_at_once_refer_once(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let before = made(&app).await;
        let input = keyed(scene.referring(&scene.services[..1]).with("send", true).input(), "refer 1");
        let answers = ten_at_once(&scene.officer, "referralDraft", &input, GROUP).await;
        assert!(code(&answers[0]).is_none(), "{:#}", answers[0]);
        for answer in &answers {
            assert_eq!(answer, &answers[0]);
        }
        let after = made(&app).await;
        assert_eq!(after.referrals, before.referrals + 1);
        // One was written, one was sent.
        assert_eq!(after.events, before.events + 2);

        // A step, of which nine find that the version is no longer the one they read.
        let referral = answers[0]["data"]["payload"]["group"]["referrals"][0].clone();
        let step = json!({ "referralId": referral["id"], "version": referral["version"] });
        let select = "referral { id state version }";
        let answers = ten_at_once(&scene.first, "referralAccept", &keyed(step.clone(), "accept"), select).await;
        for answer in &answers {
            assert_eq!(answer["data"]["payload"]["referral"]["state"], "ACCEPTED", "{answer:#}");
            assert_eq!(answer, &answers[0]);
        }
        assert_eq!(made(&app).await.events, after.events + 1);
        // Without the key it is what it always was.
        assert_eq!(scene.first.refused("referralAccept", step, select).await, "CONFLICT");
    }

    async fn a_key_is_one_members_and_one_inputs(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let referral = scene.refer_to_first("URGENT").await;
        let writing = |text: &str| keyed(json!({ "referralId": referral["id"], "text": text }), "note");
        let select = "message { id text }";
        let before = made(&app).await;
        let one = scene.officer.act("messageWrite", writing("Is there a bed?"), select).await;
        assert_eq!(one, scene.officer.act("messageWrite", writing("Is there a bed?"), select).await);
        assert_eq!(made(&app).await.messages, before.messages + 1);
        let reply = scene.officer.attempt("messageWrite", writing("Is there a room?"), select).await;
        assert_eq!(code(&reply).as_deref(), Some("BAD_USER_INPUT"));
        let says = reply["errors"][0]["message"].as_str().unwrap_or_default();
        assert!(says.contains("another input"), "{says}");
        // Nor is it good for another mutation.
        let other = keyed(json!({ "personId": scene.person, "need": { "domain": "HEALTH", "urgency": "ROUTINE", "text": "" } }), "note");
        assert_eq!(scene.officer.refused("needAdd", other, "need { id }").await, "BAD_USER_INPUT");
        assert_eq!(made(&app).await.needs, before.needs);
        // Another member has keys of their own.
        let theirs = scene.first.act("messageWrite", writing("Is there a bed?"), select).await;
        assert_ne!(theirs["message"]["id"], one["message"]["id"]);
        assert_eq!(made(&app).await.messages, before.messages + 2);
    }

    async fn a_key_is_kept_for_a_day(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let referral = scene.refer_to_first("URGENT").await;
        let input = keyed(json!({ "referralId": referral["id"], "text": "Good morning." }), "greeting");
        let select = "message { id }";
        let before = made(&app).await;
        let one = scene.officer.act("messageWrite", input.clone(), select).await;
        app.clock.advance(86_399);
        assert_eq!(scene.officer.act("messageWrite", input.clone(), select).await, one);
        app.clock.advance(1);
        let other = scene.officer.act("messageWrite", input.clone(), select).await;
        assert_ne!(other, one);
        assert_eq!(scene.officer.act("messageWrite", input, select).await, other);
        assert_eq!(made(&app).await.messages, before.messages + 2);
        // The worker throws away what is over, and nothing else.
        let kept = || idempotency_key::Entity::find().count(app.db().read());
        app.worker().catch_up().await.expect("nobody else holds the duties");
        assert_eq!(kept().await.expect("rows can be counted"), 1);
        app.clock.advance(86_400);
        app.worker().catch_up().await.expect("nobody else holds the duties");
        assert_eq!(kept().await.expect("rows can be counted"), 0);
    }

    async fn what_failed_may_be_mended_under_the_same_key(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let mut input = keyed(scene.referring(&scene.services[..1]).with("send", true).input(), "mended");
        input["ask"] = json!("");
        let payload = scene.officer.try_to("referralDraft", input.clone(), GROUP).await;
        assert_ne!(payload["errors"], json!([]));
        input["ask"] = json!("A bed.");
        scene.officer.act("referralDraft", input, GROUP).await;
    }

    async fn a_consent_withdrawn_twice_says_the_same(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        scene.refer_to_both().await;
        let input = keyed(json!({ "consentId": scene.consent["id"], "version": scene.consent["version"] }), "no more");
        let select = "ended consent { id standing version }";
        let one = scene.officer.act("consentWithdraw", input.clone(), select).await;
        assert_eq!(one["ended"], 2);
        assert_eq!(scene.officer.act("consentWithdraw", input, select).await, one);
    }

    async fn a_key_costs_two_statements(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let referral = scene.refer_to_first("URGENT").await;
        let input = json!({ "referralId": referral["id"], "text": "Good morning." });
        let cost = async |input: Value| {
            let before = app.db().statements();
            scene.officer.act("messageWrite", input, "message { id }").await;
            app.db().statements() - before
        };
        cost(input.clone()).await;
        let without = cost(input.clone()).await;
        let with = cost(keyed(input.clone(), "one")).await;
        assert_eq!(with, without + 2);
        assert!(cost(keyed(input, "one")).await < without);
    }

    async fn a_form_sent_twice_records_a_person_once(database: Database) {
        let app = TestApp::network(database).await;
        let mut officer = app.browserless("officer@prison.example").await;
        officer.get("/people/new").await;
        let before = made(&app).await;
        let fields = |name| [("person.givenName", name), ("person.familyName", "Dukart"), ("person.language", "lt"),
            ("person.sex", "MALE"), ("person.legalStatus", "IN_CUSTODY"), ("person.sobriety", "UNKNOWN")];
        let one = officer.post("/people/new", &fields("Vaidas")).await;
        let other = officer.post("/people/new", &fields("Vaidas")).await;
        assert!(one.status.is_redirection(), "{one:?}");
        assert_eq!(one.header("location"), other.header("location"));
        assert_eq!(made(&app).await.people, before.people + 1);
        // Somebody who went back and wrote somebody else down means somebody else.
        let third = officer.post("/people/new", &fields("Ignas")).await;
        assert_ne!(one.header("location"), third.header("location"));
        assert_eq!(made(&app).await.people, before.people + 2);
        // A form that comes back with what has to be mended is a new one.
        let old = officer.get("/people/new").await.field("_once");
        let again = officer.post_form("/people/new", &[("person.dateOfBirth", "never")]).await;
        assert_eq!(again.status, http::StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.field("_once").is_some_and(|value| value.len() == 32));
        assert_ne!(again.field("_once"), old);
    }

    async fn a_form_sent_twice_refers_and_accepts_once(database: Database) {
        let app = TestApp::network(database).await;
        let scene = Scene::of(&app).await;
        let mut officer = app.browserless("officer@prison.example").await;
        officer.get(&format!("/people/{}", scene.person)).await;
        let before = made(&app).await;
        let mut fields: Vec<(&str, &str)> = vec![("mode", "ANY_ONE"), ("priority", "URGENT"), ("startDate", "2026-12-07"),
            ("scopes[]", "NEEDS"), ("scopes[]", "IDENTITY"), ("ask", "A bed."), ("do", "send")];
        fields.extend(scene.needs.iter().filter_map(Value::as_str).map(|need| ("need[]", need)));
        fields.extend(scene.first_service().as_str().map(|service| ("service[]", service)));
        let path = format!("/people/{}/refer/send", scene.person);
        let one = officer.post(&path, &fields).await;
        let other = officer.post(&path, &fields).await;
        let location = one.header("location").unwrap_or_else(|| panic!("{one:?}")).to_owned();
        assert!(location.starts_with("/referrals/"), "{location}");
        assert_eq!(other.header("location"), Some(location.as_str()));
        assert_eq!(made(&app).await.referrals, before.referrals + 1);

        let email = recipient(&app, &scene).await;
        let mut recipient = app.browserless(email).await;
        let page = location.split('?').next().unwrap_or_default().to_owned();
        let version = recipient.get(&page).await.field("version").expect("the referral can be answered");
        let events = made(&app).await.events;
        let path = format!("{page}/accept");
        let one = recipient.post(&path, &[("version", &version)]).await;
        let accepted = made(&app).await.events;
        let other = recipient.post(&path, &[("version", &version)]).await;
        assert!(one.header("location").is_some_and(|to| to.ends_with("done=accept")), "{one:?}");
        assert_eq!(one.header("location"), other.header("location"));
        assert!(accepted > events);
        let again = made(&app).await.events;
        // Looking at the person's identity is no effect of the form; accepting is.
        assert!(again <= accepted + 1, "{events} {accepted} {again}");
        assert_eq!(recipient.get(&page).await.status, http::StatusCode::OK);
    }

    async fn every_mutation_takes_a_key(database: Database) {
        let app = TestApp::network(database).await;
        let admin = app.as_member("admin@ngo.example").await;
        let types = admin.data(TYPES, json!({})).await["__schema"].take();
        let mutations = types["mutationType"]["fields"].as_array().cloned().unwrap_or_default();
        assert!(mutations.len() > 30, "{types:#}");
        let long = "k".repeat(101);
        for mutation in mutations {
            let name = mutation["name"].as_str().unwrap_or_default();
            let input = &mutation["args"][0]["type"]["ofType"]["name"];
            let about = type_of(&types, input);
            let key = about["inputFields"].as_array().into_iter().flatten().find(|field| field["name"] == "idempotencyKey");
            assert_eq!(key.map(|key| &key["type"]["name"]), Some(&json!("String")), "{name}");
            // It is looked at before anything is done.
            for bad in ["", "tab\t", "ąžuolas", long.as_str()] {
                let reply = admin.attempt(name, keyed(sample(&types, input), bad), "__typename").await;
                let says = reply["errors"][0]["message"].as_str().unwrap_or_default();
                assert!(says.starts_with("idempotencyKey must have"), "{name} {bad}: {reply:#}");
                assert_eq!(code(&reply).as_deref(), Some("BAD_USER_INPUT"), "{name}");
            }
        }
    }
}

/// Who answers for the first service.
async fn recipient(app: &TestApp, scene: &Scene<'_>) -> &'static str {
    for email in ["caseworker@ngo.example", "social@municipality.example", "jobs@employment.example"] {
        let seen = app.as_member(email).await.data("{ viewer { organisation { id } } }", json!({})).await;
        if seen["viewer"]["organisation"]["id"] == scene.recipients[0] {
            return email;
        }
    }
    panic!("nobody answers for the first service")
}

/// No page's author can forget it: a form that is posted carries the hidden fields, and what it asks is
/// asked under its key.
#[test]
fn every_form_and_every_handler_of_the_pages_takes_part() {
    let (mut forms, mut inputs) = (0, 0);
    for file in repository().into_iter().filter(|file| file.path.starts_with("web/src/")) {
        for (at, _) in file.text.match_indices("<form ") {
            let form = file.text[at..].split("</form>").next().unwrap_or_default();
            let tag = form.split('>').next().unwrap_or_default();
            if tag.contains("method=\"post\"") {
                forms += 1;
                assert_eq!(form.matches("v.token()").count(), 1, "{}: {tag}", file.path);
            }
        }
        for (at, _) in file.text.match_indices("idempotency_key:") {
            inputs += 1;
            let value = file.text[at..].trim_start_matches("idempotency_key:").trim_start();
            assert!(
                value.starts_with("v.once()"),
                "{}: {}",
                file.path,
                value.lines().next().unwrap_or_default()
            );
        }
    }
    assert!(forms > 20 && inputs > 10, "{forms} forms, {inputs} inputs");
    // What a declared form makes gets its key where it is sent.
    let sent =
        repository().into_iter().find(|file| file.path == "web/src/context.rs").expect("the pages' context");
    assert_eq!(
        sent.text.matches("input.insert(\"idempotencyKey\".to_owned(), self.once().into())").count(),
        1
    );
}

const TYPES: &str = "{ __schema { mutationType { fields { name args { type { ofType { name } } } } }
    types { name kind enumValues { name } inputFields { name type { ...T ofType { ...T ofType { ...T ofType { ...T } } } } } } } }
    fragment T on __Type { name kind }";

fn type_of<'t>(types: &'t Value, name: &Value) -> &'t Value {
    let all = types["types"].as_array().map(Vec::as_slice).unwrap_or_default();
    all.iter().find(|one| one["name"] == *name).unwrap_or_else(|| panic!("there is no type {name}"))
}

/// An input of this type whose required fields are of the right shape, and mean nothing.
fn sample(types: &Value, input: &Value) -> Value {
    let fields = type_of(types, input)["inputFields"].as_array().cloned().unwrap_or_default();
    let required = fields.iter().filter(|field| field["type"]["kind"] == "NON_NULL");
    let value = |field: &Value| {
        (field["name"].as_str().unwrap_or_default().to_owned(), of(types, field, &field["type"]["ofType"]))
    };
    required.map(value).collect::<serde_json::Map<_, _>>().into()
}

fn of(types: &Value, field: &Value, ty: &Value) -> Value {
    match ty["kind"].as_str().unwrap_or_default() {
        "LIST" => json!([of(types, field, &ty["ofType"])]),
        "NON_NULL" => of(types, field, &ty["ofType"]),
        "ENUM" => type_of(types, &ty["name"])["enumValues"][0]["name"].clone(),
        "INPUT_OBJECT" => sample(types, &ty["name"]),
        _ => match ty["name"].as_str().unwrap_or_default() {
            "Int" => json!(1),
            "Boolean" => json!(true),
            "Date" => json!("2026-12-01"),
            "DateTime" => json!("2026-12-01T10:00:00Z"),
            "ID" => {
                let name = field["name"].as_str().unwrap_or_default();
                let what = name.trim_end_matches('s').trim_end_matches("Id");
                let what = match what {
                    "recipient" | "partie" | "prison" => "organisation",
                    // Ids keep the prefixes that they were given out with.
                    "email" => "mail",
                    _ => what,
                };
                json!(format!("{what}_01h45ytscbebyvny4gc8cr8ma2"))
            }
            _ => json!("x"),
        },
    }
}
