//! The audit log in the schema.

mod entries;
mod gathered;
mod queries;

pub use entries::AuditLogEntry;
pub use queries::AuditLogQuery;
