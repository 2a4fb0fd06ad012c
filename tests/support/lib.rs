//! What the tests share: the application in this process, the program as its users start it, both databases, a
//! browser, builders for what a test needs. Nothing here is a test.

pub mod answer;
pub mod app;
pub mod browser;
pub mod builders;
pub mod client;
pub mod databases;
pub mod folder;
pub mod installation;
pub mod network;
pub mod plain_http;
pub mod program;
pub mod repository;
pub mod smtp_server;
mod templates;
pub mod thoroughness;
pub mod waiting;
