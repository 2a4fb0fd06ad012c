//! The people of the demonstration network: who holds them, when they come home, what they are
//! called. All are invented; nobody's family name is a member's or stands in any text.

use chrono::{Datelike, NaiveDate};
use entities::codes::{LegalStatus, Sex, Sobriety};
use fastrand::Rng;

use super::{
    founding::days_from,
    organisations::{Org, known},
};

/// Who records whom: an organisation's member, and for each person the day of release, counted
/// from today. Every fourth from the second on is a woman.
pub const HELD: &[(Org, &str, &[i64])] = &[
    (
        Org::Nemunas,
        "officer@prison.example",
        &[3, 9, 17, 24, 33, 41, 52, 63, 74, 86, 118, 160, -4, -11, -20, -33, -47, -62, -80, -101],
    ),
    (Org::Nemunas, "head@prison.invalid", &[28, -15, -55, 95]),
    (Org::Bor, "release@colony.invalid", &[5, 19, 37, 58, 82, -8, -25, -49, -70, -96]),
    (Org::Srem, "head@supervision.invalid", &[-6, -22, -50, -85, 12]),
    (Org::Kartu, "caseworker@ngo.example", &[-30, -64, -90, -130, 21, -10]),
    (Org::Sesupe, "social@municipality.example", &[-40, -75, 14, -120]),
    (Org::Luka, "pastor@parish.example", &[-18, 30, -66]),
    (Org::Sozh, "cases@centre.invalid", &[-28, 44, -90]),
    (Org::Mayak, "head@lighthouse.invalid", &[-36, -77, -110]),
    (Org::Krantas, "head@recovery.invalid", &[-100, -140]),
];

/// A person of the cast.
#[derive(Clone, Debug)]
pub struct Person {
    pub org: Org,
    pub by: &'static str,
    /// The how manieth in that member's line of the table.
    pub place: usize,
    pub given_name: &'static str,
    pub family_name: &'static str,
    pub born: NaiveDate,
    pub sex: Sex,
    /// ISO 3166-2 and name.
    pub town: (&'static str, &'static str),
    pub release: NaiveDate,
    pub confirmed: bool,
    pub sobriety: Sobriety,
    pub restricted: bool,
}

impl Person {
    /// Where the person stands with the law on a day.
    pub fn legal_status(&self, day: NaiveDate) -> LegalStatus {
        if day < self.release {
            LegalStatus::InCustody
        } else if self.place % 3 == 2 {
            LegalStatus::Free
        } else {
            LegalStatus::OnLicence
        }
    }

    /// BCP 47.
    pub fn language(&self) -> &'static str {
        known(self.org).language()
    }

    /// BCP 47; in which others write about the person: the language of the place, or English so that every visitor
    /// can read something.
    pub fn written_in(&self) -> &'static str {
        if self.place % 3 == 1 { "en" } else { self.language() }
    }
}

/// Given and family names of men and of women, by country.
struct Names {
    country: &'static str,
    men: (&'static [&'static str], &'static [&'static str]),
    women: (&'static [&'static str], &'static [&'static str]),
}

const NAMES: &[Names] = &[
    Names {
        country: "LT",
        men: (
            &[
                "Jonas",
                "Andrius",
                "Marius",
                "Darius",
                "Saulius",
                "Egidijus",
                "Linas",
                "Vaidas",
                "Nerijus",
                "Rolandas",
                "Artūras",
                "Donatas",
                "Mantas",
                "Žilvinas",
                "Remigijus",
            ],
            &[
                "Kazlauskas",
                "Jankauskas",
                "Stankevičius",
                "Butkus",
                "Paulauskas",
                "Urbonas",
                "Navickas",
                "Ramanauskas",
                "Savickas",
                "Baranauskas",
                "Petkevičius",
                "Adomaitis",
                "Žukauskas",
                "Rimkus",
                "Čepaitis",
                "Grigaitis",
                "Balčiūnas",
                "Kubilius",
                "Lukoševičius",
                "Mockus",
                "Pocius",
                "Račkauskas",
                "Skirmantas",
                "Tamošaitis",
                "Vasiliauskas",
                "Zabiela",
                "Dambrauskas",
                "Gricius",
                "Kairys",
                "Jurgelaitis",
            ],
        ),
        women: (
            &["Lina", "Jolanta", "Kristina", "Audronė", "Ramunė", "Živilė", "Sandra", "Loreta"],
            &[
                "Mikalauskienė",
                "Jonaitytė",
                "Bagdonaitė",
                "Žilinskienė",
                "Matulevičiūtė",
                "Sabaliauskaitė",
                "Vaitkutė",
                "Girdzijauskaitė",
                "Noreikienė",
                "Zubavičiūtė",
                "Kasperavičienė",
            ],
        ),
    },
    Names {
        country: "BY",
        men: (
            &["Aleksandr", "Sergei", "Ivan", "Pavel", "Dmitri", "Mikhail", "Oleg", "Roman", "Yuri", "Igor"],
            &[
                "Kavalchuk",
                "Navitski",
                "Zhukovich",
                "Kazlou",
                "Marozau",
                "Lisouski",
                "Bandarenka",
                "Astapenka",
                "Yermakovich",
                "Kulesh",
                "Rudkouski",
                "Starovoit",
                "Tarasevich",
                "Karneyenka",
                "Dubrouski",
                "Filipovich",
            ],
        ),
        women: (
            &["Natalya", "Irina", "Lyudmila", "Oksana", "Marina"],
            &["Ramanouskaya", "Kuzmich", "Yakubouskaya", "Savitskaya", "Melnikava", "Sheleh"],
        ),
    },
    Names {
        country: "RS",
        men: (
            &["Marko", "Nenad", "Goran", "Zoran"],
            &["Jovanović", "Stojanović", "Pavlović", "Lazarević", "Todorović"],
        ),
        women: (&["Milica", "Vesna"], &["Petković", "Nikolić"]),
    },
];

/// Every family name of the cast; each is one person's alone.
pub fn family_names() -> impl Iterator<Item = &'static str> {
    NAMES.iter().flat_map(|names| names.men.1.iter().chain(names.women.1)).copied()
}

/// Where people of a holder return to, by their place in its line.
fn town(org: Org, place: usize) -> (&'static str, &'static str) {
    let towns: &[(&str, &str)] = match org {
        Org::Nemunas | Org::Kartu | Org::Sesupe | Org::Krantas => &[
            ("LT-MR", "Marijampolė"),
            ("LT-MR", "Marijampolė"),
            ("LT-MR", "Marijampolė"),
            ("LT-MR", "Kalvarija"),
            ("LT-MR", "Marijampolė"),
            ("LT-MR", "Vilkaviškis district"),
            ("LT-MR", "Kazlų Rūda"),
            ("LT-KU", "Kaunas"),
            ("LT-MR", "Šakiai district"),
            ("LT-MR", "Marijampolė"),
        ],
        Org::Bor => &[
            ("BY-HO", "Gomel"),
            ("BY-HR", "Shchuchin district"),
            ("BY-HR", "Lida district"),
            ("BY-HO", "Rechitsa district"),
            ("BY-HR", "Mosty district"),
            ("BY-HO", "Mozyr district"),
            ("BY-HR", "Grodno"),
        ],
        Org::Luka => &[("BY-HR", "Shchuchin district"), ("BY-HR", "Lida district")],
        Org::Sozh => &[("BY-HO", "Gomel"), ("BY-HO", "Dobrush district")],
        Org::Mayak => &[("BY-VI", "Polotsk district"), ("BY-VI", "Orsha district"), ("BY-VI", "Novopolotsk")],
        _ => &[("RS-07", "Sremska Mitrovica"), ("RS-07", "Ruma"), ("RS-07", "Šid")],
    };
    towns[place % towns.len()]
}

/// Everybody, in the order of the table.
pub fn cast(rng: &mut Rng, today: NaiveDate) -> Vec<Person> {
    let mut left: Vec<(Vec<&str>, Vec<&str>)> =
        NAMES.iter().map(|names| (names.men.1.to_vec(), names.women.1.to_vec())).collect();
    for (men, women) in &mut left {
        rng.shuffle(men);
        rng.shuffle(women);
    }
    let mut people = Vec::new();
    for (org, by, releases) in HELD {
        let country = known(*org).country();
        let which = NAMES.iter().position(|names| names.country == country).unwrap_or(0);
        for (place, offset) in releases.iter().enumerate() {
            let woman = place % 4 == 1;
            let (given, families) = if woman {
                (NAMES[which].women.0, &mut left[which].1)
            } else {
                (NAMES[which].men.0, &mut left[which].0)
            };
            let release = days_from(today, *offset);
            people.push(Person {
                org: *org,
                by,
                place,
                given_name: rng.choice(given).unwrap_or(&given[0]),
                family_name: families.pop().expect("the table has a family name for everybody"),
                born: born(rng, today),
                sex: if woman { Sex::Female } else { Sex::Male },
                town: town(*org, place),
                release,
                confirmed: *offset < 30 || place.is_multiple_of(2),
                sobriety: [Sobriety::Sober, Sobriety::InTreatment, Sobriety::Unknown][place % 3],
                restricted: *by == "head@prison.invalid" && place == 3,
            });
        }
    }
    people
}

fn born(rng: &mut Rng, today: NaiveDate) -> NaiveDate {
    let year = today.year() - rng.i32(20..58);
    NaiveDate::from_yo_opt(year, rng.u32(1..=365)).unwrap_or(today)
}
