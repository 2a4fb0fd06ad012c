//! The letter that brings a way in, as long as it leads in.

use entities::{account, codes::WayInKind, ids::WayInId, mail, member, organisation, way_in};
use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QuerySelect};

use super::super::letters::{Language, way_in as letter};
use crate::{access::viewer::joins, graphql::public, house::House, post::Letter, refusal::Refusal};

/// Where a way in is opened.
pub fn link_of_way_in(house: &House, id: WayInId) -> String {
    let fields = [("id", public(id).0), ("key", house.sealing.link_of(id))];
    let query: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    format!("{}/sign-in/link?{query}", house.post.public_url)
}

/// The letter; nothing where it was used or is over, or its receiver has left.
pub async fn way_in_letter(
    house: &House,
    mail: &mail::Model,
    id: WayInId,
) -> Result<Option<Letter>, Refusal> {
    let (on, now) = (house.db.read(), house.world.clock.now());
    let open = way_in::Entity::find_by_id(id)
        .filter(way_in::Column::UsedAt.is_null())
        .filter(way_in::Column::ExpiresAt.gt(now))
        .one(on)
        .await?;
    let Some(open) = open else { return Ok(None) };
    let found: Option<(String, String, String)> = member::Entity::find_by_id(open.member_id)
        .join(JoinType::InnerJoin, joins::account())
        .join(JoinType::InnerJoin, joins::organisation())
        .filter(member::Column::EndedAt.is_null())
        .select_only()
        .columns([account::Column::Email, account::Column::Language])
        .column(organisation::Column::Name)
        .into_tuple()
        .one(on)
        .await?;
    let Some((email, language, name)) = found else { return Ok(None) };
    let asked = open.kind == WayInKind::SignIn;
    let way_in = letter::WayIn {
        language: Language::of(&language),
        invited_by: (!asked).then_some(name),
        link: link_of_way_in(house, id),
        code: asked.then(|| letter::in_groups(&house.sealing.code_of(id))),
    };
    let worded = letter::word(&way_in)
        .map_err(|error| Refusal::Internal(format!("a mail cannot be put into words: {error}")))?;
    Ok(Some(Letter {
        id: mail.id.0,
        at: now,
        to: email,
        subject: worded.subject,
        text: worded.text,
        html: worded.html,
        language: way_in.language.tag(),
        choices: None,
    }))
}
