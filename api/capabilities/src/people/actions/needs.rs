//! Needs of people: added and changed.

use entities::{
    codes::{NeedDomain, Priority},
    described_enum,
    ids::{NeedId, PersonId},
    need,
};
use platform::{
    context::RequestContext,
    db::{DomainEvent, Tx, changed, update_at_version},
    error::{ActionError, DomainError},
    sealing::{Cell, DataKey},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::{
    super::model::{NeedField, scope_of},
    persons::locked_person,
};
use crate::{
    checks::{Checks, TEXT, length_codes},
    people::{
        PERSON_CHANGE,
        events::{NEED_ADDED, NEED_CHANGED},
    },
};

described_enum! {
    /// Error of adding or changing a need.
    NeedErrorCode {
        TooLong = "TOO_LONG": "The text is too long.",
    }
}
length_codes!(NeedErrorCode);

/// A need, as typed.
#[derive(Clone, Debug)]
pub struct NeedEntry {
    pub domain: NeedDomain,
    pub urgency: Priority,
    pub text: String,
}

/// Adds a need.
pub async fn need_add(
    request: &RequestContext,
    person: PersonId,
    mut entry: NeedEntry,
) -> Result<NeedId, ActionError<NeedErrorCode>> {
    let viewer = request.viewer_who_may(PERSON_CHANGE)?;
    let mut checks = Checks::default();
    entry.text = checks.optional("need.text", &entry.text, TEXT);
    let tx = request.begin().await?;
    let row = locked_person(request, &tx, person).await?;
    checks.done()?;
    let key = request.app.sealing.key(tx.on(), row.key_id).await?;
    let id = NeedId(tx.env().ordered_id());
    need::Entity::insert(need_row(&tx, id, &key, person, &entry)).exec_without_returning(tx.on()).await?;
    tx.record(DomainEvent::new(NEED_ADDED, vec![(viewer.organisation, person.0)]).about(id.0));
    Ok(tx.commit(id).await?)
}

/// Changes how urgent a need is, its text, and whether it is met.
pub async fn need_change(
    request: &RequestContext,
    id: NeedId,
    version: i32,
    urgency: Priority,
    text: &str,
    met: bool,
) -> Result<NeedId, ActionError<NeedErrorCode>> {
    let viewer = request.viewer_who_may(PERSON_CHANGE)?;
    let mut checks = Checks::default();
    let text = checks.optional("text", text, TEXT);
    let tx = request.begin().await?;
    let before = need::Entity::find_by_id(id).one(tx.on()).await?.ok_or(DomainError::NotFound("need"))?;
    let person = locked_person(request, &tx, before.person_id).await;
    let person = person.map_err(|error| error.missing_as("need"))?;
    if !viewer.scopes.contains(scope_of(before.domain)) {
        return Err(DomainError::Forbidden("your role does not read this need".to_owned()).into());
    }
    checks.done()?;
    let key = request.app.sealing.key(tx.on(), person.key_id).await?;
    let cell = Cell::new("need", "text", id.0);
    let update = need::ActiveModel {
        urgency: Set(urgency),
        text: Set(key.seal(cell, &text)),
        met: Set(met),
        ..Default::default()
    };
    let reworded = (key.open(cell, &before.text)? != text).then_some(NeedField::Text);
    let fields = changed(&before, &update, field_of).into_iter().chain(reworded);
    let happened = DomainEvent::new(NEED_CHANGED, vec![(viewer.organisation, person.id.0)]).fields(fields);
    let change = need::Entity::update_many().set(update).filter(need::Column::Id.eq(id));
    update_at_version(&tx, change, need::Column::Version, version).await?;
    tx.record(happened.about(id.0));
    Ok(tx.commit(id).await?)
}

/// The field of each column; the text is encrypted and compared apart.
fn field_of(column: need::Column) -> Option<NeedField> {
    use need::Column as C;
    match column {
        C::Urgency => Some(NeedField::Urgency),
        C::Met => Some(NeedField::Met),
        C::Id | C::PersonId | C::Domain | C::Text | C::Version | C::CreatedAt => None,
    }
}

/// The row of a need.
pub(super) fn need_row(
    tx: &Tx,
    id: NeedId,
    key: &DataKey,
    person: PersonId,
    entry: &NeedEntry,
) -> need::ActiveModel {
    need::ActiveModel {
        id: Set(id),
        person_id: Set(person),
        domain: Set(entry.domain),
        urgency: Set(entry.urgency),
        text: Set(key.seal(Cell::new("need", "text", id.0), &entry.text)),
        met: Set(false),
        version: Set(1),
        created_at: Set(tx.now()),
    }
}
