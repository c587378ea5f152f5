//! Rules about texts that no compiler can enforce.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder whose names end with `ending`, in order.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut to_visit = vec![root().join(folder)];
    while let Some(folder) = to_visit.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display())) {
            let path = entry.unwrap().path();
            let is_foreign =
                ["target", "dist", "node_modules", ".git"].iter().any(|name| path.ends_with(name));
            if path.is_dir() {
                to_visit.extend((!is_foreign).then_some(path));
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

/// A source file without comments and tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The contents of the string literals in code.
fn literals(code: &str) -> String {
    let code = code.replace("\\\"", "").replace("'\"'", "");
    code.split('"').skip(1).step_by(2).collect::<Vec<_>>().join("\n")
}

fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        !text[..at].ends_with(char::is_alphanumeric)
            && !text[at + word.len()..].starts_with(char::is_alphanumeric)
    })
}

/// The words of the page, of its roadmap, and of the documents for its readers, by file, without code.
fn texts() -> Vec<(String, String)> {
    let words = files("src/text", ".rs").into_iter().map(|path| (name(&path), literals(&code(&path))));
    let documents =
        ["README.md", "CHANGELOG.md", "index.html", "static/crash.js", "static/roadmaps/python.json"];
    let documents = documents.map(|file| (file.to_owned(), fs::read_to_string(root().join(file)).unwrap()));
    words.chain(documents).map(|(file, text)| (file, outside_code(&text))).collect()
}

/// A text without what stands between backquotes and without ids, in small letters.
fn outside_code(text: &str) -> String {
    let is_id = |line: &str| line.trim_start().starts_with("\"id\": ");
    let text = text.lines().filter(|line| !is_id(line)).collect::<Vec<_>>().join("\n");
    text.split("```")
        .step_by(2)
        .flat_map(|part| part.split('`').step_by(2))
        .collect::<String>()
        .to_lowercase()
}

/// Phrases that readers stumbled over, most of them translated word by word, and second names for things that have one.
const STUMBLING: [&str; 55] = [
    "all of it already",
    "anew",
    "as likely as not",
    "at the weekend",
    "began",
    "begun",
    "beside each other",
    "bring back",
    "bring it back",
    "brought back",
    "chance to",
    "comes with this page",
    "dates off",
    "done again",
    "earlier state",
    "earlier states",
    "even chance",
    "filled in to begin",
    "first day of study",
    "for ever",
    "go on with",
    "handed to the browser",
    "how it is going",
    "in all",
    "know already",
    "known already",
    "leave it out",
    "leave out",
    "leaves out",
    "left out",
    "no address of the web",
    "no way leads",
    "noted",
    "of this page",
    "on each weekday",
    "on my plan",
    "on your plan",
    "other hours",
    "other weeks",
    "passed over",
    "present plan",
    "present route",
    "put away",
    "reckon",
    "reckoned",
    "reckons",
    "still to come",
    "take it along",
    "take that back",
    "taken back",
    "the date of 8 in 10",
    "the planner",
    "the planner’s",
    "this planner",
    "“your data”",
];

/// How words begin that are spelled like this in British English only.
const BRITISH: [&str; 46] = [
    "analyse ",
    "analysed",
    "analysing",
    "apologis",
    "artefact",
    "authoris",
    "behaviour",
    "cancelled",
    "cancelling",
    "capitalis",
    "categoris",
    "centre",
    "colour",
    "customis",
    "defence",
    "favour",
    "generalis",
    "grey",
    "honour",
    "initialis",
    "labelled",
    "labelling",
    "learnt",
    "licence",
    "maths",
    "maximis",
    "minimis",
    "modelling",
    "neighbour",
    "normalis",
    "optimise",
    "optimising",
    "organis",
    "prioritis",
    "programme ",
    "programmes",
    "recognis",
    "serialis",
    "specialise",
    "specialisation",
    "specialism",
    "standardis",
    "summaris",
    "towards",
    "visualis",
    "whilst",
];

/// The relative targets of a Markdown text's links, without fragments and outside code.
fn link_targets(text: &str) -> impl Iterator<Item = &str> {
    let outside_code = text.split("```").step_by(2);
    outside_code.flat_map(|part| part.split("](").skip(1)).filter_map(|rest| {
        let target = rest.split([')', ' ', '#']).next()?;
        (!target.is_empty() && !target.contains(':')).then_some(target)
    })
}

#[test]
fn colors_are_named_in_one_place() {
    for path in files("static/css", ".css").into_iter().filter(|path| !path.ends_with("tokens.css")) {
        let mut sheet = fs::read_to_string(&path).unwrap();
        while let Some((before, rest)) = sheet.split_once("/*") {
            let after = rest.split_once("*/").map_or("", |(_, after)| after);
            sheet = format!("{before} {after}");
        }
        for function in
            ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "color("]
        {
            assert!(!sheet.contains(function), "{} has a color: {function}", name(&path));
        }
        for (at, _) in sheet.match_indices('#') {
            let word =
                sheet[at + 1..].split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
            let is_color = matches!(word.len(), 3 | 4 | 6 | 8) && word.chars().all(|c| c.is_ascii_hexdigit());
            assert!(!is_color, "{} has a color: #{word}", name(&path));
        }
    }
}

/// Hints promise `1:30`, and the keypads that phones have for numbers lack the colon.
#[test]
fn no_field_asks_for_a_keypad() {
    for path in files("src", ".rs") {
        assert!(!code(&path).contains("inputmode"), "{} asks for a keypad", name(&path));
    }
}

#[test]
fn no_element_has_a_style_attribute() {
    for path in files("src", ".rs") {
        let code = code(&path);
        let has_style = code.contains(" style={") || code.contains(" style=\"");
        assert!(!has_style, "{} has a style attribute", name(&path));
    }
}

#[test]
fn the_page_blames_nobody() {
    for path in files("src", ".rs") {
        let words = literals(&code(&path)).to_lowercase();
        for word in ["late", "behind", "overdue", "slack", "delay", "delayed", "failed to keep"] {
            assert!(!has_word(&words, word), "{} says {word:?}", name(&path));
        }
    }
}

#[test]
fn phrases_that_readers_stumbled_over_do_not_come_back() {
    for (file, text) in texts() {
        for phrase in STUMBLING {
            assert!(!has_word(&text, phrase), "{file} says {phrase:?}");
        }
    }
}

#[test]
fn words_are_spelled_as_in_the_united_states() {
    for (file, text) in texts() {
        for beginning in BRITISH {
            let found =
                text.match_indices(beginning).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric));
            assert!(!found, "{file} has a word that begins with {beginning:?}");
        }
    }
}

#[test]
fn a_percent_sign_follows_its_number() {
    for (file, text) in texts() {
        let apart = text.match_indices([' ', '\u{a0}', '\u{202f}']).any(|(at, space)| {
            text[..at].ends_with(|last: char| last.is_ascii_digit() || last == '}')
                && text[at + space.len()..].starts_with('%')
        });
        assert!(!apart, "{file} has a space before a percent sign");
    }
}

#[test]
fn apostrophes_of_the_page_are_curly() {
    for path in files("src/text", ".rs") {
        let words = literals(&code(&path));
        let straight = words.match_indices('\'').any(|(at, _)| words[..at].ends_with(char::is_alphabetic));
        assert!(!straight, "{} has a straight apostrophe", name(&path));
    }
}

#[test]
fn links_between_documents_resolve() {
    for path in files(".", ".md") {
        let text = fs::read_to_string(&path).unwrap();
        for target in link_targets(&text) {
            assert!(path.with_file_name("").join(target).exists(), "{} links to {target}", name(&path));
        }
    }
}

#[test]
fn no_file_names_a_path_of_a_machine() {
    let folders = ["work", "root", "home", "farm", "Users"].map(|folder| format!("/{folder}/"));
    for path in files(".", "") {
        let bytes = fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        // Learning content is about machines, and so are its examples.
        let is_content = name(&path).starts_with("static/roadmaps/python");
        for folder in &folders[..if is_content { 1 } else { folders.len() }] {
            // Part of a URL or of a relative path.
            let begins =
                |at: usize| !text[..at].ends_with(|c: char| c.is_alphanumeric() || ".-_~}".contains(c));
            let found = text.match_indices(folder.as_str()).any(|(at, _)| begins(at));
            assert!(!found, "{} names a path below {folder}", name(&path));
        }
    }
}
