//! The components that screens are made of. Most know values and a callback; a few that are the same on every
//! screen take the state from the context.

mod bar;
mod burn_up_chart;
mod button;
mod card;
mod chance_curve;
mod date_field;
mod error_summary;
mod field_frame;
mod frame;
mod icon;
mod line_form;
mod listing;
pub mod map;
mod markdown;
mod material_link;
mod meter;
mod open_file;
mod plan_nav;
mod plot;
mod status;
mod text_field;
mod tick;
mod timeline;
mod timer_face;

pub use bar::Bar;
pub use burn_up_chart::BurnUpChart;
pub use button::{Button, ButtonKind, MsgButton};
pub use card::{Card, icon_title};
pub use chance_curve::ChanceCurve;
pub use date_field::DateField;
pub use error_summary::ErrorSummary;
pub use field_frame::{Control, FieldFrame, error_of, field_id};
pub use frame::frame;
pub use icon::Icon;
pub use line_form::LineForm;
pub use listing::Listing;
pub use markdown::Markdown;
pub use material_link::MaterialLink;
pub use meter::Meter;
pub use open_file::OpenFile;
pub use plan_nav::PlanNav;
pub use text_field::TextField;
pub use tick::Tick;
pub use timeline::{RowKind, Timeline, TimelineRow};
pub use timer_face::TimerFace;
