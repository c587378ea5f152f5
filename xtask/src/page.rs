//! The packing of the page: everything the app needs, in one file that opens from a double-click.

use std::{env, fs, path::Path};

use anyhow::{Context, Result, bail, ensure};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use sha2::{Digest, Sha256};

use crate::{glue, imports, letters, lzma, minify, order, step::Steps, streams, wasm, workspace};

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

// What the packer puts around the program. The first script is alone and small, so that it still runs where a browser
// does not know the language of the second one, or does not let it run because its hash is another.
const FIRST_SCRIPT: [&str; 4] = ["stored.js", "copies.js", "crash.js", "unpacker.js"];
const SECOND_SCRIPT: &str = "loader.js";
// Travel packed, behind the program and with its glue.
const CARRIED_SCRIPTS: [&str; 2] = ["guard.js", "page_copy.js"];

/// Packs the program and the glue that lie in a folder, and what unpacks the program.
fn pack(bound: &Path, unpacker: &[u8]) -> Result<String> {
    let root = workspace::root();
    let template = Template::of(&read(&root.join("index.html"))?)?;
    let style = |sheets: &[String]| -> Result<String> {
        let sheets: Result<String> = sheets.iter().map(|sheet| read(&root.join(sheet))).collect();
        Ok(without_margins(&sheets?))
    };
    let scripts = |names: &[&str]| -> Result<String> {
        names.iter().map(|name| read(&root.join("static").join(name))).collect()
    };
    let wasm_file = bound.join("waymark_bg.wasm");
    let wasm = fs::read(&wasm_file).with_context(|| format!("could not read {}", wasm_file.display()))?;
    let (glue, wasm) = imports::numbered(&read(&bound.join("waymark.js"))?, &wasm)?;
    let wasm = order::ordered(&wasm)?;
    let shell = Shell::new(&template, &style(&template.sheets)?);
    let carried = Carried {
        program: &wasm,
        script: minify::minified(&format!("{}\n{}", glue::of_compiled(&glue)?, scripts(&CARRIED_SCRIPTS)?))?,
        style: style(&template.carried_sheets)?,
    };
    let first = first_script(&scripts(&FIRST_SCRIPT)?, unpacker)?;
    let second = second_script(&scripts(&[SECOND_SCRIPT])?, &carried, &shell)?;
    let page = shell.filled([&first, &second, &carried.script])?;
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

/// What the page carries packed.
struct Carried<'a> {
    program: &'a [u8],
    /// What stands between the program and the browser. It runs once it is unpacked.
    script: String,
    /// The style of the app, which nothing needs before.
    style: String,
}

/// The code, and after it the call that makes the unpacker ready.
fn first_script(code: &str, unpacker: &[u8]) -> Result<String> {
    let mut zipped = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, unpacker, &mut zipped)?;
    let code = minify::minified_for_old_browsers(code)?;
    Ok(format!("{code}\nwaymark.prepare({});\n", in_letters(&zipped)))
}

/// The code, and after it the call that starts it with all that the page carries: behind the program also the script and
/// the style, and the texts of which `static/page_copy.js` makes the page anew.
fn second_script(code: &str, carried: &Carried, shell: &Shell) -> Result<String> {
    let Carried { program, script, style } = carried;
    let texts =
        serde_json::to_vec(&serde_json::json!({ "script": script, "style": style, "shell": shell.parts }))?;
    let streams = streams::split(program, &texts);
    Ok(format!(
        "{}\nstart({}, {}, {});\n",
        minify::minified(code)?,
        in_letters(&lzma::pack(&streams)?),
        program.len() + texts.len(),
        program.len()
    ))
}

fn in_letters(bytes: &[u8]) -> String {
    format!("{{ letters: \"{}\", length: {} }}", letters::encode(bytes), bytes.len())
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
const CARRIED: &str = "<!-- the sheets from here on travel with the program -->";
const FIRST: &str = "<!-- first script -->";
const PROGRAM: &str = "<link data-trunk rel=\"rust\"";
const PLACES: [&str; 5] = [POLICY, SHEET, CARRIED, FIRST, PROGRAM];

/// index.html, cut where something of the packer's comes in.
struct Template {
    up_to_policy: String,
    up_to_style: String,
    up_to_first: String,
    up_to_second: String,
    end: String,
    /// The style sheets that stand in the page itself, and those that travel with the program.
    sheets: Vec<String>,
    carried_sheets: Vec<String>,
}

impl Template {
    fn of(text: &str) -> Result<Self> {
        let (mut sheets, mut carried_sheets) = (vec![], vec![]);
        let mut are_carried = false;
        let mut pieces = vec![String::new()];
        let mut places = PLACES.into_iter().peekable();
        for line in text.lines() {
            let place = line.trim_start();
            if let Some(rest) = place.strip_prefix(SHEET).filter(|_| !sheets.is_empty()) {
                (if are_carried { &mut carried_sheets } else { &mut sheets }).push(href(rest));
                continue;
            }
            match places.next_if(|&begin| place.starts_with(begin)) {
                Some(CARRIED) => are_carried = true,
                Some(begin) => {
                    sheets.extend(place.strip_prefix(SHEET).filter(|_| begin == SHEET).map(href));
                    pieces.push("\n".to_owned());
                }
                None => {
                    // The next place is missing then, which is told below.
                    if PLACES.iter().any(|begin| place.starts_with(begin)) {
                        break;
                    }
                    ensure!(
                        !line.contains("data-trunk"),
                        "index.html: the packer does not know the line `{line}`"
                    );
                    let piece = pieces.last_mut().expect("it begins with one");
                    *piece += line;
                    piece.push('\n');
                }
            }
        }
        if let Some(begin) = places.next() {
            bail!("index.html has no line that begins with `{begin}`, or has it in another order");
        }
        let [up_to_policy, up_to_style, up_to_first, up_to_second, end] = <[String; 5]>::try_from(pieces)
            .expect("there is a piece before and after each of the four places");
        Ok(Self { up_to_policy, up_to_style, up_to_first, up_to_second, end, sheets, carried_sheets })
    }
}

/// The address at the begin of what follows `href="`.
fn href(rest: &str) -> String {
    rest.split('"').next().unwrap_or_default().to_owned()
}

/// Says before all else that the page is UTF-8, which also holds where a server says something different of it.
const SIGN: char = '\u{feff}';

/// All of the page but its policy and its two scripts.
struct Shell {
    style: String,
    parts: [String; 4],
}

impl Shell {
    fn new(template: &Template, style: &str) -> Self {
        let Template { up_to_policy, up_to_style, up_to_first, up_to_second, end, .. } = template;
        let head = format!("{up_to_style}<style>{style}</style>{up_to_first}");
        let parts = [format!("{SIGN}{up_to_policy}"), head, up_to_second.clone(), end.clone()];
        Self { style: style.to_owned(), parts }
    }

    /// The page with the first two of these scripts, and a policy that allows only all three and the style.
    fn filled(&self, scripts: [&str; 3]) -> Result<String> {
        let [first, second, _carried] = scripts;
        // In a script, `<!--` can make the browser pass over the end of the script.
        for ending in ["</style", "</script", "<!--"] {
            let found =
                [&self.style, first, second].iter().any(|text| text.to_ascii_lowercase().contains(ending));
            ensure!(
                !found,
                "`{ending}` in a style sheet or script would end it too early: write it another way"
            );
        }
        let [up_to_policy, up_to_first, up_to_second, end] = &self.parts;
        let policy = policy(&self.style, scripts);
        Ok(format!(
            "{up_to_policy}{policy}{up_to_first}<script>{first}</script>{up_to_second}<script>{second}</script>{end}"
        ))
    }
}

fn policy(style: &str, scripts: [&str; 3]) -> String {
    let [first, second, carried] = scripts.map(hash);
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         script-src 'sha256-{first}' 'sha256-{second}' 'sha256-{carried}' 'wasm-unsafe-eval'; \
         style-src 'sha256-{}'; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types carried-script\">",
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
  <!-- the sheets from here on travel with the program -->
  <link data-trunk rel=\"css\" href=\"c.css\">
  <link data-trunk rel=\"css\" href=\"print.css\">
</head>
<body>
  <!-- first script -->
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

    fn shell() -> Shell {
        Shell::new(&Template::of(TEMPLATE).expect("it is whole"), "p { color: red }\n")
    }

    fn every<'a>(page: &'a str, begin: &str, end: &str) -> Vec<&'a str> {
        let rest = page.split(begin).skip(1);
        rest.map(|rest| rest.split_once(end).expect("the page has the end").0).collect()
    }

    #[test]
    fn the_policy_allows_exactly_what_stands_between_the_tags_and_the_carried_script() {
        let page = shell().filled(["first();\n", "start(\"é\");\n", "glue();\n"]).expect("it packs");
        for (begin, end, directive, count, carried) in [
            ("<script>", "</script>", "script-src", 3, Some("glue();\n")),
            ("<style>", "</style>", "style-src", 1, None),
        ] {
            let allowed = between(&page, &format!("{directive} "), ";");
            let texts = every(&page, begin, end).into_iter().chain(carried);
            let hashes = texts.map(|text| BASE64.encode(Sha256::digest(text)));
            assert_eq!(every(allowed, "'sha256-", "'"), hashes.collect::<Vec<_>>());
            assert_eq!(every(allowed, "'sha256-", "'").len(), count);
        }
    }

    #[test]
    fn the_page_says_first_that_it_is_utf_8() {
        let page = shell().filled(["first();", "start();", ""]).expect("it packs");
        assert!(page.as_bytes().starts_with(b"\xef\xbb\xbf<head>"), "{page}");
    }

    #[test]
    fn the_page_links_nothing() {
        let page = shell().filled(["first();", "start();", ""]).expect("it packs");
        assert!(!page.contains("<link") && !page.contains("<!--"), "{page}");
        assert_eq!(page.matches("<style>").count(), 1);
    }

    #[test]
    fn sheets_keep_their_order() {
        let template = Template::of(TEMPLATE).expect("it is whole");
        assert_eq!(template.sheets, ["a.css", "parts/b.css"]);
        assert_eq!(template.carried_sheets, ["c.css", "print.css"]);
    }

    #[test]
    fn every_sheet_and_script_of_the_repository_is_packed() {
        let root = workspace::root();
        let template =
            Template::of(&read(&root.join("index.html")).expect("it can be read")).expect("it is whole");
        let packed: Vec<String> = template
            .sheets
            .into_iter()
            .chain(template.carried_sheets)
            .chain(
                FIRST_SCRIPT
                    .iter()
                    .chain(&[SECOND_SCRIPT])
                    .chain(&CARRIED_SCRIPTS)
                    .map(|name| format!("static/{name}")),
            )
            .collect();
        for folder in ["static", "static/css", "static/css/parts"] {
            for entry in fs::read_dir(root.join(folder)).expect("the folder is there") {
                let name = entry.expect("it can be listed").file_name().into_string().expect("it is a name");
                let file = format!("{folder}/{name}");
                let is_code = name.ends_with(".css") || name.ends_with(".js");
                assert!(!is_code || packed.contains(&file), "{file} is not packed");
            }
        }
    }

    #[test]
    fn a_missing_place_is_named() {
        for place in [POLICY, CARRIED, FIRST, PROGRAM] {
            let problem = Template::of(&without(place)).err().expect("a place is missing");
            assert!(problem.to_string().contains(place), "{problem}");
        }
    }

    #[test]
    fn a_line_only_trunk_would_understand_is_refused() {
        let template = format!("{TEMPLATE}<link data-trunk rel=\"copy-file\" href=\"x\">\n");
        let problem = Template::of(&template).err().expect("the packer cannot do this");
        assert!(problem.to_string().contains("copy-file"), "{problem}");
    }

    #[test]
    fn text_that_would_end_its_element_is_refused() {
        assert!(shell().filled(["first();", "let s = \"</SCRIPT>\";", ""]).is_err());
        assert!(shell().filled(["let s = \"</script>\";", "start();", ""]).is_err());
        assert!(shell().filled(["first();", "let s = \"<!--\";", ""]).is_err());
        let template = Template::of(TEMPLATE).expect("it is whole");
        assert!(Shell::new(&template, "/* </style> */").filled(["first();", "start();", ""]).is_err());
    }

    /// What a script carries.
    fn carried_in(script: &str) -> Vec<u8> {
        let (_, braces) = script.split_once("{ letters: \"").expect("something is carried");
        let (letters, rest) = braces.split_once("\", length: ").expect("letters and length");
        let (length, _) = rest.split_once(" }").expect("the end of the braces");
        letters::decode(letters, length.parse().expect("a length"))
    }

    #[test]
    fn the_first_script_carries_the_unpacker() {
        let script = first_script("  code();\n", b"the unpacker").expect("it packs");
        assert!(script.starts_with("code();\nwaymark.prepare({") && script.ends_with("});\n"), "{script}");
        let mut unpacker = String::new();
        let zipped = carried_in(&script);
        std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(&zipped[..]), &mut unpacker)
            .expect("it is gzip");
        assert_eq!(unpacker, "the unpacker");
    }

    #[test]
    fn the_second_script_carries_the_program_and_the_rest_of_the_page() {
        let program = b"\0asm\x01\0\0\0";
        let carried = Carried { program, script: "glue();".to_owned(), style: "h1 {}".to_owned() };
        let script = second_script("  code();\n", &carried, &shell()).expect("it packs");
        assert!(script.starts_with("code();\nstart({") && script.ends_with(", 8);\n"), "{script}");
        let length = script.trim_end().rsplit(", ").nth(1).and_then(|length| length.parse::<usize>().ok());
        let streams = lzma::unpacked(
            &carried_in(&script),
            length.expect("the whole length") + unpacker::streams::LENGTHS,
        );
        let all = streams::joined(&streams.expect("it unpacks"), program.len());
        let texts = all.strip_prefix(program).expect("it begins with the program");
        let texts: serde_json::Value = serde_json::from_slice(texts).expect("the rest is JSON");
        assert_eq!(
            texts,
            serde_json::json!({ "script": "glue();", "style": "h1 {}", "shell": shell().parts })
        );
    }

    #[test]
    fn margins_and_whole_comments_are_left_out_and_nothing_else() {
        let code = "/* A sheet\n   of two lines. */\n@layer a {\n  /* One line. */\n  /* Before. */ p {\n    width: calc(1px + 2px); /* kept */\n  }\n\n}\n// gone\nlet a = \"// kept\";\n";
        let small = "@layer a {\np {\nwidth: calc(1px + 2px); /* kept */\n}\n}\nlet a = \"// kept\";\n";
        assert_eq!(without_margins(code), small);
    }
}
