//! What a learner corrects in a roadmap on offer leaves a roadmap, whatever is corrected.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use formats::open_roadmap;
use planner::{Answers, Route};
use proptest::prelude::*;
use roadmap::{Corrections, Fault, Kind, KindName, NodeId, Roadmap, RoadmapFile, Span};

/// The shipped roadmap and small ones of other people's forms.
fn files() -> Vec<RoadmapFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shipped = fs::read(root.join("static/roadmaps/python.json")).unwrap();
    let mut all = vec![open_roadmap("python.json", &shipped).unwrap().file];
    for name in
        ["prerequisites.mmd", "split-and-rejoin.mmd", "leaves-are-topics.mmd", "headings-with-weeks.md"]
    {
        let bytes = fs::read(root.join("tests/data/import").join(name)).unwrap();
        all.push(open_roadmap(name, &bytes).unwrap().file);
    }
    all
}

fn steps(file: &RoadmapFile) -> Vec<NodeId> {
    let is_step = |kind: KindName| move |node: &&roadmap::NodeFile| node.is(kind);
    let all = file.nodes.iter();
    all.filter(|node| is_step(KindName::Phase)(node) || is_step(KindName::Projects)(node))
        .map(|node| node.id.clone())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_corrections_leave_a_roadmap(
        which in 0..5usize,
        picks in prop::collection::vec((0..60usize, 0..5u8, 1..500u32), 0..12),
    ) {
        let file = files().swap_remove(which);
        let steps = steps(&file);
        let mut corrections = Corrections::default();
        for (at, what, hours) in picks {
            let id = steps[at % steps.len()].clone();
            match what {
                0 => { corrections.titles.insert(id, format!("Title {hours}")); }
                1 => { corrections.hours.insert(id, Span { low: hours, high: 2 * hours }); }
                2 => { corrections.left_out.insert(id); }
                3 => { corrections.optional.insert(id); }
                _ => corrections.moved_up.push(id),
            }
        }
        let corrected = corrections.apply(&file).with_ids();
        let gone: BTreeSet<&NodeId> = corrections.left_out.iter().collect();
        prop_assert!(corrected.nodes.iter().all(|node| !gone.contains(&node.id)));
        match Roadmap::new(corrected.clone()) {
            Ok(roadmap) => {
                let route = Route::walk(&roadmap, &Answers::default());
                prop_assert!(!route.steps.is_empty());
            }
            // Nothing to study is left, or a decision has lost its ways: the page does not take such a correction.
            Err(problems) => prop_assert!(
                problems.iter().all(|problem| matches!(
                    problem.fault,
                    Fault::NothingWithEffort | Fault::TooFewAnswers(_) | Fault::CycleOfDecisions(_) | Fault::Repeated(_)
                        | Fault::NeverLearned(_) | Fault::UnknownTopic(_)
                )),
                "{problems:?}"
            ),
        }
    }
}

#[test]
fn a_step_changes_places_with_the_one_before() {
    let file = files().swap_remove(4);
    let titles = |file: &RoadmapFile| -> Vec<String> {
        let roadmap = Roadmap::new(file.clone().with_ids()).unwrap();
        let route = Route::walk(&roadmap, &Answers::default());
        route.steps.iter().map(|step| roadmap.node(&step.node).unwrap().title.clone()).collect()
    };
    let before = titles(&file);
    let last = file.nodes.last().unwrap().id.clone();
    let once = Corrections { moved_up: vec![last.clone()], ..Corrections::default() };
    let moved = titles(&once.apply(&file));
    assert_eq!(moved.len(), before.len());
    assert_eq!((&moved[2], &moved[3]), (&before[3], &before[2]));
    // Nothing stands between the first step and the start.
    let often = Corrections { moved_up: vec![last; 9], ..Corrections::default() };
    assert_eq!(titles(&often.apply(&file))[1], before[3]);
}

/// A file without times, and one whose project has milestones.
#[test]
fn a_time_that_is_given_is_no_longer_assumed() {
    let read = |text: &str| open_roadmap("plan.md", text.as_bytes()).unwrap();
    let text = "# Guitar\n\n## Chords\n\n- Major\n- Minor\n\n## Scales (5 hours)\n\n- Blues\n\n## Project: Play a song\n";
    let opened = read(text);
    let assumed = |file: &RoadmapFile| -> Vec<String> {
        let phases = file.nodes.iter().filter(|node| node.assumed).map(|node| node.title.clone());
        let projects = file.nodes.iter().flat_map(|node| &node.projects).filter(|project| project.assumed);
        phases.chain(projects.map(|project| project.title.clone())).collect()
    };
    let all = assumed(&opened.file);
    assert_eq!(all.len(), 2, "{all:?}");
    let chords = opened.file.nodes.iter().find(|node| node.title == "Chords").unwrap();
    let song = opened.file.nodes.iter().flat_map(|node| &node.projects).next().unwrap();
    let given = Corrections {
        hours: [(chords.id.clone(), Span { low: 6, high: 8 })].into(),
        project_hours: [(song.id.clone(), Span { low: 3, high: 3 })].into(),
        ..Corrections::default()
    };
    let file = given.apply(&opened.file);
    assert_eq!(assumed(&file), Vec::<String>::new());
    let roadmap = Roadmap::new(file.with_ids()).unwrap();
    assert_eq!(roadmap.project(&song.id).unwrap().estimate_hours, Span { low: 3, high: 3 });
    // The mark goes along when the step becomes one that is only offered.
    let offered = Corrections { optional: [chords.id.clone()].into(), ..Corrections::default() };
    assert_eq!(assumed(&offered.apply(&opened.file)).len(), 2);
}

#[test]
fn a_project_keeps_its_milestones_when_it_gets_another_time() {
    let shipped = files().swap_remove(0);
    let project =
        shipped.nodes.iter().flat_map(|node| &node.projects).find(|one| one.milestones.len() > 2).unwrap();
    let with = |low: u32, high: u32| {
        let hours = [(project.id.clone(), Span { low, high })].into();
        let file = Corrections { project_hours: hours, ..Corrections::default() }.apply(&shipped).with_ids();
        let roadmap = Roadmap::new(RoadmapFile { content: None, ..file }).unwrap();
        roadmap.project(&project.id).unwrap().milestones.clone()
    };
    for (low, high) in [(0, 30), (7, 91), (200, 200)] {
        let milestones = with(low, high);
        assert_eq!(milestones.len(), project.milestones.len());
        let sum = |of: fn(&Span) -> u32| milestones.iter().map(|one| of(&one.hours)).sum::<u32>();
        assert_eq!((sum(|hours| hours.low), sum(|hours| hours.high)), (low, high));
    }
    assert_eq!(with(1, 1).len(), 0, "an hour has no room for all of them");
}

/// A phase of ten hours with a project of three within them, and a second phase.
fn with_a_project_within() -> RoadmapFile {
    let text = "# Wood\n## Phase 1: Saws (10 hours)\n- Rip cut\n- Cross cut\n\n**Project:** a box (3 hours)\n## Phase 2: Glue (4 hours)\n- Hide glue\n";
    open_roadmap("wood.md", text.as_bytes()).unwrap().file
}

/// Hours of study and of building, and of both.
fn hours(file: RoadmapFile) -> [u32; 3] {
    let roadmap = Roadmap::new(file).unwrap();
    let study = roadmap.nodes().iter().map(|node| match &node.kind {
        Kind::Phase(phase) => phase.effort.high.0,
        _ => 0,
    });
    let (study, building) = (
        study.sum::<u32>() / 60,
        roadmap.projects().filter(|one| !one.optional).map(|one| one.estimate_hours.high).sum::<u32>(),
    );
    [study, building, study + building]
}

#[test]
fn what_is_built_within_a_phase_gives_its_time_back() {
    let file = with_a_project_within();
    let id = |title: &str| file.nodes.iter().find(|node| node.title == title).unwrap().id.clone();
    assert_eq!(hours(file.clone()), [11, 3, 14]);
    let corrected = |change: &dyn Fn(&mut Corrections)| {
        let mut corrections = Corrections::default();
        change(&mut corrections);
        hours(corrections.apply(&file))
    };
    // More for the project is less for the topics.
    let more = |corrections: &mut Corrections| {
        corrections.hours.insert(id("a box"), Span { low: 5, high: 5 });
    };
    assert_eq!(corrected(&more), [9, 5, 14]);
    // Another time of the phase includes the project, too.
    let longer = |corrections: &mut Corrections| {
        corrections.hours.insert(id("Phase 1: Saws"), Span { low: 20, high: 20 });
    };
    assert_eq!(corrected(&longer), [21, 3, 24]);
    assert_eq!(
        corrected(&|corrections| {
            corrections.left_out.insert(id("a box"));
        }),
        [14, 0, 14]
    );
    assert_eq!(
        corrected(&|corrections| {
            corrections.optional.insert(id("a box"));
        }),
        [14, 0, 14]
    );
    // Without the phase it has a time of its own.
    assert_eq!(
        corrected(&|corrections| {
            corrections.left_out.insert(id("Phase 1: Saws"));
        }),
        [4, 3, 7]
    );
    assert_eq!(
        corrected(&|corrections| {
            corrections.optional.insert(id("Phase 1: Saws"));
        }),
        [4, 3, 7]
    );
}

#[test]
fn what_is_assumed_to_be_built_keeps_its_part_of_another_time() {
    let text = "# Wood\n## Phase 1: Saws (12 hours)\n- Rip cut\n- Project: a box\n## Phase 2: Glue (4 hours)\n- Hide glue\n";
    let file = open_roadmap("wood.md", text.as_bytes()).unwrap().file;
    assert_eq!(hours(file.clone()), [12, 4, 16]);
    let saws = file.nodes.iter().find(|node| node.title == "Phase 1: Saws").unwrap().id.clone();
    let mut corrections = Corrections::default();
    corrections.hours.insert(saws, Span { low: 6, high: 6 });
    assert_eq!(hours(corrections.apply(&file)), [8, 2, 10]);
}

#[test]
fn a_project_can_only_be_within_a_phase() {
    let mut file = with_a_project_within();
    let projects = file.nodes.iter_mut().flat_map(|node| &mut node.projects);
    projects.for_each(|project| project.within = Some("start".into()));
    let problems = Roadmap::new(file).unwrap_err();
    assert!(
        problems.iter().any(|problem| problem.fault == Fault::UnknownNode("start".into())),
        "{problems:?}"
    );
}
