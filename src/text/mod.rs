//! All words a person reads, but for those that come with a roadmap.

pub mod amounts;
pub mod chances;
pub mod compare;
pub mod dates;
pub mod digest;
pub mod finish_by;
pub mod frame;
pub mod guide;
pub mod history;
pub mod home;
pub mod keep;
pub mod map;
pub mod offer;
pub mod plan;
pub mod problems;
pub mod progress;
pub mod questions;
pub mod reading;
pub mod replan;
pub mod roadmaps;
pub mod timeline;
pub mod what_if;
