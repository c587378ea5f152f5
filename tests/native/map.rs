//! What the map says of each node: its position on the route, its status, the next open work, and what a path would cost.

use std::fs;
use std::path::Path;
use std::rc::Rc;

use app::{Cost, Document, Map, Model, Place, PlanMsg, ProgressMsg, Screen, Standing};
use planner::{Date, Ending, Item, Status, Turn, Week};
use proptest::prelude::*;
use roadmap::{Kind, Minutes, NodeId, Roadmap};
use testkit::opened_page;

fn read(path: &str) -> Roadmap {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    Roadmap::new(serde_json::from_str(&text).unwrap()).unwrap()
}

fn python() -> Roadmap {
    read("static/roadmaps/python.json")
}

fn monday() -> Date {
    Date::from_ymd_opt(2027, 1, 4).unwrap()
}

/// A learner who gave these answers and has ten hours a week from 4 January 2027, which is also today.
fn learner(roadmap: Roadmap, answers: &[(&str, u32, &str)]) -> Model {
    let mut document = Document::new(roadmap.about().id.clone());
    for (decision, visit, label) in answers {
        document.answers.give(Turn { decision: (*decision).into(), visit: *visit }, *label);
    }
    document.week = Some(Week::on_workdays(Minutes::hours(10)));
    document.start = Some(monday());
    opened_page(Rc::new(roadmap), Some(document.into()), Screen::Map, monday())
}

const ONE_PATH: [(&str, u32, &str); 4] = [
    ("Assess", 1, "complete-beginner"),
    ("ChoosePath", 1, "build-ai-ml-systems"),
    ("AIMLAdvanced", 1, "deep-learning-focus"),
    ("CrossPath", 1, "no"),
];

fn place<'a>(model: &Model, map: &'a Map, node: &str) -> &'a Place {
    &map.places[model.roadmap().index(&node.into()).unwrap()]
}

#[test]
fn each_node_stands_on_the_route_beside_it_or_may_still_come() {
    let model = learner(python(), &ONE_PATH);
    let map = Map::of(&model);
    for (at, node) in
        ["Start", "Assess", "Basics", "ChoosePath", "AIML", "AIMLPhase1"].into_iter().enumerate()
    {
        assert_eq!(place(&model, &map, node).standing, Standing::Route(at + 1), "{node}");
    }
    for node in ["QuickStart", "WebDev", "WebPhase2", "AIMLOps"] {
        assert_eq!(place(&model, &map, node).standing, Standing::Aside, "{node}");
    }
    // Without answers, everything after the first decision may still come.
    let nothing_said = learner(python(), &[]);
    let map = Map::of(&nothing_said);
    let standings = map.places.iter().map(|place| place.standing);
    assert_eq!(standings.filter(|standing| *standing == Standing::Open).count(), 62);
}

#[test]
fn a_decision_has_the_answers_of_each_visit() {
    let model = learner(
        python(),
        &[
            ("Assess", 1, "some-programming"),
            ("ChoosePath", 1, "analyze-data"),
            ("AnalyticsAdvanced", 1, "bi-focus"),
            ("CrossPath", 1, "yes"),
            ("ChoosePath", 2, "secure-systems"),
        ],
    );
    let map = Map::of(&model);
    assert_eq!(place(&model, &map, "ChoosePath").answers, ["Analyze Data", "Secure Systems"]);
    assert_eq!(place(&model, &map, "Assess").answers, ["Some Programming"]);
    assert_eq!(place(&model, &map, "SecurityAdvanced").answers, [""; 0]);
    // The edge back to the choice is lit, and so are both answers there.
    let lit: Vec<(&str, &str)> = model
        .roadmap()
        .edges()
        .iter()
        .filter(|edge| map.is_lit(edge) && edge.from.as_str() == "ChoosePath" || edge.label == "Yes")
        .map(|edge| (edge.label.as_str(), edge.to.as_str()))
        .collect();
    assert_eq!(lit, [("Analyze Data", "Analytics"), ("Secure Systems", "Security"), ("Yes", "ChoosePath")]);
}

#[test]
fn finished_work_moves_the_next_open_work() {
    let mut model = learner(python(), &ONE_PATH);
    let next = |model: &Model| {
        let map = Map::of(model);
        map.next.map(|at| model.roadmap().nodes()[at].id.to_string())
    };
    assert_eq!(next(&model).as_deref(), Some("Basics"));
    let item = Item::Topic("variables".into());
    model.update(ProgressMsg::Ended { item, ending: Ending::Finished, on: monday() });
    let map = Map::of(&model);
    let basics = place(&model, &map, "Basics").course.unwrap();
    assert_eq!((basics.status, basics.done, basics.of), (Status::InProgress, 1, 3));
    model.update(ProgressMsg::PhaseFinished { phase: "Basics".into(), on: monday() });
    assert_eq!(next(&model).as_deref(), Some("AIMLPhase1"));
    let map = Map::of(&model);
    assert!(matches!(place(&model, &map, "Basics").course.unwrap().status, Status::Done(_)));
    // A path counts the topics of its phases and its chosen projects: six weeks of topics and one project.
    let path = place(&model, &map, "AIML").course.unwrap();
    assert_eq!((path.status, path.done), (Status::NotStarted, 0));
    let last = place(&model, &map, "AIMLProjects").course.unwrap();
    assert_eq!(path.finishes, last.finishes);
    assert!(last.starts.unwrap() > path.starts.unwrap());
}

#[test]
fn a_path_not_taken_shows_the_dates_that_taking_it_gives() {
    let model = learner(python(), &ONE_PATH);
    let map = Map::of(&model);
    let finish = |model: &Model| model.outlook().unwrap().forecast.finish().unwrap();
    let Cost { weeks, finish: told, is_added } = place(&model, &map, "Analytics").cost.unwrap();
    assert!(is_added);
    let mut both = model.clone();
    both.update(PlanMsg::AnswerChosen { turn: Turn::first("CrossPath".into()), answer: "yes".into() });
    both.update(PlanMsg::AnswerChosen {
        turn: Turn { decision: "ChoosePath".into(), visit: 2 },
        answer: "analyze-data".into(),
    });
    assert_eq!(finish(&both), told);
    let days = (finish(&both).p80 - finish(&model).p80).num_days();
    assert!((days - weeks * 7).abs() <= 3, "{days} days and {weeks} weeks");
    assert_eq!(place(&model, &map, "AIML").cost, None);

    // Before a path is chosen, each is priced as the only one.
    let open = learner(python(), &ONE_PATH[..1]);
    let map = Map::of(&open);
    let cost = place(&open, &map, "AIML").cost.unwrap();
    assert!(!cost.is_added);
    let only = learner(python(), &ONE_PATH[..2]);
    assert_eq!(finish(&only), cost.finish);
}

#[test]
fn a_folded_path_hides_the_nodes_that_only_it_leads_to() {
    let model = learner(python(), &ONE_PATH);
    let map = Map::of(&model);
    let shown = |is_folded: &dyn Fn(&NodeId) -> bool| -> Vec<String> {
        let shown = map.shown(model.roadmap(), is_folded);
        let nodes = model.roadmap().nodes().iter().zip(shown);
        nodes.filter(|(_, shown)| *shown).map(|(node, _)| node.id.to_string()).collect()
    };
    assert_eq!(shown(&|_| false).len(), 64);
    let folded = shown(&|_| true);
    // Six paths fold seven nodes each: three phases, projects, a decision and two directions.
    assert_eq!(folded.len(), 64 - 6 * 7);
    for there in ["WebDev", "QuickStart", "AIMLOps", "Expert", "Mastery"] {
        assert!(folded.iter().any(|id| id == there), "{there}");
    }
    let only_web = shown(&|path| path.as_str() == "WebDev");
    assert_eq!(only_web.len(), 64 - 7);
}

proptest! {
    #[test]
    fn the_route_is_shown_and_numbered_without_gaps_for_any_answers(
        answers in prop::collection::vec(0_usize..7, 0..12), folds in any::<bool>(),
    ) {
        let mut model = learner(python(), &[]);
        for answer in answers {
            let route = model.route();
            let Some(open) = route.open().cloned() else { break };
            let taken = route.turns.iter().find(|taken| taken.turn == open).unwrap();
            let answer = taken.offered[answer % taken.offered.len()].0.clone();
            model.update(PlanMsg::AnswerChosen { turn: open, answer });
        }
        let map = Map::of(&model);
        let mut steps: Vec<usize> = map
            .places
            .iter()
            .filter_map(|place| match place.standing { Standing::Route(step) => Some(step), _ => None })
            .collect();
        steps.sort_unstable();
        prop_assert_eq!(&steps, &(1..=map.route.steps.len()).collect::<Vec<_>>());
        let shown = map.shown(model.roadmap(), |_| folds);
        for ((node, place), shown) in model.roadmap().nodes().iter().zip(&map.places).zip(shown) {
            prop_assert!(shown || folds && place.standing == Standing::Aside, "{}", node.id);
            prop_assert!(place.cost.is_none() || matches!(node.kind, Kind::Path(_)));
            prop_assert!(place.course.is_none() || matches!(place.standing, Standing::Route(_)), "{}", node.id);
        }
    }
}
