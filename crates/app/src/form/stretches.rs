//! Stretches of dates with another week, as they stand in their fields.

use super::{Field, FieldError, Refusal, read_week_hours};
use crate::document::Document;
use crate::rows::Rows;
use planner::{DateRange, Stretch, Week};

impl Document {
    /// The stretches as they stand in their fields; a row with all fields empty is left out. The hours are laid on
    /// the days of the week in the proportions of the usual one.
    ///
    /// # Errors
    ///
    /// The fields that do not read as what they ask for, and the stretches that end before they start.
    pub fn entered_stretches(&self) -> Result<Vec<Stretch>, Vec<FieldError>> {
        let (mut stretches, mut errors) = (Vec::new(), Vec::new());
        for row in 0..self.rows(Rows::Stretches) {
            match self.entered_stretch(row) {
                Ok(stretch) => stretches.extend(stretch),
                Err(wrong) => errors.extend(wrong),
            }
        }
        if errors.is_empty() { Ok(stretches) } else { Err(errors) }
    }

    fn entered_stretch(&self, row: usize) -> Result<Option<Stretch>, Vec<FieldError>> {
        let accepted = self.stretches.get(row);
        let (from, to) = (Field::StretchFrom(row), Field::StretchTo(row));
        let dates = self.entered_dates(from, to, accepted.map(|stretch| stretch.dates));
        let name = match self.drafts.get(&Field::StretchName(row)) {
            Some(text) => text.trim().to_owned(),
            None => accepted.map_or_else(String::new, |stretch| stretch.name.clone()),
        };
        let week = self.entered_stretch_week(row, accepted);
        match (dates, week) {
            (Ok(None), Ok(None)) if name.is_empty() => Ok(None),
            (Ok(Some(dates)), Ok(Some(week))) => Ok(Some(Stretch { dates, week, name })),
            (dates, week) => {
                let mut wrong = dates.map_or_else(
                    |errors| errors,
                    |dates: Option<DateRange>| match dates {
                        Some(_) => Vec::new(),
                        None => vec![from.refused(Refusal::DateMissing)],
                    },
                );
                let hours = Field::StretchHours(row);
                match week {
                    Ok(Some(_)) => {}
                    Ok(None) => wrong.push(hours.refused(Refusal::HoursMissing)),
                    Err(why) => wrong.push(hours.refused(why)),
                }
                Err(wrong)
            }
        }
    }

    /// The week of a stretch; nothing while its field is empty. A stretch without any hours is written as 0.
    fn entered_stretch_week(&self, row: usize, accepted: Option<&Stretch>) -> Result<Option<Week>, Refusal> {
        let Some(text) = self.drafts.get(&Field::StretchHours(row)) else {
            return Ok(accepted.map(|stretch| stretch.week));
        };
        if text.trim().is_empty() {
            return Ok(None);
        }
        let total = read_week_hours(text)?;
        Ok(Some(self.week.unwrap_or_default().scaled(total)))
    }
}
