//! The record of who saw whose identity.

use platform::{
    context::{IdentityAccess, RequestContext},
    db::{DomainEvent, run_anew},
    error::DomainError,
};

use crate::people::events::IDENTITY_LOOKED_AT;

/// Records the accesses to identities by this request, in one event, before the answer is sent. The holder learns of
/// every access to its people, the viewer's organisation of its own.
pub async fn record_accesses(request: &RequestContext) -> Result<(), DomainError> {
    let access_records = request.take_accesses();
    if access_records.is_empty() {
        return Ok(());
    }
    run_anew(|| write_looks(request, &access_records)).await
}

async fn write_looks(request: &RequestContext, access_records: &[IdentityAccess]) -> Result<(), DomainError> {
    let tx = request.begin().await?;
    let mut subjects = Vec::new();
    for look in access_records {
        subjects.push((look.holder, look.person.0));
        if let Some((disclosure, _)) = look.through {
            subjects.push((request.viewer()?.organisation, disclosure.0));
        }
    }
    let mut happened = DomainEvent::new(IDENTITY_LOOKED_AT, subjects);
    if let [look] = access_records
        && let Some((_, owner)) = look.through
    {
        happened = happened.about(owner);
    }
    tx.record(happened);
    tx.commit(()).await
}
