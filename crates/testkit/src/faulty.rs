//! A storage with fault injection, for the faults that browsers have or might have.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use storage::{KeyValue, StorageError};

/// A fault of a storage.
///
/// "Seen" says where it was observed. "Suspected" ones were not observed, but no browser rules them out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Every read throws: seen where cookies are blocked, and in Firefox where its storage file is damaged.
    GetThrows,
    /// Reading one key throws: suspected where one record of that file is damaged.
    GetThrowsAt(&'static str),
    /// Every write throws: seen in private windows of older Safaris, which had a quota of zero.
    SetThrows,
    /// Writing one key throws: suspected where one text is too large and another is not.
    SetThrowsAt(&'static str),
    /// All texts and keys together are limited to this many bytes: seen in Chromium, where all local files share
    /// some 5 MB, so that another page can fill them.
    OverQuota(usize),
    /// A write is silently dropped: suspected in embedded browsers without a disk.
    SetDrops,
    /// A written text loses its last character: suspected where a length in characters is taken for bytes.
    SetCutsEnd,
    /// Only the first half of a written text is stored: suspected where a database page was never flushed.
    SetCutsHalf,
    /// One bit of a written text is flipped: suspected in aging memory and disks.
    SetFlipsABit,
    /// The text is written and the call throws: suspected where a quota is checked afterwards.
    PutsAndThrows,
    /// Half of the text is written and the call throws: suspected where a disk fills up in the middle.
    PutsHalfAndThrows,
    /// Reading back a write throws: suspected where a storage process died and was restarted.
    ReadBackThrows,
    /// Reads return nothing: suspected where a page starts before its storage.
    ReadsNothing,
    /// Reads return the text from before the last write: seen between windows of one browser, whose caches
    /// are updated with a delay.
    ReadsWhatWasBefore,
    /// Listing the keys throws: suspected where extensions replace the storage object.
    KeysThrow,
    /// Every nth call throws: suspected under memory pressure.
    EveryNthThrows(u32),
    /// Later writes read back correctly and are gone after a restart: seen in Chromium, which keeps the
    /// writes of some seconds in memory and loses them when killed, and in WebView2.
    GoneAfterRestart,
    /// Everything is gone after a restart: seen in browsers set to clear data on exit, and in Safari after a
    /// week.
    AllGoneAfterRestart,
    /// The browser dies before it writes: seen, like the next two, wherever a tab is killed.
    DiesBefore,
    /// The browser dies when half of the text is written.
    DiesHalfway,
    /// The browser dies when the text is written, before the call returns.
    DiesAfter,
}

impl Fault {
    /// One fault of each kind.
    pub fn every(key: &'static str, quota: usize, nth: u32) -> Vec<Self> {
        variants!(Fault {
            GetThrows: Self::GetThrows,
            GetThrowsAt: Self::GetThrowsAt(key),
            SetThrows: Self::SetThrows,
            SetThrowsAt: Self::SetThrowsAt(key),
            OverQuota: Self::OverQuota(quota),
            SetDrops: Self::SetDrops,
            SetCutsEnd: Self::SetCutsEnd,
            SetCutsHalf: Self::SetCutsHalf,
            SetFlipsABit: Self::SetFlipsABit,
            PutsAndThrows: Self::PutsAndThrows,
            PutsHalfAndThrows: Self::PutsHalfAndThrows,
            ReadBackThrows: Self::ReadBackThrows,
            ReadsNothing: Self::ReadsNothing,
            ReadsWhatWasBefore: Self::ReadsWhatWasBefore,
            KeysThrow: Self::KeysThrow,
            EveryNthThrows: Self::EveryNthThrows(nth),
            GoneAfterRestart: Self::GoneAfterRestart,
            AllGoneAfterRestart: Self::AllGoneAfterRestart,
            DiesBefore: Self::DiesBefore,
            DiesHalfway: Self::DiesHalfway,
            DiesAfter: Self::DiesAfter,
        })
    }
}

/// The duration of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasts {
    /// Only the planned write, or the first read after it.
    Once,
    /// From the planned write on.
    FromThenOn,
}

/// A fault planned for a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FaultPlan {
    pub fault: Fault,
    /// The 1-based number of the write since the plan was made; 0 includes reads before the first write.
    pub at_write: u32,
    pub lasts: Lasts,
}

/// An in-memory storage that fails as planned.
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
    /// The key last written, and its text before that.
    before: RefCell<Option<(String, Option<String>)>>,
    /// The texts before the planned write: all that some restarts leave.
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

    /// Plans a fault, replacing an earlier plan, and counts writes from zero.
    pub fn fails(&self, plan: FaultPlan) {
        self.heals();
        self.plan.set(Some(plan));
        if plan.at_write == 0 {
            self.settled.replace(Some(self.kept.borrow().clone()));
        }
    }

    /// Works from now on, and counts writes from zero.
    pub fn heals(&self) {
        self.plan.set(None);
        self.settled.replace(None);
        self.before.replace(None);
        self.writes.set(0);
        self.calls.set(0);
        self.is_spent.set(false);
        self.is_dead.set(false);
    }

    /// Restarts the browser after it was closed or died: its losses take effect, and all faults end.
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

    /// The number of attempted writes since the last plan.
    pub fn writes(&self) -> u32 {
        self.writes.get()
    }

    /// Whether the browser has died and was not restarted.
    pub fn is_dead(&self) -> bool {
        self.is_dead.get()
    }

    /// All stored texts by their keys, without faults.
    pub fn texts(&self) -> BTreeMap<String, String> {
        self.kept.borrow().clone()
    }

    fn is_armed(&self) -> bool {
        self.plan.get().is_some_and(|plan| self.writes.get() >= plan.at_write)
    }

    /// The fault of the present write, if it is planned to fail.
    fn fault_of_write(&self) -> Option<Fault> {
        let plan = self.plan.get()?;
        let is_now = match plan.lasts {
            Lasts::Once => self.writes.get() == plan.at_write.max(1),
            Lasts::FromThenOn => self.is_armed(),
        };
        is_now.then_some(plan.fault)
    }

    /// Whether a read fails, given which faults it can fail by.
    fn fails_read(&self, by: impl FnOnce(Fault) -> bool) -> bool {
        let Some(plan) = self.plan.get().filter(|plan| self.is_armed() && by(plan.fault)) else {
            return false;
        };
        let fails = plan.lasts == Lasts::FromThenOn || !self.is_spent.get();
        self.is_spent.set(true);
        fails
    }

    /// Counts a call, and fails where every call does.
    fn called(&self) -> Result<(), StorageError> {
        self.calls.set(self.calls.get() + 1);
        let is_nth =
            |fault| matches!(fault, Fault::EveryNthThrows(nth) if self.calls.get().is_multiple_of(nth));
        if self.is_dead.get() || self.fails_read(is_nth) { Err(thrown()) } else { Ok(()) }
    }

    /// Stores a text and remembers the one that it replaced.
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
        if self.fails_read(|fault| match fault {
            Fault::GetThrows => true,
            Fault::GetThrowsAt(at) => at == key,
            Fault::ReadBackThrows => was_written,
            _ => false,
        }) {
            return Err(thrown());
        }
        if self.fails_read(|fault| fault == Fault::ReadsNothing) {
            return Ok(None);
        }
        match &*before {
            Some((_, text)) if was_written && self.fails_read(|fault| fault == Fault::ReadsWhatWasBefore) => {
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
            Some(Fault::SetCutsEnd) => (Some(without_the_last_character(value)), false),
            Some(Fault::SetCutsHalf) => (Some(half.to_owned()), false),
            Some(Fault::SetFlipsABit) => (Some(with_a_bit_flipped(value)), false),
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
        if self.fails_read(|fault| fault == Fault::KeysThrow) {
            return Err(thrown());
        }
        Ok(self.kept.borrow().keys().cloned().collect())
    }
}

impl FaultyStorage {
    /// From now on every call fails.
    fn dies(&self) -> bool {
        self.is_dead.set(true);
        true
    }
}

/// Browsers name their exceptions differently, so no code may depend on the name.
fn thrown() -> StorageError {
    StorageError("NS_ERROR_OF_SOME_KIND: thrown on purpose".to_owned())
}

fn without_the_last_character(text: &str) -> String {
    let mut cut = text.to_owned();
    cut.pop();
    cut
}

/// The same text with the lowest bit of its middle character flipped.
fn with_a_bit_flipped(text: &str) -> String {
    let middle = text.chars().count() / 2;
    let flip = |character: char| char::from_u32(u32::from(character) ^ 1).unwrap_or(character);
    let flip_middle = |(at, character)| if at == middle { flip(character) } else { character };
    text.chars().enumerate().map(flip_middle).collect()
}
