//! One organisation: what it is, what it offers, and what we agreed with it.

use super::{agreement_tag, closed_tag, joined};
use crate::{
    components::{Row, Tone},
    pages::people::{by_date, place_name},
    prelude::*,
};

operation!(OrganisationPage, "src/pages/directory/organisation.graphql");

type Organisation = organisation_page::OrganisationPageOrganisation;
type Service = organisation_page::OrganisationPageOrganisationServicesNodes;
type Agreement = organisation_page::OrganisationPageOrganisationAgreements;

#[derive(Template)]
#[template(path = "pages/directory/organisation.html")]
struct OrganisationView<'a> {
    v: &'a PageContext,
    place: String,
    contact: Vec<(String, Html)>,
    services: Vec<Row>,
    agreements: Vec<Row>,
    organisation: Organisation,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/organisations/{id}", get(show))
}

async fn show(v: PageContext, Path(id): Path<String>) -> Result<Response, PageError> {
    let asked = organisation_page::Variables { id, today: v.today };
    let organisation = v.query::<OrganisationPage>(asked).await?.organisation;
    let province = &organisation.province;
    let province = v.province_name(&province.code, &province.name, &province.name_local);
    let place = match &organisation.municipality {
        Some(place) => format!("{}, {province}", place_name(&v, &place.name, &place.name_local)),
        None => province,
    };
    Ok(v.show(&OrganisationView {
        v: &v,
        place,
        contact: contact(&v, &organisation),
        services: organisation.services.nodes.iter().map(|one| service_row(&v, one)).collect(),
        agreements: organisation
            .agreements
            .iter()
            .map(|one| agreement_row(&v, one, &organisation.id))
            .collect(),
        organisation,
    }))
}

/// How it is reached, as far as that is known. An address of the web is a link only where it is one plainly.
fn contact(v: &PageContext, organisation: &Organisation) -> Vec<(String, Html)> {
    let (phone, email) = (organisation.phone.as_str(), organisation.email.as_str());
    let website = organisation.website.as_str();
    let called: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    // Nothing but an address: what follows a question mark would be written into the mail.
    let is_plain = !email.contains(['?', '&', '%']) && !email.contains(char::is_whitespace);
    let is_link = website.starts_with("https://") || website.starts_with("http://");
    let all = [
        (key::COLUMN_ADDRESS, organisation.address.as_str(), None),
        (key::COLUMN_PHONE, phone, Some(format!("tel:{called}"))),
        (key::COLUMN_EMAIL, email, is_plain.then(|| format!("mailto:{email}"))),
        (key::COLUMN_WEBSITE, website, is_link.then(|| website.to_owned())),
    ];
    let told = all.into_iter().filter(|(_, said, _)| !said.is_empty());
    told.map(|(label, said, to)| {
        (v.t(label), to.map_or_else(|| components::plain(said), |to| components::link(&to, said)))
    })
    .collect()
}

fn service_row(v: &PageContext, one: &Service) -> Row {
    Row {
        icon: one.domain.icon(),
        tone: Tone::Calm,
        href: format!("/services/{}", one.id),
        title: one.name.clone(),
        under: v.h1(key::DIRECTORY_PLACE, "place", v.word(one.domain)),
        middle: closed_tag(v, one.status),
        middle_under: Html::default(),
        last: match (one.places.free, one.places.next_from) {
            (None, _) => v.h(key::PLACES_NO_LIMIT),
            (Some(0), Some(day)) => v.h1(key::PLACES_NEXT_FROM, "day", by_date(v, day)),
            (Some(0), None) => v.h(key::PLACES_NONE_TODAY),
            (Some(free), _) => v.h1(key::PLACES_FREE_TODAY, "n", free),
        },
    }
}

fn agreement_row(v: &PageContext, one: &Agreement, of: &str) -> Row {
    let others = one.parties.iter().filter(|party| party.organisation.id != of);
    Row {
        icon: "handshake",
        tone: Tone::Calm,
        href: format!("/agreements/{}", one.id),
        title: one.title.clone(),
        under: v.h1(
            key::AGREEMENT_WITH,
            "names",
            joined(others.map(|party| party.organisation.name.as_str())),
        ),
        middle: agreement_tag(v, one.state),
        middle_under: v.h1(key::DIRECTORY_PLACE, "place", v.word(one.purpose)),
        last: match one.ends_on {
            Some(day) => v.h1(key::AGREEMENT_UNTIL, "day", by_date(v, day)),
            None => v.h(key::AGREEMENT_OPEN_ENDED),
        },
    }
}

impl OrganisationView<'_> {
    /// Agreements are made between organisations that work with people, and not with oneself.
    fn may_propose(&self) -> bool {
        let organisation = &self.organisation;
        self.v.may(Action::AgreementPropose) && organisation.works_with_people && !organisation.is_viewers
    }
}
