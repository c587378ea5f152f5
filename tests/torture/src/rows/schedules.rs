//! Two and three tabs that edit, hear of each other late or never, are killed and reopened, and switch
//! between roadmaps: no edit that was reported as saved is lost, and none ends up in the plan for another
//! roadmap.

use std::collections::BTreeSet;

use app::OwnRoadmap;
use testkit::{Fault, FaultPlan, Lasts};

use crate::browser::{Browser, Tab, own_roadmaps};
use crate::dice::Dice;
use crate::learner::Edit;
use crate::{Outcome, Size};

/// Events in one schedule. The history holds twenty states, and each edit and each conflict adds one.
const EVENTS: usize = 40;

/// Few enough edits that all of them fit into the history.
const MOST_EDITS: usize = 14;

/// Runs schedules, each with its own seed, from the first one on.
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

/// One schedule, with the shipped roadmap only.
pub fn schedule(seed: u64) {
    play(seed, None);
}

/// The same schedule, in which the tabs switch between roadmaps.
pub fn among_roadmaps(seed: u64) {
    play(seed, Some(Dice::new(!seed)));
}

/// Switches between roadmaps have dice of their own, so that a seed gives the same schedule without them.
fn play(seed: u64, mut moves: Option<Dice>) {
    let mut dice = Dice::new(seed);
    let browser = Browser::default();
    let mut tabs: Vec<Tab<'_>> = (0..2 + dice.below(2)).map(|_| browser.opens()).collect();
    let own = own_roadmaps();
    let roadmaps = [None, Some(&own[0]), Some(&own[1])];
    let mut committed = BTreeSet::new();
    let (mut edits, mut story) = (0, Vec::new());
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
                // Writes from here on stay in memory only, as in Chromium for some seconds.
                let plan =
                    FaultPlan { fault: Fault::GoneAfterRestart, at_write: 0, lasts: Lasts::FromThenOn };
                browser.storage.fails(plan);
                story.push("what is written stays in memory".to_owned());
            }
            16 => {
                browser.restarts();
                for tab in &mut tabs {
                    *tab = browser.opens();
                }
                story.push("the browser is killed and started".to_owned());
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

/// The index of the active roadmap; the shipped one is 0.
fn place_of(in_use: Option<&OwnRoadmap>, own: &[OwnRoadmap]) -> usize {
    in_use.and_then(|in_use| own.iter().position(|own| own == in_use)).map_or(0, |at| at + 1)
}

/// Once every tab has been visible, all of them show the stored plan.
fn all_agree(browser: &Browser, tabs: &mut [Tab<'_>], story: &[String]) {
    for _ in 0..2 {
        for tab in tabs.iter_mut() {
            tab.looks();
        }
    }
    for tab in tabs {
        let stored = browser.opens_with(tab.own());
        assert!(tab.model.document() == stored.model.document(), "tabs differ: {}", story.join(", "));
    }
}
