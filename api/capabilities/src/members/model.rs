//! Words and numbers of coming in. No I/O.

use entities::described_enum;

described_enum! {
    /// Field of a membership that a change may concern.
    MemberField {
        Role = "role": "Role.",
        EndsOn = "endsOn": "Last day of the membership.",
    }
}

/// Validity of a login link for sign-in, in seconds.
pub const SIGN_IN_SECONDS: i64 = 15 * 60;
/// For how long an invitation counts.
pub const INVITATION_SECONDS: i64 = 7 * 86_400;
/// Number of attempts with a code.
pub const TRIES: i32 = 5;
/// Number of emails that one address may request in an hour; more are not sent, without notice.
pub const ASKS_AN_HOUR: u64 = 5;
/// For how long a session counts, however busy: a working day.
pub const SESSION_SECONDS: i64 = 12 * 3_600;
/// Tokens of one member that count at a time.
pub const TOKENS: u64 = 20;
/// The longest that a token counts, in days.
pub const TOKEN_DAYS: u32 = 366;

/// Whether a text has the form of an email address. Whether it is read shows at the first sign-in.
pub fn is_address(text: &str) -> bool {
    let text = text.trim();
    let plain = text.len() <= 254 && !text.contains(|c: char| c.is_whitespace() || c.is_control());
    let parts = text.rsplit_once('@');
    plain
        && text.parse::<lettre::Address>().is_ok()
        && parts.is_some_and(|(name, domain)| !name.is_empty() && domain.contains('.'))
}

/// Digits of a code as it was typed.
pub fn digits(code: &str) -> String {
    code.chars().filter(char::is_ascii_digit).collect()
}

/// Name of the browser and system from the user agent, so that a member recognises their own sessions. Empty if
/// unknown.
pub fn browser_name(user_agent: &str) -> String {
    // Each browser also names those below it, so the first match counts.
    let browsers = [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    let systems = [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("CrOS", "ChromeOS"),
        ("Macintosh", "macOS"),
        ("Linux", "Linux"),
    ];
    let first = |known: &[(&str, &'static str)]| {
        known.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
    };
    let words: Vec<&str> = [first(&browsers), first(&systems)].into_iter().flatten().collect();
    words.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_name_and_a_domain() {
        for good in ["ona@parish.example", " Ona.Petraite+gate@mail.parish.example "] {
            assert!(is_address(good), "{good}");
        }
        let long = format!("{}@example.org", "a".repeat(300));
        for bad in ["", "ona", "@example.org", "ona@", "ona@localhost", "a b@example.org", "a@b@c.d", &long] {
            assert!(!is_address(bad), "{bad}");
        }
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        assert_eq!(digits(" 1234-56 78\n"), "12345678");
    }

    #[test]
    fn a_browser_is_known_by_its_name() {
        let windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0";
        assert_eq!(browser_name(windows), "Firefox, Windows");
        let edge = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140 Safari/537.36 Edg/140";
        assert_eq!(browser_name(edge), "Edge, Windows");
        let phone = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140 Mobile Safari/537.36";
        assert_eq!(browser_name(phone), "Chrome, Android");
        assert_eq!(browser_name("<script>"), "");
    }
}
