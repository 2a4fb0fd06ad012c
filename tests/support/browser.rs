//! A real browser, headless, for what only a browser can tell.

mod devtools;

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::folder::{Folder, target};
use crate::program::Started;
use crate::waiting::{LIMIT, in_time, until, until_now};
use devtools::{console, devtools, evaluate};

pub const DESK: u32 = 1280;
pub const PHONE: u32 = 390;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    Light,
    Dark,
}

impl Scheme {
    fn name(self) -> &'static str {
        match self {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }
}

/// One browser with one visitor in it. Closed, with everything it started, when dropped.
pub struct Browser {
    client: Client,
    base: String,
    width: u32,
    scheme: Scheme,
    _driver: Driver,
}

/// ChromeDriver under a guard that ends it, and the browsers it started, with us.
struct Driver {
    guard: Child,
    _profile: Folder,
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        let _ = self.guard.wait();
    }
}

impl Browser {
    /// A desktop browser in light colours at the address of a started program, signed in as nobody.
    pub async fn open(base: &str) -> Browser {
        let profile = Folder::new("browser");
        let log = profile.join("chromedriver.txt");
        let file = File::create(&log).expect("the folder can be written to");
        let guard = Command::new("sh")
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("guard.sh"))
            .args(["chromedriver", "--port=0"])
            .stdin(Stdio::piped())
            .stderr(file.try_clone().expect("a file can be opened twice"))
            .stdout(file)
            .spawn()
            .expect("a shell is there");
        let mut driver = Driver { guard, _profile: profile };
        let port = until_now("chromedriver, Debian's package chromium-driver", || {
            if let Ok(Some(_)) = driver.guard.try_wait() {
                panic!("chromedriver ended: {}", std::fs::read_to_string(&log).unwrap_or_default());
            }
            port_in(&std::fs::read_to_string(&log).unwrap_or_default())
        });
        let client = connect(port, driver._profile.path()).await;
        let mut browser =
            Browser { client, base: base.to_owned(), width: DESK, scheme: Scheme::Light, _driver: driver };
        browser.show(DESK, Scheme::Light).await;
        browser
    }

    /// Turns the window to a width and a colour scheme.
    pub async fn show(&mut self, width: u32, scheme: Scheme) {
        (self.width, self.scheme) = (width, scheme);
        self.resize(if width == PHONE { 844 } else { 900 }).await;
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme.name() },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]});
        devtools(&self.client, "Emulation.setEmulatedMedia", features).await;
    }

    async fn resize(&self, height: u64) {
        let metrics = json!({
            "width": self.width, "height": height, "deviceScaleFactor": 1, "mobile": self.width == PHONE
        });
        devtools(&self.client, "Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Asks for pages in this language from now on.
    pub async fn speak(&self, language: &str) {
        let version = devtools(&self.client, "Browser.getVersion", json!({})).await;
        let agent = json!({ "userAgent": version["userAgent"], "acceptLanguage": language });
        devtools(&self.client, "Emulation.setUserAgentOverride", agent).await;
    }

    /// Opens a path of the program.
    pub async fn go(&self, path: &str) {
        let url = format!("{}{path}", self.base);
        self.client.goto(&url).await.unwrap_or_else(|error| panic!("{url}: {error}"));
    }

    /// Takes the part of a member of the demonstration network, by the page that offers it.
    pub async fn sign_in(&self, gateway: &Started, email: &str) {
        let asked = gateway.gql(None, "{ demonstrationMembers { memberId email } }", json!({}));
        let members = asked["data"]["demonstrationMembers"].as_array().cloned().unwrap_or_default();
        let member = members.iter().find(|member| member["email"] == *email);
        let member = member.unwrap_or_else(|| panic!("nobody can be {email}: {asked}"));
        self.go("/sign-in").await;
        let id = quoted(member["memberId"].as_str().unwrap_or_default());
        let path = format!("//form[.//*[@name='member' and @value={id}]]//button");
        let found = self.client.wait().at_most(LIMIT).for_element(Locator::XPath(&path)).await;
        let button = found.unwrap_or_else(|error| panic!("{email}: {error}"));
        button.click().await.unwrap_or_else(|error| panic!("{email}: {error}"));
        until("the door to close behind us", || async { (self.path().await != "/sign-in").then_some(()) })
            .await;
    }

    /// The paths, with their queries, to which the page's links lead within the program.
    pub async fn links(&self) -> Vec<String> {
        let links = evaluate(
            &self.client,
            "[...document.querySelectorAll('a[href]')]
                .filter(a => a.origin === location.origin && !a.getAttribute('href').startsWith('#'))
                .map(a => a.pathname + a.search)",
        );
        let links = links.await.as_array().cloned().unwrap_or_default();
        links.iter().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// The path, with its query, at which the browser is.
    pub async fn path(&self) -> String {
        let url = self.client.current_url().await.expect("a page is open");
        url.as_str().strip_prefix(&self.base).unwrap_or(url.as_str()).to_owned()
    }

    /// The words on the page, as they are seen.
    pub async fn text(&self) -> String {
        let body = self.find("body").await;
        body.text().await.expect("a body has a text")
    }

    /// The first element, waited for.
    pub async fn find(&self, css: &str) -> Element {
        let found = self.client.wait().at_most(LIMIT).for_element(Locator::Css(css)).await;
        found.unwrap_or_else(|error| panic!("{css}: {error}"))
    }

    /// Waits until the page says this.
    pub async fn reads(&self, words: &str) {
        let found = in_time(|| async {
            let body = self.client.find(Locator::Css("body")).await.ok()?;
            body.text().await.ok()?.contains(words).then_some(())
        });
        if found.await.is_none() {
            panic!("“{words}” does not come on {}:\n{}", self.path().await, self.text().await);
        }
    }

    pub async fn click(&self, css: &str) {
        let element = self.find(css).await;
        element.click().await.unwrap_or_else(|error| panic!("{css}: {error}"));
    }

    /// Clicks what sends a form, and waits for the page that answers it. The driver is back from a
    /// click before a slow answer is there, and whoever looks elsewhere meanwhile sees how it was before.
    pub async fn send(&self, css: &str) {
        let left = self.find("html").await;
        self.click(css).await;
        until(&format!("an answer to {css}"), || async { left.tag_name().await.is_err().then_some(()) })
            .await;
        self.find("#page").await;
    }

    /// Ticks a box or takes a choice, if it isn't yet.
    pub async fn tick(&self, name: &str, value: &str) {
        let css = format!("#page [name='{name}'][value='{value}']");
        let input = self.find(&css).await;
        if !input.is_selected().await.unwrap_or_default() {
            input.click().await.unwrap_or_else(|error| panic!("{css}: {error}"));
        }
        assert!(input.is_selected().await.unwrap_or_default(), "{css} can't be chosen");
    }

    /// Takes the tick out of a box, if it has one.
    pub async fn untick(&self, name: &str, value: &str) {
        let css = format!("#page [name='{name}'][value='{value}']");
        for input in self.client.find_all(Locator::Css(&css)).await.unwrap_or_default() {
            if input.is_selected().await.unwrap_or_default() {
                input.click().await.unwrap_or_else(|error| panic!("{css}: {error}"));
            }
        }
    }

    /// Waits until the page has no such element.
    pub async fn gone(&self, css: &str) {
        until(&format!("{css} to go"), || async {
            self.client.find_all(Locator::Css(css)).await.ok()?.is_empty().then_some(())
        })
        .await;
    }

    /// Has the browser send forms that it would rather not, so that the program's own checks are seen.
    pub async fn forgo_checks(&self) {
        evaluate(&self.client, "document.querySelectorAll('form').forEach(form => form.noValidate = true)")
            .await;
    }

    /// What a field holds.
    pub async fn value(&self, css: &str) -> String {
        let field = self.find(&format!("#page {css}")).await;
        field.prop("value").await.ok().flatten().unwrap_or_default()
    }

    /// The values of all fields that can be chosen.
    pub async fn values(&self, css: &str) -> Vec<String> {
        let script = serde_json::to_string(&format!("#page {css}:not([disabled])")).expect("a text is JSON");
        let script = format!("[...document.querySelectorAll({script})].map(field => field.value)");
        let values = evaluate(&self.client, &script).await;
        values.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Types into a field of the page itself, in place of what it holds.
    pub async fn fill(&self, css: &str, text: &str) {
        let field = self.find(&format!("#page {css}")).await;
        field.clear().await.unwrap_or_else(|error| panic!("{css}: {error}"));
        field.send_keys(text).await.unwrap_or_else(|error| panic!("{css}: {error}"));
    }

    /// Chooses a file.
    pub async fn attach(&self, css: &str, file: &std::path::Path) {
        let field = self.find(&format!("#page {css}")).await;
        field.send_keys(&file.to_string_lossy()).await.unwrap_or_else(|error| panic!("{css}: {error}"));
    }

    /// Sets a field whose typing depends on the browser's language, as dates do.
    pub async fn set(&self, css: &str, value: &str) {
        let css = &format!("#page {css}");
        let element = serde_json::to_string(css).expect("a text is JSON");
        let value = serde_json::to_string(value).expect("a text is JSON");
        self.find(css).await;
        evaluate(&self.client, &format!("void (document.querySelector({element}).value = {value})")).await;
    }

    /// Takes an option of a list by its value.
    pub async fn select(&self, css: &str, value: &str) {
        let list = self.find(&format!("#page {css}")).await;
        list.select_by_value(value).await.unwrap_or_else(|error| panic!("{css} {value}: {error}"));
    }

    /// Writes the whole page as it looks now to `target/pictures/<name>-<width>-<scheme>.png`.
    pub async fn picture(&self, name: &str) -> PathBuf {
        let metrics = devtools(&self.client, "Page.getLayoutMetrics", json!({})).await;
        let height = metrics["cssContentSize"]["height"].as_f64().unwrap_or(900.0);
        self.resize((height.ceil() as u64).clamp(600, 12_000)).await;
        let image = self.client.screenshot().await.expect("a page can be drawn");
        self.resize(if self.width == PHONE { 844 } else { 900 }).await;
        let folder = target().join("pictures");
        std::fs::create_dir_all(&folder).expect("a folder can be made below target");
        let file = folder.join(format!("{name}-{}-{}.png", self.width, self.scheme.name()));
        std::fs::write(&file, image).expect("a picture can be written below target");
        file
    }

    /// Fails with what axe finds on the page as it is shown now.
    pub async fn is_accessible(&self) {
        // Read by the page once, however often it is looked at.
        if evaluate(&self.client, "typeof axe").await == "undefined" {
            let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
            let axe = std::fs::read_to_string(&script)
                .unwrap_or_else(|_| panic!("axe is missing; run: make tools ({})", script.display()));
            evaluate(&self.client, &format!("{axe}; void 0")).await;
        }
        let found = evaluate(&self.client, "axe.run(document, { resultTypes: ['violations'] })").await;
        let violations = found["violations"].as_array().expect("axe answers a list");
        let found: Vec<String> = violations.iter().map(in_words).collect();
        let path = self.path().await;
        assert!(found.is_empty(), "{path} at {} {:?}:\n{}", self.width, self.scheme, found.join("\n"));
        let cut = self.cut_off().await;
        assert!(cut.is_empty(), "{path} at {} does not show all of:\n{}", self.width, cut.join("\n"));
    }

    /// What reaches beyond the right edge of the page, where it can neither be seen nor scrolled to.
    async fn cut_off(&self) -> Vec<String> {
        let beyond = "(() => {
            const edge = document.documentElement.clientWidth + 0.5;
            const scrolls = (e) => e && (/auto|scroll/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
            return [...document.body.querySelectorAll('*')]
                .filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().right > edge)
                .filter((e) => !scrolls(e.parentElement))
                .map((e) => `  <${e.localName} class=\"${e.className}\"> ${e.textContent.trim().slice(0, 60)}`);
        })()";
        let found = evaluate(&self.client, beyond).await;
        found
            .as_array()
            .into_iter()
            .flatten()
            .map(|one| one.as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// Takes what the console has said so far as expected: a refused form is an error to the browser too.
    pub async fn forgive(&self) {
        console(&self.client).await;
    }

    /// Fails with what the browser's console has complained about since the last time.
    pub async fn is_quiet(&self) {
        let said = console(&self.client).await;
        assert!(said.is_empty(), "{}:\n{}", self.path().await, said.join("\n"));
    }

    /// The bytes that the page at hand took over the wire, without what the browser had already.
    pub async fn weight(&self) -> u64 {
        let sizes = "[...performance.getEntriesByType('navigation')].map(e => e.transferSize)[0]";
        evaluate(&self.client, sizes).await.as_u64().unwrap_or_default()
    }
}

fn in_words(violation: &Value) -> String {
    let nodes = violation["nodes"].as_array().map(Vec::as_slice).unwrap_or_default();
    let places: Vec<String> =
        nodes.iter().map(|node| format!("  {} {}", node["target"], node["failureSummary"])).collect();
    format!("{}: {}\n{}", violation["id"], violation["help"], places.join("\n"))
}

/// A text as XPath quotes it; XPath has no escape, so a text with both kinds of marks is taken apart.
fn quoted(text: &str) -> String {
    if !text.contains('\'') {
        return format!("'{text}'");
    }
    let parts: Vec<String> = text.split('\'').map(|part| format!("'{part}'")).collect();
    format!("concat({})", parts.join(", \"'\", "))
}

fn port_in(log: &str) -> Option<u16> {
    let (_, rest) = log.split_once("started successfully on port ")?;
    rest.split_once('.')?.0.parse().ok()
}

async fn connect(port: u16, profile: &Path) -> Client {
    let profile = format!("--user-data-dir={}", profile.join("profile").display());
    let arguments = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Small in containers.
        "--disable-dev-shm-usage",
        &profile,
    ];
    let capabilities = json!({
        "goog:chromeOptions": { "binary": "/usr/bin/chromium", "args": arguments },
        "goog:loggingPrefs": { "browser": "ALL" },
    });
    let capabilities = capabilities.as_object().cloned().expect("it was written as an object");
    ClientBuilder::new(HttpConnector::new())
        .capabilities(capabilities)
        .connect(&format!("http://127.0.0.1:{port}"))
        .await
        .expect("the browser starts")
}
