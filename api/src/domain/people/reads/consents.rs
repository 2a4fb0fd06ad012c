//! A person's answers about sharing.

use std::collections::HashMap;

use entities::{
    consent, consent_recipient,
    ids::{ConsentId, OrganisationId, PersonId},
    person,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select};

use super::super::model::{ConsentStanding, standing};
use crate::{access::visible, house::Call, refusal::Refusal, sealing::Cell};

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
pub async fn consents_of(call: &Call, person: PersonId) -> Result<Vec<ConsentRow>, Refusal> {
    let found = visible_consents(call)?
        .filter(consent::Column::PersonId.eq(person))
        .order_by_desc(consent::Column::AskedAt)
        .order_by_desc(consent::Column::Id);
    complete(call, found.all(call.read()).await?).await
}

/// Consents by id, of people whom the viewer may see.
pub async fn consents_by_id(
    call: &Call,
    ids: &[ConsentId],
) -> Result<HashMap<ConsentId, ConsentRow>, Refusal> {
    let found = visible_consents(call)?.filter(consent::Column::Id.is_in(ids.iter().copied()));
    let rows = complete(call, found.all(call.read()).await?).await?;
    Ok(rows.into_iter().map(|row| (row.consent.id, row)).collect())
}

pub async fn consent(call: &Call, id: ConsentId) -> Result<ConsentRow, Refusal> {
    consents_by_id(call, &[id]).await?.remove(&id).ok_or(Refusal::NotFound("consent"))
}

fn visible_consents(call: &Call) -> Result<Select<consent::Entity>, Refusal> {
    let theirs = visible::people(call.viewer()?).select_only().column(person::Column::Id);
    Ok(consent::Entity::find().filter(consent::Column::PersonId.in_subquery(theirs.into_query())))
}

async fn complete(call: &Call, rows: Vec<consent::Model>) -> Result<Vec<ConsentRow>, Refusal> {
    let mut recipients: HashMap<ConsentId, Vec<OrganisationId>> = HashMap::new();
    let named = consent_recipient::Entity::find()
        .filter(consent_recipient::Column::ConsentId.is_in(rows.iter().map(|row| row.id)));
    for row in named.all(call.read()).await? {
        recipients.entry(row.consent_id).or_default().push(row.organisation_id);
    }
    let (sealing, today) = (&call.house.sealing, call.today());
    let mut complete = Vec::with_capacity(rows.len());
    for consent in rows {
        let cell = |column| Cell::new("consent", column, consent.id.0);
        let said = sealing.open(call.read(), cell("said"), &consent.said).await?;
        let witness = match &consent.witness {
            Some(sealed) => Some(sealing.open(call.read(), cell("witness"), sealed).await?),
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
