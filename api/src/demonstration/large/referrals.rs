//! Referrals of the large network: groups, disclosures, grants, letters, and what happened.

use std::sync::Arc;

use chrono::NaiveDate;
use chrono_tz::Tz;
use entities::{
    codes::{
        Attendance, Code, EventKind, GroupMode, KeyPurpose, LegalBasis, NeedDomain, Origin, Outcome,
        OutcomeResult, PreAcceptanceFact, Priority, ReferralState as State, RejectReason, ReportBack, Scope,
        Set, WithdrawReason,
    },
    ids::KeyId,
    instant::Instant,
};
use fastrand::Rng;
use uuid::Uuid;

use super::{
    bulk::{Cell, Rows, To},
    chance::{before, ordered, random},
    frame::{Frame, add_key},
    people::{PersonSample, pseudonym},
};
use crate::{
    demonstration::{founding::days_from, words},
    domain::referrals::model::{NEVER, morning, reference},
    error::DomainError,
    sealing::{self, DataKey, Sealing},
};

/// Numbers that are given once each in the whole network.
#[derive(Default)]
pub struct Counters {
    referrals: u64,
    events: i64,
}

impl Counters {
    /// A reference that no other referral has, and that does not look like its neighbour's.
    fn reference(&mut self) -> String {
        self.referrals += 1;
        let scattered = self.referrals.wrapping_mul(0x6A_09E6_67F3_BCC9) & 0xFF_FFFF_FFFF;
        reference(std::array::from_fn(|n| ((scattered >> (5 * n)) & 31) as u8))
    }
}

/// Where rows go, and what they are sealed with.
pub struct SealingKeys<'a> {
    pub rng: &'a mut Rng,
    pub rows: &'a mut Rows,
    pub sealing: &'a Sealing,
    pub counters: &'a mut Counters,
    pub now: Instant,
    pub today: NaiveDate,
}

/// How a person is known to a recipient.
struct Known {
    recipient: usize,
    id: Uuid,
    key: Arc<DataKey>,
}

/// A referral while it is drawn.
struct Drawn {
    id: Uuid,
    person: Uuid,
    group: Uuid,
    sender: usize,
    recipient: usize,
    agreement: Uuid,
    state: State,
    created_at: Instant,
    sent_at: Option<Instant>,
    /// When the last step was taken.
    since: Instant,
}

impl Drawn {
    fn was_accepted(&self) -> bool {
        matches!(self.state, State::Accepted | State::InProgress | State::Completed)
    }

    fn is_closed(&self) -> bool {
        matches!(self.state, State::Completed | State::Rejected | State::Withdrawn)
    }
}

/// Draws so many referrals of a person, in groups of one or two.
pub fn referrals(
    ink: &mut SealingKeys<'_>,
    frame: &mut Frame,
    sender: usize,
    who: &PersonSample,
    count: u32,
) -> Result<(), DomainError> {
    let mut known: Vec<Known> = Vec::new();
    let mut group = None;
    for _ in 0..count {
        let Some((recipient, agreement)) = frame.partner(ink.rng, sender) else { continue };
        let of_group = match group.take() {
            Some(group) => group,
            None => {
                let id = ordered(ink.rng, who.created_at);
                ink.rows.add(
                    To::Group,
                    &[
                        Cell::Id(id),
                        Cell::Id(frame.places[sender].id),
                        Cell::Id(who.id),
                        Cell::Text(GroupMode::All.code()),
                        Cell::Null,
                        Cell::Null,
                        Cell::at(who.created_at),
                    ],
                );
                group = (ink.rng.u8(0..100) < 30).then_some(id);
                id
            }
        };
        let drawn = drawn(ink, who, (of_group, sender, recipient, agreement));
        write(ink, frame, who, &drawn);
        if drawn.state != State::Draft {
            let at = match known.iter().position(|each| each.recipient == recipient) {
                Some(at) => at,
                None => {
                    known.push(disclose(ink, frame, who, recipient, drawn.created_at)?);
                    known.len() - 1
                }
            };
            grant(ink, frame, who, &drawn, &known[at]);
            letters(ink, frame, &drawn, &known[at]);
        }
        events(ink, frame, &drawn);
    }
    for each in &known {
        let recipient = frame.places[each.recipient].id;
        ink.rows.add(To::ConsentRecipient, &[Cell::Id(who.consent), Cell::Id(recipient)]);
    }
    Ok(())
}

/// Of a thousand, eighty wait for their recipient.
fn drawn(
    ink: &mut SealingKeys<'_>,
    who: &PersonSample,
    (group, sender, recipient, agreement): (Uuid, usize, usize, Uuid),
) -> Drawn {
    let state = match ink.rng.u16(0..1_000) {
        0..30 => State::Sent,
        30..50 => State::Acknowledged,
        50..65 => State::Accepted,
        65..80 => State::InProgress,
        80..90 => State::InformationRequested,
        90..100 => State::Draft,
        100..600 => State::Completed,
        600..780 => State::Rejected,
        _ => State::Withdrawn,
    };
    let ago = match state {
        State::Accepted | State::InProgress => ink.rng.i64(5..60),
        State::Completed | State::Rejected | State::Withdrawn => ink.rng.i64(20..700),
        _ => ink.rng.i64(0..12),
    };
    let created_at = before(ink.rng, ink.now, ago).max(who.created_at.plus_seconds(3_600));
    let sent_at = (state != State::Draft).then(|| created_at.plus_seconds(120));
    let since = match (state, sent_at) {
        (State::Draft, _) => created_at,
        (State::Sent, Some(sent)) => sent,
        _ => created_at.plus_seconds(86_400 * ink.rng.i64(1..15)).min(ink.now),
    };
    let id = random(ink.rng);
    Drawn { id, person: who.id, group, sender, recipient, agreement, state, created_at, sent_at, since }
}

fn write(ink: &mut SealingKeys<'_>, frame: &Frame, who: &PersonSample, drawn: &Drawn) {
    let (sender, recipient) = (&frame.places[drawn.sender], &frame.places[drawn.recipient]);
    let (service, domain) = recipient.services[ink.rng.usize(0..recipient.services.len())];
    let domains: Set<NeedDomain> = [domain].into_iter().collect();
    let ask = who.key.seal(sealing::Cell::new("referral", "ask", drawn.id), words::wanted(domain).asks[0].0);
    let open = !drawn.is_closed() && drawn.state != State::Draft;
    let due = if open { days_from(ink.today, ink.rng.i64(-3..11)) } else { NEVER };
    let sent_on = drawn.sent_at.map(|at| at.utc().date_naive());
    let priority = [Priority::Routine, Priority::Urgent, Priority::ReleaseDay][ink.rng.usize(0..12) / 5];
    let code = |yes: bool, code: &'static str| if yes { Cell::Text(code) } else { Cell::Null };
    let (completed, rejected) = (drawn.state == State::Completed, drawn.state == State::Rejected);
    let closed_at = drawn.is_closed().then_some(drawn.since);
    let version = match drawn.state {
        State::Draft => 1,
        State::Sent => 2,
        _ => 3,
    };
    ink.rows.add(
        To::Referral,
        &[
            Cell::Id(drawn.id),
            Cell::Text(&ink.counters.reference()),
            Cell::Id(drawn.group),
            Cell::Id(who.id),
            Cell::Id(sender.id),
            Cell::Id(recipient.id),
            Cell::Id(service),
            Cell::Text(drawn.state.code()),
            Cell::at(drawn.since),
            Cell::Text(priority.code()),
            Cell::Number(domains.bits().into()),
            Cell::Id(who.municipality),
            Cell::Day(who.release),
            Cell::Yes(true),
            Cell::Number(Set::<Scope>::all().bits().into()),
            Cell::Number(Set::<PreAcceptanceFact>::bit(PreAcceptanceFact::ReleaseDay).into()),
            Cell::Bytes(&ask.0),
            Cell::day_or_null(sent_on.map(|day| days_from(day, 1))),
            Cell::day_or_null(sent_on.map(|day| days_from(day, 14))),
            Cell::Day(due),
            // What is late already has rung; everything else rings on its day.
            Cell::at_or_null(open.then(|| morning(due.max(days_from(ink.today, 1)), Tz::UTC))),
            Cell::Number(0),
            code(rejected, RejectReason::NoCapacity.code()),
            code(rejected, RejectReason::NoCapacity.code()),
            code(drawn.state == State::Withdrawn, WithdrawReason::NeedsMetElsewhere.code()),
            code(completed, Outcome::Achieved.code()),
            code(completed, OutcomeResult::GotHelp.code()),
            Cell::Id(sender.worker(who.id)),
            if drawn.was_accepted() && ink.rng.u8(0..10) == 0 {
                Cell::Id(recipient.worker(drawn.id))
            } else {
                Cell::Null
            },
            Cell::at_or_null(drawn.sent_at),
            Cell::at_or_null(closed_at),
            Cell::Number(version),
            Cell::at(drawn.created_at),
        ],
    );
    let need = who.needs.iter().find(|need| need.1 == domain).unwrap_or(&who.needs[0]);
    ink.rows.add(To::ReferralNeed, &[Cell::Id(drawn.id), Cell::Id(need.0)]);
}

fn disclose(
    ink: &mut SealingKeys<'_>,
    frame: &mut Frame,
    who: &PersonSample,
    recipient: usize,
    at: Instant,
) -> Result<Known, DomainError> {
    let id = random(ink.rng);
    let (key, mut row) = ink.sealing.make_row(KeyId(ordered(ink.rng, at)), KeyPurpose::Disclosure, id, at);
    let key_id = add_key(ink.rows, &mut row)?;
    let place = &mut frame.places[recipient];
    place.known += 1;
    ink.rows.add(
        To::Disclosure,
        &[
            Cell::Id(id),
            Cell::Id(who.id),
            Cell::Id(place.id),
            Cell::Id(key_id),
            Cell::Text(&pseudonym(place.known)),
            Cell::at(at),
        ],
    );
    Ok(Known { recipient, id, key })
}

fn grant(ink: &mut SealingKeys<'_>, frame: &Frame, who: &PersonSample, drawn: &Drawn, known: &Known) {
    let recipient = &frame.places[drawn.recipient];
    let at = drawn.sent_at.unwrap_or(drawn.created_at);
    let legal_basis = if recipient.by_law { LegalBasis::LegalObligation } else { LegalBasis::Consent };
    let closes_on = drawn.is_closed().then(|| days_from(drawn.since.utc().date_naive(), 30));
    let withdrawn = drawn.state == State::Withdrawn;
    ink.rows.add(
        To::Grant,
        &[
            Cell::Id(ordered(ink.rng, at)),
            Cell::Id(drawn.id),
            Cell::Id(known.id),
            Cell::Id(frame.places[drawn.sender].id),
            Cell::Id(recipient.id),
            Cell::Id(drawn.agreement),
            Cell::Text(legal_basis.code()),
            Cell::Text(recipient.law),
            if recipient.by_law { Cell::Null } else { Cell::Id(who.consent) },
            if recipient.by_law { Cell::Null } else { Cell::Id(who.consent) },
            Cell::Number(Set::<Scope>::all().bits().into()),
            Cell::Number(Set::<PreAcceptanceFact>::bit(PreAcceptanceFact::ReleaseDay).into()),
            Cell::Number(Set::<ReportBack>::all().bits().into()),
            if drawn.was_accepted() { Cell::at(drawn.since) } else { Cell::Null },
            Cell::day_or_null(closes_on),
            Cell::at_or_null(who.consent_withdrawn_at.filter(|_| withdrawn && !recipient.by_law)),
            Cell::at(at),
        ],
    );
}

/// Some write to each other, and some meet.
fn letters(ink: &mut SealingKeys<'_>, frame: &Frame, drawn: &Drawn, known: &Known) {
    let recipient = &frame.places[drawn.recipient];
    if ink.rng.u8(0..4) == 0 {
        let id = random(ink.rng);
        let text = known.key.seal(sealing::Cell::new("message", "text", id), words::LETTERS[0].0.0);
        ink.rows.add(
            To::Message,
            &[
                Cell::Id(id),
                Cell::Id(drawn.id),
                Cell::Id(recipient.id),
                Cell::Id(recipient.worker(drawn.id)),
                Cell::Bytes(&text.0),
                Cell::at(drawn.since),
            ],
        );
    }
    if drawn.was_accepted() && ink.rng.u8(0..5) == 0 {
        let id = random(ink.rng);
        let place = known.key.seal(sealing::Cell::new("appointment", "place", id), words::PLACES[0].0);
        let came = if drawn.is_closed() { Cell::Text(Attendance::Attended.code()) } else { Cell::Null };
        ink.rows.add(
            To::Appointment,
            &[
                Cell::Id(id),
                Cell::Id(drawn.id),
                Cell::at(drawn.since.plus_seconds(86_400)),
                Cell::Bytes(&place.0),
                came,
                Cell::Id(recipient.worker(drawn.id)),
                Cell::Number(1),
                Cell::at(drawn.since),
            ],
        );
    }
}

/// Three events a referral.
fn events(ink: &mut SealingKeys<'_>, frame: &Frame, drawn: &Drawn) {
    let (sender, recipient) = (&frame.places[drawn.sender], &frame.places[drawn.recipient]);
    let last = match drawn.state {
        State::Draft | State::Sent => EventKind::MessageWritten,
        State::Acknowledged => EventKind::ReferralAcknowledged,
        State::InformationRequested => EventKind::ReferralInformationRequested,
        State::Accepted => EventKind::ReferralAccepted,
        State::InProgress => EventKind::ReferralStarted,
        State::Completed => EventKind::ReferralCompleted,
        State::Rejected => EventKind::ReferralRejected,
        State::Withdrawn => EventKind::ReferralWithdrawn,
        State::Waitlisted | State::OnHold | State::Failed | State::Expired | State::EnteredInError => {
            unreachable!("none of these is drawn")
        }
    };
    let sent = drawn.sent_at.unwrap_or(drawn.created_at.plus_seconds(120));
    let by_sender = matches!(drawn.state, State::Draft | State::Sent | State::Withdrawn);
    let steps = [
        (EventKind::ReferralDrafted, drawn.created_at, true),
        (EventKind::ReferralSent, sent, true),
        (last, drawn.since.max(sent.plus_seconds(1)), by_sender),
    ];
    for (kind, at, ours) in steps {
        let (by, worker) = if ours {
            (sender, sender.worker(drawn.person))
        } else {
            (recipient, recipient.worker(drawn.id))
        };
        let id = ordered(ink.rng, at);
        ink.counters.events += 1;
        ink.rows.add(
            To::Event,
            &[
                Cell::Id(id),
                Cell::Number(ink.counters.events),
                Cell::Text(kind.code()),
                Cell::at(at),
                Cell::Id(worker),
                Cell::Id(by.id),
                Cell::Text(Origin::Pages.code()),
                Cell::Null,
                Cell::Text(""),
            ],
        );
        ink.rows.add(To::Subject, &[Cell::Id(sender.id), Cell::Id(drawn.id), Cell::Id(id)]);
        if kind != EventKind::ReferralDrafted && drawn.state != State::Draft {
            ink.rows.add(To::Subject, &[Cell::Id(recipient.id), Cell::Id(drawn.id), Cell::Id(id)]);
        }
    }
}
