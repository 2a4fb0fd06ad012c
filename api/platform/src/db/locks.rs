//! Row locks: the one order in which they are taken, and the only way to take them.
//!
//! A lock is held until the transaction ends. Transactions that take the same locks in one order never wait for each
//! other in a circle, so every transaction takes its locks in the order of [`Row`], by kind and within a kind by id,
//! with one statement for several rows of a kind. Development builds refuse a lock out of order. The purpose of each:
//!
//! - **Lease**: this worker runs the background job. A job takes its fence first (`events/leases.rs`).
//! - **Import**: the state of the import and its parts.
//! - **Installation**: only one import at a time adds organisations.
//! - **Organisation**: its members are changed, and people are imported into it, one after another.
//! - **Member**: the membership ends. An action that gives work to a member, also to its own viewer, locks the
//!   membership against that ([`member_stays`]) and then checks that it has not ended; many may do so at once.
//! - **Person**: their data, texts and consents. An action that writes about a person, or makes a referral of theirs
//!   open (drafts, sends or re-opens it), locks the person first and then checks that they were not erased. An action
//!   that changes or erases the person, or records a consent, locks them too.
//! - **Group**: several of its referrals change at once: one is accepted and the others end, they end with a consent or
//!   a person, or they follow a change of the release date.
//! - **Referral**: everything that belongs to it: its grant, messages and appointments. A change of a grant locks its
//!   referral, so that grants need no order of their own.
//! - **Service**: its capacity is counted.
//! - **Email**: it waits for its due time, and notifications may still be added.
//!
//! An `UPDATE` takes a lock as well. It changes rows that were locked here, or a single row that is the first of its
//! kind in the transaction ([`by_update`] records it if more is locked afterwards). No lock here prevents other
//! transactions from inserting rows that refer to the locked one.
//!
//! After waiting, a locking statement sees the present state of the locked row; joined rows may be as they were when
//! the statement began. Everything else that decides an action is read by a separate statement after the lock.
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

/// Locks held by a transaction.
#[derive(Debug, Default)]
pub(super) struct Held {
    locked: BTreeSet<Row>,
    /// Rows that the transaction created itself; no other transaction sees them, so their order is free.
    made: HashSet<Row>,
}

impl Held {
    /// Records a lock; false if it is out of order.
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

/// Locks the installation, while organisations are imported.
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

/// Locks a membership against ending, while the member is given work; other transactions may do the same.
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

/// Locks these emails, by their ids.
pub async fn emails(tx: &Tx, which: Select<email::Entity>) -> Result<Vec<email::Model>, DbErr> {
    let rows = locking(which.order_by_asc(email::Column::Id), email::Entity).all(tx.on()).await?;
    note(tx, rows.iter().map(|row| Row::Email(row.id)));
    Ok(rows)
}

/// The next statement locks a row by changing it.
pub fn by_update(tx: &Tx, row: Row) {
    note(tx, [row]);
}

/// Records that the transaction created these rows: no other transaction waits for them.
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

/// Locks the rows of this table that the statement selects, and none of the joined ones. The lock lets others refer
/// to the row.
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
