//! Numbers in place of the names under which the program asks the glue for functions.
//!
//! Nobody reads these names, and each has 16 random letters in it, which cannot be packed.

use anyhow::{Context, Result, ensure};
use walrus::ModuleConfig;

/// The glue and the program, which then agree on shorter names. What the program says of its origin is left out.
pub fn numbered(glue: &str, program: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    let mut module = config.parse(program).context("the program cannot be read")?;
    let mut glue = glue.to_owned();
    for (number, import) in module.imports.iter_mut().enumerate() {
        let key = format!(" {}:", import.name);
        ensure!(glue.matches(&key).count() == 1, "the glue has `{}` not exactly once", import.name);
        glue = glue.replace(&key, &format!(" {number}:"));
        import.name = number.to_string();
    }
    Ok((glue, module.emit_wasm()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A program with these imports, and the glue that goes with it.
    fn both(imports: &[&str]) -> (String, Vec<u8>) {
        let mut module = walrus::Module::default();
        let kind = module.types.add(&[], &[]);
        let mut glue = String::from("const imports = {\n");
        for name in imports {
            module.add_import_func("glue", name, kind);
            glue += &format!("    {name}: function() {{ use(\"{name}\"); }},\n");
        }
        (glue + "};", module.emit_wasm())
    }

    #[test]
    fn glue_and_program_get_the_same_numbers() {
        let (glue, program) = both(&["then_1", "then_10"]);
        let (glue, program) = numbered(&glue, &program).expect("they agree");
        let module = walrus::Module::from_buffer(&program).expect("it is a program");
        let names: Vec<_> = module.imports.iter().map(|import| import.name.as_str()).collect();
        assert_eq!(names, ["0", "1"]);
        assert!(glue.contains(" 0: function() { use(\"then_1\"); }"), "{glue}");
        assert!(glue.contains(" 1: function() { use(\"then_10\"); }"), "{glue}");
    }

    #[test]
    fn a_name_that_the_glue_has_not_is_told() {
        let (_, program) = both(&["then_1"]);
        let problem = numbered("const imports = {};", &program).expect_err("it lacks the import");
        assert!(problem.to_string().contains("then_1"), "{problem}");
    }
}
