//! Blocked storage and unreadable data: both are reported, and nothing is destroyed.

use browser_tests::in_each_engine;
use waymark::text::{frame, keep};

use crate::learner;

const PLAN_KEY: &str = "waymark.plan";

#[test]
fn where_storage_is_blocked_the_page_says_so_and_works_on() {
    in_each_engine(async |person| {
        person.blocks_storage().await;
        let blocked = format!("{} {}", frame::NOTHING_SAVED, keep::BLOCKED);
        person.within("alert", "").reads(&blocked).await;
        person.is_axe_clean().await;
        learner::begins(&person).await;
        learner::answers(&person, learner::BACKGROUND, learner::BEGINNER).await;
        person.sees("heading", learner::SPECIALISATION).await;
        person.picks(frame::MENU, frame::KEEP).await;
        person.sees("heading", keep::TITLE).await;
        person.reads(&blocked).await;
        person.click("button", frame::DOWNLOAD_NOW).await;
        let file = String::from_utf8(person.downloaded().await.bytes).expect("the file is text");
        assert!(file.contains(learner::BEGINNER_ANSWER), "the file has no answer: {file}");
    });
}

#[test]
fn what_cannot_be_read_is_set_aside_and_never_lost() {
    in_each_engine(async |person| {
        person.puts_in_storage(PLAN_KEY, "not json").await;
        person.reloads().await;
        person.reads(keep::SET_ASIDE_WHY).await;
        person.is_axe_clean().await;
        learner::begins(&person).await;
        learner::answers(&person, learner::BACKGROUND, learner::BEGINNER).await;
        person.reads(frame::SAVED).await;

        person.restarts_the_browser().await;
        person.picks(frame::MENU, frame::KEEP).await;
        person.sees("heading", keep::SET_ASIDE_TITLE).await;
        person.is_axe_clean().await;
        person.click("button", keep::set_aside_download("waymark.set-aside.1.txt")).await;
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
        person.reads(keep::NEWER).await;
        learner::begins(&person).await;
        learner::answers(&person, learner::BACKGROUND, learner::BEGINNER).await;
        person.sees("heading", learner::SPECIALISATION).await;
        assert_eq!(person.in_storage(PLAN_KEY).await.as_deref(), Some(newer));
    });
}
