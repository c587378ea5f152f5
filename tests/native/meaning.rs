//! What other people's roadmaps mean: small files, each with the phases, times and questions that their owner sees in them.
//!
//! The files and what is right for each were found with public roadmaps; the words are the project's own.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use formats::{OpenedRoadmap, Remark, open_roadmap};
use planner::{Answers, Assumptions, Availability, Date, Plan, ProjectChoices, Route, Week};
use roadmap::{Kind, KindName, Minutes, Node, Roadmap, Span};

fn opened(name: &str) -> OpenedRoadmap {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import").join(name);
    let bytes = fs::read(&path).unwrap_or_else(|why| panic!("{name}: {why}"));
    open_roadmap(name, &bytes).unwrap_or_else(|why| panic!("{name}: {why:?}"))
}

/// A phase in words: its title, its time and its topics.
fn phase(roadmap: &Roadmap, node: &Node) -> Option<String> {
    let Kind::Phase(phase) = &node.kind else { return None };
    let range = |Span { low, high }: Span, unit: &str| match low == high {
        true => format!("{low} {unit}"),
        false => format!("{low}-{high} {unit}"),
    };
    let minutes = Span { low: phase.effort.low.0, high: phase.effort.high.0 };
    let time = match phase.weeks {
        Some(weeks) => range(weeks, "weeks"),
        None if minutes.low.is_multiple_of(60) && minutes.high.is_multiple_of(60) => {
            range(Span { low: minutes.low / 60, high: minutes.high / 60 }, "hours")
        }
        None => range(minutes, "minutes"),
    };
    let topics = phase.topics.iter().filter_map(|topic| roadmap.topic(topic));
    let topics: Vec<&str> =
        topics.filter(|topic| topic.title != node.title).map(|topic| topic.title.as_str()).collect();
    Some(format!("{}: {time} [{}]", node.title, topics.join(", ")))
}

/// The phases on the way, in order, as far as it leads without an answer.
fn phases(name: &str) -> Vec<String> {
    let roadmap = opened(name).roadmap;
    let route = Route::walk(&roadmap, &Answers::default());
    let nodes = route.steps.iter().filter_map(|step| roadmap.node(&step.node));
    nodes.filter_map(|node| phase(&roadmap, node)).collect()
}

fn questions(name: &str) -> Vec<String> {
    let nodes = opened(name).file.nodes;
    nodes.into_iter().filter(|node| node.is(KindName::Decision)).map(|node| node.title).collect()
}

/// The projects in order, those that are only offered with a question mark.
fn projects(name: &str) -> Vec<String> {
    let roadmap = opened(name).roadmap;
    roadmap
        .projects()
        .map(|project| format!("{}{}", project.title, if project.optional { "?" } else { "" }))
        .collect()
}

const NONE: [String; 0] = [];

#[test]
fn a_split_that_does_not_ask_means_all_of_these() {
    let expected = [
        "Knots: 1 weeks []",
        "Reading the wind: 2 weeks []",
        "Right of way: 1 weeks []",
        "Radio licence: 2 weeks []",
        "First trip: 3 weeks []",
    ];
    assert_eq!(phases("split-and-rejoin.mmd"), expected);
    assert_eq!(questions("split-and-rejoin.mmd"), NONE);
}

#[test]
fn prerequisites_come_before_what_needs_them_and_nothing_is_lost() {
    let expected = [
        "Algebra: 40 hours []",
        "Calculus: 60 hours []",
        "Statistics: 40 hours []",
        "Lab safety: 5 hours []",
        "Mechanics: 50 hours []",
        "Waves: 50 hours []",
        "Thesis: 200 hours []",
    ];
    assert_eq!(phases("prerequisites.mmd"), expected);
    assert_eq!(questions("prerequisites.mmd"), NONE);
}

#[test]
fn leaves_beside_the_way_on_are_topics() {
    let expected = [
        "Clay basics: 2 weeks [Wedging, Pinch pots]",
        "Wheel throwing: 4 weeks [Centering, Pulling walls]",
        "Glazing: 3 weeks [Glaze chemistry, Kiln loading]",
    ];
    assert_eq!(phases("leaves-are-topics.mmd"), expected);
    assert_eq!(questions("leaves-are-topics.mmd"), NONE);
}

#[test]
fn dotted_lines_lead_to_topics_and_to_what_is_optional() {
    assert_eq!(
        phases("optional-dotted.mmd"),
        ["Notes: 2 weeks []", "Chords: 3 weeks []", "Songs: 4 weeks [Folk, Blues]"]
    );
    assert_eq!(projects("optional-dotted.mmd"), ["Singing?"]);
    assert_eq!(questions("optional-dotted.mmd"), NONE);
}

#[test]
fn edges_between_subgraphs_reach_all_their_beginnings_and_ends() {
    let weeks = |title: &str, weeks: u32| format!("{title}: {weeks} weeks []");
    let expected = [("Soil", 1), ("Seeds", 1), ("Weather", 1), ("Tools", 1), ("Watering", 2), ("Pruning", 2)];
    assert_eq!(phases("subgraph-to-subgraph.mmd"), expected.map(|(title, time)| weeks(title, time)));
    assert_eq!(questions("subgraph-to-subgraph.mmd"), NONE);
}

#[test]
fn a_way_back_that_no_answer_leaves_is_left_out() {
    assert_eq!(questions("loop-without-exit.mmd"), NONE);
    assert_eq!(
        phases("loop-without-exit.mmd"),
        ["Openings: 2 weeks []", "Endgames: 2 weeks []", "Tactics: 2 weeks []"]
    );
}

#[test]
fn all_lines_of_a_diamond_are_one_question() {
    assert_eq!(questions("diamond-over-two-lines.mmd"), ["Which bow do you want to shoot?"]);
}

#[test]
fn lines_that_list_nothing_are_one_title() {
    let expected =
        ["Music Theory: 2 weeks []", "Phase 2: Ear training: 3 weeks []", "Sight Reading: 2 weeks []"];
    assert_eq!(phases("titles-over-two-lines.mmd"), expected);
}

#[test]
fn a_project_in_one_line_is_a_project() {
    assert_eq!(projects("project-in-one-line.mmd"), ["a stool", "a lamp", "Capstone project"]);
}

#[test]
fn a_step_that_repeats_topics_keeps_its_time() {
    let expected =
        ["Drawing Practice: 2 weeks []", "Painting Practice: 6 weeks []", "Printing Practice: 4 weeks []"];
    assert_eq!(phases("same-topic-in-two-phases.mmd"), expected);

    // One after the other, each takes its time, whatever its topics are called.
    let chain = "graph LR\nA[\"Drawing<br/>Lines, Light<br/>2 weeks\"] --> B[\"Painting<br/>Light, Lines<br/>6 weeks\"]\n\
                 B --> C[\"Printing<br/>Light, Ink<br/>4 weeks\"]";
    assert_eq!(least_weeks(chain), 2 + 6 + 4);
    // A topic that ways to choose from share is learned once. It saves half of the four weeks, and none of the six.
    let ways = chain.replace(
        "graph LR\n",
        "graph LR\nS[Start] --> Q{What first?}\nQ -->|Drawing| A\nQ -->|Printing| C\n",
    );
    assert_eq!(least_weeks(&ways), 2 + 6 + 2);
}

/// The least effort of a plan for a chart by the first answers, in weeks.
fn least_weeks(chart: &str) -> u32 {
    let roadmap = open_roadmap("arts.mmd", chart.as_bytes()).expect("it is a roadmap").roadmap;
    let mut answers = Answers::default();
    while let Some(turn) = Route::walk(&roadmap, &answers).open().cloned() {
        let (first, _) = roadmap.answers(&turn.decision).next().expect("a decision has answers");
        answers.give(turn, first.clone());
    }
    let monday = Date::from_ymd_opt(2027, 1, 4).expect("it is a date");
    let plan = Plan::make(
        &roadmap,
        Assumptions {
            answers: &answers,
            availability: &Availability::new(Week::on_workdays(Minutes::hours(10)), []),
            start: monday,
            projects: &ProjectChoices::default(),
            known: &BTreeSet::new(),
        },
    );
    plan.expect("it can be finished").effort().low.0 / Minutes::hours(10).0
}

#[test]
fn a_roadmap_without_times_opens_with_assumed_ones() {
    let hours = |title: &str| format!("{title}: 10-20 hours []");
    assert_eq!(phases("no-durations.mmd"), ["Scales", "Chords", "Reading music", "First concert"].map(hours));
    assert_eq!(questions("no-durations.mmd"), NONE);
}

#[test]
fn charts_in_html_elements_are_read() {
    assert_eq!(phases("div-mermaid.md"), ["Cast on: 1 weeks []", "Purl: 2 weeks []"]);
    assert_eq!(opened("div-mermaid.md").roadmap.about().title, "Knitting");
}

#[test]
fn the_title_is_the_first_heading_of_the_first_level() {
    assert_eq!(opened("html-title.md").roadmap.about().title, "🪁 Kites from scratch");
}

#[test]
fn of_several_charts_the_one_with_times_is_the_roadmap() {
    let expected = ["Theory: 1 weeks []", "Pool: 2 weeks []", "Open water: 2 weeks []"];
    assert_eq!(phases("roadmap-is-the-second-chart.md"), expected);
    let others: Vec<Remark> = opened("roadmap-is-the-second-chart.md")
        .warnings
        .into_iter()
        .map(|warning| warning.what)
        .filter(|what| matches!(what, Remark::AnotherChart(_)))
        .collect();
    assert_eq!(others, [Remark::AnotherChart("How the parts of the kit hang together".to_owned())]);
}

#[test]
fn the_time_of_a_start_is_that_of_the_whole() {
    assert_eq!(
        phases("total-in-the-start.mmd"),
        ["Bow: 43 hours []", "Left hand: 130 hours []", "Pieces: 348 hours []"]
    );
}

#[test]
fn a_schedule_is_a_plan_in_the_order_of_its_tasks() {
    // Paths and ponds begin on the same day; ten days are 10/7 of a week of 10 hours.
    let phases = phases("gantt.mmd");
    assert_eq!(phases[0], "Soil: 1 weeks []");
    assert_eq!(phases[1], "Plants: 2 weeks []");
    assert!(phases[2].starts_with("Paths: 14 hours") || phases[2].starts_with("Paths: 857"), "{phases:?}");
    assert_eq!(phases[3], "Ponds: 1 weeks []");
    let roadmap = opened("gantt.mmd").roadmap;
    assert_eq!(roadmap.about().title, "Garden design in eight weeks");
    assert!(
        roadmap
            .nodes()
            .iter()
            .any(|node| node.title == "Finished plan" && matches!(node.kind, Kind::Milestone(_)))
    );
}

#[test]
fn branches_of_a_mindmap_are_phases() {
    let expected = [
        "Knife skills: 2 weeks [cuts, Sharpening]",
        "Sauces: 4-8 hours [Stock, Emulsions]",
        "Menus: 2-4 hours [Planning]",
    ];
    assert_eq!(phases("mindmap.mmd"), expected);
    assert_eq!(opened("mindmap.mmd").roadmap.about().title, "Cooking");
}

#[test]
fn sections_of_a_journey_are_phases() {
    assert_eq!(
        phases("journey.mmd"),
        ["Beginning: 4-8 hours [Tuning, Posture]", "Pieces: 4-8 hours [First air, Duet]"]
    );
}

#[test]
fn drawings_of_react_flow_are_read_along_their_solid_edges() {
    assert_eq!(phases("reactflow.json"), ["Bread: 4-8 hours [Yeast, Sourdough]", "Cake: 2-4 hours [Sponge]"]);
    assert_eq!(opened("reactflow.json").roadmap.about().title, "Baking");
}

#[test]
fn json_with_phases_and_topics_is_read_whatever_its_keys_are_called() {
    assert_eq!(
        phases("phases-and-topics.json"),
        ["Bread: 4-8 hours [Yeast, Sourdough]", "Cake: 2-4 hours [Sponge]"]
    );
}

#[test]
fn headings_with_boxes_are_phases_with_topics() {
    let expected = [
        "Before the first hive: 10 hours [What bees do in a year, Where a hive may stand, Equipment]",
        "First season: 130 hours [Inspecting a hive, Swarms, Honey harvest]",
    ];
    assert_eq!(phases("checklist.md"), expected);
    assert_eq!(opened("checklist.md").roadmap.about().title, "Beekeeping from zero");
}

#[test]
fn headings_with_weeks_use_the_hours_that_the_file_says() {
    let expected = [
        "Phase 1: Hand tools: 3 weeks [Rip cut, Cross cut, Sharpening, Squaring a board]",
        "Phase 2: Joints: 5 weeks [Dovetail, Mortise and tenon]",
    ];
    assert_eq!(phases("headings-with-weeks.md"), expected);
    assert_eq!(projects("headings-with-weeks.md"), ["a small box"]);
    assert_eq!(opened("headings-with-weeks.md").roadmap.about().reference_pace, Minutes::hours(6));
}

#[test]
fn rows_of_a_table_of_courses_are_phases() {
    let expected =
        ["Night sky: 12-20 hours []", "Optics: 24 hours []", "Planets: 40-56 hours []", "Stars: 72 hours []"];
    assert_eq!(phases("course-table.md"), expected);
    assert_eq!(opened("course-table.md").roadmap.about().title, "Astronomy at home");
}

#[test]
fn a_chart_takes_the_times_of_the_table_beside_it() {
    let expected =
        ["Module 01: Clay: 1-2 weeks []", "Module 02: Wheel: 3 weeks []", "Module 03: Glaze: 2-4 weeks []"];
    assert_eq!(phases("table-beside-chart.md"), expected);
}

#[test]
fn periods_of_a_timeline_are_phases() {
    let phases = phases("timeline.mmd");
    assert_eq!(phases.len(), 3);
    assert!(phases[0].starts_with("Month 1: 43 hours [Map reading, Compass]"), "{phases:?}");
    assert!(phases[1].starts_with("Month 2-3: 87 hours [Day hikes]"), "{phases:?}");
    assert!(phases[2].starts_with("Month 4-6: 130 hours [Winter camps, First aid]"), "{phases:?}");
}

#[test]
fn positions_are_lengths() {
    let expected =
        ["Posture: 2 weeks []", "Bowing: 1 weeks []", "First position: 4 weeks []", "Etudes: 2 weeks []"];
    assert_eq!(phases("week-positions.mmd"), expected);
    assert!(opened("week-positions.mmd").warnings.iter().any(|one| one.what == Remark::PositionsTaken));
}

#[test]
fn lengths_are_read_in_many_languages() {
    let times: Vec<String> = phases("other-languages.mmd")
        .iter()
        .map(|phase| phase.split(": ").nth(1).unwrap_or_default().to_owned())
        .collect();
    let expected = [
        "1-2 weeks []",
        "87 hours []",
        "4 weeks []",
        "87 hours []",
        "3 weeks []",
        "4 weeks []",
        "3 weeks []",
        "20 hours []",
    ];
    assert_eq!(times, expected);
}

#[test]
fn lengths_are_read_in_every_spelling() {
    let expected = [
        "One: 90 minutes []",
        "Three: 40 hours []",
        "Four: 2 weeks []",
        "Five: 522 hours []",
        "Six: 20 hours []",
        "Seven: 10 hours []",
        "Eight: 2 weeks []",
        "Nine: 10 hours []",
        "Ten: 261 hours []",
        "Eleven: 20 hours []",
        "Twelve: 15 hours []",
    ];
    assert_eq!(phases("durations.mmd"), expected);
}

#[test]
fn a_subgraph_with_a_time_is_a_step_and_its_nodes_are_topics() {
    let expected =
        ["Phase 1: Bread: 2-3 weeks [Flour, Yeast, Baking]", "Phase 2: Pastry: 4-6 weeks [Butter, Folding]"];
    assert_eq!(phases("subgraph-has-the-time.mmd"), expected);
    assert_eq!(questions("subgraph-has-the-time.mmd"), NONE);
}

#[test]
fn what_a_file_has_ticked_is_told() {
    let text = "# Bread\n\n## Flour\n- [x] Wheat\n- [ ] Rye\n\n## Dough\n- [ ] Kneading\n  - [x] By hand\n  - [x] With a machine\n- Resting\n";
    let opened = open_roadmap("bread.md", text.as_bytes()).unwrap();
    let titles = |id| opened.roadmap.topic(id).unwrap().title.clone();
    assert_eq!(opened.ticked.iter().map(titles).collect::<Vec<_>>(), ["Kneading", "Wheat"]);
}

#[test]
fn a_number_ranks_nothing_and_a_class_tells_what_asks() {
    let text = |class: &str, title: &str| {
        format!(
            "graph TD\n A[Dough<br/>2 weeks] --> B{{\"{title}\"}}{class}\n B -->|1 week| C[Bread<br/>1 week]\n B -->|2 weeks| D[Cake<br/>2 weeks]\n"
        )
    };
    let asked = |text: &str| {
        let opened = open_roadmap("a.mmd", text.as_bytes()).unwrap();
        opened.roadmap.nodes().iter().filter(|node| node.kind == Kind::Decision).count()
    };
    assert_eq!(asked(&text("", "Advanced level")), 0);
    assert_eq!(asked(&text(":::decisionNode", "Advanced level")), 1);
    assert_eq!(asked(&text("", "35")), 1);
}
