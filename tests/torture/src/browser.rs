//! A simulated browser: a storage that all tabs share, the second copy, and tabs that save a plan to both as
//! the page does.
//!
//! Only this module knows how the page saves a plan.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::LazyLock;

use app::{
    Document, Effect, Library, LoadedRoadmap, Model, Moment, Msg, OfferMsg, OwnRoadmap, PersistenceMsg,
    RoadmapMsg, SavedState, Saving, Screen, Start,
};
use chrono::TimeDelta;
use roadmap::{Roadmap, RoadmapFile, RoadmapId, shipped_roadmap};
use serde_json::json;
use storage::{LoadedPlan, NamespacedStorage, SaveError, Saver, open};
use testkit::FaultyStorage;

use crate::learner::monday;

/// The most saves that a tab needs to agree with the others.
const MOST_ROUNDS: usize = 10;

static ROADMAP: LazyLock<Roadmap> = LazyLock::new(shipped_roadmap);

/// The roadmap that every simulated learner follows.
pub fn roadmap() -> &'static Roadmap {
    &ROADMAP
}

/// Two of the learner's own roadmaps: a different one, and the shipped one under another id.
pub fn own_roadmaps() -> [OwnRoadmap; 2] {
    let read = |text| serde_json::from_str::<RoadmapFile>(text).expect("the tests of roadmaps read it");
    let bread = read(include_str!("../../data/roadmaps/bread.json"));
    let python = read(include_str!("../../../static/roadmaps/python.json"));
    let python = RoadmapFile { id: "my-python".into(), ..python };
    [bread, python].map(|file| OwnRoadmap::new(file).expect("the tests of roadmaps check it"))
}

/// A browser and what it stores.
#[derive(Debug, Default)]
pub struct Browser {
    /// Shared by all tabs.
    pub storage: FaultyStorage,
    /// The second copy for each roadmap with its revision; the shipped one has the key `None`.
    copies: RefCell<BTreeMap<Option<RoadmapId>, (u64, String)>>,
    /// Whether the database of the second copy fails.
    has_no_copy: Cell<bool>,
    minutes: Cell<u32>,
    tabs: Cell<u32>,
}

/// A tab in which the page is open.
pub struct Tab<'a> {
    pub model: Model,
    browser: &'a Browser,
    found: Option<SavedState>,
    saver: Option<Saver<NamespacedStorage<&'a FaultyStorage>>>,
    /// The active roadmap, if it is one of the learner's own.
    own: Option<OwnRoadmap>,
    is_unsaved: bool,
}

impl Browser {
    /// A browser whose storage has these texts by their keys.
    pub fn holding<'t>(texts: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        let texts = texts.into_iter().map(|(key, text)| (key.to_owned(), text.to_owned())).collect();
        Self { storage: FaultyStorage::holding(texts), ..Self::default() }
    }

    /// The same browser, with a failing database for the second copy.
    pub fn without_copy(self) -> Self {
        self.has_no_copy.set(true);
        self
    }

    /// Opens the page in a new tab.
    pub fn opens(&self) -> Tab<'_> {
        self.opens_with(None)
    }

    /// Opens the page in a new tab with one of the learner's own roadmaps active, or the shipped one.
    pub fn opens_with(&self, own: Option<&OwnRoadmap>) -> Tab<'_> {
        let (loaded, saver) = self.loads(own);
        let found = loaded.saved.clone();
        let library = Library { shipped: Rc::new(roadmap().clone()), own: Vec::new() };
        let (screen, today) = (Screen::Home, monday());
        let (model, effects) =
            Model::start(Start { loaded, library, plan_inside: None, screen, clock: today });
        let mut tab = Tab { model, browser: self, found, saver, own: own.cloned(), is_unsaved: false };
        tab.carries_out(effects);
        tab.looks();
        tab
    }

    /// Loads a plan as the page does.
    fn loads(
        &self,
        own: Option<&OwnRoadmap>,
    ) -> (LoadedRoadmap, Option<Saver<NamespacedStorage<&FaultyStorage>>>) {
        let LoadedPlan { stored: saved, saved_at, set_aside, saver } = self.opens_storage(own);
        let roadmap = own.map_or_else(|| Rc::new(roadmap().clone()), |own| own.roadmap.clone());
        let loaded = LoadedRoadmap {
            roadmap,
            saved,
            saved_at,
            has_set_aside: set_aside.is_some(),
            read_only: saver.as_ref().err().cloned(),
            is_unsaved: saver.as_ref().is_ok_and(|saver| !saver.is_kept()),
        };
        (loaded, saver.ok())
    }

    fn opens_storage(&self, own: Option<&OwnRoadmap>) -> LoadedPlan<NamespacedStorage<&FaultyStorage>> {
        self.tabs.set(self.tabs.get() + 1);
        let id = own.map(|own| own.id().clone());
        let copy = self.copies.borrow().get(&id).map(|(_, text)| text.clone());
        let about = own.map_or(roadmap(), |own| &own.roadmap);
        open(NamespacedStorage::new(&self.storage, id), copy.as_deref(), about, self.tabs.get())
    }

    /// Whether a text is still stored, byte for byte, at any key or as a copy.
    pub fn has_text(&self, text: &str) -> bool {
        self.copies.borrow().values().any(|(_, copy)| copy == text)
            || self.storage.texts().values().any(|kept| kept == text)
    }

    /// A browser with the same stored texts and without faults.
    pub fn without_faults(&self) -> Self {
        let copies = self.copies.clone();
        let tabs = Cell::new(self.tabs.get());
        Self { storage: FaultyStorage::holding(self.texts()), copies, tabs, ..Self::default() }
    }

    /// The file of the crash screen.
    pub fn crash_file(&self) -> String {
        let copy = self.copy().map(|(_, text)| text);
        json!({ "waymark_raw": 1, "saved_at": null, "local_storage": self.texts(), "copy": copy }).to_string()
    }

    /// All stored texts by their keys.
    pub fn texts(&self) -> BTreeMap<String, String> {
        self.storage.texts()
    }

    /// The second copy of the plan for the shipped roadmap, with its revision.
    pub fn copy(&self) -> Option<(u64, String)> {
        self.copies.borrow().get(&None).cloned()
    }

    /// Closes or kills the browser, and starts it again.
    pub fn restarts(&self) {
        self.storage.restarts();
    }

    /// Stores the copy as the page's script does, but at once.
    fn stores_copy(&self, own: Option<RoadmapId>, revision: u64, text: String) {
        let has_newer = self.copies.borrow().get(&own).is_some_and(|(newest, _)| *newest > revision);
        if !self.has_no_copy.get() && !self.storage.is_dead() && !has_newer {
            self.copies.borrow_mut().insert(own, (revision, text));
        }
    }

    /// The time, a minute later at each call.
    fn now(&self) -> Moment {
        self.minutes.set(self.minutes.get() + 1);
        monday().and_time(chrono::NaiveTime::MIN) + TimeDelta::minutes(i64::from(self.minutes.get()))
    }
}

impl Tab<'_> {
    /// The document that was found when the tab was opened.
    pub fn found(&self) -> Option<&Document> {
        self.found.as_ref().map(|saved| &*saved.document)
    }

    /// Whether a predicate holds for any document within reach of the learner.
    pub fn offers(&self, holds: impl Fn(&Document) -> bool) -> bool {
        let history = self.model.history();
        let states = history.past().iter().chain(history.undone());
        holds(self.model.document()) || states.into_iter().any(|state| holds(&state.document))
    }

    /// Handles a message, and saves as the page does.
    pub fn does(&mut self, msg: impl Into<Msg>) {
        let effects = self.model.update(msg);
        self.carries_out(effects);
    }

    /// Opens a plan file with this document, and accepts it.
    pub fn imports(&mut self, document: Document) {
        self.does(OfferMsg::FileRead(Ok(Box::new(document))));
        self.does(OfferMsg::Accepted);
    }

    /// The active roadmap, if it is one of the learner's own.
    pub fn own(&self) -> Option<&OwnRoadmap> {
        self.own.as_ref()
    }

    /// Switches to one of the learner's own roadmaps, or the shipped one, as the page does once all is saved.
    pub fn uses(&mut self, own: Option<&OwnRoadmap>) {
        let (loaded, saver) = self.browser.loads(own);
        (self.own, self.saver) = (own.cloned(), saver);
        self.does(RoadmapMsg::Loaded(Box::new(loaded)));
    }

    /// Notices that another tab has saved, or becomes visible again.
    pub fn looks(&mut self) {
        let Some(saver) = &mut self.saver else { return };
        let (result, is_kept) = (saver.look(), saver.is_kept());
        match result {
            Ok(Some(foreign)) => self.does(PersistenceMsg::ChangedElsewhere(Box::new(foreign))),
            Ok(None) if !is_kept => self.does(PersistenceMsg::SaveAsked),
            Ok(None) => {}
            Err(why) => self.takes_in(why),
        }
        self.saves();
    }

    /// Whether everything is reported as saved.
    ///
    /// # Errors
    ///
    /// The state of saving that is reported instead.
    pub fn is_saved(&self) -> Result<(), String> {
        match self.model.saving() {
            Saving::Idle | Saving::Saved if !self.is_unsaved => Ok(()),
            other => Err(format!("{other:?}")),
        }
    }

    /// Whether this tab may write.
    pub fn may_write(&self) -> bool {
        self.saver.is_some()
    }

    fn carries_out(&mut self, effects: Vec<Effect>) {
        self.is_unsaved |= effects.contains(&Effect::Save);
        self.saves();
    }

    /// Saves until nothing is left to save, merging what other tabs have saved.
    fn saves(&mut self) {
        for _ in 0..MOST_ROUNDS {
            if !std::mem::take(&mut self.is_unsaved) {
                return;
            }
            let now = self.browser.now();
            let Some(saver) = &mut self.saver else { return };
            let result = saver.save(&self.model.saved_state(), now);
            if let Some(tried) = saver.take_tried() {
                let own = self.own.as_ref().map(|own| own.id().clone());
                self.browser.stores_copy(own, tried.revision, tried.text);
            }
            match result {
                Ok(()) => drop(self.model.update(PersistenceMsg::SaveFinished(Ok(now)))),
                Err(why) => self.takes_in(why),
            }
        }
        panic!("two tabs keep saving each other's changes");
    }

    fn takes_in(&mut self, why: SaveError) {
        let msg = match why {
            SaveError::ChangedElsewhere(foreign) => PersistenceMsg::ChangedElsewhere(foreign),
            SaveError::ReadOnly(why) => {
                self.saver = None;
                PersistenceMsg::SavingStopped(why)
            }
            SaveError::Failed(why) => PersistenceMsg::SaveFinished(Err(why)),
        };
        let effects = self.model.update(msg);
        self.is_unsaved |= effects.contains(&Effect::Save);
    }
}
