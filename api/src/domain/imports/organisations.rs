//! A row of a list of organisations, read into what is brought in of one. No I/O.

use entities::codes::{NeedDomain, OrganisationKind};

use super::{
    cells::{Cells, Faults, Surroundings},
    model::{CellFault, CellFaultCode},
};
use crate::{
    domain::network::OrganisationEntry,
    sheets::meaning::{ListField, domain_of_service, organisation_kind, whole},
};

/// The organisation of a row, or all that is wrong with it.
pub fn organisation_in(cells: Cells<'_>, around: &Surroundings) -> Result<OrganisationEntry, Vec<CellFault>> {
    let mut faults = Faults::default();
    let name = cells.text(ListField::Name).unwrap_or_default();
    if name.is_empty() {
        faults.add(ListField::Name, cells.one(ListField::Name).as_ref(), CellFaultCode::Missing);
    }
    let kind = kind(cells, &mut faults);
    let before = faults.count();
    let municipality = cells.municipality(around, &mut faults);
    if municipality.is_none() && faults.count() == before {
        let seen = cells.one(ListField::Municipality);
        faults.add(ListField::Municipality, seen.as_ref(), CellFaultCode::Missing);
    }
    let email = email(cells, &mut faults);
    let services = services(cells, &mut faults);
    let places = places(cells, &mut faults);
    let text = |field| cells.text(field).unwrap_or_default();
    match municipality {
        Some(municipality) if faults.is_empty() => Ok(OrganisationEntry {
            name,
            kind,
            description: description(cells, services.len(), places),
            // Of which of several services they are nobody knows: the description tells them.
            places: places.filter(|_| services.len() == 1),
            municipality,
            address: text(ListField::Address),
            phone: text(ListField::Phone),
            email,
            website: text(ListField::Website),
            services,
        }),
        _ => Err(faults.all()),
    }
}

fn kind(cells: Cells<'_>, faults: &mut Faults) -> OrganisationKind {
    let Some(seen) = cells.filled(ListField::OrganisationKind) else {
        let seen = cells.one(ListField::OrganisationKind);
        faults.add(ListField::OrganisationKind, seen.as_ref(), CellFaultCode::Missing);
        return OrganisationKind::Other;
    };
    organisation_kind(&seen.cell.text()).unwrap_or_else(|| {
        faults.add(ListField::OrganisationKind, Some(&seen), CellFaultCode::NotUnderstood);
        OrganisationKind::Other
    })
}

/// An address that one can write to, as far as its form tells.
fn email(cells: Cells<'_>, faults: &mut Faults) -> String {
    let Some(seen) = cells.filled(ListField::Email) else { return String::new() };
    let text = seen.cell.text().trim().to_owned();
    let looks_like_one = text.split_once('@').is_some_and(|(before, after)| {
        !before.is_empty() && after.contains('.') && !text.contains(char::is_whitespace)
    });
    if !looks_like_one {
        faults.add(ListField::Email, Some(&seen), CellFaultCode::NotUnderstood);
    }
    text
}

/// What it offers, each in the list's own words.
fn services(cells: Cells<'_>, faults: &mut Faults) -> Vec<(NeedDomain, String)> {
    let mut found: Vec<(NeedDomain, String)> = Vec::new();
    for seen in cells.all(ListField::Services) {
        let text = seen.cell.text();
        let pieces = text.split([',', ';', '/', '|', '•', '·', '\n', '\r']);
        let mut unknown = false;
        for piece in pieces.map(|piece| piece.trim().trim_matches(['-', '–', '—', '*']).trim()) {
            if piece.is_empty() || found.iter().any(|(_, name)| name == piece) {
                continue;
            }
            match domain_of_service(piece) {
                Some(domain) => found.push((domain, piece.to_owned())),
                None => unknown = true,
            }
        }
        if unknown {
            faults.add(ListField::Services, Some(&seen), CellFaultCode::NotUnderstood);
        }
    }
    found
}

fn places(cells: Cells<'_>, faults: &mut Faults) -> Option<i32> {
    let seen = cells.filled(ListField::Places)?;
    match whole(seen.cell).map(|places| places.map(i32::try_from).transpose()) {
        Ok(Ok(places)) => places,
        _ => {
            faults.add(ListField::Places, Some(&seen), CellFaultCode::NotANumber);
            None
        }
    }
}

/// What it says of itself, and what else the list says and nothing else has room for.
fn description(cells: Cells<'_>, services: usize, places: Option<i32>) -> String {
    let mut lines: Vec<String> = cells
        .filled(ListField::Description)
        .map(|seen| seen.cell.text().trim().to_owned())
        .into_iter()
        .collect();
    let notes = cells.all(ListField::Notes).filter(|seen| !seen.cell.is_empty());
    lines.extend(notes.map(|seen| seen.named()));
    if places.is_some() && services != 1 {
        lines.extend(cells.filled(ListField::Places).map(|seen| seen.named()));
    }
    lines.join("\n")
}
