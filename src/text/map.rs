//! Words of the map.

use super::{amounts, dates, plan};
use app::{Cost, Course, Standing};
use planner::{Chances, Date, Status};
use roadmap::{Kind, Node};

pub const TITLE: &str = "Map";
pub const LEAD: &str = "Your whole roadmap: where you are, where you are going, and what else there is. Press a box for its details.";
pub const OUTLINE_LINK: &str = "The same as a list";

/// The name of the drawing.
pub fn map_of(roadmap: &str) -> String {
    format!("Map of {roadmap}")
}

// The bar.

pub const VIEW: &str = "View of the map";
pub const NEARER: &str = "Closer";
pub const FARTHER: &str = "Farther away";
pub const WHOLE: &str = "Whole map";
pub const ROUTE: &str = "My route";
pub const NEXT: &str = "What is next";
pub const FOLD: &str = "Fold paths not taken";
pub const UNFOLD: &str = "Show all paths";
pub const AS_SVG: &str = "Download as a picture (SVG)";
pub const AS_MERMAID: &str = "Download as Mermaid text";
pub const PRINT: &str = "Print map and list";

pub const KEYS: &str = "Keys";

/// What the keys do on a node, each with what it does.
pub const KEY_LIST: [(&str, &str); 7] = [
    ("Tab", "goes from box to box in the order of the roadmap"),
    ("↓ and ↑", "follow the lines: on to what comes next, along your route where it leads on, and back"),
    ("← and →", "go to the boxes beside"),
    ("Enter", "shows the details of a box, Escape closes them"),
    ("+ and −", "make the map larger and smaller"),
    ("0", "shows the whole map"),
    ("Shift with an arrow", "moves the map"),
];

// What is drawn.

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

/// `step 5`
pub fn step(number: usize) -> String {
    format!("step {number}")
}

/// How far something has come, in two or three words with the sign for it; what is told apart by colour is told by
/// these too.
pub fn course(course: &Course) -> String {
    let counted = || format!(" · {} of {}", course.done, course.of);
    match course.status {
        Status::NotStarted => "○ Not started".to_owned(),
        Status::InProgress => format!("◐ In progress{}", counted()),
        Status::Done(_) => "✓ Done".to_owned(),
        Status::Known => "✓ Known already".to_owned(),
        Status::Skipped(_) => "– Left out".to_owned(),
    }
}

/// The date in the drawing: when it is to be finished, or when it was.
pub fn date(course: &Course) -> String {
    match (course.finishes, course.status) {
        (Some(finishes), _) => by(finishes),
        (None, Status::Done(on) | Status::Skipped(on)) => format!("on {}", dates::short(on)),
        _ => String::new(),
    }
}

/// `8 in 10 by 12 Jun 2027`
pub fn by(finishes: Chances) -> String {
    if finishes.p50 == finishes.p95 {
        return format!("on {}", dates::short(finishes.p80));
    }
    format!("8 in 10 by {}", dates::short(finishes.p80))
}

/// What a path costs: `+14 weeks`.
pub fn more(cost: &Cost) -> String {
    match cost.weeks {
        0 => "no week more".to_owned(),
        weeks if weeks > 0 => format!("+{}", amounts::count(weeks as usize, "week")),
        weeks => format!("−{}", amounts::count(weeks.unsigned_abs() as usize, "week")),
    }
}

pub const CHOOSE_HERE: &str = "? Not answered yet";

/// The answers in the drawing.
pub fn answered(answers: &[String]) -> String {
    format!("✓ {}", answers.join(", then "))
}

/// Weeks of a phase beside the route, where there are no dates.
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
        Standing::Open => "may come on your route".to_owned(),
        Standing::Aside => "not on your route".to_owned(),
    }
}

/// What a path would cost, in a sentence's part.
pub fn cost(cost: &Cost) -> String {
    let how = if cost.is_added { "added after your path" } else { "as your path" };
    format!("{how}: {}, {}", more(cost), by(cost.finish))
}

/// Everything that is drawn of a node, for those who hear it.
pub fn name((position, all): (usize, usize), node: &Node, facts: &[String]) -> String {
    let mut name = format!("{}, {}", node.title, kind(node).to_lowercase());
    for fact in facts.iter().filter(|fact| !fact.is_empty()) {
        name.push_str(", ");
        // The signs are for the eye.
        name.push_str(fact.trim_start_matches(['○', '◐', '✓', '–', '?', ' ']));
    }
    name.push_str(&format!(", {position} of {all}"));
    name
}

pub fn folded(hidden: usize) -> String {
    match hidden {
        0 => String::new(),
        some => format!("{some} folded"),
    }
}

// Details.

pub const CLOSE: &str = "Close";
pub const WHY_HERE: &str = "Why";
pub const BEFORE: &str = "Comes after";
pub const AFTER: &str = "Leads to";
pub const ANSWERS: &str = "The answers and where they lead";

/// Of a decision that is come to more than once, also which visit it is about.
pub fn at_visit(words: &str, visit: Option<&str>) -> String {
    visit.map_or_else(|| words.to_owned(), |visit| format!("{words}, {visit}"))
}

pub const YOUR_ANSWER: &str = "your answer";
pub const TRY: &str = "Try it on the map";
pub const SHOW_PHASES: &str = "Unfold this path";
pub const HIDE_PHASES: &str = "Fold this path";
pub const ASK_AGAIN: &str = "Open the question";

pub fn starts(on: Date) -> String {
    format!("Begins about {}.", dates::date(on))
}

pub fn finishes(finishes: Chances) -> String {
    format!("Finished {}.", dates::by_chance(finishes))
}

/// The answer to `what if`: the date, and how it differs from the present one.
pub fn outcome(finish: Option<Chances>, now: Option<Chances>) -> String {
    let Some(finish) = finish else { return "Nothing would be left to do.".to_owned() };
    let date = format!("all finished {}", by(finish));
    match now.map(|now| (finish.p80 - now.p80).num_days()) {
        None => date,
        Some(0) => format!("{date}, as now"),
        Some(days @ 1..) => format!("{date}, {} later than now", amounts::days(days)),
        Some(days) => format!("{date}, {} earlier than now", amounts::days(-days)),
    }
}

/// That no way on the present route offers a path.
pub const NOT_OFFERED: &str = "Your answers lead to no question that offers it.";
pub const NO_DATES: &str = "No dates: the roadmap gives it no study time.";

pub fn topics(node: &str) -> String {
    plan::topics_of(node)
}

// Trying an answer.

pub fn trying(answer: &str, outcome: &str) -> String {
    format!("The map shows what “{answer}” would give: {outcome}. Nothing is changed yet.")
}

pub const TAKE: &str = "Take this answer";
pub const LEAVE: &str = "Back to my plan";

// The outline.

pub const OUTLINE: &str = "The map as a list";
pub const ON_ROUTE: &str = "Your route";
pub const MAY_COME: &str = "May come on your route";
pub const BESIDE: &str = "Not on your route";
pub const DETAILS: &str = "Details";

pub fn details_of(title: &str) -> String {
    format!("{DETAILS}: {title}")
}
