//! Opening a file as a roadmap, whichever of the formats it is in.

use std::collections::BTreeSet;

use crate::choice::{choose, says_more};
use crate::decode::{Decoded, decode};
use crate::draft::{Draft, draft};
use crate::from_outline::from_outline;
use crate::guide::read_guide;
use crate::json::read_json;
use crate::markdown::{self, Chart};
use crate::mermaid::{self, Misread};
use crate::mockup;
use crate::outline::Outline;
use crate::part::{self, Part};
use crate::plain_json;
use crate::react_flow;
use crate::refusal::RoadmapRefusal;
use crate::table::read_table;
use crate::warning::{Remark, RoadmapWarning, Warnings};
use roadmap::{Roadmap, RoadmapFile, TopicId};

/// Size limit of a file. The shipped roadmap has some 60 kB.
pub const MOST_ROADMAP_BYTES: usize = 1_000_000;

/// A roadmap read from a file, with what its reader assumed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedRoadmap {
    /// As it is stored and exported: with all ids, so that its words can be corrected later.
    pub file: RoadmapFile,
    /// The same, checked.
    pub roadmap: Roadmap,
    /// By line; those about the whole file come first.
    pub warnings: Vec<RoadmapWarning>,
    /// Its ids are its author's, rather than made up while reading: they say what is the same in an edited file.
    pub has_own_ids: bool,
    /// The topics that the file has ticked as done.
    pub ticked: BTreeSet<TopicId>,
    /// The other parts of the file that [`open_part`] can open.
    pub others: Vec<Part>,
}

/// Opens JSON or a text with a flowchart, whichever it looks like. A text without a title gets the name of its file.
///
/// # Errors
///
/// Why the file cannot become a roadmap. What is merely unclear is among the warnings instead.
///
/// ```
/// use formats::open_roadmap;
///
/// let text = b"graph TD\n Begin --> Ask{Sweet?}\n Ask -->|Yes| Cake[Cake<br/>2-3 weeks]\n Ask -->|No| Bread[Bread<br/>1 week]";
/// let opened = open_roadmap("baking.mmd", text).unwrap();
/// assert_eq!(opened.roadmap.about().title, "baking");
/// assert_eq!(opened.roadmap.start().title, "Begin");
/// assert!(open_roadmap("note.md", b"Nothing to see").is_err());
/// ```
pub fn open_roadmap(name: &str, bytes: &[u8]) -> Result<OpenedRoadmap, RoadmapRefusal> {
    open(name, bytes, None)
}

/// Opens another part of a file than the one that [`open_roadmap`] has chosen.
///
/// # Errors
///
/// As for [`open_roadmap`].
pub fn open_part(name: &str, bytes: &[u8], part: &Part) -> Result<OpenedRoadmap, RoadmapRefusal> {
    open(name, bytes, Some(part))
}

fn open(name: &str, bytes: &[u8], part: Option<&Part>) -> Result<OpenedRoadmap, RoadmapRefusal> {
    if bytes.len() > MOST_ROADMAP_BYTES {
        return Err(RoadmapRefusal::TooLarge { limit: MOST_ROADMAP_BYTES });
    }
    let Decoded { text, is_repaired } = decode(bytes).map_err(|line| RoadmapRefusal::NotText { line })?;
    let own = if is_json(name, &text) { read_own(&text)? } else { None };
    let has_own_ids = own.is_some();
    let (file, mut warnings, ticked, others) = match own {
        Some(file) => (file, Vec::new(), BTreeSet::new(), Vec::new()),
        None => {
            let (draft, others) = match is_json(name, &text) {
                true => (read_other_json(name, &text)?, Vec::new()),
                false => read_text(name, &text, part)?,
            };
            let Draft { file, warnings, ticked, .. } = draft;
            (file, warnings.into_vec(), ticked, others)
        }
    };
    if is_repaired {
        warnings.insert(0, RoadmapWarning { line: None, what: Remark::BytesReplaced });
    }
    let file = file.with_ids();
    let roadmap = Roadmap::new(file.clone()).map_err(RoadmapRefusal::Problems)?;
    Ok(OpenedRoadmap { file, roadmap, warnings, has_own_ids, ticked, others })
}

/// Whether a text is JSON, or is meant to be. A guide may begin with the bracket of a link.
fn is_json(name: &str, text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with('{')
        || text.starts_with('[')
            && (name.ends_with(".json") || !text.lines().next().unwrap_or_default().contains("]("))
}

/// A roadmap in its own form; `None` if the JSON is something else.
fn read_own(text: &str) -> Result<Option<RoadmapFile>, RoadmapRefusal> {
    match read_json(text) {
        Err(RoadmapRefusal::NotARoadmap) => Ok(None),
        read => read.map(Some),
    }
}

/// What other programs and people write as JSON.
fn read_other_json(name: &str, text: &str) -> Result<Draft, RoadmapRefusal> {
    let outline = mockup::read(text).or_else(|| react_flow::read(text)).or_else(|| plain_json::read(text));
    let outline = outline.ok_or(RoadmapRefusal::NotARoadmap)?;
    from_outline(outline, &title_of_file(name), Warnings::default())
}

/// A table, a chart, or a guide of headings and lists, whichever the text is, or the part of it that is wanted; and the other
/// parts that can be opened.
fn read_text(name: &str, text: &str, wanted: Option<&Part>) -> Result<(Draft, Vec<Part>), RoadmapRefusal> {
    let guide = markdown::find(text);
    let title = readable(&guide.title).unwrap_or_else(|| title_of_file(name));
    let outline =
        if is_table(name) { read_table(text) } else { read_guide(text).or_else(|| read_table(text)) };
    // A text that is a chart by itself says nothing around it.
    let has_text = outline.is_some() && guide.charts.iter().all(|chart| chart.text.len() < text.len());
    let (draft, opened) = match wanted {
        Some(part) => (read_part(&title, &guide.charts, outline, part)?, part.clone()),
        None => read_main_part(&title, text, &guide.charts, outline)?,
    };
    let reads = |chart: &Chart<'_>| read_chart(&title, *chart, None, Warnings::default()).is_ok();
    let others = part::others(&guide.charts, has_text, &opened, reads);
    Ok((draft, others))
}

/// The part of a text that is most likely meant.
fn read_main_part(
    title: &str,
    text: &str,
    charts: &[Chart<'_>],
    outline: Option<Outline>,
) -> Result<(Draft, Part), RoadmapRefusal> {
    let (chosen, others) = choose(charts, outline.as_ref());
    let mut warnings = other_charts(&others);
    let of_chart = chosen.map(|chart| (chart, read_chart(title, chart, outline.clone(), warnings.clone())));
    let of_text = |outline, warnings| Ok((from_outline(outline, title, warnings)?, Part::text()));
    match (of_chart, outline) {
        (Some((chart, Ok(drawn))), Some(outline))
            if says_more(&outline, chart, text, (&drawn.file, drawn.warnings.as_slice())) =>
        {
            warnings.add(Some(chart.line), Remark::AnotherChart(chart.heading.to_owned()));
            of_text(outline, warnings)
        }
        (Some((chart, Ok(drawn))), _) => Ok((drawn, Part::of(&chart))),
        (Some((chart, Err(_))), Some(outline)) if chart.text.len() < text.len() => of_text(outline, warnings),
        (Some((_, Err(why))), _) => Err(why),
        (None, Some(outline)) => of_text(outline, warnings),
        (None, None) => Err(RoadmapRefusal::NoRoadmap),
    }
}

/// A given part of a text. A chart is titled as the heading above it.
fn read_part(
    title: &str,
    charts: &[Chart<'_>],
    outline: Option<Outline>,
    part: &Part,
) -> Result<Draft, RoadmapRefusal> {
    let others: Vec<Chart<'_>> = charts.iter().filter(|chart| Part::of(chart) != *part).copied().collect();
    let warnings = other_charts(&others);
    if part.chart.is_none() {
        return from_outline(outline.ok_or(RoadmapRefusal::NoRoadmap)?, title, warnings);
    }
    let chart = charts.iter().find(|chart| Part::of(chart) == *part).ok_or(RoadmapRefusal::NoRoadmap)?;
    let title = readable(chart.heading).unwrap_or_else(|| title.to_owned());
    read_chart(&title, *chart, outline, warnings)
}

/// Remarks on the charts that are not read.
fn other_charts(others: &[Chart<'_>]) -> Warnings {
    let mut warnings = Warnings::default();
    for other in others {
        warnings.add(Some(other.line), Remark::AnotherChart(other.heading.to_owned()));
    }
    warnings
}

fn is_table(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.ends_with(".csv") || name.ends_with(".tsv")
}

/// The roadmap that a chart draws; a flowchart without times takes them from the text around it.
fn read_chart(
    title: &str,
    chart: Chart<'_>,
    around: Option<Outline>,
    warnings: Warnings,
) -> Result<Draft, RoadmapRefusal> {
    match chart.outline() {
        Some(outline) => from_outline(outline, title, warnings),
        None => read_flowchart(title, chart, around, warnings),
    }
}

fn read_flowchart(
    title: &str,
    chart: Chart<'_>,
    around: Option<Outline>,
    mut warnings: Warnings,
) -> Result<Draft, RoadmapRefusal> {
    let flowchart = mermaid::read_from(chart.text, chart.line);
    if let Some(warning) = flowchart.warnings.iter().find(|warning| warning.what == Misread::TooMuch) {
        let (nodes, edges) = (mermaid::MOST_NODES, mermaid::MOST_EDGES);
        return Err(RoadmapRefusal::TooMany { nodes, edges, line: warning.line });
    }
    for warning in &flowchart.warnings {
        warnings.add(Some(warning.line), Remark::Misread(warning.what.clone()));
    }
    let own = readable(&flowchart.title);
    draft(own.as_deref().unwrap_or(title), &flowchart, around, chart.line, warnings)
}

/// A title without emphasis, unless nothing is left of it.
fn readable(title: &str) -> Option<String> {
    let title = title.replace(['*', '`'], "").trim().to_owned();
    (!title.is_empty()).then_some(title)
}

/// `learn-to_bake.md` is titled "learn to bake".
fn title_of_file(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let title = stem.replace(['-', '_'], " ").trim().to_owned();
    if title.is_empty() { "Roadmap".to_owned() } else { title }
}
