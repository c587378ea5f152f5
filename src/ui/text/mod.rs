//! All words a person reads, but for those that come with a roadmap.

pub mod amounts;
pub mod dates;
pub mod frame;
pub mod guide;
pub mod home;
pub mod keep;
pub mod plan;
pub mod problems;
pub mod questions;
pub mod timeline;
