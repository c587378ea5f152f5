//! The page: what the state looks like, in Yew. Every screen gets the state and one callback for what happens.

mod app;
mod download;
mod focus;
mod keeper;
mod opening;
mod parts;
mod screens;
mod text;

use app::{App, AppProps};
use keeper::Keeper;

/// Puts the page into the document.
pub fn mount() {
    crate::browser::start::watch_panics();
    yew::platform::spawn_local(async {
        let keeper = Keeper::find().await;
        if let Some(root) = crate::browser::page::root() {
            yew::Renderer::<App>::with_root_and_props(root, AppProps { keeper }).render();
        }
    });
}
