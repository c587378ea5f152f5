//! Processes that a test started, and those which they started in their turn.

use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

/// Ends a process and everything below it at once, without a chance to put anything in order.
pub(crate) fn kill_with_all_below(process: u32) {
    let mut doomed = vec![process];
    let mut at = 0;
    while let Some(&parent) = doomed.get(at) {
        doomed.extend(children(parent));
        at += 1;
    }
    let words = doomed.iter().map(u32::to_string);
    // Its status does not count: some may have ended between the look and the kill, because what they worked for had.
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

/// The processes that a process started itself.
fn children(parent: u32) -> Vec<u32> {
    let all = fs::read_dir("/proc").expect("tests that kill a browser need a system with /proc");
    let numbers = all.flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    numbers.filter(|&process| parent_and_state(process).is_some_and(|(of, _)| of == parent)).collect()
}

fn is_running(process: u32) -> bool {
    parent_and_state(process).is_some_and(|(_, state)| state != "Z")
}

/// What started a process, and how it stands.
fn parent_and_state(process: u32) -> Option<(u32, String)> {
    let line = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name before it may have any letter, also a space or a bracket.
    let (_, rest) = line.rsplit_once(')')?;
    let mut words = rest.split_whitespace();
    let state = words.next()?.to_owned();
    Some((words.next()?.parse().ok()?, state))
}
