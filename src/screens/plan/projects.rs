//! The projects of the route, to choose for the plan and to tick when done.

use yew::prelude::*;

use super::item::ItemLine;
use crate::parts::Tick;
use crate::text::plan as words;
use app::{Model, Msg, Outlook, PlanMsg};
use planner::{Chances, Item, WorkId, milestones};
use roadmap::{Kind, Node, Project};

pub fn view(model: &Model, outlook: &Outlook) -> Html {
    let groups: Vec<(&Node, &Vec<Project>)> = outlook
        .plan
        .nodes(model.roadmap())
        .filter_map(|node| match &node.kind {
            Kind::Projects(projects) => Some((node, projects)),
            _ => None,
        })
        .collect();
    if groups.is_empty() {
        return Html::default();
    }
    let (title, note) = match model.own_roadmap() {
        None => (words::PROJECTS, words::PROJECTS_NOTE),
        Some(_) => (words::OWN_PROJECTS, words::OWN_PROJECTS_NOTE),
    };
    html! {
        <section class="projects" aria-labelledby="projects">
            <h2 id="projects">{ title }</h2>
            <p class="hint">{ note }</p>
            { for groups.into_iter().map(|(node, listed)| html! {
                <>
                    <h3 class="group">{ &node.title }</h3>
                    <ul class="cards">
                        { for listed.iter().map(|project| card(model, outlook, project, listed)) }
                    </ul>
                </>
            }) }
        </section>
    }
}

/// A project with its choice, and with its checkbox if it is on the plan.
pub fn whole(model: &Model, outlook: &Outlook, project: &Project, listed: &[Project]) -> Html {
    let wanted = model.document().projects.is_chosen(project, listed);
    html! {
        <li key={project.id.to_string()}>
            <h4>{ &project.title }</h4>
            if let Some(finish) = finish(outlook, project) {
                <p class="dates">{ words::finishes(finish) }</p>
            }
            <p class="figures">{ words::project_estimate(project.estimate_hours) }</p>
            { choose(project, wanted) }
            if wanted {
                { body(model, outlook, project) }
            } else {
                <p>{ &project.summary }</p>
            }
        </li>
    }
}

/// A project to choose.
fn card(model: &Model, outlook: &Outlook, project: &Project, listed: &[Project]) -> Html {
    let wanted = model.document().projects.is_chosen(project, listed);
    html! {
        <li class={classes!("card", (!wanted).then_some("card-quiet"))} key={project.id.to_string()}>
            <h4>{ &project.title }</h4>
            <p>{ &project.summary }</p>
            <p class="figures">{ words::project_estimate(project.estimate_hours) }</p>
            { choose(project, wanted) }
            if wanted {
                { without(model, outlook, project) }
            }
        </li>
    }
}

/// What belongs to a project on the plan.
pub fn body(model: &Model, outlook: &Outlook, project: &Project) -> Html {
    html! {
        <>
            <p class="hint">{ &project.summary }</p>
            { ready(model, project) }
            { tick(outlook, project) }
        </>
    }
}

fn finish(outlook: &Outlook, project: &Project) -> Option<Chances> {
    let id = WorkId::Project(project.id.clone());
    outlook
        .work()
        .find(|(scheduled, _)| scheduled.work.id() == id)
        .and_then(|(_, expected)| expected.finishes())
}

/// The milestone that can be built with what is known by now.
fn ready(model: &Model, project: &Project) -> Html {
    let document = model.document();
    match milestones::ready(project, &document.progress, &document.known) {
        Some(milestone) => html! { <p class="hint">{ words::can_build(&milestone.title) }</p> },
        None => Html::default(),
    }
}

/// When everything would be done without a project that is open.
fn without(model: &Model, outlook: &Outlook, project: &Project) -> Html {
    let with = outlook.forecast.finish().filter(|_| model.what_if_total().is_none());
    let Some(with) = with.filter(|_| finish(outlook, project).is_some()) else { return Html::default() };
    let mut document = model.document().clone();
    document.projects.choose(project.id.clone(), false);
    let without = Outlook::finish(&document, model.roadmap(), model.today());
    let words = without.ok().flatten().and_then(|without| words::without_it(without, with));
    words.map_or_else(Html::default, |words| html! { <p class="hint">{ words }</p> })
}

/// The checkbox that puts the project on the plan.
fn choose(project: &Project, is_wanted: bool) -> Html {
    let choose = |wanted| Msg::Plan(PlanMsg::ProjectChosen { project: project.id.clone(), wanted });
    html! {
        <Tick id={format!("choose-{}", project.id)} checked={is_wanted} on={choose(true)} off={choose(false)}>
            { words::IN_PLAN }<span class="unseen">{ words::of(&project.title) }</span>
        </Tick>
    }
}

fn tick(outlook: &Outlook, project: &Project) -> Html {
    let item = Item::Project(project.id.clone());
    let remaining = &outlook.forecast.remaining;
    let finished = remaining.finished.iter().find(|one| one.item == item).cloned();
    let open = remaining.items().find(|one| one.item == item).cloned();
    let label = html! { <>{ words::FINISHED }<span class="unseen">{ words::of(&project.title) }</span></> };
    html! {
        <ul class="topics">
            <ItemLine
                {item}
                {finished}
                {open}
                id={format!("project-{}", project.id)}
                title={project.title.clone()}
                {label}
            />
        </ul>
    }
}
