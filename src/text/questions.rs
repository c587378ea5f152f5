//! Words of the questionnaire.

use chrono::Weekday;

use super::{amounts, dates};
use planner::questionnaire::Question;
use planner::{Chances, NoFinish, Stretch};
use roadmap::{Kind, Minutes, Node, PathGuide, Roadmap};

pub const BACK: &str = "Back";
pub const CONTINUE: &str = "Continue";
pub const SAVE: &str = "Save changes";

/// `Question 2 of 3`
pub fn position(number: usize, of: usize) -> String {
    format!("Question {number} of {of}")
}

// A choice at a decision of the roadmap.

pub const HELP_ME_CHOOSE: &str = "Help me choose";
pub const HELP_HINT: &str = "Not sure? Tick what applies to you and see which paths fit, with their dates.";

pub fn again(visit: u32) -> Option<String> {
    (visit > 1).then(|| "You’re adding a path. Paths you already have are not listed.".to_owned())
}

pub const CAN_WAIT: &str = "You don’t have to decide this yet. Your plan leads up to it.";
pub const DECIDE_LATER: &str = "Decide later";

pub const DECIDE: &str = "Decide";
pub const STILL_OPEN: &str = "Still to decide";

/// `Your plan leads up to “Advanced AI/ML?”. You can decide that now.`
pub fn decide(decision: &str) -> String {
    format!("Your plan leads up to “{decision}”. You can decide that now.")
}

/// `Your plan leads up to “Advanced AI/ML?”. You can decide that later.`
pub fn can_decide_later(decision: &str) -> String {
    format!("Your plan leads up to “{decision}”. You can decide that later.")
}

/// `So far: done between 25 January (50%) and 6 February 2027 (80%) at 10 hours a week.`
pub fn so_far(finish: Result<Option<Chances>, NoFinish>, a_week: Minutes) -> String {
    match finish {
        Ok(Some(finish)) => {
            format!("So far: done {} at {} a week.", dates::by_chance_short(finish), amounts::time(a_week))
        }
        Ok(None) => String::new(),
        Err(why) => no_finish(why),
    }
}

/// One line about the node that an answer leads to.
pub fn leads_to(roadmap: &Roadmap, node: &Node) -> String {
    match &node.kind {
        Kind::Phase(phase) => {
            let takes = match phase.weeks {
                Some(weeks) => format!("{} at {}", amounts::span(weeks, "week"), pace(roadmap)),
                None => amounts::exact_effort(phase.effort),
            };
            format!("{}: {takes}. {}", node.title, node.summary)
        }
        Kind::Track(covers) | Kind::Milestone(covers) if !covers.is_empty() => {
            format!("{}: {}. {}", node.title, covers.join(", "), node.summary)
        }
        Kind::Decision => node.summary.clone(),
        _ => format!("{}: {}", node.title, node.summary),
    }
}

fn pace(roadmap: &Roadmap) -> String {
    format!("{} a week", amounts::time(roadmap.about().reference_pace))
}

// Help with a choice.

pub const HELP_TITLE: &str = "Help me choose";
pub const STATEMENTS: &str = "Tick what applies to you";
pub const FITS: &str = "How the paths fit";
pub const NOTHING_TICKED: &str = "Nothing is ticked yet, so the paths are in the roadmap’s order.";
pub const JOB_READY: &str = "Job-ready (guide)";
pub const SALARY: &str = "Salary (guide)";
pub const FINISH: &str = "Likely finish";

pub fn because(statement: &str) -> String {
    format!("because you ticked “{}”", statement.trim_end_matches('.'))
}

pub fn choose(path: &str) -> String {
    format!("Choose {path}")
}

pub fn help_assumption(hours_known: bool, a_week: Minutes) -> String {
    let hours = amounts::time(a_week);
    if hours_known {
        format!("The dates are for your {hours} a week, with every phase and the projects you chose.")
    } else {
        format!("The dates assume {hours} a week from today, with every phase and one project.")
    }
}

pub const SET_HOURS: &str = "Set your hours";
/// Set after [`SET_HOURS`], which is a link.
pub const SET_HOURS_END: &str = ".";

// Hours.

pub const HOURS_TITLE: &str = "How many hours can you study each day of the week?";
pub const HOURS_HINT: &str =
    "An honest guess is best. Leave a day blank if you can’t study. You can enter 1.5 or 1:30.";
pub const HOURS_PRESETS: &str = "Quick fill";
pub const HOURS_LEGEND: &str = "Hours for each day";

pub fn hours_total(total: Minutes) -> String {
    format!("{} a week", amounts::time(total))
}

/// The total and the finish date that a week as entered would give.
pub fn hours_preview(total: Minutes, finish: Result<Option<Chances>, NoFinish>) -> String {
    format!("{}. {}", hours_total(total), preview(finish))
}

/// Weeks to fill in with one click: minutes from Monday to Sunday.
pub const PRESETS: [(&str, [u32; 7]); 3] = [
    ("1 hour, Monday to Friday", [60, 60, 60, 60, 60, 0, 0]),
    ("2 hours, Monday to Friday", [120, 120, 120, 120, 120, 0, 0]),
    ("5 hours on the weekend", [0, 0, 0, 0, 0, 150, 150]),
];

pub fn preview(finish: Result<Option<Chances>, NoFinish>) -> String {
    match finish {
        Ok(Some(finish)) => format!("With these hours you’d finish {}.", dates::by_chance(finish)),
        Ok(None) => String::new(),
        Err(why) => no_finish(why),
    }
}

pub fn no_finish(why: NoFinish) -> String {
    match why {
        NoFinish::NoHours => "You haven’t set any study time yet.".to_owned(),
        NoFinish::BeyondHorizon(date) => format!(
            "With these hours and days off, the plan would run past {}, the furthest Waymark can calculate. Add hours, remove days off, or choose fewer projects.",
            dates::date(date)
        ),
    }
}

// Start.

pub const START_TITLE: &str = "When do you want to start?";
pub const START_LABEL: &str = "Start date";
pub const DATE_HINT: &str = "For example 12 June 2027 or 2027-06-12.";
pub const START_HINT: &str = "Set to today. Any date works, including a past one.";
pub const CALENDAR: &str = "Pick a date";

pub fn pick_in_calendar(label: &str) -> String {
    format!("{CALENDAR}: {}", label.to_ascii_lowercase())
}

// Days off, and periods with different hours.

pub const OFF_TITLE: &str = "When can’t you study?";
pub const OFF_HINT: &str =
    "Vacations, exams, travel. Leave it blank if there are none. You can add more later.";
pub const STRETCHES: &str = "Periods with different hours";
pub const STRETCHES_HINT: &str = "For example, exams with 2 hours a week, or a vacation with more. The hours are spread over your usual study days.";
pub const STRETCH_FROM: &str = "First day";
pub const STRETCH_TO: &str = "Last day";
pub const STRETCH_HOURS: &str = "Hours a week in this period";
pub const STRETCH_NAME: &str = "Reason (optional)";
pub const STRETCH_ADD: &str = "Add a period";

pub fn stretch_row(row: usize) -> String {
    format!("Period {}", row + 1)
}

pub fn stretch_remove(row: usize) -> String {
    format!("Remove period {}", row + 1)
}

/// `Exams, 1 June 2027 to 20 June 2027: 2 hours a week`
pub fn stretch(stretch: &Stretch) -> String {
    let name = if stretch.name.is_empty() { String::new() } else { format!("{}, ", stretch.name) };
    format!("{name}{}: {} a week", dates::span(stretch.dates), amounts::time(stretch.week.total()))
}

pub const HOURS_FROM_TODAY: &str = "New hours apply from today. The past stays as it was.";
pub const DATES_OFF: &str = "Days off";
pub const OFF_FROM: &str = "First day off";
pub const OFF_TO: &str = "Last day off";
pub const OFF_ADD: &str = "Add more days off";

pub fn off_row(row: usize) -> String {
    format!("{DATES_OFF} {}", row + 1)
}

/// The label of a field in a row; only the rows after the first are numbered.
pub fn off_field(row: usize, label: &str) -> String {
    if row == 0 { label.to_owned() } else { format!("{label} {}", row + 1) }
}

pub fn off_remove(row: usize) -> String {
    format!("Remove days off {}", row + 1)
}

pub const REMOVE: &str = "Remove";

// Target.

pub const TARGET_TITLE: &str = "Do you have a target date?";
pub const TARGET_LABEL: &str = "Target date";
pub const TARGET_HINT: &str = "Optional. Your plan will show your chance of making it.";

// All answers.

pub const CHECK_TITLE: &str = "My answers";
pub const SHOW_PLAN: &str = "Show my plan";
pub const SAID: &str = "What you answered";
pub const FILLED_IN: &str = "Filled in for you";
pub const FILLED_IN_LEAD: &str = "Your plan started with these so you could see your dates right away. Change whatever doesn’t fit, now or later.";
pub const PROJECTS: &str = "Projects";
pub const KNOWN: &str = "What you already know";

/// `3 topics`
pub fn known_topics(count: usize) -> String {
    match count {
        0 => "Nothing yet".to_owned(),
        count => amounts::count(count, "topic"),
    }
}
pub const CHANGE: &str = "Change";
pub const NONE: &str = "None";

pub fn change(what: &str) -> String {
    format!("Change: {what}")
}

/// The name of a decision that may be visited more than once.
pub fn at_visit(title: &str, visit: u32) -> String {
    match visit {
        1 => title.to_owned(),
        2 => format!("{title} (second time)"),
        3 => format!("{title} (third time)"),
        visit => format!("{title} ({} time)", amounts::ordinal(visit)),
    }
}

/// The name of a question in the list of answers.
pub fn name(roadmap: &Roadmap, question: &Question) -> String {
    match question {
        Question::Choice(turn) => {
            let title = roadmap.node(&turn.decision).map_or(turn.decision.as_str(), |node| &node.title);
            at_visit(title, turn.visit)
        }
        Question::Hours => HOURS_LEGEND.to_owned(),
        Question::Start => START_LABEL.to_owned(),
        Question::TimeOff => DATES_OFF.to_owned(),
        Question::Target => TARGET_LABEL.to_owned(),
    }
}

/// `Mon 1 h, Wed 1 h 30 min`: the days of a week that have time
pub fn days_hours(days: impl IntoIterator<Item = (Weekday, Minutes)>) -> String {
    let day = |(day, time)| format!("{} {}", dates::weekday_short(day), amounts::time_short(time));
    let days = days.into_iter().filter(|(_, time)| *time > Minutes::ZERO).map(day);
    days.collect::<Vec<_>>().join(", ")
}

/// The guide's figures for a path: `Guide’s estimate: job-ready in 4 to 6 months, $90k–$180k+ a year.`
pub fn guide_figures(guide: &PathGuide) -> String {
    let months = amounts::span(guide.job_ready_months, "month");
    format!("Guide’s estimate: job-ready in {months}, {}.", amounts::salary(&guide.salary))
}
