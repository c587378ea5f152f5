//! The rows of work, and the key to how they are drawn.

use yew::prelude::*;

use super::calendar::{self, Mark};
use super::geometry::{Axis, Stretch};
use super::pattern::Pattern;
use super::{Row, RowKind, Timeline, percent};
use planner::Status;

/// The looks of a kind of work: thickness and colour tell the kinds apart.
struct Form {
    class: &'static str,
    y: &'static str,
    height: &'static str,
    round: &'static str,
    range: Pattern,
}

impl Form {
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

    /// From the start to 95 in 100.
    fn nearly_sure(&self, stretch: Stretch) -> Html {
        self.piece("timeline-bar-nearly-sure", stretch, "none".to_owned())
    }

    /// From the start to 8 in 10.
    fn likely(&self, stretch: Stretch) -> Html {
        self.piece("timeline-bar-likely", stretch, self.range.fill())
    }

    /// From the start to the even chance.
    fn even(&self, stretch: Stretch) -> Html {
        self.piece("timeline-bar-even", stretch, "currentColor".to_owned())
    }

    fn piece(&self, class: &'static str, Stretch { x, width }: Stretch, fill: String) -> Html {
        let Self { y, height, round, .. } = *self;
        html! { <rect {class} x={percent(x)} width={percent(width)} {y} {height} rx={round} {fill} /> }
    }
}

/// A row: the title, then the bar.
pub fn row(row: &Row, axis: Axis) -> Html {
    let bar = row.dates_drawn.map(|(starts, finishes)| axis.bar(starts, finishes));
    let form = Form::of(row.kind);
    html! {
        <>
            if let Some(group) = &row.group {
                <p class="timeline-group">{ group }</p>
            }
            <div class="timeline-title">
                { sign(row.status) }
                <p>{ &row.title }{ " " }<span class="timeline-dates">{ &row.dates }</span></p>
            </div>
            <svg class={classes!("timeline-bar", form.class)} width="100%">
                if let Some(bar) = bar {
                    { form.nearly_sure(bar.nearly_sure) }
                    { form.likely(bar.likely) }
                    { form.even(bar.even) }
                }
            </svg>
        </>
    }
}

/// A ring that fills: empty, half full, full with a check mark.
fn sign(status: Status) -> Html {
    let (class, inside) = match status {
        Status::NotStarted => ("timeline-sign", html! {}),
        Status::InProgress => ("timeline-sign timeline-begun", html! { <path d="M8 2 a6 6 0 0 1 0 12 Z" /> }),
        Status::Skipped(_) => ("timeline-sign", html! { <path class="timeline-dash" d="M5 8 H11" /> }),
        Status::Done(_) | Status::Known => (
            "timeline-sign timeline-done",
            html! { <><circle cx="8" cy="8" r="6" /><path class="timeline-check" d="M5 8.2 L7.2 10.4 L11 6" /></> },
        ),
    };
    html! {
        <svg {class} viewBox="0 0 16 16">
            <circle class="timeline-ring" cx="8" cy="8" r="6.25" />
            { inside }
        </svg>
    }
}

/// What the forms mean, for those in the drawing. Lines have their words beside them where there is room, and here
/// where there is not.
pub fn key(props: &Timeline, marks: &[(Mark, f64)], has_time_off: bool) -> Html {
    let words = &props.words;
    let entry = |(drawing, word): (Html, &AttrValue)| html! { <li>{ drawing }{ word }</li> };
    let time_off = html! { <rect width="100%" height="100%" fill={Pattern::TIME_OFF.fill()} /> };
    let time_off = has_time_off.then(|| (swatch("timeline-time-off", time_off), &words.time_off));
    html! {
        <ul class="timeline-key" aria-hidden="true">
            { for marks.iter().map(|&(mark, _)| html! {
                <li class="timeline-key-mark">{ calendar::short_line(mark) }{ mark.label(words) }</li>
            }) }
            { for bar_entries(props).into_iter().chain(time_off).chain(sign_entries(props)).map(entry) }
        </ul>
    }
}

fn bar_entries(Timeline { rows, words, .. }: &Timeline) -> Vec<(Html, &AttrValue)> {
    let [third, two_thirds, all] = [1.0, 2.0, 3.0].map(|thirds| Stretch { x: 0.0, width: thirds / 3.0 });
    let kinds = [(RowKind::Phase, &words.phase), (RowKind::Project, &words.project)];
    let drawn = kinds.into_iter().filter(|(kind, _)| rows.iter().any(|row| row.kind == *kind));
    let mut entries: Vec<_> = drawn
        .map(|(kind, word)| {
            let form = Form::of(kind);
            (swatch(form.class, form.even(all)), word)
        })
        .collect();
    let unsure = |row: &&Row| row.dates_drawn.is_some_and(|(_, finishes)| finishes.p50 < finishes.p95);
    if let Some(row) = rows.iter().find(unsure) {
        let form = Form::of(row.kind);
        let likely = html! { <>{ form.likely(two_thirds) }{ form.even(third) }</> };
        entries.push((swatch(form.class, likely), &words.likely));
        let nearly_sure = html! { <>{ form.nearly_sure(all) }{ form.likely(third) }</> };
        entries.push((swatch(form.class, nearly_sure), &words.nearly_sure));
    }
    entries
}

fn sign_entries(Timeline { rows, words, .. }: &Timeline) -> Vec<(Html, &AttrValue)> {
    let word = |status| match status {
        Status::NotStarted | Status::Skipped(_) => None,
        Status::InProgress => Some(&words.in_progress),
        Status::Done(_) | Status::Known => Some(&words.done),
    };
    let mut entries: Vec<(Html, &AttrValue)> = Vec::new();
    for row in rows {
        if let Some(word) = word(row.status)
            && entries.iter().all(|(_, listed)| *listed != word)
        {
            entries.push((sign(row.status), word));
        }
    }
    entries
}

fn swatch(class: &'static str, drawing: Html) -> Html {
    html! { <svg class={classes!("timeline-swatch", class)}>{ drawing }</svg> }
}
