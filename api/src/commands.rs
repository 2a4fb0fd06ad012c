//! The command line of the program: what it is asked for, and by which words.

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
    /// Says whether all is well, or what is not and how to mend it; changes nothing but the anchor.
    Doctor {
        /// Where the journal's end is noted from one time to the next; in the data folder where not
        /// given. Best kept on another machine.
        #[arg(long, alias = "anchor")]
        checkpoint: Option<PathBuf>,
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
    /// Makes an organisation with its first member, and prints the link by which they come in.
    Init(Init),
    /// Prints a link by which a member comes in: where no mail leaves, or none arrives.
    SignIn {
        /// The member's e-mail address.
        #[arg(long)]
        member: String,
        /// The organisation to act for, where the member belongs to several.
        #[arg(long)]
        organisation: Option<String>,
    },
    /// API tokens.
    Token {
        #[command(subcommand)]
        command: TokenCommand,
    },
    /// Brings in a list that is kept in a spreadsheet: CSV, TSV, XLSX or XLS. Exit code 2 where some rows are bad.
    Import {
        #[command(subcommand)]
        command: ImportCommand,
    },
    /// Writes a list of the pages as a table, exactly what its reader may see; looks at identities are recorded.
    Export {
        /// Which list.
        list: ExportList,
        /// The name of the organisation whose list it is.
        #[arg(long)]
        organisation: String,
        /// The e-mail address of whoever reads it; whoever has been there longest of those who may, where not
        /// given.
        #[arg(long)]
        member: Option<String>,
        /// As what it is written.
        #[arg(long, alias = "form", default_value = "csv")]
        format: Format,
        /// In which headings and words are: en, lt or ru; also decides what stands between cells.
        #[arg(long, default_value = "en", value_parser = LANGUAGES)]
        language: String,
        /// The file to write, which must not be there; standard output where not given.
        #[arg(long)]
        output: Option<PathBuf>,
    },
    /// Prints the schema of the API.
    Schema,
    /// Prints who may do what.
    Policy,
}

/// An organisation, and who looks after it first.
#[derive(clap::Args)]
pub struct Init {
    /// The name of the organisation.
    #[arg(long)]
    pub organisation: String,
    /// What it is: PRISON, NGO, LOCAL_AUTHORITY, …
    #[arg(long)]
    pub kind: String,
    /// Where it works, ISO 3166-2: LT-KU.
    #[arg(long)]
    pub province: String,
    /// The time zone of its days, an IANA name.
    #[arg(long, default_value = "Europe/Vilnius")]
    pub time_zone: String,
    /// In which it works and is written to: en, lt or ru.
    #[arg(long, default_value = "en", value_parser = LANGUAGES)]
    pub language: String,
    /// The first member's name.
    #[arg(long)]
    pub name: String,
    /// The first member's e-mail address.
    #[arg(long)]
    pub email: String,
    /// ADMIN, who looks after the organisation alone, or MANAGER, who works with people as well.
    #[arg(long, default_value = "ADMIN")]
    pub role: String,
}

#[derive(Subcommand)]
pub enum KeyCommand {
    /// Wraps every data key by a new master key; goes on where it was broken off.
    Rotate {
        /// The file of the new key; made where not given and the program made the old one.
        #[arg(long)]
        new_key_file: Option<PathBuf>,
    },
}

#[derive(Subcommand)]
pub enum ImportCommand {
    /// People with their needs, as people of the organisation's own: nothing is shared by it.
    People(ImportFile),
    /// Organisations with their services and places, into the network; --organisation names the coordinator.
    Organisations(ImportFile),
}

/// A list, and how it is brought in.
#[derive(clap::Args)]
pub struct ImportFile {
    /// The list.
    pub file: PathBuf,
    /// The name of the organisation whose list it is.
    #[arg(long)]
    pub organisation: String,
    /// The e-mail address of whoever brings it in, and works with those people from then on; whoever has been
    /// there longest of those who may, where not given.
    #[arg(long)]
    pub member: Option<String>,
    /// Judges the rows and writes nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// A file that says what columns are, a line each: HEADER = FIELD, or - for none, and the order of dates
    /// behind it: DAY_FIRST, MONTH_FIRST, YEAR_FIRST.
    #[arg(long)]
    pub map: Option<PathBuf>,
    /// Prints JSON, with every bad row.
    #[arg(long)]
    pub json: bool,
}

#[derive(Subcommand)]
pub enum TokenCommand {
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
