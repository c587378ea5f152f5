//! When the learner studies: weeks, date ranges with a different week, and dates without study.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::problem::{DocumentProblem, check_count, check_date, check_text, cut};
use app::form::MOST_ROWS;
use app::{Beginnings, FileFault};
use planner::{Date, DateRange, Stretch, Week};
use roadmap::Minutes;

/// More often than anybody changes their week.
pub const MOST_EARLIER_WEEKS: usize = 1_000;
pub const MINUTES_OF_A_WEEK: u32 = 7 * Minutes::DAY.0;
/// More than anybody moves sessions.
pub const MOST_SESSIONS: usize = 10_000;

/// A range of dates, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Dates")]
pub struct DatesForm {
    /// The first date.
    from: Date,
    /// The last date, not before the first.
    to: Date,
}

/// An earlier week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "EarlierWeek")]
pub struct EarlierWeekForm {
    /// The last date on which it applied. It began when the one before it in the list ended.
    until: Date,
    /// Minutes of study on each day, Monday first.
    week_minutes: [u32; 7],
}

/// A range of dates with a different week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Stretch")]
pub struct StretchForm {
    /// The first date.
    from: Date,
    /// The last date, not before the first.
    to: Date,
    /// Minutes of study on each day of a week in this range, Monday first.
    week_minutes: [u32; 7],
    /// The learner's own name for it; may be empty.
    name: String,
}

impl From<DateRange> for DatesForm {
    fn from(dates: DateRange) -> Self {
        Self { from: dates.from(), to: dates.to() }
    }
}

impl From<&(Date, Week)> for EarlierWeekForm {
    fn from((until, week): &(Date, Week)) -> Self {
        Self { until: *until, week_minutes: write_week(*week) }
    }
}

impl From<&Stretch> for StretchForm {
    /// A name too long to be read back is cut: a novel pasted there must not keep the plan from being saved.
    fn from(Stretch { dates, week, name }: &Stretch) -> Self {
        Self { from: dates.from(), to: dates.to(), week_minutes: write_week(*week), name: cut(name) }
    }
}

/// Minutes on each day, Monday first.
pub fn write_week(week: Week) -> [u32; 7] {
    week.days().map(|day| day.0)
}

pub fn read_week(place: &str, minutes: [u32; 7]) -> Result<Week, DocumentProblem> {
    let days = minutes.map(Minutes);
    let too_long = days.iter().position(|&day| day > Minutes::DAY).unwrap_or_default();
    Week::new(days).ok_or_else(|| DocumentProblem::new(format!("{place}/{too_long}"), FileFault::OverADay))
}

pub fn read_earlier_weeks(forms: &[EarlierWeekForm]) -> Result<Vec<(Date, Week)>, DocumentProblem> {
    check_count("/earlier_weeks", forms, MOST_EARLIER_WEEKS)?;
    let mut weeks: Vec<(Date, Week)> = Vec::new();
    for (at, &EarlierWeekForm { until, week_minutes }) in forms.iter().enumerate() {
        let place = format!("/earlier_weeks/{at}/until");
        check_date(place.as_str(), until)?;
        if weeks.last().is_some_and(|(before, _)| until <= *before) {
            return Err(DocumentProblem::new(place, FileFault::NotAscending));
        }
        weeks.push((until, read_week(&format!("/earlier_weeks/{at}/week_minutes"), week_minutes)?));
    }
    Ok(weeks)
}

pub fn read_time_off(forms: &[DatesForm]) -> Result<Vec<DateRange>, DocumentProblem> {
    check_count("/time_off", forms, MOST_ROWS)?;
    let span = |(at, form): (usize, &DatesForm)| read_dates(&format!("/time_off/{at}"), form.from, form.to);
    forms.iter().enumerate().map(span).collect()
}

pub fn read_stretches(forms: Vec<StretchForm>) -> Result<Vec<Stretch>, DocumentProblem> {
    check_count("/stretches", &forms, MOST_ROWS)?;
    let mut stretches = Vec::with_capacity(forms.len());
    for (at, StretchForm { from, to, week_minutes, name }) in forms.into_iter().enumerate() {
        let place = format!("/stretches/{at}");
        let dates = read_dates(&place, from, to)?;
        let week = read_week(&format!("{place}/week_minutes"), week_minutes)?;
        check_text(format!("{place}/name"), &name)?;
        stretches.push(Stretch { dates, week, name });
    }
    Ok(stretches)
}

fn read_dates(place: &str, from: Date, to: Date) -> Result<DateRange, DocumentProblem> {
    check_date(format!("{place}/from"), from)?;
    check_date(format!("{place}/to"), to)?;
    DateRange::new(from, to).ok_or_else(|| DocumentProblem::new(place, FileFault::EndsBeforeStart))
}

pub fn read_most_a_week(minutes: u32) -> Result<Minutes, DocumentProblem> {
    if (1..=MINUTES_OF_A_WEEK).contains(&minutes) {
        return Ok(Minutes(minutes));
    }
    Err(DocumentProblem::new(
        "/most_minutes_a_week",
        FileFault::MinutesOutOfRange { most: MINUTES_OF_A_WEEK },
    ))
}

/// A date with a study time of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Session")]
pub struct SessionForm {
    on: Date,
    /// Minutes of study; 0 for none.
    #[schemars(range(max = 1_440))]
    minutes: u32,
}

pub fn write_sessions(sessions: &BTreeMap<Date, Minutes>) -> Vec<SessionForm> {
    sessions.iter().map(|(on, time)| SessionForm { on: *on, minutes: time.0 }).collect()
}

pub fn read_sessions(forms: Vec<SessionForm>) -> Result<BTreeMap<Date, Minutes>, DocumentProblem> {
    check_count("/sessions", &forms, MOST_SESSIONS)?;
    let mut sessions = BTreeMap::new();
    for (at, SessionForm { on, minutes }) in forms.into_iter().enumerate() {
        let place = format!("/sessions/{at}");
        check_date(format!("{place}/on"), on)?;
        if minutes > Minutes::DAY.0 {
            return Err(DocumentProblem::new(format!("{place}/minutes"), FileFault::OverADay));
        }
        if sessions.insert(on, Minutes(minutes)).is_some() {
            return Err(DocumentProblem::new(place, FileFault::Repeated));
        }
    }
    Ok(sessions)
}

/// Nothing if the learner has not said it for any day.
pub fn write_begins(begins: Beginnings) -> Option<[Option<u32>; 7]> {
    let has_some = begins.iter().any(Option::is_some);
    has_some.then(|| begins.map(|at| at.map(|at| at.0)))
}

pub fn read_begins(form: Option<[Option<u32>; 7]>) -> Result<Beginnings, DocumentProblem> {
    let begins = form.unwrap_or_default();
    let late = begins.iter().position(|at| at.is_some_and(|at| at >= Minutes::DAY.0));
    match late {
        Some(day) => Err(DocumentProblem::new(format!("/begins/{day}"), FileFault::OverADay)),
        None => Ok(begins.map(|at| at.map(Minutes))),
    }
}
