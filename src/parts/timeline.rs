//! A plan as bars on a calendar.
//!
//! Positions are shares of the width, given as percentages in SVG attributes, and heights follow the text, so the
//! drawing fills any width with its text at its own size and needs no `style` attributes, which the page's policy
//! forbids. It is a single image to assistive technology: the caller shows the same content as text beside it.

mod bars;
mod calendar;
mod geometry;
mod pattern;

use chrono::Datelike;
use yew::prelude::*;

use super::decimal;
use calendar::Mark;
use geometry::{Axis, Scale, Stretch};
use planner::{Chances, Date, DateRange, Status};

/// What the timeline shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// The work in order.
    pub rows: Vec<Row>,
    /// The learner's today; marked if it lies within the plan.
    pub today: Date,
    /// The first day of study.
    pub start: Date,
    /// By when the learner would like to finish.
    pub target: Option<Date>,
    /// Dates without study.
    pub time_off: Vec<DateRange>,
    /// All words that are not of one row.
    pub words: TimelineWords,
}

/// A piece of work.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is called.
    pub title: AttrValue,
    /// Its dates in words.
    pub dates: AttrValue,
    /// The heading of the rows from here on, where a new group begins.
    pub group: Option<AttrValue>,
    /// Which kind of work it is.
    pub kind: RowKind,
    /// When it begins and when it is finished; nothing where it takes no time of the plan.
    pub dates_drawn: Option<(Date, Chances)>,
    /// How far it has come.
    pub status: Status,
}

/// A kind of work, each with its own form of bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A phase.
    Phase,
    /// A chosen project.
    Project,
}

/// What a person reads beside the rows.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineWords {
    /// The name of the drawing.
    pub title: AttrValue,
    /// What it shows, for those who cannot see it.
    pub description: AttrValue,
    /// The short names of the months from January.
    pub months: [AttrValue; 12],
    /// Beside the line of today.
    pub today: AttrValue,
    /// Beside the line of the target, for instance with its date.
    pub target: AttrValue,
    /// In the key: a phase up to its even chance.
    pub phase: AttrValue,
    /// In the key: a project up to its even chance.
    pub project: AttrValue,
    /// In the key: from the even chance to 8 in 10.
    pub likely: AttrValue,
    /// In the key: from 8 in 10 to 95 in 100.
    pub nearly_sure: AttrValue,
    /// In the key: dates without study.
    pub time_off: AttrValue,
    /// In the key: a row that is in progress.
    pub in_progress: AttrValue,
    /// In the key: a row that is done.
    pub done: AttrValue,
}

impl TimelineWords {
    fn month(&self, date: Date) -> String {
        self.months[date.month0() as usize].to_string()
    }
}

/// A page has one timeline at most.
const DESCRIPTION_ID: &str = "timeline-description";

/// How wide the drawing may be at least, in letters of its scale, and the class that the style sheet shows it by.
const SCALES: [(f64, &str); 4] = [
    (16.0, "timeline-scale timeline-scale-smallest"),
    (28.0, "timeline-scale timeline-scale-small"),
    (50.0, "timeline-scale timeline-scale-medium"),
    (78.0, "timeline-scale timeline-scale-large"),
];

/// The timeline of a plan.
pub fn timeline(props: &Timeline) -> Html {
    let Timeline { rows, words, .. } = props;
    let drawn = rows.iter().filter_map(|row| row.dates_drawn);
    let work = drawn.flat_map(|(starts, finishes)| [starts, finishes.p95]);
    let axis = Axis::showing(props.start, work.chain(props.target));
    let scales =
        SCALES.map(|(letters, class)| (Scale::fitting(axis, letters, |date| words.month(date)), class));
    let today = axis.midday(props.today).map(|at| (Mark::Today, at));
    let target = props.target.and_then(|target| axis.close(target)).map(|at| (Mark::Target, at));
    let marks: Vec<(Mark, f64)> = today.into_iter().chain(target).collect();
    let time_off: Vec<Stretch> = props.time_off.iter().filter_map(|&dates| axis.stretch(dates)).collect();
    html! {
        <figure class="timeline" role="img" aria-label={words.title.clone()} aria-describedby={DESCRIPTION_ID}>
            <p id={DESCRIPTION_ID} hidden=true>{ &words.description }</p>
            <div class="timeline-frame" aria-hidden="true">
                { calendar::backdrop(&scales, &time_off) }
                { calendar::names(&scales) }
                { calendar::flags(&marks, words) }
                { for rows.iter().map(|row| bars::row(row, axis)) }
                { calendar::lines(&marks) }
            </div>
            { bars::key(props, &marks, !time_off.is_empty()) }
        </figure>
    }
}

/// A share of the width as SVG has it.
fn percent(share: f64) -> String {
    decimal(share * 100.0) + "%"
}
