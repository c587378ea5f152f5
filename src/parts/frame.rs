//! What stands around every screen.

use std::rc::Rc;

use yew::prelude::*;

use super::status::{bars, status_line};
use crate::text::frame as words;
use app::{Change, Model, Msg, Notice, OwnRoadmap, RoadmapTask, Screen};
use browser::page;

/// A screen with what stands around it.
pub fn frame(model: &Rc<Model>, send: &Callback<Msg>, screen: Html) -> Html {
    let skip = Callback::from(|event: MouseEvent| {
        // What stands behind the `#` names a screen, so the focus is moved without going anywhere.
        event.prevent_default();
        page::focus("content");
    });
    html! {
        <>
            <a class="skip" href="#content" onclick={skip}>{ words::SKIP }</a>
            <header class="site">
                <div class="site-inner">
                    <a class="brand" href={Screen::Home.hash()}>{ waymark() }{ words::NAME }</a>
                    { navigation(model) }
                </div>
            </header>
            <main id="content" tabindex="-1">
                { status_line(model, send) }
                { bars(model, send) }
                <div class="live" role="status">{ notice(model, send) }</div>
                { screen }
            </main>
            <footer class="site">
                <div class="site-inner">
                    <p>{ words::PRIVACY }</p>
                </div>
            </footer>
        </>
    }
}

/// The sign of the product: a pole with two pointers.
fn waymark() -> Html {
    html! {
        <svg class="waymark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
            <path class="waymark-pole" d="M11 2h2v20h-2z" />
            <path class="waymark-on" d="M5 4h12l4 3-4 3H5z" />
            <path class="waymark-back" d="M19 12H8l-4 3 4 3h11z" />
        </svg>
    }
}

fn navigation(model: &Model) -> Html {
    let has_plan = model.open_question().is_none();
    let link = |screen: Screen, words: &'static str| {
        let current = (model.screen == screen).then_some("page");
        html! { <li><a href={screen.hash()} aria-current={current}>{ words }</a></li> }
    };
    html! {
        <nav aria-label={words::MAIN_NAVIGATION}>
            <ul>
                if has_plan {
                    { plan_link(model) }
                    { link(Screen::Check, words::ANSWERS) }
                }
                { link(Screen::Map, words::MAP) }
                { link(Screen::Guide, words::GUIDE) }
                { link(Screen::Roadmaps, words::ROADMAPS) }
                { link(Screen::Keep, words::KEEP) }
            </ul>
        </nav>
    }
}

/// The way to the plan, marked as current also on the screens beside its dates.
fn plan_link(model: &Model) -> Html {
    let current = match model.screen {
        Screen::Plan => Some("page"),
        Screen::Progress | Screen::FinishBy | Screen::Compare | Screen::Break => Some("true"),
        _ => None,
    };
    html! { <li><a href={Screen::Plan.hash()} aria-current={current}>{ words::PLAN }</a></li> }
}

/// The way to have a roadmap back as it was.
fn bring_back(send: &Callback<Msg>, own: Option<&OwnRoadmap>) -> Html {
    let Some(own) = own else { return Html::default() };
    let own = OwnRoadmap { is_removed: false, ..own.clone() };
    let msg = Msg::RoadmapAsked(Rc::new(RoadmapTask::Keep { own, and_use: false, plan: None }));
    let onclick = send.reform(move |_: MouseEvent| msg.clone());
    html! { <button type="button" class="button-quiet" {onclick}>{ words::UNDO }</button> }
}

/// What there is to say, and how to take it back where that is what it is about.
fn notice(model: &Model, send: &Callback<Msg>) -> Html {
    let Some(notice) = &model.notice else { return Html::default() };
    let button = |label: &'static str, msg: fn() -> Msg| {
        let onclick = send.reform(move |_| msg());
        html! { <button type="button" class="button-quiet" {onclick}>{ label }</button> }
    };
    let refused = matches!(notice, Notice::FileRefused(_));
    let last_change = model.history.past().last().map(|state| state.change);
    html! {
        <div class={classes!("bar", refused.then_some("bar-trouble"))}>
            <p>{ words::notice(notice) }</p>
            <div class="bar-actions">
                { match (notice, last_change) {
                    (Notice::StartedOver, Some(Change::StartedOver))
                    | (Notice::PlanOpened, Some(Change::PlanOpened))
                    | (Notice::BroughtBack, Some(Change::BroughtBack)) => button(words::UNDO, || Msg::Undone),
                    (Notice::RoadmapRemoved(id), _) => bring_back(send, model.library.find(id)),
                    (Notice::RoadmapChanged(before), _) => bring_back(send, Some(before)),
                    (Notice::BothKept, Some(Change::OtherWindow)) => button(words::THIS_WINDOW, || Msg::Undone),
                    (Notice::Undone(_), _) if !model.history.undone().is_empty() => {
                        button(words::REDO, || Msg::Redone)
                    }
                    _ => Html::default(),
                } }
                { button(words::DISMISS, || Msg::NoticeDismissed) }
            </div>
        </div>
    }
}
