//! What the page must never do: send a request, violate its policy, raise an error.

use fantoccini::Client;

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
    let noted = browser.client.execute(script, vec![]).await.expect("the page can be asked");
    let noted: Vec<String> = serde_json::from_value(noted).expect("the script returns a list of texts");
    [browser.log().await, noted].concat()
}
