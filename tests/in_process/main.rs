//! Throughgate in this process: over GraphQL and its pages without script, on both databases, with a clock that tests turn.
//! Nothing here waits for time to pass or starts the program.

mod aborted;
mod assignment;
mod audit_chain;
mod audit_log;
mod audit_log_subjects;
mod authorization;
mod changed_fields;
mod consents;
mod deadlines;
mod demonstration;
mod disclosure;
mod documents;
mod email_delivery;
mod email_load;
mod emails;
mod erasing;
mod error_codes;
mod faults;
mod fences;
mod idempotency;
mod import_export_pages;
mod imports;
mod jobs;
mod keys;
mod lock_order;
mod logged;
mod membership;
mod migrations;
mod notifications;
mod races;
mod readme;
mod releases;
mod repository_rules;
mod rival;
mod sessions_and_forms;
mod signing_in;
mod statements;
mod story;
mod toy_capability;
mod upgrade;

use support::{
    app, builders, databases, for_each_database, network, repository, smtp_server, thoroughness, waiting,
};
