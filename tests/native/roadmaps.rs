//! The shipped roadmap has the facts of its guide, another roadmap works the same way, and wrong ones are refused with
//! all their problems.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use testkit::{golden, opened_page};

use crate::learner::tally;
use app::form::Field;
use app::{FileRefusal, Msg, NavigationMsg, PlanMsg, Screen};
use chrono::TimeDelta;
use planner::questionnaire::{Question, questions};
use planner::{
    Answers, Assumptions, Availability, Date, DateBounds, Ending, Item, Plan, Progress, Route, Turn, Week,
    Work,
};
use roadmap::{Kind, KindName, Minutes, Roadmap, RoadmapFile, Span, WrittenKind};
use serde::Deserialize;
use storage::{export_plan, read_plan_file};

const ALL_KINDS: [KindName; 7] = [
    KindName::Start,
    KindName::Decision,
    KindName::Path,
    KindName::Phase,
    KindName::Projects,
    KindName::Track,
    KindName::Milestone,
];

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/roadmaps").join(name)
}

fn read(path: impl AsRef<Path>) -> RoadmapFile {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn shipped() -> RoadmapFile {
    read(Path::new(env!("CARGO_MANIFEST_DIR")).join("static/roadmaps/python.json"))
}

fn bread() -> Roadmap {
    Roadmap::new(read(data("bread.json"))).unwrap()
}

/// The facts of the guide in `guide-facts.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    nodes: Vec<FactNode>,
    edges: Vec<FactEdge>,
    weeks: BTreeMap<String, Span>,
    paths: Vec<FactPath>,
    resources: Vec<FactStage>,
    success: Vec<FactLevel>,
    pitfalls: Vec<String>,
    next_steps: Vec<String>,
    quick_links: Vec<FactLinks>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FactNode {
    id: String,
    shape: String,
    label_lines: Vec<String>,
}

#[derive(Deserialize, PartialEq, Debug)]
#[serde(deny_unknown_fields)]
struct FactEdge {
    from: String,
    to: String,
    label: String,
}

#[derive(Deserialize, PartialEq, Debug)]
#[serde(deny_unknown_fields)]
struct FactPath {
    heading: String,
    reasons: usize,
    months: Span,
    salary: FactSalary,
}

#[derive(Deserialize, PartialEq, Debug)]
#[serde(deny_unknown_fields)]
struct FactSalary {
    low: u32,
    high: u32,
    and_more: bool,
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FactStage {
    title: String,
    entries: Vec<FactEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FactEntry {
    title: String,
    details: Vec<String>,
}

#[derive(Deserialize, PartialEq, Debug)]
#[serde(deny_unknown_fields)]
struct FactLevel {
    title: String,
    months: Span,
    signs: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FactLinks {
    title: String,
    links: Vec<FactLink>,
}

#[derive(Deserialize, PartialEq, Debug)]
#[serde(deny_unknown_fields)]
struct FactLink {
    title: String,
    guide_page: String,
}

fn facts() -> Facts {
    serde_json::from_str(&fs::read_to_string(data("guide-facts.json")).unwrap()).unwrap()
}

#[test]
fn the_flowchart_has_the_nodes_of_the_guide() {
    let (file, facts) = (shipped(), facts());
    assert_eq!((facts.nodes.len(), file.nodes.len()), (64, 64));
    let topics: BTreeMap<_, _> = file.topics.iter().map(|topic| (&topic.id, topic.title.as_str())).collect();
    for (fact, node) in facts.nodes.iter().zip(&file.nodes) {
        assert_eq!(node.id.as_str(), fact.id);
        let title = [node.icon.as_str(), node.title.as_str()].join(" ");
        let mut lines = vec![title.trim().to_owned()];
        if !node.topics.is_empty() {
            lines.push(node.topics.iter().map(|topic| topics[topic]).collect::<Vec<_>>().join(", "));
        }
        // The guide lists the subjects of a track on one line, those of a milestone on a line each.
        match node.kind {
            WrittenKind::Known(KindName::Track) => lines.push(node.covers.join(", ")),
            _ => lines.extend(node.covers.iter().cloned()),
        }
        lines.extend(node.projects.iter().map(|project| project.title.clone()));
        if let Some(Span { low, high }) = node.weeks {
            lines.push(format!("⏱️ {low}-{high} weeks"));
        }
        assert_eq!(lines, fact.label_lines, "{}", fact.id);
        let shape = match node.kind {
            WrittenKind::Known(KindName::Start) => "stadium",
            WrittenKind::Known(KindName::Decision) => "diamond",
            _ => "rectangle",
        };
        assert_eq!(fact.shape, shape, "{}", fact.id);
        assert_eq!(node.weeks, facts.weeks.get(&fact.id).copied(), "{}", fact.id);
    }
    let count = |kind: KindName| file.nodes.iter().filter(|node| node.is(kind)).count();
    let counts = ALL_KINDS.map(count);
    assert_eq!(counts, [1, 10, 7, 23, 7, 14, 2]);
    assert_eq!(file.nodes.iter().map(|node| node.projects.len()).sum::<usize>(), 21);
}

#[test]
fn the_flowchart_has_the_edges_of_the_guide() {
    let (file, facts) = (shipped(), facts());
    assert_eq!((facts.edges.len(), file.edges.len()), (79, 79));
    for (fact, edge) in facts.edges.into_iter().zip(file.edges) {
        let edge = FactEdge { from: edge.from.into(), to: edge.to.into(), label: edge.label };
        assert_eq!(edge, fact);
    }
}

#[test]
fn every_path_has_the_figures_of_the_guide() {
    let file = shipped();
    let guides = file.nodes.iter().filter_map(|node| Some((node, node.guide.as_ref()?)));
    let paths: Vec<FactPath> = guides
        .map(|(node, guide)| {
            assert_eq!(guide.salary.currency, "USD");
            FactPath {
                heading: format!("{} {}", node.icon, node.title),
                reasons: guide.choose_if.len(),
                months: guide.job_ready_months,
                salary: FactSalary {
                    low: guide.salary.low,
                    high: guide.salary.high,
                    and_more: guide.salary.and_more,
                    note: guide.salary.note.clone(),
                },
            }
        })
        .collect();
    assert_eq!(paths, facts().paths);
    assert_eq!(paths.len(), 7);
}

#[test]
fn every_resource_of_the_guide_has_its_link() {
    let (file, facts) = (shipped(), facts());
    assert_eq!(file.resources.len(), facts.resources.len());
    for (stage, fact) in file.resources.iter().zip(&facts.resources) {
        assert_eq!(stage.title, fact.title);
        assert_eq!(stage.entries.len(), fact.entries.len(), "{}", fact.title);
        for (entry, fact) in stage.entries.iter().zip(&fact.entries) {
            assert_eq!(entry.title, fact.title);
            assert!(
                entry.materials.iter().all(|material| material.url.starts_with("https://")),
                "{}",
                entry.title
            );
            if let [book] = fact.details.as_slice()
                && book.starts_with("Book by ")
            {
                assert_eq!((&entry.note, entry.materials.len()), (book, 1));
                continue;
            }
            // "Django/Flask official docs" is one name for two links.
            let details = fact.details.iter().flat_map(|detail| match detail.as_str() {
                "Django/Flask official docs" => vec!["Django official docs", "Flask official docs"],
                other => vec![other],
            });
            let titles = entry.materials.iter().map(|material| material.title.as_str());
            assert!(titles.eq(details), "{}", entry.title);
        }
    }
}

#[test]
fn levels_pitfalls_steps_and_links_are_those_of_the_guide() {
    let (file, facts) = (shipped(), facts());
    let level = |level: roadmap::SuccessFile| FactLevel {
        title: level.title,
        months: level.months,
        signs: level.signs.len(),
    };
    assert_eq!(file.success.into_iter().map(level).collect::<Vec<_>>(), facts.success);
    assert!(file.pitfalls.iter().map(|pitfall| &pitfall.title).eq(&facts.pitfalls));
    assert!(file.next_steps.iter().map(|step| &step.title).eq(&facts.next_steps));
    assert_eq!(file.quick_links.len(), facts.quick_links.len());
    for (group, fact) in file.quick_links.into_iter().zip(facts.quick_links) {
        assert_eq!(group.title, fact.title);
        let link = |link: roadmap::QuickLink| FactLink { title: link.title, guide_page: link.guide_page };
        assert_eq!(group.links.into_iter().map(link).collect::<Vec<_>>(), fact.links);
    }
}

#[test]
fn the_shipped_roadmap_is_valid() {
    let roadmap = Roadmap::new(shipped()).unwrap();
    assert_eq!((roadmap.nodes().len(), roadmap.edges().len()), (64, 79));
    assert_eq!(roadmap.about().reference_pace, Minutes::hours(10));
    // "20% learning, 80% building", says the guide.
    assert_eq!(roadmap.about().building_percent, Some(80));
}

#[test]
fn a_roadmap_of_another_shape_gets_dates() {
    let bread = bread();
    assert_eq!(bread.start().title, "In Your Kitchen");
    let ids = |route: &Route| route.steps.iter().map(|step| step.node.to_string()).collect::<Vec<_>>();

    let mut answers = Answers::default();
    answers.give(Turn::first("experience".into()), "cakes-and-biscuits");
    answers.give(Turn::first("which-bread".into()), "a-slow-one");
    let route = Route::walk(&bread, &answers);
    assert_eq!(route.open(), None);
    assert_eq!(
        ids(&route),
        [
            "kitchen",
            "experience",
            "yeast-dough",
            "which-bread",
            "sourdough",
            "own-starter",
            "open-crumb",
            "bakes",
            "rye-baker",
            "home-baker"
        ]
    );
    assert_eq!(
        questions(&route),
        [
            Question::Choice(Turn::first("experience".into())),
            Question::Choice(Turn::first("which-bread".into())),
            Question::Hours,
            Question::Start,
            Question::TimeOff,
            Question::Target,
        ]
    );

    // Three hours every Sunday: 1, 2 to 3 and 4 to 8 weeks of study, then 6 to 9 hours for the loaf.
    let sunday = Date::from_ymd_opt(2027, 1, 3).unwrap();
    let mut week = [Minutes::ZERO; 7];
    week[6] = Minutes::hours(3);
    let life = Availability::new(Week::new(week).unwrap(), []);
    let (projects, known) = Default::default();
    let given = Assumptions {
        answers: &answers,
        availability: &life,
        start: sunday,
        projects: &projects,
        known: &known,
    };
    let plan = Plan::make(&bread, given).unwrap();
    let weeks = |date: Date| (date - sunday).num_days() as f64 / 7.0 + 1.0;
    let ranges: Vec<_> =
        plan.work.iter().map(|work| (weeks(work.finishes.earliest), weeks(work.finishes.latest))).collect();
    assert_eq!(ranges, [(1.0, 1.0), (3.0, 4.0), (7.0, 12.0), (9.0, 15.0)]);
    assert_eq!(plan.work[3].work, Work::Project("country-loaf".into()));
    assert_eq!(plan.nodes(&bread).count(), 8, "decisions are not among the nodes of a plan");

    let mut progress = Progress::default();
    for topic in ["kneading", "yeast", "starter", "flour", "long-rise", "shaping"] {
        progress.end(Item::Topic(topic.into()), Ending::Finished, sunday);
        assert!(tally(&bread, given, &progress, sunday).percent() < 100);
    }
    progress.end(Item::Project("country-loaf".into()), Ending::Finished, sunday);
    assert_eq!(tally(&bread, given, &progress, sunday).percent(), 100);
}

/// Three hours on Saturdays, which is the reference pace. The phases take 1, 2 to 3 and 4 to 8 weeks, so they end on
/// the 7th to 12th Saturday; the project takes 6 to 9 hours, which are 2 to 3 more Saturdays.
#[test]
fn a_learner_of_another_roadmap_gets_from_the_first_question_to_an_exported_plan() {
    let saturday = Date::from_ymd_opt(2027, 1, 2).unwrap();
    let roadmap = bread();
    let mut model = opened_page(Rc::new(roadmap.clone()), None, Screen::Home, saturday);
    let answer = |decision: &str, answer: &str| {
        Msg::Plan(PlanMsg::AnswerChosen { turn: Turn::first(decision.into()), answer: answer.into() })
    };
    for msg in [
        Msg::Navigation(NavigationMsg::AddressChanged(Screen::Plan)),
        answer("experience", "cakes-and-biscuits"),
        Msg::Plan(PlanMsg::Continued),
        answer("which-bread", "a-slow-one"),
        Msg::Plan(PlanMsg::Continued),
        Msg::Plan(PlanMsg::Typed { field: Field::Hours(5), text: "3".to_owned() }),
        Msg::Plan(PlanMsg::Continued),
        Msg::Plan(PlanMsg::Continued),
        Msg::Plan(PlanMsg::Continued),
        Msg::Plan(PlanMsg::Continued),
    ] {
        model.update(msg);
    }
    assert_eq!(*model.screen(), Screen::Check);
    let weeks_later = |weeks: i64| saturday + TimeDelta::weeks(weeks);
    let plan = model.outlook().unwrap().plan;
    assert_eq!(plan.phases_finish(), Some(DateBounds { earliest: weeks_later(6), latest: weeks_later(11) }));
    assert_eq!(plan.finish(), Some(DateBounds { earliest: weeks_later(8), latest: weeks_later(14) }));

    let file = export_plan(model.document(), &roadmap, saturday);
    assert_eq!(read_plan_file(file.text.as_bytes(), &roadmap), Ok(model.document().clone()));
    let written: serde_json::Value = serde_json::from_str(&file.text).unwrap();
    assert_eq!(written["plan"]["totals"]["by_estimates"]["finish"]["latest"], "2027-04-10");
    let refusal = FileRefusal::UnknownRoadmap("bread".into());
    assert_eq!(read_plan_file(file.text.as_bytes(), &Roadmap::new(shipped()).unwrap()), Err(refusal));
}

#[test]
fn a_phase_without_topics_is_its_own_topic() {
    let bread = bread();
    let Kind::Phase(phase) = &bread.node(&"pan-breads".into()).unwrap().kind else { panic!("not a phase") };
    let [topic] = phase.topics.as_slice() else { panic!("not one topic") };
    assert_eq!(bread.topic(topic).unwrap().title, "Pan Breads");
}

#[test]
fn any_edge_may_have_a_label() {
    let mut file = read(data("bread.json"));
    file.edges[0].label = "off you go".to_owned();
    assert!(Roadmap::new(file).is_ok());
}

#[test]
fn each_kind_is_read_by_the_word_that_the_schema_has_for_it() {
    for kind in ALL_KINDS {
        let word = serde_json::to_value(kind).unwrap();
        assert_eq!(word, kind.as_str());
        assert_eq!(serde_json::from_value::<WrittenKind>(word).unwrap(), WrittenKind::Known(kind));
    }
}

#[test]
fn an_unknown_field_is_refused() {
    let text = fs::read_to_string(data("bread.json")).unwrap();
    let misspelt = text.replacen("\"summary\"", "\"sumary\"", 1);
    assert!(serde_json::from_str::<RoadmapFile>(&misspelt).is_err());
}

#[test]
fn wrong_roadmaps_are_refused_with_all_their_problems() {
    let mut names: Vec<String> = fs::read_dir(data("wrong"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert!(names.len() > 40);
    for name in names {
        let path = format!("tests/data/roadmaps/wrong/{name}");
        let text = fs::read_to_string(data("wrong").join(&name)).unwrap();
        let (json, _) = text.split_once("\n---\n").unwrap_or_else(|| panic!("{name}: no line ---"));
        let file = serde_json::from_str(json).unwrap_or_else(|why| panic!("{name}: {why}"));
        let problems = Roadmap::new(file).expect_err(&name);
        let lines: String = problems.iter().map(|problem| format!("{problem}\n")).collect();
        golden::check(&path, &format!("{json}\n---\n{lines}"));
    }
}

#[test]
fn the_content_of_the_shipped_roadmap_fits_and_leaves_nothing_out() {
    let roadmap = testkit::shipped_with_content();
    let content = roadmap.content();
    for topic in roadmap.topics() {
        let about = &content.topics[&topic.id];
        assert!(topic.steps.len() >= 3 && about.steps.len() == topic.steps.len(), "{}", topic.id);
        assert!(about.exercise.is_some() && about.questions.len() >= 5, "{}", topic.id);
    }
    for project in roadmap.projects() {
        assert_eq!(content.projects[&project.id].milestones.len(), project.milestones.len());
    }
    for node in roadmap.nodes() {
        match node.kind {
            Kind::Track(_) => assert!(content.tracks.contains_key(&node.id), "{}", node.id),
            Kind::Path(_) | Kind::Start => assert!(content.setups.contains_key(&node.id), "{}", node.id),
            Kind::Decision | Kind::Phase(_) | Kind::Projects(_) | Kind::Milestone(_) => {}
        }
    }
}
