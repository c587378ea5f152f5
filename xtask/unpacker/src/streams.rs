//! The program in several streams, as it is packed: what locals, places in memory and constants are named in the
//! instructions stands apart from the instructions, which then repeat one another more.

/// How many streams there are. The first has everything that is in none of the others.
pub const STREAMS: usize = 4;

const REST: usize = 0;
const LOCALS: usize = 1;
const OFFSETS: usize = 2;
const CONSTANTS: usize = 3;

/// The bytes of a program, one after the other, by whoever takes them apart or puts them together.
pub trait Program {
    /// The next byte, which stands in this stream.
    fn next(&mut self, stream: usize) -> u8;

    /// How many bytes of the program there were.
    fn at(&self) -> usize;
}

/// Goes through a program of that length and says where each of its bytes stands.
///
/// Both sides do the same with the same bytes. So an instruction that is not known here costs room, and nothing else.
pub fn walk(program: &mut impl Program, length: usize) {
    const CODE: u8 = 10;
    skip(program, 8);
    while program.at() < length {
        let section = program.next(REST);
        let size = number(program, REST);
        let end = program.at() + size;
        if section == CODE {
            for _ in 0..number(program, REST) {
                function(program);
            }
        }
        let left = end.saturating_sub(program.at());
        skip(program, left);
    }
}

// Not made part of the loop around it, for the same reason as the steps of the unpacker.
#[inline(never)]
fn function(program: &mut impl Program) {
    let size = number(program, REST);
    let end = program.at() + size;
    for _ in 0..number(program, REST) {
        number(program, REST);
        skip(program, 1);
    }
    while program.at() < end {
        instruction(program);
    }
}

fn instruction(program: &mut impl Program) {
    let numbers = match program.next(REST) {
        0x20..=0x22 => {
            number(program, LOCALS);
            0
        }
        0x41 => {
            number(program, CONSTANTS);
            0
        }
        0x28..=0x3e => {
            number(program, REST);
            number(program, OFFSETS);
            0
        }
        0x43 => return skip(program, 4),
        0x44 => return skip(program, 8),
        0x02..=0x04 | 0x0c | 0x0d | 0x10 | 0x23..=0x26 | 0x3f | 0x40 | 0x42 | 0xd0 | 0xd2 => 1,
        0x11 => 2,
        0x0e => number(program, REST) + 1,
        0x1c => number(program, REST),
        0xfc => match number(program, REST) {
            0..=7 => 0,
            8 | 10 | 12 | 14 => 2,
            _ => 1,
        },
        _ => 0,
    };
    for _ in 0..numbers {
        number(program, REST);
    }
}

/// A number as WebAssembly writes it. Of one that is longer than a place in memory only the bytes matter.
fn number(program: &mut impl Program, stream: usize) -> usize {
    let mut number = 0;
    let mut shift = 0;
    loop {
        let byte = program.next(stream);
        number |= usize::from(byte & 127).wrapping_shl(shift);
        shift += 7;
        if byte < 128 {
            return number;
        }
    }
}

fn skip(program: &mut impl Program, count: usize) {
    for _ in 0..count {
        program.next(REST);
    }
}

/// How many bytes the lengths of the streams take, which stand before them.
pub const LENGTHS: usize = 4 * (STREAMS - 1);

/// Puts together what the packer took apart: the lengths of all streams but the first, these streams, and the first
/// one. Behind the program, which ends at that place, everything stands in the first.
pub fn join(streams: &[u8], program_length: usize, joined: &mut [u8]) {
    let mut at = [0; STREAMS];
    let mut end = LENGTHS;
    for (stream, length) in streams[..LENGTHS].chunks_exact(4).enumerate() {
        at[stream + 1] = end;
        end += length.iter().rev().fold(0, |sum, &byte| sum << 8 | usize::from(byte));
    }
    at[REST] = end;
    let mut joining = Joining { streams, at, joined, to: 0 };
    walk(&mut joining, program_length);
    let left = joining.joined.len() - joining.to;
    skip(&mut joining, left);
}

struct Joining<'a> {
    streams: &'a [u8],
    /// Where each stream goes on.
    at: [usize; STREAMS],
    joined: &'a mut [u8],
    to: usize,
}

impl Program for Joining<'_> {
    // Called for each byte, so that the browser had better see at once what it does.
    #[inline(always)]
    fn next(&mut self, stream: usize) -> u8 {
        let byte = self.streams[self.at[stream]];
        self.at[stream] += 1;
        self.joined[self.to] = byte;
        self.to += 1;
        byte
    }

    fn at(&self) -> usize {
        self.to
    }
}
