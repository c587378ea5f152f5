//! What the tests share, and no part of the product.

pub mod documents;
mod faulty;
pub mod generated;
pub mod golden;
mod memory;

pub use faulty::{Fault, FaultPlan, FaultyStorage, Lasts};
pub use memory::MemoryStorage;
