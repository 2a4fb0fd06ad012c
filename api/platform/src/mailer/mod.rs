//! The mailer: emails and how they are sent. Independent of every capability.

mod smtp;

use std::sync::Arc;

use entities::{codes::EmailFailure, instant::Instant};
use uuid::Uuid;

pub use smtp::{Smtp, SmtpConnection};

use crate::config::Config;

/// Sender address and connection settings of emails.
#[derive(Default)]
pub struct Mailer {
    /// The address that users type, for links.
    pub public_url: String,
    /// `None` if no mail server is set up; emails stay in the outbox then.
    smtp: Option<Arc<Smtp>>,
}

impl Mailer {
    /// The mailer of these settings; an error says which setting is wrong.
    pub fn of(config: &Config) -> Result<Self, String> {
        let smtp = config.email.as_ref().map(|email| Smtp::new(email, &config.public_url)).transpose()?;
        Ok(Self { public_url: config.public_url.clone(), smtp: smtp.map(Arc::new) })
    }

    /// A new connection to the mail server; `None` if none is set up.
    pub fn connection(&self) -> Option<SmtpConnection> {
        self.smtp.clone().map(SmtpConnection::new)
    }
}

/// An email, ready to be sent.
#[derive(Clone, Debug)]
pub struct OutgoingEmail {
    /// The same at every attempt, so that a recipient who gets it twice recognises the repetition.
    pub id: Uuid,
    pub at: Instant,
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// BCP 47.
    pub language: &'static str,
    /// Page where the recipient changes the notification preferences; empty for an email that they requested.
    pub choices: Option<String>,
}

/// Reason why an email was not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeliveryError {
    pub fault: EmailFailure,
    /// Reply code of the mail server; its text may contain the recipient.
    pub code: Option<u16>,
    /// Whether every other email would fail in the same way.
    pub all: bool,
}
