//! Things in a row that are each drawn to a place and must not pass each other.

/// The places that are nearest, in the sense of weighted least squares, to where things are drawn, but never fall from
/// one thing to the next. Things that would pass each other are pooled at one place, which makes the fit exact.
#[derive(Default)]
pub(super) struct Pools(Vec<Pool>);

struct Pool {
    weight: f64,
    /// The sum of where the things are drawn, times their weights.
    moment: f64,
    count: usize,
}

impl Pool {
    fn place(&self) -> f64 {
        self.moment / self.weight
    }
}

impl Pools {
    /// Forgets all things.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Adds the next thing, by how strongly it is drawn, and that times where to.
    pub(super) fn add(&mut self, weight: f64, moment: f64) {
        let mut pool = Pool { weight, moment, count: 1 };
        while let Some(left) = self.0.pop_if(|left| left.place() >= pool.place()) {
            pool.weight += left.weight;
            pool.moment += left.moment;
            pool.count += left.count;
        }
        self.0.push(pool);
    }

    /// The places, each with how many things in a row have it.
    pub(super) fn places(&self) -> impl Iterator<Item = (f64, usize)> {
        self.0.iter().map(|pool| (pool.place(), pool.count))
    }
}
