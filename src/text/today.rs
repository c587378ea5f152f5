//! Words of Today.

use chrono::Datelike;

use super::amounts;
use super::dates::{self, Part};
use planner::{Chances, Date, DayStudied, WeekStudied};
use roadmap::Minutes;

pub const TITLE: &str = "Today";

// What there is to do.

/// `1 h 30 min today`
pub fn session(time: Minutes) -> String {
    format!("{} today", amounts::time_short(time))
}

pub const NO_SESSION: &str = "No session today";
pub const DONE_FOR_TODAY: &str = "Done for today";
pub const DECIDE_NEXT: &str = "Decide what comes next";
pub const FINISHED: &str = "You’ve finished your plan";

/// `You start on Monday, 4 January`
pub fn starts(on: Date) -> String {
    format!("You start on {}", dates::weekday_and_date(on))
}

/// `Next: Thursday, 14 January, 1 h 30 min.`
pub fn next(on: Date, time: Minutes) -> String {
    format!("Next: {}, {}.", dates::weekday_and_date(on), amounts::time_short(time))
}

/// `1 h 30 min studied today.`
pub fn studied(time: Minutes) -> String {
    format!("{} studied today.", amounts::time_short(time))
}

/// `30 min of 1 h 30 min studied.`
pub fn part_done(done: Minutes, planned: Minutes) -> String {
    format!("{} of {} studied.", amounts::time_short(done), amounts::time_short(planned))
}

// The step in hand.

pub const WHERE: &str = "Where this step is";
pub const START: &str = "Start timer";
pub const STEP_DONE: &str = "Step done";
pub const TOPIC_DONE: &str = "Done";
pub const OTHER_TIME: &str = "Log a different time or day";

/// `Step 4 of 7`
pub fn step_of(at: usize, all: usize) -> String {
    format!("Step {at} of {all}")
}

/// `Log 1 h 30 min`
pub fn log(time: Minutes) -> String {
    format!("Log {}", amounts::time_short(time))
}

/// `Log 1 h 30 min on HTTP`
pub fn log_on(time: Minutes, title: &str) -> String {
    format!("{} on {title}", log(time))
}

/// Heading of the steps, before the title of the topic.
pub const STEPS_IN: &str = "Steps in";

/// `3 of 7 done · 7 h 15 min logged`
pub fn steps_done((done, all): (usize, usize), logged: Minutes) -> String {
    let done = format!("{done} of {all} done");
    match logged {
        Minutes::ZERO => done,
        logged => format!("{done} · {} logged", amounts::time_short(logged)),
    }
}

// The timer.

pub const PAUSE: &str = "Pause";
pub const RESUME: &str = "Continue";
pub const STOP: &str = "Stop";
pub const DISCARD: &str = "Discard";
pub const PAUSED: &str = "Paused";
pub const KEEPS_COUNTING: &str = "The timer keeps counting even if you close this page.";
pub const SPENT: &str = "Time spent";
pub const LOG: &str = "Log time";
pub const UNREADABLE: &str = "Enter a time such as 1:30 or 45 min.";

/// `42:10`, `1:02:10`
pub fn face(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        hours => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// `Since 18:31`, with the date if it is not today.
pub fn since(started: app::Moment, today: Date) -> String {
    match started.date() == today {
        true => format!("Since {}", started.format("%H:%M")),
        false => format!("Since {}, {}", dates::day_of_week_short(started.date()), started.format("%H:%M")),
    }
}

/// Asked when the timer was stopped.
pub fn how_long(title: &str) -> String {
    format!("How long did you study {title}?")
}

/// Asked when the timer has been running for hours.
pub fn forgotten(title: &str, started: app::Moment) -> String {
    format!(
        "The timer for {title} has been running since {} on {}. How long did you study?",
        started.format("%H:%M"),
        dates::weekday_and_date(started.date())
    )
}

// The week.

pub const WEEK: &str = "This week";
pub const FIRST_WEEK: &str = "Your first week";
pub const OFF: &str = "off";
pub const EXTRA: &str = "extra";
pub const DONE: &str = "Done";
pub const PLANNED: &str = "Planned";
pub const TODAY: &str = "Today";

/// `2 h 15 min of 8 h`
pub fn of_week(done: Minutes, planned: Minutes) -> String {
    format!("{} of {}", amounts::time_short(done), amounts::time_short(planned))
}

/// A day as a sentence: `Tuesday, 13 April: 1 h 30 min planned, 1 h 45 min done.`
pub fn day(day: DayStudied, today: Date) -> String {
    let DayStudied { on, planned, done } = day;
    let planned = match planned {
        Minutes::ZERO => "no session planned".to_owned(),
        planned => format!("{} planned", amounts::time_short(planned)),
    };
    let done = match done {
        Minutes::ZERO => String::new(),
        done => format!(", {} done", amounts::time_short(done)),
    };
    let is_today = if on == today { "today, " } else { "" };
    format!("{}: {is_today}{planned}{done}.", dates::weekday_and_date(on))
}

/// `1:30`: hours and minutes in a place too narrow for words.
pub fn clock(time: Minutes) -> String {
    format!("{}:{:02}", time.0 / 60, time.0 % 60)
}

/// `of 1:30`
pub fn of_clock(planned: Minutes) -> String {
    format!("of {}", clock(planned))
}

// Changes of single days.

pub const CHANGE_WEEK: &str = "Change this week";
pub const MOVE: &str = "Move a session";
pub const MOVE_FROM: &str = "Move the session on";
pub const MOVE_TO: &str = "to";
pub const PAUSE_PLAN: &str = "Take a break";
pub const PAUSE_FROM: &str = "From";
pub const PAUSE_FOR: &str = "for";
pub const END_PAUSE: &str = "Continue today";
pub const OTHER_HOURS: &str = "Set days off or different hours for a period";

/// `Thursday, 14 January (1 h 30 min)`
pub fn day_option(on: Date, time: Minutes) -> String {
    match time {
        Minutes::ZERO => dates::weekday_and_date(on),
        time => format!("{} ({})", dates::weekday_and_date(on), amounts::time_short(time)),
    }
}

/// `2 weeks`
pub fn weeks(weeks: u64) -> String {
    amounts::count(weeks as usize, "week")
}

pub fn paused_until(last: Date) -> String {
    format!("You’re taking a break until {}.", dates::weekday_and_date(last))
}

// The weekly review.

pub const LAST_WEEK: &str = "Your last week";
pub const KEEP_WEEK: &str = "Keep this week as it is";

/// `You studied 5 h of the 6 h 30 min you planned.`
pub fn week_done(week: WeekStudied) -> String {
    let WeekStudied { monday: _, planned, done } = week;
    match (planned, done) {
        (planned, Minutes::ZERO) => {
            format!("{} planned, nothing logged.", amounts::time_short(planned))
        }
        (Minutes::ZERO, done) => format!("You studied {}.", amounts::time_short(done)),
        (planned, done) => {
            format!(
                "You studied {} of the {} you planned.",
                amounts::time_short(done),
                amounts::time_short(planned)
            )
        }
    }
}

/// `You finished Functions and 3 steps.`; empty if nothing was finished.
pub fn finished(names: &[String], steps: usize) -> String {
    let mut what = names.to_vec();
    if steps > 0 {
        what.push(amounts::count(steps, "step"));
    }
    if what.is_empty() { String::new() } else { format!("You finished {}.", amounts::list(&what)) }
}

/// `This week: 6 h 30 min in 4 sessions.`
pub fn week_ahead(week: WeekStudied, sessions: usize) -> String {
    match sessions {
        0 => "This week has no sessions.".to_owned(),
        some => {
            format!(
                "This week: {} in {}.",
                amounts::time_short(week.planned),
                amounts::count(some, "session")
            )
        }
    }
}

// Outlook.

pub const OUTLOOK: &str = "Outlook";
pub const ON_COURSE: &str = "On course to finish";
pub const WIDE: &str =
    "The range is wide because your pace isn’t known yet. It narrows with every step you finish.";

/// `between 4 August and 2 October 2027 (50–80%).`
pub fn range(finish: Chances) -> Vec<Part> {
    let Chances { p50, p80, p95 } = finish;
    let last = Part::Date(dates::date(p80));
    if p50 == p95 {
        return vec![Part::Words("on "), last, Part::Words(".")];
    }
    if p50 == p80 {
        return vec![Part::Words("by "), last, Part::Words(" (80%).")];
    }
    let first = if p50.year() == p80.year() { p50.format("%-d %B").to_string() } else { dates::date(p50) };
    vec![Part::Words("between "), Part::Date(first), Part::Words(" and "), last, Part::Words(" (50–80%).")]
}

// Coming up.

pub const COMING: &str = "Coming up";

/// `2 h, around 17 Apr`
pub fn coming(time: &str, on: Date) -> String {
    format!("{time}, around {}", dates::day_short(on))
}

// The last weeks.

pub const WEEKS: &str = "Your last weeks";
pub const NO_WEEKS: &str = "Your weeks will appear here after your first session.";
pub const WEEKS_TABLE: &str = "Show as a table";
pub const WEEK_OF: &str = "Week of";
pub const STUDIED: &str = "Studied";
pub const NOTHING: &str = "none";
pub const WEEKS_CHART: &str =
    "Hours studied and hours planned in each of the last weeks. The table below has the same figures.";

/// `77 h studied`
pub fn in_all(weeks: &[WeekStudied]) -> String {
    let done: Minutes = weeks.iter().map(|week| week.done).sum();
    format!("{} studied", amounts::time_short(done))
}

/// `You studied in 11 of the last 12 weeks.`
pub fn weeks_studied(weeks: &[WeekStudied]) -> String {
    let studied = weeks.iter().filter(|week| week.done > Minutes::ZERO).count();
    match weeks.len() {
        1 => "Your first week.".to_owned(),
        all => format!("You studied in {studied} of the last {all} weeks."),
    }
}

pub fn week_of(monday: Date) -> String {
    monday.format("%-d %B").to_string()
}

pub fn studied_cell(done: Minutes) -> String {
    if done == Minutes::ZERO { NOTHING.to_owned() } else { amounts::time_short(done) }
}
