//! The plan as a checklist.

use super::Plan;
use super::tasks::{ItemRow, Standing};
use crate::text::{takeaway as words, titles};
use planner::{Expected, Scheduled};
use storage::ExportedFile;
use takeaway::{Line, write_checklist};

/// Headings for paths, phases and projects; boxes for topics and steps, each with its date.
pub fn checklist(plan: &Plan<'_>) -> ExportedFile {
    let mut lines = vec![
        Line::Heading(1, words::checklist_title(&plan.roadmap.about().title)),
        Line::Paragraph(words::as_of(plan.today, plan.outlook.forecast.finish())),
    ];
    let mut last_path = None;
    for (scheduled, expected) in plan.outlook.work() {
        let path = titles::path(plan.roadmap, scheduled);
        if last_path.as_ref() != Some(&path) {
            lines.push(Line::Heading(2, path.clone()));
            last_path = Some(path);
        }
        lines.extend(work(plan, scheduled, expected));
    }
    ExportedFile { name: format!("waymark-checklist-{}.md", plan.today), text: write_checklist(&lines) }
}

fn work(plan: &Plan<'_>, scheduled: &Scheduled, expected: &Expected) -> Vec<Line> {
    let title = titles::work(plan.roadmap, &scheduled.work);
    let mut lines = vec![Line::Heading(3, title.clone())];
    lines.extend(expected.finishes().map(|finishes| Line::Paragraph(words::chances(finishes))));
    for item in plan.items(scheduled) {
        // A project, or the only topic of a phase with the same title.
        let is_whole = item.title == title;
        if !is_whole || item.steps.iter().all(|step| step.title.is_empty()) {
            lines.push(tick(0, &item.title, item.standing));
        }
        lines.extend(steps(&item, usize::from(!is_whole)));
    }
    lines
}

fn steps(item: &ItemRow, depth: usize) -> impl Iterator<Item = Line> {
    let steps = item.steps.iter().filter(|step| !step.title.is_empty());
    steps.map(move |step| tick(depth, &step.title, step.standing))
}

fn tick(depth: usize, title: &str, standing: Standing) -> Line {
    let (is_done, date) = match standing {
        Standing::Done(on) => (true, Some(words::done_on(on))),
        Standing::Skipped(on) => (false, Some(words::skipped_on(on))),
        Standing::Open(finishes) => (false, finishes.map(words::by)),
    };
    let text = date.map_or_else(|| title.to_owned(), |date| words::with_date(title, &date));
    Line::Box { depth, is_done, text }
}
