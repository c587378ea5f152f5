//! Validates JSON against a schema with ajv, which runs in Node.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// Panics, listing all violations, unless `json` is valid by the JSON Schema in the file `schema`.
pub fn validates(schema: impl AsRef<Path>, json: &[u8]) {
    let schema = schema.as_ref();
    let mut validator = Command::new("node")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("validate.mjs"))
        .arg(schema)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|problem| panic!("cannot start node ({problem}): run `cargo xtask test`"));
    // A validator that exits early reports the reason below, which says more than the broken pipe.
    let _ = validator.stdin.take().expect("its input is a pipe").write_all(json);
    let result = validator.wait_with_output().expect("node ends");
    let said = String::from_utf8_lossy(&result.stderr);
    assert!(result.status.success(), "not valid by {}:\n{said}", schema.display());
}
