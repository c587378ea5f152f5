//! From dates to places in a drawing, each a share of its width from 0 at the left to 1 at the right.

use chrono::{Datelike, Days};

use planner::{Chances, Date, DateRange};

/// The days that a drawing shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    first: Date,
    days: f64,
}

/// A piece of the drawing's width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// Where it begins.
    pub x: f64,
    /// How wide it is.
    pub width: f64,
}

/// A piece of work as drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// From its start to the even chance.
    pub even: Stretch,
    /// From its start to 8 in 10.
    pub likely: Stretch,
    /// From its start to 95 in 100.
    pub nearly_sure: Stretch,
}

impl Axis {
    /// No drawing shows fewer days, so that a day keeps a sensible width.
    const FEWEST_DAYS: i64 = 7;
    /// Room after the last date, as a share of the days, so that nothing ends at the very edge.
    const AIR: f64 = 0.02;
    /// What is narrower could not be seen.
    const NARROWEST: f64 = 0.008;

    /// Shows all these dates, and `first` for certain.
    pub fn showing(first: Date, dates: impl IntoIterator<Item = Date>) -> Self {
        let (first, last) =
            dates.into_iter().fold((first, first), |(from, to), date| (from.min(date), to.max(date)));
        let days = ((last - first).num_days() + 1).max(Self::FEWEST_DAYS) as f64;
        Self { first, days: days * (1.0 + Self::AIR) }
    }

    /// Where a day begins; outside of 0 to 1 if it is not shown.
    fn begin(self, date: Date) -> f64 {
        (date - self.first).num_days() as f64 / self.days
    }

    /// Where a day ends.
    fn end(self, date: Date) -> f64 {
        self.begin(date) + 1.0 / self.days
    }

    /// Where to mark a day that is under way; nothing if it is not shown.
    pub fn midday(self, date: Date) -> Option<f64> {
        shown(f64::midpoint(self.begin(date), self.end(date)))
    }

    /// Where to mark a day that something is to be finished by; nothing if it is not shown.
    pub fn close(self, date: Date) -> Option<f64> {
        shown(self.end(date))
    }

    /// The part shown of a span of dates; nothing if none of it is.
    pub fn stretch(self, dates: DateRange) -> Option<Stretch> {
        let (from, to) = (self.begin(dates.from()).max(0.0), self.end(dates.to()).min(1.0));
        (from < to).then(|| visible(from, to))
    }

    /// The bar of a piece of work on dates that are shown.
    pub fn bar(self, starts: Date, finishes: Chances) -> Bar {
        let until = |finish| visible(self.begin(starts), self.end(finish));
        Bar { even: until(finishes.p50), likely: until(finishes.p80), nearly_sure: until(finishes.p95) }
    }
}

fn shown(x: f64) -> Option<f64> {
    (0.0..=1.0).contains(&x).then_some(x)
}

/// A stretch widened where it could not be seen, to the left if there is no room to the right.
fn visible(from: f64, to: f64) -> Stretch {
    let width = (to - from).max(Axis::NARROWEST);
    Stretch { x: from.min(1.0 - width), width }
}

/// How often a scale has a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// Every day.
    Day,
    /// Every Monday.
    Week,
    /// Every so many months, counted from a January.
    Months(i32),
}

impl Step {
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

    /// The first day of the step's period that a date lies in.
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

    /// The first day of the period after the one that begins on a date; nothing after the end of the calendar.
    fn next(self, begin: Date) -> Option<Date> {
        match self {
            Self::Day => begin.succ_opt(),
            Self::Week => begin.checked_add_days(Days::new(7)),
            Self::Months(months) => first_of_month(months_since_year_zero(begin) + months),
        }
    }

    /// The periods that begin on the axis.
    fn begins(self, axis: Axis) -> impl Iterator<Item = Date> {
        std::iter::successors(self.begin(axis.first), move |&begin| self.next(begin))
            .skip_while(move |&begin| begin < axis.first)
            .take_while(move |&begin| axis.begin(begin) < 1.0)
    }

    /// What is written at the begin of a period.
    fn name(self, date: Date, month: impl Fn(Date) -> String) -> String {
        match self {
            Self::Day | Self::Week => date.day().to_string(),
            Self::Months(months) if months < 12 => month(date),
            Self::Months(_) => date.year().to_string(),
        }
    }

    /// What is written above, so that a name is understood: the month of days, the year of months.
    fn name_above(self, date: Date, month: impl Fn(Date) -> String) -> String {
        match self {
            Self::Day | Self::Week => format!("{} {}", month(date), date.year()),
            Self::Months(_) => date.year().to_string(),
        }
    }

    /// How often the line above changes; nothing if the names are understood by themselves.
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

/// The lines and names along the top, for a drawing of a certain width.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// The longer periods: years above months, months above days.
    pub above: Vec<Tick>,
    /// The shorter periods.
    pub below: Vec<Tick>,
}

/// A line of a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where it is.
    pub x: f64,
    /// What is written to its right, where there is room.
    pub name: Option<String>,
}

impl Scale {
    /// The finest scale whose names all find room in a drawing at least so wide, in widths of a letter.
    pub fn fitting(axis: Axis, letters: f64, month: impl Fn(Date) -> String) -> Self {
        let room = Room { axis, letters };
        let step = Step::FINEST_FIRST
            .into_iter()
            .find(|&step| room.fits(step, |date| step.name(date, &month)))
            .unwrap_or(Step::COARSEST);
        let above = step.above().map(|above| room.ticks(above, |date| step.name_above(date, &month)));
        Self { above: above.unwrap_or_default(), below: room.ticks(step, |date| step.name(date, &month)) }
    }
}

/// Where names are to find room.
#[derive(Clone, Copy)]
struct Room {
    axis: Axis,
    letters: f64,
}

impl Room {
    /// Between one name and the next.
    const GAP: f64 = 1.0;

    /// The share of the width that a name takes.
    fn width(self, name: &str) -> f64 {
        (name.chars().count() as f64 + Self::GAP) / self.letters
    }

    fn fits(self, step: Step, name: impl Fn(Date) -> String) -> bool {
        let mut before_end = 0.0;
        step.begins(self.axis).all(|date| {
            let x = self.axis.begin(date);
            let fits = x >= before_end;
            before_end = x + self.width(&name(date));
            fits
        })
    }

    /// A tick where each period begins, and one at the left edge for the period already under way there.
    fn ticks(self, step: Step, name: impl Fn(Date) -> String) -> Vec<Tick> {
        let mut begins = step.begins(self.axis).peekable();
        let under_way = Some(self.axis.first).filter(|first| begins.peek() != Some(first));
        let dates: Vec<Date> = under_way.into_iter().chain(begins).collect();
        let mut next_x = 1.0;
        // From the right to the left, so that the name of a period cut at the left edge is the one left out.
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

    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    fn month(date: Date) -> String {
        MONTHS[date.month0() as usize].to_owned()
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

    fn scale(from: &str, to: &str, letters: f64) -> (String, String) {
        let scale = Scale::fitting(axis(from, to), letters, month);
        (names(&scale.above), names(&scale.below))
    }

    fn expect(above: &str, below: &str) -> (String, String) {
        (above.to_owned(), below.to_owned())
    }

    #[test]
    fn a_bar_reaches_from_the_begin_of_its_first_day_to_the_end_of_its_last() {
        let axis = Axis { first: date("2027-01-04"), days: 20.0 };
        let finishes = Chances { p50: date("2027-01-13"), p80: date("2027-01-18"), p95: date("2027-01-23") };
        let bar = axis.bar(date("2027-01-09"), finishes);
        assert_eq!(bar.even, Stretch { x: 0.25, width: 0.25 });
        assert_eq!(bar.likely, Stretch { x: 0.25, width: 0.5 });
        assert_eq!(bar.nearly_sure, Stretch { x: 0.25, width: 0.75 });
    }

    #[test]
    fn one_day_among_years_can_still_be_seen() {
        let axis = axis("2027-01-04", "2038-12-31");
        let day = date("2038-12-31");
        let bar = axis.bar(day, Chances { p50: day, p80: day, p95: day });
        assert!(bar.even.width >= 0.005);
        assert!(bar.even.x + bar.even.width <= 1.0);
    }

    #[test]
    fn dates_off_are_cut_at_the_edges() {
        let axis = Axis { first: date("2027-01-04"), days: 10.0 };
        let off = |from, to| axis.stretch(DateRange::new(date(from), date(to)).unwrap());
        assert_eq!(off("2026-12-01", "2027-01-08"), Some(Stretch { x: 0.0, width: 0.5 }));
        assert_eq!(off("2027-01-09", "2028-01-01"), Some(Stretch { x: 0.5, width: 0.5 }));
        assert_eq!(off("2026-12-01", "2027-01-03"), None);
        assert_eq!(off("2027-02-01", "2027-02-03"), None);
    }

    #[test]
    fn days_are_marked_only_if_shown() {
        let axis = Axis { first: date("2027-01-04"), days: 10.0 };
        assert_eq!(axis.midday(date("2027-01-08")), Some(0.45));
        assert_eq!(axis.close(date("2027-01-08")), Some(0.5));
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
        let plan = |letters| scale("2027-01-04", "2028-03-20", letters);
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
            letters in 16.0..100.0,
        ) {
            let first = Date::from_epoch_days(first).unwrap();
            let axis = Axis::showing(first, [first + Days::new(days)]);
            let scale = Scale::fitting(axis, letters, month);
            for ticks in [scale.above, scale.below] {
                let mut free_from = 0.0;
                for Tick { x, name } in ticks {
                    prop_assert!((0.0..1.0).contains(&x));
                    if let Some(name) = name {
                        prop_assert!(x >= free_from);
                        free_from = x + name.len() as f64 / letters;
                        prop_assert!(free_from <= 1.0);
                    }
                }
            }
        }

        #[test]
        fn every_scale_has_a_name(days in 0_u64..20_000, letters in 16.0..100.0) {
            let first = date("2026-11-22");
            let axis = Axis::showing(first, [first + Days::new(days)]);
            prop_assert!(!names(&Scale::fitting(axis, letters, month).below).is_empty());
        }
    }
}
