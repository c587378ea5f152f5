//! The Python roadmap drawn by Mermaid and by the page, in turns, each time in a window of its own.

use browser_tests::{Person, page_address};
use formats::write_mermaid;
use roadmap::shipped_roadmap;
use serde_json::json;

use super::{awaits, median_and_least};

const ROUNDS: usize = 9;
/// How often it is drawn again in each window.
const AGAIN: usize = 4;

/// What was timed in one kind of page, in milliseconds.
#[derive(Default)]
struct Times {
    /// From the begin of the navigation.
    opening: Vec<f64>,
    /// The first drawing in a page that had been loaded and had time to rest.
    first: Vec<f64>,
    later: Vec<f64>,
}

/// Times both and prints a line for each kind of time: its name, the median and the least of Mermaid, and of the page.
pub async fn compare(person: &Person, mermaid: &str) {
    let (mut theirs, mut ours) = (Times::default(), Times::default());
    for _ in 0..ROUNDS {
        opens(person, &format!("{mermaid}#opening")).await;
        theirs.opening.push(number(person, "return await opened").await);
        opens(person, mermaid).await;
        draws(person, "return await drawn()", "", &mut theirs).await;
        opens(person, &format!("{}#/map", page_address())).await;
        ours.opening.push(number(person, "return await firstMap").await);
        opens(person, &page_address()).await;
        draws(person, DRAWN, "location.hash = '#/'; await painted();", &mut ours).await;
    }
    for (name, theirs, ours) in [
        ("opening", &mut theirs.opening, &mut ours.opening),
        ("first drawing", &mut theirs.first, &mut ours.first),
        ("later drawing", &mut theirs.later, &mut ours.later),
    ] {
        let ((median, least), (our_median, our_least)) = (median_and_least(theirs), median_and_least(ours));
        println!("{name}\t{median}\t{least}\t{our_median}\t{our_least}");
    }
}

/// The map from another screen: the model of it, the sizes of its letters, layout, elements, style, their places, paint; and
/// with it the rest of its screen, such as the list below.
const DRAWN: &str = "
    const begun = performance.now();
    const map = mapPainted();
    location.hash = '#/map';
    return (await map) - begun;";

async fn draws(person: &Person, draw: &str, leave: &str, times: &mut Times) {
    const REST: &str = "await new Promise((done) => setTimeout(done, 400));";
    for nth in 0..=AGAIN {
        let time = number(person, &format!("{REST} {draw}")).await;
        (if nth == 0 { &mut times.first } else { &mut times.later }).push(time);
        awaits(person, leave).await;
    }
}

async fn opens(person: &Person, address: &str) {
    person.takes_a_fresh_window().await;
    let source = json!({ "source": include_str!("watch.js") });
    person.commands("Page.addScriptToEvaluateOnNewDocument", source).await;
    person.window(1280, 800).await;
    person.opens(address).await;
}

async fn number(person: &Person, script: &str) -> f64 {
    let answer = awaits(person, script).await;
    answer.as_f64().unwrap_or_else(|| panic!("no time: {answer}"))
}

/// A page that draws with Mermaid, at once if its address says so.
pub fn page_text() -> String {
    let text = serde_json::to_string(&write_mermaid(&shipped_roadmap())).expect("a text is JSON");
    let text = text.replace("</", "<\\/");
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\"><title>Mermaid</title>
        <body><div id=\"place\"></div><script src=\"mermaid.js\"></script><script>
        const text = {text};
        mermaid.initialize({{ startOnLoad: false, maxTextSize: 1e6 }});
        let count = 0;
        const drawn = async () => {{
            const begun = performance.now();
            const {{ svg }} = await mermaid.render(`drawing-${{++count}}`, text);
            place.innerHTML = svg;
            return (await painted()) - begun;
        }};
        const opened = location.hash === \"#opening\" ? drawn().then(() => performance.now()) : null;
        </script></body></html>"
    )
}
