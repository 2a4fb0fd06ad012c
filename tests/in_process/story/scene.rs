//! The people and places of the story, and what they ask.

use serde_json::{Value, json};

use crate::app::{Member, TestApp};
use crate::builders::{self, Person, consent, in_order_of, person, referral};
pub use crate::builders::{FAMILY, GIVEN, RELEASE};
pub use crate::network::{OFFICER, STRANGER};

/// Members of organisations that the officer may refer to; two of them take part.
const RECIPIENTS: [&str; 3] =
    ["caseworker@ngo.example", "social@municipality.example", "jobs@employment.example"];
/// What the person needs.
const NEEDS: [&str; 4] =
    ["ACCOMMODATION", "EDUCATION_TRAINING_EMPLOYMENT", "FINANCE_BENEFIT_DEBT_ID", "DEPENDENCY_AND_RECOVERY"];

/// From the first day of every test to the last of the consent.
pub const DAYS_OF_CONSENT: i64 = 219;

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
    /// A person recorded in prison with four needs, whose consent names two recipients that fit. On the small network, or
    /// on the demonstration network where a test needs all of that.
    pub async fn of(app: &'a TestApp) -> Scene<'a> {
        let officer = app.as_member(OFFICER).await;
        let municipality = municipality(app).await;
        let Person { id: person, needs } = record(&officer, &municipality).await;
        let matches = find_matches(&officer, &person, &needs).await;
        let mut chosen: Vec<(Member, Value, Value)> = Vec::new();
        for email in RECIPIENTS {
            if chosen.len() == 2 {
                break;
            }
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
        let mut chosen = chosen.into_iter();
        let (Some((first, one, service)), Some((second, other, another))) = (chosen.next(), chosen.next())
        else {
            panic!("too few services fit: {matches:#?}");
        };
        let recipients = [one, other];
        let consent = agree(&officer, &person, &recipients).await;
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

    pub async fn refer_another(&self, services: &[Value]) -> Vec<Value> {
        let other = record(&self.officer, &self.municipality).await;
        agree(&self.officer, &other.id, &self.recipients).await;
        let draft = referral(&self.officer, &other.id, &other.needs, services).draft().await;
        in_order_of(&self.services, &self.send(&draft).await)
    }

    /// A referral of the scene's person to these services, to be changed before it is sent.
    pub fn referring(&self, services: &[Value]) -> builders::ReferralBuilder<'_, 'a> {
        referral(&self.officer, &self.person, &self.needs, services)
    }

    pub async fn matches(&self) -> Vec<Value> {
        find_matches(&self.officer, &self.person, &self.needs).await
    }

    /// Drafts and sends a group of both services, of which any one suffices.
    pub async fn refer_to_both(&self) -> Vec<Value> {
        let draft = self.draft(&self.services, None).await;
        in_order_of(&self.services, &self.send(&draft).await)
    }

    /// Answers the group's id.
    pub async fn draft(&self, services: &[Value], takes_over_from: Option<&Value>) -> Value {
        let draft = self.referring(services);
        match takes_over_from {
            Some(id) => draft.with("rerouteOf", id.clone()).draft().await,
            None => draft.draft().await,
        }
    }

    /// Refers to the first service, as urgently as is said.
    pub async fn refer_to_first(&self, priority: &str) -> Value {
        self.referring(&self.services[..1]).with("priority", priority).send().await.remove(0)
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

async fn record(officer: &Member<'_>, municipality: &Value) -> Person {
    person(officer).with("municipalityId", municipality.clone()).needing(&NEEDS).record().await
}

async fn find_matches(officer: &Member<'_>, person: &str, needs: &[Value]) -> Vec<Value> {
    let found = officer.data(MATCHES, json!({ "person": person, "needs": needs })).await;
    found["serviceMatches"].as_array().cloned().unwrap_or_default()
}

async fn agree(officer: &Member<'_>, person: &str, recipients: &[Value]) -> Value {
    let consent = consent(officer, person, recipients).record().await;
    assert_eq!(consent["standing"], "IN_FORCE");
    consent
}
