//! A roadmap that is pasted, and one that stands beside another in the same file.

use browser_tests::{containing, in_each_engine};
use formats::{ChartKind, Part, RoadmapRefusal};
use waymark::text::{frame, reading, roadmaps};

use crate::learner;

#[test]
fn a_roadmap_can_be_pasted() {
    in_each_engine(async |person| {
        person.picks(frame::MENU, frame::ROADMAPS).await;
        person.sees("heading", roadmaps::TITLE).await;
        person.does_not_see("textbox", roadmaps::PASTED).await;
        person.runs("document.querySelector('details.paste summary').click()", &[]).await;

        // Nothing pasted is said at the field, which gets the focus.
        person.click("button", roadmaps::OPEN_PASTED).await;
        person.reads(roadmaps::PASTED_EMPTY).await;
        assert!(person.is_on("textbox", roadmaps::PASTED).await.invalid);
        person.is_axe_clean().await;

        // What is no roadmap is refused as a file is, and stays to be corrected.
        let prose = "No steps at all, only a long sentence that goes on. ".repeat(4);
        person.type_into("textbox", roadmaps::PASTED, &prose).await;
        person.does_not_read(roadmaps::PASTED_EMPTY).await;
        person.click("button", roadmaps::OPEN_PASTED).await;
        person.reads(reading::refusal(&RoadmapRefusal::NoRoadmap)).await;
        assert_eq!(person.sees("textbox", roadmaps::PASTED).await.value, prose);

        person.type_into("textbox", roadmaps::PASTED, "Scales 20 h\nChords 2 weeks\nReading music").await;
        person.click("button", roadmaps::OPEN_PASTED).await;
        person.is_on("heading", roadmaps::OFFER_TITLE).await;
        person.sees("textbox", roadmaps::time_of("Reading music")).await;
        assert_eq!(person.sees("textbox", roadmaps::time_of("Scales 20 h")).await.value, "20 h");
    });
}

/// Two charts that can be a roadmap.
const VIOLIN: &str = "# Violin

## By topic

```mermaid
mindmap
  root((Violin))
    Bow
      Grip
    Scales
```

## Month by month

```mermaid
flowchart TD
  A[Bow<br/>4 weeks] --> B[Intonation<br/>3 weeks] --> C[Pieces<br/>5 weeks]
```
";

/// Accessible name of the button that opens a chart.
fn instead(kind: ChartKind, heading: &str, line: usize) -> String {
    let part = Part { chart: Some(kind), heading: heading.to_owned(), line };
    roadmaps::about(
        roadmaps::OPEN_INSTEAD,
        &format!("{} {}", reading::part(&part), reading::about_part(&part)),
    )
}

#[test]
fn another_chart_of_the_file_can_be_opened_instead() {
    in_each_engine(async |person| {
        person.picks(frame::MENU, frame::ROADMAPS).await;
        learner::is_offered_roadmap(&person, VIOLIN).await;
        person.sees("textbox", roadmaps::name_of("Intonation")).await;
        person.within("region", roadmaps::OTHER_PARTS).reads(roadmaps::OTHER_PARTS_NOTE).await;
        person.click("button", instead(ChartKind::Mindmap, "By topic", 6)).await;
        person.is_on("heading", roadmaps::OFFER_TITLE).await;
        person.sees("textbox", roadmaps::name_of("Scales")).await;
        person.does_not_see("textbox", roadmaps::name_of("Intonation")).await;
        person.is_axe_clean().await;
        // And back.
        person.click("button", instead(ChartKind::Flowchart, "Month by month", 16)).await;
        person.sees("textbox", roadmaps::name_of("Intonation")).await;
        person.click("button", roadmaps::ACCEPT).await;
        person.reads(roadmaps::IN_USE_NOW).await;
        person.picks(frame::MENU, frame::ROADMAPS).await;
        person.within("listitem", containing("Month by month")).reads(roadmaps::IN_USE).await;
    });
}
