//! The layout of maps: properties that hold for graphs of every kind, and the shipped roadmap.

mod graphs;
mod laws;
mod shipped;
