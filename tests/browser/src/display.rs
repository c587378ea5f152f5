//! A virtual display for WebKitGTK, which has no headless mode.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

pub(crate) struct Display {
    server: Child,
    number: String,
}

impl Display {
    pub(crate) fn start() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|problem| panic!("cannot start Xvfb ({problem}): run `cargo xtask test`"));
        let mut number = String::new();
        let said = server.stdout.as_mut().expect("its output is a pipe");
        BufReader::new(said).read_line(&mut number).expect("Xvfb says its number");
        assert!(!number.trim().is_empty(), "Xvfb found no free display");
        Self { server, number: format!(":{}", number.trim()) }
    }

    pub(crate) fn name(&self) -> &str {
        &self.number
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // The display may have ended by itself already; then there is nothing to do.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
