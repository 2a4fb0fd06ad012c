//! What the schema says of its types, in the few words that counting, coercing and ordering need.
//!
//! Read once, from the printed schema, because the library keeps its registry to itself.

use std::collections::{HashMap, HashSet};

use async_graphql::{
    Name, Value,
    parser::{
        self, parse_schema,
        types::{BaseType, FieldDefinition, InputValueDefinition, Type, TypeKind, TypeSystemDefinition},
    },
};

/// The types of one schema, by name.
#[derive(Debug, Default)]
pub struct Shapes {
    types: HashMap<Name, Shape>,
    query: String,
    mutation: String,
}

/// One type.
#[derive(Debug)]
pub enum Shape {
    Object(HashMap<Name, FieldShape>),
    /// An interface or a union: its own fields, and the names of the objects it may be.
    Abstract(HashMap<Name, FieldShape>, Vec<Name>),
    Enum(HashSet<Name>),
    Input(HashMap<Name, InputShape>),
    Scalar,
}

/// A field that is answered.
#[derive(Debug)]
pub struct FieldShape {
    pub ty: Type,
    /// It takes `first` or `last`; inside, the size of a page where none is asked for and the
    /// schema declares one.
    pub paged: Option<Option<u64>>,
}

/// A field of an input object.
#[derive(Debug)]
pub struct InputShape {
    pub ty: Type,
    pub has_default: bool,
}

impl Shapes {
    /// Reads a schema in the schema definition language.
    ///
    /// # Errors
    /// The parser's, when the text is no schema.
    pub fn read(sdl: &str) -> parser::Result<Self> {
        let mut shapes =
            Self { query: "Query".to_owned(), mutation: "Mutation".to_owned(), ..Self::default() };
        let mut implements: Vec<(Name, Name)> = Vec::new();
        for definition in parse_schema(sdl)?.definitions {
            match definition {
                TypeSystemDefinition::Schema(schema) => {
                    if let Some(query) = schema.node.query {
                        shapes.query = query.node.to_string();
                    }
                    if let Some(mutation) = schema.node.mutation {
                        shapes.mutation = mutation.node.to_string();
                    }
                }
                TypeSystemDefinition::Type(ty) => {
                    let name = ty.node.name.node;
                    if let TypeKind::Object(object) = &ty.node.kind {
                        let interfaces = object.implements.iter();
                        implements.extend(interfaces.map(|i| (i.node.clone(), name.clone())));
                    }
                    shapes.types.insert(name, shape(ty.node.kind));
                }
                TypeSystemDefinition::Directive(_) => {}
            }
        }
        for (interface, object) in implements {
            if let Some(Shape::Abstract(_, possible)) = shapes.types.get_mut(&interface) {
                possible.push(object);
            }
        }
        Ok(shapes)
    }

    /// The root type of queries, or of mutations.
    pub fn root(&self, mutation: bool) -> &str {
        if mutation { &self.mutation } else { &self.query }
    }

    pub fn get(&self, name: &str) -> Option<&Shape> {
        self.types.get(name)
    }

    /// A field of an object, interface or union.
    pub fn field(&self, parent: &str, field: &str) -> Option<&FieldShape> {
        match self.get(parent)? {
            Shape::Object(fields) | Shape::Abstract(fields, _) => fields.get(field),
            _ => None,
        }
    }

    /// Whether an object of the type `concrete` answers a selection on the type `condition`.
    pub fn applies(&self, condition: &str, concrete: &str) -> bool {
        condition == concrete
            || matches!(self.get(condition), Some(Shape::Abstract(_, possible))
                if possible.iter().any(|name| name == concrete))
    }
}

/// The name inside all brackets and exclamation marks.
pub fn named(ty: &Type) -> &str {
    match &ty.base {
        BaseType::Named(name) => name,
        BaseType::List(inner) => named(inner),
    }
}

fn shape(kind: TypeKind) -> Shape {
    match kind {
        TypeKind::Scalar => Shape::Scalar,
        TypeKind::Object(object) => Shape::Object(fields(object.fields)),
        TypeKind::Interface(interface) => Shape::Abstract(fields(interface.fields), Vec::new()),
        TypeKind::Union(union) => {
            Shape::Abstract(HashMap::new(), union.members.into_iter().map(|name| name.node).collect())
        }
        TypeKind::Enum(list) => {
            Shape::Enum((list.values.into_iter()).map(|value| value.node.value.node).collect())
        }
        TypeKind::InputObject(input) => Shape::Input(
            (input.fields.into_iter())
                .map(|field| {
                    let shape = InputShape {
                        ty: field.node.ty.node,
                        has_default: field.node.default_value.is_some(),
                    };
                    (field.node.name.node, shape)
                })
                .collect(),
        ),
    }
}

fn fields(fields: Vec<parser::Positioned<FieldDefinition>>) -> HashMap<Name, FieldShape> {
    let shape = |field: FieldDefinition| {
        let paged = paged(&field.arguments);
        let ty = field.ty.node;
        (field.name.node, FieldShape { ty, paged })
    };
    fields.into_iter().map(|field| shape(field.node)).collect()
}

fn paged(arguments: &[parser::Positioned<InputValueDefinition>]) -> Option<Option<u64>> {
    let argument = (arguments.iter())
        .map(|argument| &argument.node)
        .find(|argument| matches!(argument.name.node.as_str(), "first" | "last"))?;
    let default = argument.default_value.as_ref();
    Some(default.and_then(|value| match &value.node {
        Value::Number(number) => number.as_u64(),
        _ => None,
    }))
}
