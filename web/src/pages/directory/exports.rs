//! Organisations, services and agreements as tables, with the filters of their pages.

use crate::{
    pages::{
        export::{self, Cell, Column, Page, ROWS, Rows, Table},
        people::place_name,
    },
    prelude::*,
};

operation!(OrganisationTable, "src/pages/directory/exports.graphql");
operation!(ServiceTable, "src/pages/directory/exports.graphql");
operation!(AgreementTable, "src/pages/directory/exports.graphql");

type Organisation = organisation_table::OrganisationTableOrganisationsNodes;
type Service = service_table::ServiceTableServicesNodes;
type Agreement = agreement_table::AgreementTableAgreementsNodes;
type Party = agreement_table::AgreementTableAgreementsNodesParties;

pub(super) const ORGANISATIONS: &str = "/directory/organisations";
pub(super) const SERVICES: &str = "/directory/services";
pub(super) const AGREEMENTS: &str = "/directory/agreements";

pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(export::routes(ORGANISATIONS, |v, asked| {
            Ok((Table::of(v, "organisations", &OF_ORGANISATIONS), Organisations { asked }))
        }))
        .merge(export::routes(SERVICES, |v, asked| {
            Ok((Table::of(v, "services", &OF_SERVICES), Services { asked }))
        }))
        .merge(export::routes(AGREEMENTS, |v, asked| {
            Ok((Table::of(v, "agreements", &OF_AGREEMENTS), Agreements { asked }))
        }))
}

fn province(v: &PageContext, one: &Organisation) -> String {
    let province = &one.province;
    v.province_name(&province.code, &province.name, &province.name_local)
}

const OF_ORGANISATIONS: [Column<Organisation>; 9] = [
    (key::COLUMN_NAME, |_, one| Cell::text(&one.name)),
    (key::DIRECTORY_KIND, |v, one| Cell::text(v.word(one.kind))),
    (key::COLUMN_MUNICIPALITY, |v, one| {
        let place = one.municipality.as_ref();
        place.map_or(Cell::Empty, |place| Cell::text(place_name(v, &place.name, &place.name_local)))
    }),
    (key::COLUMN_PROVINCE, |v, one| Cell::text(province(v, one))),
    (key::COLUMN_ADDRESS, |_, one| Cell::text(&one.address)),
    (key::COLUMN_PHONE, |_, one| Cell::text(&one.phone)),
    (key::COLUMN_EMAIL, |_, one| Cell::text(&one.email)),
    (key::COLUMN_WEBSITE, |_, one| Cell::text(&one.website)),
    (key::COLUMN_DESCRIPTION, |_, one| Cell::text(&one.description)),
];

struct Organisations {
    asked: Fields,
}

impl Rows for Organisations {
    async fn page(&self, v: &PageContext, after: Option<String>) -> Result<Page, PageError> {
        let variables = organisation_table::Variables {
            first: ROWS,
            after,
            kind: OrganisationKind::parse(self.asked.get("kind")),
            province: self.asked.some("province"),
            text: self.asked.some("text"),
        };
        let found = v.query::<OrganisationTable>(variables).await?.organisations;
        let (more, cursor) = (found.page_info.has_next_page, found.page_info.end_cursor);
        Ok(Page::listed(v, &OF_ORGANISATIONS, &found.nodes, more, cursor))
    }
}

const OF_SERVICES: [Column<Service>; 10] = [
    (key::COLUMN_SERVICE, |_, one| Cell::text(&one.name)),
    (key::COLUMN_ORGANISATION, |_, one| Cell::text(&one.organisation.name)),
    (key::COLUMN_MUNICIPALITY, |v, one| {
        let place = one.organisation.municipality.as_ref();
        place.map_or(Cell::Empty, |place| Cell::text(place_name(v, &place.name, &place.name_local)))
    }),
    (key::SERVICE_ANSWERS, |v, one| Cell::text(v.word(one.domain))),
    (key::COLUMN_STATE, |v, one| Cell::text(v.word(one.status))),
    (key::COLUMN_FREE_PLACES, |v, one| match one.places.free {
        Some(free) => Cell::Number(free),
        None => Cell::text(v.t(key::PLACES_NO_LIMIT)),
    }),
    (key::COLUMN_NEXT_PLACE, |_, one| Cell::date(one.places.next_from)),
    (key::COLUMN_DESCRIPTION, |_, one| Cell::text(&one.description)),
    (key::SERVICE_APPLICATION, |_, one| Cell::text(&one.application_process)),
    (key::SERVICE_FEES, |_, one| Cell::text(&one.fees)),
];

struct Services {
    asked: Fields,
}

impl Rows for Services {
    async fn page(&self, v: &PageContext, after: Option<String>) -> Result<Page, PageError> {
        let variables = service_table::Variables {
            first: ROWS,
            after,
            domain: NeedDomain::parse(self.asked.get("domain")),
            municipality: self.asked.some("municipality"),
            text: self.asked.some("text"),
            today: v.today,
        };
        let found = v.query::<ServiceTable>(variables).await?.services;
        let (more, cursor) = (found.page_info.has_next_page, found.page_info.end_cursor);
        Ok(Page::listed(v, &OF_SERVICES, &found.nodes, more, cursor))
    }
}

const OF_AGREEMENTS: [Column<Agreement>; 9] = [
    (key::AGREEMENT_TITLE, |_, one| Cell::text(&one.title)),
    (key::AGREEMENT_PARTNERS, |_, one| names(one, |party| !party.organisation.is_viewers)),
    (key::AGREEMENT_PURPOSE, |v, one| Cell::text(v.word(one.purpose))),
    (key::AGREEMENT_STATE, |v, one| Cell::text(v.word(one.state))),
    (key::AGREEMENT_STARTS, |_, one| Cell::Date(one.starts_on)),
    (key::AGREEMENT_ENDS, |_, one| Cell::date(one.ends_on)),
    (key::COLUMN_PROPOSED_BY, |_, one| Cell::text(&one.proposed_by.name)),
    (key::COLUMN_NOT_SIGNED, |_, one| names(one, |party| party.signed_at.is_none())),
    (key::AGREEMENT_SCOPES, |v, one| Cell::texts(one.scopes.iter().map(|scope| v.word(scope)))),
];

fn names(one: &Agreement, wanted: fn(&Party) -> bool) -> Cell {
    let parties = one.parties.iter().filter(|party| wanted(party));
    Cell::texts(parties.map(|party| &party.organisation.name))
}

struct Agreements {
    asked: Fields,
}

impl Rows for Agreements {
    async fn page(&self, v: &PageContext, after: Option<String>) -> Result<Page, PageError> {
        let state = AgreementState::parse(self.asked.get("state"));
        let variables = agreement_table::Variables { first: ROWS, after, state };
        let found = v.query::<AgreementTable>(variables).await?.agreements;
        let (more, cursor) = (found.page_info.has_next_page, found.page_info.end_cursor);
        Ok(Page::listed(v, &OF_AGREEMENTS, &found.nodes, more, cursor))
    }
}
