//! What one's own organisation says of itself: how it is reached, where it is, and who in it sees people.

use crate::{client::PageErrorKind, pages::people::place_name, prelude::*, text::Language};

operation!(OrganisationToChange, "src/pages/directory/organisation_settings.graphql");
operation!(OrganisationChange, "src/pages/directory/organisation_settings.graphql");

#[derive(Template)]
#[template(path = "pages/directory/organisation_settings.html")]
struct OrganisationSettingsPage<'a> {
    v: &'a PageContext,
    id: String,
    name: String,
    works_with_people: bool,
    municipalities: Vec<Choice>,
    languages: Vec<Choice>,
    managers: Vec<Choice>,
    form: Form,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/organisations/{id}/change", get(show).post(change))
}

async fn show(v: PageContext, Path(id): Path<String>) -> Result<Response, PageError> {
    Ok(v.show(&page(&v, id, None).await?))
}

async fn change(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::filled(fields);
    let text = |name: &str| form.fields.get(name).to_owned();
    let input = organisation_change::OrganisationChangeInput {
        idempotency_key: v.once(),
        version: form.fields.number("version").unwrap_or_default(),
        description: text("description"),
        municipality_id: form.fields.some("municipalityId"),
        address: text("address"),
        phone: text("phone"),
        email: text("email"),
        website: text("website"),
        language: text("language"),
        time_zone: text("timeZone"),
        managers_see_all: form.fields.has("managersSeeAll", "yes"),
    };
    match v.mutate::<OrganisationChange>(organisation_change::Variables { input }).await? {
        Ok(_) => Ok(v.done_at(&format!("/organisations/{id}"), key::DONE_ORGANISATION_CHANGED)),
        Err(problems) => {
            form.problems = problems;
            Ok(v.show_again(&page(&v, id, Some(form)).await?))
        }
    }
}

/// The form as it was typed, or as the organisation stands.
async fn page(
    v: &PageContext,
    id: String,
    typed: Option<Form>,
) -> Result<OrganisationSettingsPage<'_>, PageError> {
    let told = v.query::<OrganisationToChange>(organisation_to_change::Variables { id }).await?;
    let organisation = told.organisation;
    if !organisation.is_viewers || !v.may(Action::OrganisationChange) {
        return Err(PageError::new(v, PageErrorKind::Forbidden, None));
    }
    let mut municipalities = Vec::new();
    for province in told.provinces.iter().filter(|one| one.country == organisation.province.country) {
        let group = place_name(v, &province.name, &province.name_local);
        municipalities.extend(province.municipalities.iter().map(|place| {
            Choice::new(&place.id, place_name(v, &place.name, &place.name_local)).within(&group)
        }));
    }
    let known = || {
        let sees_all = if organisation.managers_see_all == Some(true) { "yes" } else { "" };
        let municipality = organisation.municipality.as_ref().map_or("", |place| place.id.as_str());
        Form::filled(Fields::of([
            ("version", organisation.version.to_string().as_str()),
            ("description", &organisation.description),
            ("municipalityId", municipality),
            ("address", &organisation.address),
            ("phone", &organisation.phone),
            ("email", &organisation.email),
            ("website", &organisation.website),
            ("language", &organisation.language),
            ("timeZone", &organisation.time_zone),
            ("managersSeeAll", sees_all),
        ]))
    };
    let managers =
        Choice::new("yes", v.t(key::ORGANISATION_MANAGERS)).hint(v.t(key::ORGANISATION_MANAGERS_HINT));
    Ok(OrganisationSettingsPage {
        v,
        form: typed.unwrap_or_else(known),
        works_with_people: organisation.works_with_people,
        municipalities,
        languages: Language::ALL.iter().map(|one| Choice::new(one.tag(), one.name())).collect(),
        managers: vec![managers],
        id: organisation.id,
        name: organisation.name,
    })
}
