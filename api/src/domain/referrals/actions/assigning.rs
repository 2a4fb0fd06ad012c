//! Whose a received referral is, within the recipient's organisation.

use entities::{
    ids::{MemberId, OrganisationId},
    referral,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, sea_query::Expr,
};

use crate::{db::Tx, refusal::Refusal};

/// How many open referrals are a member's.
pub async fn count_assigned(on: &impl ConnectionTrait, member: MemberId) -> Result<u64, Refusal> {
    Ok(referral::Entity::find().filter(open_of(member)).count(on).await?)
}

/// Gives a member's open referrals to a colleague: for whoever leaves.
pub async fn hand_over(
    tx: &Tx,
    recipient: OrganisationId,
    from: MemberId,
    to: MemberId,
) -> Result<(), Refusal> {
    referral::Entity::update_many()
        .col_expr(referral::Column::AssignedTo, Expr::value(to))
        .col_expr(referral::Column::Version, Expr::cust("version + 1"))
        .filter(referral::Column::RecipientId.eq(recipient))
        .filter(open_of(from))
        .exec(tx.on())
        .await?;
    Ok(())
}

fn open_of(member: MemberId) -> Condition {
    Condition::all().add(referral::Column::AssignedTo.eq(member)).add(referral::Column::ClosedAt.is_null())
}
