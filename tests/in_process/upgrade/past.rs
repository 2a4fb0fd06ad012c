//! Something of everything that this release writes: on top of the demonstration network, whose half year shows
//! every state of a referral.

use std::collections::BTreeSet;

use axum::body::Body;
use entities::codes::{Code, ReferralState};
use entities::referral;
use http::{Request, StatusCode};
use sea_orm::EntityTrait;
use serde_json::{Value, json};

use crate::app::{Member, TestApp};
use crate::emails::{TOGETHER, pass};
use crate::notifications::catch_up;
use crate::story::scene::Scene;

const OFFICER: &str = "officer@prison.example";
const HEAD: &str = "head@prison.invalid";
const ADMIN: &str = "admin@ngo.example";

/// An address that the mail server does not know.
pub const REFUSED: &str = "pastor@parish.example";

const LIST: &str = "Pavardė;Vardas;Gimimo data;Poreikiai\nPetraitis;Antanas;1980-01-05;būstas\n\
    Petraitytė;Ona;1981-02-06;darbas\n;;;\nJonaitis;;nežinoma;būstas\n";

/// Fills the demonstration network with what it lacks, and leaves the worker nothing to do but the last upload.
pub async fn live(app: &TestApp) {
    catch_up(app).await;
    let scene = Scene::of(app).await;
    refer(&scene).await;
    answer_no(&scene).await;
    erase(app, &scene).await;
    invite(app).await;
    let officer = app.as_member(OFFICER).await;
    let applied = upload(app, &officer, "applied.csv").await;
    catch_up(app).await;
    apply(&officer, &applied).await;
    pass(app, TOGETHER).await;
    pass(app, TOGETHER).await;
    // One list waits for somebody's decision, and one for the worker.
    upload(app, &officer, "waits.csv").await;
    scene.refer_another_to_first().await;
    catch_up(app).await;
    upload(app, &officer, "unread.csv").await;
    every_state_is_there(app).await;
}

/// A referral with a question, an appointment, words of both sides and an outcome; another of its group is released.
async fn refer(scene: &Scene<'_>) {
    let group = scene.refer_to_both().await;
    let first = &group[0];
    let question = json!({ "text": "Does she need a lift?" });
    scene.step(&scene.first, "referralRequestInformation", first, question).await;
    scene.step(&scene.officer, "referralAnswer", first, json!({ "text": "No, she can walk." })).await;
    scene.step(&scene.first, "referralAccept", first, json!({})).await;
    let made = json!({ "referralId": first["id"], "startsAt": "2026-12-10T08:30:00Z", "place": "Room 4",
        "idempotencyKey": "an appointment" });
    scene.first.act("appointmentMake", made, "appointment { id }").await;
    let written = json!({ "referralId": first["id"], "text": "A bed is ready." });
    scene.first.act("messageWrite", written, "message { id }").await;
    let hold = json!({ "reason": "ILLNESS", "text": "She is in hospital for a week." });
    scene.step(&scene.first, "referralStart", first, json!({})).await;
    scene.step(&scene.first, "referralHold", first, hold).await;

    let rejected = scene.refer_another_to_first().await;
    let no = json!({ "reason": "OTHER", "text": "The house is being repaired." });
    scene.step(&scene.first, "referralReject", &rejected, no).await;
    let waits = scene.refer_another_to_first().await;
    scene.step(&scene.first, "referralWaitlist", &waits, json!({ "expectedOn": "2026-12-14" })).await;
}

/// One person takes a consent back, and another says no from the start.
async fn answer_no(scene: &Scene<'_>) {
    let consent = json!({ "consentId": scene.consent["id"], "version": scene.consent["version"] });
    scene.officer.act("consentWithdraw", consent, "ended").await;
    let another = scene.refer_another_to_first().await;
    let of = "query($id: ID!) { referral(id: $id) { person { id } } }";
    let person =
        scene.officer.data(of, json!({ "id": another["id"] })).await["referral"]["person"]["id"].take();
    let refused = json!({
        "personId": person, "answer": "REFUSED", "purpose": "RESETTLEMENT", "scopes": ["IDENTITY"],
        "recipientIds": [scene.recipients[1]], "how": "SPOKEN", "inCustody": true, "language": "lt",
        "said": "She does not want that.", "reportBack": [], "expiresOn": "2027-06-30",
    });
    scene.officer.act("consentRecord", refused, "consent { id }").await;
}

async fn erase(app: &TestApp, scene: &Scene<'_>) {
    let referral = scene.refer_another_to_first().await;
    let of = "query($id: ID!) { referral(id: $id) { person { id version } } }";
    let person = scene.officer.data(of, json!({ "id": referral["id"] })).await["referral"]["person"].take();
    let gone = json!({ "personId": person["id"], "version": person["version"], "reason": "REQUESTED" });
    app.as_member(HEAD).await.act("personErase", gone, "ended").await;
}

async fn invite(app: &TestApp) {
    let new = json!({ "email": "new@ngo.example", "name": "Rūta Naujokė", "role": "CASEWORKER" });
    app.as_member(ADMIN).await.act("memberInvite", new, "member { id }").await;
}

/// Has a list sent up; its id.
async fn upload(app: &TestApp, member: &Member<'_>, name: &str) -> Value {
    let select = "ticket { importId path }";
    let ticket = member.act("importUploadCreate", json!({ "kind": "PEOPLE" }), select).await["ticket"].take();
    let path = format!("{}?name={name}", ticket["path"].as_str().unwrap_or_default());
    // Different lists: the same one sent twice would be one.
    let list = format!("{LIST}Kazlauskas;{name};1970-03-04;būstas\n");
    let request = Request::post(path)
        .header("content-type", "application/octet-stream")
        .body(Body::from(list))
        .expect("its parts are well formed");
    let answer = app.send(request).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
    ticket["importId"].clone()
}

async fn apply(member: &Member<'_>, import: &Value) {
    let of = "query($id: ID!) { import(id: $id) { version } }";
    let version = member.data(of, json!({ "id": import })).await["import"]["version"].take();
    member.act("importApply", json!({ "importId": import, "version": version }), "import { state }").await;
}

async fn every_state_is_there(app: &TestApp) {
    let referrals = referral::Entity::find().all(app.db().read()).await.expect("referrals can be read");
    let there: BTreeSet<&str> = referrals.iter().map(|referral| referral.state.code()).collect();
    let all: BTreeSet<&str> = ReferralState::all().map(Code::code).collect();
    assert_eq!(there, all);
}
