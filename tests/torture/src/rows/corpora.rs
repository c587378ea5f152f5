//! Published corpora: JSON that parsers get wrong, and strings that programs mishandle.

use std::{env, fs};

use app::form::Field;
use app::{Document, OfferMsg, Screen};
use planner::questionnaire::Question;
use planner::{Baseline, Ending, Item, LogEntry, Turn, WorkId};
use roadmap::Minutes;
use serde::Deserialize;
use serde_json::Value;
use storage::{export_plan, read_plan_file};

use crate::browser::{Browser, roadmap};
use crate::learner::monday;
use crate::texts::naughty;
use crate::{Outcome, Size};
use testkit::documents;

/// The two parts of JSONTestSuite and their numbers of files.
const SUITE: [(&str, usize); 2] = [("parsing", 318), ("transform", 22)];

#[derive(Deserialize)]
struct Case {
    name: String,
    input: String,
}

/// JSONTestSuite opened as plan files: each is refused, and the storage does not change.
pub fn json_test_suite() -> Outcome {
    let mut outcome = Outcome::of("JSONTestSuite opened as a plan file, and inside one");
    for (part, count) in SUITE {
        let cases = cases(part);
        assert_eq!(cases.len(), count, "{part}");
        for Case { name, input } in cases {
            outcome.case(
                || name,
                || {
                    is_refused(input.as_bytes());
                    is_harmless(&input);
                },
            );
        }
    }
    outcome
}

/// The cases of a part, which the package has as a list in a script.
fn cases(part: &str) -> Vec<Case> {
    let folder = env::var("WAYMARK_JSON_SUITE").expect("`cargo xtask` sets WAYMARK_JSON_SUITE");
    let script = fs::read_to_string(format!("{folder}/data/{part}.js")).expect("the package has its data");
    let list = script.find('[').expect("the script holds a list");
    serde_json::from_str(script[list..].trim_end().trim_end_matches(';')).expect("the list is JSON")
}

/// A file of another kind is not opened as a plan, and its refusal changes nothing.
fn is_refused(bytes: &[u8]) {
    let browser = Browser::default();
    let mut tab = browser.opens();
    tab.imports(documents::everything());
    let (before, document) = (browser.storage.texts(), tab.model.document().clone());
    let read = read_plan_file(bytes, roadmap()).map(Box::new);
    assert!(read.is_err(), "it was opened");
    tab.does(OfferMsg::FileRead(read));
    assert_eq!(browser.storage.texts(), before, "the storage changed");
    assert_eq!(*tab.model.document(), document, "the plan changed");
}

/// The same in place of the document, and of the computed plan, which may be any JSON.
fn is_harmless(input: &str) {
    let file = |document: &str, plan: &str| {
        format!(
            r#"{{"waymark_plan":1,"exported_on":"2027-01-04","document":{document},"plan":{plan},"no_plan_because":null}}"#
        )
    };
    is_refused(file(input, "null").as_bytes());
    let whole = export_plan(&documents::beginner(), roadmap(), monday());
    let whole: Value = serde_json::from_str(&whole.text).expect("a plan file is JSON");
    let opened = read_plan_file(file(&whole["document"].to_string(), input).as_bytes(), roadmap());
    assert!(opened.is_err() || opened == Ok(documents::beginner()), "the plan in the file is another one");
}

/// Puts a text into a document.
type Put = fn(&mut Document, &str);

/// Every place of a document that holds a text.
const PLACES: [(&str, Put); 15] = [
    ("a decision", |document, text| document.answers.give(Turn { decision: text.into(), visit: 3 }, "no")),
    ("an answer", |document, text| document.answers.give(Turn::first("Assess".into()), text)),
    ("a statement", |document, text| document.agreed.extend([text.into()])),
    ("a stretch", |document, text| text.clone_into(&mut document.stretches[0].name)),
    ("a project", |document, text| document.projects.choose(text.into(), true)),
    ("a known topic", |document, text| document.known.extend([text.into()])),
    ("a finished topic", |document, text| {
        document.progress.end(Item::Topic(text.into()), Ending::Finished, monday());
    }),
    ("a project begun", |document, text| document.progress.start(Item::Project(text.into()), monday())),
    ("a note on a topic", |document, text| note(document, Item::Topic(text.into()))),
    ("a note on a project", |document, text| note(document, Item::Project(text.into()))),
    ("a frozen phase", |document, text| freeze(document, WorkId::Phase(text.into()))),
    ("a frozen project", |document, text| freeze(document, WorkId::Project(text.into()))),
    ("a field of the questionnaire", |document, text| draft(document, Field::Hours(6), text)),
    ("a row of fields", |document, text| draft(document, Field::StretchName(7), text)),
    ("a field beside", |document, text| draft(document, Field::LogItem, text)),
];

fn note(document: &mut Document, item: Item) {
    document.progress.log.add(LogEntry::new(monday(), item, Minutes(30)));
}

fn freeze(document: &mut Document, work: WorkId) {
    let baseline = document.baseline.get_or_insert(Baseline { on: monday(), finishes: [].into() });
    baseline.finishes.insert(work, monday());
}

fn draft(document: &mut Document, field: Field, text: &str) {
    document.drafts.insert(field, text.to_owned());
}

/// The Big List of Naughty Strings in every place of a document that holds a text.
pub fn naughty_strings(size: Size) -> Outcome {
    let mut outcome = Outcome::of(format!(
        "{} naughty strings in {} places: opened, saved, reloaded, exported, opened",
        naughty().len(),
        PLACES.len()
    ));
    let step = size.of(PLACES.len(), 1);
    for (number, text) in naughty().iter().enumerate() {
        for (place, put) in PLACES.iter().skip(number % step).step_by(step) {
            outcome.case(|| format!("{text:?} as {place}"), || comes_back(*put, text));
        }
        outcome.case(|| format!("{text:?} in an address"), || has_an_address(text));
    }
    for escape in [r"\ud800", r"\udc00", r"\ud800\ud800", r"\udbff\u0041"] {
        outcome.case(|| format!("half a letter: {escape}"), || is_harmless(&format!("\"{escape}\"")));
    }
    outcome
}

fn comes_back(put: Put, text: &str) {
    let mut document = documents::everything();
    put(&mut document, text);
    let exported = |document| export_plan(document, roadmap(), monday()).text;
    let opened = read_plan_file(exported(&document).as_bytes(), roadmap()).expect("it opens");
    assert_eq!(opened, document, "exported and opened");
    let browser = Browser::default();
    let mut tab = browser.opens();
    tab.imports(opened);
    assert_eq!(*tab.model.document(), document, "taken over");
    assert_eq!(tab.is_saved(), Ok(()), "saved");
    let tab = browser.opens();
    assert_eq!(tab.found(), Some(&document), "reloaded");
    let again = read_plan_file(exported(tab.model.document()).as_bytes(), roadmap());
    assert_eq!(again, Ok(document), "exported and opened again");
}

fn has_an_address(text: &str) {
    let screen = Screen::Question(Question::Choice(Turn { decision: text.into(), visit: 2 }));
    assert_eq!(Screen::from_hash(&screen.hash()), Some(screen));
    // Such a text may or may not be an address, and is harmless either way.
    let _ = Screen::from_hash(text);
}
