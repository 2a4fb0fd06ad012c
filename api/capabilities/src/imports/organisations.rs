//! Reads a row of a list of organisations. No I/O.

use entities::codes::{NeedDomain, OrganisationKind};
use spreadsheets::column_inference::{ImportField, domain_of_service, organisation_kind, whole};

use super::{
    cells::{CellErrors, Cells, ReferenceNames},
    model::{CellError, CellErrorCode},
};
use crate::network::OrganisationEntry;

/// The organisation of a row, or all that is wrong with it.
pub fn organisation_in(
    cells: Cells<'_>,
    around: &ReferenceNames,
) -> Result<OrganisationEntry, Vec<CellError>> {
    let mut errors = CellErrors::default();
    let name = cells.text(ImportField::Name).unwrap_or_default();
    if name.is_empty() {
        errors.add(ImportField::Name, cells.one(ImportField::Name).as_ref(), CellErrorCode::Missing);
    }
    let kind = kind(cells, &mut errors);
    let before = errors.count();
    let municipality = cells.municipality(around, &mut errors);
    if municipality.is_none() && errors.count() == before {
        let seen = cells.one(ImportField::Municipality);
        errors.add(ImportField::Municipality, seen.as_ref(), CellErrorCode::Missing);
    }
    let email = email(cells, &mut errors);
    let services = services(cells, &mut errors);
    let places = places(cells, &mut errors);
    let text = |field| cells.text(field).unwrap_or_default();
    match municipality {
        Some(municipality) if errors.is_empty() => Ok(OrganisationEntry {
            name,
            kind,
            description: description(cells, services.len(), places),
            // With several services it is unknown whose capacity it is; the description keeps it.
            places: places.filter(|_| services.len() == 1),
            municipality,
            address: text(ImportField::Address),
            phone: text(ImportField::Phone),
            email,
            website: text(ImportField::Website),
            services,
        }),
        _ => Err(errors.all()),
    }
}

fn kind(cells: Cells<'_>, errors: &mut CellErrors) -> OrganisationKind {
    let Some(seen) = cells.filled(ImportField::OrganisationKind) else {
        let seen = cells.one(ImportField::OrganisationKind);
        errors.add(ImportField::OrganisationKind, seen.as_ref(), CellErrorCode::Missing);
        return OrganisationKind::Other;
    };
    organisation_kind(&seen.cell.text()).unwrap_or_else(|| {
        errors.add(ImportField::OrganisationKind, Some(&seen), CellErrorCode::Unrecognised);
        OrganisationKind::Other
    })
}

/// An email address, as far as its form shows.
fn email(cells: Cells<'_>, errors: &mut CellErrors) -> String {
    let Some(seen) = cells.filled(ImportField::Email) else { return String::new() };
    let text = seen.cell.text().trim().to_owned();
    let looks_like_one = text.split_once('@').is_some_and(|(before, after)| {
        !before.is_empty() && after.contains('.') && !text.contains(char::is_whitespace)
    });
    if !looks_like_one {
        errors.add(ImportField::Email, Some(&seen), CellErrorCode::Unrecognised);
    }
    text
}

/// Services of the organisation, in the list's own words.
fn services(cells: Cells<'_>, errors: &mut CellErrors) -> Vec<(NeedDomain, String)> {
    let mut found: Vec<(NeedDomain, String)> = Vec::new();
    for seen in cells.all(ImportField::Services) {
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
            errors.add(ImportField::Services, Some(&seen), CellErrorCode::Unrecognised);
        }
    }
    found
}

fn places(cells: Cells<'_>, errors: &mut CellErrors) -> Option<i32> {
    let seen = cells.filled(ImportField::Places)?;
    match whole(seen.cell).map(|places| places.map(i32::try_from).transpose()) {
        Ok(Ok(places)) => places,
        _ => {
            errors.add(ImportField::Places, Some(&seen), CellErrorCode::NotANumber);
            None
        }
    }
}

/// Description of the organisation, with the other values of the list that have no field.
fn description(cells: Cells<'_>, services: usize, places: Option<i32>) -> String {
    let mut lines: Vec<String> = cells
        .filled(ImportField::Description)
        .map(|seen| seen.cell.text().trim().to_owned())
        .into_iter()
        .collect();
    let notes = cells.all(ImportField::Notes).filter(|seen| !seen.cell.is_empty());
    lines.extend(notes.map(|seen| seen.named()));
    if places.is_some() && services != 1 {
        lines.extend(cells.filled(ImportField::Places).map(|seen| seen.named()));
    }
    lines.join("\n")
}
