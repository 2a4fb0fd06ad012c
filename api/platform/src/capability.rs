//! Contributions of a capability to the application: actions of the policy, kinds of events with the members to
//! notify, subjects of the audit log, background jobs, and reactions to changes that it depends on. The application
//! lists its capabilities; policy, audit log, notifications and worker go through that list and name none.

use std::{
    collections::{HashMap, HashSet},
    future::Future,
    ops::BitOr,
    pin::Pin,
};

use chrono::NaiveDate;
use entities::{
    codes::{EventKind, GrantOwnerKind, Purpose, WithdrawReason, Word},
    ids::{ConsentId, MemberId, OrganisationId, PersonId},
};
use uuid::Uuid;

use crate::{
    access::{Action, Viewer},
    context::AppState,
    db::{Db, Tx},
    error::DomainError,
    events::BackgroundJob,
};

/// Future of a declared function.
pub type Promised<'a, T> = Pin<Box<dyn Future<Output = Result<T, DomainError>> + Send + 'a>>;

/// A capability, as the application lists it.
pub struct Capability {
    pub name: &'static str,
    /// Its lines of the policy.
    pub actions: &'static [Action],
    pub events: &'static [EventDeclaration],
    /// Kinds of subjects of events.
    pub subjects: &'static [&'static dyn Subject],
    pub jobs: &'static [BackgroundJob],
    pub dependents: Dependents,
}

impl Capability {
    /// A capability that contributes nothing yet.
    pub const fn new(name: &'static str) -> Self {
        Self { name, actions: &[], events: &[], subjects: &[], jobs: &[], dependents: Dependents::NONE }
    }
}

/// Reactions of a capability, in the same transaction, to changes that it depends on.
#[derive(Clone, Copy)]
pub struct Dependents {
    /// The kind of its things that own grants, and what becomes of those whose grants rest on a consent that ended.
    pub grants: Option<GrantOwner>,
    /// Reactions to changes of consents.
    pub consents: Option<ConsentDependent>,
    /// Number of open items about a person, for which the person's data is still needed.
    pub count_open: Option<CountOpen>,
    /// A person's day of release moved, to this one or to none.
    pub release_moved: Option<ReleaseMoved>,
    /// A person is erased: ends open items, reduces the rest to coarse facts, and returns how many ended.
    pub person_erased: Option<PersonErased>,
}

/// Counts the open items about a person.
pub type CountOpen = fn(&Tx, PersonId) -> Promised<'_, u64>;
/// Reacts to a release date that moved.
pub type ReleaseMoved = fn(&Tx, PersonId, Option<NaiveDate>) -> Promised<'_, ()>;
/// Reacts to the erasure of a person, and returns how many items ended.
pub type PersonErased = fn(&Tx, PersonId) -> Promised<'_, u32>;

impl Dependents {
    pub const NONE: Self =
        Self { grants: None, consents: None, count_open: None, release_moved: None, person_erased: None };
}

/// Actions in the same transaction when a person withdraws or refuses a consent.
#[derive(Clone, Copy)]
pub struct ConsentDependent {
    /// A consent was withdrawn. Returns how many dependents ended.
    pub withdrawn: fn(Capabilities, &Tx, ConsentId) -> Promised<'_, u32>,
    /// A person said no to some recipients for a purpose.
    pub refused: fn(Capabilities, &Tx, Refusal) -> Promised<'_, ()>,
}

/// A person's no.
pub struct Refusal {
    /// The consent row that records the refusal.
    pub answer: ConsentId,
    pub person: PersonId,
    pub recipients: Vec<OrganisationId>,
    pub purpose: Purpose,
}

/// Owner of grants, as its capability declares it.
#[derive(Clone, Copy)]
pub struct GrantOwner {
    pub kind: GrantOwnerKind,
    /// Kind of subject as which it is shown in the audit log.
    pub subject: SubjectKind,
    /// The consent of these grants has ended: ends those that are not accepted, and returns how many.
    pub consent_ended: fn(&Tx, Vec<Uuid>, WithdrawReason) -> Promised<'_, u32>,
    /// Locks these and whatever ends with them, before a consent that their grants rest on is changed.
    pub lock: fn(&Tx, Vec<Uuid>) -> Promised<'_, ()>,
}

/// Kind of event: its description, its subjects and the members who are notified.
#[derive(Clone, Copy, Debug)]
pub struct EventDeclaration {
    pub kind: EventKind,
    /// For readers of the schema.
    pub says: &'static str,
    /// Kinds of its subjects. If there may be several, [`Subject::among`] distinguishes all but the first.
    pub subjects: &'static [SubjectKind],
    /// Kind of the further object of the event. Everybody who may read the event knows it.
    pub about: Option<About>,
    /// Members to notify; none if absent.
    pub told: Option<Told>,
}

/// Further object of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    One(SubjectKind),
    /// The owner of the grant through which a person was seen.
    GrantOwner,
}

/// Members to notify of an event, and how. The member who caused the event is never notified, nor is a member who may
/// not see its subject.
#[derive(Clone, Copy, Debug)]
pub struct Told {
    /// Any of these relations to a subject of the event is enough.
    pub to: Relations,
    /// Whether the organisation of who did it is left out.
    pub not_own: bool,
    /// Whether an answer is awaited, or a person may be left without help.
    pub urgent: bool,
    /// Whether the event ends access to its subject, so that the notified member can no longer see it.
    pub takes_away: bool,
    /// Whether it is no news any more once its subject waits for no answer.
    pub while_waiting: bool,
}

impl EventDeclaration {
    pub const fn new(kind: EventKind, says: &'static str, subjects: &'static [SubjectKind]) -> Self {
        Self { kind, says, subjects, about: None, told: None }
    }

    /// Names what it is about beside its subjects.
    pub const fn about(self, kind: SubjectKind) -> Self {
        Self { about: Some(About::One(kind)), ..self }
    }

    /// Beside its subjects it is about what opened a disclosure.
    pub const fn about_owner(self) -> Self {
        Self { about: Some(About::GrantOwner), ..self }
    }

    /// Notifies members with any of these relations to a subject.
    pub const fn told(self, to: Relations) -> Self {
        let told = Told { to, not_own: false, urgent: false, takes_away: false, while_waiting: false };
        Self { told: Some(told), ..self }
    }

    /// The same, except the members of the organisation that caused the event.
    pub const fn told_others(self, to: Relations) -> Self {
        let told = Told { to, not_own: true, urgent: false, takes_away: false, while_waiting: false };
        Self { told: Some(told), ..self }
    }

    pub const fn urgent(self) -> Self {
        match self.told {
            Some(told) => Self { told: Some(Told { urgent: true, ..told }), ..self },
            None => self,
        }
    }

    pub const fn takes_away(self) -> Self {
        match self.told {
            Some(told) => Self { told: Some(Told { takes_away: true, ..told }), ..self },
            None => self,
        }
    }

    pub const fn while_waiting(self) -> Self {
        match self.told {
            Some(told) => Self { told: Some(Told { while_waiting: true, ..told }), ..self },
            None => self,
        }
    }
}

/// Declares the kinds of events of a capability, one per line: code, description, kinds of subjects; after `=>`, the
/// further object and the members to notify.
#[macro_export]
macro_rules! events {
    ($($name:ident: $says:literal, $($subject:ident)|+ $(=> $($call:ident($($of:expr),*)).+)?;)+) => {
        $(
            #[doc = $says]
            pub const $name: entities::codes::EventKind = entities::codes::EventKind::new(stringify!($name));
        )+

        /// The kinds of events of this capability.
        pub const EVENTS: &[$crate::capability::EventDeclaration] = &[$(
            $crate::capability::EventDeclaration::new($name, $says, &[$($subject),+])$($(.$call($($of),*))+)?
        ),+];
    };
}

/// The kind of a thing that events are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SubjectKind(&'static str);

impl SubjectKind {
    pub const fn new(code: &'static str) -> Self {
        Self(code)
    }

    pub const fn code(self) -> &'static str {
        self.0
    }
}

impl Word for SubjectKind {
    fn word(self) -> &'static str {
        self.0
    }
}

/// Relations of a member to the subject of an event, as its capability defines them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Relations(u8);

impl Relations {
    pub const NONE: Self = Self(0);

    /// One of eight relations that a capability may name.
    pub const fn nth(bit: u8) -> Self {
        assert!(bit < 8);
        Self(1 << bit)
    }

    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether they have one in common.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub const fn when(self, holds: bool) -> Self {
        if holds { self } else { Self::NONE }
    }
}

impl BitOr for Relations {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

/// Relations of one member to one subject.
#[derive(Clone, Copy, Debug, Default)]
pub struct Standing {
    pub relations: Relations,
    /// Whether all members of this role in this organisation see it alike, so that it is looked up once for them.
    pub alike: bool,
}

/// Members of the organisations that may know of some events, as viewers without a request.
#[derive(Default)]
pub struct Members(HashMap<OrganisationId, Vec<Viewer>>);

impl Members {
    pub fn new(viewers: impl IntoIterator<Item = Viewer>) -> Self {
        let mut all: HashMap<OrganisationId, Vec<Viewer>> = HashMap::new();
        for viewer in viewers {
            all.entry(viewer.organisation).or_default().push(viewer);
        }
        Self(all)
    }

    pub fn of(&self, organisation: OrganisationId) -> &[Viewer] {
        self.0.get(&organisation).map_or(&[], Vec::as_slice)
    }
}

/// Relations of members to subjects; a member without an entry has none.
pub type Standings = HashMap<(Uuid, MemberId), Standing>;

/// Text of an email about a subject, as the recipient may see it at that moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DigestSubject {
    /// The page about it, below the public address.
    pub path: String,
    /// A reference for the email's subject line.
    pub reference: Option<String>,
    /// The key of the text that names it, with what is put into it; organisations are filled in by their names.
    pub text: Option<(&'static str, Vec<(&'static str, DigestWord)>)>,
    /// Whether it waits for its recipient's answer.
    pub waits: bool,
}

/// A word of the text that names a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DigestWord {
    Text(String),
    Organisations(Vec<OrganisationId>),
}

/// Kind of subject of events. Its capability provides everything that notifications show of it.
pub trait Subject: Send + Sync {
    fn kind(&self) -> SubjectKind;

    /// For readers of the schema.
    fn says(&self) -> &'static str;

    /// Prefix of its public ids.
    fn id_type(&self) -> &'static str;

    /// Those of these ids of the organisation that are of this kind, if an event may have several.
    fn among<'a>(
        &'a self,
        _db: &'a Db,
        _organisation: OrganisationId,
        _ids: Vec<Uuid>,
    ) -> Promised<'a, HashSet<Uuid>> {
        Box::pin(async { Ok(HashSet::new()) })
    }

    /// Relations of members to these subjects, for the members of the organisation that may know of each.
    fn standings<'a>(
        &'a self,
        _tx: &'a Tx,
        _members: &'a Members,
        _subjects: Vec<(OrganisationId, Uuid)>,
    ) -> Promised<'a, Standings> {
        Box::pin(async { Ok(HashMap::new()) })
    }

    /// Whether the member may see it now.
    fn is_visible<'a>(&'a self, _tx: &'a Tx, _viewer: &'a Viewer, _id: Uuid) -> Promised<'a, bool> {
        Box::pin(async { Ok(false) })
    }

    /// Texts of an email about those of these subjects that the member may see.
    fn digest<'a>(
        &'a self,
        _app: &'a AppState,
        _viewer: &'a Viewer,
        _ids: Vec<Uuid>,
    ) -> Promised<'a, HashMap<Uuid, DigestSubject>> {
        Box::pin(async { Ok(HashMap::new()) })
    }
}

/// A kind of thing of which events say no more than its id.
pub struct PlainSubject {
    pub kind: SubjectKind,
    pub says: &'static str,
    pub id_type: &'static str,
}

impl Subject for PlainSubject {
    fn kind(&self) -> SubjectKind {
        self.kind
    }

    fn says(&self) -> &'static str {
        self.says
    }

    fn id_type(&self) -> &'static str {
        self.id_type
    }
}

/// The capabilities of an application, in the order in which they build on each other.
#[derive(Clone, Copy)]
pub struct Capabilities(pub &'static [&'static Capability]);

impl Capabilities {
    pub fn iter(self) -> impl Iterator<Item = &'static Capability> {
        self.0.iter().copied()
    }

    pub fn actions(self) -> impl Iterator<Item = Action> {
        self.iter().flat_map(|capability| capability.actions.iter().copied())
    }

    pub fn events(self) -> impl Iterator<Item = &'static EventDeclaration> {
        self.iter().flat_map(|capability| capability.events)
    }

    pub fn subjects(self) -> impl Iterator<Item = &'static dyn Subject> {
        self.iter().flat_map(|capability| capability.subjects.iter().copied())
    }

    pub fn jobs(self) -> impl Iterator<Item = BackgroundJob> {
        self.iter().flat_map(|capability| capability.jobs.iter().copied())
    }

    pub fn grant_owners(self) -> impl Iterator<Item = GrantOwner> {
        self.iter().filter_map(|capability| capability.dependents.grants)
    }

    /// Declaration of a kind of event; `None` if only a later release declares it.
    pub fn event(self, kind: EventKind) -> Option<&'static EventDeclaration> {
        self.events().find(|declared| declared.kind == kind)
    }

    pub fn subject(self, kind: SubjectKind) -> Option<&'static dyn Subject> {
        self.subjects().find(|declared| declared.kind() == kind)
    }
}
