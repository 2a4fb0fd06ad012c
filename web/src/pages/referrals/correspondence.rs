//! Messages, appointments and who came: forms on the referral's own page.

use chrono::{NaiveTime, TimeZone};

use super::referral::page;
use crate::{client::PageErrorKind, prelude::*};

operation!(MessageWrite, "src/pages/referrals/correspondence.graphql");
operation!(AppointmentMake, "src/pages/referrals/correspondence.graphql");
operation!(AppointmentRecordAttendance, "src/pages/referrals/correspondence.graphql");

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/referrals/{referral}/messages", post(write))
        .route("/referrals/{referral}/appointments", post(make))
        .route("/referrals/{referral}/attendance", post(record))
}

async fn write(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let input = message_write::MessageWriteInput {
        idempotency_key: v.once(),
        referral_id: id.clone(),
        text: fields.get("text").to_owned(),
    };
    match v.mutate::<MessageWrite>(message_write::Variables { input }).await? {
        Ok(_) => Ok(back(&v, key::DONE_MESSAGE)),
        Err(problems) => again(&v, &id, &Form::with(fields, problems), &Form::empty()).await,
    }
}

async fn make(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::filled(fields);
    let Some(starts_at) = moment(&v, &mut form) else {
        return again(&v, &id, &Form::empty(), &form).await;
    };
    let place = form.fields.get("place").to_owned();
    let input = appointment_make::AppointmentMakeInput {
        idempotency_key: v.once(),
        referral_id: id.clone(),
        starts_at,
        place,
    };
    match v.mutate::<AppointmentMake>(appointment_make::Variables { input }).await? {
        Ok(_) => Ok(back(&v, key::DONE_APPOINTMENT)),
        Err(problems) => {
            // The API knows one moment where the form has a day and an hour.
            form.problems = problems;
            for problem in &mut form.problems {
                if problem.path.last().is_some_and(|field| field == "startsAt") {
                    problem.path = vec!["day".to_owned()];
                }
            }
            again(&v, &id, &Form::empty(), &form).await
        }
    }
}

/// The moment that a day and an hour mean where the viewer is.
fn moment(v: &PageContext, form: &mut Form) -> Option<DateTime<Utc>> {
    let day = form.fields.date("day");
    let time = NaiveTime::parse_from_str(form.fields.get("time"), "%H:%M").ok();
    if day.is_none() {
        form.problem("DATE", "day");
    }
    if time.is_none() {
        form.problem("TIME", "time");
    }
    let local = v.zone.from_local_datetime(&day?.and_time(time?)).earliest();
    if local.is_none() {
        // The hour that is left out when clocks go forward.
        form.problem("TIME", "time");
    }
    Some(local?.with_timezone(&Utc))
}

async fn record(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let (Some(version), Some(attendance)) =
        (fields.number("version"), Attendance::parse(fields.get("attendance")))
    else {
        return Err(PageError::new(&v, PageErrorKind::BadInput, None));
    };
    let appointment_id = fields.get("appointmentId").to_owned();
    let input = appointment_record_attendance::AppointmentAttendanceInput {
        idempotency_key: v.once(),
        appointment_id,
        version,
        attendance,
    };
    match v.mutate::<AppointmentRecordAttendance>(appointment_record_attendance::Variables { input }).await? {
        Ok(_) => Ok(back(&v, key::DONE_ATTENDANCE)),
        Err(problems) => again(&v, &id, &Form::empty(), &Form::with(fields, problems)).await,
    }
}

fn back(v: &PageContext, done: Key) -> Response {
    v.done_at(&v.place, done)
}

async fn again(v: &PageContext, id: &str, message: &Form, appointment: &Form) -> Result<Response, PageError> {
    page(v, id, StatusCode::UNPROCESSABLE_ENTITY, message, appointment).await
}
