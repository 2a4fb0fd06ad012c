//! Results of actions under a client's key, kept for a day: a repeated request is not carried out again and gets the
//! same answer.

use entities::{
    idempotency_key as kept,
    ids::{
        AgreementId, AppointmentId, ConsentId, EmailId, GroupId, ImportId, LegalBasisRuleId, MemberId,
        MessageId, NeedId, OrganisationId, PersonId, ReferralId, ServiceId, TokenId,
    },
    instant::Instant,
};
use sea_orm::{
    ColumnTrait, Condition, DatabaseConnection, DbErr, EntityTrait, QueryFilter, QuerySelect, Set,
    sea_query::{Expr, ExprTrait, OnConflict},
};
use uuid::Uuid;

use super::{Db, Tx};

/// Time for which a key is kept, in seconds.
pub const KEPT: i64 = 24 * 3_600;

/// Result of an action, in the form in which it is stored under a key.
pub trait ActionResult: Sized {
    fn to_uuid(&self) -> Uuid;
    fn from_uuid(kept: Uuid) -> Self;
}

impl ActionResult for () {
    fn to_uuid(&self) -> Uuid {
        Uuid::nil()
    }

    fn from_uuid(_: Uuid) -> Self {}
}

/// A number, if that is the whole result.
impl ActionResult for u32 {
    fn to_uuid(&self) -> Uuid {
        Uuid::from_u128(u128::from(*self))
    }

    fn from_uuid(kept: Uuid) -> Self {
        u32::try_from(kept.as_u128()).unwrap_or(Self::MAX)
    }
}

macro_rules! result {
    ($($id:ident)+) => {
        $(impl ActionResult for $id {
            fn to_uuid(&self) -> Uuid {
                self.0
            }

            fn from_uuid(kept: Uuid) -> Self {
                Self(kept)
            }
        })+
    };
}

result! {
    AgreementId AppointmentId ConsentId LegalBasisRuleId GroupId ImportId EmailId MemberId MessageId NeedId OrganisationId PersonId ReferralId ServiceId TokenId
}

/// A key as a member sent it, and with which input; both as keyed hashes.
#[derive(Clone, Debug)]
pub struct IdempotencyKey {
    pub member: MemberId,
    pub key: String,
    pub input: String,
    pub at: Instant,
}

/// State of a key.
#[derive(Debug, PartialEq, Eq)]
pub enum Known {
    New,
    /// It was done, and gave this.
    Done(Uuid),
    /// It was sent with another input.
    Other,
}

impl IdempotencyKey {
    /// State of the key.
    pub async fn known(&self, on: &DatabaseConnection) -> Result<Known, DbErr> {
        let row = kept::Entity::find_by_id((self.member, self.key.clone()))
            .filter(kept::Column::KeptUntil.gt(self.at))
            .one(on)
            .await?;
        Ok(match row {
            None => Known::New,
            Some(row) if row.input == self.input => Known::Done(row.result),
            Some(_) => Known::Other,
        })
    }

    /// Stores the result of the action in its own transaction; false if a request with the same key was first. Of two
    /// simultaneous requests the second waits here until the first is committed or rolled back.
    pub(super) async fn keep(&self, tx: &Tx, result: Uuid) -> Result<bool, DbErr> {
        let row = kept::ActiveModel {
            member_id: Set(self.member),
            key: Set(self.key.clone()),
            input: Set(self.input.clone()),
            result: Set(result),
            kept_until: Set(self.at.plus_seconds(KEPT)),
        };
        let over = Expr::col((kept::Entity, kept::Column::KeptUntil)).lte(self.at);
        let anew = OnConflict::columns([kept::Column::MemberId, kept::Column::Key])
            .update_columns([kept::Column::Input, kept::Column::Result, kept::Column::KeptUntil])
            .action_and_where(over)
            .to_owned();
        let written = kept::Entity::insert(row).on_conflict(anew).exec_without_returning(tx.on()).await;
        match written {
            Ok(rows) => Ok(rows > 0),
            Err(DbErr::RecordNotInserted) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// Number of keys that are deleted in one transaction.
pub const BATCH: usize = 500;

/// Some of the keys that are over.
pub async fn over(db: &Db, now: Instant) -> Result<Vec<(MemberId, String)>, DbErr> {
    kept::Entity::find()
        .select_only()
        .columns([kept::Column::MemberId, kept::Column::Key])
        .filter(kept::Column::KeptUntil.lte(now))
        .limit(BATCH as u64)
        .into_tuple()
        .all(db.read())
        .await
}

/// Deletes those of these keys that have expired: one may have been used again in between.
pub async fn throw_away(tx: &Tx, keys: &[(MemberId, String)]) -> Result<(), DbErr> {
    let these = keys.iter().fold(Condition::any(), |these, (member, key)| {
        these.add(kept::Column::MemberId.eq(*member).and(kept::Column::Key.eq(key)))
    });
    kept::Entity::delete_many()
        .filter(these)
        .filter(kept::Column::KeptUntil.lte(tx.now()))
        .exec(tx.on())
        .await?;
    Ok(())
}
