//! Messages, appointments and who came: forms on the referral's own page.

use chrono::{NaiveTime, TimeZone};

use super::referral::page;
use crate::prelude::*;

operation!(MessageWrite, "src/pages/referrals/correspondence.graphql");
operation!(AppointmentMake, "src/pages/referrals/correspondence.graphql");
operation!(AppointmentRecordAttendance, "src/pages/referrals/correspondence.graphql");

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/referrals/{referral}/messages", post(write))
        .route("/referrals/{referral}/appointments", post(make))
        .route("/referrals/{referral}/attendance", post(record))
}

pub fn message() -> Form {
    let text = Field::long_text("text", key::MESSAGE_TEXT).hint(key::MESSAGE_HINT);
    Form::of("MessageWriteInput", vec![text.rows(2).limit(10_000)])
}

pub fn appointment(v: &PageContext) -> Form {
    Form::of(
        "AppointmentMakeInput",
        vec![
            Field::date("day", key::APPOINTMENT_DAY).required().least(v.today).own(),
            Field::time("time", key::APPOINTMENT_TIME).required().own(),
            Field::text("place", key::APPOINTMENT_PLACE)
                .hint(key::APPOINTMENT_PLACE_HINT)
                .required()
                .limit(1000),
        ],
    )
}

async fn write(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let mut form = message().filled(fields);
    match v.submit::<MessageWrite>(&mut form, json!({ "referralId": id })).await? {
        Some(_) => Ok(back(&v, key::DONE_MESSAGE)),
        None => again(&v, &id, &form, &appointment(&v)).await,
    }
}

async fn make(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let mut form = appointment(&v).filled(fields);
    let starts_at = moment(&v, &mut form);
    let more = json!({ "referralId": id, "startsAt": starts_at });
    if v.submit::<AppointmentMake>(&mut form, more).await?.is_some() {
        return Ok(back(&v, key::DONE_APPOINTMENT));
    }
    // The API knows one moment where the form has a day and an hour.
    for problem in &mut form.problems {
        if problem.path.last().is_some_and(|field| field == "startsAt") {
            problem.path = vec!["day".to_owned()];
        }
    }
    again(&v, &id, &message(), &form).await
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
        Err(problems) => again(&v, &id, &message(), &appointment(&v).filled(fields).with(problems)).await,
    }
}

fn back(v: &PageContext, done: Key) -> Response {
    v.done_at(&v.place, done)
}

async fn again(v: &PageContext, id: &str, message: &Form, appointment: &Form) -> Result<Response, PageError> {
    page(v, id, StatusCode::UNPROCESSABLE_ENTITY, message, appointment).await
}
