use serde_json::{Value, json};

use super::*;
use crate::{codes::*, components::choices, text::key};

fn service(fields: &[(&str, &str)]) -> Form {
    let v = PageContext::nobody();
    Form::of(
        "ServiceRecordInput",
        vec![
            Field::hidden("version"),
            Field::text("service.name", key::SERVICE_NAME).limit(200),
            Field::long_text("service.description", key::SERVICE_DESCRIPTION).optional(),
            Field::select("service.domain", key::SERVICE_ANSWERS, choices(&v, NeedDomain::ALL)),
            Field::select("service.sex", key::SERVICE_SEX, choices(&v, Sex::ALL)).from("eligibility.sex"),
            Field::number("service.minimumAge", key::SERVICE_MINIMUM_AGE).from("eligibility.minimumAge"),
            Field::tick("service.residents", key::SERVICE_RESIDENTS_ONLY).from("eligibility.residents"),
            Field::checks("service.provinces", key::SERVICE_PROVINCES, Vec::new())
                .from("area.provinces.code"),
        ],
    )
    .filled(Fields::of(fields.iter().copied()))
}

#[test]
fn an_input_is_made_as_the_contract_wants_it() {
    let mut form = service(&[
        ("version", "3"),
        ("service.name", "A bed"),
        ("service.domain", "HEALTH"),
        ("service.minimumAge", "18"),
        ("service.provinces", "LT-MR"),
        ("service.provinces", "LT-KU"),
    ]);
    let service = json!({
        "name": "A bed", "description": "", "domain": "HEALTH", "sex": null, "minimumAge": 18, "residents": false,
        "provinces": ["LT-MR", "LT-KU"],
    });
    assert_eq!(Value::Object(form.input()), json!({ "version": 3, "service": service }));
    assert!(form.problems.is_empty());
}

#[test]
fn what_is_wrong_says_which_field_and_what_to_do() {
    let v = PageContext::nobody();
    let mut form = service(&[("service.domain", "NOTHING"), ("service.minimumAge", "old")]);
    form.input();
    form.problem("TOO_LONG", "input.service.name");
    form.problem("NOT_NOW", "serviceId");
    let summary = form.summary(&v).map(|summary| summary.to_string()).unwrap_or_default();
    for words in [
        "<a href=\"#f-service-domain\">Choose the area of need.</a>",
        "<a href=\"#f-service-minimumAge\">Minimum age: Enter a whole number.</a>",
        "<a href=\"#f-service-name\">Name: Shorten it to 200 characters.</a>",
    ] {
        assert!(summary.contains(words), "{words} in {summary}");
    }
    assert!(!summary.contains("#f-serviceId"), "{summary}");
    let shown = form.field(&v, "service.name").to_string();
    assert!(shown.contains("aria-invalid") && shown.contains("id=\"f-service-name-error\""), "{shown}");
}

#[test]
fn an_answer_fills_the_form_in_or_stops_the_page() {
    let v = PageContext::nobody();
    let mut known = json!({
        "version": 3, "name": "A bed", "description": "", "domain": "HEALTH",
        "eligibility": { "sex": null, "minimumAge": 18, "residents": true },
        "area": { "provinces": [{ "code": "LT-MR" }, { "code": "LT-KU" }] },
    });
    let form = service(&[]).filled_from(&v, &known).expect("it has all fields");
    let values = |name: &str| form.fields.all(name);
    assert_eq!(values("service.provinces"), ["LT-MR", "LT-KU"]);
    assert_eq!((form.fields.get("version"), form.fields.get("service.minimumAge")), ("3", "18"));
    assert!(form.fields.has("service.residents", "yes") && values("service.sex").is_empty());
    // A field that an answer lacks would be saved as empty.
    known["eligibility"].as_object_mut().expect("an object").remove("minimumAge");
    assert!(service(&[]).filled_from(&v, &known).is_err());
}
