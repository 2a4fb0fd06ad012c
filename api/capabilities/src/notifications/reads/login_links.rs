//! Email with a login link, while the link is valid.

use entities::{account, codes::LoginLinkKind, email, ids::LoginLinkId, login_link, member, organisation};
use platform::{
    access::viewer::joins, context::AppState, error::DomainError, graphql::public, mailer::OutgoingEmail,
};
use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QuerySelect};

use super::super::email_templates::{Language, login_link as message};

/// Address of a login link.
pub fn url_of_login_link(app: &AppState, id: LoginLinkId) -> String {
    let fields = [("id", public(id).0), ("key", app.sealing.link_of(id))];
    let query: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    format!("{}/sign-in/link?{query}", app.mailer.public_url)
}

/// The email; `None` if the link was used or has expired, or the recipient has left.
pub async fn login_link_message(
    app: &AppState,
    queued: &email::Model,
    id: LoginLinkId,
) -> Result<Option<OutgoingEmail>, DomainError> {
    let (on, now) = (app.db.read(), app.env.clock.now());
    let open = login_link::Entity::find_by_id(id)
        .filter(login_link::Column::UsedAt.is_null())
        .filter(login_link::Column::ExpiresAt.gt(now))
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
    let asked = open.kind == LoginLinkKind::SignIn;
    let login_link = message::LoginLink {
        language: Language::of(&language),
        invited_by: (!asked).then_some(name),
        link: url_of_login_link(app, id),
        code: asked.then(|| message::in_groups(&app.sealing.code_of(id))),
    };
    let worded = message::render(&login_link)
        .map_err(|error| DomainError::Internal(format!("an email cannot be written: {error}")))?;
    Ok(Some(OutgoingEmail {
        id: queued.id.0,
        at: now,
        to: email,
        subject: worded.subject,
        text: worded.text,
        html: worded.html,
        language: login_link.language.tag(),
        choices: None,
    }))
}
