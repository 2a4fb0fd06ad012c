//! Coming in by mail. What is answered is the same for every address, known or not; how long it takes
//! is evened out at the door.

use entities::{
    codes::{Origin, WayInKind},
    ids::{MemberId, WayInId},
    instant::Instant,
    way_in,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};
use subtle::ConstantTimeEq;

use super::super::model::{ASKS_AN_HOUR, INVITATION_SECONDS, SIGN_IN_SECONDS, TRIES, digits};
use crate::{
    access::{Viewer, viewer::members_of_address},
    db::{Stamp, Tx},
    domain::notices,
    house::House,
    refusal::Refusal,
};

/// Why a link lets nobody in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is for the browser in which it was asked for.
    OtherBrowser,
    /// It was used, its time is over, or it is none of ours.
    Over,
}

/// Sends a link and a code to whoever has this address; does nothing where nobody has, and says
/// nothing of it. The id is what the browser waits with.
pub async fn ask_way_in(house: &House, email: &str, browser: &[u8]) -> Result<WayInId, Refusal> {
    let now = house.world.clock.now();
    let id = WayInId(house.world.random_id());
    let members = members_of_address(house.db.read(), email, now).await?;
    // As whom one begins: for another of one's organisations one acts from there.
    let Some(member) = members.first().copied() else { return Ok(id) };
    let tx = house.db.begin(Stamp::system(now)).await?;
    let asked = way_in::Entity::find()
        .filter(way_in::Column::MemberId.is_in(members))
        .filter(way_in::Column::Kind.eq(WayInKind::SignIn))
        .filter(way_in::Column::CreatedAt.gt(now.plus_seconds(-3_600)))
        .count(tx.on())
        .await?;
    if asked >= ASKS_AN_HOUR {
        tracing::warn!("an address asks for more sign-ins than are sent");
        return Ok(id);
    }
    open(&tx, id, WayInKind::SignIn, member, Some(browser.to_vec()), SIGN_IN_SECONDS).await?;
    notices::queue_way_in(&tx, member, id).await?;
    tx.commit().await?;
    Ok(id)
}

/// Opens a way in for a new member, and sends it.
pub(super) async fn invite(tx: &Tx, member: MemberId) -> Result<WayInId, Refusal> {
    let id = WayInId(tx.world().random_id());
    open(tx, id, WayInKind::Invitation, member, None, INVITATION_SECONDS).await?;
    notices::queue_way_in(tx, member, id).await?;
    Ok(id)
}

/// Opens a way in for a member and answers its link, for whoever runs the program to hand on: where
/// no mail leaves, or none arrives.
pub async fn hand_way_in(house: &House, member: MemberId) -> Result<String, Refusal> {
    let tx = house.db.begin(Stamp::system(house.world.clock.now())).await?;
    let id = WayInId(tx.world().random_id());
    open(&tx, id, WayInKind::Invitation, member, None, INVITATION_SECONDS).await?;
    tx.commit().await?;
    Ok(notices::link_of_way_in(house, id))
}

async fn open(
    tx: &Tx,
    id: WayInId,
    kind: WayInKind,
    member: MemberId,
    browser: Option<Vec<u8>>,
    seconds: i64,
) -> Result<(), Refusal> {
    // What ran out an hour ago counts for nothing any more, not even for how often one asked.
    let over = tx.now().plus_seconds(-3_600);
    way_in::Entity::delete_many().filter(way_in::Column::ExpiresAt.lt(over)).exec(tx.on()).await?;
    way_in::Entity::insert(way_in::ActiveModel {
        id: Set(id),
        kind: Set(kind),
        member_id: Set(member),
        browser: Set(browser),
        created_at: Set(tx.now()),
        expires_at: Set(tx.now().plus_seconds(seconds)),
        tries: Set(0),
        used_at: Set(None),
    })
    .exec_without_returning(tx.on())
    .await?;
    Ok(())
}

/// Tries a code in the browser that asked for it. A try counts before it is looked at, so that many at
/// once are no more than five.
pub async fn try_code(
    house: &House,
    id: WayInId,
    browser: &[u8],
    code: &str,
) -> Result<Option<MemberId>, Refusal> {
    let tx = house.db.begin(Stamp::system(house.world.clock.now())).await?;
    let counted = way_in::Entity::update_many()
        .col_expr(way_in::Column::Tries, Expr::col(way_in::Column::Tries).add(1))
        .filter(way_in::Column::Id.eq(id))
        .filter(way_in::Column::Kind.eq(WayInKind::SignIn))
        .filter(way_in::Column::Browser.eq(browser.to_vec()))
        .filter(way_in::Column::Tries.lt(TRIES))
        .filter(open_at(tx.now()))
        .exec(tx.on())
        .await?;
    if counted.rows_affected == 0 {
        return Ok(None);
    }
    let right: bool = house.sealing.code_of(id).as_bytes().ct_eq(digits(code).as_bytes()).into();
    let member = if right { take(&tx, id).await? } else { None };
    tx.commit().await?;
    Ok(member)
}

/// Tries a link: an invitation's in any browser, a sign-in's in the one that asked.
pub async fn try_link(
    house: &House,
    id: WayInId,
    browser: &[u8],
    key: &str,
) -> Result<Result<MemberId, Refused>, Refusal> {
    let right: bool = house.sealing.link_of(id).as_bytes().ct_eq(key.as_bytes()).into();
    if !right {
        return Ok(Err(Refused::Over));
    }
    let tx = house.db.begin(Stamp::system(house.world.clock.now())).await?;
    let row = way_in::Entity::find_by_id(id).filter(open_at(tx.now())).one(tx.on()).await?;
    let Some(row) = row else { return Ok(Err(Refused::Over)) };
    if row.browser.is_some_and(|asked| asked != browser) {
        return Ok(Err(Refused::OtherBrowser));
    }
    let Some(member) = take(&tx, id).await? else { return Ok(Err(Refused::Over)) };
    tx.commit().await?;
    Ok(Ok(member))
}

/// Neither used nor over.
fn open_at(now: Instant) -> sea_orm::Condition {
    sea_orm::Condition::all().add(way_in::Column::UsedAt.is_null()).add(way_in::Column::ExpiresAt.gt(now))
}

/// Uses a way in, once; answers as whom. Every other one of the same member is over with it.
async fn take(tx: &Tx, id: WayInId) -> Result<Option<MemberId>, Refusal> {
    let used = way_in::Entity::update_many()
        .col_expr(way_in::Column::UsedAt, Expr::value(tx.now()))
        .filter(way_in::Column::Id.eq(id))
        .filter(open_at(tx.now()))
        .exec(tx.on())
        .await?;
    if used.rows_affected == 0 {
        return Ok(None);
    }
    let Some(row) = way_in::Entity::find_by_id(id).one(tx.on()).await? else { return Ok(None) };
    way_in::Entity::update_many()
        .col_expr(way_in::Column::UsedAt, Expr::value(tx.now()))
        .filter(way_in::Column::MemberId.eq(row.member_id))
        .filter(open_at(tx.now()))
        .exec(tx.on())
        .await?;
    // Whoever has left meanwhile does not come in.
    let viewer = Viewer::of_member(tx.on(), row.member_id, Origin::System, tx.now()).await?;
    Ok(viewer.map(|viewer| viewer.member))
}
