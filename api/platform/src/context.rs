//! What every capability is given, and one request.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;
use entities::{
    codes::Origin,
    ids::{DisclosureId, OrganisationId, PersonId, SessionId},
    instant::Instant,
};
use sea_orm::DatabaseConnection;
use uuid::Uuid;

use crate::{
    access::{Action, Viewer},
    capability::Capabilities,
    db::{ActionTx, AuditContext, Db, IdempotencyKey},
    environment::Environment,
    error::DomainError,
    mailer::Mailer,
    reference_data::ReferenceData,
    sealing::Sealing,
};

/// The database, the keys, the clock, the capabilities, and the tables that never change while the program runs.
pub struct AppState {
    pub db: Db,
    pub sealing: Sealing,
    pub env: Environment,
    pub reference_data: ReferenceData,
    pub capabilities: Capabilities,
    /// How mail leaves.
    pub mailer: Arc<Mailer>,
    /// Whether this is the demonstration network, where one may choose who to be.
    pub demonstration: bool,
}

/// An identity that an answer shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct IdentityAccess {
    pub holder: OrganisationId,
    pub person: PersonId,
    /// Through which disclosure and whose grant, where the viewer is a recipient.
    pub through: Option<(DisclosureId, Uuid)>,
}

/// How far an action under an idempotency key has come.
#[derive(Default)]
enum Once {
    /// Under none: it may begin as often as it likes.
    #[default]
    Free,
    Under(IdempotencyKey),
    Begun,
}

/// One call: who is asking, when, and at whom they looked.
pub struct RequestContext {
    pub app: Arc<AppState>,
    viewer: Option<Viewer>,
    /// The browser's session; none where a token is used.
    session: Option<SessionId>,
    pub now: Instant,
    /// Whether identities may be shown: never over GET, whose answers are kept in places that
    /// nobody watches.
    pub identities: bool,
    accesses: Mutex<Vec<IdentityAccess>>,
    /// The key under which the next action is done.
    once: Mutex<Once>,
}

impl RequestContext {
    pub fn new(app: Arc<AppState>, viewer: Option<Viewer>) -> Self {
        let now = app.env.clock.now();
        let (accesses, once) = (Mutex::default(), Mutex::default());
        Self { app, viewer, session: None, now, identities: true, accesses, once }
    }

    /// A call from a browser that is signed in, or is not.
    pub fn in_session(app: Arc<AppState>, found: Option<(Viewer, SessionId)>) -> Self {
        let (viewer, session) = found.unzip();
        Self { session, ..Self::new(app, viewer) }
    }

    /// The session of whoever asks from a browser. What opens the house to its owner alone is asked
    /// for there: a token is handed on, and must not make another.
    pub fn session(&self) -> Result<SessionId, DomainError> {
        self.viewer()?;
        self.session.ok_or_else(|| {
            DomainError::Forbidden("this requires a sign-in in a browser; a token is not enough".to_owned())
        })
    }

    /// A call whose answer shows no identity.
    pub fn without_identities(mut self) -> Self {
        self.identities = false;
        self
    }

    /// Who is asking.
    pub fn viewer(&self) -> Result<&Viewer, DomainError> {
        self.viewer.as_ref().ok_or(DomainError::Unauthenticated)
    }

    /// Who is asking, if they may do this.
    pub fn viewer_who_may(&self, action: Action) -> Result<&Viewer, DomainError> {
        let viewer = self.viewer()?;
        viewer.must(action)?;
        Ok(viewer)
    }

    /// The date where the viewer's organisation is; in UTC where nobody is signed in.
    pub fn today(&self) -> NaiveDate {
        self.viewer.as_ref().map_or_else(|| self.now.utc().date_naive(), |viewer| viewer.today(self.now))
    }

    /// The read door.
    pub fn read(&self) -> &DatabaseConnection {
        self.app.db.read()
    }

    /// Does the next action under this key, or under none.
    pub fn with_idempotency_key(&self, once: Option<IdempotencyKey>) {
        *self.once.lock().unwrap_or_else(PoisonError::into_inner) = match once {
            Some(key) => Once::Under(key),
            None => Once::Free,
        };
    }

    /// The write door, for one action.
    pub async fn begin(&self) -> Result<ActionTx, DomainError> {
        let audit = AuditContext {
            at: self.now,
            member: self.viewer.as_ref().map(|viewer| viewer.member),
            organisation: self.viewer.as_ref().map(|viewer| viewer.organisation),
            origin: self.viewer.as_ref().map_or(Origin::System, |viewer| viewer.origin),
        };
        let once = {
            let mut once = self.once.lock().unwrap_or_else(PoisonError::into_inner);
            match std::mem::replace(&mut *once, Once::Begun) {
                Once::Under(key) => Some(key),
                Once::Free => {
                    *once = Once::Free;
                    None
                }
                // The second transaction would be done again with the key.
                Once::Begun => {
                    return Err(DomainError::Internal("an action began twice under one key".to_owned()));
                }
            }
        };
        Ok(ActionTx::new(self.app.db.begin(audit).await?, once))
    }

    /// Notes that the answer shows an identity; refused where it must not.
    pub fn record_access(&self, look: IdentityAccess) -> Result<(), DomainError> {
        if !self.identities {
            return Err(DomainError::Forbidden(
                "identity, contact and documents are not available over GET; use POST".to_owned(),
            ));
        }
        self.accesses.lock().unwrap_or_else(PoisonError::into_inner).push(look);
        Ok(())
    }

    /// The identities noted so far, each once; afterwards none.
    pub fn take_accesses(&self) -> Vec<IdentityAccess> {
        let mut accesses = std::mem::take(&mut *self.accesses.lock().unwrap_or_else(PoisonError::into_inner));
        accesses.sort();
        accesses.dedup();
        accesses
    }
}
