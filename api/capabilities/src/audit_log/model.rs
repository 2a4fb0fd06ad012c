//! What each kind of event is about, and when days begin. No I/O.

use chrono::{NaiveDate, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Tz;
use entities::{codes::EventKind, instant::Instant};

use entities::described_enum;

described_enum! {
    /// What kind of thing an entry of the journal is about.
    AuditLogSubjectKind {
        Referral = "REFERRAL": "A referral that the organisation sent or received.",
        Person = "PERSON": "A person whom the organisation holds.",
        Disclosure = "DISCLOSURE": "A person whom another organisation holds, as disclosed to this one.",
        Agreement = "AGREEMENT": "An agreement.",
        Service = "SERVICE": "A service.",
        Message = "MESSAGE": "A message within a referral.",
        Appointment = "APPOINTMENT": "An appointment within a referral.",
        Need = "NEED": "A need of a person.",
        Consent = "CONSENT": "A person's answer about sharing.",
        Member = "MEMBER": "A member of the organisation.",
        Organisation = "ORGANISATION": "An organisation of the network.",
        Import = "IMPORT": "A list that was brought in.",
    }
}

use AuditLogSubjectKind as Kind;

/// What the subjects of an event are. Who looked has people of their own before them, or, as a
/// recipient, disclosures.
pub fn subject_kind(event: EventKind, is_disclosure: bool) -> Kind {
    use EventKind::*;
    match event {
        ReferralDrafted
        | ReferralSent
        | ReferralAcknowledged
        | ReferralInformationRequested
        | ReferralAnswered
        | ReferralAccepted
        | ReferralWaitlisted
        | ReferralStarted
        | ReferralHeld
        | ReferralResumed
        | ReferralCompleted
        | ReferralFailed
        | ReferralRejected
        | ReferralWithdrawn
        | ReferralReminded
        | ReferralEscalated
        | ReferralExpired
        | ReferralEnteredInError
        | ReferralReopened
        | ReferralNotSent
        | ReleaseMoved
        | ReferralOffered
        | ReferralTaken
        | ReferralGivenBack
        | MessageWritten
        | AppointmentMade
        | AppointmentAttendanceRecorded => Kind::Referral,
        IdentityLookedAt if is_disclosure => Kind::Disclosure,
        IdentityLookedAt | PersonRecorded | PersonChanged | PersonErased | NeedAdded | NeedChanged
        | ConsentRecorded | ConsentWithdrawn | ConsentRanOut | CaseTeamChanged => Kind::Person,
        AgreementProposed | AgreementSigned | AgreementSuspended | AgreementResumed | AgreementEnded => {
            Kind::Agreement
        }
        ServiceRecorded | ServiceChanged => Kind::Service,
        OrganisationRecorded | OrganisationChanged | LegalBasisRecorded => Kind::Organisation,
        ListBroughtIn | ListTaken | ListThrownAway => Kind::Import,
        MemberInvited | MemberChanged | MemberLeft | SignedIn | SignedOutElsewhere | TokenCreated
        | TokenRevoked => Kind::Member,
    }
}

/// What the row is that an event is about beside its subjects; nothing where it is about none.
/// Each is known to everybody who may read of the event: a referral, message or appointment to both
/// of its sides, the rest to the holder, who alone reads of it.
pub fn about_kind(event: EventKind) -> Option<Kind> {
    use EventKind::*;
    match event {
        ReferralInformationRequested | ReferralAnswered | ReferralReopened | MessageWritten => {
            Some(Kind::Message)
        }
        AppointmentMade | AppointmentAttendanceRecorded => Some(Kind::Appointment),
        IdentityLookedAt => Some(Kind::Referral),
        NeedAdded | NeedChanged => Some(Kind::Need),
        ConsentRecorded | ConsentWithdrawn | ConsentRanOut => Some(Kind::Consent),
        _ => None,
    }
}

/// When a day begins in a time zone; later than midnight where the clock skips it.
pub fn begin_of(day: NaiveDate, zone: Tz) -> Instant {
    let midnight = day.and_time(NaiveTime::MIN);
    (0..24 * 4)
        .find_map(|quarter| {
            zone.from_local_datetime(&(midnight + TimeDelta::minutes(15 * quarter))).earliest()
        })
        .map_or_else(|| midnight.and_utc(), |at| at.to_utc())
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begin(day: &str, zone: Tz) -> String {
        begin_of(day.parse().expect("a date"), zone).utc().to_rfc3339()
    }

    #[test]
    fn a_day_begins_where_the_organisation_is() {
        assert_eq!(begin("2026-11-23", Tz::Europe__Vilnius), "2026-11-22T22:00:00+00:00");
        assert_eq!(begin("2026-07-01", Tz::Europe__Vilnius), "2026-06-30T21:00:00+00:00");
        assert_eq!(begin("2026-11-23", Tz::UTC), "2026-11-23T00:00:00+00:00");
        // Cairo has put its clocks forward at midnight.
        assert_eq!(begin("2023-04-28", Tz::Africa__Cairo), "2023-04-27T22:00:00+00:00");
    }
}
