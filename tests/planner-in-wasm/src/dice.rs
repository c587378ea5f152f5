//! Pseudorandom numbers that are the same on every machine.

/// SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators"). Unlike the usual libraries, it
/// gives the same numbers at every word size.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u32) -> Self {
        Self(u64::from(seed))
    }

    /// A number from `low` to `high`, both included.
    pub fn roll(&mut self, low: u32, high: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let range = u64::from(high - low) + 1;
        low + ((mixed ^ (mixed >> 31)) % range) as u32
    }

    /// True with a probability of `chance` percent.
    pub fn percent(&mut self, chance: u32) -> bool {
        self.roll(1, 100) <= chance
    }

    /// An index into a list of that length.
    pub fn index(&mut self, length: usize) -> usize {
        self.roll(0, length as u32 - 1) as usize
    }

    /// A permutation of `0..length`.
    pub fn permutation(&mut self, length: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..length).collect();
        for at in (1..length).rev() {
            order.swap(at, self.index(at + 1));
        }
        order
    }
}
