//! The glue with one way to start a program in place of several: wasm-bindgen's own also fetch it, or compile it from
//! bytes, and the page does neither.

use anyhow::{Context, Result};

/// Where the ways to start begin in what wasm-bindgen writes, and what comes after the last of them.
const WAYS: &str = "    async function __wbg_load(";
const END: &str = "\n})(";

/// What the page calls with the compiled program.
const WAY: &str = "    return async (program) =>
        __wbg_finalize_init(await WebAssembly.instantiate(program, __wbg_get_imports()), program);";

/// The glue as a function that starts a program that has been compiled.
pub fn of_compiled(glue: &str) -> Result<String> {
    let cut = || {
        let (before, ways) = glue.split_once(WAYS)?;
        let (_, end) = ways.rsplit_once(END)?;
        Some(format!("{before}{WAY}{END}{end}"))
    };
    cut().context("the glue does not start programs in the way that is known here")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_one_way_to_start_is_left() {
        let glue = "let glue = (function(exports) {
    function __wbg_finalize_init(instance) {
        kept(instance);
    }

    async function __wbg_load(module, imports) {
        (function() {
})();
        lost();
    }

    return lost;
})({ __proto__: null });
";
        let glue = of_compiled(glue).expect("it has all that is looked for");
        assert!(glue.contains("kept(instance)") && !glue.contains("lost"), "{glue}");
        assert!(glue.starts_with("let glue = (function(exports) {\n"), "{glue}");
        assert!(glue.ends_with("program);\n})({ __proto__: null });\n"), "{glue}");
    }

    #[test]
    fn another_glue_is_refused() {
        assert!(of_compiled("let glue = (function() {\n    return other;\n})();\n").is_err());
    }
}
