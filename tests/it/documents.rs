//! What the pages ask is what the schema offers. The pages' documents are typed when they are compiled, but not
//! all of what they say is checked there: arguments, fragments that cannot be spread, variables that don't fit.

use serde_json::json;

use crate::app::TestApp;
use crate::databases::{Database, run};
use crate::repository_rules::repository;

#[test]
fn the_pages_documents_are_valid() {
    run(async {
        let app = TestApp::empty(Database::Sqlite).await;
        let nobody = app.as_nobody();
        let files = repository();
        let documents: Vec<_> = files
            .iter()
            .filter(|file| file.path.starts_with("web/src/") && file.path.ends_with(".graphql"))
            .collect();
        assert!(documents.len() > 5, "the pages ask hardly anything");
        let mut wrong = Vec::new();
        for document in documents {
            // The whole document is validated, and only this is run.
            let text = format!("{}\nquery OnlyThis {{ __typename }}", document.text);
            let reply = nobody.run("OnlyThis", &text, json!({})).await;
            if reply["data"]["__typename"] != "Query" {
                wrong.push(format!("{}: {}", document.path, reply["errors"]));
            }
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    });
}
