//! What the page reports as saved survives a kill of the browser.

use std::cell::Cell;
use std::env;
use std::time::Duration;

use browser_tests::{Capability, Engine, Person, in_each_engine};
use waymark::text::{frame, home};

/// Kills per browser unless `WAYMARK_KILLS` is set.
const KILLS: u32 = 3;

/// Kills before a new profile.
const IN_ONE_PROFILE: u32 = 10;

/// Delays between the page's message and the kill, in milliseconds, used in turn: browsers flush storage to disk
/// some time after the write, and each stage of that is hit.
const WAITS: [u64; 5] = [0, 20, 100, 500, 1_500];

#[test]
fn what_was_said_to_be_saved_outlives_the_kill() {
    let wanted =
        env::var("WAYMARK_KILLS").map_or(KILLS, |text| text.parse().expect("WAYMARK_KILLS is a number"));
    let (kills, lost) = (Cell::new(0), Cell::new(0));
    let profiles = wanted.div_ceil(IN_ONE_PROFILE);
    for profile in 0..profiles {
        let in_this = IN_ONE_PROFILE.min(wanted - profile * IN_ONE_PROFILE);
        in_each_engine(async |person| {
            // Firefox takes three times as long to start, so it has fewer rounds.
            let is_wanted = person.browser() == Engine::Chromium || profile == 0;
            if person.can(Capability::KeepsStorage) && is_wanted {
                is_there(&person).await;
                for round in 0..in_this {
                    kills.set(kills.get() + 1);
                    if !survives(&person, round).await {
                        eprintln!("{}: kill {round} in profile {profile} lost an edit", person.browser());
                        lost.set(lost.get() + 1);
                    }
                }
            }
        });
    }
    println!("killed\t{}\t{}", kills.get(), lost.get());
    assert_eq!(lost.get(), 0, "of {} kills", kills.get());
}

/// Makes an entry, waits until the page reports it as saved, kills the browser, and checks the entry.
async fn survives(person: &Person, round: u32) -> bool {
    let said = format!("{}", round + 1);
    person.goes_to("/hours").await;
    person.type_into("textbox", "Monday", &said).await;
    person.reads(frame::SAVED).await;
    let wait = WAITS[round as usize % WAITS.len()];
    tokio::time::sleep(Duration::from_millis(wait)).await;
    person.kills_the_browser().await;
    is_there(person).await;
    person.goes_to("/hours").await;
    person.sees("textbox", "Monday").await.value == said
}

/// Waits for the first screen.
async fn is_there(person: &Person) {
    person.sees("heading", home::TITLE).await;
}
