//! Packs the page: everything the app needs, in one file that opens with a double-click.

use std::num::NonZeroU64;
use std::{env, fs, path::Path};

use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};

use crate::{
    shell::{Shell, Template},
    step::Steps,
    wasm, workspace,
};

/// A larger page fails the build.
const LARGEST_PAGE: usize = 2_400_000;
/// From this size on the build warns.
const LARGE_PAGE: usize = 1_600_000;

/// More of them take longer than they save.
const ITERATIONS: NonZeroU64 = NonZeroU64::MIN;

/// Runs on its own, so that it still does where a browser cannot read the main script or refuses it by its hash. Its
/// order matters: the later files use what the first one declares.
const FIRST_SCRIPT: [&str; 3] = ["stored.js", "copies.js", "crash.js"];
/// Follows wasm-bindgen's glue in the main script.
const MAIN_SCRIPT: [&str; 5] = ["guard.js", "page_copy.js", "kept_file.js", "content.js", "loader.js"];
/// The folder of the fonts, as the style sheets name it and in the repository.
const FONTS: (&str, &str) = ("../fonts/", "static/fonts");
/// Compiled into the program; listed apart because it is what contributors of content make larger.
const ROADMAP: &str = "static/roadmaps/python.json";
/// Unpacked once the page is usable.
const CONTENT: &str = "static/roadmaps/python-content.json";

/// Makes dist/waymark.html from the sources.
pub fn build(steps: &mut Steps) -> Result<()> {
    let bindings = wasm::build(steps)?;
    steps.run("packing", || {
        let file = workspace::page();
        fs::create_dir_all(workspace::root().join("dist"))?;
        fs::write(&file, pack(&bindings)?).with_context(|| format!("could not write {}", file.display()))?;
        println!("{}", file.display());
        Ok(())
    })
}

/// Builds the last commit again, in another folder, with another target folder and cargo home, and fails if the two pages
/// differ.
pub fn build_twice(steps: &mut Steps) -> Result<()> {
    let changes =
        workspace::command("git", &["status", "--porcelain"]).output().context("could not start git")?;
    ensure!(changes.stdout.is_empty(), "commit your changes first: the second build is of the last commit");
    build(steps)?;
    steps.run("the page again, elsewhere", || {
        let elsewhere = workspace::target().join("elsewhere");
        if elsewhere.exists() {
            fs::remove_dir_all(&elsewhere)?;
        }
        let clone = elsewhere.join("clone");
        workspace::run(workspace::command("git", &["clone", "--quiet", "."]).arg(&clone))?;
        workspace::run(
            workspace::command("cargo", &["xtask", "build"])
                .current_dir(&clone)
                .env("CARGO_HOME", elsewhere.join("cargo-home"))
                .env("CARGO_TARGET_DIR", elsewhere.join("target")),
        )?;
        let (page, again) = (workspace::page(), clone.join("dist/waymark.html"));
        ensure!(fs::read(&page)? == fs::read(&again)?, "{} and {} differ", page.display(), again.display());
        println!("Both pages have the same bytes.");
        fs::remove_dir_all(&elsewhere)?;
        Ok(())
    })
}

/// Trunk's `post_build` hook: replaces what a release build staged by the packed page.
pub fn pack_for_trunk() -> Result<()> {
    let asked =
        |name| env::var(name).with_context(|| format!("`pack` is for Trunk to run, which sets {name}"));
    let staged = asked("TRUNK_STAGING_DIR")?;
    if asked("TRUNK_PROFILE")? != "release" {
        return stage_fonts(Path::new(&staged));
    }
    let page = pack(Path::new(&staged))?;
    fs::remove_dir_all(&staged)?;
    fs::create_dir(&staged)?;
    fs::write(Path::new(&staged).join("waymark.html"), page)?;
    Ok(())
}

/// Copies the fonts to where the style sheets of a development build look for them.
fn stage_fonts(staged: &Path) -> Result<()> {
    let fonts = staged.join("fonts");
    fs::create_dir_all(&fonts)?;
    for entry in fs::read_dir(workspace::root().join(FONTS.1))? {
        let entry = entry?;
        fs::copy(entry.path(), fonts.join(entry.file_name()))?;
    }
    Ok(())
}

/// Packs the program and the glue that wasm-bindgen left in a folder, and prints what the page consists of.
fn pack(bindings: &Path) -> Result<String> {
    let root = workspace::root();
    let template = Template::of(&read(&root.join("index.html"))?)?;
    let sheets: Vec<&Path> = template.sheets.iter().map(Path::new).collect();
    let style = with_fonts(&concatenated(&root, &sheets)?, &root.join(FONTS.1))?;
    let first = concatenated(&root.join("static"), &FIRST_SCRIPT.map(Path::new))?;
    let glue = code_of(&read(&bindings.join("waymark.js"))?);
    let scripts = concatenated(&root.join("static"), &MAIN_SCRIPT.map(Path::new))?;
    let wasm_file = bindings.join("waymark_bg.wasm");
    let wasm = fs::read(&wasm_file).with_context(|| format!("could not read {}", wasm_file.display()))?;
    let program = gzipped_base64(&wasm)?;

    let shell = Shell::new(template, style);
    let main = format!("{glue}\n{scripts}\nstart({});\n", shell.as_json()?);
    let content = minified(&fs::read(root.join(CONTENT))?)?;
    let packed_content = gzipped_base64(&content)?;
    let page = shell.filled(&first, &main, &program, &packed_content)?;

    let roadmap = fs::read(root.join(ROADMAP))?;
    let plain = |name, text: &str| Part { name, raw: text.len(), in_page: text.len() };
    let parts = [
        Part { name: "program", raw: wasm.len(), in_page: program.len() },
        Part { name: "learning content", raw: content.len(), in_page: packed_content.len() },
        plain("wasm-bindgen's glue", &glue),
        plain("scripts", &(first + &scripts)),
        plain("style", shell.style()),
    ];
    let of_program = Part {
        name: "in the program: roadmap",
        raw: roadmap.len(),
        in_page: gzipped_base64(&roadmap)?.len(),
    };
    print(&parts, &of_program, page.len());
    ensure!(page.len() <= LARGEST_PAGE, "the page may not be larger than {}", kilobytes(LARGEST_PAGE));
    if page.len() >= LARGE_PAGE {
        println!("warning: the page may not grow beyond {}", kilobytes(LARGEST_PAGE));
    }
    Ok(page)
}

/// Something that the page consists of, with its bytes before and after packing.
struct Part {
    name: &'static str,
    raw: usize,
    in_page: usize,
}

fn print(parts: &[Part], of_program: &Part, page: usize) {
    let line = |name: &str, raw: &str, in_page: usize| {
        println!("{name:<24} {raw:>12} {:>12}", kilobytes(in_page));
    };
    println!("{:<24} {:>12} {:>12}", "", "raw", "in the page");
    for part in parts.iter().chain([of_program]) {
        line(part.name, &kilobytes(part.raw), part.in_page);
    }
    let listed: usize = parts.iter().map(|part| part.in_page).sum();
    line("all else", "", page - listed);
    line("page", "", page);
}

fn kilobytes(bytes: usize) -> String {
    format!("{:.1} kB", bytes as f64 / 1000.0)
}

fn concatenated(folder: &Path, files: &[&Path]) -> Result<String> {
    files.iter().map(|file| Ok(code_of(&read(&folder.join(file))?))).collect()
}

/// A style with the fonts that it names in itself.
fn with_fonts(style: &str, folder: &Path) -> Result<String> {
    let mut parts = style.split(FONTS.0);
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('"').context("a font's name has no end")?;
        let file = folder.join(name);
        let font = fs::read(&file).with_context(|| format!("could not read {}", file.display()))?;
        whole += &format!("data:font/woff2;base64,{}\"{rest}", BASE64.encode(font));
    }
    Ok(whole)
}

fn read(file: &Path) -> Result<String> {
    let text = fs::read_to_string(file).with_context(|| format!("could not read {}", file.display()))?;
    // Browsers hash a script or style with plain line ends, whatever a checkout made of them.
    Ok(text.replace("\r\n", "\n"))
}

/// The lines of a script or style sheet without comments and indentation. Comments after code stay, as do those that begin
/// with `/*!`, by which licenses are marked.
fn code_of(text: &str) -> String {
    let mut code = String::new();
    let mut is_in_comment = false;
    for line in text.lines() {
        let mut line = line.trim();
        if is_in_comment || line.starts_with("/*") && !line.starts_with("/*!") {
            let after = line.split_once("*/").map(|(_, after)| after.trim());
            is_in_comment = after.is_none();
            line = after.unwrap_or_default();
        }
        if !line.is_empty() && !line.starts_with("//") {
            code.push_str(line);
            code.push('\n');
        }
    }
    code
}

/// JSON without spaces between its parts.
fn minified(json: &[u8]) -> Result<Vec<u8>> {
    let value: serde_json::Value =
        serde_json::from_slice(json).context("the learning content is not JSON")?;
    Ok(serde_json::to_vec(&value)?)
}

fn gzipped_base64(bytes: &[u8]) -> Result<String> {
    let options = zopfli::Options { iteration_count: ITERATIONS, ..zopfli::Options::default() };
    let mut zipped = Vec::new();
    zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut zipped)?;
    Ok(BASE64.encode(zipped))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;

    use super::*;

    #[test]
    fn a_program_is_unpacked_as_it_was() {
        let program = b"\0asm\x01\0\0\0";
        let text = gzipped_base64(program).expect("memory can be written");
        let zipped = BASE64.decode(text).expect("it is base64");
        let mut unpacked = Vec::new();
        GzDecoder::new(&zipped[..]).read_to_end(&mut unpacked).expect("it is gzip");
        assert_eq!(unpacked, program);
    }

    #[test]
    fn a_font_stands_in_the_style() {
        let folder = workspace::root().join(FONTS.1);
        let style = "src: url(\"../fonts/LICENSE\") format(\"woff2\");";
        let license = BASE64.encode(fs::read(folder.join("LICENSE")).expect("it can be read"));
        assert_eq!(
            with_fonts(style, &folder).expect("the file is there"),
            format!("src: url(\"data:font/woff2;base64,{license}\") format(\"woff2\");")
        );
        assert!(with_fonts("url(\"../fonts/none.woff2\")", &folder).is_err());
    }

    #[test]
    fn comments_and_indentation_are_left_out_but_for_licenses() {
        let text = "/*! License:\n   free */\n\n/* One comment */\n/* Another\n\n   over lines. */ a {\n  \
                    color: red; /* after code */\n}\n  // a script's\n  f(\"http://x\");\n";
        let code = "/*! License:\nfree */\na {\ncolor: red; /* after code */\n}\nf(\"http://x\");\n";
        assert_eq!(code_of(text), code);
    }

    #[test]
    fn no_text_of_a_script_spans_lines() {
        let root = workspace::root().join("static");
        for name in FIRST_SCRIPT.iter().chain(&MAIN_SCRIPT) {
            let script = read(&root.join(name)).expect("it can be read");
            let open = script.lines().find(|line| line.matches('`').count() % 2 == 1);
            assert_eq!(open, None, "{name}: the packer would leave out indentation in this text");
        }
    }

    #[test]
    fn every_style_sheet_and_script_of_the_repository_is_packed() {
        let root = workspace::root();
        let index = read(&root.join("index.html")).expect("it can be read");
        let scripts = FIRST_SCRIPT.iter().chain(&MAIN_SCRIPT).map(|name| format!("static/{name}"));
        let packed: Vec<String> =
            Template::of(&index).expect("it is whole").sheets.into_iter().chain(scripts).collect();
        for folder in ["static", "static/css", "static/css/parts"] {
            for entry in fs::read_dir(root.join(folder)).expect("the folder is there") {
                let name = entry.expect("it can be listed").file_name().into_string().expect("it is a name");
                let file = format!("{folder}/{name}");
                let is_code = name.ends_with(".css") || name.ends_with(".js");
                assert!(!is_code || packed.contains(&file), "{file} is not packed");
            }
        }
    }
}
