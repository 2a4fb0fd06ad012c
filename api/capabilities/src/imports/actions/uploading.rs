//! Upload of a file: permitted by a ticket, in pieces, each encrypted before it is written.

use std::sync::Arc;

use entities::{
    codes::{Code, ImportFailure, ImportKind, ImportState, KeyPurpose, Origin},
    described_enum,
    ids::{ImportId, MemberId},
    import, import_part,
    instant::Instant,
};
use platform::{
    access::Viewer,
    context::{AppState, RequestContext},
    db::{DomainEvent, Tx, locks},
    error::{ActionError, DomainError},
    graphql::{PublicId, public},
    sealing::{self, DataKey, KeyedDigest, Sealing, proof},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, sea_query::Expr,
};
use subtle::ConstantTimeEq;

use super::{super::reads::cell, steps::delete_parts};
use crate::imports::{events::LIST_BROUGHT_IN, visible};

described_enum! {
    /// Error of requesting an upload.
    ImportUploadCreateErrorCode {
        TooMany = "TOO_MANY": "Too many imports are waiting. Delete one of them first.",
    }
}

/// The most bytes of a file.
pub const MOST_BYTES: usize = 32 << 20;
/// The most lists of a member that wait at once.
const MOST_LISTS: u64 = 20;
const TOO_MANY: &str = "delete an import that you do not need";
/// For how long a ticket is good, in seconds.
const TICKET: i64 = 3_600;
/// For how long a list waits, in seconds.
const KEPT: i64 = 7 * 86_400;
/// Number of bytes that are encrypted together.
const PIECE: usize = 256 << 10;

/// The right to bring up files for an hour, one of which becomes the list of this id. Nothing is stored of it: it proves
/// itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UploadTicket {
    pub import: ImportId,
    member: MemberId,
    kind: ImportKind,
    pub expires_at: Instant,
}

impl UploadTicket {
    fn says(&self) -> String {
        let (import, member) = (public(self.import), public(self.member));
        format!("{}.{}.{}.{}", *import, *member, self.kind.code(), self.expires_at.0)
    }

    /// Text of the ticket in an address.
    pub fn text(&self, sealing: &Sealing) -> String {
        let says = self.says();
        let proof = proof(&sealing.proof_key("ticket of a list"), &says);
        format!("{says}.{proof}")
    }

    /// The ticket that a text is, also after its hour.
    pub fn read(app: &AppState, text: &str) -> Option<Self> {
        let (says, shown) = text.rsplit_once('.')?;
        let right = proof(&app.sealing.proof_key("ticket of a list"), says);
        if !bool::from(right.as_bytes().ct_eq(shown.as_bytes())) {
            return None;
        }
        let mut parts = says.split('.');
        Some(Self {
            import: ImportId::parse(parts.next()?).ok()?,
            member: MemberId::parse(parts.next()?).ok()?,
            kind: ImportKind::from_code(parts.next()?)?,
            expires_at: Instant(parts.next()?.parse().ok()?),
        })
    }

    /// Whether its hour is over.
    pub fn is_over(&self, now: Instant) -> bool {
        self.expires_at <= now
    }

    /// The kind of list that it is for.
    pub fn kind(&self) -> ImportKind {
        self.kind
    }
}

/// Gives a ticket for a list of this kind; the id is the one that the list will have. Writes nothing yet.
pub async fn import_upload_create(
    request: &RequestContext,
    kind: ImportKind,
) -> Result<ImportId, ActionError<ImportUploadCreateErrorCode>> {
    must_bring_in(request.viewer()?, kind)?;
    if has_too_many(request.viewer()?, request.read()).await? {
        return Err(ActionError::one("kind", ImportUploadCreateErrorCode::TooMany, TOO_MANY));
    }
    let tx = request.begin().await?;
    let id = ImportId(tx.env().random_id());
    Ok(tx.commit(id).await?)
}

/// Counts the lists that hold something.
async fn has_too_many(viewer: &Viewer, on: &impl ConnectionTrait) -> Result<bool, DomainError> {
    let empty = [ImportState::Deleted, ImportState::Unreadable];
    let waiting = visible::imports(viewer).filter(import::Column::State.is_not_in(empty));
    Ok(waiting.count(on).await? >= MOST_LISTS)
}

pub(super) fn must_bring_in(viewer: &Viewer, kind: ImportKind) -> Result<(), DomainError> {
    if visible::may_import(viewer, kind) {
        return Ok(());
    }
    Err(DomainError::Forbidden("your role may not import lists of this kind".to_owned()))
}

impl UploadTicket {
    /// The ticket for a list that the viewer was given the id of.
    pub fn of(request: &RequestContext, import: ImportId, kind: ImportKind) -> Result<Self, DomainError> {
        let member = request.viewer()?.member;
        Ok(Self { import, member, kind, expires_at: request.now.plus_seconds(TICKET) })
    }
}

/// A file on its way up.
pub struct Upload {
    app: Arc<AppState>,
    viewer: Viewer,
    import: ImportId,
    /// Whether a file came up by this ticket before.
    again: bool,
    digest: KeyedDigest,
    key: Arc<DataKey>,
    /// Bytes that are not written yet.
    held: Vec<u8>,
    parts: i32,
    bytes: usize,
}

impl Upload {
    /// Begins. Where a file came up by this ticket before, as behind a browser's way back, this one becomes a list of its
    /// own unless it turns out to be the same.
    pub async fn begin(app: Arc<AppState>, ticket: UploadTicket, name: &str) -> Result<Self, DomainError> {
        let now = app.env.clock.now();
        let viewer = Viewer::of_member(app.db.read(), ticket.member, Origin::Pages, now).await?;
        let viewer = viewer.ok_or(DomainError::Unauthenticated)?;
        must_bring_in(&viewer, ticket.kind)?;
        let request = RequestContext::new(app.clone(), Some(viewer.clone()));
        let tx = request.begin().await?;
        let again = import::Entity::find_by_id(ticket.import).one(tx.on()).await?.is_some();
        if again && has_too_many(&viewer, tx.on()).await? {
            return Err(DomainError::Forbidden(TOO_MANY.to_owned()));
        }
        let id = if again { ImportId(tx.env().random_id()) } else { ticket.import };
        let key = app.sealing.make(&tx, KeyPurpose::Import, id.0).await?;
        let name: String = name.chars().filter(|c| !c.is_control()).take(200).collect();
        import::Entity::insert(import::ActiveModel {
            id: Set(id),
            organisation_id: Set(viewer.organisation),
            member_id: Set(viewer.member),
            kind: Set(ticket.kind),
            state: Set(ImportState::Uploading),
            failure: Set(None),
            key_id: Set(key.id()),
            name: Set(key.seal(cell("name", 0), &name)),
            digest: Set(None),
            columns: Set(None),
            sheets: Set(None),
            header: Set(None),
            parts: Set(0),
            next_part: Set(0),
            tries: Set(0),
            total: Set(0),
            done: Set(0),
            new: Set(0),
            existing: Set(0),
            duplicate: Set(0),
            invalid: Set(0),
            imported: Set(0),
            version: Set(1),
            created_at: Set(now),
            changed_at: Set(now),
            expires_at: Set(now.plus_seconds(KEPT)),
        })
        .exec_without_returning(tx.on())
        .await?;
        tx.commit(()).await?;
        let digest = KeyedDigest::new(&app.sealing.proof_key("content of a list"));
        let held = Vec::with_capacity(PIECE);
        Ok(Self { app, viewer, import: id, again, digest, key, held, parts: 0, bytes: 0 })
    }

    /// Adds the next bytes. False if the file is too large; the upload ends then.
    pub async fn add(&mut self, bytes: &[u8]) -> Result<bool, DomainError> {
        self.bytes += bytes.len();
        if self.bytes > MOST_BYTES {
            return Ok(false);
        }
        self.digest.add(bytes);
        self.held.extend_from_slice(bytes);
        while self.held.len() >= PIECE {
            let rest = self.held.split_off(PIECE);
            let piece = std::mem::replace(&mut self.held, rest);
            self.write(&piece).await?;
        }
        Ok(true)
    }

    async fn write(&mut self, piece: &[u8]) -> Result<(), DomainError> {
        let request = RequestContext::new(self.app.clone(), Some(self.viewer.clone()));
        let tx = request.begin().await?;
        add_part(&tx, &self.key, self.import, self.parts, piece).await?;
        tx.commit(()).await?;
        self.parts += 1;
        Ok(())
    }

    /// The file is there; it is read next. The list that it became.
    pub async fn finish(mut self) -> Result<ImportId, DomainError> {
        let digest = self.digest.text();
        if self.again
            && let Some(same) = self.same(&digest).await?
        {
            self.forget().await?;
            return Ok(same);
        }
        let piece = std::mem::take(&mut self.held);
        if !piece.is_empty() {
            self.write(&piece).await?;
        }
        self.end_upload(ImportState::Reading, Ok(digest)).await
    }

    /// Ends a failed upload. Returns the import, which has the reason.
    pub async fn give_up(self, failure: ImportFailure) -> Result<ImportId, DomainError> {
        self.end_upload(ImportState::Unreadable, Err(failure)).await
    }

    /// The list of the member's that the same file became before.
    async fn same(&self, digest: &str) -> Result<Option<ImportId>, DomainError> {
        let same = visible::imports(&self.viewer).filter(import::Column::Digest.eq(digest));
        Ok(same.one(self.app.db.read()).await?.map(|row| row.id))
    }

    /// Removes the upload completely.
    async fn forget(self) -> Result<(), DomainError> {
        let request = RequestContext::new(self.app.clone(), Some(self.viewer.clone()));
        let tx = request.begin().await?;
        locks::import(&tx, self.import).await?;
        delete_parts(&tx, self.import).await?;
        import::Entity::delete_by_id(self.import).exec(tx.on()).await?;
        sealing::destroy(&tx, self.key.id()).await?;
        tx.commit(()).await?;
        self.app.sealing.forget(self.key.id());
        Ok(())
    }

    async fn end_upload(
        self,
        state: ImportState,
        came: Result<String, ImportFailure>,
    ) -> Result<ImportId, DomainError> {
        let request = RequestContext::new(self.app.clone(), Some(self.viewer.clone()));
        let tx = request.begin().await?;
        if came.is_err() {
            locks::import(&tx, self.import).await?;
            delete_parts(&tx, self.import).await?;
        }
        let moved = import::Entity::update_many()
            .col_expr(import::Column::State, Expr::value(state))
            .col_expr(import::Column::Failure, Expr::value(came.as_ref().err().copied()))
            .col_expr(import::Column::Digest, Expr::value(came.ok()))
            .col_expr(import::Column::Parts, Expr::value(self.parts))
            .col_expr(import::Column::ChangedAt, Expr::value(tx.now()))
            .filter(import::Column::Id.eq(self.import))
            .filter(import::Column::State.eq(ImportState::Uploading))
            .exec(tx.on())
            .await?;
        if moved.rows_affected == 0 {
            // The import was deleted in between.
            return Err(DomainError::NotFound("import"));
        }
        let subjects = vec![(self.viewer.organisation, self.import.0)];
        tx.record(DomainEvent::new(LIST_BROUGHT_IN, subjects));
        tx.commit(self.import).await
    }
}

/// Writes a part of an import, encrypted: of its file, or of its rows.
pub(super) async fn add_part(
    tx: &Tx,
    key: &DataKey,
    import: ImportId,
    number: i32,
    content: &[u8],
) -> Result<(), DomainError> {
    import_part::Entity::insert(import_part::ActiveModel {
        import_id: Set(import),
        number: Set(number),
        content: Set(key.seal_bytes(cell("content", number), content)),
        row_statuses: Set(None),
        new: Set(0),
        existing: Set(0),
        duplicate: Set(0),
        invalid: Set(0),
    })
    .exec_without_returning(tx.on())
    .await?;
    Ok(())
}
