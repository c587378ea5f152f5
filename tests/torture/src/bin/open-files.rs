//! Opens mutated files of every form that a roadmap can have, then a megabyte of each, and prints a table of how many were opened
//! and how long a megabyte took. An input that makes the reader panic is printed with the seed that makes it again.
//!
//!     cargo run --profile torture --package torture --bin open-files -- [--each NUMBER] [--seed NUMBER] [FORM…]

use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use formats::{MOST_ROADMAP_BYTES, open_roadmap};
use lexopt::prelude::{Long, Value, ValueExt};
use torture::dice::Dice;
use torture::files::{FORMS, Form};
use torture::mutation::mutated;

/// Inputs of each form, unless another number is given.
const INPUTS: u64 = 1_000_000;

/// Progress is shown after so many of them.
const SHOWN_AFTER: u64 = 100_000;

/// A megabyte is measured so often; the fastest counts, because other programs take time as well.
const RUNS: usize = 5;

/// A megabyte should take less.
const MOST_SECONDS: f64 = 1.0;

fn main() -> Result<ExitCode> {
    let (mut each, mut seed, mut names) = (INPUTS, 1, Vec::new());
    let mut words = lexopt::Parser::from_env();
    while let Some(word) = words.next()? {
        match word {
            Long("each") => each = words.value()?.parse()?,
            Long("seed") => seed = words.value()?.parse()?,
            Value(name) => names.push(name.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let forms: Vec<&Form> =
        FORMS.iter().filter(|form| names.is_empty() || names.iter().any(|name| name == form.name)).collect();
    if forms.is_empty() {
        bail!("there are no forms {names:?}");
    }
    // A panic is reported with what caused it.
    panic::set_hook(Box::new(|_| {}));
    println!(
        "| form | inputs | opened | panics | seconds | a megabyte, ms |\n| --- | ---: | ---: | ---: | ---: | ---: |"
    );
    let mut has_failed = false;
    for form in forms {
        has_failed |= !run(form, each, seed)?;
    }
    Ok(if has_failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Opens the inputs of a form and a megabyte of it, and prints its line; tells whether all went well.
fn run(form: &Form, each: u64, seed: u64) -> Result<bool> {
    let corpus = corpus(form)?;
    let begun = Instant::now();
    let (mut opened, mut panics) = (0_u64, 0_u64);
    for number in 0..each {
        let input = input(form, &corpus, seed, number);
        match panic::catch_unwind(AssertUnwindSafe(|| open_roadmap(form.file, &input).is_ok())) {
            Ok(is_opened) => opened += u64::from(is_opened),
            Err(_) => {
                panics += 1;
                eprintln!(
                    "{}: seed {seed}, input {number}: {:?}",
                    form.name,
                    String::from_utf8_lossy(&input)
                );
            }
        }
        if (number + 1).is_multiple_of(SHOWN_AFTER) {
            eprintln!("{}: {} of {each}, {:.0} s", form.name, number + 1, begun.elapsed().as_secs_f64());
        }
    }
    let seconds = begun.elapsed().as_secs_f64();
    let slowest = slowest_megabyte(form, &corpus, seed);
    println!("| {} | {each} | {opened} | {panics} | {seconds:.0} | {:.0} |", form.name, slowest * 1_000.0);
    Ok(panics == 0 && slowest < MOST_SECONDS)
}

/// What people wrote of that form, with its signs as one more text, so that parts of them get into the others.
fn corpus(form: &Form) -> Result<Vec<Vec<u8>>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../data/import");
    let read = |name: &&str| fs::read(folder.join(name)).with_context(|| format!("{name} is missing"));
    let mut corpus: Vec<Vec<u8>> = form.seeds.iter().map(read).collect::<Result<_>>()?;
    corpus.extend(form.texts.iter().map(|text| text.as_bytes().to_vec()));
    Ok(corpus)
}

/// The input with a number, which nothing but the seed decides. Most are clean text, as files are.
fn input(form: &Form, corpus: &[Vec<u8>], seed: u64, number: u64) -> Vec<u8> {
    let mut dice =
        Dice::new(seed.wrapping_mul(1_000_003).wrapping_add(number) ^ (form.name.len() as u64) << 56);
    let bytes = mutated(&mut dice, corpus);
    if dice.once_in(10) { bytes } else { String::from_utf8_lossy(&bytes).into_owned().into_bytes() }
}

/// The seconds that the slowest of some megabytes takes: a large plan, each text over and over, and mutated ones.
fn slowest_megabyte(form: &Form, corpus: &[Vec<u8>], seed: u64) -> f64 {
    let repeated = |part: &[u8]| -> Vec<u8> {
        let text = String::from_utf8_lossy(part).into_owned();
        let times = MOST_ROADMAP_BYTES / (text.len() + 1);
        [text, "\n".to_owned()].concat().repeat(times).into_bytes()
    };
    let mut megabytes = vec![(form.large)(MOST_ROADMAP_BYTES).into_bytes()];
    megabytes.extend(corpus.iter().map(|text| repeated(text)));
    megabytes.extend((0..20).map(|number| repeated(&input(form, corpus, seed, number))));
    let seconds = |bytes: &Vec<u8>| {
        let run = || {
            let begun = Instant::now();
            let _ = panic::catch_unwind(AssertUnwindSafe(|| open_roadmap(form.file, bytes).is_ok()));
            begun.elapsed().as_secs_f64()
        };
        (0..RUNS).map(|_| run()).fold(f64::INFINITY, f64::min)
    };
    megabytes.iter().map(seconds).fold(0.0, f64::max)
}
