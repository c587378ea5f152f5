//! The map of a roadmap of 1,000 nodes: opened, drawn to its end, and moved by mouse and wheel.

use std::fs;
use std::time::{Duration, Instant};

use browser_tests::{Person, Task};
use serde_json::{Value, json};
use waymark::text::{frame, map};

use super::{awaits, median_and_least, number, roadmap};

/// The length of each movement.
const LASTS: Duration = Duration::from_secs(3);

/// The interval between the positions that a mouse reports.
const BEAT: Duration = Duration::from_millis(8);

/// The number of runs of each measurement, both with and without recording tasks.
const RUNS: usize = 3;

/// Prints the time until the map appears, and for each movement the frames per second and the longest wait for a frame,
/// each the median of several runs.
pub async fn frames(person: Person) {
    takes_the_roadmap(&person).await;
    let mut times: Vec<f64> = vec![];
    for _ in 0..5 {
        times.push(opens_map(&person).await);
        person.goes_to("/").await;
        person.does_not_see("heading", "Map").await;
    }
    opens_map(&person).await;
    let (median, least) = median_and_least(&mut times);
    println!("large\t{median}\t{least}");
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
        let (rate, wait) = (median_and_least(&mut rates).0, median_and_least(&mut waits).0);
        println!("frames\t{}\t{rate}\t{wait}", movement.name);
    }
}

/// Prints the number of tasks over 1 ms that draw the rest of the map, and the longest task while drawing and in each
/// movement.
///
/// The longest task is given as two figures: the least wall-clock time over all runs, because other programs can only add
/// to it, and the most CPU time over all runs. Recording tasks takes time itself, so these figures come from a separate
/// browser.
pub async fn tasks(person: Person) {
    takes_the_roadmap(&person).await;
    person.has_tasks_noted().await;
    let mut rest = Longest::default();
    for _ in 0..RUNS {
        person.goes_to("/").await;
        person.does_not_see("heading", "Map").await;
        awaits(&person, DRAWS_THE_REST).await;
        rest.add(&person.tasks_between("begins", "ends").await);
    }
    println!("rest\t{}\t{}\t{}", rest.tasks, rest.took, rest.computed);
    for movement in MOVEMENTS {
        let mut longest = Longest::default();
        for _ in 0..RUNS {
            let middle = begins(&person, movement).await;
            person.runs("performance.mark('begins')", &[]).await;
            moves(&person, movement, middle).await;
            person.runs("performance.mark('ends')", &[]).await;
            longest.add(&person.tasks_between("begins", "ends").await);
        }
        println!("tasks\t{}\t{}\t{}", movement.name, longest.took, longest.computed);
    }
}

async fn takes_the_roadmap(person: &Person) {
    let folder = tempfile::tempdir().expect("a folder for the roadmap");
    let file = folder.path().join("large.mmd");
    fs::write(&file, roadmap::flowchart()).expect("the roadmap can be written");
    person.picks(frame::MENU, frame::ROADMAPS).await;
    person.chooses_file("Open a roadmap file", &file).await;
    person.click("button", "Open it and make a plan").await;
    person.reads("This roadmap is in use now.").await;
}

/// The longest task over several runs.
struct Longest {
    /// The number of tasks in the last run that took more than a millisecond of CPU time.
    tasks: usize,
    /// Wall-clock milliseconds, in the run where they were fewest.
    took: f64,
    /// CPU milliseconds, in the run where they were most.
    computed: f64,
}

impl Default for Longest {
    fn default() -> Self {
        Self { tasks: 0, took: f64::INFINITY, computed: 0.0 }
    }
}

impl Longest {
    fn add(&mut self, tasks: &[Task]) {
        let longest = |of: fn(&Task) -> f64| tasks.iter().map(of).fold(0.0, f64::max);
        self.tasks = tasks.iter().filter(|task| task.computed > 1.0).count();
        self.took = self.took.min(longest(|task| task.took));
        self.computed = self.computed.max(longest(|task| task.computed));
    }
}

/// Opens the map and waits until nothing has been added to it for half a second. The first mark is set at the first paint of
/// the map, the second one when everything is drawn.
const DRAWS_THE_REST: &str = "
    await new Promise((done) => setTimeout(done, 400));
    location.hash = '#/map';
    while (!document.querySelector('svg [role=button]')) await new Promise(requestAnimationFrame);
    await new Promise((done) => setTimeout(done));
    performance.mark('begins');
    let changed = performance.now();
    const observer = new MutationObserver(() => (changed = performance.now()));
    observer.observe(document.body, { childList: true, subtree: true });
    while (performance.now() - changed < 500) await new Promise((done) => setTimeout(done, 50));
    observer.disconnect();
    performance.mark('ends');";

/// Opens the map and returns the milliseconds until it appeared.
async fn opens_map(person: &Person) -> f64 {
    let script = "
        await new Promise((done) => setTimeout(done, 400));
        const begun = performance.now();
        location.hash = '#/map';
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        while (!document.querySelector('svg [role=button]')) await frame();
        await new Promise((done) => setTimeout(done));
        return performance.now() - begun;";
    number(person, script).await
}

#[derive(Clone, Copy)]
struct Movement {
    name: &'static str,
    /// Whether the whole map is visible at first.
    is_whole: bool,
    /// Whether the wheel is turned; otherwise the map is dragged.
    turns: bool,
}

const MOVEMENTS: [Movement; 3] = [
    Movement { name: "dragging, letters readable", is_whole: false, turns: false },
    Movement { name: "dragging, all in sight", is_whole: true, turns: false },
    Movement { name: "turning the wheel", is_whole: true, turns: true },
];

/// Moves the map to where the movement begins, waits until it is still, and returns the center of its frame.
async fn begins(person: &Person, movement: Movement) -> (f64, f64) {
    person.click("button", map::WHOLE).await;
    while !movement.is_whole && node_width(person).await < 150.0 {
        person.click("button", map::NEARER).await;
    }
    let middle = person.runs(MIDDLE, &[]).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    (middle[0].as_f64().expect("a place"), middle[1].as_f64().expect("a place"))
}

/// The width of a node on the screen, in pixels.
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
            // Zoom in for half a second, then out for half a second.
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

/// Frames per second, and the longest time between two frames in milliseconds.
fn rate_and_longest(frames: Value) -> (f64, f64) {
    let times: Vec<f64> = serde_json::from_value(frames).expect("the script returns times");
    let waits: Vec<f64> = times.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let whole: f64 = waits.iter().sum();
    (waits.len() as f64 * 1000.0 / whole, waits.into_iter().fold(0.0, f64::max))
}
