//! Mails, read: each member's own; of a whole organisation by those who look after its mail, who see
//! that there are mails and how they fare, and not what they say.

use entities::{
    ids::{MailId, MemberId},
    mail, mail_choice, member,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Select,
};

use super::{
    super::{
        letters::{self, Worded},
        model::Choice,
    },
    telling::telling,
    ways_in::way_in_letter,
};
use crate::{
    access::{Action, Viewer},
    house::Call,
    paging::{Page, Paged, bad_cursor},
    refusal::Refusal,
};

/// The mails that the viewer may know of.
pub fn visible(viewer: &Viewer) -> Select<mail::Entity> {
    let mut whose = Condition::any().add(mail::Column::MemberId.eq(viewer.member));
    if viewer.may(Action::MailLook) {
        let colleagues = member::Entity::find()
            .filter(member::Column::OrganisationId.eq(viewer.organisation))
            .select_only()
            .column(member::Column::Id)
            .into_query();
        whose = whose.add(mail::Column::MemberId.in_subquery(colleagues));
    }
    mail::Entity::find().filter(whose)
}

/// A page of mails, newest first.
pub async fn mails(call: &Call, page: &Page) -> Result<Paged<mail::Model>, Refusal> {
    let mut found = visible(call.viewer()?);
    let total = if page.total { Some(found.clone().count(call.read()).await?) } else { None };
    if let Some(cursor) = &page.after {
        let last = MailId(cursor.parse().map_err(|_| bad_cursor())?);
        found = found.filter(mail::Column::Id.lt(last));
    }
    let rows = found.order_by_desc(mail::Column::Id).limit(page.first + 1).all(call.read()).await?;
    Ok(Paged::behind(page, rows, total, |row| row.id.0.to_string()))
}

/// One mail.
pub async fn mail(call: &Call, id: MailId) -> Result<mail::Model, Refusal> {
    let found = visible(call.viewer()?).filter(mail::Column::Id.eq(id)).one(call.read()).await?;
    found.ok_or(Refusal::NotFound("mail"))
}

/// What a mail of the viewer's says, as the viewer may see it now; nothing of anybody else's.
pub async fn words_of(call: &Call, mail: &mail::Model) -> Result<Option<Worded>, Refusal> {
    if call.viewer()?.member != mail.member_id {
        return Ok(None);
    }
    if let Some(way_in) = mail.way_in_id {
        // On a demonstration network anybody can be anybody; elsewhere a way in is for the mail alone,
        // or whoever took over one browser would open more.
        let letter =
            if call.house.demonstration { way_in_letter(&call.house, mail, way_in).await? } else { None };
        return Ok(letter.map(|it| Worded { subject: it.subject, text: it.text, html: it.html }));
    }
    let Some(addressed) = telling(&call.house, mail, true).await? else { return Ok(None) };
    let worded = letters::word(&addressed.telling)
        .map_err(|error| Refusal::Internal(format!("a mail cannot be put into words: {error}")))?;
    Ok(Some(worded))
}

/// How the viewer wants to be told by mail.
pub async fn choice(call: &Call) -> Result<Choice, Refusal> {
    let member: MemberId = call.viewer()?.member;
    let row = mail_choice::Entity::find_by_id(member).one(call.read()).await?;
    Ok(row.as_ref().map(Choice::from).unwrap_or_default())
}
