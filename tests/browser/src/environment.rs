//! The environment variables that `cargo xtask test` sets.

use std::env;
use std::path::PathBuf;

use crate::Engine;

/// The built page, `WAYMARK_PAGE`.
pub(crate) fn page() -> PathBuf {
    PathBuf::from(required("WAYMARK_PAGE"))
}

/// The browsers every test runs in, `WAYMARK_BROWSERS`: names with commas between.
pub(crate) fn browsers() -> Vec<Engine> {
    named(&required("WAYMARK_BROWSERS"))
}

/// The browsers for tests of what engines do differently, `WAYMARK_ENGINES`; where that is not set, those of every test.
pub(crate) fn engines() -> Vec<Engine> {
    env::var("WAYMARK_ENGINES").map_or_else(|_| browsers(), |names| named(&names))
}

fn named(browsers: &str) -> Vec<Engine> {
    let names = browsers.split(',').map(str::trim).filter(|name| !name.is_empty());
    names
        .map(|name| Engine::named(name).unwrap_or_else(|| panic!("there is no browser named {name:?}")))
        .collect()
}

/// The text of axe-core's script, `WAYMARK_AXE`.
pub(crate) fn axe() -> String {
    let path = required("WAYMARK_AXE");
    std::fs::read_to_string(&path)
        .unwrap_or_else(|problem| panic!("cannot read WAYMARK_AXE, {path}: {problem}"))
}

/// The text of Mermaid's script, `WAYMARK_MERMAID`.
pub(crate) fn mermaid() -> String {
    let path = required("WAYMARK_MERMAID");
    std::fs::read_to_string(&path)
        .unwrap_or_else(|problem| panic!("cannot read WAYMARK_MERMAID, {path}: {problem}"))
}

/// The planner as a WebAssembly program, `WAYMARK_PLANNER`.
pub(crate) fn planner() -> PathBuf {
    PathBuf::from(required("WAYMARK_PLANNER"))
}

/// The directory for screenshots, `WAYMARK_SHOTS`; without it none are taken.
pub(crate) fn pictures() -> Option<PathBuf> {
    env::var_os("WAYMARK_SHOTS").map(PathBuf::from)
}

fn required(variable: &str) -> String {
    env::var(variable)
        .unwrap_or_else(|_| panic!("{variable} is not set: run the browser tests with `cargo xtask test`"))
}
