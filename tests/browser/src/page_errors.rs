//! What the page must never do: send a request, violate its policy, raise an error.

use std::time::Duration;

use fantoccini::Client;
use serde_json::Value;

use crate::browser::Browser;

/// Records errors of the open page from now on; the browser's own log, where it has one, goes further back.
pub(crate) async fn watch(client: &Client) {
    client.execute(include_str!("witness.js"), vec![]).await.expect("the page can be watched");
}

/// All errors since the last call, from the browser's log and from the page itself.
pub(crate) async fn noted(browser: &Browser) -> Vec<String> {
    let script = "
        const reached = performance.getEntriesByType('resource')
            .map((entry) => entry.name)
            .filter((address) => !/^(data|blob):/.test(address))
            .map((address) => 'requested ' + address);
        performance.clearResourceTimings();
        return (window.witness ?? []).splice(0).concat(reached);";
    let mut noted = Value::Null;
    // A page that is just being replaced by another one answers nothing.
    for _ in 0..MOST_TRIES {
        noted = browser.client.execute(script, vec![]).await.expect("the page can be asked");
        if !noted.is_null() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let noted: Vec<String> = serde_json::from_value(noted).expect("the script returns a list of texts");
    [browser.log().await, noted].concat()
}

const MOST_TRIES: usize = 100;
