//! The people and places of the story, and what they ask.

use serde_json::{Value, json};

use crate::app::{Member, TestApp};

pub const OFFICER: &str = "officer@prison.example";
/// Members of organisations that the officer may refer to; two of them take part.
const RECIPIENTS: [&str; 3] =
    ["caseworker@ngo.example", "social@municipality.example", "jobs@employment.example"];
/// Has no part in it.
pub const STRANGER: &str = "pastor@parish.example";

/// The day on which the person comes home.
pub const RELEASE: &str = "2026-12-07";
/// From the first day of every test to the last of the consent.
pub const DAYS_OF_CONSENT: i64 = 219;
pub const GIVEN: &str = "Aldona-Test";
pub const FAMILY: &str = "Nepažįstamoji";

/// Does a text hold a name of the person of the story?
pub fn names_of(text: &str) -> bool {
    text.contains(GIVEN) || text.contains(FAMILY)
}

pub const REFERRAL: &str = "query($id: ID!) { referral(id: $id) {
    id reference version state pseudonym ask mayReroute
    person { id } group { id referrals { id } } reroutedFrom { id } reroutedTo { id }
    disclosure { id pseudonym identity { givenName familyName } withheld { scope until } }
    rejection { reason text } withdrawal { reason text } outcome { outcome result notes }
    messages { text isViewers } appointments { startsAt place attendance } next
} }";

const MATCHES: &str = "query($person: ID!, $needs: [ID!]!) { serviceMatches(person: $person, needs: $needs) {
    fits covered reasons { factor answer wanted found } ownOpenReferral { id }
    service { id name organisation { id name } }
} }";

pub struct Scene<'a> {
    pub officer: Member<'a>,
    pub first: Member<'a>,
    pub second: Member<'a>,
    pub person: String,
    pub consent: Value,
    pub needs: Vec<Value>,
    pub services: [Value; 2],
    pub recipients: [Value; 2],
    municipality: Value,
}

impl<'a> Scene<'a> {
    /// A person recorded in prison with four needs, whose consent names two recipients that fit.
    pub async fn of(app: &'a TestApp) -> Scene<'a> {
        let officer = app.as_member(OFFICER).await;
        let municipality = municipality(app).await;
        let (person, needs) = record(&officer, &municipality).await;
        let matches = find_matches(&officer, &person, &needs).await;
        let mut chosen: Vec<(Member, Value, Value)> = Vec::new();
        for email in RECIPIENTS {
            let member = app.as_member(email).await;
            let viewer = member.data("{ viewer { organisation { id } } }", json!({})).await;
            let organisation = &viewer["viewer"]["organisation"]["id"];
            let service = matches.iter().find(|found| {
                found["service"]["organisation"]["id"] == *organisation && found["fits"] == true
            });
            if let Some(service) = service {
                chosen.push((member, organisation.clone(), service["service"]["id"].clone()));
            }
        }
        assert!(chosen.len() >= 2, "too few services fit: {matches:#?}");
        let mut chosen = chosen.into_iter();
        let (Some((first, one, service)), Some((second, other, another))) = (chosen.next(), chosen.next())
        else {
            panic!("too few services fit: {matches:#?}");
        };
        let recipients = [one, other];
        let consent = ask_consent(&officer, &person, &recipients).await;
        let services = [service, another];
        Scene { officer, first, second, person, consent, needs, services, recipients, municipality }
    }

    pub fn first_service(&self) -> &Value {
        &self.services[0]
    }

    /// Somebody else, who needs the same and has agreed to the same, referred to the first service.
    pub async fn refer_another_to_first(&self) -> Value {
        self.refer_another(&self.services[..1]).await.remove(0)
    }

    pub async fn refer_another_to_both(&self) -> Vec<Value> {
        self.refer_another(&self.services).await
    }

    async fn refer_another(&self, services: &[Value]) -> Vec<Value> {
        let (person, needs) = record(&self.officer, &self.municipality).await;
        ask_consent(&self.officer, &person, &self.recipients).await;
        let draft = draft(&self.officer, &person, &needs, services, None).await;
        self.in_order(&self.send(&draft).await)
    }

    pub async fn matches(&self) -> Vec<Value> {
        find_matches(&self.officer, &self.person, &self.needs).await
    }

    /// Drafts and sends a group of both services, of which any one suffices.
    pub async fn refer_to_both(&self) -> Vec<Value> {
        let draft = self.draft(&self.services, None).await;
        self.in_order(&self.send(&draft).await)
    }

    fn in_order(&self, sent: &[Value]) -> Vec<Value> {
        // In the order of the services, whatever the order of the answer.
        let of =
            |service: &Value| sent.iter().find(|referral| referral["service"]["id"] == *service).cloned();
        self.services.iter().filter_map(of).collect()
    }

    /// Answers the group's id.
    pub async fn draft(&self, services: &[Value], takes_over_from: Option<&Value>) -> Value {
        draft(&self.officer, &self.person, &self.needs, services, takes_over_from).await
    }

    /// Refers to the first service, as urgently as is said.
    pub async fn refer_to_first(&self, priority: &str) -> Value {
        let input = json!({
            "personId": self.person, "needIds": self.needs, "serviceIds": &self.services[..1], "mode": "ANY_ONE",
            "priority": priority, "scopes": ["IDENTITY", "CONTACT", "NEEDS"], "preAcceptance": ["RELEASE_DAY"],
            "ask": "A bed from the day of release.", "send": true,
        });
        let select = "group { referrals { id version state } }";
        self.officer.act("referralDraft", input, select).await["group"]["referrals"][0].take()
    }

    pub async fn send(&self, group: &Value) -> Vec<Value> {
        let select = "group { id mode referrals { id reference version state service { id } } }";
        let payload = self.officer.act("referralSend", json!({ "groupId": group }), select).await;
        payload["group"]["referrals"].as_array().cloned().unwrap_or_default()
    }

    /// The referral as one of them sees it.
    pub async fn seen_by(&self, member: &Member<'_>, referral: &Value) -> Value {
        member.data(REFERRAL, json!({ "id": referral["id"] })).await["referral"].take()
    }

    /// Takes one step with the version that the member sees, and whatever the step needs besides.
    pub async fn step(&self, member: &Member<'_>, mutation: &str, referral: &Value, more: Value) -> Value {
        let seen = self.seen_by(member, referral).await;
        let mut input = json!({ "referralId": referral["id"], "version": seen["version"] });
        for (name, value) in more.as_object().into_iter().flatten() {
            input[name] = value.clone();
        }
        member.act(mutation, input, "referral { id state version }").await["referral"].take()
    }
}

/// Where the recipients are, so that their services serve the person.
async fn municipality(app: &TestApp) -> Value {
    let social = app.as_member(RECIPIENTS[1]).await;
    let viewer = social.data("{ viewer { organisation { municipality { id } } } }", json!({})).await;
    viewer["viewer"]["organisation"]["municipality"]["id"].clone()
}

async fn record(officer: &Member<'_>, municipality: &Value) -> (String, Vec<Value>) {
    let viewer = officer.data("{ viewer { organisation { id } } }", json!({})).await;
    let need =
        |domain: &str| json!({ "domain": domain, "urgency": "URGENT", "text": format!("About {domain}") });
    let input = json!({
        "person": {
            "givenName": GIVEN, "familyName": FAMILY, "dateOfBirth": "1990-05-17", "sex": "FEMALE",
            "language": "lt", "municipalityId": municipality, "releaseDate": RELEASE,
            "releaseConfirmed": true, "legalStatus": "IN_CUSTODY", "sobriety": "SOBER",
            "prisonId": viewer["viewer"]["organisation"]["id"],
        },
        "needs": [need("ACCOMMODATION"), need("EDUCATION_TRAINING_EMPLOYMENT"),
            need("FINANCE_BENEFIT_DEBT_ID"), need("DEPENDENCY_AND_RECOVERY")],
    });
    let payload = officer.act("personRecord", input, "person { id needs { id } }").await;
    let person = &payload["person"];
    let needs = person["needs"].as_array().cloned().unwrap_or_default();
    (
        person["id"].as_str().unwrap_or_default().to_owned(),
        needs.iter().map(|need| need["id"].clone()).collect(),
    )
}

async fn draft(
    officer: &Member<'_>,
    person: &str,
    needs: &[Value],
    services: &[Value],
    takes_over_from: Option<&Value>,
) -> Value {
    let mut input = json!({
        "personId": person, "needIds": needs, "serviceIds": services, "mode": "ANY_ONE",
        "priority": "URGENT", "scopes": ["IDENTITY", "CONTACT", "NEEDS"], "preAcceptance": ["RELEASE_DAY"],
        "ask": "A bed from the day of release.",
    });
    if let Some(id) = takes_over_from {
        input["rerouteOf"] = id.clone();
    }
    officer.act("referralDraft", input, "group { id }").await["group"]["id"].take()
}

async fn find_matches(officer: &Member<'_>, person: &str, needs: &[Value]) -> Vec<Value> {
    let found = officer.data(MATCHES, json!({ "person": person, "needs": needs })).await;
    found["serviceMatches"].as_array().cloned().unwrap_or_default()
}

async fn ask_consent(officer: &Member<'_>, person: &str, recipients: &[Value]) -> Value {
    let input = json!({
        "personId": person, "answer": "GIVEN", "purpose": "RESETTLEMENT",
        "scopes": ["IDENTITY", "CONTACT", "NEEDS"], "recipientIds": recipients, "how": "SPOKEN",
        "inCustody": true, "language": "lt", "said": "Read aloud, and she said yes.", "witness": "A colleague",
        "reportBack": ["ATTENDANCE"], "expiresOn": "2027-06-30",
    });
    let payload = officer.act("consentRecord", input, "consent { id version standing }").await;
    assert_eq!(payload["consent"]["standing"], "IN_FORCE");
    payload["consent"].clone()
}
