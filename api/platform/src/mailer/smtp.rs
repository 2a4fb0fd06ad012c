//! SMTP over TLS. Each step is taken separately, because the meaning of a rejection depends on the step: a rejected
//! sender must not count against a recipient.

use std::{
    error::Error as _,
    fmt::{self, Display, Formatter},
    sync::Arc,
    time::{Duration, UNIX_EPOCH},
};

use entities::codes::EmailFailure;
use lettre::{
    Address, Message,
    message::{
        Mailbox, MultiPart,
        header::{HeaderName, HeaderValue},
    },
    transport::smtp::{
        Error,
        authentication::{Credentials, Mechanism},
        client::{AsyncSmtpConnection, Certificate, TlsParameters},
        commands::{Data, Mail, Rcpt, Rset},
        extension::ClientId,
    },
};
use tokio::time::timeout;

use super::{DeliveryError, OutgoingEmail};
use crate::config::{EmailServer, Password, Security};

/// Longest wait for the greeting of the mail server.
const GREETING: Duration = Duration::from_secs(20);
/// Longest duration of one email.
const PATIENCE: Duration = Duration::from_secs(60);

/// A mail server, and how this installation introduces itself.
pub struct Smtp {
    host: String,
    port: u16,
    security: Security,
    tls: Option<TlsParameters>,
    credentials: Option<Credentials>,
    from: Mailbox,
    /// The host that users type: our name to the server, and the right half of a Message-ID.
    name: String,
}

impl Smtp {
    /// Checks the settings that only the mail library can check.
    pub fn new(email: &EmailServer, public_url: &str) -> Result<Self, String> {
        let from = email
            .from
            .parse()
            .map_err(|error| format!("THROUGHGATE_MAIL_FROM is not an email address ({error})"))?;
        let tls = match email.security {
            Security::None => None,
            Security::Tls | Security::StartTls => Some(tls(email)?),
        };
        let name = public_url.rsplit('/').next().unwrap_or_default();
        let name = name.rsplit_once(':').map_or(name, |(host, _)| host).to_owned();
        Ok(Self {
            host: email.host.clone(),
            port: email.port,
            security: email.security,
            tls,
            credentials: email.login.as_ref().map(credentials).transpose()?,
            from,
            name,
        })
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Error> {
        let hello = ClientId::Domain(self.name.clone());
        let at_once = self.tls.clone().filter(|_| self.security == Security::Tls);
        let server = (self.host.as_str(), self.port);
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(server, Some(GREETING), &hello, at_once, None).await?;
        if let (Security::StartTls, Some(tls)) = (self.security, &self.tls) {
            connection.starttls(tls.clone(), &hello).await?;
        }
        if let Some(credentials) = &self.credentials {
            connection.auth(&[Mechanism::Plain, Mechanism::Login], credentials).await?;
        }
        Ok(connection)
    }

    /// The email in the format of the protocol.
    fn write(&self, outgoing: &OutgoingEmail, to: Address) -> Result<String, String> {
        let at = UNIX_EPOCH + Duration::from_micros(outgoing.at.0.max(0).unsigned_abs());
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(&outgoing.subject)
            .date(at)
            .message_id(Some(format!("<{}@{}>", outgoing.id.simple(), self.name)))
            .multipart(MultiPart::alternative_plain_html(outgoing.text.clone(), outgoing.html.clone()))
            .map_err(|error| error.to_string())?;
        let choices = outgoing.choices.as_ref().map(|page| ("List-Unsubscribe", format!("<{page}>")));
        let always = [
            // Marks an automatic email, which machines must not answer.
            ("Auto-Submitted", "auto-generated".to_owned()),
            ("Content-Language", outgoing.language.to_owned()),
        ];
        for (name, value) in always.into_iter().chain(choices) {
            let name = HeaderName::new_from_ascii_str(name);
            message.headers_mut().insert_raw(HeaderValue::new(name, value));
        }
        String::from_utf8(message.formatted()).map_err(|error| error.utf8_error().to_string())
    }
}

fn credentials((user, password): &(String, Password)) -> Result<Credentials, String> {
    let password = match password {
        Password::Given(given) => given.clone(),
        Password::File(file) => std::fs::read_to_string(file)
            .map_err(|error| format!("THROUGHGATE_SMTP_PASSWORD_FILE cannot be read ({error})"))?
            .trim_end_matches(['\r', '\n'])
            .to_owned(),
    };
    Ok(Credentials::new(user.clone(), password))
}

fn tls(email: &EmailServer) -> Result<TlsParameters, String> {
    let mut parameters = TlsParameters::builder(email.host.clone());
    if let Some(file) = &email.ca_file {
        let unusable =
            |error: &dyn std::fmt::Display| format!("THROUGHGATE_SMTP_CA_FILE cannot be used ({error})");
        let pem = std::fs::read(file).map_err(|error| unusable(&error))?;
        let certificate = Certificate::from_pem(&pem).map_err(|error| unusable(&error))?;
        parameters = parameters.add_root_certificate(certificate);
    }
    parameters.build_rustls().map_err(|error| format!("TLS cannot be set up ({error})"))
}

/// Sends emails over one connection, one after the other.
pub struct SmtpConnection {
    smtp: Arc<Smtp>,
    connection: Option<AsyncSmtpConnection>,
}

/// Step of the protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// To let us begin, and to send from our address.
    Begin,
    /// To accept a recipient.
    Receiver,
    /// To accept the contents.
    Content,
}

impl SmtpConnection {
    pub fn new(smtp: Arc<Smtp>) -> Self {
        Self { smtp, connection: None }
    }

    /// Sends an email; after success the mail server is responsible for it.
    pub async fn send(&mut self, outgoing: &OutgoingEmail) -> Result<(), DeliveryError> {
        let refused = |fault| DeliveryError { fault, code: None, all: false };
        // An invalid address is treated like an unknown one; the address is not logged.
        let Ok(to) = outgoing.to.parse::<Address>() else {
            return Err(refused(EmailFailure::AddressRefused));
        };
        let text = self.smtp.write(outgoing, to.clone()).map_err(|error| {
            tracing::error!(email = %outgoing.id, error, "an email cannot be encoded");
            refused(EmailFailure::NotWorded)
        })?;
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => match timeout(GREETING, self.smtp.connect()).await {
                Ok(Ok(connection)) => connection,
                Ok(Err(error)) => return Err(classify(Step::Begin, &error)),
                Err(_) => return Err(DeliveryError { all: true, ..refused(EmailFailure::Unreachable) }),
            },
        };
        let from = self.smtp.from.email.clone();
        match timeout(PATIENCE, hand_over(&mut connection, from, to, &text)).await {
            Ok(Ok(())) => self.connection = Some(connection),
            Ok(Err((step, error))) => {
                let refused = classify(step, &error);
                // After an SMTP reply the connection can be used again; after a broken connection it cannot.
                if error.status().is_some() && connection.command(Rset).await.is_ok() {
                    self.connection = Some(connection);
                }
                return Err(refused);
            }
            Err(_) => return Err(refused(EmailFailure::Unreachable)),
        }
        Ok(())
    }

    /// Closes the connection.
    pub async fn leave(self) {
        if let Some(mut connection) = self.connection {
            let _ = timeout(Duration::from_secs(2), connection.quit()).await;
        }
    }
}

async fn hand_over(
    connection: &mut AsyncSmtpConnection,
    from: Address,
    to: Address,
    text: &str,
) -> Result<(), (Step, Error)> {
    let at = |step| move |error| (step, error);
    connection.command(Mail::new(Some(from), Vec::new())).await.map_err(at(Step::Begin))?;
    connection.command(Rcpt::new(to, Vec::new())).await.map_err(at(Step::Receiver))?;
    connection.command(Data).await.map_err(at(Step::Content))?;
    connection.command(Content(text)).await.map_err(at(Step::Content))?;
    Ok(())
}

/// Contents and terminator in one piece. The library writes them separately, and the second then waits until the
/// server has acknowledged the first: 40 ms for each email.
struct Content<'a>(&'a str);

impl Display for Content<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (n, line) in self.0.split("\r\n").enumerate() {
            f.write_str(if n == 0 { "" } else { "\r\n" })?;
            // A line that begins with a dot is no end (RFC 5321, 4.5.2).
            f.write_str(if line.starts_with('.') { "." } else { "" })?;
            f.write_str(line)?;
        }
        f.write_str("\r\n.\r\n")
    }
}

/// Meaning of a failure, depending on the step.
fn classify(step: Step, error: &Error) -> DeliveryError {
    let code = error.status().map(u16::from);
    let fault = if error.is_transient() {
        EmailFailure::Later
    } else if error.is_permanent() {
        refused_for(step, &error.source().map(ToString::to_string).unwrap_or_default())
    } else if is_untrusted(error) {
        EmailFailure::Untrusted
    } else {
        EmailFailure::Unreachable
    };
    DeliveryError { fault, code, all: step == Step::Begin }
}

/// Meaning of a permanent rejection. One for reasons of policy (RFC 3463: 5.7) concerns this installation, whatever
/// the step.
fn refused_for(step: Step, says: &str) -> EmailFailure {
    match step {
        Step::Begin => EmailFailure::NotAllowed,
        Step::Receiver if says.starts_with("5.7.") => EmailFailure::NotAllowed,
        Step::Receiver => EmailFailure::AddressRefused,
        Step::Content => EmailFailure::NotWanted,
    }
}

/// Whether the server could not prove who it is, or does not offer to speak in secret.
fn is_untrusted(error: &Error) -> bool {
    let mut source = error.source();
    while let Some(cause) = source {
        let io = cause.downcast_ref::<std::io::Error>();
        if io.is_some_and(|io| io.kind() == std::io::ErrorKind::InvalidData) {
            return true;
        }
        source = cause.source();
    }
    error.is_tls() || error.is_client()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_held_against_a_receiver_is_the_receivers() {
        assert_eq!(refused_for(Step::Receiver, "5.1.1 no such user"), EmailFailure::AddressRefused);
        assert_eq!(refused_for(Step::Receiver, "unknown"), EmailFailure::AddressRefused);
        assert_eq!(refused_for(Step::Receiver, "5.7.1 relaying denied"), EmailFailure::NotAllowed);
        assert_eq!(refused_for(Step::Begin, "5.1.1"), EmailFailure::NotAllowed);
        assert_eq!(refused_for(Step::Content, "5.6.0"), EmailFailure::NotWanted);
    }

    #[test]
    fn a_letter_has_all_that_it_needs_in_letters_that_any_server_takes() {
        let email = EmailServer {
            host: "localhost".into(),
            port: 25,
            security: Security::None,
            login: None,
            from: "Throughgate <gate@example.org>".into(),
            ca_file: None,
        };
        let smtp = Smtp::new(&email, "https://gate.example.org:8443").unwrap();
        let outgoing = OutgoingEmail {
            id: uuid::Uuid::from_u128(7),
            at: entities::instant::Instant(1_764_000_000_000_000),
            to: "rasa@ngo.example".into(),
            subject: "Jūsų laukia nukreipimas\r\nBcc: all@example.org".into(),
            text: "Žodžiai\n.\nir toliau".into(),
            html: "<p>Žodžiai</p>".into(),
            language: "lt",
            choices: Some("https://gate.example.org:8443/notices/choices".into()),
        };
        let text = smtp.write(&outgoing, outgoing.to.parse().unwrap()).unwrap();
        assert!(text.is_ascii(), "{text}");
        for line in [
            "Message-ID: <00000000000000000000000000000007@gate.example.org>\r\n",
            "Auto-Submitted: auto-generated\r\n",
            "List-Unsubscribe: <https://gate.example.org:8443/notices/choices>\r\n",
            "Content-Language: lt\r\n",
            "Date: Mon, 24 Nov 2025 16:00:00 +0000\r\n",
            "To: rasa@ngo.example\r\n",
        ] {
            assert!(text.contains(line), "{line}{text}");
        }
        assert!(!text.contains("\r\nBcc:"), "{text}");
        assert!(text.contains("text/plain") && text.contains("text/html"));
    }

    #[test]
    fn a_dot_at_the_beginning_of_a_line_is_no_end() {
        assert_eq!(Content("a\r\n.\r\n.b\r\nc.").to_string(), "a\r\n..\r\n..b\r\nc.\r\n.\r\n");
        assert_eq!(Content(".").to_string(), "..\r\n.\r\n");
    }
}
