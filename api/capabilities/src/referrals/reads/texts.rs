//! Texts of the two sides of a referral: request, reasons, messages, appointments.

use std::collections::{HashMap, HashSet};

use entities::{
    appointment,
    codes::{RejectReason, ReportBack, WithdrawReason},
    disclosure_grant as grant,
    ids::{AppointmentId, MessageId, OrganisationId, ReferralId},
    message, referral,
    sealed::Sealed,
};
use platform::{
    context::RequestContext,
    error::DomainError,
    sealing::{Cell, key_of},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait},
};

use crate::referrals::visible;

/// A referral's texts, as far as they are open to the viewer.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    /// Request to the recipient.
    pub ask: Option<String>,
    /// The reason or outcome in words.
    pub reason: Option<String>,
}

/// A message, decrypted if it may be read.
#[derive(Clone, Debug)]
pub struct MessageRow {
    pub message: message::Model,
    pub text: String,
}

/// An appointment.
#[derive(Clone, Debug)]
pub struct AppointmentRow {
    pub appointment: appointment::Model,
    /// Empty for the sender.
    pub place: Option<String>,
}

#[derive(FromQueryResult)]
struct SealedTexts {
    id: ReferralId,
    sender_id: OrganisationId,
    ask: Option<Sealed>,
    reason: Option<Sealed>,
    reject_reason: Option<RejectReason>,
    reject_reason_shown: Option<RejectReason>,
    withdraw_reason: Option<WithdrawReason>,
}

/// Texts of referrals that the viewer may see.
pub async fn texts(
    request: &RequestContext,
    ids: &[ReferralId],
) -> Result<HashMap<ReferralId, Texts>, DomainError> {
    let viewer = request.viewer()?;
    let rows = visible::referrals(viewer, request.today(), None)
        .filter(referral::Column::Id.is_in(ids.iter().copied()))
        .select_only()
        .columns([
            referral::Column::Id,
            referral::Column::SenderId,
            referral::Column::Ask,
            referral::Column::Reason,
            referral::Column::RejectReason,
            referral::Column::RejectReasonShown,
            referral::Column::WithdrawReason,
        ])
        .into_model::<SealedTexts>()
        .all(request.read())
        .await?;
    let open = from_the_sender(request, ids).await?;
    let mut keys = Vec::new();
    for row in &rows {
        keys.extend(row.ask.as_ref().and_then(key_of));
        keys.extend(row.reason.as_ref().and_then(key_of));
    }
    request.app.sealing.fetch(request.read(), keys).await?;
    let mut found = HashMap::new();
    for row in rows {
        let id = row.id;
        let ask = if open.contains(&id) { open_cell(request, id, "ask", row.ask).await? } else { None };
        let told = if row.sender_id == viewer.organisation {
            // A sender who is shown another reason than the real one is not shown its words either.
            row.reject_reason == row.reject_reason_shown
        } else {
            // Why the sender took it back is the sender's word, and closes with the rest of it.
            row.withdraw_reason.is_none() || open.contains(&id)
        };
        let reason = if told { open_cell(request, id, "reason", row.reason).await? } else { None };
        found.insert(id, Texts { ask, reason });
    }
    Ok(found)
}

async fn open_cell(
    request: &RequestContext,
    id: ReferralId,
    column: &'static str,
    sealed: Option<Sealed>,
) -> Result<Option<String>, DomainError> {
    match sealed {
        Some(sealed) => {
            let cell = Cell::new("referral", column, id.0);
            request.app.sealing.open_if_there(request.read(), cell, &sealed).await
        }
        None => Ok(None),
    }
}

/// The referrals whose sender's words are open to the viewer: one's own, and those whose
/// disclosure is open.
async fn from_the_sender(
    request: &RequestContext,
    ids: &[ReferralId],
) -> Result<HashSet<ReferralId>, DomainError> {
    let viewer = request.viewer()?;
    let rows: Vec<ReferralId> = visible::referrals(viewer, request.today(), None)
        .filter(referral::Column::Id.is_in(ids.iter().copied()))
        .filter(
            Condition::any()
                .add(referral::Column::SenderId.eq(viewer.organisation))
                .add(crate::disclosures::visible::open(request.today())),
        )
        .select_only()
        .column(referral::Column::Id)
        .into_tuple()
        .all(request.read())
        .await?;
    Ok(rows.into_iter().collect())
}

/// Messages of referrals that the viewer may see, oldest first.
pub async fn messages(
    request: &RequestContext,
    ids: &[ReferralId],
) -> Result<HashMap<ReferralId, Vec<MessageRow>>, DomainError> {
    let rows = message::Entity::find()
        .filter(message::Column::ReferralId.is_in(ids.iter().copied()))
        .order_by_asc(message::Column::SentAt)
        .all(request.read())
        .await?;
    let mut found: HashMap<ReferralId, Vec<MessageRow>> = HashMap::new();
    for row in open_messages(request, rows).await? {
        found.entry(row.message.referral_id).or_default().push(row);
    }
    Ok(found)
}

/// Messages by id, of referrals that the viewer may see.
pub async fn messages_by_id(
    request: &RequestContext,
    ids: &[MessageId],
) -> Result<HashMap<MessageId, MessageRow>, DomainError> {
    let rows = message::Entity::find()
        .filter(message::Column::Id.is_in(ids.iter().copied()))
        .all(request.read())
        .await?;
    Ok(open_messages(request, rows).await?.into_iter().map(|row| (row.message.id, row)).collect())
}

/// Opens those that the viewer may read: one's own organisation's, and the other side's while the
/// disclosure is open, or written by the recipient.
async fn open_messages(
    request: &RequestContext,
    rows: Vec<message::Model>,
) -> Result<Vec<MessageRow>, DomainError> {
    let viewer = request.viewer()?;
    let referrals: Vec<ReferralId> = rows.iter().map(|row| row.referral_id).collect();
    let visible: HashMap<ReferralId, OrganisationId> = visible::referrals(viewer, request.today(), None)
        .filter(referral::Column::Id.is_in(referrals.iter().copied()))
        .select_only()
        .columns([referral::Column::Id, referral::Column::SenderId])
        .into_tuple::<(ReferralId, OrganisationId)>()
        .all(request.read())
        .await?
        .into_iter()
        .collect();
    let open = from_the_sender(request, &referrals).await?;
    request.app.sealing.fetch(request.read(), rows.iter().filter_map(|row| key_of(&row.text))).await?;
    let mut opened = Vec::new();
    for message in rows {
        let Some(sender) = visible.get(&message.referral_id) else { continue };
        if message.organisation_id == *sender && !open.contains(&message.referral_id) {
            continue;
        }
        let cell = Cell::new("message", "text", message.id.0);
        // Texts of the holder's members about an erased person no longer exist.
        let text = request.app.sealing.open_if_there(request.read(), cell, &message.text).await?;
        let Some(text) = text else { continue };
        opened.push(MessageRow { message, text });
    }
    Ok(opened)
}

/// Appointments of referrals that the viewer may see, earliest first; for the sender only if the consent reports
/// attendance, and without the place.
pub async fn appointments(
    request: &RequestContext,
    ids: &[ReferralId],
) -> Result<HashMap<ReferralId, Vec<AppointmentRow>>, DomainError> {
    let rows = appointment::Entity::find()
        .filter(appointment::Column::ReferralId.is_in(ids.iter().copied()))
        .order_by_asc(appointment::Column::StartsAt)
        .all(request.read())
        .await?;
    let mut found: HashMap<ReferralId, Vec<AppointmentRow>> = HashMap::new();
    for row in open_appointments(request, rows).await? {
        found.entry(row.appointment.referral_id).or_default().push(row);
    }
    Ok(found)
}

/// Appointments by id, as far as the viewer may see them.
pub async fn appointments_by_id(
    request: &RequestContext,
    ids: &[AppointmentId],
) -> Result<HashMap<AppointmentId, AppointmentRow>, DomainError> {
    let rows = appointment::Entity::find()
        .filter(appointment::Column::Id.is_in(ids.iter().copied()))
        .all(request.read())
        .await?;
    Ok(open_appointments(request, rows).await?.into_iter().map(|row| (row.appointment.id, row)).collect())
}

async fn open_appointments(
    request: &RequestContext,
    rows: Vec<appointment::Model>,
) -> Result<Vec<AppointmentRow>, DomainError> {
    let viewer = request.viewer()?;
    let reported = entities::codes::Set::<ReportBack>::bit(ReportBack::Attendance);
    let visible: HashMap<ReferralId, OrganisationId> = visible::referrals(viewer, request.today(), None)
        .filter(referral::Column::Id.is_in(rows.iter().map(|row| row.referral_id)))
        .filter(
            Condition::any().add(referral::Column::RecipientId.eq(viewer.organisation)).add(
                Condition::all()
                    .add(Expr::col((grant::Entity, grant::Column::ReportBack)).bit_and(reported).ne(0))
                    .add(crate::people::visible::consent_counts(request.today())),
            ),
        )
        .select_only()
        .columns([referral::Column::Id, referral::Column::RecipientId])
        .into_tuple::<(ReferralId, OrganisationId)>()
        .all(request.read())
        .await?
        .into_iter()
        .collect();
    let mut opened = Vec::new();
    for appointment in rows {
        let Some(recipient) = visible.get(&appointment.referral_id) else { continue };
        let place = if *recipient == viewer.organisation {
            let cell = Cell::new("appointment", "place", appointment.id.0);
            Some(request.app.sealing.open(request.read(), cell, &appointment.place).await?)
        } else {
            None
        };
        opened.push(AppointmentRow { appointment, place });
    }
    Ok(opened)
}
