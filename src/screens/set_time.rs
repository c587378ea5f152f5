//! The time of a phase or project of the learner's own roadmap, to be set whenever it is known better.

use std::rc::Rc;

use yew::prelude::*;

use crate::context::use_send;
use crate::parts::LineForm;
use crate::text::{plan, roadmaps, times as words, titles};
use app::{Model, OwnRoadmap, RoadmapMsg, RoadmapTask, Screen};
use formats::read_hours;
use planner::Item;
use roadmap::{Effort, Minutes, NodeId, ProjectId, Span};

/// What gets a time.
#[derive(Clone, Debug, PartialEq)]
pub enum Timed {
    Phase(NodeId),
    Project(ProjectId),
}

impl Timed {
    /// The roadmap with another time for it.
    fn with_hours(&self, own: &OwnRoadmap, hours: Span) -> Option<OwnRoadmap> {
        let mut corrections = own.corrections().clone();
        match self {
            Self::Phase(node) => drop(corrections.hours.insert(node.clone(), hours)),
            Self::Project(project) => drop(corrections.project_hours.insert(project.clone(), hours)),
        }
        own.corrected(corrections)
    }

    fn screen(&self) -> Screen {
        match self {
            Self::Phase(node) => Screen::Node(node.clone()),
            Self::Project(project) => Screen::Project(project.clone()),
        }
    }

    fn label(&self) -> &'static str {
        match self {
            Self::Phase(_) => words::OF_PHASE,
            Self::Project(_) => words::OF_PROJECT,
        }
    }
}

/// A link to where the time is set; nothing for the roadmap that comes with the page.
pub fn link(model: &Model, of: &Timed, title: &str) -> Html {
    if model.own_roadmap().is_none() {
        return Html::default();
    }
    html! {
        <a href={of.screen().hash()} aria-label={plan::about_item(words::CHANGE, title)}>{ words::CHANGE }</a>
    }
}

/// The form, and the way to the next one without a time.
pub fn view(model: &Model, of: Timed, effort: Effort, is_assumed: bool) -> Html {
    let Some(own) = model.own_roadmap() else { return Html::default() };
    html! {
        <div class="set-time">
            <SetTime own={own.clone()} {of} {effort} {is_assumed} />
            if !is_assumed {
                { next(model) }
            }
        </div>
    }
}

fn next(model: &Model) -> Html {
    let next = super::content::outlook(model).and_then(|outlook| outlook.assumed(model.roadmap()));
    let Some(next) = next else { return Html::default() };
    let title = match &next.first {
        Screen::Project(project) => titles::item(model.roadmap(), &Item::Project(project.clone())),
        Screen::Node(node) => model.roadmap().node(node).map(|node| node.title.clone()).unwrap_or_default(),
        _ => return Html::default(),
    };
    html! { <p class="hint">{ words::NEXT }{ " " }<a href={next.first.hash()}>{ title }</a></p> }
}

#[derive(Properties, PartialEq)]
struct SetTimeProps {
    own: OwnRoadmap,
    of: Timed,
    effort: Effort,
    is_assumed: bool,
}

#[component]
fn SetTime(props: &SetTimeProps) -> Html {
    let SetTimeProps { own, of, effort, is_assumed } = props;
    let send = use_send();
    let pace = own.roadmap.about().reference_pace.0 / Minutes::hours(1).0;
    let changed = move |own: &OwnRoadmap, of: &Timed, text: &str| of.with_hours(own, read_hours(text, pace)?);
    let accepts = {
        let (own, of) = (own.clone(), of.clone());
        move |text: String| changed(&own, &of, &text).is_some()
    };
    let on_submit = {
        let (own, of) = (own.clone(), of.clone());
        move |text: String| {
            if let Some(own) = changed(&own, &of, &text) {
                let task = RoadmapTask::Save { own, and_use: false, plan: None };
                send.emit(RoadmapMsg::Asked(Rc::new(task)).into());
            }
        }
    };
    html! {
        <LineForm
            id="set-time"
            label={of.label()}
            hint={words::now(*effort, *is_assumed)}
            action={words::SAVE}
            missing={roadmaps::TIME_UNREADABLE}
            accepts={Callback::from(accepts)}
            {on_submit}
        />
    }
}
