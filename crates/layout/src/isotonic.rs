//! Isotonic regression, by pooling adjacent violators.

/// The weighted least squares fit of values that never fall from one to the next (Barlow, Bartholomew, Bremner and Brunk
/// 1972). Values are added from left to right; neighbors that would be out of order are pooled at their mean, which makes
/// the fit exact, in linear time.
#[derive(Default)]
pub(super) struct Isotonic(Vec<Pool>);

/// A run of values with the same fit.
struct Pool {
    weight: f64,
    /// The sum of the values, times their weights.
    moment: f64,
    count: usize,
}

impl Pool {
    fn mean(&self) -> f64 {
        self.moment / self.weight
    }
}

impl Isotonic {
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Adds the next value, by its weight and by their product.
    pub(super) fn add(&mut self, weight: f64, moment: f64) {
        let mut pool = Pool { weight, moment, count: 1 };
        while let Some(left) = self.0.pop_if(|left| left.mean() >= pool.mean()) {
            pool.weight += left.weight;
            pool.moment += left.moment;
            pool.count += left.count;
        }
        self.0.push(pool);
    }

    /// The fitted values from left to right, each with the number of values that it is the fit of.
    pub(super) fn values(&self) -> impl Iterator<Item = (f64, usize)> {
        self.0.iter().map(|pool| (pool.mean(), pool.count))
    }
}
