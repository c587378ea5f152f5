//! The timeline of the plan.

use yew::prelude::*;

use crate::parts::{RowKind, Timeline, TimelineRow};
use crate::text::{plan as words, titles};
use app::{Model, Outlook};
use planner::{Chances, Date, Expected, Status, Work, past};

pub fn view(model: &Model, outlook: &Outlook) -> Html {
    let mut last_group = None;
    let begun = past::begun(&outlook.plan, &model.document().progress, outlook.start);
    let rows: Vec<TimelineRow> = outlook
        .work()
        .zip(begun)
        .map(|((scheduled, expected), begun)| {
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
                bar: bar(expected, begun),
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
        Some(finishes) => words::done_by(finishes),
        None => words::status(expected.status()),
    }
}

/// Start and finish of the bar. Finished work ends on its date; known and skipped work has no bar.
fn bar(expected: &Expected, begun: Option<Date>) -> Option<(Date, Chances)> {
    match expected {
        Expected::Ahead { starts, finishes, .. } => Some((begun.unwrap_or(*starts), *finishes)),
        Expected::Closed(Status::Done(on)) => {
            Some((begun.unwrap_or(*on), Chances { p50: *on, p80: *on, p95: *on }))
        }
        Expected::Closed(_) => None,
    }
}
