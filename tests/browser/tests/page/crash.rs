//! If the program stops or cannot start, the page says so, offers what is stored as a download, and saves nothing more.

use browser_tests::{
    Person, Theme, Variant, allowing_its_scripts, in_each_browser, in_each_browser_at, in_each_engine,
    in_each_engine_at, page_text, pictures_are_wanted,
};
use serde_json::{Value, json};
use waymark::text::{frame, guide, home, keep, plan};

use crate::learner;

// Words of static/crash.js and index.html.
pub const STOPPED: &str = "Waymark has stopped";
const NOT_STARTED: &str = "Waymark could not start";
const DOWNLOAD: &str = "Download my data";
const SAFE: &str = "Start without my plan";
const UNREADABLE: &str = "The program in this file could not be read";
const KEPT: &str = "Everything saved so far is safe.";
const RELOAD: &str = "Reload";
const COPY: &str = "Copy the report";
const COPIED: &str = "The report is ";
const HANDED_OUT: &str = "Your data was downloaded as ";
const SECOND_TIME: &str = "the second time in a minute";
const GET_A_FRESH_COPY: &str = "Get a fresh copy of this file";
const CANNOT_READ: &str = "The browser doesn’t let Waymark read what is stored";
const SLOW: &str = "This takes longer than usual";
const STARTING: &str = "If Waymark doesn’t appear here";

/// Returns everything in local storage.
const STORED: &str = "return Object.fromEntries(Object.entries(localStorage))";

/// Makes the program, and nothing else, panic as soon as it renders something new, and measures the time from the
/// click to the crash screen.
const BREAK: &str = "
    for (const [owner, name] of [[Document, 'createElement'], [Node, 'cloneNode']]) {
        const real = owner.prototype[name];
        owner.prototype[name] = function (...given) {
            const error = new Error('broken on purpose');
            if (/wasm/.test(error.stack)) { throw error }
            return real.apply(this, given);
        };
    }
    addEventListener('click', () => { window.clickedAt ??= performance.now() }, true);
    new MutationObserver(() => {
        if (document.querySelector('h1')?.textContent === 'Waymark has stopped') {
            window.saidAfter ??= performance.now() - window.clickedAt;
        }
    }).observe(document.body, { childList: true, subtree: true });";

async fn panics(person: &Person) {
    panics_at(person, frame::GUIDE).await;
}

/// Follows a link while the program is broken.
async fn panics_at(person: &Person, link: &str) {
    // Its learning content, which a page unpacks by itself soon after it is opened, would meet the broken program first.
    person.runs_until_done("setTimeout(arguments[arguments.length - 1], 1500)", &[]).await;
    person.runs(BREAK, &[]).await;
    person.click("link", link).await;
    person.is_on("heading", STOPPED).await;
}

/// Takes the errors that the test provoked, so that they do not fail it.
async fn errors_were_expected(person: &Person) {
    assert!(!person.page_errors().await.is_empty(), "in {}, nothing was noted", person.browser());
}

async fn hands_out(person: &Person, stored: &Value) {
    person.click("button", DOWNLOAD).await;
    let file = person.downloaded().await;
    assert!(file.name.starts_with("waymark-data-2") && file.name.ends_with(".json"), "{}", file.name);
    assert_eq!(file.name.len(), "waymark-data-2026-11-22.json".len());
    let content: Value = serde_json::from_slice(&file.bytes).expect("the file is JSON");
    assert_eq!(content["waymark_raw"], 1);
    assert_eq!(&content["local_storage"], stored, "in {}", person.browser());
    assert!(content["saved_at"].as_str().is_some_and(|at| at.ends_with('Z')), "{content}");
    person.reads(format!("{HANDED_OUT}{}", file.name)).await;
}

#[test]
fn a_panic_is_said_at_once_and_what_is_stored_is_handed_out() {
    in_each_engine(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.reads(frame::SAVED).await;
        person.puts_in_storage("waymark.odd", "\u{0}\u{2028}\"</script>😀").await;
        let stored = person.runs(STORED, &[]).await;
        panics(&person).await;
        let after = person.runs("return window.saidAfter", &[]).await;
        assert!(after.as_f64().is_some_and(|after| after < 1000.0), "said after {after} ms");
        person.within("alert", "").reads(KEPT).await;
        hands_out(&person, &stored).await;
        assert_eq!(person.runs(STORED, &[]).await, stored);

        let text = person.text().await;
        for said in ["panicked at ", "Browser: Mozilla/5.0", "Stored: waymark.odd, ", "Time: 2"] {
            assert!(text.contains(said), "{said} is not in the report:\n{text}");
        }
        let address = person.runs("return location.pathname", &[]).await;
        let (folder, name) = address.as_str().and_then(|path| path.rsplit_once('/')).expect("a path");
        assert!(text.contains(&format!("Page: {name}#")) && !text.contains(folder), "{text}");
        person.click("button", COPY).await;
        person.reads(COPIED).await;
        errors_were_expected(&person).await;

        person.click("button", RELOAD).await;
        person.sees("heading", guide::TITLE).await;
        person.goes_to("/plan").await;
        person.sees("heading", plan::TITLE).await;
    });
}

#[test]
fn after_a_crash_nothing_is_saved_whatever_happens() {
    in_each_engine(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.reads(frame::SAVED).await;
        // Events that listeners of the program might still react to after the crash.
        person.runs("window.heard = []", &[]).await;
        let kinds =
            json!(["hashchange", "focus", "storage", "visibilitychange", "pagehide", "keydown", "popstate"]);
        let listen = "
            for (const kind of arguments[0]) {
                window.addEventListener(kind, () => window.heard.push(kind));
                document.addEventListener(kind, () => window.heard.push(kind));
            }";
        person.runs(listen, std::slice::from_ref(&kinds)).await;
        panics(&person).await;
        let stored = person.runs(STORED, &[]).await;
        let fire = "
            window.heard = [];
            for (const kind of arguments[0]) {
                document.querySelector('h1').dispatchEvent(new Event(kind, { bubbles: true }));
                document.dispatchEvent(new Event(kind, { bubbles: true }));
                window.dispatchEvent(new Event(kind));
            }
            location.hash = '/plan';
            for (const deed of [
                () => localStorage.setItem('waymark.plan', 'overwritten'),
                () => localStorage.removeItem('waymark.plan'),
                () => localStorage.clear(),
            ]) {
                try { deed(); window.heard.push('deed') } catch {}
            }";
        person.runs(fire, &[kinds]).await;
        let write = "
            const done = arguments[arguments.length - 1];
            setTimeout(() => waymark.copies.write(99, 'overwritten').then(() => done('written'), () => done(heard)), 300)";
        assert_eq!(person.runs_until_done(write, &[]).await, json!([]));
        assert_eq!(person.runs(STORED, &[]).await, stored);
        person.sees("heading", STOPPED).await;
        errors_were_expected(&person).await;
    });
}

#[test]
fn when_memory_runs_out_that_is_said_too() {
    let variant = Variant::with_script(
        "const real = WebAssembly.instantiateStreaming;
        WebAssembly.instantiateStreaming = async (...given) => {
            const made = await real(...given);
            window.programMemory = made.instance.exports.memory;
            return made;
        };",
    );
    in_each_engine_at(&variant.path(), async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.reads(frame::SAVED).await;
        let stored = person.runs(STORED, &[]).await;
        let fill = "
            for (let pages = 16384; pages >= 1; ) {
                try { programMemory.grow(pages) } catch { pages = Math.floor(pages / 2) }
            }
            const field = [...document.querySelectorAll('input')].find((input) => input.type === 'text');
            Object.defineProperty(field, 'value', { value: 'x'.repeat(40000000) });
            field.dispatchEvent(new Event('input', { bubbles: true }));";
        person.runs(fill, &[]).await;
        person.is_on("heading", STOPPED).await;
        hands_out(&person, &stored).await;
        assert_eq!(person.runs(STORED, &[]).await, stored);
        person.page_errors().await;
    });
}

/// Opens a page that cannot start, and reads the reason on it.
fn says_why_it_cannot_start(page: &Variant, reason: &str) {
    in_each_engine_at(&page.path(), async |person| {
        person.is_on("heading", NOT_STARTED).await;
        person.within("alert", "").reads(reason).await;
        person.within("alert", "").reads(KEPT).await;
        person.reads(GET_A_FRESH_COPY).await;
        assert_eq!(person.every("heading").await.len(), 2);
        person.page_errors().await;
    });
}

#[test]
fn a_browser_that_lacks_something_is_told() {
    for needed in ["WebAssembly", "DecompressionStream"] {
        let page = Variant::with_script(&format!("delete window.{needed};"));
        says_why_it_cannot_start(&page, &format!("This browser has no {needed}."));
    }
}

/// Byte offsets well inside the main script and inside the program.
fn inside_the_main_script(page: &str) -> usize {
    page.find("async function start(").expect("the page has the loader")
}

fn inside_the_program(page: &str) -> usize {
    page.find("<script type=\"application/gzip\">").expect("the page carries a program") + 50_000
}

/// The page with a different character at this offset.
fn damaged(at: fn(&str) -> usize, other: &str) -> Variant {
    let mut page = page_text();
    let at = at(&page);
    let other = if page[at..].starts_with(other) { "b" } else { other };
    page.replace_range(at..=at, other);
    Variant::of(&page)
}

/// The page truncated at this offset.
fn cut_short(at: fn(&str) -> usize) -> Variant {
    let page = page_text();
    Variant::of(&page[..at(&page)])
}

#[test]
fn a_damaged_file_is_told() {
    let changed = "This file was changed or damaged after it was made";
    says_why_it_cannot_start(&damaged(inside_the_main_script, "x"), changed);
    says_why_it_cannot_start(&cut_short(inside_the_main_script), UNREADABLE);
    let program = "The program in this file is damaged.";
    says_why_it_cannot_start(&damaged(inside_the_program, "x"), program);
    // Not base64 at all.
    says_why_it_cannot_start(&damaged(inside_the_program, "!"), program);
    says_why_it_cannot_start(&cut_short(inside_the_program), program);
}

#[test]
fn a_browser_that_does_not_know_the_language_is_told() {
    let page = page_text();
    let (at, _) = page.rmatch_indices("<script>").next().expect("the page has a script");
    let page = format!("{}<script>let = of the future;{}", &page[..at], &page[at + "<script>".len()..]);
    says_why_it_cannot_start(&Variant::of(&allowing_its_scripts(&page)), UNREADABLE);
}

#[test]
fn a_long_start_is_said_and_forgotten() {
    let page = Variant::with_script(
        "const wait = setTimeout;
        window.setTimeout = (deed, time, ...rest) => wait(deed, time === 20000 ? 200 : time, ...rest);
        const real = WebAssembly.instantiateStreaming;
        WebAssembly.instantiateStreaming = async (...given) => {
            await new Promise((done) => wait(done, 4000));
            return real(...given);
        };",
    );
    in_each_engine_at(&page.path(), async |person| {
        person.within("status", "").reads(SLOW).await;
        person.sees("heading", home::TITLE).await;
        person.does_not_read(SLOW).await;
        person.does_not_read(STARTING).await;
    });
}

#[test]
fn after_two_crashes_in_a_minute_a_start_without_the_plan_comes_first() {
    in_each_engine(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        panics(&person).await;
        let buttons = async || -> Vec<String> {
            person.every("button").await.into_iter().map(|button| button.name).collect()
        };
        assert_eq!(buttons().await, [DOWNLOAD, RELOAD, SAFE, COPY]);
        person.does_not_read(SECOND_TIME).await;
        errors_were_expected(&person).await;
        person.click("button", RELOAD).await;
        person.does_not_see("heading", STOPPED).await;
        panics_at(&person, frame::MAP).await;
        person.reads(SECOND_TIME).await;
        assert_eq!(buttons().await, [SAFE, DOWNLOAD, RELOAD, COPY]);
        let stored = person.runs(STORED, &[]).await;
        errors_were_expected(&person).await;
        person.click("button", SAFE).await;
        person.does_not_see("heading", STOPPED).await;
        let is_safe = "return waymark.isSafeStart";
        assert_eq!(person.runs(is_safe, &[]).await, true);
        person.within("alert", "").reads(keep::SAFE_START).await;
        // Nothing done now is saved, and storage stays as it is.
        person.goes_to("/").await;
        learner::opens_plan(&person, learner::two_paths()).await;
        assert_eq!(person.runs(STORED, &[]).await, stored);
        person.goes_to("/").await;
        person.reloads().await;
        assert_eq!(person.runs(is_safe, &[]).await, false);
        learner::goes_to_the_plan(&person).await;
        person.reads(plan::done_of(0, 11)).await;
    });
}

#[test]
fn where_nothing_can_be_read_that_is_said() {
    in_each_engine(async |person| {
        person.blocks_storage().await;
        person.sees("heading", home::TITLE).await;
        panics(&person).await;
        person.click("button", DOWNLOAD).await;
        person.reads(CANNOT_READ).await;
        person.reads("Stored: can’t be read").await;
        errors_were_expected(&person).await;
    });
}

#[test]
fn errors_of_others_stop_nothing() {
    in_each_engine(async |person| {
        person.sees("heading", home::TITLE).await;
        let fail = "
            const done = arguments[arguments.length - 1];
            Promise.reject(new Error('of an extension'));
            setTimeout(() => { throw new Error('of an extension') });
            setTimeout(done, 200);";
        person.runs_until_done(fail, &[]).await;
        learner::begins(&person).await;
        person.page_errors().await;
    });
}

#[test]
fn the_screens_after_a_crash_are_for_everybody() {
    let blocked = Variant::with_script("delete window.WebAssembly;");
    for theme in [Theme::Light, Theme::Dark] {
        in_each_browser_at(&blocked.path(), async |person| {
            person.prefers(theme).await;
            is_for_everybody(&person, NOT_STARTED).await;
        });
        in_each_browser(async |person| {
            person.prefers(theme).await;
            learner::begins(&person).await;
            panics(&person).await;
            is_for_everybody(&person, STOPPED).await;
        });
    }
}

async fn is_for_everybody(person: &Person, heading: &str) {
    person.sees("heading", heading).await;
    person.is_axe_clean().await;
    person.window(360, 740).await;
    person.needs_no_sideways_scrolling().await;
    person.is_axe_clean().await;
    if pictures_are_wanted() {
        person.screens(&heading.to_lowercase().replace(' ', "-")).await;
    }
    person.page_errors().await;
}
