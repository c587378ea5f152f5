//! What a learner does every day, with the processor slowed four times: from the event until the frame that shows it was
//! handed on.

use std::fmt::Write as _;
use std::fs;

use browser_tests::Person;
use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use waymark::text::{frame, keep, questions, roadmaps};

use super::{median_and_least, number};

const ROUNDS: usize = 7;
/// Entries of the log of somebody who has studied for two years.
const ENTRIES: u64 = 500;
/// Topics of the large roadmap: phases of eight.
const PHASES: usize = 250;

/// Prints the median and the longest time of each action, for the Python roadmap with a long log and for a large one.
pub async fn times(person: Person) {
    let folder = tempfile::tempdir().expect("a folder for the files");
    let plan = folder.path().join("plan.json");
    fs::write(&plan, long_log(&person).await.to_string()).expect("the plan can be written");
    person.chooses_file(keep::OPEN, &plan).await;
    person.reads(frame::PLAN_OPENED).await;
    print_actions(&person, "Python, 500 log entries").await;

    let large = folder.path().join("large.mmd");
    fs::write(&large, chain()).expect("the roadmap can be written");
    person.picks(frame::MENU, frame::ROADMAPS).await;
    person.chooses_file(roadmaps::OPEN, &large).await;
    person.click("button", roadmaps::ACCEPT).await;
    person.reads(roadmaps::IN_USE_NOW).await;
    person.click("link", "Start").await;
    person.click("button", questions::PRESETS[1].0).await;
    person.click("button", questions::CONTINUE).await;
    while person.screen().await == "/hours" {}
    print_actions(&person, "2,000 topics").await;
}

async fn print_actions(person: &Person, plan: &str) {
    person.commands("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await;
    for Action { name, screen, press, undo } in ACTIONS {
        let mut times = Vec::new();
        for _ in 0..ROUNDS {
            person.goes_to("/guide").await;
            person.goes_to(screen).await;
            times.push(number(person, &format!("{PAINTED} return await painted(() => {press});")).await);
            for undo in undo {
                number(person, &format!("{PAINTED} return await painted(() => {undo});")).await;
            }
        }
        let (median, _) = median_and_least(&mut times);
        println!("action\t{plan}\t{name}\t{median}\t{}", times.last().expect("it was timed"));
    }
    person.commands("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await;
}

/// Something to press, as a script that finds its element, and what undoes it.
struct Action {
    name: &'static str,
    screen: &'static str,
    press: &'static str,
    undo: &'static [&'static str],
}

const UNDO: &[&str] = &["document.querySelector('header .status-actions button')"];

const ACTIONS: [Action; 6] = [
    Action { name: "Today: log the session", screen: "/today", press: "button(/^Log /)", undo: UNDO },
    Action { name: "Today: step done", screen: "/today", press: "button(/done$/i)", undo: UNDO },
    Action {
        name: "Today: start the timer",
        screen: "/today",
        press: "button(/^Start timer$/)",
        undo: &["button(/^Stop$/)", "button(/^Discard$/)"],
    },
    Action { name: "Plan: open it", screen: "/guide", press: "link('#/plan')", undo: &[] },
    Action {
        name: "Plan: tick a topic",
        screen: "/plan",
        press: "document.querySelector('main input[type=checkbox]:not(:checked)')",
        undo: UNDO,
    },
    Action {
        name: "Map: open the details of a place",
        screen: "/map",
        press: "document.querySelector('svg [role=button]')",
        undo: &[],
    },
];

/// Waits for the element and for a quiet page, presses, and gives the milliseconds until the next frame was handed on.
const PAINTED: &str = "
    const button = (text) => [...document.querySelectorAll('main button')].find((one) => text.test(one.textContent));
    const link = (to) => document.querySelector(`header a[href='${to}']`);
    const frame = () => new Promise(requestAnimationFrame);
    const painted = async (find) => {
        let element;
        while (!(element = find())) await frame();
        await new Promise((done) => setTimeout(done, 600));
        element = find();
        const begun = performance.now();
        element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, view: window }));
        await frame();
        const { port1, port2 } = new MessageChannel();
        await new Promise((done) => { port1.onmessage = done; port2.postMessage(null); });
        return performance.now() - begun;
    };";

/// A plan of the Python roadmap with an entry on each of the last days.
pub async fn long_log(person: &Person) -> Value {
    let now = person.runs("return new Date().toISOString().slice(0, 10)", &[]).await;
    let today: NaiveDate = now.as_str().and_then(|day| day.parse().ok()).expect("it is a date");
    let topics = ["variables", "functions", "classes"];
    let log = (0..ENTRIES).map(|at| {
        let on = today - Days::new(ENTRIES - at);
        json!({ "on": on, "topic": topics[(at * 3 / ENTRIES) as usize], "minutes": 30 })
    });
    let answer = |decision: &str, answer: &str| json!({ "decision": decision, "visit": 1, "answer": answer });
    json!({ "waymark_plan": 1, "document": {
        "roadmap": "python",
        "answers": [
            answer("Assess", "complete-beginner"),
            answer("ChoosePath", "build-ai-ml-systems"),
            answer("AIMLAdvanced", "deep-learning-focus"),
            answer("CrossPath", "no"),
        ],
        "agreed": [], "week_minutes": [60, 60, 60, 60, 60, 60, 60], "earlier_weeks": [],
        "start": today - Days::new(ENTRIES), "time_off": [], "stretches": [], "target": null,
        "most_minutes_a_week": null, "projects": [], "known_topics": [], "marks": [],
        "log": log.collect::<Vec<_>>(), "pace": "own", "baseline": null, "drafts": [],
    }})
}

/// A chain of phases, each with eight topics.
fn chain() -> String {
    let mut text = "flowchart TD\n".to_owned();
    for phase in 0..PHASES {
        let topics: Vec<String> = (0..8).map(|topic| format!("Topic {phase}.{topic}")).collect();
        writeln!(text, "  P{phase}[\"Part {phase}<br/>{}<br/>6-10 hours\"]", topics.join(", "))
            .expect("a text can be written to");
        if phase > 0 {
            writeln!(text, "  P{} --> P{phase}", phase - 1).expect("a text can be written to");
        }
    }
    text
}
