//! What became of a row.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How much of a row is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// As much as fits into every run of the tests.
    Fast,
    /// All of it.
    Full,
}

impl Size {
    /// One of two figures.
    pub fn of(self, fast: usize, full: usize) -> usize {
        match self {
            Self::Fast => fast,
            Self::Full => full,
        }
    }
}

/// What became of a row.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What was done.
    pub done: String,
    /// How many cases there were.
    pub cases: usize,
    /// What is to be said beside the number of cases.
    pub notes: Vec<String>,
    /// What was lost or went wrong, each with how to make it happen again.
    pub losses: Vec<String>,
}

impl Outcome {
    /// An outcome of nothing yet.
    pub fn of(done: impl Into<String>) -> Self {
        Self { done: done.into(), ..Self::default() }
    }

    /// Runs a case; what it panics with is a loss under this name.
    pub fn case(&mut self, name: impl FnOnce() -> String, case: impl FnOnce()) {
        self.cases += 1;
        if let Err(panic) = catch_unwind(AssertUnwindSafe(case)) {
            self.losses.push(format!("{}: {}", name(), words_of(&*panic)));
        }
    }

    /// How many cases went well.
    pub fn held(&self) -> usize {
        self.cases.saturating_sub(self.losses.len())
    }

    /// Fails a test where anything was lost.
    pub fn holds(&self) {
        assert!(self.cases > 0, "{}: there was no case", self.done);
        assert!(self.losses.is_empty(), "{}:\n{}", self.done, self.losses.join("\n"));
    }
}

/// What a panic said.
fn words_of(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("it panicked")
}
