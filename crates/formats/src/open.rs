//! Opening a file as a roadmap, whichever of the formats it is in.

use crate::draft::draft;
use crate::effort;
use crate::from_outline::from_outline;
use crate::guide::read_guide;
use crate::json::read_json;
use crate::markdown::{self, Chart, Kind};
use crate::mermaid::{self, Misread};
use crate::outline::Outline;
use crate::plain_json;
use crate::react_flow;
use crate::refusal::RoadmapRefusal;
use crate::table::read_table;
use crate::warning::{Remark, RoadmapWarning, Warnings};
use roadmap::{Roadmap, RoadmapFile};

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
    let text = std::str::from_utf8(bytes).map_err(|why| RoadmapRefusal::NotText {
        line: 1 + bytes[..why.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count(),
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (file, warnings) = if text.trim_start().starts_with(['{', '[']) {
        read_any_json(name, text)?
    } else {
        read_text(name, text)?
    };
    let file = file.with_ids();
    let roadmap = Roadmap::new(file.clone()).map_err(RoadmapRefusal::Problems)?;
    Ok(OpenedRoadmap { file, roadmap, warnings })
}

/// A roadmap in its own form, or what other programs and people write as JSON.
fn read_any_json(name: &str, text: &str) -> Result<(RoadmapFile, Vec<RoadmapWarning>), RoadmapRefusal> {
    match read_json(text) {
        Err(RoadmapRefusal::NotARoadmap) => {
            let outline = react_flow::read(text).or_else(|| plain_json::read(text));
            let outline = outline.ok_or(RoadmapRefusal::NotARoadmap)?;
            let (file, warnings) = from_outline(outline, &title_of_file(name), Warnings::default())?;
            Ok((file, warnings.into_vec()))
        }
        read => Ok((read?, Vec::new())),
    }
}

/// A table, a chart, or a guide of headings and lists, whichever the text is.
fn read_text(name: &str, text: &str) -> Result<(RoadmapFile, Vec<RoadmapWarning>), RoadmapRefusal> {
    let (guide, of_file) = (markdown::find(text), title_of_file(name));
    let title = readable(&guide.title).unwrap_or_else(|| of_file.clone());
    let (chosen, others) = choose(&guide.charts);
    let mut warnings = Warnings::default();
    for other in others {
        warnings.add(Some(other.line), Remark::AnotherChart(other.heading.to_owned()));
    }
    let outline =
        if is_table(name) { read_table(text) } else { read_guide(text).or_else(|| read_table(text)) };
    let (file, warnings) = match (chosen, outline) {
        (Some(chart), outline) if chart.text.len() == text.len() || has_time(&chart) || outline.is_none() => {
            read_chart(&title, chart, outline, warnings)?
        }
        (Some(chart), outline) => match read_chart(&title, chart, outline.clone(), warnings.clone()) {
            // A chart without times may be an overview of what the headings say at length.
            Ok((_, of_chart)) if !of_chart.has(&Remark::TimesFromText) => {
                warnings.add(Some(chart.line), Remark::AnotherChart(chart.heading.to_owned()));
                from_outline(outline.unwrap_or_default(), &title, warnings)?
            }
            read => read?,
        },
        (None, Some(outline)) => from_outline(outline, &title, warnings)?,
        (None, None) => return Err(RoadmapRefusal::NoRoadmap),
    };
    Ok((file, warnings.into_vec()))
}

fn is_table(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.ends_with(".csv") || name.ends_with(".tsv")
}

/// The chart that is the roadmap, and the others: the first one with a time, or else the first one.
fn choose<'t>(charts: &[Chart<'t>]) -> (Option<Chart<'t>>, Vec<Chart<'t>>) {
    let at = charts.iter().position(has_time).unwrap_or(0);
    let mut others = charts.to_vec();
    if others.is_empty() {
        return (None, others);
    }
    (Some(others.remove(at)), others)
}

/// Whether a chart says how long anything takes.
fn has_time(chart: &Chart<'_>) -> bool {
    chart.kind == Kind::Gantt
        || chart.text.lines().any(|line| effort::find(line).is_some() || says_time(line))
}

/// Whether one of the labels in a line of a chart says a time.
fn says_time(line: &str) -> bool {
    let labels = line.split(['[', ']', '"', '(', ')', '{', '}', '|']);
    labels.flat_map(mermaid::lines).any(|label| effort::find(label).is_some())
}

/// The roadmap that a chart draws; a flowchart without times takes them from the text around it.
fn read_chart(
    title: &str,
    chart: Chart<'_>,
    around: Option<Outline>,
    warnings: Warnings,
) -> Result<(RoadmapFile, Warnings), RoadmapRefusal> {
    let outline = match chart.kind {
        Kind::Gantt => mermaid::gantt::read(chart.text, chart.line),
        Kind::Timeline => mermaid::timeline::read(chart.text, chart.line),
        Kind::Mindmap => mermaid::mindmap::read(chart.text, chart.line),
        Kind::Journey => mermaid::journey::read(chart.text, chart.line),
        Kind::Flowchart => return read_flowchart(title, chart, around, warnings),
    };
    from_outline(outline, title, warnings)
}

fn read_flowchart(
    title: &str,
    chart: Chart<'_>,
    around: Option<Outline>,
    mut warnings: Warnings,
) -> Result<(RoadmapFile, Warnings), RoadmapRefusal> {
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
