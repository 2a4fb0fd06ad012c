//! Puts a reply into the order of its query, and nulls where the specification wants them.
//!
//! The library answers fields that wait in the order in which they are ready, and leaves a field
//! that failed out of its object. Here the reply is walked beside the selection set. Objects that
//! are in order, nearly all, are only compared.

use std::{cell::RefCell, collections::HashSet, rc::Rc};

use async_graphql::{
    Name, Positioned, Value, Variables,
    indexmap::IndexMap,
    parser::types::{
        BaseType, Directive, ExecutableDocument, OperationDefinition, OperationType, Selection, SelectionSet,
        Type,
    },
};

use super::transport::shapes::{Shape, Shapes, named};

type Object = IndexMap<Name, Value>;

/// What a reply answers.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    pub document: &'a ExecutableDocument,
    pub operation: &'a OperationDefinition,
    pub variables: &'a Variables,
    pub shapes: &'a Shapes,
}

impl<'a> Asked<'a> {
    /// Orders `data`. With `failed`, a field that is missing becomes null, or its object does where
    /// the field can't be null, and so on outwards.
    ///
    /// An object behind an interface is known by its `__typename` where that is asked for,
    /// otherwise by its keys; where two types answer the same keys in different orders, the first
    /// of the schema decides.
    pub fn restore(self, data: &mut Value, failed: bool) {
        let mutation = self.operation.ty == OperationType::Mutation;
        let root = Planned {
            sets: vec![&self.operation.selection_set.node],
            on: Some(self.shapes.root(mutation)),
            ..Planned::default()
        };
        match data {
            Value::Object(object) => {
                let walk = Walk { asked: self, failed };
                if !walk.object(object, &root) {
                    *data = Value::Null;
                }
            }
            // Everything was skipped.
            Value::Null if !failed => *data = Value::Object(Object::new()),
            _ => {}
        }
    }

    fn included(self, directives: &[Positioned<Directive>]) -> bool {
        directives.iter().all(|directive| {
            let wanted = match directive.node.name.node.as_str() {
                "include" => true,
                "skip" => false,
                _ => return true,
            };
            let Some(value) = directive.node.get_argument("if") else {
                return true;
            };
            let value = value.node.clone();
            let value = value.into_const_with(|name| self.variable(&name).ok_or(()));
            value != Ok(Value::Boolean(!wanted))
        })
    }

    fn variable(self, name: &str) -> Option<Value> {
        if let Some(value) = self.variables.get(name) {
            return Some(value.clone());
        }
        let mut definitions = self.operation.variable_definitions.iter();
        let definition = definitions.find(|definition| definition.node.name.node == name)?;
        definition.node.default_value().cloned()
    }
}

/// The fields of one object, by response key, in the order of the query.
type Plan<'a> = IndexMap<&'a str, Planned<'a>>;
/// The plans of one field, by the type of the object that answers.
type Plans<'a> = Vec<(Option<&'a str>, Rc<Plan<'a>>)>;

/// What is asked under one response key.
#[derive(Default)]
struct Planned<'a> {
    name: &'a str,
    /// The type declared, all brackets taken off; unknown within introspection.
    on: Option<&'a str>,
    ty: Option<&'a Type>,
    sets: Vec<&'a SelectionSet>,
    plans: RefCell<Plans<'a>>,
}

struct Walk<'a> {
    asked: Asked<'a>,
    failed: bool,
}

impl<'a> Walk<'a> {
    /// False when the value is null where it can't be.
    fn value(&self, value: &mut Value, ty: Option<&'a Type>, planned: &Planned<'a>) -> bool {
        match value {
            Value::List(items) => {
                let item = ty.and_then(|ty| match &ty.base {
                    BaseType::List(item) => Some(&**item),
                    BaseType::Named(_) => None,
                });
                let mut whole = true;
                for value in items {
                    whole &= self.value(value, item, planned);
                }
                if !whole {
                    *value = Value::Null;
                }
            }
            Value::Object(object) if !planned.sets.is_empty() => {
                let whole = self.object(object, planned);
                if !whole {
                    *value = Value::Null;
                }
            }
            _ => {}
        }
        !(self.failed && *value == Value::Null && ty.is_some_and(|ty| !ty.nullable))
    }

    /// False when a field is null that can't be.
    fn object(&self, object: &mut Object, planned: &Planned<'a>) -> bool {
        let plan = self.plan(planned, self.concrete(object, planned));
        if !in_order(object, &plan) || (self.failed && object.len() < plan.len()) {
            self.rebuild(object, &plan);
        }
        let mut rest = plan.iter();
        let mut whole = true;
        for (key, value) in object {
            let Some((_, planned)) = rest.find(|(planned, _)| **planned == key.as_str()) else {
                break;
            };
            if self.failed || !planned.sets.is_empty() {
                whole &= self.value(value, planned.ty, planned);
            }
        }
        whole
    }

    fn rebuild(&self, object: &mut Object, plan: &Plan<'a>) {
        let mut old = std::mem::take(object);
        for (&key, planned) in plan {
            if let Some((key, value)) = old.swap_remove_entry(key) {
                object.insert(key, value);
            } else if self.failed && planned.ty.is_some() {
                object.insert(Name::new(key), Value::Null);
            }
        }
        object.extend(old);
    }

    /// The type of an object that answers `planned`.
    fn concrete(&self, object: &Object, planned: &Planned<'a>) -> Option<&'a str> {
        let on = planned.on?;
        let possible = match self.asked.shapes.get(on)? {
            Shape::Object(_) => return Some(on),
            Shape::Abstract(_, possible) => possible,
            _ => return None,
        };
        let said = self.plan(planned, None);
        let mut said = said.iter().filter(|(_, field)| field.name == "__typename");
        if let Some(Value::String(said)) = said.find_map(|(&key, _)| object.get(key)) {
            return possible.iter().map(Name::as_str).find(|name| name == said);
        }
        possible.iter().map(Name::as_str).find(|name| {
            let plan = self.plan(planned, Some(name));
            (self.failed || plan.len() == object.len())
                && object.keys().all(|key| plan.contains_key(key.as_str()))
        })
    }

    fn plan(&self, planned: &Planned<'a>, concrete: Option<&'a str>) -> Rc<Plan<'a>> {
        let mut plans = planned.plans.borrow_mut();
        if let Some((_, plan)) = plans.iter().find(|(ty, _)| *ty == concrete) {
            return Rc::clone(plan);
        }
        let mut plan = Plan::new();
        let mut spread = HashSet::new();
        for set in &planned.sets {
            self.collect(concrete, set, &mut plan, &mut spread);
        }
        let plan = Rc::new(plan);
        plans.push((concrete, Rc::clone(&plan)));
        plan
    }

    fn collect(
        &self,
        concrete: Option<&'a str>,
        set: &'a SelectionSet,
        plan: &mut Plan<'a>,
        spread: &mut HashSet<&'a str>,
    ) {
        let Asked { document, shapes, .. } = self.asked;
        let applies = |on: &str| concrete.is_none_or(|concrete| shapes.applies(on, concrete));
        for selection in &set.items {
            let selection = &selection.node;
            if !self.asked.included(selection.directives()) {
                continue;
            }
            match selection {
                Selection::Field(field) => {
                    let field = &field.node;
                    let key = field.response_key().node.as_str();
                    let planned = plan.entry(key).or_insert_with(|| {
                        let name = field.name.node.as_str();
                        let shape = concrete.and_then(|parent| shapes.field(parent, name));
                        let ty = shape.map(|shape| &shape.ty);
                        Planned { name, on: ty.map(named), ty, ..Planned::default() }
                    });
                    if !field.selection_set.node.items.is_empty() {
                        planned.sets.push(&field.selection_set.node);
                    }
                }
                Selection::FragmentSpread(fragment) => {
                    let name = fragment.node.fragment_name.node.as_str();
                    let Some(fragment) = document.fragments.get(name) else {
                        continue;
                    };
                    let fragment = &fragment.node;
                    if applies(&fragment.type_condition.node.on.node) && spread.insert(name) {
                        self.collect(concrete, &fragment.selection_set.node, plan, spread);
                    }
                }
                Selection::InlineFragment(inline) => {
                    let condition = inline.node.type_condition.as_ref();
                    if condition.is_none_or(|condition| applies(&condition.node.on.node)) {
                        self.collect(concrete, &inline.node.selection_set.node, plan, spread);
                    }
                }
            }
        }
    }
}

/// Whether the keys come in the order of the plan, some perhaps left out.
fn in_order(object: &Object, plan: &Plan<'_>) -> bool {
    let mut rest = plan.keys();
    (object.keys()).all(|key| rest.any(|planned| *planned == key.as_str()))
}

#[cfg(test)]
mod tests;
