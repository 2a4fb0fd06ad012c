//! Describing a service: what it is, for whom, where; a new one, or one that is there.

use crate::{
    client::PageErrorKind,
    pages::people::{picked, place_name},
    prelude::*,
};

operation!(ServiceChoices, "src/pages/directory/service_form.graphql");
operation!(ServiceToChange, "src/pages/directory/service_form.graphql");
operation!(ServiceRecord, "src/pages/directory/service_form.graphql");

type Service = service_to_change::ServiceToChangeService;

#[derive(Template)]
#[template(path = "pages/directory/service_form.html")]
struct ServiceFormPage<'a> {
    v: &'a PageContext,
    form: Form,
    /// The service that is changed; None while one is recorded.
    of: Option<String>,
    offers: Offers,
    /// Prisons of the area beyond those that are offered, of which there are a hundred at most.
    kept: Vec<String>,
}

/// What the form's fields offer.
struct Offers {
    domains: Vec<Choice>,
    purposes: Vec<Choice>,
    states: Vec<Choice>,
    sexes: Vec<Choice>,
    legal_statuses: Vec<Choice>,
    sobriety: Vec<Choice>,
    residents: Vec<Choice>,
    provinces: Vec<Choice>,
    municipalities: Vec<Choice>,
    prisons: Vec<Choice>,
}

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/services/new", get(begin).post(record))
        .route("/services/{id}/change", get(show).post(change))
}

async fn begin(v: PageContext) -> Result<Response, PageError> {
    let fields = Fields::of([
        ("service.purpose", Purpose::Resettlement.code()),
        ("service.status", ServiceStatus::Active.code()),
    ]);
    Ok(v.show(&ServiceFormPage::of(&v, None, Form::filled(fields)).await?))
}

async fn show(v: PageContext, Path(id): Path<String>) -> Result<Response, PageError> {
    let service = v.query::<ServiceToChange>(service_to_change::Variables { id: id.clone() }).await?.service;
    if !service.may_manage {
        return Err(PageError::new(&v, PageErrorKind::Forbidden, None));
    }
    Ok(v.show(&ServiceFormPage::of(&v, Some(id), Form::filled(known(&service))).await?))
}

async fn record(v: PageContext, fields: Fields) -> Result<Response, PageError> {
    write(v, None, fields).await
}

async fn change(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    write(v, Some(id), fields).await
}

async fn write(v: PageContext, of: Option<String>, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::filled(fields);
    let service = typed(&mut form);
    if let (Some(service), true) = (service, form.problems.is_empty()) {
        let input = service_record::ServiceRecordInput {
            idempotency_key: v.once(),
            service_id: of.clone(),
            version: of.as_ref().map(|_| form.fields.number("version").unwrap_or_default()),
            service,
        };
        match v.mutate::<ServiceRecord>(service_record::Variables { input }).await? {
            Ok(told) => {
                let id = told.service_record.service.map_or_else(String::new, |service| service.id);
                let done = if of.is_some() { key::DONE_SERVICE_CHANGED } else { key::DONE_SERVICE_RECORDED };
                return Ok(v.done_at(&format!("/services/{id}"), done));
            }
            Err(problems) => form.problems = problems,
        }
    }
    Ok(v.show_again(&ServiceFormPage::of(&v, of, form).await?))
}

/// The service as it was typed; None where a choice is missing. What is wrong is noted in the form.
fn typed(form: &mut Form) -> Option<service_record::ServiceInput> {
    let mut number = |name: &str| {
        let given = !form.fields.get(name).is_empty();
        let number = form.fields.number(name);
        if given && number.is_none() {
            form.problem("INVALID", name);
        }
        number
    };
    let (minimum_age, maximum_age) = (number("service.minimumAge"), number("service.maximumAge"));
    let respond_days = number("service.respondDays");
    let domain = NeedDomain::parse(form.fields.get("service.domain"));
    let purpose = Purpose::parse(form.fields.get("service.purpose"));
    let status = ServiceStatus::parse(form.fields.get("service.status"));
    let missing = [
        ("service.domain", domain.is_none()),
        ("service.purpose", purpose.is_none()),
        ("service.status", status.is_none()),
    ];
    for (name, _) in missing.into_iter().filter(|(_, is_missing)| *is_missing) {
        form.problem("REQUIRED", name);
    }
    let fields = &form.fields;
    let text = |name: &str| fields.get(name).to_owned();
    Some(service_record::ServiceInput {
        name: text("service.name"),
        description: text("service.description"),
        domain: domain?,
        purpose: purpose?,
        status: status?,
        unit: text("service.unit"),
        minimum_age,
        maximum_age,
        sex: Sex::parse(fields.get("service.sex")),
        legal_statuses: picked(fields, "service.legalStatuses", LegalStatus::ALL),
        sobriety: picked(fields, "service.sobriety", Sobriety::ALL),
        residents: fields.has("service.residents", "yes"),
        eligibility_description: text("service.eligibilityDescription"),
        application_process: text("service.applicationProcess"),
        fees: text("service.fees"),
        respond_days,
        provinces: fields.all("service.provinces"),
        municipality_ids: fields.all("service.municipalityIds"),
        prison_ids: fields.all("service.prisonIds"),
    })
}

/// What is known of a service, as fields.
fn known(service: &Service) -> Fields {
    let rules = &service.eligibility;
    let number = |number: Option<i64>| number.map_or_else(String::new, |number| number.to_string());
    let mut fields = vec![
        ("version", service.version.to_string()),
        ("service.name", service.name.clone()),
        ("service.description", service.description.clone()),
        ("service.domain", service.domain.code().to_owned()),
        ("service.purpose", service.purpose.code().to_owned()),
        ("service.status", service.status.code().to_owned()),
        ("service.unit", service.unit.clone()),
        ("service.minimumAge", number(rules.minimum_age)),
        ("service.maximumAge", number(rules.maximum_age)),
        ("service.sex", rules.sex.map_or("", |sex| sex.code()).to_owned()),
        ("service.eligibilityDescription", rules.description.clone()),
        ("service.applicationProcess", service.application_process.clone()),
        ("service.fees", service.fees.clone()),
        ("service.respondDays", number(service.respond_days)),
    ];
    if rules.residents {
        fields.push(("service.residents", "yes".to_owned()));
    }
    fields.extend(rules.legal_statuses.iter().map(|one| ("service.legalStatuses", one.code().to_owned())));
    fields.extend(rules.sobriety.iter().map(|one| ("service.sobriety", one.code().to_owned())));
    let area = &service.area;
    fields.extend(area.provinces.iter().map(|one| ("service.provinces", one.code.clone())));
    fields.extend(area.municipalities.iter().map(|one| ("service.municipalityIds", one.id.clone())));
    fields.extend(area.prisons.iter().map(|one| ("service.prisonIds", one.id.clone())));
    Fields::of(fields)
}

impl Offers {
    async fn query(v: &PageContext) -> Result<Self, PageError> {
        let told = v.query::<ServiceChoices>(service_choices::Variables).await?;
        let (mut provinces, mut municipalities) = (Vec::new(), Vec::new());
        for province in &told.provinces {
            let words = place_name(v, &province.name, &province.name_local);
            municipalities.extend(province.municipalities.iter().map(|place| {
                Choice::new(&place.id, place_name(v, &place.name, &place.name_local)).hint(&words)
            }));
            provinces.push(Choice::new(&province.code, words));
        }
        let prisons = told.organisations.nodes.iter().map(|prison| Choice::new(&prison.id, &prison.name));
        let meant: Vec<Sex> = Sex::ALL.iter().copied().filter(|sex| *sex != Sex::Unknown).collect();
        Ok(Offers {
            domains: components::choices(v, NeedDomain::ALL),
            purposes: components::choices(v, Purpose::ALL),
            states: components::choices(v, ServiceStatus::ALL),
            sexes: components::choices(v, &meant),
            legal_statuses: components::choices(v, LegalStatus::ALL),
            sobriety: components::choices(v, Sobriety::ALL),
            residents: vec![Choice::new("yes", v.t(key::SERVICE_RESIDENTS_ONLY))],
            provinces,
            municipalities,
            prisons: prisons.collect(),
        })
    }
}

impl<'a> ServiceFormPage<'a> {
    async fn of(v: &'a PageContext, of: Option<String>, form: Form) -> Result<Self, PageError> {
        if !v.may(Action::ServiceManage) {
            return Err(PageError::new(v, PageErrorKind::Forbidden, None));
        }
        let offers = Offers::query(v).await?;
        let mut kept = form.fields.all("service.prisonIds");
        kept.retain(|id| offers.prisons.iter().all(|offered| offered.value != *id));
        Ok(ServiceFormPage { v, form, of, offers, kept })
    }

    fn title(&self) -> String {
        self.v.t(if self.of.is_some() { key::SERVICE_CHANGE } else { key::SERVICE_NEW })
    }

    fn action(&self) -> String {
        match &self.of {
            Some(id) => format!("/services/{id}/change"),
            None => "/services/new".to_owned(),
        }
    }

    /// What the way back is called; the name may have been cleared.
    fn came_from(&self) -> String {
        match (&self.of, self.form.fields.get("service.name").trim()) {
            (None, _) => self.v.t(key::DIRECTORY_SERVICES),
            (Some(_), "") => self.v.t(key::SERVICE_THIS),
            (Some(_), name) => name.to_owned(),
        }
    }

    fn back(&self) -> String {
        match &self.of {
            Some(id) => format!("/services/{id}"),
            None => "/directory/services".to_owned(),
        }
    }
}
