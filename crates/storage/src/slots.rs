//! The slots that a plan is saved in, and their contents: records, and texts that cannot be read.

use crate::saved::{self, SavedRecord, add_writers};
use app::{Change, FileRefusal, ReadOnly, State};
use roadmap::RoadmapId;

/// The keys of the two slots. They are written in turn, so that the last record stays until the next one has
/// been read back.
pub const SLOTS: [&str; 2] = ["waymark.plan", "waymark.plan.2"];

/// The contents of some slots.
#[derive(Debug)]
pub struct SlotContents {
    /// The record in each slot, if there is one.
    records: Vec<Option<SavedRecord>>,
    /// The texts that could not be read, and why.
    pub unreadable: Vec<(String, FileRefusal)>,
}

impl SlotContents {
    /// Reads the texts of some slots.
    ///
    /// # Errors
    ///
    /// If one is of a newer version or about another roadmap: then nothing may be written to any slot.
    pub fn read(texts: &[Option<&str>], roadmap: &RoadmapId) -> Result<Self, ReadOnly> {
        let mut contents = Self { records: Vec::new(), unreadable: Vec::new() };
        for text in texts {
            let record = match text.map(|text| (text, saved::read(text, roadmap))) {
                None => None,
                Some((_, Ok(record))) => Some(record),
                Some((_, Err(FileRefusal::Newer { version }))) => return Err(ReadOnly::Newer { version }),
                Some((_, Err(FileRefusal::UnknownRoadmap(id)))) => return Err(ReadOnly::OtherRoadmap(id)),
                Some((text, Err(why))) => {
                    contents.unreadable.push((text.to_owned(), why));
                    None
                }
            };
            contents.records.push(record);
        }
        Ok(contents)
    }

    /// The revision of the record in a slot.
    pub fn revision_at(&self, slot: usize) -> Option<u64> {
        self.records[slot].as_ref().map(|record| record.revision)
    }

    /// The newest record. Others that were not merged into it become earlier states of it, so that they can
    /// be brought back.
    pub fn newest(self) -> Option<SavedRecord> {
        let mut records: Vec<SavedRecord> = self.records.into_iter().flatten().collect();
        let age = |&at: &usize| (records[at].revision, records[at].saved_at);
        let mut newest = records.swap_remove((0..records.len()).max_by_key(age)?);
        for other in records {
            if !newest.covers(&other) {
                add_writers(&mut newest.writers, &other.writers);
                newest.stored.history.record(State {
                    document: other.stored.document,
                    change: Change::OtherWindow,
                    saved_at: Some(other.saved_at),
                    roadmap: None,
                });
            }
        }
        Some(newest)
    }
}
