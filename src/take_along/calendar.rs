//! The sessions of the coming weeks and the milestones of the plan as entries of a calendar.

use chrono::{DateTime, Datelike, Days, NaiveDateTime, NaiveTime, TimeDelta};

use super::Plan;
use super::plain::plain;
use crate::screens::today::what_to_do;
use crate::text::{takeaway as words, titles};
use app::{CalendarEntries, Instant};
use planner::{Date, DateRange, Expected, Scheduled, Session, Status, Task, Work};
use roadmap::{Minutes, NodeId};
use storage::ExportedFile;
use takeaway::{Entry, write_calendar};

/// Weeks whose sessions are in the file, the present one included.
const WEEKS: u64 = 8;

/// A calendar file, and what it and the files before it have, by ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarFile {
    pub file: ExportedFile,
    pub entries: CalendarEntries,
}

/// Writes the calendar. What `earlier` files had and the plan has no more is called off.
pub fn calendar(plan: &Plan<'_>, earlier: &CalendarEntries, at: Instant) -> CalendarFile {
    let mut entries: Vec<Entry> = plan.sessions();
    entries.extend(plan.milestones(earlier));
    let called_off: Vec<Entry> = earlier
        .iter()
        .filter(|(id, on)| **on >= plan.today && !entries.iter().any(|entry| entry.id == **id))
        .map(|(id, on)| canceled(id, *on))
        .collect();
    entries.extend(called_off);
    let as_of = i64::try_from(at.0).ok().and_then(DateTime::from_timestamp_millis).unwrap_or_default();
    let name = words::calendar_name(&plan.roadmap.about().title);
    CalendarFile {
        file: ExportedFile {
            name: format!("waymark-calendar-{}.ics", plan.today),
            text: write_calendar(&name, &entries, as_of.naive_utc()),
        },
        entries: kept(entries, earlier, plan.today),
    }
}

/// The entries with the last dates on which any file has them. Until then a calendar may show them there, because not every
/// file is imported.
fn kept(entries: Vec<Entry>, earlier: &CalendarEntries, today: Date) -> CalendarEntries {
    let last = |Entry { id, on, .. }: Entry| {
        let on = earlier.get(&id).map_or(on, |before| on.max(*before));
        (id, on)
    };
    entries.into_iter().map(last).filter(|(_, on)| *on >= today).collect()
}

fn canceled(id: &str, on: Date) -> Entry {
    Entry {
        id: id.to_owned(),
        on,
        at: None,
        title: words::CALLED_OFF.to_owned(),
        text: String::new(),
        reminds: false,
        is_canceled: true,
    }
}

impl Plan<'_> {
    /// An id that no other calendar has, and that stays for as long as the thing is the same.
    fn id(&self, kind: &str, what: &str) -> String {
        format!("{kind}-{what}.{}@waymark", self.roadmap.about().id)
    }

    fn sessions(&self) -> Vec<Entry> {
        let outlook = self.outlook;
        let last_week = self.today.max(outlook.start).checked_add_days(Days::new(7 * (WEEKS - 1)));
        let until = DateRange::week_of(last_week.unwrap_or(Date::MAX)).to();
        let sessions = outlook.forecast.sessions(&outlook.availability, until);
        sessions.iter().map(|session| self.session(session)).collect()
    }

    fn session(&self, session: &Session) -> Entry {
        let first = session.tasks.first().map(|task| titles::task(self.document, self.roadmap, task));
        let text: Vec<String> = session.tasks.iter().map(|task| self.said(task)).collect();
        Entry {
            id: self.id("session", &session.on.to_string()),
            on: session.on,
            at: self.hours(session),
            title: words::session(session.time, first.as_deref()),
            text: text.join("\n\n"),
            reminds: true,
            is_canceled: false,
        }
    }

    /// When a session begins and ends, if the learner said so for its day of the week.
    fn hours(&self, session: &Session) -> Option<(NaiveDateTime, NaiveDateTime)> {
        let day = session.on.weekday().num_days_from_monday() as usize;
        let from = session.on.and_time(NaiveTime::MIN) + minutes(self.document.begins[day]?);
        Some((from, from.checked_add_signed(minutes(session.time))?))
    }

    /// What to do, and with what.
    fn said(&self, task: &Task) -> String {
        let topic = titles::item(self.roadmap, &task.item);
        let step = titles::task(self.document, self.roadmap, task);
        let (instruction, material) = what_to_do(self.roadmap, &task.item, task.step.as_ref());
        let head = if topic == step { topic } else { words::step_of(&topic, &step) };
        let material = material.map(|material| words::material(&material));
        let lines = [Some(head), instruction.map(|text| plain(&text)), material];
        lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }

    /// The ends of all phases and projects, of the phases of each path, and of the plan.
    fn milestones(&self, earlier: &CalendarEntries) -> Vec<Entry> {
        let work = self.outlook.work().map(|(scheduled, expected)| self.end_of(scheduled, expected));
        let paths = self.outlook.plan.paths(self.roadmap).map(|path| self.end_of_path(&path.id));
        let ends: Vec<End> = work.chain(paths).chain([self.end_of_plan()]).collect();
        ends.into_iter().filter_map(|end| end.entry(earlier)).collect()
    }

    fn end_of(&self, scheduled: &Scheduled, expected: &Expected) -> End {
        let id = match &scheduled.work {
            Work::Phase { node, .. } => self.id("phase", node.as_str()),
            Work::Project(project) => self.id("project", project.as_str()),
        };
        let done = match expected.status() {
            Status::Done(on) => Some(on),
            _ => None,
        };
        End { id, title: titles::work(self.roadmap, &scheduled.work), done, finishes: expected.finishes() }
    }

    fn end_of_path(&self, path: &NodeId) -> End {
        let title = self.roadmap.node(path).map(|node| node.title.as_str()).unwrap_or_default();
        End {
            id: self.id("ready", path.as_str()),
            title: words::ready(title),
            done: self.outlook.path_ended(path),
            finishes: self.outlook.forecast.path_finish(path),
        }
    }

    fn end_of_plan(&self) -> End {
        let finishes = self.outlook.forecast.finish();
        let done = self.outlook.ended().filter(|_| finishes.is_none());
        let id = self.id("plan", "finish");
        End { id, title: words::WHOLE_PLAN.to_owned(), done, finishes }
    }
}

fn minutes(time: Minutes) -> TimeDelta {
    TimeDelta::minutes(time.0.into())
}

/// The end of something.
struct End {
    id: String,
    title: String,
    done: Option<Date>,
    finishes: Option<planner::Chances>,
}

impl End {
    /// An entry on the date by which it is likely done, or was done if it has been in a calendar before.
    fn entry(self, earlier: &CalendarEntries) -> Option<Entry> {
        let (on, title, text) = match (self.finishes, self.done) {
            (Some(finishes), _) => (finishes.p80, words::done_by(&self.title), words::chances(finishes)),
            (None, Some(on)) if earlier.contains_key(&self.id) => {
                (on, words::done(&self.title), String::new())
            }
            (None, _) => return None,
        };
        Some(Entry { id: self.id, on, at: None, title, text, reminds: false, is_canceled: false })
    }
}
