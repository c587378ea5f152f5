//! Known topics, marks (begun, finished, skipped) and the time log.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::problem::{DocumentProblem, check_count, check_date, check_text};
use app::FileFault;
use planner::{Date, Ending, Item, Log, LogEntry, Mark, PaceChoice, Progress, Steps};
use roadmap::{Minutes, ProjectId, TopicId};

/// More topics than any roadmap has.
pub const MOST_KNOWN: usize = 20_000;
/// More topics and projects than any roadmap has.
pub const MOST_MARKS: usize = 40_000;
/// Some ten entries a day for five years.
pub const MOST_LOG_ENTRIES: usize = 20_000;

/// The progress of a topic or a project. Exactly one of `topic` and `project` is given, and at most one of
/// `finished` and
/// `skipped`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Mark", extend("oneOf" = [{ "required": ["topic"] }, { "required": ["project"] }]))]
pub struct MarkForm {
    /// The id of the topic.
    #[serde(skip_serializing_if = "Option::is_none")]
    topic: Option<TopicId>,
    /// The id of the project.
    #[serde(skip_serializing_if = "Option::is_none")]
    project: Option<ProjectId>,
    /// The date on which it was begun; null if the learner did not say.
    started: Option<Date>,
    /// The date on which it was finished; null if it is not.
    finished: Option<Date>,
    /// The date on which the learner decided to leave it out; null if they did not.
    skipped: Option<Date>,
}

/// Time spent on a topic or a project on one date. Exactly one of `topic` and `project` is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "LogEntry", extend("oneOf" = [{ "required": ["topic"] }, { "required": ["project"] }]))]
pub struct LogEntryForm {
    on: Date,
    /// The id of the topic; time spent on it counts as learning, unless `building` says otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    topic: Option<TopicId>,
    /// The id of the project; time spent on it counts as building, unless `building` says otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    project: Option<ProjectId>,
    #[schemars(range(min = 1, max = Minutes::DAY.0))]
    minutes: u32,
    /// Whether the time was practice, such as exercises; left out if it counts as the item does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    building: Option<bool>,
}

/// The pace that the forecast uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Pace")]
pub enum PaceForm {
    /// The learner's own, observed from finished work.
    Own,
    /// The roadmap's estimates: only their ranges count.
    RangesOnly,
}

impl From<PaceChoice> for PaceForm {
    fn from(pace: PaceChoice) -> Self {
        match pace {
            PaceChoice::Own => Self::Own,
            PaceChoice::RangesOnly => Self::RangesOnly,
        }
    }
}

impl From<PaceForm> for PaceChoice {
    fn from(pace: PaceForm) -> Self {
        match pace {
            PaceForm::Own => Self::Own,
            PaceForm::RangesOnly => Self::RangesOnly,
        }
    }
}

pub fn write_marks(progress: &Progress) -> Vec<MarkForm> {
    let form = |(item, Mark { started, ended }): (&Item, Mark)| {
        let (topic, project) = ids(item);
        let (finished, skipped) = match ended {
            None => (None, None),
            Some((Ending::Finished, on)) => (Some(on), None),
            Some((Ending::Skipped, on)) => (None, Some(on)),
        };
        MarkForm { topic, project, started, finished, skipped }
    };
    progress.marks().map(form).collect()
}

pub fn write_log(log: &Log) -> Vec<LogEntryForm> {
    let form = |LogEntry { on, item, minutes, building }: &LogEntry| {
        let (topic, project) = ids(item);
        let building = Some(*building).filter(|building| *building != LogEntry::counts_as_building(item));
        LogEntryForm { on: *on, topic, project, minutes: minutes.0, building }
    };
    log.entries().iter().map(form).collect()
}

pub fn ids(item: &Item) -> (Option<TopicId>, Option<ProjectId>) {
    match item {
        Item::Topic(topic) => (Some(topic.clone()), None),
        Item::Project(project) => (None, Some(project.clone())),
    }
}

pub fn read_known(topics: Vec<TopicId>) -> Result<BTreeSet<TopicId>, DocumentProblem> {
    check_count("/known_topics", &topics, MOST_KNOWN)?;
    let mut known = BTreeSet::new();
    for (at, topic) in topics.into_iter().enumerate() {
        check_text(format!("/known_topics/{at}"), topic.as_str())?;
        if !known.insert(topic) {
            return Err(DocumentProblem::new(format!("/known_topics/{at}"), FileFault::Repeated));
        }
    }
    Ok(known)
}

pub fn read(
    marks: Vec<MarkForm>,
    steps: Steps,
    log: Vec<LogEntryForm>,
    studied_until: Option<Date>,
) -> Result<Progress, DocumentProblem> {
    check_count("/marks", &marks, MOST_MARKS)?;
    check_count("/log", &log, MOST_LOG_ENTRIES)?;
    if let Some(until) = studied_until {
        check_date("/studied_until", until)?;
    }
    let mut progress = Progress::new([], steps, Log::default(), studied_until);
    for (at, mark) in marks.into_iter().enumerate() {
        read_mark(&format!("/marks/{at}"), mark, &mut progress)?;
    }
    for (at, LogEntryForm { on, topic, project, minutes, building }) in log.into_iter().enumerate() {
        let place = format!("/log/{at}");
        check_date(format!("{place}/on"), on)?;
        let item = read_item(&place, topic, project)?;
        if !(1..=Minutes::DAY.0).contains(&minutes) {
            let fault = FileFault::MinutesOutOfRange { most: Minutes::DAY.0 };
            return Err(DocumentProblem::new(format!("{place}/minutes"), fault));
        }
        let building = building.unwrap_or_else(|| LogEntry::counts_as_building(&item));
        progress.log.add(LogEntry { on, item, minutes: Minutes(minutes), building });
    }
    Ok(progress)
}

fn read_mark(place: &str, mark: MarkForm, progress: &mut Progress) -> Result<(), DocumentProblem> {
    let MarkForm { topic, project, started, finished, skipped } = mark;
    for (name, date) in [("started", started), ("finished", finished), ("skipped", skipped)] {
        if let Some(date) = date {
            check_date(format!("{place}/{name}"), date)?;
        }
    }
    let item = read_item(place, topic, project)?;
    if progress.mark(&item) != Mark::default() {
        return Err(DocumentProblem::new(place, FileFault::Repeated));
    }
    let ended = match (finished, skipped) {
        (Some(_), Some(_)) => return Err(DocumentProblem::new(place, FileFault::EndedTwice)),
        (Some(on), None) => Some((Ending::Finished, on)),
        (None, Some(on)) => Some((Ending::Skipped, on)),
        (None, None) if started.is_none() => {
            return Err(DocumentProblem::new(place, FileFault::NothingMarked));
        }
        (None, None) => None,
    };
    if let Some(on) = started {
        progress.start(item.clone(), on);
    }
    if let Some((ending, on)) = ended {
        progress.end(item, ending, on);
    }
    Ok(())
}

pub fn read_item(
    place: &str,
    topic: Option<TopicId>,
    project: Option<ProjectId>,
) -> Result<Item, DocumentProblem> {
    match (topic, project) {
        (Some(topic), None) => {
            check_text(format!("{place}/topic"), topic.as_str())?;
            Ok(Item::Topic(topic))
        }
        (None, Some(project)) => {
            check_text(format!("{place}/project"), project.as_str())?;
            Ok(Item::Project(project))
        }
        _ => Err(DocumentProblem::new(place, FileFault::NotOneOf("topic", "project"))),
    }
}
