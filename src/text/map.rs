//! Words of the map screen.

use super::{amounts, dates, plan};
use app::{Cost, Course, Standing};
use planner::{Chances, Date, Status};
use roadmap::{Kind, Node, Phase, Span};

pub const TITLE: &str = "Map";
pub const LEAD: &str = "Your whole roadmap: where you are, where you’re going, and what else there is. Select a box for details.";
pub const OUTLINE_LINK: &str = "Show as a list";

/// Accessible name of the drawing.
pub fn map_of(roadmap: &str) -> String {
    format!("Map of {roadmap}")
}

// The toolbar.

pub const VIEW: &str = "Map view";
pub const NEARER: &str = "Zoom in";
pub const FARTHER: &str = "Zoom out";
pub const WHOLE: &str = "Show all";
pub const ROUTE: &str = "My route";
pub const NEXT: &str = "Next step";
pub const FOLD: &str = "Collapse other paths";
pub const UNFOLD: &str = "Show all paths";
pub const AS_SVG: &str = "Download as a picture (SVG)";
pub const AS_MERMAID: &str = "Download as Mermaid text";
pub const PRINT: &str = "Print map and list";

pub const KEYS: &str = "Keyboard shortcuts";

/// Keyboard shortcuts, each with its effect.
pub const KEY_LIST: [(&str, &str); 7] = [
    ("Tab", "moves from box to box in the order of the roadmap"),
    ("↓ and ↑", "follow the lines forward, along your route where there is a choice, and back"),
    ("← and →", "move to neighboring boxes"),
    ("Enter", "shows the details of a box; Escape closes them"),
    ("+ and −", "zoom in and out"),
    ("0", "shows all of the map"),
    ("Shift + arrow", "moves the map"),
];

// The drawing.

pub fn kind(node: &Node) -> &'static str {
    match &node.kind {
        Kind::Start => "Start",
        Kind::Decision => "Decision",
        Kind::Path(_) => "Path",
        Kind::Phase(_) => "Phase",
        Kind::Projects(_) => "Projects",
        Kind::Track(_) => "Direction",
        Kind::Milestone(_) => "Milestone",
    }
}

pub const NEXT_MARK: &str = "next";

/// `step 5`: the place of a node on the route
pub fn step(number: usize) -> String {
    format!("step {number}")
}

/// Status with its sign, so that color is never the only difference.
pub fn course(course: &Course) -> String {
    let counted = || format!(" · {} of {}", course.done, course.of);
    match course.status {
        Status::NotStarted => "○ Not started".to_owned(),
        Status::InProgress => format!("◐ In progress{}", counted()),
        Status::Done(_) => "✓ Done".to_owned(),
        Status::Known => "✓ Already known".to_owned(),
        Status::Skipped(_) => "– Skipped".to_owned(),
    }
}

/// The date in the drawing: the forecast finish, or the date it was done or skipped.
pub fn date(course: &Course) -> String {
    match (course.finishes, course.status) {
        (Some(finishes), _) => by(finishes),
        (None, Status::Done(on) | Status::Skipped(on)) => format!("on {}", dates::short(on)),
        _ => String::new(),
    }
}

/// `80% by 12 Jun 2027`
pub fn by(finishes: Chances) -> String {
    if finishes.p50 == finishes.p95 {
        return format!("on {}", dates::short(finishes.p80));
    }
    format!("80% by {}", dates::short(finishes.p80))
}

/// `+14 weeks`: what a path adds to the finish date
pub fn more(cost: &Cost) -> String {
    match cost.weeks {
        0 => "no extra weeks".to_owned(),
        weeks if weeks > 0 => format!("+{}", amounts::count(weeks as usize, "week")),
        weeks => format!("−{}", amounts::count(weeks.unsigned_abs() as usize, "week")),
    }
}

pub const CHOOSE_HERE: &str = "? Not answered yet";

/// `✓ Web, then AI`: the answers given at each visit of a decision
pub fn answered(answers: &[String]) -> String {
    format!("✓ {}", answers.join(", then "))
}

/// The size of a node that has no dates because it is not on the route.
pub fn effort(node: &Node) -> String {
    match &node.kind {
        Kind::Phase(phase) => match phase.weeks {
            Some(weeks) => amounts::span(weeks, "week"),
            None => amounts::exact_effort(phase.effort),
        },
        Kind::Projects(projects) => amounts::count(projects.len(), "project"),
        _ => String::new(),
    }
}

pub fn standing(standing: Standing, steps: usize) -> String {
    match standing {
        Standing::Route(step) => format!("step {step} of {steps} on your route"),
        Standing::Open => "may be on your route".to_owned(),
        Standing::Aside => "not on your route".to_owned(),
    }
}

/// `As your path: +14 weeks, 80% by 12 Jun 2027.`
pub fn cost(cost: &Cost) -> String {
    let how = if cost.is_added { "Added after your path" } else { "As your path" };
    format!("{how}: {}, {}.", more(cost), by(cost.finish))
}

/// Accessible name of a node: everything that its box shows, and its position in the list of nodes.
pub fn name(position: usize, count: usize, node: &Node, facts: &[String]) -> String {
    let mut name = format!("{}, {}", node.title, kind(node).to_ascii_lowercase());
    for fact in facts.iter().filter(|fact| !fact.is_empty()) {
        name.push_str(", ");
        // Screen readers would read the signs out.
        name.push_str(fact.trim_start_matches(['○', '◐', '✓', '–', '?', ' ']));
    }
    name.push_str(&format!(", {position} of {count}"));
    name
}

pub fn folded(hidden: usize) -> String {
    match hidden {
        0 => String::new(),
        some => format!("{some} hidden"),
    }
}

// Details of a node.

/// `Phase · step 5 of 12 on your route`
pub fn kind_and_standing(node: &Node, on_route: Standing, steps: usize) -> String {
    format!("{} · {}", kind(node), standing(on_route, steps))
}

/// `Why: comes after Basics.`
pub fn why_here(reason: &str) -> String {
    format!("{WHY_HERE}: {reason}.")
}

/// A project that is not on the plan: `Build a shop. 20 to 40 hours (estimate).`
pub fn project(summary: &str, hours: Span) -> String {
    format!("{summary} {}.", plan::project_estimate(hours))
}

/// The effort of a phase that is not on the plan.
pub fn phase_effort(phase: &Phase) -> String {
    format!("{}.", plan::effort_note(phase))
}

/// A topic that is not on the plan, before the button that says whether it is known.
pub fn topic(summary: &str, is_known: bool) -> String {
    if is_known { format!("{summary} {}. ", plan::KNOWN) } else { format!("{summary} ") }
}

/// A clause as a sentence: with a capital letter and a period.
pub fn sentence(clause: &str) -> String {
    let mut letters = clause.chars();
    let first: String = letters.next().into_iter().map(|letter| letter.to_ascii_uppercase()).collect();
    format!("{first}{}.", letters.as_str())
}

/// The node that an answer leads to, set after the answer.
pub fn leads_to(title: &str) -> String {
    format!(" → {title}")
}

pub const CLOSE: &str = "Close";
pub const WHY_HERE: &str = "Why";
pub const BEFORE: &str = "Follows";
pub const AFTER: &str = "Leads to";
pub const ANSWERS: &str = "The answers and where they lead";

/// A label with the visit it is about, if its decision is visited more than once.
pub fn at_visit(words: &str, visit: Option<&str>) -> String {
    visit.map_or_else(|| words.to_owned(), |visit| format!("{words}, {visit}"))
}

pub const THAN_NOW: &str = "than now";
pub const YOUR_ANSWER: &str = "your answer";
pub const TRIED: &str = "previewed on the map";
pub const TRY: &str = "Preview on the map";
pub const SHOW_PHASES: &str = "Expand this path";
pub const HIDE_PHASES: &str = "Collapse this path";
pub const ASK_AGAIN: &str = "Change this answer";

pub fn starts(on: Date) -> String {
    format!("Starts around {}.", dates::date(on))
}

pub fn begun(on: Date) -> String {
    format!("Started on {}.", dates::date(on))
}

pub fn finishes(finishes: Chances) -> String {
    format!("Likely done {}.", dates::by_chance(finishes))
}

/// The finish date with another answer, and its difference from the current one.
pub fn outcome(finish: Option<Chances>, now: Option<Chances>) -> String {
    let Some(finish) = finish else { return "You’d be done.".to_owned() };
    let date = format!("everything done, {}", by(finish));
    let Some(now) = now else { return date };
    let days = (finish.p80 - now.p80).num_days();
    let difference = amounts::days(days.unsigned_abs());
    match days {
        0 => format!("{date}, as now"),
        1.. => format!("{date}, {difference} later {THAN_NOW}"),
        _ => format!("{date}, {difference} earlier {THAN_NOW}"),
    }
}

/// Shown for a path that no answer on the current route leads to.
pub const NOT_OFFERED: &str = "None of your answers leads here.";
pub const NO_DATES: &str = "No dates: the roadmap gives no study time for it.";

pub fn topics(node: &str) -> String {
    plan::topics_of(node)
}

// The preview of another answer.

pub fn trying(answer: &str, outcome: &str) -> String {
    format!("Preview of “{answer}”: {outcome}. {NOTHING_CHANGED}")
}

pub const NOTHING_CHANGED: &str = "Nothing has changed yet.";
pub const TAKE: &str = "Use this answer";
pub const LEAVE: &str = "Back to my plan";

// The outline.

pub const OUTLINE: &str = "The map as a list";
pub const ON_ROUTE: &str = "Your route";
pub const MAY_COME: &str = "May be on your route";
pub const BESIDE: &str = "Not on your route";
pub const DETAILS: &str = "Details";

pub fn details_of(title: &str) -> String {
    format!("{DETAILS}: {title}")
}
