//! The browsers that tests run in.

use std::str::FromStr;

use anyhow::{Error, Result, bail};

/// The choices of `--browsers`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Browsers {
    None,
    /// Every test in Chromium alone.
    Chromium,
    /// Every test in Chromium, and the engine-sensitive ones in Firefox and WebKit too.
    Engines,
    /// Every test in all three.
    All,
}

const CHROMIUM: &str = "chromium";
const ALL: &str = "chromium,firefox,webkit";

impl Browsers {
    /// The browsers for all tests, and those for the engine-sensitive ones.
    pub fn names(self) -> (&'static str, &'static str) {
        match self {
            Browsers::None => ("", ""),
            Browsers::Chromium => (CHROMIUM, CHROMIUM),
            Browsers::Engines => (CHROMIUM, ALL),
            Browsers::All => (ALL, ALL),
        }
    }
}

impl FromStr for Browsers {
    type Err = Error;

    fn from_str(word: &str) -> Result<Self> {
        match word {
            "none" => Ok(Browsers::None),
            "chromium" => Ok(Browsers::Chromium),
            "engines" => Ok(Browsers::Engines),
            "all" => Ok(Browsers::All),
            _ => bail!("--browsers takes chromium, engines, all or none, not {word:?}"),
        }
    }
}
