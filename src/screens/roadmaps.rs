//! All roadmaps, each with its plan, and the way to open another one.

use std::rc::Rc;

use yew::prelude::*;

use crate::download::download_roadmap;
use crate::focus::HEADING;
use crate::parts::OpenFile;
use crate::text::{digest, roadmaps as words};
use app::{Digest, Model, Msg, OwnRoadmap, RoadmapTask};
use browser::page;
use roadmap::{Roadmap, RoadmapId};

/// A name has no more letters than this.
const LONGEST_NAME: usize = 120;

pub fn view(model: &Rc<Model>, send: &Callback<Msg>) -> Html {
    let library = &model.library;
    let (removed, own): (Vec<&OwnRoadmap>, Vec<&OwnRoadmap>) =
        library.own.iter().partition(|own| own.is_removed && own.id() != &model.roadmap.about().id);
    html! {
        <div class="keep roadmaps">
            <div class="intro">
                <h1 id={HEADING} tabindex="-1">{ words::TITLE }</h1>
                <p class="lead">{ words::LEAD }</p>
            </div>
            <ul class="plain roadmap-cards" aria-label={words::THERE_ARE}>
                { card(model, send, &library.shipped, None) }
                { for own.into_iter().map(|own| card(model, send, &own.roadmap, Some(own))) }
            </ul>
            <section aria-labelledby="open">
                <h2 id="open">{ words::OPEN_TITLE }</h2>
                <p>{ words::OPEN_NOTE }</p>
                <OpenFile label={words::OPEN} />
            </section>
            { self::removed(send, &removed) }
        </div>
    }
}

fn card(model: &Rc<Model>, send: &Callback<Msg>, roadmap: &Rc<Roadmap>, own: Option<&OwnRoadmap>) -> Html {
    let about = roadmap.about();
    let is_in_use = about.id == model.roadmap.about().id;
    html! {
        <li class={classes!("card", is_in_use.then_some("card-chosen"))} key={about.id.to_string()}>
            <h2>
                { &about.title }
                if is_in_use {
                    <span class="status status-done">{ words::IN_USE }</span>
                }
            </h2>
            if !about.summary.is_empty() {
                <p>{ &about.summary }</p>
            }
            <p class="hint">
                { words::size_and_origin(roadmap, own.is_some()) }
            </p>
            if is_in_use && !model.document.is_empty() {
                <p class="figures">
                    { digest::sentence(&Digest::of(&model.document, roadmap, model.today), roadmap) }
                </p>
            }
            <p class="actions">
                if !is_in_use {
                    { action(send, words::USE, &about.title, use_task(&about.id)) }
                }
                if let Some(own) = own {
                    <button
                        type="button"
                        class="button-quiet"
                        aria-label={words::about(words::DOWNLOAD, &about.title)}
                        onclick={download_roadmap(own, send)}
                    >
                        { words::DOWNLOAD }
                    </button>
                }
            </p>
            if let Some(own) = own {
                <Changes own={own.clone()} send={send.clone()} />
            }
        </li>
    }
}

fn use_task(roadmap: &RoadmapId) -> RoadmapTask {
    RoadmapTask::Use { roadmap: roadmap.clone(), plan: None }
}

fn keep_task(own: OwnRoadmap) -> RoadmapTask {
    RoadmapTask::Keep { own, and_use: false, plan: None }
}

fn action(send: &Callback<Msg>, label: &'static str, title: &str, task: RoadmapTask) -> Html {
    let msg = Msg::RoadmapAsked(Rc::new(task));
    let onclick = send.reform(move |_: MouseEvent| msg.clone());
    html! {
        <button type="button" class="button-quiet" aria-label={words::about(label, title)} {onclick}>{ label }</button>
    }
}

fn removed(send: &Callback<Msg>, removed: &[&OwnRoadmap]) -> Html {
    if removed.is_empty() {
        return Html::default();
    }
    html! {
        <section aria-labelledby="removed">
            <h2 id="removed">{ words::REMOVED_TITLE }</h2>
            <ul class="plain">
                { for removed.iter().map(|own| {
                    let back = keep_task(OwnRoadmap { is_removed: false, ..(*own).clone() });
                    html! {
                        <li key={own.id().to_string()}>
                            { &own.file.title }{ " " }{ action(send, words::BRING_BACK, &own.file.title, back) }
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}

/// What is being changed about a roadmap.
#[derive(Clone, PartialEq)]
enum Changing {
    Nothing,
    /// Its name, as typed.
    Name(String),
    /// Whether it is there, which is asked first.
    Removing,
}

#[derive(Properties, PartialEq)]
struct ChangesProps {
    own: OwnRoadmap,
    send: Callback<Msg>,
}

/// Renaming, and removing, which is asked first.
#[component]
fn Changes(props: &ChangesProps) -> Html {
    let ChangesProps { own, send } = props;
    let changing = use_state_eq(|| Changing::Nothing);
    let (name_id, no_id) = (format!("name-{}", own.id()), format!("keep-{}", own.id()));
    {
        let (name_id, no_id) = (name_id.clone(), no_id.clone());
        let which = match *changing {
            Changing::Nothing => 0,
            Changing::Name(_) => 1,
            Changing::Removing => 2,
        };
        use_effect_with(which, move |which| match which {
            1 => page::focus(&name_id),
            2 => page::focus(&no_id),
            _ => {}
        });
    }
    let title = own.file.title.clone();
    let to = |next: Changing| {
        let changing = changing.setter();
        move |_: MouseEvent| changing.set(next.clone())
    };
    let ask = |own: Option<OwnRoadmap>| {
        let (send, changing) = (send.clone(), changing.setter());
        move |_: MouseEvent| {
            changing.set(Changing::Nothing);
            if let Some(own) = own.clone() {
                send.emit(Msg::RoadmapAsked(Rc::new(keep_task(own))));
            }
        }
    };
    match &*changing {
        Changing::Nothing => html! {
            <p class="actions">
                <button
                    type="button"
                    class="link"
                    aria-label={words::about(words::RENAME, &title)}
                    onclick={to(Changing::Name(title.clone()))}
                >
                    { words::RENAME }
                </button>
                <button
                    type="button"
                    class="link"
                    aria-label={words::about(words::REMOVE, &title)}
                    onclick={to(Changing::Removing)}
                >
                    { words::REMOVE }
                </button>
            </p>
        },
        Changing::Name(name) => {
            let problem = match name.trim().chars().count() {
                0 => Some(words::NAME_EMPTY),
                letters if letters > LONGEST_NAME => Some(words::NAME_LONG),
                _ => None,
            };
            let renamed = problem.is_none().then(|| own.renamed(name)).flatten();
            let typed = {
                let changing = changing.setter();
                move |event: InputEvent| changing.set(Changing::Name(page::value_of(&event)))
            };
            let error_id = format!("{name_id}-error");
            html! {
                <p class="done-on done-editing">
                    <input
                        id={name_id}
                        type="text"
                        autocomplete="off"
                        aria-label={words::about(words::NEW_NAME, &title)}
                        aria-invalid={problem.is_some().then_some("true")}
                        aria-describedby={problem.is_some().then(|| error_id.clone())}
                        value={name.clone()}
                        oninput={typed}
                    />
                    <button type="button" class="button-quiet" disabled={renamed.is_none()} onclick={ask(renamed)}>
                        { words::SAVE_NAME }
                    </button>
                    <button type="button" class="button-quiet" onclick={ask(None)}>{ words::CANCEL }</button>
                    if let Some(problem) = problem {
                        <span class="field-error" id={error_id} role="alert">{ problem }</span>
                    }
                </p>
            }
        }
        Changing::Removing => {
            let label = format!("{no_id}-ask");
            let gone = OwnRoadmap { is_removed: true, ..own.clone() };
            html! {
                <div class="ask" role="group" aria-labelledby={label.clone()}>
                    <p id={label}><strong>{ words::remove_ask(&title) }</strong></p>
                    <p class="actions">
                        <button type="button" class="button" id={no_id} onclick={ask(None)}>{ words::REMOVE_NO }</button>
                        <button type="button" class="button-quiet" onclick={ask(Some(gone))}>{ words::REMOVE_YES }</button>
                    </p>
                </div>
            }
        }
    }
}
