//! Codes of the network: kinds, roles, agreements. Taken from the field's standards; stored as written here.

use sea_orm::prelude::StringLen;

use super::codes;

codes! {
    /// What an organisation is.
    OrganisationKind {
        Ngo = "NGO": "A non-governmental organisation.",
        FaithBased = "FAITH_BASED": "A parish, a congregation or a faith-based charity.",
        LocalAuthority = "LOCAL_AUTHORITY": "A municipality or its social department.",
        EmploymentService = "EMPLOYMENT_SERVICE": "A public employment service.",
        Prison = "PRISON": "A prison or remand centre.",
        Probation = "PROBATION": "A probation service.",
        SocialCentre = "SOCIAL_CENTRE": "A social centre.",
        RehabilitationCentre = "REHABILITATION_CENTRE": "A rehabilitation centre for people who recover from dependency.",
        VocationalSchool = "VOCATIONAL_SCHOOL": "A vocational school.",
        Employer = "EMPLOYER": "A company or cooperative that employs.",
        Funder = "FUNDER": "Who pays for projects; sees no person.",
        Coordinator = "COORDINATOR": "Who coordinates the network; sees no person.",
        Other = "OTHER": "None of these; sees no person.",
    }
}

codes! {
    /// What a member does in an organisation; it has scopes and allows actions.
    Role {
        Viewer = "VIEWER": "Reads what the organisation works on, changes nothing.",
        Caseworker = "CASEWORKER": "Works with people: records them, asks for consent, refers, answers.",
        JobOfficer = "JOB_OFFICER": "Helps people to work; does not read health, family or offence.",
        Trainer = "TRAINER": "Runs trainings; reads needs and employment alone.",
        Manager = "MANAGER": "Leads the work: everything a case worker may, and signs agreements.",
        Admin = "ADMIN": "Looks after the organisation itself: members, services, agreements. Reads no person.",
        Coordinator = "COORDINATOR": "Of the network: sees directory and agreements, no person.",
        Auditor = "AUDITOR": "Reads the journal for a limited time; no person.",
    }
}

codes! {
    /// As in Open Referral HSDS.
    ServiceStatus {
        Active = "ACTIVE": "Takes referrals.",
        Inactive = "INACTIVE": "Does not take referrals.",
        Defunct = "DEFUNCT": "Is no more.",
        TemporarilyClosed = "TEMPORARILY_CLOSED": "Closed for a time.",
    }
}

codes! {
    /// Where a cooperation agreement stands.
    AgreementState {
        Proposed = "PROPOSED": "Waits for signatures.",
        Active = "ACTIVE": "Signed by all parties.",
        Suspended = "SUSPENDED": "Does not count for a time: what rests on it is hidden.",
        Ended = "ENDED": "Over.",
    }
}

codes! {
    /// What an agreement, a consent and a disclosure are for.
    Purpose {
        Resettlement = "RESETTLEMENT": "Coming home: housing, papers, family, community.",
        Employment = "EMPLOYMENT": "Work and learning.",
        Treatment = "TREATMENT": "Health, and recovery from dependency.",
    }
}

codes! {
    /// Why a disclosure is lawful.
    LegalBasis {
        Consent = "CONSENT": "The person agreed.",
        LegalObligation = "LEGAL_OBLIGATION": "A law demands it.",
        PublicTask = "PUBLIC_TASK": "A public task, and the person agreed.",
        VitalInterest = "VITAL_INTEREST": "A life is in danger; reviewed afterwards.",
    }
}
