//! Altered copies of the page, as by damage, an old browser, or an extension.

use std::fs;
use std::path::PathBuf;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::environment;

/// The text of the built page.
pub fn page_text() -> String {
    let path = environment::page();
    fs::read_to_string(&path).unwrap_or_else(|problem| panic!("cannot read {}: {problem}", path.display()))
}

/// A page in a temporary directory, which is removed on drop.
pub struct Variant {
    folder: TempDir,
}

impl Variant {
    /// A page with this text.
    pub fn of(text: &str) -> Self {
        let folder = tempfile::Builder::new().prefix("variant-").tempdir().expect("a temporary folder");
        let variant = Self { folder };
        fs::write(variant.path(), text).expect("a file in a new folder");
        variant
    }

    /// The built page with a foreign script that runs before its own.
    pub fn with_script(script: &str) -> Self {
        let page = page_text();
        let (before, rest) = page.split_once("<script>").expect("the page has a script");
        Self::of(&allowing_its_scripts(&format!("{before}<script>{script}</script><script>{rest}")))
    }

    /// The path of the page.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("waymark.html")
    }
}

/// The same page with a policy that also allows all of its present scripts.
pub fn allowing_its_scripts(page: &str) -> String {
    let scripts =
        page.split("<script>").skip(1).map(|rest| rest.split("</script>").next().unwrap_or_default());
    let hashes: String =
        scripts.map(|script| format!("'sha256-{}' ", BASE64.encode(Sha256::digest(script)))).collect();
    let (before, rest) = page.split_once("script-src ").expect("the page has a policy");
    format!("{before}script-src {hashes}{rest}")
}
