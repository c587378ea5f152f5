//! Opening a file as a roadmap, whichever of the formats it is in.

use crate::draft::draft;
use crate::json::read_json;
use crate::markdown;
use crate::mermaid::{self, Misread};
use crate::refusal::RoadmapRefusal;
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
        (read_json(text)?, Vec::new())
    } else {
        read_flowchart(name, text)?
    };
    let file = file.with_ids();
    let roadmap = Roadmap::new(file.clone()).map_err(RoadmapRefusal::Problems)?;
    Ok(OpenedRoadmap { file, roadmap, warnings })
}

fn read_flowchart(name: &str, text: &str) -> Result<(RoadmapFile, Vec<RoadmapWarning>), RoadmapRefusal> {
    let guide = markdown::find(text);
    let chart = mermaid::read_from(guide.flowchart, guide.line);
    if !chart.has_header {
        return Err(RoadmapRefusal::NoFlowchart);
    }
    if let Some(warning) = chart.warnings.iter().find(|warning| warning.what == Misread::TooMuch) {
        let (nodes, edges) = (mermaid::MOST_NODES, mermaid::MOST_EDGES);
        return Err(RoadmapRefusal::TooMany { nodes, edges, line: warning.line });
    }
    let mut warnings = Warnings::default();
    for warning in &chart.warnings {
        warnings.add(Some(warning.line), Remark::Misread(warning.what.clone()));
    }
    if let Some(line) = guide.another {
        warnings.add(Some(line), Remark::AnotherFlowchart);
    }
    let title = [&chart.title, &guide.title]
        .into_iter()
        .map(|title| title.replace(['*', '`'], "").trim().to_owned())
        .find(|title| !title.is_empty())
        .unwrap_or_else(|| title_of_file(name));
    let (file, warnings) = draft(&title, &chart, guide.line, warnings)?;
    Ok((file, warnings.into_vec()))
}

/// `learn-to_bake.md` is titled "learn to bake".
fn title_of_file(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let title = stem.replace(['-', '_'], " ").trim().to_owned();
    if title.is_empty() { "Roadmap".to_owned() } else { title }
}
