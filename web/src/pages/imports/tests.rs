//! The pages of lists, rendered in every language.

use http::{Method, StatusCode, header};
use serde_json::{Value, json};

use crate::{
    codes::{CellErrorCode, Code, ImportFailure, ImportField},
    pages::{
        all_pages::{everybody, open, send},
        tests::{text, visit_in},
    },
};

const HOSTILE: &str = "<script>alert(1)</script>";

fn column(position: i64, header: &str, field: Value, certainty: &str) -> Value {
    let date = field.as_str().is_some_and(|field| field.contains("DATE"));
    json!({ "position": position, "header": header, "examples": ["a", format!("{HOSTILE} b"), ""], "field": field,
        "certainty": certainty, "isDate": date, "dateOrder": null, "remembered": certainty == "CERTAIN" })
}

fn list(kind: &str, state: &str) -> Value {
    let fields: Vec<_> = ImportField::ALL.iter().map(Code::code).collect();
    json!({
        "id": "import_1", "kind": kind, "state": state, "version": 4, "fileName": format!("{HOSTILE}.csv"), "unreadSheets": [HOSTILE],
        "expiresOn": "2026-11-30", "failure": null, "done": 120, "total": 500,
        "counts": { "new": 153, "existing": 4, "duplicate": 1, "invalid": 2, "imported": 0 },
        "columns": [
            column(0, &format!("Name {HOSTILE}"), json!("FULL_NAME"), "CERTAIN"),
            column(1, "Born", json!("DATE_OF_BIRTH"), "LIKELY"),
            column(2, "", Value::Null, "UNSURE"),
            column(3, "=1+1", json!("NEEDS"), "UNSURE"),
        ],
        "fields": fields, "missing": ["MUNICIPALITY"],
    })
}

fn one(list: &Value) -> (&'static str, Value) {
    ("OneImport", json!({ "data": { "import": list } }))
}

fn page_info(more: bool) -> Value {
    json!({ "hasNextPage": more, "endCursor": "c+1" })
}

fn rows(nodes: &Value) -> (&'static str, Value) {
    let rows = json!({ "nodes": nodes, "pageInfo": page_info(false) });
    ("ImportRows", json!({ "data": { "import": { "rows": rows } } }))
}

fn invalid() -> Value {
    let errors: Vec<_> = CellErrorCode::ALL
        .iter()
        .map(|code| {
            json!({ "position": 1, "field": "DATE_OF_BIRTH", "code": code.code(),
                "value": format!("31.02.1990{HOSTILE}") })
        })
        .chain([json!({ "position": null, "field": "MUNICIPALITY", "code": "MISSING", "value": "" })])
        .collect();
    json!([{ "number": 12, "cells": [HOSTILE, "31.02.1990", "", "+370"], "errors": errors, "reading": null }])
}

fn good(kind: &str) -> Value {
    let place = json!({ "name": "Kaunas", "nameLocal": "Kaunas" });
    let reading = match kind {
        "PEOPLE" => {
            json!({ "name": format!("Jonas {HOSTILE}"), "dateOfBirth": "1990-12-28", "yearOfBirth": 1990,
            "sex": "MALE", "releaseDate": "2027-01-06", "municipality": place, "needs": ["HEALTH", "LEGAL"],
            "kind": null, "places": null })
        }
        _ => {
            json!({ "name": "Centre", "dateOfBirth": null, "yearOfBirth": null, "sex": null, "releaseDate": null,
            "municipality": place, "needs": [], "kind": "NGO", "places": 12 })
        }
    };
    json!([{ "number": 2, "cells": ["x"], "errors": [], "reading": reading }])
}

fn ticket(too_many: bool) -> (&'static str, Value) {
    let (ticket, errors) = if too_many {
        (Value::Null, json!([{ "code": "TOO_MANY", "path": ["kind"], "message": "no" }]))
    } else {
        (json!({ "path": "/imports/files/t0", "mostBytes": 10_485_760 }), json!([]))
    };
    (
        "ImportUploadCreate",
        json!({ "data": { "importUploadCreate": { "ticket": ticket, "errors": errors } } }),
    )
}

fn mine(states: &[&str]) -> (&'static str, Value) {
    let node = |state: &&str| {
        let mut one = list("PEOPLE", state);
        one["createdAt"] = json!("2026-11-22T09:00:00Z");
        one
    };
    let nodes: Vec<_> = states.iter().map(node).collect();
    ("MyImports", json!({ "data": { "imports": { "nodes": nodes, "pageInfo": page_info(true) } } }))
}

fn harmless(page: &str) {
    assert!(!page.contains("<script>alert"), "words of a list run");
}

#[tokio::test]
async fn a_list_is_sent_by_a_ticket_and_earlier_ones_are_below() {
    let answers =
        [("Shell", everybody("NGO")), ticket(false), mine(&["VALIDATED", "DONE", "DELETED", "READING"])];
    let page = open(&answers, "/imports/new?kind=people").await;
    assert!(page.contains("enctype=\"multipart/form-data\" action=\"/imports/files/t0\""));
    assert!(page.contains("type=\"file\"") && page.contains("at most 10 MB"));
    assert!(page.contains("href=\"/imports/import_1\"") && page.contains("153 new, 4 known"));
    assert!(page.contains("/imports/new?kind=people&#38;after=c%2B1"));
    assert!(page.contains("href=\"/people\" aria-current=\"page\""), "it is in the room of people");
    harmless(&page);
    let page = open(&answers, "/imports/new?kind=organisations&failed=file").await;
    assert!(page.contains("href=\"#f-file\"") && page.contains("id=\"f-file-error\""));
    assert!(page.contains("Import a list of organisations"));
}

#[tokio::test]
async fn whoever_has_too_many_lists_throws_one_away_first() {
    let answers = [("Shell", everybody("NGO")), ticket(true), mine(&["VALIDATED"])];
    let page = open(&answers, "/imports/new?kind=people").await;
    assert!(page.contains("Delete an import before you start another") && !page.contains("type=\"file\""));
}

#[tokio::test]
async fn whoever_may_not_record_is_told_so_before_anything_is_asked() {
    let mut shell = everybody("NGO");
    shell["data"]["viewer"]["may"] = json!(["PERSON_RECORD"]);
    let answers = [("Shell", shell), ticket(false), mine(&[])];
    let organisations = "/imports/new?kind=organisations";
    let refused = visit_in("en", answers.to_vec(), Method::GET, organisations, "").await;
    assert_eq!(refused.status(), StatusCode::FORBIDDEN);
    assert!(open(&answers, "/imports/new").await.contains("No imports yet"));
}

#[tokio::test]
async fn a_list_at_work_says_how_far_it_is_and_looks_again() {
    for state in ["UPLOADING", "READING", "VALIDATING", "APPLYING"] {
        let mut going = list("PEOPLE", state);
        let answers = [("Shell", everybody("NGO")), one(&going)];
        let page = open(&answers, "/imports/import_1?done=import-taken").await;
        assert!(page.contains("data-refresh") && page.contains("max=\"500\" value=\"120\""), "{state}");
        assert!(page.contains("120 of 500 rows") && page.matches("aria-live").count() == 1);
        assert!(page.contains("content=\"5;url=/imports/import_1\""));
        harmless(&page);
        going["total"] = json!(0);
        let page = open(&[("Shell", everybody("NGO")), one(&going)], "/imports/import_1").await;
        assert!(page.contains("<progress") && !page.contains("max="));
    }
}

#[tokio::test]
async fn what_cannot_be_read_says_how_to_mend_it() {
    for failure in ImportFailure::ALL {
        let mut broken = list("ORGANISATIONS", "UNREADABLE");
        broken["failure"] = json!(failure.code());
        let page = open(&[("Shell", everybody("NGO")), one(&broken)], "/imports/import_1").await;
        assert!(page.contains("href=\"/imports/new?kind=organisations\""));
        assert!(!page.contains("data-refresh"));
    }
}

#[tokio::test]
async fn a_judged_list_shows_what_is_doubtful_and_what_is_to_be_mended() {
    let judged = list("PEOPLE", "VALIDATED");
    let answers = [("Shell", everybody("NGO")), one(&judged), rows(&invalid())];
    let page = open(&answers, "/imports/import_1").await;
    assert!(page.contains("No column holds “Municipality”"));
    assert!(page.contains("In the column “Born”, day and month cannot be told apart"));
    assert!(page.contains("The column “=1+1” was read as “Needs”"));
    assert!(page.contains("are not read: Column 3."));
    assert!(page.contains("153 rows are new") && page.contains("1 row repeats an earlier row"));
    assert!(page.contains("The file also has: "));
    assert!(page.contains("Import 153 people") && page.contains("name=\"version\" value=\"4\""));
    assert!(page.contains("show=invalid\" aria-current=\"page\">With errors (2)"));
    assert!(page.contains("<b>Row 12</b>") && page.contains("Municipality is missing"));
    assert!(page.contains("Born: 31.02.1990") && page.contains("is not a date"));
    assert!(page.contains("/imports/import_1/bad.xlsx") && page.contains("/imports/import_1/columns"));
    assert!(!page.contains("None of these headings"));
    harmless(&page);
}

#[tokio::test]
async fn a_list_without_headings_is_told_that_its_first_row_may_be_somebody() {
    let mut judged = list("PEOPLE", "VALIDATED");
    judged["columns"] = json!([
        column(0, "Jonas Petraitis", json!("FULL_NAME"), "LIKELY"),
        column(1, "", json!("DATE_OF_BIRTH"), "LIKELY"),
        column(2, HOSTILE, Value::Null, "UNSURE"),
    ]);
    let page =
        open(&[("Shell", everybody("NGO")), one(&judged), rows(&invalid())], "/imports/import_1").await;
    assert!(page.contains("None of these headings is known: Jonas Petraitis, &#60;script"), "{page}");
    harmless(&page);
}

#[tokio::test]
async fn good_rows_show_what_would_be_recorded() {
    for kind in ["PEOPLE", "ORGANISATIONS"] {
        let mut judged = list(kind, "VALIDATED");
        judged["counts"] = json!({ "new": 1, "existing": 0, "duplicate": 0, "invalid": 0, "imported": 0 });
        judged["failure"] = json!("NOT_ALLOWED");
        let answers = [("Shell", everybody("NGO")), one(&judged), rows(&good(kind))];
        let page = open(&answers, "/imports/import_1").await;
        assert!(page.contains("show=new\" aria-current=\"page\"") && page.contains("Row 2"));
        assert!(page.contains("Ask a colleague to import the list") && !page.contains("bad.csv"));
        let told = if kind == "PEOPLE" {
            "born 28 December 1990 · male · release 6 January"
        } else {
            "non-governmental organisation · Kaunas · 12 places"
        };
        assert!(page.contains(told), "{page}");
        harmless(&page);
    }
    let judged = list("PEOPLE", "VALIDATED");
    let answers = [("Shell", everybody("NGO")), one(&judged), rows(&json!([]))];
    assert!(open(&answers, "/imports/import_1?show=existing").await.contains("No rows</p>"));
}

#[tokio::test]
async fn a_recorded_list_and_one_that_is_gone_say_what_became_of_it() {
    for state in ["DONE", "DELETED"] {
        let mut done = list("PEOPLE", state);
        done["counts"]["imported"] = json!(150);
        let page = open(&[("Shell", everybody("NGO")), one(&done)], "/imports/import_1").await;
        assert!(page.contains("150 people imported") && page.contains("2 rows had errors"));
        assert_eq!(page.contains("bad.csv"), state == "DONE");
        assert_eq!(page.contains("/discard"), state == "DONE");
        harmless(&page);
    }
}

#[tokio::test]
async fn columns_are_corrected_with_the_problem_beside_the_field() {
    let judged = list("PEOPLE", "VALIDATED");
    let problem = json!({ "code": "TWICE", "path": ["input", "columns", "1", "field"], "message": "no" });
    let late = json!({ "code": "NOT_NOW", "path": [], "message": "no" });
    let refused = json!({ "data": { "importColumnsChange": { "import": null, "errors": [problem, late] } } });
    let answers = [("Shell", everybody("NGO")), one(&judged), ("ImportColumnsChange", refused)];
    let page = open(&answers, "/imports/import_1/columns").await;
    assert!(page.contains("<optgroup label=\"Name\"") && page.contains("value=\"FULL_NAME\" selected"));
    assert_eq!(page.matches("id=\"f-columns-1-dateOrder\"").count(), 1);
    assert!(!page.contains("f-columns-0-dateOrder"), "only columns with dates have an order");
    harmless(&page);
    let form = "version=4&columns.0.field=FULL_NAME&columns.1.field=FULL_NAME&columns.1.dateOrder=DAY_FIRST";
    let page = send(&answers, "/imports/import_1/columns", form, StatusCode::UNPROCESSABLE_ENTITY).await;
    assert!(
        page.contains("href=\"#f-columns-1-field\">Born: Another column")
            && page.contains("cannot be changed now")
    );
    assert!(page.contains("id=\"f-columns-1-field-error\"") && page.contains("value=\"DAY_FIRST\" selected"));
    let saved =
        json!({ "data": { "importColumnsChange": { "import": { "id": "import_1" }, "errors": [] } } });
    let answers = vec![("Shell", everybody("NGO")), one(&judged), ("ImportColumnsChange", saved)];
    let form = format!("_token=right&{form}");
    let response = visit_in("en", answers, Method::POST, "/imports/import_1/columns", &form).await;
    assert_eq!(response.headers()[header::LOCATION], "/imports/import_1?done=import-corrected");
}

#[tokio::test]
async fn a_list_is_taken_or_thrown_away() {
    let judged = list("PEOPLE", "VALIDATED");
    let page = open(&[("Shell", everybody("NGO")), one(&judged)], "/imports/import_1/discard").await;
    assert!(page.contains("Delete this import?") && page.contains("name=\"version\" value=\"4\""));
    harmless(&page);
    for (operation, field, step, done) in [
        ("ImportApply", "importApply", "take", "import-taken"),
        ("ImportDelete", "importDelete", "discard", "import-discarded"),
    ] {
        let path = format!("/imports/import_1/{step}");
        let answer = |errors: Value| {
            let told = json!({ "data": { field: { "import": { "id": "import_1" }, "errors": errors } } });
            vec![("Shell", everybody("NGO")), (operation, told)]
        };
        let response = visit_in("en", answer(json!([])), Method::POST, &path, "_token=right&version=4").await;
        assert_eq!(response.headers()[header::LOCATION], format!("/imports/import_1?done={done}"));
        let late = json!([{ "code": "NOT_NOW", "path": [], "message": "no" }]);
        let response = visit_in("en", answer(late), Method::POST, &path, "_token=right&version=4").await;
        assert_eq!(response.status(), StatusCode::CONFLICT);
        let response = visit_in("en", answer(json!([])), Method::POST, &path, "version=4").await;
        assert_eq!(response.status(), StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn rows_to_mend_are_taken_along_and_hold_no_formula() {
    let judged = list("PEOPLE", "VALIDATED");
    for (language, separator, last) in [("en", ',', "Errors in this row"), ("lt", ';', "Ką pataisyti")] {
        let answers = vec![("Shell", everybody("NGO")), one(&judged), rows(&invalid())];
        let response = visit_in(language, answers, Method::GET, "/imports/import_1/bad.csv", "").await;
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(
            response.headers()[header::CONTENT_DISPOSITION],
            "attachment; filename=\"to-mend-2026-11-23.csv\""
        );
        let table = text(response).await;
        let lines: Vec<_> = table.trim_start_matches('\u{feff}').split("\r\n").collect();
        assert!(lines[0].ends_with(&format!("{separator}'=1+1{separator}{last}")), "{}", lines[0]);
        assert!(lines[1].contains(&format!("31.02.1990{separator}{separator}'+370{separator}")), "{table}");
    }
    let answers = vec![("Shell", everybody("NGO")), one(&judged), rows(&invalid())];
    let response = visit_in("en", answers, Method::GET, "/imports/import_1/bad.xlsx", "").await;
    assert_eq!(response.status(), StatusCode::OK);
    let gone = list("PEOPLE", "DELETED");
    let answers = vec![("Shell", everybody("NGO")), one(&gone), rows(&invalid())];
    let response = visit_in("en", answers, Method::GET, "/imports/import_1/bad.csv", "").await;
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
}
