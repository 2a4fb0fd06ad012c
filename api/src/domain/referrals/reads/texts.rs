//! What the two sides of a referral wrote: what is asked, reasons, messages, appointments.

use std::collections::{HashMap, HashSet};

use entities::{
    appointment,
    codes::{RejectReason, ReportBack, WithdrawReason},
    disclosure_grant as grant,
    ids::{AppointmentId, MessageId, OrganisationId, ReferralId},
    message, referral,
    sealed::Sealed,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait},
};

use crate::{
    access::visible,
    house::Call,
    refusal::Refusal,
    sealing::{Cell, key_of},
};

/// A referral's texts, as far as they are open to the viewer.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    /// What is asked.
    pub ask: Option<String>,
    /// The reason or outcome in words.
    pub reason: Option<String>,
}

/// A message, opened where it may be read.
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
pub async fn texts(call: &Call, ids: &[ReferralId]) -> Result<HashMap<ReferralId, Texts>, Refusal> {
    let viewer = call.viewer()?;
    let rows = visible::referrals(viewer, call.today(), None)
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
        .all(call.read())
        .await?;
    let open = from_the_sender(call, ids).await?;
    let mut keys = Vec::new();
    for row in &rows {
        keys.extend(row.ask.as_ref().and_then(key_of));
        keys.extend(row.reason.as_ref().and_then(key_of));
    }
    call.house.sealing.fetch(call.read(), keys).await?;
    let mut found = HashMap::new();
    for row in rows {
        let id = row.id;
        let ask = if open.contains(&id) { open_cell(call, id, "ask", row.ask).await? } else { None };
        let told = if row.sender_id == viewer.organisation {
            // A sender who is shown another reason than the real one is not shown its words either.
            row.reject_reason == row.reject_reason_shown
        } else {
            // Why the sender took it back is the sender's word, and closes with the rest of it.
            row.withdraw_reason.is_none() || open.contains(&id)
        };
        let reason = if told { open_cell(call, id, "reason", row.reason).await? } else { None };
        found.insert(id, Texts { ask, reason });
    }
    Ok(found)
}

async fn open_cell(
    call: &Call,
    id: ReferralId,
    column: &'static str,
    sealed: Option<Sealed>,
) -> Result<Option<String>, Refusal> {
    match sealed {
        Some(sealed) => {
            let cell = Cell::new("referral", column, id.0);
            call.house.sealing.open_if_there(call.read(), cell, &sealed).await
        }
        None => Ok(None),
    }
}

/// The referrals whose sender's words are open to the viewer: one's own, and those whose
/// disclosure is open.
async fn from_the_sender(call: &Call, ids: &[ReferralId]) -> Result<HashSet<ReferralId>, Refusal> {
    let viewer = call.viewer()?;
    let rows: Vec<ReferralId> = visible::referrals(viewer, call.today(), None)
        .filter(referral::Column::Id.is_in(ids.iter().copied()))
        .filter(
            Condition::any()
                .add(referral::Column::SenderId.eq(viewer.organisation))
                .add(visible::disclosure_open(call.today())),
        )
        .select_only()
        .column(referral::Column::Id)
        .into_tuple()
        .all(call.read())
        .await?;
    Ok(rows.into_iter().collect())
}

/// Messages of referrals that the viewer may see, oldest first.
pub async fn messages(
    call: &Call,
    ids: &[ReferralId],
) -> Result<HashMap<ReferralId, Vec<MessageRow>>, Refusal> {
    let rows = message::Entity::find()
        .filter(message::Column::ReferralId.is_in(ids.iter().copied()))
        .order_by_asc(message::Column::SentAt)
        .all(call.read())
        .await?;
    let mut found: HashMap<ReferralId, Vec<MessageRow>> = HashMap::new();
    for row in open_messages(call, rows).await? {
        found.entry(row.message.referral_id).or_default().push(row);
    }
    Ok(found)
}

/// Messages by id, of referrals that the viewer may see.
pub async fn messages_by_id(
    call: &Call,
    ids: &[MessageId],
) -> Result<HashMap<MessageId, MessageRow>, Refusal> {
    let rows = message::Entity::find()
        .filter(message::Column::Id.is_in(ids.iter().copied()))
        .all(call.read())
        .await?;
    Ok(open_messages(call, rows).await?.into_iter().map(|row| (row.message.id, row)).collect())
}

/// Opens those that the viewer may read: one's own organisation's, and the other side's while the
/// disclosure is open, or written by the recipient.
async fn open_messages(call: &Call, rows: Vec<message::Model>) -> Result<Vec<MessageRow>, Refusal> {
    let viewer = call.viewer()?;
    let referrals: Vec<ReferralId> = rows.iter().map(|row| row.referral_id).collect();
    let visible: HashMap<ReferralId, OrganisationId> = visible::referrals(viewer, call.today(), None)
        .filter(referral::Column::Id.is_in(referrals.iter().copied()))
        .select_only()
        .columns([referral::Column::Id, referral::Column::SenderId])
        .into_tuple::<(ReferralId, OrganisationId)>()
        .all(call.read())
        .await?
        .into_iter()
        .collect();
    let open = from_the_sender(call, &referrals).await?;
    call.house.sealing.fetch(call.read(), rows.iter().filter_map(|row| key_of(&row.text))).await?;
    let mut opened = Vec::new();
    for message in rows {
        let Some(sender) = visible.get(&message.referral_id) else { continue };
        if message.organisation_id == *sender && !open.contains(&message.referral_id) {
            continue;
        }
        let cell = Cell::new("message", "text", message.id.0);
        // What the holder's members wrote about somebody who was erased is not there any more.
        let text = call.house.sealing.open_if_there(call.read(), cell, &message.text).await?;
        let Some(text) = text else { continue };
        opened.push(MessageRow { message, text });
    }
    Ok(opened)
}

/// Appointments of referrals that the viewer may see, the soonest first; for the sender only where
/// the consent reports attendance, and without the place.
pub async fn appointments(
    call: &Call,
    ids: &[ReferralId],
) -> Result<HashMap<ReferralId, Vec<AppointmentRow>>, Refusal> {
    let rows = appointment::Entity::find()
        .filter(appointment::Column::ReferralId.is_in(ids.iter().copied()))
        .order_by_asc(appointment::Column::StartsAt)
        .all(call.read())
        .await?;
    let mut found: HashMap<ReferralId, Vec<AppointmentRow>> = HashMap::new();
    for row in open_appointments(call, rows).await? {
        found.entry(row.appointment.referral_id).or_default().push(row);
    }
    Ok(found)
}

/// Appointments by id, as far as the viewer may see them.
pub async fn appointments_by_id(
    call: &Call,
    ids: &[AppointmentId],
) -> Result<HashMap<AppointmentId, AppointmentRow>, Refusal> {
    let rows = appointment::Entity::find()
        .filter(appointment::Column::Id.is_in(ids.iter().copied()))
        .all(call.read())
        .await?;
    Ok(open_appointments(call, rows).await?.into_iter().map(|row| (row.appointment.id, row)).collect())
}

async fn open_appointments(
    call: &Call,
    rows: Vec<appointment::Model>,
) -> Result<Vec<AppointmentRow>, Refusal> {
    let viewer = call.viewer()?;
    let reported = entities::codes::Set::<ReportBack>::bit(ReportBack::Attendance);
    let visible: HashMap<ReferralId, OrganisationId> = visible::referrals(viewer, call.today(), None)
        .filter(referral::Column::Id.is_in(rows.iter().map(|row| row.referral_id)))
        .filter(
            Condition::any().add(referral::Column::RecipientId.eq(viewer.organisation)).add(
                Condition::all()
                    .add(Expr::col((grant::Entity, grant::Column::ReportBack)).bit_and(reported).ne(0))
                    .add(visible::consent_counts(call.today())),
            ),
        )
        .select_only()
        .columns([referral::Column::Id, referral::Column::RecipientId])
        .into_tuple::<(ReferralId, OrganisationId)>()
        .all(call.read())
        .await?
        .into_iter()
        .collect();
    let mut opened = Vec::new();
    for appointment in rows {
        let Some(recipient) = visible.get(&appointment.referral_id) else { continue };
        let place = if *recipient == viewer.organisation {
            let cell = Cell::new("appointment", "place", appointment.id.0);
            Some(call.house.sealing.open(call.read(), cell, &appointment.place).await?)
        } else {
            None
        };
        opened.push(AppointmentRow { appointment, place });
    }
    Ok(opened)
}
