//! Mounts the page.

fn main() {
    waymark::ui::mount();
}
