//! The same story as a user lives it: in Chromium, in Lithuanian, by the pages alone. On the way the pages
//! that one only reaches by filling in others are drawn and tried by axe.

use serde_json::{Value, json};

use crate::browser::{Browser, PHONE, Scheme};
use crate::databases::run;
use crate::folder::Folder;
use crate::installation::demonstration_home;
use crate::program::{Program, Started};
use crate::repository::repository;

const GIVEN: &str = "Eglutė";
const FAMILY: &str = "Sutiktoji";
const OFFICER: &str = "officer@prison.example";
const RECIPIENTS: [&str; 2] = ["caseworker@ngo.example", "social@municipality.example"];
const NEEDS: [&str; 3] = ["ACCOMMODATION", "EDUCATION_TRAINING_EMPLOYMENT", "FINANCE_BENEFIT_DEBT_ID"];

/// Texts of the pages in Lithuanian, by their names; those without places for values.
struct Words(Vec<(String, String)>);

impl Words {
    fn lithuanian() -> Words {
        let files = repository().into_iter().filter(|file| file.path.starts_with("web/locales/lt/"));
        let lines = |text: String| {
            let pairs = text.lines().filter_map(|line| line.split_once(" = "));
            pairs.map(|(name, words)| (name.to_owned(), words.to_owned())).collect::<Vec<_>>()
        };
        Words(files.flat_map(|file| lines(file.text)).collect())
    }

    fn get(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map_or_else(|| panic!("no text is called {name}"), |(_, words)| words)
    }
}

struct Recipient {
    browser: Browser,
    organisation: String,
    email: &'static str,
}

struct Stage {
    gateway: Started,
    token: String,
    words: Words,
    officer: Browser,
}

impl Stage {
    async fn open(home: &Folder) -> Stage {
        let gateway = Program::new(home, &["serve"]).start();
        let token = gateway.token(OFFICER, home);
        let officer = Browser::open(&gateway.url("")).await;
        officer.speak("lt").await;
        officer.sign_in(&gateway, OFFICER).await;
        Stage { gateway, token, words: Words::lithuanian(), officer }
    }

    /// What the officer's token is told; for ids alone, what people see is read from the pages.
    fn told(&self, query: &str, variables: Value) -> Value {
        self.gateway.data(&self.token, query, variables)
    }

    async fn enter(&self, email: &'static str, home: &Folder) -> Recipient {
        let token = self.gateway.token(email, home);
        let viewer = self.gateway.data(&token, "{ viewer { organisation { id } } }", json!({}));
        let organisation = viewer["viewer"]["organisation"]["id"].as_str().unwrap_or_default().to_owned();
        let browser = Browser::open(&self.gateway.url("")).await;
        browser.speak("lt").await;
        browser.sign_in(&self.gateway, email).await;
        Recipient { browser, organisation, email }
    }
}

async fn submit(browser: &Browser) {
    browser.send("#page form button.primary").await;
}

/// Draws and tries a page at hand, on a phone in the dark and on a desk.
async fn look(browser: &mut Browser, name: &str) {
    browser.is_accessible().await;
    browser.picture(&format!("story-{name}")).await;
    browser.show(PHONE, Scheme::Dark).await;
    browser.is_accessible().await;
    browser.picture(&format!("story-{name}")).await;
    browser.show(crate::browser::DESK, Scheme::Light).await;
}

/// Records a person who returns to where this member's organisation is; answers the person's id.
async fn record(stage: &mut Stage, home: &Folder) -> String {
    let token = stage.gateway.token("social@municipality.example", home);
    let query = "{ viewer { organisation { municipality { id } } } }";
    let viewer = stage.gateway.data(&token, query, json!({}));
    let municipality = viewer["viewer"]["organisation"]["municipality"]["id"].clone();
    let home_prison = stage.told("{ viewer { today organisation { id } } }", json!({}));
    let officer = &mut stage.officer;
    officer.go("/people/new").await;
    officer.fill("[name='person.givenName']", GIVEN).await;
    // Sent without the family name first: what was typed stays, and the page says what is missing.
    officer.forgo_checks().await;
    submit(officer).await;
    officer.find("[name='person.familyName'][aria-invalid='true']").await;
    assert_eq!(officer.value("[name='person.givenName']").await, GIVEN);
    look(officer, "person-refused").await;
    officer.forgive().await;
    officer.fill("[name='person.familyName']", FAMILY).await;
    officer.set("[name='person.releaseDate']", &later(&home_prison["viewer"]["today"], 14)).await;
    officer.click("[name='person.releaseConfirmed']").await;
    officer.select("[name='person.sex']", "FEMALE").await;
    officer.select("[name='person.municipalityId']", municipality.as_str().unwrap_or_default()).await;
    officer.select("[name='person.legalStatus']", "IN_CUSTODY").await;
    let prison = home_prison["viewer"]["organisation"]["id"].as_str().unwrap_or_default();
    officer.select("[name='person.prisonId']", prison).await;
    officer.select("[name='person.sobriety']", "SOBER").await;
    for need in NEEDS {
        officer.select(&format!("[name='needs.{need}.urgency']"), "URGENT").await;
    }
    submit(officer).await;
    officer.reads(FAMILY).await;
    look(officer, "person").await;
    let path = officer.path().await;
    let id = path.trim_start_matches("/people/");
    id.split('?').next().unwrap_or(id).to_owned()
}

/// Asks the person about these organisations and writes down their yes.
async fn ask(stage: &mut Stage, person: &str, recipients: &[Recipient]) {
    let officer = &mut stage.officer;
    officer.go(&format!("/people/{person}/consent")).await;
    for recipient in recipients {
        officer.tick("recipientIds[]", &recipient.organisation).await;
    }
    officer.tick("purpose", "RESETTLEMENT").await;
    for scope in ["IDENTITY", "CONTACT", "NEEDS"] {
        officer.tick("scopes[]", scope).await;
    }
    officer.tick("reportBack[]", "ATTENDANCE").await;
    officer.tick("until", "half-year").await;
    officer.tick("language", "lt").await;
    officer.tick("inCustody", "yes").await;
    look(officer, "consent").await;
    submit(officer).await;
    officer.find("[name='answer']").await;
    look(officer, "consent-words").await;
    officer.tick("answer", "GIVEN").await;
    officer.tick("how", "SPOKEN").await;
    submit(officer).await;
    officer.reads(FAMILY).await;
    let query = "query($id: ID!) { person(id: $id) { consents { standing inCustody } } }";
    let kept = stage.told(query, json!({ "id": person }))["person"]["consents"].clone();
    assert_eq!(kept, json!([{ "standing": "IN_FORCE", "inCustody": true }]));
}

/// Refers to one service of each recipient for needs in these domains; answers the services and the
/// referrals' ids in the recipients' order.
async fn refer(
    stage: &mut Stage,
    person: &str,
    recipients: &[Recipient],
    domains: &[&str],
) -> (Vec<String>, Vec<String>) {
    let needs = needs_in(stage, person, domains);
    let services = fitting(stage, person, recipients, &needs);
    let officer = &mut stage.officer;
    officer.go(&format!("/people/{person}/refer")).await;
    for need in officer.values("[name='need[]']").await {
        if needs.contains(&need) {
            officer.tick("need[]", &need).await;
        } else {
            officer.untick("need[]", &need).await;
        }
    }
    look(officer, "refer-needs").await;
    submit(officer).await;
    for service in &services {
        officer.tick("service[]", service).await;
    }
    officer.tick("mode", "ANY_ONE").await;
    look(officer, "refer-services").await;
    submit(officer).await;
    share_and_send(officer).await;
    let sent = sent_to(stage, person, &services);
    (services, sent)
}

/// What is asked and shared, the check, and the sending.
async fn share_and_send(officer: &mut Browser) {
    officer.fill("[name='ask']", "Lova nuo pirmos dienos.").await;
    for scope in ["IDENTITY", "CONTACT"] {
        officer.tick("scopes[]", scope).await;
    }
    officer.tick("priority", "URGENT").await;
    look(officer, "refer-share").await;
    submit(officer).await;
    officer.find("button[name='do'][value='send']").await;
    look(officer, "refer-check").await;
    officer.send("button[name='do'][value='send']").await;
    officer.gone("button[name='do'][value='send']").await;
}

/// The ids of the person's referrals to these services, in their order.
fn sent_to(stage: &Stage, person: &str, services: &[String]) -> Vec<String> {
    let query =
        "query($id: ID!) { person(id: $id) { referrals(first: 10) { nodes { id service { id } } } } }";
    let sent = stage.told(query, json!({ "id": person }))["person"]["referrals"]["nodes"].clone();
    let sent = sent.as_array().cloned().unwrap_or_default();
    let of = |service: &String| sent.iter().find(|referral| referral["service"]["id"] == *service.as_str());
    let ids = services.iter().filter_map(of).filter_map(|referral| referral["id"].as_str());
    ids.map(str::to_owned).collect()
}

fn needs_in(stage: &Stage, person: &str, domains: &[&str]) -> Vec<String> {
    let query = "query($id: ID!) { person(id: $id) { needs { id domain } } }";
    let needs = stage.told(query, json!({ "id": person }))["person"]["needs"].clone();
    let wanted = |need: &&Value| need["domain"].as_str().is_some_and(|domain| domains.contains(&domain));
    let needs = needs.as_array().into_iter().flatten().filter(wanted);
    needs.filter_map(|need| need["id"].as_str()).map(str::to_owned).collect()
}

fn fitting(stage: &Stage, person: &str, recipients: &[Recipient], needs: &[String]) -> Vec<String> {
    let query = "query($id: ID!, $needs: [ID!]!) { serviceMatches(person: $id, needs: $needs) {
        fits covered service { id organisation { id } } } }";
    let found = stage.told(query, json!({ "id": person, "needs": needs }))["serviceMatches"].clone();
    let found = found.as_array().cloned().unwrap_or_default();
    let of = |recipient: &Recipient| {
        let fits = |one: &&Value| {
            one["service"]["organisation"]["id"] == *recipient.organisation && one["fits"] == true
        };
        let service = found.iter().find(fits).and_then(|one| one["service"]["id"].as_str());
        service.unwrap_or_else(|| panic!("nothing of {} fits: {found:#?}", recipient.email)).to_owned()
    };
    recipients.iter().map(of).collect()
}

/// The first question, the answer, and the yes.
async fn settle(stage: &mut Stage, first: &mut Recipient, referral: &str) {
    let page = format!("/referrals/{referral}");
    first.browser.go(&page).await;
    let text = first.browser.text().await;
    assert!(!text.contains(FAMILY) && !text.contains(GIVEN), "{text}");
    look(&mut first.browser, "referral-received").await;
    first.browser.go(&format!("{page}/request-information")).await;
    first.browser.fill("[name='text']", "Ar reikia palydėti?").await;
    submit(&first.browser).await;
    first.browser.reads(stage.words.get("referral-state-information-requested")).await;
    stage.officer.go(&page).await;
    stage.officer.reads("Ar reikia palydėti?").await;
    stage.officer.go(&format!("{page}/answer")).await;
    stage.officer.fill("[name='text']", "Ne, ateis viena.").await;
    submit(&stage.officer).await;
    first.browser.go(&page).await;
    first.browser.reads("Ne, ateis viena.").await;
    first.browser.send(&format!("form[action='{page}/accept'] button")).await;
    first.browser.reads(FAMILY).await;
    look(&mut first.browser, "referral-accepted").await;
}

/// An appointment, that the person came, and what came of it.
async fn finish(stage: &mut Stage, first: &mut Recipient, referral: &str) {
    let page = format!("/referrals/{referral}");
    let browser = &mut first.browser;
    browser.click("#appointments details summary").await;
    let today =
        stage.gateway.gql(Some(&stage.token), "{ viewer { today } }", json!({}))["data"]["viewer"]["today"]
            .clone();
    browser.set("[name='day']", today.as_str().unwrap_or_default()).await;
    // Over by now, so that it can be said who came.
    browser.set("[name='time']", "00:00").await;
    browser.fill("[name='place']", "4 kabinetas").await;
    browser.send(&format!("form[action='{page}/appointments'] button")).await;
    browser.send("button[name='attendance'][value='ATTENDED']").await;
    browser.gone("button[name='attendance'][value='ATTENDED']").await;
    browser.go(&format!("{page}/complete")).await;
    browser.tick("outcome", "ACHIEVED").await;
    browser.select("[name='result']", "HOUSED").await;
    browser.fill("[name='notes']", "Turi savo kambarį.").await;
    look(browser, "complete").await;
    submit(browser).await;
    browser.reads(stage.words.get("referral-state-completed")).await;
    stage.officer.go(&page).await;
    stage.officer.reads(stage.words.get("outcome-achieved")).await;
    let text = stage.officer.text().await;
    assert!(!text.contains("Turi savo kambarį."), "the consent reports attendance alone: {text}");
    look(&mut stage.officer, "referral-completed").await;
}

/// A person who was asked about two recipients and said yes.
async fn begin(home: &Folder) -> (Stage, String, Vec<Recipient>) {
    let mut stage = Stage::open(home).await;
    let person = record(&mut stage, home).await;
    let mut recipients = Vec::new();
    for email in RECIPIENTS {
        recipients.push(stage.enter(email, home).await);
    }
    ask(&mut stage, &person, &recipients).await;
    (stage, person, recipients)
}

#[test]
fn from_prison_to_a_partner_and_back() {
    run(async {
        let home = demonstration_home();
        let (mut stage, person, recipients) = begin(&home).await;
        let (_, referrals) = refer(&mut stage, &person, &recipients, &NEEDS).await;
        let [one, other] = &referrals[..] else { panic!("two referrals: {referrals:?}") };
        let mut recipients = recipients.into_iter();
        let (Some(mut first), Some(second)) = (recipients.next(), recipients.next()) else {
            panic!("two recipients");
        };
        settle(&mut stage, &mut first, one).await;

        // The other is released, and learns nothing but that.
        second.browser.go(&format!("/referrals/{other}")).await;
        let text = second.browser.text().await;
        assert!(text.contains(stage.words.get("referral-state-withdrawn")), "{text}");
        assert!(!text.contains(FAMILY) && !text.contains(GIVEN), "{text}");

        finish(&mut stage, &mut first, one).await;
        for browser in [&stage.officer, &first.browser, &second.browser] {
            browser.is_quiet().await;
        }
    });
}

/// The second and the third run: both refuse, and another is asked; then the person takes back the yes.
#[test]
fn both_refuse_another_is_asked_and_the_person_says_no() {
    run(async {
        let home = demonstration_home();
        let (mut stage, person, mut recipients) = begin(&home).await;
        let (refused, referrals) = refer(&mut stage, &person, &recipients, &NEEDS[..1]).await;
        for ((recipient, referral), reason) in
            recipients.iter_mut().zip(&referrals).zip(["NO_CAPACITY", "OUT_OF_AREA"])
        {
            let browser = &mut recipient.browser;
            browser.go(&format!("/referrals/{referral}/reject")).await;
            browser.tick("reason", reason).await;
            browser.fill("[name='text']", "Šiuo metu negalime.").await;
            look(browser, "reject").await;
            submit(browser).await;
            browser.reads(stage.words.get("referral-state-rejected")).await;
        }

        // The officer is led from what was refused to what else fits.
        let page = format!("/referrals/{}", referrals[0]);
        stage.officer.go(&page).await;
        stage.officer.reads(stage.words.get("reject-reason-no-capacity")).await;
        look(&mut stage.officer, "referral-rejected").await;
        stage.officer.send("a[href*='reroute=']").await;
        look(&mut stage.officer, "refer-again").await;
        let offered = stage.officer.values("[name='service[]']").await;
        let next = offered.into_iter().find(|service| !refused.contains(service));
        let next = next.expect("another service is offered");
        for service in &refused {
            stage.officer.untick("service[]", service).await;
        }
        stage.officer.tick("service[]", &next).await;
        submit(&stage.officer).await;
        share_and_send(&mut stage.officer).await;
        stage.officer.go(&page).await;
        stage.officer.reads(stage.words.get("rerouted-to")).await;
        let again = sent_to(&stage, &person, &[next]);
        let [again] = &again[..] else { panic!("one more referral: {again:?}") };

        // Whoever has it sees it until the person says no, and from then on nothing of it.
        let query = "query($id: ID!) { referral(id: $id) { recipient { id } } }";
        let receiver = stage.told(query, json!({ "id": again }))["referral"]["recipient"]["id"].clone();
        let holder = recipients.iter().find(|recipient| receiver == *recipient.organisation);
        let holder = &holder.expect("a recipient whom the person was asked about").browser;
        holder.go(&format!("/referrals/{again}")).await;
        holder.reads("Lova nuo pirmos dienos.").await;
        holder.is_quiet().await;
        let consents =
            stage.told("query($id: ID!) { person(id: $id) { consents { id } } }", json!({ "id": person }));
        let consent = consents["person"]["consents"][0]["id"].as_str().unwrap_or_default().to_owned();
        stage.officer.go(&format!("/people/{person}/consents/{consent}/withdraw")).await;
        submit(&stage.officer).await;
        stage.officer.reads(stage.words.get("consent-standing-withdrawn")).await;
        look(&mut stage.officer, "person-withdrawn").await;
        holder.go(&format!("/referrals/{again}")).await;
        holder.reads(stage.words.get("stop-not-found-title")).await;
        let text = holder.text().await;
        assert!(!text.contains("Lova nuo pirmos dienos."), "{text}");
        stage.officer.is_quiet().await;
    });
}

/// So many days after a date.
fn later(date: &Value, days: u64) -> String {
    let date: chrono::NaiveDate = date.as_str().and_then(|date| date.parse().ok()).expect("today is a date");
    date.checked_add_days(chrono::Days::new(days)).expect("the calendar goes on").to_string()
}
