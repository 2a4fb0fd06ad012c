//! What somebody decides about a list: that its good rows are recorded, or that it is thrown away.

use super::{Crumbs, Shown, query};
use crate::prelude::*;

operation!(ImportApply, "src/pages/imports/decision.graphql");
operation!(ImportDelete, "src/pages/imports/decision.graphql");

#[derive(Template)]
#[template(path = "pages/imports/delete.html")]
struct DeletePage<'a> {
    v: &'a PageContext,
    crumbs: Crumbs<'a>,
    version: String,
    list: Shown,
}

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/imports/{id}/take", post(take))
        .route("/imports/{id}/discard", get(ask_discard).post(discard))
}

fn version(fields: &Fields) -> i64 {
    fields.number("version").unwrap_or_default()
}

async fn take(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let input = import_apply::ImportApplyInput {
        import_id: id.clone(),
        version: version(&fields),
        idempotency_key: v.once(),
    };
    match v.mutate::<ImportApply>(import_apply::Variables { input }).await? {
        Ok(_) => Ok(v.done_at(&format!("/imports/{id}"), key::DONE_IMPORT_TAKEN)),
        // It has gone on, or nothing in it is new any more: its page says how it stands.
        Err(_) => Err(PageError::new(&v, PageErrorKind::Conflict, None)),
    }
}

async fn ask_discard(v: PageContext, Path(id): Path<String>) -> Result<Response, PageError> {
    let list = query(&v, id).await?;
    if list.state == ImportState::Deleted {
        return Ok(Redirect::to(&v.place).into_response());
    }
    let page =
        DeletePage { v: &v, crumbs: Crumbs::below(&v, &list), version: list.version.to_string(), list };
    Ok(v.show(&page))
}

async fn discard(v: PageContext, Path(id): Path<String>, fields: Fields) -> Result<Response, PageError> {
    let input = import_delete::ImportDeleteInput {
        import_id: id.clone(),
        version: version(&fields),
        idempotency_key: v.once(),
    };
    match v.mutate::<ImportDelete>(import_delete::Variables { input }).await? {
        Ok(_) => Ok(v.done_at(&format!("/imports/{id}"), key::DONE_IMPORT_DISCARDED)),
        // It is being written, or gone already.
        Err(_) => Err(PageError::new(&v, PageErrorKind::Conflict, None)),
    }
}
