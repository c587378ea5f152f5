//! Whatever is shown twice agrees: for made-up learners, every screen has the figures of the same plan.

use app::{Aim, Digest, Document, Outlook};
use browser_tests::{Person, in_each_browser};
use chrono::Days;
use planner::{Date, Expected, Scheduled, finish_by};
use roadmap::{Minutes, Roadmap, shipped_roadmap};
use serde_json::{Value, json};
use waymark::text::{
    chances, dates, digest, finish_by as finish_by_words, frame, map, plan, progress, titles,
};

use crate::learner;

/// Learners who are under way, each with other hours, another path, and other things done, logged and left out.
const LEARNERS: u64 = 6;

#[test]
fn every_screen_shows_the_same_figures() {
    in_each_browser(async |person| {
        let roadmap = shipped_roadmap();
        for number in 0..LEARNERS {
            let today = learner::today(&person).await;
            let written = learner(number, today);
            if number == 0 {
                learner::opens_plan(&person, written.clone()).await;
            } else {
                person.picks(frame::MENU, frame::KEEP).await;
                learner::opens_another_plan(&person, written.clone()).await;
            }
            let file = json!({ "waymark_plan": 1, "document": written }).to_string();
            let document = storage::read_plan_file(file.as_bytes(), &roadmap).expect("the plan is one");
            let outlook = Outlook::of(&document, &roadmap, today).expect("there is a finish");
            let shown =
                Shown { person: &person, roadmap: &roadmap, document: &document, outlook: &outlook, today };
            shown.on_the_plan().await;
            shown.on_other_screens().await;
        }
    });
}

/// A learner who began some weeks ago.
fn learner(number: u64, today: Date) -> Value {
    let [path, phase] =
        [["build-ai-ml-systems", "numpy"], ["create-web-applications", "http"], ["analyze-data", "sql"]]
            [number as usize % 3];
    let day = |ago: u64| (today - Days::new(ago)).to_string();
    let begun = 40 + 17 * number;
    let mut document = learner::one_path();
    document["answers"][1]["answer"] = json!(path);
    let answers = document["answers"].as_array_mut().expect("the answers are a list");
    answers.retain(|answer| answer["decision"] != "AIMLAdvanced" || path == "build-ai-ml-systems");
    let advanced = [("WebAdvanced", "architecture-focus"), ("AnalyticsAdvanced", "bi-focus")];
    answers.extend(
        advanced.map(|(decision, answer)| json!({ "decision": decision, "visit": 1, "answer": answer })),
    );
    let minutes = 30 + 15 * number;
    document["week_minutes"] = json!([minutes, minutes, 0, minutes, 2 * minutes, 0, 0]);
    document["start"] = json!(day(begun));
    document["target"] = json!((today + Days::new(300)).to_string());
    if number % 2 == 1 {
        document["aim"] = json!("job_ready");
    }
    document["marks"] = json!([
        learner::finished("variables", &day(begun - 20)),
        learner::finished("functions", &day(begun - 35)),
        // Learned on a path that is not on the route any more.
        learner::finished("ansible", &day(begun - 30)),
        { "topic": phase, "started": null, "finished": null, "skipped": day(3) },
    ]);
    let entry =
        |ago: u64, topic: &str, minutes: u64| json!({ "on": day(ago), "topic": topic, "minutes": minutes });
    document["log"] = match number % 2 {
        0 => json!([]),
        _ => json!([
            entry(begun - 5, "variables", 400),
            entry(begun - 25, "functions", 300),
            entry(2, "classes", 90)
        ]),
    };
    document
}

struct Shown<'a> {
    person: &'a Person,
    roadmap: &'a Roadmap,
    document: &'a Document,
    outlook: &'a Outlook,
    today: Date,
}

impl Shown<'_> {
    /// The open phases with their titles and dates.
    fn phases(&self) -> impl Iterator<Item = (String, planner::Chances)> {
        let open = self.outlook.work().filter_map(|(scheduled, expected): (&Scheduled, &Expected)| {
            Some((titles::work(self.roadmap, &scheduled.work), expected.finishes()?))
        });
        open.collect::<Vec<_>>().into_iter()
    }

    async fn on_the_plan(&self) {
        let Self { person, outlook, .. } = self;
        let finish = outlook.forecast.finish().expect("something is left");
        let tally = &outlook.tally;
        person.reads(dates::written(&chances::headline(finish))).await;
        person.click("button", chances::CURVE).await;
        person.reads(chances::others(finish)).await;
        person.reads(learner::done(tally.percent(), tally.finished, tally.items)).await;
        person.reads(plan::ALSO_DONE).await;
        learner::opens_the_table(person).await;
        let table = person.table(plan::TABLE_CAPTION).await;
        for (title, finishes) in self.phases() {
            person.within("article", title.clone()).reads(learner::in_row(finishes)).await;
            let row = table.iter().find(|row| row[0].starts_with(&title)).expect("the table has all work");
            let cells = [finishes.p50, finishes.p80, finishes.p95].map(dates::short);
            assert_eq!(row[2..5], cells, "{title}");
        }
        person.reads(plan::target(self.document.aim)).await;
        let aim = self.outlook_to_aim().forecast.finish().expect("something is left");
        person
            .reads(plan::margin(self.chance_of_target(), aim, self.document.target.expect("there is one")))
            .await;
    }

    /// The outlook to what the learner wants to have reached by the target date.
    fn outlook_to_aim(&self) -> Outlook {
        match self.document.aim {
            Aim::Everything => self.outlook.clone(),
            Aim::JobReady => {
                let outlook = self.outlook.clone();
                outlook.until_ready(self.document, self.roadmap, self.today).expect("there is a finish")
            }
        }
    }

    fn chance_of_target(&self) -> f64 {
        let target = self.document.target.expect("there is a target");
        let outlook = self.outlook_to_aim();
        finish_by::chance(&outlook.forecast.remaining, &outlook.availability, target)
    }

    async fn on_other_screens(&self) {
        let Self { person, outlook, document, roadmap, today } = self;
        let finish = outlook.forecast.finish().expect("something is left");
        person.click("link", plan::NAV_PROGRESS).await;
        person.reads(progress::effort_done(outlook.tally.done)).await;
        person.reads(progress::effort_total(outlook.tally.total)).await;

        person.click("link", plan::NAV_DATES).await;
        person.click("link", plan::NAV_FINISH_BY).await;
        let week: Minutes = outlook.availability.week().total();
        let target = document.target.expect("there is a target");
        person.reads(finish_by_words::chance(self.chance_of_target(), week, target)).await;

        person.click("link", plan::NAV_DATES).await;
        person.click("link", plan::NAV_COMPARE).await;
        person.reads(dates::short(finish.p80)).await;
        person.reads(dates::short(finish.p50)).await;

        person.click("link", frame::MAP).await;
        person.sees("heading", map::OUTLINE).await;
        for (title, finishes) in self.phases() {
            if roadmap.nodes().iter().any(|node| node.title == title) {
                person.reads(map::by(finishes)).await;
            }
        }

        person.picks(frame::MENU, frame::ROADMAPS).await;
        person.reads(digest::sentence(&Digest::of(document, roadmap, *today), roadmap)).await;
        person.click("link", frame::PLAN).await;
    }
}
