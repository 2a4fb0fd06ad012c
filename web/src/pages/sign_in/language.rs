//! Changes the language that the visitor reads in.

use http::{HeaderValue, header};

use super::same_site;
use crate::{prelude::*, text::Language};

pub fn routes() -> Router<AppState> {
    Router::new().route("/language", post(change))
}

async fn change(PublicPageContext(v): PublicPageContext, fields: Fields) -> Response {
    let mut response = Redirect::to(same_site(fields.get("next"))).into_response();
    if let Some(language) = Language::parse(fields.get("language")) {
        let secure = if v.settings.secure_cookies { "; Secure" } else { "" };
        let cookie =
            format!("language={}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly{secure}", language.tag());
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    response
}
