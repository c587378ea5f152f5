//! The start of the old page and of the new one, in turn, each time in a new window.

use std::path::Path;

use browser_tests::Person;
use serde_json::json;
use waymark::text::{frame, keep};

use super::{awaits, number, opens, prints};

const ROUNDS: usize = 15;

/// Times both from the beginning of the navigation until the first heading of a screen is painted.
pub async fn compare(person: &Person, pages: &[String; 2]) {
    let mut times = [const { Vec::new() }; 2];
    for _ in 0..ROUNDS {
        for (page, times) in pages.iter().zip(&mut times) {
            opens(person, page).await;
            times.push(number(person, "return await firstHeading").await);
        }
    }
    prints("start", "first heading", &mut times);
}

/// Times the old page with nothing stored, its fastest start, and the new one as it opens on today with a plan.
pub async fn compare_with_plan(person: &Person, [old, new]: &[String; 2], plan: &Path) {
    person.chooses_file(keep::OPEN, plan).await;
    person.reads(frame::SAVED).await;
    let stored = person.runs("return JSON.stringify(localStorage)", &[]).await;
    let bring_back = "Object.assign(localStorage, JSON.parse(arguments[0]))";
    let mut times = [const { Vec::new() }; 2];
    for _ in 0..ROUNDS {
        awaits(person, EMPTY).await;
        opens(person, old).await;
        times[0].push(number(person, "return await firstHeading").await);
        person.runs(bring_back, &[json!(stored)]).await;
        opens(person, new).await;
        times[1].push(number(person, "return await firstHeading").await);
        assert_eq!(person.screen().await, "/today", "there is a plan");
    }
    prints("start", "first heading of Today, with a plan", &mut times);
}

/// Empties what the browser keeps for pages.
const EMPTY: &str = "
    localStorage.clear();
    await new Promise((done) => {
        const request = indexedDB.deleteDatabase('waymark');
        request.onsuccess = request.onerror = request.onblocked = done;
    });";
