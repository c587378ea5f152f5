//! When the learner studies: weeks, stretches with another week, and dates without study.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::problem::{DocumentFault, DocumentProblem, check_count, check_date, check_text, cut};
use app::form::MOST_ROWS;
use planner::{Date, DateRange, Stretch, Week};
use roadmap::Minutes;

/// Nobody changes their week more often than this.
pub const MOST_EARLIER_WEEKS: usize = 1_000;
/// A week has no more minutes.
pub const MINUTES_OF_A_WEEK: u32 = 7 * Minutes::DAY.0;

/// From one date to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Dates")]
pub struct DatesForm {
    /// The first date.
    from: Date,
    /// The last date, not before the first.
    to: Date,
}

/// A week that held before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "EarlierWeek")]
pub struct EarlierWeekForm {
    /// The last date on which it held. It began when the one before it in the list ended.
    until: Date,
    /// Minutes of study on each day, Monday first.
    week_minutes: [Minutes; 7],
}

/// Dates with another week than usual.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Stretch")]
pub struct StretchForm {
    /// The first date.
    from: Date,
    /// The last date, not before the first.
    to: Date,
    /// Minutes of study on each day of a week in between, Monday first.
    week_minutes: [Minutes; 7],
    /// What it is for, in the learner's words; may be empty.
    name: String,
}

impl From<DateRange> for DatesForm {
    fn from(dates: DateRange) -> Self {
        Self { from: dates.from(), to: dates.to() }
    }
}

impl From<&(Date, Week)> for EarlierWeekForm {
    fn from((until, week): &(Date, Week)) -> Self {
        Self { until: *until, week_minutes: week.days() }
    }
}

impl From<&Stretch> for StretchForm {
    /// A name that is too long to be read back is cut: otherwise whoever pastes a novel there could not save.
    fn from(stretch: &Stretch) -> Self {
        Self {
            from: stretch.dates.from(),
            to: stretch.dates.to(),
            week_minutes: stretch.week.days(),
            name: cut(&stretch.name),
        }
    }
}

pub fn read_week(place: &str, days: [Minutes; 7]) -> Result<Week, DocumentProblem> {
    let too_long = days.iter().position(|&day| day > Minutes::DAY).unwrap_or_default();
    Week::new(days).ok_or_else(|| DocumentFault::OverADay.at(format!("{place}/{too_long}")))
}

pub fn read_earlier_weeks(forms: &[EarlierWeekForm]) -> Result<Vec<(Date, Week)>, DocumentProblem> {
    check_count("/earlier_weeks", forms, MOST_EARLIER_WEEKS)?;
    let mut weeks: Vec<(Date, Week)> = Vec::new();
    for (at, &EarlierWeekForm { until, week_minutes }) in forms.iter().enumerate() {
        let place = format!("/earlier_weeks/{at}/until");
        check_date(place.as_str(), until)?;
        if weeks.last().is_some_and(|(before, _)| until <= *before) {
            return Err(DocumentFault::NotAscending.at(place));
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
    DateRange::new(from, to).ok_or_else(|| DocumentFault::EndsBeforeStart.at(place))
}

/// Checks the most minutes a week that somebody would go to.
pub fn check_most(most: Minutes) -> Result<(), DocumentProblem> {
    if (1..=MINUTES_OF_A_WEEK).contains(&most.0) {
        return Ok(());
    }
    Err(DocumentFault::MinutesOutOfRange { most: MINUTES_OF_A_WEEK }.at("/most_minutes_a_week"))
}
