//! The time that a timer shows, second by second.

use yew::prelude::*;

use crate::text::today as words;
use app::{Run, Timer};
use browser::{clock, page};

#[derive(Properties, PartialEq)]
pub struct TimerFaceProps {
    pub timer: Timer,
}

/// Ticks while the timer runs. Nobody wants each second read out, so it is no live region.
#[component]
pub fn TimerFace(props: &TimerFaceProps) -> Html {
    let TimerFaceProps { timer } = props;
    let tick = use_force_update();
    use_effect_with(matches!(timer.run, Run::Running(_)), move |runs| {
        let interval = runs.then(|| page::every(1, move || tick.force_update()));
        move || drop(interval)
    });
    html! { <p class="timer" role="timer">{ words::face(timer.elapsed(clock::instant()) / 1000) }</p> }
}
