//! Coming in: who one is, and in which language one reads.

mod form;
mod language;

use axum::Router;

use crate::AppState;

pub fn routes() -> Router<AppState> {
    Router::new().merge(form::routes()).merge(language::routes())
}

/// A path on this site, or the front page for anything else: a link must not lead somebody astray.
fn same_site(next: &str) -> &str {
    let plain = next.starts_with('/')
        && !next.starts_with("//")
        && next.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if plain { next } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::same_site;

    #[test]
    fn only_paths_of_this_site_are_followed() {
        assert_eq!(same_site("/referrals?side=SENT"), "/referrals?side=SENT");
        for astray in
            ["", "//evil.example", "https://evil.example", "/\\evil.example", "/a\nb", "javascript:alert(1)"]
        {
            assert_eq!(same_site(astray), "/", "{astray}");
        }
    }
}
