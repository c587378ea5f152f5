//! A roadmap of 1,000 nodes, opened and moved about by mouse and wheel.

use std::fs;
use std::time::{Duration, Instant};

use browser_tests::{Person, Task};
use serde_json::{Value, json};

use super::{awaits, median_and_least, roadmap};

/// How long each movement lasts.
const LASTS: Duration = Duration::from_secs(3);

/// A mouse tells where it is so often.
const BEAT: Duration = Duration::from_millis(8);

/// How often each movement is made, and made again with tasks noted.
const RUNS: usize = 3;

/// Prints first how long the map takes until it is there, then for each movement its name, frames in a second and the
/// longest wait for a frame, the middle of some runs; and from further runs, because noting tasks takes time itself, how long
/// the longest task of the page's main thread took, in the run where that was shortest because other programs can only add to
/// it, and the most that the processor worked for one in any run. All in milliseconds.
pub async fn measure(person: Person) {
    let folder = tempfile::tempdir().expect("a folder for the roadmap");
    let file = folder.path().join("large.mmd");
    fs::write(&file, roadmap::flowchart()).expect("the roadmap can be written");
    person.click("link", "Roadmaps").await;
    person.chooses_file("Open a roadmap file", &file).await;
    person.click("button", "Open it and make a plan").await;
    person.reads("This roadmap is in use now.").await;

    let mut times: Vec<f64> = vec![];
    for _ in 0..5 {
        times.push(opens_map(&person).await);
        person.goes_to("/").await;
        person.does_not_see("heading", "Map").await;
    }
    opens_map(&person).await;
    let (median, least) = median_and_least(&mut times);
    println!("map of 1,000 nodes\t{median}\t{least}");

    let mut frames = vec![];
    for movement in MOVEMENTS {
        let (mut rates, mut waits) = (vec![], vec![]);
        for _ in 0..RUNS {
            let middle = begins(&person, movement).await;
            person.runs(WATCH_FRAMES, &[]).await;
            moves(&person, movement, middle).await;
            let frames = person.runs("window.watches = false; return window.frames;", &[]).await;
            let (rate, wait) = rate_and_longest(frames);
            rates.push(rate);
            waits.push(wait);
        }
        frames.push((median_and_least(&mut rates).0, median_and_least(&mut waits).0));
    }
    person.has_tasks_noted().await;
    opens_map(&person).await;
    for (movement, (rate, wait)) in MOVEMENTS.iter().zip(frames) {
        let (mut took, mut computed) = (f64::INFINITY, 0.0_f64);
        for _ in 0..RUNS {
            let middle = begins(&person, *movement).await;
            person.runs("performance.mark('begins')", &[]).await;
            moves(&person, *movement, middle).await;
            person.runs("performance.mark('ends')", &[]).await;
            let tasks = person.tasks_between("begins", "ends").await;
            let most = |of: fn(&Task) -> f64| tasks.iter().map(of).fold(0.0, f64::max);
            took = took.min(most(|task| task.took));
            computed = computed.max(most(|task| task.computed));
        }
        println!("{}\t{rate}\t{wait}\t{took}\t{computed}", movement.name);
    }
}

/// Goes to the map and returns how long that took until it was there to be seen.
async fn opens_map(person: &Person) -> f64 {
    let script = "
        await new Promise((done) => setTimeout(done, 400));
        const begun = performance.now();
        location.hash = '#/map';
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        while (!document.querySelector('svg [role=button]')) await frame();
        await new Promise((done) => setTimeout(done));
        return performance.now() - begun;";
    awaits(person, script).await.as_f64().expect("a time")
}

#[derive(Clone, Copy)]
struct Movement {
    name: &'static str,
    /// Whether all of the map is in sight in the beginning.
    is_whole: bool,
    /// Whether the wheel is turned; otherwise the map is dragged.
    turns: bool,
}

const MOVEMENTS: [Movement; 3] = [
    Movement { name: "dragging, letters readable", is_whole: false, turns: false },
    Movement { name: "dragging, all in sight", is_whole: true, turns: false },
    Movement { name: "turning the wheel", is_whole: true, turns: true },
];

/// Brings the map to where the movement begins, waits until it rests, and returns the middle of its frame.
async fn begins(person: &Person, movement: Movement) -> (f64, f64) {
    person.click("button", "Whole map").await;
    while !movement.is_whole && node_width(person).await < 150.0 {
        person.click("button", "Closer").await;
    }
    let middle = person.runs(MIDDLE, &[]).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    (middle[0].as_f64().expect("a place"), middle[1].as_f64().expect("a place"))
}

/// How wide a node is seen, in pixels.
async fn node_width(person: &Person) -> f64 {
    let script = "return document.querySelector('svg [role=button]').getBoundingClientRect().width";
    person.runs(script, &[]).await.as_f64().expect("a width")
}

async fn moves(person: &Person, movement: Movement, (x, y): (f64, f64)) {
    if !movement.turns {
        mouse(person, "mousePressed", (x, y), 0.0).await;
    }
    let begun = Instant::now();
    let mut next = begun;
    while begun.elapsed() < LASTS {
        let time = begun.elapsed().as_secs_f64();
        if movement.turns {
            // Nearer for half a second, farther for another.
            let by = if time % 1.0 < 0.5 { -20.0 } else { 20.0 };
            mouse(person, "mouseWheel", (x, y), by).await;
        } else {
            let at = (x + 250.0 * (4.0 * time).sin(), y + 150.0 * (3.0 * time).sin());
            mouse(person, "mouseMoved", at, 0.0).await;
        }
        next += BEAT;
        tokio::time::sleep_until(next.into()).await;
    }
    if !movement.turns {
        mouse(person, "mouseReleased", (x, y), 0.0).await;
    }
}

const MIDDLE: &str = "
    const frame = document.querySelector('svg [role=button]').closest('svg').parentElement.parentElement;
    frame.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = frame.getBoundingClientRect();
    return [left + width / 2, top + height / 2];";

const WATCH_FRAMES: &str = "
    window.frames = [];
    window.watches = true;
    const note = (time) => {
        window.frames.push(time);
        if (window.watches) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);";

async fn mouse(person: &Person, kind: &str, (x, y): (f64, f64), turned: f64) {
    let is_down = kind != "mouseWheel";
    let parameters = json!({
        "type": kind, "x": x.round(), "y": y.round(), "deltaX": 0, "deltaY": turned, "clickCount": 1,
        "button": if is_down { "left" } else { "none" }, "buttons": i32::from(is_down),
    });
    person.commands("Input.dispatchMouseEvent", parameters).await;
}

/// How many frames there were in a second, and the longest time between two of them in milliseconds.
fn rate_and_longest(frames: Value) -> (f64, f64) {
    let times: Vec<f64> = serde_json::from_value(frames).expect("the script returns times");
    let waits: Vec<f64> = times.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let whole: f64 = waits.iter().sum();
    (waits.len() as f64 * 1000.0 / whole, waits.into_iter().fold(0.0, f64::max))
}
