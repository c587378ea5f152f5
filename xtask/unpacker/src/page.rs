//! What `static/loader.js` calls: it reserves a place, puts the packed bytes there, and has them unpacked.

use core::{panic::PanicInfo, ptr, slice};

use alloc::vec;
use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};

#[global_allocator]
static ALLOCATOR: WasmDynamicTalc = new_wasm_dynamic_allocator();

/// Stops with an error that the loader catches and shows.
#[panic_handler]
fn stop(_: &PanicInfo) -> ! {
    core::arch::wasm32::unreachable()
}

/// A place for so many bytes. It is never given back: the loader drops this whole memory soon.
#[unsafe(no_mangle)]
extern "C" fn reserve(length: usize) -> *mut u8 {
    vec![0; length].leak().as_mut_ptr()
}

/// Where the unpacked bytes are, or null if the packed ones are damaged.
///
/// # Safety
/// The packed bytes are in a place of that length that `reserve` returned.
#[unsafe(no_mangle)]
unsafe extern "C" fn unpack(packed: *const u8, length: usize, unpacked_length: usize) -> *const u8 {
    // SAFETY: as the caller promises; nobody writes there while this runs.
    let packed = unsafe { slice::from_raw_parts(packed, length) };
    crate::unpacked(packed, unpacked_length).map_or(ptr::null(), |unpacked| unpacked.leak().as_ptr())
}
