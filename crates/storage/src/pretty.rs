//! JSON for people to read.

use serde::Serialize;
use serde_json::{Deserializer, Serializer};

/// A form as JSON with line breaks and indentation.
///
/// Through text that is written as for the storage: with a second kind of serializer the page would hold the code of every
/// form twice.
pub fn pretty(form: &impl Serialize) -> String {
    const ONLY_JSON: &str = "a form has only fields that JSON can hold";
    let text = serde_json::to_string(form).expect(ONLY_JSON);
    let mut pretty = Vec::new();
    serde_transcode::transcode(&mut Deserializer::from_str(&text), &mut Serializer::pretty(&mut pretty))
        .expect(ONLY_JSON);
    String::from_utf8(pretty).expect("JSON is text")
}
