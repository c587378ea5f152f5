//! Burn-up chart: effort done over time, and the forecast as a fan.

use yew::prelude::*;

use super::plot::{Axes, legend_entry, plot};
use crate::text::{dates, progress as words};
use planner::{BurnUp, Chances, Date};
use roadmap::Minutes;

#[derive(Properties, PartialEq)]
pub struct BurnUpChartProps {
    pub burn_up: BurnUp,
    /// The first day of study.
    pub start: Date,
    pub today: Date,
}

/// The chart from the first day of study to the 95 % date; nothing if that is not a range.
#[component]
pub fn BurnUpChart(props: &BurnUpChartProps) -> Html {
    let BurnUpChartProps { burn_up, start, today } = props;
    let done = burn_up.done.last().map_or(Minutes::ZERO, |(_, done)| *done);
    let last = burn_up.ahead.last().map(|(_, finish)| finish.p95).or(burn_up.done.last().map(|(on, _)| *on));
    let Some(to) = last.filter(|last| last > start) else { return Html::default() };
    let from = burn_up.done.first().map_or(*start, |(on, _)| *start.min(on));
    let total = f64::from(burn_up.total.0);
    let axes = Axes { from, to, highest: total };
    let now = (*today).clamp(from, to);
    let ahead = |date: fn(&Chances) -> Date| -> Vec<(Date, f64)> {
        let points = burn_up.ahead.iter().map(|(sum, finish)| (date(finish), f64::from(sum.0)));
        std::iter::once((now, f64::from(done.0))).chain(points).collect()
    };
    let (even, likely, sure) = (ahead(|c| c.p50), ahead(|c| c.p80), ahead(|c| c.p95));
    let planned = burn_up.baseline.iter().map(|(on, sum)| (*on, f64::from(sum.0)));
    let baseline = std::iter::once((from, 0.0)).chain(planned);
    let drawing = html! {
        <>
            { axes.horizontal("plot-total", total) }
            { axes.area("plot-fan", &even, &sure) }
            { axes.line("plot-even", even) }
            { axes.line("plot-likely", likely) }
            { axes.line("plot-nearly-sure", sure) }
            if !burn_up.baseline.is_empty() {
                { axes.line("plot-baseline", baseline) }
            }
            { axes.line("plot-line", steps(&burn_up.done, from, now)) }
            if (from..=to).contains(today) {
                { axes.vertical("plot-today", *today, total) }
            }
        </>
    };
    let caption = html! {
        <>
            <p class="plot-ends"><span>{ dates::short(from) }</span><span>{ dates::short(to) }</span></p>
            <p class="plot-height">{ words::height(burn_up.total) }</p>
            <ul class="plot-keys">
                { legend_entry("plot-line", words::effort_done(done)) }
                { legend_entry("plot-total", words::effort_total(burn_up.total)) }
                if !burn_up.baseline.is_empty() {
                    { legend_entry("plot-baseline", words::KEY_BASELINE) }
                }
                if !burn_up.ahead.is_empty() {
                    { legend_entry("plot-even", words::KEY_EVEN) }
                    { legend_entry("plot-likely", words::KEY_LIKELY) }
                    { legend_entry("plot-nearly-sure", words::KEY_NEARLY_SURE) }
                }
            </ul>
        </>
    };
    plot(words::burn_up(done, burn_up.total, !burn_up.baseline.is_empty()), drawing, caption)
}

/// A step line: effort is constant between two finishes.
fn steps(done: &[(Date, Minutes)], from: Date, now: Date) -> Vec<(Date, f64)> {
    let (mut points, mut sum) = (vec![(from, 0.0)], 0.0);
    for (on, done) in done {
        points.push((*on, sum));
        sum = f64::from(done.0);
        points.push((*on, sum));
    }
    points.push((now, sum));
    points
}
