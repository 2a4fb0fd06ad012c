//! What a document costs, counted before it is validated or run.
//!
//! Three counts, each in time proportional to the text: of the bare text (`scan`), before the
//! parser recurses into it; of the parsed document with every fragment spread out ([`measure`]),
//! where a fragment is counted once and its count is added wherever it is spread; and of what may
//! be answered, in points ([`Tally::points`], [`weigh`]), where what stands in a list counts once
//! a row.

mod limits;
mod scan;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use async_graphql::{
    Name, Positioned, Value, Variables,
    parser::types::{
        BaseType, Directive, ExecutableDocument, Field, OperationDefinition, Selection, SelectionSet, Type,
    },
};

pub use self::{
    limits::{CostExceeded, Limits},
    scan::scan,
};
use super::transport::shapes::Shapes;

/// Rows of a page when neither the query nor the schema says how many.
const PAGE: u64 = 25;
/// Rows of a list that can't be paged.
const LIST: u64 = 10;
/// Points of a field of the query root, and of the mutation root: each is a statement or a
/// transaction of its own. Any other field is 1.
const QUERY: u64 = 250;
const CHANGE: u64 = 1_000;
/// A directive counts as this many fields: a few are useful, and each is evaluated often.
const DIRECTIVE: u64 = 5;

/// The counts of a selection set, an operation or a fragment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub nodes: u64,
    pub points: u64,
    pub introspection: u64,
    pub depth: u32,
    pub nesting: u32,
    /// The points depend on variables: [`weigh`] knows better.
    pub varies: bool,
    /// Somewhere a directive stands.
    pub directed: bool,
}

impl Tally {
    fn add(&mut self, other: Tally) {
        self.nodes = self.nodes.saturating_add(other.nodes);
        self.points = self.points.saturating_add(other.points);
        self.introspection = self.introspection.saturating_add(other.introspection);
        self.depth = self.depth.max(other.depth);
        self.nesting = self.nesting.max(other.nesting);
        self.varies |= other.varies;
        self.directed |= other.directed;
    }
}

/// Counts a parsed document and gives the tally of each of its operations.
///
/// # Errors
/// [`CostExceeded::TooComplex`] when the document as a whole is too large or an operation too deep;
/// [`CostExceeded::Invalid`] for a fragment that contains itself. Points are not judged here, since
/// one operation of the document is chosen later and variables may decide.
pub fn measure(
    document: &ExecutableDocument,
    shapes: &Shapes,
    limits: &Limits,
) -> Result<Vec<(Option<Name>, Tally)>, CostExceeded> {
    let definitions = document.operations.iter().len() + document.fragments.len();
    if definitions > limits.definitions {
        return Err(CostExceeded::too_complex(
            "operations and fragments in one document",
            definitions as u64,
            limits.definitions as u64,
            "Send only what this request runs.",
        ));
    }
    let mut walk = Walk::new(document, shapes, limits, None);
    let mut total = Tally::default();
    let mut tallies = Vec::new();
    for (name, operation) in document.operations.iter() {
        let tally = walk.operation(&operation.node)?;
        total.add(tally);
        tallies.push((name.cloned(), tally));
    }
    for name in document.fragments.keys() {
        if !walk.fragments.contains_key(name.as_str()) {
            total.add(walk.fragment(name, 0)?);
        }
    }
    if total.nodes > limits.nodes {
        return Err(CostExceeded::too_complex(
            "fields, fragments and directives, counted wherever a fragment is spread",
            total.nodes,
            limits.nodes,
            "Ask for fewer fields, or in several requests.",
        ));
    }
    if total.depth > limits.depth {
        return Err(CostExceeded::too_complex(
            "fields inside each other",
            total.depth.into(),
            limits.depth.into(),
            "Start a second query from the node that you need more of.",
        ));
    }
    if total.introspection > limits.introspection {
        return Err(CostExceeded::too_complex(
            "fields asked about every type of the schema",
            total.introspection,
            limits.introspection,
            "Read /schema.graphql instead.",
        ));
    }
    Ok(tallies)
}

/// The points of one operation of a document that [`measure`] has passed, with its variables.
///
/// # Errors
/// [`CostExceeded::TooComplex`] above [`Limits::points`].
pub fn weigh(
    document: &ExecutableDocument,
    operation: &OperationDefinition,
    tally: Tally,
    variables: &Variables,
    shapes: &Shapes,
    limits: &Limits,
) -> Result<u64, CostExceeded> {
    let points = if tally.varies {
        let known = Some((variables, operation));
        let mut walk = Walk::new(document, shapes, limits, known);
        walk.operation(operation)?.points
    } else {
        tally.points
    };
    if points <= limits.points {
        return Ok(points);
    }
    Err(CostExceeded::too_complex(
        "points",
        points,
        limits.points,
        &format!(
            "A field costs 1, a field of Query {QUERY}, of Mutation {CHANGE}; what stands inside \
             a list counts once a row: first or last, or else {PAGE}, and {LIST} where a list \
             has no pages. Ask for fewer rows or fields, or in several requests."
        ),
    ))
}

struct Walk<'a> {
    document: &'a ExecutableDocument,
    shapes: &'a Shapes,
    limits: &'a Limits,
    known: Option<(&'a Variables, &'a OperationDefinition)>,
    /// What is counted already; nothing yet while a fragment is being counted.
    fragments: HashMap<&'a str, Option<Tally>>,
}

impl<'a> Walk<'a> {
    fn new(
        document: &'a ExecutableDocument,
        shapes: &'a Shapes,
        limits: &'a Limits,
        known: Option<(&'a Variables, &'a OperationDefinition)>,
    ) -> Self {
        let fragments = HashMap::new();
        Self { document, shapes, limits, known, fragments }
    }

    fn operation(&mut self, operation: &'a OperationDefinition) -> Result<Tally, CostExceeded> {
        let mutation = operation.ty == async_graphql::parser::types::OperationType::Mutation;
        let root = self.shapes.root(mutation);
        let mut tally = self.set(Some(root), false, &operation.selection_set.node, 0)?;
        let variables = operation.variable_definitions.iter();
        let declared = variables.map(|variable| 1 + directives(&variable.node.directives));
        let declared: u64 = declared.sum();
        tally.nodes += declared + directives(&operation.directives);
        Ok(tally)
    }

    fn fragment(&mut self, name: &'a str, level: u32) -> Result<Tally, CostExceeded> {
        match self.fragments.get(name) {
            Some(Some(tally)) => return self.within(level, *tally),
            Some(None) => {
                return Err(CostExceeded::Invalid(format!("The fragment {name} contains itself.")));
            }
            None => {}
        }
        // An unknown fragment is validation's to name.
        let Some(fragment) = self.document.fragments.get(name) else {
            return Ok(Tally::default());
        };
        let fragment = &fragment.node;
        self.fragments.insert(name, None);
        let on = fragment.type_condition.node.on.node.as_str();
        let about_schema = on.starts_with("__");
        let mut tally = self.set(Some(on), about_schema, &fragment.selection_set.node, level)?;
        tally.nodes += directives(&fragment.directives);
        self.fragments.insert(name, Some(tally));
        Ok(tally)
    }

    /// `about_schema`: inside `__schema` or `__type`.
    fn set(
        &mut self,
        parent: Option<&'a str>,
        about_schema: bool,
        set: &'a SelectionSet,
        level: u32,
    ) -> Result<Tally, CostExceeded> {
        let mut tally = Tally::default();
        self.within(level, tally)?;
        for selection in &set.items {
            tally.add(match &selection.node {
                Selection::Field(field) => self.field(parent, about_schema, &field.node, level)?,
                Selection::FragmentSpread(spread) => {
                    let spread = &spread.node;
                    let inner = self.fragment(&spread.fragment_name.node, level + 1)?;
                    wrapped(inner, &spread.directives)
                }
                Selection::InlineFragment(inline) => {
                    let inline = &inline.node;
                    let condition = inline.type_condition.as_ref();
                    let on = condition.map(|condition| condition.node.on.node.as_str());
                    let set = &inline.selection_set.node;
                    let inner = self.set(on.or(parent), about_schema, set, level + 1)?;
                    wrapped(inner, &inline.directives)
                }
            });
        }
        Ok(tally)
    }

    fn field(
        &mut self,
        parent: Option<&'a str>,
        about_schema: bool,
        field: &'a Field,
        level: u32,
    ) -> Result<Tally, CostExceeded> {
        let name = field.name.node.as_str();
        let about_schema = about_schema || matches!(name, "__schema" | "__type");
        let shapes = self.shapes;
        let shape = parent.and_then(|parent| shapes.field(parent, name));
        let (rows, varies) = match shape {
            _ if about_schema => (rows_about_schema(name), false),
            Some(shape) => match shape.paged {
                Some(default) => self.page(field, default.unwrap_or(PAGE)),
                None if !is_list(&shape.ty) => (1, false),
                // Its rows are counted where the page is asked for.
                None if parent.is_some_and(is_page) => (1, false),
                None => (LIST, false),
            },
            None => (1, false),
        };
        let mut inner = Tally::default();
        if !field.selection_set.node.items.is_empty() {
            let inside = shape.map(|shape| super::transport::shapes::named(&shape.ty));
            inner = self.set(inside, about_schema, &field.selection_set.node, level + 1)?;
            inner.nesting += 1;
        }
        let own = match parent {
            _ if name == "__typename" => 1,
            Some(parent) if parent == shapes.root(false) => QUERY,
            Some(parent) if parent == shapes.root(true) => CHANGE,
            _ => 1,
        };
        let (points, introspection) = if about_schema { (0, 1) } else { (own, 0) };
        Ok(Tally {
            nodes: (inner.nodes).saturating_add(1 + directives(&field.directives)),
            points: inner.points.saturating_mul(rows).saturating_add(points),
            introspection: (inner.introspection.saturating_mul(rows)).saturating_add(introspection),
            depth: if about_schema { 0 } else { inner.depth + 1 },
            nesting: inner.nesting,
            varies: inner.varies || varies,
            directed: inner.directed || !field.directives.is_empty(),
        })
    }

    /// The rows of a page, and whether a variable says so.
    fn page(&self, field: &Field, default: u64) -> (u64, bool) {
        let mut varies = false;
        let mut asked = None;
        for (name, value) in &field.arguments {
            if !matches!(name.node.as_str(), "first" | "last") {
                continue;
            }
            let value = value.node.clone().into_const_with(|variable| {
                varies = true;
                self.variable(&variable).ok_or(())
            });
            if let Ok(Value::Number(number)) = value {
                asked = asked.max(number.as_u64());
            }
        }
        (asked.unwrap_or(default), varies)
    }

    fn variable(&self, name: &str) -> Option<Value> {
        let (variables, operation) = self.known?;
        if let Some(value) = variables.get(name) {
            return Some(value.clone());
        }
        let mut definitions = operation.variable_definitions.iter();
        let definition = definitions.find(|definition| definition.node.name.node == name)?;
        definition.node.default_value().cloned()
    }

    fn within(&self, level: u32, tally: Tally) -> Result<Tally, CostExceeded> {
        let nesting = level.saturating_add(tally.nesting);
        if nesting <= self.limits.nesting {
            return Ok(tally);
        }
        Err(CostExceeded::too_complex(
            "selections inside each other, fragments included",
            nesting.into(),
            self.limits.nesting.into(),
            "Start a second query from the node that you need more of.",
        ))
    }
}

fn directives(list: &[Positioned<Directive>]) -> u64 {
    DIRECTIVE * list.len() as u64
}

fn wrapped(mut inner: Tally, on_it: &[Positioned<Directive>]) -> Tally {
    inner.nodes = (inner.nodes).saturating_add(1 + directives(on_it));
    inner.nesting += 1;
    inner.directed |= !on_it.is_empty();
    inner
}

/// Whether a type is a page of rows, which `first` or `last` has asked for.
fn is_page(name: &str) -> bool {
    name.ends_with("Connection") || name.ends_with("Page")
}

fn is_list(ty: &Type) -> bool {
    matches!(ty.base, BaseType::List(_))
}

/// Rough lengths of the lists that describe a type. `types` counts once: the limit is by type.
fn rows_about_schema(field: &str) -> u64 {
    match field {
        "fields" | "inputFields" | "enumValues" | "possibleTypes" => 10,
        "args" => 3,
        "interfaces" => 2,
        _ => 1,
    }
}
