//! The parts that screens are made of. A part knows values and a callback, never the whole.

mod date_field;
mod error_summary;
mod frame;
mod meter;
mod open_file;
mod text_field;
mod timeline;

pub use date_field::DateField;
pub use error_summary::ErrorSummary;
pub use frame::Frame;
pub use meter::Meter;
pub use open_file::OpenFile;
pub use text_field::{TextField, field_id};
pub use timeline::{Row, RowKind, Timeline, TimelineWords};
