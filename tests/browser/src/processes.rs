//! Processes of Linux: their trees, and the files that they have open.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

/// Kills a process and all its descendants.
pub(crate) fn kill_with_all_below(process: u32) {
    let mut doomed = vec![process];
    let mut at = 0;
    while let Some(&parent) = doomed.get(at) {
        doomed.extend(children(parent));
        at += 1;
    }
    let words = doomed.iter().map(u32::to_string);
    // Its status does not matter: some may have ended by themselves meanwhile.
    let killed = Command::new("kill").arg("-KILL").args(words).stderr(Stdio::null()).status();
    killed.expect("there is a `kill`");
    for _ in 0..500 {
        if !doomed.iter().any(|&process| is_running(process)) {
            return;
        }
        thread::sleep(Duration::from_millis(10));
    }
    panic!("{doomed:?} live on");
}

/// Whether any process has a file open. WebKit writes what a page offers for download straight to the file's final name,
/// bit by bit.
pub(crate) fn have_open(file: &Path) -> bool {
    let all = fs::read_dir("/proc").expect("tests of downloads need a system with /proc");
    // Processes may end meanwhile.
    let descriptors = all.flatten().filter_map(|process| fs::read_dir(process.path().join("fd")).ok());
    descriptors.flatten().flatten().any(|open| fs::read_link(open.path()).is_ok_and(|target| target == file))
}

/// The child processes.
fn children(parent: u32) -> Vec<u32> {
    let all = fs::read_dir("/proc").expect("tests that kill a browser need a system with /proc");
    let numbers = all.flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    numbers.filter(|&process| parent_and_state(process).is_some_and(|(of, _)| of == parent)).collect()
}

fn is_running(process: u32) -> bool {
    parent_and_state(process).is_some_and(|(_, state)| state != "Z")
}

/// The parent of a process, and its state as in proc(5).
fn parent_and_state(process: u32) -> Option<(u32, String)> {
    let line = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The command name before it may contain spaces and parentheses.
    let (_, rest) = line.rsplit_once(')')?;
    let mut words = rest.split_whitespace();
    let state = words.next()?.to_owned();
    Some((words.next()?.parse().ok()?, state))
}
