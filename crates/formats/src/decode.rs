//! The text that the bytes of a file stand for.

use std::borrow::Cow;

/// A text, and whether some of its bytes stand for nothing and were replaced.
pub struct Decoded<'a> {
    pub text: Cow<'a, str>,
    pub is_repaired: bool,
}

/// Reads UTF-8, UTF-16 with a mark of its byte order, UTF-8 with some bytes that are none, and the Western encoding of older
/// programs for Windows. The error is the line from which on it is none of these.
pub fn decode(bytes: &[u8]) -> Result<Decoded<'_>, usize> {
    let clean = |text| Ok(Decoded { text, is_repaired: false });
    match bytes {
        [0xff, 0xfe, rest @ ..] => return utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => return utf16(rest, u16::from_be_bytes),
        _ => {}
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let why = match std::str::from_utf8(bytes) {
        Ok(text) => return clean(text.into()),
        Err(why) => why,
    };
    let line = 1 + bytes[..why.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count();
    // Pictures and programs have such bytes, texts have not.
    if bytes.iter().any(|byte| matches!(byte, 0..=8 | 0x0e..=0x1a)) {
        return Err(line);
    }
    let (good, bad) = bytes.utf8_chunks().fold((0, 0), |(good, bad), chunk| {
        let letters = chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        (good + letters, bad + usize::from(!chunk.invalid().is_empty()))
    });
    if good > bad {
        return Ok(Decoded { text: String::from_utf8_lossy(bytes), is_repaired: true });
    }
    match is_western(bytes) {
        true => clean(bytes.iter().map(|&byte| western(byte)).collect::<String>().into()),
        false => Err(line),
    }
}

fn utf16(bytes: &[u8], order: fn([u8; 2]) -> u16) -> Result<Decoded<'static>, usize> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut is_repaired = !rest.is_empty();
    let letters = char::decode_utf16(pairs.iter().map(|&pair| order(pair))).map(|letter| {
        is_repaired |= letter.is_err();
        letter.unwrap_or(char::REPLACEMENT_CHARACTER)
    });
    let text: String = letters.collect();
    if text.contains('\0') { Err(1) } else { Ok(Decoded { text: text.into(), is_repaired }) }
}

/// Whether the bytes beyond ASCII stand alone or in pairs, as accents and marks do. Other scripts have words of them.
fn is_western(bytes: &[u8]) -> bool {
    let is_high = |byte: &u8| !byte.is_ascii();
    let runs = bytes.chunk_by(|one, next| is_high(one) == is_high(next)).filter(|run| is_high(&run[0]));
    let (count, total) = runs.fold((0, 0), |(count, total), run| (count + 1, total + run.len()));
    total * 2 <= count * 3
}

/// Windows-1252: what Latin-1 has, and other marks where that has nothing.
fn western(byte: u8) -> char {
    const MARKS: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => MARKS[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> Option<(String, bool)> {
        decode(bytes).ok().map(|decoded| (decoded.text.into_owned(), decoded.is_repaired))
    }

    #[test]
    fn texts_of_other_programs_are_read() {
        let clean = |text: &str| Some((text.to_owned(), false));
        assert_eq!(text("\u{feff}Säge".as_bytes()), clean("Säge"));
        assert_eq!(text(b"\xff\xfeS\0\xe4\0g\0e\0"), clean("Säge"));
        assert_eq!(text(b"\xfe\xff\0S\0\xe4\0g\0e"), clean("Säge"));
        assert_eq!(text(b"S\xe4ge \x96 5 Wochen"), clean("Säge – 5 Wochen"));
    }

    #[test]
    fn some_bad_bytes_are_replaced() {
        let written = [("Sägen und Öle".as_bytes()), b" \xe2\x82, dann H\xc3\xb6lzer"].concat();
        let (found, is_repaired) = text(&written).expect("almost all of it is text");
        assert!(is_repaired && found.starts_with("Sägen und Öle \u{fffd}") && found.ends_with("Hölzer"));
    }

    #[test]
    fn what_is_no_text_is_refused_at_its_line() {
        assert_eq!(decode(b"one\n\x89PNG\x1a\n\0\0").err(), Some(2));
        // Words of another script in an encoding of its own.
        assert_eq!(decode(b"\xcf\xeb\xe0\xed \xee\xe1\xf3\xf7\xe5\xed\xe8\xff").err(), Some(1));
    }
}
