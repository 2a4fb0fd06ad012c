//! Locks on rows: the one order in which they are taken, and the only way to take them.
//!
//! A lock is held until the transaction ends. Two transactions that take the same locks in one order never wait for
//! each other, so every transaction takes its locks in the order of [`Row`], by kind and within a kind by id; several
//! rows of a kind by one statement. Development builds refuse a lock that comes too late. What each stands for:
//!
//! - **Lease**: the duty is done by this worker. A duty fences first (`events/leases.rs`).
//! - **Import**: the list moves on, with its parts.
//! - **Installation**: organisations are brought in by one list at a time.
//! - **Organisation**: its members are changed, and its people brought in by lists, one after another.
//! - **Member**: the membership ends. Whoever gives a member something to work on, themselves above all, locks it against
//!   that ([`member_stays`]) and looks then whether it has ended; many do at once.
//! - **Person**: what is known, written down and answered of them. Whoever writes something about a person, or makes
//!   a referral of theirs one that is open (drafts it, sends it, opens it again), locks the person first and looks
//!   then whether they were erased; who changes, asks or erases them does too.
//! - **Group**: what happens to several of its referrals at once: one is accepted and the others end, they end with a
//!   consent or a person, they move along with a release.
//! - **Referral**: all that hangs on it: its grant, its messages and appointments. Whoever changes a grant has locked
//!   its referral, so that grants need no order of their own.
//! - **Service**: its places are counted.
//! - **Mail**: it waits for its time, and notices may still be added.
//!
//! An `UPDATE` takes a lock as well. It changes rows that were locked here, or it is of a single row and the first
//! that the transaction takes of that kind ([`by_update`] says so where more is locked after it). No lock here keeps
//! others from inserting rows that refer to the locked one.
//!
//! After it has waited, a locking statement sees the locked row as it is now; what it joins may be as it was when the
//! statement began. What else an action decides by is read by a statement of its own, after the lock.
//!
//! On SQLite a transaction has the database to itself, and these are plain reads.

use std::collections::{BTreeSet, HashSet};

use entities::{
    email,
    ids::{EmailId, GroupId, ImportId, MemberId, OrganisationId, PersonId, ReferralId, ServiceId},
    import, installation, member, organisation, person, referral, referral_group, service,
};
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{IntoCondition, LockType, Query},
};

use super::Tx;

/// A row that can be locked. The order of these is the order of locks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Row {
    Lease(&'static str),
    Import(ImportId),
    Installation,
    Organisation(OrganisationId),
    Member(MemberId),
    Person(PersonId),
    Group(GroupId),
    Referral(ReferralId),
    Service(ServiceId),
    Email(EmailId),
}

/// What a transaction has locked.
#[derive(Debug, Default)]
pub(super) struct Held {
    locked: BTreeSet<Row>,
    /// What it made itself; nobody else sees these, so their order is free.
    made: HashSet<Row>,
}

impl Held {
    /// Takes note of a lock; false where it comes too late.
    fn take(&mut self, row: Row) -> bool {
        if self.made.contains(&row) || self.locked.contains(&row) {
            return true;
        }
        let in_order = self.locked.last().is_none_or(|last| *last < row);
        self.locked.insert(row);
        in_order
    }
}

/// The organisation, while its members or its people are changed.
pub async fn organisation(tx: &Tx, id: OrganisationId) -> Result<Option<organisation::Model>, DbErr> {
    note(tx, [Row::Organisation(id)]);
    locking(organisation::Entity::find_by_id(id), organisation::Entity).one(tx.on()).await
}

/// The installation, while organisations are brought in.
pub async fn installation(tx: &Tx) -> Result<(), DbErr> {
    note(tx, [Row::Installation]);
    locking(installation::Entity::find(), installation::Entity).one(tx.on()).await?;
    Ok(())
}

/// A list, while it and its parts are changed.
pub async fn import(tx: &Tx, id: ImportId) -> Result<(), DbErr> {
    note(tx, [Row::Import(id)]);
    let found = import::Entity::find_by_id(id).select_only().column(import::Column::Id);
    locking(found, import::Entity).into_tuple::<ImportId>().one(tx.on()).await?;
    Ok(())
}

/// A membership, while it is changed or ended.
pub async fn member(tx: &Tx, id: MemberId) -> Result<Option<member::Model>, DbErr> {
    note(tx, [Row::Member(id)]);
    locking(member::Entity::find_by_id(id), member::Entity).one(tx.on()).await
}

/// A membership, so that it does not end while the member is given something; others may do the same meanwhile.
pub async fn member_stays(tx: &Tx, id: MemberId) -> Result<Option<member::Model>, DbErr> {
    note(tx, [Row::Member(id)]);
    let found = member::Entity::find_by_id(id).filter(member::Column::EndedAt.is_null());
    found.lock_shared().one(tx.on()).await
}

/// One of these people.
pub async fn person(
    tx: &Tx,
    which: Select<person::Entity>,
    id: PersonId,
) -> Result<Option<person::Model>, DbErr> {
    note(tx, [Row::Person(id)]);
    locking(which.filter(person::Column::Id.eq(id)), person::Entity).one(tx.on()).await
}

/// Each of these people who was not erased.
pub async fn people(tx: &Tx, which: impl IntoCondition) -> Result<(), DbErr> {
    let found = person::Entity::find()
        .filter(which.into_condition())
        .filter(person::Column::ErasedAt.is_null())
        .order_by_asc(person::Column::Id)
        .select_only()
        .column(person::Column::Id);
    let ids: Vec<PersonId> = locking(found, person::Entity).into_tuple().all(tx.on()).await?;
    note(tx, ids.into_iter().map(Row::Person));
    Ok(())
}

/// A group.
pub async fn group(tx: &Tx, id: GroupId) -> Result<Option<referral_group::Model>, DbErr> {
    note(tx, [Row::Group(id)]);
    locking(referral_group::Entity::find_by_id(id), referral_group::Entity).one(tx.on()).await
}

/// The groups of these referrals.
pub async fn groups(tx: &Tx, of: impl IntoCondition) -> Result<(), DbErr> {
    let groups =
        Query::select().column(referral::Column::GroupId).from(referral::Entity).cond_where(of).to_owned();
    let found = referral_group::Entity::find()
        .filter(referral_group::Column::Id.in_subquery(groups))
        .order_by_asc(referral_group::Column::Id)
        .select_only()
        .column(referral_group::Column::Id);
    let ids: Vec<GroupId> = locking(found, referral_group::Entity).into_tuple().all(tx.on()).await?;
    note(tx, ids.into_iter().map(Row::Group));
    Ok(())
}

/// These referrals, by their ids, as they are once they are locked.
pub async fn referrals(tx: &Tx, which: Select<referral::Entity>) -> Result<Vec<referral::Model>, DbErr> {
    let found = which.order_by_asc(referral::Column::Id);
    let rows = locking(found, referral::Entity).all(tx.on()).await?;
    note(tx, rows.iter().map(|row| Row::Referral(row.id)));
    Ok(rows)
}

/// A service, while its places are counted.
pub async fn service(tx: &Tx, id: ServiceId) -> Result<(), DbErr> {
    note(tx, [Row::Service(id)]);
    locking(service::Entity::find_by_id(id), service::Entity).one(tx.on()).await?;
    Ok(())
}

/// These mails, by their ids.
pub async fn emails(tx: &Tx, which: Select<email::Entity>) -> Result<Vec<email::Model>, DbErr> {
    let rows = locking(which.order_by_asc(email::Column::Id), email::Entity).all(tx.on()).await?;
    note(tx, rows.iter().map(|row| Row::Email(row.id)));
    Ok(rows)
}

/// The next statement locks a row by changing it.
pub fn by_update(tx: &Tx, row: Row) {
    note(tx, [row]);
}

/// The transaction has made these rows: nobody waits for them.
pub fn made(tx: &Tx, rows: impl IntoIterator<Item = Row>) {
    tx.held().made.extend(rows);
}

fn note(tx: &Tx, rows: impl IntoIterator<Item = Row>) {
    if !cfg!(debug_assertions) {
        return;
    }
    let mut held = tx.held();
    for row in rows {
        let before = held.locked.last().copied();
        let in_order = held.take(row);
        debug_assert!(
            in_order,
            "{row:?} is locked after {before:?}: two such transactions may wait for each other"
        );
    }
}

/// The rows of this table that the statement gives, and of no other that it joins. It is the lock that lets others
/// refer to the row meanwhile.
fn locking<E: EntityTrait>(mut which: Select<E>, table: E) -> Select<E> {
    QuerySelect::query(&mut which).lock_with_tables(LockType::NoKeyUpdate, [table.table_ref()]);
    which
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_lock_that_comes_too_late_is_noticed() {
        let id = Uuid::from_u128;
        let (person, group) = (Row::Person(PersonId(id(9))), Row::Group(GroupId(id(1))));
        let referral = |n| Row::Referral(ReferralId(id(n)));
        let mut held = Held::default();
        assert!([person, group, referral(2), referral(3)].into_iter().all(|row| held.take(row)));
        // What is held is taken again at any time.
        assert!(held.take(person) && held.take(referral(2)));
        assert!(held.take(Row::Service(ServiceId(id(1)))));
        for late in
            [referral(1), referral(4), Row::Group(GroupId(id(2))), Row::Organisation(OrganisationId(id(5)))]
        {
            let mut held = Held { locked: held.locked.clone(), made: HashSet::new() };
            assert!(!held.take(late), "{late:?}");
        }
        let mut held = Held { locked: held.locked, made: [referral(1)].into() };
        assert!(held.take(referral(1)));
    }
}
