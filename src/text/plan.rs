//! Words of the plan screen.

use super::{amounts, chances, dates};
use app::Aim;
use planner::{Chances, Date, DateRange, PaceChoice, Status};
use roadmap::{Effort, Minutes, Phase, Span};

pub const TITLE: &str = "Your plan";
pub const EXPORT: &str = "Download your plan";
pub const PRINT: &str = "Print";
pub const CHANGE_ANSWERS: &str = "Change your answers";
pub const NAVIGATION: &str = "More about your plan";
pub const NAV_DATES: &str = "Back to your plan";
pub const NAV_PROGRESS: &str = "Progress and study log";
pub const NAV_FINISH_BY: &str = "Target date";
pub const NAV_COMPARE: &str = "Compare paths";
pub const NAV_BREAK: &str = "Back from a break";
pub const NO_PLAN: &str = "There are no dates yet";
pub const CHANGE_HOURS: &str = "Change your hours";
pub const CHANGE_OFF: &str = "Change your days off";

pub fn answer_done(last: Option<Date>) -> String {
    match last {
        Some(on) => format!("You’ve finished your plan: {}.", dates::date(on)),
        None => "You already know everything in your plan.".to_owned(),
    }
}

pub const KNOWN_BEFORE: &str = "already known";
pub const MET_TWICE: &str = "shared by both paths";

/// `Pandas and NumPy: shared by both paths, saves 14 hours.`
pub fn saved(names: &str, effort: Minutes, why: &str) -> String {
    format!("{names}: {why}, saves {}.", amounts::hours(effort))
}

pub fn gap(dates: DateRange) -> String {
    format!(
        "Nothing logged or ticked since {}. Did you study as planned, or were you away?",
        super::dates::date(dates.from())
    )
}

pub const AS_PLANNED: &str = "I studied as planned";
pub const GAP_WAYS: &str = "I was away";

pub fn covers(phases: usize, projects: usize, left: Effort, a_week: Minutes) -> String {
    let kinds = [(phases, "phase"), (projects, "project")];
    let some = kinds.into_iter().filter(|(count, _)| *count > 0);
    let work: Vec<String> = some.map(|(count, unit)| amounts::count(count, unit)).collect();
    format!(
        "Left to do: {}, {} of study at {} a week.",
        amounts::list(&work),
        amounts::effort(left),
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

/// The heading of the target date.
pub fn target(aim: Aim) -> &'static str {
    match aim {
        Aim::Everything => "Your target",
        Aim::JobReady => "Your target: job-ready",
    }
}

pub const WHAT_IT_TAKES: &str = "See what it would take";

/// The chance of making the target, and its margin to the 80% date.
pub fn margin(chance: f64, finish: Chances, target: Date) -> String {
    let chance = chances::chance(chance);
    let days = (target - finish.p80).num_days();
    let margin = amounts::days(days.unsigned_abs());
    match days {
        0.. => format!("You have a {chance} chance of making it; it is {margin} after your 80% date."),
        _ => format!("You have a {chance} chance of making it; {}", after_target(days.unsigned_abs())),
    }
}

pub fn after_target(days: u64) -> String {
    format!("your 80% date is {} later.", amounts::days(days))
}

pub const JOB_READY: &str = "Job-ready";

pub fn path_ready(path: &str) -> String {
    format!("{JOB_READY}: {path}")
}

/// When a path's phases were finished, and how many days after the first day of study that was.
pub fn was_ready(on: Date, days: i64) -> (String, String) {
    (dates::date(on), format!("{} after you started.", amounts::days(days.unsigned_abs())))
}

/// What the guide says about the time to the end of a path, and on what terms.
#[derive(Clone, Copy, PartialEq)]
pub struct GuideFigure {
    pub months: Span,
    /// The hours a week that it is meant for.
    pub pace: Minutes,
    /// It counts from nothing, and this path comes after another.
    pub alone: bool,
}

/// The end of a path's phases in days after the start, with 50% and 80%, next to the guide's figure and the reasons why
/// they differ.
pub fn ready(
    [even, likely]: [i64; 2],
    guide: Option<GuideFigure>,
    hours: Minutes,
    pace: PaceChoice,
) -> String {
    let own = format!("{} after you start (50–80%).", amounts::days_to(even, likely));
    let Some(GuideFigure { months, pace: meant, alone }) = guide else { return own };
    let mut terms = vec![format!("at {} a week", amounts::time(meant))];
    if hours != meant {
        terms[0] += &format!(" (you have {})", amounts::time_short(hours));
    }
    if alone {
        terms.push("for this path on its own".to_owned());
    }
    if pace == PaceChoice::Own {
        terms.push("with no margin for your own pace".to_owned());
    }
    format!("{own} The guide says {}: {}.", amounts::span(months, "month"), amounts::list(&terms))
}

/// How a target turned out: days from the finish to it.
pub fn target_met(finished: Date, target: Date) -> String {
    let days = (target - finished).num_days();
    let on = dates::date(finished);
    match days {
        0 => format!("You finished on that day, {on}."),
        1.. => format!("You finished on {on}, {} before it.", amounts::days(days.unsigned_abs())),
        _ => format!("You finished on {on}."),
    }
}

// This week.

pub const DAY_OFF: &str = "off";
pub const NO_TIME: &str = "–";
pub const WEEK_ON_PAPER: &str = "Your week to fill in";
pub const COLUMN_DAY: &str = "Day";
pub const COLUMN_PLANNED: &str = "Planned";
pub const COLUMN_TO_DO: &str = "To do";
pub const COLUMN_DONE: &str = "Done";

// Timeline and table.

/// `Between 13 March and 15 April 2027`
pub fn by(finish: Chances) -> String {
    let dates = dates::between(finish);
    dates[..1].to_uppercase() + &dates[1..]
}

/// `Likely done by 15 Apr 2027`: the 80% date.
pub fn done_by(finish: Chances) -> String {
    format!("Likely done by {}", dates::short(finish.p80))
}

pub const TIMELINE: &str = "Timeline";
pub const AS_TABLE: &str = "Show as a table";
pub const TABLE_CAPTION: &str = "Phases and chosen projects with their dates";
pub const COLUMN_WORK: &str = "What";
pub const COLUMN_EFFORT: &str = "Hours";
pub const COLUMN_P50: &str = "50% by";
pub const COLUMN_P80: &str = "80% by";
pub const COLUMN_P95: &str = "95% by";
pub const NO_DATE: &str = "–";
pub const COLUMN_STATUS: &str = "Status";
pub const ENTRY: &str = "Foundations";

pub fn status(status: Status) -> String {
    match status {
        Status::NotStarted => "Not started".to_owned(),
        Status::InProgress => "In progress".to_owned(),
        Status::Done(on) => format!("Done on {}", dates::date(on)),
        Status::Skipped(on) => format!("Skipped on {}", dates::date(on)),
        Status::Known => "Already known".to_owned(),
    }
}

// Phases and projects.

pub const WORK: &str = "Phases and projects";

/// `In progress since 28 March 2027`, `Project, starts around 22 June 2027`; `starts` only if something is left.
pub fn row_about(is_project: bool, begun: Option<Date>, starts: Option<Date>) -> String {
    let when = match (begun, starts) {
        (Some(begun), Some(_)) => format!("In progress since {}", dates::date(begun)),
        (Some(begun), None) => format!("Started {}", dates::date(begun)),
        (None, Some(starts)) => format!("Starts around {}", dates::date(starts)),
        (None, None) => String::new(),
    };
    match (is_project, when.is_empty()) {
        (true, true) => "Project".to_owned(),
        (true, false) => format!("Project, {}{}", when[..1].to_lowercase(), &when[1..]),
        (false, _) => when,
    }
}

pub const LEARN_FROM: &str = "Learning material";

pub fn finish_all(phase: &str) -> String {
    format!("Mark all of {phase} as done")
}

pub fn topics_of(phase: &str) -> String {
    format!("Topics of {phase}")
}

pub fn finishes(finish: Chances) -> String {
    format!("Likely done {}", dates::by_chance(finish))
}

/// The effort of a phase, and how much of it is left, if not all of it.
pub fn phase_effort(phase: &Phase, left: Effort) -> String {
    let whole = effort_note(phase);
    if left == phase.effort || left == Effort::default() {
        format!("{whole}.")
    } else {
        format!("{whole}; {} left for you.", amounts::effort(left))
    }
}

/// The effort of a phase by its roadmap.
pub fn effort_note(phase: &Phase) -> String {
    match phase.weeks {
        _ if phase.building != Effort::default() => format!(
            "Roadmap’s estimate: {} with {} for its projects",
            amounts::exact_effort(phase.effort + phase.building),
            amounts::exact_effort(phase.building)
        ),
        Some(weeks) => {
            format!(
                "Roadmap’s estimate: {} ({})",
                amounts::span(weeks, "week"),
                amounts::effort(phase.effort)
            )
        }
        None if phase.is_assumed => format!("Assumed: {}", amounts::exact_effort(phase.effort)),
        None => format!("Roadmap’s estimate: {}", amounts::exact_effort(phase.effort)),
    }
}

/// The forecast finish of one topic.
pub fn topic_date(finish: Chances) -> String {
    if finish.p50 == finish.p80 {
        return format!("on {}", dates::short(finish.p80));
    }
    format!("likely by {} (80%)", dates::short(finish.p80))
}

pub fn required_by(topic: &str) -> String {
    format!("Needed for {topic}")
}

pub fn learned_in(phase: &str) -> String {
    format!("Covered in {phase}")
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
            Self::Begun => "started",
            Self::Done => "done",
            Self::LeftOut => "skipped",
        }
    }
}

pub fn said_on(said: Said, on: Date) -> String {
    let what = match said {
        Said::Begun => "Started",
        Said::Done => "Done",
        Said::LeftOut => "Skipped",
    };
    format!("{what} on {}", dates::date(on))
}

pub const KNOWN: &str = "Already known";
pub const MORE: &str = "Options";
pub const START: &str = "I started today";
pub const KNOW: &str = "I already know this";
pub const KNOW_ALL: &str = "I already know all of this";
pub const SKIP: &str = "Skip this";
pub const TAKE_BACK: &str = "Undo";

/// Accessible name of a control whose visible label is the same for every item.
pub fn about_item(what: &str, title: &str) -> String {
    format!("{what}: {title}")
}

pub fn logged(time: Minutes) -> String {
    format!("{} logged", amounts::time_short(time))
}

pub fn still_to_come(today: Date) -> String {
    format!("That date is in the future. Choose {} or an earlier date.", dates::date(today))
}

pub fn before_start(start: Date) -> String {
    format!(
        "That is before your plan’s start date, {}. If you already knew it then, choose “{KNOW}” instead.",
        dates::date(start)
    )
}

/// How long something took that is finished.
pub fn took(time: Minutes) -> String {
    format!("Took about {}", amounts::hours(time))
}

pub const WAS_KNOWN: &str = "Done faster than learning it would take, so it doesn’t count toward your pace.";

/// Asked about something that has taken at least as long as expected.
pub fn finished(spent: Minutes) -> String {
    format!("About {} so far. Finished? Tick it off.", amounts::hours(spent))
}

// What was done on another path.

pub const ALSO_DONE: &str = "Also done";
pub const ALSO_DONE_NOTE: &str =
    "Finished, but not on your current route. It still counts toward your pace and your percentage.";

pub const CHANGE_DATE: &str = "Change the date";
pub const SET_DATE: &str = "Save";
pub const CANCEL: &str = "Cancel";

pub fn change_date_of(title: &str, said: Said) -> String {
    format!("Change the date {title} was {}", said.word())
}

pub fn date_of(title: &str, said: Said) -> String {
    format!("Date {title} was {}", said.word())
}

// Projects.

pub const PROJECTS: &str = "Projects for your portfolio";
pub const PROJECTS_NOTE: &str =
    "One is picked to start with. The guide gives no hours for projects; these are Waymark’s own estimates.";
pub const OWN_PROJECTS: &str = "Projects and optional steps";
pub const OWN_PROJECTS_NOTE: &str = "Choose which of them are part of your plan.";
/// About the next milestone of a project, whose topics are all known.
pub fn can_build(milestone: &str) -> String {
    format!("You know everything “{milestone}” needs, so you can build it now.")
}

pub const IN_PLAN: &str = "In my plan";
pub const FINISHED: &str = "Done";

/// Appended, visually hidden, to a label that is the same for every project.
pub fn of(project: &str) -> String {
    format!(": {project}")
}

pub fn project_estimate(hours: Span) -> String {
    format!("{} (estimate)", amounts::span(hours, "hour"))
}

/// How much sooner everything is done without a project; `None` if it is not.
pub fn without_it(without: Chances, with: Chances) -> Option<String> {
    let days = (with.p80 - without.p80).num_days();
    let sooner = amounts::days(days.unsigned_abs());
    (days > 0).then(|| format!("Without it: {sooner} earlier, 80% by {}.", dates::short(without.p80)))
}

// Nodes without dates, and reasons.

pub const AFTER: &str = "What comes next";
pub const TRACK_NOTE: &str = "For when you’re job-ready. No dates: nobody can say how long this takes.";
pub const MILESTONE_NOTE: &str = "A milestone, with no study time.";
pub const KEPT: &str = "On your route";
pub const LEFT_OUT: &str = "Not on your route";
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
    format!("the only option left at “{decision}”")
}

pub fn follows(before: &str) -> String {
    format!("comes after {before}")
}

pub const BEGINS: &str = "every route starts here";
