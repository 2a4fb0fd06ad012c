//! What every capability builds on: settings, the database, encryption, access control, the audit log's worker, the
//! tools of GraphQL and its transport, who is asking, emails. Knows no capability.

pub mod access;
pub mod capability;
pub mod config;
pub mod context;
pub mod db;
pub mod environment;
pub mod error;
pub mod events;
pub mod graphql;
pub mod identity;
pub mod mailer;
pub mod paging;
pub mod reference_data;
pub mod sealing;
