//! No screen is wider than its window: on a small phone, with large letters, and with the longest words.

use std::cell::RefCell;

use browser_tests::{Person, in_each_browser};

use crate::every_screen::{Part, walks};

#[test]
fn no_screen_is_wider_than_its_window() {
    in_each_browser(async |person| is_never_too_wide(&person, Part::Plan).await);
}

#[test]
fn the_map_and_the_roadmaps_are_no_wider_than_their_window() {
    in_each_browser(async |person| is_never_too_wide(&person, Part::MapAndRoadmaps).await);
}

/// What the page has to fit into its window.
#[derive(Clone, Copy, Debug)]
enum Setting {
    /// 320 pixels: a small phone, or 1280 pixels magnified to 400 %.
    SmallWindow,
    /// Letters of twice the usual size on a phone.
    LargeLetters,
    /// 120 letters without a place to break, in every text on a phone.
    LongWords,
}

impl Setting {
    const ALL: [Self; 3] = [Self::SmallWindow, Self::LargeLetters, Self::LongWords];

    fn width(self) -> u32 {
        match self {
            Self::SmallWindow => 320,
            Self::LargeLetters | Self::LongWords => 390,
        }
    }

    /// A script that brings the setting about, and one that takes it back.
    fn scripts(self) -> [&'static str; 2] {
        match self {
            Self::SmallWindow => ["", ""],
            Self::LargeLetters => [
                "document.documentElement.style.fontSize = '32px';",
                "document.documentElement.style.fontSize = '';",
            ],
            Self::LongWords => [
                "
                window.lengthened = [];
                const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                while (texts.nextNode()) {
                    const text = texts.currentNode;
                    if (text.data.trim() && !text.parentElement.closest('svg, script, style')) {
                        window.lengthened.push([text, text.data]);
                        text.data += 'w'.repeat(120);
                    }
                }",
                "window.lengthened.forEach(([text, before]) => { text.data = before; });",
            ],
        }
    }
}

/// Goes on after a screen that is too wide, so that all of them are reported at once.
async fn is_never_too_wide(person: &Person, part: Part) {
    let found = RefCell::new(vec![]);
    walks(person, part, async |screen| {
        for setting in Setting::ALL {
            let [begin, end] = setting.scripts();
            person.window(setting.width(), 740).await;
            person.runs(begin, &[]).await;
            let out = person.sticking_out().await;
            found.borrow_mut().extend(out.into_iter().map(|line| format!("{screen}, {setting:?}: {line}")));
            person.screenshot(&format!("{screen}-{setting:?}")).await;
            person.runs(end, &[]).await;
        }
    })
    .await;
    let found = found.take();
    assert!(found.is_empty(), "in {}, wider than the window:\n{}", person.browser(), found.join("\n"));
}
