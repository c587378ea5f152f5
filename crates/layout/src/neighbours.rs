//! For each of many things a list of others, in one piece of memory.

/// For each thing the places of others, in the order in which they were given.
pub(super) struct Neighbours {
    /// Where the list of each thing begins; at the end, where the last one ends.
    begins: Vec<u32>,
    lists: Vec<u32>,
}

impl Neighbours {
    /// Sorts pairs of a thing and one of its neighbours into the lists of so many things.
    pub(super) fn of(count: usize, pairs: &[(u32, u32)]) -> Self {
        let mut begins = vec![0; count + 1];
        for &(thing, _) in pairs {
            begins[thing as usize + 1] += 1;
        }
        for at in 0..count {
            begins[at + 1] += begins[at];
        }
        let mut next = begins.clone();
        let mut lists = vec![0; pairs.len()];
        for &(thing, neighbour) in pairs {
            let slot = &mut next[thing as usize];
            lists[*slot as usize] = neighbour;
            *slot += 1;
        }
        Self { begins, lists }
    }

    /// Brings the lists of all neighbours of some things, given in order with their own neighbours, into that order too.
    pub(super) fn sort(&mut self, things: &[u32], neighbours: &Self, next: &mut [u32]) {
        for &thing in things {
            for &neighbour in neighbours.at(thing) {
                next[neighbour as usize] = self.begins[neighbour as usize];
            }
        }
        for &thing in things {
            for &neighbour in neighbours.at(thing) {
                let slot = &mut next[neighbour as usize];
                self.lists[*slot as usize] = thing;
                *slot += 1;
            }
        }
    }

    /// How many are in the lists before that of a thing.
    pub(super) fn begin(&self, thing: u32) -> usize {
        self.begins[thing as usize] as usize
    }

    /// The list of a thing.
    pub(super) fn at(&self, thing: u32) -> &[u32] {
        let thing = thing as usize;
        &self.lists[self.begins[thing] as usize..self.begins[thing + 1] as usize]
    }
}
