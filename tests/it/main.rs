//! Throughgate as its users meet it: over GraphQL, over HTTP, in a browser, from the command line.

mod app;
mod browser;
mod consents;
mod databases;
mod demonstration;
mod documents;
mod doors;
mod folder;
mod graphql_http;
mod journal;
mod migrations;
mod pages;
mod plain_http;
mod races;
mod readme;
mod repository_rules;
mod secrets;
mod start;
mod started;
mod statements;
mod story;
mod story_in_browser;
mod strangers;
mod waiting;
