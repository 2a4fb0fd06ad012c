//! Every list as a table: asked for page by page with the filters of its page, headed in every language; and what an
//! import makes of the table of people.

use std::{
    collections::HashMap,
    fs,
    path::Path,
    sync::{Arc, Mutex},
};

use axum::{body::Body, response::Response};
use http::{Request, StatusCode, header};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::{
    Answer, Executor, Settings, Visitor,
    pages::{all_pages::everybody, tests::text},
};

/// The lists: where they are, what they ask, and which field of the answer holds the rows.
const LISTS: [(&str, &str, &str); 10] = [
    ("/upcomingReleases", "UpcomingReleaseTable", "upcomingReleases"),
    ("/people", "PeopleTable", "people"),
    ("/referrals", "ReferralTable", "referrals"),
    ("/directory/organisations", "OrganisationTable", "organisations"),
    ("/directory/services", "ServiceTable", "services"),
    ("/directory/agreements", "AgreementTable", "agreements"),
    ("/members", "Members", "colleagues"),
    ("/notices", "Notifications", "notifications"),
    ("/outbox", "Outbox", "emails"),
    ("/journal", "AuditLog", "auditLog"),
];

/// Answers each operation with the rows that the test gave for it, the last of them on a page of its own, and
/// remembers what was asked.
struct Network {
    viewer: Value,
    rows: Vec<Value>,
    asked: Mutex<Vec<Value>>,
}

impl Executor for Network {
    fn execute<'a>(
        &'a self,
        _: &'a Visitor,
        _: &'static str,
        operation: &'static str,
        variables: Value,
    ) -> Answer<'a> {
        let field = LISTS.iter().find(|list| list.1 == operation).map(|list| list.2);
        let answer = match field {
            None => self.viewer.clone(),
            Some(whole @ ("colleagues" | "upcomingReleases")) => json!({ "data": { whole: self.rows } }),
            Some(field) => {
                let first = variables["after"].is_null();
                let before_last = self.rows.len().saturating_sub(1);
                let (rows, more) = match first {
                    true => (&self.rows[..before_last.max(1).min(self.rows.len())], before_last > 0),
                    false => (&self.rows[before_last..], false),
                };
                let page = json!({ "hasNextPage": more, "endCursor": "c" });
                json!({ "data": { field: { "nodes": rows, "pageInfo": page } } })
            }
        };
        if field.is_some() {
            self.asked.lock().expect("one at a time").push(variables);
        }
        Box::pin(async move { answer.to_string().into_bytes() })
    }
}

async fn get(language: &str, viewer: Value, rows: Vec<Value>, path: &str) -> (Response, Vec<Value>) {
    let network = Arc::new(Network { viewer, rows, asked: Mutex::default() });
    let settings = Settings { demonstration: false, secure_cookies: true };
    let mut request = Request::get(path)
        .header(header::COOKIE, format!("language={language}"))
        .body(Body::empty())
        .expect("a request");
    request.extensions_mut().insert(Visitor { session: Some("s".into()), form_token: "right".into() });
    let response = crate::router(network.clone(), settings).oneshot(request).await.expect("an answer");
    let asked = || network.asked.lock().expect("one at a time").clone();
    // A table is asked for while it is read.
    let (parts, body) = response.into_parts();
    let bytes = axum::body::to_bytes(body, usize::MAX).await.expect("a whole table");
    (Response::from_parts(parts, Body::from(bytes)), asked())
}

/// The records of a table, with its headings.
async fn records(language: &str, viewer: Value, rows: Vec<Value>, path: &str) -> Vec<Vec<String>> {
    let (response, _) = get(language, viewer, rows, path).await;
    assert_eq!(response.status(), StatusCode::OK, "{path}");
    let table = text(response).await;
    let table = table.strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let separator = if language == "en" { b',' } else { b';' };
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).delimiter(separator).from_reader(table.as_bytes());
    let records = reader.records().map(|record| record.expect("a record"));
    records.map(|record| record.iter().map(str::to_owned).collect()).collect()
}

fn place() -> Value {
    json!({ "name": "Marijampolė", "nameLocal": "Marijampolės savivaldybė",
        "province": { "code": "LT-MR", "name": "Marijampolė County", "nameLocal": "Marijampolės apskritis" } })
}

fn person() -> Value {
    let need = |domain: &str, met: bool| json!({ "domain": domain, "met": met });
    json!({
        "pseudonym": "Heron-27", "yearOfBirth": 1988, "sex": "MALE", "municipality": place(),
        "release": { "date": "2026-12-14", "confirmed": true },
        "needs": [need("HEALTH", false), need("ACCOMMODATION", false), need("HEALTH", false), need("LEGAL", true)],
        "identity": { "givenName": "Jonas", "familyName": "=Bandomasis", "dateOfBirth": "1988-04-03", "language": "ru" },
        "contact": { "phone": "8 600 00000", "email": "", "address": "Street; 1" },
        "documents": [{ "number": "AB 1" }, { "number": "AB 2" }],
        "custody": { "prison": { "name": "Prison" } }
    })
}

#[tokio::test]
async fn every_list_is_headed_in_every_language() {
    for (path, _, _) in LISTS {
        let mut headings = Vec::new();
        for language in ["en", "lt", "ru"] {
            let path = format!("{path}.csv");
            let records = records(language, everybody("NGO"), vec![], &path).await;
            assert_eq!(records.len(), 1, "{path}");
            let is_key = |words: &String| {
                words.contains('-') && words.chars().all(|c| c.is_ascii_lowercase() || c == '-')
            };
            assert!(!records[0].iter().any(is_key), "{path} in {language}: {:?}", records[0]);
            let different: std::collections::HashSet<_> = records[0].iter().collect();
            assert_eq!(different.len(), records[0].len(), "{path} in {language} says a heading twice");
            headings.push(records[0].clone());
        }
        assert!(headings[0] != headings[1] && headings[1] != headings[2], "{path}");
        let (response, _) = get("en", everybody("NGO"), vec![], &format!("{path}.xlsx")).await;
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        assert_eq!(response.headers()[header::CACHE_CONTROL], "no-store");
    }
}

#[tokio::test]
async fn people_are_asked_for_page_by_page_with_what_the_role_reads() {
    let (response, asked) = get("en", everybody("NGO"), vec![person(), person()], "/people.csv").await;
    assert_eq!(
        response.headers()[header::CONTENT_DISPOSITION],
        "attachment; filename=\"people-2026-11-23.csv\""
    );
    assert_eq!(text(response).await.lines().count(), 3);
    assert_eq!(asked.len(), 2);
    assert_eq!((&asked[0]["first"], &asked[0]["after"]), (&json!(100), &Value::Null));
    assert_eq!((&asked[1]["after"], &asked[1]["identity"]), (&json!("c"), &json!(true)));

    let mut officer = everybody("NGO");
    officer["data"]["viewer"]["scopes"] = json!(["NEEDS", "CONTACT"]);
    let (_, asked) = get("en", officer.clone(), vec![person()], "/people.csv").await;
    let flags = ["identity", "contact", "documents", "custody"].map(|name| asked[0][name] == json!(true));
    assert_eq!(flags, [false, true, false, false]);
    // What is not asked for is not answered either.
    let mut rest = person();
    for hidden in ["identity", "documents", "custody"] {
        rest.as_object_mut().expect("a person").remove(hidden);
    }
    let records = records("en", officer, vec![rest], "/people.csv").await;
    assert_eq!(records[0].len(), records[1].len());
    assert_eq!(records[0][0], "Year of birth");
    assert!(!records[0].iter().any(|words| ["Family name", "Language", "Prison"].contains(&words.as_str())));

    let mut stranger = everybody("NGO");
    stranger["data"]["viewer"]["may"] = json!([]);
    for path in ["/people.csv", "/people.xlsx", "/members.csv", "/members.xlsx", "/upcomingReleases.csv"] {
        let (response, asked) = get("en", stranger.clone(), vec![], path).await;
        assert_eq!((response.status(), asked.len()), (StatusCode::FORBIDDEN, 0), "{path}");
    }
}

#[tokio::test]
async fn a_person_is_a_row_that_an_import_reads() {
    let english = records("en", everybody("NGO"), vec![person()], "/people.csv").await;
    let row = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        english[1],
        row(&[
            "'=Bandomasis",
            "Jonas",
            "1988-04-03",
            "1988",
            "male",
            "2026-12-14",
            "yes",
            "Marijampolė",
            "Marijampolė County",
            "Housing; Health",
            "ru",
            "8 600 00000",
            "",
            "Street; 1",
            "AB 1; AB 2",
            "Prison",
            "Heron-27",
        ])
    );
    let lithuanian = records("lt", everybody("NGO"), vec![person()], "/people.csv").await;
    assert_eq!(
        lithuanian[1][7..10],
        row(&["Marijampolės savivaldybė", "Marijampolės apskritis", "Būstas; Sveikata"])
    );
    let mut nothing = person();
    for unknown in ["yearOfBirth", "municipality", "release", "identity", "contact", "documents", "custody"] {
        nothing[unknown] = Value::Null;
    }
    nothing["sex"] = json!("UNKNOWN");
    nothing["needs"] = json!([]);
    let empty = records("en", everybody("NGO"), vec![nothing], "/people.csv").await;
    assert!(empty[1][..16].iter().all(String::is_empty), "{:?}", empty[1]);
}

/// The phrases of the import's list of headers, with what each is.
fn phrases() -> HashMap<String, String> {
    let list = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../api/spreadsheets/src/column_inference/words/headers.txt");
    let list = fs::read_to_string(list).expect("the import's list of headers");
    let lines = list.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(':'));
    let of_people = lines.filter(|(field, _)| !["NAME", "SERVICES", "DESCRIPTION"].contains(field));
    of_people
        .flat_map(|(field, phrases)| phrases.split(';').map(move |phrase| (plain(phrase), field.to_owned())))
        .collect()
}

/// Words as the import compares them, as far as our headings need it.
fn plain(words: &str) -> String {
    let letters = words.to_lowercase().replace(|c: char| !c.is_alphanumeric(), " ");
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn an_import_recognises_every_column_of_people() {
    let fields = [
        "FAMILY_NAME",
        "GIVEN_NAME",
        "DATE_OF_BIRTH",
        "YEAR_OF_BIRTH",
        "SEX",
        "RELEASE_DATE",
        "NOTHING",
        "MUNICIPALITY",
        "PROVINCE",
        "NEEDS",
        "LANGUAGE",
        "PHONE",
        "EMAIL",
        "ADDRESS",
        "DOCUMENT_NUMBER",
        "PRISON",
        "NOTHING",
    ];
    let phrases = phrases();
    for language in ["en", "lt", "ru"] {
        let records = records(language, everybody("NGO"), vec![], "/people.csv").await;
        assert_eq!(records[0].len(), fields.len());
        for (heading, field) in records[0].iter().zip(fields) {
            let found = phrases.get(&plain(heading)).map_or("NOTHING", String::as_str);
            assert_eq!(found, field, "{heading} in {language}");
        }
    }
}

#[tokio::test]
async fn filters_of_a_page_hold_for_its_table() {
    let query = "/referrals.csv?side=SENT&need=HEALTH&text=bed&order=NEWEST_FIRST&after=x";
    let (_, asked) = get("en", everybody("NGO"), vec![], query).await;
    assert_eq!((&asked[0]["order"], &asked[0]["after"]), (&json!("NEWEST_FIRST"), &Value::Null));
    let filter = &asked[0]["filter"];
    assert_eq!((&filter["side"], &filter["domain"]), (&json!("SENT"), &json!("HEALTH")));
    assert_eq!((&filter["text"], &filter["open"]), (&json!("bed"), &Value::Null));
    for (path, name, value) in [
        ("/directory/organisations.xlsx?kind=NGO", "kind", "NGO"),
        ("/directory/services.csv?domain=LEGAL", "domain", "LEGAL"),
        ("/directory/agreements.csv?state=ENDED", "state", "ENDED"),
        ("/journal.xlsx?member=member_1", "member", "member_1"),
    ] {
        let (_, asked) = get("en", everybody("NGO"), vec![], path).await;
        assert_eq!((&asked[0][name], &asked[0]["first"]), (&json!(value), &json!(100)), "{path}");
    }
}

#[tokio::test]
async fn other_rows_say_what_their_pages_say() {
    let party = |name: &str, ours: bool| json!({ "organisation": { "name": name, "isViewers": ours }, "signedAt": null });
    let referral = json!({
        "reference": "TG-7Q4M-2XKD", "side": "RECEIVED", "state": "SENT", "stateSince": "2026-11-20T23:30:00Z",
        "priority": "URGENT", "sender": { "name": "Prison" }, "recipient": { "name": "Ours" },
        "service": { "name": "A bed" }, "pseudonym": "Heron-27", "domains": ["ACCOMMODATION", "LEGAL"],
        "municipality": place(), "startDate": "2026-11-26", "startMonth": "2026-11", "dueOn": "2026-11-25", "workingDaysLeft": -2,
        "waitsForViewer": true, "sentAt": "2026-11-20T10:00:00Z", "closedAt": null
    });
    let service = json!({
        "name": "A bed", "domain": "ACCOMMODATION", "status": "ACTIVE", "description": "Warm.", "applicationProcess": "Call.",
        "fees": "None.", "organisation": { "name": "Ours", "municipality": place() },
        "places": { "free": null, "nextFrom": null }
    });
    let agreement = json!({
        "title": "Together", "purpose": "RESETTLEMENT", "state": "PROPOSED", "scopes": ["NEEDS", "HEALTH"],
        "startsOn": "2026-12-01", "endsOn": null, "proposedBy": { "name": "Theirs" },
        "parties": [party("Ours", true), party("Theirs", false)]
    });
    let email = json!({
        "id": "mail_1", "state": "FAILED", "frequency": "AT_ONCE", "createdAt": "2026-11-20T10:00:00Z", "dueAt": null,
        "sentAt": null, "tries": 3, "failure": "UNREACHABLE", "member": null
    });
    let banner = json!({
        "id": "notice_1", "kind": "CONSENT_WITHDRAWN", "at": "2026-11-22T07:00:00Z", "readAt": null,
        "node": { "__typename": "Person", "id": "person_1" }
    });
    let member = json!({
        "id": "member_1", "name": "Ona", "email": "ona@ngo.example", "role": "AUDITOR", "endsOn": "2026-12-31",
        "signedInAt": null
    });
    let upcoming_release = json!({
        "person": { "pseudonym": "Heron-27", "municipality": place(), "release": { "date": "2026-12-14", "confirmed": false } },
        "readiness": [{ "domain": "ACCOMMODATION", "state": "ARRANGED" }, { "domain": "HEALTH", "state": "NOTHING" }]
    });
    for (path, row, expected) in [
        (
            "/upcomingReleases",
            upcoming_release,
            "Heron-27|Marijampolė|2026-12-14|no|arranged||||||||not arranged|||",
        ),
        // The day is the viewer's own.
        (
            "/referrals",
            referral,
            "TG-7Q4M-2XKD|Received|New|2026-11-21|Urgent|Prison|Ours|A bed|Heron-27|Housing; Legal help|\
            Marijampolė|2026-11-26|2026-11-25|-2|yes|2026-11-20|",
        ),
        (
            "/directory/services",
            service,
            "A bed|Ours|Marijampolė|Housing|Open|unlimited places||Warm.|Call.|None.",
        ),
        (
            "/directory/agreements",
            agreement,
            "Together|Theirs|resettlement|Awaiting signatures|2026-12-01||Theirs|\
            Ours; Theirs|needs; health",
        ),
        (
            "/outbox",
            email,
            "Former member|Failed|At once|2026-11-20|||3|The mail server could not be reached",
        ),
        ("/notices", banner, "2026-11-22|Consent withdrawn|Person you work with|"),
        ("/members", member, "Ona|ona@ngo.example|Auditor|2026-12-31|"),
    ] {
        let records = records("en", everybody("NGO"), vec![row], &format!("{path}.csv")).await;
        assert_eq!(records[1].join("|"), expected, "{path}");
    }
}
