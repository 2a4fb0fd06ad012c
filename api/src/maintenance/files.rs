//! Files that only their owner can read, written completely or not at all.

use std::{
    ffi::OsString,
    fs::{self, File, OpenOptions},
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use crate::start::{StartError, stop};

/// A file beside another, named after it.
pub fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(file);
    name.push(ending);
    name.into()
}

/// Creates an empty file that only its owner can read; never opens an existing one.
pub fn make(file: &Path) -> Result<File, StartError> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(file).map_err(|error| {
        stop(if error.kind() == io::ErrorKind::AlreadyExists {
            format!("{} exists and is left unchanged: choose another file, or move it away", file.display())
        } else {
            format!("{} cannot be created ({error})", file.display())
        })
    })
}

/// Writes a file in place of the one before, all of it or nothing.
pub fn put(file: &Path, text: &str) -> Result<(), StartError> {
    let fault = |error| stop(format!("{} cannot be written ({error})", file.display()));
    let new = beside(file, &format!(".new-{}", std::process::id()));
    let mut open = make(&new)?;
    open.write_all(text.as_bytes()).and_then(|()| open.sync_all()).map_err(fault)?;
    fs::rename(&new, file).map_err(fault)?;
    keep_name(file)
}

/// Copies into a file that only its owner can read, and waits until it is on the disk.
pub fn copy(from: &Path, to: &Path) -> Result<(), StartError> {
    let fault = |error| stop(format!("{} cannot be copied to {} ({error})", from.display(), to.display()));
    let mut source = File::open(from).map_err(fault)?;
    let mut open = make(to)?;
    io::copy(&mut source, &mut open).and_then(|_| open.sync_all()).map_err(fault)
}

/// Gives a file its name, unless another has it already.
pub fn name(from: &Path, to: &Path) -> Result<(), StartError> {
    // A rename would replace a file that was created in between; a link does not.
    fs::hard_link(from, to)
        .and_then(|()| fs::remove_file(from))
        .map_err(|error| stop(format!("{} cannot be put in its place ({error})", to.display())))?;
    keep_name(to)
}

/// Waits until the disk has what a file holds, and its name.
pub fn sync_to_disk(file: &Path) -> Result<(), StartError> {
    File::open(file)
        .and_then(|open| open.sync_all())
        .map_err(|error| stop(format!("{} cannot be written to the disk ({error})", file.display())))?;
    keep_name(file)
}

fn keep_name(file: &Path) -> Result<(), StartError> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)
        .and_then(|open| open.sync_all())
        .map_err(|error| stop(format!("{} cannot be written to the disk ({error})", folder.display())))
}
