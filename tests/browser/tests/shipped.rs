//! The shipped file as it lies on the disk, without a browser.

use std::fs;

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

fn page() -> String {
    let file = std::env::var("WAYMARK_PAGE").expect("run `cargo xtask test`, which says where the page is");
    fs::read_to_string(file).expect("the page was built")
}

/// The text of every element of that name, exactly as it stands between the tags.
fn inside<'a>(page: &'a str, element: &str) -> Vec<&'a str> {
    let (begin, end) = (format!("<{element}>"), format!("</{element}>"));
    let rest = page.split(begin.as_str()).skip(1);
    rest.map(|rest| rest.split_once(end.as_str()).expect("the element ends").0).collect()
}

#[test]
fn the_policy_allows_the_two_scripts_the_packed_one_and_the_one_style_of_the_page_and_nothing_else() {
    let page = page();
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    let (scripts, styles) = (inside(&page, "script"), inside(&page, "style"));
    assert_eq!((scripts.len(), styles.len()), (2, 1));
    let before = format!(
        "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {} {} 'sha256-",
        hash(scripts[0]),
        hash(scripts[1])
    );
    // Without the right hash of the packed script the page does not start.
    let (_, rest) = page.split_once(&before).expect("the policy begins with the scripts");
    let (packed, rest) = rest.split_once("' ").expect("the hash ends");
    assert_eq!(STANDARD.decode(packed).map(|hash| hash.len()), Ok(32), "{packed}");
    let after = format!(
        "'wasm-unsafe-eval'; style-src {}; img-src data:; connect-src 'none'; base-uri 'none'; \
         form-action 'none'; require-trusted-types-for 'script'; trusted-types carried-script\">",
        hash(styles[0])
    );
    assert!(rest.starts_with(&after), "{}", &rest[..after.len()]);
    assert_eq!(page.matches("Content-Security-Policy\" content=\"default-src").count(), 1);
}

/// What a browser that cannot read the second script says comes from the first.
#[test]
fn the_first_script_is_in_the_language_of_old_browsers() {
    let page = page();
    // What it says in its texts may have any words.
    let script: String = inside(&page, "script")[0].split('"').step_by(2).collect();
    for new in ["=>", "?.", "??", "`", "async ", "await ", "let ", "const ", "class ", "...", "**"] {
        assert!(!script.contains(new), "{new}");
    }
}

#[test]
fn the_page_is_small_and_names_no_other_file() {
    let page = page();
    assert!(page.len() <= 450_000, "{} bytes", page.len());
    let without_program = page.replace(inside(&page, "script")[1], "");
    for reference in ["src=", "@import", "url(", "href=\"http", "data-trunk"] {
        assert!(!without_program.contains(reference), "{reference}");
    }
}
