//! Widths of text and line breaking without a browser: the layout of a map is the same everywhere, and text fits its shape
//! in the embedded font and in any common system font.

/// The widths of the printable ASCII characters, in hundredths of the font size: for each the largest in bold Figtree,
/// Liberation Sans and Noto Sans, from the fonts' own tables, with Figtree's digits of equal width. Figtree is embedded in
/// the page. Where a browser refuses it, the system fonts of Windows, macOS, Android and iOS are narrower than Noto Sans.
const ASCII: [u8; 95] = [
    28, 34, 48, 65, 58, 91, 75, 27, 39, 39, 55, 64, 29, 42, 29, 44, 65, 64, 64, 64, 64, 64, 64, 64, 64, 64,
    34, 34, 64, 64, 64, 62, 100, 73, 73, 73, 74, 67, 62, 78, 77, 39, 56, 73, 62, 95, 82, 80, 67, 80, 73, 67,
    62, 76, 73, 99, 68, 67, 65, 35, 44, 35, 59, 56, 37, 61, 64, 56, 64, 60, 40, 64, 66, 31, 31, 62, 31, 99,
    66, 62, 64, 64, 46, 56, 44, 66, 57, 86, 58, 58, 50, 40, 56, 40, 67,
];

/// An upper bound of the width of a text, in hundredths of the font size.
pub fn width(text: &str) -> u32 {
    text.chars().map(advance).sum()
}

/// An upper bound of the width of a character.
fn advance(letter: char) -> u32 {
    match letter as u32 {
        code @ 0x20..=0x7e => u32::from(ASCII[code as usize - 0x20]),
        // Combining marks, also those of Devanagari and Thai, joiners, and variation selectors and skin tones of emoji.
        0x300..=0x36f
        | 0x200b..=0x200f
        | 0xfe00..=0xfe0f
        | 0x20d0..=0x20ff
        | 0x1f3fb..=0x1f3ff
        | 0xe0000.. => 0,
        0x900..=0x902 | 0x93c | 0x941..=0x948 | 0x94d | 0xe31 | 0xe34..=0xe3a | 0xe47..=0xe4e => 0,
        0xa0 => 28,
        0xb7 | 0x2018 | 0x2019 => 30,
        // The widest letters of Latin with diacritics, of Greek, Hebrew and Arabic, of Thai, and of Cyrillic.
        0xc6 | 0xe6 | 0x152 | 0x153 => 114,
        0xa1..=0x24f => 92,
        0x370..=0x3ff | 0x590..=0x6ff => 90,
        0xe00..=0xe7f => 95,
        0x400..=0x52f => 105,
        0x2010..=0x2027 => 110,
        0x2190..=0x25ff => 100,
        // Full-width: Chinese, Japanese, Korean.
        0x1100..=0x11ff | 0x2e80..=0xd7ff | 0xf900..=0xfaff | 0xff00..=0xffe6 | 0x20000..=0x3fffd => 105,
        // Emoji and other symbols are wider than high in some fonts.
        0x2600..=0x27bf | 0x1f000..=0x1faff => 140,
        _ => 125,
    }
}

/// Whether a line can be broken before a character because its script has no spaces.
fn breaks_before(letter: char) -> bool {
    matches!(letter as u32, 0x2e80..=0x9fff | 0xac00..=0xd7ff | 0xf900..=0xfaff | 0x20000..=0x3fffd)
}

/// The zero width joiner, between the parts of an emoji.
const JOINER: char = '\u{200d}';

/// The first grapheme cluster of a text, such as a letter with its marks, a flag or a family; one wider than a line is cut.
fn first_cluster(text: &str, wide: u32) -> &str {
    let is_flag = |letter: char| matches!(letter as u32, 0x1f1e6..=0x1f1ff);
    let (mut before, mut length) = (' ', 0);
    for (at, letter) in text.char_indices() {
        // A flag is two letters; a third one begins the next flag.
        let is_half = is_flag(letter) && is_flag(before) && at == before.len_utf8();
        let is_one =
            advance(letter) == 0 || is_half || (before == JOINER && length + advance(letter) <= wide);
        if at > 0 && !is_one {
            return &text[..at];
        }
        before = letter;
        length += advance(letter);
    }
    text
}

/// The offset of the last grapheme cluster.
fn last_cluster(text: &str, wide: u32) -> usize {
    let (mut last, mut end) = (0, 0);
    while end < text.len() {
        last = end;
        end += first_cluster(&text[end..], wide).len();
    }
    last
}

/// Breaks a text into lines of at most a width, in hundredths of the font size. Words longer than a line are broken anywhere;
/// a text with more than `most` lines is cut and ends in an ellipsis.
pub fn lines(text: &str, most: usize, wide: u32) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in pieces(text) {
        let line = lines.last().map_or(0, |line| width(line));
        if line > 0 && line + width(word.trim_end()) > wide {
            lines.push(String::new());
        }
        let mut rest = word;
        while !rest.is_empty() {
            let part;
            (part, rest) = rest.split_at(first_cluster(rest, wide).len());
            let line = lines.last_mut().expect("there is always a line");
            let is_full = width(line) + width(part) > wide;
            if is_full && part != " " && !line.is_empty() {
                lines.push(part.to_owned());
            } else if !(line.is_empty() && part == " ") {
                line.push_str(part);
            }
        }
    }
    let is_cut = lines.len() > most;
    lines.truncate(most);
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    if let Some(last) = lines.last_mut().filter(|_| is_cut) {
        while width(last) + advance('…') > wide && !last.is_empty() {
            last.truncate(last_cluster(last, wide));
        }
        last.truncate(last.trim_end().len());
        last.push('…');
    }
    lines
}

/// The pieces of a text between which a line can be broken, each with the space after it.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut before = ' ';
    text.split_inclusive(move |letter: char| {
        // After a space, and after a hyphen or slash that follows a letter or digit.
        let ends = letter == ' ' || (matches!(letter, '-' | '/') && before.is_alphanumeric());
        before = letter;
        ends
    })
    .flat_map(|piece| {
        let starts = piece.char_indices().filter(|&(at, letter)| at > 0 && breaks_before(letter));
        let mut cuts: Vec<usize> = starts.map(|(at, _)| at).collect();
        cuts.push(piece.len());
        let mut from = 0;
        cuts.into_iter().map(move |to| &piece[std::mem::replace(&mut from, to)..to])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_to_their_width_and_lose_no_letter() {
        let texts = [
            "Phase 2: Configuration Management",
            "Donaudampfschifffahrtsgesellschaftskapitän und Rindfleischetikettierungsüberwachung",
            "機械学習の基礎と深層学習の応用を学ぶ",
            "👩‍🚀 Rocket science 🚀🚀🚀 for everybody",
            "CI/CD, A/B testing and so-called full-stack work",
            "a",
            "   spaces   everywhere   ",
        ];
        for text in texts {
            for wide in [300, 800, 1300] {
                let broken = lines(text, 99, wide);
                assert!(broken.iter().all(|line| width(line) <= wide), "{wide}: {broken:?}");
                let without_spaces = |text: &str| text.replace(' ', "");
                assert_eq!(without_spaces(&broken.concat()), without_spaces(text));
            }
        }
    }

    #[test]
    fn a_line_is_broken_between_words_where_it_can_be() {
        assert_eq!(lines("Phase 1: Data Foundations", 3, 1300), ["Phase 1: Data", "Foundations"]);
        assert_eq!(lines("AWS/Azure/GCP", 3, 700), ["AWS/Azure/", "GCP"]);
        assert_eq!(lines("", 3, 700), [""]);
    }

    #[test]
    fn a_cut_text_ends_in_an_ellipsis() {
        let cut = lines("One two three four five six seven eight nine ten", 2, 600);
        assert_eq!(cut.len(), 2);
        assert!(cut[1].ends_with('…') && width(&cut[1]) <= 600, "{cut:?}");
    }

    #[test]
    fn combining_marks_and_joiners_have_no_width() {
        assert_eq!(width("e\u{301}"), width("e"));
        assert_eq!(width("❤\u{fe0f}"), width("❤"));
        assert_eq!(width("👍🏽"), width("👍"));
        assert_eq!(width("ที่"), width("ท"));
        assert_eq!(width("कु"), width("क"));
    }

    #[test]
    fn grapheme_clusters_are_not_broken() {
        for (one, times) in [("👨‍👩‍👧‍👦", 5), ("🇯🇵", 9), ("👍🏽", 9), ("🏳️‍🌈", 7), ("ที่", 40), ("e\u{301}", 40)]
        {
            let text = one.repeat(times);
            for wide in (600..1300).step_by(50) {
                for most in [1, 2, 99] {
                    let broken = lines(&text, most, wide).concat();
                    assert_eq!(
                        broken.trim_end_matches('…'),
                        one.repeat(broken.matches(one).count()),
                        "{wide}"
                    );
                }
            }
        }
        // No font draws this as one, so it is broken.
        let endless = "👩\u{200d}".repeat(1000);
        assert!(lines(&endless, 99, 600).iter().all(|line| width(line) <= 600));
    }
}
