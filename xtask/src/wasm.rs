//! Compiles to WebAssembly: the app, from which wasm-bindgen makes the program and its JavaScript glue, and the planner
//! alone for tests.

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

/// Compiles the app and returns the folder with the program and its glue.
pub fn build(steps: &mut Steps) -> Result<PathBuf> {
    let target = workspace::target();
    steps.run("the app as WebAssembly", || {
        add_target()?;
        let words = ["build", "--release", "--package", "waymark", "--target", TARGET, "--target-dir"];
        let flags = remapped_paths()?;
        workspace::run(workspace::command("cargo", &words).arg(&target).env("CARGO_ENCODED_RUSTFLAGS", flags))
    })?;
    let bindings = target.join("waymark-page");
    steps.run("wasm-bindgen", || bind(&target.join(TARGET).join("release/waymark.wasm"), &bindings))?;
    Ok(bindings)
}

/// Flags for rustc that remove this machine's folders from the paths of source files. A panic message has such a path,
/// and so has the report that a learner may send to somebody; and every machine then makes the same program.
fn remapped_paths() -> Result<OsString> {
    let cargo_home = match env::var_os("CARGO_HOME") {
        Some(folder) => PathBuf::from(folder),
        None => env::home_dir().context("this user has no home folder")?.join(".cargo"),
    };
    // Each registry has a folder of its own with the sources of its packages.
    let mut folders = vec![workspace::root()];
    for registry in fs::read_dir(cargo_home.join("registry/src"))? {
        folders.push(registry?.path());
    }
    let mut flags = OsString::new();
    for folder in folders {
        if !flags.is_empty() {
            flags.push("\u{1f}");
        }
        flags.push("--remap-path-prefix=");
        flags.push(folder);
        flags.push("=.");
    }
    Ok(flags)
}

/// Compiles the planner alone, as the tests and benchmarks run it in browsers.
///
/// Its package is an ordinary library, and a `cdylib` only here: as both at once it would be compiled without link-time
/// optimization, which doubles its size.
pub fn planner() -> Result<PathBuf> {
    add_target()?;
    let target = workspace::target();
    let words = ["rustc", "--release", "--package", "planner-in-wasm", "--crate-type", "cdylib"];
    let mut command = workspace::command("cargo", &words);
    workspace::run(command.args(["--target", TARGET, "--target-dir"]).arg(&target))?;
    Ok(target.join(TARGET).join("release/planner_in_wasm.wasm"))
}

/// Adds the target to this machine's Rust if it is missing: rustup adds what rust-toolchain.toml lists only where it is
/// allowed to install by itself.
fn add_target() -> Result<()> {
    // rustc is asked, not rustup, because some systems install Rust as a package of their own.
    let words = ["--print", "target-libdir", "--target", TARGET];
    let folder = workspace::command("rustc", &words).output().context("could not start rustc")?.stdout;
    if Path::new(String::from_utf8_lossy(&folder).trim()).is_dir() {
        return Ok(());
    }
    println!("Missing: Rust's target {TARGET}");
    workspace::run(&mut workspace::command("rustup", &["target", "add", TARGET])).with_context(|| {
        format!(
            "check the network and run this again; if your Rust did not come through rustup, install your system's \
             package for the target {TARGET}"
        )
    })
}

fn bind(wasm: &Path, into: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(wasm)
        .out_name("waymark")
        .no_modules(true)?
        .typescript(false)
        // It names wasm-bindgen's version together with the commit of whatever Git repository Cargo's home lies in.
        .remove_producers_section(true)
        // Without a fallback for browsers that lack it: all that can start the page have `TextEncoder.encodeInto`.
        .encode_into(EncodeInto::Always)
        .generate(into)
        .context("wasm-bindgen could not read the compiled app")
}
