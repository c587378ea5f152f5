//! The shipped file as it is on disk, without a browser.

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

fn page() -> String {
    let file = std::env::var("WAYMARK_PAGE").expect("run `cargo xtask test`, which says where the page is");
    fs::read_to_string(file).expect("the page was built")
}

/// The text of every element with that name and these attributes, exactly as it stands between the tags.
fn inside<'a>(page: &'a str, element: &str, attributes: &str) -> Vec<&'a str> {
    let (begin, end) = (format!("<{element}{attributes}>"), format!("</{element}>"));
    let rest = page.split(begin.as_str()).skip(1);
    rest.map(|rest| rest.split_once(end.as_str()).expect("the element ends").0).collect()
}

#[test]
fn the_policy_allows_the_two_scripts_and_the_style_of_the_page_and_nothing_else() {
    let page = page();
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    let (scripts, styles) = (inside(&page, "script", ""), inside(&page, "style", " id=\"style\""));
    assert_eq!((scripts.len(), styles.len()), (2, 1));
    assert_eq!((page.matches("<script>").count(), page.matches("<style").count()), (2, 1));
    let policy = format!(
        "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         script-src {} {} 'wasm-unsafe-eval'; style-src {}; img-src data:; font-src data:; \
         connect-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'\">",
        hash(scripts[0]),
        hash(scripts[1]),
        hash(styles[0])
    );
    assert_eq!(page.matches(&policy).count(), 1);
    assert_eq!(page.matches("Content-Security-Policy\" content=\"default-src").count(), 1);
}

/// The first script has the message for browsers that cannot read the main script.
#[test]
fn the_first_script_is_in_the_language_of_old_browsers() {
    let page = page();
    let parser = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/acorn/bin/acorn");
    let mut parser = Command::new(parser)
        .args(["--ecma5", "--silent"])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("`cargo xtask test` installs the parser");
    let mut input = parser.stdin.take().expect("its input is a pipe");
    input.write_all(inside(&page, "script", "")[0].as_bytes()).expect("the parser reads");
    drop(input);
    let result = parser.wait_with_output().expect("the parser ends");
    assert!(result.status.success(), "{}", String::from_utf8_lossy(&result.stderr));
}

#[test]
fn the_page_names_no_other_file() {
    let page = page();
    let without_program = page.replace(inside(&page, "script", "")[1], "").replace("url(\"data:font/", "");
    for reference in ["src=", "@import", "url(", "href=\"http", "data-trunk"] {
        assert!(!without_program.contains(reference), "{reference}");
    }
}
