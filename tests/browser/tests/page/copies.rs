//! The second copy of what is saved, in the browser's database.

use browser_tests::{Capability, Person, Variant, in_each_engine, in_each_engine_at};
use serde_json::{Value, json};
use waymark::text::{frame, home, plan};

use crate::learner;

/// Calls the page's script; a rejection becomes a text.
async fn answer(person: &Person, call: &str, given: &[Value]) -> Value {
    let script = format!(
        "const done = arguments[arguments.length - 1];
        waymark.copies.{call}.then(done, (why) => done('refused: ' + why));"
    );
    person.runs_until_done(&script, given).await
}

async fn write(person: &Person, revision: u64, text: &str) -> Value {
    answer(person, "write(arguments[0], arguments[1])", &[json!(revision), json!(text)]).await
}

async fn read(person: &Person) -> Value {
    answer(person, "read()", &[]).await
}

#[test]
fn the_copy_with_the_highest_revision_is_kept() {
    in_each_engine(async |person| {
        person.sees("heading", home::TITLE).await;
        let first = 1 << 40;
        assert_eq!(write(&person, first + 7, "seven 😀\u{0}").await, true);
        assert_eq!(read(&person).await, "seven 😀\u{0}");
        assert_eq!(write(&person, first + 6, "six").await, false);
        assert_eq!(read(&person).await, "seven 😀\u{0}");
        assert_eq!(write(&person, first + 7, "seven again").await, true);
        assert_eq!(write(&person, first + 8, "eight").await, true);
        person.reloads().await;
        assert_eq!(read(&person).await, "eight");
        if person.can(Capability::KeepsStorage) {
            person.restarts_the_browser().await;
            assert_eq!(read(&person).await, "eight");
        }
    });
}

#[test]
fn a_database_that_is_blocked_or_never_answers_is_told_in_time() {
    let silent = "IDBFactory.prototype.open = () => ({});";
    let blocked = "IDBFactory.prototype.open = () => { throw new Error('blocked') };";
    let absent = "Object.defineProperty(window, 'indexedDB', { get() { throw new Error('blocked') } });";
    for script in [silent, blocked, absent] {
        // Where nothing is stored, there is more time.
        let script = format!("localStorage.setItem('waymark.odd', 'stored'); {script}");
        in_each_engine_at(&Variant::with_script(&script).path(), async |person| {
            person.sees("heading", home::TITLE).await;
            let start = std::time::Instant::now();
            let said = read(&person).await;
            assert!(said.as_str().is_some_and(|said| said.starts_with("refused: ")), "{said}");
            assert!(start.elapsed().as_millis() < 3000);
            learner::begins(&person).await;
        });
    }
}

#[test]
fn the_copy_gets_more_time_where_it_may_be_all_that_is_left() {
    let script = "
        const wait = setTimeout;
        window.delays = [];
        window.setTimeout = (deed, delay, ...rest) => {
            delays.push(delay);
            return wait(deed, delay, ...rest);
        };";
    in_each_engine_at(&Variant::with_script(script).path(), async |person| {
        let waits =
            async |delay: u32| person.runs("return delays.includes(arguments[0])", &[json!(delay)]).await;
        person.sees("heading", home::TITLE).await;
        assert_eq!((waits(5000).await, waits(1500).await), (json!(true), json!(false)));
        learner::opens_plan(&person, learner::one_path()).await;
        person.reads(frame::SAVED).await;
        person.reloads().await;
        person.sees("heading", plan::TITLE).await;
        assert_eq!((waits(5000).await, waits(1500).await), (json!(false), json!(true)));
    });
}
