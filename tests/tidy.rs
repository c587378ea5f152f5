//! What each place may know, and other rules that no compiler holds. ARCHITECTURE.md has the reasons.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder, by name; fails if there is none, so that no rule is lost with its folder.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut to_visit = vec![root().join(folder)];
    while let Some(folder) = to_visit.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display())) {
            let path = entry.unwrap().path();
            if path.is_dir() {
                to_visit.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty(), "{folder} has no file that ends with {ending:?}");
    found.sort();
    found
}

fn name(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// The code of a file: without comments, whose examples may name anything, and without its tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let line =
        |line: &str| if line.trim_start().starts_with("//") { "\n".to_owned() } else { format!("{line}\n") };
    text.lines().map(line).collect()
}

/// Whether a text has a word, or a path such as `std::fs`, that is no part of a longer one.
fn has_word(text: &str, word: &str) -> bool {
    let in_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.match_indices(word)
        .any(|(at, _)| !text[..at].ends_with(in_word) && !text[at + word.len()..].starts_with(in_word))
}

/// Code with `crate::{app::…, ui::…}` written out, so that a rule about `crate::ui` finds it.
fn with_groups_written_out(code: &str) -> String {
    let mut out = code.to_owned();
    for (at, _) in code.match_indices("::{") {
        let start = code[..at].rfind(|letter: char| !(letter.is_alphanumeric() || "_:".contains(letter)));
        let prefix = &code[start.map_or(0, |start| start + 1)..at];
        let (mut depth, mut item) = (0, String::new());
        for letter in code[at + 3..].chars() {
            match letter {
                '}' if depth == 0 => break,
                ',' if depth == 0 => {
                    out.push_str(&format!("\n{prefix}::{}", std::mem::take(&mut item).trim()))
                }
                '{' => depth += 1,
                '}' => depth -= 1,
                _ if depth == 0 => item.push(letter),
                _ => {}
            }
        }
        out.push_str(&format!("\n{prefix}::{}", item.trim()));
    }
    out
}

fn assert_knows_nothing_of(folder: &str, words: &[&str]) {
    for path in files(folder, ".rs") {
        let code = with_groups_written_out(&code(&path));
        for word in words {
            assert!(!has_word(&code, word), "{} may not know {word}", name(&path));
        }
    }
}

const BROWSER: [&str; 8] = [
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo",
    "gloo_storage",
    "gloo_events",
    "gloo_file",
];

#[test]
fn the_planner_knows_no_clock_no_files_no_page_and_nothing_above_it() {
    assert_knows_nothing_of("src/planner", &BROWSER);
    assert_knows_nothing_of(
        "src/planner",
        &["yew", "crate::app", "crate::storage", "crate::browser", "crate::ui"],
    );
    assert_knows_nothing_of(
        "src/planner",
        &["std::fs", "std::io", "std::time", "std::env", "Instant", "SystemTime"],
    );
    assert_knows_nothing_of("src/planner", &["Local", "Utc"]);
}

#[test]
fn the_application_state_knows_no_page_and_no_storage() {
    assert_knows_nothing_of("src/app", &BROWSER);
    assert_knows_nothing_of("src/app", &["yew", "crate::storage", "crate::browser", "crate::ui"]);
    assert_knows_nothing_of("src/app", &["std::fs", "std::time", "Instant", "SystemTime"]);
}

#[test]
fn the_saved_forms_know_no_browser() {
    assert_knows_nothing_of("src/storage", &BROWSER);
    assert_knows_nothing_of("src/storage", &["yew", "crate::browser", "crate::ui", "std::fs", "std::time"]);
}

#[test]
fn only_the_browser_folder_talks_to_the_browser() {
    assert_knows_nothing_of("src/ui", &BROWSER);
    assert_knows_nothing_of("src/browser", &["crate::ui"]);
    for file in ["src/main.rs", "src/lib.rs"] {
        let code = code(&root().join(file));
        assert!(BROWSER.iter().all(|word| !has_word(&code, word)), "{file} talks to the browser");
    }
}

#[test]
fn the_program_only_mounts_the_page() {
    let code = code(&root().join("src/main.rs"));
    let named: Vec<&str> =
        code.match_indices("waymark::").map(|(at, _)| code[at..].split('(').next().unwrap()).collect();
    assert_eq!(named, ["waymark::ui::mount"]);
}

#[test]
fn nothing_is_unwrapped() {
    for path in files("src", ".rs") {
        assert!(!code(&path).contains(".unwrap()"), "{} unwraps", name(&path));
    }
}

#[test]
fn every_file_can_be_read_in_one_go() {
    for path in files("src", ".rs") {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines <= 500, "{} has {lines} lines", name(&path));
    }
}

#[test]
fn colours_are_named_in_one_place() {
    for path in files("static/css", ".css").into_iter().filter(|path| !path.ends_with("tokens.css")) {
        let mut sheet = fs::read_to_string(&path).unwrap();
        while let Some((before, rest)) = sheet.split_once("/*") {
            let after = rest.split_once("*/").map_or("", |(_, after)| after);
            sheet = format!("{before} {after}");
        }
        for function in
            ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "color("]
        {
            assert!(!sheet.contains(function), "{} has a colour: {function}", name(&path));
        }
        for (at, _) in sheet.match_indices('#') {
            let word =
                sheet[at + 1..].split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
            let is_colour =
                matches!(word.len(), 3 | 4 | 6 | 8) && word.chars().all(|c| c.is_ascii_hexdigit());
            assert!(!is_colour, "{} has a colour: #{word}", name(&path));
        }
    }
}

#[test]
fn no_part_of_the_page_has_a_style_of_its_own() {
    for path in files("src/ui", ".rs") {
        let code = code(&path);
        assert!(
            !code.contains("style=") && !code.contains("style ="),
            "{} has a style attribute",
            name(&path)
        );
    }
}

#[test]
fn nobody_is_blamed() {
    for path in files("src/ui", ".rs") {
        let words = code(&path).to_lowercase();
        for word in ["late", "behind", "overdue", "slack", "delay", "delayed", "failed to keep"] {
            assert!(!has_word(&words, word), "{} says {word:?}", name(&path));
        }
    }
}

#[test]
fn no_file_names_a_place_on_somebody_s_machine() {
    let folders = ["work", "root", "home", "farm", "Users"].map(|folder| format!("/{folder}/"));
    let skipped = [".git", "target", "dist", "node_modules"].map(Some);
    let mut to_visit = vec![root().to_owned()];
    let mut count = 0;
    while let Some(folder) = to_visit.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                if !skipped.contains(&path.file_name().and_then(|name| name.to_str())) {
                    to_visit.push(path);
                }
                continue;
            }
            count += 1;
            let bytes = fs::read(&path).unwrap();
            let text = String::from_utf8_lossy(&bytes);
            for folder in &folders {
                // The path of an address or of a file below another one is not meant.
                let begins =
                    |at: usize| !text[..at].ends_with(|c: char| c.is_alphanumeric() || ".-_~}".contains(c));
                let found = text.match_indices(folder.as_str()).any(|(at, _)| begins(at));
                assert!(!found, "{} names a path below {folder}", name(&path));
            }
        }
    }
    assert!(count > 50);
}
