//! Migrations of data that older versions of the page wrote.
//!
//! Each form has a chain of steps, one from each version to the next. A step turns the JSON of one version
//! into that of the next without types of its own, so only the newest version has any. A step that finds
//! something unexpected leaves it as it is: the reader of the newest form then refuses it, and refused data
//! is set aside, not lost.
//!
//! To add a stored field, append a step that gives it a value in older texts, to the chains of all forms that
//! hold it (the document is in the saved form and in the plan file). The files of the versions before, in
//! `tests/data/saved`, stay as they are and have to open.

use std::ops::RangeInclusive;

use serde_json::Value;

/// Turns the JSON of one version into that of the next.
pub type Step = fn(Value) -> Value;

/// The versions of a form that can be read.
#[derive(Clone, Copy, Debug)]
pub struct Migrations {
    /// The version that the first step starts from.
    pub oldest: u32,
    /// One step from each version to the next.
    pub steps: &'static [Step],
}

impl Migrations {
    /// The version that is written.
    pub const fn newest(&self) -> u32 {
        self.oldest + self.steps.len() as u32
    }

    /// All versions that can be read.
    pub fn versions(&self) -> RangeInclusive<u32> {
        self.oldest..=self.newest()
    }

    /// Migrates a form from one of [`Migrations::versions`] to the newest one.
    pub fn apply(&self, version: u32, form: Value) -> Value {
        let done = version.saturating_sub(self.oldest) as usize;
        self.steps.iter().skip(done).fold(form, |form, step| step(form))
    }
}

#[cfg(test)]
mod tests {
    use super::Migrations;
    use serde_json::{Value, json};

    /// Appends a number to a list.
    fn append<const N: u32>(mut list: Value) -> Value {
        list.as_array_mut().expect("the form is a list").push(N.into());
        list
    }

    #[test]
    fn each_version_takes_the_steps_after_it_in_order() {
        let migrations = Migrations { oldest: 4, steps: &[append::<5>, append::<6>] };
        assert_eq!(migrations.newest(), 6);
        assert_eq!(migrations.apply(4, json!([])), json!([5, 6]));
        assert_eq!(migrations.apply(5, json!([])), json!([6]));
        assert_eq!(migrations.apply(6, json!([])), json!([]));
    }
}
