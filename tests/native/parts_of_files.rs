//! A file with several roadmaps: one is opened, and the others can be opened in its place.

use formats::{ChartKind, OpenedRoadmap, Part, Remark, open_part, open_roadmap};
use roadmap::KindName;

/// A guide with two charts, one of which asks for nothing to study.
const TWO_CHARTS: &str = "# Violin\n\n## By topic\n\n```mermaid\nmindmap\n  root((Violin))\n    Bow\n      Grip\n    Scales\n```\n\n## Month by month\n\n```mermaid\nflowchart TD\n  A[Bow<br/>4 weeks] --> B[Scales<br/>3 weeks] --> C[Pieces<br/>5 weeks]\n```\n\n## How a bow works\n\n```mermaid\nflowchart TD\n  X([Start]) --> Y((End))\n```\n";

#[test]
fn the_other_charts_of_a_file_can_be_opened_by_their_headings() {
    let opened = open_roadmap("violin.md", TWO_CHARTS.as_bytes()).unwrap();
    let phases =
        |opened: &OpenedRoadmap| opened.file.nodes.iter().filter(|node| node.is(KindName::Phase)).count();
    let headings = |opened: &OpenedRoadmap| -> Vec<String> {
        opened.others.iter().filter(|part| part.chart.is_some()).map(|part| part.heading.clone()).collect()
    };
    assert_eq!((phases(&opened), headings(&opened)), (3, vec!["By topic".to_owned()]));
    // The chart without anything to study is not offered, but told.
    let told = |opened: &OpenedRoadmap| {
        opened.warnings.iter().filter(|one| matches!(one.what, Remark::AnotherChart(_))).count()
    };
    assert_eq!(told(&opened), 2);

    let part = opened.others.iter().find(|part| part.chart == Some(ChartKind::Mindmap)).unwrap();
    let other = open_part("violin.md", TWO_CHARTS.as_bytes(), part).unwrap();
    assert_eq!(other.roadmap.about().title, "Violin", "the title that the chart has");
    assert_eq!((phases(&other), headings(&other)), (2, vec!["Month by month".to_owned()]));
    // And back again.
    let back = open_part(
        "violin.md",
        TWO_CHARTS.as_bytes(),
        other.others.iter().find(|part| part.heading == "Month by month").unwrap(),
    )
    .unwrap();
    assert_eq!((phases(&back), back.roadmap.about().title.as_str()), (3, "Month by month"));
}

#[test]
fn the_text_around_a_chart_can_be_opened_in_its_place() {
    let text = "# Violin\n\n## Bow (4 weeks)\n\n- Grip\n- Strokes\n\n## Scales (3 weeks)\n\n- Major\n- Minor\n\n```mermaid\nflowchart TD\n  A[Sound<br/>1 week] --> B[Rhythm<br/>2 weeks] --> C[Notes<br/>1 week]\n```\n";
    let opened = open_roadmap("violin.md", text.as_bytes()).unwrap();
    let titles = |opened: &OpenedRoadmap| -> Vec<String> {
        opened
            .file
            .nodes
            .iter()
            .filter(|node| node.is(KindName::Phase))
            .map(|node| node.title.clone())
            .collect()
    };
    assert_eq!(titles(&opened), ["Sound", "Rhythm", "Notes"]);
    assert_eq!(opened.others, [Part::text()]);
    let around = open_part("violin.md", text.as_bytes(), &opened.others[0]).unwrap();
    assert_eq!(titles(&around), ["Bow", "Scales"]);
    assert_eq!(around.others.len(), 1);
    assert_eq!(titles(&open_part("violin.md", text.as_bytes(), &around.others[0]).unwrap()), titles(&opened));
    // A chart by itself, JSON and a part that is not there.
    assert_eq!(open_roadmap("a.mmd", b"graph TD\nA[2 weeks] --> B[3 weeks]").unwrap().others, []);
    let gone = Part { chart: Some(ChartKind::Gantt), ..Part::text() };
    assert!(open_part("violin.md", text.as_bytes(), &gone).is_err());
}
