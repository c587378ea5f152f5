//! Words of the plan screen.

use super::{amounts, chances, dates};
use planner::{Chances, Date, DateBounds, DateRange, Status};
use roadmap::{Effort, Minutes, Phase, Span};

pub const TITLE: &str = "Your plan";
pub const EXPORT: &str = "Download your plan";
pub const PRINT: &str = "Print";
pub const CHANGE_ANSWERS: &str = "Change your answers";
pub const NAVIGATION: &str = "Your plan";
pub const NAV_DATES: &str = "Dates";
pub const NAV_PROGRESS: &str = "How it is going";
pub const NAV_FINISH_BY: &str = "Finish by a date";
pub const NAV_COMPARE: &str = "Compare paths";
pub const NAV_BREAK: &str = "After a break";
pub const NO_PLAN: &str = "There are no dates yet";
pub const CHANGE_HOURS: &str = "Change your hours";
pub const CHANGE_OFF: &str = "Change your dates off";

pub fn answer_done(last: Option<Date>) -> String {
    match last {
        Some(on) => format!("Everything on your plan is done, the last of it on {}.", dates::date(on)),
        None => "You know everything on your plan already.".to_owned(),
    }
}

/// The dates if every estimate came out at its low end, or every one at its high end.
pub fn by_estimates(finish: DateBounds) -> String {
    format!(
        "If everything took the least time of the guide’s ranges from your first day, you would finish by {}; if everything took the most, by {}. Both are next to impossible: things even out.",
        dates::date(finish.earliest),
        dates::date(finish.latest)
    )
}

pub const KNOWN_BEFORE: &str = "known already";
pub const MET_TWICE: &str = "learned once for both paths";

/// `Pandas and NumPy: 14 hours less, learned once for both paths.`
pub fn saved(names: &str, effort: Minutes, why: &str) -> String {
    format!("{names}: {} less, {why}.", amounts::hours(effort))
}

pub fn gap(dates: DateRange) -> String {
    format!(
        "Nothing was noted since {}. If that was a break, there are three ways to go on.",
        super::dates::date(dates.from())
    )
}

pub const GAP_WAYS: &str = "See the ways to go on";

pub fn covers(phases: usize, projects: usize, effort: Effort, a_week: Minutes) -> String {
    let projects = match projects {
        0 => "no project".to_owned(),
        some => amounts::count(some, "project"),
    };
    format!(
        "That is {} and {projects}: {} of study at {} a week.",
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

pub const WHAT_IT_TAKES: &str = "What it takes";

/// The chance to meet the target, and its margin to the 80 % date.
pub fn margin(chance: f64, finish: Chances, target: Date) -> String {
    let chance = chances::chance(chance);
    let days = (target - finish.p80).num_days();
    let margin = amounts::days(days.unsigned_abs());
    match days {
        0.. => format!("Your chance to meet it is {chance}: it comes {margin} after the date of 8 in 10."),
        _ => format!("Your chance to meet it is {chance}. {}", after_target(days.unsigned_abs())),
    }
}

pub fn after_target(days: u64) -> String {
    format!("The date of 8 in 10 comes {} after it.", amounts::days(days))
}

pub const JOB_READY: &str = "Job-ready";

pub fn path_ready(path: &str) -> String {
    format!("{JOB_READY}: {path}")
}

/// The end of a path's phases in months, next to the guide's figure. The two may disagree, as the guide
/// counts each path from nothing.
pub fn ready(even: &str, likely: &str, guide: Option<Span>, is_first: bool) -> String {
    let months =
        if even == likely { format!("{likely} months") } else { format!("{even} to {likely} months") };
    let own = format!("The end of its phases, {months} after you start, from an even chance to 8 in 10.");
    match guide.map(|span| amounts::span(span, "month")) {
        None => own,
        Some(guide) if is_first => format!("{own} The guide says {guide}."),
        Some(guide) => format!("{own} The guide says {guide} for this path by itself."),
    }
}

// This week.

pub const THIS_WEEK: &str = "This week";
pub const FIRST_WEEK: &str = "Your first week";
pub const DAY_OFF: &str = "off";
pub const NO_TIME: &str = "–";
pub const WEEK_DAYS: &str = "Study time on each day";
pub const WEEK_ON_PAPER: &str = "Your week to fill in";
pub const COLUMN_DAY: &str = "Day";
pub const COLUMN_PLANNED: &str = "Planned";
pub const COLUMN_DONE: &str = "Done";
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
pub const COLUMN_P50: &str = "Even chance by";
pub const COLUMN_P80: &str = "8 in 10 by";
pub const COLUMN_P95: &str = "95 in 100 by";
pub const NO_DATE: &str = "–";
pub const COLUMN_STATUS: &str = "Status";
pub const ENTRY: &str = "Foundations";

pub fn status(status: Status) -> String {
    match status {
        Status::NotStarted => "Not started".to_owned(),
        Status::InProgress => "In progress".to_owned(),
        Status::Done(on) => format!("Done on {}", dates::date(on)),
        Status::Skipped(on) => format!("Left out on {}", dates::date(on)),
        Status::Known => "Known already".to_owned(),
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

pub fn finishes(finish: Chances) -> String {
    format!("Finish {}", dates::by_chance(finish))
}

/// The effort of a phase, and how much of it is planned if topics are known or learned elsewhere.
pub fn phase_effort(phase: &Phase, planned: Effort) -> String {
    let whole = effort_note(phase);
    if planned == phase.effort {
        format!("{whole}.")
    } else {
        format!("{whole}; {} of it on your plan.", amounts::effort(planned))
    }
}

/// The effort of a phase by its roadmap.
pub fn effort_note(phase: &Phase) -> String {
    match phase.weeks {
        Some(weeks) => {
            format!("{} in the guide, {}", amounts::span(weeks, "week"), amounts::effort(phase.effort))
        }
        None => format!("{} in the guide", amounts::exact_effort(phase.effort)),
    }
}

/// The forecast finish of one topic.
pub fn topic_date(finish: Chances) -> String {
    if finish.p50 == finish.p80 {
        return format!("on {}", dates::short(finish.p80));
    }
    format!("by {} (8 in 10)", dates::short(finish.p80))
}

pub fn required_by(topic: &str) -> String {
    format!("Needed for {topic}")
}

pub fn learned_in(phase: &str) -> String {
    format!("Learned in {phase}")
}

/// An event in the life of a topic or project, which has a date.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Said {
    Begun,
    Done,
    LeftOut,
}

impl Said {
    fn word(self) -> &'static str {
        match self {
            Self::Begun => "begun",
            Self::Done => "done",
            Self::LeftOut => "left out",
        }
    }
}

pub fn said_on(said: Said, on: Date) -> String {
    let what = match said {
        Said::Begun => "Begun",
        Said::Done => "Done",
        Said::LeftOut => "Left out",
    };
    format!("{what} on {}", dates::date(on))
}

pub const KNOWN: &str = "Known already";
pub const MORE: &str = "More";
pub const START: &str = "I began today";
pub const KNOW: &str = "I know it already";
pub const KNOW_ALL: &str = "I know all of it already";
pub const SKIP: &str = "Leave it out";
pub const TAKE_BACK: &str = "Take that back";

/// Accessible name of a control whose visible label is the same for every item.
pub fn about_item(what: &str, title: &str) -> String {
    format!("{what}: {title}")
}

pub fn logged(time: Minutes) -> String {
    format!("{} noted", amounts::time_short(time))
}

pub fn still_to_come(today: Date) -> String {
    format!("That day is still to come. Choose {} or an earlier day.", dates::date(today))
}

pub fn before_start(start: Date) -> String {
    format!(
        "That is before your plan starts, on {}. If you knew it before, choose “{KNOW}” instead.",
        dates::date(start)
    )
}

pub const CHANGE_DATE: &str = "Change the date";
pub const SET_DATE: &str = "Set the date";
pub const CANCEL: &str = "Cancel";

pub fn change_date_of(title: &str, said: Said) -> String {
    format!("Change the date on which {title} was {}", said.word())
}

pub fn date_of(title: &str, said: Said) -> String {
    format!("Date on which {title} was {}", said.word())
}

// Projects.

pub const PROJECTS: &str = "Projects for your portfolio";
pub const PROJECTS_NOTE: &str = "One is chosen to begin with. The guide gives no time for projects: the hours are this planner’s own estimate.";
pub const IN_PLAN: &str = "In my plan";
pub const FINISHED: &str = "Done";

/// Appended, visually hidden, to a label that is the same for every project.
pub fn of(project: &str) -> String {
    format!(": {project}")
}

pub fn project_estimate(hours: Span) -> String {
    format!("{}, the planner’s estimate", amounts::span(hours, "hour"))
}

// Nodes without dates, and reasons.

pub const AFTER: &str = "After that";
pub const TRACK_NOTE: &str = "After you are job-ready. No dates: how much study it takes is not known yet.";
pub const MILESTONE_NOTE: &str = "A milestone without study time of its own.";
pub const KEPT: &str = "On your route";
pub const LEFT_OUT: &str = "Left out";
pub const WHY_ROUTE: &str = "Why this route";

/// Why a node is or is not on the route, set after its title.
pub fn reason(reason: &str) -> String {
    format!(": {reason}")
}

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
