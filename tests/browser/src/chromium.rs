//! Starts Chromium, and uses what its driver offers beyond the standard.

use std::process::Command;
use std::time::Duration;

use fantoccini::Client;
use serde_json::{Map, Value, json};

use crate::Theme;
use crate::browser::Preferences;
use crate::devtools::Task;
use crate::driver::OwnCommand;
use crate::home::Home;

pub(crate) fn driver(port: u16) -> Command {
    let mut command = Command::new("chromedriver");
    command.args([format!("--port={port}"), "--silent".into()]);
    command
}

pub(crate) fn capabilities(home: &Home, preferences: Preferences) -> Map<String, Value> {
    let arguments = [
        "--headless",
        // Chromium's sandbox refuses to run as root, which containers usually are.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // For each window Chromium creates two extra pages for the address bar's popups. They keep half of a small
        // machine busy while a test runs, and nobody sees them.
        "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
        // Only this machine can be reached, whatever the page or the browser tries.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ];
    let mut arguments: Vec<String> = arguments.map(String::from).to_vec();
    arguments.push(format!("--user-data-dir={}", home.profile().display()));
    let mut options = json!({
        "args": arguments,
        "prefs": {
            "download.default_directory": home.downloads(),
            "download.prompt_for_download": false,
            // One setting for cookies and for what pages store: 1 allows, 2 blocks.
            "profile.default_content_setting_values.cookies": if preferences.storage_blocked { 2 } else { 1 },
        },
    });
    if preferences.tasks_noted {
        options["perfLoggingPrefs"] = json!({ "traceCategories": format!("toplevel,{MARKS}") });
    }
    Map::from_iter([
        ("goog:loggingPrefs".to_owned(), json!({ "performance": "ALL", "browser": "ALL" })),
        ("goog:chromeOptions".to_owned(), options),
    ])
}

pub(crate) async fn apply(client: &Client, preferences: Preferences) {
    let feature = |name: &str, value: &str| json!({ "name": name, "value": value });
    let features = [
        feature("prefers-color-scheme", if preferences.theme == Theme::Dark { "dark" } else { "light" }),
        feature(
            "prefers-reduced-motion",
            if preferences.reduced_motion { "reduce" } else { "no-preference" },
        ),
        feature("forced-colors", if preferences.forced_colors { "active" } else { "none" }),
    ];
    let media = if preferences.on_paper { "print" } else { "" };
    protocol(client, "Emulation.setEmulatedMedia", json!({ "media": media, "features": features })).await;
}

/// Emulated, because a real window of Chromium does not get narrower than 500 pixels.
pub(crate) async fn resize(client: &Client, width: u32, height: u32) {
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    protocol(client, "Emulation.setDeviceMetricsOverride", metrics).await;
}

pub(crate) async fn log(client: &Client) -> Vec<String> {
    let errors = entries(client, "browser").await;
    let errors =
        errors.iter().filter(|entry| entry["level"] == "SEVERE").map(|entry| text(&entry["message"]));
    let traffic = entries(client, "performance").await;
    let requests = traffic.iter().filter_map(|entry| requested(&text(&entry["message"])));
    errors.chain(requests.map(|address| format!("requested {address}"))).collect()
}

/// The URL requested, if this DevTools message is about a request.
fn requested(message: &str) -> Option<String> {
    let message: Value = serde_json::from_str(message).ok()?;
    let message = &message["message"];
    let parameters = &message["params"];
    match message["method"].as_str()? {
        // Neither the page itself nor the parts of Chromium's first tab count.
        "Network.requestWillBeSent" => Some(text(&parameters["request"]["url"])).filter(|address| {
            !["file:", "data:", "blob:", "chrome:", "chrome-untrusted:"]
                .iter()
                .any(|scheme| address.starts_with(scheme))
                || (address.starts_with("file:") && parameters["type"] != "Document")
        }),
        "Network.webSocketCreated" => Some(text(&parameters["url"])),
        _ => None,
    }
}

/// The main-thread tasks between the latest two of these performance marks.
pub(crate) async fn tasks(client: &Client, marks: [&str; 2]) -> Vec<Task> {
    let mut noted: Vec<Value> = vec![];
    // The driver delivers trace events with a delay.
    for _ in 0..40 {
        let messages = entries(client, "performance").await;
        let messages =
            messages.iter().filter_map(|entry| serde_json::from_str(entry["message"].as_str()?).ok());
        noted.extend(messages.map(|mut message: Value| message["message"]["params"].take()));
        let mark = |name| noted.iter().rfind(|event| event["name"] == name && event["cat"] == MARKS);
        if let [Some(begin), Some(end)] = marks.map(mark) {
            return noted.iter().filter_map(|event| task(event, begin, end)).collect();
        }
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
    panic!("Chromium did not note the marks {marks:?}");
}

/// A trace event (in microseconds) as a task, if it is one between the two marks on the same thread.
fn task(event: &Value, begin: &Value, end: &Value) -> Option<Task> {
    let number = |event: &Value, name: &str| event[name].as_f64();
    let (from, took) = (number(event, "ts")?, number(event, "dur")?);
    let is_task = event["name"] == "ThreadControllerImpl::RunTask"
        && event["pid"] == begin["pid"]
        && event["tid"] == begin["tid"]
        && from > number(begin, "ts")?
        && from + took < number(end, "ts")?;
    is_task.then_some(Task { took: took / 1000.0, computed: number(event, "tdur")? / 1000.0 })
}

/// The trace category of `performance.mark`.
const MARKS: &str = "blink.user_timing";

async fn entries(client: &Client, kind: &str) -> Vec<Value> {
    match OwnCommand::post("se/log", json!({ "type": kind })).issue(client).await {
        Value::Array(entries) => entries,
        other => panic!("chromedriver's log is {other}"),
    }
}

pub(crate) async fn protocol(client: &Client, command: &str, parameters: Value) {
    OwnCommand::post("goog/cdp/execute", json!({ "cmd": command, "params": parameters })).issue(client).await;
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
