//! A real mail server on this machine, in the mood that a test gives it, and certificates for it.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, date_time_ymd};
use serde_json::{Value, json};

use crate::folder::Folder;
use crate::waiting::until_now;

/// A letter that the server took.
#[derive(Clone, Debug)]
pub struct Taken {
    pub to: String,
    pub from: String,
    pub secure: bool,
    /// As it came over the line.
    pub text: String,
}

impl Taken {
    /// The value of a header that stands on one line.
    pub fn header(&self, name: &str) -> String {
        let lines = self.text.lines().take_while(|line| !line.is_empty());
        let value = lines.filter_map(|line| line.split_once(": ")).find(|(known, _)| *known == name);
        value.map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
    }
}

pub struct EmailServer {
    child: Child,
    said: Arc<Mutex<Vec<Value>>>,
    pub port: u16,
}

impl EmailServer {
    /// Starts one; what its mood can be says `smtp.mjs`.
    pub fn start(mood: Value) -> EmailServer {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("smtp.mjs");
        let mut child = Command::new("node")
            .arg(script)
            .arg(mood.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("Node.js is there");
        let out = child.stdout.take().expect("it was asked to be piped");
        let said = Arc::new(Mutex::new(Vec::new()));
        let heard = said.clone();
        std::thread::spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                let what = serde_json::from_str(&line).unwrap_or_else(|_| panic!("no JSON: {line}"));
                heard.lock().expect("nobody panics while holding it").push(what);
            }
        });
        let mut server = EmailServer { child, said, port: 0 };
        server.port = until_now("the mail server's port", || {
            let port = server.all("port").first().and_then(Value::as_u64);
            port.and_then(|port| u16::try_from(port).ok())
        });
        server
    }

    /// All that it said of one thing, in order.
    pub fn all(&self, what: &str) -> Vec<Value> {
        let said = self.said.lock().expect("nobody panics while holding it");
        said.iter().filter_map(|line| line.get(what)).cloned().collect()
    }

    /// The letters that it took, in order.
    pub fn taken(&self) -> Vec<Taken> {
        let text = |letter: &Value, name: &str| letter[name].as_str().unwrap_or_default().to_owned();
        let of = |letter: Value| Taken {
            to: letter["to"][0].as_str().unwrap_or_default().to_owned(),
            from: text(&letter, "from"),
            secure: letter["secure"] == true,
            text: text(&letter, "text"),
        };
        self.all("letter").into_iter().map(of).collect()
    }

    /// The same for one receiver.
    pub fn taken_for(&self, email: &str) -> Vec<Taken> {
        self.taken().into_iter().filter(|letter| letter.to == email).collect()
    }
}

impl Drop for EmailServer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An authority of the tests' own, and a server's certificate that it vouches for; as files.
pub struct Certificates {
    folder: Folder,
}

impl Certificates {
    pub fn valid() -> Certificates {
        Self::until(2090)
    }

    /// Ones that were good until some years ago.
    pub fn expired() -> Certificates {
        Self::until(2020)
    }

    fn until(year: i32) -> Certificates {
        let folder = Folder::new("certificates");
        let write = |name: &str, text: String| {
            std::fs::write(folder.join(name), text).expect("a file can be written below target");
        };
        let mut authority = CertificateParams::new(Vec::new()).expect("it names nobody");
        authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        authority.distinguished_name.push(DnType::CommonName, "Authority of the tests");
        let authority_key = KeyPair::generate().expect("a key can be made");
        let certificate = authority.self_signed(&authority_key).expect("it can sign itself");
        write("ca.pem", certificate.pem());
        let issuer = Issuer::new(authority, authority_key);
        let mut server = CertificateParams::new(vec!["localhost".to_owned()]).expect("it is a name");
        (server.not_before, server.not_after) = (date_time_ymd(2019, 1, 1), date_time_ymd(year, 1, 1));
        let key = KeyPair::generate().expect("a key can be made");
        let certificate = server.signed_by(&key, &issuer).expect("the authority can sign");
        write("server.pem", certificate.pem());
        write("server.key", key.serialize_pem());
        Certificates { folder }
    }

    fn path(&self, name: &str) -> String {
        self.folder.join(name).to_string_lossy().into_owned()
    }

    /// The authority's certificate.
    pub fn ca(&self) -> String {
        self.path("ca.pem")
    }

    /// A mood in which a server shows its certificate, with what else it has.
    pub fn mood(&self, security: &str, more: Value) -> Value {
        let mut mood =
            json!({ "security": security, "key": self.path("server.key"), "cert": self.path("server.pem") });
        for (name, value) in more.as_object().into_iter().flatten() {
            mood[name] = value.clone();
        }
        mood
    }
}
