//! The likely finish on a line of dates: today, 50, 80 and 95 %, and the target.

use yew::prelude::*;

use crate::text::{chances as words, dates};
use planner::{Chances, Date};

#[derive(Properties, PartialEq)]
pub struct ChanceRulerProps {
    pub today: Date,
    pub finish: Chances,
    /// The target with the chance of making it.
    #[prop_or_default]
    pub target: Option<(Date, f64)>,
}

/// Where today is, and the last date, as fractions of the width.
const ENDS: (f64, f64) = (0.02, 0.91);
/// The width of a short date with some space, as a fraction of a small phone's.
const LABEL: f64 = 0.16;
/// Heights, in em of the drawing's text.
const LINE: &str = "4.3em";
const BAR: (&str, &str) = ("3.55em", "1.5em");
const CHANCE: &str = "6.5em";
const DATE: &str = "7.9em";

/// The ruler; nothing if the finish is a single date.
#[component]
pub fn ChanceRuler(props: &ChanceRulerProps) -> Html {
    let ChanceRulerProps { today, finish, target } = *props;
    if finish.p50 == finish.p95 {
        return Html::default();
    }
    let target = target.filter(|(on, _)| *on >= today);
    let scale = Scale { from: today, to: target.map_or(finish.p95, |(on, _)| on.max(finish.p95)) };
    let at = |date: Date| scale.at(date);
    let [p50, p80, p95] = [finish.p50, finish.p80, finish.p95].map(at);
    // Labels that would run into each other lie to the two sides of their places.
    let are_close = p80 - p50 < LABEL;
    let [of_p50, of_p80] = if are_close { [Side::Before, Side::After] } else { [Side::Middle; 2] };
    let shows_p95 = p95 - p80 > if are_close { 1.5 * LABEL } else { LABEL };
    let shows_today = p50 - ENDS.0 > if are_close { 2.0 * LABEL } else { LABEL };
    html! {
        <svg class="ruler" width="100%" role="img" aria-label={words::ruler(finish, target)}>
            <line class="c-line" x1={percent(ENDS.0)} x2="100%" y1={LINE} y2={LINE} />
            { bar("ruler-nearly-sure", p80, p95) }
            { bar("ruler-likely", p50, p80) }
            <circle class="ruler-today" cx={percent(ENDS.0)} cy={LINE} r="6" />
            if let Some((on, chance)) = target {
                { mark(at(on), &words::ruler_target(on, chance)) }
            }
            if shows_today {
                <text class="c-text ruler-now" x={percent(ENDS.0)} dx="-6" y={CHANCE}>{ words::KEY_TODAY }</text>
            }
            { label(p50, of_p50, words::KEY_P50, finish.p50) }
            { label(p80, of_p80, words::KEY_P80, finish.p80) }
            if shows_p95 {
                { label(p95, Side::Middle, words::KEY_P95, finish.p95) }
            }
        </svg>
    }
}

/// Dates along the line.
#[derive(Clone, Copy)]
struct Scale {
    from: Date,
    to: Date,
}

impl Scale {
    fn at(self, date: Date) -> f64 {
        let days = |date: Date| (date - self.from).num_days() as f64;
        ENDS.0 + (ENDS.1 - ENDS.0) * days(date) / days(self.to).max(1.0)
    }
}

/// Where a label lies beside its place.
#[derive(Clone, Copy)]
enum Side {
    Before,
    Middle,
    After,
}

impl Side {
    fn anchor(self) -> &'static str {
        match self {
            Self::Before => "end",
            Self::Middle => "middle",
            Self::After => "start",
        }
    }
}

fn bar(class: &'static str, from: f64, to: f64) -> Html {
    html! {
        <rect {class} x={percent(from)} width={percent((to - from).max(0.004))} y={BAR.0} height={BAR.1} rx="4" />
    }
}

/// A chance and its date below the line.
fn label(at: f64, side: Side, chance: &'static str, on: Date) -> Html {
    let (x, anchor) = (percent(at), side.anchor());
    html! {
        <>
            <text class="c-text c-strong" x={x.clone()} y={CHANCE} text-anchor={anchor}>{ chance }</text>
            <text class="c-text" {x} y={DATE} text-anchor={anchor}>{ dates::day_short(on) }</text>
        </>
    }
}

/// The target's line with its label above.
fn mark(at: f64, label: &str) -> Html {
    let side = match at {
        ..0.3 => Side::After,
        0.3..0.7 => Side::Middle,
        _ => Side::Before,
    };
    let x = percent(at);
    html! {
        <>
            <line class="ruler-target" x1={x.clone()} x2={x.clone()} y1="1.8em" y2="5.3em" />
            <text class="c-text c-strong" {x} y="1.2em" text-anchor={side.anchor()}>{ label }</text>
        </>
    }
}

fn percent(fraction: f64) -> String {
    format!("{:.2}%", 100.0 * fraction)
}
