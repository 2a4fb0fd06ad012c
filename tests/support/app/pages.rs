//! Pages without a browser: cookies are kept, forms carry the token of the page before, redirects are followed.

use std::collections::BTreeMap;

use axum::body::Body;
use capabilities::members::begin_session;
use http::{Request, StatusCode};
use url::form_urlencoded;

use super::{Answer, PUBLIC_URL, TestApp};
use crate::client::member;

/// Somebody with a browser that has no script.
pub struct Visitor<'a> {
    app: &'a TestApp,
    cookies: BTreeMap<String, String>,
    /// As they came, with their attributes.
    cookie_lines: Vec<String>,
    token: String,
    /// What makes the forms of the page before do their work once.
    once: String,
}

/// A page, and the path at which it was found in the end.
#[derive(Debug)]
pub struct Page {
    pub path: String,
    pub status: StatusCode,
    pub answer: Answer,
}

impl Page {
    pub fn html(&self) -> &str {
        &self.answer.body
    }

    pub fn says(&self, words: &str) -> bool {
        self.answer.body.contains(words)
    }

    /// The value of the first field of this name.
    pub fn field(&self, name: &str) -> Option<String> {
        let mark = format!("name=\"{name}\"");
        let at = self.answer.body.find(&mark)?;
        let start = self.answer.body[..at].rfind('<')?;
        let end = at + self.answer.body[at..].find('>')?;
        let tag = &self.answer.body[start..end];
        let (_, value) = tag.split_once("value=\"")?;
        Some(value.split('"').next()?.to_owned())
    }
}

impl<'a> Visitor<'a> {
    pub(super) fn new(app: &'a TestApp) -> Visitor<'a> {
        Visitor {
            app,
            cookies: BTreeMap::new(),
            cookie_lines: Vec::new(),
            token: String::new(),
            once: String::new(),
        }
    }

    pub(super) async fn signed_in(app: &'a TestApp, email: &str) -> Visitor<'a> {
        let mut visitor = Visitor::new(app);
        let page = if app.state().demonstration {
            let member = app.member_id(email).await;
            visitor.get("/sign-in").await;
            visitor.post_form("/sign-in", &[("member", &member)]).await
        } else {
            // As whoever opened the link of a mail.
            let session = begin_session(app.state(), member(app, email).await, "").await;
            visitor.cookies.insert("session".to_owned(), session.expect("a session can begin"));
            visitor.get("/").await
        };
        assert_eq!(page.status, StatusCode::OK, "{page:?}");
        visitor
    }

    /// Prefers pages in this language.
    pub fn speak(&mut self, language: &str) {
        self.cookies.insert("language".to_owned(), language.to_owned());
    }

    /// What a browser would send along.
    pub fn cookies(&self) -> String {
        let pairs = self.cookies.iter().map(|(name, value)| format!("{name}={value}"));
        pairs.collect::<Vec<_>>().join("; ")
    }

    /// Cookies as they were set, with what the browser was told about them.
    pub fn cookie_lines(&self) -> &[String] {
        &self.cookie_lines
    }

    /// Sends these along from now on, as somebody who copied them would.
    pub fn keep_again(&mut self, cookies: String) {
        self.cookies = cookies
            .split("; ")
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
    }

    /// Sends forms with another token than the page's, as a page of another site must.
    pub fn pretend_token(&mut self, token: &str) {
        self.token = token.to_owned();
    }

    /// Opens a page, wherever it leads.
    pub async fn get(&mut self, path: &str) -> Page {
        let mut path = path.to_owned();
        for _ in 0..5 {
            let answer = self.send("GET", &path, None).await;
            match onward(&answer) {
                Some(next) => path = next,
                None => return self.read(path, answer),
            }
        }
        panic!("{path} leads in a circle");
    }

    /// Sends a form from the page before, and follows where it leads.
    pub async fn post_form(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let answer = self.post(path, fields).await;
        match onward(&answer) {
            Some(next) => self.get(&next).await,
            None => self.read(path.to_owned(), answer),
        }
    }

    /// Sends a form and stays with its answer.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("_token", &self.token).append_pair("_once", &self.once).extend_pairs(fields);
        self.send("POST", path, Some(form.finish())).await
    }

    async fn send(&mut self, method: &str, path: &str, form: Option<String>) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", PUBLIC_URL.trim_start_matches("http://"))
            .header("accept", "text/html")
            .header("cookie", self.cookies());
        if form.is_some() {
            request = request
                .header("origin", PUBLIC_URL)
                .header("content-type", "application/x-www-form-urlencoded");
        }
        let request = request.body(Body::from(form.unwrap_or_default())).expect("its parts are well formed");
        let answer = self.app.send(request).await;
        for line in answer.headers.get_all("set-cookie").iter().filter_map(|line| line.to_str().ok()) {
            self.keep(line);
        }
        answer
    }

    fn keep(&mut self, line: &str) {
        self.cookie_lines.push(line.to_owned());
        let (pair, attributes) = line.split_once(';').unwrap_or((line, ""));
        if let Some((name, value)) = pair.split_once('=') {
            if attributes.to_ascii_lowercase().contains("max-age=0") {
                self.cookies.remove(name.trim());
            } else {
                self.cookies.insert(name.trim().to_owned(), value.trim().to_owned());
            }
        }
    }

    fn read(&mut self, path: String, answer: Answer) -> Page {
        let page = Page { path, status: answer.status, answer };
        if let Some(token) = page.field("_token") {
            self.token = token;
        }
        if let Some(once) = page.field("_once") {
            self.once = once;
        }
        page
    }
}

fn onward(answer: &Answer) -> Option<String> {
    let location = answer.header("location").filter(|_| answer.status.is_redirection())?;
    Some(location.strip_prefix(PUBLIC_URL).unwrap_or(location).to_owned())
}
