//! Starts Firefox, and uses what its driver offers beyond the standard: scripts with chrome privileges.

use std::process::Command;

use fantoccini::Client;
use serde_json::{Map, Value, json};

use crate::Theme;
use crate::browser::Preferences;
use crate::driver::{OwnCommand, free_port};
use crate::home::Home;

pub(crate) fn driver(port: u16) -> Command {
    let mut command = Command::new("geckodriver");
    command.args(["--host", "127.0.0.1", "--log", "fatal", "--allow-system-access"]);
    command.args(["--port".into(), port.to_string(), "--websocket-port".into(), free_port().to_string()]);
    command
}

pub(crate) fn capabilities(home: &Home, preferences: Preferences) -> Map<String, Value> {
    let Value::Object(capabilities) = json!({
        "moz:firefoxOptions": {
            "args": ["-headless", "-profile", home.profile()],
            "prefs": {
                "browser.download.folderList": 2,
                "browser.download.dir": home.downloads(),
                "browser.download.always_ask_before_handling_new_types": false,
                "browser.download.alwaysOpenPanel": false,
                "dom.storage.enabled": !preferences.storage_blocked,
                // Only this machine can be reached, whatever the page or the browser tries.
                "network.dns.disabled": true,
            },
        },
    }) else {
        unreachable!("the literal above is an object")
    };
    capabilities
}

pub(crate) async fn apply(client: &Client, preferences: Preferences) {
    let script = "
        const [dark, reduced, forced, onPaper] = arguments;
        Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', dark ? 0 : 1);
        Services.prefs.setIntPref('ui.prefersReducedMotion', reduced ? 1 : 0);
        Services.prefs.setIntPref('browser.display.document_color_use', forced ? 2 : 1);
        window.gBrowser.selectedBrowser.browsingContext.mediumOverride = onPaper ? 'print' : '';";
    let Preferences { theme, reduced_motion, forced_colors, on_paper, .. } = preferences;
    let given = json!([theme == Theme::Dark, reduced_motion, forced_colors, on_paper]);
    as_the_browser(client, script, given).await;
}

/// Set on the frame that holds the page, because a window of Firefox does not get narrower than 500 pixels.
pub(crate) async fn resize(client: &Client, width: u32, height: u32) {
    let script = "
        const [width, height] = arguments;
        const frame = window.gBrowser.selectedBrowser;
        frame.style.width = width + 'px';
        frame.style.height = height + 'px';
        frame.parentElement.style.overflow = 'auto';";
    as_the_browser(client, script, json!([width, height])).await;
}

/// Records every request of pages from now on; Firefox's own requests have no browsing context.
pub(crate) async fn watch_requests(client: &Client) {
    let script = "
        window.pageRequests = [];
        window.requestWatch = {
            observe(subject) {
                const channel = subject.QueryInterface(Ci.nsIHttpChannel);
                if (channel.loadInfo.browsingContextID) {
                    window.pageRequests.push('requested ' + channel.URI.spec);
                }
            },
        };
        Services.obs.addObserver(window.requestWatch, 'http-on-modify-request');
        Services.console.reset();";
    as_the_browser(client, script, json!([])).await;
}

/// Firefox keeps a storage for each local file.
pub(crate) async fn clear_storage(client: &Client) {
    let script = "
        const [done] = arguments;
        const all = Ci.nsIClearDataService.CLEAR_DOM_STORAGES;
        Services.clearData.deleteData(all, { onDataDeleted: (failed) => done(failed) });";
    let failed = run_as_the_browser(client, "execute/async", script, json!([])).await;
    assert_eq!(failed, 0, "Firefox could not clear what pages stored");
}

pub(crate) async fn log(client: &Client) -> Vec<String> {
    let script = "
        const mine = (entry) => entry instanceof Ci.nsIScriptError
            && (entry.flags & Ci.nsIScriptError.warningFlag) === 0
            && entry.sourceName.startsWith('file:');
        const errors = Services.console.getMessageArray().filter(mine).map((entry) => entry.errorMessage);
        Services.console.reset();
        return errors.concat(window.pageRequests.splice(0));";
    let log = as_the_browser(client, script, json!([])).await;
    serde_json::from_value(log).expect("the script returns a list of texts")
}

async fn as_the_browser(client: &Client, script: &'static str, arguments: Value) -> Value {
    run_as_the_browser(client, "execute/sync", script, arguments).await
}

async fn run_as_the_browser(
    client: &Client,
    command: &'static str,
    script: &'static str,
    arguments: Value,
) -> Value {
    OwnCommand::post("moz/context", json!({ "context": "chrome" })).issue(client).await;
    let script = json!({ "script": script, "args": arguments });
    let result = OwnCommand::post(command, script).issue(client).await;
    OwnCommand::post("moz/context", json!({ "context": "content" })).issue(client).await;
    result
}
