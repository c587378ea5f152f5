//! Hours and dates as people write them.

use app::form::{Refusal, YEARS, is_blank, read_date, read_hours, write_hours};
use planner::Date;
use proptest::prelude::*;
use roadmap::Minutes;

#[test]
fn hours_are_read_as_people_write_them() {
    for (text, minutes) in [
        ("", 0),
        ("  ", 0),
        ("0", 0),
        ("2", 120),
        (" 2 ", 120),
        ("02", 120),
        ("1.5", 90),
        ("1,5", 90),
        (".5", 30),
        ("0,25", 15),
        ("1.3333", 80),
        ("1:30", 90),
        ("0:05", 5),
        ("1h30", 90),
        ("1h 30", 90),
        ("1 h 30 min", 90),
        ("1 hour 30 minutes", 90),
        ("2h", 120),
        ("2 hrs", 120),
        ("2 Hours", 120),
        ("1.5 h", 90),
        ("1,5 hours", 90),
        ("90 min", 90),
        ("90 minutes", 90),
        ("45m", 45),
        ("24", 1440),
        ("24:00", 1440),
        ("1440 min", 1440),
        ("1:30 h", 90),
        ("1:30 hours", 90),
        ("1½", 90),
        ("1 ½ h", 90),
        ("¼", 15),
        ("1⅓", 80),
        ("2⅔", 160),
        ("2 hrs.", 120),
        ("1 hr. 30 min.", 90),
        ("1 hour, 30 minutes", 90),
        ("90 Minuten", 90),
        ("2 Std. 15 Min.", 135),
        ("1,5 heures", 90),
        ("2 часа", 120),
    ] {
        assert_eq!(read_hours(text), Ok(Minutes(minutes)), "{text:?}");
    }
}

#[test]
fn digits_of_every_writing_are_read() {
    for zero in "٠۰०০๐០０𝟎𞥐".chars() {
        let typed = |text: &str| -> String {
            let digit = |letter: char| match letter.to_digit(10) {
                Some(value) => char::from_u32(u32::from(zero) + value).unwrap(),
                None => letter,
            };
            text.chars().map(digit).collect()
        };
        for (text, minutes) in [("2", 120), ("1.5", 90), ("1:30", 90), ("9 h 07", 547), ("86 min", 86)] {
            assert_eq!(read_hours(&typed(text)), Ok(Minutes(minutes)), "{}", typed(text));
        }
        for text in ["13 June 2027", "2027-06-13", "13.6.2027", "June 13th, 2027"] {
            assert_eq!(read_date(&typed(text)), Ok(june_13()), "{}", typed(text));
        }
    }
    // With the punctuation of the same keyboards.
    for text in ["１．５", "１，５", "１：３０", "１．５ｈ", "١٫٥", "۱٫۵", "１。５"] {
        assert_eq!(read_hours(text), Ok(Minutes(90)), "{text:?}");
    }
    for text in
        ["２０２７－０６－１３", "２０２７／６／１３", "２０２７．６．１３", "13\u{3000}June\u{3000}2027"]
    {
        assert_eq!(read_date(text), Ok(june_13()), "{text:?}");
    }
    assert_eq!(read_date("١٣/٦/٢٠٢٧"), Ok(june_13()));
}

#[test]
fn what_cannot_be_seen_is_not_read() {
    for unseen in [
        "\u{200B}", "\u{FEFF}", "\u{200E}", "\u{200F}", "\u{2069}", "\u{AD}", "\u{A0}", "\u{202F}",
        "\u{2009}",
    ] {
        for text in [format!("{unseen}1.5"), format!("1.5{unseen}"), format!("1.5{unseen}h")] {
            assert_eq!(read_hours(&text), Ok(Minutes(90)), "{text:?}");
        }
        for text in [
            format!("{unseen}13 June 2027{unseen}"),
            format!("13{unseen}/{unseen}6{unseen}/{unseen}2027"),
            format!("2027{unseen}-06-13"),
        ] {
            assert_eq!(read_date(&text), Ok(june_13()), "{text:?}");
        }
        assert!(is_blank(unseen));
        assert_eq!(read_hours(unseen), Ok(Minutes::ZERO));
    }
    assert!(is_blank("") && is_blank(" \t\u{200B} ") && !is_blank("0"));
}

fn june_13() -> Date {
    Date::from_ymd_opt(2027, 6, 13).unwrap()
}

#[test]
fn what_is_not_hours_is_refused() {
    for text in ["help", "2 horses", "1:about 30", "1 h 30 h", "1,", "1.5:30", "1½½", "1.5½", "30 min 1 h"]
    {
        assert_eq!(read_hours(text), Err(Refusal::NotHours), "{text:?}");
    }
    for text in
        ["two", "-1", "1:60", "1:75", "1.2.3", "1 2", "1-2", "h", "m", ":", "三", "1e3", "1 ٣", "1.x", "+2"]
    {
        assert_eq!(read_hours(text), Err(Refusal::NotHours), "{text:?}");
    }
    for text in
        ["25", "24:01", "24.1", "1441 min", "99999999999", "4294967295h", "4294967295:59", "99999999999 min"]
    {
        assert_eq!(read_hours(text), Err(Refusal::OverADay), "{text:?}");
    }
}

#[test]
fn written_hours_are_read_back() {
    for minutes in (0..=1440).map(Minutes) {
        assert_eq!(read_hours(&write_hours(minutes)), Ok(minutes));
    }
    assert_eq!(
        [0, 90, 120, 80, 65].map(|minutes| write_hours(Minutes(minutes))),
        ["0", "1.5", "2", "1:20", "1:05"]
    );
}

#[test]
fn dates_are_read_as_people_write_them() {
    for text in [
        "13 June 2027",
        "13 jun 2027",
        "13. June 2027",
        "13-Jun-2027",
        "13th June, 2027",
        "13TH JUNE 2027",
        "June 13, 2027",
        "June 13th, 2027",
        "Jun. 13 2027",
        "2027 June 13",
        "2027-06-13",
        "2027/6/13",
        "2027.6.13",
        "13.6.2027",
        "13. 6. 2027",
        "13.06.2027",
        "13/6/2027",
        "6/13/2027",
        "13-6-2027",
        "  13   June   2027  ",
    ] {
        assert_eq!(read_date(text), Ok(june_13()), "{text:?}");
    }
    for (text, month, day) in [
        ("1st May 2027", 5, 1),
        ("2nd Sept 2027", 9, 2),
        ("3rd mar 2027", 3, 3),
        ("5/5/2027", 5, 5),
        ("4.5.2027", 5, 4),
        ("2027-05-04", 5, 4),
    ] {
        assert_eq!(read_date(text), Ok(Date::from_ymd_opt(2027, month, day).unwrap()), "{text:?}");
    }
    assert_eq!(read_date("29 Feb 2028"), Ok(Date::from_ymd_opt(2028, 2, 29).unwrap()));
}

#[test]
fn what_is_not_a_date_is_refused_with_the_reason() {
    for text in
        ["", "soon", "2027", "June 2027", "12 June", "12 June 27", "12.6.27", "2027-13-01", "13/13/2027"]
    {
        assert_eq!(read_date(text), Err(Refusal::NotADate), "{text:?}");
    }
    for text in ["12 Ju 2027", "12 Juneteenth 2027", "1 2 3 2027", "June June 2027", "99999999999 June 2027"]
    {
        assert_eq!(read_date(text), Err(Refusal::NotADate), "{text:?}");
    }
    for text in ["10/4/2027", "10-4-2027", "10/04/2027", "１０/４/２０２７"] {
        let date = |month, day| Date::from_ymd_opt(2027, month, day).unwrap();
        let either = Refusal::AmbiguousDate { day_first: date(4, 10), month_first: date(10, 4) };
        assert_eq!(read_date(text), Err(either), "{text:?}");
    }
    for (text, why) in [("4/5/1999", Refusal::YearOutOfRange), ("4/5/27", Refusal::NotADate)] {
        assert_eq!(read_date(text), Err(why), "{text:?}");
    }
    for text in ["30 February 2027", "Feb 30, 2027", "2027-02-30", "30.2.2027", "30/2/2027", "2/30/2027"] {
        let no_such_day = Refusal::NoSuchDay { year: 2027, month: 2, day: 30, last: 28 };
        assert_eq!(read_date(text), Err(no_such_day), "{text:?}");
    }
    for (text, day, last) in [("31 June 2027", 31, 30), ("0 June 2027", 0, 30)] {
        assert_eq!(read_date(text), Err(Refusal::NoSuchDay { year: 2027, month: 6, day, last }), "{text:?}");
    }
    assert_eq!(read_date("29 Feb 2100"), Err(Refusal::NoSuchDay { year: 2100, month: 2, day: 29, last: 28 }));
    for text in ["1 May 1999", "1999-05-01", "2200-01-01", "1 May 20270", "May 1 4294967295"] {
        assert_eq!(read_date(text), Err(Refusal::YearOutOfRange), "{text:?}");
    }
}

#[test]
fn every_date_is_read_in_every_format() {
    let first = Date::from_ymd_opt(YEARS.0, 1, 1).unwrap();
    let last = Date::from_ymd_opt(YEARS.1, 12, 31).unwrap();
    let forms = ["%Y-%m-%d", "%-d %B %Y", "%B %-d, %Y", "%d %b %Y", "%-d.%-m.%Y"];
    // Every date in one format each; those of a leap year and of a common year in all formats.
    for (at, date) in first.iter_days().take_while(|&date| date <= last).enumerate() {
        let year = date.format("%Y").to_string();
        let all = year == "2028" || year == "2100";
        for form in if all { &forms[..] } else { &forms[at % 5..][..1] } {
            let text = date.format(form).to_string();
            assert_eq!(read_date(&text), Ok(date), "{text}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_at_all_is_a_date_of_those_years_or_refused(text in ".*") {
        if let Ok(date) = read_date(&text) {
            prop_assert!(YEARS.0 <= date.format("%Y").to_string().parse().unwrap());
        }
    }

    #[test]
    fn near_dates_are_dates_or_refused(text in "[0-9]{0,11}(st|th|\\.|/|-| )[0-9a-zA-Zäß]{0,9}[ ./-]{1,2}[0-9]{0,11}") {
        if let Ok(date) = read_date(&text) {
            let year: i32 = date.format("%Y").to_string().parse().unwrap();
            prop_assert!((YEARS.0..=YEARS.1).contains(&year));
        }
    }

    #[test]
    fn any_text_at_all_is_hours_of_a_day_or_refused(text in "([0-9.,:hm ]|min|.){0,8}") {
        if let Ok(minutes) = read_hours(&text) {
            prop_assert!(minutes <= Minutes::DAY);
        }
    }
}
