//! No input makes a reader panic or takes it long.

use std::time::{Duration, Instant};

use crate::import;
use crate::mermaid::{gantt, journey, mindmap, timeline};
use crate::outline::Outline;
use crate::{mockup, plain_json, react_flow};
use roadmap::Material;

/// Reads a text; some know that they cannot.
type Reader = fn(&str) -> Option<Outline>;

const READERS: [(&str, Reader, &[&str]); 7] = [
    (
        "gantt",
        |text| Some(gantt::read(text, 1)).filter(|outline| outline.phases.len() == gantt::tasks(text).len()),
        &[
            import!("gantt.mmd"),
            "---\ntitle: t\n---\ngantt\ndateFormat DD.MM.YY HH:mm A\nexcludes weekends, 01.02.26\nincludes friday\nweekend friday\ninclusiveEndDates\nA: b :done, crit, x, 05.01.26 10:00 AM, 36h\nB :y, after x z, until x\nC :1.5M\n",
            "gantt\ndateFormat X\nA :a, 1767571200, 9999999y\nB :after a, 9999999w\nC :0000001, 99999999999999999999\n",
        ],
    ),
    (
        "timeline",
        |text| Some(timeline::read(text, 1)),
        &[
            import!("timeline.mmd"),
            "timeline LR\ntitle a<br>b\nsection Weeks 1-4\nA : b, (c, d) : 2 weeks\n : e\n%%{init: {}}%%\naccDescr {\n}\nWeek 3-9 & 10 : f",
        ],
    ),
    (
        "mindmap",
        |text| Some(mindmap::read(text, 1)),
        &[
            import!("mindmap.mmd"),
            "mindmap\n\troot((\"`**A** b`\"))\n\t\tb))c((\n  d{{e}}\n\t::icon(f)\n :::g h\n   i[\"j\nk\"]\n l(m) (3-4 weeks)",
        ],
    ),
    (
        "journey",
        |text| Some(journey::read(text, 1)),
        &[
            import!("journey.mmd"),
            "journey\n title &amp;\n A: 1\n section Month 2 : 3\n B: c: 4: d, e\n F (3 days): 5",
        ],
    ),
    ("react_flow", react_flow::read, &[import!("reactflow.json")]),
    (
        "mockup",
        mockup::read,
        &[
            r#"{"mockup":{"controls":{"control":[{"typeID":"Label","properties":{"size":"28","text":"Tea"}},{"properties":{"controlName":"100-a"},"children":{"controls":{"control":[{"typeID":"Label","properties":{"text":"A"}}]}}},{"properties":{"controlName":"100-a:b"},"children":{"controls":{"control":[{"typeID":"Label","properties":{"text":"B"}}]}}},{"properties":{"controlName":"101-a:b:c"},"children":{"controls":{"control":[{"typeID":"Label","properties":{"text":"2 weeks"}}]}}}]}}}"#,
        ],
    ),
    (
        "plain_json",
        plain_json::read,
        &[
            import!("phases-and-topics.json"),
            r#"{"name":"a","weeklyHours":"9-10","phases":[{"week":"1-2","title":"b","duration":{"min":1,"max":2,"unit":"weeks"},"topics":{"c":["d","https://e.f"],"g":{"hours":1e9}},"done":true},{"week":"3-4","phase":3,"skills":"h, i","projects":[{"name":"j"}]}]}"#,
        ],
    ),
];

/// Parts that mean something to one of the readers.
const PARTS: [&str; 38] = [
    "\n", "\r\n", "\t", "    ", ":", " : ", ",", ";", "#", "%%", "%%{", "}%%", "---\n", "(", ")", "((", "))",
    "[", "]", "{", "}", "{{", "}}", "\"", "`", "::icon(", ":::", "<br>", "after ", "until ", "Week 1-",
    "99999999", "2w", "ß", "😀", "\\", "\u{feff}", "section ",
];

/// Texts that mean something in JSON.
const WORDS: [&str; 16] = [
    "",
    "topics",
    "weeks",
    "week",
    "duration",
    "title",
    "data",
    "source",
    "target",
    "done",
    "1-2",
    "2 weeks",
    "topic",
    "section",
    "9999999999",
    "https://a.b",
];

/// The same numbers in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }

    fn place(&mut self, text: &str) -> usize {
        let mut at = self.below(text.len() + 1);
        while !text.is_char_boundary(at) {
            at += 1;
        }
        at
    }

    /// JSON with one to four of its texts exchanged for others.
    fn renamed(&mut self, text: &str) -> String {
        let mut parts: Vec<&str> = text.split('"').collect();
        for _ in 0..=self.below(4) {
            let (at, other) = (self.below(parts.len() / 2) * 2 + 1, self.below(parts.len() / 2) * 2 + 1);
            parts[at] = if self.below(3) > 0 { parts[other] } else { WORDS[self.below(WORDS.len())] };
        }
        parts.join("\"")
    }

    /// A text with one to four changes: something put in, left out, or said again elsewhere.
    fn broken(&mut self, text: &str) -> String {
        let mut text = text.to_owned();
        for _ in 0..=self.below(4) {
            let (one, other) = (self.place(&text), self.place(&text));
            let (from, to) = (one.min(other), one.max(other).min(one.min(other) + 40));
            let to = (from..=to).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(from);
            match self.below(4) {
                0 => text.insert_str(one, PARTS[self.below(PARTS.len())]),
                1 => text.replace_range(from..to, ""),
                2 => text.replace_range(from..to, PARTS[self.below(PARTS.len())]),
                _ => {
                    let part = text[from..to].to_owned();
                    let at = self.place(&text);
                    text.insert_str(at, &part);
                }
            }
        }
        text
    }
}

/// Whether everything that must have words has some.
fn has_words(outline: &Outline) -> bool {
    let materials = |materials: &[Material]| {
        materials.iter().all(|material| !material.title.is_empty() && material.leads_to_the_web())
    };
    outline.phases.iter().all(|phase| {
        let topics = phase.topics.iter().all(|topic| {
            let steps = topic.steps.iter().all(|step| !step.title.trim().is_empty());
            steps && !topic.title.trim().is_empty() && materials(&topic.materials)
        });
        let projects = phase.projects.iter().all(|project| !project.trim().is_empty());
        topics && projects && !phase.title.trim().is_empty() && phase.line > 0 && materials(&phase.materials)
    })
}

fn assert_survives(name: &str) {
    let (_, read, texts) = READERS.into_iter().find(|(reader, ..)| *reader == name).unwrap();
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let mut phases = 0;
    for round in 0..20_000 {
        let text = texts[round % texts.len()];
        let is_json = text.starts_with(['{', '[']);
        let text = if is_json && round % 4 > 0 { random.renamed(text) } else { random.broken(text) };
        let Some(outline) = read(&text) else { continue };
        assert!(has_words(&outline), "{name}: {text}");
        phases += outline.phases.len();
    }
    // Most changes leave most of a text as it is.
    assert!(phases > 5_000, "{name}: {phases}");
}

#[test]
fn a_broken_schedule_is_read_without_a_panic() {
    assert_survives("gantt");
}

#[test]
fn a_broken_timeline_is_read_without_a_panic() {
    assert_survives("timeline");
}

#[test]
fn a_broken_mindmap_is_read_without_a_panic() {
    assert_survives("mindmap");
}

#[test]
fn a_broken_journey_is_read_without_a_panic() {
    assert_survives("journey");
}

#[test]
fn a_broken_drawing_is_read_without_a_panic() {
    assert_survives("react_flow");
}

#[test]
fn a_broken_mockup_is_read_without_a_panic() {
    assert_survives("mockup");
}

#[test]
fn broken_phases_and_topics_are_read_without_a_panic() {
    assert_survives("plain_json");
}

/// Texts of a megabyte: one part again and again behind a beginning.
const LARGE: [(&str, &str, &str); 34] = [
    ("gantt", "gantt\n", "A :a, 2026-01-01, 9999d\n"),
    ("gantt", "gantt\nexcludes weekends 2026-02-03\n", "A :a, 2026-01-01, 9999d\n"),
    ("gantt", "gantt\nA :a, 1d\nB :b, after", " a b"),
    ("gantt", "gantt\n", "A :b, after b, until b\n"),
    ("gantt", "gantt\n", ": :"),
    ("gantt", "gantt\nA :", ","),
    ("gantt", "gantt\nA :", "crit,"),
    ("gantt", "gantt\n", "%%{\n"),
    ("gantt", "gantt\n", "accDescr {\n"),
    ("gantt", "gantt\nexcludes ", "2026-01-01,"),
    ("gantt", "gantt\nA :1d\ndateFormat ", "[a"),
    ("timeline", "timeline\n", "Week 1-2 : a, b : c\n"),
    ("timeline", "timeline\nA", " : a"),
    ("timeline", "timeline\nA : ", "a<br>"),
    ("timeline", "timeline\nA : ", "(a,"),
    ("timeline", "timeline\n", "section 2 weeks\nA\n"),
    ("timeline", "timeline\n", "week "),
    ("mindmap", "mindmap\n a\n", "  b[\"\n"),
    ("mindmap", "mindmap\n a\n", "  b[\"c\"]\n   d\n"),
    ("mindmap", "mindmap\n", "("),
    ("mindmap", "mindmap\n", "a\n  b::icon(\n"),
    ("journey", "journey\n", "A: 5: Me\n"),
    ("journey", "journey\n", ": 5"),
    ("journey", "journey\n", "section 1 week\nA: 1\n"),
    ("react_flow", "{\"nodes\":[", "{\"id\":1,\"type\":\"topic\",\"data\":{\"label\":\"a\"}},"),
    ("react_flow", "{\"nodes\":[", "{\"id\":1,\"type\":\"section\",\"width\":9,\"height\":9,\"data\":{}},"),
    ("react_flow", "", "["),
    ("plain_json", "[", "{\"name\":\"a\",\"topics\":[\"b\",\"c\"]},"),
    ("plain_json", "[", "{\"a\":[{\"b\":[1]}]},"),
    ("plain_json", "[{\"name\":\"a\",\"topics\":[", "\"b 1 week\","),
    ("plain_json", "{", "\"Week 1\":[\"a\"],"),
    ("plain_json", "{", "\"weekName\":{},"),
    ("plain_json", "", "{\"a\":"),
    ("plain_json", "[{\"name\":\"", "week 1 "),
];

/// Closes what a JSON text has open.
fn closed(text: String, name: &str) -> String {
    match text.as_bytes().first() {
        _ if !name.contains("_") => text,
        Some(b'{') if text.starts_with("{\"nodes") => text + "{}],\"edges\":[{\"source\":1,\"target\":1}]}",
        Some(b'{') => text + "\"last\":1}",
        _ if text.ends_with("week 1 ") => text + "\",\"topics\":[\"a\",\"b\"]}]",
        _ if text.ends_with("week\",") => text + "\"c\"]}]",
        _ => text + "1]",
    }
}

#[test]
fn a_megabyte_is_read_in_linear_time() {
    let mut slowest = (Duration::ZERO, "", "");
    for (name, begin, part) in LARGE {
        let text = closed(begin.to_owned() + &part.repeat(999_000 / part.len()), name);
        let (_, read, _) = READERS.into_iter().find(|(reader, ..)| *reader == name).unwrap();
        let begun = Instant::now();
        read(&text);
        slowest = slowest.max((begun.elapsed(), name, part));
    }
    println!("{} texts; the slowest, {slowest:?}", LARGE.len());
    assert!(slowest.0 < Duration::from_secs(20), "{slowest:?}");
}
