//! The learner's roadmaps, each with its plan, and a button to open another one.

use std::rc::Rc;

use yew::prelude::*;

use crate::context::use_send;
use crate::download::download_roadmap;
use crate::focus::HEADING;
use crate::parts::{Button, ButtonKind, Fold, MsgButton, OpenFile, PasteText};
use crate::persistence::plan_of;
use crate::text::{digest, roadmaps as words};
use app::{Digest, Model, Msg, OwnRoadmap, RoadmapMsg, RoadmapOffer, RoadmapTask};
use browser::page;
use roadmap::{Roadmap, RoadmapId};

/// Limit of a roadmap's name, in characters.
const LONGEST_NAME: usize = 120;

#[inline(never)]
pub fn view(model: &Model, send: &Callback<Msg>) -> Html {
    let library = model.library();
    let (removed, own): (Vec<&OwnRoadmap>, Vec<&OwnRoadmap>) =
        library.own.iter().partition(|own| own.is_removed && own.id() != &model.roadmap().about().id);
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
                <Fold class="paste" summary={words::PASTE} body={|()| html! { <PasteText /> }} />
            </section>
            { self::removed(&removed) }
        </div>
    }
}

fn card(model: &Model, send: &Callback<Msg>, roadmap: &Rc<Roadmap>, own: Option<&OwnRoadmap>) -> Html {
    let about = roadmap.about();
    let is_in_use = about.id == model.roadmap().about().id;
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
            if is_in_use && !model.document().is_empty() {
                <p class="figures">
                    { digest::sentence(&Digest::of(model.document(), roadmap, model.today()), roadmap) }
                </p>
            }
            <p class="actions">
                if !is_in_use {
                    { action(words::USE, &about.title, use_task(&about.id)) }
                }
                if let Some(own) = own {
                    <Button
                        label={words::DOWNLOAD}
                        name={words::about(words::DOWNLOAD, &about.title)}
                        on_click={download_roadmap(own, send)}
                    />
                }
            </p>
            if let Some(own) = own {
                <Changes own={own.clone()} />
            }
        </li>
    }
}

fn use_task(roadmap: &RoadmapId) -> RoadmapTask {
    RoadmapTask::Use { roadmap: roadmap.clone(), plan: None }
}

fn keep_task(own: OwnRoadmap) -> RoadmapTask {
    RoadmapTask::Save { own, and_use: false, plan: None }
}

fn action(label: &'static str, title: &str, task: RoadmapTask) -> Html {
    let msg = Msg::Roadmap(RoadmapMsg::Asked(Rc::new(task)));
    html! { <MsgButton {label} name={words::about(label, title)} {msg} /> }
}

fn removed(removed: &[&OwnRoadmap]) -> Html {
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
                            { &own.file.title }{ " " }{ action(words::BRING_BACK, &own.file.title, back) }
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Editing {
    Nothing,
    Name,
    /// Asked to confirm the removal.
    Removal,
}

#[derive(Properties, PartialEq)]
struct ChangesProps {
    own: OwnRoadmap,
}

/// Renaming and removing a roadmap.
#[component]
fn Changes(props: &ChangesProps) -> Html {
    let own = &props.own;
    let send = use_send();
    let editing = use_state_eq(|| Editing::Nothing);
    let start = |next: Editing| {
        let editing = editing.setter();
        move |_: MouseEvent| editing.set(next)
    };
    let on_close = {
        let editing = editing.setter();
        Callback::from(move |()| editing.set(Editing::Nothing))
    };
    let link = |label: &'static str, next: Editing| {
        let name = words::about(label, &own.file.title);
        html! { <Button kind={ButtonKind::Link} {label} {name} on_click={start(next)} /> }
    };
    match *editing {
        Editing::Nothing => html! {
            <p class="actions">
                { correct(own, &send) }
                { link(words::RENAME, Editing::Name) }
                { link(words::REMOVE, Editing::Removal) }
            </p>
        },
        Editing::Name => html! { <Rename own={own.clone()} {on_close} /> },
        Editing::Removal => html! { <ConfirmRemoval own={own.clone()} {on_close} /> },
    }
}

/// Opens the steps of the roadmap, to be corrected.
fn correct(own: &OwnRoadmap, send: &Callback<Msg>) -> Html {
    let on_click = {
        let (own, send) = (own.clone(), send.clone());
        move |_: MouseEvent| {
            let offer = RoadmapOffer::of_own(own.clone()).with_plan(plan_of(own.id()));
            send.emit(RoadmapMsg::CorrectionAsked(Rc::new(offer)).into());
        }
    };
    let (label, name) = (words::CORRECT, words::about(words::CORRECT, &own.file.title));
    html! { <Button kind={ButtonKind::Link} {label} {name} {on_click} /> }
}

#[derive(Properties, PartialEq)]
struct EditProps {
    own: OwnRoadmap,
    /// Called when the edit is done or canceled.
    on_close: Callback<()>,
}

/// A field for the new name, which gets the focus.
#[component]
fn Rename(props: &EditProps) -> Html {
    let EditProps { own, on_close } = props;
    let send = use_send();
    let name = use_state_eq(|| own.file.title.clone());
    let id = format!("name-{}", own.id());
    let error_id = format!("{id}-error");
    {
        let id = id.clone();
        use_effect_with((), move |()| page::focus(&id));
    }
    let problem = problem_of_name(&name);
    let renamed = problem.is_none().then(|| own.renamed(&name)).flatten();
    let typed = {
        let name = name.setter();
        move |event: InputEvent| name.set(page::value_of(&event))
    };
    let save = {
        let (renamed, on_close) = (renamed.clone(), on_close.clone());
        move |_: MouseEvent| {
            on_close.emit(());
            if let Some(own) = renamed.clone() {
                send.emit(RoadmapMsg::Asked(Rc::new(keep_task(own))).into());
            }
        }
    };
    html! {
        <p class="done-on done-editing">
            <input
                {id}
                type="text"
                autocomplete="off"
                aria-label={words::about(words::NEW_NAME, &own.file.title)}
                aria-invalid={problem.is_some().then_some("true")}
                aria-describedby={problem.is_some().then(|| error_id.clone())}
                value={(*name).clone()}
                oninput={typed}
            />
            <Button label={words::SAVE_NAME} disabled={renamed.is_none()} on_click={save} />
            <Button label={words::CANCEL} on_click={on_close.reform(|_| ())} />
            if let Some(problem) = problem {
                <span class="field-error" id={error_id} role="alert">{ problem }</span>
            }
        </p>
    }
}

fn problem_of_name(name: &str) -> Option<&'static str> {
    match name.trim().chars().count() {
        0 => Some(words::NAME_EMPTY),
        length if length > LONGEST_NAME => Some(words::NAME_LONG),
        _ => None,
    }
}

/// Asks whether to remove the roadmap. The button that keeps it gets the focus.
#[component]
fn ConfirmRemoval(props: &EditProps) -> Html {
    let EditProps { own, on_close } = props;
    let send = use_send();
    let keep_id = format!("keep-{}", own.id());
    let question_id = format!("{keep_id}-ask");
    {
        let keep_id = keep_id.clone();
        use_effect_with((), move |()| page::focus(&keep_id));
    }
    let remove = {
        let (own, on_close) = (own.clone(), on_close.clone());
        move |_: MouseEvent| {
            on_close.emit(());
            let removed = OwnRoadmap { is_removed: true, ..own.clone() };
            send.emit(RoadmapMsg::Asked(Rc::new(keep_task(removed))).into());
        }
    };
    html! {
        <div class="ask" role="group" aria-labelledby={question_id.clone()}>
            <p id={question_id}><strong>{ words::remove_ask(&own.file.title) }</strong></p>
            <p class="actions">
                <Button
                    kind={ButtonKind::Primary}
                    id={keep_id}
                    label={words::REMOVE_NO}
                    on_click={on_close.reform(|_| ())}
                />
                <Button label={words::REMOVE_YES} on_click={remove} />
            </p>
        </div>
    }
}
