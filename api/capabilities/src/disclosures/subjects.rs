//! Subjects of accesses to a recipient's disclosure.

use std::collections::HashSet;

use entities::{
    disclosure,
    ids::{DisclosureId, OrganisationId},
};
use platform::{
    capability::{Promised, Subject, SubjectKind},
    db::Db,
    graphql::PublicId,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::people::events::DISCLOSURE;

pub const SUBJECTS: &[&dyn Subject] = &[&DisclosureSubject];

struct DisclosureSubject;

impl Subject for DisclosureSubject {
    fn kind(&self) -> SubjectKind {
        DISCLOSURE
    }

    fn says(&self) -> &'static str {
        "A person whom another organisation holds, as disclosed to this one."
    }

    fn id_type(&self) -> &'static str {
        DisclosureId::TYPE
    }

    fn among<'a>(
        &'a self,
        db: &'a Db,
        organisation: OrganisationId,
        ids: Vec<Uuid>,
    ) -> Promised<'a, HashSet<Uuid>> {
        Box::pin(async move {
            let found: Vec<DisclosureId> = disclosure::Entity::find()
                .filter(disclosure::Column::Id.is_in(ids.into_iter().map(DisclosureId)))
                .filter(disclosure::Column::RecipientId.eq(organisation))
                .select_only()
                .column(disclosure::Column::Id)
                .into_tuple()
                .all(db.read())
                .await?;
            Ok(found.into_iter().map(|id| id.0).collect())
        })
    }
}
