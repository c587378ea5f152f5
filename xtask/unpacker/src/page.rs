//! What `static/loader.js` calls: it reserves a place, puts the packed bytes there, and has them unpacked.

use core::{arch::wasm32, panic::PanicInfo, ptr, slice};

use crate::streams::{LENGTHS, join};

/// Stops with an error that the loader catches and shows.
#[panic_handler]
fn stop(_: &PanicInfo) -> ! {
    wasm32::unreachable()
}

/// A place for so many bytes, all zero. It is never given back: the loader drops this whole memory soon.
#[unsafe(no_mangle)]
extern "C" fn reserve(length: usize) -> *mut u8 {
    const PAGE: usize = 1 << 16;
    let pages = wasm32::memory_grow::<0>(length.div_ceil(PAGE));
    if pages == usize::MAX {
        wasm32::unreachable()
    }
    ptr::with_exposed_provenance_mut(pages * PAGE)
}

/// Where the unpacked bytes are, the program and what stands behind it, or null if the packed ones are damaged.
///
/// # Safety
/// The packed bytes are in a place of that length that `reserve` returned.
#[unsafe(no_mangle)]
unsafe extern "C" fn unpack(packed: *const u8, length: usize, all: usize, program: usize) -> *const u8 {
    // SAFETY: as the caller promises; nobody writes there while this runs.
    let packed = unsafe { slice::from_raw_parts(packed, length) };
    let streams = place(all + LENGTHS);
    if !crate::unpack(packed, streams) {
        return ptr::null();
    }
    let joined = place(all);
    join(streams, program, joined);
    joined.as_ptr()
}

fn place(length: usize) -> &'static mut [u8] {
    // SAFETY: it was reserved just now with this length, and nobody else knows of it.
    unsafe { slice::from_raw_parts_mut(reserve(length), length) }
}
