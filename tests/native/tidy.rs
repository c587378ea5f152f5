//! Rules that no compiler holds.

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
    for path in files("src", ".rs") {
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
    for path in files("src", ".rs") {
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
