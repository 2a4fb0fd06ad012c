//! Every operation of the API as nobody, and as a member of an organisation that has no part in it. The
//! operations are read from the schema, so that a new one is tried without anybody thinking of it.

use std::collections::BTreeMap;

use axum::body::Body;
use http::{Request, StatusCode};
use serde_json::{Map, Value, json};

use crate::app::{Member, TestApp, code};
use crate::builders::{consent, person, referral};
use crate::for_each_database;
use crate::network::{AUDITOR, CASE_WORKER as COLLEAGUE, OFFICER as OWNER, SOCIAL_WORKER, STRANGER};

/// What anybody may ask: who one is, what the door must know, and geography.
const FOR_ANYBODY: [&str; 3] = ["viewer", "demonstrationMembers", "provinces"];
/// What makes something of the asker's own, and names nothing that belongs to others.
const MAKES_ONES_OWN: [&str; 5] = [
    "importUploadCreate",
    "personRecord",
    "agreementPropose",
    "notificationsMarkRead",
    "notificationPreferencesChange",
];
/// What is asked for by an id, and is the network's own.
const THE_NETWORKS: [&str; 3] = ["organisation", "service", "node"];
const NODE: &str = "query($id: ID!) { node(id: $id) { id } }";

/// The schema's root fields and input types, by name.
struct Shape {
    queries: Vec<Value>,
    mutations: Vec<Value>,
    types: BTreeMap<String, Value>,
}

async fn shape(member: &Member<'_>) -> Shape {
    let kind = "name kind ofType { name kind ofType { name kind ofType { name kind } } }";
    let query = format!(
        "{{ __schema {{
            queryType {{ fields {{ name type {{ {kind} }} args {{ name type {{ {kind} }} }} }} }}
            mutationType {{ fields {{ name type {{ {kind} }} args {{ name type {{ {kind} }} }} }} }}
            types {{ name kind enumValues {{ name }} inputFields {{ name type {{ {kind} }} }} }}
        }} }}"
    );
    let schema = member.data(&query, json!({})).await["__schema"].take();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let named = |each: Value| (each["name"].as_str().unwrap_or_default().to_owned(), each);
    Shape {
        queries: list(&schema["queryType"]["fields"]),
        mutations: list(&schema["mutationType"]["fields"]),
        types: list(&schema["types"]).into_iter().map(named).collect(),
    }
}

impl Shape {
    /// A value of a type, with ids of things that are there. Nothing where a value may be left out.
    fn value(&self, of: &Value, name: &str, ids: &BTreeMap<&str, Value>) -> Option<Value> {
        match of["kind"].as_str().unwrap_or_default() {
            "NON_NULL" => self.certain(&of["ofType"], name, ids),
            _ => None,
        }
    }

    fn certain(&self, of: &Value, name: &str, ids: &BTreeMap<&str, Value>) -> Option<Value> {
        let type_name = of["name"].as_str().unwrap_or_default();
        match of["kind"].as_str().unwrap_or_default() {
            "NON_NULL" => self.certain(&of["ofType"], name, ids),
            "LIST" => self.certain(&of["ofType"], name, ids).map(|one| json!([one])),
            "ENUM" => Some(self.types[type_name]["enumValues"][0]["name"].clone()),
            "INPUT_OBJECT" => Some(self.object(type_name, ids)),
            _ => Some(match type_name {
                "ID" => {
                    // personId, needIds, person: all say what they want.
                    let stem = name.trim_end_matches('s').trim_end_matches("Id");
                    ids.get(stem).or(ids.get("person")).cloned().unwrap_or_default()
                }
                "Int" => json!(1),
                "Boolean" => json!(false),
                "Date" => json!("2026-12-07"),
                "DateTime" => json!("2026-12-07T08:00:00Z"),
                _ => json!("Something"),
            }),
        }
    }

    fn object(&self, type_name: &str, ids: &BTreeMap<&str, Value>) -> Value {
        let fields = self.types[type_name]["inputFields"].as_array().cloned().unwrap_or_default();
        let mut object = Map::new();
        for field in fields {
            let name = field["name"].as_str().unwrap_or_default();
            if let Some(value) = self.value(&field["type"], name, ids) {
                object.insert(name.to_owned(), value);
            }
        }
        Value::Object(object)
    }

    /// The operation that asks for one root field with its required arguments, and its variables.
    fn operation(&self, verb: &str, field: &Value, ids: &BTreeMap<&str, Value>) -> (String, Value) {
        let (mut declared, mut passed, mut variables) = (Vec::new(), Vec::new(), Map::new());
        for argument in field["args"].as_array().into_iter().flatten() {
            let name = argument["name"].as_str().unwrap_or_default();
            // `referral(id:)` wants the id of a referral.
            let wanted = if name == "id" { field["name"].as_str().unwrap_or_default() } else { name };
            if let Some(value) = self.value(&argument["type"], wanted, ids) {
                declared.push(format!("${name}: {}", written(&argument["type"])));
                passed.push(format!("{name}: ${name}"));
                variables.insert(name.to_owned(), value);
            }
        }
        let brackets = |parts: Vec<String>| {
            if parts.is_empty() { String::new() } else { format!("({})", parts.join(", ")) }
        };
        let inside = if is_leaf(&field["type"]) { "" } else { " { __typename }" };
        let name = field["name"].as_str().unwrap_or_default();
        let text = format!("{verb}{} {{ {name}{}{inside} }}", brackets(declared), brackets(passed));
        (text, Value::Object(variables))
    }
}

/// Whether something of this type must be given, and is an id or ids.
fn needs_id(of: &Value) -> bool {
    let mut inner = &of["ofType"];
    while !inner["ofType"].is_null() {
        inner = &inner["ofType"];
    }
    of["kind"] == "NON_NULL" && inner["name"] == "ID"
}

fn written(of: &Value) -> String {
    match of["kind"].as_str().unwrap_or_default() {
        "NON_NULL" => format!("{}!", written(&of["ofType"])),
        "LIST" => format!("[{}]", written(&of["ofType"])),
        _ => of["name"].as_str().unwrap_or_default().to_owned(),
    }
}

fn is_leaf(of: &Value) -> bool {
    match of["kind"].as_str().unwrap_or_default() {
        "NON_NULL" | "LIST" => is_leaf(&of["ofType"]),
        kind => kind == "SCALAR" || kind == "ENUM",
    }
}

/// Ids of things that the owner's organisation alone sees, or alone may change, by what they are called: a person with a
/// need and a consent, referred to this recipient, who has made an appointment.
async fn belongings(app: &TestApp, owner: &Member<'_>, recipient: &str) -> BTreeMap<&'static str, Value> {
    let recipient = app.as_member(recipient).await;
    let offers = "{ viewer { organisation { id services(first: 1) { nodes { id } } } } }";
    let offers = recipient.data(offers, json!({})).await["viewer"]["organisation"].take();
    let service = offers["services"]["nodes"][0]["id"].clone();
    let person = person(owner).record().await;
    let consent = consent(owner, &person.id, &[offers["id"].clone()]).record().await;
    let sent =
        referral(owner, &person.id, &person.needs, std::slice::from_ref(&service)).send().await.remove(0);
    let accept = json!({ "referralId": sent["id"], "version": sent["version"] });
    recipient.act("referralAccept", accept, "referral { id }").await;
    let meeting = json!({ "referralId": sent["id"], "startsAt": "2026-12-10T08:30:00Z", "place": "Room 4" });
    let appointment =
        recipient.act("appointmentMake", meeting, "appointment { id }").await["appointment"].take();
    let query = "query($sent: ID!) {
        viewer { member { id } organisation { id municipality { id } agreements { id } } }
        apiTokens { id } referral(id: $sent) { group { id } }
    }";
    let seen = owner.data(query, json!({ "sent": sent["id"] })).await;
    let viewer = &seen["viewer"];
    let ticket =
        owner.act("importUploadCreate", json!({ "kind": "PEOPLE" }), "ticket { importId path }").await;
    let path = ticket["ticket"]["path"].as_str().expect("a path").to_owned();
    let uploaded = app.send(Request::post(path).body(Body::from("Name;Born\n")).expect("a request")).await;
    assert_eq!(uploaded.status, StatusCode::CREATED, "{uploaded:?}");
    BTreeMap::from([
        ("import", ticket["ticket"]["importId"].clone()),
        // Of nobody: who may not look after mails is not told which there are.
        ("email", json!("mail_00000000000000000000000000")),
        ("person", json!(person.id)),
        ("need", person.needs[0].clone()),
        ("consent", consent["id"].clone()),
        ("referral", sent["id"].clone()),
        ("group", seen["referral"]["group"]["id"].clone()),
        ("service", service),
        ("appointment", appointment["id"].clone()),
        ("member", viewer["member"]["id"].clone()),
        ("token", seen["apiTokens"][0]["id"].clone()),
        ("recipient", viewer["organisation"]["id"].clone()),
        ("organisation", viewer["organisation"]["id"].clone()),
        ("municipality", viewer["organisation"]["municipality"]["id"].clone()),
        ("prison", viewer["organisation"]["id"].clone()),
        ("partie", viewer["organisation"]["id"].clone()),
        ("node", json!(person.id)),
        ("agreement", viewer["organisation"]["agreements"][0]["id"].clone()),
    ])
}

for_each_database! {
    async fn nobody_is_asked_who_they_are(database: Database) {
        let app = TestApp::network(database).await;
        let owner = app.as_member(OWNER).await;
        let nobody = app.as_nobody();
        let (shape, ids) = (shape(&nobody).await, belongings(&app, &owner, COLLEAGUE).await);
        let fields = shape.queries.iter().map(|field| ("query", field));
        let mut wrong = Vec::new();
        for (verb, field) in fields.chain(shape.mutations.iter().map(|field| ("mutation", field))) {
            let name = field["name"].as_str().unwrap_or_default();
            let (text, variables) = shape.operation(verb, field, &ids);
            let reply = nobody.gql(&text, variables).await;
            let expected = (!FOR_ANYBODY.contains(&name)).then_some("UNAUTHENTICATED");
            if code(&reply).as_deref() != expected {
                wrong.push(format!("{text}\n{reply}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    async fn a_stranger_finds_and_moves_nothing(database: Database) {
        let app = TestApp::network(database).await;
        let owner = app.as_member(OWNER).await;
        let stranger = app.as_member(STRANGER).await;
        let (shape, ids) = (shape(&owner).await, belongings(&app, &owner, COLLEAGUE).await);
        let mut wrong = Vec::new();
        for field in &shape.mutations {
            let name = field["name"].as_str().unwrap_or_default();
            if MAKES_ONES_OWN.contains(&name) {
                continue;
            }
            let (text, variables) = shape.operation("mutation", field, &ids);
            let reply = stranger.gql(&text, variables.clone()).await;
            if !matches!(code(&reply).as_deref(), Some("NOT_FOUND" | "FORBIDDEN")) {
                wrong.push(format!("{text} {variables}\n{reply}"));
            }
        }
        for hidden in ["person", "need", "consent", "referral", "group", "agreement"] {
            let own = owner.data(NODE, json!({ "id": ids[hidden] })).await;
            assert_eq!(own["node"]["id"], ids[hidden], "whose it is finds the {hidden}");
            let reply = stranger.gql(NODE, json!({ "id": ids[hidden] })).await;
            if !reply["data"]["node"].is_null() || !reply["errors"].is_null() {
                wrong.push(format!("node: a {hidden}\n{reply}"));
            }
        }
        let mut tried = 0;
        for field in &shape.queries {
            let by_id = field["args"].as_array().into_iter().flatten().any(|one| needs_id(&one["type"]));
            if !by_id || THE_NETWORKS.contains(&field["name"].as_str().unwrap_or_default()) {
                continue;
            }
            tried += 1;
            let (text, variables) = shape.operation("query", field, &ids);
            let reply = stranger.gql(&text, variables.clone()).await;
            if !matches!(code(&reply).as_deref(), Some("NOT_FOUND" | "FORBIDDEN")) {
                wrong.push(format!("{text} {variables}\n{reply}"));
            }
        }
        assert!(tried >= 6, "only {tried} queries ask for something by its id");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    async fn an_auditor_moves_nothing_of_the_own_organisation_and_opens_no_person(database: Database) {
        let app = TestApp::network(database).await;
        let (auditor, colleague) = (app.as_member(AUDITOR).await, app.as_member(COLLEAGUE).await);
        let (shape, ids) = (shape(&auditor).await, belongings(&app, &colleague, SOCIAL_WORKER).await);
        let mut wrong = Vec::new();
        // What they are told themselves, and by which way, is theirs to say.
        let own = ["notificationsMarkRead", "notificationPreferencesChange"];
        let others = |field: &&Value| !own.contains(&field["name"].as_str().unwrap_or_default());
        for field in shape.mutations.iter().filter(others) {
            let (text, variables) = shape.operation("mutation", field, &ids);
            let reply = auditor.gql(&text, variables.clone()).await;
            if !matches!(code(&reply).as_deref(), Some("NOT_FOUND" | "FORBIDDEN")) {
                wrong.push(format!("{text} {variables}\n{reply}"));
            }
        }
        for hidden in ["person", "need", "consent", "referral", "group"] {
            let own = colleague.data(NODE, json!({ "id": ids[hidden] })).await;
            assert_eq!(own["node"]["id"], ids[hidden], "a colleague finds the {hidden}");
            let reply = auditor.gql(NODE, json!({ "id": ids[hidden] })).await;
            if !reply["data"]["node"].is_null() || !reply["errors"].is_null() {
                wrong.push(format!("node: a {hidden}\n{reply}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        let lists = "{ people { totalCount } referrals { totalCount } upcomingReleases(days: 365) { person { id } }
            agreements { totalCount } organisations { totalCount } }";
        let seen = auditor.data(lists, json!({})).await;
        assert_eq!(seen["people"]["totalCount"], 0);
        assert_eq!(seen["referrals"]["totalCount"], 0);
        assert_eq!(seen["upcomingReleases"], json!([]));
        for open in ["agreements", "organisations"] {
            assert!(seen[open]["totalCount"].as_i64() > Some(0), "{seen}");
        }
    }
}
