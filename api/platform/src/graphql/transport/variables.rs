//! Whether the variables of a request fit what the operation declares.
//!
//! The specification wants this known before anything runs; the library finds out field by field,
//! and not at all for a variable that no field uses.

use std::collections::HashMap;

use async_graphql::{
    Name, Value, Variables,
    parser::types::{BaseType, OperationDefinition, Type},
};

use super::shapes::{InputShape, Shape, Shapes};

/// Messages, one for each invalid variable; empty if all are valid.
///
/// Our own scalars are checked where they are read. Variables that the operation does not declare are ignored.
pub fn misfits(operation: &OperationDefinition, variables: &Variables, shapes: &Shapes) -> Vec<String> {
    let mut misfits = Vec::new();
    for definition in &operation.variable_definitions {
        let (name, ty) = (&definition.node.name.node, &definition.node.var_type.node);
        let misfit = match variables.get(name) {
            None if ty.nullable || definition.node.default_value.is_some() => None,
            None => Some(format!("a value of type {ty} is required")),
            Some(value) => misfit(value, ty, shapes, &mut Vec::new()),
        };
        misfits.extend(misfit.map(|why| format!("The variable ${name} does not fit: {why}.")));
    }
    misfits
}

fn misfit(value: &Value, ty: &Type, shapes: &Shapes, path: &mut Vec<String>) -> Option<String> {
    if *value == Value::Null {
        return (!ty.nullable).then(|| format!("{}{ty} can't be null", at(path)));
    }
    match (&ty.base, value) {
        (BaseType::List(item), Value::List(values)) => {
            for (index, value) in values.iter().enumerate() {
                path.push(index.to_string());
                if let Some(misfit) = misfit(value, item, shapes, path) {
                    return Some(misfit);
                }
                path.pop();
            }
            None
        }
        // One value stands for a list of one.
        (BaseType::List(item), value) => misfit(value, item, shapes, path),
        (BaseType::Named(name), value) => match shapes.get(name) {
            Some(Shape::Input(fields)) => misfit_object(value, name, fields, shapes, path),
            Some(Shape::Enum(values)) => {
                let known = match value {
                    Value::String(value) => values.contains(value.as_str()),
                    Value::Enum(value) => values.contains(value),
                    _ => false,
                };
                (!known).then(|| format!("{}one of the values of {name} is expected", at(path)))
            }
            _ if fits_scalar(name, value) => None,
            _ => Some(format!("{}{name} is expected", at(path))),
        },
    }
}

fn misfit_object(
    value: &Value,
    name: &str,
    fields: &HashMap<Name, InputShape>,
    shapes: &Shapes,
    path: &mut Vec<String>,
) -> Option<String> {
    let Value::Object(object) = value else {
        return Some(format!("{}an object {name} is expected", at(path)));
    };
    for (key, value) in object {
        path.push(key.to_string());
        let Some(field) = fields.get(key) else {
            return Some(format!("{}{name} has no such field", at(path)));
        };
        if let Some(misfit) = misfit(value, &field.ty, shapes, path) {
            return Some(misfit);
        }
        path.pop();
    }
    let missing = fields.iter().filter(|(key, field)| {
        !field.ty.nullable && !field.has_default && !object.contains_key(key.as_str())
    });
    (missing.min_by_key(|(key, _)| *key))
        .map(|(key, field)| format!("{}{key} of type {} is required", at(path), field.ty))
}

/// The scalars of the specification. `Int` takes any whole number here: the field decides which.
fn fits_scalar(name: &str, value: &Value) -> bool {
    match (name, value) {
        ("Int", Value::Number(number)) => number.is_i64() || number.is_u64(),
        ("Float", Value::Number(_)) => true,
        ("ID", Value::Number(number)) => number.is_i64() || number.is_u64(),
        ("String" | "ID", Value::String(_)) | ("Boolean", Value::Boolean(_)) => true,
        ("Int" | "Float" | "String" | "ID" | "Boolean", _) => false,
        _ => true,
    }
}

fn at(path: &[String]) -> String {
    if path.is_empty() { String::new() } else { format!("at {}, ", path.join(".")) }
}
