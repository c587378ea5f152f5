//! What a learner types, read and checked; what cannot be accepted stays as typed, with the reason.

mod date;
mod hours;
mod log_entry;
mod stretches;

use chrono::Weekday;

pub use date::read_date;
pub use hours::{read_hours, read_week_hours, write_hours};
pub use log_entry::{item_name, item_of_name};

pub use super::field::Field;

use super::document::Document;
use super::rows::Rows;
use planner::{Date, DateRange, Week};
use roadmap::Minutes;

/// The days of a week in the order they are asked for.
pub const WEEKDAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// More spans of dates off, or stretches with another week, than this are not a learner's.
pub const MOST_ROWS: usize = 100;

/// What is allowed a week for a target until the learner says otherwise.
pub const USUAL_MOST: Minutes = Minutes::hours(40);

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
    /// A week does not have so many hours.
    OverAWeek,
    /// Every day of the week has 0 hours.
    NoHours,
    /// No hours are given where some are needed.
    HoursMissing,
    /// No time is given where some is needed.
    TimeMissing,
    /// It does not read as a date.
    NotADate,
    /// A date is needed.
    DateMissing,
    /// The date is after today, and nothing can have happened on it yet.
    StillToCome(Date),
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
            Field::MostHours => return write_hours(self.most_a_week.unwrap_or(USUAL_MOST)),
            Field::StretchHours(row) => {
                let stretch = self.stretches.get(row);
                return stretch.map_or_else(String::new, |stretch| write_hours(stretch.week.total()));
            }
            Field::StretchName(row) => {
                return self.stretches.get(row).map_or_else(String::new, |stretch| stretch.name.clone());
            }
            Field::Choice | Field::LogTime | Field::LogItem => None,
            Field::LogDate => Some(today),
            Field::StretchFrom(row) => self.stretches.get(row).map(|stretch| stretch.dates.from()),
            Field::StretchTo(row) => self.stretches.get(row).map(|stretch| stretch.dates.to()),
            Field::Start => Some(self.start.unwrap_or(today)),
            Field::Target => self.target,
            Field::OffFrom(row) => span(row, DateRange::from),
            Field::OffTo(row) => span(row, DateRange::to),
        };
        date.map_or_else(String::new, write_date)
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

    /// The most study time a week as it stands in its field.
    ///
    /// # Errors
    ///
    /// If it does not read as hours of a week, or is none.
    pub fn entered_most(&self) -> Result<Minutes, FieldError> {
        let accepted = self.most_a_week.unwrap_or(USUAL_MOST);
        let most = self.drafts.get(&Field::MostHours).map_or(Ok(accepted), |text| read_week_hours(text));
        let most = most.and_then(|most| match most {
            Minutes::ZERO => Err(Refusal::HoursMissing),
            most => Ok(most),
        });
        most.map_err(|why| Field::MostHours.refused(why))
    }

    /// The dates off as they stand in their fields; a row with both ends empty is left out.
    ///
    /// # Errors
    ///
    /// The fields that do not read as dates, and the spans that end before they start.
    pub fn entered_time_off(&self) -> Result<Vec<DateRange>, Vec<FieldError>> {
        let (mut spans, mut errors) = (Vec::new(), Vec::new());
        for row in 0..self.rows(Rows::TimeOff) {
            let accepted = self.time_off.get(row).copied();
            match self.entered_dates(Field::OffFrom(row), Field::OffTo(row), accepted) {
                Ok(span) => spans.extend(span),
                Err(wrong) => errors.extend(wrong),
            }
        }
        if errors.is_empty() { Ok(spans) } else { Err(errors) }
    }

    /// The dates between two fields; nothing if both are empty.
    fn entered_dates(
        &self,
        from: Field,
        to: Field,
        accepted: Option<DateRange>,
    ) -> Result<Option<DateRange>, Vec<FieldError>> {
        let from_date = self.entered_end(from, accepted.map(DateRange::from));
        let to_date = self.entered_end(to, accepted.map(DateRange::to));
        match (from_date, to_date) {
            (Ok(None), Ok(None)) => Ok(None),
            (Ok(Some(first)), Ok(Some(last))) => match DateRange::new(first, last) {
                Some(span) => Ok(Some(span)),
                None => Err(vec![to.refused(Refusal::EndsBeforeStart(first))]),
            },
            (first, last) => {
                let wrong = [(from, first), (to, last)].into_iter().filter_map(|(field, end)| match end {
                    Ok(Some(_)) => None,
                    Ok(None) => Some(field.refused(Refusal::OtherEndMissing)),
                    Err(why) => Some(field.refused(why)),
                });
                Err(wrong.collect())
            }
        }
    }

    fn entered_end(&self, field: Field, accepted: Option<Date>) -> Result<Option<Date>, Refusal> {
        match self.drafts.get(&field) {
            Some(text) if text.trim().is_empty() => Ok(None),
            Some(text) => read_date(text).map(Some),
            None => Ok(accepted),
        }
    }
}
