//! What holds for the list of capabilities as a whole.

use std::collections::HashSet;

use entities::codes::{Code, OrganisationKind as Kind, Role, Scope};
use platform::{
    access::{Action, policy::scopes},
    capability::About,
};

use crate::{
    ALL, audit_log::AUDIT_LOG_READ, network::DIRECTORY_READ, people::PERSON_READ, referrals::REFERRAL_READ,
};

/// The texts that come twice.
fn twice(texts: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut seen = HashSet::new();
    texts.filter(|text| !seen.insert(*text)).collect()
}

#[test]
fn what_capabilities_declare_is_declared_once() {
    assert_eq!(twice(ALL.iter().map(|capability| capability.name)), [""; 0]);
    assert_eq!(twice(ALL.actions().map(Action::code)), [""; 0]);
    assert_eq!(twice(ALL.events().map(|event| event.kind.code())), [""; 0]);
    assert_eq!(twice(ALL.subjects().map(|subject| subject.kind().code())), [""; 0]);
    assert_eq!(twice(ALL.subjects().map(|subject| subject.id_type())), [""; 0]);
    assert_eq!(twice(ALL.jobs().map(|job| job.name)), [""; 0]);
    assert_eq!(twice(ALL.grant_owners().map(|owner| owner.kind.code())), [""; 0]);
}

#[test]
fn whatever_events_are_about_is_declared() {
    for event in ALL.events() {
        let about = match event.about {
            Some(About::One(kind)) => Some(kind),
            Some(About::GrantOwner) | None => None,
        };
        assert!(!event.subjects.is_empty(), "{:?}", event.kind);
        for kind in event.subjects.iter().copied().chain(about) {
            assert!(ALL.subject(kind).is_some(), "{:?}: {kind:?}", event.kind);
        }
    }
    assert!(ALL.grant_owners().all(|owner| ALL.subject(owner.subject).is_some()));
}

/// Somebody waits for an answer, or a person may be left alone: a kind that becomes urgent, or no longer is, is decided
/// here as well.
#[test]
fn what_is_urgent() {
    let urgent = ALL.events().filter(|event| event.told.is_some_and(|told| told.urgent));
    let urgent: HashSet<_> = urgent.map(|event| event.kind.code()).collect();
    let expected = [
        "CONSENT_RAN_OUT",
        "REFERRAL_ANSWERED",
        "REFERRAL_ESCALATED",
        "REFERRAL_EXPIRED",
        "REFERRAL_FAILED",
        "REFERRAL_INFORMATION_REQUESTED",
        "REFERRAL_NOT_SENT",
        "REFERRAL_OFFERED",
        "REFERRAL_REJECTED",
        "REFERRAL_REMINDED",
        "REFERRAL_SENT",
        "RELEASE_MOVED",
    ];
    assert_eq!(urgent, expected.into_iter().collect());
}

#[test]
fn who_works_with_nobody_reads_nobody() {
    for kind in [Kind::Employer, Kind::Funder, Kind::Coordinator, Kind::Other] {
        for role in Role::all() {
            assert!(scopes(kind, role).is_empty());
            assert!(!PERSON_READ.is_allowed(kind, role) && !REFERRAL_READ.is_allowed(kind, role));
        }
    }
    for role in [Role::Admin, Role::Coordinator, Role::Auditor] {
        assert!(!PERSON_READ.is_allowed(Kind::Ngo, role));
    }
}

#[test]
fn an_auditor_reads_the_audit_log_and_the_directory_and_does_nothing() {
    for kind in Kind::all() {
        let may: Vec<Action> =
            ALL.actions().filter(|action| action.is_allowed(kind, Role::Auditor)).collect();
        assert_eq!(may, [DIRECTORY_READ, AUDIT_LOG_READ], "{kind:?}");
        assert!(scopes(kind, Role::Auditor).is_empty());
    }
}

#[test]
fn a_trainer_and_an_employment_service_read_no_health() {
    assert!(!scopes(Kind::Ngo, Role::Trainer).contains(Scope::Health));
    assert!(!scopes(Kind::EmploymentService, Role::Manager).contains(Scope::Health));
    assert!(!scopes(Kind::EmploymentService, Role::Caseworker).contains(Scope::Offence));
}
