//! Data disclosed through referrals that the viewer may see.

use std::collections::HashMap;

use entities::{
    disclosure_grant as grant,
    ids::{GrantId, NeedId, ReferralId},
    referral, referral_need,
};
use platform::{context::RequestContext, error::DomainError};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::super::visible;
use crate::disclosures::{self, DisclosedRow, Shown};

/// Data disclosed through these referrals; none for a draft.
pub async fn disclosed(
    request: &RequestContext,
    referrals: &[ReferralId],
) -> Result<HashMap<ReferralId, DisclosedRow>, DomainError> {
    let viewer = request.viewer()?;
    let rows: Vec<(referral::Model, Option<grant::Model>)> =
        visible::referrals(viewer, request.today(), None)
            .filter(referral::Column::Id.is_in(referrals.iter().copied()))
            .select_also(grant::Entity)
            .all(request.read())
            .await?;
    let links = referral_need::Entity::find()
        .filter(referral_need::Column::ReferralId.is_in(rows.iter().map(|(row, _)| row.id)))
        .all(request.read())
        .await?;
    let mut needs: HashMap<ReferralId, Vec<NeedId>> = HashMap::new();
    for link in links {
        needs.entry(link.referral_id).or_default().push(link.need_id);
    }
    let mut owners: HashMap<GrantId, ReferralId> = HashMap::new();
    let mut shown = Vec::new();
    for (row, grant) in rows {
        let Some(grant) = grant else { continue };
        owners.insert(grant.id, row.id);
        shown.push(Shown {
            grant,
            person: row.person_id,
            is_holder: row.sender_id == viewer.organisation,
            ended: row.closed_at.is_some(),
            needs: needs.remove(&row.id).unwrap_or_default(),
        });
    }
    let found = disclosures::disclosed(request, shown).await?;
    Ok(found.into_iter().filter_map(|(id, row)| Some((*owners.get(&id)?, row))).collect())
}
