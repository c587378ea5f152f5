//! The plan as bars on a calendar.

use yew::prelude::*;

use super::{group, title};
use crate::parts::{Row, RowKind, Timeline, timeline};
use crate::text::{dates, plan as plan_words, timeline as words};
use app::{Model, Outlook};
use planner::{Chances, Date, Expected, Scheduled, Status, Work};

pub fn view(model: &Model, outlook: &Outlook) -> Html {
    let mut last_group = None;
    let rows: Vec<Row> = outlook
        .work()
        .map(|(scheduled, expected)| {
            let group = group(model, scheduled);
            let heading = (last_group.as_ref() != Some(&group)).then(|| AttrValue::from(group.clone()));
            last_group = Some(group);
            Row {
                title: title(model, &scheduled.work).into(),
                dates: row_dates(expected).into(),
                group: heading,
                kind: match scheduled.work {
                    Work::Phase { .. } => RowKind::Phase,
                    Work::Project(_) => RowKind::Project,
                },
                dates_drawn: drawn(scheduled, expected),
                status: expected.status(),
            }
        })
        .collect();
    let last = rows.iter().filter_map(|row| row.dates_drawn).map(|(_, finishes)| finishes.p95).max();
    let Some(last) = last else { return Html::default() };
    let target = model.document.target;
    let words = words::words(rows.len(), outlook.start, last, target);
    timeline(&Timeline {
        rows,
        today: model.today,
        start: outlook.start,
        target,
        time_off: outlook.availability.time_off().collect(),
        words,
    })
}

fn row_dates(expected: &Expected) -> String {
    match expected.finishes() {
        Some(finishes) => dates::chances_short(finishes),
        None => plan_words::status(expected.status()),
    }
}

/// What is done is drawn up to the day on which it was; what was known or skipped takes no time.
fn drawn(scheduled: &Scheduled, expected: &Expected) -> Option<(Date, Chances)> {
    match expected {
        Expected::Ahead { starts, finishes, .. } => Some((*starts, *finishes)),
        Expected::Closed(Status::Done(on)) => {
            let starts = scheduled.starts.earliest.min(*on);
            Some((starts, Chances { p50: *on, p80: *on, p95: *on }))
        }
        Expected::Closed(_) => None,
    }
}
