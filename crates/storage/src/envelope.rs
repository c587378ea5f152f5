//! The envelope around a saved text: a JSON object with its version, its length and a checksum, so that
//! damage is detected and a page of any version can tell how new the text is.

use crc::{CRC_32_ISO_HDLC, Crc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::migrate::Migrations;
use crate::reading::{check_version, parse};
use app::FileRefusal;

const CRC: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);

/// The field that only an envelope has.
const VERSION: &str = "waymark_saved";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope<'a> {
    #[serde(rename = "waymark_saved")]
    version: u32,
    /// Bytes of the body.
    length: usize,
    checksum: &'a str,
    #[serde(borrow)]
    body: &'a RawValue,
}

/// CRC-32 of a text as in gzip: it detects each flipped bit and each burst of up to 32 bits.
pub fn checksum(text: &str) -> u32 {
    CRC.checksum(text.as_bytes())
}

/// The checksum of a body in an envelope of a version, as hexadecimal digits. It includes the version, so
/// that a damaged version is not taken for a newer one.
fn checksum_of(version: u32, body: &str) -> String {
    let mut digest = CRC.digest();
    digest.update(&version.to_le_bytes());
    digest.update(body.as_bytes());
    format!("{:08x}", digest.finalize())
}

/// Puts a body into an envelope.
pub fn wrap(version: u32, body: &RawValue) -> String {
    let checksum = checksum_of(version, body.get());
    let envelope = Envelope { version, length: body.get().len(), checksum: &checksum, body };
    serde_json::to_string(&envelope).expect("an envelope has only fields that JSON can hold")
}

/// The version and the body of an envelope of one of these versions.
///
/// # Errors
///
/// If the text is not an envelope, is damaged, or has a newer version.
pub fn unwrap<'a>(text: &'a str, migrations: &Migrations) -> Result<(u32, &'a str), FileRefusal> {
    let Ok(Envelope { version, length, checksum, body }) = serde_json::from_str(text) else {
        return Err(refusal(&parse(text)?, migrations));
    };
    let body = body.get();
    let has_checksum_of = |version| checksum == checksum_of(version, body);
    if migrations.versions().contains(&version) {
        return match length == body.len() && has_checksum_of(version) {
            true => Ok((version, body)),
            false => Err(FileRefusal::Damaged),
        };
    }
    // If the checksum fits another version, the version field itself is damaged.
    match migrations.versions().any(has_checksum_of) {
        true => Err(FileRefusal::Damaged),
        false => Err(refusal(&parse(text)?, migrations)),
    }
}

/// The reason why JSON is not an envelope of one of these versions.
fn refusal(json: &Value, migrations: &Migrations) -> FileRefusal {
    match check_version(json, VERSION, migrations) {
        Ok(_) => FileRefusal::Damaged,
        Err(why) => why,
    }
}
