//! What a learner types, read and checked; what cannot be accepted stays as typed, with the reason.

mod date;
mod hours;

use chrono::Weekday;

pub use date::read_date;
pub use hours::{read_hours, write_hours};

pub use super::field::Field;

use super::document::Document;
use crate::planner::{Date, DateRange, Minutes, Week};

/// The days of a week in the order they are asked for.
pub const WEEKDAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// More spans of dates off than this are not a learner's.
pub const MOST_TIME_OFF: usize = 100;

/// Dates that can be entered lie in these years, both included.
pub const YEARS: (i32, i32) = (2000, 2199);

/// A field that cannot be accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// Which.
    pub field: Field,
    /// Why.
    pub why: Refusal,
}

/// Why something typed cannot be accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// None of the answers is chosen.
    NothingChosen,
    /// It does not read as hours.
    NotHours,
    /// A day does not have so many hours.
    OverADay,
    /// Every day of the week has 0 hours.
    NoHours,
    /// It does not read as a date.
    NotADate,
    /// Day and month could be taken for each other.
    AmbiguousDate,
    /// That month has no such day; its last is given.
    NoSuchDay { year: i32, month: u32, day: u32, last: u32 },
    /// The year lies outside [`YEARS`].
    YearOutOfRange,
    /// One end of a span is given and this one is not.
    OtherEndMissing,
    /// The span ends before the date on which it starts.
    EndsBeforeStart(Date),
    /// The target is before the start of study.
    TargetBeforeStart(Date),
    /// The start of study is after the target.
    StartAfterTarget(Date),
}

impl Field {
    fn refused(self, why: Refusal) -> FieldError {
        FieldError { field: self, why }
    }
}

impl Document {
    /// What a field holds: what is being typed, or else what was accepted, written out by `write_date`.
    pub fn entry(&self, field: Field, today: Date, write_date: impl Fn(Date) -> String) -> String {
        if let Some(draft) = self.drafts.get(&field) {
            return draft.clone();
        }
        let span = |row: usize, end: fn(DateRange) -> Date| self.time_off.get(row).copied().map(end);
        let date = match field {
            Field::Hours(day) => {
                return self.week.map_or_else(String::new, |week| write_hours(week.days()[usize::from(day)]));
            }
            Field::Choice => None,
            Field::Start => Some(self.start.unwrap_or(today)),
            Field::Target => self.target,
            Field::OffFrom(row) => span(row, DateRange::from),
            Field::OffTo(row) => span(row, DateRange::to),
        };
        date.map_or_else(String::new, write_date)
    }

    /// How many rows of dates off there are to fill in: those accepted or begun, and at least one.
    pub fn time_off_rows(&self) -> usize {
        let drafted = self.drafts.keys().filter_map(|field| match field {
            Field::OffFrom(row) | Field::OffTo(row) => Some(row + 1),
            _ => None,
        });
        drafted.max().unwrap_or(0).max(self.time_off.len()).max(1)
    }

    /// The week as it stands in its fields.
    ///
    /// # Errors
    ///
    /// The fields that do not read as hours, or the first one if all are 0.
    pub fn entered_week(&self) -> Result<Week, Vec<FieldError>> {
        let mut minutes = [Minutes::ZERO; 7];
        let mut errors = Vec::new();
        for (day, slot) in (0..).zip(&mut minutes) {
            let field = Field::Hours(day);
            let accepted = self.week.map_or(Minutes::ZERO, |week| week.days()[usize::from(day)]);
            match self.drafts.get(&field).map_or(Ok(accepted), |text| read_hours(text)) {
                Ok(time) => *slot = time,
                Err(why) => errors.push(field.refused(why)),
            }
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let no_hours = || vec![Field::Hours(0).refused(Refusal::NoHours)];
        Week::new(minutes).filter(|week| week.total() > Minutes::ZERO).ok_or_else(no_hours)
    }

    /// The start as it stands in its field.
    ///
    /// # Errors
    ///
    /// If it does not read as a date or is after the target.
    pub fn entered_start(&self, today: Date) -> Result<Date, FieldError> {
        let accepted = self.start.unwrap_or(today);
        let start = match self.drafts.get(&Field::Start) {
            Some(text) => read_date(text).map_err(|why| Field::Start.refused(why))?,
            None => accepted,
        };
        match self.target {
            Some(target) if target < start => Err(Field::Start.refused(Refusal::StartAfterTarget(target))),
            _ => Ok(start),
        }
    }

    /// The target as it stands in its field; an empty field is no target.
    ///
    /// # Errors
    ///
    /// If it does not read as a date or is before the start.
    pub fn entered_target(&self, today: Date) -> Result<Option<Date>, FieldError> {
        let target = match self.drafts.get(&Field::Target) {
            Some(text) if text.trim().is_empty() => None,
            Some(text) => Some(read_date(text).map_err(|why| Field::Target.refused(why))?),
            None => self.target,
        };
        let start = self.start.unwrap_or(today);
        match target {
            Some(date) if date < start => Err(Field::Target.refused(Refusal::TargetBeforeStart(start))),
            _ => Ok(target),
        }
    }

    /// The dates off as they stand in their fields; a row with both ends empty is left out.
    ///
    /// # Errors
    ///
    /// The fields that do not read as dates, and the spans that end before they start.
    pub fn entered_time_off(&self) -> Result<Vec<DateRange>, Vec<FieldError>> {
        let (mut spans, mut errors) = (Vec::new(), Vec::new());
        for row in 0..self.time_off_rows() {
            let (from, to) = (Field::OffFrom(row), Field::OffTo(row));
            let accepted = self.time_off.get(row).copied();
            let from_date = self.entered_end(from, accepted.map(DateRange::from));
            let to_date = self.entered_end(to, accepted.map(DateRange::to));
            match (from_date, to_date) {
                (Ok(None), Ok(None)) => {}
                (Ok(Some(first)), Ok(Some(last))) => match DateRange::new(first, last) {
                    Some(span) => spans.push(span),
                    None => errors.push(to.refused(Refusal::EndsBeforeStart(first))),
                },
                (first, last) => {
                    for (field, end) in [(from, first), (to, last)] {
                        match end {
                            Ok(Some(_)) => {}
                            Ok(None) => errors.push(field.refused(Refusal::OtherEndMissing)),
                            Err(why) => errors.push(field.refused(why)),
                        }
                    }
                }
            }
        }
        if errors.is_empty() { Ok(spans) } else { Err(errors) }
    }

    fn entered_end(&self, field: Field, accepted: Option<Date>) -> Result<Option<Date>, Refusal> {
        match self.drafts.get(&field) {
            Some(text) if text.trim().is_empty() => Ok(None),
            Some(text) => read_date(text).map(Some),
            None => Ok(accepted),
        }
    }
}
