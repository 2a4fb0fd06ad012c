//! Stored data: one file for each table, the codes in rows, and typed ids.
//!
//! Relations are declared once, at the entity that refers; keys in the database are made by migrations (`skip_fk`).
//! Nothing here knows a rule; who may see what and what may follow what is decided by the gateway.

pub mod codes;
mod described_enum;
pub mod ids;
pub mod instant;
pub mod sealed;

pub mod account;
pub mod agreement;
pub mod agreement_party;
pub mod legal_basis_rule;
pub mod member;
pub mod municipality;
pub mod organisation;
pub mod province;
pub mod service;
pub mod service_area;
pub mod service_capacity;

pub mod case_team;
pub mod consent;
pub mod consent_recipient;
pub mod data_key;
pub mod disclosure;
pub mod erasure_ledger;
pub mod need;
pub mod person;
pub mod person_hash;

pub mod appointment;
pub mod disclosure_grant;
pub mod message;
pub mod referral;
pub mod referral_group;
pub mod referral_need;

pub mod audit_log_batch;
pub mod audit_log_entry;
pub mod event;
pub mod event_consumer;
pub mod event_subject;
pub mod lease;

pub mod email;
pub mod notification;
pub mod notification_preferences;

pub mod import;
pub mod import_mapping;
pub mod import_part;

pub mod api_token;
pub mod idempotency_key;
pub mod installation;
pub mod login_link;
pub mod session;
