//! Folders of a test's own, gone when the test is. What a killed run left behind is swept away by the next.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder that is removed with all it holds when this is dropped.
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    pub fn new(name: &str) -> Folder {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = of_this_run().join(format!("{name}-{number}"));
        fs::create_dir_all(&path).expect("a folder can be made below target");
        Folder { path }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn join(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.path);
    }
}

/// Below `target/`, one folder a process, which outlives every test of that process.
pub fn of_this_run() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let all = target().join("tmp");
        sweep(&all);
        let own = all.join(format!("tests-{}", std::process::id()));
        fs::create_dir_all(&own).expect("a folder can be made below target");
        own
    })
}

/// The folder that cargo builds into: tests lie in its `debug/deps`.
pub fn target() -> PathBuf {
    let own = std::env::current_exe().expect("a test knows its own file");
    own.ancestors().nth(3).expect("a test lies three folders deep").to_owned()
}

fn sweep(all: &Path) {
    for entry in fs::read_dir(all).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some(process) = name.strip_prefix("tests-")
            && !Path::new("/proc").join(process).exists()
        {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Copies a folder and what is in it; answers for the small ones that tests use as templates.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made below target");
    for entry in fs::read_dir(from).expect("the template can be listed").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file of the template can be copied");
        }
    }
}
