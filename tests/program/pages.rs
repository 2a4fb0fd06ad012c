//! Every page that links lead to, in a real browser: drawn into target/pictures/ wide and light, narrow and dark (in a whole
//! run at both widths in both schemes), tried by axe in each, quiet on the console, not too heavy.

use std::collections::BTreeSet;

use crate::browser::{Browser, DESK, Scheme};
use crate::databases::run;
use crate::installation::demonstration_home;
use crate::program::Program;
use crate::thoroughness::looks;

/// Bytes of a page over the wire, without what the browser keeps.
const HEAVIEST: u64 = 60_000;
/// Fewer shapes than this, and the walk has met a closed door.
const FEWEST: usize = 4;
const MOST: usize = 40;

/// Looks at the page at hand from all sides.
async fn look_at(browser: &mut Browser, name: &str) {
    for &(width, scheme) in looks() {
        browser.show(width, scheme).await;
        browser.picture(name).await;
        browser.is_accessible().await;
    }
    let (path, weight) = (browser.path().await, browser.weight().await);
    assert!(weight <= HEAVIEST, "{path}: {weight} bytes, more than {HEAVIEST}");
    browser.show(DESK, Scheme::Light).await;
}

/// Two referrals are one page, two filters another: ids and texts go, the rest stays.
fn shape(path: &str) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let is_id = |part: &&str| part.len() > 24 || part.contains(|letter: char| letter.is_ascii_digit());
    let parts: Vec<&str> = path
        .split('/')
        .map(|part| if is_id(&part) { "one" } else { part })
        .filter(|part| !part.is_empty())
        .collect();
    let keys: BTreeSet<&str> = query.split('&').filter_map(|pair| pair.split('=').next()).collect();
    let keys: Vec<&str> = keys.into_iter().filter(|key| !key.is_empty()).collect();
    let name = if parts.is_empty() { "my-work".to_owned() } else { parts.join("-") };
    if keys.is_empty() { name } else { format!("{name}-by-{}", keys.join("-")) }
}

async fn walk(email: &str, language: &str) {
    let home = demonstration_home();
    let gateway = Program::new(&home, &["serve"]).start();
    let mut browser = Browser::open(&gateway.url("")).await;
    browser.speak(language).await;
    browser.sign_in(&gateway, email).await;
    let who = email.split('@').next().unwrap_or(email);
    let mut known = BTreeSet::from([shape("/")]);
    let mut ahead = vec!["/".to_owned()];
    let mut seen = 0;
    while let Some(path) = ahead.pop() {
        browser.go(&path).await;
        look_at(&mut browser, &format!("{who}-{}", shape(&path))).await;
        browser.is_quiet().await;
        seen += 1;
        for link in browser.links().await {
            let is_table = [".csv", ".xlsx"].iter().any(|ending| link.contains(ending));
            let is_page = !link.starts_with("/assets/") && !link.starts_with("/graph") && !is_table;
            if is_page && known.len() < MOST && known.insert(shape(&link)) {
                ahead.push(link);
            }
        }
    }
    assert!(seen >= FEWEST, "{email} has met only {known:?}");
}

#[test]
fn doors() {
    run(async {
        let home = demonstration_home();
        let gateway = Program::new(&home, &["serve"]).start();
        let mut browser = Browser::open(&gateway.url("")).await;
        for (path, name) in
            [("/sign-in", "sign-in"), ("/styleguide", "styleguide"), ("/nowhere", "not-found")]
        {
            browser.go(path).await;
            look_at(&mut browser, name).await;
        }
    });
}

#[test]
fn of_a_resettlement_officer() {
    run(walk("officer@prison.example", "lt"));
}

#[test]
fn of_a_case_worker() {
    run(walk("caseworker@ngo.example", "en"));
}

#[test]
fn of_an_administrator() {
    run(walk("admin@ngo.example", "ru"));
}

#[test]
fn of_a_priest() {
    run(walk("pastor@parish.example", "ru"));
}

#[test]
fn of_a_coordinator() {
    run(walk("coordinator@network.example", "lt"));
}

#[test]
fn one_page_has_one_shape() {
    assert_eq!(shape("/"), "my-work");
    assert_eq!(shape("/referrals/rfl_01h45x/reject"), "referrals-one-reject");
    assert_eq!(shape("/referrals?side=SENT&after=abc"), "referrals-by-after-side");
}
