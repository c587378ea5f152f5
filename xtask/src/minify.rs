//! Scripts made small: short names inside of functions, no spaces, nothing that never runs. What a script declares
//! outside of all functions keeps its name, because other scripts call it.

use anyhow::{Result, bail};
use oxc::{
    allocator::Allocator,
    ast::{
        AstKind,
        ast::{AssignmentOperator, BinaryOperator, LogicalOperator, Program, VariableDeclarationKind},
    },
    ast_visit::Visit,
    codegen::{Codegen, CodegenOptions},
    minifier::{CompressOptions, Minifier, MinifierOptions},
    parser::Parser,
    span::{GetSpan, SourceType, Span},
};
use oxc_compat::{Engine, EngineTargets, Version};

/// The minifier uses nothing newer than this by itself. What a script is written in stays.
const NEWEST: (Engine, Version) = (Engine::Es, Version(5, 0, 0));

/// A script that does the same with fewer letters.
pub fn minified(code: &str) -> Result<String> {
    let allocator = Allocator::default();
    let mut program = parsed(&allocator, code)?;
    let target = EngineTargets::new([NEWEST].into_iter().collect());
    let compress = Some(CompressOptions { target, ..CompressOptions::smallest() });
    let options = MinifierOptions { compress, ..MinifierOptions::default() };
    let names = Minifier::new(options).minify(&allocator, &mut program).scoping;
    let printer = Codegen::new().with_options(CodegenOptions::minify()).with_scoping(names);
    Ok(printer.build(&program).code.to_string())
}

/// The same for a script that browsers from before 2015 have to understand. It is refused if they do not.
pub fn minified_for_old_browsers(code: &str) -> Result<String> {
    let mut small = minified(code)?;
    let allocator = Allocator::default();
    let mut newer = Newer::default();
    newer.visit_program(&parsed(&allocator, &small)?);
    if let Some(place) = newer.without_equal.first() {
        bail!(
            "old browsers do not understand this, which is in a script for them: {}",
            place.source_text(&small)
        );
    }
    for (place, old) in newer.with_equal.iter().rev() {
        small.replace_range(place.start as usize..place.end as usize, old);
    }
    Ok(small)
}

fn parsed<'a>(allocator: &'a Allocator, code: &'a str) -> Result<Program<'a>> {
    let read = Parser::new(allocator, code, SourceType::script()).parse();
    if let Some(problem) = read.diagnostics.into_iter().next() {
        bail!("a script cannot be read: {:?}", problem.with_source_code(code.to_owned()));
    }
    Ok(read.program)
}

/// What old browsers do not understand: where it stands, and how it was written before 2015.
#[derive(Default)]
struct Newer {
    /// The printer writes texts and properties the new way wherever that is shorter, and cannot be told not to.
    with_equal: Vec<(Span, String)>,
    without_equal: Vec<Span>,
}

impl<'a> Visit<'a> for Newer {
    fn enter_node(&mut self, kind: AstKind<'a>) {
        match kind {
            AstKind::TemplateLiteral(text) => match text.single_quasi() {
                Some(words) => self.with_equal.push((text.span, in_quotes(&words))),
                None => self.without_equal.push(text.span),
            },
            AstKind::ObjectProperty(property) if property.shorthand => {
                let name = property.key.name().unwrap_or_default();
                self.with_equal.push((property.span, format!("{name}:{name}")));
            }
            _ if is_newer(kind) => self.without_equal.push(kind.span()),
            _ => {}
        }
    }
}

fn in_quotes(words: &str) -> String {
    serde_json::Value::from(words).to_string().replace("</", "<\\/")
}

fn is_newer(kind: AstKind) -> bool {
    match kind {
        AstKind::VariableDeclaration(names) => names.kind != VariableDeclarationKind::Var,
        AstKind::Function(function) => function.r#async || function.generator,
        AstKind::ObjectProperty(property) => property.method || property.computed,
        AstKind::FormalParameter(parameter) => parameter.initializer.is_some(),
        AstKind::CatchClause(clause) => clause.param.is_none(),
        AstKind::BinaryExpression(sum) => sum.operator == BinaryOperator::Exponential,
        AstKind::LogicalExpression(both) => both.operator == LogicalOperator::Coalesce,
        AstKind::AssignmentExpression(set) => {
            set.operator.is_logical() || set.operator == AssignmentOperator::Exponential
        }
        AstKind::TaggedTemplateExpression(_)
        | AstKind::ArrowFunctionExpression(_)
        | AstKind::Class(_)
        | AstKind::ChainExpression(_)
        | AstKind::SpreadElement(_)
        | AstKind::ForOfStatement(_)
        | AstKind::FormalParameterRest(_)
        | AstKind::ObjectPattern(_)
        | AstKind::ArrayPattern(_)
        | AstKind::ObjectAssignmentTarget(_)
        | AstKind::ArrayAssignmentTarget(_)
        | AstKind::NewTarget(_)
        | AstKind::BigIntLiteral(_) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_get_short_where_nobody_else_knows_them() {
        let small = minified(
            "var shared = 1;\nfunction alsoShared(first) {\n  let second = first + shared;\n  return [second, second];\n}\n",
        );
        let small = small.expect("it can be read");
        assert!(small.contains("shared=1") && small.contains("function alsoShared("), "{small}");
        assert!(!small.contains("first") && !small.contains("second") && !small.contains('\n'), "{small}");
    }

    #[test]
    fn what_never_runs_is_left_out() {
        let small = minified("(function () { function never() { lost(); } if (false) lost(); kept(); })();");
        let small = small.expect("it can be read");
        assert!(small.contains("kept()") && !small.contains("lost"), "{small}");
    }

    #[test]
    fn nothing_gets_newer_by_itself() {
        let code = "(function () {
            'use strict';
            var a = got && got.value;
            var b = got === null || got === undefined ? 'two' : got;
            if (!a) { a = b; }
            try { use(a); } catch (unused) { use({ a: a, got: got, delete: 1 }); }
            use('<' + a + '>', 'several\\nlines', function () { return a; }, Math.pow(a, b), 'it\\'s `one`', 'x'.concat(a));
        })();";
        let small = minified_for_old_browsers(code).expect("it can be read");
        for newer in ["=>", "?.", "??", "**", "let ", "const ", "||=", "catch{", "{got}", "${", "use(`"] {
            assert!(!small.contains(newer), "`{newer}` in {small}");
        }
        assert!(small.contains("\"several\\nlines\"") && small.contains("got:got"), "{small}");
        // The result is old enough itself, and the second time nothing changes any more.
        assert_eq!(minified_for_old_browsers(&small).expect("it can be read"), small);
    }

    #[test]
    fn old_browsers_get_nothing_they_cannot_read() {
        for newer in [
            "use(() => 1)",
            "let a = 1; use(a)",
            "use(a?.b)",
            "use(a ?? b)",
            "use(`a${b}`)",
            "use({ a() {} })",
            "use(...a)",
            "for (var a of b) use(a)",
            "var { a } = b; use(a)",
            "class A {}",
            "async function a() {}",
            "function a(b = 1) { use(b) }",
        ] {
            let problem = minified_for_old_browsers(newer).expect_err(newer);
            assert!(problem.to_string().starts_with("old browsers do not understand this"), "{problem}");
            minified(newer).expect("newer ones can read it");
        }
    }

    #[test]
    fn what_would_end_a_script_is_written_another_way_or_left_to_the_packer() {
        let small = minified("use('</script>')").expect("it can be read");
        assert!(!small.contains("</script"), "{small}");
        let small = minified_for_old_browsers("use('</script>')").expect("it can be read");
        assert!(!small.contains("</script"), "{small}");
    }

    #[test]
    fn a_script_with_a_mistake_is_refused() {
        assert!(minified("use(").is_err());
    }
}
