//! Bytes as text: five letters for four bytes, where base64 takes five and a third.
//!
//! The page is text, and the program is most of it, so this makes the page smaller by a twentieth. The letters are
//! none that could end a script or a string in it, which no published alphabet of 85 letters promises.

/// The letters in the order of their values; `static/loader.js` has the same rule.
fn letters() -> impl Iterator<Item = u8> {
    (b'!'..=b'~').filter(|letter| !b"\"&'<\\".contains(letter)).take(85)
}

/// Writes bytes as letters. The last group is filled up with zeros; whoever reads it knows the length.
pub fn encode(bytes: &[u8]) -> String {
    let letters: Vec<char> = letters().map(char::from).collect();
    let mut text = String::with_capacity(bytes.len().div_ceil(4) * 5);
    for group in bytes.chunks(4) {
        let mut padded = [0; 4];
        padded[..group.len()].copy_from_slice(group);
        let value = u32::from_be_bytes(padded);
        text.extend((0..5).rev().map(|place| letters[(value / 85_u32.pow(place) % 85) as usize]));
    }
    text
}

/// Reads what [`encode`] wrote, as the page does.
#[cfg(test)]
pub fn decode(text: &str, length: usize) -> Vec<u8> {
    let value = |letter: u8| letters().position(|other| other == letter).unwrap() as u32;
    let groups = text.as_bytes().chunks(5);
    let groups = groups.map(|group| group.iter().fold(0_u32, |sum, &letter| sum * 85 + value(letter)));
    let mut bytes: Vec<u8> = groups.flat_map(u32::to_be_bytes).collect();
    bytes.truncate(length);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_as_the_same_bytes() {
        let bytes: Vec<u8> = (0..=255).rev().chain([255; 9]).chain([0; 6]).collect();
        for length in 0..bytes.len() {
            assert_eq!(decode(&encode(&bytes[..length]), length), bytes[..length]);
        }
    }

    #[test]
    fn no_letter_can_end_a_script_or_a_string() {
        let text = encode(&(0..=255).cycle().take(4000).collect::<Vec<u8>>());
        assert!(!text.contains(['<', '"', '\'', '\\', '&', '\n']));
    }
}
