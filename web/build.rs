//! Makes what the pages carry along: the bundled assets, each named by its content, and the texts of every language.

use std::{
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const ASSETS: [(&str, &str, &str); 4] = [
    ("STYLESHEET", "styles.css", "text/css; charset=utf-8"),
    ("APP", "app.js", "text/javascript; charset=utf-8"),
    ("ICONS", "icons.svg", "image/svg+xml"),
    ("ICON", "icon.svg", "image/svg+xml"),
];
const LANGUAGES: [&str; 3] = ["en", "lt", "ru"];

fn main() {
    for input in [
        "assets",
        "locales",
        // The contract types the pages' documents, which no compiler watches by itself.
        "../api/schema.graphql",
        "build.mjs",
        "build.rs",
        "package.json",
        "package-lock.json",
        "node_modules/.package-lock.json",
    ] {
        println!("cargo::rerun-if-changed={input}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("Cargo names the output folder"));
    bundle(&out);
    fs::write(out.join("assets.rs"), assets(&out)).expect("the output folder can be written");
    fs::write(out.join("texts.rs"), texts()).expect("the output folder can be written");
}

fn bundle(out: &Path) {
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

fn assets(out: &Path) -> String {
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

fn texts() -> String {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("Cargo names the package's folder"));
    let mut code = String::new();
    for language in LANGUAGES {
        let folder = root.join("locales").join(language);
        let mut files: Vec<_> = fs::read_dir(&folder)
            .expect("every language has its folder")
            .map(|entry| entry.expect("a folder can be listed").path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "ftl"))
            .collect();
        files.sort();
        let _ = writeln!(code, "pub const {}: &[(&str, &str)] = &[", language.to_uppercase());
        for file in files {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let _ = writeln!(code, "    ({name:?}, include_str!({:?})),", file.to_string_lossy());
        }
        code.push_str("];\n");
    }
    code
}
