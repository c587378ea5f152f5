//! How long the map takes in Chromium: from an address to the eye and drawn again, beside Mermaid's drawing of the same
//! graph; and what moving a roadmap of 1,000 nodes keeps the page busy with. Prints lines with tabs between their columns.
//!
//! All times run until the frame with the drawing was handed on to be shown, and so have in them all that a browser does for
//! it, and the wait for the next of 60 frames in a second.

mod beside;
mod moving;
mod roadmap;

use std::fs;

use browser_tests::{Person, in_each_browser};
use serde_json::Value;

fn main() {
    let folder = tempfile::tempdir().expect("a folder for the pages");
    let mermaid = folder.path().join("mermaid.html");
    fs::write(&mermaid, beside::page_text()).expect("the page can be written");
    fs::write(folder.path().join("mermaid.js"), browser_tests::mermaid_script()).expect("so can its script");
    in_each_browser(async |person| {
        beside::compare(&person, &address(&mermaid)).await;
        // What was opened there has its script in a file of its own, which this page never has.
        person.misdeeds().await;
    });
    in_each_browser(moving::measure);
}

fn address(page: &std::path::Path) -> String {
    format!("file://{}", page.display())
}

/// What a script that awaits comes to in the page.
async fn awaits(person: &Person, script: &str) -> Value {
    let whole = format!(
        "const done = arguments[arguments.length - 1];
        (async () => {{ {script} }})().then(done, (problem) => done(String(problem)));"
    );
    person.runs_until_done(&whole, &[]).await
}

/// The one in the middle, and the least.
fn median_and_least(times: &mut [f64]) -> (f64, f64) {
    times.sort_by(f64::total_cmp);
    (times[times.len() / 2], times[0])
}
