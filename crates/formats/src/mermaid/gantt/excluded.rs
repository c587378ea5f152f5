//! Days on which nobody works.

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, Weekday};

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// An end is moved past no more days than this.
const MOST_DAYS: i32 = 2_000;

#[derive(Default)]
pub struct Excluded {
    /// By weekday, from Monday.
    weekdays: [bool; 7],
    dates: HashSet<i32>,
    /// Days that are not excluded, whatever else says so.
    included: HashSet<i32>,
    has_weekend_on_friday: bool,
}

impl Excluded {
    pub fn begin_weekend(&mut self, day: &str) {
        self.has_weekend_on_friday = day.eq_ignore_ascii_case("friday");
    }

    /// Reads lists of weekdays and dates.
    pub fn read(&mut self, excluded: &str, included: &str, date: impl Fn(&str) -> Option<NaiveDate>) {
        let date = |word: &str| date(word).map(|date| date.num_days_from_ce());
        let words = |list: &str| -> Vec<String> {
            let words = list.split(|letter: char| letter == ',' || letter.is_whitespace());
            words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
        };
        self.included.extend(words(included).iter().filter_map(|word| date(word)));
        for word in words(excluded) {
            if word == "weekends" {
                let first = if self.has_weekend_on_friday { Weekday::Fri } else { Weekday::Sat };
                self.weekdays[first.num_days_from_monday() as usize] = true;
                self.weekdays[first.succ().num_days_from_monday() as usize] = true;
            } else if let Some(weekday) = WEEKDAYS.iter().position(|name| *name == word) {
                self.weekdays[weekday] = true;
            } else {
                self.dates.extend(date(&word));
            }
        }
        // Nothing would ever end.
        if self.weekdays == [true; 7] {
            self.weekdays = [false; 7];
        }
    }

    /// Days of a week that are not excluded.
    pub fn days_per_week(&self) -> u32 {
        self.weekdays.iter().filter(|is_excluded| !**is_excluded).count() as u32
    }

    /// `day` counts from the first day of the year 1, a Monday.
    fn has(&self, day: i32) -> bool {
        let weekday = (day - 1).rem_euclid(7) as usize;
        (self.weekdays[weekday] || self.dates.contains(&day)) && !self.included.contains(&day)
    }

    /// Where a task ends that excluded days make longer, and where its bar ends: before excluded days at its end.
    pub fn moved(&self, start: NaiveDateTime, end: NaiveDateTime) -> (NaiveDateTime, NaiveDateTime) {
        if self.days_per_week() == 7 && self.dates.is_empty() {
            return (end, end);
        }
        let days = (end - start).num_days();
        let (mut added, mut drawn, mut was_excluded) = (0, 0, false);
        for passed in 1..=MOST_DAYS {
            if i64::from(passed) > days + added {
                break;
            }
            if !was_excluded {
                drawn = added;
            }
            was_excluded = self.has(start.date().num_days_from_ce() + passed);
            added += i64::from(was_excluded);
        }
        let later = |days| end.checked_add_signed(TimeDelta::days(days)).unwrap_or(end);
        (later(added), later(drawn))
    }
}
