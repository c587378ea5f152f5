//! From the app's source to the two files that wasm-bindgen makes of it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::{step::Steps, workspace};

const TARGET: &str = "wasm32-unknown-unknown";

/// Compiles the app and returns the folder with the program and its JavaScript glue.
pub fn build(steps: &mut Steps) -> Result<PathBuf> {
    let target = workspace::target();
    steps.run("the app as WebAssembly", || {
        ensure_target()?;
        let words = ["build", "--release", "--package", "waymark", "--target", TARGET, "--target-dir"];
        workspace::run(workspace::command("cargo", &words).arg(&target))
    })?;
    let bound = target.join("waymark-page");
    steps.run("wasm-bindgen", || bind(&target.join(TARGET).join("release/waymark.wasm"), &bound))?;
    Ok(bound)
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
        .generate(into)
        .context("wasm-bindgen could not read the compiled app")
}
