//! The gateway.
pub mod access;
pub mod atlas;
pub mod config;
pub mod db;
pub mod domain;
pub mod house;
pub mod paging;
pub mod refusal;
pub mod sealing;
mod words;
pub mod world;
