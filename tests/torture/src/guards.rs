//! The guards of the code that keeps plans, taken away one at a time: each time a test has to fail.
//!
//! The lists in `guards/` name a guard by its exact text. A text that is not found exactly once is an error, so that a
//! list which no longer fits the code cannot pass for one that does.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs, io};

use serde::Deserialize;

use crate::Outcome;

/// Folders that are no source.
const SKIPPED: [&str; 5] = [".git", "target", "dist", "node_modules", "guards-at-work"];

/// A guard, and what shows that it is gone.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guard {
    /// What it guards against.
    pub against: String,
    /// The file that it stands in.
    pub file: String,
    /// Its text, which that file has once.
    pub text: String,
    /// What takes its place.
    pub instead: String,
    /// What fails then: a package, one of its tests, and where it helps a part of the names in it.
    pub fails: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    guard: Vec<Guard>,
}

/// All guards of all lists.
pub fn all() -> Vec<Guard> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("guards");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    let guards = |file: &PathBuf| {
        let text = fs::read_to_string(file).expect("a list can be read");
        let list: List = toml::from_str(&text).unwrap_or_else(|why| panic!("{}: {why}", file.display()));
        list.guard
    };
    files.iter().flat_map(guards).collect()
}

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

impl Guard {
    /// The text of its file without it.
    ///
    /// # Errors
    ///
    /// If its text does not stand there exactly once.
    pub fn taken_away(&self, root: &Path) -> Result<String, String> {
        let text =
            fs::read_to_string(root.join(&self.file)).map_err(|why| format!("{}: {why}", self.file))?;
        match text.matches(&self.text).count() {
            1 => Ok(text.replacen(&self.text, &self.instead, 1)),
            count => Err(format!("{} has the text {count} times: {}", self.file, self.text)),
        }
    }
}

/// Takes each guard away in a copy of the repository, and runs what has to fail then.
pub fn run() -> Outcome {
    let guards = all();
    let mut outcome = Outcome::of(format!("{} guards removed one at a time", guards.len()));
    let workshop = Workshop::open();
    let mut tests: Vec<&str> = guards.iter().map(|guard| guard.fails.as_str()).collect();
    tests.sort_unstable();
    tests.dedup();
    for tests in tests {
        outcome
            .case(|| format!("with all guards: {tests}"), || assert!(workshop.passes(tests), "a test fails"));
    }
    outcome.cases = 0;
    for guard in &guards {
        outcome.case(|| format!("{} ({})", guard.against, guard.file), || workshop.tries_without(guard));
        eprintln!("guards: {} of {} held so far", outcome.held(), outcome.cases);
    }
    outcome
}

/// A copy of the repository to break things in.
struct Workshop {
    root: PathBuf,
    target: PathBuf,
}

impl Workshop {
    fn open() -> Self {
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
        let folder = target.join("guards-at-work");
        let workshop = Self { root: folder.join("source"), target: folder.join("target") };
        // Files that are gone from the repository must not linger; what was compiled may.
        let _ = fs::remove_dir_all(&workshop.root);
        copy(&root(), &workshop.root).expect("the sources can be copied");
        workshop
    }

    fn tries_without(&self, guard: &Guard) {
        let broken = guard.taken_away(&self.root).unwrap_or_else(|why| panic!("{why}"));
        let path = self.root.join(&guard.file);
        let whole = fs::read_to_string(&path).expect("it was just read");
        fs::write(&path, broken).expect("the copy can be changed");
        let (compiles, passes) = (self.compiles(&guard.fails), self.passes(&guard.fails));
        fs::write(&path, whole).expect("the copy can be changed back");
        assert!(compiles, "without it nothing compiles");
        assert!(!passes, "without it every test passes");
    }

    fn compiles(&self, tests: &str) -> bool {
        self.cargo(tests, &["--no-run"])
    }

    fn passes(&self, tests: &str) -> bool {
        self.cargo(tests, &[])
    }

    fn cargo(&self, tests: &str, more: &[&str]) -> bool {
        let mut words = tests.split(' ');
        let mut word = || words.next().unwrap_or_else(|| panic!("{tests:?} names no package and test"));
        let (package, test) = (word(), word());
        let test = if test == "lib" { vec!["--lib"] } else { vec!["--test", test] };
        let status = Command::new("cargo")
            .args(["test", "--quiet", "--package", package])
            .args(test)
            .args(more)
            .args(words)
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", &self.target)
            .env("RUST_BACKTRACE", "0")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        status.expect("cargo can be started").success()
    }
}

/// Copies a folder with all that is in it and is source.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (name, path) = (entry.file_name(), entry.path());
        if SKIPPED.iter().any(|skipped| name.to_str() == Some(skipped)) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            copy(&path, &to.join(name))?;
        } else {
            fs::copy(path, to.join(name))?;
        }
    }
    Ok(())
}
