//! The plan and the study log as tables.

use super::Plan;
use super::tasks::{ItemRow, Standing, StepRow};
use crate::text::{takeaway as words, titles};
use app::Document;
use planner::{Date, LogEntry};
use roadmap::Roadmap;
use storage::ExportedFile;
use takeaway::write_table;

/// The plan: a row for each step, so that times add up.
pub fn plan_table(plan: &Plan<'_>) -> ExportedFile {
    let mut rows = vec![words::PLAN_COLUMNS.map(str::to_owned).to_vec()];
    for (scheduled, _) in plan.outlook.work() {
        let [path, phase] =
            [titles::path(plan.roadmap, scheduled), titles::work(plan.roadmap, &scheduled.work)];
        for item in plan.items(scheduled) {
            rows.extend(item.steps.iter().map(|step| row(&path, &phase, &item, step)));
        }
    }
    ExportedFile { name: format!("waymark-table-{}.csv", plan.today), text: write_table(&rows) }
}

fn row(path: &str, phase: &str, item: &ItemRow, step: &StepRow) -> Vec<String> {
    let (status, on, dates) = match step.standing {
        Standing::Done(on) => (words::DONE, Some(on), [None; 3]),
        Standing::Skipped(on) => (words::SKIPPED, Some(on), [None; 3]),
        Standing::Open(finishes) => {
            let dates = finishes.map(|finishes| [finishes.p50, finishes.p80, finishes.p95].map(Some));
            (words::OPEN, None, dates.unwrap_or_default())
        }
    };
    let texts = [path, phase, &item.title, &step.title].map(str::to_owned);
    let figures = [step.time.0.to_string(), status.to_owned(), date(on)];
    texts.into_iter().chain(figures).chain(dates.map(date)).collect()
}

/// `2027-01-04`, which every spreadsheet takes for a date.
fn date(on: Option<Date>) -> String {
    on.map(|on| on.to_string()).unwrap_or_default()
}

/// The study log: a row for each entry.
pub fn log_table(document: &Document, roadmap: &Roadmap, today: Date) -> ExportedFile {
    let entry = |entry: &LogEntry| {
        let kind = if entry.building { words::BUILDING } else { words::LEARNING };
        let title = titles::item(roadmap, &entry.item);
        vec![entry.on.to_string(), title, kind.to_owned(), entry.minutes.0.to_string()]
    };
    let head = words::LOG_COLUMNS.map(str::to_owned).to_vec();
    let rows: Vec<Vec<String>> =
        [head].into_iter().chain(document.progress.log.entries().iter().map(entry)).collect();
    ExportedFile { name: format!("waymark-log-{today}.csv"), text: write_table(&rows) }
}
