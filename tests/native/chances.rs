//! Distributions of effort and pace: reference values computed with other software, and laws.

use std::fs;
use std::path::Path;

use planner::{Ahead, Distribution, Finished, Pace};
use proptest::prelude::*;
use roadmap::{Effort, Minutes};

/// The rows of a table in `tests/data/distributions`, without its header, as columns.
fn table(name: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/distributions").join(name);
    let text = fs::read_to_string(path).unwrap();
    text.lines().skip(1).map(|line| line.split(' ').map(str::to_owned).collect()).collect()
}

fn pairs(list: &str, between: char) -> Vec<(u32, u32)> {
    let pair = |text: &str| {
        let (one, other) = text.split_once(between).unwrap();
        (one.parse().unwrap(), other.parse().unwrap())
    };
    if list == "-" { Vec::new() } else { list.split(',').map(pair).collect() }
}

fn efforts(list: &str) -> Vec<Effort> {
    let effort = |(low, high)| Effort { low: Minutes(low), high: Minutes(high) };
    pairs(list, '-').into_iter().map(effort).collect()
}

fn finished(list: &str) -> Vec<Finished> {
    let work = |(expected, actual)| Finished { expected: Minutes(expected), actual: Minutes(actual) };
    pairs(list, ':').into_iter().map(work).collect()
}

fn figure(text: &str) -> f64 {
    text.parse().unwrap()
}

/// Within 0.4 % of the spread, plus a hundredth of a minute.
fn close(ours: f64, theirs: f64, spread: f64) -> bool {
    (ours - theirs).abs() <= 0.004 * spread + 0.01
}

#[test]
fn twelve_phases_agree_with_reference_values_to_a_hundredth_of_a_day() {
    let weeks = [4, 6, 3, 4, 6, 8, 4, 6, 2, 3, 8, 12, 4, 8, 3, 5, 2, 4, 6, 10, 1, 2, 4, 6];
    let phase = |pair: &[u32]| Effort { low: Minutes::DAY * 7 * pair[0], high: Minutes::DAY * 7 * pair[1] };
    let sum = Distribution::of(weeks.chunks(2).map(phase));
    let days = |probability| sum.quantile(probability) / 1440.0;
    for (probability, expected) in
        [(0.05, 404.634), (0.5, 423.5), (0.8, 433.242), (0.95, 442.366), (0.99, 449.857)]
    {
        assert!((days(probability) - expected).abs() < 0.01, "{probability}: {}", days(probability));
    }
}

#[test]
fn sums_agree_with_characteristic_functions() {
    let cases = table("sums.txt");
    assert!(cases.len() >= 100);
    for case in cases {
        let sum = Distribution::of(efforts(&case[0]));
        let spread = figure(&case[5]) - figure(&case[1]);
        for (at, probability) in [(1, 0.05), (2, 0.5), (3, 0.8), (4, 0.95), (5, 0.99)] {
            let ours = sum.quantile(probability);
            assert!(close(ours, figure(&case[at]), spread), "{probability}: {ours} for {case:?}");
        }
    }
}

#[test]
fn paces_agree_with_a_matrix_regression() {
    let cases = table("paces.txt");
    assert!(cases.len() >= 60);
    for case in cases {
        let (pace, place, asked) = pace(&case[0], &case[1], case[2].parse().unwrap());
        let (location, scale) = pace.ahead(place, asked);
        assert!((location - figure(&case[4])).abs() < 1e-9, "{location} for {case:?}");
        assert!((scale / figure(&case[5]) - 1.0).abs() < 1e-9, "{scale} for {case:?}");
        // The 41 paces are the middles of equal shares of probability, so the 21st is the median.
        let factors = pace.factors(place, asked);
        assert!((factors[20] / figure(&case[6]) - 1.0).abs() < 1e-9);
        // 0.8 is just above the middle of the 33rd share, 0.95 just below that of the 39th.
        assert!(factors[32] <= figure(&case[7]) && figure(&case[7]) <= factors[33], "{case:?}");
        assert!(factors[37] <= figure(&case[8]) && figure(&case[8]) <= factors[39], "{case:?}");
    }
}

/// The pace after finished work, with the position and the efforts of the first `asked` pieces ahead.
fn pace(done: &str, ahead: &str, asked: usize) -> (Pace, f64, Ahead) {
    let ahead: Vec<u32> = ahead.split(',').map(|minutes| minutes.parse().unwrap()).collect();
    let done = finished(done);
    let before: u32 = done.iter().map(|work| work.expected.0).sum();
    let total = before + ahead.iter().sum::<u32>();
    let asked = ahead[..asked].iter().fold(Ahead::default(), |sum, &minutes| sum.and(Minutes(minutes)));
    let place = (f64::from(before) + asked.effort / 2.0) / f64::from(total);
    (Pace::of(&done, Minutes(total)), place, asked)
}

#[test]
fn sums_at_an_uncertain_pace_agree_with_numeric_integration() {
    let cases = table("mixtures.txt");
    assert!(cases.len() >= 60);
    for case in cases {
        let pieces = efforts(&case[1]);
        let middles: Vec<String> = pieces.iter().map(|effort| effort.middle().0.to_string()).collect();
        let (pace, place, asked) = pace(&case[0], &middles.join(","), pieces.len());
        let factors = pace.factors(place, asked);
        let sum = Distribution::of(pieces);
        let mixture = sum.at_paces(&factors);
        for (at, probability) in [(2, 0.5), (3, 0.8), (4, 0.95)] {
            let (ours, theirs) = (mixture.quantile(probability), figure(&case[at]));
            assert!((ours / theirs - 1.0).abs() < 0.001, "{probability}: {ours}, not {theirs}");
        }
    }
}

#[test]
fn six_pieces_are_close_to_twelve_uniforms() {
    // The sum of twelve uniforms has an exact distribution function (Irwin-Hall). A sum of six pieces has almost the
    // same shape, with an excess kurtosis of -1/9 rather than -1/10, so only rough agreement is expected.
    let piece = Effort { low: Minutes(0), high: Minutes(7_000) };
    let sum = Distribution::of([piece; 6]);
    // Twelve uniforms on a range have a variance of the squared range, six pieces 6/28 of it.
    let unit = (6.0 / 28.0_f64).sqrt() * 7_000.0;
    let below = |uniforms: f64| sum.at_most(sum.mean() + (uniforms - 6.0) * unit);
    assert!((below(7.0) - irwin_hall_12(7.0)).abs() < 0.002);
    assert!((below(8.0) - irwin_hall_12(8.0)).abs() < 0.002);
}

/// The distribution function of the sum of twelve uniforms on 0 to 1 (Irwin 1927, Hall 1927).
fn irwin_hall_12(x: f64) -> f64 {
    let factorial = |n: u32| (1..=n).map(f64::from).product::<f64>();
    let term = |k: u32| {
        let sign = if k.is_multiple_of(2) { 1.0 } else { -1.0 };
        sign * factorial(12) / (factorial(k) * factorial(12 - k)) * (x - f64::from(k)).powi(12)
    };
    (0..=x as u32).map(term).sum::<f64>() / factorial(12)
}

#[test]
fn many_narrow_pieces_are_close_to_normal() {
    // One piece that sets the step, then 20,000 that are a few steps wide at most: by the central limit theorem the
    // 95 % quantile is 1.6449 standard deviations above the mean.
    let piece = |width: u32| Effort { low: Minutes(0), high: Minutes(width) };
    for width in [20, 100, 170] {
        let sum = Distribution::of([piece(2_000)].into_iter().chain([piece(width); 20_000]));
        let variance = (2_000.0_f64.powi(2) + 20_000.0 * f64::from(width).powi(2)) / 28.0;
        let above = (sum.quantile(0.95) - sum.mean()) / variance.sqrt();
        assert!((above - 1.6449).abs() < 0.01, "{above} for pieces {width} minutes wide");
    }
}

#[test]
fn certain_work_is_certain() {
    let certain = |minutes| Effort { low: Minutes(minutes), high: Minutes(minutes) };
    let sum = Distribution::of([certain(100), certain(20)]);
    assert_eq!([0.01, 0.5, 0.99].map(|probability| sum.quantile(probability)), [120.0; 3]);
    assert_eq!([119.9, 120.0].map(|minutes| sum.at_most(minutes)), [0.0, 1.0]);
}

fn any_effort() -> impl Strategy<Value = Effort> {
    (0..5_000_u32, prop_oneof![Just(0_u32), 1..10_u32, 1..5_000_u32])
        .prop_map(|(low, width)| Effort { low: Minutes(low), high: Minutes(low + width) })
}

proptest! {
    #[test]
    fn quantiles_ascend_within_the_support(pieces in prop::collection::vec(any_effort(), 1..40)) {
        let sum = Distribution::of(pieces.iter().copied());
        let all: Effort = pieces.iter().copied().sum();
        let quantiles = [0.01, 0.2, 0.5, 0.8, 0.95, 0.99].map(|probability| sum.quantile(probability));
        prop_assert!(quantiles.is_sorted());
        prop_assert!(quantiles[0] >= f64::from(all.low.0) - 0.01 && quantiles[5] <= f64::from(all.high.0) + 0.01);
        prop_assert!((sum.mean() - f64::from(all.low.0 + all.high.0) / 2.0).abs() < 1e-6);
    }

    #[test]
    fn a_sum_does_not_depend_on_the_order_of_work(pieces in prop::collection::vec(any_effort(), 1..20)) {
        let there = Distribution::of(pieces.iter().copied());
        let back = Distribution::of(pieces.iter().rev().copied());
        let spread = there.quantile(0.95) - there.quantile(0.05);
        for probability in [0.5, 0.8, 0.95] {
            let off = (there.quantile(probability) - back.quantile(probability)).abs();
            prop_assert!(off <= 0.01 * spread + 0.01, "{off} of {spread}");
        }
    }

    #[test]
    fn a_quantile_reaches_its_probability(
        pieces in prop::collection::vec(any_effort(), 1..12),
        probability in 0.01..0.99_f64,
    ) {
        let sum = Distribution::of(pieces);
        let enough = sum.quantile(probability);
        prop_assert!(sum.at_most(enough + 1e-6) >= probability - 1e-9);
    }

    #[test]
    fn longer_actual_times_give_a_slower_pace(
        ratios in prop::collection::vec(50..400_u32, 1..8),
        more in 1..200_u32,
    ) {
        let work = |add: u32| -> Vec<Finished> {
            let one = |ratio: &u32| Finished { expected: Minutes(100), actual: Minutes(ratio + add) };
            ratios.iter().map(one).collect()
        };
        // Drift has no influence on a comparison at the same place.
        let ahead = Ahead::default().and(Minutes(100));
        let place = ratios.len() as f64 / (ratios.len() + 1) as f64;
        let total = Minutes(100 * (ratios.len() as u32 + 1));
        let slow = Pace::of(&work(more), total).middle(place, ahead);
        let quick = Pace::of(&work(0), total).middle(place, ahead);
        prop_assert!(slow > 0.0 && quick > 0.0 && slow.is_finite());
        if ratios.len() == 1 {
            prop_assert!(slow > quick);
        }
    }
}
