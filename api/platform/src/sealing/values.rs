//! Encryption and decryption of values with a data key.

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use entities::{ids::KeyId, sealed::Sealed};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::random;
use crate::error::DomainError;

const VERSION: u8 = 1;
pub(super) const NONCE: usize = 24;

/// Cell of an encrypted value: table, column and row. Part of what is authenticated.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    pub table: &'static str,
    pub column: &'static str,
    pub row: Uuid,
}

impl Cell {
    pub const fn new(table: &'static str, column: &'static str, row: Uuid) -> Self {
        Self { table, column, row }
    }

    fn associated(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(64);
        for part in [self.table.as_bytes(), self.column.as_bytes(), self.row.as_bytes()] {
            bytes.extend_from_slice(&(part.len() as u32).to_be_bytes());
            bytes.extend_from_slice(part);
        }
        bytes
    }
}

/// An unwrapped key; wiped when it is dropped.
pub struct DataKey {
    pub(super) id: KeyId,
    pub(super) bytes: Zeroizing<[u8; 32]>,
}

impl DataKey {
    pub fn id(&self) -> KeyId {
        self.id
    }

    /// Seals text for one cell.
    pub fn seal(&self, cell: Cell, text: &str) -> Sealed {
        self.seal_bytes(cell, text.as_bytes())
    }

    /// Seals bytes for one cell.
    pub fn seal_bytes(&self, cell: Cell, bytes: &[u8]) -> Sealed {
        let nonce = random::<NONCE>();
        let payload = Payload { msg: bytes, aad: &cell.associated() };
        let cipher = XChaCha20Poly1305::new(&(*self.bytes).into());
        let sealed = cipher
            .encrypt(&XNonce::from(nonce), payload)
            .expect("encryption fails only for texts of many gigabytes");
        let mut bytes = Vec::with_capacity(1 + 16 + NONCE + sealed.len());
        bytes.push(VERSION);
        bytes.extend_from_slice(self.id.0.as_bytes());
        bytes.extend_from_slice(&nonce);
        bytes.extend_from_slice(&sealed);
        Sealed(bytes)
    }

    /// Decrypts a value that this key encrypted for this cell.
    pub fn open(&self, cell: Cell, sealed: &Sealed) -> Result<String, DomainError> {
        let bytes = self.open_bytes(cell, sealed)?;
        String::from_utf8(bytes).map_err(|error| unopened(cell, &error.utf8_error().to_string()))
    }

    /// Decrypts bytes that this key encrypted for this cell.
    pub fn open_bytes(&self, cell: Cell, sealed: &Sealed) -> Result<Vec<u8>, DomainError> {
        let fault = |why: &str| unopened(cell, why);
        let (version, rest) = sealed.0.split_first().ok_or_else(|| fault("it is empty"))?;
        if *version != VERSION {
            return Err(fault("it is of another version"));
        }
        let (id, rest) = rest.split_first_chunk::<16>().ok_or_else(|| fault("it is too short"))?;
        if id != self.id.0.as_bytes() {
            return Err(fault("it is encrypted with another key"));
        }
        let (nonce, text) = rest.split_first_chunk::<NONCE>().ok_or_else(|| fault("it is too short"))?;
        let payload = Payload { msg: text, aad: &cell.associated() };
        let cipher = XChaCha20Poly1305::new(&(*self.bytes).into());
        cipher.decrypt(&XNonce::from(*nonce), payload).map_err(|error| fault(&error.to_string()))
    }

    /// A keyed hash of a text, 16 bytes: equal texts under one key have equal hashes.
    pub fn hash(&self, text: &str) -> Vec<u8> {
        let mut hash = self.mac(text.as_bytes());
        hash.truncate(16);
        hash
    }

    /// A keyed hash of bytes, 32 bytes.
    pub fn mac(&self, bytes: &[u8]) -> Vec<u8> {
        let mut mac =
            <Hmac<Sha256> as KeyInit>::new_from_slice(&*self.bytes).expect("any length serves as a key");
        mac.update(bytes);
        mac.finalize().into_bytes().to_vec()
    }
}

fn unopened(cell: Cell, why: &str) -> DomainError {
    DomainError::Internal(format!("{}.{} cannot be opened: {why}", cell.table, cell.column))
}

/// Id of the key that an encrypted value names.
pub fn key_of(sealed: &Sealed) -> Option<KeyId> {
    let bytes: [u8; 16] = sealed.0.get(1..17)?.try_into().ok()?;
    Some(KeyId(Uuid::from_bytes(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> DataKey {
        DataKey { id: KeyId(Uuid::from_u128(7)), bytes: Zeroizing::new([9; 32]) }
    }

    #[test]
    fn what_is_sealed_opens_in_its_cell_alone() {
        let (key, cell) = (key(), Cell::new("need", "text", Uuid::from_u128(1)));
        let sealed = key.seal(cell, "a bed for four weeks");
        assert_eq!(key.open(cell, &sealed).unwrap(), "a bed for four weeks");
        for other in [
            Cell::new("need", "text", Uuid::from_u128(2)),
            Cell::new("need", "ask", Uuid::from_u128(1)),
            Cell::new("consent", "text", Uuid::from_u128(1)),
        ] {
            assert!(key.open(other, &sealed).is_err());
        }
        assert_ne!(sealed, key.seal(cell, "a bed for four weeks"), "the nonce is drawn anew");
        let mut broken = sealed.clone();
        *broken.0.last_mut().unwrap() ^= 1;
        assert!(key.open(cell, &broken).is_err());
        assert!(key.open(cell, &Sealed(vec![1, 2])).is_err());
    }

    #[test]
    fn keyed_hashes_differ_by_key() {
        let other = DataKey { id: KeyId(Uuid::nil()), bytes: Zeroizing::new([8; 32]) };
        assert_eq!(key().hash("jonas"), key().hash("jonas"));
        assert_ne!(key().hash("jonas"), other.hash("jonas"));
    }
}
