//! Every kind of storage fault at every write: whatever was reported as saved is there, every failed save is
//! reported, and unreadable texts stay.

use std::collections::BTreeSet;

use app::{PersistenceMsg, Saving};
use storage::SLOTS;
use testkit::{Fault, FaultPlan, Lasts};

use crate::browser::{Browser, Tab};
use crate::learner::Edit;
use crate::{Outcome, Size};

/// Edits in a session; after every third one the page is reloaded.
const EDITS: usize = 8;

/// Bytes of storage: more than a session without a plan needs at first, and less than it needs in the end.
const QUOTA: usize = 3_000;

/// The first slot when the session begins.
const BEGINNINGS: [(&str, &str); 3] = [
    ("nothing", ""),
    ("an unreadable text", "my plan, by hand: learn Python"),
    ("a plan of version 1", include_str!("../../../data/saved/v1-saved.json")),
];

/// A session with a fault.
#[derive(Clone, Copy, Debug)]
struct Trial {
    beginning: (&'static str, &'static str),
    plan: FaultPlan,
    has_copy: bool,
}

/// All kinds at all writes, once and permanently, with and without the second copy.
pub fn run(size: Size) -> Outcome {
    let kinds: Vec<Fault> = SLOTS.iter().flat_map(|slot| Fault::every(slot, QUOTA, 3)).collect();
    let mut outcome = Outcome::of(format!("{} kinds of faults", Fault::every(SLOTS[0], QUOTA, 3).len()));
    let mut sites = 0;
    for beginning in BEGINNINGS {
        let writes = session(&browser(beginning, true), &mut BTreeSet::new());
        sites += writes as usize;
        for at_write in (0..=writes).step_by(size.of(7, 1)) {
            for &fault in &kinds {
                for lasts in [Lasts::Once, Lasts::FromThenOn] {
                    for has_copy in [true, false] {
                        let trial = Trial { beginning, plan: FaultPlan { fault, at_write, lasts }, has_copy };
                        if trial.can_be_survived() {
                            outcome.case(|| trial.name(), || trial.is_survived());
                        }
                    }
                }
            }
        }
    }
    outcome.notes.push(format!("{sites} writes of {} sessions", BEGINNINGS.len()));
    outcome
}

fn browser((_, text): (&str, &str), has_copy: bool) -> Browser {
    let texts = if text.is_empty() { None } else { Some((SLOTS[0], text)) };
    let browser = Browser::holding(texts);
    if has_copy { browser } else { browser.without_copy() }
}

/// Plays a session, and adds the edits that were reported as saved; returns the number of writes.
fn session(browser: &Browser, committed: &mut BTreeSet<Edit>) -> u32 {
    let mut tab = browser.opens();
    let mut said = BTreeSet::new();
    for edit in (0..EDITS).map(Edit) {
        if edit.0 % 3 == 2 {
            tab = browser.opens();
            said.retain(|edit: &Edit| edit.is_in(tab.model.document()));
        }
        tab.does(edit.msg());
        said.insert(edit);
        if tab.is_saved().is_err() && !browser.storage.is_dead() {
            // The page retries by itself.
            tab.does(PersistenceMsg::SaveAsked);
        }
        if browser.storage.is_dead() {
            break;
        }
        is_reported_correctly(browser, &tab, &said, committed);
    }
    browser.storage.writes()
}

/// What is reported as saved is saved, and a failure is reported.
fn is_reported_correctly(
    browser: &Browser,
    tab: &Tab<'_>,
    said: &BTreeSet<Edit>,
    committed: &mut BTreeSet<Edit>,
) {
    match tab.is_saved() {
        Ok(()) => committed.extend(said),
        Err(why) => {
            let is_visible = matches!(tab.model.saving(), Saving::Failed(_) | Saving::Off(_));
            assert!(is_visible, "the failure is not reported: {why}");
        }
    }
    let truth = browser.without_faults();
    let tab = truth.opens();
    for edit in committed.iter() {
        assert!(tab.offers(|document| edit.is_in(document)), "edit {} is lost at once", edit.0);
    }
}

impl Trial {
    /// Texts that are gone after a restart can only be restored from the second copy.
    fn can_be_survived(&self) -> bool {
        self.has_copy || !matches!(self.plan.fault, Fault::GoneAfterRestart | Fault::AllGoneAfterRestart)
    }

    fn is_survived(&self) {
        let browser = browser(self.beginning, self.has_copy);
        browser.storage.fails(self.plan);
        let mut committed = BTreeSet::new();
        session(&browser, &mut committed);
        browser.restarts();
        let mut tab = browser.opens();
        for edit in &committed {
            assert!(tab.offers(|document| edit.is_in(document)), "edit {} is lost", edit.0);
        }
        // Afterwards everything works again, and everything from the beginning is still there.
        tab.does(Edit(20).msg());
        assert_eq!(tab.is_saved(), Ok(()), "afterwards");
        let is_kept = match self::browser(self.beginning, false).opens().found() {
            Some(first) => tab.offers(|document| document.answers == first.answers),
            None => self.beginning.1.is_empty() || browser.has_text(self.beginning.1),
        };
        // Before there was a second copy, nothing survives a browser that clears everything.
        assert!(is_kept || self.plan.fault == Fault::AllGoneAfterRestart, "what there was is gone");
    }

    fn name(&self) -> String {
        let FaultPlan { fault, at_write, lasts } = self.plan;
        let copy = if self.has_copy { "with" } else { "without" };
        format!(
            "{fault:?} at write {at_write}, {lasts:?}, {copy} a copy, beginning with {}",
            self.beginning.0
        )
    }
}
