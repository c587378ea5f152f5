//! Error messages for form fields: what is wrong, and how to correct it.

use super::dates;
use app::form::{Field, FieldError, Refusal, WEEKDAYS, YEARS};
use planner::Date;

pub const SUMMARY: &str = "There is a problem";

pub fn problem(error: &FieldError) -> String {
    let place = place(error.field);
    match &error.why {
        Refusal::NothingChosen if [Field::LogItem, Field::EditItem].contains(&error.field) => {
            format!("{place}: choose a topic or project.")
        }
        Refusal::NothingChosen => "Choose one of the answers.".to_owned(),
        Refusal::NotHours => format!("{place}: enter hours as a number, such as 2, 1.5, or 1:30."),
        Refusal::OverADay => format!("{place}: a day has 24 hours. Enter 24 or less."),
        Refusal::OverAWeek => format!("{place}: a week has 168 hours. Enter 168 or less."),
        Refusal::NoHours => "Enter hours for at least one day.".to_owned(),
        Refusal::HoursMissing => format!("{place}: enter a number of hours, such as 2 or 7.5."),
        Refusal::TimeMissing => format!("{place}: enter how long it took, such as 1:30 or 45 min."),
        Refusal::NotADate => format!("{place}: enter a date such as 12 June 2027 or 2027-06-12."),
        Refusal::DateMissing => {
            format!("{place}: enter the first and the last day, or leave the whole row blank.")
        }
        Refusal::StillToCome(today) => {
            format!("{place}: that date is in the future. Choose {} or an earlier date.", dates::date(*today))
        }
        Refusal::AmbiguousDate { day_first, month_first } => format!(
            "{place}: this could be day/month or month/day. Enter {} or {}.",
            dates::date(*day_first),
            dates::date(*month_first)
        ),
        Refusal::NoSuchDay { year, month, day, last } => no_such_day(&place, *year, *month, *day, *last),
        Refusal::YearOutOfRange => format!("{place}: choose a year between {} and {}.", YEARS.0, YEARS.1),
        Refusal::OtherEndMissing => {
            format!("{place}: enter both the first and the last day, or leave both blank.")
        }
        Refusal::EndsBeforeStart(from) => format!(
            "{place}: this is before the first day, {}. Choose that day or a later one.",
            dates::date(*from)
        ),
        Refusal::TargetBeforeStart(start) => format!(
            "{place}: this is before your start date, {}. Choose a later date, or leave it blank.",
            dates::date(*start)
        ),
        Refusal::StartAfterTarget(target) => format!(
            "{place}: this is after your target date, {}. Choose an earlier date, or change the target date.",
            dates::date(*target)
        ),
    }
}

fn no_such_day(place: &str, year: i32, month: u32, day: u32, last: u32) -> String {
    let month = Date::from_ymd_opt(year, month, 1).map_or_else(|| "that month".to_owned(), dates::month);
    format!("{place}: there is no {day} {month} {year}. {month} {year} has {last} days.")
}

/// The label of a field.
fn place(field: Field) -> String {
    use super::questions::{
        OFF_FROM, OFF_TO, START_LABEL, STRETCH_FROM, STRETCH_HOURS, STRETCH_NAME, STRETCH_TO, TARGET_LABEL,
        off_field,
    };
    use super::{finish_by, progress};
    match field {
        Field::Start => START_LABEL.to_owned(),
        Field::Target => TARGET_LABEL.to_owned(),
        Field::OffFrom(row) => off_field(row, OFF_FROM),
        Field::OffTo(row) => off_field(row, OFF_TO),
        Field::StretchFrom(row) => off_field(row, STRETCH_FROM),
        Field::StretchTo(row) => off_field(row, STRETCH_TO),
        Field::StretchHours(row) => off_field(row, STRETCH_HOURS),
        Field::StretchName(row) => off_field(row, STRETCH_NAME),
        Field::Hours(day) => dates::weekday(WEEKDAYS[usize::from(day)]).to_owned(),
        Field::MostHours => finish_by::MOST.to_owned(),
        Field::LogDate | Field::EditDate => progress::LOG_DATE.to_owned(),
        Field::LogItem | Field::EditItem => progress::LOG_ITEM.to_owned(),
        Field::LogTime | Field::EditTime => progress::LOG_TIME.to_owned(),
        Field::LogKind | Field::EditKind => progress::PRACTICE.to_owned(),
        Field::Choice => String::new(),
    }
}
