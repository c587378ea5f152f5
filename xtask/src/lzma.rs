//! The app made small: LZMA leaves four fifths of what the best gzip leaves of it.

use std::io::Write;

use anyhow::Result;
use lzma_rust2::{LzmaOptions, LzmaWriter};

/// Packs bytes for the package `unpacker`.
pub fn pack(bytes: &[u8]) -> Result<Vec<u8>> {
    let options = LzmaOptions {
        // Instructions have no alignment. Of the byte before, only the first bit is worth asking for: the rest of what
        // it says has gone into the streams.
        lc: unpacker::CONTEXT_BITS,
        lp: 0,
        pb: 0,
        nice_len: LzmaOptions::NICE_LEN_MAX,
        ..LzmaOptions::with_preset(9)
    };
    let mut writer = LzmaWriter::new_no_header(Vec::new(), &options, false)?;
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

/// Reads what [`pack`] wrote, as the page does.
#[cfg(test)]
pub fn unpacked(packed: &[u8], length: usize) -> Option<Vec<u8>> {
    let mut bytes = vec![0; length];
    unpacker::unpack(packed, &mut bytes).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes that repeat themselves but not exactly, and so are packed in every way there is.
    fn sample(length: usize) -> Vec<u8> {
        (0..length).map(|i| ((i % 97) * (i / 1000 + 1) + i % 7) as u8).collect()
    }

    #[test]
    fn what_is_packed_unpacks_as_the_same_bytes() {
        for length in [0, 1, 2, 1000, 300_000] {
            let bytes = sample(length);
            let packed = pack(&bytes).expect("it packs");
            assert_eq!(unpacked(&packed, length).as_ref(), Some(&bytes), "{length} bytes");
        }
    }

    #[test]
    fn the_same_bytes_are_packed_the_same_each_time() {
        let bytes = sample(100_000);
        assert_eq!(pack(&bytes).expect("it packs"), pack(&bytes).expect("it packs"));
    }

    #[test]
    fn no_changed_bit_and_no_missing_end_goes_unnoticed() {
        let bytes = sample(2_000);
        let packed = pack(&bytes).expect("it packs");
        for at in 0..packed.len() {
            assert_eq!(unpacked(&packed[..at], bytes.len()), None, "cut to {at} bytes");
            for bit in 0..8 {
                let mut damaged = packed.clone();
                damaged[at] ^= 1 << bit;
                let unpacked = unpacked(&damaged, bytes.len());
                assert!(unpacked.is_none_or(|unpacked| unpacked == bytes), "byte {at}, bit {bit}");
            }
        }
    }
}
