//! Announces the steps of a command and reports how long each one took.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

#[derive(Default)]
pub struct Steps {
    done: Vec<(&'static str, Duration)>,
}

impl Steps {
    /// Announces a step, runs it and remembers its time. The error of a failed step names the step.
    pub fn run<T>(&mut self, name: &'static str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("\n== {name}");
        let begun = Instant::now();
        let result = work();
        let took = begun.elapsed();
        self.done.push((name, took));
        result.with_context(|| format!("\nStopped at \"{name}\" after {}", seconds(took)))
    }

    /// Prints the time of each step and of all of them.
    pub fn report(&self) {
        println!();
        for (name, took) in &self.done {
            println!("{:>9}  {name}", seconds(*took));
        }
        let whole = self.done.iter().map(|(_, took)| *took).sum();
        println!("{:>9}  in all", seconds(whole));
    }
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
