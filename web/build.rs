//! Makes what the pages carry along: the bundled assets, the texts of every language, and the types that the contract
//! (`api/schema.graphql`) declares.

use std::{env, fs, path::PathBuf};

mod generate {
    pub mod assets;
    pub mod contract;
    pub mod texts;
}
use generate::{assets, contract, texts};

/// The languages of the pages, each a folder of `locales`; the others are compared with the first.
const LANGUAGES: [&str; 3] = ["en", "lt", "ru"];

fn main() {
    for input in [
        "assets",
        "locales",
        // The contract types the pages' documents, which no compiler watches by itself.
        contract::PATH,
        "build.rs",
        "generate",
        "build.mjs",
        "package.json",
        "package-lock.json",
        "node_modules/.package-lock.json",
    ] {
        println!("cargo::rerun-if-changed={input}");
    }
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("Cargo names the package's folder"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("Cargo names the output folder"));
    let write = |name: &str, code: String| {
        fs::write(out.join(name), code).expect("the output folder can be written");
    };
    assets::bundle(&out);
    write("assets.rs", assets::code(&out));

    let contract = contract::Contract::read();
    let texts = texts::Texts::read(&root.join("locales"), &LANGUAGES);
    contract.check_words(&texts);
    write("codes.rs", contract.codes(&texts));
    write("inputs.rs", contract.inputs());
    write("operation.rs", contract.operation());
    write("texts.rs", texts.files());
    write("keys.rs", texts.keys());
}
