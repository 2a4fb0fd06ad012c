//! Reads of emails: each member sees their own; members who manage emails see the status of all emails of the
//! organisation, not their contents.

use entities::{
    email,
    ids::{EmailId, MemberId},
    member, notification_preferences,
};
use platform::{
    access::Viewer,
    context::RequestContext,
    error::DomainError,
    paging::{Page, Paged, held_by},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Select,
};

use super::{
    super::{
        email_templates::{self, RenderedEmail},
        model::Choice,
    },
    digests::digest_of,
    login_links::login_link_message,
};
use crate::notifications::EMAIL_READ;

/// Emails that the viewer may see.
pub fn visible(viewer: &Viewer) -> Select<email::Entity> {
    let mut whose = Condition::any().add(email::Column::MemberId.eq(viewer.member));
    if viewer.may(EMAIL_READ) {
        let colleagues = member::Entity::find()
            .filter(member::Column::OrganisationId.eq(viewer.organisation))
            .select_only()
            .column(member::Column::Id)
            .into_query();
        whose = whose.add(email::Column::MemberId.in_subquery(colleagues));
    }
    email::Entity::find().filter(whose)
}

/// Page of emails, newest first.
pub async fn emails(request: &RequestContext, page: &Page) -> Result<Paged<email::Model>, DomainError> {
    let mut found = visible(request.viewer()?);
    let total = if page.total { Some(found.clone().count(request.read()).await?) } else { None };
    if let Some(cursor) = &page.after {
        let last = EmailId(held_by(cursor)?);
        found = found.filter(email::Column::Id.lt(last));
    }
    let rows = found.order_by_desc(email::Column::Id).limit(page.first + 1).all(request.read()).await?;
    Ok(Paged::behind(page, rows, total, |row| row.id.0.to_string()))
}

/// Email with this id.
pub async fn email(request: &RequestContext, id: EmailId) -> Result<email::Model, DomainError> {
    let found = visible(request.viewer()?).filter(email::Column::Id.eq(id)).one(request.read()).await?;
    found.ok_or(DomainError::NotFound("email"))
}

/// Contents of an email to the viewer, as the viewer may see them now; `None` for any other email.
pub async fn words_of(
    request: &RequestContext,
    email: &email::Model,
) -> Result<Option<RenderedEmail>, DomainError> {
    if request.viewer()?.member != email.member_id {
        return Ok(None);
    }
    if let Some(login_link) = email.login_link_id {
        // On a demonstration network everybody can sign in as any member. Elsewhere a login link is shown only in the
        // email, so that a stolen session does not lead to more sessions.
        let message = if request.app.demonstration {
            login_link_message(&request.app, email, login_link).await?
        } else {
            None
        };
        return Ok(message.map(|it| RenderedEmail { subject: it.subject, text: it.text, html: it.html }));
    }
    let Some(addressed) = digest_of(&request.app, email, true).await? else { return Ok(None) };
    let worded = email_templates::render(&addressed.telling)
        .map_err(|error| DomainError::Internal(format!("an email cannot be written: {error}")))?;
    Ok(Some(worded))
}

/// Notification preferences of the viewer.
pub async fn choice(request: &RequestContext) -> Result<Choice, DomainError> {
    let member: MemberId = request.viewer()?.member;
    let row = notification_preferences::Entity::find_by_id(member).one(request.read()).await?;
    Ok(row.as_ref().map(Choice::from).unwrap_or_default())
}
