//! The roadmaps there are: the one that comes with the page, and the learner's own.
//!
//! Each has a plan of its own, and one of them is in use. What the learner did with one roadmap, its earlier states
//! included, never mixes with another.

use std::rc::Rc;

use super::document::Document;
use super::model::{Model, Notice, Saving};
use super::screen::Screen;
use super::stored::{Moment, Stored};
use roadmap::{Problem, Roadmap, RoadmapFile, RoadmapId};

/// A roadmap of the learner's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnRoadmap {
    /// As it is kept and handed out.
    pub file: Rc<RoadmapFile>,
    /// What it says.
    pub roadmap: Rc<Roadmap>,
    /// Whether the learner has removed it. It is kept with its plan all the same, to be brought back.
    pub is_removed: bool,
}

impl OwnRoadmap {
    /// Checks a roadmap.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it.
    pub fn new(file: RoadmapFile) -> Result<Self, Vec<Problem>> {
        let roadmap = Rc::new(Roadmap::new(file.clone())?);
        Ok(Self { file: Rc::new(file), roadmap, is_removed: false })
    }

    /// Names it.
    pub fn id(&self) -> &RoadmapId {
        &self.file.id
    }

    /// The same under another title, if it can be one.
    pub fn renamed(&self, title: &str) -> Option<Self> {
        let file = RoadmapFile { title: title.trim().to_owned(), ..RoadmapFile::clone(&self.file) };
        let is_removed = self.is_removed;
        Self::new(file).ok().map(|own| Self { is_removed, ..own })
    }

    /// The same under another name.
    pub fn with_id(&self, id: RoadmapId) -> Option<Self> {
        Self::new(RoadmapFile { id, ..RoadmapFile::clone(&self.file) }).ok()
    }
}

/// A roadmap that was read from a file, until the learner has decided about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoadmapOffer {
    /// The roadmap.
    pub own: OwnRoadmap,
    /// What was decided while reading it and what was not read, in words.
    pub notes: Vec<String>,
}

/// A roadmap with what is kept about it: what comes into use together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    /// The roadmap.
    pub roadmap: Rc<Roadmap>,
    /// What was kept, if something was.
    pub stored: Option<Stored>,
    /// When that was saved, if it was.
    pub saved_at: Option<Moment>,
    /// Why nothing may be written about it, if so.
    pub read_only: Option<String>,
    /// Whether what is kept has not reached its place yet.
    pub is_unsaved: bool,
}

/// What is to be done with a roadmap; whoever keeps them does it and says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoadmapTask {
    /// A roadmap is to come into use, perhaps with a plan about it to be offered then.
    Use {
        /// Which.
        roadmap: RoadmapId,
        /// The plan.
        plan: Option<Box<Document>>,
    },
    /// A roadmap of the learner's own is to be kept, and perhaps to come into use with a plan.
    Keep {
        /// The roadmap.
        own: OwnRoadmap,
        /// Whether it is to come into use.
        and_use: bool,
        /// The plan.
        plan: Option<Box<Document>>,
    },
    /// Roadmaps that only a file of all that was stored still holds are to be put back, and then its plan to be opened.
    Restore {
        /// The file.
        file: Vec<u8>,
    },
}

/// All roadmaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Library {
    /// The one that comes with the page.
    pub shipped: Rc<Roadmap>,
    /// The learner's own, in the order of their names, also those removed.
    pub own: Vec<OwnRoadmap>,
}

impl Library {
    /// The learner's own roadmap of that name, if there is one.
    pub fn find(&self, id: &RoadmapId) -> Option<&OwnRoadmap> {
        self.own.iter().find(|own| own.id() == id)
    }

    /// The roadmap of that name, if there is one.
    pub fn roadmap(&self, id: &RoadmapId) -> Option<&Rc<Roadmap>> {
        if self.shipped.about().id == *id {
            return Some(&self.shipped);
        }
        self.find(id).map(|own| &own.roadmap)
    }

    /// The name itself where no roadmap has it, otherwise with the lowest number behind it that is free.
    pub fn free_id(&self, id: &RoadmapId) -> RoadmapId {
        let numbered = |number: u32| RoadmapId::from(format!("{id}-{number}"));
        let is_free = |id: &RoadmapId| self.roadmap(id).is_none();
        if is_free(id) {
            return id.clone();
        }
        (2..).map(numbered).find(is_free).expect("there are more numbers than roadmaps")
    }

    /// Takes a roadmap in, in place of one of the same name.
    pub fn keep(&mut self, own: OwnRoadmap) {
        match self.own.iter_mut().find(|known| known.id() == own.id()) {
            Some(known) => *known = own,
            None => self.own.push(own),
        }
    }
}

impl Model {
    /// The roadmap in use, if it is one of the learner's own.
    pub fn own_roadmap(&self) -> Option<&OwnRoadmap> {
        self.library.find(&self.roadmap.about().id)
    }

    /// Takes in that a roadmap is kept. One in use changes under its plan, whose answers and marks stay by their names.
    pub(super) fn keep_roadmap(&mut self, own: OwnRoadmap) {
        if self.roadmap.about().id == *own.id() {
            self.roadmap = own.roadmap.clone();
        }
        self.notice = match self.library.find(own.id()) {
            Some(known) if own.is_removed && !known.is_removed => {
                Some(Notice::RoadmapRemoved(own.id().clone()))
            }
            Some(known) if own.file != known.file => Some(Notice::RoadmapChanged(Box::new(known.clone()))),
            _ => None,
        };
        self.library.keep(own);
    }

    /// Takes in what other windows did with the roadmaps. What this window alone has stays.
    pub(super) fn find_roadmaps(&mut self, own: Vec<OwnRoadmap>) {
        for own in own {
            if self.roadmap.about().id == *own.id() {
                self.roadmap = own.roadmap.clone();
            }
            self.library.keep(own);
        }
    }

    /// Puts another roadmap with its plan in place of the present one.
    pub(super) fn take_desk(&mut self, desk: Desk) {
        let Desk { roadmap, stored, saved_at, read_only, is_unsaved } = desk;
        let stored = stored.unwrap_or_else(|| Document::new(roadmap.about().id.clone()).into());
        // What happened to the roadmap that gave way to this one, or to this one, matters more than the change itself.
        let is_told = match &self.notice {
            Some(Notice::RoadmapRemoved(removed)) => *removed == self.roadmap.about().id,
            notice => matches!(notice, Some(Notice::RoadmapNotKept(_))),
        };
        self.roadmap = roadmap;
        (self.document, self.history, self.backups) = (stored.document, stored.history, stored.backups);
        (self.offer, self.roadmap_offer, self.copy) = (None, None, None);
        self.saving = read_only.map_or(Saving::Idle, Saving::Off);
        self.saved_at = saved_at;
        // It never goes back: a change with a revision that there was before would not be saved.
        self.revision += u64::from(is_unsaved);
        self.open(if self.open_question().is_none() { Screen::Plan } else { Screen::Home });
        if !is_told {
            self.notice = Some(Notice::RoadmapInUse);
        }
    }
}
