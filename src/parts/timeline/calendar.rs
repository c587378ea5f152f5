//! The layers behind and above the bars: grid, names of months and years, dates off, and the lines for today
//! and the target date.

use yew::prelude::*;

use super::geometry::{Extent, Scale, Tick};
use super::pattern::{self, Pattern};
use super::percent;
use crate::text::timeline as words;
use planner::Date;

/// A scale with its class: the style sheet shows the one that fits the drawing's width.
pub type ClassedScale = (Scale, &'static str);

/// A date marked by a vertical line.
#[derive(Clone, Copy)]
pub enum Mark {
    Today,
    Target(Date),
}

impl Mark {
    pub fn label(self) -> String {
        match self {
            Self::Today => words::TODAY.to_owned(),
            Self::Target(date) => words::target(date),
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Today => "timeline-today",
            Self::Target(_) => "timeline-target",
        }
    }
}

pub fn backdrop(scales: &[ClassedScale], time_off: &[Extent]) -> Html {
    html! {
        <svg class="timeline-backdrop" width="100%" height="100%">
            { pattern::definitions() }
            { for time_off.iter().map(|&Extent { x, width }| html! {
                <rect
                    x={percent(x)}
                    width={percent(width)}
                    y="3.3em"
                    height="100%"
                    fill={Pattern::TIME_OFF.fill()}
                />
            }) }
            { for scales.iter().map(|(scale, class)| html! {
                <g class={*class}>
                    { for scale.below.iter().map(|tick| grid_line(tick, "timeline-grid", "1.75em")) }
                    { for scale.above.iter().map(|tick| {
                        grid_line(tick, "timeline-grid timeline-grid-above", "0")
                    }) }
                </g>
            }) }
        </svg>
    }
}

fn grid_line(tick: &Tick, class: &'static str, from: &'static str) -> Html {
    html! { <line {class} x1={percent(tick.x)} x2={percent(tick.x)} y1={from} y2="100%" /> }
}

/// The names of months and years along the top.
pub fn names(scales: &[ClassedScale]) -> Html {
    html! {
        <svg class="timeline-names" width="100%">
            { for scales.iter().map(|(scale, class)| html! {
                <g class={*class}>
                    { for scale.above.iter().filter_map(|tick| name(tick, "timeline-name-above", "1.15em")) }
                    { for scale.below.iter().filter_map(|tick| name(tick, "timeline-name", "2.75em")) }
                </g>
            }) }
        </svg>
    }
}

fn name(tick: &Tick, class: &'static str, y: &'static str) -> Option<Html> {
    let name = tick.name.as_ref()?;
    Some(html! { <text {class} x={percent(tick.x)} {y} dx="0.35em">{ name }</text> })
}

/// The labels of the lines, each in its own row.
pub fn flags(marks: &[(Mark, f64)]) -> Html {
    let flag = |&(mark, at): &(Mark, f64)| {
        let (anchor, dx) = if has_label_on_right(at) { ("start", "0.85em") } else { ("end", "-0.85em") };
        html! {
            <svg class={classes!("timeline-flag", mark.class())} width="100%">
                <text x={percent(at)} y="1.15em" {dx} text-anchor={anchor}>{ mark.label() }</text>
            </svg>
        }
    };
    html! { { for marks.iter().map(flag) } }
}

/// The lines, above everything else. Each begins next to its label.
pub fn lines(marks: &[(Mark, f64)]) -> Html {
    html! {
        <svg class="timeline-lines" width="100%" height="100%">
            { for marks.iter().zip(["4.1em", "5.7em"]).map(|(&(mark, at), y)| line(mark, at, y)) }
        </svg>
    }
}

/// A sample of the line for the legend.
pub fn short_line(mark: Mark) -> Html {
    html! { <svg class="timeline-swatch">{ line(mark, 0.5, "0.6em") }</svg> }
}

fn line(mark: Mark, at: f64, y: &'static str) -> Html {
    let x = percent(at);
    html! {
        <g class={mark.class()}>
            <line class="timeline-mark-edge" x1={x.clone()} x2={x.clone()} y1={y} y2="100%" />
            <line class="timeline-mark-line" x1={x.clone()} x2={x.clone()} y1={y} y2="100%" />
            <svg class="timeline-mark-head" {x} {y}>{ head(mark, at) }</svg>
        </g>
    }
}

/// A dot for today; for the target a pennant that points away from its label.
fn head(mark: Mark, at: f64) -> Html {
    match mark {
        Mark::Today => html! { <circle r="5" /> },
        Mark::Target(_) if has_label_on_right(at) => html! { <path d="M1 -7 L-10 -2.5 L1 2 Z" /> },
        Mark::Target(_) => html! { <path d="M-1 -7 L10 -2.5 L-1 2 Z" /> },
    }
}

/// Labels go to the wider side of their line.
fn has_label_on_right(at: f64) -> bool {
    at < 0.5
}
