//! Effort done over time, and the fan of what is to come.

use yew::prelude::*;

use super::plot::{Frame, key, plot};
use crate::text::{dates, progress as words};
use planner::{BurnUp, Chances, Date};
use roadmap::Minutes;

/// The chart from the first day of study to the date of 95 in 100.
pub fn burn_up_chart(burn_up: &BurnUp, start: Date, today: Date) -> Html {
    let done = burn_up.done.last().map_or(Minutes::ZERO, |(_, done)| *done);
    let last = burn_up.ahead.last().map(|(_, finish)| finish.p95).or(burn_up.done.last().map(|(on, _)| *on));
    let Some(to) = last.filter(|last| *last > start) else { return Html::default() };
    let from = burn_up.done.first().map_or(start, |(on, _)| start.min(*on));
    let frame = Frame { from, to, highest: f64::from(burn_up.total.0) };
    let now = today.clamp(from, to);
    let ahead = |date: fn(&Chances) -> Date| -> Vec<(Date, f64)> {
        let points = burn_up.ahead.iter().map(|(sum, finish)| (date(finish), f64::from(sum.0)));
        std::iter::once((now, f64::from(done.0))).chain(points).collect()
    };
    let (even, likely, sure) = (ahead(|c| c.p50), ahead(|c| c.p80), ahead(|c| c.p95));
    let drawing = html! {
        <>
            { frame.level("plot-total", f64::from(burn_up.total.0)) }
            { frame.area("plot-fan", &even, &sure) }
            { frame.line("plot-even", even) }
            { frame.line("plot-likely", likely) }
            { frame.line("plot-nearly-sure", sure) }
            { frame.line("plot-line", steps(burn_up, from, now)) }
            if (from..=to).contains(&today) {
                { frame.upright("plot-today", today, f64::from(burn_up.total.0)) }
            }
        </>
    };
    let below = html! {
        <>
            <p class="plot-ends"><span>{ dates::short(from) }</span><span>{ dates::short(to) }</span></p>
            <ul class="plot-keys">
                { key("plot-line", words::effort_done(done)) }
                { key("plot-total", words::effort_total(burn_up.total)) }
                if !burn_up.ahead.is_empty() {
                    { key("plot-even", words::KEY_EVEN.to_owned()) }
                    { key("plot-likely", words::KEY_LIKELY.to_owned()) }
                    { key("plot-nearly-sure", words::KEY_NEARLY_SURE.to_owned()) }
                }
            </ul>
        </>
    };
    plot(words::burn_up(done, burn_up.total), drawing, below)
}

/// Effort stays as it is until something more is finished.
fn steps(burn_up: &BurnUp, from: Date, now: Date) -> Vec<(Date, f64)> {
    let (mut points, mut sum) = (vec![(from, 0.0)], 0.0);
    for (on, done) in &burn_up.done {
        points.push((*on, sum));
        sum = f64::from(done.0);
        points.push((*on, sum));
    }
    points.push((now, sum));
    points
}
