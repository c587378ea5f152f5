//! A storage that fails on purpose, in the ways in which browsers have been seen to fail or are feared to.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use storage::{KeyValue, StorageError};

/// A way in which a storage fails.
///
/// Each says where it was seen; what is called feared was not seen, but nothing in a browser's promises rules it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing can be read: seen where cookies are blocked, and in Firefox where the file of its storage is damaged.
    GetThrows,
    /// What lies at one key cannot be read: feared where one record of that file is damaged.
    GetThrowsAt(&'static str),
    /// Nothing can be written: seen in private windows of older Safaris, which had a quota of nothing.
    SetThrows,
    /// One key cannot be written: feared where one text is too large and another is not.
    SetThrowsAt(&'static str),
    /// All texts and keys together may not have more bytes: seen in Chromium, which gives some 5 MB to all local files
    /// together, so that a page can run out of room that another one filled.
    OverQuota(usize),
    /// What is written is dropped without a word: feared in embedded browsers without a disk.
    SetDrops,
    /// What is written loses its last letter: feared, a length counted in letters and taken for bytes.
    SetCutsEnd,
    /// Only the first half of what is written is there: feared, a page of a database that was never flushed.
    SetCutsHalf,
    /// A bit of what is written is another one: feared, memory and disks that age.
    SetTurnsABit,
    /// It is written, and the call says that it failed: feared, a quota that is checked after the fact.
    PutsAndThrows,
    /// Half of it is written, and the call says that it failed: feared, a disk that fills up in the middle.
    PutsHalfAndThrows,
    /// What was just written cannot be read: feared, a storage process that died and was started again.
    ReadBackThrows,
    /// There is nothing where something was: feared, a page that starts sooner than its storage.
    ReadsNothing,
    /// What was there before the last write is read: seen between windows of one browser, which hold copies that are
    /// brought up to date only after a while.
    ReadsWhatWasBefore,
    /// The keys cannot be listed: feared, extensions that put an object of their own in the place of the storage.
    KeysThrow,
    /// Every so manyth call fails, whatever it is: feared, a storage process that is short of memory.
    EveryNthThrows(u32),
    /// What was written from then on was read back right and is gone after a restart: seen in Chromium, which keeps the
    /// writes of some seconds in memory and loses them where it is killed, and in WebView2.
    GoneAfterRestart,
    /// Everything is gone after a restart: seen in browsers told to forget at their end, and in Safari after a week.
    AllGoneAfterRestart,
    /// The browser dies before it writes: seen wherever a tab is killed, as in the two that follow.
    DiesBefore,
    /// The browser dies when half is written.
    DiesHalfway,
    /// The browser dies when all is written, before anybody can know.
    DiesAfter,
}

impl Fault {
    /// One of every kind, with the figures given.
    pub fn every(key: &'static str, quota: usize, nth: u32) -> Vec<Self> {
        vec![
            Self::GetThrows,
            Self::GetThrowsAt(key),
            Self::SetThrows,
            Self::SetThrowsAt(key),
            Self::OverQuota(quota),
            Self::SetDrops,
            Self::SetCutsEnd,
            Self::SetCutsHalf,
            Self::SetTurnsABit,
            Self::PutsAndThrows,
            Self::PutsHalfAndThrows,
            Self::ReadBackThrows,
            Self::ReadsNothing,
            Self::ReadsWhatWasBefore,
            Self::KeysThrow,
            Self::EveryNthThrows(nth),
            Self::GoneAfterRestart,
            Self::AllGoneAfterRestart,
            Self::DiesBefore,
            Self::DiesHalfway,
            Self::DiesAfter,
        ]
    }
}

/// How often a fault shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasts {
    /// At the write it waits for, or at the first reading after it, and never again.
    Once,
    /// From that write on.
    FromThenOn,
}

/// A fault that waits for a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FaultPlan {
    /// What goes wrong.
    pub fault: Fault,
    /// At which write, counted from 1 since the plan was made; at 0 also what is read before the first one.
    pub at_write: u32,
    /// How often.
    pub lasts: Lasts,
}

/// A storage that keeps everything in memory and fails as planned.
///
/// ```
/// use testkit::{Fault, FaultPlan, FaultyStorage, Lasts};
/// use storage::KeyValue;
///
/// let storage = FaultyStorage::default();
/// storage.fails(FaultPlan { fault: Fault::SetDrops, at_write: 2, lasts: Lasts::Once });
/// for text in ["one", "two"] {
///     storage.set("key", text).unwrap();
/// }
/// assert_eq!(storage.get("key"), Ok(Some("one".to_owned())));
/// ```
#[derive(Clone, Debug, Default)]
pub struct FaultyStorage {
    kept: RefCell<BTreeMap<String, String>>,
    /// What was at the key last written before it was.
    before: RefCell<Option<(String, Option<String>)>>,
    /// What there was when the plan's write came, which is all that some restarts leave.
    settled: RefCell<Option<BTreeMap<String, String>>>,
    plan: Cell<Option<FaultPlan>>,
    writes: Cell<u32>,
    calls: Cell<u32>,
    is_spent: Cell<bool>,
    is_dead: Cell<bool>,
}

impl FaultyStorage {
    /// A storage that holds these texts and works until a fault is planned.
    pub fn holding(texts: BTreeMap<String, String>) -> Self {
        Self { kept: RefCell::new(texts), ..Self::default() }
    }

    /// Plans a fault, in place of one planned before, and counts writes from the beginning.
    pub fn fails(&self, plan: FaultPlan) {
        self.heals();
        self.plan.set(Some(plan));
        if plan.at_write == 0 {
            self.settled.replace(Some(self.kept.borrow().clone()));
        }
    }

    /// Works from now on, and counts writes from the beginning.
    pub fn heals(&self) {
        self.plan.set(None);
        self.settled.replace(None);
        self.before.replace(None);
        self.writes.set(0);
        self.calls.set(0);
        self.is_spent.set(false);
        self.is_dead.set(false);
    }

    /// The browser was ended or died, and is started again: what it lost is gone, and nothing fails any more.
    pub fn restarts(&self) {
        match self.plan.get().map(|plan| plan.fault) {
            Some(Fault::GoneAfterRestart) => {
                if let Some(settled) = self.settled.take() {
                    self.kept.replace(settled);
                }
            }
            Some(Fault::AllGoneAfterRestart) if self.is_armed() => self.kept.borrow_mut().clear(),
            _ => {}
        }
        self.heals();
    }

    /// How many writes were tried since the last plan.
    pub fn writes(&self) -> u32 {
        self.writes.get()
    }

    /// Whether the browser has died and was not started again.
    pub fn is_dead(&self) -> bool {
        self.is_dead.get()
    }

    /// All texts by their keys, as they truly are.
    pub fn texts(&self) -> BTreeMap<String, String> {
        self.kept.borrow().clone()
    }

    /// Puts a text at a key, past all faults: another page, or another program, wrote it.
    pub fn is_given(&self, key: &str, text: &str) {
        self.kept.borrow_mut().insert(key.to_owned(), text.to_owned());
    }

    fn is_armed(&self) -> bool {
        self.plan.get().is_some_and(|plan| self.writes.get() >= plan.at_write)
    }

    /// The fault of this very write, if it is to fail.
    fn fault_of_write(&self) -> Option<Fault> {
        let plan = self.plan.get()?;
        let is_now = match plan.lasts {
            Lasts::Once => self.writes.get() == plan.at_write.max(1),
            Lasts::FromThenOn => self.is_armed(),
        };
        is_now.then_some(plan.fault)
    }

    /// Whether this reading fails by a fault that it can fail by.
    fn fails_reading(&self, by: impl FnOnce(Fault) -> bool) -> bool {
        let Some(plan) = self.plan.get().filter(|plan| self.is_armed() && by(plan.fault)) else {
            return false;
        };
        let fails = plan.lasts == Lasts::FromThenOn || !self.is_spent.get();
        self.is_spent.set(true);
        fails
    }

    /// Counts a call, and fails it where calls fail whatever they are.
    fn called(&self) -> Result<(), StorageError> {
        self.calls.set(self.calls.get() + 1);
        let is_nth =
            |fault| matches!(fault, Fault::EveryNthThrows(nth) if self.calls.get().is_multiple_of(nth));
        if self.is_dead.get() || self.fails_reading(is_nth) { Err(thrown()) } else { Ok(()) }
    }

    /// Puts a text at a key and remembers what it took the place of.
    fn put(&self, key: &str, text: &str) {
        let before = self.kept.borrow_mut().insert(key.to_owned(), text.to_owned());
        self.before.replace(Some((key.to_owned(), before)));
    }

    fn has_room_for(&self, key: &str, value: &str, quota: usize) -> bool {
        let kept = self.kept.borrow();
        let others = kept.iter().filter(|(other, _)| *other != key);
        others.map(|(key, text)| key.len() + text.len()).sum::<usize>() + key.len() + value.len() <= quota
    }
}

impl KeyValue for FaultyStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.called()?;
        let before = self.before.borrow();
        let was_written = before.as_ref().is_some_and(|(written, _)| written == key);
        if self.fails_reading(|fault| match fault {
            Fault::GetThrows => true,
            Fault::GetThrowsAt(at) => at == key,
            Fault::ReadBackThrows => was_written,
            _ => false,
        }) {
            return Err(thrown());
        }
        if self.fails_reading(|fault| fault == Fault::ReadsNothing) {
            return Ok(None);
        }
        match &*before {
            Some((_, text))
                if was_written && self.fails_reading(|fault| fault == Fault::ReadsWhatWasBefore) =>
            {
                Ok(text.clone())
            }
            _ => Ok(self.kept.borrow().get(key).cloned()),
        }
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        let texts = || self.kept.borrow().clone();
        self.writes.set(self.writes.get() + 1);
        if self.is_armed() && self.settled.borrow().is_none() {
            self.settled.replace(Some(texts()));
        }
        self.called()?;
        let half = &value[..value.floor_char_boundary(value.len() / 2)];
        let (put, fails) = match self.fault_of_write() {
            Some(Fault::SetThrows) => (None, true),
            Some(Fault::SetThrowsAt(at)) => ((at != key).then(|| value.to_owned()), at == key),
            Some(Fault::OverQuota(quota)) => {
                let fits = self.has_room_for(key, value, quota);
                (fits.then(|| value.to_owned()), !fits)
            }
            Some(Fault::SetDrops) => (None, false),
            Some(Fault::SetCutsEnd) => (Some(without_the_last_letter(value)), false),
            Some(Fault::SetCutsHalf) => (Some(half.to_owned()), false),
            Some(Fault::SetTurnsABit) => (Some(with_a_bit_turned(value)), false),
            Some(Fault::PutsAndThrows) => (Some(value.to_owned()), true),
            Some(Fault::PutsHalfAndThrows) => (Some(half.to_owned()), true),
            Some(Fault::DiesBefore) => (None, self.dies()),
            Some(Fault::DiesHalfway) => (Some(half.to_owned()), self.dies()),
            Some(Fault::DiesAfter) => (Some(value.to_owned()), self.dies()),
            _ => (Some(value.to_owned()), false),
        };
        if let Some(text) = put {
            self.put(key, &text);
        }
        if fails { Err(thrown()) } else { Ok(()) }
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.called()?;
        if self.fails_reading(|fault| fault == Fault::KeysThrow) {
            return Err(thrown());
        }
        Ok(self.kept.borrow().keys().cloned().collect())
    }
}

impl FaultyStorage {
    /// From now on every call fails: nobody is there any more to see an answer.
    fn dies(&self) -> bool {
        self.is_dead.set(true);
        true
    }
}

/// What is thrown has another name in each browser, and code that looks at the name has been wrong.
fn thrown() -> StorageError {
    StorageError("NS_ERROR_OF_SOME_KIND: thrown on purpose".to_owned())
}

fn without_the_last_letter(text: &str) -> String {
    let mut cut = text.to_owned();
    cut.pop();
    cut
}

/// The same text with the lowest bit of its middle letter turned.
fn with_a_bit_turned(text: &str) -> String {
    let middle = text.chars().count() / 2;
    let turn = |letter: char| char::from_u32(u32::from(letter) ^ 1).unwrap_or(letter);
    text.chars().enumerate().map(|(at, letter)| if at == middle { turn(letter) } else { letter }).collect()
}
