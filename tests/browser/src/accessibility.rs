//! axe-core's rules, all of them that are not experimental: WCAG A, AA and AAA, and good practice.

use fantoccini::Client;

const RUN: &str = "
    const done = arguments[arguments.length - 1];
    const tags = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const lines = (violation) => [`${violation.id} (${violation.impact}): ${violation.help}`].concat(
        violation.nodes.map((node) => `  ${node.target.join(' ')}\\n    ${node.failureSummary}\\n    ${node.html}`),
    );
    // What is fading in has the contrast that it will have when it is there.
    const fading = document.getAnimations().map((animation) => animation.finished.catch(() => {}));
    Promise.all(fading).then(() => axe.run(document, { runOnly: tags, resultTypes: ['violations'] })).then(
        (result) => done(result.violations.flatMap(lines)),
        (problem) => done(['axe-core failed: ' + problem]),
    );";

/// Each violation in a few lines: rule, impact, elements, and how to fix it.
pub(crate) async fn violations(client: &Client) -> Vec<String> {
    let lines = client.execute_async(RUN, vec![]).await.expect("axe-core can run in the page");
    serde_json::from_value(lines).expect("the script returns a list of texts")
}
