//! The map in print, in forced colors, at 200 % text size, and with reduced motion.

use browser_tests::{Capability, Engine, Key, Person, Theme, containing, in_each_browser, in_each_engine};
use serde_json::{Value, json};
use waymark::text::{frame, map};

use crate::learner;

const PHASE: &str = "Phase 1: Data Foundations";

/// Opens the map of a learner on AI/ML who has finished the first topic, with the details of a phase.
async fn opens_the_map(person: &Person) {
    let mut document = learner::one_path();
    document["marks"] = json!([learner::finished("variables", "2055-01-12")]);
    learner::opens_plan(person, document).await;
    person.click("link", frame::MAP).await;
    person.click("button", map::details_of(PHASE)).await;
    person.is_on("heading", containing(PHASE)).await;
}

/// Bounding boxes of the nodes: left, top, right and bottom in pixels.
async fn nodes(person: &Person) -> Vec<[f64; 4]> {
    let script = "
        return [...document.querySelectorAll('svg[role=group] [role=button]')].map((node) => {
            const { left, top, right, bottom } = node.getBoundingClientRect();
            return [left, top, right, bottom];
        });";
    serde_json::from_value(person.runs(script, &[]).await).expect("the script returns places")
}

#[test]
fn on_paper_the_whole_map_fits_the_page_and_the_list_has_boxes_and_dates() {
    in_each_engine(async |person| {
        if !person.can(Capability::ShowsPaper) {
            return;
        }
        opens_the_map(&person).await;
        // Whatever part was in view.
        for _ in 0..4 {
            person.click("button", map::NEARER).await;
        }
        person.window(720, 1040).await;
        person.sees_it_on_paper().await;
        for name in [map::NEARER, map::WHOLE, map::UNFOLD, map::CLOSE, map::PRINT] {
            person.does_not_see("button", name).await;
        }
        person.does_not_see("group", map::VIEW).await;
        person.does_not_see("navigation", frame::MAIN_NAVIGATION).await;
        person.does_not_see("complementary", containing(PHASE)).await;
        person.does_not_read(map::KEYS).await;
        person.does_not_read(map::LEAD).await;
        person.needs_no_sideways_scrolling().await;

        let nodes = nodes(&person).await;
        assert_eq!(nodes.len(), 22);
        let script = "
            const { left, top, right, bottom } = document.querySelector('svg[role=group]').parentElement.parentElement.getBoundingClientRect();
            return [left, top, right, bottom];";
        let frame = person.runs(script, &[]).await;
        let [left, top, right, bottom]: [f64; 4] = serde_json::from_value(frame).expect("a place");
        assert!(left >= 0.0 && right <= 720.0 && bottom - top <= 1040.0, "{left} {top} {right} {bottom}");
        for [l, t, r, b] in nodes {
            assert!(
                l >= left && r <= right && t >= top && b <= bottom,
                "{l} {t} {r} {b} in {left} {top} {right} {bottom}"
            );
        }

        let list = person.within("region", map::OUTLINE).text().await;
        for part in [PHASE, "☑ Variables", "☐ Functions", "☐ Pandas", "80% by ", "Not on your route"] {
            assert!(list.contains(part), "{part} is not in {list}");
        }
        assert!(!list.contains("Flask"), "only what is on the route is there to tick: {list}");
    });
}

/// Thirty phases in a row, whose map is many times as high as wide.
fn long_roadmap() -> String {
    let phases = (1..=30).map(|at| format!("  P{} --> P{at}[Part {at}<br/>1-2 weeks]\n", at - 1));
    format!("# Thirty parts\n\n```mermaid\nflowchart TD\n  P0([Begin])\n{}```\n", phases.collect::<String>())
}

#[test]
fn a_map_higher_than_the_page_is_printed_on_one_page_all_the_same() {
    in_each_browser(async |person| {
        if person.browser() != Engine::Chromium {
            return;
        }
        learner::opens_roadmap(&person, &long_roadmap()).await;
        person.click("link", frame::MAP).await;
        person.sees("button", containing("Part 30, phase")).await;
        // The list comes a moment after the map.
        person.sees("heading", map::OUTLINE).await;
        let pdf = person.prints().await;
        let pages = String::from_utf8_lossy(&pdf).matches("/Type /Page\n").count();
        // One page for the map, the others for the list.
        assert!((2..=3).contains(&pages), "{pages} pages");
    });
}

/// Returns outlines, texts, edges and arrowheads, each as description, color and background color; and the system colors.
const LOOK: &str = "
    const drawing = document.querySelector('svg[role=group]');
    const of = (element, name) => getComputedStyle(element)[name];
    const ground = of(drawing.parentElement.parentElement, 'backgroundColor');
    const found = [];
    const add = (what, color, on) => found.push([what, color, on === 'none' ? ground : on]);
    for (const node of drawing.querySelectorAll('[role=button]')) {
        const [box, name] = [node.querySelector('path'), node.getAttribute('aria-label')];
        add('outline of ' + name, of(box, 'stroke'), ground);
        for (const text of node.parentElement.querySelectorAll('text')) {
            if (text.textContent) add(text.textContent + ' of ' + name, of(text, 'fill'), of(box, 'fill'));
        }
    }
    for (const label of drawing.querySelectorAll('rect')) {
        for (const text of label.parentElement.querySelectorAll('text')) add(text.textContent, of(text, 'fill'), of(label, 'fill'));
    }
    const lines = drawing.querySelector('[aria-hidden]');
    for (const line of lines.querySelectorAll('path')) {
        const fill = of(line, 'fill');
        add('line', fill === 'none' ? of(line, 'stroke') : fill, ground);
    }
    const probe = document.body.appendChild(document.createElement('span'));
    const theirs = ['Canvas', 'CanvasText', 'GrayText', 'LinkText'].map((name) => {
        probe.style.color = name;
        return of(probe, 'color');
    });
    probe.remove();
    return [found, theirs];";

/// The contrast ratio of two colors, as in WCAG.
fn contrast(one: &str, other: &str) -> f64 {
    let light = |color: &str| {
        let numbers = color.trim_start_matches(|letter: char| !letter.is_ascii_digit()).trim_end_matches(')');
        let parts: Vec<f64> = numbers.split(',').map(|part| part.trim().parse().expect(color)).collect();
        let linear = |part: f64| match part / 255.0 {
            part if part <= 0.04045 => part / 12.92,
            part => ((part + 0.055) / 1.055).powf(2.4),
        };
        0.2126 * linear(parts[0]) + 0.7152 * linear(parts[1]) + 0.0722 * linear(parts[2]) + 0.05
    };
    let (one, other) = (light(one), light(other));
    one.max(other) / one.min(other)
}

#[test]
fn in_forced_colors_nodes_letters_lines_and_the_focus_are_seen() {
    in_each_browser(async |person| {
        if !person.can(Capability::ForcesColors) {
            return;
        }
        opens_the_map(&person).await;
        person.forces_colors().await;
        for theme in [Theme::Light, Theme::Dark] {
            person.prefers(theme).await;
            let (seen, theirs): (Vec<[String; 3]>, Vec<String>) =
                serde_json::from_value(person.runs(LOOK, &[]).await).expect("the script returns colors");
            assert!(seen.len() > 100, "{}", seen.len());
            let is_theirs = |color: &String| theirs.contains(color);
            let faint: Vec<_> = seen
                .iter()
                .filter(|[_, color, ground]| {
                    contrast(color, ground) < 3.0 || !is_theirs(color) || !is_theirs(ground)
                })
                .collect();
            assert!(faint.is_empty(), "in {}, {theme:?}, of {theirs:?}: {faint:#?}", person.browser());
        }

        // By keyboard, since its users need to see the focus.
        person.click("button", map::CLOSE).await;
        person.is_on("button", containing(PHASE)).await;
        person.presses(Key::Up).await;
        person.is_on("button", containing("AI/ML Path, ")).await;
        let [ring, width, ground] = outline(&person, "AI/ML Path, ").await;
        assert!(contrast(&ring, &ground) >= 3.0, "{ring} on {ground}");
        person.presses(Key::Down).await;
        person.is_on("button", containing(PHASE)).await;
        let [line, narrower, _] = outline(&person, "AI/ML Path, ").await;
        assert!(
            ring != line && width != narrower,
            "in {}: {ring} {width} and {line} {narrower}",
            person.browser()
        );
    });
}

/// The color and width of a node's outline, and its background color.
async fn outline(person: &Person, name: &str) -> [String; 3] {
    let script = "
        const nodes = [...document.querySelectorAll('svg[role=group] [role=button]')];
        const node = nodes.find((node) => node.getAttribute('aria-label').startsWith(arguments[0]));
        const { stroke, strokeWidth } = getComputedStyle(node.querySelector('path'));
        return [stroke, strokeWidth, getComputedStyle(node.closest('svg').parentElement.parentElement).backgroundColor];";
    serde_json::from_value(person.runs(script, &[json!(name)]).await).expect("the script returns a style")
}

#[test]
fn with_letters_twice_as_large_nothing_is_cut_or_needs_sideways_scrolling() {
    in_each_browser(async |person| {
        opens_the_map(&person).await;
        person.runs("document.documentElement.style.fontSize = '200%'", &[]).await;
        person.needs_no_sideways_scrolling().await;
        person.click("button", map::WHOLE).await;
        // Only the frame of the map, which can be panned, may clip its content.
        let script = "
            const frame = document.querySelector('svg[role=group]').parentElement.parentElement;
            const cut = [...document.querySelectorAll('main *')].filter((element) => {
                const { overflowX, display } = getComputedStyle(element);
                const hides = overflowX !== 'visible' && display !== 'inline' && !element.closest('svg');
                return element !== frame && hides && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1;
            });
            const over = [...document.querySelectorAll('main button, main h1, main h2, main h3, main p, main li')].filter((element) => {
                const box = element.getBoundingClientRect();
                return box.width && (box.right > innerWidth || box.left < 0);
            });
            return [frame.clientWidth, frame.clientHeight, ...cut.concat(over).map((element) => element.outerHTML.slice(0, 200))];";
        let found = person.runs(script, &[]).await;
        let [Value::Number(width), Value::Number(height)] = &found.as_array().expect("a list")[..] else {
            panic!("in {}, cut: {found:#}", person.browser());
        };
        // The map is still large enough to use.
        assert!(width.as_f64() > Some(350.0) && height.as_f64() > Some(350.0), "{width} {height}");
        for name in [map::NEARER, map::ROUTE, map::UNFOLD, map::CLOSE, map::PRINT] {
            person.sees("button", name).await;
        }
    });
}

#[test]
fn without_motion_the_map_jumps_to_where_it_is_to_be_seen() {
    in_each_browser(async |person| {
        person.prefers_less_motion().await;
        opens_the_map(&person).await;
        let script = "
            const done = arguments[1];
            const button = [...document.querySelectorAll('button')].find((button) => button.textContent.trim() === arguments[0]);
            const place = () => {
                const { x, y, width } = document.querySelector('svg[role=group] [role=button]').getBoundingClientRect();
                return [x, y, width].map(Math.round);
            };
            const before = place();
            button.click();
            const after = place();
            const moving = document.getAnimations().length;
            setTimeout(() => done([before, after, place(), moving]), 500);";
        for button in [map::WHOLE, map::NEXT, map::ROUTE] {
            let seen = person.runs_until_done(script, &[json!(button)]).await;
            let (before, after, later, moving): (Value, Value, Value, u32) =
                serde_json::from_value(seen).expect("the script returns places");
            assert_ne!(before, after, "{button}, in {}", person.browser());
            assert_eq!((after, 0), (later, moving), "{button}, in {}", person.browser());
        }
    });
}

/// The map takes all touches and the wheel, so that the page must be scrolled beside it.
#[test]
fn a_low_window_has_room_to_scroll_past_the_map() {
    in_each_browser(async |person| {
        opens_the_map(&person).await;
        // A phone on its side, and 1280 by 1024 pixels magnified to 400 %.
        for (width, height) in [(667, 340), (320, 256)] {
            person.window(width, height).await;
            for letters in ["100%", "200%"] {
                let script = "
                    document.documentElement.style.fontSize = arguments[0];
                    const frame = document.querySelector('svg[role=group]').parentElement.parentElement;
                    return [frame.clientHeight, innerHeight - frame.clientHeight];";
                let found = person.runs(script, &[json!(letters)]).await;
                let [map, beside]: [f64; 2] = serde_json::from_value(found).expect("two lengths");
                let place = format!("in {width} by {height} pixels, letters of {letters}");
                assert!(beside >= 80.0, "only {beside} pixels are left beside the map {place}");
                assert!(map >= 128.0, "the map has only {map} pixels {place}");
            }
        }
    });
}
