//! The policy: who may do what, as lines that the capabilities declare, and what each role reads of a person.
//! `docs/policy-matrix.md` is the whole of it for reading, and a test keeps the two equal.

use std::fmt::{self, Write};

use OrganisationKind as Kind;
use entities::codes::{Code, OrganisationKind, Role, Scope, Set, TokenScope, Word};

/// Something that a member may do: one line of the policy.
#[derive(Clone, Copy)]
pub struct Action {
    code: &'static str,
    says: &'static str,
    roles: Roles,
    kinds: Kinds,
    token: TokenScope,
}

/// The roles that may do something.
#[derive(Clone, Copy)]
pub enum Roles {
    Every,
    These(&'static [Role]),
}

/// The kinds of organisation in which something may be done.
#[derive(Clone, Copy)]
pub enum Kinds {
    Every,
    These(&'static [Kind]),
}

/// Declares the actions of a capability, a line each: name, what it is, the roles and kinds of organisation that may, and
/// the scope that a token needs.
#[macro_export]
macro_rules! actions {
    ($($name:ident: $says:literal, $roles:expr, $kinds:expr, $token:ident;)+) => {
        $(
            #[doc = $says]
            pub const $name: $crate::access::Action = $crate::access::Action::new(
                stringify!($name),
                $says,
                $roles,
                $kinds,
                entities::codes::TokenScope::$token,
            );
        )+

        /// The actions of this capability.
        pub const ACTIONS: &[$crate::access::Action] = &[$($name),+];
    };
}

impl Action {
    pub const fn new(
        code: &'static str,
        says: &'static str,
        roles: Roles,
        kinds: Kinds,
        token: TokenScope,
    ) -> Self {
        Self { code, says, roles, kinds, token }
    }

    /// Whether a member with this role in this kind of organisation may do it.
    pub fn is_allowed(self, kind: Kind, role: Role) -> bool {
        let in_kind = match self.kinds {
            Kinds::Every => true,
            Kinds::These(kinds) => kinds.contains(&kind),
        };
        let by_role = match self.roles {
            Roles::Every => true,
            Roles::These(roles) => roles.contains(&role),
        };
        in_kind && by_role
    }

    pub const fn code(self) -> &'static str {
        self.code
    }

    /// Description, for readers of the schema and of the matrix.
    pub const fn says(self) -> &'static str {
        self.says
    }

    /// The scope that a token needs for it.
    pub const fn token_scope(self) -> TokenScope {
        self.token
    }
}

impl PartialEq for Action {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Action {}

impl fmt::Debug for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)
    }
}

impl Word for Action {
    fn word(self) -> &'static str {
        self.code
    }
}

/// Kinds whose members work with people. Members of the others see only the directory and their agreements.
const WORKING_WITH_PEOPLE: &[Kind] = &[
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

pub const WITH_PEOPLE: Kinds = Kinds::These(WORKING_WITH_PEOPLE);
pub const COORDINATING: Kinds = Kinds::These(&[Kind::Coordinator]);

pub const WORKERS: Roles = Roles::These(&[Role::Caseworker, Role::Manager]);
pub const ANSWERERS: Roles = Roles::These(&[Role::Caseworker, Role::JobOfficer, Role::Manager]);
pub const READERS: Roles =
    Roles::These(&[Role::Viewer, Role::Caseworker, Role::JobOfficer, Role::Trainer, Role::Manager]);
pub const MANAGERS: Roles = Roles::These(&[Role::Manager]);
pub const LEADERS: Roles = Roles::These(&[Role::Manager, Role::Admin]);
pub const COORDINATORS: Roles = Roles::These(&[Role::Coordinator, Role::Manager, Role::Admin]);
pub const WATCHERS: Roles = Roles::These(&[Role::Manager, Role::Admin, Role::Auditor]);
pub const ADMINS: Roles = Roles::These(&[Role::Admin]);

/// Scopes that identify a person; a token reads them only with the scope IDENTITIES.
pub const IDENTIFYING: &[Scope] = &[Scope::Identity, Scope::Contact, Scope::Documents];

/// The roles that members of this kind of organisation can be given.
pub fn roles_in(kind: Kind) -> impl Iterator<Item = Role> {
    Role::all().filter(move |role| match role {
        Role::Coordinator => kind == Kind::Coordinator,
        Role::Admin | Role::Auditor | Role::Manager => true,
        _ => WORKING_WITH_PEOPLE.contains(&kind),
    })
}

/// Scopes of a person's data that a member with this role in this kind of organisation reads.
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
        kind if WORKING_WITH_PEOPLE.contains(&kind) => Set::all(),
        _ => Set::EMPTY,
    }
}

fn set(scopes: &[Scope]) -> Set<Scope> {
    scopes.iter().copied().collect()
}

/// Whether people of this kind of organisation may receive referrals at all.
pub fn works_with_people(kind: Kind) -> bool {
    WORKING_WITH_PEOPLE.contains(&kind)
}

/// The matrix as Markdown, for a reader who does not program.
pub fn as_markdown(actions: &[Action]) -> String {
    let mut page = String::from(
        "# Who may do what\n\nGenerated by `throughgate policy` from the rules that the program applies. A member may take an \
         action if both the role and the kind of organisation allow it.\n\n\
         ## Actions by role\n\n",
    );
    let roles: Vec<Role> = Role::all().collect();
    heading(&mut page, "In organisations that work with people", &roles);
    for action in actions {
        row(&mut page, action.code, roles.iter().map(|role| mark(action.is_allowed(Kind::Ngo, *role))));
    }
    page.push_str("\n## Actions by kind of organisation\n\nA mark: at least one role in that kind of organisation may take the action.\n\n");
    let kinds: Vec<Kind> = Kind::all().collect();
    heading(&mut page, "Action", &kinds);
    for action in actions {
        let some = |kind: &Kind| mark(Role::all().any(|role| action.is_allowed(*kind, role)));
        row(&mut page, action.code, kinds.iter().map(some));
    }
    page.push_str("\n## Scopes: parts of a person's data that a role reads\n\n");
    heading(&mut page, "Kind", &roles);
    for kind in Kind::all() {
        let words = |role: &Role| {
            let scopes: Vec<_> = scopes(kind, *role).iter().map(Code::code).collect();
            if scopes.len() == Scope::ITEMS.len() { "all".to_owned() } else { scopes.join(", ") }
        };
        row(&mut page, kind.code(), roles.iter().map(words));
    }
    page.push_str("\n## Scopes of API tokens: actions that each permits\n\n");
    for (scope, says) in TokenScope::ITEMS {
        let actions: Vec<_> =
            actions.iter().filter(|action| action.token == *scope).map(|action| action.code).collect();
        let _ = writeln!(page, "- `{}`: {says} {}", scope.code(), actions.join(", "));
    }
    page.push_str("\n## Actions\n\n");
    for action in actions {
        let _ = writeln!(page, "- `{}`: {}", action.code, action.says);
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
