//! All tests that need no browser, in one binary that links once.

#![allow(clippy::unwrap_used)]

mod advice;
mod chances;
mod corrected_words;
mod corrections;
mod dates;
mod edits;
mod every_field;
mod export;
mod forecast;
mod forms;
mod hints;
mod history;
mod hostile_flowcharts;
mod layout;
mod learner;
mod lengths;
mod log;
mod map;
mod meaning;
mod moved;
mod namespaces;
mod opening;
mod own_roadmaps;
mod parts_of_files;
mod placement;
mod progress;
mod quiz;
mod remarks_on_times;
mod revision;
mod roadmaps;
mod routes;
mod saved;
mod schemas;
mod sessions;
mod steps;
mod study;
mod takeaway;
mod tidy;
mod today;
mod windows;
mod wrong_clock;
