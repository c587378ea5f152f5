//! A copy of the page with a plan inside: it starts, its policy holds, and the plan comes out as it went in.

use browser_tests::{Person, Variant, in_each_browser, in_each_browser_at, page_text};
use serde_json::{Value, json};

use crate::learner;

/// A plan full of what could end the block it stands in, or mean something where it must not.
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
    person.sees("heading", learner::HOME).await;
    let copy = person.runs("return waymark.pageWith(arguments[0])", &[plan.to_string().into()]).await;
    copy.as_str().expect("the page is a text").to_owned()
}

#[test]
fn a_copy_starts_and_holds_its_plan() {
    let made = std::cell::RefCell::new(vec![]);
    in_each_browser(async |person| {
        // What others put into the page does not go along.
        let meddle = "
            document.head.append(document.createElement('style'));
            document.body.prepend(document.createElement('aside'));
            document.querySelector('title').textContent = 'Something else';";
        person.sees("heading", learner::HOME).await;
        person.runs(meddle, &[]).await;
        let copy = copy_of(&person, &troublesome()).await;
        made.borrow_mut().push(copy);
        person.misdeeds().await;
    });
    for copy in made.take() {
        is_the_page_but_for_the_plan(&copy);
        in_each_browser_at(&Variant::of(&copy).path(), async |person| {
            person.sees("heading", learner::HOME).await;
            let inside = "return JSON.parse(document.getElementById('plan-inside').textContent)";
            assert_eq!(person.runs(inside, &[]).await, troublesome());
            person.did_not_reach_out().await;
            let again = copy_of(&person, &json!({ "other": "</script>" })).await;
            is_the_page_but_for_the_plan(&again);
            assert!(again.contains(r#"{"other":"\u003c/script>"}"#));
        });
    }
}

/// What is left without the one block is the built page, byte for byte.
fn is_the_page_but_for_the_plan(copy: &str) {
    let (before, rest) =
        copy.split_once("<script type=\"application/json\" id=\"plan-inside\">").expect("the block is there");
    let (_, after) = rest.split_once("</script>\n").expect("the block ends");
    assert!(
        format!("{before}{after}") == page_text(),
        "the copy differs from the page in more than the plan"
    );
}
