//! The command line: commands and options with their help.

use std::path::PathBuf;

use api::exporting::{ExportList, Format};
use clap::{Parser, Subcommand};
use platform::reference_data::LANGUAGES;

/// Referrals between organisations that help people coming out of prison, with their consent.
#[derive(Parser)]
#[command(name = "throughgate", version)]
pub struct Program {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Serve the pages and the API.
    Serve {
        /// Load the demonstration network into an empty database.
        #[arg(long)]
        demo: bool,
        /// Serve a demonstration network even if other machines can reach it; everybody can sign in as any member.
        #[arg(long)]
        force: bool,
    },
    /// Run only the background jobs, for gateways with THROUGHGATE_WORKER=off.
    Worker,
    /// Upgrade the database to this release.
    Migrate,
    /// Check the installation and say how to correct it; changes nothing except the checkpoint.
    Doctor {
        /// File that records the end of the audit log for the next run; in the data folder by default. Keep it on
        /// another machine.
        #[arg(long, alias = "anchor")]
        checkpoint: Option<PathBuf>,
    },
    /// Back up the database and the erasure ledger while the program runs; for PostgreSQL, print how.
    Backup {
        /// File to write, which must not exist.
        #[arg(required_unless_present = "ledger")]
        file: Option<PathBuf>,
        /// Write only the erasure ledger to this file, in place of an older one.
        #[arg(long, conflicts_with = "file")]
        ledger: Option<PathBuf>,
    },
    /// Restore a backup into an empty data folder and erase again the people in the erasure ledger; without a
    /// file, only replay the ledger on the present database.
    Restore {
        /// Backup file.
        #[arg(required_unless_present = "ledger")]
        file: Option<PathBuf>,
        /// Newer erasure ledger than that of the backup.
        #[arg(long)]
        ledger: Option<PathBuf>,
    },
    /// Change the master key.
    Key {
        #[command(subcommand)]
        command: KeyCommand,
    },
    /// Fill an empty database with a large network, for measurements.
    Demo {
        #[arg(long, default_value_t = 1_000)]
        people: u32,
        #[arg(long, default_value_t = 5_000)]
        referrals: u32,
    },
    /// Create an organisation with its first member and print a sign-in link.
    Init(Init),
    /// Print a sign-in link for a member, if emails do not arrive.
    SignIn {
        /// Email address of the member.
        #[arg(long)]
        member: String,
        /// Name of the organisation, if the member belongs to several.
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Manage API tokens.
    Token {
        #[command(subcommand)]
        command: TokenCommand,
    },
    /// Import a list from a spreadsheet: CSV, TSV, XLSX or XLS. Exit code 2 if some rows have errors.
    Import {
        #[command(subcommand)]
        command: ImportCommand,
    },
    /// Export a list, with exactly the data that the member may see; accesses to identities are recorded.
    Export {
        /// List to export.
        list: ExportList,
        /// Name of the organisation.
        #[arg(long)]
        organisation: String,
        /// Email address of the member who exports; by default the member of longest standing whose role allows
        /// it.
        #[arg(long)]
        member: Option<String>,
        /// File format.
        #[arg(long, alias = "form", default_value = "csv")]
        format: Format,
        /// Language of headings and codes: en, lt or ru; also decides the separator of CSV.
        #[arg(long, default_value = "en", value_parser = LANGUAGES)]
        language: String,
        /// File to write, which must not exist; standard output by default.
        #[arg(long)]
        output: Option<PathBuf>,
    },
    /// Print the schema of the API.
    Schema,
    /// Print the policy matrix: which role may take which action.
    Policy,
}

/// Organisation to create, with its first member.
#[derive(clap::Args)]
pub struct Init {
    /// Name of the organisation.
    #[arg(long)]
    pub organisation: String,
    /// Kind of organisation: PRISON, NGO, LOCAL_AUTHORITY, …
    #[arg(long)]
    pub kind: String,
    /// Province, ISO 3166-2, such as LT-KU.
    #[arg(long)]
    pub province: String,
    /// Time zone, an IANA name.
    #[arg(long, default_value = "Europe/Vilnius")]
    pub time_zone: String,
    /// Language of the organisation and its emails: en, lt or ru.
    #[arg(long, default_value = "en", value_parser = LANGUAGES)]
    pub language: String,
    /// Name of the first member.
    #[arg(long)]
    pub name: String,
    /// Email address of the first member.
    #[arg(long)]
    pub email: String,
    /// Role of the first member: ADMIN manages the organisation only, MANAGER works with people as well.
    #[arg(long, default_value = "ADMIN")]
    pub role: String,
}

#[derive(Subcommand)]
pub enum KeyCommand {
    /// Encrypt every data key with a new master key; continues an interrupted change.
    Rotate {
        /// File of the new key; by default created, if the program created the old key.
        #[arg(long)]
        new_key_file: Option<PathBuf>,
    },
}

#[derive(Subcommand)]
pub enum ImportCommand {
    /// Import people with their needs; the organisation holds them, and nothing is shared.
    People(ImportFile),
    /// Import organisations with their services and capacity; --organisation names the coordinator.
    Organisations(ImportFile),
}

/// List to import.
#[derive(clap::Args)]
pub struct ImportFile {
    /// File with the list.
    pub file: PathBuf,
    /// Name of the organisation.
    #[arg(long)]
    pub organisation: String,
    /// Email address of the member who imports the list and joins the case teams; by default the member of
    /// longest standing whose role allows it.
    #[arg(long)]
    pub member: Option<String>,
    /// Validate the rows and import nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// File with the fields of columns, one per line: HEADER = FIELD, or - to skip the column, followed by the
    /// date order if needed: DAY_FIRST, MONTH_FIRST, YEAR_FIRST.
    #[arg(long)]
    pub map: Option<PathBuf>,
    /// Print JSON, with every row that has errors.
    #[arg(long)]
    pub json: bool,
}

#[derive(Subcommand)]
pub enum TokenCommand {
    /// Create a token and print it; it cannot be shown again.
    Create {
        /// Email address of the member.
        #[arg(long)]
        member: String,
        /// Name of the organisation, if the member belongs to several.
        #[arg(long)]
        organisation: Option<String>,
        /// Days until expiry, 1 to 366.
        #[arg(long, default_value_t = 90, value_parser = clap::value_parser!(u32).range(1..=366))]
        days: u32,
    },
}
