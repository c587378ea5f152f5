//! Distributions of effort and pace: reference values computed with other software, and laws.

use std::fs;
use std::path::Path;

use planner::{Ahead, Distribution, Finished, Pace, TimeLeft};
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

/// The items of a list, each with its figures.
fn tuples<const COUNT: usize>(list: &str) -> Vec<[f64; COUNT]> {
    let item = |item: &str| {
        let figures: Vec<f64> = item.split(':').map(figure).collect();
        figures.try_into().expect("each item has that many figures")
    };
    if list == "-" { Vec::new() } else { list.split(',').map(item).collect() }
}

fn finished(list: &str) -> Vec<Finished> {
    let work = |[expected, actual, chance]: [f64; 3]| Finished { expected, actual, chance };
    tuples(list).into_iter().map(work).collect()
}

/// Work ahead: expected minutes, and the variance of the logarithm of the time taken that is chance.
fn ahead(pace: &Pace, list: &str) -> Ahead {
    let pieces: Vec<[f64; 2]> = tuples(list);
    pieces
        .iter()
        .fold(pace.ahead(), |ahead, [expected, chance]| ahead.and(*expected, chance * expected * expected))
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
fn paces_agree_with_a_gaussian_process_in_matrices() {
    let cases = table("paces.txt");
    assert!(cases.len() >= 200);
    for case in cases {
        let pace = Pace::learned(&finished(&case[0]));
        let ahead = ahead(&pace, &case[1]);
        let log = pace.of(&ahead);
        let of_parts = |column: usize| tuples::<1>(&case[column]);
        for (at, part) in log.parts.iter().enumerate() {
            assert!((part.mean - of_parts(2)[at][0]).abs() < 1e-9, "{part:?} for {case:?}");
            assert!((part.deviation - of_parts(3)[at][0]).abs() < 1e-9, "{part:?} for {case:?}");
            assert!((part.weight - of_parts(4)[at][0]).abs() < 1e-9, "{part:?} for {case:?}");
        }
        let time = TimeLeft::AtPace { effort: ahead.effort(), pace: log };
        for (probability, column) in [(0.5, 5), (0.8, 6), (0.95, 7)] {
            let theirs = figure(&case[column]);
            assert!((time.quantile(probability) / theirs - 1.0).abs() < 1e-9, "{probability} for {case:?}");
            assert!((time.at_most(theirs) - probability).abs() < 1e-9, "{probability} for {case:?}");
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
    fn work_that_took_longer_never_makes_the_next_work_quicker(
        ratios in prop::collection::vec(0.2..5.0_f64, 1..8),
        slower in 0..8_usize,
        times in 1.0..3.0_f64,
    ) {
        // One of them took longer, and the noise is of a known size: with several, a value far off only says that
        // values scatter.
        let middle = |ratios: &[f64]| {
            let work: Vec<Finished> =
                ratios.iter().map(|ratio| Finished { expected: 100.0, actual: 100.0 * ratio, chance: 0.0 }).collect();
            let pace = Pace::learned(&work);
            pace.of(&pace.ahead().and(100.0, 0.0)).parts.map(|part| part.mean)
        };
        let usual = middle(&ratios);
        let mut longer = ratios.clone();
        let slower = slower % ratios.len();
        longer[slower] *= times;
        let is_last = slower + 1 == ratios.len();
        for (slow, quick) in middle(&longer).into_iter().zip(usual) {
            prop_assert!(slow.is_finite());
            prop_assert!(!is_last || slow >= quick, "{slow} and {quick}");
        }
    }
}
