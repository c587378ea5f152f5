//! Mounts the page.

fn main() {
    waymark::mount();
}
