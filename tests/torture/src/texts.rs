//! Texts that programs mishandle.

use std::sync::LazyLock;

/// Missing from the published list: line ends, NUL, escaped lone surrogates, property names of JavaScript
/// objects, and the ends of scripts.
const LACKING: [&str; 14] = [
    "\r\n",
    "one\rtwo\nthree\r\nfour",
    "\0",
    "before\0after",
    "\\ud800",
    "\\udc00\\ud800",
    "\u{fffd}\u{ffff}\u{10ffff}",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "</script><script>alert(1)</script>",
    "]]><!--",
    "=1+1",
    "\u{feff}\u{2028}\u{2029}",
];

static ALL: LazyLock<Vec<&str>> =
    LazyLock::new(|| naughty_strings::BLNS.iter().copied().chain(LACKING).collect());

/// The Big List of Naughty Strings, and what it lacks.
pub fn naughty() -> &'static [&'static str] {
    &ALL
}
