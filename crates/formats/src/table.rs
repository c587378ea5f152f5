//! Reads a spreadsheet: CSV or TSV with a header row.

use csv::{ReaderBuilder, Trim};

use crate::guide::{Columns, Line, is_roadmap};
use crate::outline::Outline;

/// The plan that a spreadsheet lays out, or `None` if the text is none, or its columns say nothing about a plan.
pub(crate) fn read_table(text: &str) -> Option<Outline> {
    let header = text.lines().find(|line| !line.trim().is_empty())?;
    let delimiter = delimiter(header)?;
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .from_reader(text.as_bytes());
    let mut rows = reader.records().filter_map(Result::ok).map(|record| {
        let number = record.position().map_or(1, |position| position.line() as usize);
        record.iter().map(|cell| Line::plain(cell, number)).collect::<Vec<Line>>()
    });
    let head = rows.find(|row| row.iter().any(|cell| !cell.is_empty()))?;
    let mut rows = first_table(&head, rows.collect());
    let head = to_do_list(&head, &mut rows).unwrap_or(head);
    let phases = Columns::new(&head, &rows)?.phases("");
    let outline = Outline { phases, ..Outline::default() };
    is_roadmap(&outline).then_some(outline)
}

/// The rows up to the next table that follows below an empty line. A header that is repeated is none.
fn first_table(head: &[Line], rows: Vec<Vec<Line>>) -> Vec<Vec<Line>> {
    let is_empty = |row: &[Line]| row.iter().all(Line::is_empty);
    let is_same = |row: &[Line]| row.iter().map(|cell| &cell.text).eq(head.iter().map(|cell| &cell.text));
    let mut kept: Vec<Vec<Line>> = Vec::new();
    // A table may have a title above its header.
    let mut since_gap = usize::MAX;
    for row in rows {
        since_gap = if is_empty(&row) { 0 } else { since_gap.saturating_add(1) };
        if since_gap == 0 || is_same(&row) {
            continue;
        }
        if since_gap <= 2 && Columns::is_head(&row, 3 - since_gap) {
            kept.truncate(kept.len() + 1 - since_gap);
            break;
        }
        kept.push(row);
    }
    kept
}

/// The sign between the columns: the one that the header has most of.
fn delimiter(header: &str) -> Option<u8> {
    let signs = [b'\t', b';', b','].into_iter().filter(|&sign| count(header, sign) > 0);
    signs.max_by_key(|&sign| count(header, sign))
}

fn count(line: &str, sign: u8) -> usize {
    line.bytes().filter(|&byte| byte == sign).count()
}

/// An export of a to-do list has sections and tasks as rows. Makes the sections a column, and returns the new header.
fn to_do_list(head: &[Line], rows: &mut Vec<Vec<Line>>) -> Option<Vec<Line>> {
    let column = |name: &str| head.iter().position(|cell| cell.text.eq_ignore_ascii_case(name));
    let (kind, content) = (column("type")?, column("content")?);
    let duration = column("duration").zip(column("duration_unit"));
    let mut section = Line::default();
    rows.retain_mut(|row| {
        let Some(title) = row.get(content).cloned() else { return false };
        let is = |what: &str| row.get(kind).is_some_and(|cell| cell.text.eq_ignore_ascii_case(what));
        if is("section") {
            section = title;
            return false;
        }
        let is_task = is("task");
        let cell = |at: usize| row.get(at).map_or("", |cell| cell.text.as_str());
        let time =
            duration.map_or(String::new(), |(amount, unit)| format!("{} {}", cell(amount), cell(unit)));
        *row = vec![section.clone(), Line::plain(&time, title.number), title];
        is_task
    });
    Some(["Section", "Duration", "Task"].map(|name| Line::plain(name, 1)).into())
}
