//! Every decoder on randomly mutated texts.

use std::fs;
use std::path::Path;

use app::Screen;
use formats::write_mermaid;
use planner::Turn;
use planner::questionnaire::Question;
use storage::export_plan;

use crate::browser::{Browser, roadmap};
use crate::decoders::{ALL, Decoder, flowchart_text};
use crate::dice::Dice;
use crate::learner::{any_msg, monday};
use crate::mutation::mutated;
use crate::{Outcome, Size};
use testkit::documents;

/// Runs each decoder.
pub fn run(seed: u64, size: Size) -> Outcome {
    let mut outcome = Outcome::of(format!("{} decoders on mutated texts", ALL.len()));
    for (target, (name, decoder)) in ALL.into_iter().enumerate() {
        let corpus = corpus(name, seed);
        let executions = match name {
            // A file may come from anybody, and this decoder is fast.
            "flowchart text" => size.of(2_000, 1_000_000),
            _ if corpus.iter().all(|text| text.len() < 200) => size.of(2_000, 500_000),
            _ => size.of(200, 60_000),
        };
        let opened = decode(&mut outcome, (name, decoder), &corpus, seed + target as u64, executions);
        outcome.notes.push(format!("{name} {executions} ({opened} opened)"));
    }
    outcome
}

fn decode(
    outcome: &mut Outcome,
    (name, decoder): (&str, Decoder),
    corpus: &[Vec<u8>],
    seed: u64,
    executions: usize,
) -> usize {
    let mut dice = Dice::new(seed);
    let mut opened = 0;
    for bytes in corpus {
        outcome.case(
            || format!("{name}: a good one"),
            || assert!(decoder(bytes), "{}", String::from_utf8_lossy(bytes)),
        );
    }
    for _ in 0..executions {
        let bytes = mutated(&mut dice, corpus);
        let shown = || format!("{name}: {}", bytes.escape_ascii());
        outcome.case(shown, || opened += usize::from(decoder(&bytes)));
    }
    opened
}

/// Valid texts for a decoder.
fn corpus(decoder: &str, seed: u64) -> Vec<Vec<u8>> {
    let texts = |texts: &[&str]| texts.iter().map(|text| text.as_bytes().to_vec()).collect();
    match decoder {
        "plan file" => [files("-plan"), exported(seed)].concat(),
        "crash file" => vec![crash_file(seed)],
        "saved slot" => [files("-saved"), saved(seed)].concat(),
        "roadmap file" => roadmaps(),
        // One of them is a guide, whose text is not a flowchart.
        "flowchart text" => flowcharts().into_iter().filter(|text| flowchart_text(text)).collect(),
        "flowchart" => flowcharts(),
        "guide" => guides(),
        "address" => addresses(),
        "date" => {
            texts(&["12 June 2027", "June 12th, 2027", "2027-06-12", "12.6.2027", "13/6/2027", "29 Feb 2028"])
        }
        "hours" => texts(&["2", "1.5", "1,5", "1:30", "1h 30", "90 min", "24 hours", ".25", ""]),
        "hours a week" => texts(&["40", "168", "12,5", "100 h", "7:45", "600 minutes"]),
        other => panic!("no corpus for {other}"),
    }
}

/// The files of all versions whose names contain a part.
fn files(part: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/saved");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.retain(|path| path.file_name().is_some_and(|name| name.to_string_lossy().contains(part)));
    paths.sort();
    paths.iter().map(|path| fs::read(path).expect("it can be read")).collect()
}

/// Plan files without the computed plan, which is not read.
fn exported(seed: u64) -> Vec<Vec<u8>> {
    let mut dice = Dice::new(seed);
    let browser = Browser::default();
    let mut tab = browser.opens();
    let mut files = Vec::new();
    for document in [documents::beginner(), documents::everything()] {
        tab.imports(document);
        for _ in 0..40 {
            let msg = any_msg(&mut dice, &tab.model);
            tab.does(msg);
        }
        let text = export_plan(tab.model.document(), roadmap(), monday()).text;
        let mut file: serde_json::Value = serde_json::from_str(&text).expect("a plan file is JSON");
        file["plan"] = serde_json::Value::Null;
        files.push(file.to_string().into_bytes());
    }
    files
}

/// The stored texts after some use.
fn saved(seed: u64) -> Vec<Vec<u8>> {
    used(seed).texts().into_values().map(String::into_bytes).collect()
}

/// A file of the crash screen.
fn crash_file(seed: u64) -> Vec<u8> {
    used(seed).crash_file().into_bytes()
}

/// A browser after some use.
fn used(seed: u64) -> Browser {
    let mut dice = Dice::new(seed);
    let browser = Browser::default();
    let mut tab = browser.opens();
    for _ in 0..20 {
        let msg = any_msg(&mut dice, &tab.model);
        tab.does(msg);
    }
    drop(tab);
    browser
}

fn roadmaps() -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    ["tests/data/roadmaps/bread.json", "static/roadmaps/python.json"]
        .map(|path| fs::read(root.join(path)).expect("the roadmap is there"))
        .to_vec()
}

/// The inputs of the tests of flowcharts, above the dashes, and the shipped roadmap as a flowchart.
fn flowcharts() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/flowcharts");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    let texts = paths.iter().map(|path| fs::read_to_string(path).expect("it can be read"));
    texts.map(|text| text.split("\n-----").next().unwrap_or_default().as_bytes().to_vec()).collect()
}

/// A guide around the shipped roadmap, and a small one.
fn guides() -> Vec<Vec<u8>> {
    let map = write_mermaid(roadmap());
    let small = "# Tea\n\n```mermaid\ngraph TD\n A --> B{Sweet?}\n B -->|Yes| C[Cake<br/>1-2 weeks]\n B -->|No| D[Bread<br/>3 h]\n```\n";
    vec![format!("# Guide\n\n```mermaid\n{map}```\n\nMore.\n").into_bytes(), small.as_bytes().to_vec()]
}

fn addresses() -> Vec<Vec<u8>> {
    let turn = Turn { decision: "Choose: Path/é".into(), visit: 2 };
    let screens = [
        Screen::Home,
        Screen::Plan,
        Screen::FinishBy,
        Screen::Help(turn.clone()),
        Screen::Question(Question::Choice(turn)),
        Screen::Question(Question::TimeOff),
    ];
    screens.map(|screen| screen.hash().into_bytes()).to_vec()
}
