//! Bytes as text: a letter is seven bits in one byte of the page, or fifteen in two.
//!
//! The page is text, and the program is most of it: base64 would write it a third longer, 85 letters a quarter, and
//! these an eighth and a little. What one byte cannot be in a string of a script, two bytes of UTF-8 stand for.

/// What does not come through a page and a string as it is: NUL and the ends of lines, what ends the string, escapes
/// in it, or could end the script, and the end of a text in old systems. `static/unpacker.js` has the same row.
const IMPOSSIBLE: [u8; 7] = [0, b'\n', b'\r', 0x1a, b'"', b'<', b'\\'];

/// The first letter that takes two bytes. For each of the impossible ones there are 256, for eight bits more.
const FIRST_OF_TWO_BYTES: u32 = 0x80;

/// Writes bytes as letters. The last letter is filled up with zeros; whoever reads it knows the length.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() / 7 * 8 + 2);
    let mut at = 0;
    while at < bytes.len() * 8 {
        let letter = bits(bytes, at, 7);
        at += 7;
        let code = match IMPOSSIBLE.iter().position(|&other| u32::from(other) == letter) {
            None => letter,
            Some(which) => {
                at += 8;
                FIRST_OF_TWO_BYTES + ((which as u32) << 8) + bits(bytes, at - 8, 8)
            }
        };
        text.push(char::from_u32(code).expect("all codes up to U+077F are letters"));
    }
    text
}

/// At most eight bits from a place counted in bits, the highest of a byte first.
fn bits(bytes: &[u8], at: usize, count: usize) -> u32 {
    let byte = |place: usize| u32::from(bytes.get(place).copied().unwrap_or(0));
    let both = byte(at / 8) << 8 | byte(at / 8 + 1);
    both >> (16 - at % 8 - count) & ((1 << count) - 1)
}

/// Reads what [`encode`] wrote, as the page does.
#[cfg(test)]
pub fn decode(text: &str, length: usize) -> Vec<u8> {
    let mut bits = Vec::new();
    let mut push = |value: u32, count: u32| bits.extend((0..count).rev().map(|bit| value >> bit & 1));
    for letter in text.chars().map(u32::from) {
        match letter.checked_sub(FIRST_OF_TWO_BYTES) {
            None => push(letter, 7),
            Some(rest) => {
                push(u32::from(IMPOSSIBLE[rest as usize >> 8]), 7);
                push(rest & 255, 8);
            }
        }
    }
    let bytes = bits.chunks(8).map(|bits| bits.iter().fold(0, |byte, &bit| byte << 1 | bit as u8));
    bytes.take(length).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes among which every letter stands at every place that it can have.
    fn sample() -> Vec<u8> {
        let all: Vec<u8> = (0..=255).rev().chain([255; 9]).chain([0; 15]).collect();
        let pairs = (0..=255).flat_map(|first: u8| [first, first.wrapping_mul(167), 0xa5]);
        all.iter().copied().chain(pairs).chain([10, 0, 13, 34, 60, 92, 26]).collect()
    }

    #[test]
    fn what_is_written_reads_as_the_same_bytes() {
        let bytes = sample();
        for length in 0..bytes.len() {
            assert_eq!(decode(&encode(&bytes[..length]), length), bytes[..length]);
        }
    }

    #[test]
    fn every_possible_letter_is_written_and_no_other() {
        let mut bytes = Vec::new();
        let mut random = 1_u32;
        for _ in 0..1_000_000 {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            bytes.push((random >> 24) as u8);
        }
        let text = encode(&bytes);
        assert!(!text.contains(['\0', '\n', '\r', '\u{1a}', '"', '\\', '<']));
        let mut found: Vec<char> = text.chars().collect();
        found.sort_unstable();
        found.dedup();
        assert_eq!(found.len(), 128 - 7 + 7 * 256);
        assert_eq!(found.last(), Some(&'\u{77f}'));
        assert!(text.len() * 1000 < bytes.len() * 1136, "{} bytes", text.len());
    }
}
