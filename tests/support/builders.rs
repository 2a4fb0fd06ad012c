//! People, consents and referrals as tests need them, made by the API as a member makes them. Each has defaults that fit
//! each other on [`crate::network`]; `with` sets any other field of the input.

use serde_json::{Map, Value, json};

use crate::client::Member;

/// Of the person that is recorded unless a test says otherwise: no name that is anybody's in the demonstration network.
pub const GIVEN: &str = "Aldona-Test";
pub const FAMILY: &str = "Nepažįstamoji";
pub const RELEASE: &str = "2026-12-07";
/// The last day of a consent.
pub const EXPIRES: &str = "2027-06-30";
/// What is shared and agreed to.
pub const SCOPES: [&str; 3] = ["IDENTITY", "CONTACT", "NEEDS"];

/// Somebody who was recorded.
pub struct Person {
    pub id: String,
    /// The ids of the needs, in the order in which they were named.
    pub needs: Vec<Value>,
}

/// A woman in prison who comes home on [`RELEASE`] to where the member's organisation is, with one need: a bed.
pub fn person<'m, 'a>(by: &'m Member<'a>) -> PersonBuilder<'m, 'a> {
    PersonBuilder { by, fields: Map::new(), needs: vec!["ACCOMMODATION"] }
}

pub struct PersonBuilder<'m, 'a> {
    by: &'m Member<'a>,
    fields: Map<String, Value>,
    needs: Vec<&'static str>,
}

impl PersonBuilder<'_, '_> {
    pub fn with(mut self, field: &str, value: impl Into<Value>) -> Self {
        self.fields.insert(field.to_owned(), value.into());
        self
    }

    pub fn named(self, given: &str, family: &str) -> Self {
        self.with("givenName", given).with("familyName", family)
    }

    /// Needs of these domains, in place of the bed.
    pub fn needing(mut self, domains: &[&'static str]) -> Self {
        self.needs = domains.to_vec();
        self
    }

    pub async fn record(self) -> Person {
        let viewer = "{ viewer { organisation { id kind municipality { id } } } }";
        let own = self.by.data(viewer, json!({})).await["viewer"]["organisation"].take();
        let mut person = json!({
            "givenName": GIVEN, "familyName": FAMILY, "dateOfBirth": "1990-05-17", "sex": "FEMALE", "language": "lt",
            "municipalityId": own["municipality"]["id"], "releaseDate": RELEASE, "releaseConfirmed": true,
            "legalStatus": "IN_CUSTODY", "sobriety": "SOBER",
            "prisonId": if own["kind"] == "PRISON" { own["id"].clone() } else { Value::Null },
        });
        set(&mut person, self.fields);
        let need = |domain: &&str| json!({ "domain": domain, "urgency": "URGENT", "text": format!("About {domain}") });
        let needs: Vec<Value> = self.needs.iter().map(need).collect();
        let input = json!({ "person": person, "needs": needs });
        let made = self.by.act("personRecord", input, "person { id needs { id } }").await;
        let needs = made["person"]["needs"].as_array().cloned().unwrap_or_default();
        Person {
            id: made["person"]["id"].as_str().unwrap_or_default().to_owned(),
            needs: needs.iter().map(|need| need["id"].clone()).collect(),
        }
    }
}

/// What a person says to these recipients: a spoken yes to [`SCOPES`] until [`EXPIRES`].
pub fn consent<'m, 'a>(by: &'m Member<'a>, person: &str, recipients: &[Value]) -> ConsentBuilder<'m, 'a> {
    let input = json!({
        "personId": person, "answer": "GIVEN", "purpose": "RESETTLEMENT", "scopes": SCOPES, "recipientIds": recipients,
        "how": "SPOKEN", "inCustody": true, "language": "lt", "said": "Read aloud, and she said yes.",
        "witness": "A colleague", "reportBack": ["ATTENDANCE"], "expiresOn": EXPIRES,
    });
    ConsentBuilder { by, input }
}

pub struct ConsentBuilder<'m, 'a> {
    by: &'m Member<'a>,
    input: Value,
}

impl ConsentBuilder<'_, '_> {
    pub fn with(mut self, field: &str, value: impl Into<Value>) -> Self {
        self.input[field] = value.into();
        self
    }

    /// A no in place of the yes.
    pub fn refused(self) -> Self {
        self.with("answer", "REFUSED")
            .with("said", "No.")
            .with("witness", Value::Null)
            .with("reportBack", json!([]))
    }

    /// The mutation's input, for tests that send it themselves.
    pub fn input(self) -> Value {
        self.input
    }

    /// Its id, version and standing.
    pub async fn record(self) -> Value {
        self.by.act("consentRecord", self.input, "consent { id version standing }").await["consent"].take()
    }
}

/// An urgent referral of all needs of a person to these services, of which any one suffices.
pub fn referral<'m, 'a>(
    by: &'m Member<'a>,
    person: &str,
    needs: &[Value],
    services: &[Value],
) -> ReferralBuilder<'m, 'a> {
    let input = json!({
        "personId": person, "needIds": needs, "serviceIds": services, "mode": "ANY_ONE", "priority": "URGENT",
        "scopes": SCOPES, "preAcceptance": ["RELEASE_DAY"], "ask": "A bed from the day of release.",
    });
    ReferralBuilder { by, input, services: services.to_vec() }
}

pub struct ReferralBuilder<'m, 'a> {
    by: &'m Member<'a>,
    input: Value,
    services: Vec<Value>,
}

impl ReferralBuilder<'_, '_> {
    pub fn with(mut self, field: &str, value: impl Into<Value>) -> Self {
        self.input[field] = value.into();
        self
    }

    /// The mutation's input, for tests that send it themselves.
    pub fn input(self) -> Value {
        self.input
    }

    /// The id of the group, of which nothing is sent.
    pub async fn draft(self) -> Value {
        self.by.act("referralDraft", self.input, "group { id }").await["group"]["id"].take()
    }

    /// The referrals, sent, in the order of the services.
    pub async fn send(self) -> Vec<Value> {
        let input = self.with("send", true);
        let select = "group { referrals { id reference version state service { id } } }";
        let made = input.by.act("referralDraft", input.input, select).await["group"]["referrals"].take();
        in_order_of(&input.services, made.as_array().map(Vec::as_slice).unwrap_or_default())
    }
}

/// Referrals of one group in the order of their services, whatever the order of the answer.
pub fn in_order_of(services: &[Value], referrals: &[Value]) -> Vec<Value> {
    let to = |service: &Value| referrals.iter().find(|one| one["service"]["id"] == *service).cloned();
    services.iter().filter_map(to).collect()
}

fn set(object: &mut Value, fields: Map<String, Value>) {
    for (name, value) in fields {
        object[name] = value;
    }
}
