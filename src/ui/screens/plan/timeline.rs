//! The plan as bars on a calendar.

use yew::prelude::*;

use super::{group, title};
use crate::app::Model;
use crate::planner::{Plan, Work};
use crate::ui::parts::{Row, RowKind, Timeline, timeline};
use crate::ui::text::{dates, timeline as words};

pub fn view(model: &Model, plan: &Plan) -> Html {
    let Some(finish) = plan.finish() else { return Html::default() };
    let start = model.document.start.unwrap_or(model.today);
    let mut last_group = None;
    let rows: Vec<Row> = plan
        .work
        .iter()
        .map(|scheduled| {
            let group = group(model, scheduled);
            let heading = (last_group.as_ref() != Some(&group)).then(|| AttrValue::from(group.clone()));
            last_group = Some(group);
            Row {
                title: title(model, &scheduled.work).into(),
                dates: dates::range_short(scheduled.finishes).into(),
                group: heading,
                kind: match scheduled.work {
                    Work::Phase { .. } => RowKind::Phase,
                    Work::Project(_) => RowKind::Project,
                },
                starts: scheduled.starts.earliest,
                finishes: scheduled.finishes,
                status: model.document.progress.status(&scheduled.work),
            }
        })
        .collect();
    let target = model.document.target;
    let words = words::words(rows.len(), start, finish.latest, target);
    timeline(&Timeline {
        rows,
        today: model.today,
        start,
        target,
        time_off: model.document.time_off.clone(),
        words,
    })
}
