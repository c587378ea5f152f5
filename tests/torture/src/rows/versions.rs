//! Files and saved texts of every version: past ones open, future ones are left alone.

use std::fs;
use std::path::Path;

use app::{FileRefusal, OfferMsg};
use storage::{SLOTS, read_plan_file};

use crate::Outcome;
use crate::browser::{Browser, roadmap};
use crate::learner::Edit;

/// Checks files of past, present and future versions.
pub fn run() -> Outcome {
    let mut outcome = Outcome::of("every past version opened, future ones refused without a write");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/saved");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "json")) {
        let name = file.file_name().expect("a file has a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(file).expect("it can be read");
        outcome.case(|| name.clone(), || if name.contains("-plan") { opens(&text) } else { is_found(&text) });
    }
    for version in [2, 3, 99, 4_294_967_295_u64, 18_446_744_073_709_551_615] {
        outcome.case(|| format!("a plan of version {version}"), || is_left_alone(version));
        outcome.case(|| format!("a file of version {version}"), || is_refused(version));
    }
    outcome
}

fn opens(text: &str) {
    let document = read_plan_file(text.as_bytes(), roadmap()).expect("it opens");
    let browser = Browser::default();
    let mut tab = browser.opens();
    tab.imports(document.clone());
    assert_eq!(tab.is_saved(), Ok(()));
    assert_eq!(browser.opens().found(), Some(&document));
}

fn is_found(text: &str) {
    let browser = Browser::holding([(SLOTS[0], text)]);
    let mut tab = browser.opens();
    let found = tab.found().cloned().expect("it is found");
    assert!(browser.has_text(text), "opening changes nothing");
    tab.does(Edit(0).msg());
    assert_eq!(tab.is_saved(), Ok(()));
    let mut edited = found;
    edited.agreed.insert("edit-0".into());
    assert_eq!(browser.opens().found(), Some(&edited));
}

fn is_left_alone(version: u64) {
    let text = format!(r#"{{"waymark_saved":{version},"thoughts":["of another kind"]}}"#);
    for slot in SLOTS {
        let browser = Browser::holding([(slot, text.as_str())]);
        let mut tab = browser.opens();
        assert!(!tab.may_write());
        for edit in (0..5).map(Edit) {
            tab.does(edit.msg());
            assert!(tab.is_saved().is_err(), "it says that it saved");
        }
        assert_eq!(browser.storage.writes(), 0);
        assert_eq!(browser.texts()[slot], text);
        assert_eq!(browser.copy(), None);
    }
}

fn is_refused(version: u64) {
    let text = format!(r#"{{"waymark_plan":{version},"thoughts":["of another kind"]}}"#);
    let read = read_plan_file(text.as_bytes(), roadmap()).map(Box::new);
    assert!(matches!(read, Err(FileRefusal::Newer { .. })), "{read:?}");
    let browser = Browser::default();
    browser.opens().does(OfferMsg::FileRead(read));
    assert_eq!(browser.storage.writes(), 0);
}
