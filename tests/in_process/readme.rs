//! The examples of GraphQL in the README and in docs/api.md, run as they are written.

use serde_json::{Value, json};

use crate::app::TestApp;
use crate::for_each_database;
use crate::story::scene::Scene;

/// The examples, in order.
fn examples() -> Vec<&'static str> {
    let pages = [include_str!("../../README.md"), include_str!("../../docs/api.md")];
    let blocks = pages.into_iter().flat_map(|page| page.split("```graphql\n").skip(1));
    blocks.filter_map(|rest| rest.split("```").next()).collect()
}

for_each_database! {
    async fn every_example_runs(database: Database) {
        let app = TestApp::demo(database).await;
        let scene = Scene::of(&app).await;
        let leader = app.as_member("head@prison.invalid").await;
        let variables = |text: &str| -> Value {
            let known = json!({ "person": scene.person, "needs": scene.needs, "services": scene.services });
            let named = known.as_object().into_iter().flatten();
            named.filter(|(name, _)| text.contains(&format!("${name}:"))).map(|(n, v)| (n.clone(), v.clone())).collect()
        };
        let examples = examples();
        assert!(examples.len() >= 4, "only {} examples are found", examples.len());
        for example in examples {
            // The journal is for whoever leads.
            let asker = if example.contains("eventsSince") { &leader } else { &scene.officer };
            let answer = asker.data(example, variables(example)).await;
            let payloads = answer.as_object().into_iter().flatten();
            for (field, payload) in payloads.filter(|(_, payload)| payload.get("errors").is_some()) {
                assert_eq!(payload["errors"], json!([]), "{field}");
            }
        }
    }
}
