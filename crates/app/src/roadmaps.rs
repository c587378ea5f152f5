//! The shipped roadmap and the learner's own.
//!
//! Each roadmap has its own plan and history, which never mix with those of another. One roadmap is in use at a time.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::document::Document;
use super::moment::Moment;
use super::own_roadmap::{OwnRoadmap, ReadRoadmap};
use super::refusal::ReadOnly;
use super::saved_state::SavedState;
use formats::{OpenedRoadmap, Part, Remark, RoadmapWarning};
use roadmap::{Content, Corrections, Differences, Roadmap, RoadmapFile, RoadmapId, TopicId};

/// A roadmap that was read from a file, until the learner has decided about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoadmapOffer {
    /// As it was read and as the learner has corrected it so far. What is also in the one that it can replace has the ids
    /// and the corrections that it has there.
    own: OwnRoadmap,
    /// The learner's own roadmap that it can replace: the one with its id, or else one with mostly the same steps.
    replaces: Option<OwnRoadmap>,
    /// The plan of that one, if it is not in use and has one.
    plan: Option<Rc<Document>>,
    /// The topics that the file has ticked.
    ticked: BTreeSet<TopicId>,
    /// The id under which the learner has opened it.
    accepted: Option<RoadmapId>,
    /// What else the file has that can be opened in its place.
    others: Vec<Part>,
    /// The file, while there is something else to open from it.
    source: Option<Rc<SourceFile>>,
    /// It is one of the learner's own, to be corrected, and not from a file.
    is_own: bool,
    /// Parts of the file that were not read, and decisions made while reading it.
    pub warnings: Vec<RoadmapWarning>,
}

/// A file that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl RoadmapOffer {
    /// A roadmap as it was read, beside the ones that the learner has.
    pub fn new(opened: OpenedRoadmap, library: &Library) -> Self {
        let OpenedRoadmap { file, roadmap, mut warnings, has_own_ids, ticked, others } = opened;
        // What is offered need not be told.
        warnings.retain(|warning| !is_about(warning, &others));
        let replaces = library.edited(&file, has_own_ids).cloned();
        let known = replaces.as_ref().and_then(|before| known_again(&file, before, has_own_ids));
        let (own, ticked) = match known {
            Some(known) => {
                let ids = file.topics.iter().zip(&known.read.file.topics);
                let ticked = ids.filter(|(topic, _)| ticked.contains(&topic.id));
                let ticked = ticked.map(|(_, known)| known.id.clone()).collect();
                (known, ticked)
            }
            None => (OwnRoadmap::checked(file, roadmap), ticked),
        };
        Self {
            own,
            replaces,
            plan: None,
            ticked,
            accepted: None,
            others,
            source: None,
            is_own: false,
            warnings,
        }
    }

    /// One of the learner's own, to be corrected once more.
    pub fn of_own(own: OwnRoadmap) -> Self {
        Self {
            replaces: Some(own.clone()),
            own,
            plan: None,
            ticked: BTreeSet::new(),
            accepted: None,
            others: Vec::new(),
            source: None,
            is_own: true,
            warnings: Vec::new(),
        }
    }

    /// Whether it is one of the learner's own, to be corrected, and not from a file.
    pub fn is_own(&self) -> bool {
        self.is_own
    }

    /// What else its file has that can be opened in its place.
    pub fn others(&self) -> &[Part] {
        &self.others
    }

    /// The same with the file that it was read from, which is kept while there is something else to open from it.
    pub fn with_source(self, source: &Rc<SourceFile>) -> Self {
        let source = (!self.others.is_empty()).then(|| source.clone());
        Self { source, ..self }
    }

    /// The file that it was read from, if that has something else to open.
    pub fn source(&self) -> Option<&Rc<SourceFile>> {
        self.source.as_ref()
    }

    /// The same beside the plan of the roadmap that it can replace, where that is not in use.
    pub fn with_plan(self, plan: Option<Rc<Document>>) -> Self {
        Self { plan, ..self }
    }

    /// The plan of the roadmap that it can replace, if that is not in use and has one.
    pub fn plan(&self) -> Option<&Document> {
        self.plan.as_deref()
    }

    /// The same with other corrections; `None` if they would leave nothing to study.
    pub fn corrected(&self, corrections: Corrections) -> Option<Self> {
        Some(Self { own: self.own.corrected(corrections)?, ..self.clone() })
    }

    /// The learner's own roadmap that it can replace, if there is one.
    pub fn replaces(&self) -> Option<&OwnRoadmap> {
        self.replaces.as_ref()
    }

    /// The topics that the file has ticked.
    pub fn ticked(&self) -> &BTreeSet<TopicId> {
        &self.ticked
    }

    /// The same, opened under an id.
    pub(super) fn accepted(&self, id: &RoadmapId) -> Self {
        Self { accepted: Some(id.clone()), ..self.clone() }
    }

    /// Whether it was opened under an id.
    pub(super) fn is_accepted(&self, id: &RoadmapId) -> bool {
        self.accepted.as_ref() == Some(id)
    }

    pub fn own(&self) -> &OwnRoadmap {
        &self.own
    }
}

/// A roadmap from a file in which what is also in the one before has the ids and, as far as they still hold, the corrections
/// from there.
fn known_again(file: &RoadmapFile, before: &OwnRoadmap, has_own_ids: bool) -> Option<OwnRoadmap> {
    let before = &before.read;
    let known = if has_own_ids { file.clone() } else { file.with_ids_of(&before.file) };
    let known = RoadmapFile { id: before.file.id.clone(), ..known };
    let corrections = before.corrections.that_hold(&before.file, &known);
    let read = ReadRoadmap { file: Rc::new(known), corrections: Rc::new(corrections) };
    let uncorrected = || OwnRoadmap::new(RoadmapFile::clone(&read.file));
    OwnRoadmap::of(read.clone()).or_else(|_| uncorrected()).ok()
}

/// Whether a remark names a chart that is one of these parts.
fn is_about(warning: &RoadmapWarning, parts: &[Part]) -> bool {
    let is_chart = |part: &Part| part.chart.is_some() && Some(part.line) == warning.line;
    matches!(warning.what, Remark::AnotherChart(_)) && parts.iter().any(is_chart)
}

/// A roadmap with its saved plan: everything needed to put it in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadedRoadmap {
    pub roadmap: Rc<Roadmap>,
    pub saved: Option<SavedState>,
    pub saved_at: Option<Moment>,
    /// Something stored for the roadmap could not be read; a copy of it is kept untouched.
    pub has_set_aside: bool,
    /// Why nothing may be written for the roadmap, if so.
    pub read_only: Option<ReadOnly>,
    /// The plan has to be saved again, because it was found outside its regular place.
    pub is_unsaved: bool,
}

impl LoadedRoadmap {
    /// A roadmap for which nothing is stored.
    pub fn empty(roadmap: Rc<Roadmap>) -> Self {
        Self {
            roadmap,
            saved: None,
            saved_at: None,
            has_set_aside: false,
            read_only: None,
            is_unsaved: false,
        }
    }
}

/// Work on stored roadmaps. Results come back as [`RoadmapMsg`](super::RoadmapMsg)s.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoadmapTask {
    /// Put a roadmap in use, then offer the plan.
    Use { roadmap: RoadmapId, plan: Option<Box<Document>> },
    /// Save a roadmap of the learner's own; with `and_use`, put it in use and offer the plan.
    Save { own: OwnRoadmap, and_use: bool, plan: Option<Box<Document>> },
    /// Restore the roadmaps that are missing here from a raw file of everything stored, then open its plan.
    Restore { file: Vec<u8> },
}

/// The roadmap in use, all others, and one that is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roadmaps {
    in_use: Rc<Roadmap>,
    library: Library,
    offer: Option<Rc<RoadmapOffer>>,
    content: ShippedContent,
}

/// The learning content of the shipped roadmap, which comes after the page is usable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShippedContent {
    Awaited,
    /// It is part of the roadmap now.
    Here,
    /// It is damaged, or the page carries none.
    Unreadable,
}

impl Roadmaps {
    pub(super) fn new(in_use: Rc<Roadmap>, library: Library) -> Self {
        Self { in_use, library, offer: None, content: ShippedContent::Awaited }
    }

    pub(super) fn in_use(&self) -> &Rc<Roadmap> {
        &self.in_use
    }

    pub(super) fn library(&self) -> &Library {
        &self.library
    }

    pub(super) fn offer(&self) -> Option<&Rc<RoadmapOffer>> {
        self.offer.as_ref()
    }

    /// The roadmap in use, if it is one of the learner's own.
    pub(super) fn own_in_use(&self) -> Option<&OwnRoadmap> {
        self.library.find(&self.in_use.about().id)
    }

    pub(super) fn make_offer(&mut self, offer: Rc<RoadmapOffer>) {
        self.offer = Some(offer);
    }

    pub(super) fn drop_offer(&mut self) {
        self.offer = None;
    }

    /// Adds learning content to the shipped roadmap.
    pub(super) fn add_content(&mut self, content: Option<Content>) {
        let whole =
            content.and_then(|content| Roadmap::clone(&self.library.shipped).with_content(content).ok());
        self.content = if whole.is_some() { ShippedContent::Here } else { ShippedContent::Unreadable };
        if let Some(whole) = whole.map(Rc::new) {
            if self.in_use.about().id == whole.about().id {
                self.in_use = whole.clone();
            }
            self.library.shipped = whole;
        }
    }

    /// Whether there is learning content for the roadmap in use; that of the learner's own is always here.
    pub(super) fn content(&self) -> ShippedContent {
        if self.own_in_use().is_some() { ShippedContent::Here } else { self.content }
    }

    /// Puts another roadmap in use; the shipped one comes with the content that it has here.
    pub(super) fn switch(&mut self, roadmap: Rc<Roadmap>) {
        let is_shipped = roadmap.about().id == self.library.shipped.about().id;
        self.in_use = if is_shipped { self.library.shipped.clone() } else { roadmap };
        self.offer = None;
    }

    /// Adds a roadmap, or replaces the one with its id, also where that is in use.
    pub(super) fn add(&mut self, own: OwnRoadmap) {
        if self.in_use.about().id == *own.id() {
            self.in_use = own.roadmap.clone();
        }
        self.library.add(own);
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Library {
    /// The roadmap that comes with the page.
    pub shipped: Rc<Roadmap>,
    /// The learner's own roadmaps, including removed ones; those from storage are ordered by id.
    pub own: Vec<OwnRoadmap>,
}

impl Library {
    /// The learner's own roadmap that a file may be an edited form of: the one with its id, or else the one with the most
    /// steps in common, if those are at least half of all steps of both.
    pub fn edited(&self, file: &RoadmapFile, has_own_ids: bool) -> Option<&OwnRoadmap> {
        let alike = |own: &OwnRoadmap| {
            let known = file.with_ids_of(&own.read.file);
            let differences = Differences::between(&own.roadmap, &Roadmap::new(known).ok()?);
            let (shared, changed) = (differences.shared(), differences.new.len() + differences.gone.len());
            (shared > 1 && shared >= changed).then_some(shared)
        };
        self.find(&file.id).or_else(|| {
            let others = self.own.iter().filter(|own| !own.is_removed && !has_own_ids);
            others
                .filter_map(|own| Some((alike(own)?, own)))
                .max_by_key(|(shared, _)| *shared)
                .map(|(_, own)| own)
        })
    }

    /// The learner's own roadmap with that id.
    pub fn find(&self, id: &RoadmapId) -> Option<&OwnRoadmap> {
        self.own.iter().find(|own| own.id() == id)
    }

    /// The roadmap with that id, shipped or the learner's own.
    pub fn roadmap(&self, id: &RoadmapId) -> Option<&Rc<Roadmap>> {
        if self.shipped.about().id == *id {
            return Some(&self.shipped);
        }
        self.find(id).map(|own| &own.roadmap)
    }

    /// `id` itself if no roadmap has it, otherwise `id-N` with the lowest free N from 2.
    pub fn free_id(&self, id: &RoadmapId) -> RoadmapId {
        let numbered = |number: u32| RoadmapId::from(format!("{id}-{number}"));
        let is_free = |id: &RoadmapId| self.roadmap(id).is_none();
        if is_free(id) {
            return id.clone();
        }
        (2..).map(numbered).find(is_free).expect("there are more numbers than roadmaps")
    }

    /// Adds a roadmap, or replaces the one with its id.
    pub fn add(&mut self, own: OwnRoadmap) {
        match self.own.iter_mut().find(|known| known.id() == own.id()) {
            Some(known) => *known = own,
            None => self.own.push(own),
        }
    }
}
