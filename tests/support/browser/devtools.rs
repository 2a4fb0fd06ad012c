//! What WebDriver has no word for and Chromium's own protocol has: emulation, and running what a strict
//! policy of the page would forbid.

use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};

#[derive(Debug)]
struct Command {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

/// Runs one command of the DevTools protocol and answers its result.
pub async fn devtools(client: &Client, command: &str, parameters: Value) -> Value {
    let body = json!({ "cmd": command, "params": parameters });
    let answer = client.issue_cmd(Command { path: "goog/cdp/execute", body }).await;
    answer.unwrap_or_else(|error| panic!("{command}: {error}"))
}

/// Evaluates an expression in the page and answers its value, awaited if it is a promise.
pub async fn evaluate(client: &Client, expression: &str) -> Value {
    let parameters = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
    let answer = devtools(client, "Runtime.evaluate", parameters).await;
    if let Some(thrown) = answer.get("exceptionDetails") {
        panic!("the page threw: {thrown}");
    }
    answer["result"]["value"].clone()
}

/// What the browser's console has said since the last time: broken rules of the page's policy,
/// missing files, errors of scripts.
pub async fn console(client: &Client) -> Vec<String> {
    let answer = client.issue_cmd(Command { path: "se/log", body: json!({ "type": "browser" }) }).await;
    let entries = answer.unwrap_or_else(|error| panic!("the browser's console: {error}"));
    let entries = entries.as_array().cloned().unwrap_or_default();
    entries.iter().map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect()
}
