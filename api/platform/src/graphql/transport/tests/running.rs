//! What is run, what is refused before it runs, and what leaves.

use std::time::{Duration, Instant};

use async_graphql::Data;
use http::StatusCode;
use serde_json::{Value, json};

use super::{JSON, post, post_with};
use crate::graphql::transport::{Class, Operation, Via, toy};

#[tokio::test]
async fn errors_before_execution_have_a_code_and_no_data() {
    let chain = format!(
        "{{ person {{ ...F0 }} }} {} fragment F20 on Person {{ id }}",
        (0..20).map(|n| format!("fragment F{n} on Person {{ ...F{0} ...F{0} }}", n + 1)).collect::<String>()
    );
    for (query, code, why) in [
        ("{", "BAD_USER_INPUT", "expected"),
        ("{ nothing }", "BAD_USER_INPUT", "Unknown field"),
        ("query A { me } query B { me }", "BAD_USER_INPUT", "say which"),
        ("subscription { me }", "BAD_USER_INPUT", "Subscriptions"),
        ("{ person { ...A } }", "BAD_USER_INPUT", "Unknown fragment"),
        ("fragment A on Query { me }", "BAD_USER_INPUT", "operation"),
        ("{ a: me ...A } fragment A on Query { ...A }", "BAD_USER_INPUT", "contains itself"),
        ("query($a: Nothing) { me }", "BAD_USER_INPUT", "Nothing"),
        (&chain, "TOO_COMPLEX", "wherever a fragment is spread"),
        ("{ people(first: 100000) { nodes { id } } }", "TOO_COMPLEX", "points"),
    ] {
        let answer = post(json!({ "query": query }).to_string()).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{query}");
        assert_eq!(answer.code(), code, "{query}");
        assert!(answer.message().contains(why), "{query}: {}", answer.message());
        assert!(answer.body.get("data").is_none(), "{query}");
    }
}

#[tokio::test]
async fn variables_that_do_not_fit_are_refused_whether_used_or_not() {
    let query = "mutation($input: Greeting!, $unused: [Colour!], $flag: Boolean = true) {
        greet(input: $input) a: __typename @include(if: $flag) }";
    let gateway = toy::gateway();
    for (variables, why) in [
        (json!({}), "a value of type Greeting! is required"),
        (json!({ "input": null }), "can't be null"),
        (json!({ "input": 1 }), "an object Greeting is expected"),
        (json!({ "input": {} }), "text of type String! is required"),
        (json!({ "input": { "text": 1 } }), "at text, String is expected"),
        (json!({ "input": { "text": "a", "colour": "BLUE" } }), "at colour, one of the values"),
        (json!({ "input": { "text": "a", "size": 1 } }), "at size, Greeting has no such field"),
        (json!({ "input": { "text": "a", "times": 1.5 } }), "at times, Int is expected"),
        (json!({ "input": { "text": "a" }, "flag": "yes" }), "Boolean is expected"),
        (json!({ "input": { "text": "a" }, "flag": 0 }), "Boolean is expected"),
        (json!({ "input": { "text": "a" }, "unused": ["RED", null] }), "at 1, Colour! can't be null"),
    ] {
        // Twice: before and after the document is known.
        for _ in 0..2 {
            let operation = Operation::new(query).variables(variables.clone());
            let reply = gateway.run(operation, Data::default(), Via::Post).await;
            assert_eq!(reply.class, Class::Refused, "{variables}");
            assert!(reply.response.errors[0].message.contains(why), "{why}: {reply:?}");
        }
        let fits = "mutation($input: Greeting!) { greet(input: $input) }";
        let operation = Operation::new(fits)
            .variables(json!({ "input": { "text": "a", "colour": "GREEN", "loud": true, "times": 2 } }));
        let reply = gateway.run(operation, Data::default(), Via::InProcess).await;
        assert_eq!(reply.into_bytes(), r#"{"data":{"greet":"AA"}}"#);
    }
}

#[tokio::test]
async fn the_same_document_is_answered_the_same_whether_known_or_not() {
    let gateway = toy::gateway();
    for query in [
        "{ person(number: 2147483647) { name notes { author { id } } } }",
        "{ person(number: 2147483648) { name } }",
        "{ person(number: \"a\") { name } }",
        "{ node(id: 1) { ... on Person { broken } } me }",
        "{ nothing }",
        "{",
    ] {
        let mut answers = Vec::new();
        for _ in 0..3 {
            let reply = gateway.run(Operation::new(query), Data::default(), Via::Post).await;
            answers.push((reply.class, reply.into_bytes()));
        }
        assert_eq!(answers[0], answers[1], "{query}");
        assert_eq!(answers[0], answers[2], "{query}");
    }
}

#[tokio::test]
async fn the_door_says_who_asks_and_has_the_last_word() {
    let body = r#"{"query":"{ me }"}"#;
    let answer = post_with(&[JSON, ("x-name", "ana")], body).await;
    assert_eq!(answer.body, json!({ "data": { "me": "ana" } }));
    let answer = post_with(&[JSON, ("x-name", "stop")], body).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert_eq!(answer.headers["www-authenticate"], "Bearer");
    assert_eq!((answer.code(), answer.message()), ("UNAUTHENTICATED", "Who are you?"));
    let answer = post_with(&[JSON, ("x-name", "spy")], body).await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(answer.code(), "INTERNAL");
    assert!(answer.message().contains("ref-1") && answer.body.get("data").is_none());
}

#[tokio::test]
async fn the_text_of_a_bug_never_leaves() {
    let answer = post(r#"{"query":"{ node(id: 1) { ... on Person { bug } } }"}"#).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.code(), "INTERNAL");
    assert!(!answer.body.to_string().contains("10.0.0.3"));
    assert_eq!(answer.body["data"]["node"]["bug"], Value::Null);
    let reference = &answer.body["errors"][0]["extensions"]["reference"];
    assert!(answer.message().contains(reference.as_str().unwrap()));
}

#[tokio::test]
async fn a_thousand_errors_are_a_few() {
    let query = format!("{{ person {{ {} }} }}", (0..1_000).map(|n| format!("a{n} ")).collect::<String>());
    let start = Instant::now();
    let answer = post(json!({ "query": query }).to_string()).await;
    assert_eq!(answer.body["errors"].as_array().unwrap().len(), 20);
    assert!(start.elapsed() < Duration::from_secs(2));
}
