//! The parts that screens are made of. A part knows values and a callback; only the frame knows the whole.

mod burn_up_chart;
mod chance_curve;
mod date_field;
mod decimal;
mod error_summary;
mod field_frame;
mod frame;
pub mod map;
mod meter;
mod open_file;
mod plan_nav;
mod plot;
mod status;
mod text_field;
mod timeline;

pub use burn_up_chart::burn_up_chart;
pub use chance_curve::chance_curve;
pub use date_field::{DateField, date_field};
pub use decimal::decimal;
pub use error_summary::error_summary;
pub use field_frame::{field_frame, field_id};
pub use frame::frame;
pub use meter::meter;
pub use open_file::open_file;
pub use plan_nav::plan_nav;
pub use text_field::{TextField, text_field};
pub use timeline::{Row, RowKind, Timeline, TimelineWords, timeline};
