//! Which times of a plan are assumptions, because the file of the roadmap gives none.

use super::outlook::Outlook;
use super::screen::Screen;
use planner::{Scheduled, Work};
use roadmap::{Effort, Kind, Roadmap};

/// What is still open of a plan and rests on assumed times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumed {
    pub phases: Share,
    pub projects: Share,
    /// The times of all of them, in order.
    pub efforts: Vec<Effort>,
    /// Where the first of them can get another time.
    pub first: Screen,
}

/// How many of all there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    pub some: usize,
    pub all: usize,
}

impl Share {
    fn count(&mut self, is_one: bool) {
        self.all += 1;
        self.some += usize::from(is_one);
    }
}

impl Outlook {
    /// The open work whose times are assumed; `None` if no date rests on such a time.
    pub fn assumed(&self, roadmap: &Roadmap) -> Option<Assumed> {
        let (mut phases, mut projects) = (Share::default(), Share::default());
        let (mut efforts, mut first) = (Vec::new(), None);
        for (scheduled, _) in self.work().filter(|(_, expected)| !expected.status().is_closed()) {
            let assumed = assumed_effort(roadmap, scheduled);
            let (share, screen) = match &scheduled.work {
                Work::Phase { node, .. } => (&mut phases, Screen::Node(node.clone())),
                Work::Project(project) => (&mut projects, Screen::Project(project.clone())),
            };
            share.count(assumed.is_some());
            if let Some(effort) = assumed {
                efforts.push(effort);
                first.get_or_insert(screen);
            }
        }
        Some(Assumed { phases, projects, efforts, first: first? })
    }
}

fn assumed_effort(roadmap: &Roadmap, scheduled: &Scheduled) -> Option<Effort> {
    match &scheduled.work {
        Work::Phase { node, .. } => match &roadmap.node(node)?.kind {
            Kind::Phase(phase) => phase.is_assumed.then_some(phase.effort),
            _ => None,
        },
        Work::Project(project) => {
            roadmap.project(project).filter(|project| project.is_assumed).map(|project| project.effort())
        }
    }
}
