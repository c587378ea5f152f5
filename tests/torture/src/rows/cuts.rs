//! What is kept, cut at every byte and with each bit turned: it is noticed, and nothing is lost.

use std::collections::BTreeMap;

use app::Document;
use storage::{export_plan, read_plan_file};

use crate::browser::{Browser, roadmap};
use crate::learner::{Edit, monday};
use crate::{Outcome, Size};
use testkit::documents;

/// A plan that was kept for a while.
struct Kept {
    /// The texts in the storage.
    texts: BTreeMap<String, String>,
    /// The file that the crash screen makes of it.
    raw_file: String,
    /// The documents that were saved, the newest last.
    saved: Vec<Document>,
}

fn kept() -> Kept {
    let browser = Browser::default();
    let mut tab = browser.opens();
    tab.imports(documents::everything());
    let mut saved = vec![tab.model.document().clone()];
    for edit in (0..3).map(Edit) {
        tab.does(edit.msg());
        saved.push(tab.model.document().clone());
    }
    assert_eq!(tab.is_saved(), Ok(()));
    Kept { texts: browser.texts(), raw_file: browser.raw_file(), saved }
}

impl Kept {
    /// One of the texts is another one now: that is noticed, and neither what it became nor anything else is lost.
    fn survives(&self, key: &str, damaged: &str) {
        let mut texts = self.texts.clone();
        texts.insert(key.to_owned(), damaged.to_owned());
        let browser = Browser::holding(texts.iter().map(|(key, text)| (key.as_str(), text.as_str())));
        let mut tab = browser.opens();
        match tab.found() {
            Some(found) => assert!(self.saved.contains(found), "what was opened was never saved"),
            None => assert!(browser.has_text(damaged), "nothing was opened and nothing kept"),
        }
        let is_equal = tab.found() == self.saved.last();
        for edit in (10..13).map(Edit) {
            tab.does(edit.msg());
        }
        assert!(is_equal || browser.has_text(damaged), "what could not be read was written over");
    }
}

impl Kept {
    /// The raw file is another one now: it is refused, or what was saved comes out of it.
    fn is_read(&self, raw_file: &[u8]) {
        if let Ok(document) = read_plan_file(raw_file, roadmap()) {
            assert!(self.saved.contains(&document), "what was opened was never saved");
        }
    }
}

/// Each saved text, a plan file and the raw data, cut at every byte.
pub fn cut(size: Size) -> Outcome {
    let kept = kept();
    let file = export_plan(&documents::everything(), roadmap(), monday()).text;
    let mut outcome = Outcome::of("each saved text, a plan file and the raw data cut at every byte");
    let step = size.of(61, 1);
    for (key, text) in &kept.texts {
        for end in (0..text.len()).step_by(step).filter(|&end| text.is_char_boundary(end)) {
            outcome.case(|| format!("{key} cut at {end}"), || kept.survives(key, &text[..end]));
        }
    }
    for end in (0..file.len()).step_by(step) {
        let is_refused = || assert!(read_plan_file(&file.as_bytes()[..end], roadmap()).is_err());
        outcome.case(|| format!("a plan file cut at {end}"), is_refused);
    }
    let raw_file = kept.raw_file.as_bytes();
    for end in (0..raw_file.len()).step_by(step) {
        let is_refused = || assert!(read_plan_file(&raw_file[..end], roadmap()).is_err());
        outcome.case(|| format!("the raw data cut at {end}"), is_refused);
    }
    outcome
}

/// Each saved text, a plan file and the raw data, with each bit of every byte turned.
pub fn flip(size: Size) -> Outcome {
    let kept = kept();
    let mut outcome =
        Outcome::of("each bit of every byte of each saved text, a plan file and the raw data turned");
    let (step, file) = (size.of(499, 1), export_plan(&documents::everything(), roadmap(), monday()).text);
    for (key, text) in &kept.texts {
        for bit in (0..text.len() * 8).step_by(step) {
            // The browser's storage holds text: what is not text cannot lie there.
            if let Ok(turned) = String::from_utf8(turned(text, bit)) {
                outcome.case(|| format!("bit {bit} of {key}"), || kept.survives(key, &turned));
            }
        }
    }
    for bit in (0..kept.raw_file.len() * 8).step_by(step) {
        outcome.case(|| format!("bit {bit} of the raw data"), || kept.is_read(&turned(&kept.raw_file, bit)));
    }
    for bit in (0..file.len() * 8).step_by(step) {
        outcome.case(
            || format!("bit {bit} of a plan file"),
            || {
                // A plan file is the learner's own to edit: another letter in a name is another name.
                if let Ok(document) = read_plan_file(&turned(&file, bit), roadmap()) {
                    let again = export_plan(&document, roadmap(), monday());
                    assert_eq!(read_plan_file(again.text.as_bytes(), roadmap()), Ok(document));
                }
            },
        );
    }
    outcome
}

fn turned(text: &str, bit: usize) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    bytes[bit / 8] ^= 1 << (bit % 8);
    bytes
}
