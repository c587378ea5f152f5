//! What charts mean: which one is the roadmap, and what its boxes are.

use std::fmt::Write;

use roadmap::{KindName, NodeFile, Span};

use crate::open::open_roadmap;

/// The nodes of a roadmap but its start, a line for each: its kind, its title, its time as written and its topics.
pub(super) fn shown(name: &str, text: &str) -> String {
    let file = open_roadmap(name, text.as_bytes()).expect("it opens").file;
    let topic =
        |id| file.topics.iter().find(|topic| &topic.id == id).map_or("", |topic| topic.title.as_str());
    let mut lines = String::new();
    for node in file.nodes.iter().filter(|node| !node.is(KindName::Start)) {
        let kind = [
            (KindName::Phase, ""),
            (KindName::Decision, "? "),
            (KindName::Milestone, "= "),
            (KindName::Path, "> "),
            (KindName::Track, "~ "),
        ];
        let kind = kind.into_iter().find(|(kind, _)| node.is(*kind));
        let offered = if node.projects.iter().any(|project| project.optional) { "+ " } else { "* " };
        let topics: Vec<&str> = node.topics.iter().map(topic).collect();
        let _ = writeln!(
            lines,
            "{}{}{}{}",
            kind.map_or(offered, |(_, sign)| sign),
            node.title,
            time(node),
            if topics.is_empty() { String::new() } else { format!(": {}", topics.join(", ")) }
        );
    }
    lines
}

fn time(node: &NodeFile) -> String {
    match (node.weeks, node.minutes) {
        (Some(Span { low, high }), _) if low == high => format!(" {low}w"),
        (Some(Span { low, high }), _) => format!(" {low}-{high}w"),
        (None, Some(Span { low, high })) if low == high => format!(" {}h", low / 60),
        (None, Some(Span { low, high })) => format!(" {}-{}h", low / 60, high / 60),
        (None, None) => String::new(),
    }
}

#[track_caller]
pub(super) fn assert_flowchart(text: &str, expected: &[&str]) {
    let shown = shown("plan.mmd", text);
    assert_eq!(shown.lines().collect::<Vec<_>>(), expected, "\n{shown}");
}

#[track_caller]
pub(super) fn assert_guide(text: &str, expected: &[&str]) {
    let shown = shown("plan.md", text);
    assert_eq!(shown.lines().collect::<Vec<_>>(), expected, "\n{shown}");
}

#[test]
fn a_small_chart_with_times_is_the_roadmap_beside_a_large_one_without() {
    let large: String =
        (0..30).map(|at| format!(" P{at}[Part {at}] --> P{}[Part {}]\n", at + 1, at + 1)).collect();
    let text = format!(
        "# Bees\n## The hive\n```mermaid\ngraph TD\n{large}```\n## Plan\n```mermaid\ntimeline\n Week 1-2 : Frames\n Week 3 : Honey\n```\n"
    );
    assert_guide(&text, &["Week 1-2 2w: Frames", "Week 3 1w: Honey"]);
}

#[test]
fn without_times_the_chart_that_is_announced_is_the_roadmap() {
    let chart = |first: &str| format!("```mermaid\ngraph LR\n A[{first}] --> B[Second] --> C[Third]\n```\n");
    let text = format!("# Pottery\n## Kiln\n{}\n## Lernpfad\n{}", chart("Burner"), chart("Clay"));
    assert_guide(&text, &["Clay 10-20h", "Second 10-20h", "Third 10-20h"]);
}

#[test]
fn headings_that_are_not_counted_do_not_outdo_an_announced_chart() {
    let chart = "```mermaid\ngraph LR\n A[Seams] --> B[Darts] --> C[Linings]\n```\n";
    let notes = "## Thread\n- Cotton\n## Needles\n- Sharps\n## Machines\n- Treadle\n";
    let steps = ["Seams 10-20h", "Darts 10-20h", "Linings 10-20h"];
    assert_guide(&format!("# Sewing\n## Roadmap\n{chart}\n{notes}"), &steps);
    let counted = notes
        .replace("## ", "## 1. ")
        .replacen("1. Needles", "2. Needles", 1)
        .replacen("1. Mach", "3. Mach", 1);
    let parts = ["Thread 2-4h: Cotton", "Needles 2-4h: Sharps", "Machines 2-4h: Treadle"];
    assert_guide(&format!("# Sewing\n## Roadmap\n{chart}\n{counted}"), &parts);
    assert_guide(&format!("# Sewing\n## How it hangs together\n{chart}\n{notes}"), &parts);
}

#[test]
fn times_come_from_rows_with_the_same_numbers() {
    let table = "| Phase | Weeks needed | Goal |\n|---|---|---|\n| 1 | 2 weeks | Hold it |\n| 2 | 3 weeks | Tune it |\n| 3 | 4 weeks | Play it |\n";
    let chart = "```mermaid\nflowchart LR\n A[\"Phase 1<br/>Posture\"] --> B[\"Phase 2<br/>Strings\"] --> C[\"Phase 3<br/>Songs\"] --> D[\"Phase 4<br/>Stage\"]\n```\n";
    assert_guide(
        &format!("# Cello\n{chart}\n{table}"),
        &["Phase 1: Posture 2w", "Phase 2: Strings 3w", "Phase 3: Songs 4w", "Phase 4: Stage 10-20h"],
    );
}

#[test]
fn numbered_leaves_are_steps_and_others_topics() {
    let text = "graph TD\n M1[1 · Maps] --> M2[2 · Compass] --> M4[4 · Night]\n M2 --> M3[3 · Terrain]\n M2 --> X[Bearings]";
    assert_flowchart(
        text,
        &["1 · Maps 10-20h", "2 · Compass 2-4h: Bearings", "4 · Night 10-20h", "3 · Terrain 10-20h"],
    );
}

#[test]
fn ends_of_a_line_that_had_no_leaves_are_steps() {
    assert_flowchart(
        "graph TD\n A[Knots] --> B[Belaying] --> C[Leading]\n C --> D[Ice]\n C --> E[Big walls]",
        &["Knots 10-20h", "Belaying 10-20h", "Leading 10-20h", "Ice 10-20h", "Big walls 10-20h"],
    );
    assert_flowchart(
        "graph TD\n A[Knots] --> B[Belaying] --> C[Leading]\n B --> F[Tube]\n C --> D[Ice]\n C --> E[Big walls]",
        &["Knots 10-20h", "Belaying 2-4h: Tube", "Leading 4-8h: Ice, Big walls"],
    );
}

#[test]
fn a_tree_is_an_outline() {
    let tree = "graph TD\n R[Sailing] --> A[Boat] & B[Weather]\n A --> S[Sails] & H[Hull]\n S --> M[Mainsail] & J[Jib]\n B --> W[Wind] & C[Clouds]";
    assert_flowchart(tree, &["Boat 4-8h: Sails, Hull", "Weather 4-8h: Wind, Clouds"]);
    // Ways side by side are none.
    assert_flowchart(
        "graph TD\n R[Sailing] --> A[Boat] --> S[Sails]\n R --> B[Weather] --> W[Wind]",
        &["Sailing 10-20h", "Boat 10-20h", "Sails 10-20h", "Weather 10-20h", "Wind 10-20h"],
    );
}

#[test]
fn days_and_weeks_within_a_longer_step_are_its_topics() {
    assert_flowchart(
        "graph LR\n A[Week 1: Dough] --> B[Day 1<br/>Flour] --> C[Day 2<br/>Yeast] --> D[Week 2<br/>Ovens]",
        &["Dough 1w: Flour, Yeast", "Ovens 1w"],
    );
    let weeks = "graph TD\n P[Phase 1: Bread<br/>Week 1-2] --> A[Week 1: Flour] & B[Week 2: Yeast]\n B --> Q[Phase 2: Cake<br/>Week 3-4]\n Q --> C[Week 3: Eggs] & D[Week 4: Sugar]";
    assert_flowchart(weeks, &["Phase 1: Bread 2w: Flour, Yeast", "Phase 2: Cake 2w: Eggs, Sugar"]);
    // What follows them is none of them.
    assert_flowchart(
        "graph LR\n A[Week 1: Dough] --> B[Week 2: Ovens] --> C[Day 15: Feast]",
        &["Dough 1w", "Ovens 1w", "Feast 1h"],
    );
}

#[test]
fn notes_give_times_to_the_groups_they_point_into() {
    let text = "graph TD\n subgraph Basics\n A[Scales] --> B[Chords]\n end\n subgraph Songs\n C[Folk] --> D[Blues]\n end\n subgraph Shows\n E[Nerves]\n end\n B --> C\n D --> E\n T1[\"Time: 2-3 weeks\"] -.-> B\n D -.- T2[\"Duration: 4 weeks\"]\n P[\"Prerequisites: none\"] -.-> A";
    assert_flowchart(text, &["Basics 2-3w: Scales, Chords", "Songs 4w: Folk, Blues", "Shows 2-4h: Nerves"]);
    assert_flowchart(
        "graph LR\n A[Scales] --> B[Chords]\n N[\"Time: 3 weeks\"] -.-> A\n M[\"Time: 1 week\"] -.-> B",
        &["Scales 3w", "Chords 1w"],
    );
}

#[test]
fn diamonds_that_rank_what_follows_ask_nothing() {
    let text = "graph TD\n F{Foundation level} --> A[Letters] & B[Strokes]\n A & B --> G{Advanced level} --> C[Gothic] & D[Italic]\n C & D --> H{Ornaments} --> E[Borders] & I[Initials]";
    assert_flowchart(
        text,
        &[
            "= Foundation level",
            "Letters 10-20h",
            "Strokes 10-20h",
            "= Advanced level",
            "Gothic 10-20h",
            "Italic 10-20h",
            "= Ornaments",
            "Borders 10-20h",
            "Initials 10-20h",
        ],
    );
    for asking in ["{Ornaments}", "{Foundation?}", "{Skill level}"] {
        let text = format!("graph TD\n S([Start]) --> Q{asking} --> A[Borders] & B[Initials]");
        assert!(shown("plan.mmd", &text).contains("? "), "{asking}");
    }
    let labeled =
        "graph TD\n S([Start]) --> Q{Foundation} -->|new to it| A[Borders]\n Q -->|not new| B[Initials]";
    assert!(shown("plan.mmd", labeled).contains("? Foundation"));
}

#[test]
fn an_answer_that_only_names_the_way_takes_no_time() {
    assert_flowchart(
        "graph TD\n S([Start]) --> Q{Choose a track} --> A[Clay track] & B[Glass]\n A --> C[Bowls]\n B --> D[Beads]",
        &["? Choose a track", "> Clay track", "Glass 10-20h", "Bowls 10-20h", "Beads 10-20h"],
    );
}

#[test]
fn an_end_that_is_reached_takes_no_time() {
    let chain = |end: &str| format!("graph LR\n A[Notes] --> B[Chords] --> C[{end}]");
    for end in ["🎓 Mastery", "Stage ready", "Certified"] {
        let shown = shown("plan.mmd", &chain(end));
        assert_eq!(shown.lines().last().map(|line| &line[..2]), Some("= "), "{shown}");
    }
    assert_flowchart(&chain("Mastery"), &["Notes 10-20h", "Chords 10-20h", "Mastery 10-20h"]);
    // What is shown several times is work.
    let several = "graph LR\n A[🏆 First show] --> B[🏆 Second show]";
    assert_flowchart(several, &["First show 10-20h", "Second show 10-20h"]);
}

#[test]
fn a_way_around_that_is_optional_is_so_as_a_whole() {
    let text = "graph TD\n A[Reading] --> B[Writing] --> C[Printing]\n A --> O[Alternative entry points] --> X[For printers] & Y[For painters]\n X --> C\n Y --> B";
    assert_flowchart(
        text,
        &[
            "Reading 10-20h",
            "Writing 10-20h",
            "Printing 10-20h",
            "+ Alternative entry points",
            "+ For printers",
            "+ For painters",
        ],
    );
    // What only an optional step leads to is not optional itself.
    let chain = "graph LR\n A[Reading] --> O[Optional: Latin] --> B[Writing]";
    assert_flowchart(chain, &["Reading 10-20h", "+ Optional: Latin", "Writing 10-20h"]);
}

#[test]
fn periods_that_share_their_ends_count_them_once() {
    let text = "timeline\n section One\n Week 1-2 : Soil\n Week 2-3 : Seeds\n section Two\n Week 3-5 : Water\n Week 5+ : Harvest";
    assert_flowchart(
        text,
        &["Week 1-2 2w: Soil", "Week 2-3 1w: Seeds", "Week 3-5 2w: Water", "Week 5+ 2-4h: Harvest"],
    );
    let apart = "timeline\n Week 1-2 : Soil\n Week 3-4 : Seeds\n Week 4-5 : Water";
    assert_flowchart(apart, &["Week 1-2 2w: Soil", "Week 3-4 2w: Seeds", "Week 4-5 1w: Water"]);
}

#[test]
fn a_pace_and_a_length_may_share_a_line() {
    // A stray quote cuts the label off; nothing is left of the line.
    assert_flowchart(
        "graph LR\n A[\"Scales<br/>10 hours per week,\"4 weeks\"] --> B[Chords<br/>2 weeks]",
        &["\"Scales 40h", "Chords 2w"],
    );
}

/// What the remarks are about, by the beginning of their names.
fn remarks(text: &str) -> Vec<String> {
    let warnings = open_roadmap("plan.mmd", text.as_bytes()).expect("it opens").warnings;
    warnings.into_iter().map(|warning| format!("{:?}", warning.what)).collect()
}

/// The edges of a chart by the titles at their ends.
fn edges(text: &str) -> Vec<String> {
    let file = open_roadmap("plan.mmd", text.as_bytes()).expect("it opens").file;
    let title = |id| file.nodes.iter().find(|node| &node.id == id).map_or("", |node| node.title.as_str());
    file.edges.iter().map(|edge| format!("{} > {}", title(&edge.from), title(&edge.to))).collect()
}

#[test]
fn edges_of_subgraphs_are_those_of_their_ends() {
    let text = "graph LR\n subgraph X\n A[Axe 1w] --> B[Bow 1w]\n C[Cut 1w]\n end\n subgraph Y\n D[Dig 1w] --> E[Eat 1w]\n F[Fish 1w]\n end\n X --> Y\n A ~~~ F";
    let expected = [
        "plan > Axe",
        "plan > Cut",
        "Axe > Bow",
        "Dig > Eat",
        "Bow > Dig",
        "Bow > Fish",
        "Cut > Dig",
        "Cut > Fish",
    ];
    let mut found = edges(text);
    found.sort_unstable();
    let mut expected = expected.map(str::to_owned);
    expected.sort_unstable();
    assert_eq!(found, expected);
    // In a circle, the first one is entered and the last one left.
    let circle = edges(
        "graph LR\n S([Start]) --> X\n subgraph X\n A[Axe 1w] --> B[Bow 1w] --> A\n end\n X --> Z[Zip 1w]",
    );
    assert_eq!(circle, ["Start > Axe", "Axe > Bow", "Bow > Zip"]);
    // A subgraph with members is no step, and a node without words has its id.
    assert_flowchart("graph LR\n X --> B[\" \"]\n subgraph X\n A[Axe]\n end", &["B 10-20h", "Axe 10-20h"]);
}

#[test]
fn large_subgraphs_are_joined_by_no_more_than_some_edges() {
    let nodes = |name: char| (0..60).map(|at| format!("{name}{at}[{name} {at} 1w]\n")).collect::<String>();
    let text = format!("graph LR\n subgraph X\n{}end\n subgraph Y\n{}end\n X --> Y", nodes('A'), nodes('B'));
    assert!(edges(&text).len() < 300);
}

#[test]
fn circles_that_no_answer_leaves_are_broken_and_said() {
    let text = "graph LR\n S([Start]) --> A[Axe] --> B[Bow] --> A";
    assert_eq!(edges(text), ["Start > Axe", "Axe > Bow"]);
    assert!(remarks(text).iter().any(|remark| remark.starts_with("EdgeDropped")));
    let asking =
        "graph LR\n S([Start]) --> P{Axe?} -->|yes| Q{Bow?} -->|no| P\n Q -->|yes| C[Cut]\n P -->|no| D[Dig]";
    assert_flowchart(asking, &["? Axe?", "Bow? 10-20h", "Cut 10-20h", "Dig 10-20h"]);
    // One that asks on the way round may be walked again.
    let round = "graph LR\n S([Start]) --> A[Axe] --> Q{Sharp?} -->|no| A\n Q -->|yes| B[Bow]";
    assert_eq!(edges(round).len(), 4);
}

#[test]
fn what_asks_is_a_decision_or_gets_one_behind_it() {
    let asks = |text: &str| shown("plan.mmd", text).lines().filter(|line| line.starts_with("? ")).count();
    let ways = "--> B[Bow] & C[Cut]";
    assert_eq!(asks(&format!("graph LR\n S([Start]) --> A{{Axe}} {ways}")), 1);
    assert_eq!(asks(&format!("graph LR\n S([Start]) --> A[Choose one] {ways}")), 1);
    assert_eq!(asks(&format!("graph LR\n S([Start]) --> A[Axe] {ways}")), 0);
    assert_eq!(asks("graph LR\n S([Start]) --> A[Axe] -->|wood| B[Bow]\n A -->|meat| C[Cut]"), 1);
    assert_eq!(
        asks(
            "graph LR\n S([Start]) --> A[Axe] -->|then| B[Bow]\n A -->|then| C[Cut]\n B --> D[Dig]\n C --> D"
        ),
        0
    );
    assert_flowchart(
        "graph LR\n S([Start]) --> A[Which axe? 2w] --> B[Bow 1w] & C[Cut 1w]",
        &["Which axe? 2w", "? What comes after “Which axe?”?", "Bow 1w", "Cut 1w"],
    );
    let same = "graph LR\n S([Start]) --> Q{Axe?} -->|yes| B[Bow]\n Q -->|yes| C[Cut]";
    assert!(remarks(same).iter().any(|remark| remark.starts_with("AnswersNumbered")));
}

#[test]
fn subgraphs_with_times_are_steps_unless_their_nodes_have_them() {
    assert_flowchart(
        "graph LR\n subgraph X[Wood 2 weeks]\n A[Axe] --> B[Bow]\n end\n subgraph Y[Meat]\n C[Cut 1w]\n end\n B --> C",
        &["Wood 2w: Axe, Bow", "Cut 1w"],
    );
    assert_flowchart(
        "graph LR\n subgraph X[Wood 2 weeks]\n A[Axe 1w] --> B[Bow]\n end\n B --> C[Cut 1w]",
        &["Axe 1w", "= Bow", "Cut 1w"],
    );
    assert_flowchart(
        "graph LR\n subgraph X[Phase 1: Wood]\n subgraph I[Phase 0: Trees]\n A[Axe] --> B[Bow]\n end\n end\n subgraph Y[Phase 2: Meat]\n C[Cut]\n end\n B --> C",
        &["Phase 1: Wood 4-8h: Axe, Bow", "Phase 2: Meat 2-4h: Cut"],
    );
}

#[test]
fn leaves_are_topics_of_timed_steps_only_and_never_goals_or_questions() {
    let leaves =
        "graph LR\n S([Start]) --> A[Axe 1w] --> B[Bow]\n A --> C[Cut]\n B --> D[Dig]\n B --> E[Eat]";
    assert_flowchart(leaves, &["Axe 1w: Cut", "= Bow", "= Dig", "= Eat"]);
    let goal = "graph LR\n A[Axe] --> B[Bow] --> C[Cut]\n B --> G((Camp))\n B --> X[Oil]";
    assert_flowchart(goal, &["Axe 10-20h", "Bow 4-8h: Cut, Oil", "= Camp"]);
    let class =
        "graph LR\n A[Axe] --> B[Bow] --> C[Cut]\n C --> D[Dig]\n B --> M[Moon]:::milestone\n B --> Q{Quest}";
    assert_flowchart(
        class,
        &["Axe 10-20h", "Bow 10-20h", "Cut 10-20h", "Dig 10-20h", "= Moon", "Quest 10-20h"],
    );
}

#[test]
fn dotted_lines_and_words_make_steps_optional() {
    let dotted = "graph LR\n A[Axe 1w] --> B[Bow 1w] --> C[Cut 1w]\n A -.-> D[Dig 1w]";
    assert_flowchart(dotted, &["Axe 1w", "Bow 1w", "Cut 1w", "+ Dig"]);
    let mostly = "graph LR\n A[Axe 1w] -.-> B[Bow 1w] -.-> C[Cut 1w]\n A --> D[Dig 1w]";
    assert_flowchart(mostly, &["Axe 1w", "Bow 1w", "Cut 1w", "Dig 1w"]);
    let said = "graph LR\n A[Axe 1w] --> B[Bow 1w] -->|optional| C[Cut 1w]";
    assert_flowchart(said, &["Axe 1w", "Bow 1w", "+ Cut"]);
}

#[test]
fn solid_lines_and_steps_in_the_way_keep_notes_and_side_ways_from_being_either() {
    let solid = "graph LR\n T[Time: 2 weeks] --> A[Axe 1w] --> B[Bow 1w]";
    assert_flowchart(solid, &["Time: 2 weeks 2w", "Axe 1w", "Bow 1w"]);
    let leads_on = "graph LR\n A[Axe] --> O[Optional: Bow] --> C[Cut] --> D[Dig]\n A --> E[Eat] --> F[Fish]";
    assert_flowchart(
        leads_on,
        &["Axe 10-20h", "+ Optional: Bow", "Cut 10-20h", "Dig 10-20h", "Eat 10-20h", "Fish 10-20h"],
    );
}

#[test]
fn the_start_is_written_or_added() {
    let title = |text: &str| {
        let file = open_roadmap("plan.mmd", text.as_bytes()).expect("it opens").file;
        file.nodes.into_iter().find(|node| node.is(KindName::Start)).map(|node| node.title)
    };
    let start = |text: &str| title(text).expect("there is one");
    assert_eq!(start("graph LR\n S([Hello]) --> A[Axe]"), "Hello");
    assert_eq!(start("graph LR\n S[My roadmap 5 weeks] --> A[Axe 1w] --> B[Bow 2w]"), "My roadmap");
    assert_eq!(start("graph LR\n S[Hello] --> A[Axe 1w]"), "Hello");
    assert_eq!(start("graph LR\n S[Hello] --> A[Axe]"), "plan");
    assert_eq!(start("graph LR\n S{Hello?} --> A[Axe] & B[Bow]"), "plan");
    assert_eq!(start("graph LR\n S([One]) --> A[Axe 1w]\n T([Two]) --> A"), "plan");
    // Other beginnings are begun with if they lead to where the start leads.
    let others = "graph LR\n S([Start]) --> A[Axe] --> C[Cut]\n B[Bow] --> C\n D[Dig] --> E[Eat]";
    assert_flowchart(others, &["Axe 10-20h", "Cut 10-20h", "Bow 10-20h"]);
    // In a circle, the first one is.
    assert!(
        remarks("graph LR\n A[Axe] --> B[Bow] --> A").iter().any(|remark| remark.starts_with("StartGuessed"))
    );
}

#[test]
fn times_around_a_chart_are_taken_for_most_of_its_nodes_or_none() {
    let table = "| Step | Time |\n|---|---|\n| Axe | 2 weeks |\n| Bow | 3 weeks |\n";
    let chart = |steps: &str| format!("# Camp\n```mermaid\ngraph LR\n {steps}\n```\n{table}");
    let taken = shown("plan.md", &chart("A[Axe] --> B[Bow] --> C[Cut]"));
    assert_eq!(taken, "Axe 2w\nBow 3w\nCut 10-20h\n");
    // The table is the plan if the chart has other steps.
    let other = shown("plan.md", &chart("A[Axe] --> C[Cut] --> D[Dig] --> E[Eat] --> F[Fish]"));
    assert_eq!(other, "Axe 2w\nBow 3w\n");
    // A chart with times of its own needs none.
    assert_eq!(shown("plan.md", &chart("A[Axe] --> B[Bow 1w] --> C[Cut 1w]")).lines().last(), Some("Cut 1w"));
    // Numbers that recur tell nothing.
    let twice = "# Camp\n```mermaid\ngraph LR\n A[1. Hut] --> B[2. Fire] --> C[2. Rope]\n```\n| Step | Time |\n|---|---|\n| 1 | 2 weeks |\n| 2 | 3 weeks |\n";
    assert!(!shown("plan.md", twice).contains("Rope 3w"));
}

#[test]
fn charts_that_are_no_outlines_stay_ways() {
    let count = |text: &str| shown("plan.mmd", text).lines().count();
    let deep = "graph TD\n R[Sea] --> A[Boat] & B[Sky]\n A --> S[Sail] & H[Hull]\n S --> M[Main] & J[Jib]\n M --> X[Hem] & Y[Eye]\n B --> W[Wind] & C[Cloud]";
    assert!(count(deep) > 2);
    let meets = "graph TD\n R[Sea] --> A[Boat] & B[Sky]\n A --> S[Sail] & H[Hull]\n B --> W[Wind] & H";
    assert!(count(meets) > 2);
    let timed = "graph TD\n R[Sea] --> A[Boat 1w] & B[Sky 1w]\n A --> S[Sail] & H[Hull]\n B --> W[Wind 2w] & C[Cloud]";
    assert_flowchart(timed, &["Boat 1w: Sail, Hull", "Sky 1w: Cloud", "Wind 2w"]);
    let asks = "graph TD\n R[Sea] --> A[Boat] & B[Sky]\n A --> S[Sail] & H{Hull}\n B --> W[Wind] & C[Cloud]";
    assert!(count(asks) > 2);
}

#[test]
fn a_subgraph_is_never_a_leaf() {
    let text = "graph LR\n A[Axe] --> B[Bow] --> C[Cut]\n A --> X\n subgraph X[Camp]\n D[Dig]\n end";
    assert!(!shown("plan.mmd", text).contains("Camp"));
    assert_eq!(remarks(text).iter().filter(|remark| remark.starts_with("Unreachable")).count(), 0);
}

#[test]
fn silent_diamonds_with_answers_ask_among_headings() {
    let text = "graph TD\n F{Basics} --> A[Axe] & B[Bow]\n A & B --> G{Advanced} --> C[Cut] & D[Dig]\n C & D --> H{Camp} -->|wood| E[Eat]\n H --> I[Fish]";
    assert!(shown("plan.mmd", text).contains("? Camp"));
}

#[test]
fn what_has_to_be_known_before_is_no_step() {
    let text = "graph LR\n P[Prerequisites: none 2w] -.-> A[Axe 1w] --> B[Bow 1w] --> C[Cut 1w]";
    assert_flowchart(text, &["Axe 1w", "Bow 1w", "Cut 1w"]);
}

#[test]
fn the_time_of_a_start_is_no_work() {
    let text = "graph LR\n S([Start 9w]) --> A[Week 1-2: Axe] --> B[Week 3: Bow]";
    assert_flowchart(text, &["Axe 2w", "Bow 1w"]);
    let file = open_roadmap("plan.mmd", b"graph LR\n S[2+ weeks roadmap] --> A[Axe 1w] --> B[Bow 1w]")
        .expect("it opens");
    assert!(!file.warnings.iter().any(|warning| format!("{:?}", warning.what).starts_with("OpenEnded")));
}

#[test]
fn a_start_is_no_group_and_asks_nothing() {
    let group = "graph LR\n subgraph S[Start here 1 week]\n A[Axe]\n end\n subgraph T[Then 2 weeks]\n B[Bow]\n end\n A --> B";
    assert_flowchart(group, &["Start here 1w: Axe", "Then 2w: Bow"]);
    let asks = "graph LR\n S{Start with what?} --> A[Axe 1w] & B[Bow 1w]";
    assert_flowchart(asks, &["? Start with what?", "Axe 1w", "Bow 1w"]);
}

#[test]
fn numbers_that_recur_give_no_times() {
    let table = "| Step | Time |\n|---|---|\n| 1 | 2 weeks |\n| 2 | 3 weeks |\n| 3 | 4 weeks |\n";
    let text = format!(
        "# Camp\n```mermaid\ngraph LR\n A[1. Hut] --> B[2. Fire] --> C[2. Rope] --> D[3. Knot]\n```\n{table}"
    );
    assert!(!shown("plan.md", &text).contains("Rope 3w"));
}

#[test]
fn ways_that_split_seldom_are_no_outline() {
    let text = "graph TD\n R[Sea roadmap] --> A[Boat] & B[Sky]\n A --> S[Sail] & H[Hull]\n B --> W[Wind] --> X[Gusts]\n S --> M[Main] & J[Jib]\n H --> K[Keel]";
    assert!(shown("plan.mmd", text).lines().count() > 2);
}

#[test]
fn a_length_is_no_place_that_has_parts() {
    let text = "graph LR\n A[\"Week 2: Dough<br/>30 hours\"] --> B[Day 1: Flour] --> C[Day 2: Yeast]";
    assert!(shown("plan.mmd", text).lines().count() > 1);
}

#[test]
fn one_time_in_a_large_chart_outdoes_none_and_tiny_charts_lose() {
    let large: String =
        (0..12).map(|at| format!(" P{at}[Part {at}] --> P{}[Part {}]\n", at + 1, at + 1)).collect();
    let chart = |text: &str| format!("```mermaid\ngraph LR\n{text}```\n");
    // Of charts without times, a much smaller one is passed over.
    let text = format!("# Bees\n{}\n{}", chart(" A[Axe] --> B[Bow]\n"), chart(&large));
    assert!(shown("plan.md", &text).starts_with("Part 0"));
    // Several times outdo a single one that comes first.
    let text = format!(
        "# Bees\n{}\n{}",
        chart(&large.replace("[Part 3]", "[Part 3 1w]")),
        chart(" A[Axe 1w] --> B[Bow 1w]\n B --> C[Cut 1w]\n")
    );
    assert!(shown("plan.md", &text).starts_with("Axe 1w"));
}

#[test]
fn a_single_shared_week_is_no_rule() {
    let text = "timeline\n Week 1-2 : Soil\n Week 2-3 : Seeds\n Week 5-6 : Water\n Week 8-9 : Harvest";
    assert_flowchart(
        text,
        &["Week 1-2 2w: Soil", "Week 2-3 2w: Seeds", "Week 5-6 2w: Water", "Week 8-9 2w: Harvest"],
    );
}

#[test]
fn without_times_a_class_that_ranks_is_only_a_color() {
    let text = "graph LR\n A[Axe] --> B[Bow]:::advancedNode --> C[Cut]:::expert";
    assert_flowchart(text, &["Axe 10-20h", "Bow 10-20h", "Cut 10-20h"]);
}

#[test]
fn projects_are_projects_in_other_languages() {
    let german = "flowchart TD\nA[Holz: 2 Wochen] --> B[Projekt: Vogelhaus]\nB --> C[Leim: 1 Woche] --> D[Abschlussprojekt]";
    assert_eq!(shown("a.mmd", german), "Holz 2w\n* Projekt: Vogelhaus\nLeim 1w\n* Abschlussprojekt\n");
    let chinese = "flowchart TD\nA[木工: 2周] --> B[项目：鸟屋]\nB --> C[胶水: 1周] --> D[毕业项目]";
    assert_eq!(shown("a.mmd", chinese), "木工 2w\n* 项目：鸟屋\n胶水 1w\n* 毕业项目\n");
}

#[test]
fn a_class_that_diamonds_with_ranks_have_is_only_a_look() {
    let text = "graph TD\n S[Start] --> A{Basic level}:::decision --> B[Axe]\n A --> C[Bow]\n B --> D{Rare woods}:::decision\n \
                C --> D --> E[Cut]\n D --> F[Dig]\n F --> G{Advanced level}:::decision --> H[Hew]\n G --> I[Ink]";
    assert!(!shown("a.mmd", text).contains('?'), "{}", shown("a.mmd", text));
    let asking = text
        .replace("Basic level}:::decision", "Basic level}")
        .replace("Advanced level}:::decision", "Advanced level}");
    assert!(shown("a.mmd", &asking).contains("? Rare woods"));
}

#[test]
fn commas_in_a_label_divide_nothing() {
    assert_flowchart(
        "graph LR\n A[\"Logic 1w<br/>Boole, De Morgan: Essays<br/>Tools: ruler, chalk\"] --> B[Axe 1w]",
        &["Logic 1w: Boole, De Morgan: Essays, Tools: ruler, chalk", "Axe 1w"],
    );
}

#[test]
fn text_with_the_times_of_a_chart_and_topics_beside_says_more() {
    let chart = "# Pots\n```mermaid\ngraph LR\n A[1. Clay] --> B[2. Glaze] --> C[3. Kiln]\n```\n";
    assert_guide(
        &format!(
            "{chart}## 1. Clay (2 weeks)\n- Pinching\n- Coiling\n## 2. Glaze (1 week)\n- Ash\n## 3. Kiln (2 h)\n- Fire\n"
        ),
        &["Clay 2w: Pinching, Coiling", "Glaze 1w: Ash", "Kiln 2h: Fire"],
    );
    assert_guide(
        &format!("{chart}## Clay\n2 weeks\n## Glaze\n1 week\n## Kiln\n2 h\n"),
        &["1. Clay 2w", "2. Glaze 1w", "3. Kiln 2h"],
    );
}

/// The time of each project within a phase, and of each beside them.
fn projects(text: &str) -> Vec<String> {
    let file = open_roadmap("plan.md", text.as_bytes()).expect("it opens").file;
    let all = file.nodes.iter().flat_map(|node| &node.projects);
    all.map(|one| {
        let Span { low, high } = one.estimate_hours;
        let phase = one.within.as_ref().map(|id| format!(" of {id}")).unwrap_or_default();
        format!("{} {low}-{high}{phase}{}", one.title, if one.assumed { "?" } else { "" })
    })
    .collect()
}

#[test]
fn what_is_built_in_a_phase_is_part_of_its_time() {
    let text = "# Wood\n## Phase 1: Saws (10-20 hours)\n- Rip cut\n### Projects\n#### Project 1: Box (2 hours)\nWith a lid.\n#### Project 2: Stool\n## Phase 2: Glue\n- Bones\n- Project: Frame\n## Capstone project\n- Boat\n";
    // A third of the eight to eighteen hours beside the box.
    assert_eq!(
        projects(text),
        ["Box 2-2 of phase-1-saws", "Stool 2-6 of phase-1-saws?", "Frame 20-40?", "Boat 20-40?"]
    );
    // The topics' own times leave none to build in.
    let timed =
        "# Wood\n## Phase 1: Saws\n- Rip cut (2 h)\n- Project: Stool\n## Phase 2: Glue\n- Bones (2 h)\n";
    assert_eq!(projects(timed), ["Stool 20-40?"]);
    // Nor does a phase that is too short for its projects.
    let short =
        "# Wood\n## Phase 1: Saws (2 h)\n- Rip cut\n- Project: Stool\n## Phase 2: Glue (2 h)\n- Bones\n";
    assert_guide(short, &["Phase 1: Saws 2h: Rip cut, Stool", "Phase 2: Glue 2h: Bones"]);
}

#[test]
fn a_chart_within_one_of_several_phases_shows_only_that_phase() {
    let gantt = "```mermaid\ngantt\n dateFormat YYYY-MM-DD\n Wedge : 2026-01-05, 7d\n Throw : 7d\n```\n";
    let phases = "## Phase 2: Glaze (Weeks 3-5)\n- Dip\n## Phase 3: Kiln (Week 6)\n- Fire\n";
    let text = format!("# Pots\n## Phase 1: Clay (Weeks 1-2)\n- Stoneware\n### Schedule\n{gantt}{phases}");
    assert_guide(&text, &["Phase 1: Clay 2w: Stoneware", "Phase 2: Glaze 3w: Dip", "Phase 3: Kiln 1w: Fire"]);
    let others = open_roadmap("plan.md", text.as_bytes()).expect("it opens").others;
    assert_eq!(others.iter().map(|part| part.heading.as_str()).collect::<Vec<_>>(), ["Schedule"]);
    // Outside of the phases, it shows all of them.
    let text = format!("# Pots\n## Phase 1: Clay (Weeks 1-2)\n- Stoneware\n{phases}## Days\n{gantt}");
    assert_guide(&text, &["Wedge 1w", "Throw 1w"]);
}

#[test]
fn an_optional_phase_is_offered_with_all_that_is_in_it() {
    let text = "# Pots\n## Phase 1: Clay\n- Wedge\n- Pinch\n## Phase 2: Kiln (Optional)\n### Project 2.1: A kiln of bricks\n- Dig\n### Project 2.2: A raku kiln\n- Drill\n## Phase 3: Gold (optional)\n- Leaf\n\n**Project:** a gilt cup\n";
    assert_guide(
        text,
        &["Phase 1: Clay 4-8h: Wedge, Pinch", "+ Phase 2: Kiln (Optional)", "+ Phase 3: Gold (optional)"],
    );
    let file = open_roadmap("plan.md", text.as_bytes()).expect("it opens").file;
    let offered = file.nodes.iter().flat_map(|node| &node.projects).map(|one| one.summary.as_str());
    assert_eq!(offered.collect::<Vec<_>>(), ["A kiln of bricks · A raku kiln", "Leaf · a gilt cup"]);
}
