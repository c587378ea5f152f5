//! Keeps the plan in the browser: in its storage, and a copy in another part of it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::Callback;
use yew::platform::spawn_local;

use super::{opening, text};
use app::{
    Desk, Document, FileRefusal, Foreign, Library, Model, Moment, Msg, OwnRoadmap, ReadOnly, RoadmapTask,
    Saving, Screen, Stored, nearly_full,
};
use browser::{LocalStorage, clock, copies, local_storage, page, session, start};
use roadmap::{Roadmap, RoadmapId, shipped_roadmap};
use storage::{
    KeyValue, NamespacedStorage, SaveError, Saver, copy_of_roadmaps, is_free, open, own_roadmaps,
    restore_roadmaps, save_roadmap,
};

/// The means to keep the plan; all clones are the same.
#[derive(Clone)]
pub struct Keeper(Rc<Means>);

struct Means {
    saver: RefCell<Option<Saver<NamespacedStorage<LocalStorage>>>>,
    /// The copy as it was found, or why there can be none.
    copy: RefCell<Result<Option<String>, String>>,
    /// All roadmaps as they were at the start.
    library: Library,
    /// The roadmap in use, if it is one of the learner's own.
    own: RefCell<Option<RoadmapId>>,
    /// The plans that were put away for another in this window, where they may not have been saved.
    put_by: RefCell<Vec<Stored>>,
    /// Counts what was asked for, so that only the last counts where several are on their way.
    opening: Cell<u64>,
}

/// Where a window keeps which roadmap is in use, for itself and for the next one.
const IN_USE: &str = "waymark.in-use";

impl PartialEq for Keeper {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What was found at the start.
pub struct Found {
    /// What was saved.
    pub stored: Option<Stored>,
    /// When that was.
    pub saved_at: Option<Moment>,
    /// What could not be read and is set aside.
    pub set_aside: Option<FileRefusal>,
    /// Whether what was found lies where it belongs; or why nothing may be written.
    pub saver: Result<bool, ReadOnly>,
}

impl Keeper {
    /// Finds out which roadmap is in use, and looks for the copy of its plan, which takes a moment.
    pub async fn find() -> Self {
        let is_safe = start::is_safe();
        let own = if is_safe { Vec::new() } else { own_roadmaps(&LocalStorage) };
        let named = session::get(IN_USE).or_else(|| LocalStorage.get(IN_USE).ok()?).map(RoadmapId::from);
        let in_use = named.filter(|id| own.iter().any(|own| own.id() == id));
        // The browser looks for it while the roadmap is read.
        let copy = (!is_safe).then(|| find_copy(in_use.as_ref()));
        let library = Library { shipped: Rc::new(shipped_roadmap()), own };
        let means = Means {
            saver: RefCell::new(None),
            copy: RefCell::new(match copy {
                Some(copy) => copy.await,
                None => Ok(None),
            }),
            library,
            own: RefCell::new(in_use),
            put_by: RefCell::default(),
            opening: Cell::new(0),
        };
        Self(Rc::new(means))
    }

    /// All roadmaps as they were at the start.
    pub fn library(&self) -> &Library {
        &self.0.library
    }

    /// The roadmap in use, if it is one of the learner's own.
    pub fn own(&self) -> Option<&OwnRoadmap> {
        self.0.library.find(self.0.own.borrow().as_ref()?)
    }

    /// Opens what is stored about the roadmap in use.
    pub fn open(&self, library: &Library) -> Found {
        if start::is_safe() {
            let saver = Err(ReadOnly::SafeStart);
            return Found { stored: None, saved_at: None, set_aside: None, saver };
        }
        let own = self.0.own.borrow().clone();
        let roadmap = own.as_ref().and_then(|id| library.roadmap(id)).unwrap_or(&library.shipped);
        let copy = self.0.copy.borrow().as_ref().ok().cloned().flatten();
        let slots = NamespacedStorage::new(LocalStorage, own);
        let opened = open(slots, copy.as_deref(), roadmap, page::random());
        let saver = opened.saver.map(|saver| {
            let is_kept = saver.is_kept();
            self.0.saver.replace(Some(saver));
            is_kept
        });
        Found { stored: opened.stored, saved_at: opened.saved_at, set_aside: opened.set_aside, saver }
    }

    /// Saves what is stored of a state.
    pub fn save(&self, model: &Model, send: &Callback<Msg>) {
        let in_use = self.0.own.borrow().as_ref().unwrap_or(&self.0.library.shipped.about().id).clone();
        if model.roadmap.about().id != in_use {
            // Another roadmap has come into use since that change.
            self.put_by(model);
            return;
        }
        let Some(mut saver) = self.0.saver.take() else { return };
        let now = clock::now();
        let result = saver.save(&model.stored(), now);
        if let Some(tried) = saver.take_tried() {
            self.copy(tried.revision, tried.text, model.copy.clone(), send);
        }
        self.0.saver.replace(Some(saver));
        match result {
            Ok(()) => {
                send.emit(Msg::SaveFinished(Ok(now)));
                // Nothing is drawn again for a figure that changes with each save and is not shown.
                let is_news = |taken: &usize| nearly_full(*taken) != model.storage_nearly_full();
                if let Some(taken) = local_storage::used().filter(is_news) {
                    send.emit(Msg::StorageMeasured(taken));
                }
            }
            Err(why) => self.take_in(why, send),
        }
    }

    /// Takes in what other windows have saved, and saves again what has got lost.
    pub fn look(&self, send: &Callback<Msg>) {
        let Some(mut saver) = self.0.saver.take() else { return };
        let result = saver.look();
        let is_kept = saver.is_kept();
        self.0.saver.replace(Some(saver));
        match result {
            Ok(Some(foreign)) => send.emit(Msg::ChangedElsewhere(Box::new(foreign))),
            Ok(None) if !is_kept => send.emit(Msg::SaveAsked),
            Ok(None) => {}
            Err(why) => self.take_in(why, send),
        }
    }

    fn take_in(&self, why: SaveError, send: &Callback<Msg>) {
        send.emit(match why {
            SaveError::ChangedElsewhere(foreign) => Msg::ChangedElsewhere(foreign),
            SaveError::ReadOnly(why) => {
                self.0.saver.take();
                Msg::SavingStopped(text::keep::read_only(&why))
            }
            SaveError::Failed(why) => Msg::SaveFinished(Err(text::keep::save_failure(&why))),
        });
    }

    /// Puts a copy into another part of the browser. Where nobody knows what lies there nothing is written over it.
    fn copy(&self, revision: u64, text: String, last: Option<Result<(), String>>, send: &Callback<Msg>) {
        let (found, send) = (self.0.copy.borrow().as_ref().map(drop).map_err(String::clone), send.clone());
        let own = self.0.own.borrow().clone();
        spawn_local(async move {
            let result = match found {
                Ok(()) => copies::write(revision, &text, record(own.as_ref()).as_deref())
                    .await
                    .map(drop)
                    .map_err(|why| why.to_string()),
                Err(why) => Err(why),
            };
            if last.as_ref() != Some(&result) {
                send.emit(Msg::CopyFinished(result));
            }
        });
    }

    /// Does what is asked with a roadmap, and says so.
    pub fn carry_out(&self, task: &RoadmapTask, model: &Rc<Model>, send: &Callback<Msg>) {
        match task {
            RoadmapTask::Use { roadmap, plan } => {
                let mut library = model.library.clone();
                if let Some(own) = library.find(roadmap).filter(|own| own.is_removed).cloned() {
                    let back = OwnRoadmap { is_removed: false, ..own };
                    library.keep(back.clone());
                    self.keep(back, send);
                }
                self.bring_into_use(roadmap, library, plan.as_deref(), model, send);
            }
            RoadmapTask::Keep { own, and_use, plan } => {
                let mut library = model.library.clone();
                library.keep(own.clone());
                self.keep(own.clone(), send);
                if own.is_removed && model.roadmap.about().id == *own.id() {
                    self.bring_into_use(&library.shipped.about().id.clone(), library, None, model, send);
                } else if *and_use {
                    self.bring_into_use(own.id(), library, plan.as_deref(), model, send);
                }
            }
            RoadmapTask::Restore { file } => self.restore(file, model, send),
        }
    }

    /// Puts back the roadmaps that a file holds, and opens its plan, if it has one.
    fn restore(&self, file: &[u8], model: &Model, send: &Callback<Msg>) {
        let mut model = model.clone();
        if !start::is_safe() && restore_roadmaps(&LocalStorage, file) {
            let own = own_roadmaps(&LocalStorage);
            own.iter().for_each(|own| model.library.keep(own.clone()));
            send.emit(Msg::RoadmapsFound(own));
            copy_roadmaps();
        }
        send.emit(match opening::plan_alone(file, &model) {
            Msg::FileRead(Err(FileRefusal::NotAPlan)) => Msg::ScreenOpened(Screen::Roadmaps),
            msg => msg,
        });
    }

    /// Puts back the roadmaps that the storage has lost and another part of the browser still has.
    pub fn restore_roadmaps(&self, send: &Callback<Msg>) {
        if start::is_safe() {
            return;
        }
        let send = send.clone();
        spawn_local(async move {
            let copy = copies::read(Some(ROADMAPS)).await;
            if copy
                .is_ok_and(|copy| copy.is_some_and(|copy| restore_roadmaps(&LocalStorage, copy.as_bytes())))
            {
                send.emit(Msg::RoadmapsFound(own_roadmaps(&LocalStorage)));
            }
        });
    }

    /// A name for a roadmap that none has, here or in what is stored.
    pub fn free_id(library: &Library, id: &RoadmapId) -> RoadmapId {
        let mut free = library.free_id(id);
        let mut number = 2;
        while !is_free(&LocalStorage, &free) {
            free = library.free_id(&format!("{id}-{number}").into());
            number += 1;
        }
        free
    }

    /// Keeps a roadmap. Where that fails it is there until the page is closed, and the page says so.
    fn keep(&self, own: OwnRoadmap, send: &Callback<Msg>) {
        let kept = save_roadmap(&LocalStorage, &own);
        send.emit(Msg::RoadmapKept(own));
        match kept {
            Ok(()) => copy_roadmaps(),
            Err(why) => send.emit(Msg::RoadmapNotKept(text::keep::save_failure(&why))),
        }
    }

    /// Takes in the roadmaps as other windows have left them.
    pub fn look_at_roadmaps(&self, library: &Library, send: &Callback<Msg>) {
        let own = if start::is_safe() { Vec::new() } else { own_roadmaps(&LocalStorage) };
        let is_news = own.iter().any(|own| library.find(own.id()) != Some(own));
        if is_news {
            send.emit(Msg::RoadmapsFound(own));
        }
    }

    /// Opens what is kept about another roadmap, and offers a plan for it.
    fn bring_into_use(
        &self,
        roadmap: &RoadmapId,
        library: Library,
        plan: Option<&Document>,
        model: &Rc<Model>,
        send: &Callback<Msg>,
    ) {
        let offer = plan.cloned().map(|plan| Msg::FileRead(Ok(Box::new(plan))));
        if *roadmap == model.roadmap.about().id {
            offer.into_iter().for_each(|offer| send.emit(offer));
            return;
        }
        let own = library.find(roadmap).map(|own| own.id().clone());
        let Some(roadmap) = library.roadmap(roadmap).cloned() else { return };
        if matches!(model.saving, Saving::Failed(_) | Saving::Off(_)) {
            self.put_by(model);
        }
        self.0.opening.set(self.0.opening.get() + 1);
        let (number, keeper, send) = (self.0.opening.get(), self.clone(), send.clone());
        spawn_local(async move {
            let copy = find_copy(own.as_ref()).await;
            if keeper.0.opening.get() == number {
                *keeper.0.copy.borrow_mut() = copy;
                keeper.0.own.replace(own.clone());
                remember(own.as_ref());
                keeper.lay_out(roadmap, &library, &send);
                offer.into_iter().for_each(|offer| send.emit(offer));
            }
        });
    }

    /// Lays out what is kept about a roadmap.
    fn lay_out(&self, roadmap: Rc<Roadmap>, library: &Library, send: &Callback<Msg>) {
        let Found { stored, saved_at, saver, .. } = self.open(library);
        let put_by = self.take_put_by(&roadmap.about().id);
        let (stored, put_by) = match (stored, put_by) {
            (None, put_by) => (put_by, None),
            (stored, put_by) => (stored.clone(), put_by.filter(|put_by| Some(put_by) != stored.as_ref())),
        };
        let is_unsaved = stored.is_some() && saver != Ok(true);
        let read_only = saver.err().map(|why| text::keep::read_only(&why));
        let desk = Desk { roadmap, stored, saved_at, read_only, is_unsaved };
        send.emit(Msg::RoadmapOpened(Box::new(desk)));
        if let Some(stored) = put_by {
            // Like what another window has done meanwhile: it is shown, and what was found is an earlier state.
            send.emit(Msg::ChangedElsewhere(Box::new(Foreign { stored, saved_at: None, base: None })));
            send.emit(Msg::SaveAsked);
        }
    }

    fn take_put_by(&self, roadmap: &RoadmapId) -> Option<Stored> {
        let mut put_by = self.0.put_by.borrow_mut();
        let at = put_by.iter().position(|stored| stored.document.roadmap == *roadmap)?;
        Some(put_by.remove(at))
    }

    /// Holds on to a plan that may not have been saved, until its roadmap comes into use again.
    fn put_by(&self, model: &Model) {
        self.take_put_by(&model.roadmap.about().id);
        self.0.put_by.borrow_mut().push(model.stored());
    }
}

fn find_copy(own: Option<&RoadmapId>) -> impl Future<Output = Result<Option<String>, String>> + use<> {
    let copy = copies::read(record(own).as_deref());
    async { copy.await.map_err(|why| why.to_string()) }
}

/// The name of the copy about a roadmap of the learner's own.
fn record(own: Option<&RoadmapId>) -> Option<String> {
    own.map(|id| format!("own.{id}"))
}

/// Where the copy of all roadmaps lies. No roadmap's plan has a copy of that name.
const ROADMAPS: &str = "roadmaps";

/// Puts a copy of all roadmaps into another part of the browser. Where it takes none the page says so of the plans.
fn copy_roadmaps() {
    let (revision, text) = copy_of_roadmaps(&LocalStorage);
    spawn_local(async move { drop(copies::write(revision, &text, Some(ROADMAPS)).await) });
}

/// Notes which roadmap is in use. Where that is not kept the page begins with the one that comes with it.
fn remember(own: Option<&RoadmapId>) {
    let id = own.map_or("", RoadmapId::as_str);
    session::set(IN_USE, id);
    let _ = LocalStorage.set(IN_USE, id);
}
