//! The pages in `docs/measurements`, each written by the command that measured what it says.

use std::{
    fs, thread,
    time::{SystemTime, UNIX_EPOCH},
};

use anyhow::{Context, Result};
use chrono::DateTime;

use crate::workspace;

/// A page of measured figures.
pub struct Page<'a> {
    /// The name of its file, without the extension.
    pub name: &'a str,
    pub title: &'a str,
    /// The command that writes it, with its arguments.
    pub command: &'a str,
    /// The seed of its random numbers, if there were any.
    pub seed: Option<u64>,
    /// Its text after the heading, in Markdown.
    pub body: &'a str,
}

/// Prints the text of a page and writes it to `docs/measurements`, below its date, machine, commit, command and seed.
pub fn publish(page: &Page) -> Result<()> {
    let Page { name, title, command, seed, body } = page;
    println!("\n{}", body.trim());
    let folder = workspace::root().join("docs/measurements");
    fs::create_dir_all(&folder)?;
    let file = folder.join(name).with_extension("md");
    let seed = seed.map(|seed| format!("| seed | {seed} |\n")).unwrap_or_default();
    let text = format!(
        "# {title}\n\n\
         Written by `{command}`: run it again rather than edit this page.\n\n\
         | | |\n| --- | --- |\n| date | {} |\n| machine | {} |\n| commit | {} |\n{seed}\n\
         {}\n",
        today()?,
        machine(),
        commit()?,
        body.trim()
    );
    fs::write(&file, text).with_context(|| format!("could not write {}", file.display()))?;
    println!("\nWritten to {}", file.display());
    Ok(())
}

/// Today in UTC.
fn today() -> Result<String> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    let now = DateTime::from_timestamp(i64::try_from(seconds)?, 0).context("the clock is out of range")?;
    Ok(now.date_naive().to_string())
}

/// Processor, cores and operating system.
fn machine() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let processor = model.map_or(std::env::consts::ARCH, |(_, name)| name);
    let cores = thread::available_parallelism().map_or(1, usize::from);
    format!("{processor}, {cores} cores, {}", std::env::consts::OS)
}

/// The commit, and whether anything but these pages differs from it.
fn commit() -> Result<String> {
    let git = |words: &[&str]| -> Result<String> {
        let answer = workspace::command("git", words).output().context("could not start git")?;
        Ok(String::from_utf8_lossy(&answer.stdout).trim().to_owned())
    };
    let commit = git(&["rev-parse", "--short=12", "HEAD"])?;
    let changed = git(&["status", "--porcelain", "--untracked-files=no", "--", ".", ":!docs/measurements"])?;
    Ok(if changed.is_empty() { commit } else { format!("{commit} with changes") })
}
