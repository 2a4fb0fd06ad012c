//! How a service of the demonstration network is described in one line of a table.

use entities::codes::{LegalStatus, NeedDomain as Domain, Purpose, ServiceStatus, Sex, Sobriety};

use super::organisations::Org;

/// A line of a service's area.
#[derive(Clone, Copy, Debug)]
pub enum Area {
    /// ISO 3166-2.
    Province(&'static str),
    Town(&'static str, &'static str),
    Prison(Org),
}

pub struct Service {
    pub org: Org,
    pub name: &'static str,
    pub domain: Domain,
    pub purpose: Purpose,
    pub description: &'static str,
    pub areas: &'static [Area],
    pub status: ServiceStatus,
    pub unit: &'static str,
    /// Places from a day on, the day counted from today.
    pub places: &'static [(i64, i32)],
    pub ages: (Option<i32>, Option<i32>),
    pub sex: Option<Sex>,
    pub legal_statuses: &'static [LegalStatus],
    pub sobriety: &'static [Sobriety],
    pub residents_only: bool,
    pub eligibility: &'static str,
    pub application: &'static str,
    pub fees: &'static str,
    /// Days since somebody made sure that this is true.
    pub assured: i64,
    pub respond_days: Option<i32>,
}

pub const FREE: &str = "Free of charge.";

pub const fn service(
    org: Org,
    name: &'static str,
    domain: Domain,
    purpose: Purpose,
    description: &'static str,
    areas: &'static [Area],
) -> Service {
    Service {
        org,
        name,
        domain,
        purpose,
        description,
        areas,
        status: ServiceStatus::Active,
        unit: "place",
        places: &[],
        ages: (None, None),
        sex: None,
        legal_statuses: &[],
        sobriety: &[],
        residents_only: false,
        eligibility: "",
        application: "By referral.",
        fees: FREE,
        assured: 40,
        respond_days: None,
    }
}

impl Service {
    pub const fn places(mut self, unit: &'static str, places: &'static [(i64, i32)]) -> Self {
        self.unit = unit;
        self.places = places;
        self
    }

    pub const fn ages(mut self, least: i32, most: Option<i32>) -> Self {
        self.ages = (Some(least), most);
        self
    }

    pub const fn only(mut self, sex: Sex) -> Self {
        self.sex = Some(sex);
        self
    }

    pub const fn legal(mut self, statuses: &'static [LegalStatus]) -> Self {
        self.legal_statuses = statuses;
        self
    }

    pub const fn sober(mut self, sobriety: &'static [Sobriety]) -> Self {
        self.sobriety = sobriety;
        self
    }

    pub const fn residents(mut self) -> Self {
        self.residents_only = true;
        self
    }

    pub const fn says(mut self, eligibility: &'static str, fees: &'static str) -> Self {
        self.eligibility = eligibility;
        self.fees = fees;
        self
    }

    pub const fn assured(mut self, days_ago: i64) -> Self {
        self.assured = days_ago;
        self
    }

    pub const fn answers_in(mut self, days: i32) -> Self {
        self.respond_days = Some(days);
        self
    }

    pub const fn with_status(mut self, status: ServiceStatus) -> Self {
        self.status = status;
        self
    }
}
