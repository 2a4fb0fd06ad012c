//! A small network: a prison, two recipients that take its referrals under one agreement, somebody who has no part in it,
//! and the coordinator who keeps the register of grounds. Made by the API once for each database; nobody is in it yet.

use capabilities::members::{FirstMember, create_first_member as found_organisation};
use entities::codes::{OrganisationKind, Role};
use serde_json::{Value, json};

use crate::app::TestApp;

/// Who works with people in the prison, and who leads it.
pub const OFFICER: &str = "officer@prison.example";
pub const WARDEN: &str = "head@prison.invalid";
/// The first recipient: who answers, who leads, who administers, who audits.
pub const CASE_WORKER: &str = "caseworker@ngo.example";
pub const HEAD: &str = "head@ngo.invalid";
pub const ADMIN: &str = "admin@ngo.example";
pub const AUDITOR: &str = "review@ngo.invalid";
/// Who leads the second recipient, which may do without consent by law.
pub const SOCIAL_WORKER: &str = "social@municipality.example";
/// Has no part in it, nor has who leads there.
pub const STRANGER: &str = "pastor@parish.example";
pub const STRANGE_HEAD: &str = "head@parish.invalid";
pub const COORDINATOR: &str = "coordinator@network.example";

/// Where all of them are.
const PROVINCE: &str = "LT-MR";

/// The organisations, each by who looks after it first.
const ORGANISATIONS: [(&str, OrganisationKind, &str, &str, Role); 5] = [
    ("Tinklas", OrganisationKind::Coordinator, COORDINATOR, "Laima Norkūnaitė", Role::Admin),
    ("Pataisos namai", OrganisationKind::Prison, WARDEN, "Gintautas Mažeika", Role::Manager),
    ("Namai", OrganisationKind::Ngo, ADMIN, "Tomas Gudelis", Role::Admin),
    ("Savivaldybė", OrganisationKind::LocalAuthority, SOCIAL_WORKER, "Irena Vaičaitienė", Role::Manager),
    ("Parapija", OrganisationKind::FaithBased, STRANGE_HEAD, "Galina Mickevič", Role::Manager),
];
/// Who invites whom, as what.
const MEMBERS: [(&str, &str, &str, &str); 5] = [
    (WARDEN, OFFICER, "Daiva Petrulienė", "CASEWORKER"),
    (ADMIN, HEAD, "Ričardas Urbšys", "MANAGER"),
    (ADMIN, CASE_WORKER, "Rasa Šimkutė", "CASEWORKER"),
    (ADMIN, AUDITOR, "Aldona Vyšniūtė", "AUDITOR"),
    (STRANGE_HEAD, STRANGER, "Andrejus Lužkovas", "CASEWORKER"),
];
/// Who offers what.
const SERVICES: [(&str, &str, &str); 4] = [
    (ADMIN, "Lova", "ACCOMMODATION"),
    (ADMIN, "Dokumentai ir išmokos", "FINANCE_BENEFIT_DEBT_ID"),
    (SOCIAL_WORKER, "Socialinis būstas", "ACCOMMODATION"),
    (SOCIAL_WORKER, "Vienkartinė pašalpa", "FINANCE_BENEFIT_DEBT_ID"),
];
/// Of each service.
const PLACES: u32 = 1_000;
/// On what a disclosure to each kind of recipient rests.
const LEGAL_BASES: [(&str, &str); 3] =
    [("NGO", "CONSENT"), ("LOCAL_AUTHORITY", "PUBLIC_TASK"), ("FAITH_BASED", "CONSENT")];

/// Makes the network on an empty database.
pub(crate) async fn found(app: &TestApp) {
    for (organisation, kind, email, name, role) in ORGANISATIONS {
        let founder = FirstMember {
            organisation: organisation.to_owned(),
            kind,
            province: PROVINCE.to_owned(),
            time_zone: "Europe/Vilnius".to_owned(),
            language: "lt".to_owned(),
            email: email.to_owned(),
            name: name.to_owned(),
            role,
        };
        found_organisation(app.state(), founder).await.expect("an organisation can be founded");
        settle(app, email).await;
    }
    for (by, email, name, role) in MEMBERS {
        // An auditor comes for a time.
        let last_day = (role == "AUDITOR").then_some("2027-12-31");
        let invite = json!({ "email": email, "name": name, "role": role, "endsOn": last_day });
        app.as_member(by).await.act("memberInvite", invite, "member { id }").await;
    }
    for (by, name, domain) in SERVICES {
        let service = json!({
            "name": name, "domain": domain, "purpose": "RESETTLEMENT", "status": "ACTIVE", "unit": "place",
            "respondDays": 3, "provinces": [PROVINCE],
        });
        let keeper = app.as_member(by).await;
        let select = "service { id version }";
        let made = keeper.act("serviceRecord", json!({ "service": service }), select).await["service"].take();
        let capacities = json!([{ "from": "2026-01-01", "maximum": PLACES }]);
        let places = json!({ "serviceId": made["id"], "version": made["version"], "capacities": capacities });
        keeper.act("serviceSetCapacity", places, "service { id }").await;
    }
    let coordinator = app.as_member(COORDINATOR).await;
    for (kind, legal_basis) in LEGAL_BASES {
        let rule = json!({ "purpose": "RESETTLEMENT", "recipientKind": kind, "country": "LT", "legalBasis": legal_basis,
            "law": "Regulation (EU) 2016/679" });
        coordinator.act("legalBasisRecord", rule, "legalBasisRule { legalBasis }").await;
    }
    agree(app).await;
}

/// Says where an organisation is.
async fn settle(app: &TestApp, email: &str) {
    let keeper = app.as_member(email).await;
    let query = "{ viewer { organisation { version } } provinces { code municipalities { id } } }";
    let seen = keeper.data(query, json!({})).await;
    let provinces = seen["provinces"].as_array().map(Vec::as_slice).unwrap_or_default();
    let province = provinces.iter().find(|province| province["code"] == PROVINCE);
    let place = &province.expect("the province is known")["municipalities"][0]["id"];
    let change = json!({
        "version": seen["viewer"]["organisation"]["version"], "phone": "+370 600 00000", "language": "lt",
        "timeZone": "Europe/Vilnius", "municipalityId": place, "managersSeeAll": true,
    });
    keeper.act("organisationChange", change, "organisation { id }").await;
}

/// The prison and both recipients share what somebody who comes home needs.
async fn agree(app: &TestApp) {
    let warden = app.as_member(WARDEN).await;
    let all = warden.data("{ organisations(first: 100) { nodes { id kind } } }", json!({})).await;
    let all = all["organisations"]["nodes"].as_array().cloned().unwrap_or_default();
    let of_kind = |kind: &str| -> Value {
        all.iter().find(|one| one["kind"] == kind).map(|one| one["id"].clone()).unwrap_or_default()
    };
    let agreement = json!({
        "title": "Coming home", "purpose": "RESETTLEMENT", "startsOn": "2026-01-01",
        "scopes": ["IDENTITY", "CONTACT", "NEEDS", "FAMILY", "DOCUMENTS"],
        "parties": [of_kind("NGO"), of_kind("LOCAL_AUTHORITY")],
    });
    let proposed = warden.act("agreementPropose", agreement, "agreement { id version }").await;
    let mut version = proposed["agreement"]["version"].clone();
    for email in [HEAD, SOCIAL_WORKER] {
        let sign = json!({ "agreementId": proposed["agreement"]["id"], "version": version, "step": "SIGN" });
        let signed = app.as_member(email).await.act("agreementStep", sign, "agreement { version }").await;
        version = signed["agreement"]["version"].clone();
    }
}
