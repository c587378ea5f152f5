//! Saves to two slots in turn, and never overwrites what another window has saved meanwhile.

use std::rc::Rc;

use crate::error::SaveError;
use crate::key_value::KeyValue;
use crate::saved::{self, SavedRecord, Writer, add_writers, covers};
use crate::set_aside::{put, set_aside};
use crate::slots::{SLOTS, SlotContents};
use app::{Document, ForeignState, Moment, SaveFailure, SavedState};
use roadmap::RoadmapId;

/// Length of a version vector: more windows than anybody has open at once.
const MOST_WRITERS: usize = 8;

/// Candidate merge bases that a window remembers.
const MOST_BASES: usize = 8;

/// A record that a save wrote, or tried to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenRecord {
    /// Counts the saves over all windows.
    pub revision: u64,
    /// The text in the slot, for a copy elsewhere.
    pub text: String,
}

/// The slots as a window last saw them.
#[derive(Debug)]
pub struct SeenSlots {
    pub texts: [Option<String>; 2],
    /// The revision of each slot's record; `None` if the slot has no readable record.
    pub revisions: [Option<u64>; 2],
}

/// Saves the plan. Only [`open`](crate::open) makes one.
#[derive(Debug)]
pub struct Saver<S> {
    storage: S,
    roadmap: RoadmapId,
    /// The random id of this window.
    window: u32,
    seen: SeenSlots,
    /// The newest revision that was read or written, and its version vector.
    revision: u64,
    writers: Vec<Writer>,
    /// Candidate merge bases with their version vectors, oldest first.
    bases: Vec<(Vec<Writer>, Rc<Document>)>,
    /// The record of the last attempt to write.
    tried: Option<WrittenRecord>,
}

impl<S: KeyValue> Saver<S> {
    pub(crate) fn new(
        storage: S,
        roadmap: RoadmapId,
        window: u32,
        seen: SeenSlots,
        newest: Option<&SavedRecord>,
    ) -> Self {
        let (revision, writers, bases, tried) = (0, Vec::new(), Vec::new(), None);
        let mut saver = Self { storage, roadmap, window, seen, revision, writers, bases, tried };
        if let Some(record) = newest {
            saver.add_base(record.revision, record.writers.clone(), record.stored.document.clone());
        }
        saver
    }

    /// The record that the last save tried to write, whether or not the storage accepted it.
    pub fn take_tried(&mut self) -> Option<WrittenRecord> {
        self.tried.take()
    }

    /// Saves a state, unless another window has saved meanwhile.
    ///
    /// # Errors
    ///
    /// If the storage fails or does not keep what is written to it, if the text could not be opened again, or
    /// if what is there by now must not be overwritten.
    pub fn save(&mut self, stored: &SavedState, now: Moment) -> Result<(), SaveError> {
        if let Some(foreign) = self.look()? {
            return Err(SaveError::ChangedElsewhere(Box::new(foreign)));
        }
        self.write(stored, now)
    }

    /// Reads what another window has saved since the last look at the slots.
    ///
    /// # Errors
    ///
    /// If the storage cannot be read, or if what is there by now must not be overwritten.
    pub fn look(&mut self) -> Result<Option<ForeignState>, SaveError> {
        let texts = [self.storage.get(SLOTS[0])?, self.storage.get(SLOTS[1])?];
        if texts == self.seen.texts {
            return Ok(None);
        }
        let changed = [0, 1].map(|at| texts[at].as_deref().filter(|_| texts[at] != self.seen.texts[at]));
        let contents = SlotContents::read(&changed, &self.roadmap).map_err(SaveError::ReadOnly)?;
        for (text, _) in &contents.unreadable {
            set_aside(&self.storage, text)?;
        }
        for at in [0, 1].into_iter().filter(|&at| texts[at] != self.seen.texts[at]) {
            self.seen.revisions[at] = contents.revision_at(at);
        }
        self.seen.texts = texts;
        let record = contents.newest().filter(|record| !self.knows(record));
        Ok(record.map(|record| self.take_in(record)))
    }

    /// Whether the storage still holds what this window last read or wrote, if anything.
    pub fn is_kept(&self) -> bool {
        self.revision == 0 || self.seen.revisions.contains(&Some(self.revision))
    }

    /// Whether our version vector covers a record: it is an older one, or our own.
    fn knows(&self, record: &SavedRecord) -> bool {
        record.writers.first().is_some_and(|writer| covers(&self.writers, writer))
    }

    fn take_in(&mut self, record: SavedRecord) -> ForeignState {
        let SavedRecord { revision, writers, saved_at, stored } = record;
        let is_base =
            |(base, _): &&(Vec<Writer>, Rc<Document>)| base.iter().all(|writer| covers(&writers, writer));
        let base = self.bases.iter().rev().find(is_base).map(|(_, document)| document.clone());
        self.add_base(revision.max(self.revision), writers, stored.document.clone());
        ForeignState { saved: stored, saved_at: Some(saved_at), base }
    }

    /// Remembers a document that this window and the storage now have in common.
    fn add_base(&mut self, revision: u64, writers: Vec<Writer>, document: Rc<Document>) {
        self.revision = revision;
        // The most recent writer comes first: the list is truncated at its end.
        let known = std::mem::replace(&mut self.writers, writers.clone());
        add_writers(&mut self.writers, &known);
        self.bases.push((writers, document));
        let over = self.bases.len().saturating_sub(MOST_BASES);
        self.bases.drain(..over);
    }

    /// Writes to the slot that does not hold the newest record.
    fn write(&mut self, stored: &SavedState, now: Moment) -> Result<(), SaveError> {
        let revision = self.revision + 1;
        let mut writers = vec![Writer { id: self.window, revision }];
        writers.extend(self.writers.iter().copied().filter(|writer| writer.id != self.window));
        writers.truncate(MOST_WRITERS);
        let text = saved::write(revision, &writers, stored, now);
        saved::read(&text, &self.roadmap).map_err(SaveFailure::WouldNotOpen)?;
        self.tried = Some(WrittenRecord { revision, text: text.clone() });
        let SeenSlots { texts, revisions } = &mut self.seen;
        let at = usize::from(revisions[0] > revisions[1]);
        if let Err(why) = put(&self.storage, SLOTS[at], &text) {
            // The slot now holds a leftover of this attempt, so the next one may overwrite it.
            texts[at] = self.storage.get(SLOTS[at])?;
            return Err(why.into());
        }
        texts[at] = Some(text);
        revisions[at] = Some(revision);
        self.add_base(revision, writers, stored.document.clone());
        Ok(())
    }
}
