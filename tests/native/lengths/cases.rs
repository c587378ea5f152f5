//! The times of whole flowcharts.

use std::fs;
use std::path::Path;

use formats::open_roadmap;

/// "title: time" for each phase.
fn phases(chart: &str) -> Vec<String> {
    let opened = open_roadmap("chart.mmd", chart.as_bytes()).unwrap_or_else(|why| panic!("{why:?}\n{chart}"));
    let timed = opened.file.nodes.iter().filter(|node| node.weeks.is_some() || node.minutes.is_some());
    let time = |node: &roadmap::NodeFile| match (node.weeks, node.minutes) {
        (Some(weeks), _) => format!("{}-{} w", weeks.low, weeks.high),
        (_, Some(minutes)) => format!("{}-{} min", minutes.low, minutes.high),
        _ => String::new(),
    };
    timed.map(|node| format!("{}: {}", node.title, time(node))).collect()
}

fn case(name: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import").join(name);
    phases(&fs::read_to_string(path).unwrap())
}

#[test]
fn every_spelling_of_a_length_is_taken_from_its_box() {
    assert_eq!(
        case("durations.mmd"),
        [
            "One: 90-90 min",
            "Three: 2400-2400 min",
            "Four: 2-2 w",
            // 521.8 hours
            "Five: 31320-31320 min",
            "Six: 1200-1200 min",
            "Seven: 600-600 min",
            "Eight: 2-2 w",
            "Nine: 600-600 min",
            // 260.9 hours
            "Ten: 15660-15660 min",
            "Eleven: 1200-1200 min",
            "Twelve: 900-900 min",
        ]
    );
    let hours = "flowchart TD
        A[HTML (20h)] --> B[CSS (15 h)] --> C[JS - 40h] --> D[React (2w)] --> E[Node ~30h] --> F[AWS: 3d] --> G[10h Linux]
        G --> H[Go (est. 12h)] --> I[C 1-2 yrs] --> J[Main course 1 year] --> K[Docker<br/>(10h)]";
    assert_eq!(
        phases(hours),
        [
            "HTML: 1200-1200 min",
            "CSS: 900-900 min",
            "JS: 2400-2400 min",
            "React: 2-2 w",
            "Node: 1800-1800 min",
            "AWS: 255-255 min",
            "Linux: 600-600 min",
            "Go: 720-720 min",
            "C: 31320-62640 min",
            "Main course: 31320-31320 min",
            "Docker: 600-600 min",
        ]
    );
}

#[test]
fn positions_are_lengths_and_leave_the_titles() {
    assert_eq!(
        case("week-positions.mmd"),
        ["Posture: 2-2 w", "Bowing: 1-1 w", "First position: 4-4 w", "Etudes: 2-2 w"]
    );
    let months = case("total-in-the-start.mmd");
    let expected = ["Bow: 2580-2580 min", "Left hand: 7800-7800 min", "Pieces: 20880-20880 min"];
    assert_eq!(months[months.len() - 3..], expected);
}

#[test]
fn lengths_in_other_languages_are_taken() {
    let expected = [
        "基础: 1-2 w",
        "进阶: 5220-5220 min",
        "Base: 4-4 w",
        "Aplicar: 5220-5220 min",
        "Основы: 3-3 w",
        "Grundlagen: 4-4 w",
        "Bases: 3-3 w",
        "Fim: 1200-1200 min",
    ];
    assert_eq!(case("other-languages.mmd"), expected);
}

#[test]
fn a_box_has_its_time_in_one_line_in_several_or_first() {
    let chart = "flowchart TD
        A[Week 1-2<br/>Saws] --> B[Frontend<br/>HTML #40;2 weeks#41;<br/>CSS #40;1 week#41;]
        B --> C[Planes<br/>4 weeks<br/>5 hours per week] --> D[Week 7: Joints #40;15 hours#41;]
        D --> E[Week 8<br/>Rip cut, Cross cut] --> F[Weeks 9-10: Glue<br/>12 hours] --> G[2 weeks]
        G --> H[Three projects<br/>Box #40;2 weeks#41;<br/>Chair #40;3 weeks#41;]";
    assert_eq!(
        phases(chart),
        [
            "Saws: 2-2 w",
            "Frontend: 3-3 w",
            "Planes: 1200-1200 min",
            "Joints: 900-900 min",
            "Week 8: Rip cut, Cross cut: 1-1 w",
            "Glue: 720-720 min",
            "2 weeks: 2-2 w",
        ]
    );
}
