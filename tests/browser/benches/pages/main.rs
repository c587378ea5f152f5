//! Times the page in Chromium: its start beside that of an older page, its map beside Mermaid's drawing of the same graph,
//! the daily actions with the processor slowed, and the tasks of drawing and moving a map of 1,000 nodes.
//!
//! Prints tab-separated lines whose first column names the table. All times are in milliseconds and end when the frame was
//! handed over for display, so they include all work of the browser and the wait for the next of 60 frames per second.

mod actions;
mod beside;
mod large;
mod roadmap;
mod start;

use std::path::{Path, PathBuf};
use std::{env, fs};

use browser_tests::{Person, in_each_browser, page_address};
use serde_json::{Value, json};

fn main() {
    let old = old_page();
    let pages = [address(&old), page_address()];
    let folder = tempfile::tempdir().expect("a folder for the pages");
    let mermaid = folder.path().join("mermaid.html");
    fs::write(&mermaid, beside::page_text()).expect("the page can be written");
    fs::write(folder.path().join("mermaid.js"), browser_tests::mermaid_script()).expect("so can its script");
    in_each_browser(async |person| start::compare(&person, &pages).await);
    let plan = folder.path().join("plan.json");
    in_each_browser(async |person| {
        fs::write(&plan, actions::long_log(&person).await.to_string()).expect("the plan can be written");
        start::compare_with_plan(&person, &pages, &plan).await;
    });
    in_each_browser(async |person| {
        beside::compare(&person, &address(&mermaid), &pages).await;
        // Discarded: the requests of Mermaid's page for its script would fail the test.
        person.page_errors().await;
    });
    in_each_browser(actions::times);
    in_each_browser(large::frames);
    in_each_browser(large::tasks);
}

/// The page to compare with, `WAYMARK_OLD_PAGE`.
fn old_page() -> PathBuf {
    env::var_os("WAYMARK_OLD_PAGE").expect("`cargo xtask bench` says where the old page is").into()
}

fn address(page: &Path) -> String {
    format!("file://{}", page.display())
}

/// Opens a URL in a window with a new process, where nothing is compiled yet.
async fn opens(person: &Person, address: &str) {
    person.takes_a_fresh_window().await;
    let source = json!({ "source": include_str!("watch.js") });
    person.commands("Page.addScriptToEvaluateOnNewDocument", source).await;
    person.window(1280, 800).await;
    person.opens(address).await;
}

/// The result of an asynchronous script.
async fn awaits(person: &Person, script: &str) -> Value {
    let whole = format!(
        "const done = arguments[arguments.length - 1];
        (async () => {{ {script} }})().then(done, (problem) => done(String(problem)));"
    );
    person.runs_until_done(&whole, &[]).await
}

async fn number(person: &Person, script: &str) -> f64 {
    let answer = awaits(person, script).await;
    answer.as_f64().unwrap_or_else(|| panic!("no time: {answer}"))
}

fn median_and_least(times: &mut [f64]) -> (f64, f64) {
    times.sort_by(f64::total_cmp);
    (times[times.len() / 2], times[0])
}

/// Prints a line of a table: the median and the least time of each page.
fn prints(table: &str, row: &str, times: &mut [Vec<f64>]) {
    let columns = times.iter_mut().map(|times| {
        let (median, least) = median_and_least(times);
        format!("\t{median}\t{least}")
    });
    println!("{table}\t{row}{}", columns.collect::<String>());
}
