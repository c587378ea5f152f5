//! Steps larger than a click, sample documents, and sentences that several tests read.

use std::io::Write;

use app::form::{Field, FieldError, Refusal};
use browser_tests::Person;
use chrono::Days;
use planner::{Chances, Date, DateRange};
use roadmap::{Effort, Minutes};
use serde_json::{Value, json};
use tempfile::NamedTempFile;
use waymark::text::{
    amounts, chances, dates, frame, home, keep, offer, plan, problems, progress, questions, roadmaps,
    today as today_words, what_if,
};

/// Questions of the Python roadmap.
pub const BACKGROUND: &str = "What's Your Background?";
pub const SPECIALISATION: &str = "Choose Your Specialization";
pub const EXPAND: &str = "Expand to Other Domains?";

/// An answer to the first of them, in words and by its id.
pub const BEGINNER: &str = "Complete Beginner";
pub const BEGINNER_ANSWER: &str = "complete-beginner";

/// The preset week of two hours on workdays.
pub const TEN_HOURS: &str = questions::PRESETS[1].0;

/// A Monday so far ahead that no plan from it is ever under way. The year has the calendar of 2027.
pub const MONDAY: &str = "4 January 2055";

/// A path of the roadmap, with its questions and answers.
pub struct Path {
    /// The answer that takes it, in words and by its id.
    pub label: &'static str,
    pub answer: &'static str,
    /// The question about its advanced direction, and the answer to that.
    pub advanced: &'static str,
    pub focus: &'static str,
    pub focus_answer: &'static str,
}

pub const AI_ML: Path = Path {
    label: "Build AI/ML Systems",
    answer: "build-ai-ml-systems",
    advanced: "Advanced AI/ML?",
    focus: "Deep Learning Focus",
    focus_answer: "deep-learning-focus",
};

pub const ANALYTICS: Path = Path {
    label: "Analyze Data",
    answer: "analyze-data",
    advanced: "Advanced Analytics?",
    focus: "BI Focus",
    focus_answer: "bi-focus",
};

/// Makes every write to local storage fail as if it were full.
pub const FULL: &str = "
    window.room = Storage.prototype.setItem;
    Storage.prototype.setItem = () => { throw new DOMException('The quota has been exceeded.', 'QuotaExceededError') };";

/// Undoes [`FULL`].
pub const ROOM_AGAIN: &str = "Storage.prototype.setItem = window.room;";

/// Moves the page's clock by some days without a word to the page.
pub async fn clock_goes_on(person: &Person, days: u32) {
    let later = "
        const [Real, later] = [Date, arguments[0] * 24 * 3600 * 1000];
        window.Date = class extends Real {
            constructor(...given) { super(...(given.length ? given : [Real.now() + later])) }
            static now() { return Real.now() + later }
        };";
    person.runs(later, &[days.into()]).await;
}

/// Today by the browser's clock.
pub async fn today(person: &Person) -> Date {
    let script = "const now = new Date(); const two = (number) => String(number).padStart(2, '0');
        return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;";
    let day = person.runs(script, &[]).await;
    date(day.as_str().expect("the day is a text"))
}

/// Has the page's clock show noon of a date, until the page is loaded again.
pub async fn clock_shows(person: &Person, date: Date) {
    let wrong = "
        const [Real, shown] = [Date, arguments[0]];
        window.Date = class extends Real {
            constructor(...given) { super(...(given.length ? given : [shown])) }
        };
        dispatchEvent(new Event('focus'))";
    person.runs(wrong, &[format!("{date}T12:00").into()]).await;
}

/// From the first screen to the first question.
pub async fn begins(person: &Person) {
    person.sees("heading", home::TITLE).await;
    person.click("link", home::START).await;
    person.sees("heading", BACKGROUND).await;
}

/// Answers a multiple-choice question.
pub async fn answers(person: &Person, question: &str, answer: &str) {
    person.sees("heading", question).await;
    person.choose("radio", answer).await;
    person.click("button", questions::CONTINUE).await;
}

/// Answers the roadmap's questions for a path, up to the hours.
pub async fn chooses_path(person: &Person, path: &Path) {
    answers(person, BACKGROUND, BEGINNER).await;
    answers(person, SPECIALISATION, path.label).await;
    person.sees("heading", questions::HOURS_TITLE).await;
}

/// Decides from the list of answers what could wait: a path's direction, and whether another path follows.
pub async fn decides_what_comes_after(person: &Person, path: &Path, expand: &str) {
    person.click("link", questions::change(path.advanced)).await;
    decides(person, path.advanced, path.focus).await;
    decides(person, EXPAND, expand).await;
}

/// Answers a question that was asked again.
pub async fn decides(person: &Person, question: &str, answer: &str) {
    person.sees("heading", question).await;
    person.choose("radio", answer).await;
    person.click("button", questions::SAVE).await;
}

/// Answers the question of hours with ten a week, two on each day from Monday to Friday.
pub async fn has_ten_hours_a_week(person: &Person) {
    person.sees("heading", questions::HOURS_TITLE).await;
    person.click("button", TEN_HOURS).await;
    person.click("button", questions::CONTINUE).await;
}

/// Changes a date in the list of answers.
pub async fn changes_date(person: &Person, field: &str, date: &str) {
    person.sees("heading", questions::CHECK_TITLE).await;
    person.click("link", questions::change(field)).await;
    person.type_into("textbox", field, date).await;
    person.click("button", questions::SAVE).await;
    person.sees("heading", questions::CHECK_TITLE).await;
}

/// Opens a plan file on the current screen, and waits for the offer.
pub async fn is_offered_plan(person: &Person, document: Value) {
    let file = file_with(plan_file(document).to_string().as_bytes());
    person.chooses_file(keep::OPEN, file.path()).await;
    person.sees("button", offer::OPEN).await;
}

/// Opens a plan file where there is no plan yet.
pub async fn opens_file(person: &Person, document: Value) {
    let file = file_with(plan_file(document).to_string().as_bytes());
    person.chooses_file(keep::OPEN, file.path()).await;
    person.reads(frame::PLAN_OPENED).await;
}

/// Opens a plan file where there is no plan yet, and waits for the plan.
pub async fn opens_plan(person: &Person, document: Value) {
    opens_file(person, document).await;
    goes_to_the_plan(person).await;
    person.click("button", frame::DISMISS).await;
}

/// Replaces the current plan by that of a file.
pub async fn opens_another_plan(person: &Person, document: Value) {
    is_offered_plan(person, document).await;
    person.click("button", offer::OPEN).await;
    person.reads(frame::PLAN_OPENED).await;
    goes_to_the_plan(person).await;
    person.click("button", frame::DISMISS).await;
}

/// Opens Today from any screen.
pub async fn goes_to_today(person: &Person) {
    person.click("link", frame::TODAY).await;
    person.sees("heading", today_words::WEEK).await;
}

/// Opens the plan from any screen.
pub async fn goes_to_the_plan(person: &Person) {
    person.click("link", frame::PLAN).await;
    person.sees("heading", plan::TITLE).await;
}

/// Opens a guide on the roadmaps screen, and waits for the offer.
pub async fn is_offered_roadmap(person: &Person, guide: &str) {
    let file = file_ending("md", guide.as_bytes());
    person.chooses_file(roadmaps::OPEN, file.path()).await;
    person.sees("heading", roadmaps::OFFER_TITLE).await;
}

/// Opens the guide as the learner's own roadmap, from any screen.
pub async fn opens_roadmap(person: &Person, guide: &str) {
    person.picks(frame::MENU, frame::ROADMAPS).await;
    person.sees("heading", roadmaps::TITLE).await;
    is_offered_roadmap(person, guide).await;
    person.click("button", roadmaps::ACCEPT).await;
    person.reads(roadmaps::IN_USE_NOW).await;
    person.click("button", frame::DISMISS).await;
}

/// The document with sorted lists, so that two with the same content are equal.
pub fn in_order(document: &Value) -> Value {
    let mut document = document.clone();
    for field in document.as_object_mut().expect("a document is an object").values_mut() {
        if let Some(list) = field.as_array_mut().filter(|list| list.iter().any(Value::is_object)) {
            list.sort_by_key(Value::to_string);
        }
    }
    document
}

/// A plan file with only the parts that are read.
fn plan_file(document: Value) -> Value {
    json!({
        "waymark_plan": 1,
        "document": document,
    })
}

/// The document of a complete beginner on the AI/ML path, with ten hours a week from [`MONDAY`].
pub fn one_path() -> Value {
    json!({
        "roadmap": "python",
        "answers": [
            { "decision": "Assess", "visit": 1, "answer": BEGINNER_ANSWER },
            { "decision": "ChoosePath", "visit": 1, "answer": AI_ML.answer },
            { "decision": "AIMLAdvanced", "visit": 1, "answer": AI_ML.focus_answer },
            { "decision": "CrossPath", "visit": 1, "answer": "no" },
        ],
        "agreed": [],
        "week_minutes": [120, 120, 120, 120, 120, 0, 0],
        "earlier_weeks": [],
        "start": "2055-01-04",
        "time_off": [],
        "stretches": [],
        "target": null,
        "most_minutes_a_week": null,
        "projects": [],
        "known_topics": [],
        "marks": [],
        "log": [],
        "pace": "own",
        "baseline": null,
        "drafts": [],
    })
}

/// The mark of a finished topic in a document.
pub fn finished(topic: &str, on: &str) -> Value {
    json!({ "topic": topic, "started": null, "finished": on, "skipped": null })
}

/// [`one_path`], with the fundamentals finished from 5 January to 13 February 2026.
pub fn fundamentals_finished() -> Value {
    let mut document = one_path();
    document["start"] = json!("2026-01-05");
    document["marks"] = json!([
        finished("variables", "2026-01-16"),
        finished("functions", "2026-01-30"),
        finished("classes", "2026-02-13"),
    ]);
    document
}

/// [`one_path`], and data analytics after it.
pub fn two_paths() -> Value {
    let mut document = one_path();
    let answers = document["answers"].as_array_mut().expect("the answers are a list");
    answers.pop();
    answers.extend([
        json!({ "decision": "CrossPath", "visit": 1, "answer": "yes" }),
        json!({ "decision": "ChoosePath", "visit": 2, "answer": ANALYTICS.answer }),
        json!({ "decision": "AnalyticsAdvanced", "visit": 1, "answer": ANALYTICS.focus_answer }),
        json!({ "decision": "CrossPath", "visit": 2, "answer": "no" }),
    ]);
    document
}

/// Parses an ISO date.
pub fn date(iso: &str) -> Date {
    iso.parse().expect("a date is written as 2055-01-04")
}

/// The dates from one to another.
pub fn range(from: &str, to: &str) -> DateRange {
    DateRange::new(date(from), date(to)).expect("the range does not end before it starts")
}

/// The 50 % and 80 % dates, for sentences without the 95 % date.
pub fn chances(p50: &str, p80: &str) -> Chances {
    let p80 = date(p80);
    Chances { p50: date(p50), p80, p95: p80 + Days::new(1) }
}

/// The end of the plan's headline, which has its 80 % date.
pub fn finish_by(p80: &str) -> String {
    let headline = dates::written(&chances::headline(chances("2026-01-05", p80)));
    let (_, end) = headline.split_once(" and ").expect("the 50 % date comes first");
    end.to_owned()
}

/// The part of the plan's headline before its dates.
pub fn any_finish() -> String {
    before_the_date(|p50| {
        let finish = Chances { p50, p80: p50 + Days::new(400), p95: p50 + Days::new(401) };
        dates::written(&chances::headline(finish))
    })
}

/// The dates in a row of the plan.
pub fn row_dates(p50: &str, p80: &str) -> String {
    in_row(chances(p50, p80))
}

/// The same for these chances.
pub fn in_row(finishes: Chances) -> String {
    format!(
        "{} {} {} {}",
        plan::COLUMN_P50,
        dates::short(finishes.p50),
        plan::COLUMN_P80,
        dates::short(finishes.p80)
    )
}

/// Unfolds a phase or project of the plan, or folds it.
pub async fn unfolds(person: &Person, title: &str) {
    person.within("article", title).click("button", title).await;
}

/// Opens the slider for other hours.
pub async fn tries_other_hours(person: &Person) {
    person.click("button", what_if::TITLE).await;
    person.sees("slider", what_if::SLIDER).await;
}

/// The progress as the plan shows it.
pub fn done(percent: u32, topics: usize, all: usize) -> String {
    format!("{} {}", percent_done(percent), plan::done_of(topics, all))
}

/// The progress without the count of topics and projects.
pub fn percent_done(percent: u32) -> String {
    format!("{} {}", plan::PROGRESS, plan::percent(percent))
}

/// The part of a sentence before `part`, if that varies.
pub fn up_to(sentence: &str, part: &str) -> String {
    let (before, _) = sentence.split_once(part).expect("it is a part of the sentence");
    before.trim_end().to_owned()
}

/// The part of a sentence before its date, if that varies.
pub fn before_the_date(sentence: impl Fn(Date) -> String) -> String {
    let any = date("2055-01-04");
    up_to(&sentence(any), &dates::date(any))
}

/// The error message of a field.
pub fn problem(field: Field, why: Refusal) -> String {
    problems::problem(&FieldError { field, why })
}

/// Names as an enumeration.
pub fn list(names: &[&str]) -> String {
    amounts::list(&names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>())
}

/// An effort in whole hours.
pub fn hours(low: u32, high: u32) -> Effort {
    Effort { low: Minutes::hours(low), high: Minutes::hours(high) }
}

/// A temporary JSON file, which is removed on drop.
pub fn file_with(content: &[u8]) -> NamedTempFile {
    file_ending("json", content)
}

/// A temporary file with this extension.
pub fn file_ending(ending: &str, content: &[u8]) -> NamedTempFile {
    let mut file = tempfile::Builder::new()
        .prefix("file-")
        .suffix(&format!(".{ending}"))
        .tempfile()
        .expect("a temporary file");
    file.write_all(content).expect("the file can be written");
    file
}

/// Logs time on the screen of the log.
pub async fn logs(person: &Person, what: &str, time: &str) {
    let form = person.within("form", progress::ADD_ENTRY);
    form.choose("option", what).await;
    form.type_into("textbox", progress::LOG_TIME, time).await;
    form.click("button", progress::ADD_ENTRY).await;
}

/// Opens the table of dates.
pub async fn opens_the_table(person: &Person) {
    person.click("button", plan::AS_TABLE).await;
    person.sees("table", plan::TABLE_CAPTION).await;
}
