//! How a file comes up: by a ticket, piece by piece, each sealed before it is written.

use std::sync::Arc;

use entities::{
    codes::{Code, EventKind, ImportFault, ImportState, KeyPurpose, ListKind, Origin},
    ids::{ImportId, MemberId},
    import, import_part,
    instant::Instant,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, sea_query::Expr};
use subtle::ConstantTimeEq;

use super::super::reads::cell;
use crate::{
    access::{Viewer, visible},
    db::{Happened, Tx},
    graphql::{PublicId, public},
    house::{Call, House},
    refusal::{Failure, Refusal},
    sealing::{DataKey, Sealing, proof},
    words::words,
};

words! {
    /// Why no ticket is given.
    ImportTicketErrorCode {
        TooMany = "TOO_MANY": "Many lists wait already: throw one of them away first.",
    }
}

/// The most bytes of a file.
pub const MOST_BYTES: usize = 32 << 20;
/// The most lists of a member that wait at once.
const MOST_LISTS: u64 = 20;
/// For how long a ticket is good, in seconds.
const TICKET: i64 = 3_600;
/// For how long a list waits, in seconds.
const KEPT: i64 = 7 * 86_400;
/// Bytes that are sealed together.
const PIECE: usize = 256 << 10;

/// The right to bring up one file. Nothing is stored of it: it proves itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticket {
    pub import: ImportId,
    member: MemberId,
    kind: ListKind,
    pub expires_at: Instant,
}

impl Ticket {
    fn says(&self) -> String {
        let (import, member) = (public(self.import), public(self.member));
        format!("{}.{}.{}.{}", *import, *member, self.kind.code(), self.expires_at.0)
    }

    /// As it stands in an address.
    pub fn text(&self, sealing: &Sealing) -> String {
        let says = self.says();
        let proof = proof(&sealing.proof_key("ticket of a list"), &says);
        format!("{says}.{proof}")
    }

    /// The ticket that a text is, while it is good.
    pub fn read(house: &House, text: &str) -> Option<Self> {
        let (says, shown) = text.rsplit_once('.')?;
        let right = proof(&house.sealing.proof_key("ticket of a list"), says);
        if !bool::from(right.as_bytes().ct_eq(shown.as_bytes())) {
            return None;
        }
        let mut parts = says.split('.');
        let ticket = Self {
            import: ImportId::parse(parts.next()?).ok()?,
            member: MemberId::parse(parts.next()?).ok()?,
            kind: ListKind::from_code(parts.next()?)?,
            expires_at: Instant(parts.next()?.parse().ok()?),
        };
        (ticket.expires_at > house.world.clock.now()).then_some(ticket)
    }

    /// The kind of list that it is for.
    pub fn kind(&self) -> ListKind {
        self.kind
    }
}

/// Gives a ticket for a list of this kind; the id is the one that the list will have. Writes nothing yet.
pub async fn import_ticket(call: &Call, kind: ListKind) -> Result<ImportId, Failure<ImportTicketErrorCode>> {
    must_bring_in(call.viewer()?, kind)?;
    let waiting = visible::imports(call.viewer()?).filter(import::Column::State.ne(ImportState::Gone));
    if waiting.count(call.read()).await? >= MOST_LISTS {
        let message = "throw away a list that you do not need any more";
        return Err(Failure::one("kind", ImportTicketErrorCode::TooMany, message));
    }
    let tx = call.begin().await?;
    let id = ImportId(tx.world().random_id());
    Ok(tx.commit(id).await?)
}

pub(super) fn must_bring_in(viewer: &Viewer, kind: ListKind) -> Result<(), Refusal> {
    if visible::may_bring_in(viewer, kind) {
        return Ok(());
    }
    Err(Refusal::Forbidden("your role does not bring in lists of this kind".to_owned()))
}

impl Ticket {
    /// The ticket for a list that the viewer was given the id of.
    pub fn of(call: &Call, import: ImportId, kind: ListKind) -> Result<Self, Refusal> {
        let member = call.viewer()?.member;
        Ok(Self { import, member, kind, expires_at: call.now.plus_seconds(TICKET) })
    }
}

/// What became of a file.
#[derive(Debug)]
pub enum Uploaded {
    /// It is there, and will be read.
    There,
    /// It came up by this ticket before.
    Before,
}

/// A file on its way up.
pub struct Upload {
    house: Arc<House>,
    viewer: Viewer,
    import: ImportId,
    key: Arc<DataKey>,
    /// Bytes that are not written yet.
    held: Vec<u8>,
    parts: i32,
    bytes: usize,
}

impl Upload {
    /// Begins; nothing where a file came up by this ticket before.
    pub async fn begin(house: Arc<House>, ticket: Ticket, name: &str) -> Result<Option<Self>, Refusal> {
        let now = house.world.clock.now();
        let viewer = Viewer::of_member(house.db.read(), ticket.member, Origin::Pages, now).await?;
        let viewer = viewer.ok_or(Refusal::Unauthenticated)?;
        must_bring_in(&viewer, ticket.kind)?;
        let call = Call::new(house.clone(), Some(viewer.clone()));
        let tx = call.begin().await?;
        let there = import::Entity::find_by_id(ticket.import).one(tx.on()).await?;
        if there.is_some() {
            return Ok(None);
        }
        let key = house.sealing.make(&tx, KeyPurpose::Import, ticket.import.0).await?;
        let name: String = name.chars().filter(|c| !c.is_control()).take(200).collect();
        import::Entity::insert(import::ActiveModel {
            id: Set(ticket.import),
            organisation_id: Set(viewer.organisation),
            member_id: Set(viewer.member),
            kind: Set(ticket.kind),
            state: Set(ImportState::Uploading),
            fault: Set(None),
            key_id: Set(key.id()),
            name: Set(key.seal(cell("name", 0), &name)),
            columns: Set(None),
            header: Set(None),
            parts: Set(0),
            next_part: Set(0),
            tries: Set(0),
            total: Set(0),
            done: Set(0),
            new: Set(0),
            known: Set(0),
            repeated: Set(0),
            bad: Set(0),
            written: Set(0),
            version: Set(1),
            created_at: Set(now),
            changed_at: Set(now),
            gone_at: Set(now.plus_seconds(KEPT)),
        })
        .exec_without_returning(tx.on())
        .await?;
        tx.commit(()).await?;
        let held = Vec::with_capacity(PIECE);
        Ok(Some(Self { house, viewer, import: ticket.import, key, held, parts: 0, bytes: 0 }))
    }

    /// The list that it becomes.
    pub fn import(&self) -> ImportId {
        self.import
    }

    /// The next bytes. False where the file is too large; it is given up then.
    pub async fn add(&mut self, bytes: &[u8]) -> Result<bool, Refusal> {
        self.bytes += bytes.len();
        if self.bytes > MOST_BYTES {
            return Ok(false);
        }
        self.held.extend_from_slice(bytes);
        while self.held.len() >= PIECE {
            let rest = self.held.split_off(PIECE);
            let piece = std::mem::replace(&mut self.held, rest);
            self.write(&piece).await?;
        }
        Ok(true)
    }

    async fn write(&mut self, piece: &[u8]) -> Result<(), Refusal> {
        let call = Call::new(self.house.clone(), Some(self.viewer.clone()));
        let tx = call.begin().await?;
        add_part(&tx, &self.key, self.import, self.parts, piece).await?;
        tx.commit(()).await?;
        self.parts += 1;
        Ok(())
    }

    /// The file is there; it is read next.
    pub async fn finish(mut self) -> Result<(), Refusal> {
        let piece = std::mem::take(&mut self.held);
        if !piece.is_empty() {
            self.write(&piece).await?;
        }
        self.settle(ImportState::Reading, None).await
    }

    /// The file is given up.
    pub async fn give_up(self, fault: ImportFault) -> Result<(), Refusal> {
        self.settle(ImportState::Unreadable, Some(fault)).await
    }

    async fn settle(self, state: ImportState, fault: Option<ImportFault>) -> Result<(), Refusal> {
        let call = Call::new(self.house.clone(), Some(self.viewer.clone()));
        let tx = call.begin().await?;
        if fault.is_some() {
            let parts = import_part::Entity::delete_many();
            parts.filter(import_part::Column::ImportId.eq(self.import)).exec(tx.on()).await?;
        }
        let moved = import::Entity::update_many()
            .col_expr(import::Column::State, Expr::value(state))
            .col_expr(import::Column::Fault, Expr::value(fault))
            .col_expr(import::Column::Parts, Expr::value(self.parts))
            .col_expr(import::Column::ChangedAt, Expr::value(tx.now()))
            .filter(import::Column::Id.eq(self.import))
            .filter(import::Column::State.eq(ImportState::Uploading))
            .exec(tx.on())
            .await?;
        if moved.rows_affected == 0 {
            // Thrown away meanwhile.
            return Err(Refusal::NotFound("list"));
        }
        let subjects = vec![(self.viewer.organisation, self.import.0)];
        tx.record(Happened::new(EventKind::ListBroughtIn, subjects));
        tx.commit(()).await
    }
}

/// Writes a part of a list, sealed: some of the file, or some of its rows.
pub(super) async fn add_part(
    tx: &Tx,
    key: &DataKey,
    import: ImportId,
    number: i32,
    content: &[u8],
) -> Result<(), Refusal> {
    import_part::Entity::insert(import_part::ActiveModel {
        import_id: Set(import),
        number: Set(number),
        content: Set(key.seal_bytes(cell("content", number), content)),
        verdicts: Set(None),
        new: Set(0),
        known: Set(0),
        repeated: Set(0),
        bad: Set(0),
    })
    .exec_without_returning(tx.on())
    .await?;
    Ok(())
}
