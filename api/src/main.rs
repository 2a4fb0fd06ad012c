//! The program `throughgate`: its command line, and the one place that joins everything.

use std::{io::IsTerminal, path::PathBuf, process::ExitCode};

use api::{
    App, Clock, World,
    access::{policy, viewer::find_member},
    config::Config,
    demonstration,
    doctor::{self, Health},
    graphql::transport::serve::{Patience, serve},
    identity::make_token,
    keeping, schema,
    start::{StartError, stop},
};
use clap::{Parser, Subcommand};
use tokio::{net::TcpListener, sync::watch};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Referrals between organisations that help people coming out of prison, with their consent.
#[derive(Parser)]
#[command(name = "throughgate", version)]
struct Program {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the pages and the API.
    Serve {
        /// Loads the demonstration network into an empty database.
        #[arg(long)]
        demo: bool,
        /// Serves a demonstration network even where others can reach it: anybody can be anybody.
        #[arg(long)]
        force: bool,
    },
    /// Does the worker's duties alone, beside gateways that run with THROUGHGATE_WORKER=off.
    Worker,
    /// Brings the database up to this release.
    Migrate,
    /// Says whether all is well, or what is not and how to mend it; changes nothing.
    Doctor {
        /// Where the journal's end is noted from one time to the next; in the data folder where not
        /// given. Best kept on another machine.
        #[arg(long)]
        anchor: Option<PathBuf>,
    },
    /// Makes a backup while the program serves, with the erasure ledger beside it; says how, on PostgreSQL.
    Backup {
        /// The file to write, which must not be there.
        #[arg(required_unless_present = "ledger")]
        file: Option<PathBuf>,
        /// Writes the erasure ledger alone to this file, in place of an older one.
        #[arg(long, conflicts_with = "file")]
        ledger: Option<PathBuf>,
    },
    /// Restores a backup into an empty place and erases again who was erased since; without a file, on a
    /// database that is there, the latter alone.
    Restore {
        /// The backup.
        #[arg(required_unless_present = "ledger")]
        file: Option<PathBuf>,
        /// A newer erasure ledger than the backup's own.
        #[arg(long)]
        ledger: Option<PathBuf>,
    },
    /// The master key.
    Key {
        #[command(subcommand)]
        command: KeyCommand,
    },
    /// Fills an empty database with a large network, for measuring.
    Demo {
        #[arg(long, default_value_t = 1_000)]
        people: u32,
        #[arg(long, default_value_t = 5_000)]
        referrals: u32,
    },
    /// API tokens.
    Token {
        #[command(subcommand)]
        command: TokenCommand,
    },
    /// Prints the schema of the API.
    Schema,
    /// Prints who may do what.
    Policy,
}

#[derive(Subcommand)]
enum KeyCommand {
    /// Wraps every data key by a new master key; goes on where it was broken off.
    Rotate {
        /// The file of the new key; made where not given and the program made the old one.
        #[arg(long)]
        new_key_file: Option<PathBuf>,
    },
}

#[derive(Subcommand)]
enum TokenCommand {
    /// Prints a new token, which is shown this once.
    Create {
        /// The member's e-mail address.
        #[arg(long)]
        member: String,
        /// The organisation to act for, where the member belongs to several.
        #[arg(long)]
        organisation: Option<String>,
        /// How long it is good for.
        #[arg(long, default_value_t = 90, value_parser = clap::value_parser!(u32).range(1..=366))]
        days: u32,
    },
}

fn main() -> ExitCode {
    match run(Program::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("throughgate: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), StartError> {
    match command {
        Command::Schema => print(schema::gateway().map_err(stop)?.sdl()),
        Command::Policy => print(policy::as_markdown().trim_end()),
        Command::Serve { demo, force } => with_settings(|config| serve_until_told(config, demo, force))?,
        Command::Worker => with_settings(work_until_told)?,
        Command::Doctor { anchor } => with_settings(|config| examine(config, anchor))?,
        Command::Migrate => with_settings(|config| async {
            App::build(config, World::default()).await?;
            eprintln!("The database is up to date.");
            Ok(())
        })?,
        Command::Backup { file, ledger } => with_settings(|config| back_up(config, file, ledger))?,
        Command::Restore { file, ledger } => with_settings(|config| restore(config, file, ledger))?,
        Command::Key { command: KeyCommand::Rotate { new_key_file } } => {
            with_settings(async |config| {
                keeping::rotation::rotate(&config, &World::default(), new_key_file.as_deref(), print).await
            })?;
        }
        Command::Demo { people, referrals } => with_settings(|config| fill(config, people, referrals))?,
        Command::Token { command: TokenCommand::Create { member, organisation, days } } => {
            with_settings(|config| create_token(config, member, organisation, days))?;
        }
    }
    Ok(())
}

/// Does what needs the settings, on as many threads as they say.
fn with_settings<W>(work: impl FnOnce(Config) -> W) -> Result<(), StartError>
where
    W: Future<Output = Result<(), StartError>>,
{
    let config = settings()?;
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(config.threads)
        .enable_all()
        .build()
        .map_err(|error| stop(format!("the program cannot start ({error})")))?
        .block_on(work(config))
}

#[expect(clippy::print_stdout, reason = "what these commands are asked for")]
fn print(text: &str) {
    println!("{text}");
}

fn settings() -> Result<Config, StartError> {
    let config = Config::from_process().map_err(|error| stop(error.to_string()))?;
    let filter = tracing_subscriber::EnvFilter::try_new(&config.log)
        .map_err(|error| stop(format!("THROUGHGATE_LOG is not a filter ({error})")))?;
    let colours = std::io::stderr().is_terminal();
    let log =
        tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(colours);
    if config.json_logs {
        log.json().init()
    } else {
        log.init()
    }
    Ok(config)
}

async fn serve_until_told(config: Config, demo: bool, force: bool) -> Result<(), StartError> {
    if demo && config.is_public() && !force {
        return Err(stop(
            "a demonstration network lets anybody be anybody, and THROUGHGATE_LISTEN is reachable by others: \
             listen on 127.0.0.1, or add --force",
        ));
    }
    // The port first: a taken one is found before anything is changed.
    let listener = TcpListener::bind(config.listen).await.map_err(|error| {
        stop(format!("{} cannot be listened on ({error}): set THROUGHGATE_LISTEN to another", config.listen))
    })?;
    let patience = Patience { connections: config.connections, ..Patience::default() };
    let (url, public, with_worker) = (config.public_url.clone(), config.is_public(), config.worker);
    let mut app = App::build(config, World::with_clock(Clock::system())).await?;
    if demo {
        app = app.with_demonstration().await?;
    }
    if app.house().demonstration && public && !force {
        return Err(stop(
            "the database holds a demonstration network, where anybody can be anybody: listen on 127.0.0.1, or add \
             --force",
        ));
    }
    for note in app.notes() {
        eprintln!("{note}");
    }
    eprintln!("Throughgate is at {url}");
    if app.house().demonstration {
        eprintln!("{}", demonstration::WHO);
    }
    let (tell, told) = watch::channel(false);
    let worker = with_worker.then(|| tokio::spawn(app.worker().run(told)));
    serve(listener, app.router(), patience, told_to_stop()).await;
    tell.send_replace(true);
    if let Some(worker) = worker {
        worker.await.map_err(|_| stop("the worker broke off"))?;
    }
    Ok(())
}

async fn work_until_told(config: Config) -> Result<(), StartError> {
    let app = App::build(config, World::with_clock(Clock::system())).await?;
    let (tell, told) = watch::channel(false);
    eprintln!("The worker is at work.");
    let worker = tokio::spawn(app.worker().run(told));
    told_to_stop().await;
    tell.send_replace(true);
    worker.await.map_err(|_| stop("the worker broke off"))
}

async fn examine(config: Config, anchor: Option<PathBuf>) -> Result<(), StartError> {
    let anchor = anchor.unwrap_or_else(|| config.data.join("journal.anchor"));
    let findings = doctor::examine(&config, &World::default(), &anchor).await;
    for finding in &findings {
        print(&finding.to_string());
    }
    match findings.iter().filter(|finding| finding.health == Health::Broken).count() {
        0 => Ok(()),
        1 => Err(stop("one thing is broken")),
        many => Err(stop(format!("{many} things are broken"))),
    }
}

async fn back_up(config: Config, file: Option<PathBuf>, ledger: Option<PathBuf>) -> Result<(), StartError> {
    let world = World::default();
    if let Some(file) = file {
        return keeping::backup::backup(&config, &world, &file, print).await;
    }
    let file = ledger.unwrap_or_default();
    let lines = keeping::backup::write_ledger(&config, &world, &file).await?;
    print(&format!("The erasure ledger is in {}: {lines} erased.", file.display()));
    Ok(())
}

async fn restore(config: Config, file: Option<PathBuf>, ledger: Option<PathBuf>) -> Result<(), StartError> {
    let world = World::default();
    match (file, ledger) {
        (Some(file), newer) => keeping::restore::restore(config, world, &file, newer.as_deref(), print).await,
        (None, ledger) => {
            keeping::restore::replay_alone(config, world, &ledger.unwrap_or_default(), print).await
        }
    }
}

async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
        }
        Err(_) => {
            let _ = tokio::signal::ctrl_c().await;
        }
    }
}

async fn fill(config: Config, people: u32, referrals: u32) -> Result<(), StartError> {
    let app = App::build(config, World::default()).await?;
    demonstration::fill_large(app.house(), people, referrals, |says| eprintln!("{says}")).await?;
    Ok(())
}

async fn create_token(
    config: Config,
    member: String,
    organisation: Option<String>,
    days: u32,
) -> Result<(), StartError> {
    let app = App::build(config, World::default()).await?;
    let now = app.house().world.clock.now();
    let found = find_member(app.db().read(), &member, organisation.as_deref(), now).await?;
    let member = found.map_err(|choices| {
        stop(if choices.is_empty() {
            format!(
                "nobody with the address {member} is a member{}",
                organisation.as_deref().map(|name| format!(" of {name}")).unwrap_or_default()
            )
        } else {
            format!(
                "{member} is a member of several organisations; add --organisation with one of: {}",
                choices.join(", ")
            )
        })
    })?;
    print(&make_token(app.house(), member, days).await?.0);
    Ok(())
}
