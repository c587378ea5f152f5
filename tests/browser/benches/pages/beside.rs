//! The Python roadmap drawn by Mermaid, by the old page and by the new one, in turn, each time in a new window.

use browser_tests::Person;
use formats::write_mermaid;
use roadmap::shipped_roadmap;

use super::{awaits, number, opens, prints};

const ROUNDS: usize = 9;
/// The number of later drawings in each window.
const AGAIN: usize = 4;

/// The times of Mermaid, the old page and the new page.
type Times = [Vec<f64>; 3];

/// Prints a line for each kind of time: from the beginning of the navigation, the first drawing in a page that had been
/// loaded and idle for a moment, the first drawing right after the first screen, and later drawings.
///
/// Once idle, the page has already drawn the map where nobody sees it; right after the first screen it has not. Mermaid
/// prepares nothing, so its first drawing counts in both rows.
pub async fn compare(person: &Person, mermaid: &str, [old, new]: &[String; 2]) {
    let (mut opening, mut first, mut later) = (Times::default(), Times::default(), Times::default());
    let mut at_once = Times::default();
    for _ in 0..ROUNDS {
        opens(person, &format!("{mermaid}#opening")).await;
        opening[0].push(number(person, "return await opened").await);
        opens(person, mermaid).await;
        draws(person, "return await drawn()", "", [&mut first[0], &mut later[0]]).await;
        for (nth, page) in [(1, old), (2, new)] {
            opens(person, &format!("{page}#/map")).await;
            opening[nth].push(number(person, "return await firstMap").await);
            opens(person, page).await;
            let leave = "location.hash = '#/'; await painted();";
            draws(person, DRAWN, leave, [&mut first[nth], &mut later[nth]]).await;
            opens(person, page).await;
            at_once[nth].push(number(person, &format!("await firstHeading; {DRAWN}")).await);
        }
    }
    at_once[0].clone_from(&first[0]);
    prints("map", "opening", &mut opening);
    prints("map", "first drawing", &mut first);
    prints("map", "first drawing, nothing prepared", &mut at_once);
    prints("map", "later drawing", &mut later);
}

/// Opens the map from another screen, which includes model, text widths, layout, elements, style and paint.
const DRAWN: &str = "
    const begun = performance.now();
    const map = mapPainted();
    location.hash = '#/map';
    return (await map) - begun;";

async fn draws(person: &Person, draw: &str, leave: &str, [first, later]: [&mut Vec<f64>; 2]) {
    const REST: &str = "await new Promise((done) => setTimeout(done, 400));";
    for nth in 0..=AGAIN {
        let time = number(person, &format!("{REST} {draw}")).await;
        (if nth == 0 { &mut *first } else { &mut *later }).push(time);
        awaits(person, leave).await;
    }
}

/// A page that draws with Mermaid, on loading if its URL says so.
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
