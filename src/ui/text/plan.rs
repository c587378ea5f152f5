//! Words of the plan.

use super::{amounts, dates};
use crate::planner::{Between, Date, Effort, Minutes, Span, Status};

pub const TITLE: &str = "Your plan";
pub const EXPORT: &str = "Download your plan";
pub const PRINT: &str = "Print";
pub const CHANGE_ANSWERS: &str = "Change your answers";
pub const NO_PLAN: &str = "There are no dates yet";
pub const CHANGE_HOURS: &str = "Change your hours";
pub const CHANGE_OFF: &str = "Change your dates off";

/// The answer.
pub fn answer(finish: Between) -> String {
    let finish = dates::between(finish);
    format!("Finish {finish}.")
}

pub fn answer_done(on: Date) -> String {
    format!("Everything on your plan is done, the last of it on {}.", dates::date(on))
}

pub fn covers(phases: usize, projects: usize, effort: Effort, a_week: Minutes) -> String {
    let projects = match projects {
        0 => "no project".to_owned(),
        some => amounts::count(some, "project"),
    };
    format!(
        "That is {} and {projects}: {} of study at {} a week. The first date holds if everything takes the least time, the second if everything takes the most.",
        amounts::count(phases, "phase"),
        amounts::effort(effort),
        amounts::time(a_week)
    )
}

// Facts.

pub const PROGRESS: &str = "Done so far";

pub fn done_of(done: usize, all: usize) -> String {
    format!("{done} of {all} topics and projects")
}

pub fn percent(percent: u32) -> String {
    format!("{percent}%")
}

pub const TARGET: &str = "Your target";

/// How the dates compare with the target, and what can be changed.
pub fn margin(finish: Between, target: Date) -> (String, String) {
    let to_earliest = (target - finish.earliest).num_days();
    let to_latest = (target - finish.latest).num_days();
    let target = dates::date(target);
    if to_latest >= 0 {
        let spare = if to_latest == 0 {
            "It is the latest date of your plan".to_owned()
        } else {
            format!("It comes {} after the latest date of your plan", amounts::days(to_latest))
        };
        (target, format!("{spare}."))
    } else if to_earliest >= 0 {
        let text = "It lies between the two dates of your plan: you meet it if things take less time than the most. More hours a week or fewer projects move the dates forward.";
        (target, text.to_owned())
    } else {
        let text = format!(
            "Your earliest date comes {} after it. More hours a week, an earlier start, fewer dates off or fewer projects bring the dates closer, or you can choose another target.",
            amounts::days(-to_earliest)
        );
        (target, text)
    }
}

pub const JOB_READY: &str = "Job-ready";

pub fn path_ready(path: &str) -> String {
    format!("{JOB_READY}: {path}")
}

/// The end of a path's phases beside the months that the guide gives, which may disagree; the guide counts each
/// path by itself.
pub fn ready(finish: Between, start: Date, guide: Option<Span>, is_first: bool) -> String {
    let own = format!("The end of its phases, {} after you start.", months(finish, start));
    match guide.map(|span| amounts::span(span, "month")) {
        None => own,
        Some(guide) if is_first => format!("{own} The guide says {guide}."),
        Some(guide) => format!("{own} The guide says {guide} for this path by itself."),
    }
}

/// From a start to two dates, in months with one decimal.
fn months(finish: Between, start: Date) -> String {
    let tenths = |date: Date| ((date - start).num_days().max(0) * 120 + 182) / 365;
    let (low, high) = (tenths(finish.earliest), tenths(finish.latest));
    if low == high {
        format!("{}.{} months", low / 10, low % 10)
    } else {
        format!("{}.{} to {}.{} months", low / 10, low % 10, high / 10, high % 10)
    }
}

// This week.

pub const THIS_WEEK: &str = "This week";
pub const FIRST_WEEK: &str = "Your first week";
pub const DAY_OFF: &str = "off";
pub const NO_TIME: &str = "–";
pub const WEEK_DAYS: &str = "Study time on each day";
pub const WEEK_FREE: &str = "No study time is left in this week.";

pub fn week_not_started(start: Date) -> String {
    format!("You start on {}.", dates::date(start))
}

pub fn week_item(title: &str, phase: &str) -> String {
    if title == phase { title.to_owned() } else { format!("{title} ({phase})") }
}

pub fn about(time: Minutes) -> String {
    format!("about {}", amounts::time_short(time))
}

pub const WEEK_DONE: &str = "Everything on your plan is done.";

// Timeline and table.

pub const TIMELINE: &str = "Timeline";
pub const AS_TABLE: &str = "The same as a table";
pub const TABLE_CAPTION: &str = "Phases and chosen projects with their dates";
pub const COLUMN_WORK: &str = "What";
pub const COLUMN_EFFORT: &str = "Study time";
pub const COLUMN_STARTS: &str = "Starts";
pub const COLUMN_FINISHES: &str = "Finishes";
pub const COLUMN_STATUS: &str = "Status";
pub const ENTRY: &str = "Foundations";

pub fn status(status: Status) -> String {
    match status {
        Status::NotStarted => "Not started".to_owned(),
        Status::InProgress => "In progress".to_owned(),
        Status::Done(on) => format!("Done on {}", dates::date(on)),
    }
}

// Phases.

pub const PHASES: &str = "Phases and topics";
pub const PHASES_NOTE: &str =
    "Tick a topic when you are done with it. A phase is done when all its topics are.";
pub const LEARN_FROM: &str = "Learn from";

pub fn finish_all(phase: &str) -> String {
    format!("All of {phase}")
}

pub fn topics_of(phase: &str) -> String {
    format!("Topics of {phase}")
}

pub fn finishes(between: Between) -> String {
    format!("Finish {}", dates::between(between))
}

pub fn weeks_note(weeks: Span, effort: Effort) -> String {
    format!("{} in the guide, {}", amounts::span(weeks, "week"), amounts::effort(effort))
}

pub fn done_on(on: Date) -> String {
    format!("Done on {}", dates::date(on))
}

pub const CHANGE_DATE: &str = "Change the date";
pub const SET_DATE: &str = "Set the date";
pub const CANCEL: &str = "Cancel";

pub fn change_date_of(title: &str) -> String {
    format!("Change the date on which {title} was done")
}

pub fn date_done(title: &str) -> String {
    format!("Date on which {title} was done")
}

// Projects.

pub const PROJECTS: &str = "Projects for your portfolio";
pub const PROJECTS_NOTE: &str = "One is chosen to begin with. The guide gives no time for projects: the hours are this planner’s own estimate.";
pub const IN_PLAN: &str = "In my plan";
pub const FINISHED: &str = "Done";

/// Added for those who hear a label without what stands around it.
pub fn of(project: &str) -> String {
    format!(": {project}")
}

pub fn project_estimate(hours: Span) -> String {
    format!("{}, the planner’s estimate", amounts::span(hours, "hour"))
}

// What comes after.

pub const AFTER: &str = "After that";
pub const TRACK_NOTE: &str = "After you are job-ready. No dates: how much study it takes is not known yet.";
pub const MILESTONE_NOTE: &str = "A milestone without study time of its own.";
pub const KEPT: &str = "On your route";
pub const LEFT_OUT: &str = "Left out";
pub const WHY_ROUTE: &str = "Why this route";

pub fn left_out(instead: &str, decision: &str) -> String {
    format!("because you answered “{instead}” to “{decision}”")
}

pub fn answered(answer: &str, decision: &str) -> String {
    format!("you answered “{answer}” to “{decision}”")
}

pub fn only_way(decision: &str) -> String {
    format!("the only answer left at “{decision}”")
}

pub fn follows(before: &str) -> String {
    format!("follows {before}")
}

pub const BEGINS: &str = "every route begins here";
