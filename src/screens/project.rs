//! A project: its brief, its milestones, and when it is done.

use yew::prelude::*;

use super::content::{self, section};
use super::own_notes;
use super::set_time::{self, Timed};
use super::steps::StepList;
use crate::parts::Markdown;
use crate::text::content as words;
use app::{Model, Msg};
use planner::Item;
use roadmap::{Brief, Project, ProjectId, StepId};

#[inline(never)]
pub fn view(model: &Model, send: &Callback<Msg>, id: &ProjectId) -> Html {
    let Some(project) = model.roadmap().project(id) else { return Html::default() };
    let item = Item::Project(id.clone());
    let outlook = content::outlook(model);
    let steps = StepList::of(model, outlook.as_ref(), item.clone());
    let more = match model.own_roadmap() {
        Some(_) => set_time::view(model, Timed::Project(id.clone()), project.effort(), project.is_assumed),
        None => html! { <p class="hint">{ words::milestone_time(project.estimate_hours) }</p> },
    };
    let brief = model.roadmap().content().projects.get(id);
    let main = html! {
        <>
            { brief.map(what_for).unwrap_or_default() }
            { milestones(model, project, &steps, brief) }
            { when_done(model, brief) }
        </>
    };
    let side = own_notes::view(model, send, &item);
    content::page(&project.title, &project.summary, more, content::columns(main, side))
}

fn what_for(brief: &Brief) -> Html {
    let Brief { audience, does, .. } = brief;
    html! {
        <>
            { content::audience(audience) }
            { section("does", words::BRIEF, does.is_empty(), html! { <Markdown text={does.clone()} /> }) }
        </>
    }
}

fn when_done(model: &Model, brief: Option<&Brief>) -> Html {
    if let Some(wait) = content::waiting(model) {
        return wait;
    }
    let Some(brief) = brief else { return html! { <p>{ words::NONE }</p> } };
    let Brief { audience: _, topics: _, does: _, milestones: _, done_when, stretch, shows } = brief;
    html! {
        <>
            { list("done-when", words::DONE_WHEN, done_when) }
            { list("stretch", words::STRETCH, stretch) }
            { list("shows", words::SHOWS, shows) }
        </>
    }
}

fn list(id: &'static str, title: &'static str, items: &[String]) -> Html {
    let item = |item: &String| html! { <li><Markdown text={item.clone()} inline=true /></li> };
    section(id, title, items.is_empty(), html! { <ul>{ for items.iter().map(item) }</ul> })
}

fn milestones(model: &Model, project: &Project, steps: &StepList<'_>, brief: Option<&Brief>) -> Html {
    let what_to_do = |step: &StepId| {
        let milestone = project.milestones.iter().find(|milestone| milestone.id == *step);
        let what = brief.and_then(|brief| brief.milestones.iter().find(|what| what.milestone == *step));
        html! {
            <>
                if let Some(what) = what {
                    <Markdown text={what.task.clone()} />
                    <p><strong>{ words::RESULT }</strong>{ " " }<Markdown text={what.result.clone()} inline=true /></p>
                }
                if let Some(milestone) = milestone {
                    { content::topics(model, words::NEEDS, &milestone.topics) }
                }
            </>
        }
    };
    content::steps(words::MILESTONES, steps, what_to_do)
}
