//! The phases and projects of the plan, a row for each.

use std::rc::Rc;

use yew::prelude::*;

use super::{phases, projects};
use crate::parts::Row;
use crate::text::{amounts, dates, plan as words, titles};
use app::{Model, Outlook};
use planner::{Date, Expected, Item, Scheduled, Status, Work, past};
use roadmap::{Effort, Minutes};

/// From so many rows on, those out of sight are not laid out.
const MANY: usize = 50;

pub fn view(model: &Rc<Model>, outlook: &Rc<Outlook>) -> Html {
    let names_paths = outlook.plan.paths(model.roadmap()).count() > 1;
    let in_hand = outlook.in_hand();
    let mut last_path = None;
    let begun = past::begun(&outlook.plan, &model.document().progress, outlook.start);
    let rows = outlook.work().zip(begun).map(|((scheduled, expected), begun)| {
        let path = titles::path(model.roadmap(), scheduled);
        let heading = (names_paths && last_path.as_ref() != Some(&path)).then(|| path.clone());
        last_path = Some(path);
        let is_current = in_hand.as_ref().is_some_and(|item| holds(scheduled, item));
        html! {
            <>
                if let Some(heading) = heading {
                    <p class="group">{ heading }</p>
                }
                { row(model, outlook, Line { scheduled, expected, begun, is_current }) }
            </>
        }
    });
    html! {
        <section class="work" aria-labelledby="work">
            <h2 id="work">{ words::WORK }</h2>
            { saved(model, outlook) }
            <div class={classes!("rows-of-work", (outlook.plan.work.len() > MANY).then_some("has-many"))}>
                <p class="row-columns" aria-hidden="true">
                    { for [words::COLUMN_P50, words::COLUMN_P80, words::COLUMN_EFFORT].map(|column| html! {
                        <span>{ column }</span>
                    }) }
                </p>
                { for rows }
            </div>
        </section>
    }
}

/// What a row is about.
#[derive(Clone, Copy)]
struct Line<'a> {
    scheduled: &'a Scheduled,
    expected: &'a Expected,
    begun: Option<Date>,
    /// It holds what the learner has in hand.
    is_current: bool,
}

fn holds(scheduled: &Scheduled, item: &Item) -> bool {
    scheduled.items().iter().any(|(held, _)| held == item)
}

fn row(model: &Rc<Model>, outlook: &Rc<Outlook>, line: Line<'_>) -> Html {
    let Line { scheduled, expected, begun, is_current } = line;
    let body = {
        let (model, outlook, work) = (model.clone(), outlook.clone(), scheduled.work.clone());
        Callback::from(move |()| body(&model, &outlook, &work))
    };
    let id = match &scheduled.work {
        Work::Phase { node, .. } => format!("row-phase-{node}"),
        Work::Project(project) => format!("row-project-{project}"),
    };
    html! {
        <Row
            id={id.clone()}
            key={id}
            title={titles::work(model.roadmap(), &scheduled.work)}
            mark={mark(&scheduled.work, expected.status())}
            about={words::row_about(matches!(scheduled.work, Work::Project(_)), begun, starts(expected))}
            figures={figures(model, scheduled, expected)}
            open={is_current}
            {body}
        />
    }
}

/// The mark of the status. A project that was not begun is a square.
fn mark(work: &Work, status: Status) -> Classes {
    let is_square = matches!((work, status), (Work::Project(_), Status::NotStarted));
    classes!(phases::status_class(status), is_square.then_some("status-project"))
}

fn starts(expected: &Expected) -> Option<Date> {
    match expected {
        Expected::Ahead { starts, .. } => Some(*starts),
        Expected::Closed(_) => None,
    }
}

/// The dates and the study time.
fn figures(model: &Model, scheduled: &Scheduled, expected: &Expected) -> Html {
    let log = &model.document().progress.log;
    let logged: Minutes = scheduled.items().iter().map(|(item, _)| log.on(item)).sum();
    let date = |label: &'static str, on: Date| {
        html! { <span><span class="row-label">{ label }{ " " }</span>{ dates::short(on) }</span> }
    };
    html! {
        <>
            if let Some(finishes) = expected.finishes() {
                { date(words::COLUMN_P50, finishes.p50) }
                { date(words::COLUMN_P80, finishes.p80) }
            } else {
                <span class="row-closed">{ words::status(expected.status()) }</span>
            }
            <span>{ amounts::logged_of(logged, scheduled.effort) }</span>
        </>
    }
}

fn body(model: &Model, outlook: &Outlook, work: &Work) -> Html {
    match work {
        Work::Phase { node, .. } => {
            let node = model.roadmap().node(node);
            let body = node.and_then(|node| {
                let body = phases::body_of(model, outlook, node)?;
                Some(html! { <><p class="hint">{ &node.summary }</p>{ body }</> })
            });
            body.unwrap_or_default()
        }
        Work::Project(project) => {
            let project = model.roadmap().project(project);
            project.map_or_else(Html::default, |project| projects::body(model, outlook, project))
        }
    }
}

/// Topics that need no study, as they are known or on both paths, and the effort saved.
fn saved(model: &Model, outlook: &Outlook) -> Html {
    let names = |known: bool| {
        let topics = outlook.plan.saved().filter(|topic| topic.is_known() == known);
        let (mut names, mut effort) = (Vec::new(), Effort::default());
        for topic in topics {
            let name = model.roadmap().topic(&topic.topic).map(|topic| topic.title.clone());
            // A topic can be on several paths.
            names.extend(name.filter(|name| !names.contains(name)));
            effort = effort + topic.effort;
        }
        (names, effort.middle())
    };
    let lines = [(names(true), words::KNOWN_BEFORE), (names(false), words::MET_TWICE)];
    let some = lines.into_iter().filter(|((names, _), _)| !names.is_empty());
    some.map(|((names, effort), why)| {
        html! {
            <p class="saved">{ words::saved(&amounts::list(&names), effort, why) }</p>
        }
    })
    .collect()
}
