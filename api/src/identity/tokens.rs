//! API tokens: for a member in an organisation, shown once, stored hashed.

use entities::{
    api_token,
    ids::{MemberId, TokenId},
    instant::Instant,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::SelectStatement,
};

use crate::{
    access::Viewer,
    db::Stamp,
    house::House,
    refusal::Refusal,
    sealing::{digest, secret},
};

/// A token as it is shown, once.
#[derive(Debug)]
pub struct Token(pub String);

/// How a token begins, so that it is recognised where it has leaked.
const PREFIX: &str = "tg_";

/// Makes a token for a member, good for so many days.
pub async fn make(house: &House, member: MemberId, days: u32) -> Result<Token, Refusal> {
    let now = house.world.clock.now();
    let origin = entities::codes::Origin::System;
    if Viewer::of_member(house.db.read(), member, origin, now).await?.is_none() {
        return Err(Refusal::NotFound("member"));
    }
    let token = format!("{PREFIX}{}", secret());
    let stamp = Stamp { at: now, member: Some(member), organisation: None, origin };
    let tx = house.db.begin(stamp).await?;
    api_token::Entity::insert(api_token::ActiveModel {
        id: Set(TokenId(house.world.ordered_id())),
        hash: Set(digest(&token)),
        member_id: Set(member),
        created_at: Set(now),
        expires_at: Set(now.plus_seconds(i64::from(days) * 86_400)),
    })
    .exec_without_returning(tx.on())
    .await?;
    tx.commit().await?;
    Ok(Token(token))
}

/// Whom a token is for, if it is one and has not run out: a statement within another.
pub fn member_of(hash: &[u8], now: Instant) -> SelectStatement {
    api_token::Entity::find()
        .filter(api_token::Column::Hash.eq(hash.to_vec()))
        .filter(api_token::Column::ExpiresAt.gt(now))
        .select_only()
        .column(api_token::Column::MemberId)
        .into_query()
}
