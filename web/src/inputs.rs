//! The contract's input types: what their fields are, and their limits where the contract declares them.
//!
//! Generated from `api/schema.graphql` when the crate is built (`generate/contract.rs`).

/// A field of an input type.
#[derive(Debug)]
pub struct InputField {
    pub name: &'static str,
    /// The name of its type, of a list that of its entries.
    pub of: &'static str,
    pub list: bool,
    /// Whether it cannot be null, be it that it has a default for who leaves it out.
    pub required: bool,
    pub limit: Limit,
}

/// What `@limit` says: of a number the least and the most, of a text the most characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    pub min: Option<i64>,
    pub max: Option<i64>,
    pub max_length: Option<u32>,
}

mod generated {
    use super::{InputField, Limit};

    include!(concat!(env!("OUT_DIR"), "/inputs.rs"));
}

/// The fields of an input type; None of what is no input type.
fn fields(input: &str) -> Option<&'static [InputField]> {
    generated::ALL.iter().find(|(name, _)| *name == input).map(|(_, fields)| *fields)
}

/// The fields that a path of names leads through: `need` and `text` of `need.text` in `NeedAddInput`. After a list of
/// inputs comes the name of an entry, whatever it is: `person.documents.0.number`. None where the path leads nowhere.
pub fn along(input: &str, path: &str) -> Option<Vec<&'static InputField>> {
    let mut input = input;
    let mut along: Vec<&'static InputField> = Vec::new();
    let mut steps = path.split('.');
    while let Some(step) = steps.next() {
        let field = fields(input)?.iter().find(|field| field.name == step)?;
        along.push(field);
        input = field.of;
        if field.list && fields(input).is_some() {
            steps.next();
        }
    }
    Some(along)
}

/// The field at the end of a path.
pub fn field(input: &str, path: &str) -> Option<&'static InputField> {
    along(input, path)?.pop()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_through_the_types() {
        let text = field("NeedAddInput", "need.text").expect("needs have texts");
        assert_eq!((text.of, text.list, text.required), ("String", false, true));
        let number = field("PersonRecordInput", "person.documents.0.number").expect("documents have numbers");
        assert_eq!(number.of, "String");
        assert!(field("NeedAddInput", "need.colour").is_none());
    }
}
