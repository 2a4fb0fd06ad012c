//! What the organisations of the demonstration network offer.

use Area::{Prison, Province, Town};
use Purpose::{Employment as Work, Resettlement as Home, Treatment};
use entities::codes::{LegalStatus, NeedDomain as Domain, Purpose, ServiceStatus, Sex, Sobriety};

use super::{
    offer::{Area, FREE, Service, service},
    organisations::Org,
};

const SUDUVA: &[Area] = &[Province("LT-MR"), Prison(Org::Nemunas)];
const LITHUANIA: &[Area] = &[Province("LT-KU"), Province("LT-MR"), Prison(Org::Nemunas)];
const GRODNO: &[Area] = &[Province("BY-HR")];
const GOMEL: &[Area] = &[Province("BY-HO"), Prison(Org::Bor)];
const SREM: &[Area] = &[Province("RS-07")];
const SOBER: &[Sobriety] = &[Sobriety::Sober, Sobriety::InTreatment];
const SUPERVISED: &[LegalStatus] = &[LegalStatus::InCustody, LegalStatus::OnLicence, LegalStatus::Probation];

pub const SERVICES: &[Service] = &[
    service(
        Org::Kartu,
        "Temporary housing",
        Domain::Accommodation,
        Home,
        "Rooms for two in a quiet house, up to six months, with a house worker in the evenings.",
        SUDUVA,
    )
    .places("bed", &[(-400, 6), (45, 8)])
    .ages(18, None)
    .sober(SOBER)
    .says("No alcohol in the house.", "60 € a month from the second month on.")
    .assured(12),
    service(
        Org::Kartu,
        "Women's flat",
        Domain::Accommodation,
        Home,
        "A flat for women, with or without children, at an address that is not given out.",
        SUDUVA,
    )
    .places("room", &[(-400, 2)])
    .ages(18, None)
    .only(Sex::Female)
    .sober(SOBER)
    .assured(75),
    service(
        Org::Kartu,
        "Help with papers and benefits",
        Domain::FinanceBenefitDebtId,
        Home,
        "Somebody who goes along to the offices: identity card, registration, health insurance, benefits.",
        SUDUVA,
    )
    .assured(30),
    service(
        Org::Kartu,
        "Mentor for the first year",
        Domain::SocialInclusion,
        Home,
        "A volunteer who meets the person before release and once a week afterwards.",
        SUDUVA,
    )
    .answers_in(5),
    service(
        Org::Kartu,
        "Family meetings",
        Domain::FamilyAndRelationships,
        Home,
        "A neutral room and a mediator, before the first evening at home.",
        SUDUVA,
    ),
    service(
        Org::Sesupe,
        "Social housing",
        Domain::Accommodation,
        Home,
        "Municipal flats and rooms for residents without a home of their own.",
        &[Town("LT-MR", "Marijampolė")],
    )
    .places("flat", &[(-400, 3), (60, 4)])
    .residents()
    .answers_in(10)
    .says("For people registered in the municipality before custody.", "By income."),
    service(
        Org::Sesupe,
        "Allowance and advice on debts",
        Domain::FinanceBenefitDebtId,
        Home,
        "The one-off allowance for the first month, and a plan for debts and fines.",
        &[Town("LT-MR", "Marijampolė"), Town("LT-MR", "Kalvarija")],
    )
    .residents(),
    service(
        Org::Sesupe,
        "Family social worker",
        Domain::FamilyAndRelationships,
        Home,
        "A social worker for families with children when a parent comes home.",
        &[Province("LT-MR")],
    )
    .residents(),
    service(
        Org::Sesupe,
        "Help at home after illness",
        Domain::Health,
        Treatment,
        "Visits, meals and a pill box for those who come home ill or old.",
        &[Town("LT-MR", "Marijampolė")],
    )
    .places("person", &[(-400, 10)])
    .residents()
    .assured(95),
    service(
        Org::Suduva,
        "Employment mediation",
        Domain::EducationTrainingEmployment,
        Work,
        "Vacancies, a word with the employer, and an agreement on who knows what about the past.",
        LITHUANIA,
    )
    .ages(18, Some(64)),
    service(
        Org::Suduva,
        "Skills check and course voucher",
        Domain::EducationTrainingEmployment,
        Work,
        "What can you do, and which course is missing: a day of trying, then a voucher.",
        LITHUANIA,
    )
    .places("seat", &[(-400, 12)])
    .ages(18, Some(64)),
    service(
        Org::Krantas,
        "Recovery community",
        Domain::DependencyAndRecovery,
        Treatment,
        "Six to twelve months in the community: work, groups, silence, and people who have been through it.",
        LITHUANIA,
    )
    .places("bed", &[(-400, 5)])
    .ages(18, None)
    .sober(SOBER)
    .says("Ten days sober before moving in.", "Half of the benefit while staying.")
    .answers_in(5),
    service(
        Org::Krantas,
        "Relapse prevention group",
        Domain::DependencyAndRecovery,
        Treatment,
        "Every Thursday evening, in Kaunas and Marijampolė.",
        LITHUANIA,
    )
    .assured(20),
    service(
        Org::Krantas,
        "Somebody to talk to",
        Domain::EmotionalWellbeing,
        Treatment,
        "Ten hours with a psychologist who knows prison.",
        LITHUANIA,
    )
    .places("person", &[(-400, 8)]),
    service(
        Org::Santaka,
        "Welding course",
        Domain::EducationTrainingEmployment,
        Work,
        "Twelve weeks, with a certificate that says nothing about where one comes from.",
        LITHUANIA,
    )
    .places("seat", &[(-400, 10), (70, 14)])
    .ages(18, Some(60)),
    service(
        Org::Santaka,
        "Computer and telephone for everyday life",
        Domain::EducationTrainingEmployment,
        Work,
        "Four mornings: e-mail, bank, tickets, offices.",
        LITHUANIA,
    ),
    service(
        Org::Probacija,
        "Supervision plan and support",
        Domain::Legal,
        Home,
        "The plan for the time on licence, made together before release.",
        LITHUANIA,
    )
    .legal(SUPERVISED)
    .answers_in(5),
    service(
        Org::Probacija,
        "Thinking before acting",
        Domain::AttitudesThinkingBehaviour,
        Home,
        "A group of eight meetings on choices, anger and consequences.",
        LITHUANIA,
    )
    .places("seat", &[(-400, 8)])
    .legal(SUPERVISED),
    service(
        Org::Luka,
        "Somebody from the parish",
        Domain::FaithAndCommunity,
        Home,
        "A visitor before release, and a place at the table afterwards, whatever one believes.",
        GRODNO,
    ),
    service(
        Org::Luka,
        "Clothes, food and firewood",
        Domain::SocialInclusion,
        Home,
        "What a household needs in the first weeks.",
        GRODNO,
    )
    .assured(8),
    service(
        Org::Luka,
        "Support for families",
        Domain::FamilyAndRelationships,
        Home,
        "Lifts to visits, help with children, and a talk before the first day at home.",
        GRODNO,
    ),
    service(
        Org::Dom,
        "Shelter",
        Domain::Accommodation,
        Home,
        "A bed in a room for four, three meals, and time to find one's feet.",
        &[Province("BY-HR"), Province("BY-VI")],
    )
    .places("bed", &[(-400, 4)])
    .only(Sex::Male)
    .ages(18, None)
    .says("Quiet after ten in the evening.", FREE),
    service(
        Org::Dom,
        "Days in the carpenter's workshop",
        Domain::EducationTrainingEmployment,
        Work,
        "Three days a week at the bench, with a carpenter who teaches.",
        GRODNO,
    )
    .places("bench", &[(-400, 6)]),
    service(
        Org::Sozh,
        "Crisis room",
        Domain::Accommodation,
        Home,
        "A room for up to a month for whoever has nowhere to go.",
        GOMEL,
    )
    .places("room", &[(-400, 4)])
    .ages(18, None),
    service(
        Org::Sozh,
        "Course: finding work again",
        Domain::EducationTrainingEmployment,
        Work,
        "Two weeks: what one can do, how to say it, whom to ask.",
        GOMEL,
    )
    .places("seat", &[(-400, 10)])
    .ages(18, Some(62)),
    service(
        Org::Sozh,
        "Psychologist's hours",
        Domain::EmotionalWellbeing,
        Treatment,
        "By appointment, also in the evening, also by telephone.",
        &[Province("BY-HO"), Province("BY-VI"), Prison(Org::Bor)],
    )
    .answers_in(5),
    service(
        Org::Sozh,
        "Nurse's visits",
        Domain::Health,
        Treatment,
        "Wounds, medicines, and the way to the right doctor.",
        GOMEL,
    )
    .assured(18),
    service(
        Org::Mayak,
        "Papers and registration",
        Domain::FinanceBenefitDebtId,
        Home,
        "Passport, registration, work record book, pension: what is missing is found.",
        &[Province("BY-VI"), Province("BY-HR"), Province("BY-HO")],
    ),
    service(
        Org::Mayak,
        "Legal advice",
        Domain::Legal,
        Home,
        "Debts, housing, parental rights: a lawyer explains, and writes the letter.",
        &[Province("BY-VI"), Province("BY-HO")],
    )
    .answers_in(7),
    service(
        Org::Mayak,
        "Group for young adults",
        Domain::LifestyleAndAssociates,
        Home,
        "Sports, outings and an honest word among people of the same age.",
        &[Province("BY-VI")],
    )
    .places("seat", &[(-400, 12)])
    .ages(18, Some(25))
    .with_status(ServiceStatus::TemporarilyClosed),
    service(
        Org::Sava,
        "Room in the house by the Sava",
        Domain::Accommodation,
        Home,
        "Five rooms, a shared kitchen and a garden, up to nine months.",
        SREM,
    )
    .places("room", &[(-400, 5)])
    .ages(18, None)
    .sober(SOBER),
    service(
        Org::Sava,
        "Counselling after release",
        Domain::SocialInclusion,
        Home,
        "One hour a week with somebody who listens, and a plan for the month.",
        SREM,
    ),
];
