//! Waymark: a learning-path planner in one HTML file.
//!
//! A roadmap is a graph. Its decisions become questions, the answers choose a route through it, and the
//! phases on the route become dates:
//!
//! ```text
//! Roadmap ── + Answers ──> Route ── + Availability ──> Plan ── + Progress, today ──> Forecast ──> what the page says
//! ```
//!
//! Only the learner's own entries are stored; everything else is computed.
//!
//! This package is the page, in Yew: `parts` are components, `screens` compose them, `text` has the words.
//! The state and everything computed from it are in `crates/`, which know neither Yew nor, except for
//! `browser`, the DOM.

mod content;
mod context;
mod download;
mod effects;
mod focus;
mod kept_file;
mod opening;
pub mod parts;
mod persistence;
mod root;
mod screens;
mod store;
pub mod take_along;
pub mod text;

use persistence::PersistenceService;
use root::{App, AppProps};

/// Mounts the page into the document.
pub fn mount() {
    // Yew would replace a hook set with `std::panic::set_hook`.
    yew::set_custom_panic_hook(Box::new(|panic| browser::start::crashed(&panic.to_string())));
    yew::platform::spawn_local(async {
        let service = PersistenceService::open().await;
        if let Some(root) = browser::page::root() {
            yew::Renderer::<App>::with_root_and_props(root, AppProps { service }).render();
        }
    });
}
