//! Foundations of every capability: settings, the database, encryption, access control, the worker of the audit log,
//! GraphQL tools and transport, authentication and email. Independent of every capability.

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
