//! Two and three tabs that edit, hear of each other late or never, are killed and opened again, go from one roadmap to
//! another and back, beside a page of before that knows of nothing but its own text: no edit that was said to be saved
//! is lost, nor does one come to be in the plan for another roadmap.

use std::collections::BTreeSet;

use app::OwnRoadmap;
use serde_json::Value;
use storage::SLOTS;
use testkit::{Fault, FaultPlan, Lasts};

use crate::browser::{Browser, Tab, own_roadmaps};
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
        outcome.case(|| format!("{}, among roadmaps", name()), || among_roadmaps(seed));
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

/// One schedule, with the shipped roadmap only.
pub fn schedule(seed: u64) {
    play(seed, None);
}

/// The same schedule, in which the tabs go from roadmap to roadmap.
pub fn among_roadmaps(seed: u64) {
    play(seed, Some(Dice::new(!seed)));
}

/// The moves between roadmaps have dice of their own, so that a seed stays the same schedule without them.
fn play(seed: u64, mut moves: Option<Dice>) {
    let mut dice = Dice::new(seed);
    let has_older_page = dice.once_in(3);
    let browser = if has_older_page { Browser::holding([(SLOTS[0], OLDER)]) } else { Browser::default() };
    let mut older = has_older_page.then(OlderPage::opens);
    let mut tabs: Vec<Tab<'_>> = (0..2 + dice.below(2)).map(|_| browser.opens()).collect();
    let own = own_roadmaps();
    let roadmaps = [None, Some(&own[0]), Some(&own[1])];
    let mut committed = BTreeSet::new();
    let (mut edits, mut story, mut is_in_memory) = (0, Vec::new(), false);
    for _ in 0..EVENTS {
        let at = dice.below(tabs.len());
        if let Some(moves) = &mut moves
            && moves.once_in(4)
        {
            let (tab, place) = (moves.below(tabs.len()), moves.below(roadmaps.len()));
            tabs[tab].uses(roadmaps[place]);
            story.push(format!("tab {tab} goes to roadmap {place}"));
        }
        match dice.below(20) {
            0..=8 if edits < MOST_EDITS => {
                let edit = Edit(edits);
                edits += 1;
                tabs[at].does(edit.msg());
                assert_eq!(tabs[at].is_saved(), Ok(()));
                committed.insert((place_of(tabs[at].own(), &own), edit));
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
                    committed.insert((0, Edit(edits)));
                    story.push(format!("the older page does {edits}"));
                    edits += 1;
                }
            }
            _ => {}
        }
        for (place, own) in roadmaps.into_iter().enumerate() {
            let shown = browser.opens_with(own);
            for edit in (0..edits).map(Edit) {
                let (is_there, story) = (shown.offers(|document| edit.is_in(document)), story.join(", "));
                let was_said = committed.contains(&(place, edit));
                assert!(
                    is_there == was_said,
                    "{} in the plan for roadmap {place}: {is_there}: {story}",
                    edit.0
                );
            }
        }
    }
    all_agree(&browser, &mut tabs, &story);
}

/// Which of the roadmaps is in use: the shipped one is the first.
fn place_of(in_use: Option<&OwnRoadmap>, own: &[OwnRoadmap]) -> usize {
    in_use.and_then(|in_use| own.iter().position(|own| own == in_use)).map_or(0, |at| at + 1)
}

/// Once every tab has been looked at, all of them show what is stored.
fn all_agree(browser: &Browser, tabs: &mut [Tab<'_>], story: &[String]) {
    for _ in 0..2 {
        for tab in tabs.iter_mut() {
            tab.looks();
        }
    }
    for tab in tabs {
        let stored = browser.opens_with(tab.own());
        assert!(tab.model.document == stored.model.document, "tabs differ: {}", story.join(", "));
    }
}
