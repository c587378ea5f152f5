//! What is put around a saved text so that damage shows: how long it is, and a checksum.
//!
//! All of it together is one JSON object, so that a page of any version can tell how new it is.

use crc::{CRC_32_ISO_HDLC, Crc, Table};

use super::saved::VERSION;

// One table of 1 kB is fast enough for texts of this size; the usual sixteen are half the size of a page.
const CRC: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// The checksum of a text: CRC-32 as in gzip, which no turned bit and no burst of up to 32 bits escapes.
pub fn checksum(text: &str) -> u32 {
    CRC.checksum(text.as_bytes())
}

/// The checksum of a body in an envelope of this version. Another version has another one of the same body, so that a
/// damaged version is told from a newer one.
fn checksum_of(body: &str) -> u32 {
    let mut digest = CRC.digest();
    digest.update(&VERSION.to_le_bytes());
    digest.update(body.as_bytes());
    digest.finalize()
}

/// Puts a body, which is JSON, into its envelope.
pub fn wrap(body: &str) -> String {
    let (length, checksum) = (body.len(), checksum_of(body));
    format!(r#"{{"waymark_saved":{VERSION},"length":{length},"checksum":"{checksum:08x}","body":{body}}}"#)
}

/// What an envelope turned out to be.
#[derive(Debug, PartialEq, Eq)]
pub enum Unwrapped<'a> {
    /// An envelope of this version with all that was put into it.
    Whole(&'a str),
    /// An envelope of this version with something else in it than was put there.
    Damaged,
    /// No envelope of this version.
    Other,
}

/// Takes the body out of a text, if the text is an envelope.
pub fn unwrap(text: &str) -> Unwrapped<'_> {
    let Some((version, length, sum, body)) = split(text) else { return Unwrapped::Other };
    let fits = length == body.len().to_string() && sum == format!("{:08x}", checksum_of(body));
    match (version == VERSION.to_string(), fits) {
        (true, true) => Unwrapped::Whole(body),
        // Where all but the version fits, it is the version that was damaged: another one has another form.
        (true, false) | (false, true) => Unwrapped::Damaged,
        (false, false) => Unwrapped::Other,
    }
}

/// The version, the length, the checksum and the body that stand in an envelope.
fn split(text: &str) -> Option<(&str, &str, &str, &str)> {
    let (version, rest) = text.strip_prefix(r#"{"waymark_saved":"#)?.split_once(r#","length":"#)?;
    let (length, rest) = rest.split_once(r#","checksum":""#)?;
    let (sum, rest) = rest.split_once(r#"","body":"#)?;
    Some((version, length, sum, rest.strip_suffix('}')?))
}
