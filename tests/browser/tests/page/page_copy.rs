//! A copy of the page with a plan inside: it starts, its policy holds, and the plan is unchanged.

use browser_tests::{Person, Variant, containing, in_each_engine, in_each_engine_at, page_text};
use serde_json::{Value, json};
use waymark::text::{digest, frame, home, keep, offer, plan};

use crate::learner;

/// A plan full of characters that could end its script block or be interpreted.
fn troublesome() -> Value {
    json!({
        "</script><script>alert(1)</script>": "<!-- <script> -->",
        "lines": "\u{2028}\u{2029}\r\n\t\u{0}\u{feff}",
        "quotes": "\"'`\\ $& $1 ${a} &lt;&amp;",
        "emoji": "👩‍🎓🏔️ é e\u{301}",
        "]]>": ["</SCRIPT ", "</style>", "\\u003c"],
    })
}

async fn copy_of(person: &Person, plan: &Value) -> String {
    person.sees("heading", home::TITLE).await;
    let copy = person.runs("return waymark.pageWith(arguments[0])", &[plan.to_string().into()]).await;
    copy.as_str().expect("the page is a text").to_owned()
}

#[test]
fn a_copy_starts_and_holds_its_plan() {
    let made = std::cell::RefCell::new(vec![]);
    in_each_engine(async |person| {
        // Elements that extensions put into the page are not copied.
        let meddle = "
            document.head.append(document.createElement('style'));
            document.body.prepend(document.createElement('aside'));
            document.querySelector('title').textContent = 'Something else';";
        person.sees("heading", home::TITLE).await;
        person.runs(meddle, &[]).await;
        let copy = copy_of(&person, &troublesome()).await;
        made.borrow_mut().push(copy);
        person.page_errors().await;
    });
    for copy in made.take() {
        is_the_page_but_for_the_plan(&copy);
        in_each_engine_at(&Variant::of(&copy).path(), async |person| {
            person.sees("heading", home::TITLE).await;
            let inside = "return JSON.parse(document.getElementById('plan-inside').textContent)";
            assert_eq!(person.runs(inside, &[]).await, troublesome());
            person.did_not_reach_out().await;
            let again = copy_of(&person, &json!({ "other": "</script>" })).await;
            is_the_page_but_for_the_plan(&again);
            assert!(again.contains(r#"{"other":"\u003c/script>"}"#));
        });
    }
}

/// Without its one block a copy is the built page, byte for byte.
fn is_the_page_but_for_the_plan(copy: &str) {
    let (before, rest) =
        copy.split_once("<script type=\"application/json\" id=\"plan-inside\">").expect("the block is there");
    let (_, after) = rest.split_once("</script>\n").expect("the block ends");
    assert!(
        format!("{before}{after}") == page_text(),
        "the copy differs from the page in more than the plan"
    );
}

#[test]
fn a_copy_offers_its_plan_and_never_puts_it_in_the_place_of_another() {
    let made = std::cell::RefCell::new(vec![]);
    in_each_engine(async |person| {
        learner::opens_plan(&person, learner::two_paths()).await;
        person.choose("checkbox", "Variables").await;
        person.picks(frame::MENU, frame::KEEP).await;
        person.click("button", keep::COPY).await;
        let file = person.downloaded().await;
        made.borrow_mut().push(String::from_utf8(file.bytes).expect("the page is text"));
    });
    for copy in made.take() {
        is_the_page_but_for_the_plan(&copy);
        in_each_engine_at(&Variant::of(&copy).path(), async |person| {
            // With empty storage.
            person.sees("heading", OFFERED).await;
            person
                .within("row", containing(digest::PATHS))
                .reads(learner::list(&["AI/ML Path", "Data Analytics"]))
                .await;
            person.is_axe_clean().await;
            person.click("button", offer::OPEN).await;
            learner::goes_to_the_plan(&person).await;
            person.reads(plan::done_of(1, 18)).await;
            assert!(person.sees("checkbox", "Variables").await.chosen);
            person.reads(frame::SAVED).await;
            person.reloads().await;
            person.sees("heading", plan::TITLE).await;
            person.reads(plan::done_of(1, 18)).await;

            // With another plan stored, that one stays until the learner decides.
            person.picks(frame::MENU, frame::KEEP).await;
            learner::opens_another_plan(&person, learner::one_path()).await;
            person.reads(frame::SAVED).await;
            person.reloads().await;
            learner::goes_to_the_plan(&person).await;
            person.reads(plan::done_of(0, 11)).await;
            person.picks(frame::MENU, frame::KEEP).await;
            person.click("button", keep::INSIDE).await;
            person.sees("heading", OFFERED).await;
            person.click("button", offer::KEEP).await;
            learner::goes_to_the_plan(&person).await;
            person.reads(plan::done_of(0, 11)).await;
            person.did_not_reach_out().await;
        });
    }
}

const OFFERED: &str = "There is a plan inside this file";
