//! User text is shown verbatim, and never becomes a link, an element, a style or a script.

use browser_tests::{Person, in_each_browser};
use serde_json::{Value, json};
use waymark::text::{frame, home, questions};

use crate::learner;

/// The limit of named periods in one document.
const AT_ONCE: usize = 100;

/// The Big List of Naughty Strings, and some that it lacks.
fn texts() -> Vec<String> {
    let more = ["a\r\nb", "\u{0}", "__proto__", "javascript:alert(1)", "<a href=javascript:alert(1)>x</a>"];
    naughty_strings::BLNS.iter().chain(&more).map(|text| text.chars().take(1000).collect()).collect()
}

/// A plan with a period named after each text.
fn plan_with(texts: &[String]) -> Value {
    let mut document = learner::one_path();
    let stretch = |text: &String| json!({ "from": "2055-06-01", "to": "2055-06-02", "week_minutes": [60, 0, 0, 0, 0, 0, 0], "name": text });
    document["stretches"] = texts.iter().map(stretch).collect();
    document["agreed"] = json!(texts);
    document
}

#[test]
fn odd_texts_are_shown_as_they_are() {
    in_each_browser(async |person| {
        let texts = texts();
        assert!(texts.len() >= 515 + 5);
        person.sees("heading", home::TITLE).await;
        let elements = elements_other_than_ours(&person).await;
        for (at, part) in texts.chunks(AT_ONCE).enumerate() {
            match at {
                0 => learner::opens_plan(&person, plan_with(part)).await,
                _ => {
                    person.picks(frame::MENU, frame::KEEP).await;
                    learner::opens_another_plan(&person, plan_with(part)).await;
                }
            }
            person.picks(frame::MENU, frame::ANSWERS).await;
            person.sees("heading", questions::CHECK_TITLE).await;
            let script = "
                const lines = [...document.querySelectorAll('dd .line')].map((line) => line.textContent);
                return arguments[0].filter((text) => !lines.some((line) => line.startsWith(text + ', ')));";
            let missing = person.runs(script, &[json!(with_names(part))]).await;
            assert_eq!(missing, json!([]), "in {}", person.browser());
            assert_eq!(elements_other_than_ours(&person).await, elements);
        }
        person.did_not_reach_out().await;
    });
}

/// The texts that are shown as names: all but the empty ones.
fn with_names(texts: &[String]) -> Vec<&String> {
    texts.iter().filter(|text| !text.is_empty()).collect()
}

/// The number of active elements, of which the page has none, and of links that leave the page.
async fn elements_other_than_ours(person: &Person) -> Value {
    let script = "
        const odd = 'main :is(script, style, iframe, img, object, embed, form[action], base, meta)';
        const links = [...document.querySelectorAll('main a')].filter((link) => !link.hash);
        return document.querySelectorAll(odd).length + links.length;";
    person.runs(script, &[]).await
}
