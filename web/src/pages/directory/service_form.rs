//! Describing a service: what it is, for whom, where; a new one, or one that is there.

use crate::prelude::*;

operation!(ServiceChoices, "src/pages/directory/service_form.graphql");
operation!(ServiceToChange, "src/pages/directory/service_form.graphql", form);
operation!(ServiceRecord, "src/pages/directory/service_form.graphql");

#[derive(Template)]
#[template(path = "pages/directory/service_form.html")]
struct ServiceFormPage<'a> {
    v: &'a PageContext,
    page: FormPage,
    has_prisons: bool,
    /// Prisons of the area beyond those that are offered, of which there are a hundred at most.
    kept: Vec<String>,
}

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/services/new", get(begin).post(record))
        .route("/services/{id}/edit", get(show).post(change))
}

fn form(v: &PageContext, is_new: bool) -> Form {
    let statuses = components::choices(v, LegalStatus::ALL);
    let meant: Vec<_> = Sex::ALL.iter().copied().filter(|sex| *sex != Sex::Unknown).collect();
    let sexes = components::choices(v, &meant);
    let words = |name, label| Field::long_text(name, label).optional().limit(10_000);
    let number = |name, label, least: i64| Field::number(name, label).optional().least(least);
    let choice = |name, label, choices| Field::select(name, label, choices).required();
    let version = (!is_new).then(|| Field::hidden("version"));
    let service = vec![
        Field::text("service.name", key::SERVICE_NAME).hint(key::SERVICE_NAME_HINT).required().limit(200),
        words("service.description", key::SERVICE_DESCRIPTION).hint(key::SERVICE_DESCRIPTION_HINT),
        choice("service.domain", key::SERVICE_ANSWERS, components::choices(v, NeedDomain::ALL)),
        choice("service.status", key::SERVICE_STATUS, components::choices(v, ServiceStatus::ALL)),
        Field::text("service.unit", key::SERVICE_UNIT).hint(key::SERVICE_UNIT_HINT).optional().limit(200),
        Field::radios("service.purpose", key::SERVICE_PURPOSE, components::choices(v, Purpose::ALL))
            .hint(key::SERVICE_PURPOSE_HINT),
        number("service.minimumAge", key::SERVICE_MINIMUM_AGE, 0).from("eligibility.minimumAge"),
        number("service.maximumAge", key::SERVICE_MAXIMUM_AGE, 0).from("eligibility.maximumAge"),
        Field::select("service.sex", key::SERVICE_SEX, sexes)
            .or_empty(key::SERVICE_EVERYBODY)
            .from("eligibility.sex"),
        Field::checks("service.legalStatuses", key::SERVICE_LEGAL_STATUSES, statuses)
            .from("eligibility.legalStatuses"),
        Field::checks("service.sobriety", key::SERVICE_SOBRIETY, components::choices(v, Sobriety::ALL))
            .from("eligibility.sobriety"),
        words("service.eligibilityDescription", key::SERVICE_ELIGIBILITY)
            .hint(key::SERVICE_ELIGIBILITY_HINT)
            .rows(2)
            .from("eligibility.description"),
        Field::tick("service.residents", key::SERVICE_RESIDENTS_ONLY).from("eligibility.residents"),
        Field::checks("service.provinces", key::SERVICE_PROVINCES, Vec::new()).from("area.provinces.code"),
        Field::checks("service.municipalityIds", key::SERVICE_MUNICIPALITIES, Vec::new())
            .from("area.municipalities.id"),
        Field::checks("service.prisonIds", key::SERVICE_PRISONS, Vec::new()).from("area.prisons.id"),
        words("service.applicationProcess", key::SERVICE_APPLICATION_WORDS)
            .hint(key::SERVICE_APPLICATION_HINT)
            .rows(2),
        words("service.fees", key::SERVICE_FEES).rows(2),
        number("service.respondDays", key::SERVICE_RESPOND_DAYS, 1).hint(key::SERVICE_RESPOND_DAYS_HINT),
    ];
    Form::of("ServiceRecordInput", version.into_iter().chain(service).collect())
}

async fn begin(v: PageContext) -> Result<Response, PageError> {
    let fields = Fields::of([
        ("service.purpose", Purpose::Resettlement.code()),
        ("service.status", ServiceStatus::Active.code()),
    ]);
    page(&v, None, form(&v, true).filled(fields)).await
}

async fn show(v: PageContext, Path(id): Path<String>) -> Result<Response, PageError> {
    let service = v.query::<ServiceToChange>(service_to_change::Variables { id: id.clone() }).await?.service;
    if !service.may_manage {
        return Err(PageError::new(&v, PageErrorKind::Forbidden, None));
    }
    page(&v, Some(id), form(&v, false).filled_from(&v, &service)?).await
}

async fn record(v: PageContext, fields: Fields) -> Result<Response, PageError> {
    write(v, None, fields).await
}

async fn change(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    write(v, Some(id), fields).await
}

async fn write(v: PageContext, of: Option<String>, fields: Fields) -> Result<Response, PageError> {
    let mut form = form(&v, of.is_none()).filled(fields);
    let Some(told) = v.submit::<ServiceRecord>(&mut form, json!({ "serviceId": of })).await? else {
        return page(&v, of, form).await;
    };
    let id = told.service_record.service.map_or_else(String::new, |service| service.id);
    let done = if of.is_some() { key::DONE_SERVICE_CHANGED } else { key::DONE_SERVICE_RECORDED };
    Ok(v.done_at(&format!("/services/{id}"), done))
}

async fn page(v: &PageContext, of: Option<String>, mut form: Form) -> Result<Response, PageError> {
    if !v.may(Action::ServiceManage) {
        return Err(PageError::new(v, PageErrorKind::Forbidden, None));
    }
    let told = v.query::<ServiceChoices>(service_choices::Variables).await?;
    let provinces = told.provinces.iter();
    let provinces = provinces
        .map(|one| Choice::new(&one.code, v.province_name(&one.code, &one.name, &one.name_local)))
        .collect();
    let prisons: Vec<_> =
        told.organisations.nodes.iter().map(|prison| Choice::new(&prison.id, &prison.name)).collect();
    let mut kept = form.fields.all("service.prisonIds");
    kept.retain(|id| prisons.iter().all(|offered| offered.value != *id));
    let has_prisons = !prisons.is_empty();
    form.offer("service.provinces", components::by_name(provinces));
    form.offer("service.municipalityIds", components::municipalities!(v, &told.provinces));
    form.offer("service.prisonIds", prisons);
    let (title, action, back) = match of {
        // The name may have been cleared.
        Some(id) => {
            let name = form.fields.some("service.name").unwrap_or_else(|| v.t(key::SERVICE_THIS));
            (key::SERVICE_CHANGE, format!("/services/{id}/edit"), (format!("/services/{id}"), name))
        }
        None => {
            let all = ("/directory/services".to_owned(), v.t(key::DIRECTORY_SERVICES));
            (key::SERVICE_NEW, "/services/new".to_owned(), all)
        }
    };
    let page = FormPage::new(v.t(title), action, form, key::SERVICE_SAVE)
        .lead(v.t(key::SERVICE_DESCRIBE_LEAD))
        .below("/directory", v.t(key::FRAME_DIRECTORY))
        .below(back.0, back.1);
    Ok(page.show_in(v, |page| ServiceFormPage { v, page, has_prisons, kept }))
}
