//! The front page: what waits for whoever is here.

mod my_work;

pub use my_work::routes;
