//! The real program as a process of its own, the way its users start it.

use std::fs::File;
use std::io::Read;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::OnceLock;

use serde_json::Value;

use crate::client::{Member, at_once};
use crate::folder::Folder;
use crate::plain_http::{self, Answer};
use crate::waiting::until_now;

/// How the program is to be run: arguments and settings, and nothing of this process's environment.
pub struct Program {
    arguments: Vec<String>,
    settings: Vec<(String, String)>,
    /// What the program writes lies here, beside its data.
    home: PathBuf,
}

/// A run that has come to its end.
#[derive(Debug)]
pub struct Ended {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Program {
    /// With its data in `home/data`, listening on a free port of this machine.
    pub fn new(home: &Folder, arguments: &[&str]) -> Program {
        let program = Program {
            arguments: arguments.iter().map(|&argument| argument.to_owned()).collect(),
            settings: Vec::new(),
            home: home.path().to_owned(),
        };
        let address = free_address();
        program
            .with("THROUGHGATE_DATA", &home.join("data").to_string_lossy())
            .with("THROUGHGATE_LISTEN", &address.to_string())
    }

    /// Sets a setting, or sets it anew.
    pub fn with(mut self, name: &str, value: &str) -> Program {
        self.settings.retain(|(known, _)| known != name);
        self.settings.push((name.to_owned(), value.to_owned()));
        self
    }

    fn address(&self) -> SocketAddr {
        let listen = self.settings.iter().find(|(name, _)| name == "THROUGHGATE_LISTEN");
        listen.and_then(|(_, address)| address.parse().ok()).unwrap_or_else(free_address)
    }

    fn spawn(&self) -> Child {
        let file = |name: &str| File::create(self.home.join(name)).expect("the home can be written to");
        // Killed with the thread that started it, so that no test run leaves one behind.
        Command::new("setpriv")
            .args(["--pdeathsig", "KILL", "--"])
            .arg(executable())
            .args(&self.arguments)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .envs(self.settings.iter().map(|(name, value)| (name, value)))
            .current_dir(&self.home)
            .stdin(Stdio::null())
            .stdout(file("out.txt"))
            .stderr(file("err.txt"))
            .spawn()
            .expect("setpriv is part of every Debian")
    }

    fn written(&self, name: &str) -> String {
        let mut text = String::new();
        let _ = File::open(self.home.join(name)).and_then(|mut file| file.read_to_string(&mut text));
        text
    }

    /// Runs it to its end, which must come by itself.
    pub fn run(&self) -> Ended {
        let mut child = self.spawn();
        let status = wait_for(&mut child, "the program's end");
        Ended { code: status.code(), out: self.written("out.txt"), err: self.written("err.txt") }
    }

    /// Runs it until it has written what is waited for, or has come to its end, and ends it as a power cut does.
    pub fn cut_when(&self, written: impl Fn(&str) -> bool) {
        let mut child = self.spawn();
        until_now("what the program writes", || {
            let ended = child.try_wait().expect("a child can be asked").is_some();
            (ended || written(&self.written("out.txt"))).then_some(())
        });
        let _ = child.kill();
        let _ = child.wait();
    }

    /// Starts what answers to nobody, a worker.
    pub fn start_unheard(self) -> Started {
        let (address, child) = (self.address(), self.spawn());
        Started { program: self, child, address }
    }

    /// Starts it and waits until it answers.
    pub fn start(self) -> Started {
        let address = self.address();
        let mut child = self.spawn();
        until_now("the program's first answer", || {
            if let Ok(Some(status)) = child.try_wait() {
                panic!("ended at once with {status}: {}{}", self.written("out.txt"), self.written("err.txt"));
            }
            plain_http::get(address, "/readyz").ok().filter(|answer| answer.status == 200)
        });
        Started { program: self, child, address }
    }
}

/// The running program. Killed when dropped; [`Started::stop`] asks it to end.
pub struct Started {
    program: Program,
    child: Child,
    pub address: SocketAddr,
}

impl Started {
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub fn get(&self, path: &str) -> Answer {
        plain_http::get(self.address, path).expect("the program answers")
    }

    /// Asks with this token.
    pub fn with_secret(&self, token: &str) -> Member<'static> {
        Member::over_network(self.address, Some(token))
    }

    /// Asks with a token of this member, made by the command line.
    pub fn as_member(&self, email: &str, home: &Folder) -> Member<'static> {
        self.with_secret(&self.token(email, home))
    }

    /// Runs one operation, with a token or as nobody; answers the whole reply.
    pub fn gql(&self, token: Option<&str>, query: &str, variables: Value) -> Value {
        at_once(Member::over_network(self.address, token).gql(query, variables))
    }

    /// The data of an operation that must succeed.
    pub fn data(&self, token: &str, query: &str, variables: Value) -> Value {
        at_once(self.with_secret(token).data(query, variables))
    }

    /// A token as the command line makes one, for the same data.
    pub fn token(&self, member: &str, home: &Folder) -> String {
        let mut command = Program::new(home, &["token", "create", "--member", member]);
        for (name, value) in &self.program.settings {
            command = command.with(name, value);
        }
        let ended = command.run();
        assert_eq!(ended.code, Some(0), "{ended:?}");
        ended.out.trim().to_owned()
    }

    /// What it has written so far: for people on the one side, the log on the other.
    pub fn written(&self) -> (String, String) {
        (self.program.written("out.txt"), self.program.written("err.txt"))
    }

    /// Ends it as a service manager does, and waits until it has.
    pub fn stop(mut self) -> Ended {
        let id = self.child.id().to_string();
        let asked = Command::new("kill").args(["-TERM", &id]).status().expect("kill is part of every Debian");
        assert!(asked.success(), "the program had ended before it was asked to");
        let status = wait_for(&mut self.child, "the program's end after it was asked to");
        let (out, err) = self.written();
        Ended { code: status.code(), out, err }
    }

    /// Its number, for signals.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// Ends it as a power cut does.
    pub fn cut(mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn wait_for(child: &mut Child, what: &str) -> ExitStatus {
    until_now(what, || child.try_wait().expect("a child can be asked"))
}

/// A port that was free a moment ago, on this machine alone.
pub fn free_address() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("this machine has a free port");
    listener.local_addr().expect("a bound port has an address")
}

/// Cargo builds a program only for its own package's tests, so it is asked here, once; it builds what
/// `cargo test` has built, and so nothing anew.
fn executable() -> &'static Path {
    static EXECUTABLE: OnceLock<PathBuf> = OnceLock::new();
    EXECUTABLE.get_or_init(|| {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut build = Command::new(cargo);
        build.args(["build", "--quiet", "--bins", "--tests"]).current_dir(root);
        // What Cargo tells a test of its own package would make the build scripts of some crates, and
        // so nearly everything, run anew.
        let told = std::env::vars_os().map(|(name, _)| name.to_string_lossy().into_owned());
        for name in told.filter(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_"))
        {
            build.env_remove(name);
        }
        let built = build.status().expect("cargo runs these tests");
        assert!(built.success(), "the program can't be built");
        // Tests lie in target/debug/deps, programs one folder above.
        let own = std::env::current_exe().expect("a test knows its own file");
        let folder = own.ancestors().nth(2).expect("a test lies two folders deep");
        folder.join("throughgate")
    })
}
