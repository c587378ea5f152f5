//! The timeline's rows and its legend.

use yew::prelude::*;

use super::calendar::{self, Mark};
use super::geometry::{Axis, Extent};
use super::pattern::Pattern;
use super::{RowKind, TimelineRow, percent};
use crate::text::timeline as words;
use planner::Status;

/// The style of one kind of bar: kinds differ in thickness and color.
struct BarStyle {
    class: &'static str,
    y: &'static str,
    height: &'static str,
    round: &'static str,
    range: Pattern,
}

impl BarStyle {
    fn of(kind: RowKind) -> Self {
        match kind {
            RowKind::Phase => Self {
                class: "timeline-phase",
                y: "0.2em",
                height: "1.1em",
                round: "0.55em",
                range: Pattern::PHASE_RANGE,
            },
            RowKind::Project => Self {
                class: "timeline-project",
                y: "0.45em",
                height: "0.6em",
                round: "0.3em",
                range: Pattern::PROJECT_RANGE,
            },
        }
    }

    /// From the start to the 95% date.
    fn nearly_sure(&self, extent: Extent) -> Html {
        self.rect("timeline-bar-nearly-sure", extent, "none".to_owned())
    }

    /// From the start to the 80% date.
    fn likely(&self, extent: Extent) -> Html {
        self.rect("timeline-bar-likely", extent, self.range.fill())
    }

    /// From the start to the 50% date.
    fn even(&self, extent: Extent) -> Html {
        self.rect("timeline-bar-even", extent, "currentColor".to_owned())
    }

    fn rect(&self, class: &'static str, Extent { x, width }: Extent, fill: String) -> Html {
        let Self { y, height, round, .. } = *self;
        html! { <rect {class} x={percent(x)} width={percent(width)} {y} {height} rx={round} {fill} /> }
    }
}

pub fn row(row: &TimelineRow, axis: Axis) -> Html {
    let bar = row.bar.map(|(starts, finishes)| axis.bar(starts, finishes));
    let style = BarStyle::of(row.kind);
    let done = matches!(row.status, Status::Done(_)).then_some("timeline-done");
    html! {
        <>
            if let Some(group) = &row.group {
                <p class="timeline-group">{ group }</p>
            }
            <div class="timeline-title">
                { status_icon(row.kind, row.status) }
                <p>{ &row.title }{ " " }<span class="timeline-dates">{ &row.dates }</span></p>
            </div>
            <svg class={classes!("timeline-bar", style.class, done)} width="100%">
                if let Some(bar) = bar {
                    { style.nearly_sure(bar.nearly_sure) }
                    { style.likely(bar.likely) }
                    { style.even(bar.even) }
                }
            </svg>
        </>
    }
}

const DISC: &str = "M8 1.5 A6.5 6.5 0 0 1 8 14.5 A6.5 6.5 0 0 1 8 1.5 Z";
const DIAMOND: &str = "M8 1.2 L14.8 8 L8 14.8 L1.2 8 Z";
const SQUARE: &str = "M2.5 2.5 H13.5 V13.5 H2.5 Z";

/// A ring, or a square for a project; a full diamond for what is going on, and a disc with a check mark for what is done.
fn status_icon(kind: RowKind, status: Status) -> Html {
    let shape = match kind {
        RowKind::Phase => DISC,
        RowKind::Project => SQUARE,
    };
    let (class, shape, mark) = match status {
        Status::NotStarted => (None, shape, None),
        Status::Skipped(_) => (None, shape, Some(("timeline-dash", "M5 8 H11"))),
        Status::InProgress => (Some("timeline-begun"), DIAMOND, None),
        Status::Done(_) | Status::Known => {
            (Some("timeline-done"), DISC, Some(("timeline-check", "M5 8.2 L7.2 10.4 L11 6")))
        }
    };
    html! {
        <svg class={classes!("timeline-sign", BarStyle::of(kind).class, class)} viewBox="0 0 16 16">
            <path class="timeline-edge" d={shape} />
            if let Some((class, d)) = mark {
                <path {class} {d} />
            }
        </svg>
    }
}

/// The legend of what is in this drawing. The style sheet hides the entries of vertical lines where the
/// lines' own labels have room.
pub fn key(rows: &[TimelineRow], marks: &[(Mark, f64)], has_time_off: bool) -> Html {
    let entry = |(swatch, label): Entry| html! { <li>{ swatch }{ label }</li> };
    let stripes = html! { <rect width="100%" height="100%" fill={Pattern::TIME_OFF.fill()} /> };
    let time_off = has_time_off.then(|| (swatch("timeline-time-off", stripes), words::TIME_OFF));
    html! {
        <ul class="timeline-key" aria-hidden="true">
            { for marks.iter().map(|&(mark, _)| html! {
                <li class="timeline-key-mark">{ calendar::short_line(mark) }{ mark.label() }</li>
            }) }
            { for bar_entries(rows).into_iter().chain(time_off).chain(status_entries(rows)).map(entry) }
        </ul>
    }
}

/// A legend entry: its swatch and its label.
type Entry = (Html, &'static str);

fn bar_entries(rows: &[TimelineRow]) -> Vec<Entry> {
    let [third, two_thirds, all] = [1.0, 2.0, 3.0].map(|thirds| Extent { x: 0.0, width: thirds / 3.0 });
    let kinds = [(RowKind::Phase, words::PHASE), (RowKind::Project, words::PROJECT)];
    let drawn = kinds.into_iter().filter(|(kind, _)| rows.iter().any(|row| row.kind == *kind));
    let mut entries: Vec<Entry> = drawn
        .map(|(kind, label)| {
            let style = BarStyle::of(kind);
            (swatch(style.class, style.even(all)), label)
        })
        .collect();
    let is_range = |row: &&TimelineRow| row.bar.is_some_and(|(_, finishes)| finishes.p50 < finishes.p95);
    if let Some(row) = rows.iter().find(is_range) {
        let style = BarStyle::of(row.kind);
        let likely = html! { <>{ style.likely(two_thirds) }{ style.even(third) }</> };
        entries.push((swatch(style.class, likely), words::LIKELY));
        let nearly_sure = html! { <>{ style.nearly_sure(all) }{ style.likely(third) }</> };
        entries.push((swatch(style.class, nearly_sure), words::NEARLY_SURE));
    }
    entries
}

/// One entry for each status in the rows, in their order.
fn status_entries(rows: &[TimelineRow]) -> Vec<Entry> {
    let label = |status| match status {
        Status::NotStarted | Status::Skipped(_) => None,
        Status::InProgress => Some(words::IN_PROGRESS),
        Status::Done(_) | Status::Known => Some(words::DONE),
    };
    let mut entries: Vec<Entry> = Vec::new();
    for row in rows {
        if let Some(label) = label(row.status)
            && entries.iter().all(|(_, listed)| *listed != label)
        {
            entries.push((status_icon(row.kind, row.status), label));
        }
    }
    entries
}

fn swatch(class: &'static str, drawing: Html) -> Html {
    html! { <svg class={classes!("timeline-swatch", class)}>{ drawing }</svg> }
}
