//! Where the map draws things: laws on graphs of every kind, and the shipped roadmap.

mod graphs;
mod laws;
mod shipped;
