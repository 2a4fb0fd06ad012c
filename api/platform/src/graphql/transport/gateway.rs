//! From an operation to its reply: the same road for requests over HTTP and for the pages.

use std::{borrow::Cow, future::Future, pin::Pin, sync::Arc};

use async_graphql::{
    Data, Name, ObjectType, Request, Response, SchemaBuilder, SubscriptionType, ValidationMode, Variables,
    parser::{
        parse_query,
        types::{DocumentOperations, ExecutableDocument, OperationDefinition, OperationType},
    },
};
use quick_cache::{Weighter, sync::Cache};

use super::{
    reply::{Class, Reply},
    shapes::Shapes,
    variables::misfits,
};
use crate::{
    error::ErrorCode,
    graphql::{
        cost::{self, CostExceeded, Limits, Tally},
        order::Asked,
    },
};

/// Documents longer than this, in bytes, are parsed and validated each time.
const CACHED_DOCUMENT: usize = 16 * 1024;
/// What the cache holds: documents, and bytes of their texts together (parsed, about ten times
/// as much).
const CACHED_DOCUMENTS: usize = 1_000;
const CACHED_BYTES: u64 = 1024 * 1024;

/// What is to be run.
#[derive(Debug, Default)]
pub struct Operation<'a> {
    pub query: Cow<'a, str>,
    pub name: Option<Cow<'a, str>>,
    pub variables: Variables,
}

impl<'a> Operation<'a> {
    pub fn new(query: impl Into<Cow<'a, str>>) -> Self {
        let query = query.into();
        Self { query, ..Self::default() }
    }

    /// Variables from a JSON object; anything else is none.
    pub fn variables(mut self, variables: serde_json::Value) -> Self {
        self.variables = Variables::from_json(variables);
        self
    }
}

/// The way an operation came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Via {
    /// Runs no mutation.
    Get,
    Post,
    /// From a page. Its reply isn't put in order: who reads it asks by name.
    InProcess,
}

/// The schema and the guards before it. One a process.
pub struct Gateway {
    strict: Run,
    /// The same schema, for documents that `strict` has validated.
    trusting: Run,
    shapes: Shapes,
    sdl: String,
    limits: Limits,
    cache: Cache<Box<str>, Arc<Document>, ByText>,
}

type Run = Box<dyn Fn(Request) -> Answer + Send + Sync>;
type Answer = Pin<Box<dyn Future<Output = Response> + Send>>;

impl Gateway {
    /// `schema` is called twice and must build the same: one to validate what comes for the first
    /// time, and one that leaves out what was validated before.
    ///
    /// # Errors
    /// The parser's, when the schema's own text can't be read back.
    pub fn new<Q, M, S>(
        schema: impl Fn() -> SchemaBuilder<Q, M, S>,
        limits: Limits,
    ) -> Result<Self, async_graphql::parser::Error>
    where
        Q: ObjectType + 'static,
        M: ObjectType + 'static,
        S: SubscriptionType + 'static,
    {
        let build = |mode| schema().validation_mode(mode).finish();
        let (strict, trusting) = (build(ValidationMode::Strict), build(ValidationMode::Fast));
        let sdl = strict.sdl();
        let run = |schema: async_graphql::Schema<Q, M, S>| -> Run {
            Box::new(move |request| {
                let schema = schema.clone();
                Box::pin(async move { schema.execute(request).await })
            })
        };
        Ok(Self {
            shapes: Shapes::read(&sdl)?,
            strict: run(strict),
            trusting: run(trusting),
            sdl,
            limits,
            cache: Cache::with_weighter(CACHED_DOCUMENTS, CACHED_BYTES, ByText),
        })
    }

    /// The schema in its own language.
    pub fn sdl(&self) -> &str {
        &self.sdl
    }

    /// Runs one operation. `data` is what resolvers find in their context: the viewer, loaders.
    pub async fn run(&self, operation: Operation<'_>, data: Data, via: Via) -> Reply {
        match self.prepare(&operation, via) {
            Ok(prepared) => self.execute(operation, prepared, data, via).await,
            Err(refused) => *refused,
        }
    }

    fn prepare(&self, operation: &Operation<'_>, via: Via) -> Result<Prepared, Refused> {
        let cached = self.cache.get(&*operation.query);
        let known = cached.is_some();
        let document = match cached {
            Some(document) => document,
            None => Arc::new(self.read(&operation.query)?),
        };
        let name = operation.name.as_deref();
        let (definition, tally) = document.choose(name)?;
        match definition.ty {
            OperationType::Query => {}
            OperationType::Mutation if via == Via::Get => {
                return Err(Box::new(Reply::not_by_get()));
            }
            OperationType::Mutation => {}
            OperationType::Subscription => {
                return Err(invalid("Subscriptions are not answered here."));
            }
        }
        let misfits = misfits(definition, &operation.variables, &self.shapes);
        if let Some(misfit) = misfits.into_iter().next() {
            return Err(invalid(misfit));
        }
        let parsed = &document.parsed;
        let variables = &operation.variables;
        cost::weigh(parsed, definition, tally, variables, &self.shapes, &self.limits).map_err(too_much)?;
        let directed = tally.directed;
        Ok(Prepared { document, known, directed })
    }

    fn read(&self, text: &str) -> Result<Document, Refused> {
        cost::scan(text, &self.limits).map_err(too_much)?;
        let parsed = parse_query(text)
            .map_err(|error| Box::new(Reply::from_response(Response::from_errors(vec![error.into()]))))?;
        let tallies = cost::measure(&parsed, &self.shapes, &self.limits).map_err(too_much)?;
        Ok(Document { parsed, tallies })
    }

    async fn execute(&self, operation: Operation<'_>, prepared: Prepared, data: Data, via: Via) -> Reply {
        let Prepared { document, known, directed } = prepared;
        let Operation { query, name, mut variables } = operation;
        let Ok((definition, _)) = document.choose(name.as_deref()) else {
            return *invalid("There is no operation.");
        };
        // The library forgets them in @skip and @include.
        for declared in &definition.variable_definitions {
            let (name, default) = (&declared.node.name.node, &declared.node.default_value);
            if let (Some(default), None) = (default, variables.get(name)) {
                variables.insert(name.clone(), default.node.clone());
            }
        }
        // From here on, variables matter only to @skip and @include.
        let kept = if directed { variables.clone() } else { Variables::default() };
        let mut request = Request::new("").variables(variables);
        request.set_parsed_query(document.parsed.clone());
        request.data = data;
        request.operation_name = name.as_deref().filter(|n| !n.is_empty()).map(str::to_owned);
        let run = if known { &self.trusting } else { &self.strict };
        let mut reply = Reply::from_response(run(request).await);
        if reply.class != Class::Executed {
            return reply;
        }
        let failed = !reply.response.errors.is_empty();
        if failed || via != Via::InProcess {
            let asked = Asked {
                document: &document.parsed,
                operation: definition,
                variables: &kept,
                shapes: &self.shapes,
            };
            asked.restore(&mut reply.response.data, failed);
        }
        if !known && query.len() <= CACHED_DOCUMENT {
            self.cache.insert(query.into(), document);
        }
        reply
    }
}

struct Prepared {
    document: Arc<Document>,
    /// It was validated before.
    known: bool,
    directed: bool,
}

/// A document parsed and counted.
struct Document {
    parsed: ExecutableDocument,
    tallies: Vec<(Option<Name>, Tally)>,
}

impl Document {
    /// The operation of that name, or the only one. An empty name is none.
    fn choose(&self, name: Option<&str>) -> Result<(&OperationDefinition, Tally), Refused> {
        let name = name.filter(|name| !name.is_empty());
        let (name, definition) = match (&self.parsed.operations, name) {
            (DocumentOperations::Single(only), None) => (None, only),
            (DocumentOperations::Multiple(all), Some(name)) => all
                .get_key_value(name)
                .map(|(name, definition)| (Some(name), definition))
                .ok_or_else(|| unknown(name))?,
            (DocumentOperations::Multiple(all), None) if all.len() == 1 => {
                let only = all.iter().next();
                let (name, only) = only.ok_or_else(|| invalid("There is no operation."))?;
                (Some(name), only)
            }
            (DocumentOperations::Multiple(_), None) => {
                return Err(invalid("The document has several operations: say which by operationName."));
            }
            (DocumentOperations::Single(_), Some(name)) => return Err(unknown(name)),
        };
        let mut tallies = self.tallies.iter();
        let tally = tallies.find(|(tallied, _)| tallied.as_ref() == name);
        let tally = tally.map(|(_, tally)| *tally).unwrap_or_default();
        Ok((&definition.node, tally))
    }
}

/// A document weighs as many bytes as its text.
#[derive(Clone)]
struct ByText;

impl Weighter<Box<str>, Arc<Document>> for ByText {
    fn weight(&self, text: &Box<str>, _: &Arc<Document>) -> u64 {
        text.len() as u64
    }
}

/// A reply to what is not run; boxed, since it is rare and large.
type Refused = Box<Reply>;

fn invalid(message: impl Into<String>) -> Refused {
    Box::new(Reply::refused(ErrorCode::BadUserInput, message))
}

fn unknown(name: &str) -> Refused {
    invalid(format!("The document has no operation named {name}."))
}

fn too_much(error: CostExceeded) -> Refused {
    let code = match &error {
        CostExceeded::TooComplex(_) => ErrorCode::TooComplex,
        CostExceeded::Invalid(_) => ErrorCode::BadUserInput,
    };
    Box::new(Reply::refused(code, error.to_string()))
}
