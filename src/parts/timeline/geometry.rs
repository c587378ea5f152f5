//! Maps dates to horizontal positions, as fractions of the drawing's width: 0 is the left edge, 1 the right
//! one.

use chrono::{Datelike, Days};

use planner::{Chances, Date, DateRange};

/// The range of dates that a drawing shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    first: Date,
    /// The length in days, with some space after the last date.
    days: f64,
}

/// A horizontal extent, in fractions of the width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    pub x: f64,
    pub width: f64,
}

/// A bar's three extents, each from its start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// To the 50% date.
    pub even: Extent,
    /// To the 80% date.
    pub likely: Extent,
    /// To the 95% date.
    pub nearly_sure: Extent,
}

impl Axis {
    /// Shorter plans are padded, so that a day is never wider than a seventh of the drawing.
    const FEWEST_DAYS: i64 = 7;
    /// Space after the last date, as a fraction of the days, so that nothing touches the right edge.
    const PADDING: f64 = 0.02;
    /// Least width of an extent: a narrower one would be invisible.
    const NARROWEST: f64 = 0.008;

    /// An axis that shows `first` and all of `dates`.
    pub fn showing(first: Date, dates: impl IntoIterator<Item = Date>) -> Self {
        let (first, last) =
            dates.into_iter().fold((first, first), |(from, to), date| (from.min(date), to.max(date)));
        let days = ((last - first).num_days() + 1).max(Self::FEWEST_DAYS) as f64;
        Self { first, days: days * (1.0 + Self::PADDING) }
    }

    /// The start of a day; outside 0 to 1 if it is not shown.
    fn begin(self, date: Date) -> f64 {
        (date - self.first).num_days() as f64 / self.days
    }

    fn end(self, date: Date) -> f64 {
        self.begin(date) + 1.0 / self.days
    }

    /// The middle of a day; `None` if it is not shown.
    pub fn midday(self, date: Date) -> Option<f64> {
        shown(f64::midpoint(self.begin(date), self.end(date)))
    }

    /// The end of a day; `None` if it is not shown.
    pub fn end_of(self, date: Date) -> Option<f64> {
        shown(self.end(date))
    }

    /// The visible part of a range of dates; `None` if all of it is outside.
    pub fn extent(self, dates: DateRange) -> Option<Extent> {
        let (from, to) = (self.begin(dates.from()).max(0.0), self.end(dates.to()).min(1.0));
        (from < to).then(|| visible(from, to))
    }

    /// The bar of work whose dates are all on the axis.
    pub fn bar(self, starts: Date, finishes: Chances) -> Bar {
        let until = |finish| visible(self.begin(starts), self.end(finish));
        Bar { even: until(finishes.p50), likely: until(finishes.p80), nearly_sure: until(finishes.p95) }
    }
}

fn shown(x: f64) -> Option<f64> {
    (0.0..=1.0).contains(&x).then_some(x)
}

/// An extent of at least the least visible width, moved to the left where it would cross the right edge.
fn visible(from: f64, to: f64) -> Extent {
    let width = (to - from).max(Axis::NARROWEST);
    Extent { x: from.min(1.0 - width), width }
}

/// The distance between the lines of a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Interval {
    Day,
    /// From Monday to Monday.
    Week,
    /// Counted from a January; a divisor or a multiple of 12.
    Months(i32),
}

impl Interval {
    const FINEST_FIRST: [Self; 11] = [
        Self::Day,
        Self::Week,
        Self::Months(1),
        Self::Months(3),
        Self::Months(6),
        Self::YEAR,
        Self::Months(24),
        Self::Months(60),
        Self::Months(120),
        Self::Months(240),
        Self::COARSEST,
    ];
    const COARSEST: Self = Self::Months(1200);
    const YEAR: Self = Self::Months(12);

    /// The first day of the period that contains a date.
    fn begin(self, date: Date) -> Option<Date> {
        match self {
            Self::Day => Some(date),
            Self::Week => Some(DateRange::week_of(date).from()),
            Self::Months(months) => {
                let month = months_since_year_zero(date);
                first_of_month(month - month.rem_euclid(months))
            }
        }
    }

    /// The first day of the next period; `None` past the last date that chrono can represent.
    fn next(self, begin: Date) -> Option<Date> {
        match self {
            Self::Day => begin.succ_opt(),
            Self::Week => begin.checked_add_days(Days::new(7)),
            Self::Months(months) => first_of_month(months_since_year_zero(begin) + months),
        }
    }

    /// The first days of the periods that begin on the axis.
    fn begins(self, axis: Axis) -> impl Iterator<Item = Date> {
        std::iter::successors(self.begin(axis.first), move |&begin| self.next(begin))
            .skip_while(move |&begin| begin < axis.first)
            .take_while(move |&begin| axis.begin(begin) < 1.0)
    }

    /// The label of a period.
    fn name(self, date: Date, month: impl Fn(Date) -> String) -> String {
        match self {
            Self::Day | Self::Week => date.day().to_string(),
            Self::Months(months) if months < 12 => month(date),
            Self::Months(_) => date.year().to_string(),
        }
    }

    /// The label in the row above: month and year over days and weeks, the year over months.
    fn name_above(self, date: Date, month: impl Fn(Date) -> String) -> String {
        match self {
            Self::Day | Self::Week => format!("{} {}", month(date), date.year()),
            Self::Months(_) => date.year().to_string(),
        }
    }

    /// The interval of the row above; `None` if the labels need no context.
    fn above(self) -> Option<Self> {
        match self {
            Self::Day | Self::Week => Some(Self::Months(1)),
            Self::Months(months) => (months < 12).then_some(Self::YEAR),
        }
    }
}

fn months_since_year_zero(date: Date) -> i32 {
    date.year() * 12 + date.month0() as i32
}

fn first_of_month(months_since_year_zero: i32) -> Option<Date> {
    let month = months_since_year_zero.rem_euclid(12) as u32 + 1;
    Date::from_ymd_opt(months_since_year_zero.div_euclid(12), month, 1)
}

/// The two rows of labels along the top, for one width of the drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// Years over months, or months over days and weeks; empty over years.
    pub above: Vec<Tick>,
    pub below: Vec<Tick>,
}

/// A line of a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    pub x: f64,
    /// The label to its right; `None` where the next label is too close.
    pub name: Option<String>,
}

impl Scale {
    /// The finest scale whose labels all fit into a drawing of that width, in average characters.
    pub fn fitting(axis: Axis, characters: f64, month: impl Fn(Date) -> String) -> Self {
        let space = LabelSpace { axis, characters };
        let interval = Interval::FINEST_FIRST
            .into_iter()
            .find(|&interval| space.fits(interval, |date| interval.name(date, &month)))
            .unwrap_or(Interval::COARSEST);
        let above =
            interval.above().map(|above| space.ticks(above, |date| interval.name_above(date, &month)));
        let below = space.ticks(interval, |date| interval.name(date, &month));
        Self { above: above.unwrap_or_default(), below }
    }
}

/// The space for labels along an axis.
#[derive(Clone, Copy)]
struct LabelSpace {
    axis: Axis,
    characters: f64,
}

impl LabelSpace {
    /// Characters between two labels.
    const GAP: f64 = 1.0;

    /// A label's width with its gap, as a fraction of the axis.
    fn width(self, name: &str) -> f64 {
        (name.chars().count() as f64 + Self::GAP) / self.characters
    }

    fn fits(self, interval: Interval, name: impl Fn(Date) -> String) -> bool {
        let mut before_end = 0.0;
        interval.begins(self.axis).all(|date| {
            let x = self.axis.begin(date);
            let fits = x >= before_end;
            before_end = x + self.width(&name(date));
            fits
        })
    }

    /// A tick at the start of each period, and one at the left edge for the period that began before it.
    fn ticks(self, interval: Interval, name: impl Fn(Date) -> String) -> Vec<Tick> {
        let mut begins = interval.begins(self.axis).peekable();
        let under_way = Some(self.axis.first).filter(|first| begins.peek() != Some(first));
        let dates: Vec<Date> = under_way.into_iter().chain(begins).collect();
        let mut next_x = 1.0;
        // From right to left: where two labels collide, the one of the period cut off at the left edge goes.
        let mut ticks: Vec<Tick> = dates
            .into_iter()
            .rev()
            .map(|date| {
                let (x, name) = (self.axis.begin(date), name(date));
                let has_room = x + self.width(&name) <= next_x;
                if has_room {
                    next_x = x;
                }
                Tick { x, name: has_room.then_some(name) }
            })
            .collect();
        ticks.reverse();
        ticks
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn month(date: Date) -> String {
        date.format("%b").to_string()
    }

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn axis(from: &str, to: &str) -> Axis {
        Axis::showing(date(from), [date(to)])
    }

    fn names(ticks: &[Tick]) -> String {
        let named: Vec<&str> = ticks.iter().filter_map(|tick| tick.name.as_deref()).collect();
        named.join(" ")
    }

    fn scale(from: &str, to: &str, characters: f64) -> (String, String) {
        let scale = Scale::fitting(axis(from, to), characters, month);
        (names(&scale.above), names(&scale.below))
    }

    fn expect(above: &str, below: &str) -> (String, String) {
        (above.to_owned(), below.to_owned())
    }

    #[test]
    fn a_bar_spans_from_the_start_of_its_first_day_to_the_end_of_its_last() {
        let axis = Axis { first: date("2027-01-04"), days: 20.0 };
        let finishes = Chances { p50: date("2027-01-13"), p80: date("2027-01-18"), p95: date("2027-01-23") };
        let bar = axis.bar(date("2027-01-09"), finishes);
        assert_eq!(bar.even, Extent { x: 0.25, width: 0.25 });
        assert_eq!(bar.likely, Extent { x: 0.25, width: 0.5 });
        assert_eq!(bar.nearly_sure, Extent { x: 0.25, width: 0.75 });
    }

    #[test]
    fn a_single_day_among_years_is_wide_enough_to_see() {
        let axis = axis("2027-01-04", "2038-12-31");
        let day = date("2038-12-31");
        let bar = axis.bar(day, Chances { p50: day, p80: day, p95: day });
        assert!(bar.even.width >= 0.005);
        assert!(bar.even.x + bar.even.width <= 1.0);
    }

    #[test]
    fn dates_off_are_cut_at_the_edges() {
        let axis = Axis { first: date("2027-01-04"), days: 10.0 };
        let off = |from, to| axis.extent(DateRange::new(date(from), date(to)).unwrap());
        assert_eq!(off("2026-12-01", "2027-01-08"), Some(Extent { x: 0.0, width: 0.5 }));
        assert_eq!(off("2027-01-09", "2028-01-01"), Some(Extent { x: 0.5, width: 0.5 }));
        assert_eq!(off("2026-12-01", "2027-01-03"), None);
        assert_eq!(off("2027-02-01", "2027-02-03"), None);
    }

    #[test]
    fn days_are_marked_only_if_shown() {
        let axis = Axis { first: date("2027-01-04"), days: 10.0 };
        assert_eq!(axis.midday(date("2027-01-08")), Some(0.45));
        assert_eq!(axis.end_of(date("2027-01-08")), Some(0.5));
        assert_eq!(axis.midday(date("2027-01-03")), None);
        assert_eq!(axis.midday(date("2027-01-14")), None);
    }

    #[test]
    fn a_week_has_days() {
        assert_eq!(scale("2027-01-04", "2027-01-10", 50.0), expect("Jan 2027", "4 5 6 7 8 9 10"));
    }

    #[test]
    fn some_weeks_have_mondays_below_their_months() {
        let weeks = scale("2027-01-20", "2027-02-24", 50.0);
        assert_eq!(weeks, expect("Jan 2027 Feb 2027", "20 25 1 8 15 22"));
    }

    #[test]
    fn the_same_months_have_fewer_names_where_there_is_less_room() {
        let plan = |characters| scale("2027-01-04", "2028-03-20", characters);
        let every_month = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Jan Feb Mar";
        assert_eq!(plan(78.0), expect("2027 2028", every_month));
        assert_eq!(plan(50.0), expect("2027 2028", "Jan Apr Jul Oct Jan"));
        assert_eq!(plan(16.0), expect("2027", "Jan Jul"));
    }

    #[test]
    fn many_years_have_years() {
        assert_eq!(scale("2026-10-12", "2030-12-31", 28.0), expect("", "2027 2028 2029 2030"));
        assert_eq!(scale("2026-10-12", "2038-05-31", 28.0), expect("", "2026 2030 2035"));
    }

    proptest! {
        #[test]
        fn no_name_runs_into_the_next_or_over_the_edge(
            first in -20_000_i32..60_000,
            days in 0_u64..20_000,
            characters in 16.0..100.0,
        ) {
            let first = Date::from_epoch_days(first).unwrap();
            let axis = Axis::showing(first, [first + Days::new(days)]);
            let scale = Scale::fitting(axis, characters, month);
            for ticks in [scale.above, scale.below] {
                let mut free_from = 0.0;
                for Tick { x, name } in ticks {
                    prop_assert!((0.0..1.0).contains(&x));
                    if let Some(name) = name {
                        prop_assert!(x >= free_from);
                        free_from = x + name.len() as f64 / characters;
                        prop_assert!(free_from <= 1.0);
                    }
                }
            }
        }

        #[test]
        fn every_scale_has_a_name(days in 0_u64..20_000, characters in 16.0..100.0) {
            let first = date("2026-11-22");
            let axis = Axis::showing(first, [first + Days::new(days)]);
            prop_assert!(!names(&Scale::fitting(axis, characters, month).below).is_empty());
        }
    }
}
