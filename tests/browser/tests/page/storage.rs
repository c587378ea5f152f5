//! Storage that is blocked or holds what cannot be read: it is said, and nothing is destroyed.

use browser_tests::in_each_engine;

use crate::learner;

const PLAN_KEY: &str = "waymark.plan";

#[test]
fn where_storage_is_blocked_the_page_says_so_and_works_on() {
    in_each_engine(async |person| {
        person.blocks_storage().await;
        let blocked = "Nothing is being saved. This browser does not let the page store anything";
        person.within("alert", "").reads(blocked).await;
        person.is_axe_clean().await;
        learner::begins(&person).await;
        learner::answers(&person, learner::BACKGROUND, learner::BEGINNER).await;
        person.sees("heading", learner::SPECIALISATION).await;
        person.click("link", learner::KEEP).await;
        person.sees("heading", learner::KEEP).await;
        person.reads(blocked).await;
        person.click("button", "Download your plan now").await;
        let file = String::from_utf8(person.downloaded().await.bytes).expect("the file is text");
        assert!(file.contains(learner::BEGINNER), "the file has no answer: {file}");
    });
}

#[test]
fn what_cannot_be_read_is_set_aside_and_never_lost() {
    in_each_engine(async |person| {
        person.puts_in_storage(PLAN_KEY, "not json").await;
        person.reloads().await;
        person.reads("A plan stored in this browser could not be read. It is kept untouched").await;
        person.is_axe_clean().await;
        learner::begins(&person).await;
        learner::answers(&person, learner::BACKGROUND, learner::BEGINNER).await;
        person.reads("Saved in this browser").await;

        person.restarts_the_browser().await;
        person.click("link", learner::KEEP).await;
        person.sees("heading", "Kept as it was found").await;
        person.is_axe_clean().await;
        person.click("button", "Download waymark.set-aside.1.txt").await;
        let file = person.downloaded().await;
        assert_eq!(
            (file.name.as_str(), file.bytes.as_slice()),
            ("waymark.set-aside.1.txt", &b"not json"[..])
        );
    });
}

#[test]
fn what_a_newer_page_stored_is_left_alone() {
    in_each_engine(async |person| {
        let newer = r#"{"waymark_saved":99,"thoughts":["of another kind"]}"#;
        person.puts_in_storage(PLAN_KEY, newer).await;
        person.reloads().await;
        person.reads("made by a newer version of this page, so it is left untouched").await;
        learner::begins(&person).await;
        learner::answers(&person, learner::BACKGROUND, learner::BEGINNER).await;
        person.sees("heading", learner::SPECIALISATION).await;
        assert_eq!(person.in_storage(PLAN_KEY).await.as_deref(), Some(newer));
    });
}
