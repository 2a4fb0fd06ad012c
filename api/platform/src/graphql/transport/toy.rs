//! A small schema to try the transport on: people in a directory, with answers that wait.

use std::{sync::Arc, time::Duration};

use async_graphql::{
    Context, Data, EmptySubscription, Enum, Error, ErrorExtensions, ID, InputObject, Interface, Object,
    Schema, SchemaBuilder, SimpleObject,
};
use http::request::Parts;

use super::{Endpoint, Gateway, Reply, Via};
use crate::graphql::cost::Limits;

/// Whoever asks.
pub struct Asking(pub String);

#[derive(Enum, Copy, Clone, Eq, PartialEq)]
pub enum Colour {
    Red,
    Green,
}

#[derive(SimpleObject, Clone)]
#[graphql(complex)]
pub struct Person {
    id: ID,
    name: String,
    colour: Colour,
}

#[async_graphql::ComplexObject]
impl Person {
    async fn friends(&self, first: Option<i32>) -> People {
        people(first.unwrap_or(25))
    }

    async fn slow(&self, ms: u64) -> u64 {
        tokio::time::sleep(Duration::from_millis(ms)).await;
        ms
    }

    async fn notes(&self) -> Vec<Note> {
        vec![Note { text: "hello".into() }, Note { text: "again".into() }]
    }

    async fn broken(&self) -> Result<String, Error> {
        Err(coded())
    }

    async fn maybe(&self) -> Result<Option<String>, Error> {
        Err(coded())
    }

    async fn bug(&self) -> Result<Option<String>, Error> {
        Err(Error::new("connection to 10.0.0.3 refused"))
    }
}

fn coded() -> Error {
    Error::new("no").extend_with(|_, e| e.set("code", "NOT_FOUND"))
}

#[derive(SimpleObject, Clone)]
#[graphql(complex)]
pub struct Note {
    text: String,
}

#[async_graphql::ComplexObject]
impl Note {
    async fn author(&self) -> Person {
        person(7)
    }

    async fn late(&self) -> String {
        tokio::time::sleep(Duration::from_millis(5)).await;
        "late".into()
    }
}

#[derive(SimpleObject)]
pub struct People {
    nodes: Vec<Person>,
    total_count: i32,
}

#[derive(SimpleObject, Clone)]
#[graphql(complex)]
pub struct Place {
    id: ID,
    town: String,
}

#[async_graphql::ComplexObject]
impl Place {
    async fn late(&self) -> String {
        tokio::time::sleep(Duration::from_millis(5)).await;
        "late".into()
    }
}

#[derive(Interface)]
#[graphql(field(name = "id", ty = "&ID"))]
pub enum Node {
    Person(Person),
    Place(Place),
}

#[derive(InputObject)]
pub struct Greeting {
    text: String,
    colour: Option<Colour>,
    loud: Option<bool>,
    #[graphql(default = 1)]
    times: i32,
}

pub fn person(number: i32) -> Person {
    Person { id: ID(format!("person_{number}")), name: format!("Person {number}"), colour: Colour::Red }
}

fn people(first: i32) -> People {
    People { nodes: (0..first).map(person).collect(), total_count: 100 }
}

pub struct Query;

#[Object]
impl Query {
    async fn me(&self, ctx: &Context<'_>) -> Option<String> {
        ctx.data_opt::<Asking>().map(|asking| asking.0.clone())
    }

    async fn person(&self, #[graphql(default = 1)] number: i32) -> Person {
        person(number)
    }

    async fn people(&self, first: Option<i32>, after: Option<String>) -> People {
        let _ = after;
        people(first.unwrap_or(25))
    }

    async fn node(&self, id: ID) -> Option<Node> {
        match id.as_str() {
            "place" => Some(Node::Place(Place { id, town: "Marijampolė".into() })),
            _ => Some(Node::Person(person(1))),
        }
    }

    async fn slow(&self, ms: u64) -> u64 {
        tokio::time::sleep(Duration::from_millis(ms)).await;
        ms
    }
}

pub struct Mutation;

#[Object]
impl Mutation {
    async fn greet(&self, input: Greeting) -> String {
        let text = input.text.repeat(input.times.clamp(0, 3) as usize);
        match input.loud {
            Some(true) => text.to_uppercase(),
            _ => text,
        }
    }
}

pub fn schema() -> SchemaBuilder<Query, Mutation, EmptySubscription> {
    Schema::build(Query, Mutation, EmptySubscription)
}

pub fn gateway() -> Arc<Gateway> {
    Arc::new(Gateway::new(schema, Limits::default()).expect("the toy schema reads back"))
}

/// Lets everybody in by the name in `x-name`; the name `stop` may not enter, and an answer to
/// `spy` is replaced.
pub struct ToyEndpoint;

impl Endpoint for ToyEndpoint {
    type Context = Option<String>;

    async fn open(&self, parts: &Parts, _: Via) -> Result<(Data, Self::Context), Error> {
        let name = parts.headers.get("x-name").and_then(|n| n.to_str().ok());
        let mut data = Data::default();
        if let Some(name) = name {
            if name == "stop" {
                let error = Error::new("Who are you?");
                return Err(error.extend_with(|_, e| e.set("code", "UNAUTHENTICATED")));
            }
            data.insert(Asking(name.to_owned()));
        }
        Ok((data, name.map(str::to_owned)))
    }

    async fn finish(&self, context: Self::Context, reply: Reply) -> Reply {
        match context.as_deref() {
            Some("spy") => Reply::internal("ref-1"),
            _ => reply,
        }
    }
}
