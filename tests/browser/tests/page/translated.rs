//! Page translators and extensions change the program's DOM: it keeps working, and its updates stay visible.

use browser_tests::{Person, Variant, containing, in_each_browser_at, in_each_engine, in_each_engine_at};
use waymark::text::{chances, plan, what_if};

use crate::{crash, every_screen, learner};

/// Ways to change a text node: each is the body of a function of `node` and of `mark`, which marks a text.
const WAYS: [(&str, &str); 3] = [
    (
        "puts elements in the place of each text",
        "const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.append(mark(node.data));
        outer.append(inner);
        node.replaceWith(outer);",
    ),
    (
        "puts an element around each text",
        "const font = document.createElement('font');
        node.before(font);
        font.append(node);",
    ),
    (
        "cuts each text and puts an element between",
        "seen.add(node.splitText(node.length / 2));
        node.after(document.createElement('i'));",
    ),
];

/// A script that defines `translate`, which changes every text node that is still unchanged.
fn translator(way: &str) -> String {
    format!(
        "const seen = new WeakSet();
        const change = (node, mark) => {{ {way} }};
        window.translate = (mark) => {{
            const texts = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
            const found = [];
            while (texts.nextNode()) {{
                const node = texts.currentNode;
                if (node.data.trim() && !seen.has(node) && !node.parentElement.closest('svg, font')) {{
                    found.push(node);
                }}
            }}
            for (const node of found) {{
                seen.add(node);
                change(node, mark);
            }}
        }};"
    )
}

/// The page with a translator that changes each new text at once.
fn translated(way: &str) -> Variant {
    Variant::with_script(&format!(
        "{}
        document.addEventListener('DOMContentLoaded', () => {{
            const watch = new MutationObserver(() => translate((text) => text));
            watch.observe(document.body, {{ childList: true, characterData: true, subtree: true }});
        }});",
        translator(way)
    ))
}

async fn every_screen_works(person: Person) {
    every_screen::visit(&person, async |_| person.does_not_see("heading", crash::STOPPED).await).await;
}

#[test]
fn every_screen_works_where_texts_are_replaced() {
    in_each_engine_at(&translated(WAYS[0].1).path(), every_screen_works);
}

#[test]
fn every_screen_works_where_texts_are_wrapped() {
    in_each_browser_at(&translated(WAYS[1].1).path(), every_screen_works);
}

#[test]
fn every_screen_works_where_texts_are_cut() {
    in_each_browser_at(&translated(WAYS[2].1).path(), every_screen_works);
}

/// The text of the page after each of some steps, with `before` run before each step.
async fn shown(person: &Person, before: impl AsyncFn()) -> Vec<String> {
    let main = person.within("main", "");
    let mut shown = vec![];
    for step in 0..8 {
        before().await;
        match step {
            0 | 2 => person.click("checkbox", containing("Variables")).await,
            1 => person.click("checkbox", containing("Functions")).await,
            3 => person.type_into("textbox", containing(what_if::HOURS), "15").await,
            4 => person.type_into("textbox", containing(what_if::HOURS), "25").await,
            5 => person.click("button", containing(chances::CURVE)).await,
            6 => person.click("button", containing(plan::WHY_ROUTE)).await,
            _ => person.click("checkbox", containing("Variables")).await,
        }
        shown.push(settled(&main).await);
    }
    shown
}

/// The text as soon as it no longer changes.
async fn settled(place: &Person) -> String {
    let mut text = place.text().await;
    loop {
        tokio::time::sleep(std::time::Duration::from_millis(150)).await;
        let later = place.text().await;
        if later == text {
            return text;
        }
        text = later;
    }
}

#[test]
fn new_texts_are_seen_whatever_others_made_of_the_old_ones() {
    in_each_engine(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        learner::tries_other_hours(&person).await;
        let plain = shown(&person, async || {}).await;
        for (name, way) in WAYS {
            person.goes_to("/keep").await;
            person.reloads().await;
            learner::opens_another_plan(&person, learner::one_path()).await;
            learner::tries_other_hours(&person).await;
            person.runs(&translator(way), &[]).await;
            let translate = "window.translate((text) => `⟦${text}⟧`)";
            let translated = shown(&person, async || drop(person.runs(translate, &[]).await)).await;
            for (step, (plain, translated)) in plain.iter().zip(translated).enumerate() {
                let unmarked = translated.replace(['⟦', '⟧'], "");
                assert_eq!(words(&unmarked), words(plain), "in {}, step {step}: {name}", person.browser());
            }
        }
    });
}

/// Without white space, which depends on element boundaries, and without times of day, which change during the test.
fn words(text: &str) -> String {
    let is_time = |word: &&str| word.as_bytes().get(2) == Some(&b':');
    text.split_whitespace().filter(|word| !is_time(word)).collect()
}

#[test]
fn what_others_take_away_stops_nothing() {
    in_each_engine(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        // Removes all texts, and all elements that neither are controls nor contain any.
        let take = "
            // Without its text the print button cannot be told apart, and its dialog would block the test.
            window.print = () => {};
            const stays = 'input, button, a, label, summary, select, textarea, svg';
            for (const node of document.querySelectorAll('#app *')) {
                if (!node.matches(stays) && !node.closest(stays) && !node.querySelector(stays)) { node.remove() }
            }
            const texts = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
            const found = [];
            while (texts.nextNode()) { found.push(texts.currentNode) }
            found.forEach((node) => node.remove());";
        for count in 0..6 {
            person.runs(take, &[]).await;
            let press = "
                const all = [...document.querySelectorAll('input[type=checkbox], button')];
                const unwanted = /file|print|download/i;
                all.filter((one) => !unwanted.test(one.textContent + one.className))
                    .filter((one, at) => at % 6 === arguments[0]).forEach((one) => one.click());";
            person.runs(press, &[count.into()]).await;
            person.does_not_see("heading", crash::STOPPED).await;
        }
    });
}
