//! A bare driver for *refer and accept*: the statements that the gateway ran, in its two
//! transactions, and nothing around them.
//!
//! The recipe has a line a statement: which transaction (1 or 2), its text, and its parameters,
//! between tabs. A parameter is `!` for null, `=` and a value, `@` and a column of the job, `~` and
//! the number of an ordered id made for the job, `?` and that of a random one, `#` for a reference.

use std::{
    collections::HashMap,
    error::Error,
    fs,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use bytes::BytesMut;
use tokio_postgres::{
    Client, Statement,
    types::{Format, IsNull, ToSql, Type, to_sql_checked},
};
use uuid::Uuid;

use crate::{Fault, inbox::connect};

struct Step {
    transaction: usize,
    text: String,
    parameters: Vec<String>,
}

/// A value as PostgreSQL prints it.
#[derive(Debug)]
struct Printed(Option<String>);

impl ToSql for Printed {
    fn to_sql(&self, _: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match &self.0 {
            None => Ok(IsNull::Yes),
            Some(text) => {
                out.extend_from_slice(text.as_bytes());
                Ok(IsNull::No)
            }
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    fn encode_format(&self, _: &Type) -> Format {
        Format::Text
    }

    to_sql_checked!();
}

/// Prints how many were referred and accepted, microseconds, failures, and the median and the 99th
/// percentile of a transaction in microseconds.
pub async fn drive(
    recipe: &str,
    jobs: &str,
    database: &str,
    connections: usize,
    seconds: u64,
) -> Result<(), Fault> {
    let steps: Arc<Vec<Step>> =
        Arc::new(fs::read_to_string(recipe)?.lines().map(step).collect::<Result<_, _>>()?);
    let jobs: Arc<Vec<Vec<String>>> = Arc::new(
        fs::read_to_string(jobs)?.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect(),
    );
    let next = Arc::new(AtomicUsize::new(0));
    let mut clients = Vec::new();
    for _ in 0..connections {
        let client = connect(database).await?;
        let mut prepared = Vec::new();
        for step in steps.iter() {
            prepared.push(client.prepare(&step.text).await?);
        }
        clients.push((client, prepared));
    }
    let began = Instant::now();
    let until = began + Duration::from_secs(seconds);
    let drivers: Vec<_> = clients
        .into_iter()
        .map(|(client, prepared)| {
            let (steps, jobs, next) = (steps.clone(), jobs.clone(), next.clone());
            tokio::spawn(async move {
                let mut times = Vec::new();
                while Instant::now() < until {
                    let job = jobs.get(next.fetch_add(1, Ordering::Relaxed));
                    let job = job.ok_or("there were not enough people to refer")?;
                    run(&client, &steps, &prepared, job, &mut times).await?;
                }
                Ok::<_, Fault>(times)
            })
        })
        .collect();
    let mut times = Vec::new();
    for driver in drivers {
        times.extend(driver.await??);
    }
    report(times, began.elapsed());
    Ok(())
}

#[expect(clippy::print_stdout, reason = "what this program is asked for")]
fn report(mut times: Vec<Duration>, took: Duration) {
    times.sort_unstable();
    let at = |share: f64| {
        times.get((times.len() as f64 * share) as usize).copied().unwrap_or_default().as_micros()
    };
    println!("RESULT {} {} 0 {} {}", times.len() / 2, took.as_micros(), at(0.5), at(0.99));
}

fn step(line: &str) -> Result<Step, Fault> {
    let mut cells = line.split('\t').map(str::to_owned);
    let transaction = cells.next().ok_or("a step without its transaction")?.parse()?;
    let text = cells.next().ok_or("a step without its statement")?;
    Ok(Step { transaction, text, parameters: cells.collect() })
}

/// Refers and accepts once: two transactions.
async fn run(
    client: &Client,
    steps: &[Step],
    prepared: &[Statement],
    job: &[String],
    times: &mut Vec<Duration>,
) -> Result<(), Fault> {
    let mut made = HashMap::new();
    for transaction in [1, 2] {
        let began = Instant::now();
        client.batch_execute("BEGIN").await?;
        for (step, statement) in
            steps.iter().zip(prepared).filter(|(step, _)| step.transaction == transaction)
        {
            let values = step.parameters.iter().map(|parameter| value(parameter, job, &mut made));
            let values = values.collect::<Result<Vec<_>, _>>()?;
            let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|value| value as _).collect();
            if statement.columns().is_empty() {
                let changed = client.execute(statement, &values).await?;
                if changed == 0 && step.text.starts_with("UPDATE \"referral\" ") {
                    return Err("a referral was not there to be moved on".into());
                }
            } else {
                client.query(statement, &values).await?;
            }
        }
        client.batch_execute("COMMIT").await?;
        times.push(began.elapsed());
    }
    Ok(())
}

fn value(parameter: &str, job: &[String], made: &mut HashMap<String, String>) -> Result<Printed, Fault> {
    let rest = || parameter.get(1..).unwrap_or_default().to_owned();
    let mut once = |new: fn() -> String| made.entry(parameter.to_owned()).or_insert_with(new).clone();
    Ok(Printed(Some(match parameter.chars().next() {
        Some('!') => return Ok(Printed(None)),
        Some('=') => rest(),
        Some('@') => job.get(rest().parse::<usize>()?).ok_or("a job lacks a column")?.clone(),
        Some('~') => once(|| Uuid::now_v7().to_string()),
        Some('?') => once(|| Uuid::new_v4().to_string()),
        Some('#') => once(|| format!("TG-{}", Uuid::new_v4().simple())),
        _ => return Err(format!("not a parameter: {parameter}").into()),
    })))
}
