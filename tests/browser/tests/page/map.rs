//! The roadmap as a map, by mouse, by keys, and as a list.

use app::Standing;
use browser_tests::{Engine, Key, Person, Seen, containing, in_each_browser, in_each_engine};
use planner::Status;
use roadmap::{Kind, Phase, shipped_roadmap};
use serde_json::{Value, json};
use waymark::text::{dates, frame, map, plan, questions, timeline};

use crate::learner::{self, AI_ML};

const DECISION: &str = learner::SPECIALISATION;
const FIRST_PHASE: &str = "Python Fundamentals";
const OTHER_PATH: &str = "Web Backend Path";

/// Opens the map of a complete beginner who takes AI/ML.
async fn opens_the_map(person: &Person) {
    learner::opens_plan(person, learner::one_path()).await;
    person.click("link", frame::MAP).await;
    person.is_on("heading", map::TITLE).await;
}

/// The beginning of a node's accessible name in the Python roadmap: title, kind, and these facts.
fn name(title: &str, facts: &[String]) -> String {
    let roadmap = shipped_roadmap();
    let node = roadmap.nodes().iter().find(|node| node.title == title).expect("a title of the roadmap");
    let kind = map::kind(node).to_lowercase();
    [title.to_owned(), kind].iter().chain(facts).cloned().collect::<Vec<_>>().join(", ")
}

async fn node(person: &Person, title: &str, facts: &[String]) -> Seen {
    person.sees("button", containing(name(title, facts))).await
}

fn step(number: usize) -> String {
    map::standing(Standing::Route(number), 14)
}

fn in_progress(done: usize, of: usize) -> String {
    format!("{} · {done} of {of}", plan::status(Status::InProgress))
}

/// Clicks a node, which its focus has scrolled into view, and waits until its details have the focus. Only Chromium's
/// driver clicks SVG groups; elsewhere a click is dispatched to whatever lies in the middle of the node.
async fn presses(person: &Person, title: &str) {
    let name = name(title, &[]);
    let script = "
        const nodes = [...document.querySelectorAll('svg [role=button]')];
        const node = nodes.find((node) => node.getAttribute('aria-label').startsWith(arguments[0]));
        node.focus();
        if (arguments[1]) return true;
        node.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = node.getBoundingClientRect();
        const there = document.elementFromPoint(left + width / 2, top + height / 2);
        if (!node.contains(there)) return false;
        return there.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));";
    let is_chromium = person.browser() == Engine::Chromium;
    person.sees("button", containing(&name)).await;
    let mut tries_left = 20;
    // The map may still be moving.
    while person.runs(script, &[json!(name), json!(is_chromium)]).await != json!(true) {
        tries_left -= 1;
        assert!(tries_left > 0, "something else lies over {name}");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    if is_chromium {
        person.click("button", containing(&name)).await;
    }
    person.is_on("heading", containing(title)).await;
}

/// The words before the date in a node's name.
fn by() -> String {
    let date = learner::date("2055-01-04");
    learner::up_to(&map::by(learner::chances("2055-01-03", "2055-01-04")), &dates::short(date)) + " "
}

fn try_it(answer: &str) -> String {
    plan::about_item(map::TRY, answer)
}

fn phase(title: &str) -> Phase {
    let roadmap = shipped_roadmap();
    let node = roadmap.nodes().iter().find(|node| node.title == title).expect("a title of the roadmap");
    match &node.kind {
        Kind::Phase(phase) => phase.clone(),
        _ => panic!("{title} is no phase"),
    }
}

/// Bounding boxes of nodes, found by the beginnings of their names: left, top, width and height in pixels.
async fn places(person: &Person, names: &[&str]) -> Vec<[f64; 4]> {
    let script = "
        const nodes = [...document.querySelectorAll('svg [role=button]')];
        return arguments[0].map((name) => {
            const found = nodes.find((node) => node.getAttribute('aria-label').startsWith(name));
            const { left, top, width, height } = found.getBoundingClientRect();
            return [left, top, width, height];
        });";
    let places = person.runs(script, &[json!(names)]).await;
    serde_json::from_value(places).expect("the script returns places")
}

#[test]
fn every_node_tells_its_name_kind_standing_status_and_dates() {
    in_each_browser(async |person| {
        opens_the_map(&person).await;
        let decision = node(&person, DECISION, &[]).await;
        let end = format!("{}, {}, 5 of 64", step(4), AI_ML.label);
        assert!(decision.name.ends_with(&end), "{}", decision.name);
        let phase = node(&person, FIRST_PHASE, &[]).await;
        for part in [&step(3), map::NEXT_MARK, &plan::status(Status::NotStarted), &by(), "2055", "3 of 64"] {
            assert!(phase.name.contains(part), "{part} is not in {}", phase.name);
        }
        let path = node(&person, OTHER_PATH, &[]).await;
        for part in [&map::standing(Standing::Aside, 14), "+", " weeks", &by(), &map::folded(7)] {
            assert!(path.name.contains(part), "{part} is not in {}", path.name);
        }
        // The back edge is there too, in the list of where a decision leads.
        node(&person, learner::EXPAND, &[]).await;
    });
}

#[test]
fn a_path_beside_the_route_unfolds_and_folds() {
    in_each_browser(async |person| {
        opens_the_map(&person).await;
        person.does_not_see("button", containing(name("Phase 1: Web Basics", &[]))).await;
        presses(&person, OTHER_PATH).await;
        person.click("button", map::SHOW_PHASES).await;
        node(&person, "Phase 1: Web Basics", &[]).await;
        person.does_not_see("button", containing(name("Phase 1: Scripting Basics", &[]))).await;
        person.click("button", map::UNFOLD).await;
        node(&person, "Phase 1: Scripting Basics", &[]).await;
        person.click("button", map::FOLD).await;
        person.does_not_see("button", containing(name("Phase 1: Web Basics", &[]))).await;
    });
}

#[test]
fn details_tick_topics_and_the_node_follows() {
    in_each_browser(async |person| {
        opens_the_map(&person).await;
        presses(&person, FIRST_PHASE).await;
        let details = person.within("complementary", containing(FIRST_PHASE));
        details.reads(step(3)).await;
        details.reads(map::why_here(&plan::answered(learner::BEGINNER, learner::BACKGROUND))).await;
        details.choose("checkbox", "Variables").await;
        node(&person, FIRST_PHASE, &[step(3), map::NEXT_MARK.to_owned(), in_progress(1, 3)]).await;
        details.click("button", plan::about_item(plan::MORE, "Functions")).await;
        details.click("button", plan::about_item(plan::KNOW, "Functions")).await;
        node(&person, FIRST_PHASE, &[step(3), map::NEXT_MARK.to_owned(), in_progress(1, 2)]).await;
        details.choose("checkbox", plan::finish_all(FIRST_PHASE)).await;
        node(&person, FIRST_PHASE, &[step(3), timeline::DONE.to_owned()]).await;
        node(&person, "Phase 1: Data Foundations", &[step(6), map::NEXT_MARK.to_owned()]).await;
        // Adjacent nodes are a click away, and so is the map.
        details.click("button", DECISION).await;
        person.is_on("heading", containing(DECISION)).await;
        person.click("button", map::CLOSE).await;
        person.is_on("button", containing(name(DECISION, &[]))).await;
    });
}

#[test]
fn an_answer_is_tried_before_it_is_taken() {
    in_each_browser(async |person| {
        opens_the_map(&person).await;
        presses(&person, DECISION).await;
        let details = person.within("complementary", containing(DECISION));
        details.reads(map::THAN_NOW).await;
        details.click("button", try_it("Automate Everything")).await;
        person.reads(map::NOTHING_CHANGED).await;
        // The learner's answer is still the other one.
        details.reads(format!("Automate Everything → Automation & Scripting {}", map::TRIED)).await;
        node(&person, "Automation & Scripting", &[map::step(5)]).await;
        node(&person, "AI/ML Path", &[map::standing(Standing::Open, 14)]).await;
        person.click("button", map::LEAVE).await;
        node(&person, "AI/ML Path", &[map::step(5)]).await;

        details.click("button", try_it("Automate Everything")).await;
        person.click("button", map::TAKE).await;
        node(&person, "Automation & Scripting", &[map::step(5)]).await;
        person.does_not_read(map::NOTHING_CHANGED).await;
        // The new path has its own question, which can wait.
        learner::goes_to_the_plan(&person).await;
        person.reads(questions::can_decide_later("Advanced Automation?")).await;
    });
}

#[test]
fn each_visit_of_a_decision_has_its_own_answers() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::two_paths()).await;
        person.click("link", frame::MAP).await;
        person.is_on("heading", map::TITLE).await;
        presses(&person, DECISION).await;
        let details = person.within("complementary", containing(DECISION));
        let second = questions::at_visit(DECISION, 2);
        details.sees("heading", &second).await;
        let again = map::at_visit(&try_it("Automate Everything"), Some(&second));
        details.click("button", again).await;
        node(&person, "AI/ML Path", &[map::step(5)]).await;
        node(&person, "Automation & Scripting", &[map::step(14)]).await;
        person.click("button", map::TAKE).await;
        node(&person, "Automation & Scripting", &[map::step(14)]).await;
    });
}

#[test]
fn arrow_keys_walk_the_lines_and_tab_the_reading_order() {
    in_each_engine(async |person| {
        opens_the_map(&person).await;
        person.tabs_to("button", containing(name("Start Your Python Journey", &[]))).await;
        person.presses(Key::Down).await;
        person.is_on("button", containing(name(learner::BACKGROUND, &[]))).await;
        // Down follows the route, not the first edge.
        for title in [FIRST_PHASE, DECISION, "AI/ML Path", "Phase 1: Data Foundations"] {
            person.presses(Key::Down).await;
            person.is_on("button", containing(name(title, &[]))).await;
        }
        person.presses(Key::Up).await;
        person.is_on("button", containing(name("AI/ML Path", &[]))).await;
        person.presses(Key::Right).await;
        person.is_on("button", containing(name(OTHER_PATH, &[]))).await;
        person.presses(Key::Left).await;
        person.is_on("button", containing(name("AI/ML Path", &[]))).await;
        // The focused node is in view.
        is_in_sight(&person, "AI/ML Path").await;

        person.presses(Key::Enter).await;
        person.is_on("heading", containing("AI/ML Path")).await;
        person.click("button", map::CLOSE).await;
        person.is_on("button", containing(name("AI/ML Path", &[]))).await;
        person.presses(Key::Tab).await;
        person.is_on("button", containing(name(OTHER_PATH, &[]))).await;
        is_in_sight(&person, OTHER_PATH).await;
    });
}

/// Asserts that a node is entirely inside the window and the frame.
async fn is_in_sight(person: &Person, name: &str) {
    let window = person.runs("return [0, 0, innerWidth, innerHeight]", &[]).await;
    let window: [f64; 4] = serde_json::from_value(window).expect("the script returns a place");
    let [left, top, width, height] = places(person, &[name]).await[0];
    for [x, y, wide, high] in [window, frame(person).await] {
        assert!(left >= x && left + width <= x + wide, "{name}: {left} {width} in {x} {wide}");
        assert!(top >= y && top + height <= y + high, "{name}: {top} {height} in {y} {high}");
    }
}

#[test]
fn the_map_moves_within_its_frame_and_stays_as_it_was_over_a_reload() {
    in_each_engine(async |person| {
        opens_the_map(&person).await;
        let names = ["Start Your Python Journey", "Domain Mastery"];
        person.click("button", map::WHOLE).await;
        let whole = places(&person, &names).await;
        person.click("button", map::NEARER).await;
        person.click("button", map::NEARER).await;
        let closer = places(&person, &names).await;
        let ratio = closer[0][2] / whole[0][2];
        assert!((ratio - 1.25 * 1.25).abs() < 0.01, "{ratio}");
        drags(&person, (0.0, -120.0)).await;
        let dragged = places(&person, &names).await;
        assert!((dragged[0][1] - closer[0][1] + 120.0).abs() < 2.0, "{closer:?} {dragged:?}");
        // Dragging clicks nothing, and the map cannot leave its frame.
        person.does_not_see("button", map::CLOSE).await;
        for _ in 0..8 {
            drags(&person, (0.0, -300.0)).await;
        }
        let frame = frame(&person).await;
        let last = places(&person, &["Domain Mastery"]).await[0];
        assert!(last[1] > frame[1] && last[1] + last[3] < frame[1] + frame[3] + 1.0, "{last:?} {frame:?}");

        turns_the_wheel(&person, -300.0).await;
        let before = places(&person, &names).await;
        assert!(before[0][2] > closer[0][2] * 1.2, "{before:?}");
        person.click("button", containing(map::UNFOLD)).await;
        presses(&person, "Domain Mastery").await;
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        let before = places(&person, &names).await;
        person.reloads().await;
        person.sees("heading", containing("Domain Mastery")).await;
        node(&person, "Phase 1: Web Basics", &[]).await;
        let after = places(&person, &names).await;
        let same = before.iter().flatten().zip(after.iter().flatten()).step_by(4);
        assert!(same.clone().all(|(a, b)| (a - b).abs() < 2.0), "{before:?} {after:?}");
    });
}

async fn frame(person: &Person) -> [f64; 4] {
    let script = "
        const { left, top, width, height } = document.querySelector('svg[role=group]').parentElement.parentElement.getBoundingClientRect();
        return [left, top, width, height];";
    serde_json::from_value(person.runs(script, &[]).await).expect("the script returns a place")
}

/// Drags from an empty spot of the frame.
async fn drags(person: &Person, by: (f64, f64)) {
    let script = "
        const frame = document.querySelector('svg[role=group]').parentElement.parentElement;
        const { left, top } = frame.getBoundingClientRect();
        const send = (kind, x, y) => frame.dispatchEvent(new PointerEvent(kind, {
            pointerId: 1, button: 0, clientX: left + 5 + x, clientY: top + 400 + y, bubbles: true,
        }));
        send('pointerdown', 0, 0);
        for (const part of [0.25, 0.5, 0.75, 1]) send('pointermove', arguments[0] * part, arguments[1] * part);
        send('pointerup', arguments[0], arguments[1]);";
    person.runs(script, &[json!(by.0), json!(by.1)]).await;
}

async fn turns_the_wheel(person: &Person, by: f64) {
    let script = "
        const frame = document.querySelector('svg[role=group]').parentElement.parentElement;
        const { left, top, width, height } = frame.getBoundingClientRect();
        const turn = new WheelEvent('wheel', {
            deltaY: arguments[0], clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true,
        });
        frame.dispatchEvent(turn);
        return turn.defaultPrevented;";
    let is_kept = person.runs(script, &[json!(by)]).await;
    assert_eq!(is_kept, Value::Bool(true), "the page may not scroll with the map");
}

#[test]
fn the_map_is_in_its_place_from_the_first_frame_on() {
    in_each_engine(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        // During an animation frame callback nothing of that frame has been painted yet.
        let script = "
            const done = arguments[0];
            const frame = (drawing) => drawing.parentElement.parentElement.getBoundingClientRect();
            const place = (drawing) => {
                const { left, top, width, height } = drawing.getBoundingClientRect();
                return [left - frame(drawing).left, top - frame(drawing).top, width, height];
            };
            const nodes = (drawing) => [...drawing.querySelectorAll('[role=button]')];
            const isSeen = (node) => {
                const [a, b] = [node.getBoundingClientRect(), frame(node.closest('svg'))];
                return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
            };
            const look = () => {
                const drawing = document.querySelector('svg[role=group]');
                if (!drawing) return requestAnimationFrame(look);
                const [first, drawn] = [place(drawing), nodes(drawing).map((node) => node.ariaLabel)];
                setTimeout(() => {
                    const seen = nodes(drawing).filter(isSeen).map((node) => node.ariaLabel);
                    done([first, place(drawing), seen.length, seen.filter((name) => !drawn.includes(name))]);
                }, 800);
            };
            location.hash = '#/map';
            look();";
        let places = person.runs_until_done(script, &[]).await;
        let (first, later, seen, missing): ([f64; 4], [f64; 4], usize, Vec<String>) =
            serde_json::from_value(places).expect("the script returns places, how many are seen, and names");
        assert!(first.iter().zip(later).all(|(a, b)| (a - b).abs() < 0.5), "{first:?} {later:?}");
        assert!(seen > 2 && missing.is_empty(), "{seen} are seen, and these come later: {missing:?}");
    });
}

/// The map opens on the next step at its natural size, and shows all of itself when asked.
async fn opens_on_what_is_next(person: &Person, (width, height): (u32, u32)) {
    learner::opens_plan(person, learner::one_path()).await;
    person.window(width, height).await;
    person.click("link", frame::MAP).await;
    node(person, FIRST_PHASE, &[step(3), map::NEXT_MARK.to_owned()]).await;
    is_in_sight_of_the_frame(person, FIRST_PHASE).await;
    let scale = "
        const drawing = document.querySelector('svg[role=group]');
        return drawing.getBoundingClientRect().width / drawing.width.baseVal.value;";
    assert_eq!(person.runs(scale, &[]).await.as_f64().map(|scale| (100.0 * scale).round()), Some(100.0));

    person.click("button", map::WHOLE).await;
    for title in ["Start Your Python Journey", FIRST_PHASE, "Domain Mastery"] {
        is_in_sight_of_the_frame(person, title).await;
    }
}

/// Asserts that a node is entirely inside the frame, once the map stands still.
async fn is_in_sight_of_the_frame(person: &Person, name: &str) {
    tokio::time::sleep(std::time::Duration::from_millis(600)).await;
    let [left, top, width, height] = places(person, &[name]).await[0];
    let [x, y, wide, high] = frame(person).await;
    assert!(left >= x && left + width <= x + wide, "{name}: {left} {width} in {x} {wide}");
    assert!(top >= y && top + height <= y + high, "{name}: {top} {height} in {y} {high}");
}

#[test]
fn the_map_opens_on_the_next_step_at_a_desk() {
    in_each_browser(async |person| {
        opens_on_what_is_next(&person, (1280, 900)).await;
        person.click("button", map::NEXT).await;
        person.window(420, 900).await;
        is_in_sight_of_the_frame(&person, FIRST_PHASE).await;
    });
}

#[test]
fn the_map_opens_on_the_next_step_on_a_phone() {
    in_each_browser(async |person| opens_on_what_is_next(&person, (390, 780)).await);
}

#[test]
fn two_fingers_make_the_map_larger() {
    in_each_engine(async |person| {
        opens_the_map(&person).await;
        person.click("button", map::WHOLE).await;
        let before = places(&person, &["Start Your Python Journey"]).await[0];
        let script = "
            const frame = document.querySelector('svg[role=group]').parentElement.parentElement;
            const { left, top } = frame.getBoundingClientRect();
            const send = (id, kind, x) => frame.dispatchEvent(new PointerEvent(kind, {
                pointerId: id, pointerType: 'touch', button: 0, clientX: left + x, clientY: top + 300, bubbles: true,
            }));
            send(1, 'pointerdown', 280); send(2, 'pointerdown', 320);
            for (const far of [10, 20, 30, 40]) { send(1, 'pointermove', 280 - far); send(2, 'pointermove', 320 + far); }
            send(1, 'pointerup', 240); send(2, 'pointerup', 360);";
        person.runs(script, &[]).await;
        let after = places(&person, &["Start Your Python Journey"]).await[0];
        assert!(after[2] > before[2] * 2.0, "{before:?} {after:?}");
    });
}

#[test]
fn the_list_has_every_node_and_leads_to_the_same_details() {
    in_each_browser(async |person| {
        opens_the_map(&person).await;
        person.click("button", map::OUTLINE_LINK).await;
        person.is_on("heading", map::OUTLINE).await;
        let list = person.within("region", map::OUTLINE);
        let links = list.every("button").await;
        assert_eq!(links.len(), 64);
        list.reads(map::BESIDE).await;
        let text = list.text().await;
        for part in [
            format!(
                "Phase · ○ {} · {} · {}",
                plan::status(Status::NotStarted),
                map::NEXT_MARK,
                by().trim_end()
            ),
            "Path · +".to_owned(),
            format!("Decision · {}", map::answered(&[AI_ML.label.to_owned()])),
        ] {
            assert!(text.contains(&part), "{part} is not in {text}");
        }
        list.click("button", map::details_of("Phase 1: Web Basics")).await;
        person.is_on("heading", containing("Phase 1: Web Basics")).await;
        person.reads(plan::effort_note(&phase("Phase 1: Web Basics"))).await;
        person.click("button", plan::about_item(plan::KNOW, "Flask")).await;
        person.sees("button", plan::about_item(plan::TAKE_BACK, "Flask")).await;
    });
}

#[test]
fn letters_stay_in_their_boxes() {
    in_each_browser(async |person| {
        opens_the_map(&person).await;
        person.click("button", map::UNFOLD).await;
        node(&person, "Phase 1: Web Basics", &[]).await;
        assert!(letters_in_their_boxes(&person).await.len() > 64 * 3);
    });
}

/// A roadmap in many scripts, with each kind of node and with labels on edges.
const SCRIPTS: &str = "# 世界の文字

```mermaid
flowchart TD
  A([🚀 開始學習編程與電腦科學的基礎知識,循序漸進]) --> B{どの道を選びますか?データサイエンスまたはウェブ開発}
  B -->|機械学習と深層学習の応用を学ぶ| C[머신러닝과 딥러닝의 기초 과정을 처음부터 끝까지]
  B -->|ابدأ رحلتك في تعلم البرمجة| D[تعلم لغة البرمجة بايثون من الصفر حتى الاحتراف<br/>2-3 weeks]
  B -->|👨‍👩‍👧‍👦👨‍👩‍👧‍👦🏳️‍🌈🇯🇵🇰🇷🇩🇪| E[👩🏽‍🚀 👨‍👩‍👧‍👦🏳️‍🌈🇯🇵🇰🇷🇩🇪🇫🇷🇧🇷👍🏽👩‍❤️‍👨🧑‍🤝‍🧑1️⃣❤️☎️ Emoji<br/>1 week]
  B -->|WWWWWWWWWWWWWWWWWWWWWWWW| F[WWWWWWWWWW@@@@@@@@@@MMMMMMMMMM%%%%%%%%%%mmmmmmmmmm<br/>4 weeks]
  B -->|iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii| G[iiiiiiiiiiiiiiiiiiiiiiiiiiiiiilllllllllllllllllllllllllllllllllll<br/>4 weeks]
  C --> H[การเรียนรู้ของเครื่องและปัญญาประดิษฐ์สำหรับผู้เริ่มต้น<br/>3 weeks]
  D --> I[पाइथन प्रोग्रामिंग भाषा सीखने की संपूर्ण यात्रा और परियोजनाएँ]:::milestone
  E --> I
  F --> J[Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen]:::track
  G --> K[Щукинская экспедиция: Жужжащие Шмели и Широкие Щиты]:::milestone
  H --> L[Projects 項目 프로젝트 プロジェクト<br/>網站, 遊戲]
```
";

#[test]
fn letters_of_any_script_stay_in_their_boxes() {
    in_each_browser(async |person| {
        learner::opens_roadmap(&person, SCRIPTS).await;
        person.click("link", frame::MAP).await;
        for kind in ["start", "decision", "path", "phase", "projects", "direction", "milestone"] {
            person.sees("button", containing(format!(", {kind}, "))).await;
        }
        let all = letters_in_their_boxes(&person).await.concat();
        for part in [
            "循序漸進",
            "データ",
            "머신러닝",
            "بايثون",
            "การเรียนรู้",
            "पाइथन",
            "🇯🇵",
            "👨‍👩‍👧‍👦",
            "👩🏽‍🚀",
            "WWWW",
            "iiii",
        ] {
            assert!(all.contains(part), "{part} is not in {all}");
        }
    });
}

/// All texts of the map, after checking that each stays inside its shape and overlaps no other.
async fn letters_in_their_boxes(person: &Person) -> Vec<String> {
    let script = "
        const drawing = document.querySelector('svg[role=group]');
        const out = [], all = [];
        const places = (texts) => texts.filter((text) => text.textContent).map((text) => {
            const { x, width } = text.getBBox();
            const [y, size] = [text.y.baseVal[0].value, parseFloat(getComputedStyle(text).fontSize)];
            return { text: text.textContent, left: x, right: x + width, top: y - 0.75 * size, bottom: y + 0.2 * size };
        });
        const look = (shape, texts) => {
            const there = places(texts);
            for (const { text, left, right, top, bottom } of there) {
                all.push(text);
                const isIn = (x, y) => shape.isPointInFill(new DOMPoint(x, y));
                if (![isIn(left, top), isIn(right, top), isIn(left, bottom), isIn(right, bottom)].every(Boolean)) out.push(text);
            }
            there.forEach((one, at) => there.slice(0, at).forEach((other) => {
                if (one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom) {
                    out.push(one.text + ' lies over ' + other.text);
                }
            }));
        };
        for (const node of drawing.querySelectorAll('[role=button]')) {
            look(node.querySelector('path'), [...node.parentElement.querySelectorAll('text')]);
        }
        for (const shape of drawing.querySelectorAll('rect')) look(shape, [...shape.parentElement.querySelectorAll('text')]);
        return [out, all];";
    let found = person.runs(script, &[]).await;
    let [out, all]: [Vec<String>; 2] = serde_json::from_value(found).expect("the script returns two lists");
    assert!(out.is_empty(), "in {}: {out:#?}", person.browser());
    all
}

#[test]
fn the_map_can_be_taken_away_as_a_picture() {
    in_each_engine(async |person| {
        opens_the_map(&person).await;
        person.click("button", map::AS_SVG).await;
        person.reads(frame::handed_out("waymark-map-python.svg")).await;
        let file = person.downloaded().await;
        assert_eq!(file.name, "waymark-map-python.svg");
        let svg = String::from_utf8(file.bytes).expect("SVG is text");
        for (part, count) in [("role=\"button\"", 22), (" class=", 0), (" style=", 0)] {
            assert_eq!(svg.matches(part).count(), count, "{part}");
        }
        assert!(svg.split("<text ").skip(1).all(|text| text.contains("fill=\"rgb")));
        // It renders outside the page, without its styles.
        let script = "
            const [text, done] = arguments;
            const picture = new Image();
            picture.onload = () => done(picture.naturalWidth > 500 && picture.naturalHeight > 500);
            picture.onerror = () => done('it is broken');
            picture.src = 'data:image/svg+xml,' + encodeURIComponent(text);";
        assert_eq!(person.runs_until_done(script, &[json!(svg)]).await, json!(true));
    });
}

#[test]
fn before_anything_is_answered_the_map_shows_where_one_could_go() {
    in_each_browser(async |person| {
        person.click("link", frame::MAP).await;
        person.is_on("heading", map::TITLE).await;
        let decision = node(&person, learner::BACKGROUND, &[]).await;
        assert!(decision.name.contains(map::CHOOSE_HERE.trim_start_matches("? ")), "{}", decision.name);
        let path = node(&person, "AI/ML Path", &[]).await;
        assert!(path.name.contains(&map::standing(Standing::Open, 14)), "{}", path.name);
        // No path is off the route yet, so none can be folded.
        person.does_not_see("button", map::UNFOLD).await;
        presses(&person, learner::BACKGROUND).await;
        person.click("button", try_it(learner::BEGINNER)).await;
        person.click("button", map::TAKE).await;
        node(&person, FIRST_PHASE, &[map::step(3)]).await;
        presses(&person, DECISION).await;
        person.click("button", map::ASK_AGAIN).await;
        // The question has the same heading as the details.
        person.does_not_see("heading", map::TITLE).await;
        person.choose("radio", AI_ML.label).await;
        person.click("button", questions::SAVE).await;
        person.sees("heading", questions::HOURS_TITLE).await;
    });
}
