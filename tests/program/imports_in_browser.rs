//! A prison's officer and a coordinator bring in the lists that they have, in Chromium, by the pages alone.

use std::path::{Path, PathBuf};

use crate::browser::{Browser, DESK, Scheme};
use crate::databases::run;
use crate::installation::demonstration_home;
use crate::program::{Program, Started};
use crate::thoroughness::looks;

fn sheet(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("spreadsheets").join(name)
}

async fn look(browser: &mut Browser, name: &str) {
    for &(width, scheme) in looks() {
        browser.show(width, scheme).await;
        browser.is_accessible().await;
        browser.picture(&format!("lists-{name}")).await;
    }
    browser.show(DESK, Scheme::Light).await;
}

async fn enter(gateway: &Started, email: &str, language: &str) -> Browser {
    let browser = Browser::open(&gateway.url("")).await;
    browser.speak(language).await;
    browser.sign_in(gateway, email).await;
    browser
}

/// Sends a file and waits until it is judged, with no finger moved.
async fn bring(browser: &Browser, kind: &str, file: &str) {
    browser.go(&format!("/imports/new?kind={kind}")).await;
    browser.attach("[name='file']", &sheet(file)).await;
    browser.send("#page form button.primary").await;
    browser.find("#page nav.tabs").await;
}

/// The figures of the tabs: new, known, repeated, to mend.
async fn figures(browser: &Browser) -> Vec<String> {
    let tabs = browser.find("#page nav.tabs").await.text().await.expect("tabs have a text");
    tabs.split('(').skip(1).filter_map(|tab| Some(tab.split_once(')')?.0.to_owned())).collect()
}

#[test]
fn an_officer_brings_in_the_people_who_come_out() {
    run(async {
        let home = demonstration_home();
        let gateway = Program::new(&home, &["serve"]).start();
        let mut officer = enter(&gateway, "officer@prison.example", "lt").await;
        officer.go("/imports/new?kind=people").await;
        look(&mut officer, "new").await;
        bring(&officer, "people", "people-by.csv").await;
        assert_eq!(figures(&officer).await, ["153", "0", "1", "6"]);
        look(&mut officer, "judged").await;
        // The sex, said to be nothing, is not read any more; the row whose sex is no word is good then.
        let list = officer.path().await;
        officer.go(&format!("{list}/columns")).await;
        officer.find("#page form[action$='/columns']").await;
        look(&mut officer, "columns").await;
        let sexes = officer.values("option[value='SEX']:checked").await;
        assert_eq!(sexes.len(), 1, "{sexes:?}");
        officer.select("select:has(option[value='SEX']:checked)", "").await;
        officer.send("#page form button.primary").await;
        officer.find("#page nav.tabs").await;
        assert_eq!(figures(&officer).await, ["154", "0", "1", "5"]);
        officer.send("#page form[action$='/take'] button").await;
        officer.find("#page a[href='/people']").await;
        officer.reads("154").await;
        look(&mut officer, "done").await;
        officer.is_quiet().await;
        bring(&officer, "people", "people-by.csv").await;
        assert_eq!(figures(&officer).await[0], "0");
    });
}

#[test]
fn a_coordinator_brings_in_organisations() {
    run(async {
        let home = demonstration_home();
        let gateway = Program::new(&home, &["serve"]).start();
        let mut coordinator = enter(&gateway, "coordinator@network.example", "lt").await;
        bring(&coordinator, "organisations", "organisations-lt.csv").await;
        assert_eq!(figures(&coordinator).await, ["45", "0", "1", "3"]);
        look(&mut coordinator, "organisations").await;
        coordinator.send("#page form[action$='/take'] button").await;
        coordinator.find("#page a[href='/directory']").await;
        coordinator.reads("45").await;
    });
}
