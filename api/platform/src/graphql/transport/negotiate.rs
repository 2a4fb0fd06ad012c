//! Which media types go in and out, and whose browser may send.

use http::{
    HeaderMap, StatusCode,
    header::{ACCEPT, CONTENT_ENCODING, CONTENT_TYPE, COOKIE, ORIGIN},
};

use super::reply::{Class, Reply};

/// A media type of answers. They differ in their status: under `application/json`, 200 says that a
/// GraphQL answer follows, whatever it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Media {
    Json,
    GraphqlResponse,
}

impl Media {
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json; charset=utf-8",
            Self::GraphqlResponse => "application/graphql-response+json; charset=utf-8",
        }
    }

    /// The status of a reply to a request that was well formed.
    pub fn status(self, reply: &Reply) -> StatusCode {
        match (reply.class, reply.code()) {
            (Class::Executed, _) => StatusCode::OK,
            (Class::NotByGet, _) => StatusCode::METHOD_NOT_ALLOWED,
            (Class::Refused, Some("UNAUTHENTICATED")) => StatusCode::UNAUTHORIZED,
            (Class::Refused, Some("FORBIDDEN")) => StatusCode::FORBIDDEN,
            (Class::Refused, Some("RATE_LIMITED")) => StatusCode::TOO_MANY_REQUESTS,
            (Class::Refused, Some("INTERNAL")) => StatusCode::INTERNAL_SERVER_ERROR,
            (Class::Refused, _) if self == Self::Json => StatusCode::OK,
            (Class::Refused, _) => StatusCode::BAD_REQUEST,
        }
    }
}

/// The media type the client likes best. Without `Accept`, and for a wildcard, plain JSON; nothing
/// when it takes neither.
pub fn accepted(headers: &HeaderMap) -> Option<Media> {
    let mut best: Option<((u16, bool), Media)> = None;
    let mut asked = false;
    for header in headers.get_all(ACCEPT) {
        for range in header.to_str().ok()?.split(',') {
            let mut parts = range.split(';').map(str::trim);
            let name = parts.next().unwrap_or_default().to_ascii_lowercase();
            asked |= !name.is_empty();
            let (media, named) = match name.as_str() {
                "application/graphql-response+json" => (Media::GraphqlResponse, true),
                "application/json" => (Media::Json, true),
                "application/*" | "*/*" => (Media::Json, false),
                _ => continue,
            };
            let quality = parts.find_map(|part| part.strip_prefix("q="));
            let quality = quality.map_or(Ok(1.0), str::parse::<f32>).unwrap_or(0.0);
            let rank = ((quality.clamp(0.0, 1.0) * 1000.0) as u16, named);
            if rank.0 > 0 && best.is_none_or(|(best, _)| rank > best) {
                best = Some((rank, media));
            }
        }
    }
    match best {
        Some((_, media)) => Some(media),
        None => (!asked).then_some(Media::Json),
    }
}

/// Whether the body is plain JSON in UTF-8. Nothing else acts: what a form of another site can
/// send is not JSON.
pub fn is_json(headers: &HeaderMap) -> bool {
    let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let encoding = headers.get(CONTENT_ENCODING);
    let mut parts = content_type.unwrap_or_default().split(';').map(str::trim);
    let name = parts.next().unwrap_or_default();
    let utf8 = |part: &str| match part.split_once('=') {
        Some((name, value)) if name.trim().eq_ignore_ascii_case("charset") => {
            let value = value.trim().trim_matches('"');
            value.eq_ignore_ascii_case("utf-8") || value.eq_ignore_ascii_case("utf8")
        }
        _ => true,
    };
    name.eq_ignore_ascii_case("application/json")
        && parts.all(utf8)
        && encoding.is_none_or(|encoding| encoding == "identity")
}

/// Whether a browser sends this for a page of another site, with the cookie of our visitor. `origins` are our own,
/// without a slash at the end.
pub fn is_foreign(headers: &HeaderMap, origins: &[String]) -> bool {
    if !headers.contains_key(COOKIE) {
        return false;
    }
    let site = headers.get("sec-fetch-site");
    if site.is_some_and(|site| site != "same-origin" && site != "none") {
        return true;
    }
    headers.get_all(ORIGIN).iter().any(|origin| {
        let origin = origin.to_str().unwrap_or_default();
        !origins.iter().any(|ours| ours.eq_ignore_ascii_case(origin))
    })
}
