//! A browser without a browser: a storage that all tabs share, and tabs that keep a plan in it as the page does.
//!
//! Everything that the torture knows of how the page keeps a plan stands here.

use std::rc::Rc;
use std::sync::LazyLock;

use waymark::app::{Document, Model, Msg, Saving, Screen};
use waymark::planner::roadmap::Roadmap;
use waymark::storage::{FaultyStorage, ReadOnly, Saver, open, shipped_roadmap};

use crate::learner::monday;

static ROADMAP: LazyLock<Roadmap> = LazyLock::new(shipped_roadmap);

/// The roadmap that every made-up learner follows.
pub fn roadmap() -> &'static Roadmap {
    &ROADMAP
}

/// A browser with what it keeps.
#[derive(Debug, Default)]
pub struct Browser {
    /// What all tabs share.
    pub storage: FaultyStorage,
}

/// A tab with the page.
pub struct Tab<'a> {
    /// What the learner sees.
    pub model: Model,
    found: Option<Document>,
    saver: Result<Saver<&'a FaultyStorage>, ReadOnly>,
    saved: u64,
}

impl Browser {
    /// A browser in whose storage these texts lie.
    pub fn holding<'t>(texts: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        let texts = texts.into_iter().map(|(key, text)| (key.to_owned(), text.to_owned())).collect();
        Self { storage: FaultyStorage::holding(texts) }
    }

    /// Opens the page in a new tab.
    pub fn opens(&self) -> Tab<'_> {
        let opened = open(&self.storage, roadmap());
        let mut model =
            Model::new(Rc::new(roadmap().clone()), opened.document.clone(), Screen::Home, monday());
        model.replaced = opened.replaced;
        Tab { model, found: opened.document, saver: opened.saver, saved: 0 }
    }

    /// Whether a text is still there, byte for byte, at whichever key.
    pub fn has_text(&self, text: &str) -> bool {
        self.storage.texts().values().any(|kept| kept == text)
    }

    /// Ends the browser and starts it again.
    pub fn restarts(&self) {
        self.storage.restarts();
    }
}

impl Tab<'_> {
    /// The document that was there when the tab was opened.
    pub fn found(&self) -> Option<&Document> {
        self.found.as_ref()
    }

    /// Does something, and saves it as the page does.
    pub fn does(&mut self, msg: Msg) {
        self.model.update(msg);
        let revision = self.model.revision;
        if revision == self.saved {
            return;
        }
        self.saved = revision;
        let result = match &self.saver {
            Ok(saver) => {
                saver.save(&self.model.document, self.model.replaced.as_ref()).map_err(|why| why.to_string())
            }
            Err(why) => Err(format!("{why:?}")),
        };
        self.model.update(Msg::SaveFinished { revision, result });
    }

    /// Opens a plan file with this document, and goes through with it.
    pub fn imports(&mut self, document: Document) {
        self.does(Msg::FileRead(Ok(Box::new(document))));
    }

    /// Whether all that was done is said to be saved.
    ///
    /// # Errors
    ///
    /// What the learner is told otherwise.
    pub fn is_saved(&self) -> Result<(), String> {
        match &self.model.saving {
            Saving::Idle if self.model.revision == 0 => Ok(()),
            Saving::Saved(revision) if *revision == self.model.revision => Ok(()),
            other => Err(format!("{other:?}")),
        }
    }

    /// Whether this tab may write at all.
    pub fn may_write(&self) -> bool {
        self.saver.is_ok()
    }
}
