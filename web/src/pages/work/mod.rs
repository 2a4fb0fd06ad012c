//! The front page: what waits for whoever is here.

use crate::prelude::*;

mod my_work;
mod upcoming_releases;

pub fn routes() -> Router<AppState> {
    my_work::routes().merge(upcoming_releases::routes())
}
