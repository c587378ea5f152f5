//! Which browsers the page is driven in.

use std::str::FromStr;

use anyhow::{Error, Result, bail};

/// The browsers that the page is driven in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Browsers {
    None,
    Chromium,
    All,
}

impl FromStr for Browsers {
    type Err = Error;

    fn from_str(word: &str) -> Result<Self> {
        match word {
            "none" => Ok(Browsers::None),
            "chromium" => Ok(Browsers::Chromium),
            "all" => Ok(Browsers::All),
            _ => bail!("--browsers takes chromium, all or none, not {word:?}"),
        }
    }
}
