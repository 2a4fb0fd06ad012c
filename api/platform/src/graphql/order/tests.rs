//! Replies in the order of their queries, whatever was ready first.

use async_graphql::Data;

use crate::graphql::transport::{Class, Operation, Reply, Via, toy};

async fn reply(query: &str) -> Reply {
    let reply = toy::gateway();
    let reply = reply.run(Operation::new(query), Data::default(), Via::Post);
    reply.await
}

async fn data(query: &str) -> String {
    let reply = reply(query).await;
    assert!(reply.response.errors.is_empty(), "{:?}", reply.response.errors);
    serde_json::to_string(&reply.response.data).unwrap()
}

#[tokio::test]
async fn fields_that_wait_come_in_the_order_of_the_query() {
    let answer = data("{ c: slow(ms: 30) person { id } b: slow(ms: 15) a: slow(ms: 1) me }").await;
    assert_eq!(answer, r#"{"c":30,"person":{"id":"person_1"},"b":15,"a":1,"me":null}"#);
    let nested =
        data("{ people(first: 2) { nodes { b: slow(ms: 20) name a: slow(ms: 2) notes { late text } } } }")
            .await;
    let row = |n| {
        format!(
            r#"{{"b":20,"name":"Person {n}","a":2,"notes":[{{"late":"late","text":"hello"}},{{"late":"late","text":"again"}}]}}"#
        )
    };
    assert_eq!(nested, format!(r#"{{"people":{{"nodes":[{},{}]}}}}"#, row(0), row(1)));
}

#[tokio::test]
async fn fragments_merge_at_the_first_occurrence_of_a_key() {
    let answer = data(
        "{ ...F a: slow(ms: 1) ... on Query { person { slow(ms: 9) colour } z: me } }
         fragment F on Query { b: slow(ms: 20) person { name ...P } }
         fragment P on Person { id slow(ms: 9) }",
    )
    .await;
    assert_eq!(
        answer,
        r#"{"b":20,"person":{"name":"Person 1","id":"person_1","slow":9,"colour":"RED"},"a":1,"z":null}"#
    );
}

#[tokio::test]
async fn what_is_skipped_has_no_place_in_the_order() {
    let query = "query($no: Boolean!, $yes: Boolean = true) {
        a: slow(ms: 9) @include(if: $no) b: slow(ms: 5) ... @skip(if: $yes) { c: me }
        a: slow(ms: 9) d: me }";
    let gateway = toy::gateway();
    for via in [Via::Post, Via::Post] {
        let operation = Operation::new(query).variables(serde_json::json!({ "no": false }));
        let reply = gateway.run(operation, Data::default(), via).await;
        let answer = serde_json::to_string(&reply.response.data).unwrap();
        assert_eq!(answer, r#"{"b":5,"a":9,"d":null}"#);
    }
    assert_eq!(data("{ me @skip(if: true) }").await, "{}");
}

#[tokio::test]
async fn behind_an_interface_the_object_decides() {
    let query = |id: &str, typename: &str| {
        format!(
            "{{ node(id: \"{id}\") {{ {typename} ... on Place {{ late id town }}
               ... on Person {{ name slow(ms: 3) id }} }} }}"
        )
    };
    assert_eq!(
        data(&query("place", "")).await,
        r#"{"node":{"late":"late","id":"place","town":"Marijampolė"}}"#
    );
    assert_eq!(
        data(&query("person_1", "")).await,
        r#"{"node":{"name":"Person 1","slow":3,"id":"person_1"}}"#
    );
    let both = "{ node(id: 1) { ... on Place { late id } ... on Person { id late: slow(ms: 3) }
                t: __typename } }";
    assert_eq!(data(both).await, r#"{"node":{"id":"person_1","late":3,"t":"Person"}}"#);
}

#[tokio::test]
async fn what_failed_is_null_or_makes_its_object_null() {
    let failed = reply("{ me person { id maybe name } }").await;
    assert_eq!(failed.class, Class::Executed);
    assert_eq!(
        String::from_utf8(failed.into_bytes().to_vec()).unwrap(),
        r#"{"errors":[{"message":"no","locations":[{"line":1,"column":18}],"path":["person","maybe"],"extensions":{"code":"NOT_FOUND"}}],"data":{"me":null,"person":{"id":"person_1","maybe":null,"name":"Person 1"}}}"#
    );
    // person can't be null, so everything is.
    let failed = reply("{ me person { id broken } }").await;
    assert_eq!(serde_json::to_string(&failed.response.data).unwrap(), "null");
    assert_eq!(failed.class, Class::Executed);
    // node can.
    let failed = reply("{ node(id: 1) { ... on Person { broken id } } me }").await;
    assert_eq!(serde_json::to_string(&failed.response.data).unwrap(), r#"{"node":null,"me":null}"#);
}

#[tokio::test]
async fn introspection_keeps_its_order() {
    let answer = data("{ __type(name: \"Person\") { kind name fields { name } } me }").await;
    assert!(answer.starts_with(
        r#"{"__type":{"kind":"OBJECT","name":"Person","fields":[{"name":"id"},{"name":"name"}"#
    ));
}
