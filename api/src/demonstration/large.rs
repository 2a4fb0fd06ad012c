//! A large network for measuring.

use std::sync::Arc;

use crate::{house::House, refusal::Refusal};

pub async fn fill_large(
    _house: &Arc<House>,
    _people: u32,
    _referrals: u32,
    _progress: impl FnMut(String),
) -> Result<(), Refusal> {
    Ok(())
}
