//! The chance to be finished, over time.

use yew::prelude::*;

use super::plot::{Frame, key, plot};
use crate::text::{chances as words, dates};
use planner::{Chances, Date};

/// The curve with the dates of 50, 80 and 95 %.
pub fn chance_curve(points: &[(Date, f64)], finish: Chances) -> Html {
    let (Some(&(from, _)), Some(&(to, _))) = (points.first(), points.last()) else { return Html::default() };
    if from == to {
        return Html::default();
    }
    let frame = Frame { from, to, highest: 1.0 };
    let marks = [
        (0.5, finish.p50, "plot-even", words::KEY_P50),
        (0.8, finish.p80, "plot-likely", words::KEY_P80),
        (0.95, finish.p95, "plot-nearly-sure", words::KEY_P95),
    ];
    let drawing = html! {
        <>
            { frame.area("plot-area", points, &[(from, 0.0), (to, 0.0)]) }
            { frame.line("plot-line", points.iter().copied()) }
            { for marks.map(|(chance, date, class, _)| frame.upright(class, date, chance)) }
        </>
    };
    let below = html! {
        <>
            <p class="plot-ends"><span>{ dates::short(from) }</span><span>{ dates::short(to) }</span></p>
            <ul class="plot-keys">
                { for marks.map(|(_, date, class, name)| key(class, words::key(name, date))) }
            </ul>
        </>
    };
    plot(words::curve(finish), drawing, below)
}
