//! Shared state of the capabilities, and the context of one request.

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

/// Shared state: the database, keys, clock and capabilities, and reference data that never changes while the program
/// runs.
pub struct AppState {
    pub db: Db,
    pub sealing: Sealing,
    pub env: Environment,
    pub reference_data: ReferenceData,
    pub capabilities: Capabilities,
    /// Mailer.
    pub mailer: Arc<Mailer>,
    /// Whether this is the demonstration network, where visitors choose whom to sign in as.
    pub demonstration: bool,
}

/// An identity that an answer shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct IdentityAccess {
    pub holder: OrganisationId,
    pub person: PersonId,
    /// Disclosure and holder, if the viewer is a recipient.
    pub through: Option<(DisclosureId, Uuid)>,
}

/// Progress of an action under an idempotency key.
#[derive(Default)]
enum Once {
    /// Without a key: the action may begin any number of times.
    #[default]
    Free,
    Under(IdempotencyKey),
    Begun,
}

/// Context of one request: the viewer, the time, and the accesses to identities.
pub struct RequestContext {
    pub app: Arc<AppState>,
    viewer: Option<Viewer>,
    /// Session of the browser; `None` with a token.
    session: Option<SessionId>,
    pub now: Instant,
    /// Whether identities may be shown: never over GET, whose answers may be cached.
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

    /// The browser session of the viewer. Security settings of the account require it: a token can be passed on, and
    /// must not create another.
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

    /// The viewer.
    pub fn viewer(&self) -> Result<&Viewer, DomainError> {
        self.viewer.as_ref().ok_or(DomainError::Unauthenticated)
    }

    /// The viewer, if they may take this action.
    pub fn viewer_who_may(&self, action: Action) -> Result<&Viewer, DomainError> {
        let viewer = self.viewer()?;
        viewer.must(action)?;
        Ok(viewer)
    }

    /// Today's date in the time zone of the viewer's organisation; in UTC if nobody is signed in.
    pub fn today(&self) -> NaiveDate {
        self.viewer.as_ref().map_or_else(|| self.now.utc().date_naive(), |viewer| viewer.today(self.now))
    }

    /// The read pool.
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

    /// A transaction of one action, from the write pool.
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

    /// Records that the answer shows an identity; an error if it must not.
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
