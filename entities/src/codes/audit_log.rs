//! Codes of the journal and of keys. Taken from the field's standards; stored as written here.

use sea_orm::prelude::StringLen;

use super::codes;

codes! {
    /// What happened.
    EventKind {
        ReferralDrafted = "REFERRAL_DRAFTED": "A referral was written.",
        ReferralSent = "REFERRAL_SENT": "A referral was sent.",
        ReferralAcknowledged = "REFERRAL_ACKNOWLEDGED": "The recipient started to look at a referral.",
        ReferralInformationRequested = "REFERRAL_INFORMATION_REQUESTED": "The recipient asked a question.",
        ReferralAnswered = "REFERRAL_ANSWERED": "The sender answered a question.",
        ReferralAccepted = "REFERRAL_ACCEPTED": "A referral was accepted.",
        ReferralWaitlisted = "REFERRAL_WAITLISTED": "The recipient expects a place on a day.",
        ReferralStarted = "REFERRAL_STARTED": "Work with the person began.",
        ReferralHeld = "REFERRAL_HELD": "Work with the person rests for a while.",
        ReferralResumed = "REFERRAL_RESUMED": "Work with the person goes on.",
        ReferralCompleted = "REFERRAL_COMPLETED": "A referral was closed with an outcome.",
        ReferralFailed = "REFERRAL_FAILED": "Work with the person broke off.",
        ReferralRejected = "REFERRAL_REJECTED": "The recipient could not take a referral.",
        ReferralWithdrawn = "REFERRAL_WITHDRAWN": "A referral was taken back, or is no longer needed.",
        ReferralReminded = "REFERRAL_REMINDED": "A date comes near, and whose move it is was reminded.",
        ReferralEscalated = "REFERRAL_ESCALATED": "A date passed, and the managers of both sides were told.",
        ReferralExpired = "REFERRAL_EXPIRED": "Nobody answered in time.",
        ReferralEnteredInError = "REFERRAL_ENTERED_IN_ERROR": "A referral should never have been.",
        ReferralReopened = "REFERRAL_REOPENED": "A closed referral was opened again.",
        ReferralOffered = "REFERRAL_OFFERED": "A referral was handed to a colleague, who must take it.",
        ReferralTaken = "REFERRAL_TAKEN": "A member took a referral on.",
        ReferralGivenBack = "REFERRAL_GIVEN_BACK": "A referral was given back, or not taken.",
        ReferralNotSent = "REFERRAL_NOT_SENT": "A referral was to be sent when the release was confirmed, and could not be.",
        ReleaseMoved = "RELEASE_MOVED": "The day of release moved.",
        MessageWritten = "MESSAGE_WRITTEN": "A message was written.",
        AppointmentMade = "APPOINTMENT_MADE": "An appointment was made.",
        AppointmentAttendanceRecorded = "APPOINTMENT_ATTENDANCE_RECORDED": "Attendance was recorded.",
        IdentityLookedAt = "IDENTITY_LOOKED_AT": "Somebody looked at an identity.",
        PersonRecorded = "PERSON_RECORDED": "A person was recorded.",
        PersonChanged = "PERSON_CHANGED": "What is known about a person was changed.",
        PersonErased = "PERSON_ERASED": "A person was erased.",
        NeedAdded = "NEED_ADDED": "A need was added.",
        NeedChanged = "NEED_CHANGED": "A need was changed.",
        ConsentRecorded = "CONSENT_RECORDED": "A person's answer was recorded.",
        ConsentWithdrawn = "CONSENT_WITHDRAWN": "A person took a consent back.",
        ConsentRanOut = "CONSENT_RAN_OUT": "A consent ran out, and what rested on it and was not accepted ended.",
        CaseTeamChanged = "CASE_TEAM_CHANGED": "A case team changed.",
        AgreementProposed = "AGREEMENT_PROPOSED": "An agreement was proposed.",
        AgreementSigned = "AGREEMENT_SIGNED": "An agreement was signed.",
        AgreementSuspended = "AGREEMENT_SUSPENDED": "An agreement was suspended.",
        AgreementResumed = "AGREEMENT_RESUMED": "An agreement was resumed.",
        AgreementEnded = "AGREEMENT_ENDED": "An agreement was ended.",
        ServiceRecorded = "SERVICE_RECORDED": "A service was recorded.",
        ServiceChanged = "SERVICE_CHANGED": "A service was changed.",
        OrganisationRecorded = "ORGANISATION_RECORDED": "An organisation came into the network, or a service of it.",
        OrganisationChanged = "ORGANISATION_CHANGED": "An organisation changed what it says of itself.",
        LegalBasisRecorded = "GROUND_RECORDED": "A line of the register of grounds was recorded.",
        ListBroughtIn = "LIST_BROUGHT_IN": "A list was brought in; nothing of it is written yet.",
        ListTaken = "LIST_TAKEN": "What is new in a list was taken.",
        ListThrownAway = "LIST_THROWN_AWAY": "A list was thrown away.",
        MemberInvited = "MEMBER_INVITED": "Somebody was invited as a member.",
        MemberChanged = "MEMBER_CHANGED": "A member was given another role, or another last day.",
        MemberLeft = "MEMBER_LEFT": "A membership was ended.",
        SignedIn = "SIGNED_IN": "A member came in.",
        SignedOutElsewhere = "SIGNED_OUT_ELSEWHERE": "A member was signed out of another browser.",
        TokenCreated = "TOKEN_CREATED": "A token for programs was created.",
        TokenRevoked = "TOKEN_REVOKED": "A token for programs was revoked.",
    }
}

codes! {
    /// What a wrapped key is for.
    KeyPurpose {
        Person = "PERSON": "Seals what a holder writes about one person.",
        Disclosure = "DISCLOSURE": "Seals what a recipient writes about one disclosure.",
        Search = "SEARCH": "Hashes words of names for one organisation.",
        Import = "IMPORT": "Seals a list that is brought in, while it waits.",
        AuditLog = "JOURNAL": "Chains the events of the journal.",
        Check = "CHECK": "Proves that the master key is the one this database was made with.",
    }
}

codes! {
    /// By which way a change came.
    Origin {
        Pages = "PAGES": "The web application.",
        Api = "API": "A token.",
        System = "SYSTEM": "The program itself.",
    }
}
