//! Outcomes of rows, and the sizes in which rows run.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The size of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Short enough for every run of the tests.
    Fast,
    Full,
}

impl Size {
    /// One of two figures, by the size.
    pub fn of(self, fast: usize, full: usize) -> usize {
        match self {
            Self::Fast => fast,
            Self::Full => full,
        }
    }
}

/// The cases of a row and the losses among them.
#[derive(Debug, Default)]
pub struct Outcome {
    /// A description for the table.
    pub done: String,
    pub cases: usize,
    /// Further remarks for the table.
    pub notes: Vec<String>,
    /// Failed cases, each with the way to reproduce it.
    pub losses: Vec<String>,
}

impl Outcome {
    /// An outcome without cases.
    pub fn of(done: impl Into<String>) -> Self {
        Self { done: done.into(), ..Self::default() }
    }

    /// Runs a case; a panic is a loss under this name.
    pub fn case(&mut self, name: impl FnOnce() -> String, case: impl FnOnce()) {
        self.cases += 1;
        if let Err(panic) = catch_unwind(AssertUnwindSafe(case)) {
            self.losses.push(format!("{}: {}", name(), words_of(&*panic)));
        }
    }

    /// The number of cases without a loss.
    pub fn held(&self) -> usize {
        self.cases.saturating_sub(self.losses.len())
    }

    /// Panics if anything was lost.
    pub fn holds(&self) {
        assert!(self.cases > 0, "{}: there was no case", self.done);
        assert!(self.losses.is_empty(), "{}:\n{}", self.done, self.losses.join("\n"));
    }
}

/// The message of a panic.
fn words_of(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("it panicked")
}
