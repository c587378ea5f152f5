//! What holds on every screen: nothing stands in the way of assistive technology, and all of it fits a phone.

use std::cell::RefCell;

use browser_tests::{Person, Theme, containing, in_each_browser, pictures_are_wanted};
use serde_json::{Value, json};

use crate::learner::{self, AI_ML};
use crate::own_roadmaps::BREAD;

#[test]
fn axe_finds_nothing_in_the_light_theme() {
    in_each_browser(async |person| axe_finds_nothing(&person, Theme::Light, Part::Plan).await);
}

#[test]
fn axe_finds_nothing_in_the_dark_theme() {
    in_each_browser(async |person| axe_finds_nothing(&person, Theme::Dark, Part::Plan).await);
}

#[test]
fn a_screen_of_360_pixels_is_wide_enough() {
    in_each_browser(async |person| {
        person.window(360, 740).await;
        visit(&person, async |_| person.needs_no_sideways_scrolling().await).await;
    });
}

#[test]
fn axe_finds_nothing_on_the_map_and_the_roadmaps_in_the_light_theme() {
    in_each_browser(async |person| axe_finds_nothing(&person, Theme::Light, Part::MapAndRoadmaps).await);
}

#[test]
fn axe_finds_nothing_on_the_map_and_the_roadmaps_in_the_dark_theme() {
    in_each_browser(async |person| axe_finds_nothing(&person, Theme::Dark, Part::MapAndRoadmaps).await);
}

#[test]
fn the_map_and_the_roadmaps_fit_360_pixels() {
    in_each_browser(async |person| {
        person.window(360, 740).await;
        visit_map_and_roadmaps(&person, async |_| person.needs_no_sideways_scrolling().await).await;
    });
}

/// Goes on after a violation, so that all of them are told at once.
async fn axe_finds_nothing(person: &Person, theme: Theme, part: Part) {
    person.prefers(theme).await;
    let found = RefCell::new(vec![]);
    walks(person, part, async |screen| {
        let violations = person.violations().await;
        found.borrow_mut().extend(violations.into_iter().map(|line| format!("{screen}: {line}")));
    })
    .await;
    let found = found.take();
    assert!(found.is_empty(), "in {}, {theme:?}, axe-core finds:\n{}", person.browser(), found.join("\n"));
}

/// The screens are visited in two parts, for a test may not take longer than some minutes.
#[derive(Clone, Copy)]
enum Part {
    Plan,
    MapAndRoadmaps,
}

async fn walks(person: &Person, part: Part, look: impl AsyncFn(&str)) {
    match part {
        Part::Plan => visit(person, look).await,
        Part::MapAndRoadmaps => visit_map_and_roadmaps(person, look).await,
    }
}

/// Goes through the map and the roadmaps, each in each of its states, and looks at each.
async fn visit_map_and_roadmaps(person: &Person, look: impl AsyncFn(&str)) {
    learner::opens_plan(person, two_paths_under_way()).await;
    the_map(person, &look).await;
    the_roadmaps(person, &look).await;
}

#[test]
fn pictures() {
    if pictures_are_wanted() {
        in_each_browser(async |person| visit(&person, async |screen| person.screens(screen).await).await);
    }
}

#[test]
fn pictures_of_the_map_and_the_roadmaps() {
    if pictures_are_wanted() {
        in_each_browser(async |person| {
            visit_map_and_roadmaps(&person, async |screen| person.screens(screen).await).await;
        });
    }
}

/// Goes through all screens, each with real content and in each of its states, and looks at each.
pub async fn visit(person: &Person, look: impl AsyncFn(&str)) {
    the_choices(person, &look).await;
    the_planners_own_questions(person, &look).await;
    the_plan(person, &look).await;
    around_the_plan(person, &look).await;
    the_rest(person, &look).await;
}

async fn the_choices(person: &Person, look: &impl AsyncFn(&str)) {
    person.sees("heading", learner::HOME).await;
    look("home-empty").await;
    learner::begins(person).await;
    look("question-background").await;
    learner::answers(person, learner::BACKGROUND, learner::BEGINNER).await;

    person.sees("heading", learner::SPECIALISATION).await;
    look("question-specialisation").await;
    person.click("button", learner::CONTINUE).await;
    person.reads(learner::PROBLEM).await;
    look("question-specialisation-wrong").await;
    person.click("link", learner::HELP).await;
    person.sees("heading", learner::HELP).await;
    look("help-empty").await;
    for statement in ["train models", "by learning", "charts and reports"] {
        person.choose("checkbox", containing(statement)).await;
    }
    look("help-ticked").await;
    person.click("button", "Choose AI/ML Path").await;

    person.sees("heading", AI_ML.advanced).await;
    look("question-focus").await;
    learner::answers(person, AI_ML.advanced, AI_ML.focus).await;
    person.sees("heading", learner::EXPAND).await;
    look("question-expand").await;
    learner::answers(person, learner::EXPAND, "No").await;
}

async fn the_planners_own_questions(person: &Person, look: &impl AsyncFn(&str)) {
    person.sees("heading", learner::HOURS).await;
    look("question-hours").await;
    person.type_into("textbox", "Tuesday", "25").await;
    person.type_into("textbox", "Saturday", "some").await;
    person.click("button", learner::CONTINUE).await;
    person.reads(learner::PROBLEM).await;
    look("question-hours-wrong").await;
    person.click("button", learner::TEN_HOURS).await;
    look("question-hours-filled").await;
    person.click("button", learner::CONTINUE).await;

    person.sees("heading", learner::START).await;
    look("question-start").await;
    learner::gives_date(person, learner::START, learner::FIRST_DAY, learner::MONDAY).await;

    person.sees("heading", learner::TIME_OFF).await;
    look("question-time-off").await;
    person.type_into("textbox", learner::OFF_FROM, "25 March 2055").await;
    person.type_into("textbox", learner::OFF_TO, "2 April 2055").await;
    person.click("button", learner::MORE_DATES).await;
    person.type_into("textbox", "First day off 2", "30 February 2055").await;
    look("question-time-off-two").await;
    person.click("button", learner::CONTINUE).await;
    person.reads(learner::PROBLEM).await;
    look("question-time-off-wrong").await;
    person.click("button", "Remove dates off 2").await;
    person.click("button", learner::CONTINUE).await;

    person.sees("heading", learner::TARGET).await;
    look("question-target").await;
    learner::gives_date(person, learner::TARGET, learner::TARGET_DATE, "30 June 2055").await;
    person.sees("heading", learner::CHECK).await;
    look("check").await;
}

async fn the_plan(person: &Person, look: &impl AsyncFn(&str)) {
    person.click("link", learner::SHOW_PLAN).await;
    person.sees("heading", learner::PLAN).await;
    look("plan").await;
    person.click("link", learner::KEEP).await;
    person.sees("heading", learner::KEEP).await;
    learner::opens_another_plan(person, two_paths_under_way()).await;
    look("plan-two-paths").await;

    learner::opens_the_table(person).await;
    person.click("button", "Why this route").await;
    person.within("article", "Python Fundamentals").click("button", "Learn from").await;
    person.click("button", "Change the date on which Variables was done").await;
    person.type_into("textbox", "Date on which Variables was done", "soon").await;
    look("plan-opened").await;
    person.click("button", learner::DOWNLOAD).await;
    person.reads("Your plan was handed to the browser").await;
    person.downloaded().await;
    look("notice").await;

    person.click("link", learner::KEEP).await;
    let mut never = learner::one_path();
    never["time_off"] = json!([{ "from": "2055-01-04", "to": "2199-12-31" }]);
    learner::opens_another_plan(person, never).await;
    person.sees("heading", "There are no dates yet").await;
    look("plan-undated").await;
    person.click("link", learner::KEEP).await;
    learner::opens_another_plan(person, two_paths_under_way()).await;
}

/// The screens beside the dates.
async fn around_the_plan(person: &Person, look: &impl AsyncFn(&str)) {
    person.click("link", "How it is going").await;
    person.sees("heading", "How it is going").await;
    person.click("button", "Note this time").await;
    person.reads(learner::PROBLEM).await;
    look("progress-wrong").await;
    person.choose("option", "Pandas").await;
    person.type_into("textbox", "How long", "1:30").await;
    person.click("button", "Note this time").await;
    person.click("button", "Measure me against today’s dates").await;
    look("progress").await;
    person.click("link", "Finish by a date").await;
    person.sees("heading", "Finish by a date").await;
    look("finish-by").await;
    person.type_into("textbox", learner::TARGET_DATE, "soon").await;
    person.click("button", "Keep this target").await;
    person.reads(learner::PROBLEM).await;
    look("finish-by-wrong").await;
    person.click("link", "Compare paths").await;
    person.sees("heading", "Compare paths").await;
    look("compare").await;
    person.click("link", "After a break").await;
    person.sees("heading", "After a break").await;
    look("break").await;
    person.click("link", "Dates").await;
    person.sees("heading", learner::PLAN).await;
    person.type_into("textbox", "Hours a week", "15").await;
    person.within("list", "Topics of Phase 1: Data Foundations").click("button", "More: Pandas").await;
    person.click("button", "How sure is that?").await;
    look("plan-what-if").await;
    after_a_break(person, look).await;
}

/// A plan on which nothing happened for long, with something known, begun and left out.
async fn after_a_break(person: &Person, look: &impl AsyncFn(&str)) {
    let mut document = learner::two_paths();
    document["start"] = json!("2026-01-05");
    document["known_topics"] = json!(["functions", "sql"]);
    document["marks"] = json!([
        learner::finished("variables", "2026-01-16"),
        { "topic": "classes", "started": "2026-01-19", "finished": null, "skipped": null },
        { "topic": "numpy", "started": null, "finished": null, "skipped": "2026-01-20" },
    ]);
    person.click("link", learner::KEEP).await;
    learner::opens_another_plan(person, document).await;
    person.click("button", "More: Classes").await;
    look("plan-after-break").await;
    person.click("link", "See the ways to go on").await;
    person.choose("checkbox", "Recommendation Systems").await;
    look("break-ways").await;
    person.click("link", learner::KEEP).await;
    learner::opens_another_plan(person, two_paths_under_way()).await;
}

/// The map, with details beside it, and while an answer is tried.
async fn the_map(person: &Person, look: &impl AsyncFn(&str)) {
    person.click("link", learner::MAP).await;
    person.sees("heading", learner::MAP).await;
    look("map").await;
    person.click("button", "Details: Phase 1: Data Foundations").await;
    person.is_on("heading", containing("Phase 1: Data Foundations")).await;
    look("map-phase").await;
    person.click("button", "Details: Expand to Other Domains?").await;
    person.is_on("heading", containing("Expand to Other Domains?")).await;
    look("map-decision").await;
    person.click("button", "Details: DevOps Path").await;
    person.is_on("heading", containing("DevOps Path")).await;
    look("map-path").await;
    person.click("button", "Details: Choose Your Specialization").await;
    person.is_on("heading", containing("Choose Your Specialization")).await;
    person.click("button", "Show all paths").await;
    // What is answered at the second visit, at the first.
    person.click("button", "Try it on the map: Analyze Data, Choose Your Specialization").await;
    person.reads("Nothing is changed yet").await;
    look("map-trying").await;
    person.click("button", "Back to my plan").await;
    person.click("button", "Close").await;
}

/// Roadmaps of the learner's own, from a file to the question before one is removed.
async fn the_roadmaps(person: &Person, look: &impl AsyncFn(&str)) {
    person.click("link", learner::ROADMAPS).await;
    person.sees("heading", learner::ROADMAPS).await;
    look("roadmaps-shipped").await;
    learner::is_offered_roadmap(person, BREAD).await;
    look("roadmap-offer").await;
    person.click("button", "Open it and make a plan").await;
    person.sees("heading", learner::HOME).await;
    look("home-own-roadmap").await;
    person.click("link", learner::MAP).await;
    person.sees("heading", learner::MAP).await;
    look("map-own-roadmap").await;
    person.click("link", learner::ROADMAPS).await;
    person.click("button", "Rename: Baking bread").await;
    person.type_into("textbox", "New name: Baking bread", "").await;
    person.reads("Write a name.").await;
    look("roadmaps-renaming").await;
    person.click("button", "Cancel").await;
    person.click("button", "Remove: Baking bread").await;
    person.is_on("button", "No, keep it").await;
    look("roadmaps-asking").await;
    person.click("button", "Yes, remove it").await;
    person.reads("The roadmap was removed").await;
    // The other one is on its way, and brings more links.
    person.sees("heading", learner::PLAN).await;
    person.click("link", learner::ROADMAPS).await;
    person.sees("button", "Bring it back: Baking bread").await;
    look("roadmaps-removed").await;
    person.click("button", "Dismiss").await;
}

async fn the_rest(person: &Person, look: &impl AsyncFn(&str)) {
    person.click("link", "Waymark").await;
    person.sees("heading", learner::HOME).await;
    look("home-with-plan").await;
    person.click("link", learner::GUIDE).await;
    person.sees("heading", learner::GUIDE).await;
    look("guide").await;
    person.click("link", learner::KEEP).await;
    person.sees("heading", learner::KEEP).await;
    person.click("button", containing("earlier states")).await;
    look("your-data").await;
    learner::is_offered_plan(person, learner::one_path()).await;
    look("offer").await;
    person.click("button", "Keep my present plan").await;
    person.click("link", learner::KEEP).await;
    person.click("button", "Start over").await;
    person.sees("button", "Yes, start over").await;
    look("your-data-asking").await;
    person.click("button", "Yes, start over").await;
    person.sees("button", "Undo").await;
    look("notice-undo").await;
    let file = learner::file_with(b"Dear diary");
    person.chooses_file(learner::OPEN_FILE, file.path()).await;
    person.reads("The file was not opened").await;
    look("notice-refused").await;
}

/// Two paths, some of it finished, with all that a plan can show.
fn two_paths_under_way() -> Value {
    let mut document = learner::two_paths();
    document["start"] = json!("2026-09-07");
    document["week_minutes"] = json!([90, 90, 120, 90, 0, 150, 60]);
    document["target"] = json!("2027-11-30");
    document["time_off"] = json!([
        { "from": "2026-12-21", "to": "2027-01-03" },
        { "from": "2027-07-19", "to": "2027-08-15" },
    ]);
    document["projects"] = json!([{ "project": "computer-vision", "wanted": true }]);
    document["marks"] = json!([
        learner::finished("variables", "2026-09-21"),
        learner::finished("functions", "2026-10-12"),
        learner::finished("classes", "2026-11-02"),
        learner::finished("numpy", "2026-11-14"),
    ]);
    document
}
