//! Codes about people: scopes, needs, consent. Taken from the field's standards; stored as written here.

use sea_orm::prelude::StringLen;

use super::codes;

codes! {
    /// A part of what is known about a person, disclosed or withheld as a whole.
    Scope {
        Identity = "IDENTITY": "Name and date of birth.",
        Contact = "CONTACT": "Telephone, e-mail and address.",
        Needs = "NEEDS": "The domains of needs and how urgent they are, and the text of needs that have no scope of their own.",
        Health = "HEALTH": "Text of needs in health, emotional wellbeing, and dependency and recovery.",
        Offence = "OFFENCE": "Custody, and text of needs in legal matters, attitudes and lifestyle.",
        Family = "FAMILY": "Text of needs in family and relationships.",
        Employment = "EMPLOYMENT": "Text of needs in education, training and employment.",
        Documents = "DOCUMENTS": "Numbers of identity documents, and text of needs in finance, benefit, debt and identity papers.",
    }
}

codes! {
    /// The part of life that a need is about.
    NeedDomain {
        Accommodation = "ACCOMMODATION": "A place to live.",
        EducationTrainingEmployment = "EDUCATION_TRAINING_EMPLOYMENT": "Learning and work.",
        FinanceBenefitDebtId = "FINANCE_BENEFIT_DEBT_ID": "Money, benefits, debts and identity papers.",
        DependencyAndRecovery = "DEPENDENCY_AND_RECOVERY": "Alcohol, drugs, gambling, and recovery from them.",
        FamilyAndRelationships = "FAMILY_AND_RELATIONSHIPS": "Family and relationships.",
        LifestyleAndAssociates = "LIFESTYLE_AND_ASSOCIATES": "Daily life and company.",
        AttitudesThinkingBehaviour = "ATTITUDES_THINKING_BEHAVIOUR": "Attitudes, thinking and behaviour.",
        EmotionalWellbeing = "EMOTIONAL_WELLBEING": "Emotional wellbeing.",
        Health = "HEALTH": "Physical and mental health.",
        SocialInclusion = "SOCIAL_INCLUSION": "Belonging, and finding one's way in society.",
        Legal = "LEGAL": "Legal matters.",
        FaithAndCommunity = "FAITH_AND_COMMUNITY": "Faith and community.",
    }
}

codes! {
    /// How soon a need must be met, and how soon a referral wants an answer.
    Priority {
        Routine = "ROUTINE": "An answer within 10 working days.",
        Urgent = "URGENT": "An answer within 3 working days.",
        ReleaseDay = "RELEASE_DAY": "Must be ready on the day of release: an answer within 1 working day.",
    }
}

codes! {
    /// Sex as in the person's papers.
    Sex {
        Female = "FEMALE": "Female.",
        Male = "MALE": "Male.",
        Other = "OTHER": "Neither.",
        Unknown = "UNKNOWN": "Not recorded.",
    }
}

codes! {
    /// Where a person stands with the law.
    LegalStatus {
        InCustody = "IN_CUSTODY": "In prison or on remand.",
        OnLicence = "ON_LICENCE": "Released early, on conditions.",
        Probation = "PROBATION": "Under probation.",
        Free = "FREE": "Under no sentence.",
        Unknown = "UNKNOWN": "Not recorded.",
    }
}

codes! {
    /// Where a person stands with alcohol and drugs.
    Sobriety {
        Sober = "SOBER": "Sober.",
        InTreatment = "IN_TREATMENT": "In treatment.",
        NotSober = "NOT_SOBER": "Not sober.",
        Unknown = "UNKNOWN": "Not recorded.",
    }
}

codes! {
    /// Why a person is erased.
    ErasureReason {
        Requested = "REQUESTED": "The person asked for it.",
        NotNeeded = "NOT_NEEDED": "What is known is not needed any more.",
        NotLawful = "NOT_LAWFUL": "It should not have been recorded.",
        LegalObligation = "LEGAL_OBLIGATION": "A law or a court demands it.",
    }
}

codes! {
    /// The person's own answer.
    ConsentAnswer {
        Given = "GIVEN": "The person agreed.",
        Refused = "REFUSED": "The person said no.",
    }
}

codes! {
    /// How the person answered.
    ConsentHow {
        Paper = "PAPER": "Signed on paper.",
        Spoken = "SPOKEN": "Said aloud.",
        Screen = "SCREEN": "Given on a screen.",
    }
}

codes! {
    /// What the sender may learn after acceptance, beyond the coded state and outcome.
    ReportBack {
        Attendance = "ATTENDANCE": "Whether the person came to appointments.",
        Notes = "NOTES": "What came of it, and the recipient's notes at the end.",
    }
}

codes! {
    /// What a recipient is shown before it decides, beyond domains, urgency, age band, month of release and municipality.
    PreAcceptanceFact {
        ReleaseDay = "RELEASE_DAY": "The exact day of release.",
        Sex = "SEX": "Sex.",
        LegalStatus = "LEGAL_STATUS": "Where the person stands with the law.",
        Sobriety = "SOBRIETY": "Where the person stands with alcohol and drugs.",
        NeedText = "NEED_TEXT": "The text of needs, as far as their scopes are shared.",
    }
}
