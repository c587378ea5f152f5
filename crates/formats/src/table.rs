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
    let rows: Vec<Vec<Line>> = rows.collect();
    let phases = Columns::new(&head, &rows)?.phases("");
    let outline = Outline { phases, ..Outline::default() };
    is_roadmap(&outline).then_some(outline)
}

/// The sign between the columns: the one that the header has most of.
fn delimiter(header: &str) -> Option<u8> {
    let signs = [b'\t', b';', b','].into_iter().filter(|&sign| count(header, sign) > 0);
    signs.max_by_key(|&sign| count(header, sign))
}

fn count(line: &str, sign: u8) -> usize {
    line.bytes().filter(|&byte| byte == sign).count()
}
