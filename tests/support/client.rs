//! GraphQL as a partner's system speaks it: one POST with a token. One client, for the application in this process and for
//! a program that was started.

use std::future::Future;
use std::net::SocketAddr;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use axum::body::Body;
use capabilities::members::make_token;
use entities::ids::MemberId;
use http::Request;
use platform::access::viewer::find_member;
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::app::TestApp;
use crate::plain_http;

/// Somebody who asks with a token, or nobody.
pub struct Member<'a> {
    way: Way<'a>,
    token: Option<String>,
}

/// By which way what is asked gets there.
#[derive(Clone, Copy)]
enum Way<'a> {
    InProcess(&'a TestApp),
    OverNetwork(SocketAddr),
}

impl<'a> Member<'a> {
    pub(crate) fn nobody(app: &'a TestApp) -> Member<'a> {
        Member { way: Way::InProcess(app), token: None }
    }

    pub(crate) fn with_secret(app: &'a TestApp, token: &str) -> Member<'a> {
        Member { way: Way::InProcess(app), token: Some(token.to_owned()) }
    }

    pub(crate) async fn with_token(app: &'a TestApp, email: &str) -> Member<'a> {
        let member = member(app, email).await;
        let token = make_token(app.state(), member, 30).await.expect("a token can be made");
        Member { way: Way::InProcess(app), token: Some(token.0) }
    }

    /// Asks a program that listens there. Each request is waited for where it is made: of several that are joined the
    /// second begins when the first is answered. What must happen at once is asked from several threads.
    pub fn over_network(address: SocketAddr, token: Option<&str>) -> Member<'static> {
        Member { way: Way::OverNetwork(address), token: token.map(str::to_owned) }
    }

    /// The whole answer, as it goes over the network.
    pub async fn ask(&self, query: &str, variables: Value) -> Answer {
        self.send(json!({ "query": query, "variables": variables })).await
    }

    /// The reply to one operation of a document that holds several.
    pub async fn run(&self, operation: &str, document: &str, variables: Value) -> Value {
        let body = json!({ "query": document, "operationName": operation, "variables": variables });
        self.send(body).await.json()
    }

    /// The text of the answer to the same over GET.
    pub async fn over_get(&self, query: &str, variables: Value) -> String {
        let asked: String = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("query", query)
            .append_pair("variables", &variables.to_string())
            .finish();
        let path = format!("/graphql?{asked}");
        match self.way {
            Way::InProcess(app) => {
                let request = self.headed(Request::get(path), &[]).body(Body::empty());
                app.send(request.expect("its parts are well formed")).await.body
            }
            Way::OverNetwork(address) => {
                plain_http::get_with(address, &path, &self.credentials()).expect("the program answers").body
            }
        }
    }

    async fn send(&self, body: Value) -> Answer {
        let headers = [("content-type", "application/json"), ("accept", "application/graphql-response+json")];
        match self.way {
            Way::InProcess(app) => {
                let request = self.headed(Request::post("/graphql"), &headers);
                app.send(request.body(Body::from(body.to_string())).expect("its parts are well formed")).await
            }
            Way::OverNetwork(address) => {
                let headers = headers.map(|(name, value)| format!("{name}: {value}\r\n")).concat();
                let headers = headers + &self.credentials();
                let answer = plain_http::post(address, "/graphql", &headers, &body.to_string());
                answer.expect("the program answers")
            }
        }
    }

    /// The header that says who asks, as it goes over the network.
    fn credentials(&self) -> String {
        self.token.as_ref().map(|token| format!("Authorization: Bearer {token}\r\n")).unwrap_or_default()
    }

    fn headed(&self, request: http::request::Builder, headers: &[(&str, &str)]) -> http::request::Builder {
        let mut request = request.header("host", "throughgate.test");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        match &self.token {
            Some(token) => request.header("authorization", format!("Bearer {token}")),
            None => request,
        }
    }

    /// The reply: `data`, `errors`.
    pub async fn gql(&self, query: &str, variables: Value) -> Value {
        self.ask(query, variables).await.json()
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

    /// What a mutation finds wrong with its input, as [`problems`] writes it.
    pub async fn wrong(&self, mutation: &str, input: Value, select: &str) -> Vec<String> {
        problems(&self.try_to(mutation, input, select).await)
    }

    /// Runs a mutation whatever comes of it: the whole reply, its payload under that name.
    pub async fn attempt(&self, mutation: &str, input: Value, select: &str) -> Value {
        self.gql(&document(mutation, select), json!({ "input": input })).await
    }

    /// The code of the GraphQL error by which a mutation must be refused.
    pub async fn refused(&self, mutation: &str, input: Value, select: &str) -> String {
        let reply = self.attempt(mutation, input, select).await;
        code(&reply).unwrap_or_else(|| panic!("{mutation} was not refused: {reply:#}"))
    }
}

/// The one member with this address.
pub(crate) async fn member(app: &TestApp, email: &str) -> MemberId {
    let found = find_member(app.db().read(), email, None, app.clock.now()).await;
    let found = found.expect("members can be looked up");
    found.unwrap_or_else(|choices| panic!("{email} is a member of {choices:?}"))
}

/// What a program answers, for tests that have no runtime: over the network nothing is waited for by the runtime.
pub fn at_once<T>(asked: impl Future<Output = T>) -> T {
    match pin!(asked).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => panic!("only what is asked over the network is answered at once"),
    }
}

/// The operation that runs a mutation with its input as a variable.
fn document(mutation: &str, select: &str) -> String {
    let input_type = input_type(mutation);
    format!(
        "mutation($input: {input_type}!) {{ payload: {mutation}(input: $input) \
         {{ {select} errors {{ code path message }} }} }}"
    )
}

/// What the schema, as it is checked in, calls a mutation's input.
fn input_type(mutation: &str) -> &'static str {
    const SCHEMA: &str = include_str!("../../api/schema.graphql");
    let (_, mutations) = SCHEMA.split_once("\ntype Mutation {").expect("the schema has mutations");
    let arguments = mutations.split_once(&format!("\n\t{mutation}(")).map(|(_, rest)| rest);
    let input = arguments.and_then(|rest| rest.split_once("\n\t\tinput: ")?.1.split_once("!\n"));
    let (input, _) = input.unwrap_or_else(|| panic!("api/schema.graphql has no mutation {mutation}"));
    input
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
