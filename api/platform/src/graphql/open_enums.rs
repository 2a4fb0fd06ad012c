//! Open sets of codes as GraphQL enums, whose values are declared by the capabilities of the application.

use std::{
    borrow::Cow,
    cell::RefCell,
    collections::BTreeSet,
    sync::{PoisonError, RwLock},
};

use async_graphql::{
    ContextSelectionSet, InputType, InputValueError, InputValueResult, Name, OutputType, Positioned,
    ServerResult, Value,
    parser::types::Field,
    registry::{MetaTypeId, Registry},
};
use entities::codes::EventKind;

use super::codes::{enum_type, enum_value};
use crate::{
    access::Action,
    capability::{Capabilities, SubjectKind},
};

thread_local! {
    /// Capabilities whose codes become enum values while a schema is built; the library builds it on one thread.
    static DECLARED: RefCell<Option<Capabilities>> = const { RefCell::new(None) };
}

/// The kinds of events that any schema of this process has named. What a client sends is looked up here: it must not
/// become a text that is kept.
static NAMED_EVENTS: RwLock<BTreeSet<EventKind>> = RwLock::new(BTreeSet::new());

/// Builds a schema whose open enums have the values that these capabilities declare.
pub fn of<T>(capabilities: Capabilities, build: impl FnOnce() -> T) -> T {
    let kinds = capabilities.events().map(|declared| declared.kind);
    NAMED_EVENTS.write().unwrap_or_else(PoisonError::into_inner).extend(kinds);
    let before = DECLARED.replace(Some(capabilities));
    let built = build();
    DECLARED.replace(before);
    built
}

/// A code of an open set.
pub trait OpenCode: Copy + Send + Sync + 'static {
    /// Name of the enum in the schema.
    const NAME: &'static str;
    const DESCRIPTION: &'static str;

    /// The codes that these capabilities declare, each with its description.
    fn declared(capabilities: Capabilities) -> Vec<(Self, &'static str)>;

    fn code(self) -> &'static str;

    /// The code with this text, which the schema has.
    fn named(text: &str) -> Option<Self>;
}

impl OpenCode for EventKind {
    const NAME: &'static str = "EventKind";
    const DESCRIPTION: &'static str = Self::DESCRIPTION;

    fn declared(capabilities: Capabilities) -> Vec<(Self, &'static str)> {
        capabilities.events().map(|declared| (declared.kind, declared.says)).collect()
    }

    fn code(self) -> &'static str {
        self.code()
    }

    fn named(text: &str) -> Option<Self> {
        let named = NAMED_EVENTS.read().unwrap_or_else(PoisonError::into_inner);
        named.iter().copied().find(|kind| kind.code() == text)
    }
}

impl OpenCode for SubjectKind {
    const NAME: &'static str = "AuditLogSubjectKind";
    const DESCRIPTION: &'static str = "Kind of object that an entry of the audit log is about.";

    fn declared(capabilities: Capabilities) -> Vec<(Self, &'static str)> {
        capabilities.subjects().map(|subject| (subject.kind(), subject.says())).collect()
    }

    fn code(self) -> &'static str {
        self.code()
    }

    /// Not an input type.
    fn named(_: &str) -> Option<Self> {
        None
    }
}

impl OpenCode for Action {
    const NAME: &'static str = "Action";
    const DESCRIPTION: &'static str = "Action that a member may take, by kind of organisation and role.";

    fn declared(capabilities: Capabilities) -> Vec<(Self, &'static str)> {
        capabilities.actions().map(|action| (action, action.says())).collect()
    }

    fn code(self) -> &'static str {
        self.code()
    }

    /// Not an input type.
    fn named(_: &str) -> Option<Self> {
        None
    }
}

/// A code of an open set in the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Open<T>(pub T);

fn register<T: OpenCode>(registry: &mut Registry, input: bool) -> String {
    let build = |_: &mut Registry| {
        let declared = DECLARED.with_borrow(|all| all.map(T::declared)).unwrap_or_default();
        let values = declared.into_iter().map(|(code, says)| enum_value(code.code(), says)).collect();
        enum_type(T::NAME, T::DESCRIPTION, values, std::any::type_name::<Open<T>>())
    };
    if input {
        registry.create_input_type::<Open<T>, _>(MetaTypeId::Enum, build)
    } else {
        registry.create_output_type::<Open<T>, _>(MetaTypeId::Enum, build)
    }
}

impl<T: OpenCode> InputType for Open<T> {
    type RawValueType = Self;

    fn type_name() -> Cow<'static, str> {
        Cow::Borrowed(T::NAME)
    }

    fn create_type_info(registry: &mut Registry) -> String {
        register::<T>(registry, true)
    }

    fn parse(value: Option<Value>) -> InputValueResult<Self> {
        let value = value.unwrap_or_default();
        let text = match &value {
            Value::Enum(name) => name.as_str(),
            Value::String(text) => text.as_str(),
            _ => return Err(InputValueError::expected_type(value)),
        };
        let named = T::named(text).map(Open);
        named.ok_or_else(|| InputValueError::custom(format_args!("{} has no member {text:?}", T::NAME)))
    }

    fn to_value(&self) -> Value {
        Value::Enum(Name::new(self.0.code()))
    }

    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }
}

impl<T: OpenCode> OutputType for Open<T> {
    fn type_name() -> Cow<'static, str> {
        Cow::Borrowed(T::NAME)
    }

    fn create_type_info(registry: &mut Registry) -> String {
        register::<T>(registry, false)
    }

    async fn resolve(&self, _: &ContextSelectionSet<'_>, _: &Positioned<Field>) -> ServerResult<Value> {
        Ok(Value::Enum(Name::new(self.0.code())))
    }
}
