//! Typed text in plain characters: digits of any writing as `0` to `9`, and nothing that cannot be seen.

/// The zero of each writing with decimal digits, in ascending order: the general category Nd of Unicode 17.0. The digits
/// 1 to 9 follow each zero.
const ZEROS: [u32; 77] = [
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50,
    0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40,
    0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x10D30, 0x10D40,
    0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0, 0x116D0, 0x116DA,
    0x11730, 0x118E0, 0x11950, 0x11BF0, 0x11C50, 0x11D50, 0x11DA0, 0x11DE0, 0x11F50, 0x16130, 0x16A60,
    0x16AC0, 0x16B50, 0x16D70, 0x1CCF0, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0,
    0x1E4F0, 0x1E5F1, 0x1E950, 0x1FBF0,
];

/// `text` as an English keyboard would have typed it: ASCII digits and punctuation, spaces for all kinds of blanks but none
/// at the ends, and no invisible characters. Phones, other keyboards and pasted text bring all of those.
pub(super) fn plain(text: &str) -> String {
    let visible = text.chars().filter(|&letter| !is_invisible(letter));
    visible.map(plain_letter).collect::<String>().trim().to_owned()
}

/// Whether nothing is entered: `text` has only blanks and invisible characters.
pub fn is_blank(text: &str) -> bool {
    plain(text).is_empty()
}

fn plain_letter(letter: char) -> char {
    match letter {
        // The decimal separator of Arabic and Persian, and the ideographic full stop. Then their commas.
        '\u{66B}' | '\u{3002}' | '\u{FF61}' => '.',
        '\u{60C}' | '\u{3001}' => ',',
        // Fullwidth letters, digits and punctuation.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        _ if letter.is_whitespace() => ' ',
        _ => digit(letter).unwrap_or(letter),
    }
}

/// The ASCII digit with the same value.
fn digit(letter: char) -> Option<char> {
    let code = u32::from(letter);
    let zero = ZEROS[..ZEROS.partition_point(|&zero| zero <= code)].last()?;
    char::from_digit(code - zero, 10)
}

/// Soft hyphen, zero-width characters, marks of direction, and the byte order mark.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{AD}'
            | '\u{61C}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
    )
}
