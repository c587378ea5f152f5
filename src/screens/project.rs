//! A project: its brief, its milestones, and when it is done.

use yew::prelude::*;

use super::content::{self, section};
use crate::parts::Markdown;
use crate::text::content as words;
use app::Model;
use roadmap::{Brief, Milestone, Project, ProjectId};

#[inline(never)]
pub fn view(model: &Model, id: &ProjectId) -> Html {
    let Some(project) = model.roadmap().project(id) else { return Html::default() };
    let more = html! { <p class="hint">{ words::milestone_time(project.estimate_hours) }</p> };
    content::page(&project.title, &project.summary, more, body(model, project))
}

fn body(model: &Model, project: &Project) -> Html {
    if let Some(wait) = content::waiting(model) {
        return wait;
    }
    let Some(brief) = model.roadmap().content().projects.get(&project.id) else {
        return html! { <p>{ words::NONE }</p> };
    };
    let Brief { audience, topics: _, does, milestones: _, done_when, stretch, shows } = brief;
    html! {
        <>
            { content::audience(audience) }
            { section("does", words::BRIEF, does.is_empty(), html! { <Markdown text={does.clone()} /> }) }
            { milestones(model, project, brief) }
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

fn milestones(model: &Model, project: &Project, brief: &Brief) -> Html {
    let milestone = |milestone: &Milestone| {
        let what = brief.milestones.iter().find(|what| what.milestone == milestone.id);
        html! {
            <li key={milestone.id.to_string()}>
                <h3>{ &milestone.title }</h3>
                <p class="quiet">{ words::milestone_time(milestone.hours) }</p>
                if let Some(what) = what {
                    <Markdown text={what.task.clone()} />
                    <p><strong>{ words::RESULT }</strong>{ " " }<Markdown text={what.result.clone()} inline=true /></p>
                }
                { content::topics(model, words::NEEDS, &milestone.topics) }
            </li>
        }
    };
    section(
        "milestones",
        words::MILESTONES,
        project.milestones.is_empty(),
        html! {
            <ol class="route-list">{ for project.milestones.iter().map(milestone) }</ol>
        },
    )
}
