//! The time log: study time that the learner has entered.

use std::collections::BTreeMap;

use crate::availability::Date;
use crate::item::Item;
use roadmap::Minutes;

/// Study time on an item and a date.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LogEntry {
    pub on: Date,
    pub item: Item,
    pub minutes: Minutes,
    /// Whether it was practice, such as exercises or work on a project, and not learning.
    pub building: bool,
}

impl LogEntry {
    /// An entry that counts as building if it is on a project.
    pub fn new(on: Date, item: Item, minutes: Minutes) -> Self {
        let building = Self::counts_as_building(&item);
        Self { on, item, minutes, building }
    }

    /// Whether time on an item is building, unless the learner says otherwise.
    pub fn counts_as_building(item: &Item) -> bool {
        matches!(item, Item::Project(_))
    }
}

/// All log entries by date, those of one date in the order in which they were added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    entries: Vec<LogEntry>,
    /// The sum of the entries of each item.
    spent: BTreeMap<Item, Minutes>,
}

/// The logged time for learning and for building.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shares {
    pub learning: Minutes,
    /// Time of practice: exercises, and work on projects.
    pub building: Minutes,
}

impl Log {
    /// Adds an entry and returns its index.
    pub fn add(&mut self, entry: LogEntry) -> usize {
        let at = self.entries.partition_point(|other| other.on <= entry.on);
        self.insert(at, entry);
        at
    }

    fn insert(&mut self, at: usize, entry: LogEntry) {
        *self.spent.entry(entry.item.clone()).or_default() += entry.minutes;
        self.entries.insert(at, entry);
    }

    /// Replaces the entry at an index and returns the index of the new one, which stays in place if the date does.
    pub fn replace(&mut self, index: usize, entry: LogEntry) -> usize {
        let stays = self.entries.get(index).is_some_and(|before| before.on == entry.on);
        self.remove(index);
        if stays {
            self.insert(index, entry);
            index
        } else {
            self.add(entry)
        }
    }

    /// Removes the entry at an index; an index out of bounds changes nothing.
    pub fn remove(&mut self, index: usize) {
        if index < self.entries.len() {
            let entry = self.entries.remove(index);
            let others = self.entries.iter().filter(|other| other.item == entry.item);
            let spent = others.map(|other| other.minutes).sum();
            // No zero is kept, so that a log that lost an entry equals one that never had it.
            match spent {
                Minutes::ZERO => drop(self.spent.remove(&entry.item)),
                spent => drop(self.spent.insert(entry.item, spent)),
            }
        }
    }

    pub fn entries(&self) -> &[LogEntry] {
        &self.entries
    }

    /// The time logged for an item.
    pub fn on(&self, item: &Item) -> Minutes {
        self.spent.get(item).copied().unwrap_or_default()
    }

    /// The time of all entries.
    pub fn total(&self) -> Minutes {
        self.spent.values().copied().sum()
    }

    /// The time logged on a date.
    pub fn of_day(&self, date: Date) -> Minutes {
        self.entries.iter().filter(|entry| entry.on == date).map(|entry| entry.minutes).sum()
    }

    /// The logged time for learning and for building.
    ///
    /// ```
    /// use planner::{Date, Item, Log, LogEntry};
    /// use roadmap::Minutes;
    ///
    /// let on = Date::from_ymd_opt(2027, 1, 4).unwrap();
    /// let mut log = Log::default();
    /// log.add(LogEntry::new(on, Item::Topic("numpy".into()), Minutes(30)));
    /// log.add(LogEntry::new(on, Item::Project("recommendation-systems".into()), Minutes(90)));
    /// assert_eq!(log.shares().percent_building(), Some(75));
    /// ```
    pub fn shares(&self) -> Shares {
        let of = |building: bool| {
            self.entries.iter().filter(|entry| entry.building == building).map(|entry| entry.minutes).sum()
        };
        Shares { learning: of(false), building: of(true) }
    }
}

impl Shares {
    /// Logged time below which the split between learning and building says nothing.
    const TELLING: Minutes = Minutes(20 * 60);

    /// Whether enough time is logged for its split between learning and building to say something.
    pub fn are_telling(self) -> bool {
        self.learning + self.building >= Self::TELLING
    }

    /// The share of building, rounded to whole percent; `None` if no time is logged.
    pub fn percent_building(self) -> Option<u32> {
        let all = u64::from(self.learning.0) + u64::from(self.building.0);
        (u64::from(self.building.0) * 100 + all / 2).checked_div(all).map(|percent| percent as u32)
    }
}
