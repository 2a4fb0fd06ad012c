//! Referral of one person to one service of one recipient.

use sea_orm::entity::prelude::*;

use crate::{
    codes::{
        HoldReason, NeedDomain, Outcome, OutcomeResult, PreAcceptanceFact, Priority, ReferralState,
        RejectReason, Scope, Set, WithdrawReason,
    },
    ids::{GrantId, GroupId, MemberId, MunicipalityId, OrganisationId, PersonId, ReferralId, ServiceId},
    instant::Instant,
    sealed::Sealed,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "referral")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReferralId,
    /// `TG-7Q4M-2XKD`; random.
    pub reference: String,
    pub group_id: GroupId,
    pub person_id: PersonId,
    pub sender_id: OrganisationId,
    pub recipient_id: OrganisationId,
    pub service_id: ServiceId,
    /// Grant for the recipient; none while it is a draft.
    pub grant_id: Option<GrantId>,
    pub state: ReferralState,
    pub state_since: Instant,
    pub priority: Priority,
    /// Domains of its needs.
    pub domains: Set<NeedDomain>,
    /// Municipality to which the person returns, at the time of sending.
    pub municipality_id: Option<MunicipalityId>,
    /// First date for which capacity is reserved.
    pub start_date: Date,
    /// Whether that is the day of release, and moves with it.
    pub starts_on_release: bool,
    /// Scopes that the sender shares.
    pub scopes: Set<Scope>,
    /// Facts that the sender shares before acceptance.
    pub pre_acceptance: Set<PreAcceptanceFact>,
    /// Request to the recipient; encrypted with the person's key.
    pub ask: Option<Sealed>,
    /// Date by which the recipient should begin its review; recorded only, no deadline depends on it.
    pub acknowledge_by: Option<Date>,
    pub respond_by: Option<Date>,
    /// Date on which the recipient expects capacity, while it is on the waiting list.
    pub expected_on: Option<Date>,
    /// Date of the present deadline; the last day of 9999 if there is none, so that both databases sort alike.
    pub due_on: Date,
    /// Time of the next reminder; empty if there is none.
    pub next_reminder_at: Option<Instant>,
    /// Number of reminders of the present deadline.
    pub reminders_sent: i32,
    /// Actual reason; only the recipient sees it.
    pub reject_reason: Option<RejectReason>,
    /// The reason that the sender is shown.
    pub reject_reason_shown: Option<RejectReason>,
    pub withdraw_reason: Option<WithdrawReason>,
    /// Reason for which the referral was closed as incomplete.
    pub fail_reason: Option<WithdrawReason>,
    /// Reason of the hold.
    pub hold_reason: Option<HoldReason>,
    pub outcome: Option<Outcome>,
    pub outcome_result: Option<OutcomeResult>,
    /// Explanation or notes; encrypted with the disclosure's key if the recipient wrote it, else with the person's.
    pub reason: Option<Sealed>,
    pub created_by: MemberId,
    /// Member to whom the recipient assigned it.
    pub assigned_to: Option<MemberId>,
    /// Member of the recipient to whom the referral is offered and who has not accepted it yet.
    pub offered_to: Option<MemberId>,
    pub sent_at: Option<Instant>,
    pub closed_at: Option<Instant>,
    pub version: i32,
    pub created_at: Instant,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::organisation::Entity",
        from = "Column::SenderId",
        to = "super::organisation::Column::Id",
        skip_fk
    )]
    Sender,
    #[sea_orm(
        belongs_to = "super::organisation::Entity",
        from = "Column::RecipientId",
        to = "super::organisation::Column::Id",
        skip_fk
    )]
    Recipient,
    #[sea_orm(
        belongs_to = "super::service::Entity",
        from = "Column::ServiceId",
        to = "super::service::Column::Id",
        skip_fk
    )]
    Service,
    #[sea_orm(
        belongs_to = "super::person::Entity",
        from = "Column::PersonId",
        to = "super::person::Column::Id",
        skip_fk
    )]
    Person,
    #[sea_orm(
        belongs_to = "super::disclosure_grant::Entity",
        from = "Column::GrantId",
        to = "super::disclosure_grant::Column::Id",
        skip_fk
    )]
    Grant,
}

impl ActiveModelBehavior for ActiveModel {}
