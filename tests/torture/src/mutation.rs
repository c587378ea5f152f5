//! Mutations of texts, as a fuzzer makes them.

use crate::dice::Dice;
use crate::texts::naughty;

/// Changes to one text.
const MOST_CHANGES: usize = 6;

/// Bytes beyond which a text does not grow.
const LONGEST: usize = 60_000;

/// Replacements of numbers, dates and words.
const SPECIAL: [&str; 30] = [
    "0",
    "-0",
    "-1",
    "1",
    "1e999",
    "1.5",
    "255",
    "65536",
    "2147483648",
    "4294967295",
    "4294967296",
    "18446744073709551616",
    "null",
    "true",
    "[]",
    "{}",
    "\"\"",
    "[[[[[[[[",
    "\"2199-12-31\"",
    "\"2000-01-01\"",
    "\"2027-02-29\"",
    "\"-262144-01-01\"",
    "\\ud800",
    "\\u0000",
    "\"__proto__\":",
    "\u{feff}",
    // Letters with more bytes in lower case, digits of other writings, and signs of many bytes.
    "\u{23a} \u{2013} ",
    "\u{130}: ",
    "\u{663} ",
    "\u{ff11}\u{ff0d}",
];

/// One of these texts with some changes, or now and then random bytes.
pub fn mutated(dice: &mut Dice, corpus: &[Vec<u8>]) -> Vec<u8> {
    if dice.once_in(50) {
        return (0..dice.below(64)).map(|_| dice.byte()).collect();
    }
    let mut bytes = dice.one_of(corpus).clone();
    for _ in 0..=dice.below(MOST_CHANGES) {
        change(dice, &mut bytes, corpus);
    }
    bytes
}

fn change(dice: &mut Dice, bytes: &mut Vec<u8>, corpus: &[Vec<u8>]) {
    let (from, to) = part_of(dice, bytes, 40);
    match dice.below(10) {
        0 if !bytes.is_empty() => {
            let at = dice.below(bytes.len());
            bytes[at] ^= 1 << dice.below(8);
        }
        1 if !bytes.is_empty() => {
            let at = dice.below(bytes.len());
            bytes[at] = *dice.one_of(b"\"\\{}[],:0123456789eE+-. \n\0\xff\xc0\xed\xf4/%#");
        }
        2 => drop(bytes.drain(from..to)),
        3 if bytes.len() < LONGEST => {
            let copy = bytes[from..to].repeat(1 + dice.below(20));
            insert(bytes, to, &copy);
        }
        4 => {
            let other = dice.one_of(corpus);
            let (from, to) = part_of(dice, other, 200);
            let at = dice.below(bytes.len() + 1);
            insert(bytes, at, &other[from..to]);
        }
        5 => {
            let special = *dice.one_of(&SPECIAL);
            replace_token(dice, bytes, u8::is_ascii_digit, special.as_bytes());
        }
        6 => {
            let text = serde_json::to_string(dice.one_of(naughty())).expect("a text is JSON");
            replace_token(dice, bytes, u8::is_ascii_alphabetic, text.trim_matches('"').as_bytes());
        }
        7 => insert(bytes, from, dice.one_of(&SPECIAL).as_bytes()),
        8 => bytes.truncate(from),
        _ => {
            let (other_from, other_to) = part_of(dice, bytes, 40);
            let part = bytes[other_from..other_to].to_vec();
            insert(bytes, from, &part);
        }
    }
}

/// The bounds of a random part with a maximum length.
fn part_of(dice: &mut Dice, bytes: &[u8], longest: usize) -> (usize, usize) {
    let from = dice.below(bytes.len() + 1);
    let length = dice.below(longest.min(bytes.len() - from) + 1);
    (from, from + length)
}

fn insert(bytes: &mut Vec<u8>, at: usize, part: &[u8]) {
    bytes.splice(at..at, part.iter().copied());
}

/// Replaces a run of bytes of one kind.
fn replace_token(dice: &mut Dice, bytes: &mut Vec<u8>, is_part: fn(&u8) -> bool, by: &[u8]) {
    let at = dice.below(bytes.len() + 1);
    let Some(start) = bytes[at..].iter().position(is_part).map(|found| at + found) else {
        return;
    };
    let length = bytes[start..].iter().take_while(|byte| is_part(byte)).count();
    bytes.splice(start..start + length, by.iter().copied());
}

#[cfg(test)]
mod tests {
    use super::mutated;
    use crate::dice::Dice;

    #[test]
    fn the_same_seed_gives_the_same_texts_and_most_are_changed() {
        let corpus = [b"{\"a\":[1,2,3]}".to_vec()];
        let texts = |seed| {
            let mut dice = Dice::new(seed);
            (0..500).map(|_| mutated(&mut dice, &corpus)).collect::<Vec<_>>()
        };
        assert_eq!(texts(1), texts(1));
        assert_ne!(texts(1), texts(2));
        let unchanged = texts(1).into_iter().filter(|text| *text == corpus[0]).count();
        assert!(unchanged < 50, "{unchanged}");
    }
}
