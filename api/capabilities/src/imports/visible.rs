//! Visible rows: the lists that a viewer may see. Every read starts here.

use entities::{
    codes::{Code, ImportKind, Scope},
    import,
};
use platform::access::{Viewer, conditions};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Select};

use crate::{network::ORGANISATION_RECORD, people::PERSON_RECORD};

/// Imports of the viewer, as long as they may record its rows: no other member sees an import.
pub fn imports(viewer: &Viewer) -> Select<import::Entity> {
    let kinds: Vec<ImportKind> = ImportKind::all().filter(|kind| may_import(viewer, *kind)).collect();
    import::Entity::find().filter(import::Column::MemberId.eq(viewer.member)).filter(if kinds.is_empty() {
        conditions::never()
    } else {
        conditions::is_any(import::Column::Kind, kinds)
    })
}

/// Whether the viewer may import lists of this kind; for people, the role must read names.
pub fn may_import(viewer: &Viewer, kind: ImportKind) -> bool {
    match kind {
        ImportKind::People => viewer.may(PERSON_RECORD) && viewer.scopes.contains(Scope::Identity),
        ImportKind::Organisations => viewer.may(ORGANISATION_RECORD),
    }
}
