//! What is wrong with something entered, and what to do about it.

use super::dates;
use crate::app::form::{Field, FieldError, Refusal, YEARS};
use crate::planner::Date;

pub const SUMMARY: &str = "There is a problem";

pub fn problem(error: &FieldError) -> String {
    let day = match error.field {
        Field::Hours(day) => dates::weekday(usize::from(day)),
        _ => "",
    };
    match &error.why {
        Refusal::NothingChosen => "Choose one of the answers.".to_owned(),
        Refusal::NotHours => format!("{day}: write hours as a number, such as 2 or 1.5 or 1:30."),
        Refusal::OverADay => format!("{day}: a day has 24 hours. Write 24 or less."),
        Refusal::NoHours => "Give at least one day some hours, or there is nothing to plan with.".to_owned(),
        Refusal::NotADate => {
            format!("{}: write a date such as 12 June 2027 or 2027-06-12.", place(error.field))
        }
        Refusal::AmbiguousDate => format!(
            "{}: day and month could be taken for each other. Write the month as a word, such as 4 May 2027.",
            place(error.field)
        ),
        Refusal::NoSuchDay { year, month, day, last } => no_such_day(error.field, *year, *month, *day, *last),
        Refusal::YearOutOfRange => {
            format!("{}: choose a year between {} and {}.", place(error.field), YEARS.0, YEARS.1)
        }
        Refusal::OtherEndMissing => {
            format!("{}: give both the first and the last day off, or leave both empty.", place(error.field))
        }
        Refusal::EndsBeforeStart(from) => format!(
            "{}: it is before the first day off, {}. Choose that day or a later one.",
            place(error.field),
            dates::date(*from)
        ),
        Refusal::TargetBeforeStart(start) => format!(
            "Target date: it is before you start, on {}. Choose a later date, or leave it empty.",
            dates::date(*start)
        ),
        Refusal::StartAfterTarget(target) => format!(
            "First day of study: it is after your target date, {}. Choose an earlier day, or change the target date.",
            dates::date(*target)
        ),
    }
}

fn no_such_day(field: Field, year: i32, month: u32, day: u32, last: u32) -> String {
    let month = Date::from_ymd_opt(year, month, 1).map_or("that month", dates::month);
    format!("{}: there is no {day} {month} {year}. {month} {year} has {last} days.", place(field))
}

fn place(field: Field) -> String {
    use super::questions::{OFF_FROM, OFF_TO, START_LABEL, TARGET_LABEL, off_field};
    match field {
        Field::Start => START_LABEL.to_owned(),
        Field::Target => TARGET_LABEL.to_owned(),
        Field::OffFrom(row) => off_field(row, OFF_FROM),
        Field::OffTo(row) => off_field(row, OFF_TO),
        Field::Hours(day) => dates::weekday(usize::from(day)).to_owned(),
        Field::Choice => String::new(),
    }
}
