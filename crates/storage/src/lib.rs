//! The saved and the exported forms: how a document becomes text and how it is read back.
//!
//! Two forms hold the same document form. The **saved form** is kept in the browser's storage: the document
//! with its undo history. The **plan file** is what the learner downloads: the document, and the computed
//! plan for other programs, which is ignored when the file is opened again.
//!
//! What cannot be read is never overwritten: [`open`] returns a [`Saver`] only where saving destroys nothing,
//! and there is no other way to get one. Nothing here removes anything.

mod computed;
mod crash_file;
mod document;
mod envelope;
mod error;
mod field_name;
mod key_value;
mod lost_roadmaps;
mod migrate;
mod namespaced;
mod opening;
mod own_roadmaps;
mod plan_file;
mod pretty;
mod reading;
mod saved;
mod saver;
mod schemas;
mod set_aside;
mod slots;
mod timer;

pub use envelope::checksum;
pub use error::SaveError;
pub use key_value::{KeyValue, StorageError};
pub use lost_roadmaps::{copy_of_roadmaps, restore_roadmaps, roadmaps_in_file};
pub use namespaced::NamespacedStorage;
pub use opening::{LoadedPlan, open, saved_plan};
pub use own_roadmaps::{
    MOST_SAVED_BYTES, export_roadmap, is_free, own_roadmaps, save_roadmap, unreadable_roadmaps,
};
pub use plan_file::{
    ExportedFile, MOST_BYTES, export_own_plan, export_plan, read_plan_file, roadmap_in_plan,
};
pub use saver::{Saver, WrittenRecord};
pub use schemas::plan_schema;
pub use set_aside::set_aside_copies;
pub use slots::SLOTS;
