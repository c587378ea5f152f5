//! The learning content of the Python roadmap: checked, run, and put together from its Markdown files.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result, ensure};

use crate::{machine, measurements, step::Steps, workspace};

/// What of the content's code is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// What needs nothing but Python.
    StandardLibrary,
    /// All but what needs PyTorch.
    Pinned,
    /// With PyTorch, which takes gigabytes.
    All,
}

/// Checks the content and runs its code; then writes the roadmap and its content, with a page of counts.
pub fn run(code: Code) -> Result<()> {
    let python = machine::install_python_packages(code)?;
    let body = output_of(content(&python, code).args(["--write", "--counts"]))?;
    println!("{body}");
    measurements::publish(&measurements::Page {
        name: "content",
        title: "The learning content of the Python roadmap",
        command: if code == Code::All { "cargo xtask content --all" } else { "cargo xtask content" },
        seed: None,
        body: &format!(
            "{body}\nRun with {}\n{}",
            output_of(Command::new(&python).arg("--version"))?,
            packages()?
        ),
    })
}

/// Checks that the roadmap is what its Markdown files say, and runs the code that needs nothing but Python. Passed over where
/// there is no Python.
pub fn check(steps: &mut Steps) -> Result<()> {
    steps.run("learning content", || {
        let Ok(python) = machine::install_python_packages(Code::StandardLibrary) else {
            println!("There is no Python 3 here: the code in the content is not run.");
            return Ok(());
        };
        workspace::run(content(&python, Code::StandardLibrary).arg("--compare"))
    })
}

/// Asks each address of the content, and prints those that do not answer as they should.
pub fn links() -> Result<()> {
    let python = machine::install_python_packages(Code::StandardLibrary)?;
    workspace::run(Command::new(python).arg(script("links.py")).current_dir(workspace::root()))
}

fn content(python: &PathBuf, code: Code) -> Command {
    let mut command = Command::new(python);
    command.arg(script("content.py")).current_dir(workspace::root());
    if code != Code::All {
        command.arg("--skip-missing");
    }
    command
}

/// The pinned packages as a list in Markdown.
fn packages() -> Result<String> {
    let list = fs::read_to_string(script("requirements.txt"))?;
    Ok(list.lines().filter(|line| !line.starts_with('#')).map(|line| format!("- {line}\n")).collect())
}

fn script(name: &str) -> PathBuf {
    workspace::root().join("xtask/content").join(name)
}

fn output_of(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("could not start {command:?}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "the content has problems:\n{said}");
    Ok(String::from_utf8(output.stdout)?)
}
