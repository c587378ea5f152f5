//! Saving: into two slots in turn, and never over what another window has saved meanwhile.

use super::found::{Found, SLOTS};
use super::keeping::SaveError;
use super::key_value::KeyValue;
use super::saved::{self, Record, Writer, add_writers, covers};
use super::set_aside::{put, set_aside};
use app::{Document, Foreign, Moment, Stored};
use roadmap::RoadmapId;

/// So many writers are remembered in a record: more windows than anybody has open at once.
const MOST_WRITERS: usize = 8;

/// So many documents are remembered that a window had in common with the storage, to find one that another had too.
const MOST_SHARED: usize = 8;

/// Something that was saved, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Counts the saves, over all windows.
    pub revision: u64,
    /// The text that lies in the slot, for a copy elsewhere.
    pub text: String,
}

/// The means to save. It is handed out by [`open`](super::open) alone.
#[derive(Debug)]
pub struct Saver<S> {
    storage: S,
    roadmap: RoadmapId,
    /// The number of this window.
    id: u32,
    /// What lay in the slots when they were last looked at.
    seen: [Option<String>; 2],
    /// The revisions of the records among that.
    held: [Option<u64>; 2],
    /// The newest revision that was read or written.
    revision: u64,
    /// What went into that.
    writers: Vec<Writer>,
    /// Documents that this window had in common with the storage, each with what had gone into it, the latest last.
    shared: Vec<(Vec<Writer>, Document)>,
    /// What was last tried to be written.
    tried: Option<Saved>,
}

impl<S: KeyValue> Saver<S> {
    /// Saves as the window with that number, where this is what lies in the slots and that the newest record.
    pub(super) fn new(
        storage: S,
        roadmap: RoadmapId,
        id: u32,
        (seen, held): ([Option<String>; 2], [Option<u64>; 2]),
        newest: Option<&Record>,
    ) -> Self {
        let mut saver = Self {
            storage,
            roadmap,
            id,
            seen,
            held,
            revision: 0,
            writers: Vec::new(),
            shared: Vec::new(),
            tried: None,
        };
        if let Some(record) = newest {
            saver.share(record.revision, record.writers.clone(), record.stored.document.clone());
        }
        saver
    }

    /// What the last save tried to write, whether or not the storage took it.
    pub fn take_tried(&mut self) -> Option<Saved> {
        self.tried.take()
    }

    /// Saves.
    ///
    /// # Errors
    ///
    /// If the storage fails or does not keep what is written to it, if what would be written could not be opened
    /// again, or if what is there by now may not be written over.
    pub fn save(&mut self, stored: &Stored, now: Moment) -> Result<(), SaveError> {
        if let Some(foreign) = self.look()? {
            return Err(SaveError::ChangedElsewhere(Box::new(foreign)));
        }
        self.write(stored, now)?;
        // A page that knows of the first slot only must not go on from what it finds there.
        let has_older =
            (0..SLOTS.len()).any(|at| self.seen[at].is_some() && !matches!(self.held[at], Some(1..)));
        if has_older { self.write(stored, now) } else { Ok(()) }
    }

    /// What another window has saved since the slots were last looked at.
    ///
    /// # Errors
    ///
    /// If the storage cannot be read, or if what is there by now may not be written over.
    pub fn look(&mut self) -> Result<Option<Foreign>, SaveError> {
        let texts = [self.storage.get(SLOTS[0])?, self.storage.get(SLOTS[1])?];
        if texts == self.seen {
            return Ok(None);
        }
        let changed = [0, 1].map(|at| texts[at].as_deref().filter(|_| texts[at] != self.seen[at]));
        let found = Found::read(&changed, &self.roadmap).map_err(SaveError::ReadOnly)?;
        for (text, _) in &found.unreadable {
            set_aside(&self.storage, text)?;
        }
        for at in [0, 1].into_iter().filter(|&at| texts[at] != self.seen[at]) {
            self.held[at] = found.revision_at(at);
        }
        self.seen = texts;
        let record = found.newest().filter(|record| !self.knows(record));
        Ok(record.map(|record| self.take_in(record)))
    }

    /// Whether the storage still holds what this window read or wrote last, if that was anything.
    pub fn is_kept(&self) -> bool {
        self.revision == 0 || self.held.contains(&Some(self.revision))
    }

    /// Whether a record brings nothing new: an older one that comes to light again, or a page of before that saved the
    /// very same.
    fn knows(&self, record: &Record) -> bool {
        match record.writers.first() {
            Some(writer) => covers(&self.writers, writer),
            None => self.shared.iter().any(|(_, document)| *document == record.stored.document),
        }
    }

    fn take_in(&mut self, record: Record) -> Foreign {
        let Record { revision, writers, saved_at, stored } = record;
        let is_older = |(went_in, _): &&(Vec<Writer>, Document)| {
            !writers.is_empty() && went_in.iter().all(|writer| covers(&writers, writer))
        };
        let base = self.shared.iter().rev().find(is_older).map(|(_, document)| document.clone());
        self.share(revision.max(self.revision), writers, stored.document.clone());
        Foreign { stored, saved_at, base }
    }

    /// Remembers what lies in the storage now.
    fn share(&mut self, revision: u64, writers: Vec<Writer>, document: Document) {
        self.revision = revision;
        // Whoever wrote last comes first, because the last ones are forgotten.
        let known = std::mem::replace(&mut self.writers, writers.clone());
        add_writers(&mut self.writers, &known);
        self.shared.push((writers, document));
        let over = self.shared.len().saturating_sub(MOST_SHARED);
        self.shared.drain(..over);
    }

    /// Writes into the slot that does not hold the newest record.
    fn write(&mut self, stored: &Stored, now: Moment) -> Result<(), SaveError> {
        let revision = self.revision + 1;
        let mut writers = vec![Writer { id: self.id, revision }];
        writers.extend(self.writers.iter().copied().filter(|writer| writer.id != self.id));
        writers.truncate(MOST_WRITERS);
        let text = saved::write(revision, &writers, stored, now);
        saved::read(&text, &self.roadmap).map_err(SaveError::WouldNotOpen)?;
        self.tried = Some(Saved { revision, text: text.clone() });
        let at = usize::from(self.held[0] > self.held[1]);
        if let Err(why) = put(&self.storage, SLOTS[at], &text) {
            // Whatever lies there now came from this very try, so the next try may take its place.
            self.seen[at] = self.storage.get(SLOTS[at])?;
            return Err(why);
        }
        self.seen[at] = Some(text);
        self.held[at] = Some(revision);
        self.share(revision, writers, stored.document.clone());
        Ok(())
    }
}
