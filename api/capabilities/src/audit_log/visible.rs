//! Visible rows: the entries that a viewer may see. Every read starts here.

use entities::audit_log_entry;
use platform::access::{Viewer, conditions};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Select};

use super::policy::AUDIT_LOG_READ;

/// Audit log of the viewer's organisation: events that the organisation may know of.
pub fn entries(viewer: &Viewer) -> Select<audit_log_entry::Entity> {
    let all = audit_log_entry::Entity::find();
    if !viewer.may(AUDIT_LOG_READ) {
        return all.filter(conditions::never());
    }
    all.filter(audit_log_entry::Column::OrganisationId.eq(viewer.organisation))
}
