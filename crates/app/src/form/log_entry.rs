//! The form of a log entry: a date, a topic or project, and study time.

use super::{Field, FieldError, Refusal, item_of_name, read_date, read_hours};
use planner::{Date, Item, LogEntry};
use roadmap::Minutes;

/// The fields of a form of a log entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogFields {
    pub date: Field,
    pub item: Field,
    pub time: Field,
    pub kind: Field,
}

/// The form of a new entry.
pub const NEW_ENTRY: LogFields =
    LogFields { date: Field::LogDate, item: Field::LogItem, time: Field::LogTime, kind: Field::LogKind };

/// The form of an entry that is being changed.
pub const CHANGED_ENTRY: LogFields =
    LogFields { date: Field::EditDate, item: Field::EditItem, time: Field::EditTime, kind: Field::EditKind };

/// What a kind field holds for practice.
pub const PRACTICE: &str = "practice";
/// What it holds for time that is not. Empty, it leaves that to the item.
pub const LEARNING: &str = "learning";

/// Whether the text of a kind field makes time on an item practice.
pub fn is_practice(text: &str, item: Option<&Item>) -> bool {
    match text {
        PRACTICE => true,
        LEARNING => false,
        _ => item.is_some_and(LogEntry::counts_as_building),
    }
}

/// The text of the kind field of an entry.
pub(crate) fn kind_of(entry: &LogEntry) -> &'static str {
    match entry.building {
        building if building == LogEntry::counts_as_building(&entry.item) => "",
        true => PRACTICE,
        false => LEARNING,
    }
}

impl LogFields {
    /// Whether a field is one of these.
    pub fn contain(self, field: Field) -> bool {
        [self.date, self.item, self.time, self.kind].contains(&field)
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
            (Ok(item), Ok(on), Ok(minutes)) => {
                let building = is_practice(&text(self.kind), Some(&item));
                Ok(LogEntry { on, item, minutes, building })
            }
            (item, on, minutes) => {
                let fields = [(self.date, on.err()), (self.item, item.err()), (self.time, minutes.err())];
                Err(fields.into_iter().filter_map(|(field, why)| Some(field.refused(why?))).collect())
            }
        }
    }
}
