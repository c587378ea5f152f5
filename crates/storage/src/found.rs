//! What is found where plans are saved: records, and what cannot be read.

use super::keeping::ReadOnly;
use super::saved::{self, Record, add_writers};
use app::{Change, FileRefusal, State};
use roadmap::RoadmapId;

/// Where the plan lies. The first is where pages look that know of only one: what they find there is newer than they
/// are, so they leave both alone.
pub const SLOTS: [&str; 2] = ["waymark.plan", "waymark.plan.2"];

/// What was found at some places.
#[derive(Debug)]
pub struct Found {
    /// The record at each place, if there is one.
    records: Vec<Option<Record>>,
    /// What could not be read, and why.
    pub unreadable: Vec<(String, FileRefusal)>,
}

impl Found {
    /// Reads what lies at some places.
    ///
    /// # Errors
    ///
    /// If something there is of a newer page or about another roadmap: then nothing may be written anywhere.
    pub fn read(texts: &[Option<&str>], roadmap: &RoadmapId) -> Result<Self, ReadOnly> {
        let mut found = Self { records: Vec::new(), unreadable: Vec::new() };
        for text in texts {
            let record = match text.map(|text| (text, saved::read(text, roadmap))) {
                None => None,
                Some((_, Ok(record))) => Some(record),
                Some((_, Err(FileRefusal::Newer { version }))) => return Err(ReadOnly::Newer { version }),
                Some((_, Err(FileRefusal::UnknownRoadmap(id)))) => return Err(ReadOnly::OtherRoadmap(id)),
                Some((text, Err(why))) => {
                    found.unreadable.push((text.to_owned(), why));
                    None
                }
            };
            found.records.push(record);
        }
        Ok(found)
    }

    /// The revision of the record at a place.
    pub fn revision_at(&self, place: usize) -> Option<u64> {
        self.records[place].as_ref().map(|record| record.revision)
    }

    /// The newest record. What others hold that did not go into it is among its earlier states, so that it can be
    /// brought back.
    pub fn newest(self) -> Option<Record> {
        let mut records: Vec<Record> = self.records.into_iter().flatten().collect();
        let age = |&at: &usize| (records[at].revision, records[at].saved_at);
        let mut newest = records.swap_remove((0..records.len()).max_by_key(age)?);
        for other in records {
            if !newest.covers(&other) {
                add_writers(&mut newest.writers, &other.writers);
                newest.stored.history.record(State {
                    document: other.stored.document.into(),
                    change: Change::OtherWindow,
                    saved_at: other.saved_at,
                });
            }
        }
        Some(newest)
    }
}
