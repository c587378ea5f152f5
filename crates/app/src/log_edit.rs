//! A log entry that is being changed in its place.

use super::document::Drafts;
use super::form::{CHANGED_ENTRY, Field, FieldError, item_name, kind_of, write_hours};
use planner::{Date, Log, LogEntry};

/// A log entry that is being changed. Nothing of it is stored before it is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEdit {
    /// The index of the entry when the change began.
    at: usize,
    entry: LogEntry,
    drafts: Drafts,
    shows_errors: bool,
}

impl LogEdit {
    /// Begins to change the entry at an index, if there is one.
    pub(super) fn begin(log: &Log, at: usize) -> Option<Self> {
        let entry = log.entries().get(at)?.clone();
        Some(Self { at, entry, drafts: Drafts::new(), shows_errors: false })
    }

    /// The index of the entry, which undo and other windows may have moved; `None` while it is not in the log.
    pub fn index(&self, log: &Log) -> Option<usize> {
        let is_it = |entry: &LogEntry| *entry == self.entry;
        match log.entries().get(self.at) {
            Some(entry) if is_it(entry) => Some(self.at),
            _ => log.entries().iter().position(is_it),
        }
    }

    pub(super) fn type_into(&mut self, field: Field, text: String) {
        self.drafts.insert(field, text);
    }

    pub(super) fn show_errors(&mut self) {
        self.shows_errors = true;
    }

    /// The text in a field: as typed, or as it was, with dates written by `write_date`.
    pub fn text(&self, field: Field, write_date: impl Fn(Date) -> String) -> String {
        let LogEntry { on, item, minutes, building: _ } = &self.entry;
        let as_it_was = || match field {
            Field::EditDate => write_date(*on),
            Field::EditItem => item_name(item),
            Field::EditTime => write_hours(*minutes),
            Field::EditKind => kind_of(&self.entry).to_owned(),
            _ => String::new(),
        };
        self.drafts.get(&field).cloned().unwrap_or_else(as_it_was)
    }

    /// The entry in the fields. Its date cannot be after `today`, but it can stay as it was.
    ///
    /// # Errors
    ///
    /// The fields that are empty or do not read as what they ask for.
    pub(super) fn entered(&self, today: Date) -> Result<LogEntry, Vec<FieldError>> {
        CHANGED_ENTRY.read(|field| self.text(field, |date| date.to_string()), today.max(self.entry.on))
    }

    /// The errors in the fields, once the learner has tried to save.
    pub fn shown_errors(&self, today: Date) -> Vec<FieldError> {
        if self.shows_errors { self.entered(today).err().unwrap_or_default() } else { Vec::new() }
    }
}
