//! The demonstration network.

mod large;

pub use large::fill_large;

use std::sync::Arc;

use crate::{house::House, refusal::Refusal};

/// What the program says where one may choose who to be.
pub const WHO: &str = "This is the demonstration network: nobody in it is real, and you can be any of its members; \
                       the first page lets you choose.";

/// Writes the demonstration network into a database that is empty.
pub async fn load(_house: &Arc<House>) -> Result<(), Refusal> {
    Ok(())
}
