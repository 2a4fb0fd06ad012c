//! What somebody decides about a list: that its good rows are recorded, or that it is thrown away.

use super::{Crumbs, Shown, ask};
use crate::{client::Why, prelude::*};

operation!(ImportTake, "src/pages/imports/answer.graphql");
operation!(ImportDiscard, "src/pages/imports/answer.graphql");

#[derive(Template)]
#[template(path = "pages/imports/discard.html")]
struct DiscardPage<'a> {
    v: &'a Visit,
    crumbs: Crumbs<'a>,
    version: String,
    list: Shown,
}

pub fn routes() -> Router<House> {
    Router::new()
        .route("/imports/{id}/take", post(take))
        .route("/imports/{id}/discard", get(ask_discard).post(discard))
}

fn version(fields: &Fields) -> i64 {
    fields.number("version").unwrap_or_default()
}

async fn take(v: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response, Stop> {
    let input = import_take::ImportTakeInput {
        import_id: id.clone(),
        version: version(&fields),
        idempotency_key: v.once(),
    };
    match v.tell::<ImportTake>(import_take::Variables { input }).await? {
        Ok(_) => Ok(Redirect::to(&format!("/imports/{id}?done=import-taken")).into_response()),
        // It has gone on, or nothing in it is new any more: its page says how it stands.
        Err(_) => Err(Stop::new(&v, Why::Conflict, None)),
    }
}

async fn ask_discard(v: Visit, Path(id): Path<String>) -> Result<Response, Stop> {
    let list = ask(&v, id).await?;
    if list.state == ImportState::Gone {
        return Ok(Redirect::to(&v.place).into_response());
    }
    let page =
        DiscardPage { v: &v, crumbs: Crumbs::below(&v, &list), version: list.version.to_string(), list };
    Ok(v.show(&page))
}

async fn discard(v: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response, Stop> {
    let input = import_discard::ImportDiscardInput {
        import_id: id.clone(),
        version: version(&fields),
        idempotency_key: v.once(),
    };
    match v.tell::<ImportDiscard>(import_discard::Variables { input }).await? {
        Ok(_) => Ok(Redirect::to(&format!("/imports/{id}?done=import-discarded")).into_response()),
        // It is being written, or gone already.
        Err(_) => Err(Stop::new(&v, Why::Conflict, None)),
    }
}
