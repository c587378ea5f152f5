//! The program taken apart, so that it packs better: the unpacker puts it together again.

use unpacker::streams::{Program, STREAMS, walk};

/// The program and the texts behind it as [`unpacker::streams::join`] reads them.
pub fn split(program: &[u8], texts: &[u8]) -> Vec<u8> {
    let mut splitting = Splitting { program, at: 0, streams: Default::default() };
    walk(&mut splitting, program.len());
    let [rest, others @ ..] = splitting.streams;
    let mut all = Vec::new();
    for stream in &others {
        let length = u32::try_from(stream.len()).expect("a page has less than four gigabytes");
        all.extend(length.to_le_bytes());
    }
    others.iter().chain([&rest]).for_each(|stream| all.extend(stream));
    all.extend(texts);
    all
}

struct Splitting<'a> {
    program: &'a [u8],
    at: usize,
    streams: [Vec<u8>; STREAMS],
}

impl Program for Splitting<'_> {
    fn next(&mut self, stream: usize) -> u8 {
        let byte = self.program[self.at];
        self.at += 1;
        self.streams[stream].push(byte);
        byte
    }

    fn at(&self) -> usize {
        self.at
    }
}

/// What the page has when it has put everything together.
#[cfg(test)]
pub fn joined(streams: &[u8], program_length: usize) -> Vec<u8> {
    let mut joined = vec![0; streams.len() - unpacker::streams::LENGTHS];
    unpacker::streams::join(streams, program_length, &mut joined);
    joined
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        BlockType, CodeSection, Function, FunctionSection, Instruction, MemArg, MemorySection, MemoryType,
        Module, TypeSection, ValType,
    };

    use super::*;

    /// A program with each way in which instructions name something.
    fn program() -> Vec<u8> {
        let place = MemArg { offset: 300, align: 2, memory_index: 0 };
        let mut function = Function::new([(3, ValType::I32), (1, ValType::F64)]);
        for instruction in [
            Instruction::Block(BlockType::Empty),
            Instruction::I32Const(-70_000),
            Instruction::LocalTee(2),
            Instruction::I32Load(place),
            Instruction::BrTable([0, 0, 0].as_slice().into(), 0),
            Instruction::End,
            Instruction::F64Const(0.1.into()),
            Instruction::LocalSet(3),
            Instruction::I64Const(i64::MIN),
            Instruction::F32Const(0.1.into()),
            Instruction::I32TruncSatF32S,
            Instruction::LocalGet(0),
            Instruction::LocalGet(1),
            Instruction::TypedSelect(ValType::I32),
            Instruction::I32Const(1),
            Instruction::I32Const(2),
            Instruction::MemoryFill(0),
            Instruction::Call(0),
            Instruction::End,
        ] {
            function.instruction(&instruction);
        }
        let (mut types, mut functions) = (TypeSection::new(), FunctionSection::new());
        types.ty().function([], []);
        let (mut memories, mut code) = (MemorySection::new(), CodeSection::new());
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        for _ in 0..200 {
            functions.function(0);
            code.function(&function);
        }
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&memories).section(&code);
        module.finish()
    }

    #[test]
    fn what_was_taken_apart_is_put_together_byte_for_byte() {
        let program = program();
        let streams = split(&program, b"texts");
        assert_eq!(joined(&streams, program.len()), [&program[..], b"texts"].concat());
        // Each function names four locals, one place, and four constants with seven bytes.
        let length = |stream: usize| u32::from_le_bytes(streams[stream * 4..][..4].try_into().unwrap());
        assert_eq!([length(0), length(1), length(2)], [200 * 4, 200 * 2, 200 * 5]);
    }
}
