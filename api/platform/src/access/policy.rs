//! The policy matrix: kind of organisation × role × action, and the scopes of a role. Data, not
//! branches; `docs/policy-matrix.md` is this table for reading, and a test keeps the two equal.

use std::fmt::Write;

use entities::codes::{Code, OrganisationKind, Role, Scope, Set, TokenScope};

use OrganisationKind as Kind;

use entities::described_enum;

described_enum! {
    /// What a member may do, by kind of organisation and role.
    Action {
        DirectoryRead = "DIRECTORY_READ": "Read organisations, services and the agreements of one's organisation.",
        ServiceManage = "SERVICE_MANAGE": "Change the services of one's organisation and their places.",
        AgreementPropose = "AGREEMENT_PROPOSE": "Propose an agreement between one's organisation and others.",
        AgreementSign = "AGREEMENT_SIGN": "Sign a proposed agreement for one's organisation.",
        AgreementSuspend = "AGREEMENT_SUSPEND": "Suspend, resume or end an agreement of one's organisation.",
        PersonRead = "PERSON_READ": "Read people that one's organisation holds, each with the scopes of the role.",
        PersonRecord = "PERSON_RECORD": "Record a person.",
        PersonChange = "PERSON_CHANGE": "Change what is known about a person and their needs.",
        PersonErase = "PERSON_ERASE": "Erase a person whom one's organisation holds.",
        CaseTeamChange = "CASE_TEAM_CHANGE": "Add members to a person's case team, or take them off.",
        ConsentRecord = "CONSENT_RECORD": "Record a person's own answer about sharing.",
        ConsentWithdraw = "CONSENT_WITHDRAW": "Withdraw a consent when the person says so.",
        ReferralRead = "REFERRAL_READ": "Read referrals that one's organisation sent or received.",
        ReferralSend = "REFERRAL_SEND": "Write, send, answer and re-route referrals.",
        ReferralAnswer = "REFERRAL_ANSWER": "Answer referrals that one's organisation received, and work on them.",
        ReferralWithdraw = "REFERRAL_WITHDRAW": "Take back a referral that one's organisation sent.",
        ReferralReopen = "REFERRAL_REOPEN": "Open a closed referral again that one's organisation received.",
        MessageWrite = "MESSAGE_WRITE": "Write to the other side of a referral.",
        AppointmentKeep = "APPOINTMENT_MANAGE": "Make appointments and record who came.",
        OrganisationRecord = "ORGANISATION_RECORD": "Bring organisations with their services into the network.",
        OrganisationChange = "ORGANISATION_CHANGE": "Say how one's organisation is reached, and whether its managers see everybody.",
        LegalBasisRecord = "LEGAL_BASIS_RECORD": "Record in the register on which grounds disclosures rest.",
        AuditLogRead = "AUDIT_LOG_READ": "Read one's organisation's journal: who did what and when, and who looked at whom.",
        MemberManage = "MEMBER_MANAGE": "Invite members of one's organisation, change their roles, let them go.",
        EmailLook = "EMAIL_READ": "See how mails to the members of one's organisation fare, and try again; not what they say.",
    }
}

/// Kinds whose members work with people. The others see directory and agreements alone.
const WITH_PEOPLE: &[Kind] = &[
    Kind::Ngo,
    Kind::FaithBased,
    Kind::LocalAuthority,
    Kind::EmploymentService,
    Kind::Prison,
    Kind::Probation,
    Kind::SocialCentre,
    Kind::RehabilitationCentre,
    Kind::VocationalSchool,
];

const WORKERS: &[Role] = &[Role::Caseworker, Role::Manager];
const ANSWERERS: &[Role] = &[Role::Caseworker, Role::JobOfficer, Role::Manager];
const READERS: &[Role] = &[Role::Viewer, Role::Caseworker, Role::JobOfficer, Role::Trainer, Role::Manager];
const MANAGERS: &[Role] = &[Role::Manager];
const LEADERS: &[Role] = &[Role::Manager, Role::Admin];
const COORDINATORS: &[Role] = &[Role::Coordinator, Role::Manager, Role::Admin];
const WATCHERS: &[Role] = &[Role::Manager, Role::Admin, Role::Auditor];

struct Rule {
    action: Action,
    roles: Roles,
    kinds: Kinds,
}

enum Roles {
    Every,
    These(&'static [Role]),
}

enum Kinds {
    Every,
    WithPeople,
    Coordinating,
}

const RULES: &[Rule] = &[
    rule(Action::DirectoryRead, Roles::Every, Kinds::Every),
    rule(Action::ServiceManage, Roles::These(LEADERS), Kinds::Every),
    rule(Action::AgreementPropose, Roles::These(LEADERS), Kinds::WithPeople),
    rule(Action::AgreementSign, Roles::These(LEADERS), Kinds::WithPeople),
    rule(Action::AgreementSuspend, Roles::These(LEADERS), Kinds::WithPeople),
    rule(Action::PersonRead, Roles::These(READERS), Kinds::WithPeople),
    rule(Action::PersonRecord, Roles::These(WORKERS), Kinds::WithPeople),
    rule(Action::PersonChange, Roles::These(WORKERS), Kinds::WithPeople),
    rule(Action::PersonErase, Roles::These(MANAGERS), Kinds::WithPeople),
    rule(Action::CaseTeamChange, Roles::These(WORKERS), Kinds::WithPeople),
    rule(Action::ConsentRecord, Roles::These(WORKERS), Kinds::WithPeople),
    rule(Action::ConsentWithdraw, Roles::These(WORKERS), Kinds::WithPeople),
    rule(Action::ReferralRead, Roles::These(READERS), Kinds::WithPeople),
    rule(Action::ReferralSend, Roles::These(WORKERS), Kinds::WithPeople),
    rule(Action::ReferralAnswer, Roles::These(ANSWERERS), Kinds::WithPeople),
    rule(Action::ReferralWithdraw, Roles::These(WORKERS), Kinds::WithPeople),
    rule(Action::ReferralReopen, Roles::These(MANAGERS), Kinds::WithPeople),
    rule(Action::MessageWrite, Roles::These(ANSWERERS), Kinds::WithPeople),
    rule(Action::AppointmentKeep, Roles::These(ANSWERERS), Kinds::WithPeople),
    rule(Action::OrganisationRecord, Roles::These(COORDINATORS), Kinds::Coordinating),
    rule(Action::OrganisationChange, Roles::These(LEADERS), Kinds::Every),
    rule(Action::LegalBasisRecord, Roles::These(COORDINATORS), Kinds::Coordinating),
    rule(Action::AuditLogRead, Roles::These(WATCHERS), Kinds::Every),
    rule(Action::MemberManage, Roles::These(LEADERS), Kinds::Every),
    rule(Action::EmailLook, Roles::These(&[Role::Admin]), Kinds::Every),
];

const fn rule(action: Action, roles: Roles, kinds: Kinds) -> Rule {
    Rule { action, roles, kinds }
}

/// Whether a member with this role in this kind of organisation may do this.
pub fn may(kind: Kind, role: Role, action: Action) -> bool {
    RULES.iter().any(|rule| {
        rule.action == action
            && match rule.kinds {
                Kinds::Every => true,
                Kinds::WithPeople => WITH_PEOPLE.contains(&kind),
                Kinds::Coordinating => kind == Kind::Coordinator,
            }
            && match rule.roles {
                Roles::Every => true,
                Roles::These(roles) => roles.contains(&role),
            }
    })
}

/// The scopes that say who somebody is; a token reads them only where it is made for it.
pub const IDENTIFYING: &[Scope] = &[Scope::Identity, Scope::Contact, Scope::Documents];

/// The scope that a token needs for this.
pub fn token_scope(action: Action) -> TokenScope {
    match action {
        Action::DirectoryRead | Action::PersonRead | Action::ReferralRead | Action::AuditLogRead => {
            TokenScope::Read
        }
        Action::PersonRecord
        | Action::PersonChange
        | Action::CaseTeamChange
        | Action::PersonErase
        | Action::ConsentRecord
        | Action::ConsentWithdraw => TokenScope::People,
        Action::ReferralSend
        | Action::ReferralAnswer
        | Action::ReferralWithdraw
        | Action::ReferralReopen
        | Action::MessageWrite
        | Action::AppointmentKeep => TokenScope::Referrals,
        Action::ServiceManage
        | Action::OrganisationRecord
        | Action::OrganisationChange
        | Action::LegalBasisRecord
        | Action::AgreementPropose
        | Action::AgreementSign
        | Action::AgreementSuspend
        | Action::MemberManage
        | Action::EmailLook => TokenScope::Manage,
    }
}

/// The roles that members of this kind of organisation can be given.
pub fn roles_in(kind: Kind) -> impl Iterator<Item = Role> {
    Role::all().filter(move |role| match role {
        Role::Coordinator => kind == Kind::Coordinator,
        Role::Admin | Role::Auditor | Role::Manager => true,
        _ => WITH_PEOPLE.contains(&kind),
    })
}

/// What a member with this role in this kind of organisation reads of a person.
pub fn scopes(kind: Kind, role: Role) -> Set<Scope> {
    of_role(role).intersect(of_kind(kind))
}

fn of_role(role: Role) -> Set<Scope> {
    use Scope::*;
    match role {
        Role::Caseworker | Role::Manager => Set::all(),
        Role::JobOfficer => set(&[Identity, Contact, Needs, Employment, Documents]),
        Role::Trainer => set(&[Needs, Employment]),
        Role::Viewer => set(&[Needs]),
        Role::Admin | Role::Coordinator | Role::Auditor => Set::EMPTY,
    }
}

fn of_kind(kind: Kind) -> Set<Scope> {
    use Scope::*;
    match kind {
        Kind::EmploymentService | Kind::VocationalSchool => {
            set(&[Identity, Contact, Needs, Employment, Documents])
        }
        kind if WITH_PEOPLE.contains(&kind) => Set::all(),
        _ => Set::EMPTY,
    }
}

fn set(scopes: &[Scope]) -> Set<Scope> {
    scopes.iter().copied().collect()
}

/// Whether people of this kind of organisation may receive referrals at all.
pub fn works_with_people(kind: Kind) -> bool {
    WITH_PEOPLE.contains(&kind)
}

/// The matrix as Markdown, for a reader who does not program.
pub fn as_markdown() -> String {
    let mut page = String::from(
        "# Who may do what\n\nGenerated by `throughgate policy` from the table that decides; reviewed by people. \
         A member may do something when both the role and the kind of organisation allow it.\n\n\
         ## Actions by role\n\n",
    );
    let roles: Vec<Role> = Role::all().collect();
    heading(&mut page, "In organisations that work with people", &roles);
    for action in Action::all() {
        row(&mut page, action.code(), roles.iter().map(|role| mark(may(Kind::Ngo, *role, action))));
    }
    page.push_str("\n## Actions by kind of organisation\n\nA mark where some role of that kind may.\n\n");
    let kinds: Vec<Kind> = Kind::all().collect();
    heading(&mut page, "Action", &kinds);
    for action in Action::all() {
        let some = |kind: &Kind| mark(Role::all().any(|role| may(*kind, role, action)));
        row(&mut page, action.code(), kinds.iter().map(some));
    }
    page.push_str("\n## Scopes: what is read of a person\n\n");
    heading(&mut page, "Kind", &roles);
    for kind in Kind::all() {
        let words = |role: &Role| {
            let scopes: Vec<_> = scopes(kind, *role).iter().map(Code::code).collect();
            if scopes.len() == Scope::ITEMS.len() { "all".to_owned() } else { scopes.join(", ") }
        };
        row(&mut page, kind.code(), roles.iter().map(words));
    }
    page.push_str("\n## Scopes of tokens: what a program needs for an action\n\n");
    for (scope, says) in TokenScope::ITEMS {
        let actions: Vec<_> =
            Action::all().filter(|action| token_scope(*action) == *scope).map(Code::code).collect();
        let _ = writeln!(page, "- `{}`: {says} {}", scope.code(), actions.join(", "));
    }
    page.push_str("\n## What the actions are\n\n");
    for (action, says) in Action::ITEMS {
        let _ = writeln!(page, "- `{}`: {says}", action.code());
    }
    page
}

fn heading<T: Code>(page: &mut String, first: &str, columns: &[T]) {
    row(page, first, columns.iter().map(|column| column.code().to_owned()));
    row(page, "---", columns.iter().map(|_| "---".to_owned()));
}

fn row(page: &mut String, first: &str, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> = cells.collect();
    let _ = writeln!(page, "| {first} | {} |", cells.join(" | "));
}

fn mark(yes: bool) -> String {
    if yes { "yes" } else { "" }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_has_a_rule_and_no_action_two() {
        for action in Action::all() {
            assert_eq!(RULES.iter().filter(|rule| rule.action == action).count(), 1, "{action:?}");
        }
    }

    #[test]
    fn who_works_with_nobody_reads_nobody() {
        for kind in [Kind::Employer, Kind::Funder, Kind::Coordinator, Kind::Other] {
            for role in Role::all() {
                assert!(scopes(kind, role).is_empty());
                assert!(!may(kind, role, Action::PersonRead) && !may(kind, role, Action::ReferralRead));
            }
        }
        for role in [Role::Admin, Role::Coordinator, Role::Auditor] {
            assert!(!may(Kind::Ngo, role, Action::PersonRead));
        }
    }

    #[test]
    fn an_auditor_reads_the_audit_log_and_the_directory_and_does_nothing() {
        for kind in Kind::all() {
            let may: Vec<Action> =
                Action::all().filter(|action| super::may(kind, Role::Auditor, *action)).collect();
            assert_eq!(may, [Action::DirectoryRead, Action::AuditLogRead], "{kind:?}");
            assert!(scopes(kind, Role::Auditor).is_empty());
        }
    }

    #[test]
    fn a_trainer_and_an_employment_service_read_no_health() {
        assert!(!scopes(Kind::Ngo, Role::Trainer).contains(Scope::Health));
        assert!(!scopes(Kind::EmploymentService, Role::Manager).contains(Scope::Health));
        assert!(!scopes(Kind::EmploymentService, Role::Caseworker).contains(Scope::Offence));
    }
}
