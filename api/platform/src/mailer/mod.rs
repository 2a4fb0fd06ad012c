//! The post: what a letter is, and how it leaves the house. Knows no capability.

mod smtp;

use std::sync::Arc;

use entities::{codes::EmailFailure, instant::Instant};
use uuid::Uuid;

pub use smtp::{Smtp, SmtpConnection};

use crate::config::Config;

/// Where letters come from, and how they go.
#[derive(Default)]
pub struct Mailer {
    /// The address that users type, for links.
    pub public_url: String,
    /// Nothing where no mail server is set up: letters are kept then.
    smtp: Option<Arc<Smtp>>,
}

impl Mailer {
    /// The post as it is set up; an error says what is wrong with its settings.
    pub fn of(config: &Config) -> Result<Self, String> {
        let smtp = config.email.as_ref().map(|email| Smtp::new(email, &config.public_url)).transpose()?;
        Ok(Self { public_url: config.public_url.clone(), smtp: smtp.map(Arc::new) })
    }

    /// Somebody who carries letters to the mail server; nobody where none is set up.
    pub fn connection(&self) -> Option<SmtpConnection> {
        self.smtp.clone().map(SmtpConnection::new)
    }
}

/// A letter, ready to be sent.
#[derive(Clone, Debug)]
pub struct OutgoingEmail {
    /// The same whenever it is sent again, so that whoever gets it twice sees that it is one.
    pub id: Uuid,
    pub at: Instant,
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// BCP 47.
    pub language: &'static str,
    /// Where its receiver chooses which letters to get; empty for one that they asked for.
    pub choices: Option<String>,
}

/// Why a letter was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeliveryError {
    pub fault: EmailFailure,
    /// What the mail server answered, as a number: its words may name the receiver.
    pub code: Option<u16>,
    /// Whether it would be the same with every other letter.
    pub all: bool,
}
