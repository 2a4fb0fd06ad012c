//! An entry of the journal in words.

use super::{Entry, Node, Thing};
use crate::{
    components::{EventLine, link},
    prelude::*,
    text,
};

/// So many things are named in a line; of more it is said how many.
const NAMED: usize = 3;

/// An entry as one thing that happened, each thing in it leading to its other entries.
pub fn happened(v: &PageContext, entry: &Entry) -> EventLine {
    EventLine {
        icon: entry.kind.icon(),
        new: entry.kind == EventKind::IdentityLookedAt,
        words: v.markup(
            key::JOURNAL_HAPPENED,
            &[("who", &who(v, entry)), ("what", &v.word(entry.kind)), ("about", &about(v, entry))],
        ),
        at: at(v, entry),
        said: None,
        mine: false,
    }
}

/// When it happened, and which fields of it changed.
fn at(v: &PageContext, entry: &Entry) -> Html {
    if entry.fields.is_empty() {
        return v.at(entry.at);
    }
    let fields = entry.fields.iter().map(|name| field(v, name)).collect::<Vec<_>>().join(", ");
    v.h2(key::JOURNAL_AT_CHANGED, "at", v.at(entry.at), "fields", fields)
}

/// What a field is called; one that these pages do not know stands as the API spells it.
fn field(v: &PageContext, name: &str) -> String {
    text::about_field("changed", name).map_or_else(|| name.to_owned(), |key| v.t(key))
}

/// Who did it: a colleague by name, others by their organisation.
fn who(v: &PageContext, entry: &Entry) -> String {
    let member = entry.member.as_ref().map(|member| member.name.clone());
    let organisation = || entry.organisation.as_ref().map(|organisation| organisation.name.clone());
    member.or_else(organisation).unwrap_or_else(|| v.t(key::SOMEBODY_SYSTEM))
}

fn about(v: &PageContext, entry: &Entry) -> Html {
    let named = entry.subjects.iter().take(NAMED).map(|thing| all_about(v, entry, thing).to_string());
    let mut words = Html::safe(named.collect::<Vec<_>>().join(", "));
    if entry.subjects.len() > NAMED {
        words = v.h2(key::JOURNAL_AND_MORE, "things", words, "n", entry.subjects.len() - NAMED);
    }
    let through = entry.about.as_ref().filter(|thing| thing.kind == AuditLogSubjectKind::Referral);
    match through {
        Some(referral) => {
            v.h2(key::JOURNAL_THROUGH, "about", words, "referral", all_about(v, entry, referral))
        }
        None => words,
    }
}

fn all_about(v: &PageContext, entry: &Entry, thing: &Thing) -> Html {
    let id: String = form_urlencoded::byte_serialize(thing.id.as_bytes()).collect();
    link(&format!("/journal?subject={id}"), &called(v, entry, thing))
}

/// What one calls a thing: its name for whoever may open it, else its kind and the end of its id, which is enough to
/// tell one from another.
pub fn called(v: &PageContext, entry: &Entry, thing: &Thing) -> String {
    name(entry, thing).unwrap_or_else(|| {
        let end = thing.id.len().saturating_sub(6);
        let mark = thing.id.get(end..).unwrap_or(&thing.id).to_uppercase();
        v.t2(key::JOURNAL_THING, "kind", v.word(thing.kind), "mark", mark)
    })
}

/// The name of a thing, for a viewer who may open it.
pub fn name(entry: &Entry, thing: &Thing) -> Option<String> {
    match thing.node.as_ref() {
        Some(Node::Person(person)) => return Some(person.pseudonym.clone()),
        Some(Node::Referral(referral)) => {
            return Some(format!("{}, {}", referral.reference, referral.service.name));
        }
        Some(Node::Agreement(agreement)) => return Some(agreement.title.clone()),
        Some(Node::Service(service)) => return Some(service.name.clone()),
        Some(Node::Member(member)) => return Some(member.name.clone()),
        Some(Node::Organisation(organisation)) => return Some(organisation.name.clone()),
        _ => {}
    }
    // Whom another organisation holds is known by the referral through which they were looked at.
    let through = entry.about.as_ref().filter(|_| thing.kind == AuditLogSubjectKind::Disclosure);
    match through?.node.as_ref()? {
        Node::Referral(referral) => Some(referral.pseudonym.clone()),
        _ => None,
    }
}

/// The page of a thing, for a viewer who may open it.
pub fn page_of(thing: &Thing) -> Option<String> {
    match thing.node.as_ref()? {
        Node::Person(person) => Some(format!("/people/{}", person.id)),
        Node::Referral(referral) => Some(format!("/referrals/{}", referral.id)),
        Node::Agreement(agreement) => Some(format!("/agreements/{}", agreement.id)),
        Node::Service(service) => Some(format!("/services/{}", service.id)),
        Node::Organisation(organisation) => Some(format!("/organisations/{}", organisation.id)),
        _ => None,
    }
}
