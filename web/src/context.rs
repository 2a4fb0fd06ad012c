//! One visit to one page: who asks, in which language, on which day, and the words and answers for them.

use std::{convert::Infallible, sync::Arc};

use askama::Template;
use axum::{
    extract::FromRequestParts,
    response::{IntoResponse, Redirect, Response},
};
use chrono::NaiveDate;
use chrono_tz::Tz;
use fluent_bundle::FluentArgs;
use graphql_client::GraphQLQuery;
use http::{HeaderMap, StatusCode, header, request::Parts};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::{
    AppState, Executor, Settings, Visitor,
    client::{self, PageError, PageErrorKind, UserError},
    codes::*,
    components::Html,
    dates::{self, Day, Instant},
    form::Form,
    idempotency::IdempotencyToken,
    operation::operation,
    text::{self, Arg, Key, Language, key},
};

operation!(Shell, "src/components/shell.graphql");

pub type Viewer = shell::ShellViewer;

/// A visit by somebody who is signed in; everybody else is led to where one signs in.
pub struct PageContext {
    pub language: Language,
    pub viewer: Option<Viewer>,
    /// Path and query of this page.
    pub here: String,
    /// The page of the thing that this request is about: `/referrals/{id}` for all that lies under it.
    pub place: String,
    pub today: NaiveDate,
    pub zone: Tz,
    pub settings: Arc<Settings>,
    visitor: Visitor,
    once: IdempotencyToken,
    executor: Arc<dyn Executor>,
}

/// A visit by anybody, signed in or not.
pub struct PublicPageContext(pub PageContext);

impl FromRequestParts<AppState> for PageContext {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Response> {
        parts.extensions.insert(IdempotencyToken::default());
        let context = PageContext::arrive(parts, app).await.map_err(IntoResponse::into_response)?;
        match context.viewer {
            Some(_) => Ok(context),
            None => Err(client::to_sign_in(&context)),
        }
    }
}

impl FromRequestParts<AppState> for PublicPageContext {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Infallible> {
        parts.extensions.insert(IdempotencyToken::default());
        match PageContext::arrive(parts, app).await {
            Ok(context) => Ok(PublicPageContext(context)),
            Err(_) => Ok(PublicPageContext(PageContext::stranger(parts, app))),
        }
    }
}

impl PageContext {
    /// A visit without asking who it is: for pages that say what went wrong.
    pub fn stranger(parts: &Parts, app: &AppState) -> Self {
        let visitor = parts
            .extensions
            .get::<Visitor>()
            .cloned()
            .unwrap_or_else(|| Visitor { session: None, form_token: String::new() });
        let here = parts.uri.path_and_query().map_or("/", |whole| whole.as_str()).to_owned();
        PageContext {
            language: preferred(&parts.headers),
            viewer: None,
            place: place(parts.uri.path()),
            here: if parts.method == http::Method::GET { here } else { place(parts.uri.path()) },
            // Pages for strangers speak of no days.
            today: NaiveDate::default(),
            zone: Tz::UTC,
            settings: app.settings.clone(),
            visitor,
            once: parts.extensions.get::<IdempotencyToken>().cloned().unwrap_or_default(),
            executor: app.executor.clone(),
        }
    }

    /// A visit that asks nothing, for tests of what needs words only.
    #[cfg(test)]
    pub fn nobody() -> Self {
        struct Silent;
        impl Executor for Silent {
            fn execute<'a>(
                &'a self,
                _: &'a Visitor,
                _: &'static str,
                _: &'static str,
                _: Value,
            ) -> crate::Answer<'a> {
                Box::pin(async { Vec::new() })
            }
        }
        let settings = Settings { demonstration: false, secure_cookies: false };
        let app = AppState { executor: Arc::new(Silent), settings: Arc::new(settings) };
        let (parts, ()) = http::Request::new(()).into_parts();
        PageContext::stranger(&parts, &app)
    }

    async fn arrive(parts: &Parts, app: &AppState) -> Result<Self, PageError> {
        let mut context = PageContext::stranger(parts, app);
        if context.visitor.session.is_some() {
            context.viewer = context.query::<Shell>(shell::Variables).await?.viewer;
        }
        if let Some(viewer) = &context.viewer {
            context.today = viewer.today;
            context.zone = viewer.organisation.time_zone.parse().unwrap_or(Tz::UTC);
        }
        Ok(context)
    }

    // What the API answers.

    /// Asks a query.
    pub async fn query<Q: GraphQLQuery>(
        &self,
        variables: Q::Variables,
    ) -> Result<Q::ResponseData, PageError> {
        client::query::<Q>(self, variables).await
    }

    /// Runs a mutation; what the user can mend comes back as problems.
    pub async fn mutate<M: GraphQLQuery>(
        &self,
        variables: M::Variables,
    ) -> Result<Result<M::ResponseData, Vec<UserError>>, PageError> {
        client::mutate::<M>(self, variables).await
    }

    /// Runs the mutation whose input a form makes, with what the page adds to it. None where something is wrong, which the
    /// form then says.
    pub async fn submit<M>(&self, form: &mut Form, more: Value) -> Result<Option<M::ResponseData>, PageError>
    where
        M: GraphQLQuery,
        M::Variables: DeserializeOwned,
    {
        let mut input = form.input();
        if !form.problems.is_empty() {
            return Ok(None);
        }
        if let Value::Object(more) = more {
            input.extend(more);
        }
        input.insert("idempotencyKey".to_owned(), self.once().into());
        let variables = serde_json::from_value(json!({ "input": input })).map_err(|error| {
            tracing::error!(%error, "a form does not make the input of its mutation");
            PageError::new(self, PageErrorKind::Internal, None)
        })?;
        match self.mutate::<M>(variables).await? {
            Ok(told) => Ok(Some(told)),
            Err(problems) => {
                form.problems = problems;
                Ok(None)
            }
        }
    }

    pub(crate) async fn execute(
        &self,
        query: &'static str,
        operation: &'static str,
        variables: Value,
    ) -> Vec<u8> {
        self.executor.execute(&self.visitor, query, operation, variables).await
    }

    /// The key under which the API does what the form asks once.
    pub fn once(&self) -> Option<String> {
        self.once.key()
    }

    pub(crate) fn form_token(&self) -> &str {
        &self.visitor.form_token
    }

    /// Whether the viewer's role in the viewer's organisation may do this at all.
    pub fn may(&self, action: Action) -> bool {
        self.viewer.as_ref().is_some_and(|viewer| viewer.may.contains(&action))
    }

    // What the page says.

    pub fn t(&self, key: impl Into<Key>) -> String {
        text::text(self.language, key.into(), None)
    }

    pub fn t1(&self, key: impl Into<Key>, name: &'static str, value: impl Arg) -> String {
        self.say(key, &[(name, &value)])
    }

    pub fn t2(
        &self,
        key: impl Into<Key>,
        a: &'static str,
        first: impl Arg,
        b: &'static str,
        second: impl Arg,
    ) -> String {
        self.say(key, &[(a, &first), (b, &second)])
    }

    fn say(&self, key: impl Into<Key>, arguments: &[(&'static str, &dyn Arg)]) -> String {
        let filled: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, value.value())).collect();
        text::text(self.language, key.into(), Some(&filled))
    }

    /// A text that carries markup of its own; whatever is put into it is escaped unless it is a component.
    pub fn h(&self, key: impl Into<Key>) -> Html {
        Html::safe(self.t(key))
    }

    pub fn h1(&self, key: impl Into<Key>, name: &'static str, value: impl Arg) -> Html {
        self.markup(key, &[(name, &value)])
    }

    pub fn h2(
        &self,
        key: impl Into<Key>,
        a: &'static str,
        first: impl Arg,
        b: &'static str,
        second: impl Arg,
    ) -> Html {
        self.markup(key, &[(a, &first), (b, &second)])
    }

    pub fn markup(&self, key: impl Into<Key>, arguments: &[(&'static str, &dyn Arg)]) -> Html {
        let filled: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, value.markup())).collect();
        Html::safe(text::text(self.language, key.into(), Some(&filled)))
    }

    /// The words of a code.
    pub fn word(&self, code: impl Code) -> String {
        self.t(code.key())
    }

    /// The words of several codes, one after the other: `housing, work, family`.
    pub fn words<C: Code>(&self, codes: &[C]) -> String {
        codes.iter().map(|code| self.word(code)).collect::<Vec<_>>().join(", ")
    }

    /// A place's name as readers of the page's language write it.
    pub fn place_name<'n>(&self, name: &'n str, local: &'n str) -> &'n str {
        if self.language.reads(local) { local } else { name }
    }

    /// A province's name in the reader's language, by its ISO 3166-2 code; one that we have no text for is written as
    /// other places are.
    pub fn province_name(&self, code: &str, name: &str, local: &str) -> String {
        let text = Key::find(&format!("province-{}", code.to_lowercase()));
        text.map_or_else(|| self.place_name(name, local).to_owned(), |key| self.t(key))
    }

    // Days and hours; each with the exact one for whoever asks for it.

    /// Inside a sentence: `on Thursday`.
    pub fn on(&self, date: impl Day) -> Html {
        let words = dates::within(self.language, date.date(), self.today);
        self.dated(date, words)
    }

    /// By itself: `Thursday`.
    pub fn day(&self, date: impl Day) -> Html {
        let words = dates::alone(self.language, date.date(), self.today);
        self.dated(date, words)
    }

    /// After a word such as until, from or since: `Thursday`, which other languages bend.
    pub fn bare(&self, date: impl Day) -> Html {
        let words = dates::bare(self.language, date.date(), self.today);
        self.dated(date, words)
    }

    /// How far away: `in 5 weeks`.
    pub fn away(&self, date: impl Day) -> Html {
        let words = dates::away(self.language, date.date(), self.today);
        self.dated(date, words)
    }

    /// `in 5 weeks`, as plain words beside the day itself.
    pub fn away_words(&self, date: impl Day) -> String {
        dates::away(self.language, date.date(), self.today)
    }

    /// `Monday, 23 November`: today.
    pub fn today_heading(&self) -> String {
        dates::heading(self.language, self.today)
    }

    /// `Today, 9:12`
    pub fn at(&self, at: impl Instant) -> Html {
        let at = at.instant();
        crate::components::when(
            &at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
            &dates::moment(self.language, at, self.zone, self.today),
            &dates::exact_moment(self.language, at, self.zone),
        )
    }

    /// The day of an instant, where the viewer is.
    pub fn day_of(&self, at: impl Instant) -> NaiveDate {
        at.instant().with_timezone(&self.zone).date_naive()
    }

    /// The day of an instant, inside a sentence.
    pub fn on_day_of(&self, at: impl Instant) -> Html {
        self.on(self.day_of(at))
    }

    /// `Monday, 28 December 2026`, as plain words.
    pub fn exactly(&self, date: impl Day) -> String {
        dates::exact(self.language, date.date())
    }

    /// `28 December 1990`: for a day that is far away, such as somebody's birth.
    pub fn exact_day(&self, date: impl Day) -> String {
        dates::plain(self.language, date.date(), self.today)
    }

    /// `December 2026`, of `2026-12`.
    pub fn month(&self, month: &str) -> String {
        dates::month(self.language, month)
    }

    /// Says a day in words of the caller's: `Release on Thursday`.
    pub fn dated(&self, date: impl Day, words: impl AsRef<str>) -> Html {
        let date = date.date();
        crate::components::when(&date.to_string(), words.as_ref(), &dates::exact(self.language, date))
    }

    // What the frame of the page needs.

    /// How many notices the visitor has not seen, as a figure and in words; nothing where all are seen.
    pub fn unread_count(&self) -> Option<(String, String)> {
        let count = self.viewer.as_ref()?.unread_notifications;
        let figure = if count < 100 { count.to_string() } else { "99+".to_owned() };
        (count > 0).then(|| (figure, self.t1(key::FRAME_NOTICES_NEW, "n", count)))
    }

    /// What was just done, when this page was reached by doing it.
    pub fn done(&self) -> Option<String> {
        let query = self.here.split_once('?')?.1;
        let (_, what) = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "done")?;
        Key::find(&format!("done-{what}")).map(|key| self.t(key))
    }

    /// Leads to a page that says what was done: by a key that begins with `done-`.
    pub fn done_at(&self, path: &str, done: Key) -> Response {
        let mark = if path.contains('?') { '&' } else { '?' };
        let what = done.spelt().trim_start_matches("done-");
        Redirect::to(&format!("{path}{mark}done={what}")).into_response()
    }

    pub fn stylesheet(&self) -> &'static str {
        crate::assets::STYLESHEET.path
    }

    pub fn script(&self) -> &'static str {
        crate::assets::APP.path
    }

    pub fn favicon(&self) -> &'static str {
        crate::assets::ICON.path
    }

    pub fn icon(&self, name: &str) -> Html {
        crate::components::icon(name)
    }

    /// The hidden fields of every form that is posted: one proves it to be ours, the other makes it this
    /// one form, which does its work once however often it is sent.
    pub fn token(&self) -> Html {
        let token = crate::components::hidden("_token", self.form_token());
        let once = crate::components::hidden("_once", &IdempotencyToken::new_value());
        Html::safe(format!("{token}{once}"))
    }

    /// A page, ready to be sent.
    pub fn show(&self, template: &impl Template) -> Response {
        self.show_as(StatusCode::OK, template)
    }

    /// The form again, with what has to be mended.
    pub fn show_again(&self, template: &impl Template) -> Response {
        self.show_as(StatusCode::UNPROCESSABLE_ENTITY, template)
    }

    pub fn show_as(&self, status: StatusCode, template: &impl Template) -> Response {
        match template.render() {
            Ok(html) => (
                status,
                [
                    (header::CONTENT_TYPE, "text/html; charset=utf-8"),
                    (header::CACHE_CONTROL, "no-store"),
                    (header::CONTENT_LANGUAGE, self.language.tag()),
                ],
                html,
            )
                .into_response(),
            Err(error) => {
                tracing::error!(%error, "a page cannot be rendered");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        }
    }
}

/// The first two steps of a path name the thing; what follows is something about it.
fn place(path: &str) -> String {
    let steps: Vec<_> = path.split('/').filter(|step| !step.is_empty()).take(2).collect();
    format!("/{}", steps.join("/"))
}

fn preferred(headers: &HeaderMap) -> Language {
    let chosen = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .find_map(|cookie| Language::parse(cookie.trim().strip_prefix("language=")?));
    chosen.unwrap_or_else(|| {
        let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        accepted.map_or(Language::English, Language::negotiate)
    })
}
