//! Throughgate as its users start it: from the command line, over the network, in a browser, killed and started again.

mod crash_recovery;
mod doctor;
mod email_killed;
mod fresh_install;
mod graphql_http;
mod import_command;
mod import_crash_recovery;
mod imports_in_browser;
mod joining;
mod maintenance;
mod once_killed;
mod pages;
mod readme;
mod secrets;
mod start;
mod story_in_browser;
mod watching;
mod worker;

use support::{
    browser, client, databases, folder, for_each_database, installation, plain_http, program, repository,
    smtp_server, thoroughness, waiting,
};
