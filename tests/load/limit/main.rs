//! The limit that the gateway is measured against: a program that does nothing but run the best
//! single statement for *my inbox*, and pass on over HTTP the JSON that PostgreSQL built; and a
//! bare driver for the statements of *refer and accept*.
//!
//! `limit inbox <address> <database> <connections>`
//! `limit drive <recipe> <jobs> <database> <connections> <seconds>`

mod drive;
mod inbox;

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What goes wrong here ends the program.
type Fault = Box<dyn std::error::Error + Send + Sync>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let run = async {
        match words[..] {
            ["inbox", address, database, connections] => {
                inbox::serve(address, database, connections.parse()?).await
            }
            ["drive", recipe, jobs, database, connections, seconds] => {
                drive::drive(recipe, jobs, database, connections.parse()?, seconds.parse()?).await
            }
            _ => Err(
                "say: inbox ADDRESS DATABASE CONNECTIONS, or drive RECIPE JOBS DATABASE CONNECTIONS SECONDS"
                    .into(),
            ),
        }
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let done = match runtime {
        Ok(runtime) => runtime.block_on(run),
        Err(error) => Err(error.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let cause = error.source().map(|cause| format!(" ({cause})")).unwrap_or_default();
            eprintln!("limit: {error}{cause}");
            ExitCode::FAILURE
        }
    }
}
