//! What the contract declares and the pages need: codes, input types and limits.

use std::{collections::BTreeSet, fmt::Write as _, fs};

use async_graphql_parser::{
    Positioned, parse_schema,
    types::{
        BaseType, ConstDirective, InputValueDefinition, Type, TypeDefinition, TypeKind, TypeSystemDefinition,
    },
};

use super::texts::{Texts, constant};

pub const PATH: &str = "../api/schema.graphql";

/// The one code of a payload without errors, which the API never answers.
const NEVER: &str = "NEVER";

/// The arguments of `@limit`, and the fields of `Limit` that hold them.
const LIMITS: [(&str, &str); 3] = [("min", "min"), ("max", "max"), ("maxLength", "max_length")];

pub struct Contract {
    /// Codes with words of their own, by the name of their type.
    codes: Vec<(String, Vec<String>)>,
    /// Codes of what a user can correct, all mutations together.
    problems: BTreeSet<String>,
    inputs: Vec<(String, Vec<InputValueDefinition>)>,
}

impl Contract {
    pub fn read() -> Self {
        let source = fs::read_to_string(PATH).expect("the contract is checked in");
        let document = parse_schema(source).unwrap_or_else(|error| panic!("{PATH} does not parse: {error}"));
        let types: Vec<TypeDefinition> = document
            .definitions
            .into_iter()
            .filter_map(|definition| match definition {
                TypeSystemDefinition::Type(one) => Some(one.node),
                _ => None,
            })
            .collect();
        let of_problems = codes_of_problems(&types);
        let mut contract = Contract { codes: Vec::new(), problems: BTreeSet::new(), inputs: Vec::new() };
        for one in types {
            let name = one.name.node.to_string();
            match one.kind {
                TypeKind::Enum(kind) => {
                    let codes = kind.values.into_iter().map(|value| value.node.value.node.to_string());
                    if of_problems.contains(&name) {
                        contract.problems.extend(codes.filter(|code| code != NEVER));
                    } else {
                        contract.codes.push((name, codes.collect()));
                    }
                }
                TypeKind::InputObject(kind) => {
                    contract.inputs.push((name, kind.fields.into_iter().map(|field| field.node).collect()));
                }
                _ => {}
            }
        }
        contract
    }

    /// Stops the build where a code has no words.
    pub fn check_words(&self, texts: &Texts) {
        for (name, codes) in &self.codes {
            for code in codes {
                let key = format!("{}-{}", kebab(name), slug(code));
                assert!(texts.has(&key), "no language has the text `{key}`, of {name}.{code} in {PATH}");
            }
        }
        for code in &self.problems {
            let key = format!("problem-{}", slug(code));
            assert!(texts.has(&key), "no language has the text `{key}`, of the error {code} in {PATH}");
        }
    }

    /// A Rust enum for each enum of the contract.
    pub fn codes(&self, texts: &Texts) -> String {
        let mut out = String::new();
        for (name, codes) in &self.codes {
            let _ = writeln!(
                out,
                "#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]\npub enum {name} {{"
            );
            for code in codes {
                let _ = writeln!(out, "    #[serde(rename = {code:?})]\n    {},", pascal(code));
            }
            let all: Vec<_> = codes.iter().map(|code| format!("{name}::{}", pascal(code))).collect();
            let _ =
                writeln!(out, "}}\nimpl {name} {{\n    pub const ALL: &[{name}] = &[{}];", all.join(", "));
            let _ = writeln!(
                out,
                "    /// The code that is spelt so; a form or an address may carry anything.\n    \
                 pub fn parse(code: &str) -> Option<Self> {{\n        \
                 Self::ALL.iter().copied().find(|known| known.code() == code)\n    }}"
            );
            for prefix in other_words(name, codes, texts) {
                let method = prefix.replace('-', "_");
                let _ = writeln!(
                    out,
                    "    /// The text `{prefix}-…` of this code.\n    pub fn {method}(self) -> Key {{\n        {}\n    }}",
                    by_code(name, codes, |code| format!(
                        "key::{}",
                        constant(&format!("{prefix}-{}", slug(code)))
                    ))
                );
            }
            let _ = writeln!(
                out,
                "}}\nimpl Code for {name} {{\n    fn code(&self) -> &'static str {{\n        {}\n    }}\n    \
                 fn key(&self) -> Key {{\n        {}\n    }}\n}}",
                by_code(name, codes, |code| format!("{code:?}")),
                by_code(name, codes, |code| format!(
                    "key::{}",
                    constant(&format!("{}-{}", kebab(name), slug(code)))
                )),
            );
            let _ = writeln!(
                out,
                "impl fmt::Display for {name} {{\n    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {{\n        \
                 f.write_str(self.code())\n    }}\n}}"
            );
        }
        out
    }

    /// The fields of every input type.
    pub fn inputs(&self) -> String {
        let mut out = String::from("pub const ALL: &[(&str, &[InputField])] = &[\n");
        for (name, fields) in &self.inputs {
            let _ = writeln!(out, "    ({name:?}, &[");
            for field in fields {
                let (of, list) = base(&field.ty.node);
                let required = !field.ty.node.nullable;
                let _ = writeln!(
                    out,
                    "        InputField {{ name: {:?}, of: {of:?}, list: {list}, required: {required}, limit: {} }},",
                    field.name.node.as_str(),
                    limit(&field.directives)
                );
            }
            out.push_str("    ]),\n");
        }
        out.push_str("];\n");
        out
    }

    /// The macro that declares a page's operation; it names every code, so that all operations share one type of each.
    pub fn operation(&self) -> String {
        let names: Vec<_> = self.codes.iter().map(|(name, _)| format!("{name:?}")).collect();
        include_str!("operation.rs.txt").replace("CODES", &names.join(", ")).replace("SCHEMA", PATH)
    }
}

/// The enums of the `code` of whatever a payload has in its `errors`.
fn codes_of_problems(types: &[TypeDefinition]) -> BTreeSet<String> {
    let field = |name: &str, field: &str| {
        types.iter().find(|one| one.name.node == name).and_then(|one| match &one.kind {
            TypeKind::Object(object) => object
                .fields
                .iter()
                .find(|known| known.node.name.node == field)
                .map(|known| base(&known.node.ty.node).0),
            _ => None,
        })
    };
    types
        .iter()
        .map(|one| one.name.node.as_str())
        .filter(|name| name.ends_with("Payload"))
        .filter_map(|payload| field(&field(payload, "errors")?, "code"))
        .collect()
}

/// Beginnings of texts that say something else of each code: `need-short` of `need-short-accommodation`.
fn other_words(name: &str, codes: &[String], texts: &Texts) -> Vec<String> {
    let Some(first) = codes.first() else { return Vec::new() };
    texts
        .before(&format!("-{}", slug(first)))
        .filter(|prefix| *prefix != kebab(name) && !prefix.is_empty())
        .filter(|prefix| codes.iter().all(|code| texts.has(&format!("{prefix}-{}", slug(code)))))
        .map(str::to_owned)
        .collect()
}

fn by_code(name: &str, codes: &[String], value: impl Fn(&str) -> String) -> String {
    let arms = codes.iter().map(|code| format!("{name}::{} => {}", pascal(code), value(code)));
    format!("match self {{ {} }}", arms.collect::<Vec<_>>().join(", "))
}

/// A type without its lists and marks, and whether it is a list.
fn base(of: &Type) -> (String, bool) {
    match &of.base {
        BaseType::Named(name) => (name.to_string(), false),
        BaseType::List(inner) => (base(inner).0, true),
    }
}

/// What `@limit` says of a field, where the contract has it.
fn limit(directives: &[Positioned<ConstDirective>]) -> String {
    let limit = directives.iter().find(|directive| directive.node.name.node == "limit");
    let fields = LIMITS.iter().map(|(argument, field)| {
        let value = limit.and_then(|limit| limit.node.get_argument(argument));
        let value = value.map(|value| format!("Some({})", value.node)).unwrap_or_else(|| "None".to_owned());
        format!("{field}: {value}")
    });
    format!("Limit {{ {} }}", fields.collect::<Vec<_>>().join(", "))
}

/// `IN_PROGRESS` as texts spell it: `in-progress`.
fn slug(code: &str) -> String {
    code.to_lowercase().replace('_', "-")
}

/// `IN_PROGRESS` as Rust spells it: `InProgress`.
fn pascal(code: &str) -> String {
    code.split('_').map(|word| word[..1].to_owned() + &word[1..].to_lowercase()).collect()
}

/// `NeedDomain` as texts spell it: `need-domain`.
fn kebab(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.push(letter.to_ascii_lowercase());
    }
    out
}
