//! Codes about people: scopes, needs, consents. Taken from the field's standards and stored as written here.

use sea_orm::prelude::StringLen;

use super::codes;

codes! {
    /// Part of a person's data that is disclosed or withheld as a whole.
    Scope {
        Identity = "IDENTITY": "Name and date of birth.",
        Contact = "CONTACT": "Telephone, email and address.",
        Needs = "NEEDS": "Domains and urgency of needs, and the text of needs that have no scope of their own.",
        Health = "HEALTH": "Text of needs in health, emotional wellbeing, and dependency and recovery.",
        Offence = "OFFENCE": "Custody, and text of needs in legal matters, attitudes and lifestyle.",
        Family = "FAMILY": "Text of needs in family and relationships.",
        Employment = "EMPLOYMENT": "Text of needs in education, training and employment.",
        Documents = "DOCUMENTS": "Numbers of ID documents, and text of needs in finance, benefits, debt and ID.",
    }
}

codes! {
    /// Domain of a need.
    NeedDomain {
        Accommodation = "ACCOMMODATION": "Accommodation.",
        EducationTrainingEmployment = "EDUCATION_TRAINING_EMPLOYMENT": "Education, training and employment.",
        FinanceBenefitDebtId = "FINANCE_BENEFIT_DEBT_ID": "Finance, benefits, debt and ID documents.",
        DependencyAndRecovery = "DEPENDENCY_AND_RECOVERY": "Dependency and recovery: alcohol, drugs and gambling.",
        FamilyAndRelationships = "FAMILY_AND_RELATIONSHIPS": "Family and relationships.",
        LifestyleAndAssociates = "LIFESTYLE_AND_ASSOCIATES": "Lifestyle and associates.",
        AttitudesThinkingBehaviour = "ATTITUDES_THINKING_BEHAVIOUR": "Attitudes, thinking and behaviour.",
        EmotionalWellbeing = "EMOTIONAL_WELLBEING": "Emotional wellbeing.",
        Health = "HEALTH": "Physical and mental health.",
        SocialInclusion = "SOCIAL_INCLUSION": "Social inclusion.",
        Legal = "LEGAL": "Legal matters.",
        FaithAndCommunity = "FAITH_AND_COMMUNITY": "Faith and community.",
    }
}

codes! {
    /// Urgency of a need, and priority of a referral.
    Priority {
        Routine = "ROUTINE": "Answer within 10 working days.",
        Urgent = "URGENT": "Answer within 3 working days.",
        ReleaseDay = "RELEASE_DAY": "Must be arranged by the release date: answer within 1 working day.",
    }
}

codes! {
    /// Sex as in the person's ID documents.
    Sex {
        Female = "FEMALE": "Female.",
        Male = "MALE": "Male.",
        Other = "OTHER": "Neither female nor male.",
        Unknown = "UNKNOWN": "Not recorded.",
    }
}

codes! {
    /// Legal status of a person.
    LegalStatus {
        InCustody = "IN_CUSTODY": "In prison or on remand.",
        OnLicence = "ON_LICENCE": "Released early, under conditions.",
        Probation = "PROBATION": "Under probation.",
        Free = "FREE": "Under no sentence.",
        Unknown = "UNKNOWN": "Not recorded.",
    }
}

codes! {
    /// Status of a person regarding alcohol and drugs.
    Sobriety {
        Sober = "SOBER": "Sober.",
        InTreatment = "IN_TREATMENT": "In treatment.",
        NotSober = "NOT_SOBER": "Not sober.",
        Unknown = "UNKNOWN": "Not recorded.",
    }
}

codes! {
    /// Reason for which a person is erased.
    ErasureReason {
        Requested = "REQUESTED": "The person asked for it.",
        NotNeeded = "NOT_NEEDED": "The data is no longer needed.",
        NotLawful = "NOT_LAWFUL": "The data should not have been recorded.",
        LegalObligation = "LEGAL_OBLIGATION": "A law or a court requires it.",
    }
}

codes! {
    /// Answer of a person to the request for consent.
    ConsentAnswer {
        Given = "GIVEN": "The person agreed.",
        Refused = "REFUSED": "The person refused.",
    }
}

codes! {
    /// Form of a consent.
    ConsentHow {
        Paper = "PAPER": "Signed on paper.",
        Spoken = "SPOKEN": "Spoken.",
        Screen = "SCREEN": "Given on a screen.",
    }
}

codes! {
    /// Facts that a sender may learn after acceptance, beyond state and outcome.
    ReportBack {
        Attendance = "ATTENDANCE": "Attendance of the person at appointments.",
        Notes = "NOTES": "Result, and the recipient's notes at the end.",
    }
}

codes! {
    /// Fact shown to a recipient before its decision, beyond domains, urgency, age band, release month and
    /// municipality.
    PreAcceptanceFact {
        ReleaseDay = "RELEASE_DAY": "Exact release date.",
        Sex = "SEX": "Sex.",
        LegalStatus = "LEGAL_STATUS": "Legal status.",
        Sobriety = "SOBRIETY": "Status regarding alcohol and drugs.",
        NeedText = "NEED_TEXT": "Text of the needs whose scopes are shared.",
    }
}
