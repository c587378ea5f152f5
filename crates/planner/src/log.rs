//! How long things took: what the learner notes of their study, entry by entry.

use std::collections::BTreeMap;

use super::availability::Date;
use super::item::Item;
use roadmap::Minutes;

/// Time spent on one thing on one date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    /// When.
    pub on: Date,
    /// On what.
    pub item: Item,
    /// How long.
    pub minutes: Minutes,
}

/// All entries, in the order in which they were made. Nothing but taking an entry back removes any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    entries: Vec<LogEntry>,
    /// The sums of the entries.
    spent: BTreeMap<Item, Minutes>,
}

/// How the time noted is shared between learning and building.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shares {
    /// Minutes on topics.
    pub learning: Minutes,
    /// Minutes on projects.
    pub building: Minutes,
}

impl Log {
    /// Adds an entry.
    pub fn add(&mut self, entry: LogEntry) {
        *self.spent.entry(entry.item.clone()).or_default() += entry.minutes;
        self.entries.push(entry);
    }

    /// Takes the entry at a place back; a place without one changes nothing.
    pub fn remove(&mut self, at: usize) {
        if at < self.entries.len() {
            let entry = self.entries.remove(at);
            let others = self.entries.iter().filter(|other| other.item == entry.item);
            let spent = others.map(|other| other.minutes).sum();
            // A log that lost an entry equals one that never had it.
            match spent {
                Minutes::ZERO => drop(self.spent.remove(&entry.item)),
                spent => drop(self.spent.insert(entry.item, spent)),
            }
        }
    }

    /// The entries, in the order in which they were made.
    pub fn entries(&self) -> &[LogEntry] {
        &self.entries
    }

    /// The time noted for one thing.
    pub fn on(&self, item: &Item) -> Minutes {
        self.spent.get(item).copied().unwrap_or_default()
    }

    /// How the time noted is shared between learning and building.
    ///
    /// ```
    /// use planner::{Date, Item, Log, LogEntry};
    /// use roadmap::Minutes;
    ///
    /// let on = Date::from_ymd_opt(2027, 1, 4).unwrap();
    /// let mut log = Log::default();
    /// log.add(LogEntry { on, item: Item::Topic("numpy".into()), minutes: Minutes(30) });
    /// log.add(LogEntry { on, item: Item::Project("recommendation-systems".into()), minutes: Minutes(90) });
    /// assert_eq!(log.shares().percent_building(), Some(75));
    /// ```
    pub fn shares(&self) -> Shares {
        let of = |kind: fn(&Item) -> bool| {
            self.entries.iter().filter(|entry| kind(&entry.item)).map(|entry| entry.minutes).sum()
        };
        Shares {
            learning: of(|item| matches!(item, Item::Topic(_))),
            building: of(|item| matches!(item, Item::Project(_))),
        }
    }
}

impl Shares {
    /// The part of building in whole percent, to the nearest one; nothing while no time is noted.
    pub fn percent_building(self) -> Option<u32> {
        let all = u64::from(self.learning.0) + u64::from(self.building.0);
        (u64::from(self.building.0) * 100 + all / 2).checked_div(all).map(|percent| percent as u32)
    }
}
