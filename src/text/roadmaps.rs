//! Words for the list of roadmaps, and for opening another one.

use super::{amounts, keep};
use app::{Carried, RoadmapChange, SaveFailure};
use roadmap::{Differences, Kind, Roadmap, Span};

pub const TITLE: &str = "Roadmaps";
pub const LEAD: &str =
    "Each roadmap has a plan of its own. You use one at a time; the others keep everything you entered.";
pub const THERE_ARE: &str = "Your roadmaps";
pub const IN_USE: &str = "in use";
pub const SHIPPED: &str = "built in";
pub const OWN: &str = "your own";
pub const IN_USE_NOW: &str = "This roadmap is in use now. The other one is under Roadmaps, with its plan.";

/// Said once another roadmap is in use, of which the file has ticked so many topics.
pub fn in_use_now(ticked: usize) -> String {
    match ticked {
        0 => IN_USE_NOW.to_owned(),
        count => format!("{IN_USE_NOW} {}", ticked_are_known(count)),
    }
}

fn ticked_are_known(count: usize) -> String {
    format!("{} ticked in the file count as known.", amounts::count(count, "topic"))
}

/// Accessible name of a button whose visible label is the same for every roadmap.
pub fn about(what: &str, title: &str) -> String {
    format!("{what}: {title}")
}

pub const USE: &str = "Use this one";
pub const CORRECT: &str = "Change steps";
pub const SAVE_STEPS: &str = "Save the changes";
pub const RENAME: &str = "Rename";
pub const NEW_NAME: &str = "New name";
pub const SAVE_NAME: &str = "Save name";
pub const CANCEL: &str = "Cancel";
pub const NAME_EMPTY: &str = "Enter a name.";
pub const NAME_LONG: &str = "Enter a shorter name, at most 120 characters.";
pub const DOWNLOAD: &str = "Download (JSON)";
pub const REMOVE: &str = "Remove";

pub fn remove_ask(title: &str) -> String {
    format!("Remove “{title}” and its plan? You can restore both here.")
}

pub const REMOVE_YES: &str = "Yes, remove it";
pub const REMOVE_NO: &str = "No, keep it";
pub const REMOVED: &str = "The roadmap and its plan were removed. You can restore both under Roadmaps.";

pub const CHANGED: &str = "The roadmap has changed";

/// What another form of a roadmap has changed.
pub fn changed(change: &RoadmapChange) -> String {
    let RoadmapChange { before: _, differences, carried, ticked } = change;
    let steps = [(differences.new.len(), "new step"), (differences.renamed.len(), "renamed step")];
    let mut counts: Vec<String> = steps
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| amounts::count(count, what))
        .collect();
    if !differences.gone.is_empty() {
        counts.push(format!("{} gone", differences.gone.len()));
    }
    let mut said = match counts.as_slice() {
        [] => format!("{CHANGED}."),
        counts => format!("{CHANGED}: {}.", amounts::list(counts)),
    };
    for part in progress_carried(carried).into_iter().chain((*ticked > 0).then(|| ticked_are_known(*ticked)))
    {
        said.push(' ');
        said.push_str(&part);
    }
    said
}

/// What of the learner's progress an edited roadmap keeps, and what not.
fn progress_carried(carried: &Carried) -> Vec<String> {
    let kept = match (carried.kept, carried.lost.as_slice()) {
        (0, _) => None,
        (kept, []) => Some(format!("All your progress carries over, on {}.", amounts::count(kept, "item"))),
        (kept, _) => Some(format!("Your progress on {} carries over.", amounts::count(kept, "item"))),
    };
    let lost = (!carried.lost.is_empty()).then(|| {
        format!(
            "Not carried over: {}. It is kept, and comes back if you undo the change.",
            named(&carried.lost)
        )
    });
    kept.into_iter().chain(lost).collect()
}

/// The first few names, and how many more there are.
fn named(names: &[String]) -> String {
    const MOST: usize = 5;
    let mut shown: Vec<String> = names.iter().take(MOST).map(|name| format!("“{name}”")).collect();
    if names.len() > MOST {
        shown.push(format!("{} more", names.len() - MOST));
    }
    amounts::list(&shown)
}
pub const REMOVED_TITLE: &str = "Removed";
pub const BRING_BACK: &str = "Restore";

/// Why a roadmap was not saved, and what to do about it.
pub fn not_saved(why: &SaveFailure) -> String {
    if *why == SaveFailure::Newer {
        return "This roadmap was not saved, because a newer version of Waymark has saved it here, and that copy is left untouched. Yours is here until you close this page: download it from the Roadmaps screen and open it with the newer version.".to_owned();
    }
    format!(
        "This roadmap was not saved ({}). It is here until you close this page: download it from the Roadmaps screen.",
        keep::save_failure(why)
    )
}

/// `8 phases, 2 decisions`; without decisions `8 phases`
pub fn size(roadmap: &Roadmap) -> String {
    let of = |is: fn(&Kind) -> bool| roadmap.nodes().iter().filter(|node| is(&node.kind)).count();
    let phases = amounts::count(of(|kind| matches!(kind, Kind::Phase(_))), "phase");
    match of(|kind| matches!(kind, Kind::Decision)) {
        0 => phases,
        decisions => format!("{phases}, {}", amounts::count(decisions, "decision")),
    }
}

/// `8 phases, 2 decisions · your own`
pub fn size_and_origin(roadmap: &Roadmap, is_own: bool) -> String {
    format!("{} · {}", size(roadmap), if is_own { OWN } else { SHIPPED })
}

/// `Python: 8 phases, 2 decisions`
pub fn title_and_size(roadmap: &Roadmap) -> String {
    format!("{}: {}", roadmap.about().title, size(roadmap))
}

// Opening a file.

pub const OPEN_TITLE: &str = "Open your own roadmap";
pub const OPEN_NOTE: &str = "A Markdown file with headings and lists, a spreadsheet saved as CSV, a Mermaid chart, a roadmap.sh file, or a roadmap downloaded from here. You can also drop the file anywhere on this page. It stays on your device.";
pub const OPEN: &str = "Open a roadmap file";

pub const PASTE: &str = "Or paste it";
pub const PASTED: &str = "Your roadmap as text";
pub const PASTED_HINT: &str =
    "A list of steps is enough, one on each line. Times such as “20 h” or “2 weeks” count.";
pub const PASTED_EMPTY: &str = "Paste or type your roadmap first.";
pub const OPEN_PASTED: &str = "Open this text";

/// The name of a file with what was pasted; a roadmap without a title is called like this.
pub const PASTED_NAME: &str = "My roadmap.md";

// The offer of a roadmap that was read.

pub const OFFER_TITLE: &str = "Open this roadmap?";
pub const CORRECT_TITLE: &str = "Change the steps";

/// The title of the screen on which a roadmap is corrected: one of the learner's own, or one from a file.
pub fn offer_title(is_own: bool) -> &'static str {
    if is_own { CORRECT_TITLE } else { OFFER_TITLE }
}

pub const WARNINGS: &str = "Worth knowing";

pub const STEPS: &str = "The steps";
pub const STEPS_NOTE: &str = "Anything read wrong? Correct it here before you open the roadmap.";
pub const STEPS_NOTE_OWN: &str = "Rename, time, move, or skip steps. Your progress stays with them.";
pub const TIME_FOR_EACH: &str = "One time for each step";
pub const USE_TIME: &str = "Use it";
pub const TIME_IN_TOTAL: &str = "Or a total to share among them";
pub const SHARE_TIME: &str = "Share it";
pub const TIME_UNREADABLE: &str = "Enter a time such as 20 h, 10-20 hours, or 2 weeks.";
pub const MOVE_UP: &str = "Move up";
pub const LEAVE_OUT: &str = "Skip";
pub const PUT_BACK: &str = "Put back";
pub const MAKE_OPTIONAL: &str = "Make optional";
pub const MAKE_REQUIRED: &str = "Make it part of the plan";

/// Accessible name of a step's title field.
pub fn name_of(title: &str) -> String {
    format!("Title of {title}")
}

/// Accessible name of a step's time field.
pub fn time_of(title: &str) -> String {
    format!("Time for {title}")
}

/// Accessible name of a button that belongs to a step.
pub fn about_step(label: &str, title: &str) -> String {
    format!("{label}: {title}")
}

/// `10–20 h`
pub fn hours(hours: Span) -> String {
    match hours {
        Span { low, high } if low == high => format!("{low} h"),
        Span { low, high } => format!("{low}–{high} h"),
    }
}

/// `4 topics`, `Optional`, `Included in the time of “Saws”`; nothing if there is nothing to say.
pub fn contents(topics: usize, is_optional: bool, phase: Option<&str>) -> Option<String> {
    let within = phase.map(|phase| format!("Included in the time of “{phase}”"));
    let topics = (topics > 0).then(|| amounts::count(topics, "topic")).or(within);
    match (topics, is_optional) {
        (Some(topics), true) => Some(format!("{OPTIONAL} · {topics}")),
        (topics, false) => topics,
        (None, true) => Some(OPTIONAL.to_owned()),
    }
}

const OPTIONAL: &str = "Optional";

pub const OTHER_PARTS: &str = "Also in this file";
pub const OTHER_PARTS_NOTE: &str = "The file has more than one roadmap. You can open another one instead.";
pub const OPEN_INSTEAD: &str = "Open instead";

pub const NO_WARNINGS: &str = "Everything was understood.";
pub const QUESTIONS: &str = "What it asks";
pub const ACCEPT: &str = "Open it and make a plan";
pub const BESIDE: &str = "Keep both";
pub const REPLACE: &str = "Replace the one you have";

pub const CHANGES: &str = "What changes";
pub const CORRECTED_AS_BEFORE: &str = "What you corrected before is corrected here, too.";

/// Which of the learner's roadmaps this one is an edited form of.
pub fn edited(title: &str, differences: &Differences) -> String {
    match differences.shared() {
        0 => format!(
            "You already have a roadmap with this name, “{title}”. None of its steps are in this one."
        ),
        _ if differences.is_none() => {
            format!("You already have this roadmap, “{title}”, with the same steps.")
        }
        _ => format!("This looks like an edited version of “{title}”, which you have."),
    }
}

/// How an edited roadmap differs from the one that the learner has, and what it does to their plan.
pub fn changes(differences: &Differences, carried: &Carried, ticked: usize) -> Vec<String> {
    let Differences { same, renamed, new, gone } = differences;
    let mut said = Vec::new();
    if !differences.is_none() && *same > 0 {
        said.push(format!("The same in both: {}.", amounts::count(*same, "step")));
    }
    said.extend(renamed.iter().map(|(before, after)| format!("Renamed: “{before}” is now “{after}”.")));
    if !new.is_empty() {
        said.push(format!("New: {}.", named(new)));
    }
    if !gone.is_empty() {
        said.push(format!("No longer in it: {}.", named(gone)));
    }
    said.extend(progress_carried(carried));
    said.extend((ticked > 0).then(|| ticked_will_be_known(ticked)));
    said
}

/// What comes of the topics that a file has ticked, before it is opened.
pub fn ticked_will_be_known(count: usize) -> String {
    format!("{} ticked in the file will count as known.", amounts::count(count, "topic"))
}

pub const DECLINE: &str = "Cancel";
