//! The styleguide: what there is to build a page of. Its people and places are invented.

use chrono::Days;

use crate::{
    components::{
        Brief, Deadline, EventLine, Note, Offer, Pager, Reason, Row, Stands, Step, Tone, choices, state_tag,
    },
    pages::export::{ExportForm, export_form},
    prelude::*,
};

#[derive(Template)]
#[template(path = "pages/styleguide/guide.html")]
struct GuidePage<'a> {
    v: &'a PageContext,
    tones: [(Tone, &'static str); 5],
    deadlines: Vec<Deadline>,
    rows: Vec<Row>,
    happened: Vec<EventLine>,
    offers: Vec<Offer>,
    untouched: Form,
    wrong: Form,
    pager: Pager<'a>,
    take: ExportForm<'a>,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/styleguide", get(show))
}

/// The day on which all of it is shown, so that its pictures stay the same: a Monday.
const TODAY: &str = "2026-11-23";
const NOW: &str = "2026-11-23T07:12:00Z";

async fn show(PublicPageContext(mut v): PublicPageContext) -> Response {
    v.today = TODAY.parse().unwrap_or_default();
    let mut reasons = choices(&v, RejectReason::ALL);
    reasons[3].disabled = true;
    reasons[1].hint = Some(v.t(key::GUIDE_HINT));
    v.show(&GuidePage {
        v: &v,
        tones: [
            (Tone::Calm, "file-text"),
            (Tone::Go, "send"),
            (Tone::Good, "check"),
            (Tone::Soon, "clock"),
            (Tone::Late, "triangle-alert"),
        ],
        deadlines: deadlines(&v),
        rows: rows(&v),
        happened: happened(&v),
        offers: offers(&v),
        untouched: untouched(&v, reasons.clone()),
        wrong: wrong(reasons),
        pager: Pager { v: &v, first: Some("/styleguide".to_owned()), next: Some("/styleguide".to_owned()) },
        take: export_form(&v, "/people", &Fields::default(), &[]).noted(Some(v.t(key::EXPORT_PEOPLE_LOOKS))),
    })
}

fn now() -> DateTime<Utc> {
    NOW.parse().unwrap_or_default()
}

fn ahead(v: &PageContext, days: i64) -> NaiveDate {
    let distance = Days::new(days.unsigned_abs());
    let day = if days < 0 { v.today.checked_sub_days(distance) } else { v.today.checked_add_days(distance) };
    day.unwrap_or(v.today)
}

fn deadlines(v: &PageContext) -> Vec<Deadline> {
    let one = |deadline, left, mine| Deadline { deadline, due: ahead(v, left), left, mine };
    vec![
        one(ReferralDeadline::Answer, -2, true),
        one(ReferralDeadline::Place, 0, true),
        one(ReferralDeadline::Information, 1, true),
        one(ReferralDeadline::NextStep, 1, false),
        one(ReferralDeadline::Answer, 6, true),
    ]
}

fn rows(v: &PageContext) -> Vec<Row> {
    let place = v.t(key::GUIDE_PLACE);
    let one = |state, side, left, mine, last| {
        let brief = Brief {
            id: "example",
            state,
            side,
            pseudonym: "Heron-27",
            service: &v.word(NeedDomain::Accommodation),
            domain: NeedDomain::Accommodation,
            sender: &place,
            recipient: &place,
            start: Some(ahead(v, 3)),
            start_month: None,
            deadline: Deadline::of(Some(ReferralDeadline::Answer), Some(ahead(v, left)), Some(left), mine),
            last: Some((last, Some(&place), now())),
        };
        brief.row(v)
    };
    vec![
        one(ReferralState::Sent, Side::Received, -1, true, EventKind::ReferralSent),
        one(ReferralState::Acknowledged, Side::Received, 1, true, EventKind::ReferralAcknowledged),
        one(ReferralState::InProgress, Side::Sent, 5, false, EventKind::ReferralStarted),
    ]
}

fn happened(v: &PageContext) -> Vec<EventLine> {
    let one = |icon, new, kind: EventKind, said: Option<String>, mine| EventLine {
        icon,
        new,
        words: v.h2(key::HAPPENED, "who", v.t(key::GUIDE_PLACE), "what", v.word(kind)),
        at: v.at(now()),
        said,
        mine,
    };
    vec![
        one("message-square", true, EventKind::MessageWritten, Some(v.t(key::GUIDE_SAID)), false),
        one("message-square", true, EventKind::MessageWritten, Some(v.t(key::GUIDE_SAID_BY_US)), true),
        one("send", false, EventKind::ReferralSent, None, false),
    ]
}

/// One that can be picked, one that is picked, one that needs something first, and one that does not fit.
fn offers(v: &PageContext) -> Vec<Offer> {
    let one = |n: usize, open, picked, answer: MatchAnswer, note| Offer {
        id: format!("example-{n}"),
        name: v.word(NeedDomain::Accommodation),
        organisation: v.t(key::GUIDE_PLACE),
        places: if n == 1 { v.t(key::PLACES_NONE) } else { v.t1(key::PLACES_FREE, "n", n) },
        full: n == 1,
        reasons: vec![
            Reason::new(v, MatchAnswer::Yes, v.t(key::MATCH_AGREEMENT_YES)),
            Reason::new(v, answer, v.t(answer.match_consent())),
        ],
        open,
        off: answer == MatchAnswer::No,
        picked,
        note,
    };
    let ask = Note {
        words: v.t(key::GUIDE_HINT),
        link: Some(("/styleguide".to_owned(), v.t(key::PERSON_ASK_CONSENT))),
    };
    vec![
        one(1, true, false, MatchAnswer::Yes, None),
        one(2, true, true, MatchAnswer::Yes, None),
        one(3, false, false, MatchAnswer::Unknown, Some(ask)),
        one(4, false, false, MatchAnswer::No, None),
    ]
}

fn untouched(v: &PageContext, reasons: Vec<Choice>) -> Form {
    let places = [("Marijampolė", "Suvalkija"), ("Kalvarija", "Suvalkija"), ("Kaunas", "Aukštaitija")]
        .map(|(place, within)| Choice::new(place, place).within(within));
    Form::own(vec![
        Field::text("line", key::STEP_QUESTION).hint(key::STEP_QUESTION_HINT),
        Field::long_text("words", key::STEP_REASON_TEXT).optional(),
        Field::date("date", key::APPOINTMENT_DAY),
        Field::time("hour", key::APPOINTMENT_TIME),
        Field::number("number", key::REFERRAL_PRIORITY),
        Field::select("chosen", key::STEP_REASON, reasons.clone()).or_empty(key::STEP_CHOOSE),
        Field::select("home", key::PERSON_MUNICIPALITY, places.into()).or_empty(key::PERSON_NOT_KNOWN),
        Field::radios("answer", key::STEP_REASON, reasons),
        Field::checks("shared", key::GUIDE_SCOPES, choices(v, Scope::ALL)),
        Field::tick("met", key::NEED_IS_MET),
    ])
    .filled(Fields::of([("answer", "NO_CAPACITY"), ("shared", "NEEDS")]))
}

fn wrong(reasons: Vec<Choice>) -> Form {
    let mut form = Form::own(vec![
        Field::text("short", key::STEP_QUESTION).hint(key::STEP_QUESTION_HINT),
        Field::long_text("long", key::STEP_REASON_TEXT).limit(200),
        Field::date("day", key::APPOINTMENT_DAY),
        Field::radios("reason", key::STEP_REASON, reasons),
    ])
    .filled(Fields::of([("short", "?"), ("day", "2026-02-30")]));
    form.problem("INVALID", "short");
    form.problem("TOO_LONG", "long");
    form.problem("DATE", "day");
    form.problem("REQUIRED", "reason");
    form
}

impl GuidePage<'_> {
    fn day(&self, days: i64) -> NaiveDate {
        ahead(self.v, days)
    }

    fn way(&self) -> Html {
        let words: Vec<_> = [
            ReferralState::Sent,
            ReferralState::Accepted,
            ReferralState::InProgress,
            ReferralState::Completed,
        ]
        .iter()
        .map(|state| self.v.word(state))
        .collect();
        components::steps_until(self.v.t(key::REFERRAL_WAY), &words, 1)
    }

    fn ended(&self) -> Html {
        let step = |state, stands| Step { words: self.v.word(state), stands };
        let steps = [step(ReferralState::Sent, Stands::Done), step(ReferralState::Rejected, Stands::Ended)];
        components::steps(self.v.t(key::REFERRAL_WAY), &steps)
    }

    fn state(&self, state: &ReferralState) -> Html {
        state_tag(self.v, state, Side::Sent)
    }

    fn now(&self) -> DateTime<Utc> {
        now()
    }

    fn words(&self) -> Html {
        components::plain(&self.v.t(key::GUIDE_HINT))
    }
}
