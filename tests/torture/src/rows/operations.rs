//! Random sequences of everything that a learner can do: each reload restores the same plan.

use app::Document;

use crate::browser::{Browser, Tab};
use crate::dice::Dice;
use crate::difference::assert_same;
use crate::learner::any_msg;
use crate::{Outcome, Size};
use testkit::documents;

/// Operations in one session.
const OPERATIONS: usize = 300;

/// Runs sessions, each with its own seed, from the first one on.
pub fn run(seed: u64, size: Size) -> Outcome {
    let sessions = size.of(4, 1_000);
    let mut outcome = Outcome::of(format!("{} operations in {sessions} sessions", sessions * OPERATIONS));
    for seed in (seed..).take(sessions) {
        outcome.case(|| again(seed), || session(seed));
    }
    outcome
}

fn again(seed: u64) -> String {
    format!("cargo xtask torture --only operations --seed {seed}")
}

pub fn session(seed: u64) {
    let mut dice = Dice::new(seed);
    let browser = Browser::default();
    let mut tab = browser.opens();
    for operation in 0..OPERATIONS {
        match dice.below(100) {
            0..=3 => tab = reloaded(&browser, &tab, operation),
            4 => {
                browser.restarts();
                tab = reloaded(&browser, &tab, operation);
            }
            5 => tab.imports(any_document(&mut dice)),
            _ => {
                let msg = any_msg(&mut dice, &tab.model);
                tab.does(msg);
            }
        }
        assert_eq!(tab.is_saved(), Ok(()), "operation {operation}");
    }
    reloaded(&browser, &tab, OPERATIONS);
}

fn reloaded<'a>(browser: &'a Browser, before: &Tab<'_>, operation: usize) -> Tab<'a> {
    let tab = browser.opens();
    let when = format!("reloaded at operation {operation}");
    assert_same(tab.model.document(), before.model.document(), &when);
    // Where the history is too large, only the nearest states are kept.
    let nearest = |tab: &Tab<'_>| tab.model.history().past().last().map(|state| state.document.clone());
    assert_same(&nearest(&tab), &nearest(before), &when);
    tab
}

fn any_document(dice: &mut Dice) -> Document {
    match dice.below(4) {
        0 => documents::beginner(),
        1 => documents::two_paths(),
        2 => documents::everything(),
        _ => Document::new("python".into()),
    }
}
