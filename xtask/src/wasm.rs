//! Compiles the app to WebAssembly, from which wasm-bindgen makes the program and its JavaScript glue.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

use crate::{step::Steps, workspace};

const TARGET: &str = "wasm32-unknown-unknown";

/// Compiles the app and returns the folder with the program and its JavaScript glue.
pub fn build(steps: &mut Steps) -> Result<PathBuf> {
    let target = workspace::target();
    steps.run("the app as WebAssembly", || {
        ensure_target()?;
        let words = ["build", "--release", "--package", "waymark", "--target", TARGET, "--target-dir"];
        workspace::run(workspace::command("cargo", &words).arg(&target).env(FLAGS, without_places()))
    })?;
    let bound = target.join("waymark-page");
    steps.run("wasm-bindgen", || bind(&target.join(TARGET).join("release/waymark.wasm"), &bound))?;
    Ok(bound)
}

/// What cargo hands on to rustc, with a separator between.
const FLAGS: &str = "CARGO_ENCODED_RUSTFLAGS";

/// Has rustc write the sources' places without those of this machine: they stand in what a panic says, and so in the
/// report that a learner may send to somebody.
fn without_places() -> OsString {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo"))).unwrap_or_default();
    let registries = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
    let mut flags = OsString::new();
    for place in registries.map(|registry| registry.path()).chain([workspace::root()]) {
        if !flags.is_empty() {
            flags.push("\u{1f}");
        }
        flags.push("--remap-path-prefix=");
        flags.push(place);
        flags.push("=.");
    }
    flags
}

/// Compiles the planner alone, as the tests and benchmarks have it in browsers.
pub fn planner() -> Result<PathBuf> {
    library("planner-in-wasm")
}

/// Compiles a package that is an ordinary library, and only here a program of its own: as both at once it would be
/// compiled without optimizing it as a whole, which doubles its size.
fn library(package: &str) -> Result<PathBuf> {
    ensure_target()?;
    let target = workspace::target();
    let words = ["rustc", "--release", "--package", package, "--crate-type", "cdylib"];
    let mut command = workspace::command("cargo", &words);
    workspace::run(command.args(["--target", TARGET, "--target-dir"]).arg(&target))?;
    Ok(target.join(TARGET).join("release").join(package.replace('-', "_")).with_extension("wasm"))
}

/// Sees to it that rustc can compile for the browser.
pub fn ensure_target() -> Result<()> {
    // Asking rustc, not rustup, is right also where Rust came as a package of the system.
    let words = ["--print", "target-libdir", "--target", TARGET];
    let answer = workspace::command("rustc", &words).output().context("could not start rustc")?;
    if Path::new(String::from_utf8_lossy(&answer.stdout).trim()).is_dir() {
        return Ok(());
    }
    println!("Rust's target {TARGET} is missing here: adding it.");
    workspace::run(&mut workspace::command("rustup", &["target", "add", TARGET])).with_context(|| {
        format!(
            "Rust's target {TARGET} could not be added. Check the network and run `rustup target add {TARGET}` \
             yourself; where Rust did not come through rustup, install your system's package for that target"
        )
    })
}

fn bind(wasm: &Path, into: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(wasm)
        .out_name("waymark")
        .no_modules(true)?
        .typescript(false)
        // Without a way around it: every browser that can start the page has it.
        .encode_into(EncodeInto::Always)
        .generate(into)
        .context("wasm-bindgen could not read the compiled app")
}
