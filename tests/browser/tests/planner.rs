//! The planner computes the same bits in a browser as natively.

use std::path::Path;

use browser_tests::{in_each_browser_at, planner};
use planner_in_wasm::fingerprint;

const CASES: u32 = 300;

#[test]
fn the_planner_computes_the_same_bits_in_the_browser() {
    let empty = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/empty.html");
    let here: Vec<String> = (0..CASES).map(|case| fingerprint(case).to_string()).collect();
    in_each_browser_at(&empty, async |person| {
        let script = format!(
            "const fingerprint = (seed) => BigInt.asUintN(64, exports.fingerprint_of(seed)).toString();
            return Array.from({{ length: {CASES} }}, (_, seed) => fingerprint(seed));"
        );
        let there: Vec<String> = person.computes(&planner(), &script).await;
        let different: Vec<usize> = (0..CASES as usize).filter(|&case| here[case] != there[case]).collect();
        assert!(different.is_empty(), "{} of {CASES} cases differ: {different:?}", different.len());
    });
}
