//! Appointments: made by the recipient, and who came.

use chrono::NaiveDate;
use entities::{
    appointment,
    codes::{Attendance, ReportBack},
    described_enum, disclosure_grant as grant,
    ids::{AppointmentId, OrganisationId, ReferralId},
    instant::Instant,
    referral,
};
use platform::{
    context::RequestContext,
    db::{DomainEvent, Tx, update_at_version},
    error::{ActionError, DomainError},
    sealing::Cell,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, JoinType, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{
    super::{model::ReferralField, policy},
    transition::{find, find_locked, key_for},
};
use crate::{
    checks::{Checks, field_codes},
    referrals::{
        APPOINTMENT_MANAGE, Side,
        events::{APPOINTMENT_ATTENDANCE_RECORDED, APPOINTMENT_MADE},
        visible,
    },
};

described_enum! {
    /// Error of making an appointment, or of recording attendance.
    AppointmentErrorCode {
        Required = "REQUIRED": "The place is empty.",
        TooLong = "TOO_LONG": "The text is too long.",
        NotAccepted = "NOT_ACCEPTED": "The referral is not accepted, or the viewer is not its recipient.",
        NotATime = "NOT_A_TIME": "The time is not from one year ago to two years ahead.",
        NotYet = "NOT_YET": "The day of the appointment is in the future. Only EXCUSED can be recorded before it.",
    }
}
field_codes!(AppointmentErrorCode);

const YEAR: i64 = 366 * 24 * 60 * 60;

/// Makes an appointment with the person.
pub async fn appointment_make(
    request: &RequestContext,
    referral: ReferralId,
    starts_at: Instant,
    place: &str,
) -> Result<AppointmentId, ActionError<AppointmentErrorCode>> {
    let viewer = request.viewer_who_may(APPOINTMENT_MANAGE)?;
    let mut checks = Checks::default();
    let place = checks.required("place", place, 1_000);
    if starts_at < request.now.plus_seconds(-YEAR) || starts_at > request.now.plus_seconds(2 * YEAR) {
        checks.wrong(
            "startsAt",
            AppointmentErrorCode::NotATime,
            "enter a time from one year ago to two years ahead",
        );
    }
    let tx = request.begin().await?;
    let row = find_locked(request, &tx, referral).await?;
    if !policy::may_manage_appointments(viewer, row.state, policy::side(viewer, &row)) {
        let message = "accept the referral before you make an appointment";
        return Err(ActionError::one("referralId", AppointmentErrorCode::NotAccepted, message));
    }
    checks.done()?;
    let id = AppointmentId(tx.env().random_id());
    let key = key_for(request, &tx, &row, Side::Received).await?;
    appointment::Entity::insert(appointment::ActiveModel {
        id: Set(id),
        referral_id: Set(referral),
        starts_at: Set(starts_at),
        place: Set(key.seal(Cell::new("appointment", "place", id.0), &place)),
        attendance: Set(None),
        made_by: Set(viewer.member),
        version: Set(1),
        created_at: Set(tx.now()),
    })
    .exec_without_returning(tx.on())
    .await?;
    tx.record(DomainEvent::new(APPOINTMENT_MADE, consumers(&tx, &row, request.today()).await?).about(id.0));
    Ok(tx.commit(id).await?)
}

/// Records whether the person came; may be corrected.
pub async fn appointment_record_attendance(
    request: &RequestContext,
    id: AppointmentId,
    version: i32,
    attendance: Attendance,
) -> Result<AppointmentId, ActionError<AppointmentErrorCode>> {
    let viewer = request.viewer_who_may(APPOINTMENT_MANAGE)?;
    let tx = request.begin().await?;
    let not_found = DomainError::NotFound("appointment");
    let Some(row) = appointment::Entity::find_by_id(id).one(tx.on()).await? else {
        return Err(not_found.into());
    };
    let referral = match find(request, &tx, row.referral_id).await {
        Err(DomainError::NotFound(_)) => return Err(not_found.into()),
        other => other?,
    };
    if policy::side(viewer, &referral) != Side::Received {
        return Err(DomainError::Forbidden("only the recipient may record attendance".to_owned()).into());
    }
    if attendance != Attendance::Excused && viewer.today(row.starts_at) > request.today() {
        let message =
            "record attendance on the day of the appointment or later; only EXCUSED is possible before";
        return Err(ActionError::one("attendance", AppointmentErrorCode::NotYet, message));
    }
    let change = appointment::Entity::update_many()
        .set(appointment::ActiveModel { attendance: Set(Some(attendance)), ..Default::default() })
        .filter(appointment::Column::Id.eq(id));
    update_at_version(&tx, change, appointment::Column::Version, version).await?;
    let consumers = consumers(&tx, &referral, request.today()).await?;
    let happened = DomainEvent::new(APPOINTMENT_ATTENDANCE_RECORDED, consumers).about(id.0);
    tx.record(happened.fields((row.attendance != Some(attendance)).then_some(ReferralField::Attendance)));
    Ok(tx.commit(id).await?)
}

/// The recipient, and the sender where the person agreed that attendance is reported.
async fn consumers(
    tx: &Tx,
    referral: &referral::Model,
    today: NaiveDate,
) -> Result<Vec<(OrganisationId, Uuid)>, DomainError> {
    let reported = grant::Entity::find()
        .join(JoinType::InnerJoin, visible::joins::consent())
        .filter(grant::Column::Id.is_in(referral.grant_id))
        .filter(crate::people::visible::consent_counts(today))
        .one(tx.on())
        .await?
        .is_some_and(|row| row.report_back.contains(ReportBack::Attendance));
    let mut consumers = vec![(referral.recipient_id, referral.id.0)];
    if reported {
        consumers.push((referral.sender_id, referral.id.0));
    }
    Ok(consumers)
}
