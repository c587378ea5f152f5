//! Keeps plans and roadmaps in the browser: in its storage, and a second copy in another part of it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::Callback;
use yew::platform::spawn_local;

use super::opening;
use super::store::Store;
use app::{
    Document, FileRefusal, ForeignState, Library, LoadedRoadmap, Model, Msg, OfferMsg, OwnRoadmap,
    PersistenceMsg, ReadOnly, RoadmapMsg, RoadmapTask, SavedState, Saving,
};
use browser::{LocalStorage, clock, copies, local_storage, page, session, start};
use roadmap::{RoadmapId, shipped_roadmap};
use storage::{
    KeyValue, NamespacedStorage, SaveError, Saver, copy_of_roadmaps, is_free, open, own_roadmaps,
    restore_roadmaps, save_roadmap, saved_plan,
};

/// Saves and loads plans and roadmaps. Clones share one state.
#[derive(Clone)]
pub struct PersistenceService(Rc<Inner>);

struct Inner {
    /// Writes the plan in use; `None` where nothing may be written.
    saver: RefCell<Option<Saver<NamespacedStorage<LocalStorage>>>>,
    /// The second copy of the plan in use as found when the plan was loaded, or why it cannot be read.
    second_copy: RefCell<Result<Option<String>, String>>,
    /// All roadmaps when the page opened.
    library: Library,
    /// The roadmap in use, if it is one of the learner's own.
    own_in_use: RefCell<Option<RoadmapId>>,
    /// Plans of roadmaps that were switched away from, which may not have been saved.
    unsaved_plans: RefCell<Vec<SavedState>>,
    /// Number of loads requested so far. The result of a load that is not the last is dropped.
    loads: Cell<u64>,
}

/// Key of the roadmap in use, for this window and for the next one.
const IN_USE: &str = "waymark.in-use";

/// Name of the second copy of all roadmaps. No plan's second copy has that name.
const ROADMAPS: &str = "roadmaps";

impl PartialEq for PersistenceService {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl PersistenceService {
    /// Finds out which roadmap is in use, and reads the second copy of its plan.
    pub async fn open() -> Self {
        let is_safe = start::is_safe();
        let own = if is_safe { Vec::new() } else { own_roadmaps(&LocalStorage) };
        let own_in_use = in_use(&own);
        let library = Library { shipped: Rc::new(shipped_roadmap()), own };
        let second_copy = match &own_in_use {
            _ if is_safe => Ok(None),
            None => copies::first_read().await.map_err(|why| why.to_string()),
            own => read_second_copy(own.as_ref()).await,
        };
        Self(Rc::new(Inner {
            saver: RefCell::new(None),
            second_copy: RefCell::new(second_copy),
            library,
            own_in_use: RefCell::new(own_in_use),
            unsaved_plans: RefCell::default(),
            loads: Cell::new(0),
        }))
    }

    /// All roadmaps when the page opened.
    pub fn library(&self) -> &Library {
        &self.0.library
    }

    /// Loads the plan of the roadmap in use.
    pub fn load(&self, library: &Library) -> LoadedRoadmap {
        let own = self.0.own_in_use.borrow().clone();
        let roadmap = own.as_ref().and_then(|id| library.roadmap(id)).unwrap_or(&library.shipped).clone();
        if start::is_safe() {
            return LoadedRoadmap { read_only: Some(ReadOnly::SafeStart), ..LoadedRoadmap::empty(roadmap) };
        }
        let copy = self.0.second_copy.borrow().as_ref().ok().cloned().flatten();
        let opened =
            open(NamespacedStorage::new(LocalStorage, own), copy.as_deref(), &roadmap, page::random());
        let (saver, read_only) = match opened.saver {
            Ok(saver) => (Some(saver), None),
            Err(why) => (None, Some(why)),
        };
        let is_unsaved = saver.as_ref().is_some_and(|saver| !saver.is_kept());
        self.0.saver.replace(saver);
        let (saved, saved_at, has_set_aside) = (opened.stored, opened.saved_at, opened.set_aside.is_some());
        LoadedRoadmap { roadmap, saved, saved_at, has_set_aside, read_only, is_unsaved }
    }

    /// Saves the plan of the roadmap in use.
    pub fn save(&self, saved: &SavedState, send: &Callback<Msg>) {
        let Some(mut saver) = self.0.saver.take() else { return };
        let now = clock::now();
        let result = saver.save(saved, now);
        if let Some(tried) = saver.take_tried() {
            self.write_second_copy(tried.revision, tried.text, send);
        }
        self.0.saver.replace(Some(saver));
        match result {
            Ok(()) => {
                send.emit(PersistenceMsg::SaveFinished(Ok(now)).into());
                if let Some(used) = local_storage::used() {
                    send.emit(PersistenceMsg::StorageMeasured(used).into());
                }
            }
            Err(why) => self.report(why, send),
        }
    }

    /// Looks for what other windows have saved, and for anything saved here that the storage has lost.
    pub fn look(&self, send: &Callback<Msg>) {
        let Some(mut saver) = self.0.saver.take() else { return };
        let result = saver.look();
        let is_kept = saver.is_kept();
        self.0.saver.replace(Some(saver));
        match result {
            Ok(Some(foreign)) => send.emit(PersistenceMsg::ChangedElsewhere(Box::new(foreign)).into()),
            Ok(None) if !is_kept => send.emit(PersistenceMsg::SaveAsked.into()),
            Ok(None) => {}
            Err(why) => self.report(why, send),
        }
    }

    fn report(&self, why: SaveError, send: &Callback<Msg>) {
        let msg = match why {
            SaveError::ChangedElsewhere(foreign) => PersistenceMsg::ChangedElsewhere(foreign),
            SaveError::ReadOnly(why) => {
                self.0.saver.take();
                PersistenceMsg::SavingStopped(why)
            }
            SaveError::Failed(why) => PersistenceMsg::SaveFinished(Err(why)),
        };
        send.emit(msg.into());
    }

    /// Writes the second copy, unless nobody knows what it would replace.
    fn write_second_copy(&self, revision: u64, text: String, send: &Callback<Msg>) {
        let found = self.0.second_copy.borrow().as_ref().map(drop).map_err(String::clone);
        let (own, send) = (self.0.own_in_use.borrow().clone(), send.clone());
        spawn_local(async move {
            let result = match found {
                Ok(()) => {
                    let written = copies::write(revision, &text, copy_name(own.as_ref()).as_deref()).await;
                    written.map(drop).map_err(|why| why.to_string())
                }
                Err(why) => Err(why),
            };
            send.emit(PersistenceMsg::SecondCopyFinished(result).into());
        });
    }

    /// Carries out a task, and reports the result in messages.
    pub fn carry_out(&self, task: &RoadmapTask, store: &Store, send: &Callback<Msg>) {
        let model = store.model();
        let mut library = model.library().clone();
        match task {
            RoadmapTask::Use { roadmap, plan } => {
                if let Some(own) = library.find(roadmap).filter(|own| own.is_removed).cloned() {
                    let back = OwnRoadmap { is_removed: false, ..own };
                    library.add(back.clone());
                    add_roadmap(back, send);
                }
                self.switch_to(roadmap, library, plan.as_deref(), store, send);
            }
            RoadmapTask::Save { own, and_use, plan } => {
                library.add(own.clone());
                add_roadmap(own.clone(), send);
                if own.is_removed && model.roadmap().about().id == *own.id() {
                    self.switch_to(&library.shipped.about().id.clone(), library, None, store, send);
                } else if *and_use {
                    self.switch_to(own.id(), library, plan.as_deref(), store, send);
                }
            }
            RoadmapTask::Restore { file } => restore(file, library, &model, send),
        }
    }

    /// Restores roadmaps that the storage has lost from their second copy.
    pub fn restore_roadmaps(&self, send: &Callback<Msg>) {
        if start::is_safe() {
            return;
        }
        let send = send.clone();
        spawn_local(async move {
            let copy = copies::read(Some(ROADMAPS)).await.ok().flatten();
            if copy.is_some_and(|copy| restore_roadmaps(&LocalStorage, copy.as_bytes())) {
                send.emit(RoadmapMsg::Found(own_roadmaps(&LocalStorage)).into());
            }
        });
    }

    /// Looks for roadmaps that other windows have saved.
    pub fn look_at_roadmaps(&self, library: &Library, send: &Callback<Msg>) {
        let own = if start::is_safe() { Vec::new() } else { own_roadmaps(&LocalStorage) };
        if own.iter().any(|own| library.find(own.id()) != Some(own)) {
            send.emit(RoadmapMsg::Found(own).into());
        }
    }

    /// Loads the plan of another roadmap, then offers `plan` for it.
    fn switch_to(
        &self,
        roadmap: &RoadmapId,
        library: Library,
        plan: Option<&Document>,
        store: &Store,
        send: &Callback<Msg>,
    ) {
        let offer = plan.cloned().map(|plan| OfferMsg::FileRead(Ok(Box::new(plan))));
        if *roadmap == store.model().roadmap().about().id {
            offer.into_iter().for_each(|offer| send.emit(offer.into()));
            return;
        }
        if library.roadmap(roadmap).is_none() {
            return;
        }
        let own = library.find(roadmap).map(|own| own.id().clone());
        self.0.loads.set(self.0.loads.get() + 1);
        let (load, service, store, send) = (self.0.loads.get(), self.clone(), store.clone(), send.clone());
        spawn_local(async move {
            let copy = read_second_copy(own.as_ref()).await;
            if service.0.loads.get() == load {
                // Only now: the plan may have changed while the copy was read.
                service.hold_unsaved(&store.model());
                *service.0.second_copy.borrow_mut() = copy;
                service.0.own_in_use.replace(own.clone());
                remember_in_use(own.as_ref());
                service.finish_switch(&library, &send);
                offer.into_iter().for_each(|offer| send.emit(offer.into()));
            }
        });
    }

    /// Loads the plan of the roadmap that has just come into use, and the unsaved one that this window may have of it.
    fn finish_switch(&self, library: &Library, send: &Callback<Msg>) {
        let mut loaded = self.load(library);
        let mut unsaved = self.take_unsaved(&loaded.roadmap.about().id);
        if loaded.saved.is_none() && unsaved.is_some() {
            loaded.saved = unsaved.take();
            loaded.is_unsaved = true;
        }
        unsaved = unsaved.filter(|unsaved| Some(unsaved) != loaded.saved.as_ref());
        send.emit(RoadmapMsg::Loaded(Box::new(loaded)).into());
        if let Some(saved) = unsaved {
            // Taken in like the change of another window: it is shown, and the stored plan becomes an earlier state.
            let foreign = ForeignState { saved, saved_at: None, base: None };
            send.emit(PersistenceMsg::ChangedElsewhere(Box::new(foreign)).into());
            send.emit(PersistenceMsg::SaveAsked.into());
        }
    }

    fn take_unsaved(&self, roadmap: &RoadmapId) -> Option<SavedState> {
        let mut plans = self.0.unsaved_plans.borrow_mut();
        let at = plans.iter().position(|saved| saved.document.roadmap == *roadmap)?;
        Some(plans.remove(at))
    }

    /// Holds the plan in use until its roadmap comes into use again, if the storage may not have it.
    fn hold_unsaved(&self, model: &Model) {
        match model.saving() {
            Saving::Failed(_) | Saving::Off(_) => {
                self.take_unsaved(&model.document().roadmap);
                self.0.unsaved_plans.borrow_mut().push(model.saved_state());
            }
            Saving::Idle | Saving::Saved => {}
        }
    }
}

/// The stored plan of one of the learner's own roadmaps, to look at.
pub fn plan_of(own: &RoadmapId) -> Option<Rc<Document>> {
    saved_plan(&NamespacedStorage::new(LocalStorage, Some(own.clone())), own)
}

/// An id for a roadmap that is free here and in the storage.
pub fn free_id(library: &Library, id: &RoadmapId) -> RoadmapId {
    let mut free = library.free_id(id);
    let mut number = 2;
    while !is_free(&LocalStorage, &free) {
        free = library.free_id(&format!("{id}-{number}").into());
        number += 1;
    }
    free
}

/// Restores the roadmaps of a raw file, and opens its plan, if it has one.
fn restore(file: &[u8], mut library: Library, model: &Model, send: &Callback<Msg>) {
    if !start::is_safe() && restore_roadmaps(&LocalStorage, file) {
        let all = own_roadmaps(&LocalStorage);
        all.iter().for_each(|own| library.add(own.clone()));
        send.emit(RoadmapMsg::Found(all).into());
        copy_roadmaps();
    }
    let in_use = library.roadmap(&model.roadmap().about().id).unwrap_or(model.roadmap());
    send.emit(match opening::plan_alone(file, in_use, &library) {
        Msg::Offer(OfferMsg::FileRead(Err(FileRefusal::NotAPlan))) => RoadmapMsg::RawFileWithoutPlan.into(),
        msg => msg,
    });
}

/// Saves a roadmap. If that fails, it stays available until the page is closed.
fn add_roadmap(own: OwnRoadmap, send: &Callback<Msg>) {
    let result = save_roadmap(&LocalStorage, &own);
    send.emit(RoadmapMsg::Saved(own).into());
    match result {
        Ok(()) => copy_roadmaps(),
        Err(why) => send.emit(RoadmapMsg::NotSaved(why).into()),
    }
}

/// Which of the learner's own roadmaps is in use. Without any, `sessionStorage` is not touched, because browsers first
/// have to load it from another process.
fn in_use(own: &[OwnRoadmap]) -> Option<RoadmapId> {
    if own.is_empty() {
        return None;
    }
    let named = session::get(IN_USE).or_else(|| LocalStorage.get(IN_USE).ok()?).map(RoadmapId::from)?;
    own.iter().any(|own| *own.id() == named).then_some(named)
}

fn read_second_copy(own: Option<&RoadmapId>) -> impl Future<Output = Result<Option<String>, String>> + use<> {
    let copy = copies::read(copy_name(own).as_deref());
    async { copy.await.map_err(|why| why.to_string()) }
}

/// Name of the second copy of the plan for a roadmap of the learner's own; that for the shipped one has none.
fn copy_name(own: Option<&RoadmapId>) -> Option<String> {
    own.map(|id| format!("own.{id}"))
}

/// Writes the second copy of all roadmaps. A failure is not reported: if this fails, the second copy of the plan
/// fails too, and that is shown.
fn copy_roadmaps() {
    let (revision, text) = copy_of_roadmaps(&LocalStorage);
    spawn_local(async move { drop(copies::write(revision, &text, Some(ROADMAPS)).await) });
}

/// Remembers which roadmap is in use. If that fails, the page opens with the shipped one.
fn remember_in_use(own: Option<&RoadmapId>) {
    let id = own.map_or("", RoadmapId::as_str);
    session::set(IN_USE, id);
    let _ = LocalStorage.set(IN_USE, id);
}
