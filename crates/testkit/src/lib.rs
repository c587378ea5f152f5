//! Test support: storages, documents, opened pages, sessions and golden files. Not part of the product.

/// Does not compile unless every variant of an enum is named.
macro_rules! exhaustive {
    ($enum:ident { $($variant:ident),+ }) => {
        let _ = |value: $enum| match value { $($enum::$variant { .. } => {}),+ };
    };
}

/// A list of one value for each variant of an enum; a variant that is missing does not compile.
macro_rules! variants {
    ($enum:ident { $($variant:ident: $value:expr),+ $(,)? }) => {{
        exhaustive!($enum { $($variant),+ });
        vec![$($value),+]
    }};
}

mod content;
pub mod documents;
mod faulty;
pub mod generated;
pub mod golden;
mod memory;
mod opened_page;
pub mod session;

pub use content::shipped_with_content;
pub use faulty::{Fault, FaultPlan, FaultyStorage, Lasts};
pub use memory::MemoryStorage;
pub use opened_page::opened_page;
