//! Drawing much in slices, each in a task of its own, so that the page answers in between.

use browser::clock::Timeout;
use yew::prelude::*;

/// Milliseconds before the first slice, in which the browser shows what was drawn before.
const PAUSE: u32 = 50;

/// Milliseconds between two slices: about one frame, so that each frame has one slice to lay out and paint.
const FRAME: u32 = 16;

/// Counts from 0 up to the number of slices, one per task; at `all_at_once` it is the number of slices from the
/// beginning.
#[hook]
pub fn use_slices(slices: usize, all_at_once: bool) -> usize {
    let drawn = use_state_eq(|| 0);
    let set_drawn = drawn.setter();
    use_effect_with((*drawn, slices, all_at_once), move |&(drawn, slices, all_at_once)| {
        let next = (drawn < slices && !all_at_once).then(|| {
            let wait = if drawn == 0 { PAUSE } else { FRAME };
            Timeout::new(wait, move || set_drawn.set(drawn + 1))
        });
        move || drop(next)
    });
    if all_at_once { slices } else { slices.min(*drawn) }
}
