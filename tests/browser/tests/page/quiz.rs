//! The placement quiz, and the pages about topics and projects.

use std::sync::LazyLock;

use app::{Change, Placement, QuizReply, QuizRun};
use browser_tests::{Key, Person, in_each_browser, in_each_engine};
use roadmap::{NodeId, Roadmap, TopicId};
use testkit::shipped_with_content;
use waymark::text::{content, frame, home, plan, quiz};

use crate::learner;

static ROADMAP: LazyLock<Roadmap> = LazyLock::new(shipped_with_content);

/// Takes a quiz as somebody who knows these topics, with the keyboard alone; returns the number of questions.
async fn takes_quiz(person: &Person, about: &str, known: &[&str]) -> usize {
    let about = NodeId::from(about);
    let mut run = QuizRun::begun(learner::date("2055-01-04"));
    loop {
        let placement = Placement::of(&ROADMAP, &about, &run).unwrap();
        let Some((topic, question)) = placement.next() else { return run.replies.len() };
        person.reads(quiz::position(run.replies.len() + 1, &topic.title)).await;
        let knows = known.contains(&topic.id.as_str());
        let choice = knows.then_some(question.answer);
        let number = choice.unwrap_or(question.options.len()) + 1;
        person.types(&number.to_string()).await;
        person.tabs_to("button", quiz::NEXT).await;
        person.presses(Key::Enter).await;
        let reply = QuizReply { topic: topic.id.clone(), question: question.id.clone(), choice };
        run.replies.push(reply);
    }
}

#[test]
fn somebody_new_to_it_all_is_a_beginner_after_a_few_questions() {
    in_each_engine(async |person| {
        person.click("link", home::START).await;
        person.click("link", quiz::TAKE).await;
        let asked = takes_quiz(&person, "Assess", &[]).await;
        assert!(asked <= 5, "{asked} questions");
        person.sees("heading", quiz::headline(0, 4, roadmap::Minutes::ZERO)).await;
        person.reads(quiz::suggests(learner::BEGINNER)).await;
        person.is_axe_clean().await;
        person.click("button", quiz::TAKE_OVER).await;
        person.sees("heading", learner::SPECIALISATION).await;
        person.goes_back().await;
        person.goes_back().await;
        assert!(person.sees("radio", learner::BEGINNER).await.chosen);
    });
}

#[test]
fn what_somebody_knows_is_left_out_of_the_plan_and_can_be_taken_back() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.reads(learner::done(0, 0, 11)).await;
        person.goes_to("/quiz/Assess").await;
        takes_quiz(&person, "Assess", &["variables", "functions"]).await;
        // 20 of 40 to 80 hours for each of three topics, in the middle.
        person.sees("heading", quiz::headline(2, 4, roadmap::Minutes::hours(40))).await;
        person.reads(quiz::suggests("Some Programming")).await;
        // Each line can be changed before it is taken.
        let functions = person.within("group", "Functions");
        assert!(functions.sees("radio", quiz::KNOWN).await.chosen);
        functions.choose("radio", quiz::TO_LEARN).await;
        person.sees("heading", quiz::headline(1, 4, roadmap::Minutes::hours(20))).await;
        functions.choose("radio", quiz::KNOWN).await;
        person.click("button", quiz::TAKE_OVER).await;
        person.goes_to("/plan").await;
        person.reads(plan::KNOWN).await;
        person.does_not_see("checkbox", "Variables").await;
        person.sees("checkbox", "Classes").await;
        person.click("button", frame::undo(Change::Known)).await;
        person.sees("checkbox", "Variables").await;
    });
}

#[test]
fn a_quiz_can_be_left_continued_and_stopped() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.goes_to("/quiz/AIMLPhase1").await;
        person.click("button", quiz::NEXT).await;
        person.reads(quiz::NOTHING_CHOSEN).await;
        person.choose("radio", quiz::UNSURE).await;
        person.click("button", quiz::NEXT).await;
        person.sees("button", quiz::STOP).await;
        person.reloads().await;
        person.sees("button", quiz::STOP).await;
        person.click("button", quiz::BACK).await;
        person.does_not_see("button", quiz::STOP).await;
        person.choose("radio", quiz::UNSURE).await;
        person.click("button", quiz::NEXT).await;
        person.click("button", quiz::STOP).await;
        person.reads(quiz::taken_on(learner::today(&person).await, 1)).await;
        person.click("button", quiz::AGAIN).await;
        person.does_not_see("button", quiz::STOP).await;
    });
}

#[test]
fn a_topic_page_says_what_to_do() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.click("link", plan::about_item(content::OPEN_TOPIC, "Variables")).await;
        person.sees("heading", "Variables").await;
        let about = &ROADMAP.content().topics[&TopicId::from("variables")];
        let steps = person.within("region", content::STEPS).every("checkbox").await;
        let titles = &ROADMAP.topic(&"variables".into()).unwrap().steps;
        assert!(steps.iter().map(|seen| &seen.name).eq(titles.iter().map(|step| &step.title)));
        let exercise = about.exercise.as_ref().unwrap();
        person.sees("heading", content::exercise(&exercise.title)).await;
        person.does_not_read(&about.questions[0].options[0].why).await;
        person.is_axe_clean().await;
        person.needs_no_sideways_scrolling().await;
        person.goes_to("/project/price-monitor").await;
        person.sees("heading", "Price Monitor").await;
        person.sees("heading", content::DONE_WHEN).await;
        person.is_axe_clean().await;
    });
}
