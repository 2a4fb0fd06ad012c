//! The schema says of everything what it is, and what the pages ask is what the schema offers. The pages' documents are typed when they are compiled, but not
//! all of what they say is checked there: arguments, fragments that cannot be spread, variables that don't fit.

use serde_json::{Value, json};

use crate::app::TestApp;
use crate::databases::{Database, run};
use crate::repository::repository;

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

#[test]
fn every_item_of_the_schema_is_described() {
    run(async {
        let app = TestApp::empty(Database::Sqlite).await;
        let reply = app.as_nobody().run("Described", DESCRIBED, json!({})).await;
        let types = list(&reply["data"]["__schema"]["types"]);
        assert!(types.len() > 100, "the schema has hardly any types: {}", reply["errors"]);
        let mut silent = Vec::new();
        let mut look = |path: String, item: &Value| {
            if item["description"].as_str().is_none_or(|says| says.trim().is_empty()) {
                silent.push(path);
            }
        };
        for of in types {
            let name = of["name"].as_str().unwrap_or_default();
            if name.starts_with("__") || ["Boolean", "Float", "ID", "Int", "String"].contains(&name) {
                continue;
            }
            look(name.to_owned(), of);
            for kind in ["fields", "inputFields", "enumValues"] {
                for item in list(&of[kind]) {
                    let path = format!("{name}.{}", item["name"].as_str().unwrap_or_default());
                    for arg in list(&item["args"]) {
                        look(format!("{path}({})", arg["name"].as_str().unwrap_or_default()), arg);
                    }
                    look(path, item);
                }
            }
        }
        assert!(silent.is_empty(), "without a description:\n{}", silent.join("\n"));
    });
}

const DESCRIBED: &str = "query Described { __schema { types { name description
    fields(includeDeprecated: true) { name description args { name description } }
    inputFields { name description } enumValues(includeDeprecated: true) { name description } } } }";

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}
