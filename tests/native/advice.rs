//! Help with the choice of a path: statements to tick and the suggestions that follow.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use planner::{Answers, Route, Turn, TurnTaken, advice};
use roadmap::{Kind, Roadmap, Statement, StatementId};

fn read(path: &str) -> Roadmap {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    Roadmap::new(serde_json::from_str(&text).unwrap()).unwrap()
}

fn shipped() -> Roadmap {
    read("static/roadmaps/python.json")
}

/// The choice of a path in the shipped roadmap, at a given visit after some answers.
fn choice(roadmap: &Roadmap, visit: u32, given: &[(&str, &str)]) -> TurnTaken {
    let mut answers = Answers::default();
    answers.give(Turn::first("Assess".into()), "complete-beginner");
    for (decision, answer) in given {
        answers.give(Turn::first((*decision).into()), *answer);
    }
    let turn = Turn { decision: "ChoosePath".into(), visit };
    Route::walk(roadmap, &answers).turns.into_iter().find(|taken| taken.turn == turn).unwrap()
}

/// The statements of a path, in reading order.
fn of_path(roadmap: &Roadmap, path: &str) -> Vec<Statement> {
    match &roadmap.node(&path.into()).unwrap().kind {
        Kind::Path(Some(guide)) => guide.choose_if.clone(),
        other => panic!("{path} is {other:?}"),
    }
}

fn ranked(roadmap: &Roadmap, turn: &TurnTaken, agreed: &BTreeSet<StatementId>) -> Vec<(String, usize)> {
    let suggestions = advice::rank(roadmap, turn, agreed);
    suggestions.into_iter().map(|suggestion| (suggestion.path.into(), suggestion.because.len())).collect()
}

const READING_ORDER: [&str; 7] =
    ["AIML", "WebDev", "Automation", "DevOps", "Analytics", "Security", "Startup"];

#[test]
fn no_statement_contains_the_name_of_its_path() {
    let roadmap = shipped();
    let turn = choice(&roadmap, 1, &[]);
    let statements = advice::statements(&roadmap, &turn);
    assert_eq!(statements.len(), 21);
    let words = |text: &str| -> BTreeSet<String> {
        text.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect()
    };
    for path in READING_ORDER {
        let title = &roadmap.node(&path.into()).unwrap().title;
        let names: BTreeSet<String> = words(title)
            .into_iter()
            .filter(|word| !word.is_empty() && !["path", "data", "web"].contains(&word.as_str()))
            .collect();
        for statement in &statements {
            assert!(words(&statement.text).is_disjoint(&names), "{statement:?} names {title:?}");
            assert!(!statement.text.contains(title.as_str()), "{statement:?} names {title:?}");
        }
    }
}

#[test]
fn statements_are_not_in_the_order_of_the_paths() {
    let roadmap = shipped();
    let turn = choice(&roadmap, 1, &[]);
    let statements = advice::statements(&roadmap, &turn);
    let owner = |statement: &Statement| {
        READING_ORDER
            .iter()
            .position(|path| of_path(&roadmap, path).iter().any(|own| own == statement))
            .unwrap()
    };
    let owners: Vec<usize> = statements.iter().map(|statement| owner(statement)).collect();
    let together = owners.windows(2).filter(|pair| pair[0] == pair[1]).count();
    assert!(together <= 7, "{together} neighbors have the same path: {owners:?}");
    assert!(!owners.is_sorted());
    let firsts: Vec<usize> = owners.iter().fold(Vec::new(), |mut seen, owner| {
        if !seen.contains(owner) {
            seen.push(*owner);
        }
        seen
    });
    assert_ne!(firsts, [0, 1, 2, 3, 4, 5, 6]);
}

#[test]
fn without_ticks_paths_are_in_reading_order() {
    let roadmap = shipped();
    let turn = choice(&roadmap, 1, &[]);
    assert_eq!(ranked(&roadmap, &turn, &BTreeSet::new()), READING_ORDER.map(|path| (path.to_owned(), 0)));
}

#[test]
fn paths_with_more_ticks_come_first_and_ties_keep_the_reading_order() {
    let roadmap = shipped();
    let turn = choice(&roadmap, 1, &[]);
    let mut agreed = of_path(&roadmap, "Security")[..2].to_vec();
    agreed.extend(of_path(&roadmap, "DevOps"));
    agreed.push(of_path(&roadmap, "Startup")[0].clone());
    agreed.push(of_path(&roadmap, "WebDev")[1].clone());
    let mut agreed: BTreeSet<StatementId> = agreed.into_iter().map(|statement| statement.id).collect();
    agreed.insert("a-statement-of-an-older-roadmap".into());
    let expected = [
        ("DevOps", 3),
        ("Security", 2),
        ("WebDev", 1),
        ("Startup", 1),
        ("AIML", 0),
        ("Automation", 0),
        ("Analytics", 0),
    ];
    assert_eq!(ranked(&roadmap, &turn, &agreed), expected.map(|(path, ticks)| (path.to_owned(), ticks)));

    let because = &advice::rank(&roadmap, &turn, &agreed)[1].because;
    assert_eq!(
        *because,
        of_path(&roadmap, "Security")[..2].iter().collect::<Vec<_>>(),
        "the reasons are what was ticked"
    );
}

#[test]
fn a_path_already_taken_has_no_statements_left_to_tick() {
    let roadmap = shipped();
    let given = [("ChoosePath", "analyze-data"), ("AnalyticsAdvanced", "bi-focus"), ("CrossPath", "yes")];
    let turn = choice(&roadmap, 2, &given);
    let statements = advice::statements(&roadmap, &turn);
    assert_eq!(statements.len(), 18);
    assert!(of_path(&roadmap, "Analytics").iter().all(|own| !statements.contains(&own)));
    assert_eq!(ranked(&roadmap, &turn, &BTreeSet::new()).len(), 6);
}

#[test]
fn only_paths_with_a_guide_can_be_suggested() {
    let bread = read("tests/data/roadmaps/bread.json");
    let mut answers = Answers::default();
    answers.give(Turn::first("experience".into()), "nothing-yet");
    let route = Route::walk(&bread, &answers);
    assert!(
        advice::statements(&bread, &route.turns[0]).is_empty(),
        "there is no help with the first decision"
    );
    let statements = advice::statements(&bread, &route.turns[1]);
    let texts: Vec<&str> = statements.iter().map(|statement| statement.text.as_str()).collect();
    assert_eq!(texts, ["I want to eat soon after I begin."]);
    assert_eq!(ranked(&bread, &route.turns[1], &BTreeSet::new()), [("flatbread".to_owned(), 0)]);
}
