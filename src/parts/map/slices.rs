//! Draws a large map in slices, each in its own task, so that the page stays responsive.

use browser::clock::Timeout;
use yew::prelude::*;

/// Milliseconds before the first slice, which let the browser paint what is drawn already.
const PAUSE: u32 = 50;

/// Milliseconds between two slices: about one frame, so that each frame has one slice to lay out and paint.
const FRAME: u32 = 16;

/// The number of slices to draw now: grows by one per task from 0 to `slices`, or is `slices` at once if `all_at_once`.
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
