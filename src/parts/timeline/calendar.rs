//! What lies behind and over the bars: months and years, dates off, the lines of today and the target.

use yew::prelude::*;

use super::geometry::{Scale, Stretch, Tick};
use super::pattern::{self, Pattern};
use super::{TimelineWords, percent};

/// A scale with the class by which the style sheet shows it.
pub type ClassedScale = (Scale, &'static str);

/// A day with a line from top to bottom.
#[derive(Clone, Copy)]
pub enum Mark {
    /// The learner's today.
    Today,
    /// By when the learner would like to finish.
    Target,
}

impl Mark {
    /// What a person reads beside the line.
    pub fn label(self, words: &TimelineWords) -> &AttrValue {
        match self {
            Self::Today => &words.today,
            Self::Target => &words.target,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Today => "timeline-today",
            Self::Target => "timeline-target",
        }
    }
}

/// Grid lines and dates off.
pub fn backdrop(scales: &[ClassedScale], time_off: &[Stretch]) -> Html {
    html! {
        <svg class="timeline-backdrop" width="100%" height="100%">
            { pattern::definitions() }
            { for time_off.iter().map(|&Stretch { x, width }| html! {
                <rect x={percent(x)} width={percent(width)} y="3.3em" height="100%" fill={Pattern::TIME_OFF.fill()} />
            }) }
            { for scales.iter().map(|(scale, class)| html! {
                <g class={*class}>
                    { for scale.below.iter().map(|tick| grid_line(tick, "timeline-grid", "1.75em")) }
                    { for scale.above.iter().map(|tick| grid_line(tick, "timeline-grid timeline-grid-above", "0")) }
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

/// The labels of the lines, one under the other.
pub fn flags(marks: &[(Mark, f64)], words: &TimelineWords) -> Html {
    let flag = |&(mark, at): &(Mark, f64)| {
        let (anchor, dx) = if has_label_on_right(at) { ("start", "0.85em") } else { ("end", "-0.85em") };
        html! {
            <svg class={classes!("timeline-flag", mark.class())} width="100%">
                <text x={percent(at)} y="1.15em" {dx} text-anchor={anchor}>{ mark.label(words) }</text>
            </svg>
        }
    };
    html! { { for marks.iter().map(flag) } }
}

/// The lines over everything else; each begins beside its label.
pub fn lines(marks: &[(Mark, f64)]) -> Html {
    html! {
        <svg class="timeline-lines" width="100%" height="100%">
            { for marks.iter().zip(["4.1em", "5.7em"]).map(|(&(mark, at), y)| line(mark, at, y)) }
        </svg>
    }
}

/// A line as it is drawn, short enough for the key.
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

/// A dot for today; for the target a pennant that flies away from its label.
fn head(mark: Mark, at: f64) -> Html {
    match mark {
        Mark::Today => html! { <circle r="5" /> },
        Mark::Target if has_label_on_right(at) => html! { <path d="M1 -7 L-10 -2.5 L1 2 Z" /> },
        Mark::Target => html! { <path d="M-1 -7 L10 -2.5 L-1 2 Z" /> },
    }
}

/// A label is on the side of its line that has more room.
fn has_label_on_right(at: f64) -> bool {
    at < 0.5
}
