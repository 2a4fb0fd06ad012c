//! What every room shares, and one call into it.

use std::{
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
};

use chrono::NaiveDate;
use entities::{
    codes::{Origin, WithdrawReason},
    ids::{DisclosureId, OrganisationId, PersonId, ReferralId, SessionId},
    instant::Instant,
};
use sea_orm::DatabaseConnection;

use crate::{
    access::{Action, Viewer},
    atlas::Atlas,
    db::{Act, Db, Once, Stamp, Tx},
    post::Post,
    refusal::Refusal,
    sealing::Sealing,
    world::World,
};

/// The database, the keys, the clock, and the tables that never change while the program runs.
pub struct House {
    pub db: Db,
    pub sealing: Sealing,
    pub world: World,
    pub atlas: Atlas,
    pub reactions: Reactions,
    /// How mail leaves.
    pub post: Arc<Post>,
    /// Whether this is the demonstration network, where one may choose who to be.
    pub demonstration: bool,
}

/// What a reaction gives back, when it is done.
pub type Reacting<'a, T> = Pin<Box<dyn Future<Output = Result<T, Refusal>> + Send + 'a>>;

/// How rooms react to each other inside one transaction, without knowing each other; joined where
/// the application is built.
#[derive(Clone, Copy)]
pub struct Reactions {
    /// The consent that these referrals rested on has ended: ends those that are not accepted, and
    /// says how many.
    pub consent_ended: fn(&Tx, Vec<ReferralId>, WithdrawReason) -> Reacting<'_, u32>,
    /// A person's day of release moved, to this one or to none.
    pub release_moved: fn(&Tx, PersonId, Option<NaiveDate>) -> Reacting<'_, ()>,
    /// A person is erased: ends what is open, coarsens the rest, and says how many ended.
    pub person_erased: fn(&Tx, PersonId) -> Reacting<'_, u32>,
}

/// An identity that an answer shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Look {
    pub holder: OrganisationId,
    pub person: PersonId,
    /// Through which disclosure and referral, where the viewer is a recipient.
    pub through: Option<(DisclosureId, ReferralId)>,
}

/// One call: who is asking, when, and at whom they looked.
pub struct Call {
    pub house: Arc<House>,
    viewer: Option<Viewer>,
    /// The browser's session; none where a token is used.
    session: Option<SessionId>,
    pub now: Instant,
    /// Whether identities may be shown: never over GET, whose answers are kept in places that
    /// nobody watches.
    pub identities: bool,
    looks: Mutex<Vec<Look>>,
    /// The key under which the next action is done.
    once: Mutex<Option<Once>>,
}

impl Call {
    pub fn new(house: Arc<House>, viewer: Option<Viewer>) -> Self {
        let now = house.world.clock.now();
        let (looks, once) = (Mutex::default(), Mutex::default());
        Self { house, viewer, session: None, now, identities: true, looks, once }
    }

    /// A call from a browser that is signed in, or is not.
    pub fn in_session(house: Arc<House>, found: Option<(Viewer, SessionId)>) -> Self {
        let (viewer, session) = found.unzip();
        Self { session, ..Self::new(house, viewer) }
    }

    /// The session of whoever asks from a browser. What opens the house to its owner alone is asked
    /// for there: a token is handed on, and must not make another.
    pub fn session(&self) -> Result<SessionId, Refusal> {
        self.viewer()?;
        self.session.ok_or_else(|| {
            Refusal::Forbidden("sign in with a browser for this; a token cannot do it".to_owned())
        })
    }

    /// A call whose answer shows no identity.
    pub fn without_identities(mut self) -> Self {
        self.identities = false;
        self
    }

    /// Who is asking.
    pub fn viewer(&self) -> Result<&Viewer, Refusal> {
        self.viewer.as_ref().ok_or(Refusal::Unauthenticated)
    }

    /// Who is asking, if they may do this.
    pub fn viewer_who_may(&self, action: Action) -> Result<&Viewer, Refusal> {
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
        self.house.db.read()
    }

    /// Does the next action under this key, or under none.
    pub fn under(&self, once: Option<Once>) {
        *self.once.lock().unwrap_or_else(PoisonError::into_inner) = once;
    }

    /// The write door, for one action.
    pub async fn begin(&self) -> Result<Act, Refusal> {
        let stamp = Stamp {
            at: self.now,
            member: self.viewer.as_ref().map(|viewer| viewer.member),
            organisation: self.viewer.as_ref().map(|viewer| viewer.organisation),
            origin: self.viewer.as_ref().map_or(Origin::System, |viewer| viewer.origin),
        };
        let once = self.once.lock().unwrap_or_else(PoisonError::into_inner).take();
        Ok(Act::new(self.house.db.begin(stamp).await?, once))
    }

    /// Notes that the answer shows an identity; refused where it must not.
    pub fn look(&self, look: Look) -> Result<(), Refusal> {
        if !self.identities {
            return Err(Refusal::Forbidden(
                "identity, contact and documents are not available over GET; use POST".to_owned(),
            ));
        }
        self.looks.lock().unwrap_or_else(PoisonError::into_inner).push(look);
        Ok(())
    }

    /// The identities noted so far, each once; afterwards none.
    pub fn take_looks(&self) -> Vec<Look> {
        let mut looks = std::mem::take(&mut *self.looks.lock().unwrap_or_else(PoisonError::into_inner));
        looks.sort();
        looks.dedup();
        looks
    }
}
