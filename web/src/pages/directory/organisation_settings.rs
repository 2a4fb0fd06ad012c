//! What one's own organisation says of itself: how it is reached, where it is, and who in it sees people.

use crate::{prelude::*, text::Language};

operation!(OrganisationToChange, "src/pages/directory/organisation_settings.graphql", form);
operation!(OrganisationChange, "src/pages/directory/organisation_settings.graphql");

#[derive(Template)]
#[template(path = "pages/directory/organisation_settings.html")]
struct OrganisationSettingsPage<'a> {
    v: &'a PageContext,
    page: FormPage,
    works_with_people: bool,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/organisations/{id}/edit", get(show).post(change))
}

fn settings() -> Form {
    let languages = Language::ALL.iter().map(|one| Choice::new(one.tag(), one.name()));
    Form::of(
        "OrganisationChangeInput",
        vec![
            Field::hidden("version"),
            Field::long_text("description", key::ORGANISATION_DESCRIPTION)
                .hint(key::ORGANISATION_DESCRIPTION_HINT)
                .optional()
                .rows(2)
                .limit(10_000),
            Field::select("municipalityId", key::ORGANISATION_MUNICIPALITY, Vec::new())
                .or_empty(key::ORGANISATION_NO_MUNICIPALITY)
                .from("municipality.id"),
            Field::text("address", key::COLUMN_ADDRESS).optional().limit(1000),
            Field::phone("phone", key::COLUMN_PHONE).optional().limit(200),
            Field::email("email", key::COLUMN_EMAIL).optional().limit(200),
            Field::text("website", key::COLUMN_WEBSITE).optional().limit(200),
            Field::select("language", key::ORGANISATION_LANGUAGE, languages.collect()),
            Field::text("timeZone", key::ORGANISATION_ZONE)
                .hint(key::ORGANISATION_ZONE_HINT)
                .required()
                .limit(60),
            Field::tick("managersSeeAll", key::ORGANISATION_MANAGERS).hint(key::ORGANISATION_MANAGERS_HINT),
        ],
    )
}

async fn show(v: PageContext, Path(id): Path<String>) -> Result<Response, PageError> {
    page(&v, id, None).await
}

async fn change(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let mut form = settings().filled(fields);
    match v.submit::<OrganisationChange>(&mut form, json!({})).await? {
        Some(_) => Ok(v.done_at(&format!("/organisations/{id}"), key::DONE_ORGANISATION_CHANGED)),
        None => page(&v, id, Some(form)).await,
    }
}

/// The form as it was typed, or as the organisation stands.
async fn page(v: &PageContext, id: String, typed: Option<Form>) -> Result<Response, PageError> {
    let told = v.query::<OrganisationToChange>(organisation_to_change::Variables { id }).await?;
    let organisation = told.organisation;
    if !organisation.is_viewers || !v.may(Action::OrganisationChange) {
        return Err(PageError::new(v, PageErrorKind::Forbidden, None));
    }
    let mut form = match typed {
        Some(form) => form,
        None => settings().filled_from(v, &organisation)?,
    };
    let here = told.provinces.iter().filter(|one| one.country == organisation.province.country);
    form.offer("municipalityId", components::municipalities!(v, here));
    let back = format!("/organisations/{}", organisation.id);
    let title = v.t(key::ORGANISATION_CHANGE);
    let page = FormPage::new(title, format!("{back}/edit"), form, key::ORGANISATION_SAVE)
        .lead(v.t(key::ORGANISATION_CHANGE_LEAD))
        .below("/directory", v.t(key::FRAME_DIRECTORY))
        .below(back, organisation.name);
    let works_with_people = organisation.works_with_people;
    Ok(page.show_in(v, |page| OrganisationSettingsPage { v, page, works_with_people }))
}
