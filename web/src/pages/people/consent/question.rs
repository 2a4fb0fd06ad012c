//! What is asked of a person: chosen on one page, said on the next, and carried along between the two.

use chrono::Months;

use super::{consent_page, consent_script::Tongue};
use crate::{context::PageContext, prelude::*};

pub type Person = consent_page::ConsentPagePerson;
pub type Organisation = consent_page::ConsentPageOrganisationsNodes;

/// Where one came from, so that one gets back there with the answer.
pub const CARRIED: [&str; 2] = ["need", "reroute"];

/// A question to a person, chosen and complete.
pub struct Question {
    pub recipients: Vec<Organisation>,
    pub purpose: Purpose,
    pub scopes: Vec<Scope>,
    pub report_back: Vec<ReportBack>,
    pub tongue: Tongue,
    pub in_custody: bool,
    pub expires_on: NaiveDate,
}

impl Question {
    /// Reads the choices; what is missing is noted on the form. None: something is.
    pub fn read(v: &PageContext, form: &mut Form, organisations: &[Organisation]) -> Option<Self> {
        let chosen = form.fields.all("recipientIds");
        let recipients: Vec<_> =
            organisations.iter().filter(|one| chosen.contains(&one.id)).cloned().collect();
        let scopes = picked(&form.fields, "scopes", Scope::ALL);
        if recipients.is_empty() {
            form.problem("REQUIRED", "recipientIds");
        }
        if scopes.is_empty() {
            form.problem("REQUIRED", "scopes");
        }
        let purpose = Purpose::parse(form.fields.get("purpose"));
        if purpose.is_none() {
            form.problem("REQUIRED", "purpose");
        }
        let expires_on = expires_on(v, form);
        let question = Question {
            recipients,
            purpose: purpose?,
            scopes,
            report_back: picked(&form.fields, "reportBack", ReportBack::ALL),
            tongue: Tongue::parse(form.fields.get("language"))?,
            in_custody: form.fields.has("inCustody", "yes"),
            expires_on: expires_on?,
        };
        form.problems.is_empty().then_some(question)
    }

    /// The choices as the fields that the next page carries along.
    pub fn carried(&self, fields: &Fields) -> Vec<(&'static str, String)> {
        let mut carried: Vec<(&'static str, String)> = Vec::new();
        carried.extend(self.recipients.iter().map(|one| ("recipientIds", one.id.clone())));
        carried.push(("purpose", self.purpose.code().to_owned()));
        carried.extend(self.scopes.iter().map(|scope| ("scopes", scope.code().to_owned())));
        carried.extend(self.report_back.iter().map(|what| ("reportBack", what.code().to_owned())));
        carried.push(("language", self.tongue.tag().to_owned()));
        if self.in_custody {
            carried.push(("inCustody", "yes".to_owned()));
        }
        carried.push(("until", "day".to_owned()));
        carried.push(("expiresOn", self.expires_on.to_string()));
        for name in CARRIED {
            carried.extend(fields.all(name).into_iter().map(|value| (name, value)));
        }
        carried
    }
}

/// The codes that were ticked, in the order of the contract.
pub fn picked<C: crate::codes::Code + Copy>(fields: &Fields, name: &str, all: &[C]) -> Vec<C> {
    all.iter().copied().filter(|code| fields.has(name, code.code())).collect()
}

fn expires_on(v: &PageContext, form: &mut Form) -> Option<NaiveDate> {
    match form.fields.get("until") {
        "half-year" => v.today.checked_add_months(Months::new(6)),
        "year" => v.today.checked_add_months(Months::new(12)),
        _ => {
            let day = form.fields.date("expiresOn");
            if day.is_none() {
                form.problem("DATE", "expiresOn");
            }
            day
        }
    }
}
