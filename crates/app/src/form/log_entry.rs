//! A note of time studied, as it stands in its fields.

use super::{Field, FieldError, Refusal, read_date, read_hours};
use crate::document::Document;
use planner::{Date, Item, LogEntry};
use roadmap::Minutes;

/// Names an item in the value of a field, and in what is stored.
pub fn item_name(item: &Item) -> String {
    match item {
        Item::Topic(topic) => format!("topic/{topic}"),
        Item::Project(project) => format!("project/{project}"),
    }
}

/// The item of that name; nothing if there can be none.
pub fn item_of_name(name: &str) -> Option<Item> {
    match name.split_once('/')? {
        ("topic", id) => Some(Item::Topic(id.into())),
        ("project", id) => Some(Item::Project(id.into())),
        _ => None,
    }
}

impl Document {
    /// The note as it stands in its fields. Nothing can be noted for a day after `today`.
    ///
    /// # Errors
    ///
    /// The fields that are missing or do not read as what they ask for.
    pub fn entered_log_entry(&self, today: Date) -> Result<LogEntry, Vec<FieldError>> {
        let draft = |field: Field| self.drafts.get(&field).map_or("", String::as_str);
        let item = item_of_name(draft(Field::LogItem)).ok_or(Refusal::NothingChosen);
        let on = match self.drafts.get(&Field::LogDate) {
            None => Ok(today),
            Some(text) => read_date(text),
        };
        let on = on.and_then(|on| if on > today { Err(Refusal::StillToCome(today)) } else { Ok(on) });
        let minutes = read_hours(draft(Field::LogTime)).and_then(|minutes| match minutes {
            Minutes::ZERO => Err(Refusal::TimeMissing),
            minutes => Ok(minutes),
        });
        match (item, on, minutes) {
            (Ok(item), Ok(on), Ok(minutes)) => Ok(LogEntry { on, item, minutes }),
            (item, on, minutes) => {
                let fields = [
                    (Field::LogDate, on.err()),
                    (Field::LogItem, item.err()),
                    (Field::LogTime, minutes.err()),
                ];
                Err(fields.into_iter().filter_map(|(field, why)| Some(field.refused(why?))).collect())
            }
        }
    }
}
