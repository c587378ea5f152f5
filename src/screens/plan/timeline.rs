//! The timeline of the plan.

use yew::prelude::*;

use crate::parts::{RowKind, Timeline, TimelineRow};
use crate::text::{dates, plan as words, titles};
use app::{Model, Outlook};
use planner::{Chances, Date, Expected, Scheduled, Status, Work};

pub fn view(model: &Model, outlook: &Outlook) -> Html {
    let mut last_group = None;
    let rows: Vec<TimelineRow> = outlook
        .work()
        .map(|(scheduled, expected)| {
            let group = titles::path(model.roadmap(), scheduled);
            let heading = (last_group.as_ref() != Some(&group)).then(|| AttrValue::from(group.clone()));
            last_group = Some(group);
            TimelineRow {
                title: titles::work(model.roadmap(), &scheduled.work).into(),
                dates: row_dates(expected).into(),
                group: heading,
                kind: match scheduled.work {
                    Work::Phase { .. } => RowKind::Phase,
                    Work::Project(_) => RowKind::Project,
                },
                bar: bar(scheduled, expected),
                status: expected.status(),
            }
        })
        .collect();
    html! {
        <Timeline
            {rows}
            today={model.today()}
            start={outlook.start}
            target={model.document().target}
            time_off={outlook.availability.time_off().collect::<Vec<_>>()}
        />
    }
}

fn row_dates(expected: &Expected) -> String {
    match expected.finishes() {
        Some(finishes) => dates::chances_short(finishes),
        None => words::status(expected.status()),
    }
}

/// Start and finish of the bar. Finished work ends on its date; known and skipped work has no bar.
fn bar(scheduled: &Scheduled, expected: &Expected) -> Option<(Date, Chances)> {
    match expected {
        Expected::Ahead { starts, finishes, .. } => Some((*starts, *finishes)),
        Expected::Closed(Status::Done(on)) => {
            let starts = scheduled.starts.earliest.min(*on);
            Some((starts, Chances { p50: *on, p80: *on, p95: *on }))
        }
        Expected::Closed(_) => None,
    }
}
