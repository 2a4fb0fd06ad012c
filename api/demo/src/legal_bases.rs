//! The register of grounds of the demonstration network: on which law a disclosure rests, by
//! country of the sender, purpose, and kind of the recipient. Where no line stands, nothing may be
//! disclosed: nobody tells an employment service about a treatment.

use entities::codes::{LegalBasis, OrganisationKind as Kind, Purpose};

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
pub const LEGAL_BASES: &[(Purpose, Kind, LegalBasis)] = &[
    (Purpose::Resettlement, Kind::Ngo, LegalBasis::Consent),
    (Purpose::Resettlement, Kind::FaithBased, LegalBasis::Consent),
    (Purpose::Resettlement, Kind::LocalAuthority, LegalBasis::PublicTask),
    (Purpose::Resettlement, Kind::EmploymentService, LegalBasis::Consent),
    (Purpose::Resettlement, Kind::Prison, LegalBasis::Consent),
    (Purpose::Resettlement, Kind::Probation, LegalBasis::LegalObligation),
    (Purpose::Resettlement, Kind::SocialCentre, LegalBasis::PublicTask),
    (Purpose::Resettlement, Kind::RehabilitationCentre, LegalBasis::Consent),
    (Purpose::Employment, Kind::Ngo, LegalBasis::Consent),
    (Purpose::Employment, Kind::FaithBased, LegalBasis::Consent),
    (Purpose::Employment, Kind::LocalAuthority, LegalBasis::Consent),
    (Purpose::Employment, Kind::EmploymentService, LegalBasis::PublicTask),
    (Purpose::Employment, Kind::SocialCentre, LegalBasis::Consent),
    (Purpose::Employment, Kind::VocationalSchool, LegalBasis::Consent),
    (Purpose::Treatment, Kind::Ngo, LegalBasis::Consent),
    (Purpose::Treatment, Kind::FaithBased, LegalBasis::Consent),
    (Purpose::Treatment, Kind::LocalAuthority, LegalBasis::Consent),
    (Purpose::Treatment, Kind::SocialCentre, LegalBasis::Consent),
    (Purpose::Treatment, Kind::RehabilitationCentre, LegalBasis::Consent),
];

impl Law {
    pub fn text(&self, legal_basis: LegalBasis) -> &'static str {
        match legal_basis {
            LegalBasis::Consent | LegalBasis::VitalInterest => self.consent,
            LegalBasis::PublicTask => self.public_task,
            LegalBasis::LegalObligation => self.legal_obligation,
        }
    }
}
