//! The program `throughgate`: its command line, and the one place that joins everything.

mod commands;

use std::{io::IsTerminal, path::PathBuf, process::ExitCode};

use api::{
    App,
    doctor::{self, Status},
    exporting::{self, Export},
    importing::{self, Import, ImportExit},
    maintenance, schema,
    start::{StartError, stop},
};
use capabilities::members::{self, make_token};
use clap::Parser;
use commands::{Command, ImportCommand, ImportFile, Init, KeyCommand, Program, TokenCommand};
use entities::{codes::ImportKind, ids::MemberId};
use platform::{
    access::{policy, viewer::find_member},
    config::Config,
    environment::{Clock, Environment},
    graphql::transport::serve::{Timeouts, serve},
};
use tokio::{net::TcpListener, sync::watch};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let program = match Program::try_parse() {
        Ok(program) => program,
        Err(told) => {
            // Exit code 2 is reserved for lists with errors in some rows.
            let code = if told.use_stderr() { ExitCode::FAILURE } else { ExitCode::SUCCESS };
            return told.print().map_or(ExitCode::FAILURE, |()| code);
        }
    };
    match run(program.command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("throughgate: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<ExitCode, StartError> {
    match command {
        Command::Schema => print(schema::gateway(capabilities::ALL).map_err(stop)?.sdl()),
        Command::Policy => {
            print(policy::as_markdown(&capabilities::ALL.actions().collect::<Vec<_>>()).trim_end())
        }
        Command::Serve { demo, force } => with_settings(|config| serve_until_stopped(config, demo, force))?,
        Command::Worker => with_settings(work_until_stopped)?,
        Command::Doctor { checkpoint } => with_settings(|config| run_doctor(config, checkpoint))?,
        Command::Migrate => with_settings(|config| async {
            App::build(config, Environment::default()).await?;
            eprintln!("The database is up to date.");
            Ok(())
        })?,
        Command::Backup { file, ledger } => with_settings(|config| back_up(config, file, ledger))?,
        Command::Restore { file, ledger } => with_settings(|config| restore(config, file, ledger))?,
        Command::Key { command: KeyCommand::Rotate { new_key_file } } => {
            with_settings(async |config| {
                maintenance::rotation::rotate(
                    &config,
                    &Environment::default(),
                    new_key_file.as_deref(),
                    print,
                )
                .await
            })?;
        }
        Command::Demo { people, referrals } => with_settings(|config| fill_demo(config, people, referrals))?,
        Command::Init(new) => with_settings(|config| init(config, new))?,
        Command::SignIn { member, organisation } => {
            with_settings(|config| print_login_link(config, member, organisation))?;
        }
        Command::Token { command: TokenCommand::Create { member, organisation, days } } => {
            with_settings(|config| create_token(config, member, organisation, days))?;
        }
        Command::Import { command } => {
            if with_settings(|config| run_import(config, command))? == ImportExit::SomeInvalid {
                return Ok(ExitCode::from(2));
            }
        }
        Command::Export { list, organisation, member, format, language, output } => {
            let export = Export { list, organisation, member, format, language, output };
            with_settings(|config| run_export(config, export))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Does what needs the settings, on as many threads as they say.
fn with_settings<W, T>(work: impl FnOnce(Config) -> W) -> Result<T, StartError>
where
    W: Future<Output = Result<T, StartError>>,
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
        .map_err(|error| stop(format!("THROUGHGATE_LOG is not a valid filter ({error})")))?;
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

/// Prints a message for the operator; as a log line if the log is JSON.
fn announce(json_logs: bool, text: &str) {
    if json_logs {
        tracing::info!("{text}");
    } else {
        eprintln!("{text}");
    }
}

async fn serve_until_stopped(config: Config, demo: bool, force: bool) -> Result<(), StartError> {
    if demo && config.is_public() && !force {
        return Err(stop(
            "on a demonstration network everybody can sign in as any member, and other machines can reach \
             THROUGHGATE_LISTEN or THROUGHGATE_PUBLIC_URL: listen on 127.0.0.1, or add --force",
        ));
    }
    // The port is bound first, so that a used port is found before anything is changed.
    let listener = TcpListener::bind(config.listen).await.map_err(|error| {
        stop(format!("{} cannot be used ({error}): set THROUGHGATE_LISTEN to another address", config.listen))
    })?;
    let metrics = metrics_listener(&config).await?;
    let timeouts = Timeouts { connections: config.connections, ..Timeouts::default() };
    let (url, public, with_worker) = (config.public_url.clone(), config.is_public(), config.worker);
    let json_logs = config.json_logs;
    let mut app = App::build(config, Environment::with_clock(Clock::system())).await?;
    if demo {
        app = app.with_demonstration().await?;
    }
    if app.state().demonstration && public && !force {
        return Err(stop(
            "the database holds a demonstration network, where everybody can sign in as any member: listen on 127.0.0.1 \
             without a public address, or add --force",
        ));
    }
    for note in app.notes() {
        announce(json_logs, note);
    }
    let stopped = stop_signal();
    announce(json_logs, &format!("Throughgate runs at {url}"));
    if app.state().demonstration {
        announce(json_logs, demo::WHO);
    }
    let (tell, told) = watch::channel(false);
    let worker = with_worker.then(|| tokio::spawn(app.worker().run(told.clone())));
    serve_metrics(metrics, &app, told);
    serve(listener, app.router(), timeouts, stopped).await;
    tell.send_replace(true);
    if let Some(worker) = worker {
        worker.await.map_err(broke_off)?;
    }
    Ok(())
}

async fn work_until_stopped(config: Config) -> Result<(), StartError> {
    let metrics = metrics_listener(&config).await?;
    let json_logs = config.json_logs;
    let app = App::build(config, Environment::with_clock(Clock::system())).await?;
    let (tell, told) = watch::channel(false);
    serve_metrics(metrics, &app, told.clone());
    let stopped = stop_signal();
    announce(json_logs, "The worker runs.");
    let worker = tokio::spawn(app.worker().run(told));
    stopped.await;
    tell.send_replace(true);
    worker.await.map_err(broke_off)
}

fn broke_off(error: tokio::task::JoinError) -> StartError {
    stop(format!("the worker was interrupted ({error})"))
}

async fn metrics_listener(config: &Config) -> Result<Option<TcpListener>, StartError> {
    let Some(at) = config.metrics_listen else { return Ok(None) };
    let listener = TcpListener::bind(at).await.map_err(|error| {
        stop(format!("{at} cannot be used ({error}): set THROUGHGATE_METRICS_LISTEN to another address"))
    })?;
    Ok(Some(listener))
}

/// Serves metrics, if an address is set for them.
fn serve_metrics(listener: Option<TcpListener>, app: &App, mut told: watch::Receiver<bool>) {
    if let Some(listener) = listener {
        let timeouts = Timeouts { connections: 8, ..Timeouts::default() };
        let stop = async move {
            let _ = told.changed().await;
        };
        tokio::spawn(serve(listener, app.metrics(), timeouts, stop));
    }
}

async fn run_doctor(config: Config, checkpoint: Option<PathBuf>) -> Result<(), StartError> {
    let checkpoint = checkpoint.unwrap_or_else(|| doctor::checkpoint_file(&config.data));
    let findings = doctor::run_doctor(&config, &Environment::default(), &checkpoint).await;
    for finding in &findings {
        print(&finding.to_string());
    }
    match findings.iter().filter(|finding| finding.status == Status::Failed).count() {
        0 => Ok(()),
        1 => Err(stop("1 check failed")),
        many => Err(stop(format!("{many} checks failed"))),
    }
}

async fn back_up(config: Config, file: Option<PathBuf>, ledger: Option<PathBuf>) -> Result<(), StartError> {
    let env = Environment::default();
    if let Some(file) = file {
        return maintenance::backup::backup(&config, &env, &file, print).await;
    }
    let file = ledger.unwrap_or_default();
    let lines = maintenance::backup::write_ledger(&config, &env, &file).await?;
    print(&format!("The erasure ledger is in {}: {lines} people erased.", file.display()));
    Ok(())
}

async fn restore(config: Config, file: Option<PathBuf>, ledger: Option<PathBuf>) -> Result<(), StartError> {
    let env = Environment::default();
    match (file, ledger) {
        (Some(file), newer) => {
            maintenance::restore::restore(config, env, &file, newer.as_deref(), print).await
        }
        (None, ledger) => {
            maintenance::restore::replay_alone(config, env, &ledger.unwrap_or_default(), print).await
        }
    }
}

/// Completes when the operator stops the program. Signals are received from this call on, not from the first poll, so
/// that the program can be stopped right after its first answer.
fn stop_signal() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let heard = [SignalKind::terminate(), SignalKind::interrupt()].map(signal);
    async move {
        let [terminate, interrupt] = heard.map(|heard| async {
            match heard {
                Ok(mut heard) => heard.recv().await,
                Err(_) => std::future::pending().await,
            }
        });
        tokio::select! {
            _ = terminate => {}
            _ = interrupt => {}
        }
    }
}

async fn fill_demo(config: Config, people: u32, referrals: u32) -> Result<(), StartError> {
    let app = App::build(config, Environment::default()).await?;
    demo::fill_large(app.state(), people, referrals, |says| eprintln!("{says}")).await?;
    Ok(())
}

async fn create_token(
    config: Config,
    email: String,
    organisation: Option<String>,
    days: u32,
) -> Result<(), StartError> {
    let app = App::build(config, Environment::default()).await?;
    let member = the_member(&app, &email, organisation.as_deref()).await?;
    print(&make_token(app.state(), member, days).await?.0);
    Ok(())
}

async fn run_export(config: Config, export: Export) -> Result<(), StartError> {
    let app = App::build(config, Environment::default()).await?;
    exporting::export(&app, export).await
}

async fn run_import(config: Config, command: ImportCommand) -> Result<ImportExit, StartError> {
    let (kind, list) = match command {
        ImportCommand::People(list) => (ImportKind::People, list),
        ImportCommand::Organisations(list) => (ImportKind::Organisations, list),
    };
    let ImportFile { file, organisation, member, dry_run, map, json } = list;
    let app = App::build(config, Environment::default()).await?;
    importing::import(&app, Import { kind, file, organisation, member, dry_run, map, json }, print).await
}

async fn init(config: Config, new: Init) -> Result<(), StartError> {
    let founder = members::FirstMember {
        kind: code("--kind", &new.kind)?,
        role: code("--role", &new.role)?,
        organisation: new.organisation,
        province: new.province,
        time_zone: new.time_zone,
        language: new.language,
        email: new.email,
        name: new.name,
    };
    let app = App::build(config, Environment::default()).await?;
    for note in app.notes() {
        eprintln!("{note}");
    }
    let member = members::create_first_member(app.state(), founder).await?;
    eprintln!("Sign-in link for the first member, valid once, within seven days:");
    print(&members::create_login_link(app.state(), member).await?);
    Ok(())
}

async fn print_login_link(
    config: Config,
    email: String,
    organisation: Option<String>,
) -> Result<(), StartError> {
    let app = App::build(config, Environment::default()).await?;
    let member = the_member(&app, &email, organisation.as_deref()).await?;
    eprintln!("Sign-in link for {email}, valid once, within seven days:");
    print(&members::create_login_link(app.state(), member).await?);
    Ok(())
}

/// Parses a code; the error lists the valid codes.
fn code<C: entities::codes::Code>(option: &str, text: &str) -> Result<C, StartError> {
    C::from_code(&text.trim().to_uppercase()).ok_or_else(|| {
        let known: Vec<&str> = C::all().map(C::code).collect();
        stop(format!("{option} must be one of {}", known.join(", ")))
    })
}

/// The single member with this email address, in the organisation if one is named.
async fn the_member(app: &App, email: &str, organisation: Option<&str>) -> Result<MemberId, StartError> {
    let now = app.state().env.clock.now();
    let found = find_member(app.db().read(), email, organisation, now).await?;
    found.map_err(|choices| {
        stop(if choices.is_empty() {
            format!(
                "no member has the email address {email}{}",
                organisation.map(|name| format!(" in {name}")).unwrap_or_default()
            )
        } else {
            format!(
                "{email} is a member of several organisations; add --organisation with one of: {}",
                choices.join(", ")
            )
        })
    })
}
