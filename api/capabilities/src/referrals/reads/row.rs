//! A row of a list of referrals: what it holds, the columns and joins it comes by, and how it is
//! read.

use chrono::{Datelike, NaiveDate};
use entities::{
    codes::{
        HoldReason, NeedDomain, OrganisationKind, Outcome, OutcomeResult, PreAcceptanceFact, Priority,
        ReferralState, RejectReason, ReportBack, Scope, Set, WithdrawReason,
    },
    disclosure, disclosure_grant as grant,
    ids::{GroupId, MemberId, MunicipalityId, OrganisationId, PersonId, ReferralId, ServiceId},
    instant::Instant,
    person, referral,
};
use platform::{access::Viewer, context::RequestContext, error::DomainError};
use sea_orm::{
    ColumnTrait, Condition, DbErr, FromQueryResult, JoinType, QueryResult, QuerySelect, RelationDef,
    RelationTrait, Select, TryGetable,
    sea_query::{Alias, Expr},
};

use crate::referrals::Side;

/// The cells of a row, one after the other.
pub(super) struct Cells<'a> {
    row: &'a QueryResult,
    at: usize,
}

impl<'a> Cells<'a> {
    pub(super) fn of(row: &'a QueryResult) -> Self {
        Self { row, at: 0 }
    }

    pub(super) fn next<T: TryGetable>(&mut self) -> Result<T, DbErr> {
        self.at += 1;
        self.row.try_get_by_index(self.at - 1)
    }
}

/// Columns of an organisation that a list needs.
#[derive(Clone, Debug)]
pub struct OrganisationBrief {
    pub id: OrganisationId,
    pub kind: OrganisationKind,
    pub name: String,
    pub province: String,
    pub country: String,
}

impl OrganisationBrief {
    fn read(cells: &mut Cells<'_>) -> Result<Self, DbErr> {
        Ok(Self {
            id: cells.next()?,
            kind: cells.next()?,
            name: cells.next()?,
            province: cells.next()?,
            country: cells.next()?,
        })
    }
}

/// Columns of a service that a list needs.
#[derive(Clone, Debug)]
pub struct ServiceBrief {
    pub id: ServiceId,
    pub organisation_id: OrganisationId,
    pub name: String,
    pub domain: NeedDomain,
}

impl ServiceBrief {
    fn read(cells: &mut Cells<'_>) -> Result<Self, DbErr> {
        Ok(Self {
            id: cells.next()?,
            organisation_id: cells.next()?,
            name: cells.next()?,
            domain: cells.next()?,
        })
    }
}

/// The clear columns of a referral.
#[derive(Clone, Debug)]
pub struct Facts {
    pub id: ReferralId,
    pub reference: String,
    pub group_id: GroupId,
    pub person_id: PersonId,
    pub state: ReferralState,
    pub state_since: Instant,
    pub priority: Priority,
    pub domains: Set<NeedDomain>,
    pub municipality_id: Option<MunicipalityId>,
    pub start_date: NaiveDate,
    pub starts_on_release: bool,
    pub scopes: Set<Scope>,
    pub pre_acceptance: Set<PreAcceptanceFact>,
    pub expected_on: Option<NaiveDate>,
    pub due_on: NaiveDate,
    pub reject_reason: Option<RejectReason>,
    pub reject_reason_shown: Option<RejectReason>,
    pub withdraw_reason: Option<WithdrawReason>,
    pub fail_reason: Option<WithdrawReason>,
    pub hold_reason: Option<HoldReason>,
    pub outcome: Option<Outcome>,
    pub outcome_result: Option<OutcomeResult>,
    pub assigned_to: Option<MemberId>,
    pub offered_to: Option<MemberId>,
    pub sent_at: Option<Instant>,
    pub closed_at: Option<Instant>,
    pub created_at: Instant,
    pub version: i32,
    /// Facts that the sender may learn while the consent is valid; empty for a draft.
    pub report_back: Option<Set<ReportBack>>,
    /// Whether acceptance has opened the disclosure.
    pub opened: bool,
    /// Pseudonym at the sender; not read for lists of received referrals.
    pub own_pseudonym: Option<String>,
    /// Pseudonym at the recipient; empty for a draft.
    pub their_pseudonym: Option<String>,
    /// Whether what the sender disclosed is open to the viewer: always to the sender itself.
    pub open: bool,
}

impl Facts {
    fn read(cells: &mut Cells<'_>) -> Result<Self, DbErr> {
        Ok(Self {
            id: cells.next()?,
            reference: cells.next()?,
            group_id: cells.next()?,
            person_id: cells.next()?,
            state: cells.next()?,
            state_since: cells.next()?,
            priority: cells.next()?,
            domains: cells.next()?,
            municipality_id: cells.next()?,
            start_date: cells.next()?,
            starts_on_release: cells.next()?,
            scopes: cells.next()?,
            pre_acceptance: cells.next()?,
            expected_on: cells.next()?,
            due_on: cells.next()?,
            reject_reason: cells.next()?,
            reject_reason_shown: cells.next()?,
            withdraw_reason: cells.next()?,
            fail_reason: cells.next()?,
            hold_reason: cells.next()?,
            outcome: cells.next()?,
            outcome_result: cells.next()?,
            assigned_to: cells.next()?,
            offered_to: cells.next()?,
            sent_at: cells.next()?,
            closed_at: cells.next()?,
            created_at: cells.next()?,
            version: cells.next()?,
            report_back: cells.next()?,
            opened: cells.next::<Option<Instant>>()?.is_some(),
            their_pseudonym: cells.next()?,
            open: cells.next()?,
            own_pseudonym: cells.next()?,
        })
    }
}

/// A referral in a list.
#[derive(Clone, Debug)]
pub struct Listed {
    pub facts: Facts,
    pub sender: OrganisationBrief,
    pub recipient: OrganisationBrief,
    pub service: ServiceBrief,
}

impl FromQueryResult for Listed {
    /// Column by column in the order of `columns`: to look each up by its name takes longer than
    /// to read it.
    fn from_query_result(row: &QueryResult, _: &str) -> Result<Self, DbErr> {
        let mut cells = Cells::of(row);
        Ok(Self {
            facts: Facts::read(&mut cells)?,
            sender: OrganisationBrief::read(&mut cells)?,
            recipient: OrganisationBrief::read(&mut cells)?,
            service: ServiceBrief::read(&mut cells)?,
        })
    }
}

impl Facts {
    /// Start date, as far as a side knows it. If it is the release date, the recipient sees it as that: when the
    /// disclosure opens, or earlier if it is shared before the decision; no longer once it closes.
    pub fn start_date_for(&self, side: Side) -> Option<NaiveDate> {
        let day_open = self.open
            && self.scopes.contains(Scope::Needs)
            && (self.opened || self.pre_acceptance.contains(PreAcceptanceFact::ReleaseDay));
        let told = side == Side::Sent || !self.starts_on_release || day_open;
        told.then_some(self.start_date)
    }

    /// Day on which capacity is counted: the start date; if only the month is known its first day, or today in the
    /// current month.
    pub fn start_known_to(&self, side: Side, today: NaiveDate) -> Option<NaiveDate> {
        let first = || self.start_date.with_day(1).filter(|_| self.open).map(|first| first.max(today));
        self.start_date_for(side).or_else(first)
    }

    /// Its year and month, such as `2026-12`: the recipient knows them before the date is disclosed.
    pub fn start_month_for(&self, side: Side) -> Option<String> {
        let told = self.open || self.start_date_for(side).is_some();
        told.then(|| self.start_date.format("%Y-%m").to_string())
    }
}

impl Listed {
    pub fn side(&self, viewer: &Viewer) -> Side {
        if self.sender.id == viewer.organisation { Side::Sent } else { Side::Received }
    }
}

/// The columns of a [`Listed`] in the order in which they are read, and the joins they come by.
pub(super) fn columns(
    request: &RequestContext,
    found: Select<referral::Entity>,
    side: Option<Side>,
) -> Result<Select<referral::Entity>, DomainError> {
    use referral::Column as R;
    let own = referral::Column::SenderId.eq(request.viewer()?.organisation);
    let open = match side {
        Some(Side::Sent) => Expr::cust("TRUE"),
        Some(Side::Received) => yes_where(crate::disclosures::visible::open(request.today())),
        None => yes_where(Condition::any().add(own).add(crate::disclosures::visible::open(request.today()))),
    };
    let mut select = found
        .join_as(JoinType::InnerJoin, sender(), Alias::new("sender"))
        .join_as(JoinType::InnerJoin, recipient(), Alias::new("recipient"))
        .join_as(JoinType::InnerJoin, listed_service(), Alias::new("listed_service"))
        .join(JoinType::LeftJoin, disclosure_of_grant())
        .select_only()
        .columns([
            R::Id,
            R::Reference,
            R::GroupId,
            R::PersonId,
            R::State,
            R::StateSince,
            R::Priority,
            R::Domains,
            R::MunicipalityId,
            R::StartDate,
            R::StartsOnRelease,
            R::Scopes,
            R::PreAcceptance,
            R::ExpectedOn,
            R::DueOn,
            R::RejectReason,
            R::RejectReasonShown,
            R::WithdrawReason,
            R::FailReason,
            R::HoldReason,
            R::Outcome,
            R::OutcomeResult,
            R::AssignedTo,
            R::OfferedTo,
            R::SentAt,
            R::ClosedAt,
            R::CreatedAt,
            R::Version,
        ])
        .expr_as(reported(request.today(), side), "report_back")
        .column(grant::Column::OpenedAt)
        .column_as(disclosure::Column::Pseudonym, "their_pseudonym")
        .expr_as(open, "open");
    // A list of what was received reads nothing of the person.
    select = match side {
        Some(Side::Received) => select.expr_as(Expr::cust("NULL"), "own_pseudonym"),
        _ => select.column_as(person::Column::Pseudonym, "own_pseudonym"),
    };
    for side in ["sender", "recipient"] {
        for column in ["id", "kind", "name", "province", "country"] {
            select =
                select.expr_as(Expr::col((Alias::new(side), Alias::new(column))), format!("{side}_{column}"));
        }
    }
    for column in ["id", "organisation_id", "name", "domain"] {
        select = select.expr_as(
            Expr::col((Alias::new("listed_service"), Alias::new(column))),
            format!("service_{column}"),
        );
    }
    Ok(select)
}

/// Facts that are reported back. The recipient knows them anyway, so its lists omit this query.
fn reported(today: NaiveDate, side: Option<Side>) -> Expr {
    let agreed = Expr::col((grant::Entity, grant::Column::ReportBack));
    match side {
        Some(Side::Received) => agreed,
        _ => Expr::Case(Box::new(Expr::case(crate::people::visible::consent_counts(today), agreed))),
    }
}

fn yes_where(condition: Condition) -> Expr {
    Expr::Case(Box::new(Expr::case(condition, Expr::cust("TRUE")).finally(Expr::cust("FALSE"))))
}

fn sender() -> RelationDef {
    referral::Relation::Sender.def()
}

fn recipient() -> RelationDef {
    referral::Relation::Recipient.def()
}

fn listed_service() -> RelationDef {
    referral::Relation::Service.def()
}

fn disclosure_of_grant() -> RelationDef {
    grant::Relation::Disclosure.def()
}
