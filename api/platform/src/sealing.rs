//! Keys, encrypted values and keyed hashes.
//!
//! Every person and every disclosure has a data key of its own, encrypted with the installation's master key. An
//! encrypted value is bound to its cell, so that it cannot be moved to another row. The cipher is XChaCha20-Poly1305
//! by the RustCrypto project (reviewed by NCC Group); its nonces are long enough to be random.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use entities::{
    codes::KeyPurpose,
    data_key,
    ids::{KeyId, LoginLinkId},
    sealed::Sealed,
};
use hmac::{Hmac, Mac};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Set};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::{Zeroize, Zeroizing};

use crate::{db::Tx, error::DomainError};

mod values;

use values::NONCE;
pub use values::{Cell, DataKey, key_of};

/// A master key, and what rows call it by.
struct Master {
    key: Zeroizing<[u8; 32]>,
    /// First 16 hexadecimal digits of its hash.
    name: String,
}

impl Master {
    fn new(key: [u8; 32]) -> Self {
        let hash = Sha256::digest([b"throughgate master key".as_slice(), &key].concat());
        let name = hash[..8].iter().map(|byte| format!("{byte:02x}")).collect();
        Self { key: Zeroizing::new(key), name }
    }

    fn wrap(&self, key: &DataKey) -> Vec<u8> {
        let nonce = random::<NONCE>();
        let payload = Payload { msg: &*key.bytes, aad: key.id.0.as_bytes() };
        let cipher = XChaCha20Poly1305::new(&(*self.key).into());
        let mut wrapped = nonce.to_vec();
        wrapped.extend(
            cipher.encrypt(&XNonce::from(nonce), payload).expect("encryption of 32 bytes does not fail"),
        );
        wrapped
    }

    fn unwrap(&self, row: &data_key::Model) -> Result<DataKey, DomainError> {
        let fault =
            |why: &str| DomainError::Internal(format!("the key {} cannot be unwrapped: {why}", row.id.0));
        let (nonce, wrapped) =
            row.wrapped.split_first_chunk::<NONCE>().ok_or_else(|| fault("it is too short"))?;
        let payload = Payload { msg: wrapped, aad: row.id.0.as_bytes() };
        let cipher = XChaCha20Poly1305::new(&(*self.key).into());
        let plain = cipher.decrypt(&XNonce::from(*nonce), payload);
        let mut plain = plain.map_err(|error| fault(&error.to_string()))?;
        let bytes: [u8; 32] = *plain.first_chunk().ok_or_else(|| fault("what it holds is too short"))?;
        plain.zeroize();
        Ok(DataKey { id: row.id, bytes: Zeroizing::new(bytes) })
    }
}

/// Name of the master key in the row of a destroyed key: none.
pub const DESTROYED: &str = "";

/// The master key, and the unwrapped keys of late.
#[derive(Clone)]
pub struct Sealing {
    master: Arc<Master>,
    /// Another that rows may be wrapped by, while the master key is changed.
    other: Option<Arc<Master>>,
    unwrapped: Arc<quick_cache::sync::Cache<KeyId, (Instant, Arc<DataKey>)>>,
    by_owner: Arc<quick_cache::sync::Cache<(KeyPurpose, Uuid), KeyId>>,
}

impl Sealing {
    /// A key for proofs that every gateway with this master key must make alike.
    pub fn proof_key(&self, purpose: &str) -> [u8; 32] {
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(self.master.key.as_slice())
            .expect("any length serves as a key");
        mac.update(purpose.as_bytes());
        mac.finalize().into_bytes().into()
    }

    /// Secret of a login link: derived from its id and the master key, so that the database alone opens nothing.
    pub fn link_of(&self, id: LoginLinkId) -> String {
        proof(&self.proof_key("link of a way in"), &id.0.to_string())
    }

    /// Code of a login link: eight digits.
    pub fn code_of(&self, id: LoginLinkId) -> String {
        let digits = proof(&self.proof_key("code of a way in"), &id.0.to_string());
        let number = u64::from_str_radix(&digits[..12], 16).unwrap_or_default() % 100_000_000;
        format!("{number:08}")
    }

    /// Number of decrypted keys in the cache.
    const KEPT: usize = 20_000;
    /// Time for which a decrypted key is used without asking the database whether it still exists: at most this long,
    /// another gateway can decrypt data of a person who was erased on this one.
    const TRUSTED: Duration = Duration::from_secs(60);

    pub fn new(master: [u8; 32]) -> Self {
        Self {
            master: Arc::new(Master::new(master)),
            other: None,
            unwrapped: Arc::new(quick_cache::sync::Cache::new(Self::KEPT)),
            by_owner: Arc::new(quick_cache::sync::Cache::new(Self::KEPT)),
        }
    }

    /// The same, and reads what another master key has wrapped; it wraps nothing by that.
    pub fn and_reads(mut self, other: Option<[u8; 32]>) -> Self {
        self.other = other.map(|key| Arc::new(Master::new(key)));
        self
    }

    /// Name of the master key in rows: the first 16 hexadecimal digits of its hash.
    pub fn master_name(&self) -> &str {
        &self.master.name
    }

    /// Names of the available master keys in rows, the own one first.
    pub fn master_names(&self) -> Vec<String> {
        let other = self.other.iter().map(|other| other.name.clone());
        std::iter::once(self.master.name.clone()).chain(other).collect()
    }

    fn master_of(&self, row: &data_key::Model) -> Option<&Arc<Master>> {
        std::iter::once(&self.master).chain(&self.other).find(|master| master.name == row.master)
    }

    /// A row's key as the own master key wraps it.
    pub fn wrapped_anew(&self, row: &data_key::Model) -> Result<Vec<u8>, DomainError> {
        let master = self.master_of(row).ok_or_else(foreign)?;
        Ok(self.master.wrap(&master.unwrap(row)?))
    }

    /// Makes, wraps and stores a new key for an owner.
    pub async fn make(&self, tx: &Tx, purpose: KeyPurpose, owner: Uuid) -> Result<Arc<DataKey>, DomainError> {
        let (key, row) = self.make_row(KeyId(tx.env().ordered_id()), purpose, owner, tx.now());
        data_key::Entity::insert(row).exec_without_returning(tx.on()).await?;
        Ok(key)
    }

    /// A new key and the row that stores it, for writing many at once.
    pub fn make_row(
        &self,
        id: KeyId,
        purpose: KeyPurpose,
        owner: Uuid,
        at: entities::instant::Instant,
    ) -> (Arc<DataKey>, data_key::ActiveModel) {
        let key = Arc::new(DataKey { id, bytes: Zeroizing::new(random::<32>()) });
        let row = data_key::ActiveModel {
            id: Set(id),
            purpose: Set(purpose),
            owner: Set(owner),
            master: Set(self.master.name.clone()),
            wrapped: Set(self.master.wrap(&key)),
            created_at: Set(at),
        };
        (key, row)
    }

    /// The key with this id. Whose key was destroyed is not there any more.
    pub async fn key(&self, on: &impl ConnectionTrait, id: KeyId) -> Result<Arc<DataKey>, DomainError> {
        self.key_if_there(on, id).await?.ok_or(DomainError::NotFound("person"))
    }

    /// The same; `None` if the key was destroyed.
    async fn key_if_there(
        &self,
        on: &impl ConnectionTrait,
        id: KeyId,
    ) -> Result<Option<Arc<DataKey>>, DomainError> {
        if let Some(key) = self.at_hand(&id) {
            return Ok(Some(key));
        }
        let row = data_key::Entity::find_by_id(id).one(on).await?;
        let row = row.ok_or_else(|| DomainError::Internal("a key is missing".to_owned()))?;
        if is_destroyed(&row) {
            self.forget(id);
            return Ok(None);
        }
        self.unwrap(row).map(Some)
    }

    fn at_hand(&self, id: &KeyId) -> Option<Arc<DataKey>> {
        let (since, key) = self.unwrapped.get(id)?;
        (since.elapsed() < Self::TRUSTED).then_some(key)
    }

    /// Loads the missing keys in one statement, so that decrypting many values does not cost a statement each.
    pub async fn fetch(
        &self,
        on: &impl ConnectionTrait,
        ids: impl IntoIterator<Item = KeyId>,
    ) -> Result<(), DomainError> {
        let mut missing: Vec<KeyId> = ids.into_iter().filter(|id| self.at_hand(id).is_none()).collect();
        missing.sort();
        missing.dedup();
        if missing.is_empty() {
            return Ok(());
        }
        for row in data_key::Entity::find().filter(data_key::Column::Id.is_in(missing)).all(on).await? {
            if !is_destroyed(&row) {
                self.unwrap(row)?;
            }
        }
        Ok(())
    }

    /// Key of an owner, if it has one.
    pub async fn key_for(
        &self,
        on: &impl ConnectionTrait,
        purpose: KeyPurpose,
        owner: Uuid,
    ) -> Result<Option<Arc<DataKey>>, DomainError> {
        if let Some(key) = self.by_owner.get(&(purpose, owner)).and_then(|id| self.at_hand(&id)) {
            return Ok(Some(key));
        }
        let row = data_key::Entity::find()
            .filter(data_key::Column::Purpose.eq(purpose))
            .filter(data_key::Column::Owner.eq(owner))
            .one(on)
            .await?;
        let Some(row) = row.filter(|row| !is_destroyed(row)) else { return Ok(None) };
        self.by_owner.insert((purpose, owner), row.id);
        self.unwrap(row).map(Some)
    }

    /// Whether the installation's own keys were encrypted with an available master key; `None` if there are none yet.
    /// A change of the master key converts the check key first and the key of the audit log last, so that in between
    /// neither the old nor the new key alone opens the database. Reads by names of columns, so that it works for a
    /// database that is still to be migrated.
    pub async fn made(&self, on: &impl ConnectionTrait) -> Result<Option<bool>, DomainError> {
        let masters: Vec<String> = data_key::Entity::find()
            .filter(data_key::Column::Owner.eq(Uuid::nil()))
            .filter(data_key::Column::Purpose.is_in([KeyPurpose::Check, KeyPurpose::AuditLog]))
            .select_only()
            .column(data_key::Column::Master)
            .into_tuple()
            .all(on)
            .await?;
        let known = self.master_names();
        Ok((!masters.is_empty()).then(|| masters.iter().all(|master| known.contains(master))))
    }

    /// Decrypts a value with the key that it names.
    pub async fn open(
        &self,
        on: &impl ConnectionTrait,
        cell: Cell,
        sealed: &Sealed,
    ) -> Result<String, DomainError> {
        let id = key_of(sealed)
            .ok_or_else(|| DomainError::Internal("an encrypted value is too short".to_owned()))?;
        self.key(on, id).await?.open(cell, sealed)
    }

    /// The same; `None` if the value was deleted or its key destroyed, because the person was erased.
    pub async fn open_if_there(
        &self,
        on: &impl ConnectionTrait,
        cell: Cell,
        sealed: &Sealed,
    ) -> Result<Option<String>, DomainError> {
        let Some(id) = key_of(sealed) else { return Ok(None) };
        match self.key_if_there(on, id).await? {
            Some(key) => key.open(cell, sealed).map(Some),
            None => Ok(None),
        }
    }

    fn unwrap(&self, row: data_key::Model) -> Result<Arc<DataKey>, DomainError> {
        let key = Arc::new(self.master_of(&row).ok_or_else(foreign)?.unwrap(&row)?);
        self.unwrapped.insert(row.id, (Instant::now(), key.clone()));
        Ok(key)
    }

    /// Removes a decrypted key from memory, for example when its owner is erased.
    pub fn forget(&self, id: KeyId) {
        self.unwrapped.remove(&id);
    }
}

/// Destroys a key, and with it everything that it encrypted. The row stays, because others refer to it; the key in it
/// does not. The caller forgets it once that is committed.
pub async fn destroy(tx: &Tx, id: KeyId) -> Result<(), DomainError> {
    data_key::Entity::update_many()
        .set(data_key::ActiveModel {
            master: Set(DESTROYED.to_owned()),
            wrapped: Set(Vec::new()),
            ..Default::default()
        })
        .filter(data_key::Column::Id.eq(id))
        .exec(tx.on())
        .await?;
    Ok(())
}

fn is_destroyed(row: &data_key::Model) -> bool {
    row.master == DESTROYED
}

fn foreign() -> DomainError {
    DomainError::Internal("a key is wrapped by another master key".to_owned())
}

/// SHA-256, for secrets that are long and random themselves: session and token secrets.
pub fn digest(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}

/// A keyed digest for short-lived proofs, 64 hexadecimal digits.
pub fn proof(key: &[u8; 32], text: &str) -> String {
    let mut digest = KeyedDigest::new(key);
    digest.add(text.as_bytes());
    digest.text()
}

/// The same of bytes that come one after another.
pub struct KeyedDigest(Hmac<Sha256>);

impl KeyedDigest {
    pub fn new(key: &[u8; 32]) -> Self {
        Self(KeyInit::new_from_slice(key).expect("any length serves as a key"))
    }

    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Of all that came so far, 64 hexadecimal digits.
    pub fn text(&self) -> String {
        self.0.clone().finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Random bytes from the operating system.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives randomness or nothing here is safe");
    bytes
}

/// A secret to hand out: 32 random bytes as 64 hexadecimal digits.
pub fn secret() -> String {
    random::<32>().iter().map(|byte| format!("{byte:02x}")).collect()
}
