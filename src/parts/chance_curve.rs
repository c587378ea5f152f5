//! The probability of being finished, over time.

use yew::prelude::*;

use super::plot::{Axes, legend_entry, plot};
use crate::text::{chances as words, dates};
use planner::{Chances, Date};

#[derive(Properties, PartialEq)]
pub struct ChanceCurveProps {
    /// Dates in order, each with a probability from 0 to 1.
    pub points: Vec<(Date, f64)>,
    pub finish: Chances,
}

/// The curve with the 50, 80 and 95 % dates; nothing if it spans no time.
#[component]
pub fn ChanceCurve(props: &ChanceCurveProps) -> Html {
    let ChanceCurveProps { points, finish } = props;
    let (Some(&(from, _)), Some(&(to, _))) = (points.first(), points.last()) else { return Html::default() };
    if from == to {
        return Html::default();
    }
    let axes = Axes { from, to, highest: 1.0 };
    let marks = [
        (0.5, finish.p50, "plot-even", words::KEY_P50),
        (0.8, finish.p80, "plot-likely", words::KEY_P80),
        (0.95, finish.p95, "plot-nearly-sure", words::KEY_P95),
    ];
    let drawing = html! {
        <>
            { axes.area("plot-area", points, &[(from, 0.0), (to, 0.0)]) }
            { axes.line("plot-line", points.iter().copied()) }
            { for marks.map(|(chance, date, class, _)| axes.vertical(class, date, chance)) }
        </>
    };
    let caption = html! {
        <>
            <p class="plot-ends"><span>{ dates::short(from) }</span><span>{ dates::short(to) }</span></p>
            <ul class="plot-keys">
                { for marks.map(|(_, date, class, name)| legend_entry(class, words::key(name, date))) }
            </ul>
        </>
    };
    plot(words::curve(*finish), drawing, caption)
}
