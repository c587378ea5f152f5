//! Runs WebAssembly modules in the page.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::{Person, environment};

/// The planner as a WebAssembly module whose exports take and return plain numbers.
pub fn planner() -> Vec<u8> {
    let path = environment::planner();
    std::fs::read(&path).unwrap_or_else(|problem| panic!("cannot read {}: {problem}", path.display()))
}

/// Mermaid as a script.
pub fn mermaid_script() -> String {
    environment::mermaid()
}

impl Person {
    /// Instantiates a module and returns the value of a script, the body of a function of its `exports`.
    ///
    /// Its imports must never be called: they throw.
    pub async fn computes<T: DeserializeOwned>(&self, program: &[u8], script: &str) -> T {
        let runner = format!(
            "const [text, done] = arguments;
            const whole = (exports) => {{ {script} }};
            const refuse = (name) => () => {{ throw new Error(`${{name}} was called`); }};
            const run = async () => {{
                const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
                const program = await WebAssembly.compile(bytes);
                const imports = {{}};
                for (const {{ module, name }} of WebAssembly.Module.imports(program)) {{
                    (imports[module] ??= {{}})[name] = refuse(name);
                }}
                return whole((await WebAssembly.instantiate(program, imports)).exports);
            }};
            run().then((result) => done({{ result }}), (problem) => done({{ problem: String(problem) }}));"
        );
        let given = vec![json!(BASE64.encode(program))];
        let mut answer = self.visit.client().execute_async(&runner, given).await.expect("the script runs");
        assert!(answer["problem"].is_null(), "in {}: {}", self.browser(), answer["problem"]);
        serde_json::from_value(answer["result"].take()).expect("the script returns what was expected")
    }
}
