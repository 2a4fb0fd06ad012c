//! Every setting, its default and its check. Nothing else reads the environment.

use std::{net::SocketAddr, path::PathBuf};

/// Settings of the program.
#[derive(Clone, Debug)]
pub struct Config {
    /// Address to listen on; `THROUGHGATE_LISTEN`.
    pub listen: SocketAddr,
    /// The address that users type, without a slash at its end; `THROUGHGATE_PUBLIC_URL`.
    pub public_url: String,
    /// Database; `DATABASE_URL`, else an SQLite file in the data folder.
    pub database: Database,
    /// Folder of the embedded database and its key; `THROUGHGATE_DATA`.
    pub data: PathBuf,
    /// The master key; `THROUGHGATE_MASTER_KEY` or `THROUGHGATE_MASTER_KEY_FILE`.
    pub master_key: MasterKey,
    /// Another master key that rows may be wrapped by, while it is changed;
    /// `THROUGHGATE_MASTER_KEY_OTHER_FILE`.
    pub other_master_key: Option<PathBuf>,
    /// Mail server; `THROUGHGATE_SMTP_URL` and its related settings. Without one, emails stay in the outbox.
    pub email: Option<EmailServer>,
    /// Connections to the database; `THROUGHGATE_DATABASE_CONNECTIONS`.
    pub database_connections: u32,
    /// Browser and API connections at once; `THROUGHGATE_CONNECTIONS`.
    pub connections: usize,
    /// Threads that answer; `THROUGHGATE_THREADS`, else one for each processor.
    pub threads: usize,
    /// Whether `serve` also runs the background jobs; `THROUGHGATE_WORKER=off` if a worker runs separately.
    pub worker: bool,
    /// Address that serves only `/metrics`; `THROUGHGATE_METRICS_LISTEN`, none if not set.
    pub metrics_listen: Option<SocketAddr>,
    /// Log lines as JSON; `THROUGHGATE_LOG_FORMAT=json`.
    pub json_logs: bool,
    /// Log filter in the syntax of tracing; `THROUGHGATE_LOG`.
    pub log: String,
}

#[derive(Clone, Debug)]
pub enum Database {
    /// A file in the data folder.
    Embedded,
    /// `postgres://…` or `sqlite://…`.
    Url(String),
}

#[derive(Clone)]
pub enum MasterKey {
    /// 64 hexadecimal digits.
    Given([u8; 32]),
    /// A file that holds them.
    File(PathBuf),
    /// Created in the data folder at the first start; only for the embedded database.
    Made,
}

impl std::fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Given(_) => "MasterKey(given)",
            Self::File(_) => "MasterKey(file)",
            Self::Made => "MasterKey(made)",
        })
    }
}

/// Mail server.
#[derive(Clone)]
pub struct EmailServer {
    pub host: String,
    pub port: u16,
    pub security: Security,
    /// `THROUGHGATE_SMTP_USER` and its password.
    pub login: Option<(String, Password)>,
    /// Sender of emails; `THROUGHGATE_MAIL_FROM`.
    pub from: String,
    /// Certificate authority of the mail server, if it is not publicly trusted; `THROUGHGATE_SMTP_CA_FILE`.
    pub ca_file: Option<PathBuf>,
}

/// Encryption of the connection to the mail server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// From the first byte on: `smtps://`.
    Tls,
    /// After a word in clear: `smtp://…?starttls`.
    StartTls,
    /// Not at all, to a server on this machine.
    None,
}

#[derive(Clone)]
pub enum Password {
    /// `THROUGHGATE_SMTP_PASSWORD`
    Given(String),
    /// `THROUGHGATE_SMTP_PASSWORD_FILE`
    File(PathBuf),
}

impl std::fmt::Debug for EmailServer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "MailServer({}:{}, {:?})", self.host, self.port, self.security)
    }
}

/// A setting that cannot be used, in a sentence with the correction.
#[derive(Debug, thiserror::Error)]
#[error("{setting} {reason}")]
pub struct ConfigError {
    pub setting: &'static str,
    pub reason: String,
}

fn bad(setting: &'static str, reason: impl Into<String>) -> ConfigError {
    ConfigError { setting, reason: reason.into() }
}

impl Config {
    /// Reads the process's environment.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
    pub fn from_process() -> Result<Self, ConfigError> {
        Self::from_env(&|name| std::env::var(name).ok())
    }

    /// Reads settings by name; an empty one counts as not given.
    pub fn from_env(env: &dyn Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let get = |name: &str| env(name).map(|v| v.trim().to_owned()).filter(|v| !v.is_empty());
        let listen = get("THROUGHGATE_LISTEN").unwrap_or_else(|| "127.0.0.1:8080".to_owned());
        let listen = socket("THROUGHGATE_LISTEN", &listen, "127.0.0.1:8080")?;
        let public_url = public_url(get("THROUGHGATE_PUBLIC_URL"), listen)?;
        let database = database(get("DATABASE_URL"))?;
        let master_key = master_key(
            get("THROUGHGATE_MASTER_KEY"),
            get("THROUGHGATE_MASTER_KEY_FILE"),
            matches!(database, Database::Embedded),
        )?;
        Ok(Self {
            listen,
            public_url,
            database,
            data: get("THROUGHGATE_DATA").unwrap_or_else(|| "data".to_owned()).into(),
            master_key,
            other_master_key: get("THROUGHGATE_MASTER_KEY_OTHER_FILE").map(PathBuf::from),
            email: email_server(&get)?,
            database_connections: number(
                "THROUGHGATE_DATABASE_CONNECTIONS",
                get("THROUGHGATE_DATABASE_CONNECTIONS"),
                16,
                1..=500,
            )?,
            connections: number("THROUGHGATE_CONNECTIONS", get("THROUGHGATE_CONNECTIONS"), 1024, 1..=65_535)?
                as usize,
            threads: number("THROUGHGATE_THREADS", get("THROUGHGATE_THREADS"), processors(), 1..=256)?
                as usize,
            worker: match get("THROUGHGATE_WORKER").as_deref() {
                None | Some("on") => true,
                Some("off") => false,
                Some(_) => return Err(bad("THROUGHGATE_WORKER", "must be on or off")),
            },
            metrics_listen: metrics_listen(get("THROUGHGATE_METRICS_LISTEN"), listen)?,
            json_logs: match get("THROUGHGATE_LOG_FORMAT").as_deref() {
                None | Some("text") => false,
                Some("json") => true,
                Some(_) => return Err(bad("THROUGHGATE_LOG_FORMAT", "must be text or json")),
            },
            log: get("THROUGHGATE_LOG").unwrap_or_else(|| "info,sqlx=warn,sea_orm_migration=warn".to_owned()),
        })
    }

    /// Whether cookies are sent over TLS only.
    pub fn secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// Whether other machines can reach the program.
    pub fn is_public(&self) -> bool {
        let authority = self.public_url.split("://").nth(1).unwrap_or_default();
        let host = match authority.strip_prefix('[') {
            Some(rest) => rest.split(']').next(),
            None => authority.split(':').next(),
        };
        let host = host.unwrap_or_default();
        let here = host == "localhost" || host.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback());
        !self.listen.ip().is_loopback() || !here
    }
}

fn socket(setting: &'static str, text: &str, like: &str) -> Result<SocketAddr, ConfigError> {
    text.parse().map_err(|error: std::net::AddrParseError| {
        bad(setting, format!("must be an address and a port, like {like} ({error})"))
    })
}

fn metrics_listen(given: Option<String>, listen: SocketAddr) -> Result<Option<SocketAddr>, ConfigError> {
    const NAME: &str = "THROUGHGATE_METRICS_LISTEN";
    let Some(text) = given else { return Ok(None) };
    let at = socket(NAME, &text, "127.0.0.1:9187")?;
    if at.port() == listen.port() {
        return Err(bad(
            NAME,
            "must be another port than that of THROUGHGATE_LISTEN, which browsers can reach",
        ));
    }
    Ok(Some(at))
}

fn processors() -> u32 {
    let found = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    u32::try_from(found).unwrap_or(1).clamp(1, 256)
}

fn public_url(given: Option<String>, listen: SocketAddr) -> Result<String, ConfigError> {
    let Some(url) = given else { return Ok(format!("http://{listen}")) };
    let url = url.trim_end_matches('/').to_owned();
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains('/') => Ok(url),
        _ => Err(bad(
            "THROUGHGATE_PUBLIC_URL",
            "must be an address such as https://gate.example.org, without a path",
        )),
    }
}

fn database(given: Option<String>) -> Result<Database, ConfigError> {
    match given {
        None => Ok(Database::Embedded),
        Some(url) if ["postgres://", "postgresql://", "sqlite:"].iter().any(|p| url.starts_with(p)) => {
            Ok(Database::Url(url))
        }
        Some(_) => Err(bad("DATABASE_URL", "must begin with postgres:// or sqlite:")),
    }
}

fn master_key(given: Option<String>, file: Option<String>, embedded: bool) -> Result<MasterKey, ConfigError> {
    match (given, file) {
        (Some(_), Some(_)) => Err(bad(
            "THROUGHGATE_MASTER_KEY",
            "and THROUGHGATE_MASTER_KEY_FILE are both set; keep one of them",
        )),
        (Some(hex), None) => parse_key(&hex).map(MasterKey::Given).ok_or_else(|| {
            bad("THROUGHGATE_MASTER_KEY", "must be 64 hexadecimal digits (openssl rand -hex 32)")
        }),
        (None, Some(file)) => Ok(MasterKey::File(file.into())),
        (None, None) if embedded => Ok(MasterKey::Made),
        (None, None) => Err(bad(
            "THROUGHGATE_MASTER_KEY_FILE",
            "(or THROUGHGATE_MASTER_KEY) must be set together with DATABASE_URL: without the key, nothing encrypted can be \
             read. Create one with: openssl rand -hex 32",
        )),
    }
}

fn email_server(get: &dyn Fn(&str) -> Option<String>) -> Result<Option<EmailServer>, ConfigError> {
    let Some(url) = get("THROUGHGATE_SMTP_URL") else {
        return match ["THROUGHGATE_SMTP_USER", "THROUGHGATE_MAIL_FROM"]
            .into_iter()
            .find(|name| get(name).is_some())
        {
            Some(without) => Err(bad(without, "is set, and THROUGHGATE_SMTP_URL must be set with it")),
            None => Ok(None),
        };
    };
    let (host, port, security) = email_address(&url).ok_or_else(|| {
        bad(
            "THROUGHGATE_SMTP_URL",
            "must be an address such as smtps://mail.example.org or smtp://mail.example.org?starttls; without TLS only on this \
             machine, smtp://127.0.0.1:2525",
        )
    })?;
    let from = get("THROUGHGATE_MAIL_FROM").ok_or_else(|| {
        bad(
            "THROUGHGATE_MAIL_FROM",
            "must be set together with THROUGHGATE_SMTP_URL, such as Throughgate <gate@example.org>",
        )
    })?;
    let password = match (get("THROUGHGATE_SMTP_PASSWORD"), get("THROUGHGATE_SMTP_PASSWORD_FILE")) {
        (Some(_), Some(_)) => {
            return Err(bad(
                "THROUGHGATE_SMTP_PASSWORD",
                "and THROUGHGATE_SMTP_PASSWORD_FILE are both set; keep one of them",
            ));
        }
        (Some(given), None) => Some(Password::Given(given)),
        (None, file) => file.map(|file| Password::File(file.into())),
    };
    let login = match (get("THROUGHGATE_SMTP_USER"), password) {
        (Some(user), Some(password)) => Some((user, password)),
        (None, None) => None,
        _ => return Err(bad("THROUGHGATE_SMTP_USER", "and its password must be set together")),
    };
    let ca_file = get("THROUGHGATE_SMTP_CA_FILE").map(PathBuf::from);
    Ok(Some(EmailServer { host, port, security, login, from, ca_file }))
}

/// Host, port and security of the address of a mail server.
fn email_address(url: &str) -> Option<(String, u16, Security)> {
    let (rest, usual, security) = if let Some(rest) = url.strip_prefix("smtps://") {
        (rest, 465, Security::Tls)
    } else if let Some(rest) = url.strip_prefix("smtp://") {
        match rest.strip_suffix("?starttls") {
            Some(rest) => (rest, 587, Security::StartTls),
            None => (rest, 25, Security::None),
        }
    } else {
        return None;
    };
    let rest = rest.trim_end_matches('/');
    let (host, port) = match rest.rsplit_once(':') {
        Some((host, port)) => (host, port.parse().ok()?),
        None => (rest, usual),
    };
    let is_here = host == "localhost" || host.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback());
    let plain = !host.is_empty() && !host.contains(['/', '@', '?', ' ']);
    (plain && (security != Security::None || is_here)).then(|| (host.to_owned(), port, security))
}

/// The 32 bytes of 64 hexadecimal digits.
pub fn parse_key(hex: &str) -> Option<[u8; 32]> {
    let hex = hex.trim();
    if hex.len() != 64 || !hex.is_ascii() {
        return None;
    }
    let mut key = [0; 32];
    for (byte, digits) in key.iter_mut().zip(hex.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
    }
    Some(key)
}

fn number(
    name: &'static str,
    given: Option<String>,
    default: u32,
    range: std::ops::RangeInclusive<u32>,
) -> Result<u32, ConfigError> {
    match given {
        None => Ok(default),
        Some(text) => {
            text.parse().ok().filter(|n| range.contains(n)).ok_or_else(|| {
                bad(name, format!("must be a number from {} to {}", range.start(), range.end()))
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(pairs: &[(&str, &str)]) -> Result<Config, ConfigError> {
        Config::from_env(&|name| pairs.iter().find(|p| p.0 == name).map(|p| p.1.to_owned()))
    }

    #[test]
    fn without_settings_it_is_embedded_and_local() {
        let config = with(&[]).unwrap();
        assert_eq!(config.public_url, "http://127.0.0.1:8080");
        assert!(!config.is_public() && !config.secure());
        for (url, public) in [
            ("http://localhost:9000", false),
            ("http://[::1]:9000", false),
            ("https://gate.example.org", true),
            ("http://127.0.0.1.example.org", true),
        ] {
            assert_eq!(with(&[("THROUGHGATE_PUBLIC_URL", url)]).unwrap().is_public(), public, "{url}");
        }
        assert!(matches!(config.master_key, MasterKey::Made));
    }

    #[test]
    fn a_email_server_is_spoken_to_in_secret_or_is_here() {
        for (url, expected) in [
            ("smtps://mail.example.org", Some(("mail.example.org", 465, Security::Tls))),
            ("smtps://mail.example.org:2465/", Some(("mail.example.org", 2465, Security::Tls))),
            ("smtp://mail.example.org?starttls", Some(("mail.example.org", 587, Security::StartTls))),
            ("smtp://127.0.0.1:2525", Some(("127.0.0.1", 2525, Security::None))),
            ("smtp://localhost", Some(("localhost", 25, Security::None))),
            ("smtp://mail.example.org", None),
            ("smtp://user:secret@127.0.0.1", None),
            ("smtps://", None),
            ("smtps://mail.example.org:port", None),
            ("mail.example.org", None),
        ] {
            let expected = expected.map(|(host, port, security)| (host.to_owned(), port, security));
            assert_eq!(email_address(url), expected, "{url}");
        }
        let login = [
            ("THROUGHGATE_SMTP_URL", "smtps://m"),
            ("THROUGHGATE_MAIL_FROM", "a@b"),
            ("THROUGHGATE_SMTP_USER", "gate"),
            ("THROUGHGATE_SMTP_PASSWORD", "hidden"),
        ];
        let config = with(&login).unwrap();
        assert!(!format!("{config:?}").contains("hidden"));
        assert!(with(&login[..3]).is_err());
    }

    #[test]
    fn bad_settings_are_named() {
        let cases: &[&[(&str, &str)]] = &[
            &[("THROUGHGATE_LISTEN", "8080")],
            &[("THROUGHGATE_PUBLIC_URL", "gate.example.org")],
            &[("DATABASE_URL", "mysql://x")],
            &[("DATABASE_URL", "postgres://x/y")],
            &[("THROUGHGATE_MASTER_KEY", "abc")],
            &[("THROUGHGATE_LOG_FORMAT", "xml")],
            &[("THROUGHGATE_CONNECTIONS", "0")],
            &[("THROUGHGATE_THREADS", "0")],
            &[("THROUGHGATE_WORKER", "yes")],
            &[("THROUGHGATE_METRICS_LISTEN", "9187")],
            &[("THROUGHGATE_METRICS_LISTEN", "127.0.0.2:8080")],
            &[
                ("THROUGHGATE_SMTP_URL", "smtp://mail.example.org"),
                ("THROUGHGATE_MAIL_FROM", "a@example.org"),
            ],
            &[("THROUGHGATE_SMTP_URL", "smtps://mail.example.org")],
            &[("THROUGHGATE_MAIL_FROM", "a@example.org")],
        ];
        for case in cases {
            let error = with(case).expect_err("refused").to_string();
            assert!(error.contains("must be"), "{error}");
        }
    }
}
