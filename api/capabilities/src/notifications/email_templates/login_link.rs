//! Email with a login link, and with a code if it was requested in a browser.

use askama::Template;

use super::{Language, RenderedEmail, text};

/// Login link with its recipient and purpose.
#[derive(Debug)]
pub struct LoginLink {
    pub language: Language,
    /// Organisation that invited the recipient; `None` for a sign-in.
    pub invited_by: Option<String>,
    pub link: String,
    /// Code in groups; an invitation has none.
    pub code: Option<String>,
}

struct Words {
    greeting: String,
    open: String,
    code: Option<(String, String)>,
    counts: String,
    not_you: String,
    no_reply: String,
}

#[derive(Template)]
#[template(path = "login_link.txt")]
struct Text<'a> {
    words: &'a Words,
    link: &'a str,
}

#[derive(Template)]
#[template(path = "login_link.html")]
struct Html<'a> {
    language: &'static str,
    subject: &'a str,
    words: &'a Words,
    link: &'a str,
}

/// A code in two groups of four digits, for easier reading.
pub fn in_groups(code: &str) -> String {
    match code.split_at_checked(4) {
        Some((first, other)) => format!("{first} {other}"),
        None => code.to_owned(),
    }
}

/// Puts it into words.
pub fn render(login_link: &LoginLink) -> Result<RenderedEmail, askama::Error> {
    let say = |key: &str| text(login_link.language, key, &[]);
    let (subject, words) = match &login_link.invited_by {
        None => (
            say("sign-in-subject"),
            Words {
                greeting: say("sign-in-greeting"),
                open: say("sign-in-open"),
                code: login_link.code.clone().map(|code| (say("sign-in-code"), code)),
                counts: say("sign-in-counts"),
                not_you: say("sign-in-not-you"),
                no_reply: say("no-reply"),
            },
        ),
        Some(organisation) => {
            let named = [("organisation", organisation.clone())];
            (
                text(login_link.language, "invitation-subject", &named),
                Words {
                    greeting: text(login_link.language, "invitation-greeting", &named),
                    open: say("invitation-open"),
                    code: None,
                    counts: say("invitation-counts"),
                    not_you: say("invitation-not-you"),
                    no_reply: say("no-reply"),
                },
            )
        }
    };
    let (words, link) = (&words, login_link.link.as_str());
    let html = Html { language: login_link.language.tag(), subject: &subject, words, link }.render()?;
    Ok(RenderedEmail { text: Text { words, link }.render()? + "\n", html, subject })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds_are_whole_in_every_language() {
        for language in Language::ALL {
            let link = "https://gate.example.org/sign-in/link?id=wayin_1&key=2".to_owned();
            for (invited_by, code) in [(None, Some("1234 5678".to_owned())), (Some("A & B".to_owned()), None)]
            {
                let worded =
                    render(&LoginLink { language, invited_by: invited_by.clone(), link: link.clone(), code })
                        .unwrap();
                assert!(worded.text.contains(&link) && worded.html.contains("id=wayin_1&#38;key=2"));
                assert_eq!(worded.text.contains("1234 5678"), invited_by.is_none());
                for words in [&worded.subject, &worded.text, &worded.html] {
                    assert!(!words.contains("sign-in-") && !words.contains("invitation-"), "{words}");
                    assert!(!words.contains('{') && !words.contains("\n\n\n"), "{words}");
                }
                // A code in the subject would be read on a locked screen.
                assert!(!worded.subject.contains("1234"));
            }
        }
    }
}
