//! What the page says unasked: pitfalls and signs of success.

use app::{Document, Hint, Note, Notes, Outlook, hint};
use chrono::Days;
use planner::{Answers, Date, Ending, Item, LogEntry};
use roadmap::{Material, Minutes, Roadmap, SignId, shipped_roadmap};
use testkit::documents::{beginner, monday};

/// What is said on a day of the plan, by the id of the pitfall or those of the signs, and in words.
fn says(document: &Document, roadmap: &Roadmap, day: u64) -> Option<(String, String)> {
    let today = on(day);
    let outlook = Outlook::of(document, roadmap, today).unwrap();
    Some(match hint(document, roadmap, &outlook, today)? {
        Hint::Pitfall { pitfall, noticed, .. } => (pitfall.id.to_string(), noticed),
        Hint::Signs(signs) => {
            let ids: Vec<&str> = signs.iter().map(|sign| sign.id.as_str()).collect();
            ("signs".to_owned(), ids.join(" "))
        }
    })
}

fn pitfall(document: &Document, roadmap: &Roadmap, day: u64) -> Option<String> {
    says(document, roadmap, day).map(|(id, _)| id).filter(|id| id != "signs")
}

fn on(day: u64) -> Date {
    monday() + Days::new(day)
}

fn topic(id: &str) -> Item {
    Item::Topic(id.into())
}

fn project() -> Item {
    Item::Project("recommendation-systems".into())
}

fn logs(document: &mut Document, item: Item, day: u64, hours: u32) {
    document.progress.log.add(LogEntry::new(on(day), item, Minutes::hours(hours)));
}

#[test]
fn learning_without_building_is_named_with_its_hours_until_it_is_sent_away() {
    let (roadmap, mut document) = (shipped_roadmap(), beginner());
    logs(&mut document, topic("variables"), 1, 20);
    assert_eq!(says(&document, &roadmap, 6), None, "nothing is said in the first week");
    let (id, words) = says(&document, &roadmap, 7).unwrap();
    assert_eq!(id, "tutorial-hell");
    assert!(words.contains("20 hours of learning and 0 hours of building"), "{words}");

    let mut building = document.clone();
    logs(&mut building, project(), 3, 4);
    assert_eq!(pitfall(&building, &roadmap, 7), None);

    document.sent_away.insert("tutorial-hell".into(), on(7));
    assert_eq!(pitfall(&document, &roadmap, 7), None);
    assert_eq!(pitfall(&document, &roadmap, 200), None, "each pitfall speaks once");
}

#[test]
fn after_one_pitfall_was_sent_away_the_next_one_waits_for_two_weeks() {
    let (roadmap, mut document) = (shipped_roadmap(), beginner());
    document.progress.end(topic("numpy"), Ending::Finished, on(2));
    assert_eq!(pitfall(&document, &roadmap, 10).as_deref(), Some("ignoring-fundamentals"));
    document.sent_away.insert("tutorial-hell".into(), on(10));
    assert_eq!(pitfall(&document, &roadmap, 23), None);
    assert_eq!(pitfall(&document, &roadmap, 24).as_deref(), Some("ignoring-fundamentals"));
    for known in ["variables", "functions", "classes"] {
        document.known.insert(known.into());
    }
    assert_eq!(pitfall(&document, &roadmap, 24), None);
}

#[test]
fn a_finished_phase_without_a_project_and_a_project_without_a_link_are_named() {
    let (roadmap, mut document) = (shipped_roadmap(), beginner());
    for done in ["variables", "functions", "classes", "numpy", "pandas", "matplotlib"] {
        document.progress.end(topic(done), Ending::Finished, on(20));
    }
    assert_eq!(pitfall(&document, &roadmap, 30).as_deref(), Some("perfectionism"));
    document.progress.end(project(), Ending::Finished, on(30));
    assert_eq!(pitfall(&document, &roadmap, 30).as_deref(), Some("no-portfolio"));
    let link = Material { title: "Mine".to_owned(), url: "https://example.org".to_owned() };
    document.notes = Notes::new([(project(), Note { text: String::new(), links: vec![link] })]);
    assert_eq!(says(&document, &roadmap, 30), Some(("signs".to_owned(), "portfolio".to_owned())));
}

#[test]
fn somebody_who_leaves_path_after_path_is_told_so() {
    let (roadmap, mut document) = (shipped_roadmap(), beginner());
    logs(&mut document, topic("django"), 5, 3);
    assert_eq!(pitfall(&document, &roadmap, 40), None);
    logs(&mut document, topic("networking"), 9, 3);
    let said = says(&document, &roadmap, 40);
    assert_eq!(
        said.map(|(id, words)| (id, words.contains("2 times"))),
        Some(("no-clear-goal".to_owned(), true))
    );
}

#[test]
fn signs_are_asked_for_when_their_level_is_due_and_not_again_for_four_weeks_when_put_off() {
    let (roadmap, mut document) = (shipped_roadmap(), beginner());
    let first: Vec<SignId> = roadmap.about().success[0].signs.iter().map(|sign| sign.id.clone()).collect();
    let ids: Vec<&str> = first.iter().map(SignId::as_str).collect();
    // The guide expects them after two months at the earliest.
    assert_eq!(says(&document, &roadmap, 59), None);
    assert_eq!(says(&document, &roadmap, 61), Some(("signs".to_owned(), ids.join(" "))));
    document.signs.insert(first[0].clone(), on(61));
    assert_eq!(says(&document, &roadmap, 61), Some(("signs".to_owned(), ids.join(" "))));
    assert_eq!(says(&document, &roadmap, 62), Some(("signs".to_owned(), ids[1..].join(" "))));
    document.signs_put_off = Some(on(61));
    assert_eq!(says(&document, &roadmap, 61 + 27), None);
    assert!(says(&document, &roadmap, 61 + 28).is_some());
    document.signs.extend(first.iter().map(|sign| (sign.clone(), on(70))));
    assert_eq!(says(&document, &roadmap, 61 + 28), None);
}

#[test]
fn a_roadmap_without_pitfalls_and_signs_has_nothing_to_say() {
    let file = r#"{ "waymark_roadmap": 1, "id": "tea", "title": "Tea", "summary": "", "reference_hours_per_week": 2,
        "reference_note": "",
        "nodes": [{ "id": "Go", "kind": "start", "title": "Go" },
                  { "id": "Brew", "kind": "phase", "title": "Brewing", "weeks": { "low": 1, "high": 2 } }],
        "edges": [{ "from": "Go", "to": "Brew" }] }"#;
    let tea = Roadmap::new(serde_json::from_str(file).unwrap()).unwrap();
    let document = Document { roadmap: "tea".into(), answers: Answers::default(), ..beginner() };
    assert_eq!(says(&document, &tea, 900), None);
}
