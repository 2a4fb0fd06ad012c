//! What a database holds, as it can be compared from one release to the next: in words that no release renames.

use std::collections::BTreeMap;

use entities::codes::Code;
use entities::sealed::Sealed;
use entities::{appointment, consent, email, event, event_consumer, message, need, person, referral};
use platform::sealing::Cell;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::app::TestApp;

/// Members whose lists are compared: both sides of referrals, and whoever sees all of an organisation.
const READERS: [&str; 6] = [
    "officer@prison.example",
    "head@prison.invalid",
    "caseworker@ngo.example",
    "head@ngo.invalid",
    "social@municipality.example",
    "jobs@employment.example",
];

/// How many rows of each kind, and how they stand. Asked before anything else, since a look is recorded.
pub async fn rows(app: &TestApp) -> Value {
    let on = app.db().read();
    macro_rules! counts {
        ($($name:literal $entity:ident)+) => {
            json!({ $($name: entities::$entity::Entity::find().count(on).await.expect("rows can be counted")),+ })
        };
    }
    let counts = counts! {
        "accounts" account "agreements" agreement "parties of agreements" agreement_party "API tokens" api_token
        "appointments" appointment "case teams" case_team "consents" consent "recipients of consents" consent_recipient
        "data keys" data_key "disclosures" disclosure "grants" disclosure_grant "erasures" erasure_ledger
        "events" event "subjects of events" event_subject "legal bases" legal_basis_rule "idempotency keys" idempotency_key
        "imports" import "remembered headings" import_mapping "batches of the audit log" audit_log_batch
        "entries of the audit log" audit_log_entry "emails" email "choices of emails" notification_preferences "members" member
        "messages" message "needs" need "notifications" notification "organisations" organisation "people" person
        "hashes of names" person_hash "consumers" event_consumer "referrals" referral "groups" referral_group
        "needs of referrals" referral_need "services" service "service areas" service_area
        "capacities" service_capacity "sign-in links" login_link
    };
    let events = event::Entity::find().all(on).await.expect("events can be read");
    let mut kinds = BTreeMap::<&str, usize>::new();
    for event in &events {
        *kinds.entry(event.kind.code()).or_default() += 1;
    }
    let consumers = event_consumer::Entity::find().all(on).await.expect("consumers can be read");
    let mut positions: Vec<_> = consumers.iter().map(|consumer| consumer.sequence_number).collect();
    positions.sort_unstable();
    let mut emails = BTreeMap::<&str, usize>::new();
    for email in email::Entity::find().all(on).await.expect("emails can be read") {
        *emails.entry(email.state.code()).or_default() += 1;
    }
    let referrals = referral::Entity::find().all(on).await.expect("referrals can be read");
    let referrals: BTreeMap<String, Value> = referrals
        .iter()
        .map(|row| (row.id.0.to_string(), json!([row.reference, row.state.code(), row.version, row.due_on])))
        .collect();
    json!({ "counts": counts, "events": kinds, "consumers": positions, "emails": emails, "referrals": referrals })
}

/// Every encrypted text, opened under the label that it was bound to; `null` where its key was destroyed. Lists that
/// are imported are not among them: those that wait end with a release.
pub async fn texts(app: &TestApp) -> Value {
    let on = app.db().read();
    let mut cells: Vec<(Cell, Sealed)> = Vec::new();
    macro_rules! collect {
        ($($entity:ident $table:literal: $($column:literal $value:expr),+;)+) => {$(
            for row in $entity::Entity::find().all(on).await.expect("rows can be read") {
                $(
                    let value: Option<Sealed> = $value(&row);
                    cells.extend(value.map(|value| (Cell::new($table, $column, row.id.0), value)));
                )+
            }
        )+};
    }
    collect! {
        appointment "appointment": "place" |row: &appointment::Model| Some(row.place.clone());
        consent "consent": "said" |row: &consent::Model| Some(row.said.clone()),
            "witness" |row: &consent::Model| row.witness.clone();
        message "message": "text" |row: &message::Model| Some(row.text.clone());
        need "need": "text" |row: &need::Model| Some(row.text.clone());
        person "person": "sealed" |row: &person::Model| Some(row.sealed.clone());
        referral "referral": "ask" |row: &referral::Model| row.ask.clone(),
            "reason" |row: &referral::Model| row.reason.clone();
    }
    let mut texts = BTreeMap::<String, BTreeMap<Uuid, Option<String>>>::new();
    for (cell, sealed) in cells {
        let opened = app.state().sealing.open_if_there(on, cell, &sealed).await;
        let opened = opened.unwrap_or_else(|error| panic!("{cell:?} cannot be opened: {error:?}"));
        texts.entry(format!("{}.{}", cell.table, cell.column)).or_default().insert(cell.row, opened);
    }
    json!(texts)
}

/// What members see in their lists, and in each of its rows.
pub async fn lists(app: &TestApp) -> Value {
    let mut lists = BTreeMap::new();
    for email in READERS {
        let member = app.as_member(email).await;
        let mut seen = Vec::new();
        for query in [
            "{ referrals(first: 100, order: URGENT_FIRST) { totalCount nodes { id reference state pseudonym dueOn ask
                disclosure { id pseudonym identity { givenName familyName } needs { domain text } }
                messages { text isViewers } appointments { startsAt place } } } }",
            "{ people(first: 100) { totalCount nodes { id pseudonym identity { givenName familyName }
                needs { domain text } consents { answer standing said } } } }",
            "{ notifications(first: 100, unread: false) { totalCount nodes { id kind } } viewer { unreadNotifications } }",
        ] {
            let reply = member.gql(query, json!({})).await;
            // Who may not read a list is told so, before as after.
            let denied = reply["errors"][0]["extensions"]["code"].clone();
            seen.push(if denied.is_null() { plain(&reply["data"]) } else { denied });
        }
        lists.insert(email, seen);
    }
    json!(lists)
}

/// The values without the names of fields, and ids without their prefix: both may be renamed.
fn plain(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields.values().map(plain).collect(),
        Value::Array(values) => values.iter().map(plain).collect(),
        Value::String(text) => match text.rsplit_once('_') {
            Some((_, id)) if id.len() == 26 => json!(id),
            _ => value.clone(),
        },
        _ => value.clone(),
    }
}
