//! What is no length, where else one is read, and the other questions that can be asked of a text.

use super::{check, read, shown};
use formats::effort::{ASSUMED_HOURS_PER_WEEK, course, find, find_at, looks_like_one, rate};

#[test]
fn no_lengths() {
    let lines = [
        "3D",
        "3D drawing, 2D too",
        "Graphics: 3D",
        "2d, 3d",
        "Graphics (2d and 3d)",
        "3d modeling",
        "Web 2.0",
        "4K",
        "5G networks",
        "Python 3",
        "Python 3.12",
        "HTML5",
        "D3",
        "W3C",
        "B2 weeks",
        "Pseudo-3d",
        "h2 database",
        "2 projects",
        "10 exercises",
        "3 pages a day",
        "Take the 5 days of code challenge today",
        "30 Days of JavaScript",
        "Sentence of 2 weeks inside",
        "24/7",
        "24/7 support",
        "v2.1.3 released",
        "2024",
        "2024 year",
        "Year 2024",
        "2024年",
        "2024 год",
        "3月",
        "2024-01-05",
        "$20/hour",
        "$15 a month",
        "Costs $20 per month",
        "€ 10 per month",
        "#3 weeks",
        "Phase 2",
        "Module 3",
        "Level 1",
        "Step 4",
        "Part 2",
        "Phase 1-2",
        "2 hours/day",
        "10 hours per week",
        "5 h/week",
        "3-5 hours/week",
        "1 hour a day",
        "2 hours of practice a day",
        "每周10小时",
        "毎日1時間",
        "週10時間",
        "1日2時間",
        "하루 2시간",
        "haftada 5 saat",
        "2 часа в день",
        "5 horas por semana",
        "2 Stunden pro Tag",
        "2 heures par jour",
        "2 giờ mỗi ngày",
        "2 jam per hari",
        "प्रतिदिन 2 घंटे",
        "hours per week: 10",
        "5 days a week",
        "twice a week",
        "once a month",
        "A day in the life",
        "Every 2 weeks",
        "Review every 2 weeks",
        "每10分钟运行",
        "Runs every 10 minutes",
        "每2周",
        "The last 2 weeks",
        "2 weeks ago",
        "5+ years of experience",
        "2 hours per lesson",
        "0 weeks",
        "Day 2 operations",
        "In week 3 we rest",
        "W3 validator",
        "15分",
        "12345678 hours",
        "1.2.3 weeks",
        "x2 weeks off",
        "#50; weeks",
        "",
    ];
    let lines: Vec<(&str, &str)> =
        lines.iter().map(|line| (*line, if *line == "15分" { "15 min" } else { "-" })).collect();
    check(&lines);
}

#[test]
fn paces() {
    let table = [
        ("Study about 6 hours per week.", Some((6, 6))),
        ("2 hours a day", Some((14, 14))),
        ("1-2 hours per day", Some((7, 14))),
        ("2 hours/day, 5 days a week", Some((10, 10))),
        ("Plan on 3-5 hours/week for this.", Some((3, 5))),
        ("5 hours of study per week", Some((5, 5))),
        ("40 hours a month", Some((9, 9))),
        ("Daily: 2 hours", Some((14, 14))),
        ("Hours per week: 10-12", Some((10, 12))),
        ("10 hours weekly", Some((10, 10))),
        ("每周10小时", Some((10, 10))),
        ("每天学习2小时", Some((14, 14))),
        ("每天2小时，每周5天", Some((10, 10))),
        ("週10時間", Some((10, 10))),
        ("毎日1時間", Some((7, 7))),
        ("1日2時間", Some((14, 14))),
        ("하루 2시간", Some((14, 14))),
        ("매주 10시간", Some((10, 10))),
        ("haftada 5 saat", Some((5, 5))),
        ("2 часа в день", Some((14, 14))),
        ("6 horas a la semana", Some((6, 6))),
        ("6 heures par semaine", Some((6, 6))),
        ("täglich 1 Stunde", Some((7, 7))),
        ("6 Stunden die Woche", Some((6, 6))),
        ("6 giờ mỗi tuần", Some((6, 6))),
        ("6 jam per minggu", Some((6, 6))),
        ("प्रति सप्ताह 6 घंटे", Some((6, 6))),
        ("6 ساعات في الأسبوع", Some((6, 6))),
        ("2 weeks", None),
        ("5 days a week", None),
        ("200 hours a week", None),
        ("$20 per hour", None),
        ("2 lessons per week", None),
        ("10 hours over a month", None),
    ];
    for (text, expected) in table {
        assert_eq!(rate(text).map(|span| (span.low, span.high)), expected, "{text}");
    }
}

#[test]
fn a_course_takes_its_duration_times_its_effort() {
    let table = [
        ("4 weeks", "3-5 hours/week", "12-20 h"),
        ("6 weeks", "4 hours/week", "24 h"),
        ("8 weeks", "5-7 hours/week", "40-56 h"),
        ("12 weeks", "6 hours/week", "72 h"),
        ("4 weeks", "", "4 w"),
        ("", "40 hours", "40 h"),
        ("4 weeks", "40 hours", "40 h"),
        ("4 weeks", "variable", "4 w"),
        ("4 weeks, 5 h/week", "", "20 h"),
        ("Weeks 1-4", "5 h/week", "20 h"),
        ("-", "5 h/week", "-"),
        ("none", "", "-"),
    ];
    for (duration, effort, expected) in table {
        let read = course(duration, effort).map_or("-".to_owned(), |estimate| shown(&estimate));
        assert_eq!(read, expected, "{duration:?} {effort:?}");
    }
}

#[test]
fn a_week_has_the_hours_that_the_file_says() {
    let at = |line: &str, hours: u32| shown(&find_at(line, hours).unwrap().1);
    assert_eq!(at("10 days", 7), "10 h");
    assert_eq!(at("1.5 weeks", 6), "9 h");
    assert_eq!(at("3 weeks", 6), "3 w");
    assert_eq!(at("6 months", 20), "522 h");
    assert_eq!(at("10 days", ASSUMED_HOURS_PER_WEEK), read("10 days"));
    assert_eq!(at("4 weeks, 5 h/week", 40), "20 h");
}

#[test]
fn estimates_tell_how_they_were_written() {
    let of = |line: &str| find(line).unwrap().1;
    assert!(of("Week 1-2").is_position && !of("2 weeks").is_position);
    assert!(of("Week 1-2 (6 h/week)").is_position);
    assert!(of("2+ weeks").is_open_ended && of("8-4 weeks").is_reversed);
    assert!(of("3 days").is_converted && of("6 months").is_converted);
    assert!(!of("14 days").is_converted && !of("20 h").is_converted && !of("5 h/week, 1 month").is_converted);
    let months = |line: &str| of(line).months.map(|months| (months.low, months.high));
    assert_eq!(months("6 months"), Some((6, 6)));
    assert_eq!(months("1-2 years"), Some((12, 24)));
    assert_eq!(months("1.5 years"), Some((18, 18)));
    assert_eq!(months("6 weeks"), None);
    assert_eq!(months("1 month, 5 h/week"), None);
}

#[test]
fn the_range_covers_the_length_and_its_rate() {
    let of = |line: &str| line[find(line).unwrap().0].to_owned();
    assert_eq!(of("Nine (2 weeks, 5 h/week)"), "2 weeks, 5 h/week");
    assert_eq!(of("Week 3: Bowing"), "Week 3");
    assert_eq!(of("<b>Weeks 4-7</b>"), "Weeks 4-7");
    assert_eq!(of("基础（三周）"), "三周");
}

#[test]
fn what_was_not_taken_is_found() {
    for line in [
        "30 Days of JavaScript",
        "Take the 5 days of code challenge",
        "2 hours/day",
        "In week 3 we rest",
        "用2周时间学完",
    ] {
        assert!(looks_like_one(line) && find(line).is_none(), "{line}");
    }
    for line in ["Web 2.0", "2 projects", "A day in the life", "Phase 2", "$20", "15m", "3D drawing"] {
        assert!(!looks_like_one(line), "{line}");
    }
}
