//! Unpacks the app in the page. Every byte of this travels in the page too: hence no standard library.

#![cfg_attr(target_family = "wasm", no_std)]

extern crate alloc;

#[cfg(target_family = "wasm")]
mod page;

use alloc::{vec, vec::Vec};

use lzma_rust2::{LzmaReader, Read};

/// Unpacks what is known to become so many bytes; nothing if it is damaged.
pub fn unpacked(packed: &[u8], length: usize) -> Option<Vec<u8>> {
    let mut reader = LzmaReader::new_mem_limit(packed, u32::MAX, None).ok()?;
    // The format has no checksum, but its arithmetic comes out at zero only after the very bytes that were packed.
    reader.set_relaxed_end_condition(false);
    let mut unpacked = vec![0; length];
    reader.read_exact(&mut unpacked).ok()?;
    Some(unpacked)
}
