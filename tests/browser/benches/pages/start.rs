//! The start of the old page and of the new one, in turn, each time in a new window.

use browser_tests::Person;

use super::{number, opens, prints};

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
