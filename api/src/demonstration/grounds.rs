//! The register of grounds of the demonstration network: on which law a disclosure rests, by
//! country of the sender, purpose, and kind of the recipient. Where no line stands, nothing may be
//! disclosed: nobody tells an employment service about a treatment.

use entities::codes::{Ground, OrganisationKind as Kind, Purpose};

/// A country's words for each ground.
pub struct Law {
    /// ISO 3166-1 alpha-2.
    pub country: &'static str,
    pub consent: &'static str,
    pub public_task: &'static str,
    pub legal_obligation: &'static str,
}

pub const LAWS: &[Law] = &[
    Law {
        country: "LT",
        consent: "Regulation (EU) 2016/679, articles 6(1)(a) and 9(2)(a)",
        public_task: "Regulation (EU) 2016/679, article 6(1)(e), with the Law on Social Services (Socialinių paslaugų įstatymas)",
        legal_obligation: "Regulation (EU) 2016/679, article 6(1)(c), with the Law on Probation (Probacijos įstatymas)",
    },
    Law {
        country: "BY",
        consent: "Law of 7 May 2021 No. 99-Z on the Protection of Personal Data, article 5",
        public_task: "Law of 7 May 2021 No. 99-Z on the Protection of Personal Data, with the Law on Social Services",
        legal_obligation: "Law of 7 May 2021 No. 99-Z on the Protection of Personal Data, article 6",
    },
    Law {
        country: "RS",
        consent: "Law on Personal Data Protection (Zakon o zaštiti podataka o ličnosti), article 12",
        public_task: "Law on Personal Data Protection, article 12, with the Law on Social Protection (Zakon o socijalnoj zaštiti)",
        legal_obligation: "Law on Personal Data Protection, article 12, with the Law on Execution of Non-custodial Sanctions and Measures (Zakon o izvršenju vanzavodskih sankcija i mera)",
    },
];

/// Purpose, kind of the recipient, ground.
pub const GROUNDS: &[(Purpose, Kind, Ground)] = &[
    (Purpose::Resettlement, Kind::Ngo, Ground::Consent),
    (Purpose::Resettlement, Kind::FaithBased, Ground::Consent),
    (Purpose::Resettlement, Kind::LocalAuthority, Ground::PublicTask),
    (Purpose::Resettlement, Kind::EmploymentService, Ground::Consent),
    (Purpose::Resettlement, Kind::Prison, Ground::Consent),
    (Purpose::Resettlement, Kind::Probation, Ground::LegalObligation),
    (Purpose::Resettlement, Kind::SocialCentre, Ground::PublicTask),
    (Purpose::Resettlement, Kind::RehabilitationCentre, Ground::Consent),
    (Purpose::Employment, Kind::Ngo, Ground::Consent),
    (Purpose::Employment, Kind::FaithBased, Ground::Consent),
    (Purpose::Employment, Kind::LocalAuthority, Ground::Consent),
    (Purpose::Employment, Kind::EmploymentService, Ground::PublicTask),
    (Purpose::Employment, Kind::SocialCentre, Ground::Consent),
    (Purpose::Employment, Kind::VocationalSchool, Ground::Consent),
    (Purpose::Treatment, Kind::Ngo, Ground::Consent),
    (Purpose::Treatment, Kind::FaithBased, Ground::Consent),
    (Purpose::Treatment, Kind::LocalAuthority, Ground::Consent),
    (Purpose::Treatment, Kind::SocialCentre, Ground::Consent),
    (Purpose::Treatment, Kind::RehabilitationCentre, Ground::Consent),
];

impl Law {
    pub fn text(&self, ground: Ground) -> &'static str {
        match ground {
            Ground::Consent | Ground::VitalInterest => self.consent,
            Ground::PublicTask => self.public_task,
            Ground::LegalObligation => self.legal_obligation,
        }
    }
}
