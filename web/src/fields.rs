//! What a form sent, and how it is shown again with what has to be mended.

use axum::{
    extract::{FromRequest, Request},
    response::{IntoResponse, Response},
};
use http::StatusCode;
use subtle::ConstantTimeEq;

use crate::{
    AppState,
    client::{PageError, UserError},
    components::{Choice, Field, Kind},
    context::PageContext,
    idempotency::IdempotencyToken,
    text::{self, Key, key},
};

/// The most that a form may be, in bytes.
const LIMIT: usize = 256 * 1024;

/// The fields of a form that was proved to be ours; a name may come several times.
#[derive(Clone, Debug, Default)]
pub struct Fields(Vec<(String, String)>);

impl FromRequest<AppState> for Fields {
    type Rejection = Response;

    async fn from_request(request: Request, app: &AppState) -> Result<Self, Response> {
        let (parts, body) = request.into_parts();
        let v = PageContext::stranger(&parts, app);
        let Ok(body) = axum::body::to_bytes(body, LIMIT).await else {
            return Err(StatusCode::PAYLOAD_TOO_LARGE.into_response());
        };
        let fields = Fields::parse(&body);
        let (sent, expected) = (fields.get("_token").as_bytes(), v.form_token().as_bytes());
        if expected.is_empty() || !bool::from(sent.ct_eq(expected)) {
            return Err(PageError::foreign_form(&v).into_response());
        }
        if let Some(once) = parts.extensions.get::<IdempotencyToken>() {
            once.sent(parts.uri.path(), fields.get("_once"), &body);
        }
        Ok(fields)
    }
}

impl Fields {
    pub fn of<N: Into<String>, V: Into<String>>(fields: impl IntoIterator<Item = (N, V)>) -> Self {
        Fields(fields.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }

    /// The fields of an address.
    pub fn of_query(query: &str) -> Self {
        Self::parse(query.as_bytes())
    }

    /// A name that may come several times is written with brackets in the form, and without them here.
    fn parse(encoded: &[u8]) -> Self {
        let pairs = form_urlencoded::parse(encoded).into_owned();
        Fields(pairs.map(|(name, value)| (name.trim_end_matches("[]").to_owned(), value)).collect())
    }

    /// The same fields with one more.
    pub fn and(mut self, name: &str, value: &str) -> Self {
        self.0.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same fields without one.
    pub fn without(mut self, name: &str) -> Self {
        self.0.retain(|(known, _)| known != name);
        self
    }

    /// The value, without the spaces around it; empty when the form has no such field.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value.trim())
    }

    /// The value, or None when it is empty.
    pub fn some(&self, name: &str) -> Option<String> {
        Some(self.get(name)).filter(|value| !value.is_empty()).map(str::to_owned)
    }

    pub fn all(&self, name: &str) -> Vec<String> {
        self.0
            .iter()
            .filter(|(n, value)| n == name && !value.is_empty())
            .map(|(_, value)| value.clone())
            .collect()
    }

    pub fn has(&self, name: &str, value: &str) -> bool {
        self.0.iter().any(|(n, v)| n == name && v == value)
    }

    pub fn number(&self, name: &str) -> Option<i64> {
        self.get(name).parse().ok()
    }

    pub fn date(&self, name: &str) -> Option<chrono::NaiveDate> {
        self.get(name).parse().ok()
    }
}

/// A form on a page: what was typed, and what is wrong with it.
///
/// A field is named by its place in the mutation's input, joined with dots (`person.givenName`), so that a problem
/// finds its field by its path.
#[derive(Clone, Debug, Default)]
pub struct Form {
    pub fields: Fields,
    pub problems: Vec<UserError>,
}

impl Form {
    pub fn empty() -> Self {
        Form::default()
    }

    pub fn filled(fields: Fields) -> Self {
        Form { fields, problems: Vec::new() }
    }

    pub fn with(fields: Fields, problems: Vec<UserError>) -> Self {
        Form { fields, problems }
    }

    /// Adds a problem that the page itself found: a date that is none, say.
    pub fn problem(&mut self, code: &str, field: &str) {
        self.problems.push(UserError {
            code: code.to_owned(),
            path: field.split('.').map(str::to_owned).collect(),
            message: String::new(),
        });
    }

    pub fn text<'a>(&'a self, v: &'a PageContext, name: &'a str, label: impl Into<Key>) -> Field<'a> {
        self.field(v, name, label, Kind::Line)
    }

    pub fn long_text<'a>(&'a self, v: &'a PageContext, name: &'a str, label: impl Into<Key>) -> Field<'a> {
        self.field(v, name, label, Kind::Text)
    }

    pub fn date<'a>(&'a self, v: &'a PageContext, name: &'a str, label: impl Into<Key>) -> Field<'a> {
        self.field(v, name, label, Kind::Date)
    }

    pub fn time<'a>(&'a self, v: &'a PageContext, name: &'a str, label: impl Into<Key>) -> Field<'a> {
        self.field(v, name, label, Kind::Time)
    }

    pub fn number<'a>(&'a self, v: &'a PageContext, name: &'a str, label: impl Into<Key>) -> Field<'a> {
        self.field(v, name, label, Kind::Number)
    }

    /// One of several, folded away.
    pub fn select<'a>(
        &'a self,
        v: &'a PageContext,
        name: &'a str,
        label: impl Into<Key>,
        options: &'a [Choice],
    ) -> Field<'a> {
        self.field(v, name, label, Kind::Select).among(options)
    }

    /// One of several, all to be seen.
    pub fn radios<'a>(
        &'a self,
        v: &'a PageContext,
        name: &'a str,
        label: impl Into<Key>,
        options: &'a [Choice],
    ) -> Field<'a> {
        self.field(v, name, label, Kind::Radios).among(options)
    }

    /// Any of several.
    pub fn checks<'a>(
        &'a self,
        v: &'a PageContext,
        name: &'a str,
        label: impl Into<Key>,
        options: &'a [Choice],
    ) -> Field<'a> {
        self.field(v, name, label, Kind::Checks).among(options)
    }

    fn field<'a>(
        &'a self,
        v: &'a PageContext,
        name: &'a str,
        label: impl Into<Key>,
        kind: Kind,
    ) -> Field<'a> {
        let error =
            self.problems.iter().find(|problem| field_name(problem) == name).map(|problem| words(v, problem));
        Field::new(v, &self.fields, name, v.t(label), kind).wrong(error)
    }

    /// The summary on top: every problem, each leading to its field.
    pub fn summary(&self, v: &PageContext) -> Option<crate::components::Html> {
        let line = |problem: &UserError| {
            let name = field_name(problem);
            // What is wrong with the thing itself has no field to lead to.
            let field = !name.is_empty() && (name.contains('.') || !name.ends_with("Id"));
            (field.then(|| field_id(&name)), named_words(v, &name, problem))
        };
        let problems: Vec<_> = self.problems.iter().map(line).collect();
        (!problems.is_empty()).then(|| crate::components::summary(v, &problems))
    }
}

/// The name of the field that a problem is about.
fn field_name(problem: &UserError) -> String {
    let path = match problem.path.split_first() {
        Some((first, rest)) if first == "input" => rest,
        _ => &problem.path[..],
    };
    // An entry of a list belongs to the field that holds the list.
    let list = path.iter().rposition(|step| step.parse::<usize>().is_err()).map_or(0, |last| last + 1);
    path[..list].join(".")
}

/// The id that a field has on the page.
pub fn field_id(name: &str) -> String {
    let plain: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    format!("f-{plain}")
}

/// In the summary a problem says which field it means: by the text `field-<name>`, of the last step of its name.
fn named_words(v: &PageContext, name: &str, problem: &UserError) -> String {
    match text::about_field("field", name.rsplit('.').next().unwrap_or_default()) {
        Some(key) => v.t2(key::PROBLEM_OF_FIELD, "field", v.t(key), "problem", words(v, problem)),
        None => words(v, problem),
    }
}

fn words(v: &PageContext, problem: &UserError) -> String {
    words_of(v, &problem.code)
}

/// What a problem's code says.
pub fn words_of(v: &PageContext, code: &str) -> String {
    let key = Key::find(&format!("problem-{}", code.to_lowercase().replace('_', "-")));
    v.t(key.unwrap_or(key::PROBLEM_INVALID))
}
