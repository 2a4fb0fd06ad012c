//! The organisations of the demonstration network and their members. All are invented; names are
//! written as they would be there, Russian ones in Latin letters.

use entities::codes::{OrganisationKind as Kind, Role};

/// An organisation, by what it is called in these tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Org {
    Nemunas,
    Krantas,
    Santaka,
    Probacija,
    Namo,
    Kartu,
    Sesupe,
    Suduva,
    Sodas,
    Biblioteka,
    Luka,
    Dom,
    Bor,
    Sozh,
    Mayak,
    Sava,
    Srem,
    Zingsnis,
}

/// What is written of an organisation.
pub struct Organisation {
    pub org: Org,
    pub kind: Kind,
    pub name: &'static str,
    pub description: &'static str,
    /// ISO 3166-2.
    pub province: &'static str,
    pub town: &'static str,
}

const fn organisation(
    org: Org,
    kind: Kind,
    name: &'static str,
    (province, town): (&'static str, &'static str),
    description: &'static str,
) -> Organisation {
    Organisation { org, kind, name, description, province, town }
}

impl Organisation {
    /// ISO 3166-1 alpha-2.
    pub fn country(&self) -> &'static str {
        &self.province[..2]
    }

    pub fn time_zone(&self) -> &'static str {
        match self.country() {
            "BY" => "Europe/Minsk",
            "RS" => "Europe/Belgrade",
            _ => "Europe/Vilnius",
        }
    }

    /// BCP 47.
    pub fn language(&self) -> &'static str {
        match self.country() {
            "BY" => "ru",
            "RS" => "sr-Latn",
            _ => "lt",
        }
    }
}

const KAUNAS: (&str, &str) = ("LT-KU", "Kaunas");
const MARIJAMPOLE: (&str, &str) = ("LT-MR", "Marijampolė");

pub const ORGANISATIONS: &[Organisation] = &[
    organisation(
        Org::Nemunas,
        Kind::Prison,
        "Nemuno slėnio kalėjimas",
        KAUNAS,
        "A prison for men and women. Its resettlement officers prepare release from three months before the day.",
    ),
    organisation(
        Org::Krantas,
        Kind::RehabilitationCentre,
        "Bendruomenė „Naujas krantas“",
        ("LT-KU", "Prienai district"),
        "A recovery community on a farm by the river. People stay for six to twelve months and work together.",
    ),
    organisation(
        Org::Santaka,
        Kind::VocationalSchool,
        "Santakos amatų mokykla",
        KAUNAS,
        "A vocational school with short courses for adults: welding, kitchen work, computer skills.",
    ),
    organisation(
        Org::Probacija,
        Kind::Probation,
        "Probacijos tarnyba, Nemuno skyrius",
        KAUNAS,
        "Supervises and supports people on licence and on probation in both Lithuanian provinces.",
    ),
    organisation(
        Org::Namo,
        Kind::Coordinator,
        "Tinklo „Namo“ koordinavimo biuras",
        KAUNAS,
        "Coordinates the network: admits organisations, keeps the directory and watches the agreements.",
    ),
    organisation(
        Org::Kartu,
        Kind::Ngo,
        "Centras „Kartu“",
        MARIJAMPOLE,
        "Housing, papers and mentors for people who come home to Sūduva, and company for the first year.",
    ),
    organisation(
        Org::Sesupe,
        Kind::LocalAuthority,
        "Šešupės krašto socialinių paslaugų skyrius",
        MARIJAMPOLE,
        "The municipality's social department: housing, allowances and family social work for residents.",
    ),
    organisation(
        Org::Suduva,
        Kind::EmploymentService,
        "Sūduvos užimtumo centras",
        MARIJAMPOLE,
        "Helps people to work: mediation, vouchers for courses, and talks with employers.",
    ),
    organisation(
        Org::Sodas,
        Kind::Employer,
        "Kooperatyvas „Geras sodas“",
        ("LT-MR", "Vilkaviškis district"),
        "A fruit-growing cooperative of forty people that gives a first job to whoever wants to work.",
    ),
    organisation(
        Org::Biblioteka,
        Kind::Other,
        "Viešoji biblioteka „Prie tilto“",
        ("LT-MR", "Kalvarija"),
        "A public library with free computers, a quiet room and a reading circle.",
    ),
    organisation(
        Org::Luka,
        Kind::FaithBased,
        "Prikhod Svyatogo Luki",
        ("BY-HR", "Shchuchin district"),
        "A country parish. Its people visit prisons, drive families to meetings and share what they have.",
    ),
    organisation(
        Org::Dom,
        Kind::FaithBased,
        "Priyut «Tyoply dom»",
        ("BY-HR", "Lida district"),
        "A shelter that two parishes run in an old school, with a carpenter's workshop in the yard.",
    ),
    organisation(
        Org::Bor,
        Kind::Prison,
        "Koloniya «Beryozovy bor»",
        ("BY-HO", "Rechitsa district"),
        "A correctional colony. A small team prepares people for coming home.",
    ),
    organisation(
        Org::Sozh,
        Kind::SocialCentre,
        "Tsentr sotsialnoy podderzhki «Sozh»",
        ("BY-HO", "Gomel"),
        "A social centre for the city and the districts around: a crisis room, courses, psychologists, nurses.",
    ),
    organisation(
        Org::Mayak,
        Kind::Ngo,
        "Blagotvoritelny fond «Mayak»",
        ("BY-VI", "Polotsk district"),
        "Lawyers and social workers who help with papers, registration and claims; peer groups for the young.",
    ),
    organisation(
        Org::Sava,
        Kind::Ngo,
        "Udruženje „Kuća na Savi“",
        ("RS-07", "Sremska Mitrovica"),
        "A house with five rooms, counselling, and people who have come home themselves as mentors.",
    ),
    organisation(
        Org::Srem,
        Kind::Probation,
        "Poverenička služba, Sremski odsek",
        ("RS-07", "Sremska Mitrovica"),
        "Commissioners who supervise and support people on licence in the district.",
    ),
    organisation(
        Org::Zingsnis,
        Kind::Funder,
        "Fondas „Antras žingsnis“",
        KAUNAS,
        "Pays for projects that help people to stay home for good. Sees figures, never people.",
    ),
];

/// A member and the account behind it.
pub struct Member {
    pub org: Org,
    pub role: Role,
    pub email: &'static str,
    pub name: &'static str,
    /// BCP 47.
    pub language: &'static str,
    /// The last day of a membership for a time, in days from today.
    pub until: Option<i64>,
}

const fn member(
    org: Org,
    role: Role,
    email: &'static str,
    name: &'static str,
    language: &'static str,
) -> Member {
    Member { org, role, email, name, language, until: None }
}

impl Member {
    const fn until(self, days: i64) -> Self {
        Member { until: Some(days), ..self }
    }
}

/// First those whom one can be, whose addresses end in `.example`; then the colleagues without
/// whom they would be alone. An address that stands twice is one account in two organisations.
pub const MEMBERS: &[Member] = &[
    member(Org::Nemunas, Role::Caseworker, "officer@prison.example", "Daiva Petrulienė", "lt"),
    member(Org::Kartu, Role::Caseworker, "caseworker@ngo.example", "Rasa Šimkutė", "lt"),
    member(Org::Kartu, Role::Admin, "admin@ngo.example", "Tomas Gudelis", "lt"),
    member(Org::Luka, Role::Caseworker, "pastor@parish.example", "Father Andrei Luzhkov", "ru"),
    member(Org::Sesupe, Role::Manager, "social@municipality.example", "Irena Vaičaitienė", "lt"),
    member(Org::Suduva, Role::JobOfficer, "jobs@employment.example", "Mindaugas Bružas", "lt"),
    member(Org::Sozh, Role::Trainer, "trainer@centre.example", "Olga Zaretskaya", "ru"),
    member(Org::Namo, Role::Coordinator, "coordinator@network.example", "Laima Norkūnaitė", "lt"),
    member(Org::Nemunas, Role::Manager, "head@prison.invalid", "Gintautas Mažeika", "lt"),
    member(Org::Krantas, Role::Manager, "head@recovery.invalid", "Eglė Tarvydaitė", "lt"),
    member(Org::Santaka, Role::Manager, "courses@school.invalid", "Arūnas Kvedaras", "lt"),
    member(Org::Probacija, Role::Manager, "head@probation.invalid", "Jurgita Pakalnė", "lt"),
    member(Org::Kartu, Role::Manager, "head@ngo.invalid", "Ričardas Urbšys", "lt"),
    member(Org::Sesupe, Role::Caseworker, "families@municipality.invalid", "Vida Karpavičė", "lt"),
    member(Org::Suduva, Role::Manager, "head@employment.invalid", "Neringa Stonytė", "lt"),
    member(Org::Luka, Role::Manager, "warden@parish.invalid", "Galina Mickevich", "ru"),
    member(Org::Dom, Role::Caseworker, "warden@parish.invalid", "Galina Mickevich", "ru"),
    member(Org::Dom, Role::Manager, "head@shelter.invalid", "Piotr Vasilchuk", "ru"),
    member(Org::Bor, Role::Caseworker, "release@colony.invalid", "Svetlana Drozdova", "ru"),
    member(Org::Bor, Role::Manager, "head@colony.invalid", "Nikolai Harbunou", "ru"),
    member(Org::Sozh, Role::Caseworker, "cases@centre.invalid", "Tatyana Belaya", "ru"),
    member(Org::Sozh, Role::Manager, "head@centre.invalid", "Viktor Shumsky", "ru"),
    member(Org::Mayak, Role::Manager, "head@lighthouse.invalid", "Yelena Sushko", "ru"),
    member(Org::Sava, Role::Manager, "head@house.invalid", "Jelena Radišić", "sr-Latn"),
    member(Org::Srem, Role::Manager, "head@supervision.invalid", "Dragan Kostić", "sr-Latn"),
    member(Org::Sodas, Role::Manager, "people@orchard.invalid", "Kęstutis Obelevičius", "lt"),
    member(Org::Biblioteka, Role::Manager, "desk@library.invalid", "Birutė Knyvaitė", "lt"),
    member(Org::Zingsnis, Role::Viewer, "projects@fund.invalid", "Simona Lukšaitė", "lt"),
    // Sent by whoever pays, for six weeks, to see how people's data are handled.
    member(Org::Kartu, Role::Auditor, "review@ngo.invalid", "Aldona Vyšniūtė", "lt").until(42),
];

/// Who works with people for an organisation: records, refers and answers. The first of its
/// members who may.
pub fn worker(org: Org) -> &'static str {
    let of = |roles: &[Role]| MEMBERS.iter().find(|row| row.org == org && roles.contains(&row.role));
    of(&[Role::Caseworker, Role::JobOfficer, Role::Manager]).map_or("", |row| row.email)
}

/// Who leads it, and signs.
pub fn leader(org: Org) -> &'static str {
    MEMBERS.iter().find(|row| row.org == org && row.role == Role::Manager).map_or("", |row| row.email)
}

pub fn known(org: Org) -> &'static Organisation {
    ORGANISATIONS.iter().find(|row| row.org == org).expect("every organisation has its line in the table")
}
