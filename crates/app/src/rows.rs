//! Rows of fields that can be added and removed: dates off, and stretches with another week.

use super::document::Document;
use super::field::Field;
use super::form::MOST_ROWS;
use planner::DateRange;

/// A list of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// Dates off.
    TimeOff,
    /// Stretches with another week.
    Stretches,
}

impl Field {
    /// The list and the row that a field stands in, if it stands in one.
    fn row(self) -> Option<(Rows, usize)> {
        match self {
            Self::OffFrom(row) | Self::OffTo(row) => Some((Rows::TimeOff, row)),
            Self::StretchFrom(row)
            | Self::StretchTo(row)
            | Self::StretchHours(row)
            | Self::StretchName(row) => Some((Rows::Stretches, row)),
            _ => None,
        }
    }

    /// The same field in another row.
    fn in_row(self, row: usize) -> Self {
        match self {
            Self::OffFrom(_) => Self::OffFrom(row),
            Self::OffTo(_) => Self::OffTo(row),
            Self::StretchFrom(_) => Self::StretchFrom(row),
            Self::StretchTo(_) => Self::StretchTo(row),
            Self::StretchHours(_) => Self::StretchHours(row),
            Self::StretchName(_) => Self::StretchName(row),
            other => other,
        }
    }
}

impl Document {
    /// How many rows there are to fill in: those accepted or begun, and at least one row of dates off.
    pub fn rows(&self, rows: Rows) -> usize {
        let of_list = |field: &Field| field.row().filter(|(list, _)| *list == rows).map(|(_, row)| row + 1);
        let drafted = self.drafts.keys().filter_map(of_list).max().unwrap_or(0);
        match rows {
            Rows::TimeOff => drafted.max(self.time_off.len()).max(1),
            Rows::Stretches => drafted.max(self.stretches.len()),
        }
    }

    /// Adds an empty row, up to as many as a learner has.
    pub(super) fn add_row(&mut self, rows: Rows) {
        let row = self.rows(rows);
        let first = match rows {
            Rows::TimeOff => Field::OffFrom(row),
            Rows::Stretches => Field::StretchFrom(row),
        };
        if row < MOST_ROWS {
            self.drafts.insert(first, String::new());
        }
    }

    /// The same with a break as time off, above the rows that are only typed so far. A list that is full stays as
    /// it is.
    pub(super) fn with_break(&self, dates: DateRange) -> Self {
        let mut rested = self.clone();
        let row = rested.time_off.len();
        if rested.rows(Rows::TimeOff) >= MOST_ROWS || rested.time_off.contains(&dates) {
            return rested;
        }
        rested.time_off.push(dates);
        let drafts = std::mem::take(&mut rested.drafts).into_iter().map(|(field, text)| match field.row() {
            Some((Rows::TimeOff, at)) if at >= row => (field.in_row(at + 1), text),
            _ => (field, text),
        });
        rested.drafts = drafts.collect();
        rested
    }

    /// Removes a row; those below move up, with what is typed into them.
    pub(super) fn remove_row(&mut self, rows: Rows, row: usize) {
        match rows {
            Rows::TimeOff if row < self.time_off.len() => drop(self.time_off.remove(row)),
            Rows::Stretches if row < self.stretches.len() => drop(self.stretches.remove(row)),
            _ => {}
        }
        let drafts = std::mem::take(&mut self.drafts);
        let kept = drafts.into_iter().filter_map(|(field, text)| match field.row() {
            Some((list, at)) if list == rows && at == row => None,
            Some((list, at)) if list == rows && at > row => Some((field.in_row(at - 1), text)),
            _ => Some((field, text)),
        });
        self.drafts = kept.collect();
    }
}
