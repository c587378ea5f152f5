//! Routes from answers: the questions, the nodes with their reasons, and that every walk ends.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use planner::questionnaire::{Question, later, needed, questions};
use planner::{Answers, LeftOut, Reason, Route, Turn, TurnTaken};
use proptest::prelude::*;
use roadmap::{AnswerId, Kind, NodeId, Roadmap};
use serde_json::{Value, json};

fn shipped() -> Roadmap {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/roadmaps/python.json");
    Roadmap::new(serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()).unwrap()
}

fn roadmap(nodes: Value, edges: Value) -> Roadmap {
    let file = json!({
        "waymark_roadmap": 1, "id": "small", "title": "Small", "summary": "", "reference_note": "",
        "reference_hours_per_week": 1, "nodes": nodes, "edges": edges
    });
    Roadmap::new(serde_json::from_value(file).unwrap()).unwrap()
}

fn turn(decision: &str, visit: u32) -> Turn {
    Turn { decision: decision.into(), visit }
}

/// Answers at first visits of decisions, or at a later visit: `ChoosePath/2`.
fn answers(given: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::default();
    for (at, answer) in given {
        let (decision, visit) = at.split_once('/').unwrap_or((at, "1"));
        answers.give(turn(decision, visit.parse().unwrap()), *answer);
    }
    answers
}

const PATHS: [(&str, &str, &str, &str); 7] = [
    ("build-ai-ml-systems", "AIML", "AIMLAdvanced", "production-focus"),
    ("create-web-applications", "WebDev", "WebAdvanced", "full-stack-focus"),
    ("automate-everything", "Automation", "AutoAdvanced", "enterprise-focus"),
    ("manage-infrastructure", "DevOps", "DevOpsAdvanced", "cloud-focus"),
    ("analyze-data", "Analytics", "AnalyticsAdvanced", "bi-focus"),
    ("secure-systems", "Security", "SecurityAdvanced", "testing-focus"),
    ("build-products-fast", "Startup", "StartupAdvanced", "growth-focus"),
];

/// The answers of a beginner who takes the first `count` paths one after the other.
fn after_paths(count: usize) -> Answers {
    let mut answers = answers(&[("Assess", "complete-beginner")]);
    for (visit, (answer, _, focus, focused)) in (1..).zip(&PATHS[..count]) {
        answers.give(turn("ChoosePath", visit), *answer);
        answers.give(turn(focus, 1), *focused);
        if (visit as usize) < count {
            answers.give(turn("CrossPath", visit), "yes");
        }
    }
    answers
}

fn offered(route: &Route, at: &Turn) -> Vec<String> {
    let taken = route.turns.iter().find(|taken| taken.turn == *at).expect("the walk visits this decision");
    taken.offered.iter().map(|(answer, _)| answer.to_string()).collect()
}

fn paths(roadmap: &Roadmap, route: &Route) -> Vec<String> {
    let nodes = route.steps.iter().map(|step| roadmap.node(&step.node).unwrap());
    nodes.filter(|node| matches!(node.kind, Kind::Path(_))).map(|node| node.id.to_string()).collect()
}

fn ids(route: &Route) -> Vec<&str> {
    route.steps.iter().map(|step| step.node.as_str()).collect()
}

fn asked(route: &Route) -> Vec<Turn> {
    let choices = questions(route).into_iter().filter_map(|question| match question {
        Question::Choice(turn) => Some(turn),
        _ => None,
    });
    choices.collect()
}

#[test]
fn without_answers_the_walk_waits_at_the_background() {
    let route = Route::walk(&shipped(), &Answers::default());
    assert_eq!(ids(&route), ["Start", "Assess"]);
    assert_eq!(route.open(), Some(&turn("Assess", 1)));
    assert_eq!(route.left_out, []);
}

#[test]
fn all_seven_paths_are_offered_after_any_background() {
    let roadmap = shipped();
    for (background, phase) in [
        ("complete-beginner", "Basics"),
        ("some-programming", "Basics"),
        ("experienced-developer", "QuickStart"),
    ] {
        let route = Route::walk(&roadmap, &answers(&[("Assess", background)]));
        assert_eq!(ids(&route), ["Start", "Assess", phase, "ChoosePath"]);
        assert_eq!(route.open(), Some(&turn("ChoosePath", 1)));
        assert_eq!(offered(&route, &turn("ChoosePath", 1)), PATHS.map(|(answer, ..)| answer));
    }
}

#[test]
fn each_path_leads_through_its_phases_to_mastery() {
    let roadmap = shipped();
    for (answer, path, focus, focused) in PATHS {
        let given =
            [("Assess", "some-programming"), ("ChoosePath", answer), (focus, focused), ("CrossPath", "no")];
        let route = Route::walk(&roadmap, &answers(&given));
        assert_eq!(route.open(), None);
        assert_eq!(asked(&route).len(), 4);
        assert_eq!(paths(&roadmap, &route), [path]);
        assert_eq!(route.steps.last().unwrap().node.as_str(), "Mastery");
        let phases = route.steps.iter().filter(|step| step.node.as_str().contains("Phase")).count();
        assert_eq!(phases, 3, "{path}");
    }
}

#[test]
fn an_answer_that_is_not_offered_leaves_the_question_open() {
    let route = Route::walk(&shipped(), &answers(&[("Assess", "Rocket scientist")]));
    assert_eq!(route.open(), Some(&turn("Assess", 1)));
    assert_eq!(route.turns[0].taken, None);
}

#[test]
fn a_path_taken_is_not_offered_again() {
    let roadmap = shipped();
    let mut given = after_paths(1);
    given.give(turn("CrossPath", 1), "yes");
    let route = Route::walk(&roadmap, &given);
    assert_eq!(route.open(), Some(&turn("ChoosePath", 2)));
    assert_eq!(
        offered(&route, &turn("ChoosePath", 2)),
        PATHS[1..].iter().map(|path| path.0).collect::<Vec<_>>()
    );

    given.give(turn("ChoosePath", 2), PATHS[0].0);
    assert_eq!(Route::walk(&roadmap, &given).open(), Some(&turn("ChoosePath", 2)), "nor taken a second time");
}

#[test]
fn two_and_three_paths_follow_one_another() {
    let roadmap = shipped();
    for count in [2, 3] {
        let mut given = after_paths(count);
        let open = turn("CrossPath", count as u32);
        let route = Route::walk(&roadmap, &given);
        assert_eq!(route.open(), Some(&open));
        assert_eq!(offered(&route, &open), ["yes", "no"]);
        given.give(open, "no");
        let route = Route::walk(&roadmap, &given);
        assert_eq!(route.open(), None);
        assert_eq!(paths(&roadmap, &route), PATHS[..count].iter().map(|path| path.1).collect::<Vec<_>>());
        assert_eq!(route.steps.last().unwrap().node.as_str(), "Mastery");
        // The background once, then a path, a focus and "another one?" for each path.
        assert_eq!(asked(&route).len(), 1 + 3 * count);
        assert_eq!(ids(&route).iter().collect::<BTreeSet<_>>().len(), route.steps.len(), "each node once");
    }
}

#[test]
fn the_last_path_and_the_end_are_reached_without_asking() {
    let roadmap = shipped();
    let mut given = after_paths(6);
    given.give(turn("CrossPath", 6), "yes");
    let (answer, path, focus, focused) = PATHS[6];

    let route = Route::walk(&roadmap, &given);
    assert!(route.contains(&path.into()));
    assert_eq!(route.open(), Some(&turn(focus, 1)), "only the focus of the seventh path is open");
    let step = route.steps.iter().find(|step| step.node.as_str() == path).unwrap();
    assert_eq!(step.reason, Reason::OnlyWay(turn("ChoosePath", 7), answer.into()));
    assert!(!asked(&route).contains(&turn("ChoosePath", 7)));

    given.give(turn(focus, 1), focused);
    let route = Route::walk(&roadmap, &given);
    assert_eq!(route.open(), None);
    assert_eq!(paths(&roadmap, &route).len(), 7);
    assert!(!asked(&route).contains(&turn("CrossPath", 7)));
    assert_eq!(
        route.steps.last().unwrap().reason,
        Reason::OnlyWay(turn("CrossPath", 7), "no".into()),
        "there is nothing more to expand to"
    );
}

#[test]
fn a_changed_answer_keeps_the_later_ones() {
    let roadmap = shipped();
    let mut given = after_paths(2);
    given.give(turn("CrossPath", 2), "no");
    let before = Route::walk(&roadmap, &given);

    given.give(turn("Assess", 1), "experienced-developer");
    let route = Route::walk(&roadmap, &given);
    assert_eq!(route.open(), None);
    assert_eq!(ids(&route)[2], "QuickStart");
    assert_eq!(ids(&route)[3..], ids(&before)[3..]);

    given.give(turn("ChoosePath", 1), "secure-systems");
    assert_eq!(Route::walk(&roadmap, &given).open(), Some(&turn("SecurityAdvanced", 1)));
    given.give(turn("ChoosePath", 1), PATHS[0].0);
    given.give(turn("Assess", 1), "complete-beginner");
    assert_eq!(Route::walk(&roadmap, &given), before, "a mind changed back brings everything back");
}

#[test]
fn every_step_has_its_reason() {
    let given = answers(&[("Assess", "complete-beginner"), ("ChoosePath", "analyze-data")]);
    let route = Route::walk(&shipped(), &given);
    let reasons: Vec<(&str, Reason)> =
        route.steps.iter().map(|step| (step.node.as_str(), step.reason.clone())).collect();
    let follows = |node: &str| Reason::Follows(node.into());
    assert_eq!(
        reasons[..6],
        [
            ("Start", Reason::Start),
            ("Assess", follows("Start")),
            ("Basics", Reason::Answered(turn("Assess", 1), "complete-beginner".into())),
            ("ChoosePath", follows("Basics")),
            ("Analytics", Reason::Answered(turn("ChoosePath", 1), "analyze-data".into())),
            ("AnalyticsPhase1", follows("Analytics")),
        ]
    );
}

#[test]
fn nodes_left_out_have_the_answer_given_instead() {
    let left = |route: &Route| -> Vec<(String, Turn, AnswerId)> {
        route
            .left_out
            .iter()
            .cloned()
            .map(|LeftOut { node, turn, instead }| (node.into(), turn, instead))
            .collect()
    };
    let roadmap = shipped();
    let route = Route::walk(&roadmap, &answers(&[("Assess", "some-programming")]));
    assert_eq!(left(&route), [("QuickStart".to_owned(), turn("Assess", 1), "some-programming".into())]);

    let mut given = after_paths(2);
    given.give(turn("CrossPath", 2), "no");
    let route = Route::walk(&roadmap, &given);
    let nodes: Vec<&str> = route.left_out.iter().map(|left| left.node.as_str()).collect();
    assert_eq!(
        nodes,
        ["QuickStart", "Automation", "DevOps", "Analytics", "Security", "Startup", "AIMLDeep", "WebArch"],
        "the second path is taken later, so it is not left out"
    );
    assert_eq!(route.left_out[1].turn, turn("ChoosePath", 1), "the first turn that offered it");
}

#[test]
fn a_walk_ends_at_a_decision_that_offers_nothing() {
    // Both answers lead back to their decision; after both, nothing is left to choose.
    let phase =
        |id: &str| json!({ "id": id, "kind": "phase", "title": id, "weeks": { "low": 1, "high": 1 } });
    let roadmap = roadmap(
        json!([
            { "id": "go", "kind": "start", "title": "Go" },
            { "id": "next", "kind": "decision", "title": "What next?" },
            phase("left"),
            phase("right")
        ]),
        json!([
            { "from": "go", "to": "next" },
            { "from": "next", "to": "left", "label": "Left" }, { "from": "next", "to": "right", "label": "Right" },
            { "from": "left", "to": "next" }, { "from": "right", "to": "next" }
        ]),
    );
    let route = Route::walk(&roadmap, &answers(&[("next", "right")]));
    assert_eq!(ids(&route), ["go", "next", "right", "left"]);
    assert_eq!(route.open(), None);
    assert_eq!(asked(&route), [turn("next", 1)]);
}

/// Stages in a row, of which the last is an end. A stage is a phase, a path with a phase, or a decision whose answers
/// lead on directly, through a phase or through a path, or through either back to an earlier stage.
#[derive(Clone, Debug)]
enum Stage {
    Phase,
    Path,
    /// A phase with so many branches, all of which are gone, and with crossings from one branch to a later one.
    All(usize, Vec<(usize, usize)>),
    Decision(Vec<Way>),
}

#[derive(Clone, Debug)]
struct Way {
    through: Through,
    back: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Through {
    Nothing,
    Phase,
    Path,
}

fn stages() -> impl Strategy<Value = Vec<Stage>> {
    let through = prop_oneof![Just(Through::Nothing), Just(Through::Phase), Just(Through::Path)];
    let way = (through, prop::option::of(0..6usize)).prop_map(|(through, back)| Way { through, back });
    let decision = prop::collection::vec(way, 1..4).prop_map(Stage::Decision);
    let all = (2..5usize, prop::collection::vec((0..4usize, 1..4usize), 0..4))
        .prop_map(|(branches, crossings)| Stage::All(branches, crossings));
    prop::collection::vec(
        prop_oneof![Just(Stage::Phase), Just(Stage::Path), all, decision.clone(), decision],
        1..7,
    )
}

/// A valid roadmap of some stages.
fn build(stages: &[Stage]) -> Roadmap {
    let mut nodes = vec![json!({ "id": "go", "kind": "start", "title": "Go" })];
    let mut edges = vec![json!({ "from": "go", "to": "first" }), json!({ "from": "first", "to": "s0" })];
    let phase =
        |id: &str| json!({ "id": id, "kind": "phase", "title": id, "weeks": { "low": 1, "high": 2 } });
    let other = |id: &str, kind: &str| json!({ "id": id, "kind": kind, "title": id });
    nodes.push(phase("first"));
    for (at, stage) in stages.iter().enumerate() {
        let (here, next) = (format!("s{at}"), format!("s{}", at + 1));
        match stage {
            Stage::Phase => {
                nodes.push(phase(&here));
                edges.push(json!({ "from": here, "to": next }));
            }
            Stage::Path => {
                nodes.push(other(&here, "path"));
                edges.push(json!({ "from": here, "to": next }));
            }
            Stage::All(branches, crossings) => {
                nodes.push(phase(&here));
                for branch in 0..*branches {
                    nodes.push(phase(&format!("{here}b{branch}")));
                    edges.push(json!({ "from": here, "to": format!("{here}b{branch}") }));
                    edges.push(json!({ "from": format!("{here}b{branch}"), "to": next }));
                }
                let crossings: BTreeSet<&(usize, usize)> = crossings.iter().collect();
                for (from, by) in crossings.into_iter().filter(|(from, by)| from + by < *branches) {
                    edges.push(json!({
                        "from": format!("{here}b{}", from + by), "to": format!("{here}b{from}")
                    }));
                }
            }
            Stage::Decision(ways) => {
                nodes.push(other(&here, "decision"));
                edges.push(json!({ "from": here, "to": next, "label": "on" }));
                for (w, way) in ways.iter().enumerate() {
                    let answer = format!("{w}");
                    let through = format!("{here}w{w}");
                    let to = match way.back {
                        Some(back) if way.through != Through::Nothing => format!("s{}", back.min(at)),
                        _ => next.clone(),
                    };
                    match way.through {
                        Through::Nothing => {
                            edges.push(json!({ "from": here, "to": to, "label": answer }));
                            continue;
                        }
                        Through::Phase => nodes.push(phase(&through)),
                        Through::Path => nodes.push(other(&through, "path")),
                    }
                    edges.push(json!({ "from": here, "to": through, "label": answer }));
                    edges.push(json!({ "from": through, "to": to }));
                }
            }
        }
    }
    nodes.push(other(&format!("s{}", stages.len()), "milestone"));
    roadmap(json!(nodes), json!(edges))
}

/// Every edge that does not lead back is kept by the order, and nothing behind a node that is no decision is lost.
fn check_arrows(roadmap: &Roadmap, route: &Route) -> Result<(), TestCaseError> {
    let place = |id: &NodeId| route.steps.iter().position(|step| step.node == *id);
    // Where a route comes round again, what was visited in the first round comes before what leads there in the second.
    let is_one_round = route.turns.iter().all(|taken| taken.turn.visit == 1);
    for edge in roadmap.edges().iter().filter(|edge| edge.answer.is_none()) {
        let (from, to) = (place(&edge.from), place(&edge.to));
        if is_one_round && roadmap.rank(&edge.from) < roadmap.rank(&edge.to) && to.is_some() {
            prop_assert!(from.is_none() || from < to, "{} comes before {}", edge.from, edge.to);
        }
        prop_assert!(from.is_none() || to.is_some() || route.open().is_some(), "{} is lost", edge.to);
    }
    Ok(())
}

/// Invariants of every walk.
fn check(roadmap: &Roadmap, given: &Answers, route: &Route) -> Result<(), TestCaseError> {
    prop_assert_eq!(&route.steps[0].node, &roadmap.start().id);
    let on_route: BTreeSet<&NodeId> = route.steps.iter().map(|step| &step.node).collect();
    prop_assert_eq!(on_route.len(), route.steps.len(), "each node once");
    for left in &route.left_out {
        prop_assert!(!on_route.contains(&left.node), "nothing is both kept and left out");
    }
    check_arrows(roadmap, route)?;
    let mut paths_taken = BTreeSet::new();
    let mut visits = BTreeSet::new();
    for TurnTaken { turn, offered, taken, work_before: _ } in &route.turns {
        prop_assert!(turn.visit == 1 || visits.contains(&(turn.decision.clone(), turn.visit - 1)));
        prop_assert!(visits.insert((turn.decision.clone(), turn.visit)));
        for (answer, to) in offered {
            prop_assert!(
                roadmap.answers(&turn.decision).any(|(id, edge)| id == answer && edge.to == *to),
                "what is offered is on the roadmap"
            );
            prop_assert!(!paths_taken.contains(to), "a path taken is not offered again");
        }
        match taken {
            Some(answer) => {
                let (_, to) =
                    offered.iter().find(|(offered, _)| offered == answer).expect("taken is offered");
                if matches!(roadmap.node(to).unwrap().kind, Kind::Path(_)) {
                    paths_taken.insert(to);
                }
                let only = offered.len() == 1;
                prop_assert!(only || given.at(turn) == Some(answer), "nothing is decided for the learner");
            }
            None => {
                prop_assert_eq!(Some(turn), route.turns.last().map(|last| &last.turn), "a walk waits once")
            }
        }
    }
    prop_assert_eq!(&Route::walk(roadmap, given), route);
    Ok(())
}

/// Answers every open question by cycling through a list of picks, and returns the number of answers.
fn answer_all(roadmap: &Roadmap, picks: &[usize], most: usize) -> Result<usize, TestCaseError> {
    let mut given = Answers::default();
    for count in 0..=most {
        let route = Route::walk(roadmap, &given);
        check(roadmap, &given, &route)?;
        let Some(open) = route.open() else { return Ok(count) };
        let answers = offered(&route, open);
        given.give(open.clone(), answers[picks[count % picks.len()] % answers.len()].as_str());
    }
    Err(TestCaseError::fail("there is no end of questions"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_shipped_roadmap_ends_after_a_few_questions_for_any_answers(
        picks in prop::collection::vec(0..7usize, 1..24)
    ) {
        // The background, at most six times path, focus and "another one?", and the focus of the seventh path.
        prop_assert!(answer_all(&shipped(), &picks, 100)? <= 1 + 6 * 3 + 1);
    }

    #[test]
    fn every_roadmap_ends_for_any_answers(stages in stages(), picks in prop::collection::vec(0..4usize, 1..12)) {
        let roadmap = build(&stages);
        let most = (roadmap.nodes().len() + 2).pow(2);
        answer_all(&roadmap, &picks, most)?;
    }

    #[test]
    fn answers_to_questions_that_are_not_asked_do_no_harm(
        stages in stages(),
        scattered in prop::collection::vec((0..8usize, 0..5u32, prop_oneof!["on", "[0-3]", ".*"]), 0..30),
    ) {
        let roadmap = build(&stages);
        let mut given = Answers::default();
        for (at, visit, answer) in scattered {
            given.give(turn(&format!("s{at}"), visit), answer);
        }
        check(&roadmap, &given, &Route::walk(&roadmap, &given))?;
    }
}

/// What is years ahead never stands between a learner and the plan.
#[test]
fn decisions_after_work_on_a_path_can_wait() {
    let roadmap = shipped();
    let decided = answers(&[("Assess", "complete-beginner"), ("ChoosePath", "analyze-data")]);
    let route = Route::walk(&roadmap, &decided);
    assert_eq!(later(&roadmap, &route), Some(&turn("AnalyticsAdvanced", 1)));
    let choices = [turn("Assess", 1), turn("ChoosePath", 1)].map(Question::Choice);
    assert_eq!(needed(&roadmap, &route), [&choices[..], &[Question::Hours]].concat());

    // Neither can another path, nor what follows it.
    let mut more = decided.clone();
    more.give(turn("AnalyticsAdvanced", 1), "bi-focus");
    more.give(turn("CrossPath", 1), "yes");
    let route = Route::walk(&roadmap, &more);
    assert_eq!(later(&roadmap, &route), Some(&turn("ChoosePath", 2)));
    assert_eq!(needed(&roadmap, &route).len(), 3);
}

#[test]
fn decisions_without_work_before_them_are_needed() {
    let nodes = json!([
        { "id": "Go", "kind": "start", "title": "Go" },
        { "id": "First", "kind": "decision", "title": "First?" },
        { "id": "Second", "kind": "decision", "title": "Second?" },
        { "id": "A", "kind": "phase", "title": "A", "weeks": { "low": 1, "high": 2 } },
        { "id": "B", "kind": "phase", "title": "B", "weeks": { "low": 1, "high": 2 } },
        { "id": "Third", "kind": "decision", "title": "Third?" },
        { "id": "C", "kind": "milestone", "title": "C" },
        { "id": "D", "kind": "milestone", "title": "D" },
    ]);
    let edges = json!([
        { "from": "Go", "to": "First" },
        { "from": "First", "to": "Second", "id": "on", "label": "On" },
        { "from": "First", "to": "A", "id": "a", "label": "A" },
        { "from": "Second", "to": "A", "id": "a", "label": "A" },
        { "from": "Second", "to": "B", "id": "b", "label": "B" },
        { "from": "A", "to": "Third" },
        { "from": "B", "to": "Third" },
        { "from": "Third", "to": "C", "id": "c", "label": "C" },
        { "from": "Third", "to": "D", "id": "d", "label": "D" },
    ]);
    let roadmap = roadmap(nodes, edges);
    let begun = Route::walk(&roadmap, &answers(&[("First", "on")]));
    assert_eq!(later(&roadmap, &begun), None);
    let studied = Route::walk(&roadmap, &answers(&[("First", "on"), ("Second", "b")]));
    assert_eq!(later(&roadmap, &studied), Some(&turn("Third", 1)));
    assert_eq!(needed(&roadmap, &studied).len(), 3);
}

/// Phases of one week and edges between them, given by their letters: `ab` leads from a to b.
fn phases(letters: &str, edges: &[&str]) -> Roadmap {
    let phase = |id: char| {
        let id = id.to_string();
        json!({ "id": id, "kind": "phase", "title": id, "weeks": { "low": 1, "high": 1 } })
    };
    let start = json!({ "id": "go", "kind": "start", "title": "Go" });
    let nodes: Vec<Value> = std::iter::once(start).chain(letters.chars().map(phase)).collect();
    let id = |end: &str| if end == "0" { "go".to_owned() } else { end.to_owned() };
    let edges: Vec<Value> =
        edges.iter().map(|edge| json!({ "from": id(&edge[..1]), "to": id(&edge[1..]) })).collect();
    roadmap(json!(nodes), json!(edges))
}

#[test]
fn where_a_step_leads_to_several_all_of_them_are_gone_before_they_meet() {
    let route =
        Route::walk(&phases("abcde", &["0a", "ab", "ac", "ad", "be", "ce", "de"]), &Answers::default());
    assert_eq!(ids(&route), ["go", "a", "b", "c", "d", "e"]);
    assert_eq!(route.open(), None);
}

#[test]
fn prerequisites_come_first() {
    // Two beginnings; c needs a and b, although a leads to it at once.
    let edges = ["0a", "0b", "ac", "bc", "ad", "dc"];
    let route = Route::walk(&phases("abcd", &edges), &Answers::default());
    assert_eq!(ids(&route), ["go", "a", "d", "b", "c"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_graph_without_questions_is_walked_whole_and_in_order(
        picks in prop::collection::vec((0..12usize, 0..12usize), 0..40), count in 1..12usize,
    ) {
        let letters: String = ('a'..).take(count).collect();
        let letter = |at: usize| char::from(b'a' + at as u8);
        // Edges lead from earlier letters to later ones, and the start to each letter that no other leads to.
        let mut edges: BTreeSet<String> = picks
            .into_iter()
            .filter(|(from, to)| from < to && *to < count)
            .map(|(from, to)| format!("{}{}", letter(from), letter(to)))
            .collect();
        for to in 0..count {
            if !edges.iter().any(|edge| edge.ends_with(letter(to))) {
                edges.insert(format!("0{}", letter(to)));
            }
        }
        let edges: Vec<&str> = edges.iter().map(String::as_str).collect();
        let route = Route::walk(&phases(&letters, &edges), &Answers::default());
        let order = ids(&route);
        prop_assert_eq!(order.len(), count + 1);
        for edge in edges.iter().filter(|edge| !edge.starts_with('0')) {
            let place = |end: &str| order.iter().position(|id| *id == end);
            prop_assert!(place(&edge[..1]) < place(&edge[1..]), "{} in {:?}", edge, order);
        }
    }
}
