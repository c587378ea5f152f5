//! The project's own commands, started as `cargo xtask <command>`.

mod bench;
mod browsers;
mod content;
mod machine;
mod measurements;
mod mutants;
mod page;
mod pictures;
mod shell;
mod step;
mod takeaway;
mod tests;
mod torture;
mod trials;
mod wasm;
mod workspace;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use lexopt::prelude::{Long, Short, Value, ValueExt};

use browsers::Browsers;
use step::Steps;

const HELP: &str = "\
The commands of Waymark:

  cargo xtask build [--twice]
      Makes the page: dist/waymark.html, one file that holds the whole app, and prints what it consists of.
      With --twice, builds the last commit again in another folder and fails if the two pages differ.

  cargo xtask open
      Makes the page and opens it in your browser.

  cargo xtask test [--browsers chromium|engines|all|none] [FILTER]
      Installs what this machine lacks, then checks the formatting, runs clippy and all tests, makes the page
      and drives it in real browsers:
        chromium  every test in Chromium (what is done unless you say otherwise)
        engines   the same, and in Firefox and WebKit the tests of what engines do differently
        all       every test in all three
        none      no browser
      With FILTER, only the tests whose name contains it are run.

  cargo xtask bench [--only planner|pages]
      Times the planner and the layout of maps natively and in Chromium, the planner beside networkx and TaskJuggler,
      which it installs if they are missing; and the page, its start beside that of an older page, which it builds once,
      and its map beside Mermaid's. Writes tables to docs/measurements. It wants a machine that does nothing else.

  cargo xtask pictures
      Makes the page, takes the pictures of the README in Chromium, and writes them to static/readme.

  cargo xtask back-test [--seed N]
      Simulates thousands of learners working through their plans, and writes how often forecast dates held to docs/measurements.
      Fails if a goal is missed.

  cargo xtask content [--all]
      Checks the learning content of the Python roadmap, runs the code in it with pinned packages, which it installs into
      target/, and puts the roadmap together from its Markdown files. With --all, also what needs PyTorch.

  cargo xtask links
      Asks each address of the learning content, and lists those that do not answer. It needs a network.

  cargo xtask compare-tj3 [--plans N] [--seed N]
      Installs TaskJuggler if it is missing and compares its dates of random plans with the planner's. Fails if any
      differ.

  cargo xtask compare-mermaid
      Draws the Python roadmap with Mermaid in Chromium, lays it out with boxes of the same sizes, and prints the
      lengths and crossings of the lines in both drawings. Fails if Mermaid's are better.

  cargo xtask torture [--seed N] [--only ROW]
      Puts stored plans through everything that browsers, people and mistakes do to them: storage faults, truncated
      and corrupted texts, odd files, hundreds of thousands of edits, several tabs, killed browsers. Writes one
      table and fails if anything is lost. It takes a quarter of an hour on two cores.

  cargo xtask mutants [FILTER]
      Changes the code that must not lose a plan, in the files of .cargo/mutants.toml, in one place at a time, and lists
      the changes that no test notices. Installs cargo-mutants if it is missing. With FILTER, a regular expression, only
      the changes whose names match, for instance saver.rs. All of them take hours.

  cargo xtask pack
      What Trunk runs after each of its builds. After `trunk build --release` it packs the page as `build` does;
      other builds it leaves as they are.
";

enum Command {
    Help,
    Bench { only: Option<bench::Part> },
    Build { twice: bool },
    Mutants { filter: Option<String> },
    Open,
    Pack,
    Pictures,
    BackTest { seed: u64 },
    Content { code: content::Code },
    Links,
    CompareMermaid,
    CompareTj3 { plans: u64, seed: u64 },
    Test { browsers: Browsers, filter: Option<String> },
    Torture { seed: u64, only: Option<String> },
}

fn main() -> ExitCode {
    match command(lexopt::Parser::from_env()).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem:#}");
            ExitCode::FAILURE
        }
    }
}

fn command(mut words: lexopt::Parser) -> Result<Command> {
    let mut command = match words.next()? {
        None | Some(Long("help") | Short('h')) => return Ok(Command::Help),
        Some(Value(name)) => match name.to_str() {
            Some("help") => return Ok(Command::Help),
            Some("bench") => Command::Bench { only: None },
            Some("build") => Command::Build { twice: false },
            Some("mutants") => Command::Mutants { filter: None },
            Some("open") => Command::Open,
            Some("pack") => Command::Pack,
            Some("pictures") => Command::Pictures,
            Some("back-test") => Command::BackTest { seed: trials::SEED },
            Some("content") => Command::Content { code: content::Code::Pinned },
            Some("links") => Command::Links,
            Some("compare-mermaid") => Command::CompareMermaid,
            Some("compare-tj3") => Command::CompareTj3 { plans: trials::PLANS, seed: trials::SEED },
            Some("test") => Command::Test { browsers: Browsers::Chromium, filter: None },
            Some("torture") => Command::Torture { seed: torture::SEED, only: None },
            _ => bail!("There is no command {name:?}. `cargo xtask --help` lists the commands."),
        },
        Some(other) => return Err(other.unexpected().into()),
    };
    while let Some(word) = words.next()? {
        match (&mut command, word) {
            (_, Long("help") | Short('h')) => return Ok(Command::Help),
            (
                Command::BackTest { seed } | Command::CompareTj3 { seed, .. } | Command::Torture { seed, .. },
                Long("seed"),
            ) => {
                *seed = words.value()?.parse()?;
            }
            (Command::Build { twice }, Long("twice")) => *twice = true,
            (Command::Content { code }, Long("all")) => *code = content::Code::All,
            (Command::Bench { only }, Long("only")) => *only = Some(words.value()?.string()?.parse()?),
            (Command::Torture { only, .. }, Long("only")) => *only = Some(words.value()?.string()?),
            (Command::CompareTj3 { plans, .. }, Long("plans")) => *plans = words.value()?.parse()?,
            (Command::Test { browsers, .. }, Long("browsers")) => {
                *browsers = words.value()?.to_string_lossy().parse()?;
            }
            (Command::Mutants { filter: filter @ None }, Value(text)) => *filter = Some(text.string()?),
            (Command::Test { filter: filter @ None, .. }, Value(text)) => {
                *filter = Some(text.to_string_lossy().into_owned());
            }
            (_, word) => return Err(word.unexpected().into()),
        }
    }
    Ok(command)
}

fn run(command: Command) -> Result<()> {
    let mut steps = Steps::default();
    match command {
        Command::Help => print!("{HELP}"),
        Command::Pack => page::pack_for_trunk()?,
        Command::Bench { only } => bench::run(&mut steps, only)?,
        Command::BackTest { seed } => trials::back_test(seed)?,
        Command::Content { code } => content::run(code)?,
        Command::Links => content::links()?,
        Command::CompareMermaid => trials::compare_mermaid()?,
        Command::CompareTj3 { plans, seed } => trials::compare_tj3(plans, seed)?,
        Command::Mutants { filter } => mutants::run(filter.as_deref())?,
        Command::Torture { seed, only } => torture::run(&mut steps, seed, only.as_deref())?,
        Command::Build { twice } => {
            if twice {
                page::build_twice(&mut steps)?;
            } else {
                page::build(&mut steps)?;
            }
            steps.report();
        }
        Command::Pictures => {
            pictures::run(&mut steps)?;
            steps.report();
        }
        Command::Open => {
            page::build(&mut steps)?;
            steps.report();
            open()?;
        }
        Command::Test { browsers, filter } => {
            tests::run(&mut steps, browsers, filter.as_deref())?;
            steps.report();
            println!("\nEvery check passed.");
        }
    }
    Ok(())
}

fn open() -> Result<()> {
    let page = workspace::page();
    let has_desktop = !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    if has_desktop {
        println!("Opening {}", page.display());
        open::that_detached(&page).context("Could not open it: open the file yourself")
    } else {
        println!("There is no desktop here. Open {} in a browser.", page.display());
        Ok(())
    }
}
