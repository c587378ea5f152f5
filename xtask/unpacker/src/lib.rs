//! Unpacks the app in the page: LZMA with the one choice of its parameters that the packer makes. Every byte of this
//! travels in the page too: hence no standard library and nothing allocated.

#![cfg_attr(target_family = "wasm", no_std)]

#[cfg(target_family = "wasm")]
mod page;
pub mod streams;

/// So many bits of the byte before say what a byte may be. The packer has to know it; positions say nothing.
pub const CONTEXT_BITS: u32 = 1;

// Where in one row the chances of each kind of question begin. Some depend on the state, which is what the last
// three steps were.
const STATES: usize = 12;
const IS_MATCH: usize = 0;
const IS_REPEATED: usize = IS_MATCH + STATES;
const IS_NOT_LAST: usize = IS_REPEATED + STATES;
const IS_NOT_SECOND: usize = IS_NOT_LAST + STATES;
const IS_NOT_THIRD: usize = IS_NOT_SECOND + STATES;
const IS_LONG: usize = IS_NOT_THIRD + STATES;
const SLOT: usize = IS_LONG + STATES;
const MIDDLE: usize = SLOT + 4 * 64;
const ALIGN: usize = MIDDLE + 128;
const LENGTH: usize = ALIGN + 16;
const REPEATED_LENGTH: usize = LENGTH + 2 + 8 + 8 + 256;
const LITERAL: usize = REPEATED_LENGTH + 2 + 8 + 8 + 256;
/// There are fewer, but with a power of two no place has to be checked: it is cut off instead.
const CHANCES: usize = 1 << 12;
const _: () = assert!(LITERAL + (0x300 << CONTEXT_BITS) <= CHANCES);

/// So many bytes are unpacked by one call.
const PART: usize = 1 << 12;

/// Fills the place with what was packed. False if that is damaged.
///
/// The format has no checksum, but its arithmetic comes out at zero only after the very bytes that were packed.
pub fn unpack(packed: &[u8], unpacked: &mut [u8]) -> bool {
    let mut reader = Reader {
        packed,
        at: 0,
        range: u32::MAX,
        code: 0,
        state: 0,
        distances: [0; 4],
        chances: [1 << 10; CHANCES],
    };
    for _ in 0..5 {
        reader.next();
    }
    let mut at = 0;
    while at < unpacked.len() {
        let Some(next) = reader.part(unpacked, at) else { return false };
        at = next;
    }
    reader.normalize();
    reader.code == 0 && reader.at == packed.len()
}

/// Lets the bytes at the beginning come again and again.
#[inline(never)]
fn repeat(bytes: &mut [u8], distance: usize) {
    for to in distance..bytes.len() {
        bytes[to] = bytes[to - distance];
    }
}

/// Reads bits that have taken less room than a bit where they were likely.
struct Reader<'a> {
    packed: &'a [u8],
    at: usize,
    range: u32,
    code: u32,
    state: usize,
    /// How far the last matches lie from what they repeat, and the three before, less one.
    distances: [usize; 4],
    /// How likely each bit is to be zero, in 2048ths.
    chances: [u16; CHANCES],
}

impl Reader<'_> {
    /// After the end there are zeros, and `at` tells.
    fn next(&mut self) {
        let byte = self.packed.get(self.at).copied().unwrap_or(0);
        self.code = self.code << 8 | u32::from(byte);
        self.at += 1;
    }

    #[inline(always)]
    fn normalize(&mut self) {
        if self.range < 1 << 24 {
            self.range <<= 8;
            self.next();
        }
    }

    /// Which bit it is cannot be foreseen: a processor that guesses loses more time than it takes to compute for both.
    #[inline(always)]
    fn bit(&mut self, which: usize) -> usize {
        self.normalize();
        let chance = &mut self.chances[which % CHANCES];
        let now = i32::from(*chance);
        let bound = (self.range >> 11) * now as u32;
        let bit = self.code >= bound;
        let if_one = 0_u32.wrapping_sub(bit.into());
        self.code -= bound & if_one;
        self.range = bound.wrapping_add(self.range.wrapping_sub(bound << 1) & if_one);
        // A 32nd of the way to 0 or to 2048, rounded towards where it is.
        *chance = (now - ((now - (2017 & !if_one as i32)) >> 5)) as u16;
        bit.into()
    }

    /// A number of so many bits, the highest first.
    fn number(&mut self, which: usize, bits: u32) -> usize {
        let mut node = 1;
        for _ in 0..bits {
            node = node << 1 | self.bit(which + node);
        }
        node - (1 << bits)
    }

    /// The same with the lowest bit first.
    fn turned_number(&mut self, which: usize, bits: u32) -> usize {
        let mut node = 1;
        let mut number = 0;
        for place in 0..bits {
            let bit = self.bit(which + node);
            node = node << 1 | bit;
            number |= bit << place;
        }
        number
    }

    /// A number whose bits are even chances.
    fn even_number(&mut self, bits: u32) -> usize {
        let mut number = 0;
        for _ in 0..bits {
            self.normalize();
            self.range >>= 1;
            let bit = self.code >= self.range;
            if bit {
                self.code -= self.range;
            }
            number = number << 1 | usize::from(bit);
        }
        number
    }

    // This and some below are called again and again and not made part of what calls them: browsers put better machine
    // code in the place of a function only when it is called again.

    /// Goes on from a place for about so many bytes as one part has. Nothing if what is packed is damaged.
    #[inline(never)]
    fn part(&mut self, unpacked: &mut [u8], mut at: usize) -> Option<usize> {
        let end = unpacked.len().min(at + PART);
        while at < end {
            let state = self.state;
            if self.bit(IS_MATCH + state) == 0 {
                let before = if at == 0 { 0 } else { unpacked[at - 1] };
                let expected = if state < 7 {
                    None
                } else {
                    // It cannot lie before the beginning: the last match did not either.
                    Some(unpacked[at - self.distances[0] - 1])
                };
                unpacked[at] = self.literal(before, expected);
                at += 1;
                self.state = state.saturating_sub(if state < 10 { 3 } else { 6 });
                continue;
            }
            let (length, next) = self.matched(state);
            self.state = if state < 7 {
                next
            } else if next == 7 {
                10
            } else {
                11
            };
            let distance = self.distances[0];
            if distance >= at || length > unpacked.len() - at {
                return None;
            }
            repeat(&mut unpacked[at - distance - 1..at + length], distance + 1);
            at += length;
        }
        Some(at)
    }

    /// One byte, after another, and maybe where a match ended because this byte is not the expected one.
    #[inline(never)]
    fn literal(&mut self, before: u8, expected: Option<u8>) -> u8 {
        let which = LITERAL + 0x300 * (usize::from(before) >> (8 - CONTEXT_BITS));
        let mut expected = expected.map_or((0, 0), |byte| (usize::from(byte), 0x100));
        let mut node = 1;
        while node < 0x100 {
            let (byte, same) = (expected.0 << 1, expected.1);
            let hint = byte & same;
            let bit = self.bit(which + same + hint + node);
            node = node << 1 | bit;
            // They are still the same if the bit is the expected one.
            expected = (byte, same & (byte ^ bit.wrapping_sub(1)));
        }
        node as u8
    }

    /// How many bytes come again, and the state after that. The first of the distances becomes theirs.
    #[inline(never)]
    fn matched(&mut self, state: usize) -> (usize, usize) {
        if self.bit(IS_REPEATED + state) == 0 {
            let length = self.length(LENGTH);
            self.distances.copy_within(..3, 1);
            self.distances[0] = self.distance(length);
            return (length, 7);
        }
        let which = if self.bit(IS_NOT_LAST + state) == 0 {
            if self.bit(IS_LONG + state) == 0 {
                return (1, 9);
            }
            0
        } else if self.bit(IS_NOT_SECOND + state) == 0 {
            1
        } else {
            2 + self.bit(IS_NOT_THIRD + state)
        };
        self.distances[..=which].rotate_right(1);
        (self.length(REPEATED_LENGTH), 8)
    }

    fn length(&mut self, which: usize) -> usize {
        if self.bit(which) == 0 {
            2 + self.number(which + 2, 3)
        } else if self.bit(which + 1) == 0 {
            10 + self.number(which + 10, 3)
        } else {
            18 + self.number(which + 18, 8)
        }
    }

    /// How many bytes lie between a match and what it repeats.
    fn distance(&mut self, length: usize) -> usize {
        let slot = self.number(SLOT + 64 * (length - 2).min(3), 6);
        if slot < 4 {
            return slot;
        }
        let bits = (slot / 2 - 1) as u32;
        let base = (2 | slot & 1) << bits;
        if slot < 14 {
            base + self.turned_number(MIDDLE + base - slot, bits)
        } else {
            base + (self.even_number(bits - 4) << 4) + self.turned_number(ALIGN, 4)
        }
    }
}
