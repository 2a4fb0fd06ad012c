//! Codes of the network: kinds, roles and agreements. Taken from the field's standards and stored as written here.

use sea_orm::prelude::StringLen;

use super::codes;

codes! {
    /// Kind of an organisation.
    OrganisationKind {
        Ngo = "NGO": "A non-governmental organisation.",
        FaithBased = "FAITH_BASED": "A parish, a congregation or a faith-based charity.",
        LocalAuthority = "LOCAL_AUTHORITY": "A municipality or its social department.",
        EmploymentService = "EMPLOYMENT_SERVICE": "A public employment service.",
        Prison = "PRISON": "A prison or remand centre.",
        Probation = "PROBATION": "A probation service.",
        SocialCentre = "SOCIAL_CENTRE": "A social centre.",
        RehabilitationCentre = "REHABILITATION_CENTRE": "A rehabilitation centre for recovery from dependency.",
        VocationalSchool = "VOCATIONAL_SCHOOL": "A vocational school.",
        Employer = "EMPLOYER": "A company or cooperative that employs people.",
        Funder = "FUNDER": "A funder of projects; reads no person.",
        Coordinator = "COORDINATOR": "A coordinator of the network; reads no person.",
        Other = "OTHER": "Any other organisation; reads no person.",
    }
}

codes! {
    /// Role of a member in an organisation; it decides the member's scopes and actions.
    Role {
        Viewer = "VIEWER": "Reads the organisation's cases; changes nothing.",
        Caseworker = "CASEWORKER": "Works with people: adds them, asks for consent, refers and answers.",
        JobOfficer = "JOB_OFFICER": "Helps people to find work; does not read health, family or offence data.",
        Trainer = "TRAINER": "Runs trainings; reads only needs and employment data.",
        Manager = "MANAGER": "Leads the work: all actions of a caseworker, and signs agreements.",
        Admin = "ADMIN": "Manages the organisation: members, services and agreements. Reads no person.",
        Coordinator = "COORDINATOR": "Coordinates the network: reads directory and agreements, no person.",
        Auditor = "AUDITOR": "Reads the audit log for a limited time; reads no person.",
    }
}

codes! {
    /// Status of a service, as in Open Referral HSDS.
    ServiceStatus {
        Active = "ACTIVE": "Accepts referrals.",
        Inactive = "INACTIVE": "Does not accept referrals.",
        Defunct = "DEFUNCT": "No longer exists.",
        TemporarilyClosed = "TEMPORARILY_CLOSED": "Does not accept referrals for a limited time.",
    }
}

codes! {
    /// State of a cooperation agreement.
    AgreementState {
        Proposed = "PROPOSED": "Not yet signed by all parties.",
        Active = "ACTIVE": "Signed by all parties.",
        Suspended = "SUSPENDED": "Not in force for a time: the disclosures under it are hidden.",
        Ended = "ENDED": "No longer in force.",
    }
}

codes! {
    /// Purpose of an agreement, a consent or a disclosure.
    Purpose {
        Resettlement = "RESETTLEMENT": "Resettlement: housing, ID documents, family and community.",
        Employment = "EMPLOYMENT": "Work and learning.",
        Treatment = "TREATMENT": "Health, and recovery from dependency.",
    }
}

codes! {
    /// Legal basis of a disclosure.
    LegalBasis {
        Consent = "CONSENT": "Consent of the person.",
        LegalObligation = "LEGAL_OBLIGATION": "Legal obligation.",
        PublicTask = "PUBLIC_TASK": "Public task, with consent of the person.",
        VitalInterest = "VITAL_INTEREST": "Vital interest of the person; reviewed afterwards.",
    }
}
