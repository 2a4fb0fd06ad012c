//! Referral type of the schema, as its two sides see it.

use async_graphql::{Context, ID, Object};
use chrono::NaiveDate;
use entities::{
    codes::{NeedDomain, PreAcceptanceFact, Priority, ReferralState, ReportBack, Scope, WithdrawReason},
    ids::{NeedId, ReferralId},
};
use platform::{
    graphql::{Coded, Date, DateTime, GraphqlError, Ready, ReadyFields, coded, public, request},
    reference_data::calendar::working_days_between,
};

use super::{
    super::{
        model::{self, NEVER, ReferralDeadline, ReferralStep},
        policy,
        reads::{EventRow, Listed, Texts},
    },
    assignment::Assignment,
    endings::{Failed, Held, ReferralOutcome, Rejection, Side, Withdrawal},
    groups::ReferralGroup,
    history::{Appointment, Event, Message, events_asked, organisation},
    loaders::{AppointmentsOf, DisclosedThrough, EventsOf, MessagesOf, OpenFor, ReroutedTo, TextsOf},
};
use crate::{
    disclosures::Disclosure,
    loaders::loads,
    network::{Municipality, Organisation, Places, Service, municipality_of},
    people::Person,
    referrals::Side as Seen,
};

/// Referral of one person to one service of one recipient.
#[derive(Clone)]
pub struct Referral {
    pub listed: Listed,
    /// Latest events, if a list has loaded them, and the number that was asked for.
    pub events: Option<(u64, Vec<EventRow>)>,
}

impl From<Listed> for Referral {
    fn from(listed: Listed) -> Self {
        Self { listed, events: None }
    }
}

impl Referral {
    /// Loads the referral with this id if the viewer may see it.
    pub async fn load(ctx: &Context<'_>, id: ReferralId) -> Result<Option<Self>, GraphqlError> {
        Ok(loads(ctx).load_one(id).await?.map(Self::from))
    }

    /// Open referrals about a need.
    pub async fn open_for(ctx: &Context<'_>, need: NeedId) -> Result<Vec<Self>, GraphqlError> {
        let rows = loads(ctx).load_one(OpenFor(need)).await?.unwrap_or_default();
        Ok(rows.into_iter().map(Self::from).collect())
    }

    fn stands(&self, ctx: &Context<'_>) -> Result<Seen, GraphqlError> {
        Ok(self.listed.side(request(ctx).viewer()?))
    }

    async fn texts(&self, ctx: &Context<'_>) -> Result<Texts, GraphqlError> {
        Ok(loads(ctx).load_one(TextsOf(self.listed.facts.id)).await?.unwrap_or_default())
    }

    fn brief_service(&self) -> Service {
        let brief = &self.listed.service;
        Service {
            id: brief.id,
            organisation: brief.organisation_id,
            name: brief.name.clone(),
            domain: brief.domain,
            row: None,
        }
    }

    fn due(&self) -> Option<NaiveDate> {
        Some(self.listed.facts.due_on).filter(|day| *day != NEVER)
    }

    /// Whether the sender may learn this fact of what happens after acceptance; the recipient may always.
    fn told(&self, ctx: &Context<'_>, what: ReportBack) -> Result<bool, GraphqlError> {
        let agreed = self.listed.facts.report_back.is_some_and(|told| told.contains(what));
        Ok(self.stands(ctx)? == Seen::Received || agreed)
    }
}

impl Referral {
    /// Texts of the recipient about the work, if the viewer may read them.
    async fn words_if(&self, ctx: &Context<'_>, told: bool) -> Result<Option<String>, GraphqlError> {
        if told { Ok(self.texts(ctx).await?.reason) } else { Ok(None) }
    }
}

/// Referral of one person to one service of one recipient, from draft to outcome.
#[Object]
impl Referral {
    /// Opaque global id.
    pub async fn id(&self) -> ID {
        public(self.listed.facts.id)
    }

    /// Reference that can be read aloud, such as `TG-7Q4M-2XKD`.
    async fn reference(&self) -> &str {
        &self.listed.facts.reference
    }

    /// Side of the viewer's organisation: it sent or received the referral.
    async fn side(&self, ctx: &Context<'_>) -> Result<Coded<Side>, GraphqlError> {
        Ok(Coded(self.stands(ctx)?.into()))
    }

    /// Present state.
    async fn state(&self) -> Coded<ReferralState> {
        Coded(self.listed.facts.state)
    }

    /// Time at which the referral reached its present state.
    async fn state_since(&self) -> DateTime {
        DateTime(self.listed.facts.state_since)
    }

    /// Priority set by the sender.
    async fn priority(&self) -> Coded<Priority> {
        Coded(self.listed.facts.priority)
    }

    /// Organisation that sends the referral and holds the person.
    async fn sender(&self) -> ReadyFields<Organisation> {
        ReadyFields(organisation(&self.listed.sender))
    }

    /// Organisation that receives the referral and offers the service.
    async fn recipient(&self) -> ReadyFields<Organisation> {
        ReadyFields(organisation(&self.listed.recipient))
    }

    /// Requested service.
    async fn service(&self) -> ReadyFields<Service> {
        ReadyFields(self.brief_service())
    }

    /// Pseudonym by which the viewer's organisation knows the person.
    async fn pseudonym(&self, ctx: &Context<'_>) -> Result<&str, GraphqlError> {
        let facts = &self.listed.facts;
        Ok(match self.stands(ctx)? {
            Seen::Sent => facts.own_pseudonym.as_deref().unwrap_or_default(),
            Seen::Received => facts.their_pseudonym.as_deref().unwrap_or_default(),
        })
    }

    /// Person; null for the recipient, who sees the disclosure.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<Person>, GraphqlError> {
        match self.stands(ctx)? {
            Seen::Sent => Ok(loads(ctx).load_one(self.listed.facts.person_id).await?.map(Person)),
            Seen::Received => Ok(None),
        }
    }

    /// Data of the person disclosed to the recipient; null for a draft.
    async fn disclosure(&self, ctx: &Context<'_>) -> Result<Option<Disclosure>, GraphqlError> {
        let side = self.stands(ctx)?;
        let row = loads(ctx).load_one(DisclosedThrough(self.listed.facts.id)).await?;
        Ok(row.map(|row| Disclosure { row, is_holder: side == Seen::Sent }))
    }

    /// Domains of the needs; empty for the recipient once the disclosure is closed.
    async fn domains(&self) -> Vec<Coded<NeedDomain>> {
        if self.listed.facts.open { coded(self.listed.facts.domains) } else { Vec::new() }
    }

    /// Scopes that the sender shares, or intends to share while the referral is a draft.
    async fn scopes(&self) -> Vec<Coded<Scope>> {
        coded(self.listed.facts.scopes)
    }

    /// Facts that the sender shares before the recipient decides.
    async fn pre_acceptance(&self) -> Vec<Coded<PreAcceptanceFact>> {
        coded(self.listed.facts.pre_acceptance)
    }

    /// Municipality to which the person returns; null if it is unknown, or closed to the recipient.
    async fn municipality(&self, ctx: &Context<'_>) -> Option<Municipality> {
        let known = self.listed.facts.municipality_id.filter(|_| self.listed.facts.open);
        known.and_then(|id| municipality_of(ctx, id))
    }

    /// Request to the recipient; null for the recipient once the disclosure is closed.
    async fn ask(&self, ctx: &Context<'_>) -> Result<Option<String>, GraphqlError> {
        Ok(self.texts(ctx).await?.ask)
    }

    /// First date on which capacity is wanted. Null for the recipient if it is the release date and that is not
    /// disclosed: until acceptance, unless it is shared before the decision, and once the disclosure is closed.
    async fn start_date(&self, ctx: &Context<'_>) -> Result<Option<Date>, GraphqlError> {
        Ok(self.listed.facts.start_date_for(self.stands(ctx)?).map(Date))
    }

    /// Year and month of the start date, such as `2026-12`; null for the recipient once the disclosure is closed, if
    /// it is the month of release.
    async fn start_month(&self, ctx: &Context<'_>) -> Result<Option<String>, GraphqlError> {
        Ok(self.listed.facts.start_month_for(self.stands(ctx)?))
    }

    /// Date of the current deadline; null if there is none.
    async fn due_on(&self) -> Option<Date> {
        self.due().map(Date)
    }

    /// Working days until the current deadline in the recipient's country, negative if it is overdue; null if there
    /// is none.
    async fn working_days_left(&self, ctx: &Context<'_>) -> Option<i32> {
        let due = self.due()?;
        Some(working_days_between(&self.listed.recipient.country, request(ctx).today(), due))
    }

    /// Kind of the current deadline; null if there is none.
    async fn deadline(&self) -> Option<Coded<ReferralDeadline>> {
        model::deadline_kind(self.listed.facts.state).map(Coded)
    }

    /// Whether the viewer's side must act next.
    async fn waits_for_viewer(&self, ctx: &Context<'_>) -> Result<bool, GraphqlError> {
        let mover = model::waits_for(self.listed.facts.state);
        Ok(mover == Some(policy::actor(self.stands(ctx)?)))
    }

    /// Group to which the referral belongs; null for the recipient.
    async fn group(&self, ctx: &Context<'_>) -> Result<Option<ReferralGroup>, GraphqlError> {
        match self.stands(ctx)? {
            Seen::Sent => Ok(loads(ctx).load_one(self.listed.facts.group_id).await?.map(ReferralGroup::from)),
            Seen::Received => Ok(None),
        }
    }

    /// Referral that this one replaces; null if it replaces none, and for the recipient.
    async fn rerouted_from(&self, ctx: &Context<'_>) -> Result<Option<Referral>, GraphqlError> {
        if self.stands(ctx)? == Seen::Received {
            return Ok(None);
        }
        match loads(ctx).load_one(self.listed.facts.group_id).await?.and_then(|group| group.parent_id) {
            Some(id) => Referral::load(ctx, id).await,
            None => Ok(None),
        }
    }

    /// Referrals that replaced this one, or another of its group; empty for the recipient.
    async fn rerouted_to(&self, ctx: &Context<'_>) -> Result<Vec<Referral>, GraphqlError> {
        if self.stands(ctx)? == Seen::Received {
            return Ok(Vec::new());
        }
        let rows = loads(ctx).load_one(ReroutedTo(self.listed.facts.group_id)).await?.unwrap_or_default();
        Ok(rows.into_iter().map(Referral::from).collect())
    }

    /// Reason of the decline; null unless the referral was declined.
    async fn rejection(&self, ctx: &Context<'_>) -> Result<Option<Rejection>, GraphqlError> {
        let facts = &self.listed.facts;
        let reason = match self.stands(ctx)? {
            Seen::Sent => facts.reject_reason_shown,
            Seen::Received => facts.reject_reason,
        };
        let Some(reason) = reason else { return Ok(None) };
        Ok(Some(Rejection { reason: Coded(reason), text: self.texts(ctx).await?.reason }))
    }

    /// Reason of the withdrawal; null unless the referral was withdrawn.
    async fn withdrawal(&self, ctx: &Context<'_>) -> Result<Option<Withdrawal>, GraphqlError> {
        let Some(reason) = self.listed.facts.withdraw_reason else { return Ok(None) };
        // Only the sender learns that another referral of the group was accepted first.
        let untold = reason == WithdrawReason::SettledElsewhere && self.stands(ctx)? == Seen::Received;
        let reason = Some(reason).filter(|_| !untold).map(Coded);
        Ok(Some(Withdrawal { reason, text: self.texts(ctx).await?.reason }))
    }

    /// Date on which the recipient expects capacity; null unless the referral is on the waiting list.
    async fn expected_on(&self) -> Option<Date> {
        let facts = &self.listed.facts;
        facts.expected_on.filter(|_| facts.state == ReferralState::Waitlisted).map(Date)
    }

    /// Reason of the hold; null unless work is on hold.
    async fn hold(&self, ctx: &Context<'_>) -> Result<Option<Held>, GraphqlError> {
        let facts = &self.listed.facts;
        if facts.state != ReferralState::OnHold {
            return Ok(None);
        }
        let told = self.told(ctx, ReportBack::Notes)?;
        let reason = facts.hold_reason.filter(|_| told).map(Coded);
        Ok(Some(Held { reason, text: self.words_if(ctx, told).await? }))
    }

    /// Reason of the failure; null unless the referral was closed as incomplete.
    async fn failure(&self, ctx: &Context<'_>) -> Result<Option<Failed>, GraphqlError> {
        let facts = &self.listed.facts;
        if facts.state != ReferralState::Failed {
            return Ok(None);
        }
        let told = self.told(ctx, ReportBack::Notes)?;
        let reason = facts.fail_reason.filter(|_| told).map(Coded);
        Ok(Some(Failed { reason, text: self.words_if(ctx, told).await? }))
    }

    /// Explanation of the entry in error; null unless the referral was marked so.
    async fn entered_in_error(&self, ctx: &Context<'_>) -> Result<Option<String>, GraphqlError> {
        if self.listed.facts.state != ReferralState::EnteredInError {
            return Ok(None);
        }
        Ok(self.texts(ctx).await?.reason)
    }

    /// Outcome; null until the referral is completed.
    async fn outcome(&self, ctx: &Context<'_>) -> Result<Option<ReferralOutcome>, GraphqlError> {
        let Some(outcome) = self.listed.facts.outcome else { return Ok(None) };
        let told = self.told(ctx, ReportBack::Notes)?;
        let notes = self.words_if(ctx, told).await?;
        let result = self.listed.facts.outcome_result.filter(|_| told).map(Coded);
        Ok(Some(ReferralOutcome { outcome: Coded(outcome), result, notes }))
    }

    /// Events that the viewer's organisation may know, oldest first.
    async fn events(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Number of the latest events, 1 to 100; 3 if null")] last: Option<i32>,
    ) -> Result<Vec<ReadyFields<Event>>, GraphqlError> {
        let last = events_asked(last)?;
        let rows = match &self.events {
            Some((brought, rows)) if *brought == last => rows.clone(),
            _ => loads(ctx).load_one(EventsOf(self.listed.facts.id, last)).await?.unwrap_or_default(),
        };
        Ok(Event::of(rows, &self.listed))
    }

    /// Messages between the two sides that are open to the viewer, oldest first.
    async fn messages(&self, ctx: &Context<'_>) -> Result<Vec<Message>, GraphqlError> {
        let rows = loads(ctx).load_one(MessagesOf(self.listed.facts.id)).await?.unwrap_or_default();
        Ok(rows.into_iter().map(Message).collect())
    }

    /// Appointments, earliest first; empty for a sender to whom the consent does not report attendance.
    async fn appointments(&self, ctx: &Context<'_>) -> Result<Vec<Appointment>, GraphqlError> {
        let rows = loads(ctx).load_one(AppointmentsOf(self.listed.facts.id)).await?.unwrap_or_default();
        Ok(rows.into_iter().map(Appointment).collect())
    }

    /// Assignment within the organisation that received the referral; null for the sender.
    async fn assignment(&self, ctx: &Context<'_>) -> Result<Option<Assignment>, GraphqlError> {
        let received = self.stands(ctx)? == Seen::Received;
        Ok(received.then(|| Assignment(self.listed.clone())))
    }

    /// Steps that the viewer may take now.
    async fn next(&self, ctx: &Context<'_>) -> Result<Vec<Coded<ReferralStep>>, GraphqlError> {
        let (viewer, side) = (request(ctx).viewer()?, self.stands(ctx)?);
        Ok(policy::steps(viewer, self.listed.facts.state, side).into_iter().map(Coded).collect())
    }

    /// Whether the viewer may re-route the referral to another service.
    async fn may_reroute(&self, ctx: &Context<'_>) -> Result<bool, GraphqlError> {
        let may = policy::may_reroute(request(ctx).viewer()?, self.listed.facts.state, self.stands(ctx)?);
        // A person who was erased is not referred again.
        Ok(may && self.person(ctx).await?.is_some())
    }

    /// Whether the viewer may write messages to the other side.
    async fn may_write(&self, ctx: &Context<'_>) -> Result<bool, GraphqlError> {
        let facts = &self.listed.facts;
        Ok(policy::may_write(request(ctx).viewer()?, facts.sent_at, facts.closed_at))
    }

    /// Whether the viewer may make appointments and record attendance.
    async fn may_manage_appointments(&self, ctx: &Context<'_>) -> Result<bool, GraphqlError> {
        let side = self.stands(ctx)?;
        Ok(policy::may_manage_appointments(request(ctx).viewer()?, self.listed.facts.state, side))
    }

    /// Capacity of the service on the start date. If the viewer knows only the month, on its first day, or today in
    /// the current month; null if the month is not open either.
    async fn places(&self, ctx: &Context<'_>) -> Result<Option<Places>, GraphqlError> {
        let today = request(ctx).today();
        match self.listed.facts.start_known_to(self.stands(ctx)?, today) {
            Some(day) => Ok(Some(self.brief_service().places_on(ctx, day).await?)),
            None => Ok(None),
        }
    }

    /// Time of sending; null for a draft.
    async fn sent_at(&self) -> Option<DateTime> {
        self.listed.facts.sent_at.map(DateTime)
    }

    /// Time of closing; null while the referral is open.
    async fn closed_at(&self) -> Option<DateTime> {
        self.listed.facts.closed_at.map(DateTime)
    }

    /// Version for optimistic locking, changed by every step: pass the version that was read.
    async fn version(&self) -> i32 {
        self.listed.facts.version
    }
}

impl Ready for Referral {
    // Fields that need no query unless a list has not loaded the events.
    const READY_FIELDS: &'static [&'static str] = &[
        "id",
        "reference",
        "side",
        "state",
        "stateSince",
        "priority",
        "sender",
        "recipient",
        "service",
        "pseudonym",
        "domains",
        "scopes",
        "preAcceptance",
        "municipality",
        "startDate",
        "startMonth",
        "expectedOn",
        "dueOn",
        "workingDaysLeft",
        "deadline",
        "waitsForViewer",
        "next",
        "mayReroute",
        "mayWrite",
        "mayManageAppointments",
        "events",
        "sentAt",
        "closedAt",
        "version",
    ];
}
