//! Makes what the pages carry along: the bundled assets, the texts of every language, and the types that the contract
//! (`api/schema.graphql`) declares.

use std::{env, fs, path::PathBuf};

mod assets;
mod contract;
mod texts;

fn main() {
    for input in [
        "assets",
        "locales",
        // The contract types the pages' documents, which no compiler watches by itself.
        contract::PATH,
        "build",
        "build.mjs",
        "package.json",
        "package-lock.json",
        "node_modules/.package-lock.json",
    ] {
        println!("cargo::rerun-if-changed={input}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("Cargo names the output folder"));
    let write = |name: &str, code: String| {
        fs::write(out.join(name), code).expect("the output folder can be written");
    };
    assets::bundle(&out);
    write("assets.rs", assets::code(&out));

    let contract = contract::Contract::read();
    let texts = texts::Texts::read();
    contract.check_words(&texts);
    write("codes.rs", contract.codes(&texts));
    write("inputs.rs", contract.inputs());
    write("operation.rs", contract.operation());
    write("texts.rs", texts.files());
    write("keys.rs", texts.keys());
}
