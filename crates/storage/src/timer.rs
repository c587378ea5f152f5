//! The stored form of the study timer.

use serde::{Deserialize, Serialize};

use crate::document::{DocumentProblem, ids, read_item};
use app::{Instant, Moment, Run, Timer, TimerState};
use roadmap::{ProjectId, TopicId};

/// The timer, and when it was last touched, in milliseconds since 1970.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimerForm {
    changed: u64,
    timer: Option<RunForm>,
}

/// Exactly one of `topic` and `project` is given.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RunForm {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    topic: Option<TopicId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    project: Option<ProjectId>,
    started: Moment,
    before: u64,
    /// Since when it has been running, if it is.
    since: Option<u64>,
    is_stopped: bool,
}

impl TimerForm {
    pub fn is_untouched(&self) -> bool {
        self.changed == 0 && self.timer.is_none()
    }

    /// The timer of a learner.
    ///
    /// # Errors
    ///
    /// If it is for neither a topic nor a project, or for both.
    pub fn read(self) -> Result<TimerState, DocumentProblem> {
        let Self { changed, timer } = self;
        let timer = timer.map(|timer| timer.read("/timer")).transpose()?;
        Ok(TimerState { timer, changed: Instant(changed) })
    }
}

impl RunForm {
    fn read(self, place: &str) -> Result<Timer, DocumentProblem> {
        let Self { topic, project, started, before, since, is_stopped } = self;
        let item = read_item(place, topic, project)?;
        let run = match since {
            Some(since) => Run::Running(Instant(since)),
            None if is_stopped => Run::Stopped,
            None => Run::Paused,
        };
        Ok(Timer { item, started, before, run })
    }
}

impl From<&TimerState> for TimerForm {
    fn from(TimerState { timer, changed }: &TimerState) -> Self {
        Self { changed: changed.0, timer: timer.as_ref().map(RunForm::from) }
    }
}

impl From<&Timer> for RunForm {
    fn from(Timer { item, started, before, run }: &Timer) -> Self {
        let (topic, project) = ids(item);
        let since = match run {
            Run::Running(since) => Some(since.0),
            Run::Paused | Run::Stopped => None,
        };
        Self { topic, project, started: *started, before: *before, since, is_stopped: *run == Run::Stopped }
    }
}
