//! The packing of the page: everything the app needs, in one file that opens from a double-click.

use std::{env, fs, path::Path};

use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use sha2::{Digest, Sha256};

use crate::{lzma, step::Steps, text85, wasm, workspace};

/// More than this is slow to mail and to open on an old phone; what makes the page grow past it is looked at.
const LARGEST_PAGE: usize = 450_000;

/// Makes dist/waymark.html from the sources.
pub fn build(steps: &mut Steps) -> Result<()> {
    let bound = wasm::build(steps)?;
    let unpacker = steps.run("the unpacker as WebAssembly", wasm::unpacker)?;
    steps.run("packing", || {
        let page = pack(&bound, &unpacker)?;
        let file = workspace::page();
        fs::create_dir_all(workspace::root().join("dist"))?;
        fs::write(&file, &page).with_context(|| format!("could not write {}", file.display()))?;
        println!("{}: {:.1} kB", file.display(), page.len() as f64 / 1000.0);
        Ok(())
    })
}

/// Trunk's `post_build` hook: of what a release build staged, only the packed page is left.
pub fn pack_for_trunk() -> Result<()> {
    let asked =
        |name| env::var(name).with_context(|| format!("`pack` is for Trunk to run, which sets {name}"));
    if asked("TRUNK_PROFILE")? != "release" {
        return Ok(());
    }
    let staged = asked("TRUNK_STAGING_DIR")?;
    let page = pack(Path::new(&staged), &wasm::unpacker()?)?;
    fs::remove_dir_all(&staged)?;
    fs::create_dir(&staged)?;
    fs::write(Path::new(&staged).join("waymark.html"), page)?;
    Ok(())
}

/// Packs the program and the glue that lie in a folder, and what unpacks the program.
fn pack(bound: &Path, unpacker: &[u8]) -> Result<String> {
    let root = workspace::root();
    let template = read(&root.join("index.html"))?;
    let mut style = String::new();
    for sheet in sheets(&template) {
        style += &read(&root.join(sheet))?;
    }
    let wasm_file = bound.join("waymark_bg.wasm");
    let wasm = fs::read(&wasm_file).with_context(|| format!("could not read {}", wasm_file.display()))?;
    let code = format!("{}\n{}", read(&bound.join("waymark.js"))?, read(&root.join("static/loader.js"))?);
    let script = script(&code, unpacker, &wasm)?;
    let page = assemble(&template, &without_margins(&style), &script)?;
    ensure!(
        page.len() <= LARGEST_PAGE,
        "the page would be {} bytes long, and it may not be longer than {LARGEST_PAGE}",
        page.len()
    );
    Ok(page)
}

fn read(file: &Path) -> Result<String> {
    let text = fs::read_to_string(file).with_context(|| format!("could not read {}", file.display()))?;
    // Browsers hash a script and a style with plain line ends, whatever a checkout made of them.
    Ok(text.replace("\r\n", "\n"))
}

/// The code, and after it the call that starts it with all that the page carries.
fn script(code: &str, unpacker: &[u8], program: &[u8]) -> Result<String> {
    let mut zipped = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, unpacker, &mut zipped)?;
    Ok(format!(
        "{}start({}, {}, {});\n",
        without_margins(code),
        carried(&zipped),
        carried(&lzma::pack(program)?),
        program.len()
    ))
}

fn carried(bytes: &[u8]) -> String {
    format!("{{ letters: \"{}\", length: {} }}", text85::encode(bytes), bytes.len())
}

/// Leaves out indentation, empty lines, and comments that have their lines to themselves.
///
/// That takes a quarter off both the style and the script and cannot change what they mean, as long as no string
/// runs over several lines. Minifiers take little more, and one that was tried broke `calc` by its spaces.
fn without_margins(code: &str) -> String {
    let mut small = String::with_capacity(code.len());
    let mut in_comment = false;
    for line in code.lines().map(str::trim) {
        let rest = match (in_comment || line.starts_with("/*"), line.split_once("*/")) {
            (true, Some((_, rest))) => rest.trim_start(),
            (true, None) => "",
            (false, _) => line,
        };
        in_comment = (in_comment || line.starts_with("/*")) && !line.contains("*/");
        if !rest.is_empty() && !rest.starts_with("//") {
            small.push_str(rest);
            small.push('\n');
        }
    }
    small
}

// Each of these begins a line of the template that the packer replaces. The links are also what Trunk reads.
const POLICY: &str = "<!-- content security policy -->";
const SHEET: &str = "<link data-trunk rel=\"css\" href=\"";
const PROGRAM: &str = "<link data-trunk rel=\"rust\"";

/// The style sheets that the template links, in its order.
fn sheets(template: &str) -> impl Iterator<Item = &str> {
    let links = template.lines().filter_map(|line| line.trim_start().strip_prefix(SHEET));
    links.filter_map(|rest| Some(rest.split_once('"')?.0))
}

/// Puts the style, the script and a policy that allows only these two into the template.
fn assemble(template: &str, style: &str, script: &str) -> Result<String> {
    // In a script, `<!--` can make the browser pass over the end of the script.
    for ending in ["</style", "</script", "<!--"] {
        let found = [style, script].iter().any(|text| text.to_ascii_lowercase().contains(ending));
        ensure!(!found, "`{ending}` in a style sheet or script would end it too early: write it another way");
    }
    let mut places = [
        (POLICY, Some(policy(style, script))),
        (SHEET, Some(format!("<style>{style}</style>"))),
        (PROGRAM, Some(format!("<script>{script}</script>"))),
    ];
    let mut page = String::new();
    for line in template.lines() {
        match places.iter_mut().find(|(begin, _)| line.trim_start().starts_with(begin)) {
            // All sheets go where the first one is linked: the other links leave nothing.
            Some((_, content)) => page.extend(content.take()),
            None => {
                ensure!(
                    !line.contains("data-trunk"),
                    "index.html: the packer does not know the line `{line}`"
                );
                page += line;
            }
        }
        page.push('\n');
    }
    for (begin, content) in places {
        ensure!(content.is_none(), "index.html has no line that begins with `{begin}`");
    }
    Ok(page)
}

fn policy(style: &str, script: &str) -> String {
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         script-src 'sha256-{}' 'wasm-unsafe-eval'; style-src 'sha256-{}'; img-src data:; connect-src 'none'; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'\">",
        hash(script),
        hash(style)
    )
}

fn hash(text: &str) -> String {
    BASE64.encode(Sha256::digest(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "\
<head>
  <!-- content security policy -->
  <link data-trunk rel=\"css\" href=\"a.css\">
  <link data-trunk rel=\"css\" href=\"parts/b.css\">
</head>
<body>
  <link data-trunk rel=\"rust\" data-bin=\"waymark\">
</body>
";

    fn between<'a>(page: &'a str, begin: &str, end: &str) -> &'a str {
        let (_, rest) = page.split_once(begin).expect("the page has the opening");
        rest.split_once(end).expect("the page has the end").0
    }

    fn without(begin: &str) -> String {
        TEMPLATE.lines().filter(|line| !line.trim_start().starts_with(begin)).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_policy_allows_exactly_what_stands_between_the_tags() {
        let page = assemble(TEMPLATE, "p { color: red }\n", "start(\"é\");\n").expect("it packs");
        for (begin, end, directive) in
            [("<script>", "</script>", "script-src"), ("<style>", "</style>", "style-src")]
        {
            let allowed = between(&page, &format!("{directive} 'sha256-"), "'");
            assert_eq!(allowed, BASE64.encode(Sha256::digest(between(&page, begin, end))));
        }
    }

    #[test]
    fn the_page_links_nothing() {
        let page = assemble(TEMPLATE, "p {}", "start();").expect("it packs");
        assert!(!page.contains("<link"), "{page}");
        assert_eq!(page.matches("<style>").count(), 1);
    }

    #[test]
    fn sheets_keep_their_order() {
        assert_eq!(sheets(TEMPLATE).collect::<Vec<_>>(), ["a.css", "parts/b.css"]);
    }

    #[test]
    fn every_sheet_of_the_repository_is_linked() {
        let root = workspace::root();
        let template = read(&root.join("index.html")).expect("it can be read");
        for folder in ["static/css", "static/css/parts"] {
            for entry in fs::read_dir(root.join(folder)).expect("the folder is there") {
                let name = entry.expect("it can be listed").file_name().into_string().expect("it is a name");
                let sheet = format!("{folder}/{name}");
                let is_linked = !name.ends_with(".css") || sheets(&template).any(|linked| linked == sheet);
                assert!(is_linked, "index.html does not link {sheet}");
            }
        }
    }

    #[test]
    fn a_missing_place_is_named() {
        for place in [POLICY, SHEET, PROGRAM] {
            let problem = assemble(&without(place), "p {}", "start();").expect_err("a place is missing");
            assert!(problem.to_string().contains(place), "{problem}");
        }
    }

    #[test]
    fn a_line_only_trunk_would_understand_is_refused() {
        let template = format!("{TEMPLATE}<link data-trunk rel=\"copy-file\" href=\"x\">\n");
        let problem = assemble(&template, "p {}", "start();").expect_err("the packer cannot do this");
        assert!(problem.to_string().contains("copy-file"), "{problem}");
    }

    #[test]
    fn text_that_would_end_its_element_is_refused() {
        assert!(assemble(TEMPLATE, "p {}", "let s = \"</SCRIPT>\";").is_err());
        assert!(assemble(TEMPLATE, "p {}", "let s = \"<!--\";").is_err());
        assert!(assemble(TEMPLATE, "/* </style> */", "start();").is_err());
    }

    /// What stands in the n-th pair of braces of the call that starts the page.
    fn carried_in(script: &str, n: usize) -> Vec<u8> {
        let braces = script.split("{ letters: \"").nth(n).expect("as many things are carried");
        let (letters, rest) = braces.split_once("\", length: ").expect("letters and length");
        let (length, _) = rest.split_once(" }").expect("the end of the braces");
        text85::decode(letters, length.parse().expect("a length"))
    }

    #[test]
    fn the_script_carries_the_unpacker_and_the_program() {
        let script = script("  code();\n", b"the unpacker", b"the program").expect("it packs");
        assert!(script.starts_with("code();\nstart({") && script.ends_with("}, 11);\n"), "{script}");
        let mut unpacker = String::new();
        std::io::Read::read_to_string(
            &mut flate2::read::GzDecoder::new(&carried_in(&script, 1)[..]),
            &mut unpacker,
        )
        .expect("it is gzip");
        assert_eq!(unpacker, "the unpacker");
        let program = unpacker::unpacked(&carried_in(&script, 2), "the program".len());
        assert_eq!(program.as_deref(), Some(&b"the program"[..]));
    }

    #[test]
    fn margins_and_whole_comments_are_left_out_and_nothing_else() {
        let code = "/* A sheet\n   of two lines. */\n@layer a {\n  /* One line. */\n  /* Before. */ p {\n    width: calc(1px + 2px); /* kept */\n  }\n\n}\n// gone\nlet a = \"// kept\";\n";
        let small = "@layer a {\np {\nwidth: calc(1px + 2px); /* kept */\n}\n}\nlet a = \"// kept\";\n";
        assert_eq!(without_margins(code), small);
    }
}
