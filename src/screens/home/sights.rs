//! What a stranger sees of the roadmap: its paths with their dates from today at the roadmap's reference pace.

use crate::parts::{Road, RoadRoute, Stop};
use crate::text::{amounts, home as words, titles};
use app::{Document, Outlook};
use planner::{Chances, Date, Overview, Scheduled, Turn, Work};
use roadmap::{AnswerId, Kind, Minutes, NodeId, PathGuide, Roadmap};

/// Beyond these, a picture is no longer taken in at a glance.
const MOST_ROUTES: usize = 12;
const MOST_STOPS: usize = 8;
const MOST_WAYS_IN: usize = 3;

#[derive(PartialEq)]
pub struct Sights {
    pub choice: Turn,
    pub paths: Vec<PathAhead>,
    /// Study time a week that the dates assume.
    pub a_week: Minutes,
    /// `None` if there is too much for a picture.
    pub road: Option<Road>,
}

#[derive(Clone, PartialEq)]
pub struct PathAhead {
    pub node: NodeId,
    pub answer: AnswerId,
    pub title: String,
    pub icon: String,
    pub summary: String,
    pub guide: Option<PathGuide>,
    /// When all of it is finished, with the first way in before it.
    pub finish: Option<Chances>,
}

impl Sights {
    /// `None` if the roadmap has no choice between paths.
    pub fn of(roadmap: &Roadmap, today: Date) -> Option<Self> {
        let overview = Overview::of(roadmap)?;
        let document = Document::new(roadmap.about().id.clone());
        let outlooks: Vec<Option<Outlook>> = overview
            .paths
            .iter()
            .map(|(answer, _)| Outlook::if_answered(&document, overview.answers(answer), roadmap, today).ok())
            .collect();
        let paths = overview.paths.iter().zip(&outlooks).filter_map(|((answer, node), outlook)| {
            let node = roadmap.node(node)?;
            let Kind::Path(guide) = &node.kind else { return None };
            Some(PathAhead {
                node: node.id.clone(),
                answer: answer.clone(),
                title: node.title.clone(),
                icon: node.icon.clone(),
                summary: node.summary.clone(),
                guide: guide.clone(),
                finish: outlook.as_ref().and_then(|outlook| outlook.forecast.finish()),
            })
        });
        let paths = paths.collect();
        let a_week = document.availability(roadmap).week().total();
        let road = road(roadmap, &overview, outlooks);
        Some(Self { choice: overview.choice, paths, a_week, road })
    }
}

/// The picture, if everything in it has dates and is few enough.
fn road(roadmap: &Roadmap, overview: &Overview, outlooks: Vec<Option<Outlook>>) -> Option<Road> {
    let outlooks: Vec<Outlook> = outlooks.into_iter().collect::<Option<_>>()?;
    let routes: Vec<RoadRoute> = overview
        .paths
        .iter()
        .zip(&outlooks)
        .filter_map(|((_, node), outlook)| {
            let title = roadmap.node(node)?.title.clone();
            let stops: Vec<Stop> = stops(roadmap, outlook, Some(node));
            let said = stops.iter().map(|stop| (stop.title.as_str(), stop.note.as_str()));
            Some(RoadRoute { name: words::route(&title, said).into(), title, stops })
        })
        .collect();
    let is_few = overview.ways_in.len() <= MOST_WAYS_IN && (2..=MOST_ROUTES).contains(&routes.len());
    let stops = |route: &RoadRoute| (1..=MOST_STOPS).contains(&route.stops.len());
    if !is_few || !routes.iter().all(stops) {
        return None;
    }
    let choice = titles::decision(roadmap, &overview.choice);
    let end = overview.end.as_ref().and_then(|end| roadmap.node(end)).map(|end| end.title.clone());
    let ways_in = ways_in(roadmap, overview, outlooks.first()?);
    let name = words::picture(&roadmap.about().title).into();
    Some(Road { name, start: words::FROM_TODAY.to_owned(), ways_in, choice, routes, end })
}

/// The work on a path, or before the choice between paths, each with the date by which it is done at a chance of 80 %.
fn stops(roadmap: &Roadmap, outlook: &Outlook, path: Option<&NodeId>) -> Vec<Stop> {
    let of_path = outlook.work().filter(|(scheduled, _)| scheduled.path.as_ref() == path);
    let stops = of_path.filter_map(|(scheduled, expected)| {
        Some(Stop {
            title: title(roadmap, scheduled)?,
            note: expected.finishes().map(words::by).unwrap_or_default(),
            length: scheduled.effort.middle().0,
            is_project: matches!(scheduled.work, Work::Project(_)),
        })
    });
    stops.collect()
}

fn title(roadmap: &Roadmap, scheduled: &Scheduled) -> Option<String> {
    match &scheduled.work {
        Work::Phase { node, .. } => roadmap.node(node).map(|node| node.title.clone()),
        Work::Project(project) => roadmap.project(project).map(|project| words::project(&project.title)),
    }
}

/// The ways in, if there is something to study on each. The first one has dates, the others have their effort.
fn ways_in(roadmap: &Roadmap, overview: &Overview, outlook: &Outlook) -> Vec<Stop> {
    if overview.ways_in.iter().any(|way| way.phases.is_empty()) {
        return Vec::new();
    }
    let first = stops(roadmap, outlook, None);
    let ways = overview.ways_in.iter().enumerate().map(|(at, way)| {
        let nodes: Vec<_> = way.phases.iter().filter_map(|phase| roadmap.node(phase)).collect();
        let effort = nodes.iter().filter_map(|node| match &node.kind {
            Kind::Phase(phase) => Some(phase.effort),
            _ => None,
        });
        let note = match first.last() {
            Some(last) if at == 0 => last.note.clone(),
            _ => amounts::effort(effort.sum()),
        };
        let title = amounts::list(&nodes.iter().map(|node| node.title.clone()).collect::<Vec<_>>());
        Stop { title, note, length: 0, is_project: false }
    });
    ways.collect()
}
