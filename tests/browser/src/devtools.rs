//! Measurements that only Chromium offers, through the DevTools protocol.

use serde_json::Value;

use crate::{Person, chromium};

/// A task of a page's main thread, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Task {
    /// Wall-clock time.
    pub took: f64,
    /// CPU time: less than the wall-clock time where other programs had the processor.
    pub computed: f64,
}

impl Person {
    /// Sends a DevTools command.
    pub async fn commands(&self, command: &str, parameters: Value) {
        chromium::protocol(&self.visit.client(), command, parameters).await;
    }

    /// Closes the window and goes to an empty one in a new process, where nothing is compiled yet.
    pub async fn takes_a_fresh_window(&self) {
        self.visit.step("takes a fresh window".into());
        self.visit.empty_window().await;
    }

    /// Navigates this window.
    pub async fn opens(&self, address: &str) {
        self.visit.step(format!("opens {address}"));
        self.visit.client().goto(address).await.expect("the address can be opened");
    }

    /// Restarts the browser with its profile and records the main thread's tasks from then on.
    pub async fn has_tasks_noted(&self) {
        self.visit.step("has tasks noted".into());
        self.visit.change_preferences(|preferences| preferences.tasks_noted = true);
        self.visit.restart().await;
    }

    /// The main thread's tasks between two marks that the page set with `performance.mark`.
    pub async fn tasks_between(&self, begin: &str, end: &str) -> Vec<Task> {
        chromium::tasks(&self.visit.client(), [begin, end]).await
    }
}
