//! The pages about people, rendered in every language.

use http::StatusCode;
use serde_json::{Value, json};

use crate::pages::all_pages::{everybody, open, send};

fn place() -> Value {
    json!({ "name": "Marijampolė", "nameLocal": "Marijampolės savivaldybė",
        "province": { "code": "LT-MR", "name": "Marijampolė county", "nameLocal": "Marijampolės apskritis" } })
}

fn identity() -> Value {
    json!({ "givenName": "Jonas", "familyName": "<b>Bandomasis</b>", "dateOfBirth": "1988-04-03", "language": "ru" })
}

fn needs() -> Value {
    let asked = json!([{ "id": "referral_1", "state": "SENT", "service": { "name": "A bed" }, "recipient": { "name": "Theirs" } }]);
    json!([
        { "id": "need_1", "domain": "ACCOMMODATION", "urgency": "RELEASE_DAY", "text": "A bed", "met": false, "openReferrals": asked, "version": 1 },
        { "id": "need_2", "domain": "HEALTH", "urgency": "URGENT", "text": null, "met": false, "openReferrals": [], "version": 1 },
        { "id": "need_3", "domain": "FAMILY_AND_RELATIONSHIPS", "urgency": "ROUTINE", "text": "", "met": true, "openReferrals": [], "version": 1 }
    ])
}

fn consents() -> Value {
    let one = |id: &str, standing: &str, expires: &str| {
        let answer = if standing == "REFUSED" { "REFUSED" } else { "GIVEN" };
        let withdrawn = (standing == "WITHDRAWN").then_some("2026-11-01T08:00:00Z");
        json!({
            "id": id, "answer": answer, "standing": standing, "purpose": "RESETTLEMENT", "scopes": ["IDENTITY", "NEEDS"],
            "recipients": [{ "id": "organisation_2", "name": "Theirs" }], "how": "PAPER", "inCustody": true, "language": "lt",
            "said": "Ar sutinkate?", "witness": "Ona", "reportBack": ["ATTENDANCE"], "askedBy": null,
            "askedAt": "2026-10-01T08:00:00Z", "expiresOn": expires, "withdrawnAt": withdrawn, "version": 1
        })
    };
    json!([
        one("consent_1", "IN_FORCE", "2027-05-01"),
        one("consent_2", "IN_FORCE", "2026-12-01"),
        one("consent_3", "EXPIRED", "2026-11-01"),
        one("consent_4", "WITHDRAWN", "2027-05-01"),
        one("consent_5", "REFUSED", "2027-05-01")
    ])
}

fn person() -> Value {
    let access = |referral: Value| {
        json!({ "at": "2026-11-23T08:00:00Z", "organisation": { "id": "organisation_2", "name": "Theirs", "isViewers": false },
            "member": null, "referral": referral })
    };
    json!({
        "id": "person_1", "pseudonym": "Heron-27", "yearOfBirth": 1988, "sex": "MALE", "municipality": place(),
        "release": { "date": "2026-12-14", "confirmed": true }, "identity": identity(),
        "contact": { "phone": "+370", "email": "a@b.example", "address": "Street" },
        "documents": [{ "kind": "Passport", "number": "1" }],
        "custody": { "status": "FREE", "prison": { "id": "organisation_3", "name": "Prison" }, "sobriety": "SOBER" },
        "restricted": true, "needs": needs(), "caseTeam": [{ "id": "member_1", "name": "Rasa", "role": "MANAGER" },
            { "id": "member_2", "name": "Ona", "role": "CASEWORKER" }],
        "consents": consents(), "accessRecords": [access(json!({ "id": "referral_1", "reference": "TG-1" })), access(Value::Null), access(Value::Null)],
        "referrals": { "nodes": [], "pageInfo": { "hasNextPage": false } },
        "may": ["PERSON_CHANGE", "PERSON_ERASE", "CASE_TEAM_CHANGE", "CONSENT_RECORD", "CONSENT_WITHDRAW", "REFERRAL_SEND"], "version": 3
    })
}

fn answers() -> Vec<(&'static str, Value)> {
    let choices = json!({ "data": {
        "provinces": [{ "code": "LT-MR", "name": "Marijampolė county", "nameLocal": "Marijampolės apskritis",
            "municipalities": [{ "id": "municipality_1", "name": "Marijampolė", "nameLocal": "Marijampolės savivaldybė" }] }],
        "organisations": { "nodes": [{ "id": "organisation_3", "name": "Prison" }] }
    } });
    let mut edited = person();
    edited["municipality"] = json!({ "id": "municipality_1" });
    let person_page = json!({ "data": { "person": person(), "colleagues": [{ "id": "member_3", "name": "Jonė", "role": "TRAINER" }] } });
    let nodes = json!([person(), { "id": "person_2", "pseudonym": "Oak-3", "identity": null, "municipality": null, "release": null, "restricted": false }]);
    let people = json!({ "data": { "people": { "nodes": nodes, "pageInfo": { "hasNextPage": true, "endCursor": "c" } } } });
    let other = json!({ "id": "organisation_2", "name": "Theirs", "kind": "NGO", "isViewers": false, "worksWithPeople": true,
        "municipality": null, "province": { "code": "BY-HR", "name": "Grodno region", "nameLocal": "Гродзенская вобласць" } });
    let consent = json!({ "data": { "person": person(), "organisations": { "nodes": [other] } } });
    let mut ending = person();
    ending["referrals"]["nodes"] = json!([
        { "id": "referral_1", "reference": "TG-1", "state": "SENT", "service": { "name": "A bed" }, "recipient": { "id": "organisation_2", "name": "Theirs" } },
        { "id": "referral_2", "reference": "TG-2", "state": "ACCEPTED", "service": { "name": "A job" }, "recipient": { "id": "organisation_2", "name": "Theirs" } }
    ]);
    vec![
        ("Shell", everybody("PRISON")),
        ("PersonChoices", choices),
        ("People", people),
        ("PersonPage", person_page),
        ("PersonEdit", json!({ "data": { "person": edited } })),
        ("ErasePage", json!({ "data": { "person": erased() } })),
        ("NeedPage", json!({ "data": { "person": person() } })),
        ("ConsentPage", consent),
        ("ConsentEnd", json!({ "data": { "person": ending } })),
        ("ReferNeeds", json!({ "data": { "person": person() } })),
        ("ReferMatches", json!({ "data": { "person": person(), "serviceMatches": matches() } })),
        (
            "ReferLegalBases",
            json!({ "data": { "legalBases": [{ "purpose": "RESETTLEMENT", "recipientKind": "NGO", "country": "LT",
            "legalBasis": "CONSENT", "law": "The law" }] } }),
        ),
        (
            "Rerouted",
            json!({ "data": { "referral": {
            "id": "referral_9", "reference": "TG-9", "domains": ["ACCOMMODATION"], "priority": "URGENT", "ask": "A bed",
            "service": { "id": "service_2", "name": "Tried" }, "recipient": { "name": "Others" },
            "rejection": { "reason": "NO_CAPACITY", "text": null }, "person": { "id": "person_1" },
            "disclosure": { "scopes": ["NEEDS", "IDENTITY"], "preAcceptance": ["NEED_TEXT"] }
        } } }),
        ),
    ]
}

/// Somebody of whom much is known, before they are erased.
fn erased() -> Value {
    let mut person = person();
    person["erasure"] = json!({ "needs": 3, "consents": 1, "openReferrals": 2, "closedReferrals": 5,
        "recipients": [{ "name": "Theirs" }], "decadeOfBirth": 1980, "sex": "MALE", "yearOfRelease": 2026 });
    person
}

/// One service that fits, and two with every reason there is for and against.
fn matches() -> Value {
    let reason = |factor: &str, answer: &str| {
        let (wanted, found) = match factor {
            "AGE" => ("18-65", "17"),
            "SEX" => ("FEMALE", "MALE"),
            "LEGAL_STATUS" => ("FREE ON_LICENCE", "IN_CUSTODY"),
            "SOBRIETY" => ("SOBER IN_TREATMENT", "NOT_SOBER"),
            "OPEN_REFERRAL" => ("", "TG-1"),
            _ => ("", ""),
        };
        json!({ "factor": factor, "answer": answer, "wanted": wanted, "found": found })
    };
    let all = |answer: &str| {
        let factors = [
            "DOMAIN",
            "AREA",
            "RESIDENCE",
            "AGE",
            "SEX",
            "LEGAL_STATUS",
            "SOBRIETY",
            "PLACES",
            "AGREEMENT",
            "CONSENT",
        ];
        factors.iter().map(|factor| reason(factor, answer)).collect::<Vec<_>>()
    };
    let found = |id: &str, free: Value, covered: bool, reasons: Vec<Value>| {
        json!({
            "service": { "id": id, "name": id, "domain": "ACCOMMODATION", "purpose": "RESETTLEMENT",
                "organisation": { "id": "organisation_2", "name": "Theirs", "kind": "NGO", "municipality": place() },
                "eligibility": { "sex": "MALE", "legalStatuses": ["FREE"], "sobriety": ["SOBER"] },
                "area": { "provinces": [], "municipalities": [place(), place()], "prisons": [{ "name": "A" }, { "name": "B" }] } },
            "fits": reasons.iter().all(|reason| reason["answer"] != "NO" || reason["factor"] == "CONSENT"), "reasons": reasons,
            "places": { "date": "2026-12-14", "free": free, "maximum": 4, "nextFrom": "2027-03-03" },
            "agreement": { "id": "agreement_1", "title": "Together", "scopes": ["IDENTITY", "NEEDS", "HEALTH"], "endsOn": "2027-06-01" },
            "ownOpenReferral": null, "covered": covered
        })
    };
    let mut own = found("service_4", json!(null), false, vec![reason("OPEN_REFERRAL", "NO")]);
    own["ownOpenReferral"] = json!({ "id": "referral_1", "reference": "TG-1" });
    json!([
        found("service_1", json!(2), true, all("YES")),
        found("service_2", json!(0), true, all("YES")),
        found("service_3", json!(0), false, all("NO")),
        found("service_5", json!(1), false, all("UNKNOWN")),
        found("service_6", json!(1), false, vec![reason("CONSENT", "NO")]),
        own
    ])
}

#[tokio::test]
async fn lists_and_records() {
    let people = open(&answers(), "/people").await;
    assert!(people.contains("Jonas &#60;b&#62;Bandomasis") && people.contains("Oak-3"));
    assert!(people.contains("/people?after=c"));
    assert!(people.contains("href=\"/people.csv\"") && people.contains("href=\"/people.xlsx\""));
    assert!(people.contains("is added to the access history"), "whoever takes names along is told so");
    let hits = send(&answers(), "/people", "name=Jon", StatusCode::OK).await;
    assert!(hits.contains("value=\"Jon\"") && !hits.contains("name=Jon"), "a name stands in no address");
    assert!(!hits.contains("/people.csv"));
    let form = open(&answers(), "/people/new").await;
    assert!(
        form.contains("<optgroup label=\"Marijampolė County\">") && form.contains("needs.HEALTH.urgency")
    );
    let edit = open(&answers(), "/people/person_1/edit").await;
    assert!(edit.contains("name=\"version\" value=\"3\"") && edit.contains("value=\"Passport\""));
    open(&answers(), "/people/person_1?done=person-changed").await;
}

#[tokio::test]
async fn a_person_with_everything() {
    let page = open(&answers(), "/people/person_1").await;
    for words in ["Expires soon", "Expired<", "Withdrawn on", "Refused<", "ask again", "2 times"] {
        assert!(page.contains(words), "{words}");
    }
    let need = open(&answers(), "/people/person_1/needs/need_1/edit").await;
    assert!(need.contains("A bed</textarea>"));
    open(&answers(), "/people/person_1/needs/new").await;
    send(&answers(), "/people/person_1/needs/new", "", StatusCode::UNPROCESSABLE_ENTITY).await;
}

#[tokio::test]
async fn consent_is_asked_in_the_persons_language_and_taken_back() {
    let ask = open(&answers(), "/people/person_1/consent?recipient=organisation_2&need=need_2").await;
    assert!(ask.contains("value=\"ru\" checked") && ask.contains("value=\"HEALTH\" checked"));
    let choices = "recipientIds%5B%5D=organisation_2&purpose=RESETTLEMENT&scopes%5B%5D=NEEDS&language=ru&until=half-year&inCustody=yes";
    let words = send(&answers(), "/people/person_1/consent/words", choices, StatusCode::OK).await;
    assert!(words.contains("Можно ли нам") && words.contains("name=\"said\""));
    let problems = StatusCode::UNPROCESSABLE_ENTITY;
    let missing = send(&answers(), "/people/person_1/consent/words", "until=day", problems).await;
    assert!(missing.contains("Choose at least one option for “Recipients”"));
    let silent = send(&answers(), "/people/person_1/consent/answer", choices, problems).await;
    assert!(silent.contains("Choose the answer."));
    let end = open(&answers(), "/people/person_1/consents/consent_1/withdraw").await;
    assert!(end.contains("TG-1") && end.contains("TG-2"));
}

#[tokio::test]
async fn erasing_says_what_goes_and_asks_whether_one_is_sure() {
    let page = open(&answers(), "/people/person_1/erase").await;
    for words in ["2 open referrals end", "7 referrals with their dates", "from 1980", "2026", "Theirs"] {
        assert!(page.contains(words), "{words}");
    }
    let problems = StatusCode::UNPROCESSABLE_ENTITY;
    let unsure = send(&answers(), "/people/person_1/erase", "version=3&reason=REQUESTED", problems).await;
    assert!(unsure.contains("Tick “") && unsure.contains("value=\"REQUESTED\" checked"));
}

#[tokio::test]
async fn a_referral_step_by_step() {
    open(&answers(), "/people/person_1/refer").await;
    let services = open(&answers(), "/people/person_1/refer?need=need_1&reroute=referral_9").await;
    assert!(services.contains("This service declined") && services.contains("/referrals/referral_1"));
    assert!(
        services.contains("The person refused") && services.contains("no place that day, next place from")
    );
    let picked = "need=need_1&service=service_1&mode=ANY_ONE";
    let none =
        send(&answers(), "/people/person_1/refer/share", "need=need_1", StatusCode::UNPROCESSABLE_ENTITY)
            .await;
    assert!(none.contains("Choose at least one option for “Services”"));
    let share = send(&answers(), "/people/person_1/refer/share", picked, StatusCode::OK).await;
    assert!(
        share.contains("value=\"RELEASE_DAY\"")
            && !share.contains("value=\"RELEASE_DAY\" checked")
            && share.contains("does not cover this")
    );
    let written = format!(
        "{picked}&scopes=NEEDS&scopes=IDENTITY&deciding=RELEASE_DAY&priority=URGENT&startDate=2026-12-14"
    );
    let empty =
        send(&answers(), "/people/person_1/refer/check", &written, StatusCode::UNPROCESSABLE_ENTITY).await;
    assert!(empty.contains("Enter the request."));
    let check =
        send(&answers(), "/people/person_1/refer/check", &format!("{written}&ask=A+bed"), StatusCode::OK)
            .await;
    assert!(
        check.contains("exact release date") && check.contains("The law") && check.contains("1 June 2027")
    );
    assert!(!check.contains("needs: Housing, Health"), "only what is asked is told");
}

#[tokio::test]
async fn what_the_api_refuses_is_said_beside_its_service() {
    let mut answers = answers();
    answers.push((
        "ReferralDraft",
        json!({ "data": { "referralDraft": { "group": null, "errors": [
        { "code": "NO_CONSENT", "path": ["serviceIds", "0"], "message": "ask" }
    ] } } }),
    ));
    let form =
        "need=need_1&service=service_1&scopes=NEEDS&priority=URGENT&startDate=2026-12-14&ask=A+bed&do=send";
    let page = send(&answers, "/people/person_1/refer/send", form, StatusCode::UNPROCESSABLE_ENTITY).await;
    assert!(page.contains("href=\"#to-service_1\"") && page.contains("id=\"to-service_1\""));
    assert!(page.contains("/people/person_1/consent?recipient=organisation_2"));
}
