//! The first step: whom to ask about, what for, and what they would see.

use std::collections::BTreeSet;

use super::{
    ConsentPage, consent_page,
    consent_script::Tongue,
    question::{CARRIED, Organisation, Person},
};
use crate::{
    pages::people::{opened_by, place_name},
    prelude::*,
};

#[derive(Template)]
#[template(path = "pages/people/consent/ask.html")]
pub struct ConsentQuestionPage<'a> {
    v: &'a PageContext,
    page: FormPage,
    carried: Vec<(&'static str, String)>,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/people/{id}/consent", get(show).post(again))
}

async fn show(
    v: PageContext,
    Path(id): Path<String>,
    query: axum::extract::RawQuery,
) -> Result<Response, PageError> {
    let asked = Fields::of_query(&query.0.unwrap_or_default());
    let (person, organisations) = told(&v, id).await?;
    let language = person.identity.as_ref().map_or("", |identity| identity.language.as_str());
    let tongue = Tongue::parse(language).unwrap_or_else(|| Tongue::nearest(language, v.language));
    let in_custody = person.custody.as_ref().is_some_and(|custody| custody.status == LegalStatus::InCustody);
    let mut fields = vec![
        ("purpose", Purpose::parse(asked.get("purpose")).unwrap_or(Purpose::Resettlement).code().to_owned()),
        ("language", tongue.tag().to_owned()),
        ("until", "half-year".to_owned()),
        ("inCustody", if in_custody { "yes" } else { "" }.to_owned()),
    ];
    // Name, contact and needs, and the words of the needs that led here.
    let asked_for = asked.all("need");
    let led_here = person.needs.iter().filter(|need| asked_for.contains(&need.id));
    let words = led_here.map(|need| opened_by(need.domain)).filter(|scope| *scope != Scope::Needs);
    let scopes: BTreeSet<_> = words.map(|scope| scope.code()).collect();
    let always = [Scope::Identity, Scope::Contact, Scope::Needs].map(|scope| scope.code());
    fields.extend(always.into_iter().chain(scopes).map(|scope| ("scopes", scope.to_owned())));
    fields.extend(asked.all("recipient").into_iter().map(|id| ("recipientIds", id)));
    for name in CARRIED {
        fields.extend(asked.all(name).into_iter().map(|id| (name, id)));
    }
    let form = question(&v).filled(Fields::of(fields));
    Ok(page(&v, form, person, &organisations))
}

/// Back from the words, to choose otherwise.
async fn again(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let (person, organisations) = told(&v, id).await?;
    Ok(page(&v, question(&v).filled(fields), person, &organisations))
}

/// The person, and the organisations that one may share with.
pub async fn told(v: &PageContext, id: String) -> Result<(Person, Vec<Organisation>), PageError> {
    let told = v.query::<ConsentPage>(consent_page::Variables { id }).await?;
    if !told.person.may.contains(&Action::ConsentRecord) {
        return Err(PageError::new(v, PageErrorKind::Forbidden, None));
    }
    let others = told.organisations.nodes.into_iter();
    Ok((told.person, others.filter(|one| !one.is_viewers && one.works_with_people).collect()))
}

/// What is asked for: whom to share with, what for, what and how long.
pub fn question(v: &PageContext) -> Form {
    let purposes = Purpose::ALL.iter().map(|purpose| purpose_choice(v, *purpose));
    let scopes = Scope::ALL.iter().map(|scope| scope_choice(v, *scope));
    let tongues = Tongue::ALL.iter().map(|tongue| Choice::new(tongue.tag(), v.t(tongue.key())));
    let untils = vec![
        Choice::new("half-year", v.t(key::CONSENT_HALF_YEAR)),
        Choice::new("year", v.t(key::CONSENT_YEAR)),
        Choice::new("day", v.t(key::CONSENT_UNTIL_DAY)),
    ];
    Form::of(
        "ConsentRecordInput",
        vec![
            Field::checks("recipientIds", key::CONSENT_RECIPIENTS, Vec::new())
                .hint(key::CONSENT_RECIPIENTS_HINT),
            Field::radios("purpose", key::CONSENT_PURPOSE, purposes.collect()),
            Field::checks("scopes", key::CONSENT_SCOPES, scopes.collect()).hint(key::CONSENT_SCOPES_HINT),
            Field::checks("reportBack", key::CONSENT_REPORT_BACK, components::choices(v, ReportBack::ALL))
                .hint(key::CONSENT_REPORT_BACK_HINT),
            Field::radios("until", key::CONSENT_UNTIL_LABEL, untils).own(),
            Field::date("expiresOn", key::CONSENT_EXPIRES_ON).least(v.today).optional(),
            Field::radios("language", key::CONSENT_LANGUAGE, tongues.collect())
                .hint(key::CONSENT_LANGUAGE_HINT),
            Field::tick("inCustody", key::CONSENT_ASKED_IN_CUSTODY).hint(key::CONSENT_ASKED_IN_CUSTODY_HINT),
        ],
    )
}

/// The page with the question as it was chosen so far.
pub fn page(v: &PageContext, mut form: Form, person: Person, organisations: &[Organisation]) -> Response {
    let values = &form.fields;
    let carried = CARRIED.iter().flat_map(|name| values.all(name).into_iter().map(|value| (*name, value)));
    let carried = carried.collect();
    form.offer("recipientIds", recipients(v, &form, organisations));
    let back = format!("/people/{}", person.id);
    let title = v.t1(key::CONSENT_TITLE, "name", &person.pseudonym);
    let page = FormPage::new(title, format!("{back}/consent/words"), form, key::CONSENT_TO_WORDS)
        .lead(v.t(key::CONSENT_LEAD))
        .below("/people", v.t(key::FRAME_PEOPLE))
        .below(back, person.pseudonym);
    page.show_in(v, |page| ConsentQuestionPage { v, page, carried })
}

/// Those that were chosen stand first, so that nobody overlooks one.
fn recipients(v: &PageContext, form: &Form, organisations: &[Organisation]) -> Vec<Choice> {
    let chosen = form.fields.all("recipientIds");
    let (first, rest): (Vec<_>, Vec<_>) = organisations.iter().partition(|one| chosen.contains(&one.id));
    first.into_iter().chain(rest).map(|one| recipient(v, one)).collect()
}

fn recipient(v: &PageContext, one: &Organisation) -> Choice {
    let place = one.municipality.as_ref().map_or_else(
        || v.province_name(&one.province.code, &one.province.name, &one.province.name_local),
        |place| place_name(v, &place.name, &place.name_local),
    );
    Choice::new(&one.id, &one.name).hint(v.t2(
        key::CONSENT_RECIPIENT,
        "kind",
        v.word(one.kind),
        "place",
        place,
    ))
}

fn purpose_choice(v: &PageContext, purpose: Purpose) -> Choice {
    Choice::new(purpose.code(), v.word(purpose)).hint(v.t(purpose.consent_purpose()))
}

/// A scope with what it opens, and when.
pub fn scope_choice(v: &PageContext, scope: Scope) -> Choice {
    Choice::new(scope.code(), v.word(scope)).hint(v.t(scope.scope_opens()))
}
