//! Codes of referrals. Taken from the field's standards; stored as written here.

use sea_orm::prelude::StringLen;

use super::codes;

codes! {
    /// Where a referral stands.
    ReferralState {
        Draft = "DRAFT": "Being written; only the sender sees it.",
        Sent = "SENT": "Waits for the recipient.",
        Acknowledged = "ACKNOWLEDGED": "The recipient is looking at it.",
        InformationRequested = "INFORMATION_REQUESTED": "The recipient asked a question and waits for the sender.",
        Waitlisted = "WAITLISTED": "Waits for a place that the recipient expects on a day.",
        Accepted = "ACCEPTED": "The recipient takes it; identity is open.",
        InProgress = "IN_PROGRESS": "Work with the person has begun.",
        OnHold = "ON_HOLD": "Work with the person rests for a while.",
        Completed = "COMPLETED": "Closed with an outcome.",
        Failed = "FAILED": "Work with the person broke off.",
        Rejected = "REJECTED": "The recipient cannot take it.",
        Withdrawn = "WITHDRAWN": "Taken back, or no longer needed.",
        Expired = "EXPIRED": "Nobody answered in time.",
        EnteredInError = "ENTERED_IN_ERROR": "It should never have been; it is counted nowhere.",
    }
}

impl ReferralState {
    /// States in which a place of the service is held.
    pub const HOLDS_A_PLACE: [Self; 3] = [Self::Accepted, Self::InProgress, Self::OnHold];
}

codes! {
    /// How many referrals of a group are wanted.
    GroupMode {
        AnyOne = "ANY_ONE": "The first acceptance suffices; the others are withdrawn.",
        All = "ALL": "Each does its part.",
    }
}

codes! {
    /// Why a recipient cannot take a referral.
    RejectReason {
        NotEligible = "NOT_ELIGIBLE": "The person does not meet the rules.",
        NoCapacity = "NO_CAPACITY": "No place.",
        ServiceNotProvided = "SERVICE_NOT_PROVIDED": "The service is not offered any more.",
        AlreadyEnrolled = "ALREADY_ENROLLED": "The person is with the recipient already.",
        OutOfArea = "OUT_OF_AREA": "The person does not live in the service area.",
        MissingDocuments = "MISSING_DOCUMENTS": "Papers are missing.",
        Other = "OTHER": "Another reason, in words.",
    }
}

codes! {
    /// Why a referral was taken back.
    WithdrawReason {
        Ineligible = "INELIGIBLE": "The person does not meet the rules.",
        MistakeOrDuplicate = "MISTAKE_OR_DUPLICATE": "Sent by mistake, or twice.",
        NotEngaged = "NOT_ENGAGED": "The person did not take part.",
        NeedsMetElsewhere = "NEEDS_MET_ELSEWHERE": "The need is met elsewhere.",
        MovedOutOfArea = "MOVED_OUT_OF_AREA": "The person moved away.",
        WorkOrCare = "WORK_OR_CARE": "The person found work, or cares for somebody.",
        Died = "DIED": "The person died.",
        ReturnedToCustody = "RETURNED_TO_CUSTODY": "The person is back in custody.",
        SentenceEnded = "SENTENCE_ENDED": "The sentence ended.",
        ConsentWithdrawn = "CONSENT_WITHDRAWN": "The person took the consent back.",
        ConsentExpired = "CONSENT_EXPIRED": "The consent ran out.",
        PersonErased = "PERSON_ERASED": "What was known of the person was erased.",
        SettledElsewhere = "SETTLED_ELSEWHERE": "No longer needed.",
        Other = "OTHER": "Another reason, in words.",
    }
}

codes! {
    /// Why work with a person rests.
    HoldReason {
        Illness = "ILLNESS": "The person is ill.",
        InCustody = "IN_CUSTODY": "The person is in custody.",
        Unreachable = "UNREACHABLE": "The person cannot be reached.",
        WaitingForDocuments = "WAITING_FOR_DOCUMENTS": "Papers are on their way.",
        WaitingForPlace = "WAITING_FOR_PLACE": "A place is awaited.",
        Other = "OTHER": "Another reason, in words.",
    }
}

codes! {
    /// How a referral ended.
    Outcome {
        Achieved = "ACHIEVED": "What was asked for is reached.",
        PartiallyAchieved = "PARTIALLY_ACHIEVED": "Part of it is reached.",
        NotAchieved = "NOT_ACHIEVED": "It is not reached.",
    }
}

codes! {
    /// What came of a referral.
    OutcomeResult {
        Enrolled = "ENROLLED": "The person takes part in a programme or course.",
        GotHelp = "GOT_HELP": "The person got the help.",
        Housed = "HOUSED": "The person has a place to live.",
        Employed = "EMPLOYED": "The person works.",
        InEducation = "IN_EDUCATION": "The person learns.",
        CouldNotContact = "COULD_NOT_CONTACT": "The person could not be reached.",
        PersonDeclined = "PERSON_DECLINED": "The person did not want it.",
        CouldNotHelp = "COULD_NOT_HELP": "The recipient could not help.",
        ReferredElsewhere = "REFERRED_ELSEWHERE": "The person was referred elsewhere.",
    }
}

codes! {
    /// Whether a person came.
    Attendance {
        Attended = "ATTENDED": "Came.",
        Late = "LATE": "Came late.",
        Absent = "ABSENT": "Did not come.",
        Excused = "EXCUSED": "Did not come, and had said so.",
    }
}
