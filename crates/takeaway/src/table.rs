//! Tables for spreadsheets (RFC 4180).

use csv::{Terminator, WriterBuilder};

/// Without it, spreadsheets take the letters for those of another alphabet.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// What a spreadsheet takes for the beginning of a formula.
const OF_FORMULAS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Writes rows, the first of which has the names of the columns.
pub fn write_table(rows: &[Vec<String>]) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).flexible(true).from_writer(Vec::new());
    for row in rows {
        // Writing to memory does not fail.
        let _ = writer.write_record(row.iter().map(|cell| as_text(cell)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    let text = String::from_utf8(bytes).unwrap_or_default();
    format!("{BYTE_ORDER_MARK}{text}")
}

/// A cell that is not taken for a formula: with an apostrophe before what would begin one.
fn as_text(cell: &str) -> String {
    let is_formula = cell.starts_with(OF_FORMULAS);
    if is_formula { format!("'{cell}") } else { cell.to_owned() }
}
