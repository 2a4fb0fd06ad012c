//! The demonstration network, as its members find it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::app::TestApp;
use crate::for_each_database;

/// Those whom one can be, in the order in which they are offered.
const MEMBERS: [&str; 8] = [
    "officer@prison.example",
    "caseworker@ngo.example",
    "admin@ngo.example",
    "pastor@parish.example",
    "social@municipality.example",
    "jobs@employment.example",
    "trainer@centre.example",
    "coordinator@network.example",
];
/// Those who, together, see everything that was sent and everybody who is held.
const SENDERS: [&str; 9] = [
    "head@prison.invalid",
    "head@colony.invalid",
    "head@supervision.invalid",
    "head@ngo.invalid",
    "head@centre.invalid",
    "head@lighthouse.invalid",
    "head@recovery.invalid",
    "social@municipality.example",
    "pastor@parish.example",
];
const STATES: usize = 14;
/// Those who find something on their first page that waits for them.
const BUSY: [&str; 6] = [MEMBERS[0], MEMBERS[1], MEMBERS[3], MEMBERS[4], MEMBERS[5], MEMBERS[6]];

fn nodes(connection: &Value) -> Vec<Value> {
    connection["nodes"].as_array().cloned().unwrap_or_default()
}

for_each_database! {
    async fn places_of_ones_own_country_are_offered_first(database: Database) {
        let app = TestApp::demo(database).await;
        for (member, country) in [(MEMBERS[0], "LT"), (MEMBERS[3], "BY")] {
            let told = app.as_member(member).await.data("{ provinces { country code } }", json!({})).await;
            let provinces = told["provinces"].as_array().expect("a list");
            let own = provinces.iter().take_while(|one| one["country"] == country).count();
            assert!(own > 2, "{member}: {told}");
            assert!(provinces[own..].iter().all(|one| one["country"] != country), "{member}: {told}");
        }
    }

    async fn it_is_as_large_as_it_is_meant_to_be(database: Database) {
        let app = TestApp::demo(database).await;
        let query = "{ referrals(first: 100, filter: { side: SENT }) { nodes { reference state } }
            people(first: 1) { totalCount } }";
        let (mut people, mut references, mut states) = (0, BTreeSet::new(), BTreeMap::<String, usize>::new());
        for email in SENDERS {
            let seen = app.as_member(email).await.data(query, json!({})).await;
            people += seen["people"]["totalCount"].as_u64().unwrap_or_default();
            for referral in nodes(&seen["referrals"]) {
                references.insert(referral["reference"].to_string());
                *states.entry(referral["state"].to_string()).or_default() += 1;
            }
        }
        assert_eq!((people, references.len()), (60, 120));
        assert!(states.len() == STATES && states.values().all(|count| *count >= 4), "{states:?}");
        let query = "{ organisations(first: 100) { totalCount nodes { kind services(first: 50) { totalCount } } }
            demonstrationMembers { email } agreements(first: 100) { nodes { state } } }";
        let seen = app.as_member("coordinator@network.example").await.data(query, json!({})).await;
        let organisations = nodes(&seen["organisations"]);
        let kinds: BTreeSet<String> = organisations.iter().map(|each| each["kind"].to_string()).collect();
        let services = organisations.iter().filter_map(|each| each["services"]["totalCount"].as_u64()).sum::<u64>();
        assert!(organisations.len() >= 16 && services >= 30, "{} and {services}", organisations.len());
        assert_eq!(kinds.len(), 13, "{kinds:?}");
        let states: BTreeSet<String> = nodes(&seen["agreements"]).iter().map(|each| each["state"].to_string()).collect();
        assert_eq!(states.len(), 4, "{states:?}");
        let offered = seen["demonstrationMembers"].as_array().cloned().unwrap_or_default();
        let offered: Vec<&str> = offered.iter().filter_map(|each| each["email"].as_str()).collect();
        assert_eq!(offered, MEMBERS);
    }

    async fn everybody_finds_something_that_waits(database: Database) {
        let app = TestApp::demo(database).await;
        let query = "{ referrals(first: 50, filter: { waitsForViewer: true }, order: URGENT_FIRST) {
            nodes { deadline workingDaysLeft } } upcomingReleases(days: 90) { readiness { state } } }";
        for email in BUSY {
            let seen = app.as_member(email).await.data(query, json!({})).await;
            let waiting = nodes(&seen["referrals"]);
            let left: Vec<i64> = waiting.iter().filter_map(|each| each["workingDaysLeft"].as_i64()).collect();
            let (late, later) = (left.iter().any(|days| *days < 0), left.iter().any(|days| *days > 0));
            assert!(waiting.len() >= 4 && late && later, "{email}: {waiting:?}");
        }
        let officer = app.as_member(MEMBERS[0]).await.data(query, json!({})).await;
        let coming = officer["upcomingReleases"].as_array().cloned().unwrap_or_default();
        assert!(coming.len() >= 8 && coming[0].to_string().contains("UNDER_WAY"), "{coming:?}");
        let query = "{ agreements(first: 20, state: PROPOSED) { nodes { viewerMay } } }";
        let admin = app.as_member(MEMBERS[2]).await.data(query, json!({})).await;
        assert!(nodes(&admin["agreements"])[0]["viewerMay"].to_string().contains("SIGN"), "{admin}");
    }
}
