//! What browsers keep: the stylesheet, the icons and the little script, each under the name of its content.

use axum::{Router, extract::Path, response::IntoResponse, routing::get};
use http::{StatusCode, header};

use crate::AppState;

pub struct Asset {
    pub path: &'static str,
    kind: &'static str,
    content: &'static [u8],
}

mod bundled {
    use super::Asset;
    include!(concat!(env!("OUT_DIR"), "/assets.rs"));
}
pub use bundled::{APP, ICON, ICONS, STYLESHEET};

pub fn routes() -> Router<AppState> {
    Router::new().route("/assets/{content}/{name}", get(serve))
}

async fn serve(Path((content, name)): Path<(String, String)>) -> impl IntoResponse {
    let wanted = format!("/assets/{content}/{name}");
    match bundled::ALL.iter().find(|asset| asset.path == wanted) {
        Some(asset) => (
            [
                (header::CONTENT_TYPE, asset.kind),
                (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
            ],
            asset.content,
        )
            .into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
