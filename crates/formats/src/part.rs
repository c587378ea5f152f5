//! The parts of a text that can be the roadmap: each of its charts, and the text itself.

use crate::markdown::{Chart, Kind};

/// No more parts than these are offered.
const MOST_PARTS: usize = 20;

/// A part of a text that can be opened as a roadmap by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// `None` for the headings, lists and tables of the text.
    pub chart: Option<Kind>,
    /// The heading above a chart; may be empty.
    pub heading: String,
    /// Where it begins, counted from 1.
    pub line: usize,
}

impl Part {
    /// The headings, lists and tables of a text.
    pub fn text() -> Self {
        Self { chart: None, heading: String::new(), line: 1 }
    }

    pub fn of(chart: &Chart<'_>) -> Self {
        Self { chart: Some(chart.kind), heading: chart.heading.to_owned(), line: chart.line }
    }
}

/// All parts but the one that was opened, as far as they can be opened.
pub fn others(
    charts: &[Chart<'_>],
    has_text: bool,
    opened: &Part,
    can_be_opened: impl Fn(&Chart<'_>) -> bool,
) -> Vec<Part> {
    let text = has_text.then(Part::text).filter(|part| part != opened);
    let charts = charts.iter().filter(|chart| Part::of(chart) != *opened && can_be_opened(chart));
    text.into_iter().chain(charts.map(Part::of)).take(MOST_PARTS).collect()
}
