//! The saved and the exported forms: how what the learner told us becomes text and comes back.
//!
//! There are two forms around the same document form. The **saved form** lies in the browser's storage, with
//! the document that was put away beside the present one. The **plan file** is what the learner takes away:
//! the document, and for other programs the computed plan, which is ignored when the file comes back.
//!
//! The first rule of this module is that what cannot be read is never overwritten. [`open`] hands out a
//! [`Saver`] only where saving destroys nothing, and there is no other way to get one. Nothing here ever
//! removes anything.

mod computed;
mod document;
mod drawer;
mod envelope;
mod field_name;
mod found;
mod indented;
mod keeping;
mod key_value;
mod lost_roadmaps;
mod migrate;
mod own_roadmaps;
mod place;
mod plan_file;
mod raw;
mod reading;
mod saved;
mod saver;
mod schemas;
mod set_aside;

pub use drawer::Drawer;
pub use envelope::checksum;
pub use found::SLOTS;
pub use keeping::{Opened, ReadOnly, SaveError, open};
pub use key_value::{KeyValue, StorageError};
pub use lost_roadmaps::{copy_of_roadmaps, restore_roadmaps, roadmaps_in_file};
pub use own_roadmaps::{
    MOST_KEPT_BYTES, export_roadmap, is_free, keep_roadmap, own_roadmaps, unreadable_roadmaps,
};
pub use plan_file::{
    ExportedFile, MOST_BYTES, export_own_plan, export_plan, read_plan_file, roadmap_in_plan,
};
pub use saver::{Saved, Saver};
pub use schemas::plan_schema;
pub use set_aside::set_aside_copies;
