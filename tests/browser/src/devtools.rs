//! What Chromium alone can be asked, for measuring: by its driver, in the protocol of its developer tools.

use serde_json::Value;

use crate::{Person, chromium};

/// What a page did without a break, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Task {
    /// From its begin to its end.
    pub took: f64,
    /// What of that the processor worked for it: less where other programs had it meanwhile.
    pub computed: f64,
}

impl Person {
    /// Has Chromium carry out a command of its developer tools.
    pub async fn commands(&self, command: &str, parameters: Value) {
        chromium::protocol(&self.visit.client(), command, parameters).await;
    }

    /// Closes the window and goes to an empty one, whose process is another, so that nothing is compiled there yet.
    pub async fn takes_a_fresh_window(&self) {
        self.visit.step("takes a fresh window".into());
        self.visit.empty_window().await;
    }

    /// Opens an address in this window.
    pub async fn opens(&self, address: &str) {
        self.visit.step(format!("opens {address}"));
        self.visit.client().goto(address).await.expect("the address can be opened");
    }

    /// Starts the browser anew with what was stored, and from then on has it note what keeps each page's main thread busy.
    pub async fn has_tasks_noted(&self) {
        self.visit.step("has tasks noted".into());
        self.visit.change_preferences(|preferences| preferences.tasks_noted = true);
        self.visit.restart().await;
    }

    /// The tasks that the page's main thread had between two marks, which the page has set with `performance.mark`.
    pub async fn tasks_between(&self, begin: &str, end: &str) -> Vec<Task> {
        chromium::tasks(&self.visit.client(), [begin, end]).await
    }
}
