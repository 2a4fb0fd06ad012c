//! The event of a change names the fields that changed, by their names in the schema, and never what is in them.

use std::collections::BTreeSet;

use capabilities::imports::model::ChangedImportField;
use capabilities::members::model::MemberField;
use capabilities::network::model::{AgreementField, LegalBasisField, OrganisationField, ServiceField};
use capabilities::people::model::{ConsentField, NeedField, PersonField};
use capabilities::referrals::model::ReferralField;
use entities::codes::Code;
use entities::event;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};

use crate::app::{Member, TestApp};
use crate::for_each_database;
use crate::notifications::catch_up;
use crate::repository::root;
use crate::story::scene::Scene;

const ADMIN: &str = "admin@ngo.example";
const HEAD: &str = "head@ngo.invalid";
const COORDINATOR: &str = "coordinator@network.example";

fn of<F: Code>() -> impl Iterator<Item = &'static str> {
    F::all().map(Code::code)
}

/// Every name that an event may hold.
fn every_name() -> BTreeSet<&'static str> {
    let people = of::<PersonField>().chain(of::<NeedField>()).chain(of::<ConsentField>());
    let network = of::<OrganisationField>().chain(of::<ServiceField>()).chain(of::<AgreementField>());
    let rest = of::<LegalBasisField>()
        .chain(of::<MemberField>())
        .chain(of::<ChangedImportField>())
        .chain(of::<ReferralField>());
    people.chain(network).chain(rest).collect()
}

/// The events of a kind so far.
async fn events(app: &TestApp, kind: &str) -> Vec<event::Model> {
    let declared = capabilities::ALL.events().find(|declared| declared.kind.code() == kind);
    let kind = declared.unwrap_or_else(|| panic!("there is no kind of event {kind}")).kind;
    let found = event::Entity::find().filter(event::Column::Kind.eq(kind));
    found.all(app.db().read()).await.expect("the database answers")
}

/// Takes an action and compares what its event names; events of a kind are told apart by what was there before.
async fn names(
    app: &TestApp,
    who: &Member<'_>,
    (mutation, input): (&str, Value),
    (kind, fields): (&str, &[&str]),
) -> Value {
    let before: BTreeSet<_> = events(app, kind).await.into_iter().map(|event| event.id).collect();
    let payload = who.act(mutation, input, "__typename").await;
    let after = events(app, kind).await.into_iter().filter(|event| !before.contains(&event.id));
    let named: Vec<String> = after.map(|event| event.fields).collect();
    assert_eq!(named, [fields.join(",")], "{mutation}");
    payload
}

fn with(mut input: Value, changes: Value) -> Value {
    for (name, value) in changes.as_object().into_iter().flatten() {
        input[name] = value.clone();
    }
    input
}

/// What a form of the pages sends of a service: all that stands there.
async fn service_of(admin: &Member<'_>) -> (Value, Value, Value) {
    let query = "{ viewer { organisation { services(first: 1) { nodes {
        id version name description domain purpose status unit applicationProcess fees respondDays
        eligibility { minimumAge maximumAge sex legalStatuses sobriety residents description }
        area { provinces { code } municipalities { id } prisons { id } }
    } } } } }";
    let mut found =
        admin.data(query, json!({})).await["viewer"]["organisation"]["services"]["nodes"][0].take();
    let (id, version) = (found["id"].take(), found["version"].take());
    let (mut eligibility, area) = (found["eligibility"].take(), found["area"].take());
    let ids = |list: &Value, name: &str| -> Vec<Value> {
        list.as_array().into_iter().flatten().map(|one| one[name].clone()).collect()
    };
    eligibility["eligibilityDescription"] = eligibility["description"].take();
    let service = json!({
        "provinces": ids(&area["provinces"], "code"), "municipalityIds": ids(&area["municipalities"], "id"),
        "prisonIds": ids(&area["prisons"], "id"),
    });
    let mut all = with(with(service, found), eligibility);
    for gone in ["id", "version", "eligibility", "area"] {
        all.as_object_mut().expect("an object").remove(gone);
    }
    all["description"] = json!("As it was written down once.");
    (id, version, all)
}

#[test]
fn every_name_is_a_field_of_the_schema_and_has_words_in_every_language() {
    let file = |path: &str| {
        let path = root().join(path);
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let schema = file("api/schema.graphql");
    for name in every_name() {
        let is_field =
            [format!("\n\t{name}: "), format!("\n\t{name}(\n")].iter().any(|field| schema.contains(field));
        assert!(is_field, "the schema has no field {name}");
    }
    for language in ["en", "lt", "ru"] {
        let texts = file(&format!("web/locales/{language}/audit.ftl"));
        for name in every_name() {
            let slug = name.chars().flat_map(|letter| {
                let dash = letter.is_ascii_uppercase().then_some('-');
                dash.into_iter().chain(letter.to_lowercase())
            });
            let key = format!("\nchanged-{} = ", slug.collect::<String>());
            assert!(texts.contains(&key), "{language} has no words for {name}");
        }
    }
}

for_each_database! {
    async fn of_people_needs_and_consents(database: Database) {
        let app = TestApp::demo(database).await;
        let scene = Scene::of(&app).await;
        let officer = &scene.officer;
        let person = json!({ "givenName": "Vaidas", "familyName": "Rugys", "sex": "MALE", "language": "lt",
            "legalStatus": "IN_CUSTODY", "sobriety": "UNKNOWN", "releaseDate": "2027-02-01" });
        let need = json!({ "domain": "ACCOMMODATION", "urgency": "URGENT", "text": "A bed" });
        let made = officer.act("personRecord", json!({ "person": person, "needs": [need] }), "person { id needs { id } }").await;
        let (id, need) = (made["person"]["id"].clone(), made["person"]["needs"][0]["id"].clone());
        let change = |version: i32, changes: Value| {
            ("personChange", json!({ "personId": id, "version": version, "person": with(person.clone(), changes) }))
        };
        names(&app, officer, change(1, json!({})), ("PERSON_CHANGED", &[])).await;
        names(&app, officer, change(2, json!({ "phone": "+370 600 00000", "sobriety": "SOBER" })), ("PERSON_CHANGED", &["phone", "sobriety"])).await;
        let all = json!({ "givenName": "Vaidotas", "familyName": "Rugienis", "dateOfBirth": "1980-01-02", "yearOfBirth": 1980,
            "sex": "FEMALE", "language": "ru", "email": "v@example.org", "address": "Gatvė 1", "legalStatus": "FREE",
            "documents": [{ "kind": "Passport", "number": "X1" }], "releaseDate": "2027-02-02", "releaseConfirmed": true,
            "restricted": true });
        let fields = ["yearOfBirth", "sex", "releaseDate", "releaseConfirmed", "restricted", "givenName", "familyName",
            "dateOfBirth", "language", "phone", "email", "address", "documents", "legalStatus", "sobriety"];
        names(&app, officer, change(3, all), ("PERSON_CHANGED", &fields)).await;

        let change = |version: i32, urgency: &str, text: &str, met: bool| {
            ("needChange", json!({ "needId": need, "version": version, "urgency": urgency, "text": text, "met": met }))
        };
        names(&app, officer, change(1, "URGENT", "A bed", true), ("NEED_CHANGED", &["met"])).await;
        names(&app, officer, change(2, "ROUTINE", "A room", true), ("NEED_CHANGED", &["urgency", "text"])).await;

        let head = app.as_member("head@prison.invalid").await.data("{ viewer { member { id } } }", json!({})).await;
        let team = |on: bool| json!({ "personId": id, "memberId": head["viewer"]["member"]["id"], "on": on });
        names(&app, officer, ("caseTeamChange", team(false)), ("CASE_TEAM_CHANGED", &[])).await;
        names(&app, officer, ("caseTeamChange", team(true)), ("CASE_TEAM_CHANGED", &["caseTeam"])).await;
        let consent = json!({ "consentId": scene.consent["id"], "version": 1 });
        names(&app, officer, ("consentWithdraw", consent), ("CONSENT_WITHDRAWN", &["withdrawnAt"])).await;
    }

    async fn of_an_organisation_and_what_it_offers(database: Database) {
        let app = TestApp::demo(database).await;
        let (admin, coordinator) = (app.as_member(ADMIN).await, app.as_member(COORDINATOR).await);
        let query = "{ viewer { organisation { version timeZone language managersSeeAll } } }";
        let own = admin.data(query, json!({})).await["viewer"]["organisation"].take();
        let sees_all = own["managersSeeAll"] == true;
        let written = with(own, json!({ "description": "A", "address": "B", "phone": "C", "email": "D", "website": "E" }));
        let made = admin.act("organisationChange", written.clone(), "organisation { version }").await;
        let changed = |changes: Value| {
            let version = made["organisation"]["version"].clone();
            ("organisationChange", with(with(written.clone(), json!({ "version": version })), changes))
        };
        let changes = json!({ "phone": "F", "managersSeeAll": !sees_all });
        names(&app, &admin, changed(changes), ("ORGANISATION_CHANGED", &["phone", "managersSeeAll"])).await;

        let (id, version, service) = service_of(&admin).await;
        let input = json!({ "serviceId": id, "version": version, "service": service });
        let made = admin.act("serviceRecord", input, "service { version }").await;
        let changes = json!({ "fees": "Nothing.", "minimumAge": 21, "provinces": ["LT-VL"], "municipalityIds": [], "prisonIds": [] });
        let input = json!({ "serviceId": id, "version": made["service"]["version"], "service": with(service.clone(), changes) });
        let payload = admin.try_to("serviceRecord", input.clone(), "service { version }").await;
        assert_eq!(payload["errors"], json!([]));
        let last = events(&app, "SERVICE_CHANGED").await.into_iter().max_by_key(|event| event.id).expect("an event");
        let named: BTreeSet<&str> = last.fields.split(',').collect();
        assert!(named.is_superset(&BTreeSet::from(["fees", "minimumAge", "provinces"])), "{named:?}");
        assert!(named.is_subset(&BTreeSet::from(["fees", "minimumAge", "provinces", "municipalityIds", "prisonIds"])), "{named:?}");

        let version = payload["serviceRecord"]["service"]["version"].clone();
        let capacities = json!([{ "from": "2026-01-01", "maximum": 97 }]);
        let input = json!({ "serviceId": id, "version": version, "capacities": capacities });
        names(&app, &admin, ("serviceSetCapacity", input), ("SERVICE_CHANGED", &["capacities"])).await;

        let line = json!({ "purpose": "RESETTLEMENT", "recipientKind": "PRISON", "country": "LT", "legalBasis": "CONSENT", "law": "One" });
        coordinator.act("legalBasisRecord", line.clone(), "__typename").await;
        let line = |changes: Value| ("legalBasisRecord", with(line.clone(), changes));
        names(&app, &coordinator, line(json!({ "law": "Another" })), ("GROUND_RECORDED", &["law"])).await;
        names(&app, &coordinator, line(json!({ "law": "Another", "legalBasis": "PUBLIC_TASK" })), ("GROUND_RECORDED", &["legalBasis"])).await;
    }

    async fn of_members_and_agreements(database: Database) {
        let app = TestApp::demo(database).await;
        let admin = app.as_member(ADMIN).await;
        let invite = json!({ "email": "second@ngo.example", "name": "Antra", "role": "CASEWORKER" });
        let made = admin.act("memberInvite", invite, "member { id }").await;
        let change = |role: &str, ends_on: Value| {
            ("memberChange", json!({ "memberId": made["member"]["id"], "role": role, "endsOn": ends_on }))
        };
        names(&app, &admin, change("VIEWER", Value::Null), ("MEMBER_CHANGED", &["role"])).await;
        names(&app, &admin, change("VIEWER", json!("2027-01-31")), ("MEMBER_CHANGED", &["endsOn"])).await;
        names(&app, &admin, change("VIEWER", json!("2027-01-31")), ("MEMBER_CHANGED", &[])).await;

        let query = "{ viewer { organisation { agreements { id version state viewerMay } } } }";
        let agreements = admin.data(query, json!({})).await["viewer"]["organisation"]["agreements"].take();
        let active = agreements.as_array().into_iter().flatten().find(|one| one["state"] == "ACTIVE").expect("one in force");
        let version = active["version"].as_i64().expect("a version");
        let step = |step: &str, version: i64| {
            ("agreementStep", json!({ "agreementId": active["id"], "version": version, "step": step }))
        };
        names(&app, &admin, step("SUSPEND", version), ("AGREEMENT_SUSPENDED", &["state", "suspendedAt"])).await;
        names(&app, &admin, step("RESUME", version + 1), ("AGREEMENT_RESUMED", &["state", "suspendedAt"])).await;
        names(&app, &admin, step("END", version + 2), ("AGREEMENT_ENDED", &["state"])).await;
    }

    async fn of_referrals_without_telling_the_other_side_more_than_it_sees(database: Database) {
        let app = TestApp::demo(database).await;
        let scene = Scene::of(&app).await;
        let (officer, first, head) = (&scene.officer, &scene.first, app.as_member(HEAD).await);
        let take = async |who: &Member<'_>, mutation: &str, referral: &Value, more: Value, told: (&str, &[&str])| {
            let version = scene.seen_by(who, referral).await["version"].take();
            let input = with(json!({ "referralId": referral["id"], "version": version }), more);
            names(&app, who, (mutation, input), told).await;
        };
        let one = scene.refer_another_to_first().await;
        take(first, "referralAcknowledge", &one, json!({}), ("REFERRAL_ACKNOWLEDGED", &["state"])).await;
        let question = json!({ "text": "Since when?" });
        take(first, "referralRequestInformation", &one, question, ("REFERRAL_INFORMATION_REQUESTED", &["state"])).await;
        take(officer, "referralAnswer", &one, json!({ "text": "May." }), ("REFERRAL_ANSWERED", &["state"])).await;
        let ids = json!({ "referralIds": [one["id"]] });
        names(&app, first, ("assignmentAccept", ids.clone()), ("REFERRAL_TAKEN", &["assignment"])).await;
        names(&app, &head, ("referralsAssign", ids), ("REFERRAL_GIVEN_BACK", &["assignment"])).await;
        let day = json!({ "expectedOn": "2027-01-15" });
        take(first, "referralWaitlist", &one, day, ("REFERRAL_WAITLISTED", &["state", "expectedOn"])).await;
        take(first, "referralAccept", &one, json!({}), ("REFERRAL_ACCEPTED", &["state"])).await;
        take(first, "referralStart", &one, json!({}), ("REFERRAL_STARTED", &["state"])).await;
        take(first, "referralHold", &one, json!({ "reason": "ILLNESS" }), ("REFERRAL_HELD", &["state", "reason", "text"])).await;
        take(first, "referralResume", &one, json!({}), ("REFERRAL_RESUMED", &["state"])).await;
        let made = json!({ "referralId": one["id"], "startsAt": "2026-11-23T07:00:00Z", "place": "Here" });
        let made = first.act("appointmentMake", made, "appointment { id version }").await["appointment"].take();
        let came = json!({ "appointmentId": made["id"], "version": made["version"], "attendance": "ATTENDED" });
        let told: (_, &[_]) = ("APPOINTMENT_ATTENDANCE_RECORDED", &["attendance"]);
        names(&app, first, ("appointmentRecordAttendance", came), told).await;
        let outcome = json!({ "outcome": "ACHIEVED", "result": "HOUSED" });
        let told: (_, &[_]) = ("REFERRAL_COMPLETED", &["state", "outcome", "result", "notes"]);
        take(first, "referralComplete", &one, outcome, told).await;
        let why = json!({ "text": "She came back." });
        let told: (_, &[_]) = ("REFERRAL_REOPENED", &["state", "outcome", "result", "notes", "reason", "text"]);
        take(&head, "referralReopen", &one, why, told).await;
        let failed = json!({ "reason": "NOT_ENGAGED" });
        take(first, "referralFail", &one, failed, ("REFERRAL_FAILED", &["state", "reason", "text"])).await;

        // The sender is not told whether words were written that it does not see: it reads the same either way.
        for more in [json!({ "reason": "ALREADY_ENROLLED", "text": "She is with us." }), json!({ "reason": "NO_CAPACITY" })] {
            let other = scene.refer_another_to_first().await;
            take(first, "referralReject", &other, more, ("REFERRAL_REJECTED", &["state", "reason", "text"])).await;
        }
        let other = scene.refer_another_to_first().await;
        let why = json!({ "reason": "MISTAKE_OR_DUPLICATE" });
        take(officer, "referralWithdraw", &other, why, ("REFERRAL_WITHDRAWN", &["state", "reason", "text"])).await;
        let other = scene.refer_another_to_first().await;
        let why = json!({ "text": "A mistake." });
        take(officer, "referralEnterInError", &other, why, ("REFERRAL_ENTERED_IN_ERROR", &["state", "text"])).await;
    }

    async fn and_the_audit_log_says_them_in_every_language(database: Database) {
        let app = TestApp::demo(database).await;
        let admin = app.as_member(ADMIN).await;
        let query = "{ viewer { organisation { version timeZone language managersSeeAll } } }";
        let own = admin.data(query, json!({})).await["viewer"]["organisation"].take();
        admin.act("organisationChange", with(own, json!({ "phone": "+370 600 11111" })), "__typename").await;
        catch_up(&app).await;
        let mut pages = app.browserless(ADMIN).await;
        for (language, words) in [("en", "Changed fields: "), ("lt", "Pakeisti laukai: "), ("ru", "Изменённые поля: ")] {
            pages.speak(language);
            let page = pages.get("/journal?kind=ORGANISATION_CHANGED").await;
            assert!(page.says(words), "{language}: {}", page.html());
        }
    }
}
