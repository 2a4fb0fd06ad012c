//! The directory's pages, rendered in every language.

use http::StatusCode;
use serde_json::{Value, json};

use super::next_address;
use crate::{
    fields::Fields,
    pages::all_pages::{everybody, open, send},
};

fn province() -> Value {
    json!({ "code": "LT-MR", "country": "LT", "name": "Marijampolė county", "nameLocal": "Marijampolės apskritis",
        "municipalities": [{ "id": "municipality_1", "name": "Marijampolė", "nameLocal": "Marijampolės savivaldybė" }] })
}

fn organisation(id: &str, ours: bool) -> Value {
    json!({ "id": id, "name": id, "kind": "NGO", "isViewers": ours, "worksWithPeople": true, "description": "Helps.", "address": "Vytauto g. 30", "phone": "+370 600 00000", "email": "us@ngo.example", "website": "",
        "municipality": { "name": "Marijampolė", "nameLocal": "Marijampolės savivaldybė" }, "province": province() })
}

fn ourselves() -> Value {
    let mut one = organisation("organisation_1", true);
    let more = json!({ "language": "lt", "timeZone": "Europe/Vilnius", "managersSeeAll": true, "municipality": { "id": "municipality_1" },
        "province": province(), "version": 3 });
    if let (Some(one), Some(more)) = (one.as_object_mut(), more.as_object()) {
        one.extend(more.clone());
    }
    one
}

fn service(id: &str, status: &str, free: Value, next: Value) -> Value {
    let places = json!({ "date": "2026-11-23", "free": free, "maximum": free, "held": 0, "nextFrom": next });
    json!({
        "id": id, "name": id, "description": "A bed.", "domain": "ACCOMMODATION", "status": status, "purpose": "RESETTLEMENT",
        "organisation": organisation("organisation_2", false), "places": places, "now": places, "then": places,
        "eligibility": { "minimumAge": 18, "maximumAge": null, "sex": "MALE", "legalStatuses": ["FREE"], "sobriety": ["SOBER"],
            "residents": true, "description": "Quiet." },
        "area": { "provinces": [province()], "municipalities": [], "prisons": [{ "id": "organisation_3", "name": "Prison" }] },
        "applicationProcess": "By referral.", "fees": "None.", "assuredDate": "2026-11-01", "respondDays": 3, "unit": "bed",
        "capacities": [{ "from": "2026-01-01", "maximum": 4 }], "mayManage": true, "version": 5
    })
}

fn agreement(state: &str, ends: Value) -> Value {
    json!({
        "id": "agreement_1", "title": "Together", "purpose": "RESETTLEMENT", "state": state, "scopes": ["NEEDS", "IDENTITY"],
        "startsOn": "2026-01-01", "endsOn": ends, "proposedBy": { "name": "Theirs" }, "version": 2,
        "viewerMay": ["SIGN", "SUSPEND", "RESUME", "END"],
        "parties": [
            { "organisation": organisation("organisation_1", true), "signedAt": null },
            { "organisation": organisation("organisation_2", false), "signedAt": "2026-11-20T08:00:00Z" }
        ]
    })
}

fn list(nodes: Value, total: usize) -> Value {
    json!({ "nodes": nodes, "pageInfo": { "hasNextPage": true, "endCursor": "c" }, "totalCount": total })
}

fn answers() -> Vec<(&'static str, Value)> {
    let services = json!([
        service("service_1", "ACTIVE", json!(null), json!(null)),
        service("service_2", "ACTIVE", json!(0), json!("2027-03-03")),
        service("service_3", "TEMPORARILY_CLOSED", json!(0), json!(null))
    ]);
    let mut one = organisation("organisation_2", false);
    one["services"] = list(services.clone(), 3);
    one["agreements"] = json!([agreement("SUSPENDED", json!(null))]);
    let both = json!([organisation("organisation_1", true), organisation("organisation_2", false)]);
    let agreements = json!([agreement("PROPOSED", json!("2027-06-01")), agreement("ENDED", json!(null))]);
    let rule = json!({ "purpose": "RESETTLEMENT", "recipientKind": "NGO", "country": "LT", "legalBasis": "CONSENT", "law": "The law" });
    vec![
        ("Shell", everybody("NGO")),
        (
            "Organisations",
            json!({ "data": { "organisations": list(both.clone(), 2), "provinces": [province()] } }),
        ),
        ("Services", json!({ "data": { "services": list(services, 3), "provinces": [province()] } })),
        ("Agreements", json!({ "data": { "agreements": list(agreements, 2) } })),
        ("LegalBasisRegister", json!({ "data": { "legalBases": [rule], "provinces": [province()] } })),
        ("OrganisationPage", json!({ "data": { "organisation": one } })),
        (
            "ServicePage",
            json!({ "data": { "service": service("service_2", "ACTIVE", json!(0), json!("2027-03-03")) } }),
        ),
        ("AgreementPage", json!({ "data": { "agreement": agreement("PROPOSED", json!("2027-06-01")) } })),
        (
            "OrganisationToChange",
            json!({ "data": { "organisation": ourselves(), "provinces": [province()] } }),
        ),
        (
            "ServiceChoices",
            json!({ "data": { "provinces": [province()], "organisations": list(json!([organisation("organisation_3", false)]), 1) } }),
        ),
        (
            "ServiceToChange",
            json!({ "data": { "service": service("service_2", "ACTIVE", json!(0), json!(null)) } }),
        ),
        ("ProposeTo", json!({ "data": { "organisations": list(both, 2) } })),
    ]
}

#[tokio::test]
async fn lists() {
    let organisations = open(&answers(), "/directory?kind=NGO").await;
    assert!(organisations.contains("/directory?kind=NGO&#38;after=c"));
    assert!(organisations.contains("href=\"/directory/organisations.xlsx?kind=NGO\""));
    let services = open(&answers(), "/directory/services").await;
    assert!(services.contains("next place from") && services.contains("Temporarily closed"));
    assert!(services.contains("href=\"/directory/services.csv\""));
    let agreements = open(&answers(), "/directory/agreements").await;
    assert!(
        agreements.contains("awaiting your signature") && agreements.contains("/directory/agreements.csv")
    );
    assert!(open(&answers(), "/directory/grounds").await.contains("Lithuania, for resettlement"));
}

#[tokio::test]
async fn one_of_each() {
    assert!(
        open(&answers(), "/organisations/organisation_2")
            .await
            .contains("/agreements/new?party=organisation_2")
    );
    let service = open(&answers(), "/services/service_2?day=2026-12-01").await;
    assert!(service.contains("18 years and older") && service.contains("name=\"capacities.3.from\""));
    let described = open(&answers(), "/services/service_2/edit").await;
    for typed in [
        "name=\"service.minimumAge\" value=\"18\"",
        "value=\"organisation_3\" checked",
        "value=\"LT-MR\" checked",
        "name=\"service.residents\" value=\"yes\" checked",
        "name=\"version\" value=\"5\"",
    ] {
        assert!(described.contains(typed), "{typed}\n{described}");
    }
    open(&answers(), "/services/new").await;
    let ours = open(&answers(), "/organisations/organisation_1/edit").await;
    for typed in [
        "value=\"municipality_1\" selected",
        "name=\"managersSeeAll\" value=\"yes\" checked",
        "name=\"version\" value=\"3\"",
    ] {
        assert!(ours.contains(typed), "{typed}\n{ours}");
    }
    let agreement = open(&answers(), "/agreements/agreement_1").await;
    assert!(agreement.contains("/agreements/agreement_1/sign") && agreement.contains("not signed yet"));
    for step in ["sign", "suspend", "resume", "end"] {
        open(&answers(), &format!("/agreements/agreement_1/{step}")).await;
    }
    assert!(
        open(&answers(), "/agreements/new?party=organisation_2")
            .await
            .contains("value=\"organisation_2\" checked")
    );
}

#[tokio::test]
async fn what_is_missing_is_said() {
    let problems = StatusCode::UNPROCESSABLE_ENTITY;
    let propose = send(&answers(), "/agreements/new", "title=&endsOn=soon", problems).await;
    assert!(propose.contains("Enter the first day") && propose.contains("Last day: Enter a date"));
    let described =
        send(&answers(), "/services/new", "service.name=A+bed&service.minimumAge=old", problems).await;
    assert!(described.contains("href=\"#f-service-minimumAge\"") && described.contains("value=\"A bed\""));
    let places =
        send(&answers(), "/services/service_2", "version=5&capacities.1.from=2027-01-01", problems).await;
    assert!(places.contains("href=\"#f-capacities-1-maximum\""));
}

#[test]
fn the_next_page_keeps_the_filters() {
    let asked = Fields::of_query("kind=NGO&text=&after=x");
    assert_eq!(
        next_address("/directory", &asked, &["kind", "text"], Some("a b")),
        "/directory?kind=NGO&after=a+b"
    );
    assert_eq!(next_address("/directory", &Fields::default(), &["kind"], None), "/directory");
}
