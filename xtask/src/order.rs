//! The functions of the program in an order in which those that are alike are neighbours: then it packs better.

use anyhow::{Context, Result};
use wasm_encoder::{
    CodeSection, FunctionSection, Module,
    reencode::{Error, Reencode, RoundtripReencoder},
};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

/// The same program with its functions in another order, and with numbers that go with it.
pub fn ordered(program: &[u8]) -> Result<Vec<u8>> {
    let mut order = Order::of(program).context("the program cannot be read")?;
    let mut module = Module::new();
    order
        .parse_core_module(&mut module, Parser::new(0), program)
        .context("the functions of the program cannot be put in order")?;
    Ok(module.finish())
}

struct Order {
    /// The functions that the program imports come before its own and stay where they are.
    imported: u32,
    /// Which of its own functions comes at each place, and the place of each.
    functions: Vec<usize>,
    places: Vec<u32>,
}

impl Order {
    fn of(program: &[u8]) -> wasmparser::Result<Self> {
        let mut imported = 0;
        let mut bodies = Vec::new();
        for part in Parser::new(0).parse_all(program) {
            match part? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(&program[body.range()]),
                _ => {}
            }
        }
        let functions = by_likeness(&bodies);
        let mut places = vec![0; functions.len()];
        for (place, &function) in (imported..).zip(&functions) {
            places[function] = place;
        }
        Ok(Self { imported, functions, places })
    }
}

/// The first, then each time the one of those left that is most like the last.
fn by_likeness(bodies: &[&[u8]]) -> Vec<usize> {
    let pairs: Vec<Pairs> = bodies.iter().map(|body| Pairs::of(body)).collect();
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    let mut ordered: Vec<usize> = left.drain(..left.len().min(1)).collect();
    while let Some(last) = ordered.last().filter(|_| !left.is_empty()) {
        let likeness = |place: &usize| pairs[left[*place]].likeness(&pairs[*last]);
        // Of several that are equally like it, the first.
        let next = (0..left.len()).rev().max_by_key(likeness).expect("some are left");
        ordered.push(left.remove(next));
    }
    ordered
}

/// Which bytes follow one another in a function, as a set in which a place may stand for several pairs.
struct Pairs {
    places: [u64; 64],
    count: u32,
}

impl Pairs {
    fn of(body: &[u8]) -> Self {
        let mut places = [0; 64];
        for pair in body.windows(2) {
            let place = (usize::from(pair[0]) * 467 + usize::from(pair[1]) * 89) % 4093;
            places[place / 64] |= 1 << (place % 64);
        }
        Self { places, count: places.iter().map(|places| places.count_ones()).sum() }
    }

    /// How many millionths of what one or the other has both have.
    fn likeness(&self, other: &Self) -> u64 {
        let both = self.places.iter().zip(&other.places).map(|(one, other)| (one & other).count_ones());
        let both: u32 = both.sum();
        u64::from(both) * 1_000_000 / u64::from((self.count + other.count - both).max(1))
    }
}

impl Reencode for Order {
    type Error = <RoundtripReencoder as Reencode>::Error;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Self::Error>> {
        let own = function.checked_sub(self.imported);
        Ok(own.map_or(function, |own| self.places[own as usize]))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let types = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for &function in &self.functions {
            functions.function(types[function]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for place in 0..self.functions.len() {
            self.parse_function_body(code, bodies[self.functions[place]].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use walrus::{FunctionBuilder, FunctionId, Module, ValType};

    use super::*;

    /// A program that exports functions under the numbers they return, and each again by calling it.
    fn program(numbers: &[i32]) -> Vec<u8> {
        let mut module = Module::default();
        let kind = module.types.add(&[], &[]);
        module.add_import_func("glue", "first", kind);
        for number in numbers {
            let function = returning(&mut module, |body| {
                body.i32_const(*number);
            });
            module.exports.add(&number.to_string(), function);
            let calling = returning(&mut module, |body| {
                body.call(function);
            });
            module.exports.add(&format!("calls {number}"), calling);
        }
        module.emit_wasm()
    }

    fn returning(module: &mut Module, fill: impl Fn(&mut walrus::InstrSeqBuilder)) -> FunctionId {
        let mut function = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
        fill(&mut function.func_body());
        function.finish(vec![], &mut module.funcs)
    }

    /// What stands in a function with one instruction.
    fn only(module: &Module, function: FunctionId) -> walrus::ir::Instr {
        let function = module.funcs.get(function).kind.unwrap_local();
        let (instruction, _) = &function.block(function.entry_block()).instrs[0];
        instruction.clone()
    }

    #[test]
    fn every_name_still_means_the_same_function() {
        let numbers = [7, -3, 100_000, 5, 64, 0];
        let before = program(&numbers);
        let after = ordered(&before).expect("it is a program");
        let module = Module::from_buffer(&after).expect("it is one still");
        assert_eq!(module.imports.iter().count(), 1);
        for number in numbers {
            let function = module.exports.get_func(number.to_string()).expect("it is exported");
            let calling = module.exports.get_func(format!("calls {number}")).expect("it is exported");
            assert!(matches!(only(&module, function), walrus::ir::Instr::Const(value)
                if matches!(value.value, walrus::ir::Value::I32(value) if value == number)));
            assert!(matches!(only(&module, calling), walrus::ir::Instr::Call(call) if call.func == function));
        }
    }

    #[test]
    fn functions_that_are_alike_are_neighbours() {
        let bodies: [&[u8]; 5] = [b"abcdefgh", b"123456", b"abcdXfgh", b"12345678", b"efgh1234"];
        assert_eq!(by_likeness(&bodies), [0, 2, 4, 1, 3]);
        assert_eq!(by_likeness(&[]), [] as [usize; 0]);
    }
}
