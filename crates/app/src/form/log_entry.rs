//! The form of a log entry: a date, a topic or project, and study time.

use super::{Field, FieldError, Refusal, item_of_name, read_date, read_hours};
use planner::{Date, LogEntry};
use roadmap::Minutes;

/// The fields of a form of a log entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogFields {
    pub date: Field,
    pub item: Field,
    pub time: Field,
}

/// The form of a new entry.
pub const NEW_ENTRY: LogFields =
    LogFields { date: Field::LogDate, item: Field::LogItem, time: Field::LogTime };

/// The form of an entry that is being changed.
pub const CHANGED_ENTRY: LogFields =
    LogFields { date: Field::EditDate, item: Field::EditItem, time: Field::EditTime };

impl LogFields {
    /// Whether a field is one of these.
    pub fn contain(self, field: Field) -> bool {
        [self.date, self.item, self.time].contains(&field)
    }

    /// The log entry in the fields, given the text of each. Its date cannot be after `latest`.
    pub(crate) fn read(
        self,
        text: impl Fn(Field) -> String,
        latest: Date,
    ) -> Result<LogEntry, Vec<FieldError>> {
        let item = item_of_name(&text(self.item)).ok_or(Refusal::NothingChosen);
        let on = read_date(&text(self.date)).and_then(|on| match on > latest {
            true => Err(Refusal::StillToCome(latest)),
            false => Ok(on),
        });
        let minutes = read_hours(&text(self.time)).and_then(|minutes| match minutes {
            Minutes::ZERO => Err(Refusal::TimeMissing),
            minutes => Ok(minutes),
        });
        match (item, on, minutes) {
            (Ok(item), Ok(on), Ok(minutes)) => Ok(LogEntry { on, item, minutes }),
            (item, on, minutes) => {
                let fields = [(self.date, on.err()), (self.item, item.err()), (self.time, minutes.err())];
                Err(fields.into_iter().filter_map(|(field, why)| Some(field.refused(why?))).collect())
            }
        }
    }
}
