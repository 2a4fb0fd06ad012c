//! Referrals of the large network: groups, disclosures, grants, letters, and what happened.

use std::sync::Arc;

use capabilities::referrals::{
    events::{
        MESSAGE_WRITTEN, REFERRAL_ACCEPTED, REFERRAL_ACKNOWLEDGED, REFERRAL_COMPLETED, REFERRAL_DRAFTED,
        REFERRAL_INFORMATION_REQUESTED, REFERRAL_REJECTED, REFERRAL_SENT, REFERRAL_STARTED,
        REFERRAL_WITHDRAWN,
    },
    model::{NEVER, morning, reference},
};
use chrono::NaiveDate;
use chrono_tz::Tz;
use entities::{
    appointment,
    codes::{
        Attendance, GroupMode, KeyPurpose, LegalBasis, Origin, Outcome, OutcomeResult, PreAcceptanceFact,
        Priority, ReferralState as State, RejectReason, Set, WithdrawReason,
    },
    consent_recipient, data_key, disclosure, disclosure_grant, event, event_subject,
    ids::{
        AgreementId, AppointmentId, DisclosureId, EventId, GrantId, GroupId, KeyId, MessageId,
        OrganisationId, PersonId, ReferralId,
    },
    instant::Instant,
    message, referral, referral_group, referral_need,
};
use fastrand::Rng;
use platform::{
    error::DomainError,
    sealing::{Cell, DataKey, Sealing},
};
use sea_orm::TryIntoModel;

use super::{
    bulk::Rows,
    chance::{before, ordered, random},
    frame::Frame,
    people::{PersonSample, pseudonym},
};
use crate::{founding::days_from, words};

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
    id: DisclosureId,
    key: Arc<DataKey>,
}

/// A referral while it is drawn.
struct Drawn {
    id: ReferralId,
    person: PersonId,
    group: GroupId,
    sender: usize,
    recipient: usize,
    agreement: AgreementId,
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
                let id = GroupId(ordered(ink.rng, who.created_at));
                ink.rows.add(&referral_group::Model {
                    id,
                    sender_id: frame.places[sender].id,
                    person_id: who.id,
                    mode: GroupMode::All,
                    settled_by: None,
                    parent_id: None,
                    created_at: who.created_at,
                    send_on_release: false,
                    send_error: None,
                });
                group = (ink.rng.u8(0..100) < 30).then_some(id);
                id
            }
        };
        let drawn = drawn(ink, who, (of_group, sender, recipient, agreement));
        let grant_id = (drawn.state != State::Draft)
            .then(|| GrantId(ordered(ink.rng, drawn.sent_at.unwrap_or(drawn.created_at))));
        write(ink, frame, who, &drawn, grant_id);
        if let Some(grant_id) = grant_id {
            let at = match known.iter().position(|each| each.recipient == recipient) {
                Some(at) => at,
                None => {
                    known.push(disclose(ink, frame, who, recipient, drawn.created_at)?);
                    known.len() - 1
                }
            };
            grant(ink, frame, who, &drawn, (grant_id, &known[at]));
            letters(ink, frame, &drawn, &known[at]);
        }
        events(ink, frame, &drawn);
    }
    for each in &known {
        let organisation_id = frame.places[each.recipient].id;
        ink.rows.add(&consent_recipient::Model { consent_id: who.consent, organisation_id });
    }
    Ok(())
}

/// Of a thousand, eighty wait for their recipient.
fn drawn(
    ink: &mut SealingKeys<'_>,
    who: &PersonSample,
    (group, sender, recipient, agreement): (GroupId, usize, usize, AgreementId),
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
    let id = ReferralId(random(ink.rng));
    Drawn { id, person: who.id, group, sender, recipient, agreement, state, created_at, sent_at, since }
}

fn write(
    ink: &mut SealingKeys<'_>,
    frame: &Frame,
    who: &PersonSample,
    drawn: &Drawn,
    grant_id: Option<GrantId>,
) {
    let (sender, recipient) = (&frame.places[drawn.sender], &frame.places[drawn.recipient]);
    let (service, domain) = recipient.services[ink.rng.usize(0..recipient.services.len())];
    let ask = who.key.seal(Cell::new("referral", "ask", drawn.id.0), words::wanted(domain).asks[0].0);
    let open = !drawn.is_closed() && drawn.state != State::Draft;
    let due_on = if open { days_from(ink.today, ink.rng.i64(-3..11)) } else { NEVER };
    let sent_on = drawn.sent_at.map(|at| at.utc().date_naive());
    let priority = [Priority::Routine, Priority::Urgent, Priority::ReleaseDay][ink.rng.usize(0..12) / 5];
    let (completed, rejected) = (drawn.state == State::Completed, drawn.state == State::Rejected);
    let is_assigned = drawn.was_accepted() && ink.rng.u8(0..10) == 0;
    ink.rows.add(&referral::Model {
        id: drawn.id,
        reference: ink.counters.reference(),
        group_id: drawn.group,
        person_id: who.id,
        sender_id: sender.id,
        recipient_id: recipient.id,
        service_id: service,
        grant_id,
        state: drawn.state,
        state_since: drawn.since,
        priority,
        domains: [domain].into_iter().collect(),
        municipality_id: Some(who.municipality),
        start_date: who.release,
        starts_on_release: true,
        scopes: Set::all(),
        pre_acceptance: [PreAcceptanceFact::ReleaseDay].into_iter().collect(),
        ask: Some(ask),
        acknowledge_by: sent_on.map(|day| days_from(day, 1)),
        respond_by: sent_on.map(|day| days_from(day, 14)),
        expected_on: None,
        due_on,
        // What is late already has rung; everything else rings on its day.
        next_reminder_at: open.then(|| morning(due_on.max(days_from(ink.today, 1)), Tz::UTC)),
        reminders_sent: 0,
        reject_reason: rejected.then_some(RejectReason::NoCapacity),
        reject_reason_shown: rejected.then_some(RejectReason::NoCapacity),
        withdraw_reason: (drawn.state == State::Withdrawn).then_some(WithdrawReason::NeedsMetElsewhere),
        fail_reason: None,
        hold_reason: None,
        outcome: completed.then_some(Outcome::Achieved),
        outcome_result: completed.then_some(OutcomeResult::GotHelp),
        reason: None,
        created_by: sender.worker_with(who.id),
        assigned_to: is_assigned.then(|| recipient.worker_on(drawn.id)),
        offered_to: None,
        sent_at: drawn.sent_at,
        closed_at: drawn.is_closed().then_some(drawn.since),
        version: match drawn.state {
            State::Draft => 1,
            State::Sent => 2,
            _ => 3,
        },
        created_at: drawn.created_at,
    });
    let need = who.needs.iter().find(|need| need.1 == domain).unwrap_or(&who.needs[0]);
    ink.rows.add(&referral_need::Model { referral_id: drawn.id, need_id: need.0 });
}

fn disclose(
    ink: &mut SealingKeys<'_>,
    frame: &mut Frame,
    who: &PersonSample,
    recipient: usize,
    at: Instant,
) -> Result<Known, DomainError> {
    let id = DisclosureId(random(ink.rng));
    let key_id = KeyId(ordered(ink.rng, at));
    let (key, row) = ink.sealing.make_row(key_id, KeyPurpose::Disclosure, id.0, at);
    let row: data_key::Model = row.try_into_model()?;
    ink.rows.add(&row);
    let place = &mut frame.places[recipient];
    place.known += 1;
    ink.rows.add(&disclosure::Model {
        id,
        person_id: who.id,
        recipient_id: place.id,
        key_id,
        pseudonym: pseudonym(place.known),
        created_at: at,
    });
    Ok(Known { recipient, id, key })
}

fn grant(
    ink: &mut SealingKeys<'_>,
    frame: &Frame,
    who: &PersonSample,
    drawn: &Drawn,
    (id, known): (GrantId, &Known),
) {
    let recipient = &frame.places[drawn.recipient];
    let at = drawn.sent_at.unwrap_or(drawn.created_at);
    let consent = (!recipient.by_law).then_some(who.consent);
    let withdrawn = drawn.state == State::Withdrawn;
    ink.rows.add(&disclosure_grant::Model {
        id,
        owner_kind: capabilities::referrals::GRANT_OWNER,
        owner_id: drawn.id.0,
        disclosure_id: known.id,
        sender_id: frame.places[drawn.sender].id,
        recipient_id: recipient.id,
        agreement_id: drawn.agreement,
        legal_basis: if recipient.by_law { LegalBasis::LegalObligation } else { LegalBasis::Consent },
        law: recipient.law.to_owned(),
        consent_id: consent,
        given_consent_id: consent,
        scopes: Set::all(),
        pre_acceptance: [PreAcceptanceFact::ReleaseDay].into_iter().collect(),
        report_back: Set::all(),
        opened_at: drawn.was_accepted().then_some(drawn.since),
        closes_on: drawn.is_closed().then(|| days_from(drawn.since.utc().date_naive(), 30)),
        revoked_at: who.consent_withdrawn_at.filter(|_| withdrawn && !recipient.by_law),
        created_at: at,
    });
}

/// Some write to each other, and some meet.
fn letters(ink: &mut SealingKeys<'_>, frame: &Frame, drawn: &Drawn, known: &Known) {
    let recipient = &frame.places[drawn.recipient];
    let worker = recipient.worker_on(drawn.id);
    if ink.rng.u8(0..4) == 0 {
        let id = MessageId(random(ink.rng));
        ink.rows.add(&message::Model {
            id,
            referral_id: drawn.id,
            organisation_id: recipient.id,
            member_id: worker,
            text: known.key.seal(Cell::new("message", "text", id.0), words::LETTERS[0].0.0),
            sent_at: drawn.since,
        });
    }
    if drawn.was_accepted() && ink.rng.u8(0..5) == 0 {
        let id = AppointmentId(random(ink.rng));
        ink.rows.add(&appointment::Model {
            id,
            referral_id: drawn.id,
            starts_at: drawn.since.plus_seconds(86_400),
            place: known.key.seal(Cell::new("appointment", "place", id.0), words::PLACES[0].0),
            attendance: drawn.is_closed().then_some(Attendance::Attended),
            made_by: worker,
            version: 1,
            created_at: drawn.since,
        });
    }
}

/// Three events a referral.
fn events(ink: &mut SealingKeys<'_>, frame: &Frame, drawn: &Drawn) {
    let (sender, recipient) = (&frame.places[drawn.sender], &frame.places[drawn.recipient]);
    let last = match drawn.state {
        State::Draft | State::Sent => MESSAGE_WRITTEN,
        State::Acknowledged => REFERRAL_ACKNOWLEDGED,
        State::InformationRequested => REFERRAL_INFORMATION_REQUESTED,
        State::Accepted => REFERRAL_ACCEPTED,
        State::InProgress => REFERRAL_STARTED,
        State::Completed => REFERRAL_COMPLETED,
        State::Rejected => REFERRAL_REJECTED,
        State::Withdrawn => REFERRAL_WITHDRAWN,
        State::Waitlisted | State::OnHold | State::Failed | State::Expired | State::EnteredInError => {
            unreachable!("none of these is drawn")
        }
    };
    let sent = drawn.sent_at.unwrap_or(drawn.created_at.plus_seconds(120));
    let by_sender = matches!(drawn.state, State::Draft | State::Sent | State::Withdrawn);
    let steps = [
        (REFERRAL_DRAFTED, drawn.created_at, true),
        (REFERRAL_SENT, sent, true),
        (last, drawn.since.max(sent.plus_seconds(1)), by_sender),
    ];
    for (kind, at, ours) in steps {
        let (by, worker) = if ours {
            (sender.id, sender.worker_with(drawn.person))
        } else {
            (recipient.id, recipient.worker_on(drawn.id))
        };
        let id = EventId(ordered(ink.rng, at));
        ink.counters.events += 1;
        ink.rows.add(&event::Model {
            id,
            sequence_number: Some(ink.counters.events),
            kind,
            occurred_at: at,
            member_id: Some(worker),
            organisation_id: Some(by),
            origin: Origin::Pages,
            about: None,
            fields: String::new(),
        });
        let mut subject = |organisation: OrganisationId| {
            ink.rows.add(&event_subject::Model {
                organisation_id: organisation,
                subject_id: drawn.id.0,
                event_id: id,
            });
        };
        subject(sender.id);
        if kind != REFERRAL_DRAFTED && drawn.state != State::Draft {
            subject(recipient.id);
        }
    }
}
