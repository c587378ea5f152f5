//! A browser without a browser: a storage that all tabs share, the second copy, and tabs that keep a plan in both as
//! the page does.
//!
//! Everything that the torture knows of how the page keeps a plan stands here.

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

/// More tries than this to agree with other tabs are one too many.
const MOST_ROUNDS: usize = 10;

static ROADMAP: LazyLock<Roadmap> = LazyLock::new(shipped_roadmap);

/// The roadmap that every made-up learner follows.
pub fn roadmap() -> &'static Roadmap {
    &ROADMAP
}

/// Two roadmaps of the learner's own: one that is quite different, and the shipped one under another name.
pub fn own_roadmaps() -> [OwnRoadmap; 2] {
    let read = |text| serde_json::from_str::<RoadmapFile>(text).expect("the tests of roadmaps read it");
    let bread = read(include_str!("../../data/roadmaps/bread.json"));
    let python = read(include_str!("../../../static/roadmaps/python.json"));
    let python = RoadmapFile { id: "my-python".into(), ..python };
    [bread, python].map(|file| OwnRoadmap::new(file).expect("the tests of roadmaps check it"))
}

/// A browser with what it keeps.
#[derive(Debug, Default)]
pub struct Browser {
    /// What all tabs share.
    pub storage: FaultyStorage,
    /// The second copy for each roadmap with its revision; that of the shipped one has no name.
    copies: RefCell<BTreeMap<Option<RoadmapId>, (u64, String)>>,
    /// Whether the engine of the second copy does not work.
    has_no_copy: Cell<bool>,
    minutes: Cell<u32>,
    tabs: Cell<u32>,
}

/// A tab with the page.
pub struct Tab<'a> {
    /// What the learner sees.
    pub model: Model,
    browser: &'a Browser,
    found: Option<SavedState>,
    saver: Option<Saver<NamespacedStorage<&'a FaultyStorage>>>,
    /// The roadmap in use, if it is one of the learner's own.
    own: Option<OwnRoadmap>,
    /// Something is to be saved still.
    is_unsaved: bool,
}

impl Browser {
    /// A browser in whose storage these texts lie.
    pub fn holding<'t>(texts: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        let texts = texts.into_iter().map(|(key, text)| (key.to_owned(), text.to_owned())).collect();
        Self { storage: FaultyStorage::holding(texts), ..Self::default() }
    }

    /// The same browser, with an engine for the second copy that does not work.
    pub fn without_copy(self) -> Self {
        self.has_no_copy.set(true);
        self
    }

    /// Opens the page in a new tab.
    pub fn opens(&self) -> Tab<'_> {
        self.opens_with(None)
    }

    /// Opens the page in a new tab, with a roadmap of the learner's own in use, or with the shipped one.
    pub fn opens_with(&self, own: Option<&OwnRoadmap>) -> Tab<'_> {
        let (loaded, saver) = self.loads(own);
        let found = loaded.saved.clone();
        let library = Library { shipped: Rc::new(roadmap().clone()), own: Vec::new() };
        let (screen, today) = (Screen::Home, monday());
        let (model, effects) = Model::start(Start { loaded, library, plan_inside: None, screen, today });
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

    /// Whether a text is still there, byte for byte, at whichever key or as the copy.
    pub fn has_text(&self, text: &str) -> bool {
        self.copies.borrow().values().any(|(_, copy)| copy == text)
            || self.storage.texts().values().any(|kept| kept == text)
    }

    /// Another browser with all that this one truly keeps, in which nothing fails.
    pub fn as_it_truly_is(&self) -> Self {
        let copies = self.copies.clone();
        let tabs = Cell::new(self.tabs.get());
        Self { storage: FaultyStorage::holding(self.texts()), copies, tabs, ..Self::default() }
    }

    /// The file that the crash screen makes of all that is kept.
    pub fn raw_file(&self) -> String {
        let copy = self.copy().map(|(_, text)| text);
        json!({ "waymark_raw": 1, "saved_at": null, "local_storage": self.texts(), "copy": copy }).to_string()
    }

    /// All texts that it keeps.
    pub fn texts(&self) -> BTreeMap<String, String> {
        self.storage.texts()
    }

    /// The second copy of the plan for the shipped roadmap.
    pub fn copy(&self) -> Option<(u64, String)> {
        self.copies.borrow().get(&None).cloned()
    }

    /// Puts a text in the place of the second copy.
    pub fn is_given_copy(&self, copy: Option<(u64, String)>) {
        self.copies.replace(copy.map(|copy| (None, copy)).into_iter().collect());
    }

    /// Ends the browser, or kills it, and starts it again.
    pub fn restarts(&self) {
        self.storage.restarts();
    }

    /// Takes the copy as the page's script does, at once.
    fn takes_copy(&self, own: Option<RoadmapId>, revision: u64, text: String) {
        let has_newer = self.copies.borrow().get(&own).is_some_and(|(newest, _)| *newest > revision);
        if !self.has_no_copy.get() && !self.storage.is_dead() && !has_newer {
            self.copies.borrow_mut().insert(own, (revision, text));
        }
    }

    /// What the clock shows: a minute more each time somebody looks.
    fn now(&self) -> Moment {
        self.minutes.set(self.minutes.get() + 1);
        monday().and_time(chrono::NaiveTime::MIN) + TimeDelta::minutes(i64::from(self.minutes.get()))
    }
}

impl Tab<'_> {
    /// The document that was there when the tab was opened.
    pub fn found(&self) -> Option<&Document> {
        self.found.as_ref().map(|saved| &*saved.document)
    }

    /// Whether any document that the learner can get at makes this true.
    pub fn offers(&self, is_it: impl Fn(&Document) -> bool) -> bool {
        let history = self.model.history();
        let states = history.past().iter().chain(history.undone());
        is_it(self.model.document()) || states.into_iter().any(|state| is_it(&state.document))
    }

    /// Does something, and saves it as the page does.
    pub fn does(&mut self, msg: impl Into<Msg>) {
        let effects = self.model.update(msg);
        self.carries_out(effects);
    }

    /// Opens a plan file with this document, and goes through with it.
    pub fn imports(&mut self, document: Document) {
        self.does(OfferMsg::FileRead(Ok(Box::new(document))));
        self.does(OfferMsg::Accepted);
    }

    /// The roadmap in use, if it is one of the learner's own.
    pub fn own(&self) -> Option<&OwnRoadmap> {
        self.own.as_ref()
    }

    /// Brings another roadmap into use, or the shipped one, as the page does once all is saved.
    pub fn uses(&mut self, own: Option<&OwnRoadmap>) {
        let (loaded, saver) = self.browser.loads(own);
        (self.own, self.saver) = (own.cloned(), saver);
        self.does(RoadmapMsg::Loaded(Box::new(loaded)));
    }

    /// Hears that another tab has saved, or is looked at again.
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

    /// Whether all that was done is said to be saved.
    ///
    /// # Errors
    ///
    /// What the learner is told otherwise.
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
        self.is_unsaved |= effects.iter().any(|effect| matches!(effect, Effect::Save(_)));
        self.saves();
    }

    /// Saves until there is nothing new, with what other tabs have saved taken in.
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
                self.browser.takes_copy(own, tried.revision, tried.text);
            }
            match result {
                Ok(()) => drop(self.model.update(PersistenceMsg::SaveFinished(Ok(now)))),
                Err(why) => self.takes_in(why),
            }
        }
        panic!("two tabs go on saving each other's changes for ever");
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
        self.is_unsaved |= effects.iter().any(|effect| matches!(effect, Effect::Save(_)));
    }
}
