//! The front page: what waits for whoever is here.

use crate::prelude::*;

mod homecomings;
mod my_work;

pub fn routes() -> Router<House> {
    my_work::routes().merge(homecomings::routes())
}
