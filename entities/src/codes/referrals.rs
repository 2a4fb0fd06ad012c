//! Codes of referrals. Taken from the field's standards and stored as written here.

use sea_orm::prelude::StringLen;

use super::codes;

codes! {
    /// State of a referral.
    ReferralState {
        Draft = "DRAFT": "Draft that only the sender sees.",
        Sent = "SENT": "Waits for the recipient.",
        Acknowledged = "ACKNOWLEDGED": "Under review by the recipient.",
        InformationRequested = "INFORMATION_REQUESTED": "The recipient needs more information from the sender.",
        Waitlisted = "WAITLISTED": "On the waiting list until capacity is free on an expected date.",
        Accepted = "ACCEPTED": "Accepted by the recipient; identity is disclosed.",
        InProgress = "IN_PROGRESS": "Work with the person has begun.",
        OnHold = "ON_HOLD": "Work with the person is on hold.",
        Completed = "COMPLETED": "Closed with an outcome.",
        Failed = "FAILED": "Closed as incomplete.",
        Rejected = "REJECTED": "Declined by the recipient.",
        Withdrawn = "WITHDRAWN": "Withdrawn by the sender, or no longer needed.",
        Expired = "EXPIRED": "Not answered in time.",
        EnteredInError = "ENTERED_IN_ERROR": "Entered in error; not counted in statistics.",
    }
}

impl ReferralState {
    /// States in which a referral occupies capacity of the service.
    pub const HOLDS_A_PLACE: [Self; 3] = [Self::Accepted, Self::InProgress, Self::OnHold];
}

codes! {
    /// Number of acceptances that a group of referrals needs.
    GroupMode {
        AnyOne = "ANY_ONE": "One acceptance is enough; the other referrals are withdrawn.",
        All = "ALL": "Every referral is needed.",
    }
}

codes! {
    /// Reason for which a recipient declines a referral.
    RejectReason {
        NotEligible = "NOT_ELIGIBLE": "The person does not meet the eligibility rules.",
        NoCapacity = "NO_CAPACITY": "The service has no free capacity.",
        ServiceNotProvided = "SERVICE_NOT_PROVIDED": "The service is no longer offered.",
        AlreadyEnrolled = "ALREADY_ENROLLED": "The person is already enrolled with the recipient.",
        OutOfArea = "OUT_OF_AREA": "The person does not live in the service area.",
        MissingDocuments = "MISSING_DOCUMENTS": "ID documents are missing.",
        Other = "OTHER": "Another reason; explained in text.",
    }
}

codes! {
    /// Reason for which a referral was withdrawn.
    WithdrawReason {
        Ineligible = "INELIGIBLE": "The person does not meet the eligibility rules.",
        MistakeOrDuplicate = "MISTAKE_OR_DUPLICATE": "Sent by mistake, or twice.",
        NotEngaged = "NOT_ENGAGED": "The person did not take part.",
        NeedsMetElsewhere = "NEEDS_MET_ELSEWHERE": "The need is met elsewhere.",
        MovedOutOfArea = "MOVED_OUT_OF_AREA": "The person moved away.",
        WorkOrCare = "WORK_OR_CARE": "The person found work, or cares for another person.",
        Died = "DIED": "The person died.",
        ReturnedToCustody = "RETURNED_TO_CUSTODY": "The person is back in custody.",
        SentenceEnded = "SENTENCE_ENDED": "The sentence ended.",
        ConsentWithdrawn = "CONSENT_WITHDRAWN": "The person withdrew the consent.",
        ConsentExpired = "CONSENT_EXPIRED": "The consent expired.",
        PersonErased = "PERSON_ERASED": "The person was erased.",
        SettledElsewhere = "SETTLED_ELSEWHERE": "No longer needed.",
        Other = "OTHER": "Another reason; explained in text.",
    }
}

codes! {
    /// Reason for which work with the person is on hold.
    HoldReason {
        Illness = "ILLNESS": "The person is ill.",
        InCustody = "IN_CUSTODY": "The person is in custody.",
        Unreachable = "UNREACHABLE": "The person cannot be reached.",
        WaitingForDocuments = "WAITING_FOR_DOCUMENTS": "ID documents are being issued.",
        WaitingForPlace = "WAITING_FOR_PLACE": "Capacity is awaited.",
        Other = "OTHER": "Another reason; explained in text.",
    }
}

codes! {
    /// Degree to which the aim of a referral was reached.
    Outcome {
        Achieved = "ACHIEVED": "The aim was reached.",
        PartiallyAchieved = "PARTIALLY_ACHIEVED": "Part of the aim was reached.",
        NotAchieved = "NOT_ACHIEVED": "The aim was not reached.",
    }
}

codes! {
    /// Result of a referral for the person.
    OutcomeResult {
        Enrolled = "ENROLLED": "The person takes part in a programme or course.",
        GotHelp = "GOT_HELP": "The person received the help.",
        Housed = "HOUSED": "The person has a place to live.",
        Employed = "EMPLOYED": "The person works.",
        InEducation = "IN_EDUCATION": "The person is in education.",
        CouldNotContact = "COULD_NOT_CONTACT": "The person could not be reached.",
        PersonDeclined = "PERSON_DECLINED": "The person declined the help.",
        CouldNotHelp = "COULD_NOT_HELP": "The recipient could not help.",
        ReferredElsewhere = "REFERRED_ELSEWHERE": "The person was referred elsewhere.",
    }
}

codes! {
    /// Attendance of a person at an appointment.
    Attendance {
        Attended = "ATTENDED": "The person attended.",
        Late = "LATE": "The person attended, but came late.",
        Absent = "ABSENT": "The person did not attend.",
        Excused = "EXCUSED": "The person did not attend, but had given notice.",
    }
}
