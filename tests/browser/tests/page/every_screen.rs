//! A walk through every screen, and a check on each: no accessibility violations.

use std::cell::RefCell;

use browser_tests::{Person, Theme, containing, in_each_browser, pictures_are_wanted};
use serde_json::{Value, json};
use waymark::text::plan::Said;
use waymark::text::{
    chances, compare, content, finish_by, frame, guide, history, home, keep, known, map, offer, plan,
    problems, progress, questions, quiz, replan, roadmaps, today, what_if,
};

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
fn axe_finds_nothing_on_the_map_and_the_roadmaps_in_the_light_theme() {
    in_each_browser(async |person| axe_finds_nothing(&person, Theme::Light, Part::MapAndRoadmaps).await);
}

#[test]
fn axe_finds_nothing_on_the_map_and_the_roadmaps_in_the_dark_theme() {
    in_each_browser(async |person| axe_finds_nothing(&person, Theme::Dark, Part::MapAndRoadmaps).await);
}

/// Goes on after a violation, so that all of them are reported at once.
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

/// Visited in two parts to stay below the time limit of a test.
#[derive(Clone, Copy)]
pub enum Part {
    Plan,
    MapAndRoadmaps,
}

/// Visits all screens of the part, with real content and in each of their states.
pub async fn walks(person: &Person, part: Part, look: impl AsyncFn(&str)) {
    match part {
        Part::Plan => visit(person, look).await,
        Part::MapAndRoadmaps => visit_map_and_roadmaps(person, look).await,
    }
}

/// Visits the map and the roadmaps.
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

/// Visits all other screens.
pub async fn visit(person: &Person, look: impl AsyncFn(&str)) {
    the_choices(person, &look).await;
    the_planners_own_questions(person, &look).await;
    the_plan(person, &look).await;
    around_the_plan(person, &look).await;
    the_rest(person, &look).await;
}

async fn the_choices(person: &Person, look: &impl AsyncFn(&str)) {
    person.sees("heading", home::TITLE).await;
    look("home-empty").await;
    learner::begins(person).await;
    look("question-background").await;
    learner::answers(person, learner::BACKGROUND, learner::BEGINNER).await;

    person.sees("heading", learner::SPECIALISATION).await;
    look("question-specialisation").await;
    person.click("button", questions::CONTINUE).await;
    person.reads(problems::SUMMARY).await;
    look("question-specialisation-wrong").await;
    person.click("link", questions::HELP_ME_CHOOSE).await;
    person.sees("heading", questions::HELP_TITLE).await;
    look("help-empty").await;
    for statement in ["train models", "by learning", "charts and reports"] {
        person.choose("checkbox", containing(statement)).await;
    }
    look("help-ticked").await;
    person.click("button", questions::choose("AI/ML Path")).await;
}

async fn the_planners_own_questions(person: &Person, look: &impl AsyncFn(&str)) {
    person.sees("heading", questions::HOURS_TITLE).await;
    look("question-hours").await;
    person.type_into("textbox", "Tuesday", "25").await;
    person.type_into("textbox", "Saturday", "some").await;
    person.click("button", questions::CONTINUE).await;
    person.reads(problems::SUMMARY).await;
    look("question-hours-wrong").await;
    person.click("button", learner::TEN_HOURS).await;
    look("question-hours-filled").await;
    person.click("button", questions::CONTINUE).await;

    person.sees("heading", questions::CHECK_TITLE).await;
    look("check").await;
    person.goes_to("/start").await;
    person.sees("heading", questions::START_TITLE).await;
    look("question-start").await;
    person.type_into("textbox", questions::START_LABEL, learner::MONDAY).await;
    person.click("button", questions::CONTINUE).await;
    person.sees("heading", questions::CHECK_TITLE).await;

    person.goes_to("/time-off").await;
    person.sees("heading", questions::OFF_TITLE).await;
    look("question-time-off").await;
    person.type_into("textbox", questions::OFF_FROM, "25 March 2055").await;
    person.type_into("textbox", questions::OFF_TO, "2 April 2055").await;
    person.click("button", questions::OFF_ADD).await;
    person.type_into("textbox", questions::off_field(1, questions::OFF_FROM), "30 February 2055").await;
    look("question-time-off-two").await;
    person.click("button", questions::CONTINUE).await;
    person.reads(problems::SUMMARY).await;
    look("question-time-off-wrong").await;
    person.click("button", questions::off_remove(1)).await;
    person.click("button", questions::CONTINUE).await;

    person.sees("heading", questions::CHECK_TITLE).await;

    person.goes_to("/target").await;
    person.sees("heading", questions::TARGET_TITLE).await;
    look("question-target").await;
    person.type_into("textbox", questions::TARGET_LABEL, "30 June 2055").await;
    person.click("button", questions::CONTINUE).await;

    person.sees("heading", questions::CHECK_TITLE).await;
    person.click("link", questions::change(AI_ML.advanced)).await;
    person.sees("heading", AI_ML.advanced).await;
    look("question-focus").await;
    learner::decides(person, AI_ML.advanced, AI_ML.focus).await;
    person.sees("heading", learner::EXPAND).await;
    look("question-expand").await;
    learner::decides(person, learner::EXPAND, "No").await;
    person.sees("heading", questions::CHECK_TITLE).await;
}

async fn the_plan(person: &Person, look: &impl AsyncFn(&str)) {
    person.click("link", questions::SHOW_PLAN).await;
    person.sees("heading", plan::TITLE).await;
    look("plan").await;
    person.picks(frame::MENU, frame::KEEP).await;
    person.sees("heading", keep::TITLE).await;
    learner::opens_another_plan(person, two_paths_under_way()).await;
    look("plan-two-paths").await;

    learner::opens_the_table(person).await;
    person.click("button", plan::WHY_ROUTE).await;
    learner::unfolds(person, "Python Fundamentals").await;
    person.within("article", "Python Fundamentals").click("button", plan::LEARN_FROM).await;
    person.click("button", plan::change_date_of("Variables", Said::Done)).await;
    person.type_into("textbox", plan::date_of("Variables", Said::Done), "soon").await;
    look("plan-opened").await;
    person.click("button", keep::DOWNLOAD).await;
    person.reads(learner::up_to(&frame::exported("x"), "x")).await;
    person.downloaded().await;
    look("notice").await;

    person.picks(frame::MENU, frame::KEEP).await;
    let mut never = learner::one_path();
    never["time_off"] = json!([{ "from": "2055-01-04", "to": "2199-12-31" }]);
    learner::is_offered_plan(person, never).await;
    person.click("button", offer::OPEN).await;
    person.reads(frame::PLAN_OPENED).await;
    person.click("link", frame::PLAN).await;
    person.sees("heading", plan::NO_PLAN).await;
    person.click("button", frame::DISMISS).await;
    look("plan-undated").await;
    person.picks(frame::MENU, frame::KEEP).await;
    learner::opens_another_plan(person, two_paths_under_way()).await;
}

/// The screens apart from those about dates.
async fn around_the_plan(person: &Person, look: &impl AsyncFn(&str)) {
    person.click("link", plan::NAV_PROGRESS).await;
    person.sees("heading", progress::TITLE).await;
    person.click("button", progress::ADD_ENTRY).await;
    person.reads(problems::SUMMARY).await;
    look("progress-wrong").await;
    person.choose("option", "Pandas").await;
    person.type_into("textbox", progress::LOG_TIME, "1:30").await;
    person.click("button", progress::ADD_ENTRY).await;
    person.click("button", progress::FREEZE).await;
    look("progress").await;
    let pandas = person.within("listitem", containing("Pandas 1 h 30 min"));
    pandas.click("button", containing(progress::EDIT)).await;
    person.within("form", containing("Pandas")).type_into("textbox", progress::LOG_TIME, "a while").await;
    person.click("button", progress::SAVE_ENTRY).await;
    look("progress-changing-an-entry").await;
    person.click("button", progress::CANCEL).await;
    person.click("link", plan::NAV_DATES).await;
    person.click("link", plan::NAV_FINISH_BY).await;
    person.sees("heading", finish_by::TITLE).await;
    look("finish-by").await;
    person.type_into("textbox", questions::TARGET_LABEL, "soon").await;
    person.click("button", finish_by::KEEP).await;
    person.reads(problems::SUMMARY).await;
    look("finish-by-wrong").await;
    person.click("link", plan::NAV_DATES).await;
    person.click("link", plan::NAV_COMPARE).await;
    person.sees("heading", compare::TITLE).await;
    look("compare").await;
    person.click("link", plan::NAV_DATES).await;
    person.click("link", plan::NAV_BREAK).await;
    person.sees("heading", replan::TITLE).await;
    look("break").await;
    learning(person, look).await;
    person.click("link", frame::PLAN).await;
    person.sees("heading", plan::TITLE).await;
    learner::tries_other_hours(person).await;
    person.type_into("textbox", what_if::HOURS, "15").await;
    person
        .within("list", plan::topics_of("Phase 1: Data Foundations"))
        .click("button", plan::about_item(plan::MORE, "Pandas"))
        .await;
    person.click("button", chances::CURVE).await;
    look("plan-what-if").await;
    after_a_break(person, look).await;
}

/// The quiz with its result, and the pages of a topic and a project.
async fn learning(person: &Person, look: &impl AsyncFn(&str)) {
    person.goes_to("/quiz/Assess").await;
    person.click("button", quiz::NEXT).await;
    person.reads(quiz::NOTHING_CHOSEN).await;
    look("quiz").await;
    person.choose("radio", quiz::UNSURE).await;
    person.click("button", quiz::NEXT).await;
    person.click("button", quiz::STOP).await;
    person.click("button", quiz::ANSWERED).await;
    look("quiz-result").await;
    person.goes_to("/topic/http").await;
    person.sees("heading", content::STEPS).await;
    look("topic").await;
    person.goes_to("/project/price-monitor").await;
    person.sees("heading", content::MILESTONES).await;
    look("project").await;
    person.goes_to("/about/AIMLOps").await;
    person.sees("heading", content::SHOW).await;
    look("track").await;
    person.goes_to("/about/Start").await;
    person.sees("heading", content::STEPS).await;
    look("set-up").await;
    person.goes_to("/choice/Assess").await;
    learner::answers(person, learner::BACKGROUND, "Some Programming").await;
    person.goes_to("/known/Assess").await;
    person.sees("heading", known::TITLE).await;
    look("known").await;
    person.goes_to("/plan").await;
}

/// A plan without activity for a long time, with topics known, begun and left out.
async fn after_a_break(person: &Person, look: &impl AsyncFn(&str)) {
    let mut document = learner::two_paths();
    document["start"] = json!("2026-01-05");
    document["known_topics"] = json!(["functions", "sql"]);
    document["marks"] = json!([
        learner::finished("variables", "2026-01-16"),
        { "topic": "classes", "started": "2026-01-19", "finished": null, "skipped": null },
        { "topic": "numpy", "started": null, "finished": null, "skipped": "2026-01-20" },
    ]);
    person.picks(frame::MENU, frame::KEEP).await;
    learner::opens_another_plan(person, document).await;
    person.click("button", plan::about_item(plan::MORE, "Classes")).await;
    look("plan-after-break").await;
    learner::goes_to_today(person).await;
    look("today-after-break").await;
    person.click("link", plan::GAP_WAYS).await;
    person.choose("checkbox", "Recommendation Systems").await;
    look("break-ways").await;
    person.picks(frame::MENU, frame::KEEP).await;
    learner::opens_another_plan(person, two_paths_under_way()).await;
}

/// The map, with details beside it, and with the preview of an answer.
async fn the_map(person: &Person, look: &impl AsyncFn(&str)) {
    person.click("link", frame::MAP).await;
    person.sees("heading", map::TITLE).await;
    look("map").await;
    person.click("button", map::details_of("Phase 1: Data Foundations")).await;
    person.is_on("heading", containing("Phase 1: Data Foundations")).await;
    look("map-phase").await;
    person.click("button", map::details_of("Expand to Other Domains?")).await;
    person.is_on("heading", containing("Expand to Other Domains?")).await;
    look("map-decision").await;
    person.click("button", map::details_of("DevOps Path")).await;
    person.is_on("heading", containing("DevOps Path")).await;
    look("map-path").await;
    person.click("button", map::details_of("Choose Your Specialization")).await;
    person.is_on("heading", containing("Choose Your Specialization")).await;
    person.click("button", map::UNFOLD).await;
    // The answer of the second visit, at the first.
    person
        .click(
            "button",
            map::at_visit(
                &plan::about_item(map::TRY, learner::ANALYTICS.label),
                Some(learner::SPECIALISATION),
            ),
        )
        .await;
    person.reads(map::NOTHING_CHANGED).await;
    look("map-trying").await;
    person.click("button", map::LEAVE).await;
    person.click("button", map::CLOSE).await;
}

/// The learner's own roadmaps, from opening a file to confirming a removal.
async fn the_roadmaps(person: &Person, look: &impl AsyncFn(&str)) {
    person.picks(frame::MENU, frame::ROADMAPS).await;
    person.sees("heading", roadmaps::TITLE).await;
    look("roadmaps-shipped").await;
    learner::is_offered_roadmap(person, BREAD).await;
    look("roadmap-offer").await;
    person.click("button", roadmaps::ACCEPT).await;
    person.sees("heading", home::TITLE).await;
    look("home-own-roadmap").await;
    person.click("link", frame::MAP).await;
    person.sees("heading", map::TITLE).await;
    look("map-own-roadmap").await;
    person.picks(frame::MENU, frame::ROADMAPS).await;
    person.click("button", roadmaps::about(roadmaps::RENAME, "Baking bread")).await;
    person.type_into("textbox", roadmaps::about(roadmaps::NEW_NAME, "Baking bread"), "").await;
    person.reads(roadmaps::NAME_EMPTY).await;
    look("roadmaps-renaming").await;
    person.click("button", roadmaps::CANCEL).await;
    person.click("button", roadmaps::about(roadmaps::REMOVE, "Baking bread")).await;
    person.is_on("button", roadmaps::REMOVE_NO).await;
    look("roadmaps-asking").await;
    person.click("button", roadmaps::REMOVE_YES).await;
    person.reads(roadmaps::REMOVED).await;
    // The other roadmap loads first, and brings more links.
    learner::goes_to_the_plan(person).await;
    person.picks(frame::MENU, frame::ROADMAPS).await;
    person.sees("button", roadmaps::about(roadmaps::BRING_BACK, "Baking bread")).await;
    look("roadmaps-removed").await;
    person.click("button", frame::DISMISS).await;
}

async fn the_rest(person: &Person, look: &impl AsyncFn(&str)) {
    // Whoever has a plan comes to it.
    person.click("link", frame::NAME).await;
    person.sees("heading", today::WEEK).await;
    person.click("link", frame::GUIDE).await;
    person.sees("heading", guide::TITLE).await;
    look("guide").await;
    person.picks(frame::MENU, frame::KEEP).await;
    person.sees("heading", keep::TITLE).await;
    person.click("button", containing(history::STATE)).await;
    look("your-data").await;
    learner::is_offered_plan(person, learner::one_path()).await;
    look("offer").await;
    person.click("button", offer::KEEP).await;
    person.picks(frame::MENU, frame::KEEP).await;
    person.click("button", keep::OVER).await;
    person.sees("button", keep::OVER_YES).await;
    look("your-data-asking").await;
    person.click("button", keep::OVER_YES).await;
    person.sees("button", frame::UNDO).await;
    look("notice-undo").await;
    let file = learner::file_with(b"Dear diary");
    person.chooses_file(keep::OPEN, file.path()).await;
    person.reads(keep::NOT_OPENED).await;
    look("notice-refused").await;
}

/// Two paths, partly finished, with everything that a plan can show.
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
