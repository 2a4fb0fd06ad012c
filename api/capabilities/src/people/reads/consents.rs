//! A person's answers about sharing.

use std::collections::HashMap;

use entities::{
    consent, consent_recipient,
    ids::{ConsentId, OrganisationId, PersonId},
    person,
};
use platform::{
    context::RequestContext,
    error::DomainError,
    sealing::{Cell, key_of},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select};

use super::super::model::{ConsentStanding, standing};
use crate::people::visible;

/// A consent of a person whom the viewer may see.
#[derive(Clone, Debug)]
pub struct ConsentRow {
    pub consent: consent::Model,
    pub recipients: Vec<OrganisationId>,
    pub standing: ConsentStanding,
    pub said: String,
    pub witness: Option<String>,
}

/// A person's answers, newest first.
pub async fn consents_of(request: &RequestContext, person: PersonId) -> Result<Vec<ConsentRow>, DomainError> {
    let found = visible_consents(request)?
        .filter(consent::Column::PersonId.eq(person))
        .order_by_desc(consent::Column::AskedAt)
        .order_by_desc(consent::Column::Id);
    complete(request, found.all(request.read()).await?).await
}

/// Consents by id, of people whom the viewer may see.
pub async fn consents_by_id(
    request: &RequestContext,
    ids: &[ConsentId],
) -> Result<HashMap<ConsentId, ConsentRow>, DomainError> {
    let found = visible_consents(request)?.filter(consent::Column::Id.is_in(ids.iter().copied()));
    let rows = complete(request, found.all(request.read()).await?).await?;
    Ok(rows.into_iter().map(|row| (row.consent.id, row)).collect())
}

pub async fn consent(request: &RequestContext, id: ConsentId) -> Result<ConsentRow, DomainError> {
    consents_by_id(request, &[id]).await?.remove(&id).ok_or(DomainError::NotFound("consent"))
}

fn visible_consents(request: &RequestContext) -> Result<Select<consent::Entity>, DomainError> {
    let theirs = visible::people(request.viewer()?).select_only().column(person::Column::Id);
    Ok(consent::Entity::find().filter(consent::Column::PersonId.in_subquery(theirs.into_query())))
}

async fn complete(
    request: &RequestContext,
    rows: Vec<consent::Model>,
) -> Result<Vec<ConsentRow>, DomainError> {
    let mut recipients: HashMap<ConsentId, Vec<OrganisationId>> = HashMap::new();
    let named = consent_recipient::Entity::find()
        .filter(consent_recipient::Column::ConsentId.is_in(rows.iter().map(|row| row.id)));
    for row in named.all(request.read()).await? {
        recipients.entry(row.consent_id).or_default().push(row.organisation_id);
    }
    let (sealing, today) = (&request.app.sealing, request.today());
    let mut keys = Vec::with_capacity(rows.len());
    for row in &rows {
        keys.extend(key_of(&row.said));
        keys.extend(row.witness.as_ref().and_then(key_of));
    }
    sealing.fetch(request.read(), keys).await?;
    let mut complete = Vec::with_capacity(rows.len());
    for consent in rows {
        let cell = |column| Cell::new("consent", column, consent.id.0);
        let said = sealing.open(request.read(), cell("said"), &consent.said).await?;
        let witness = match &consent.witness {
            Some(sealed) => Some(sealing.open(request.read(), cell("witness"), sealed).await?),
            None => None,
        };
        complete.push(ConsentRow {
            recipients: recipients.remove(&consent.id).unwrap_or_default(),
            standing: standing(&consent, today),
            said,
            witness,
            consent,
        });
    }
    Ok(complete)
}
