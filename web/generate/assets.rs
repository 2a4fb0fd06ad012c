//! The stylesheet, the script and the icons, each named by its content.

use std::{fmt::Write as _, fs, path::Path, process::Command};

const ASSETS: [(&str, &str, &str); 4] = [
    ("STYLESHEET", "styles.css", "text/css; charset=utf-8"),
    ("APP", "app.js", "text/javascript; charset=utf-8"),
    ("ICONS", "icons.svg", "image/svg+xml"),
    ("ICON", "icon.svg", "image/svg+xml"),
];

/// Has `build.mjs` write the assets into the output folder.
pub fn bundle(out: &Path) {
    if !installed() {
        run("npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    }
    run("node", &["build.mjs", &out.to_string_lossy()]);
}

/// npm writes its own copy of the lock file last, so an older one means an unfinished or outdated installation.
fn installed() -> bool {
    let changed = |path| fs::metadata(path).and_then(|file| file.modified()).ok();
    changed("node_modules/.package-lock.json").is_some_and(|done| Some(done) >= changed("package-lock.json"))
}

fn run(program: &str, arguments: &[&str]) {
    match Command::new(program).args(arguments).status() {
        Ok(status) if status.success() => {}
        Ok(status) => panic!("`{program} {}` in web/ failed ({status})", arguments.join(" ")),
        Err(error) => {
            panic!(
                "the pages' stylesheet and icons are bundled by Node.js 20 or newer, and `{program}` could not be started: {error}"
            )
        }
    }
}

/// A constant for each asset, and the list of them.
pub fn code(out: &Path) -> String {
    let mut code = String::new();
    let mut all = String::new();
    for (constant, name, kind) in ASSETS {
        let content = fs::read(out.join(name)).expect("build.mjs has written it");
        let path = format!("/assets/{:016x}/{name}", fingerprint(&content));
        let _ = writeln!(
            code,
            "pub const {constant}: Asset = Asset {{ path: {path:?}, kind: {kind:?}, content: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}\")) }};"
        );
        let _ = write!(all, "&{constant}, ");
    }
    let _ = writeln!(code, "pub const ALL: [&Asset; {}] = [{all}];", ASSETS.len());
    code
}

/// FNV-1a: it only has to differ when the content does.
fn fingerprint(content: &[u8]) -> u64 {
    content
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
