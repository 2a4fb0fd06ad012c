//! The codes of the contract, each enum of it once, with the words that readers see in their place.
//!
//! The enums are generated from `api/schema.graphql` when the crate is built (`generate/contract.rs`). A code's words are the
//! text `<type>-<code>`, `need-domain-accommodation`; the build stops where one is missing. Texts that say something else of
//! every code of a type, such as `need-short-accommodation`, are methods of the type: `NeedDomain::need_short`.

#![allow(dead_code, reason = "the contract's codes are all here, whether a page speaks of each yet or not")]
#![allow(clippy::enum_variant_names, reason = "the contract names its codes")]

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::{Key, key};

/// A code of the contract.
pub trait Code {
    /// The code as the contract spells it: `IN_PROGRESS`.
    fn code(&self) -> &'static str;
    /// The text that says what it means.
    fn key(&self) -> Key;
    /// The code as texts spell it: `in-progress`.
    fn slug(&self) -> String {
        self.code().to_lowercase().replace('_', "-")
    }
}

impl<C: Code + ?Sized> Code for &C {
    fn code(&self) -> &'static str {
        (**self).code()
    }
    fn key(&self) -> Key {
        (**self).key()
    }
}

include!(concat!(env!("OUT_DIR"), "/codes.rs"));

impl Role {
    /// Whether whoever has it works with people and referrals, and can be given some; the API has the
    /// last word.
    pub fn answers(self) -> bool {
        matches!(self, Role::Caseworker | Role::JobOfficer | Role::Manager)
    }

    /// Whether whoever has it reads people, and can be on a case team; the API has the last word.
    pub fn reads_people(self) -> bool {
        !matches!(self, Role::Admin | Role::Coordinator | Role::Auditor)
    }
}

impl NeedDomain {
    pub fn icon(self) -> &'static str {
        match self {
            NeedDomain::Accommodation => "bed",
            NeedDomain::EducationTrainingEmployment => "briefcase",
            NeedDomain::FinanceBenefitDebtId => "wallet",
            NeedDomain::DependencyAndRecovery => "sprout",
            NeedDomain::FamilyAndRelationships => "heart",
            NeedDomain::LifestyleAndAssociates => "users",
            NeedDomain::AttitudesThinkingBehaviour => "brain",
            NeedDomain::EmotionalWellbeing => "smile",
            NeedDomain::Health => "heart-pulse",
            NeedDomain::SocialInclusion => "hand-helping",
            NeedDomain::Legal => "scale",
            NeedDomain::FaithAndCommunity => "church",
        }
    }
}

impl EventKind {
    /// The sign of what happened, the same wherever it is told.
    pub fn icon(self) -> &'static str {
        use EventKind::*;
        match self {
            IdentityLookedAt | ReferralAcknowledged => "eye",
            PersonRecorded | PersonChanged => "user",
            PersonErased => "x",
            CaseTeamChanged => "users",
            NeedAdded | NeedChanged => "flag",
            ConsentRecorded | ConsentWithdrawn | ConsentRanOut => "signature",
            AgreementProposed | AgreementSigned | AgreementSuspended | AgreementResumed | AgreementEnded => {
                "handshake"
            }
            ServiceRecorded | ServiceChanged => "hand-helping",
            MessageWritten | ReferralAnswered => "message-square",
            ReferralInformationRequested => "circle-question-mark",
            AppointmentMade | AppointmentAttendanceRecorded => "calendar",
            ReferralDrafted => "pencil",
            ReferralSent => "send",
            ReferralAccepted | ReferralCompleted => "check",
            ReferralStarted | ReferralResumed | ReferralReopened => "play",
            ReferralWaitlisted | ReferralHeld | ReferralReminded => "clock",
            ReferralEscalated | ReferralNotSent => "triangle-alert",
            ReleaseMoved => "calendar",
            ReferralRejected | ReferralFailed | ReferralExpired | ReferralEnteredInError => "x",
            ReferralWithdrawn | ReferralGivenBack => "undo-2",
            ReferralOffered | ReferralTaken => "users",
            MemberInvited | MemberChanged | MemberLeft => "user",
            SignedIn | SignedOutElsewhere | TokenCreated | TokenRevoked => "lock",
            ListBroughtIn => "file-text",
            ListTaken => "check",
            ListThrownAway => "x",
            OrganisationRecorded | OrganisationChanged => "building-2",
            GroundRecorded => "scale",
        }
    }
}

impl ReferralState {
    /// Whether nothing more can happen to it.
    pub fn closed(self) -> bool {
        use ReferralState::*;
        matches!(self, Completed | Failed | Rejected | Withdrawn | Expired | EnteredInError)
    }
}
