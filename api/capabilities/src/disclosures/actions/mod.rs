//! Disclosing people. Each function takes the open transaction of the disclosing action.

mod access_records;
mod consents;
mod disclosing;
mod grants;

pub use access_records::record_accesses;
pub use consents::{CONSENT_DEPENDENT, CONSENT_EXPIRY_JOB, allows, answer_for, expire_consents, refused};
pub use disclosing::{disclose, key_of_disclosure};
pub use grants::{Granting, close, close_all, grant, open, open_to_recipients, reopen, revoke};
