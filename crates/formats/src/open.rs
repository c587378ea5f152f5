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
    if bytes.len() > MOST_ROADMAP_BYTES {
        return Err(RoadmapRefusal::TooLarge { limit: MOST_ROADMAP_BYTES });
    }
    let Decoded { text, is_repaired } = decode(bytes).map_err(|line| RoadmapRefusal::NotText { line })?;
    let own = if is_json(name, &text) { read_own(&text)? } else { None };
    let has_own_ids = own.is_some();
    let (file, mut warnings, ticked) = match own {
        Some(file) => (file, Vec::new(), BTreeSet::new()),
        None => {
            let Draft { file, warnings, ticked, .. } =
                if is_json(name, &text) { read_other_json(name, &text)? } else { read_text(name, &text)? };
            (file, warnings.into_vec(), ticked)
        }
    };
    if is_repaired {
        warnings.insert(0, RoadmapWarning { line: None, what: Remark::BytesReplaced });
    }
    let file = file.with_ids();
    let roadmap = Roadmap::new(file.clone()).map_err(RoadmapRefusal::Problems)?;
    Ok(OpenedRoadmap { file, roadmap, warnings, has_own_ids, ticked })
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

/// A table, a chart, or a guide of headings and lists, whichever the text is.
fn read_text(name: &str, text: &str) -> Result<Draft, RoadmapRefusal> {
    let (guide, of_file) = (markdown::find(text), title_of_file(name));
    let title = readable(&guide.title).unwrap_or_else(|| of_file.clone());
    let (chosen, others) = choose(&guide.charts);
    let mut warnings = Warnings::default();
    for other in others {
        warnings.add(Some(other.line), Remark::AnotherChart(other.heading.to_owned()));
    }
    let outline =
        if is_table(name) { read_table(text) } else { read_guide(text).or_else(|| read_table(text)) };
    let of_chart = chosen.map(|chart| (chart, read_chart(&title, chart, outline.clone(), warnings.clone())));
    match (of_chart, outline) {
        (Some((chart, Ok(drawn))), Some(outline))
            if says_more(&outline, chart, text, (&drawn.file, drawn.warnings.as_slice())) =>
        {
            warnings.add(Some(chart.line), Remark::AnotherChart(chart.heading.to_owned()));
            from_outline(outline, &title, warnings)
        }
        (Some((_, Ok(drawn))), _) => Ok(drawn),
        (Some((chart, Err(_))), Some(outline)) if chart.text.len() < text.len() => {
            from_outline(outline, &title, warnings)
        }
        (Some((_, Err(why))), _) => Err(why),
        (None, Some(outline)) => from_outline(outline, &title, warnings),
        (None, None) => Err(RoadmapRefusal::NoRoadmap),
    }
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
