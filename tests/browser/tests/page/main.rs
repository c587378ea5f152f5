//! The built page, used as a person would.

mod changing;
mod choosing;
mod copies;
mod crash;
mod every_screen;
mod forecast;
mod keeping;
mod keyboard;
mod learner;
mod map;
mod map_for_everybody;
mod narrow;
mod odd_texts;
mod own_roadmaps;
mod page_copy;
mod paper;
mod plan;
mod replanning;
mod saving;
mod storage;
mod translated;
mod windows;
mod wrong_entries;
