//! `throughgate export`: writes a list as a table, with exactly the data that the member may see.

use std::{
    fs::File,
    io::Write,
    path::{Path, PathBuf},
};

use capabilities::{
    audit_log::AUDIT_LOG_READ, members::MEMBER_MANAGE, network::DIRECTORY_READ, people::PERSON_READ,
    referrals::REFERRAL_READ,
};
use clap::ValueEnum;
use http_body_util::BodyExt;
use platform::access::{Action, Viewer};

use crate::{
    App,
    cli_actor::viewer_of,
    start::{StartError, stop},
};

/// A list of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportList {
    People,
    /// People released within 90 days, and the needs that are not arranged yet.
    UpcomingReleases,
    Referrals,
    Organisations,
    Services,
    Agreements,
    Members,
    AuditLog,
}

/// File format of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Csv,
    Xlsx,
}

/// Export with its options.
pub struct Export {
    pub list: ExportList,
    /// The name of the organisation whose list it is.
    pub organisation: String,
    /// Email address of the member who exports.
    pub member: Option<String>,
    pub format: Format,
    /// BCP 47; of headings, words and the separator.
    pub language: String,
    /// File to write; standard output if not given.
    pub output: Option<PathBuf>,
}

impl ExportList {
    fn path(self) -> &'static str {
        match self {
            Self::People => "/people",
            Self::UpcomingReleases => "/upcomingReleases",
            Self::Referrals => "/referrals",
            Self::Organisations => "/directory/organisations",
            Self::Services => "/directory/services",
            Self::Agreements => "/directory/agreements",
            Self::Members => "/members",
            Self::AuditLog => "/journal",
        }
    }

    /// Action that the member must be allowed to take.
    fn needs(self) -> Action {
        match self {
            Self::People | Self::UpcomingReleases => PERSON_READ,
            Self::Referrals => REFERRAL_READ,
            Self::Organisations | Self::Services | Self::Agreements => DIRECTORY_READ,
            Self::Members => MEMBER_MANAGE,
            Self::AuditLog => AUDIT_LOG_READ,
        }
    }
}

/// Writes a list. An interrupted export leaves no file, because a part could be taken for the whole.
pub async fn export(app: &App, export: Export) -> Result<(), StartError> {
    let member = export.member.as_deref();
    let viewer = viewer_of(app, &export.organisation, member, export.list.needs()).await?;
    // Before anything is read: to read names is recorded.
    let file = export.output.as_deref().map(new_file).transpose()?;
    let written = write(app, viewer, &export, file).await;
    if let (Err(_), Some(path)) = (&written, &export.output) {
        let _ = std::fs::remove_file(path);
    }
    written
}

fn new_file(path: &Path) -> Result<File, StartError> {
    let fault = |error: std::io::Error| stop(format!("{} cannot be written ({error})", path.display()));
    File::options().write(true).create_new(true).open(path).map_err(fault)
}

async fn write(app: &App, viewer: Viewer, export: &Export, file: Option<File>) -> Result<(), StartError> {
    let list = export.list;
    let ending = match export.format {
        Format::Csv => "csv",
        Format::Xlsx => "xlsx",
    };
    let response = app.page_for(viewer, &format!("{}.{ending}", list.path()), &export.language).await;
    if !response.status().is_success() {
        return Err(stop(match response.status().as_u16() {
            413 => "the list is too long for XLSX: use --format csv",
            403 => "this member may not read that list: choose another member with --member",
            _ => "the list cannot be written",
        }));
    }
    let mut body = response.into_body();
    match file {
        None => write_to(&mut body, &mut std::io::stdout().lock()).await,
        Some(mut file) => write_to(&mut body, &mut file).await,
    }
}

async fn write_to(body: &mut axum::body::Body, to: &mut impl Write) -> Result<(), StartError> {
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|error| stop(format!("the list was interrupted ({error})")))?;
        if let Ok(bytes) = frame.into_data() {
            to.write_all(&bytes).map_err(|error| stop(format!("the list cannot be written ({error})")))?;
        }
    }
    to.flush().map_err(|error| stop(format!("the list cannot be written ({error})")))
}
