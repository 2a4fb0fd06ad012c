//! What the schema shows of a referral to its two sides.

use async_graphql::{Context, ID, Object};
use chrono::NaiveDate;
use entities::{
    codes::{NeedDomain, PreAcceptanceFact, Priority, ReferralState, ReportBack, Scope, WithdrawReason},
    ids::{NeedId, ReferralId},
};

use super::loaders::DisclosedThrough;
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
    loaders::{AppointmentsOf, EventsOf, MessagesOf, OpenFor, ReroutedTo, TextsOf},
};
use crate::loaders::loads;
use crate::referrals::Side as Seen;
use crate::{
    disclosures::Disclosure,
    network::{Municipality, Organisation, Places, Service, municipality_of},
    people::Person,
};
use platform::{
    graphql::{Coded, Date, DateTime, GraphqlError, Ready, ReadyFields, coded, public, request},
    reference_data::calendar::working_days_between,
};

/// A referral: one person, one service, one recipient.
#[derive(Clone)]
pub struct Referral {
    pub listed: Listed,
    /// The latest events, where the list has brought them, and how many were asked for.
    pub events: Option<(u64, Vec<EventRow>)>,
}

impl From<Listed> for Referral {
    fn from(listed: Listed) -> Self {
        Self { listed, events: None }
    }
}

impl Referral {
    /// The referral with this id, if the viewer may see it.
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

    /// Whether the sender may learn this of what happens after acceptance; the recipient knows.
    fn told(&self, ctx: &Context<'_>, what: ReportBack) -> Result<bool, GraphqlError> {
        let agreed = self.listed.facts.report_back.is_some_and(|told| told.contains(what));
        Ok(self.stands(ctx)? == Seen::Received || agreed)
    }
}

impl Referral {
    /// The recipient's words about how work goes, where the viewer may learn them.
    async fn words_if(&self, ctx: &Context<'_>, told: bool) -> Result<Option<String>, GraphqlError> {
        if told { Ok(self.texts(ctx).await?.reason) } else { Ok(None) }
    }
}

/// One person, one service, one recipient; from draft to outcome.
#[Object]
impl Referral {
    /// Opaque; says what it is the id of.
    pub async fn id(&self) -> ID {
        public(self.listed.facts.id)
    }

    /// Can be read aloud: `TG-7Q4M-2XKD`.
    async fn reference(&self) -> &str {
        &self.listed.facts.reference
    }

    /// Whether the viewer's organisation sent or received it.
    async fn side(&self, ctx: &Context<'_>) -> Result<Coded<Side>, GraphqlError> {
        Ok(Coded(self.stands(ctx)?.into()))
    }

    /// Where it stands.
    async fn state(&self) -> Coded<ReferralState> {
        Coded(self.listed.facts.state)
    }

    /// When it came to that state.
    async fn state_since(&self) -> DateTime {
        DateTime(self.listed.facts.state_since)
    }

    /// How soon an answer is wanted, as the sender sees it.
    async fn priority(&self) -> Coded<Priority> {
        Coded(self.listed.facts.priority)
    }

    /// Who asks; it holds the person.
    async fn sender(&self) -> ReadyFields<Organisation> {
        ReadyFields(organisation(&self.listed.sender))
    }

    /// Who is asked; it offers the service.
    async fn recipient(&self) -> ReadyFields<Organisation> {
        ReadyFields(organisation(&self.listed.recipient))
    }

    /// What is asked for.
    async fn service(&self) -> ReadyFields<Service> {
        ReadyFields(self.brief_service())
    }

    /// What the viewer's organisation calls the person.
    async fn pseudonym(&self, ctx: &Context<'_>) -> Result<&str, GraphqlError> {
        let facts = &self.listed.facts;
        Ok(match self.stands(ctx)? {
            Seen::Sent => facts.own_pseudonym.as_deref().unwrap_or_default(),
            Seen::Received => facts.their_pseudonym.as_deref().unwrap_or_default(),
        })
    }

    /// The sender's person; null for the recipient, who sees the disclosure.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<Person>, GraphqlError> {
        match self.stands(ctx)? {
            Seen::Sent => Ok(loads(ctx).load_one(self.listed.facts.person_id).await?.map(Person)),
            Seen::Received => Ok(None),
        }
    }

    /// What the recipient sees of the person; null for a draft.
    async fn disclosure(&self, ctx: &Context<'_>) -> Result<Option<Disclosure>, GraphqlError> {
        let side = self.stands(ctx)?;
        let row = loads(ctx).load_one(DisclosedThrough(self.listed.facts.id)).await?;
        Ok(row.map(|row| Disclosure { row, is_holder: side == Seen::Sent }))
    }

    /// Of the needs that it is about; empty once the disclosure is closed to the recipient.
    async fn domains(&self) -> Vec<Coded<NeedDomain>> {
        if self.listed.facts.open { coded(self.listed.facts.domains) } else { Vec::new() }
    }

    /// What the sender shares, or means to share while it is a draft.
    async fn scopes(&self) -> Vec<Coded<Scope>> {
        coded(self.listed.facts.scopes)
    }

    /// What the sender shares before the recipient decides.
    async fn pre_acceptance(&self) -> Vec<Coded<PreAcceptanceFact>> {
        coded(self.listed.facts.pre_acceptance)
    }

    /// Where the person returns to; null where it is not known, or closed to the recipient.
    async fn municipality(&self, ctx: &Context<'_>) -> Option<Municipality> {
        let known = self.listed.facts.municipality_id.filter(|_| self.listed.facts.open);
        known.and_then(|id| municipality_of(ctx, id))
    }

    /// What is asked, in words; null once the disclosure is closed to the recipient.
    async fn ask(&self, ctx: &Context<'_>) -> Result<Option<String>, GraphqlError> {
        Ok(self.texts(ctx).await?.ask)
    }

    /// From which a place is wanted. Null for the recipient where it is the day of release and that is not open: until
    /// acceptance unless shared for deciding, and once the disclosure closes.
    async fn start_date(&self, ctx: &Context<'_>) -> Result<Option<Date>, GraphqlError> {
        Ok(self.listed.facts.start_date_for(self.stands(ctx)?).map(Date))
    }

    /// Year and month of it, `2026-12`; null for the recipient once the disclosure closes, where it is the day of
    /// release.
    async fn start_month(&self, ctx: &Context<'_>) -> Result<Option<String>, GraphqlError> {
        Ok(self.listed.facts.start_month_for(self.stands(ctx)?))
    }

    /// The date of the clock that runs; null when none does.
    async fn due_on(&self) -> Option<Date> {
        self.due().map(Date)
    }

    /// Working days until then in the recipient's country; negative when late; null when no clock
    /// runs.
    async fn working_days_left(&self, ctx: &Context<'_>) -> Option<i32> {
        let due = self.due()?;
        Some(working_days_between(&self.listed.recipient.country, request(ctx).today(), due))
    }

    /// Which clock runs; null when none does.
    async fn deadline(&self) -> Option<Coded<ReferralDeadline>> {
        model::deadline_kind(self.listed.facts.state).map(Coded)
    }

    /// Whether it is the viewer's side's move.
    async fn waits_for_viewer(&self, ctx: &Context<'_>) -> Result<bool, GraphqlError> {
        let mover = model::waits_for(self.listed.facts.state);
        Ok(mover == Some(policy::actor(self.stands(ctx)?)))
    }

    /// The group that it belongs to; null for the recipient.
    async fn group(&self, ctx: &Context<'_>) -> Result<Option<ReferralGroup>, GraphqlError> {
        match self.stands(ctx)? {
            Seen::Sent => Ok(loads(ctx).load_one(self.listed.facts.group_id).await?.map(ReferralGroup::from)),
            Seen::Received => Ok(None),
        }
    }

    /// The referral that it took over from; null where there is none, and for the
    /// recipient.
    async fn rerouted_from(&self, ctx: &Context<'_>) -> Result<Option<Referral>, GraphqlError> {
        if self.stands(ctx)? == Seen::Received {
            return Ok(None);
        }
        match loads(ctx).load_one(self.listed.facts.group_id).await?.and_then(|group| group.parent_id) {
            Some(id) => Referral::load(ctx, id).await,
            None => Ok(None),
        }
    }

    /// The referrals that took over from it, or from another of its group; empty for the recipient.
    async fn rerouted_to(&self, ctx: &Context<'_>) -> Result<Vec<Referral>, GraphqlError> {
        if self.stands(ctx)? == Seen::Received {
            return Ok(Vec::new());
        }
        let rows = loads(ctx).load_one(ReroutedTo(self.listed.facts.group_id)).await?.unwrap_or_default();
        Ok(rows.into_iter().map(Referral::from).collect())
    }

    /// Null unless it was rejected.
    async fn rejection(&self, ctx: &Context<'_>) -> Result<Option<Rejection>, GraphqlError> {
        let facts = &self.listed.facts;
        let reason = match self.stands(ctx)? {
            Seen::Sent => facts.reject_reason_shown,
            Seen::Received => facts.reject_reason,
        };
        let Some(reason) = reason else { return Ok(None) };
        Ok(Some(Rejection { reason: Coded(reason), text: self.texts(ctx).await?.reason }))
    }

    /// Null unless it was taken back.
    async fn withdrawal(&self, ctx: &Context<'_>) -> Result<Option<Withdrawal>, GraphqlError> {
        let Some(reason) = self.listed.facts.withdraw_reason else { return Ok(None) };
        // That another was quicker is for the sender alone.
        let untold = reason == WithdrawReason::SettledElsewhere && self.stands(ctx)? == Seen::Received;
        let reason = Some(reason).filter(|_| !untold).map(Coded);
        Ok(Some(Withdrawal { reason, text: self.texts(ctx).await?.reason }))
    }

    /// When the recipient expects a place; null unless it waits for one.
    async fn expected_on(&self) -> Option<Date> {
        let facts = &self.listed.facts;
        facts.expected_on.filter(|_| facts.state == ReferralState::Waitlisted).map(Date)
    }

    /// Why work rests; null unless it does.
    async fn hold(&self, ctx: &Context<'_>) -> Result<Option<Held>, GraphqlError> {
        let facts = &self.listed.facts;
        if facts.state != ReferralState::OnHold {
            return Ok(None);
        }
        let told = self.told(ctx, ReportBack::Notes)?;
        let reason = facts.hold_reason.filter(|_| told).map(Coded);
        Ok(Some(Held { reason, text: self.words_if(ctx, told).await? }))
    }

    /// Why work broke off; null unless it did.
    async fn failure(&self, ctx: &Context<'_>) -> Result<Option<Failed>, GraphqlError> {
        let facts = &self.listed.facts;
        if facts.state != ReferralState::Failed {
            return Ok(None);
        }
        let told = self.told(ctx, ReportBack::Notes)?;
        let reason = facts.fail_reason.filter(|_| told).map(Coded);
        Ok(Some(Failed { reason, text: self.words_if(ctx, told).await? }))
    }

    /// Why it should never have been, in words; null unless that was said.
    async fn entered_in_error(&self, ctx: &Context<'_>) -> Result<Option<String>, GraphqlError> {
        if self.listed.facts.state != ReferralState::EnteredInError {
            return Ok(None);
        }
        Ok(self.texts(ctx).await?.reason)
    }

    /// Null until it is completed.
    async fn outcome(&self, ctx: &Context<'_>) -> Result<Option<ReferralOutcome>, GraphqlError> {
        let Some(outcome) = self.listed.facts.outcome else { return Ok(None) };
        let told = self.told(ctx, ReportBack::Notes)?;
        let notes = self.words_if(ctx, told).await?;
        let result = self.listed.facts.outcome_result.filter(|_| told).map(Coded);
        Ok(Some(ReferralOutcome { outcome: Coded(outcome), result, notes }))
    }

    /// What happened, as far as the viewer's organisation may know; oldest first.
    async fn events(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many of the latest: 1 to 100; 3 where not given")] last: Option<i32>,
    ) -> Result<Vec<ReadyFields<Event>>, GraphqlError> {
        let last = events_asked(last)?;
        let rows = match &self.events {
            Some((brought, rows)) if *brought == last => rows.clone(),
            _ => loads(ctx).load_one(EventsOf(self.listed.facts.id, last)).await?.unwrap_or_default(),
        };
        Ok(Event::of(rows, &self.listed))
    }

    /// What the two sides wrote to each other, oldest first, as far as it is open to the viewer.
    async fn messages(&self, ctx: &Context<'_>) -> Result<Vec<Message>, GraphqlError> {
        let rows = loads(ctx).load_one(MessagesOf(self.listed.facts.id)).await?.unwrap_or_default();
        Ok(rows.into_iter().map(Message).collect())
    }

    /// The soonest first; empty for a sender to whom the consent does not report attendance.
    async fn appointments(&self, ctx: &Context<'_>) -> Result<Vec<Appointment>, GraphqlError> {
        let rows = loads(ctx).load_one(AppointmentsOf(self.listed.facts.id)).await?.unwrap_or_default();
        Ok(rows.into_iter().map(Appointment).collect())
    }

    /// Whose it is within the organisation that received it; null for the sender.
    async fn assignment(&self, ctx: &Context<'_>) -> Result<Option<Assignment>, GraphqlError> {
        let received = self.stands(ctx)? == Seen::Received;
        Ok(received.then(|| Assignment(self.listed.clone())))
    }

    /// The steps that the viewer may take now.
    async fn next(&self, ctx: &Context<'_>) -> Result<Vec<Coded<ReferralStep>>, GraphqlError> {
        let (viewer, side) = (request(ctx).viewer()?, self.stands(ctx)?);
        Ok(policy::steps(viewer, self.listed.facts.state, side).into_iter().map(Coded).collect())
    }

    /// Whether the viewer may offer it to another service.
    async fn may_reroute(&self, ctx: &Context<'_>) -> Result<bool, GraphqlError> {
        let may = policy::may_reroute(request(ctx).viewer()?, self.listed.facts.state, self.stands(ctx)?);
        // Nobody is referred anew who was erased.
        Ok(may && self.person(ctx).await?.is_some())
    }

    /// Whether the viewer may write to the other side.
    async fn may_write(&self, ctx: &Context<'_>) -> Result<bool, GraphqlError> {
        let facts = &self.listed.facts;
        Ok(policy::may_write(request(ctx).viewer()?, facts.sent_at, facts.closed_at))
    }

    /// Whether the viewer may make appointments and record attendance.
    async fn may_manage_appointments(&self, ctx: &Context<'_>) -> Result<bool, GraphqlError> {
        let side = self.stands(ctx)?;
        Ok(policy::may_manage_appointments(request(ctx).viewer()?, self.listed.facts.state, side))
    }

    /// Places of the service on the start date. Where the viewer knows the month alone, on the first of it, or today in
    /// the current one; null where not even that is open.
    async fn places(&self, ctx: &Context<'_>) -> Result<Option<Places>, GraphqlError> {
        let today = request(ctx).today();
        match self.listed.facts.start_known_to(self.stands(ctx)?, today) {
            Some(day) => Ok(Some(self.brief_service().places_on(ctx, day).await?)),
            None => Ok(None),
        }
    }

    /// Null for a draft.
    async fn sent_at(&self) -> Option<DateTime> {
        self.listed.facts.sent_at.map(DateTime)
    }

    /// Null while it is open.
    async fn closed_at(&self) -> Option<DateTime> {
        self.listed.facts.closed_at.map(DateTime)
    }

    /// Changes with every step; a step names the one that was read.
    async fn version(&self) -> i32 {
        self.listed.facts.version
    }
}

impl Ready for Referral {
    // Events wait where the list has not brought them.
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
