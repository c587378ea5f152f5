//! What holds for any text.

use super::shown;
use formats::effort::{Amount, course, find, find_at, is_bare, looks_like_one, rate};
use proptest::prelude::*;

/// Words and marks that mean something beside a length, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let known = [
        "1",
        "2",
        "30",
        "1.5",
        "9999999",
        "½",
        "1/2",
        "2024",
        "week",
        "weeks",
        "h",
        "d",
        "min",
        "Day",
        "months",
        "years",
        "个月",
        "周",
        "第",
        "半",
        "三",
        "主",
        "주차",
        "недели",
        "per",
        "a",
        "/",
        "-",
        "–",
        "to",
        "~",
        "+",
        ":",
        ",",
        "(",
        ")",
        "and",
        "half",
        "of",
        "about",
        "daily",
        "每",
        "x",
        "<b>",
        "</b>",
        "&nbsp;",
        "#50;",
        "&",
        "#",
        " ",
        " ",
        " ",
        "٣",
        "०",
        "أسابيع",
        "\u{301}",
    ];
    let piece =
        prop_oneof![4 => prop::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,3}"];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_has_a_length_in_order_or_none(line in pieces(), other in "\\PC{0,40}", hours in any::<u32>()) {
        for line in [&line, &other, &format!("{line}{other}")] {
            if let Some((range, estimate)) = find_at(line, hours) {
                prop_assert!(!line[range].is_empty());
                if let Amount::Weeks(span) | Amount::Minutes(span) = estimate.amount {
                    prop_assert!(span.low <= span.high && span.high > 0, "{line}");
                }
            }
            if let Some(span) = rate(line) {
                prop_assert!(span.low <= span.high && span.high <= 168, "{line}");
            }
            is_bare(line);
            looks_like_one(line);
        }
        course(&line, &other);
    }

    #[test]
    fn a_length_in_english_is_read_back(low in 1_u32..60, more in 0_u32..60, unit in 0_usize..3, form in 0_usize..6) {
        let high = low + more;
        let (name, short) = [("minute", "min"), ("hour", "h"), ("week", "w")][unit];
        let number = if more == 0 { low.to_string() } else { format!("{low}-{high}") };
        let plural = if high == 1 { "" } else { "s" };
        let line = match form {
            0 => format!("{number} {name}{plural}"),
            1 => format!("Title ({number} {name}{plural})"),
            2 => format!("Title: {number}{short}"),
            3 => format!("Title - {} {name}{plural}", number.replace('-', " to ")),
            4 => format!("Title ({}{short})", number.replace('-', " – ")),
            _ => format!("<i>about {number} {name}{plural}</i>"),
        };
        let estimate = find(&line).map(|(_, estimate)| estimate);
        let minutes = [1, 60, 0][unit];
        let span = |times: u32| roadmap::Span { low: low * times, high: high * times };
        let expected = if unit == 2 { Amount::Weeks(span(1)) } else { Amount::Minutes(span(minutes)) };
        prop_assert_eq!(estimate.map(|estimate| estimate.amount), Some(expected), "{} {:?}", line, estimate.map(|one| shown(&one)));
    }
}

#[test]
fn lines_over_a_thousand_bytes_are_prose() {
    let line = |blanks: usize| format!("2 weeks{}", " ".repeat(blanks));
    assert!(find(&line(993)).is_some() && looks_like_one(&line(993)));
    assert!(find(&line(994)).is_none() && !looks_like_one(&line(994)));
    assert!(rate(&format!("2 h/day{}", " ".repeat(994))).is_none());
}
