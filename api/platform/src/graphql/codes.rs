//! Every closed set of codes as a GraphQL enum with its descriptions: one implementation for all.

use std::borrow::Cow;

use async_graphql::{
    ContextSelectionSet, InputType, InputValueError, InputValueResult, Name, OutputType, Positioned,
    ServerResult, Value,
    parser::types::Field,
    registry::{Deprecation, MetaEnumValue, MetaType, MetaTypeId, Registry},
};
use entities::codes::{Code, Set};

/// A code in the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coded<T>(pub T);

/// The members of a set, in the order of their declaration.
pub fn coded<T: Code>(set: Set<T>) -> Vec<Coded<T>> {
    set.iter().map(Coded).collect()
}

/// The set of the codes that a client listed.
pub fn set<T: Code>(items: Vec<Coded<T>>) -> Set<T> {
    items.into_iter().map(|item| item.0).collect()
}

/// A value of an enum in the schema.
pub(super) fn enum_value(code: &str, says: &str) -> MetaEnumValue {
    MetaEnumValue {
        name: code.to_owned(),
        description: Some(says.to_owned()),
        deprecation: Deprecation::NoDeprecated,
        visible: None,
        inaccessible: false,
        tags: Vec::new(),
        directive_invocations: Vec::new(),
    }
}

/// An enum in the schema.
pub(super) fn enum_type(
    name: &str,
    description: &str,
    values: Vec<MetaEnumValue>,
    rust_typename: &'static str,
) -> MetaType {
    MetaType::Enum {
        name: name.to_owned(),
        description: Some(description.trim().to_owned()),
        enum_values: values.into_iter().map(|value| (value.name.clone(), value)).collect(),
        visible: None,
        inaccessible: false,
        tags: Vec::new(),
        rust_typename: Some(rust_typename),
        directive_invocations: Vec::new(),
        requires_scopes: Vec::new(),
    }
}

fn register<T: Code>(registry: &mut Registry, id: MetaTypeId, input: bool) -> String {
    let build = |_: &mut Registry| {
        let values = T::ITEMS.iter().map(|(item, says)| enum_value(item.code(), says)).collect();
        enum_type(T::NAME, T::DESCRIPTION, values, std::any::type_name::<Coded<T>>())
    };
    if input {
        registry.create_input_type::<Coded<T>, _>(id, build)
    } else {
        registry.create_output_type::<Coded<T>, _>(id, build)
    }
}

impl<T: Code> InputType for Coded<T> {
    type RawValueType = Self;

    fn type_name() -> Cow<'static, str> {
        Cow::Borrowed(T::NAME)
    }

    fn create_type_info(registry: &mut Registry) -> String {
        register::<T>(registry, MetaTypeId::Enum, true)
    }

    fn parse(value: Option<Value>) -> InputValueResult<Self> {
        let value = value.unwrap_or_default();
        let text = match &value {
            Value::Enum(name) => name.as_str(),
            Value::String(text) => text.as_str(),
            _ => return Err(InputValueError::expected_type(value)),
        };
        T::from_code(text)
            .map(Coded)
            .ok_or_else(|| InputValueError::custom(format_args!("{} has no member {text:?}", T::NAME)))
    }

    fn to_value(&self) -> Value {
        Value::Enum(Name::new(self.0.code()))
    }

    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }
}

impl<T: Code> OutputType for Coded<T> {
    fn type_name() -> Cow<'static, str> {
        Cow::Borrowed(T::NAME)
    }

    fn create_type_info(registry: &mut Registry) -> String {
        register::<T>(registry, MetaTypeId::Enum, false)
    }

    async fn resolve(&self, _: &ContextSelectionSet<'_>, _: &Positioned<Field>) -> ServerResult<Value> {
        Ok(Value::Enum(Name::new(self.0.code())))
    }
}
