//! Throughgate as its users meet it: over GraphQL, over HTTP, in a browser, from the command line.

mod browser;
mod databases;
mod folder;
mod migrations;
mod plain_http;
mod repository_rules;
mod started;
mod waiting;
