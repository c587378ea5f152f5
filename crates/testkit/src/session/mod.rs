//! Whole sessions of a learner, as text: one message per line.
//!
//! Besides messages there are `look`, which writes what a learner sees now, and `restart`, which loads the page again.
//! Lines that begin with `#` are comments.

mod line;
mod outcome;

use std::rc::Rc;

use app::Screen;
use planner::Date;
use roadmap::Roadmap;

use crate::documents::date;
use crate::opened_page;
use line::{read_msg, write_msg};
use outcome::look;

/// Today in every session, a Monday, until a line says otherwise.
fn today() -> Date {
    date(2027, 2, 1)
}

/// Plays a session on a new model and returns what a learner sees at each `look` and at the end.
///
/// # Errors
/// The first line that cannot be read.
pub fn play(roadmap: &Rc<Roadmap>, session: &str) -> Result<String, String> {
    let mut model = opened_page(roadmap.clone(), None, Screen::Home, today());
    let mut outcome = String::new();
    for line in session.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line {
            "look" => look(&model, &mut outcome),
            "restart" => {
                let stored = Some(model.saved_state());
                model = opened_page(roadmap.clone(), stored, model.screen().clone(), model.today());
            }
            _ => {
                let msg = read_msg(line).ok_or_else(|| line.to_owned())?;
                assert_eq!(write_msg(&msg).as_deref(), Some(line), "a message is written as it is read");
                model.update(msg);
            }
        }
    }
    look(&model, &mut outcome);
    Ok(outcome)
}
