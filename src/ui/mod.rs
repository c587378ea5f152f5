//! The page: what the state looks like, in Yew. Every screen gets the state and one callback for what happens.

mod app;
mod download;
mod focus;
mod parts;
mod screens;
mod text;

/// Puts the page into the document.
pub fn mount() {
    crate::browser::start::watch_panics();
    if let Some(root) = crate::browser::page::root() {
        yew::Renderer::<app::App>::with_root(root).render();
    }
}
