//! The projects of the route, to choose and to tick.

use std::rc::Rc;

use yew::prelude::*;

use super::done::DoneOn;
use crate::app::{Model, Msg};
use crate::browser::{clock, page};
use crate::planner::{
    Between, Plan, Work,
    roadmap::{Kind, Node, ProjectFile},
};
use crate::ui::text::plan as words;

pub fn view(model: &Rc<Model>, send: &Callback<Msg>, plan: &Plan) -> Html {
    let groups: Vec<(&Node, &Vec<ProjectFile>)> = plan
        .nodes(&model.roadmap)
        .filter_map(|node| match &node.kind {
            Kind::Projects(projects) => Some((node, projects)),
            _ => None,
        })
        .collect();
    if groups.is_empty() {
        return Html::default();
    }
    html! {
        <section class="projects" aria-labelledby="projects">
            <h2 id="projects">{ words::PROJECTS }</h2>
            <p class="hint">{ words::PROJECTS_NOTE }</p>
            { for groups.into_iter().map(|(node, listed)| html! {
                <>
                    <h3 class="group">{ &node.title }</h3>
                    <ul class="cards">
                        { for listed.iter().map(|project| card(model, send, plan, project, listed)) }
                    </ul>
                </>
            }) }
        </section>
    }
}

fn card(
    model: &Rc<Model>,
    send: &Callback<Msg>,
    plan: &Plan,
    project: &ProjectFile,
    listed: &[ProjectFile],
) -> Html {
    let wanted = model.document.projects.is_chosen(project, listed);
    html! {
        <li class={classes!("card", (!wanted).then_some("card-quiet"))} key={project.id.to_string()}>
            <h4>{ &project.title }</h4>
            <p>{ &project.summary }</p>
            <p class="figures">{ words::project_estimate(project.estimate_hours) }</p>
            if let Some(finish) = finish(plan, project) {
                <p class="dates">{ words::finishes(finish) }</p>
            }
            { choose(send, project, wanted) }
            if wanted {
                { tick(model, send, project) }
            }
        </li>
    }
}

fn finish(plan: &Plan, project: &ProjectFile) -> Option<Between> {
    let work = Work::Project(project.id.clone());
    plan.work.iter().find(|scheduled| scheduled.work == work).map(|scheduled| scheduled.finishes)
}

fn choose(send: &Callback<Msg>, project: &ProjectFile, wanted: bool) -> Html {
    let id = format!("choose-{}", project.id);
    let choose = {
        let project = project.id.clone();
        send.reform(move |event: Event| Msg::ProjectChosen {
            project: project.clone(),
            wanted: page::is_ticked(&event),
        })
    };
    html! {
        <div class="tick">
            <input type="checkbox" id={id.clone()} checked={wanted} onchange={choose} />
            <label for={id}>
                { words::IN_PLAN }<span class="unseen">{ words::of(&project.title) }</span>
            </label>
        </div>
    }
}

fn tick(model: &Rc<Model>, send: &Callback<Msg>, project: &ProjectFile) -> Html {
    let id = format!("project-{}", project.id);
    let done = model.document.progress.project(&project.id);
    let tick = {
        let project = project.id.clone();
        send.reform(move |event: Event| match page::is_ticked(&event) {
            true => Msg::ProjectFinished { project: project.clone(), on: clock::today() },
            false => Msg::ProjectReopened(project.clone()),
        })
    };
    let change = {
        let project = project.id.clone();
        send.reform(move |on| Msg::ProjectFinished { project: project.clone(), on })
    };
    html! {
        <div class="tick">
            <input type="checkbox" id={id.clone()} checked={done.is_some()} onchange={tick} />
            <div>
                <label for={id.clone()}>
                    { words::FINISHED }<span class="unseen">{ words::of(&project.title) }</span>
                </label>
                if let Some(on) = done {
                    <DoneOn {id} title={project.title.clone()} {on} on_change={change} />
                }
            </div>
        </div>
    }
}
