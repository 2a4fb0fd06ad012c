//! Fields that a change touches: an event names them, never their contents.

use sea_orm::{ActiveModelTrait, ActiveValue, EntityTrait, Iterable, ModelTrait};

type Column<A> = <<A as ActiveModelTrait>::Entity as EntityTrait>::Column;
type Model<A> = <<A as ActiveModelTrait>::Entity as EntityTrait>::Model;

/// The fields whose columns an update changes. `field` maps each column of the table to its field in the schema;
/// `None` for a column without a field, such as a version, and for an encrypted column, whose ciphertext always
/// changes and which is compared in clear.
pub fn changed<A: ActiveModelTrait, F: PartialEq>(
    before: &Model<A>,
    update: &A,
    field: impl Fn(Column<A>) -> Option<F>,
) -> Vec<F> {
    let mut fields = Vec::new();
    for column in Column::<A>::iter() {
        if let ActiveValue::Set(value) = update.get(column)
            && value != before.get(column)
            && let Some(field) = field(column)
            && !fields.contains(&field)
        {
            fields.push(field);
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use entities::{
        codes::{NeedDomain, Priority},
        ids::{NeedId, PersonId},
        instant::Instant,
        need,
        sealed::Sealed,
    };
    use sea_orm::ActiveValue::Set;

    use super::*;

    #[test]
    fn what_is_set_to_another_value_is_named_and_nothing_else() {
        let before = need::Model {
            id: NeedId(uuid::Uuid::nil()),
            person_id: PersonId(uuid::Uuid::nil()),
            domain: NeedDomain::Legal,
            urgency: Priority::Routine,
            text: Sealed(vec![1]),
            met: false,
            version: 1,
            created_at: Instant(0),
        };
        let field = |column| match column {
            need::Column::Urgency => Some("urgency"),
            need::Column::Met => Some("met"),
            need::Column::Domain => Some("domain"),
            _ => None,
        };
        let update = need::ActiveModel {
            urgency: Set(Priority::Urgent),
            text: Set(Sealed(vec![2])),
            met: Set(false),
            version: Set(2),
            ..Default::default()
        };
        assert_eq!(changed(&before, &update, field), ["urgency"]);
        let update = need::ActiveModel { met: Set(true), ..update };
        assert_eq!(changed(&before, &update, field), ["urgency", "met"]);
        assert!(changed(&before, &need::ActiveModel::from(before.clone()), field).is_empty());
    }
}
