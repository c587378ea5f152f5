//! Keeps the plan in the browser: in its storage, and a copy in another part of it.

use std::cell::RefCell;
use std::rc::Rc;

use yew::Callback;
use yew::platform::spawn_local;

use super::text;
use crate::app::{FileRefusal, Model, Moment, Msg, Stored, nearly_full};
use crate::browser::{LocalStorage, clock, copies, page, start, storage};
use crate::planner::roadmap::Roadmap;
use crate::storage::{ReadOnly, SaveError, Saver, open};

/// The means to keep the plan; all clones are the same.
#[derive(Clone)]
pub struct Keeper(Rc<Means>);

struct Means {
    saver: RefCell<Option<Saver<LocalStorage>>>,
    /// The copy as it was found, or why there can be none.
    copy: Result<Option<String>, String>,
}

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
    /// Looks for the copy, which takes a moment.
    pub async fn find() -> Self {
        let copy =
            if start::is_safe() { Ok(None) } else { copies::read().await.map_err(|why| why.to_string()) };
        Self(Rc::new(Means { saver: RefCell::new(None), copy }))
    }

    /// Opens what is stored.
    pub fn open(&self, roadmap: &Roadmap) -> Found {
        if start::is_safe() {
            let saver = Err(ReadOnly::SafeStart);
            return Found { stored: None, saved_at: None, set_aside: None, saver };
        }
        let copy = self.0.copy.as_ref().ok().and_then(Option::as_deref);
        let opened = open(LocalStorage, copy, roadmap, page::random());
        let saver = opened.saver.map(|saver| {
            let is_kept = saver.is_kept();
            self.0.saver.replace(Some(saver));
            is_kept
        });
        Found { stored: opened.stored, saved_at: opened.saved_at, set_aside: opened.set_aside, saver }
    }

    /// Saves what is stored of a state.
    pub fn save(&self, model: &Model, send: &Callback<Msg>) {
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
                if let Some(taken) = storage::used().filter(is_news) {
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
            why => Msg::SaveFinished(Err(why.to_string())),
        });
    }

    /// Puts a copy into another part of the browser. Where nobody knows what lies there nothing is written over it.
    fn copy(&self, revision: u64, text: String, last: Option<Result<(), String>>, send: &Callback<Msg>) {
        let (found, send) = (self.0.copy.as_ref().map(drop).map_err(String::clone), send.clone());
        spawn_local(async move {
            let result = match found {
                Ok(()) => copies::write(revision, &text).await.map(drop).map_err(|why| why.to_string()),
                Err(why) => Err(why),
            };
            if last.as_ref() != Some(&result) {
                send.emit(Msg::CopyFinished(result));
            }
        });
    }
}
