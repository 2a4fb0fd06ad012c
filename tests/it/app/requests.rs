//! GraphQL as a partner's system speaks it: one POST with a token.

use api::access::viewer::find_member;
use api::domain::members::make_token;
use axum::body::Body;
use http::Request;
use serde_json::{Value, json};
use tokio::sync::OnceCell;

use super::{Answer, TestApp};

/// Somebody who asks with a token, or nobody.
pub struct Member<'a> {
    app: &'a TestApp,
    token: Option<String>,
}

impl<'a> Member<'a> {
    pub(super) fn nobody(app: &'a TestApp) -> Member<'a> {
        Member { app, token: None }
    }

    pub(super) async fn with_token(app: &'a TestApp, email: &str) -> Member<'a> {
        let found = find_member(app.db().read(), email, None, app.clock.now())
            .await
            .expect("members can be looked up");
        let member = found.unwrap_or_else(|choices| panic!("{email} is a member of {choices:?}"));
        let token = make_token(app.app.state(), member, 30).await.expect("a token can be made");
        Member { app, token: Some(token.0) }
    }

    pub(super) fn with_secret(app: &'a TestApp, token: &str) -> Member<'a> {
        Member { app, token: Some(token.to_owned()) }
    }

    /// The whole answer, as it goes over the network.
    pub async fn ask(&self, query: &str, variables: Value) -> Answer {
        self.send(json!({ "query": query, "variables": variables })).await
    }

    /// The reply to one operation of a document that holds several.
    pub async fn run(&self, operation: &str, document: &str, variables: Value) -> Value {
        let body = json!({ "query": document, "operationName": operation, "variables": variables });
        read(&self.send(body).await)
    }

    /// The text of the answer to the same over GET.
    pub async fn over_get(&self, query: &str, variables: Value) -> String {
        let asked: String = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("query", query)
            .append_pair("variables", &variables.to_string())
            .finish();
        let token = self.token.as_deref().unwrap_or_default();
        let request = Request::get(format!("/graphql?{asked}"))
            .header("host", "throughgate.test")
            .header("authorization", format!("Bearer {token}"))
            .body(Body::empty())
            .expect("its parts are well formed");
        self.app.send(request).await.body
    }

    async fn send(&self, body: Value) -> Answer {
        let mut request = Request::post("/graphql")
            .header("host", "throughgate.test")
            .header("content-type", "application/json")
            .header("accept", "application/graphql-response+json");
        if let Some(token) = &self.token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        let request = request.body(Body::from(body.to_string())).expect("its parts are well formed");
        self.app.send(request).await
    }

    /// The reply: `data`, `errors`.
    pub async fn gql(&self, query: &str, variables: Value) -> Value {
        read(&self.ask(query, variables).await)
    }

    /// The data of an operation that must succeed.
    pub async fn data(&self, query: &str, variables: Value) -> Value {
        let mut reply = self.gql(query, variables).await;
        assert!(reply.get("errors").is_none(), "{query}\n{reply:#}");
        reply["data"].take()
    }

    /// Runs a mutation with its one input and answers its payload, which must hold no errors. `select` says
    /// what is wanted of the payload.
    pub async fn act(&self, mutation: &str, input: Value, select: &str) -> Value {
        let mut payload = self.try_to(mutation, input, select).await;
        assert_eq!(payload["errors"], json!([]), "{mutation}");
        payload[mutation].take()
    }

    /// The same, where the payload may hold errors: `{ <mutation>: …, errors: […] }`.
    pub async fn try_to(&self, mutation: &str, input: Value, select: &str) -> Value {
        let reply = self.attempt(mutation, input, select).await;
        assert!(reply.get("errors").is_none(), "{mutation}: {reply:#}");
        let payload = &reply["data"]["payload"];
        json!({ mutation: payload, "errors": payload["errors"] })
    }

    /// Runs a mutation whatever comes of it: the whole reply, its payload under that name.
    pub async fn attempt(&self, mutation: &str, input: Value, select: &str) -> Value {
        let document = self.document(mutation, select).await;
        self.gql(&document, json!({ "input": input })).await
    }

    /// The code of the GraphQL error by which a mutation must be refused.
    pub async fn refused(&self, mutation: &str, input: Value, select: &str) -> String {
        let reply = self.attempt(mutation, input, select).await;
        code(&reply).unwrap_or_else(|| panic!("{mutation} was not refused: {reply:#}"))
    }

    /// The operation that runs a mutation with its input as a variable.
    async fn document(&self, mutation: &str, select: &str) -> String {
        let input_type = input_type(self, mutation).await;
        format!(
            "mutation($input: {input_type}!) {{ payload: {mutation}(input: $input) \
             {{ {select} errors {{ code path message }} }} }}"
        )
    }
}

fn read(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap_or_else(|_| panic!("no JSON: {answer:?}"))
}

/// What the schema calls a mutation's input; asked once, for the schema is the same for all.
async fn input_type(member: &Member<'_>, mutation: &str) -> String {
    static FIELDS: OnceCell<Value> = OnceCell::const_new();
    let ask = "{ __schema { mutationType { fields { name args { name type { ofType { name } } } } } } }";
    let schema = FIELDS.get_or_init(|| member.data(ask, json!({}))).await;
    let fields = schema["__schema"]["mutationType"]["fields"].as_array().map(Vec::as_slice);
    let field = fields.unwrap_or_default().iter().find(|field| field["name"] == mutation);
    let field = field.unwrap_or_else(|| panic!("there is no mutation {mutation}"));
    field["args"][0]["type"]["ofType"]["name"].as_str().unwrap_or_default().to_owned()
}

/// The first error's code, if there is an error.
pub fn code(reply: &Value) -> Option<String> {
    let error = reply.get("errors")?.as_array()?.first()?;
    Some(error["extensions"]["code"].as_str().unwrap_or("none").to_owned())
}

/// What a payload finds wrong with its input: code and path of each, as `REQUIRED person.givenName`.
pub fn problems(payload: &Value) -> Vec<String> {
    let errors = payload["errors"].as_array().map(Vec::as_slice).unwrap_or_default();
    let path = |error: &Value| {
        let parts = error["path"].as_array().cloned().unwrap_or_default();
        parts.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(".")
    };
    errors
        .iter()
        .map(|error| format!("{} {}", error["code"].as_str().unwrap_or_default(), path(error)))
        .collect()
}
