//! The codes of the contract, each once, with the words that readers see in their place.
//!
//! A code's words are the text `<prefix>-<code>`: `need-accommodation`, `state-in-progress`.

#![allow(dead_code, reason = "the contract's codes are all here, whether a page speaks of each yet or not")]

use serde::{Deserialize, Serialize};

/// A code of the contract.
pub trait Code {
    /// What the texts of this kind of code begin with.
    fn prefix(&self) -> &'static str;
    /// The code as the contract spells it: `IN_PROGRESS`.
    fn code(&self) -> &'static str;
    /// The code as texts spell it: `in-progress`.
    fn slug(&self) -> String {
        self.code().to_lowercase().replace('_', "-")
    }
}

impl<C: Code + ?Sized> Code for &C {
    fn prefix(&self) -> &'static str {
        (**self).prefix()
    }
    fn code(&self) -> &'static str {
        (**self).code()
    }
}

macro_rules! codes {
    ($($name:ident $prefix:literal { $($variant:ident $code:literal),+ $(,)? })+) => {
        $(
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
            pub enum $name { $(#[serde(rename = $code)] $variant),+ }

            impl $name {
                pub const ALL: &[$name] = &[$($name::$variant),+];

                /// The code that is spelt so; a form or an address may carry anything.
                pub fn parse(code: &str) -> Option<Self> {
                    Self::ALL.iter().copied().find(|known| known.code() == code)
                }
            }

            impl Code for $name {
                fn prefix(&self) -> &'static str {
                    $prefix
                }
                fn code(&self) -> &'static str {
                    match self { $($name::$variant => $code),+ }
                }
            }
        )+

        /// Every kind of code: its prefix and its codes, for the test that all of them have words.
        #[cfg(test)]
        pub const EVERY: &[(&str, &[&str])] = &[$(($prefix, &[$($code),+])),+];
    };
}

codes! {
    OrganisationKind "kind" {
        Ngo "NGO", FaithBased "FAITH_BASED", LocalAuthority "LOCAL_AUTHORITY", EmploymentService
        "EMPLOYMENT_SERVICE", Prison "PRISON", Probation "PROBATION", SocialCentre "SOCIAL_CENTRE",
        RehabilitationCentre "REHABILITATION_CENTRE", VocationalSchool "VOCATIONAL_SCHOOL", Employer
        "EMPLOYER", Funder "FUNDER", Coordinator "COORDINATOR", Other "OTHER",
    }
    Role "role" {
        Viewer "VIEWER", Caseworker "CASEWORKER", JobOfficer "JOB_OFFICER", Trainer "TRAINER", Manager
        "MANAGER", Admin "ADMIN", Coordinator "COORDINATOR", Auditor "AUDITOR",
    }
    Scope "scope" {
        Identity "IDENTITY", Contact "CONTACT", Needs "NEEDS", Health "HEALTH", Offence "OFFENCE", Family
        "FAMILY", Employment "EMPLOYMENT", Documents "DOCUMENTS",
    }
    NeedDomain "need" {
        Accommodation "ACCOMMODATION", EducationTrainingEmployment "EDUCATION_TRAINING_EMPLOYMENT",
        FinanceBenefitDebtId "FINANCE_BENEFIT_DEBT_ID", DependencyAndRecovery "DEPENDENCY_AND_RECOVERY",
        FamilyAndRelationships "FAMILY_AND_RELATIONSHIPS", LifestyleAndAssociates
        "LIFESTYLE_AND_ASSOCIATES", AttitudesThinkingBehaviour "ATTITUDES_THINKING_BEHAVIOUR",
        EmotionalWellbeing "EMOTIONAL_WELLBEING", Health "HEALTH", SocialInclusion "SOCIAL_INCLUSION", Legal
        "LEGAL", FaithAndCommunity "FAITH_AND_COMMUNITY",
    }
    Priority "priority" { Routine "ROUTINE", Urgent "URGENT", ReleaseDay "RELEASE_DAY" }
    Sex "sex" { Female "FEMALE", Male "MALE", Other "OTHER", Unknown "UNKNOWN" }
    LegalStatus "legal-status" {
        InCustody "IN_CUSTODY", OnLicence "ON_LICENCE", Probation "PROBATION", Free "FREE", Unknown
        "UNKNOWN",
    }
    Sobriety "sobriety" { Sober "SOBER", InTreatment "IN_TREATMENT", NotSober "NOT_SOBER", Unknown "UNKNOWN" }
    LegalBasis "ground" {
        Consent "CONSENT", LegalObligation "LEGAL_OBLIGATION", PublicTask "PUBLIC_TASK", VitalInterest
        "VITAL_INTEREST",
    }
    ErasureReason "erasure-reason" {
        Requested "REQUESTED", NotNeeded "NOT_NEEDED", NotLawful "NOT_LAWFUL", LegalObligation "LEGAL_OBLIGATION",
    }
    Purpose "purpose" { Resettlement "RESETTLEMENT", Employment "EMPLOYMENT", Treatment "TREATMENT" }
    ConsentAnswer "consent-answer" { Given "GIVEN", Refused "REFUSED" }
    ConsentHow "consent-how" { Paper "PAPER", Spoken "SPOKEN", Screen "SCREEN" }
    ConsentStanding "consent-standing" {
        InForce "IN_FORCE", Expired "EXPIRED", Withdrawn "WITHDRAWN", Refused "REFUSED",
    }
    ReportBack "report-back" { Attendance "ATTENDANCE", Notes "NOTES" }
    PreAcceptanceFact "deciding" {
        ReleaseDay "RELEASE_DAY", Sex "SEX", LegalStatus "LEGAL_STATUS", Sobriety "SOBRIETY", NeedText
        "NEED_TEXT",
    }
    WithheldUntil "withheld-until" {
        Accepted "ACCEPTED", NotShared "NOT_SHARED", Closed "CLOSED", NotYourRole "NOT_YOUR_ROLE", Ended "ENDED",
    }
    ServiceStatus "service-status" {
        Active "ACTIVE", Inactive "INACTIVE", Defunct "DEFUNCT", TemporarilyClosed "TEMPORARILY_CLOSED",
    }
    AgreementState "agreement-state" {
        Proposed "PROPOSED", Active "ACTIVE", Suspended "SUSPENDED", Ended "ENDED",
    }
    ReferralState "state" {
        Draft "DRAFT", Sent "SENT", Acknowledged "ACKNOWLEDGED", InformationRequested
        "INFORMATION_REQUESTED", Waitlisted "WAITLISTED", Accepted "ACCEPTED", InProgress "IN_PROGRESS",
        OnHold "ON_HOLD", Completed "COMPLETED", Failed "FAILED", Rejected "REJECTED", Withdrawn
        "WITHDRAWN", Expired "EXPIRED", EnteredInError "ENTERED_IN_ERROR",
    }
    ReferralStep "step" {
        Send "SEND", Acknowledge "ACKNOWLEDGE", RequestInformation "REQUEST_INFORMATION", Answer "ANSWER",
        Accept "ACCEPT", Waitlist "WAITLIST", Start "START", Resume "RESUME", Complete "COMPLETE", Hold
        "HOLD", Fail "FAIL", Reject "REJECT", Withdraw "WITHDRAW", Reopen "REOPEN", EnterInError
        "ENTER_IN_ERROR",
    }
    HoldReason "hold-reason" {
        Illness "ILLNESS", InCustody "IN_CUSTODY", Unreachable "UNREACHABLE", WaitingForDocuments
        "WAITING_FOR_DOCUMENTS", WaitingForPlace "WAITING_FOR_PLACE", Other "OTHER",
    }
    Side "side" { Sent "SENT", Received "RECEIVED" }
    GroupMode "group-mode" { AnyOne "ANY_ONE", All "ALL" }
    RejectReason "reject-reason" {
        NotEligible "NOT_ELIGIBLE", NoCapacity "NO_CAPACITY", ServiceNotProvided "SERVICE_NOT_PROVIDED",
        AlreadyEnrolled "ALREADY_ENROLLED", OutOfArea "OUT_OF_AREA", MissingDocuments "MISSING_DOCUMENTS",
        Other "OTHER",
    }
    WithdrawReason "withdraw-reason" {
        Ineligible "INELIGIBLE", MistakeOrDuplicate "MISTAKE_OR_DUPLICATE", NotEngaged "NOT_ENGAGED",
        NeedsMetElsewhere "NEEDS_MET_ELSEWHERE", MovedOutOfArea "MOVED_OUT_OF_AREA", WorkOrCare
        "WORK_OR_CARE", Died "DIED", ReturnedToCustody "RETURNED_TO_CUSTODY", SentenceEnded
        "SENTENCE_ENDED", ConsentWithdrawn "CONSENT_WITHDRAWN", ConsentExpired "CONSENT_EXPIRED",
        PersonErased "PERSON_ERASED", SettledElsewhere "SETTLED_ELSEWHERE", Other "OTHER",
    }
    Outcome "outcome" { Achieved "ACHIEVED", PartiallyAchieved "PARTIALLY_ACHIEVED", NotAchieved "NOT_ACHIEVED" }
    OutcomeResult "result" {
        Enrolled "ENROLLED", GotHelp "GOT_HELP", Housed "HOUSED", Employed "EMPLOYED", InEducation
        "IN_EDUCATION", CouldNotContact "COULD_NOT_CONTACT", PersonDeclined "PERSON_DECLINED", CouldNotHelp
        "COULD_NOT_HELP", ReferredElsewhere "REFERRED_ELSEWHERE",
    }
    Attendance "attendance" { Attended "ATTENDED", Late "LATE", Absent "ABSENT", Excused "EXCUSED" }
    ReferralDeadline "clock" { Answer "ANSWER", Information "INFORMATION", Place "PLACE", NextStep "NEXT_STEP" }
    EventKind "event" {
        ReferralDrafted "REFERRAL_DRAFTED", ReferralSent "REFERRAL_SENT", ReferralAcknowledged
        "REFERRAL_ACKNOWLEDGED", ReferralInformationRequested "REFERRAL_INFORMATION_REQUESTED",
        ReferralAnswered "REFERRAL_ANSWERED", ReferralAccepted "REFERRAL_ACCEPTED", ReferralStarted
        "REFERRAL_STARTED", ReferralWaitlisted "REFERRAL_WAITLISTED", ReferralHeld "REFERRAL_HELD",
        ReferralResumed "REFERRAL_RESUMED", ReferralCompleted "REFERRAL_COMPLETED", ReferralFailed
        "REFERRAL_FAILED", ReferralRejected "REFERRAL_REJECTED", ReferralWithdrawn "REFERRAL_WITHDRAWN",
        ReferralReminded "REFERRAL_REMINDED", ReferralEscalated "REFERRAL_ESCALATED", ReferralExpired
        "REFERRAL_EXPIRED", ReferralEnteredInError "REFERRAL_ENTERED_IN_ERROR", ReferralReopened
        "REFERRAL_REOPENED", ReferralOffered "REFERRAL_OFFERED", ReferralTaken "REFERRAL_TAKEN",
        ReferralGivenBack "REFERRAL_GIVEN_BACK", ReferralNotSent "REFERRAL_NOT_SENT", ReleaseMoved "RELEASE_MOVED", MessageWritten "MESSAGE_WRITTEN", AppointmentMade
        "APPOINTMENT_MADE", AppointmentAttendanceRecorded "APPOINTMENT_ATTENDANCE_RECORDED",
        IdentityLookedAt "IDENTITY_LOOKED_AT", PersonRecorded "PERSON_RECORDED", PersonChanged
        "PERSON_CHANGED", PersonErased "PERSON_ERASED", NeedAdded "NEED_ADDED", NeedChanged "NEED_CHANGED", ConsentRecorded
        "CONSENT_RECORDED", ConsentWithdrawn "CONSENT_WITHDRAWN", ConsentRanOut "CONSENT_RAN_OUT", CaseTeamChanged "CASE_TEAM_CHANGED",
        AgreementProposed "AGREEMENT_PROPOSED", AgreementSigned "AGREEMENT_SIGNED", AgreementSuspended
        "AGREEMENT_SUSPENDED", AgreementResumed "AGREEMENT_RESUMED", AgreementEnded "AGREEMENT_ENDED",
        ServiceChanged "SERVICE_CHANGED", MemberInvited "MEMBER_INVITED", MemberChanged "MEMBER_CHANGED",
        MemberLeft "MEMBER_LEFT", SignedIn "SIGNED_IN", SignedOutElsewhere "SIGNED_OUT_ELSEWHERE", TokenCreated
        "TOKEN_CREATED", TokenRevoked "TOKEN_REVOKED", ListBroughtIn "LIST_BROUGHT_IN", ListTaken "LIST_TAKEN",
        ListThrownAway "LIST_THROWN_AWAY", OrganisationRecorded "ORGANISATION_RECORDED", LegalBasisRecorded "GROUND_RECORDED", OrganisationChanged "ORGANISATION_CHANGED", ServiceRecorded "SERVICE_RECORDED",
    }
    Action "action" {
        DirectoryRead "DIRECTORY_READ", ServiceManage "SERVICE_MANAGE", AgreementPropose
        "AGREEMENT_PROPOSE", AgreementSign "AGREEMENT_SIGN", AgreementSuspend "AGREEMENT_SUSPEND",
        PersonRead "PERSON_READ", PersonRecord "PERSON_RECORD", PersonChange "PERSON_CHANGE", PersonErase "PERSON_ERASE", CaseTeamChange
        "CASE_TEAM_CHANGE", ConsentRecord "CONSENT_RECORD", ConsentWithdraw "CONSENT_WITHDRAW", ReferralRead
        "REFERRAL_READ", ReferralSend "REFERRAL_SEND", ReferralAnswer "REFERRAL_ANSWER", ReferralWithdraw
        "REFERRAL_WITHDRAW", ReferralReopen "REFERRAL_REOPEN", MessageWrite "MESSAGE_WRITE", AppointmentManage "APPOINTMENT_MANAGE", AuditLogRead
        "AUDIT_LOG_READ", MemberManage "MEMBER_MANAGE", EmailRead "EMAIL_READ",
        OrganisationRecord "ORGANISATION_RECORD", LegalBasisRecord "LEGAL_BASIS_RECORD", OrganisationChange "ORGANISATION_CHANGE",
    }
    Origin "origin" { Pages "PAGES", Api "API", System "SYSTEM" }
    AuditLogSubjectKind "journal-subject" {
        Referral "REFERRAL", Person "PERSON", Disclosure "DISCLOSURE", Agreement "AGREEMENT", Service
        "SERVICE", Message "MESSAGE", Appointment "APPOINTMENT", Need "NEED", Consent "CONSENT", Member "MEMBER",
        Organisation "ORGANISATION", Import "IMPORT",
    }
    AgreementStep "agreement-step" { Sign "SIGN", Suspend "SUSPEND", Resume "RESUME", End "END" }
    ReadinessState "readiness" { Nothing "NOTHING", UnderWay "UNDER_WAY", Arranged "ARRANGED" }
    MatchFactor "match-factor" {
        Domain "DOMAIN", Area "AREA", Age "AGE", Sex "SEX", LegalStatus "LEGAL_STATUS", Sobriety "SOBRIETY",
        Residence "RESIDENCE", Places "PLACES", Agreement "AGREEMENT", OpenReferral "OPEN_REFERRAL", Consent
        "CONSENT", LegalBasis "LEGAL_BASIS",
    }
    MatchAnswer "match-answer" { Yes "YES", No "NO", Unknown "UNKNOWN" }
    EmailFrequency "mail-pace" { AtOnce "AT_ONCE", Daily "DAILY", None "NONE" }
    EmailState "mail-state" {
        Queued "QUEUED", Sent "SENT", NotNeeded "NOT_NEEDED", Kept "KEPT", Refused "REFUSED", Failed "FAILED",
    }
    EmailFailure "mail-fault" {
        Unreachable "UNREACHABLE", Untrusted "UNTRUSTED", NotAllowed "NOT_ALLOWED", Later "LATER", AddressRefused
        "ADDRESS_REFUSED", NotWanted "NOT_WANTED", NotWorded "NOT_WORDED",
    }
    TokenScope "token-scope" {
        Read "READ", Identities "IDENTITIES", People "PEOPLE", Referrals "REFERRALS", Manage "MANAGE",
    }
    ImportKind "list-kind" { People "PEOPLE", Organisations "ORGANISATIONS" }
    ImportState "import-state" {
        Uploading "UPLOADING", Reading "READING", Unreadable "UNREADABLE", Validating "VALIDATING", Validated "VALIDATED", Applying
        "APPLYING", Done "DONE", Deleted "DELETED",
    }
    ImportFailure "import-fault" {
        Empty "EMPTY", TooLarge "TOO_LARGE", TooManyColumns "TOO_MANY_COLUMNS", TooManyRows "TOO_MANY_ROWS", Protected
        "PROTECTED", NotASpreadsheet "NOT_A_SPREADSHEET", Damaged "DAMAGED", DecompressedTooLarge "DECOMPRESSED_TOO_LARGE", Interrupted
        "INTERRUPTED", NotAllowed "NOT_ALLOWED", EndedByUpgrade "ENDED_BY_UPGRADE",
    }
    ImportRowStatus "import-row-status" { New "NEW", Existing "EXISTING", Duplicate "DUPLICATE", Invalid "INVALID" }
    CellErrorCode "mend" {
        Missing "MISSING", TooLong "TOO_LONG", NotADate "NOT_A_DATE", NotANumber "NOT_A_NUMBER", NotPossible
        "NOT_POSSIBLE", DateOrderUnknown "DATE_ORDER_UNKNOWN", Unrecognised "UNRECOGNISED", UnknownPlace "UNKNOWN_PLACE",
        SeveralPlaces "SEVERAL_PLACES", NoNeeds "NO_NEEDS",
    }
    Certainty "certainty" { Unsure "UNSURE", Likely "LIKELY", Certain "CERTAIN" }
    DateOrder "date-order" { Day "DAY_FIRST", Month "MONTH_FIRST", Year "YEAR_FIRST" }
    ImportField "list-field" {
        FamilyName "FAMILY_NAME", GivenName "GIVEN_NAME", MiddleName "MIDDLE_NAME", FullName "FULL_NAME", DateOfBirth
        "DATE_OF_BIRTH", YearOfBirth "YEAR_OF_BIRTH", Sex "SEX", Prison "PRISON", ReleaseDate "RELEASE_DATE",
        Municipality "MUNICIPALITY", Province "PROVINCE", Needs "NEEDS", Notes "NOTES", CaseNumber "CASE_NUMBER",
        DocumentNumber "DOCUMENT_NUMBER", Phone "PHONE", Email "EMAIL", Address "ADDRESS", Language "LANGUAGE", Name
        "NAME", OrganisationKind "ORGANISATION_KIND", Website "WEBSITE", Services "SERVICES", Places "PLACES",
        Description "DESCRIPTION",
    }
    ReferralOrder "order" { UrgentFirst "URGENT_FIRST", NewestFirst "NEWEST_FIRST" }
}

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
            LegalBasisRecorded => "scale",
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
