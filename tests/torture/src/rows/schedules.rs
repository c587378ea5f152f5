//! Two and three tabs that edit, hear of each other late or never, are killed and opened again, beside a page of
//! before that knows of nothing but its own text: no edit that was said to be saved is lost.

use std::collections::BTreeSet;

use serde_json::Value;
use waymark::storage::{Fault, FaultPlan, Lasts, SLOTS};

use crate::browser::{Browser, Tab};
use crate::dice::Dice;
use crate::learner::Edit;
use crate::{Outcome, Size};

/// What happens in one schedule. The history holds twenty states, and each edit and each difference makes one.
const EVENTS: usize = 40;

/// So many edits at most, so that all of them fit into the history.
const MOST_EDITS: usize = 14;

/// A plan as the page of the version before saved it.
const OLDER: &str = include_str!("../../../data/saved/v2-saved-unfinished.json");

/// So many schedules, each with a seed of its own: the first seed and those after it.
pub fn run(seed: u64, size: Size) -> Outcome {
    let schedules = size.of(60, 1_000);
    let mut outcome = Outcome::of(format!("{schedules} schedules of two and three tabs"));
    for seed in (seed..).take(schedules) {
        let name = || format!("cargo xtask torture --only schedules --seed {seed}");
        outcome.case(name, || schedule(seed));
    }
    outcome
}

/// A window with the page of the version before, which writes over whatever is there.
struct OlderPage(Value);

impl OlderPage {
    fn opens() -> Self {
        Self(serde_json::from_str(OLDER).expect("a saved plan is JSON"))
    }

    fn does(&mut self, edit: Edit, browser: &Browser) {
        let agreed = self.0["document"]["agreed"].as_array_mut().expect("a list of statements");
        agreed.push(format!("edit-{}", edit.0).into());
        browser.storage.is_given(SLOTS[0], &self.0.to_string());
    }
}

/// One schedule.
pub fn schedule(seed: u64) {
    let mut dice = Dice::new(seed);
    let has_older_page = dice.once_in(3);
    let browser = if has_older_page { Browser::holding([(SLOTS[0], OLDER)]) } else { Browser::default() };
    let mut older = has_older_page.then(OlderPage::opens);
    let mut tabs: Vec<Tab<'_>> = (0..2 + dice.below(2)).map(|_| browser.opens()).collect();
    let mut committed = BTreeSet::new();
    let (mut edits, mut story, mut is_in_memory) = (0, Vec::new(), false);
    for _ in 0..EVENTS {
        let at = dice.below(tabs.len());
        match dice.below(20) {
            0..=8 if edits < MOST_EDITS => {
                let edit = Edit(edits);
                edits += 1;
                tabs[at].does(edit.msg());
                assert_eq!(tabs[at].is_saved(), Ok(()));
                committed.insert(edit);
                story.push(format!("tab {at} does {}", edit.0));
            }
            9..=13 => {
                tabs[at].looks();
                story.push(format!("tab {at} looks"));
            }
            14 => {
                tabs[at] = browser.opens();
                story.push(format!("tab {at} is opened again"));
            }
            15 => {
                // What is written from here on lies in memory only, as in Chromium for some seconds.
                let plan =
                    FaultPlan { fault: Fault::GoneAfterRestart, at_write: 0, lasts: Lasts::FromThenOn };
                browser.storage.fails(plan);
                is_in_memory = true;
                story.push("what is written stays in memory".to_owned());
            }
            16 => {
                browser.restarts();
                for tab in &mut tabs {
                    *tab = browser.opens();
                }
                (older, is_in_memory) = (None, false);
                story.push("the browser is killed and started".to_owned());
            }
            17 => {
                // That page has no second copy, so that what it leaves in memory is beyond anybody's help.
                let can_keep = !is_in_memory && edits + 5 < MOST_EDITS;
                if let Some(older) = older.as_mut().filter(|_| can_keep) {
                    edits = edits.next_multiple_of(5);
                    older.does(Edit(edits), &browser);
                    committed.insert(Edit(edits));
                    story.push(format!("the older page does {edits}"));
                    edits += 1;
                }
            }
            _ => {}
        }
        let shown = browser.opens();
        for edit in &committed {
            assert!(
                shown.offers(|document| edit.is_in(document)),
                "{} is lost: {}",
                edit.0,
                story.join(", ")
            );
        }
    }
    all_agree(&browser, &mut tabs, &story);
}

/// Once every tab has been looked at, all of them show what is stored.
fn all_agree(browser: &Browser, tabs: &mut [Tab<'_>], story: &[String]) {
    for _ in 0..2 {
        for tab in tabs.iter_mut() {
            tab.looks();
        }
    }
    let stored = browser.opens();
    for tab in tabs {
        assert!(tab.model.document == stored.model.document, "tabs differ: {}", story.join(", "));
    }
}
