//! Invalid entries: a message at the field and in a linked summary, and nothing typed is lost.

use app::form::{Field, Refusal};
use browser_tests::{Person, in_each_browser};
use waymark::text::{problems, questions};

use crate::learner::{self, AI_ML};

#[test]
fn what_cannot_be_is_said_and_stays_as_typed() {
    in_each_browser(async |person| {
        learner::begins(&person).await;
        nothing_is_chosen(&person).await;
        learner::chooses_path(&person, &AI_ML).await;
        hours_cannot_be(&person).await;
        person.sees("heading", questions::CHECK_TITLE).await;
        person.goes_to("/start").await;
        start_cannot_be(&person).await;
        person.sees("heading", questions::CHECK_TITLE).await;
        person.goes_to("/time-off").await;
        dates_off_cannot_be(&person).await;
        person.sees("heading", questions::CHECK_TITLE).await;
        person.goes_to("/target").await;
        target_cannot_be(&person).await;
        person.sees("heading", questions::CHECK_TITLE).await;
    });
}

async fn nothing_is_chosen(person: &Person) {
    person.click("button", questions::CONTINUE).await;
    let message = learner::problem(Field::Choice, Refusal::NothingChosen);
    person.is_on("alert", problems::SUMMARY).await;
    assert_eq!(person.sees("group", learner::BACKGROUND).await.description, message);
    person.within("alert", problems::SUMMARY).click("button", &message).await;
    person.is_on("radio", learner::BEGINNER).await;
}

async fn hours_cannot_be(person: &Person) {
    for day in ["Monday", "Thursday"] {
        person.type_into("textbox", day, "0").await;
    }
    refused(person, &[("Monday", "0", learner::problem(Field::Hours(0), Refusal::NoHours))]).await;
    person.type_into("textbox", "Tuesday", "25").await;
    person.type_into("textbox", "Saturday", "all day").await;
    refused(
        person,
        &[
            ("Tuesday", "25", learner::problem(Field::Hours(1), Refusal::OverADay)),
            ("Saturday", "all day", learner::problem(Field::Hours(5), Refusal::NotHours)),
        ],
    )
    .await;
    assert_eq!(person.sees("textbox", "Thursday").await.value, "0");
    person.type_into("textbox", "Tuesday", "1:30").await;
    person.type_into("textbox", "Saturday", "2,5").await;
    person.does_not_see("alert", problems::SUMMARY).await;
    person.click("button", questions::CONTINUE).await;
}

async fn start_cannot_be(person: &Person) {
    person.sees("heading", questions::START_TITLE).await;
    let no_such_day = Refusal::NoSuchDay { year: 2055, month: 2, day: 30, last: 28 };
    let either = Refusal::AmbiguousDate {
        day_first: learner::date("2055-05-04"),
        month_first: learner::date("2055-04-05"),
    };
    for (text, why) in [("30 February 2055", no_such_day), ("4/5/2055", either), ("soon", Refusal::NotADate)]
    {
        person.type_into("textbox", questions::START_LABEL, text).await;
        refused(person, &[(questions::START_LABEL, text, learner::problem(Field::Start, why))]).await;
    }
    person.type_into("textbox", questions::START_LABEL, "4.1.2055").await;
    person.click("button", questions::CONTINUE).await;
}

async fn dates_off_cannot_be(person: &Person) {
    person.sees("heading", questions::OFF_TITLE).await;
    person.type_into("textbox", questions::OFF_FROM, "2 April 2055").await;
    person.type_into("textbox", questions::OFF_TO, "25 March 2055").await;
    person.click("button", questions::OFF_ADD).await;
    person.type_into("textbox", questions::off_field(1, questions::OFF_FROM), "1 May 2055").await;
    refused(
        person,
        &[
            (
                questions::OFF_TO,
                "25 March 2055",
                learner::problem(Field::OffTo(0), Refusal::EndsBeforeStart(learner::date("2055-04-02"))),
            ),
            (
                &questions::off_field(1, questions::OFF_TO),
                "",
                learner::problem(Field::OffTo(1), Refusal::OtherEndMissing),
            ),
        ],
    )
    .await;
    assert_eq!(person.sees("textbox", questions::OFF_FROM).await.value, "2 April 2055");
    person.type_into("textbox", questions::OFF_TO, "2 April 2055").await;
    person.click("button", questions::off_remove(1)).await;
    person.click("button", questions::CONTINUE).await;
}

async fn target_cannot_be(person: &Person) {
    person.sees("heading", questions::TARGET_TITLE).await;
    person.type_into("textbox", questions::TARGET_LABEL, "3 January 2055").await;
    let message = learner::problem(Field::Target, Refusal::TargetBeforeStart(learner::date("2055-01-04")));
    refused(person, &[(questions::TARGET_LABEL, "3 January 2055", message)]).await;
    person.type_into("textbox", questions::TARGET_LABEL, "").await;
    person.click("button", questions::CONTINUE).await;
}

/// Tries to continue, and checks each field's value and error message, also by way of the summary.
async fn refused(person: &Person, wrong: &[(&str, &str, String)]) {
    person.click("button", questions::CONTINUE).await;
    let summary = person.within("alert", problems::SUMMARY);
    for (field, typed, message) in wrong {
        // The summary gets the focus after each try, so that screen readers announce it.
        person.click("button", questions::CONTINUE).await;
        person.is_on("alert", problems::SUMMARY).await;
        summary.click("button", message).await;
        let focused = person.is_on("textbox", *field).await;
        assert_eq!(focused.value, *typed, "{field}");
        assert!(focused.invalid, "{field} is not marked");
        assert!(focused.description.ends_with(message), "{field} says: {}", focused.description);
    }
    assert_eq!(summary.every("button").await.len(), wrong.len());
    let marked = person.every("textbox").await.into_iter().filter(|field| field.invalid).count();
    assert_eq!(marked, wrong.len());
}
