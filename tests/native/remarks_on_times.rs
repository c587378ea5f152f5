//! What is said about times: those that were converted, and words that look like one and are none.

use formats::{Remark, open_roadmap};
use roadmap::Span;
use waymark::text::reading;

/// The remarks that are about a time, with their lines.
fn remarks(name: &str, text: &str) -> Vec<(Option<usize>, Remark)> {
    let opened = open_roadmap(name, text.as_bytes()).unwrap_or_else(|why| panic!("{why:?}"));
    let is_about_time = |what: &Remark| {
        matches!(what, Remark::NoTimeTaken(_) | Remark::MonthsConverted(..) | Remark::Converted(_))
    };
    opened
        .warnings
        .into_iter()
        .filter(|one| is_about_time(&one.what))
        .map(|one| (one.line, one.what))
        .collect()
}

#[test]
fn months_say_how_many_hours_they_became() {
    let six = Remark::MonthsConverted("Bow".into(), Span { low: 6, high: 6 }, Span { low: 261, high: 261 });
    assert_eq!(remarks("a.mmd", "graph TD\nA([Start]) --> B[Bow<br/>6 months]"), [(Some(2), six.clone())]);
    assert_eq!(
        remarks(
            "a.md",
            "# Violin\n\n## Bow (6 months)\n\n- Grip\n- Strokes\n\n## Scales (2 weeks)\n\n- Major\n"
        ),
        [(Some(3), six.clone())]
    );
    let words = reading::warnings(&[formats::RoadmapWarning { line: Some(2), what: six }]);
    assert_eq!(words, ["Line 2: “Bow” takes 6 months at 10 hours a week: about 261 hours."]);
    // Months with hours a week beside them are no assumption, and neither are weeks.
    assert_eq!(
        remarks("a.mmd", "graph TD\nA([Start]) --> B[Bow<br/>3 months, 5 h/week] --> C[Scales<br/>2 weeks]"),
        []
    );
}

#[test]
fn words_that_look_like_a_time_and_were_not_taken_are_named() {
    let text = "Play for 20 minutes each evening and see";
    let chart = format!("graph TD\nA([Start]) --> B[Bow<br/>{text}]\nB --> C[Scales]\nC --> D[Pieces]");
    assert_eq!(remarks("a.mmd", &chart), [(Some(2), Remark::NoTimeTaken(format!("Bow {text}")))]);
    // Not where the step has a time, and not for words without one.
    assert_eq!(remarks("a.mmd", &chart.replace("[Bow", "[Bow<br/>3 h")), []);
    assert_eq!(remarks("a.mmd", &chart.replace("20 minutes", "a while")), []);
}
