//! A roadmap of the learner's own: as its file was read, what they have corrected in it, and what comes of both.

use std::rc::Rc;

use roadmap::{Corrections, Problem, Roadmap, RoadmapFile, RoadmapId};

/// A roadmap as its file was read, and what the learner has corrected in it. Both are kept, so that corrections hold for an
/// edited file, too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadRoadmap {
    /// Whatever was also in the roadmap that it took the place of has the ids from there.
    pub file: Rc<RoadmapFile>,
    pub corrections: Rc<Corrections>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnRoadmap {
    pub read: ReadRoadmap,
    /// The published form, with the corrections, as it is exported.
    pub file: Rc<RoadmapFile>,
    /// The same, checked.
    pub roadmap: Rc<Roadmap>,
    /// The learner has removed it. It stays stored with its plan, and can be brought back.
    pub is_removed: bool,
}

impl OwnRoadmap {
    /// Checks a roadmap without corrections.
    ///
    /// # Errors
    ///
    /// All problems of the roadmap.
    pub fn new(file: RoadmapFile) -> Result<Self, Vec<Problem>> {
        let file = file.with_ids();
        let roadmap = Roadmap::new(file.clone())?;
        Ok(Self::checked(file, roadmap))
    }

    /// A roadmap without corrections that was checked already.
    pub(super) fn checked(file: RoadmapFile, roadmap: Roadmap) -> Self {
        let file = Rc::new(file);
        let read = ReadRoadmap { file: file.clone(), corrections: Rc::default() };
        Self { read, file, roadmap: Rc::new(roadmap), is_removed: false }
    }

    /// Checks a roadmap with its corrections.
    ///
    /// # Errors
    ///
    /// All problems of the corrected roadmap.
    pub fn of(read: ReadRoadmap) -> Result<Self, Vec<Problem>> {
        let corrected = Self::new(read.corrections.apply(&read.file))?;
        Ok(Self { read, ..corrected })
    }

    pub fn id(&self) -> &RoadmapId {
        &self.file.id
    }

    pub fn corrections(&self) -> &Corrections {
        &self.read.corrections
    }

    /// The same with other corrections, if they leave a roadmap.
    pub fn corrected(&self, corrections: Corrections) -> Option<Self> {
        let read = ReadRoadmap { corrections: Rc::new(corrections), ..self.read.clone() };
        let is_removed = self.is_removed;
        Self::of(read).ok().map(|own| Self { is_removed, ..own })
    }

    /// The same roadmap under another title, if that is a valid one.
    pub fn renamed(&self, title: &str) -> Option<Self> {
        self.corrected(Corrections { title: Some(title.trim().to_owned()), ..self.corrections().clone() })
    }

    /// The same roadmap under another id, if that is a valid one.
    pub fn with_id(&self, id: RoadmapId) -> Option<Self> {
        let file = Rc::new(RoadmapFile { id, ..RoadmapFile::clone(&self.read.file) });
        Self::of(ReadRoadmap { file, ..self.read.clone() }).ok()
    }
}
