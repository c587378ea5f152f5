//! The files that learners take along, read by programs that other people made.

use std::process::Command;

use anyhow::Result;

use crate::{machine, step::Steps, workspace};

/// Imports the calendars of `tests/data/takeaway` one after the other, and reads the tables. Passed over where there is no
/// Python.
pub fn check(steps: &mut Steps) -> Result<()> {
    steps.run("calendars and tables in other programs", || {
        let Ok(python) = machine::install_calendar_readers() else {
            println!("There is no Python 3 here with its packages: no other program reads them.");
            return Ok(());
        };
        workspace::run(Command::new(python).arg(workspace::root().join("tests/takeaway/read.py")))
    })
}
