//! Stored texts truncated at every byte and with each bit flipped: the damage is detected, and nothing is lost.

use std::collections::BTreeMap;

use app::Document;
use storage::{export_plan, read_plan_file};

use crate::browser::{Browser, roadmap};
use crate::learner::{Edit, monday};
use crate::{Outcome, Size};
use testkit::documents;

/// A plan with some history.
struct Sample {
    texts: BTreeMap<String, String>,
    crash_file: String,
    /// The documents that were saved, the newest last.
    saved: Vec<Document>,
}

fn sample() -> Sample {
    let browser = Browser::default();
    let mut tab = browser.opens();
    tab.imports(documents::everything());
    let mut saved = vec![tab.model.document().clone()];
    for edit in (0..3).map(Edit) {
        tab.does(edit.msg());
        saved.push(tab.model.document().clone());
    }
    assert_eq!(tab.is_saved(), Ok(()));
    Sample { texts: browser.texts(), crash_file: browser.crash_file(), saved }
}

impl Sample {
    /// With one text damaged: the damage is detected, and neither the damaged text nor anything else is lost.
    fn survives(&self, key: &str, damaged: &str) {
        let mut texts = self.texts.clone();
        texts.insert(key.to_owned(), damaged.to_owned());
        let browser = Browser::holding(texts.iter().map(|(key, text)| (key.as_str(), text.as_str())));
        let mut tab = browser.opens();
        match tab.found() {
            Some(found) => assert!(self.saved.contains(found), "what was opened was never saved"),
            None => assert!(browser.has_text(damaged), "nothing was opened, and the damaged text is gone"),
        }
        let is_equal = tab.found() == self.saved.last();
        for edit in (10..13).map(Edit) {
            tab.does(edit.msg());
        }
        assert!(is_equal || browser.has_text(damaged), "the damaged text was overwritten");
    }
}

impl Sample {
    /// With the crash file damaged: it is refused, or a saved document is read from it.
    fn is_read(&self, crash_file: &[u8]) {
        if let Ok(document) = read_plan_file(crash_file, roadmap()) {
            assert!(self.saved.contains(&document), "what was opened was never saved");
        }
    }
}

/// Each saved text, a plan file and a crash file, truncated at every byte.
pub fn cut(size: Size) -> Outcome {
    let sample = sample();
    let file = export_plan(&documents::everything(), roadmap(), monday()).text;
    let mut outcome = Outcome::of("each saved text, a plan file and a crash file truncated at every byte");
    let step = size.of(61, 1);
    for (key, text) in &sample.texts {
        for end in (0..text.len()).step_by(step).filter(|&end| text.is_char_boundary(end)) {
            outcome.case(|| format!("{key} cut at {end}"), || sample.survives(key, &text[..end]));
        }
    }
    for end in (0..file.len()).step_by(step) {
        let is_refused = || assert!(read_plan_file(&file.as_bytes()[..end], roadmap()).is_err());
        outcome.case(|| format!("a plan file cut at {end}"), is_refused);
    }
    let crash_file = sample.crash_file.as_bytes();
    for end in (0..crash_file.len()).step_by(step) {
        let is_refused = || assert!(read_plan_file(&crash_file[..end], roadmap()).is_err());
        outcome.case(|| format!("the crash file cut at {end}"), is_refused);
    }
    outcome
}

/// Each saved text, a plan file and a crash file, with each bit flipped.
pub fn flip(size: Size) -> Outcome {
    let sample = sample();
    let mut outcome = Outcome::of("each bit of each saved text, a plan file and a crash file flipped");
    let (step, file) = (size.of(499, 1), export_plan(&documents::everything(), roadmap(), monday()).text);
    for (key, text) in &sample.texts {
        for bit in (0..text.len() * 8).step_by(step) {
            // The browser's storage holds only text.
            if let Ok(flipped) = String::from_utf8(flipped(text, bit)) {
                outcome.case(|| format!("bit {bit} of {key}"), || sample.survives(key, &flipped));
            }
        }
    }
    for bit in (0..sample.crash_file.len() * 8).step_by(step) {
        outcome.case(
            || format!("bit {bit} of the crash file"),
            || sample.is_read(&flipped(&sample.crash_file, bit)),
        );
    }
    for bit in (0..file.len() * 8).step_by(step) {
        outcome.case(
            || format!("bit {bit} of a plan file"),
            || {
                // A plan file has no checksum: a flipped bit in a name only changes the name.
                if let Ok(document) = read_plan_file(&flipped(&file, bit), roadmap()) {
                    let again = export_plan(&document, roadmap(), monday());
                    assert_eq!(read_plan_file(again.text.as_bytes(), roadmap()), Ok(document));
                }
            },
        );
    }
    outcome
}

fn flipped(text: &str, bit: usize) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    bytes[bit / 8] ^= 1 << (bit % 8);
    bytes
}
