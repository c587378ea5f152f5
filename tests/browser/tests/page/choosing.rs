//! Finding a path: help with the choice, and going back and forth between the questions.

use browser_tests::{Person, Variant, containing, in_each_browser, in_each_browser_at, in_each_engine};
use serde_json::json;
use waymark::text::{dates, home, questions};

use crate::learner::{self, AI_ML, ANALYTICS};

const TRAIN: &str = "I want to train models on very large collections of examples.";
const LEARN: &str = "I want to make programs that become better at a task by learning.";
const CHARTS: &str = "I want to make charts and reports that others rely on.";

#[test]
fn ticked_statements_rank_the_paths() {
    in_each_browser(async |person| {
        knows_hours_and_start(&person).await;
        person.click("link", questions::HELP_ME_CHOOSE).await;
        person.sees("heading", questions::HELP_TITLE).await;
        person.reads(questions::NOTHING_TICKED).await;
        assert_eq!(ranking(&person).await[..3], ["AI/ML Path", "Web Backend Path", "Automation & Scripting"]);

        person.choose("checkbox", CHARTS).await;
        person.does_not_read(questions::NOTHING_TICKED).await;
        assert_eq!(ranking(&person).await[..3], ["Data Analytics", "AI/ML Path", "Web Backend Path"]);
        person.choose("checkbox", TRAIN).await;
        person.choose("checkbox", LEARN).await;
        assert_eq!(ranking(&person).await[..3], ["AI/ML Path", "Data Analytics", "Web Backend Path"]);

        // The dates are from tests/data/distributions/dates.txt: `ai-ml` and `analytics`, before there is any evidence of a pace.
        reads_card(
            &person,
            "AI/ML Path",
            &[
                &questions::because(TRAIN),
                &questions::because(LEARN),
                &dates::by_chance(learner::chances("2055-07-02", "2055-08-25")),
                "4 to 6 months",
                "$90k–$180k+ a year",
            ],
        )
        .await;
        reads_card(
            &person,
            "Data Analytics",
            &[
                &questions::because(CHARTS),
                &dates::by_chance(learner::chances("2055-05-19", "2055-06-28")),
                "3 to 4 months",
                "$65k–$130k+ a year",
            ],
        )
        .await;

        person.click("button", questions::choose("Data Analytics")).await;
        person.sees("heading", questions::CHECK_TITLE).await;
        person.goes_back().await;
        person.sees("heading", questions::HELP_TITLE).await;
        person.goes_back().await;
        person.sees("heading", learner::SPECIALISATION).await;
        assert!(person.sees("radio", ANALYTICS.label).await.chosen);
        learner::answers(&person, learner::SPECIALISATION, ANALYTICS.label).await;
        person.sees("heading", questions::CHECK_TITLE).await;
    });
}

#[test]
fn no_statement_gives_its_path_away() {
    in_each_browser(async |person| {
        knows_hours_and_start(&person).await;
        person.click("link", questions::HELP_ME_CHOOSE).await;
        person.sees("heading", questions::HELP_TITLE).await;
        let statements = person.every("checkbox").await;
        assert_eq!(statements.len(), 21);
        for path in ranking(&person).await {
            let telling = statements.iter().find(|statement| statement.name.contains(&path));
            assert!(telling.is_none(), "{path} is named by {telling:?}");
        }
        let at = |text: &str| statements.iter().position(|statement| statement.name == text);
        let (train, learn) = (at(TRAIN).expect("a statement"), at(LEARN).expect("a statement"));
        assert!(train.abs_diff(learn) > 1, "two statements of one path stand side by side");
    });
}

#[test]
fn the_browsers_buttons_lead_through_the_questions() {
    in_each_engine(async |person| {
        learner::begins(&person).await;
        learner::chooses_path(&person, &AI_ML).await;

        person.goes_back().await;
        person.sees("heading", learner::SPECIALISATION).await;
        assert!(person.sees("radio", AI_ML.label).await.chosen);
        person.goes_back().await;
        person.sees("heading", learner::BACKGROUND).await;
        person.goes_back().await;
        person.sees("heading", home::TITLE).await;
        for question in [learner::BACKGROUND, learner::SPECIALISATION, questions::HOURS_TITLE] {
            person.goes_forward().await;
            person.sees("heading", question).await;
        }

        // The page's own Back link, with a changed answer on the way.
        person.reads(questions::position(3, 3)).await;
        person.click("link", questions::BACK).await;
        person.sees("heading", learner::SPECIALISATION).await;
        person.reads(questions::position(2, 3)).await;
        person.choose("radio", ANALYTICS.label).await;
        person.click("button", questions::CONTINUE).await;
        person.sees("heading", questions::HOURS_TITLE).await;

        // A screen that is not reachable yet redirects to the open question.
        person.goes_to("/plan").await;
        person.sees("heading", questions::HOURS_TITLE).await;
        person.goes_to("/nowhere").await;
        person.sees("heading", home::TITLE).await;
    });
}

/// A clock that makes each rendering seem so long that Yew yields to the browser before it runs effects.
const SLOW_CLOCK: &str = "
    const now = Date.now;
    let later = 0;
    Date.now = () => now() + (later += 20);";

#[test]
fn the_address_is_there_no_later_than_its_screen() {
    in_each_browser_at(&Variant::with_script(SLOW_CLOCK).path(), async |person| {
        person.sees("heading", home::TITLE).await;
        let watch = "
            window.seen = [];
            const look = () => {
                const heading = document.querySelector('h1').textContent;
                if (seen.at(-1)?.[0] !== heading) seen.push([heading, location.hash]);
            };
            new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });";
        person.runs(watch, &[]).await;
        learner::begins(&person).await;
        learner::answers(&person, learner::BACKGROUND, learner::BEGINNER).await;
        person.sees("heading", learner::SPECIALISATION).await;
        let screens = json!([
            [learner::BACKGROUND, "#/choice/Assess"],
            [learner::SPECIALISATION, "#/choice/ChoosePath"]
        ]);
        assert_eq!(person.runs("return seen", &[]).await, screens);
    });
}

/// Opens the choice of a path with ten hours a week from [`learner::MONDAY`].
async fn knows_hours_and_start(person: &Person) {
    let mut document = learner::one_path();
    document["answers"] = json!([{ "decision": "Assess", "visit": 1, "answer": learner::BEGINNER_ANSWER }]);
    learner::opens_file(person, document).await;
    person.click("link", home::CONTINUE).await;
    person.sees("heading", learner::SPECIALISATION).await;
}

async fn ranking(person: &Person) -> Vec<String> {
    let headings = person.within("region", questions::FITS).every("heading").await;
    headings.into_iter().skip(1).map(|heading| heading.name).collect()
}

async fn reads_card(person: &Person, path: &str, facts: &[&str]) {
    let card = person.within("listitem", containing(path));
    for fact in facts {
        card.reads(fact).await;
    }
}
