//! The plan as bars on a calendar.
//!
//! Horizontal positions are fractions of the width, written as percentages in SVG attributes; heights are in
//! em. So the drawing fits any width with its text at normal size, and needs no `style` attributes, which the
//! page's Content-Security-Policy blocks. Assistive technology gets it as one image: a table on the same
//! screen has its dates.

mod bars;
mod calendar;
mod geometry;
mod pattern;

use yew::prelude::*;

use crate::text::{dates, timeline as words};
use calendar::Mark;
use geometry::{Axis, Extent, Scale};
use planner::{Chances, Date, DateRange, Status};

#[derive(Properties, PartialEq)]
pub struct TimelineProps {
    pub rows: Vec<TimelineRow>,
    pub today: Date,
    /// The first day of study.
    pub start: Date,
    #[prop_or_default]
    pub target: Option<Date>,
    #[prop_or_default]
    pub time_off: Vec<DateRange>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TimelineRow {
    pub title: AttrValue,
    /// The row's dates in words.
    pub dates: AttrValue,
    /// A heading above the row, where a new group begins.
    pub group: Option<AttrValue>,
    pub kind: RowKind,
    /// Start and finish of the bar; `None` for work that takes no time, such as a known phase.
    pub bar: Option<(Date, Chances)>,
    pub status: Status,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    Phase,
    Project,
}

/// There is at most one timeline on a page.
const DESCRIPTION_ID: &str = "timeline-description";

/// Least widths of the drawing, in characters of the scale, with the class that shows the scale from that
/// width on.
const SCALES: [(f64, &str); 4] = [
    (16.0, "timeline-scale timeline-scale-smallest"),
    (28.0, "timeline-scale timeline-scale-small"),
    (50.0, "timeline-scale timeline-scale-medium"),
    (78.0, "timeline-scale timeline-scale-large"),
];

/// The timeline; nothing if no row has a bar.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let TimelineProps { rows, today, start, target, time_off } = props;
    let drawn = rows.iter().filter_map(|row| row.bar);
    let Some(last) = drawn.clone().map(|(_, finishes)| finishes.p95).max() else { return Html::default() };
    let axis =
        Axis::showing(*start, drawn.flat_map(|(starts, finishes)| [starts, finishes.p95]).chain(*target));
    let scales =
        SCALES.map(|(characters, class)| (Scale::fitting(axis, characters, dates::month_short), class));
    let today = axis.midday(*today).map(|at| (Mark::Today, at));
    let target = target.and_then(|target| Some((Mark::Target(target), axis.end_of(target)?)));
    let marks: Vec<(Mark, f64)> = today.into_iter().chain(target).collect();
    let time_off: Vec<Extent> = time_off.iter().filter_map(|&dates| axis.extent(dates)).collect();
    html! {
        <figure class="timeline" role="img" aria-label={words::TITLE} aria-describedby={DESCRIPTION_ID}>
            <p id={DESCRIPTION_ID} hidden=true>{ words::description(rows.len(), *start, last) }</p>
            <div class="timeline-frame" aria-hidden="true">
                { calendar::backdrop(&scales, &time_off) }
                { calendar::names(&scales) }
                { calendar::flags(&marks) }
                { for rows.iter().map(|row| bars::row(row, axis)) }
                { calendar::lines(&marks) }
            </div>
            { bars::key(rows, &marks, !time_off.is_empty()) }
        </figure>
    }
}

/// A fraction of the width as an SVG percentage.
fn percent(fraction: f64) -> String {
    format!("{:.3}%", fraction * 100.0)
}
