//! Everything around a screen: skip link, places, menu, undo and redo, bars, notices, and footer.

use std::rc::Rc;

use yew::prelude::*;

use super::bar::Bar;
use super::button::MsgButton;
use super::icon::Icon;
use super::status::{bars, saved, undo_and_redo};
use crate::focus::MENU;
use crate::text::{frame as words, moved as moved_words};
use app::{
    Cause, Change, HistoryMsg, Model, Moved, Msg, NavigationMsg, Notice, OwnRoadmap, ProgressMsg, RoadmapMsg,
    RoadmapTask, Screen,
};
use browser::page;
use planner::Item;
use roadmap::TopicId;

/// A screen with everything around it.
pub fn frame(model: &Rc<Model>, send: &Callback<Msg>, screen: Html) -> Html {
    let skip = |event: MouseEvent| {
        // The URL fragment names a screen, so the focus moves without navigation.
        event.prevent_default();
        page::focus("content");
    };
    html! {
        <>
            <a class="skip" href="#content" onclick={skip}>{ words::SKIP }</a>
            <header class="site">
                <div class="site-inner">
                    <a class="brand" href={Screen::Home.hash()}>{ logo() }<span>{ words::NAME }</span></a>
                    { places(model) }
                    { undo_and_redo(model, send) }
                    { menu(model) }
                </div>
            </header>
            <main id="content" tabindex="-1">
                { bars(model, send) }
                { screen }
            </main>
            <div class="live" role="status">{ notice_bar(model) }</div>
            <footer class="site">
                <div class="site-inner">
                    { saved(model) }
                    <p>{ words::PRIVACY }</p>
                </div>
            </footer>
        </>
    }
}

/// A pole with two pointers.
fn logo() -> Html {
    html! {
        <svg class="waymark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
            <path class="waymark-pole" d="M11 2h2v20h-2z" />
            <path class="waymark-on" d="M5 4h12l4 3-4 3H5z" />
            <path class="waymark-back" d="M19 12H8l-4 3 4 3h11z" />
        </svg>
    }
}

/// The places that everybody returns to. Without a plan there is nothing to do today.
fn places(model: &Model) -> Html {
    let has_plan = model.open_question().is_none();
    let link = |screen: Screen, icon: Icon, label: &'static str| {
        let current = current(model.screen(), &screen);
        html! { <li><a href={screen.hash()} aria-current={current}>{ icon.view() }{ label }</a></li> }
    };
    html! {
        <nav class={classes!("places", has_plan.then_some("places-of-plan"))} aria-label={words::MAIN_NAVIGATION}>
            <ul>
                if has_plan {
                    { link(Screen::Today, Icon::Today, words::TODAY) }
                    { link(Screen::Plan, Icon::Plan, words::PLAN) }
                }
                { link(Screen::Map, Icon::Map, words::MAP) }
                { link(Screen::Guide, Icon::Guide, words::GUIDE) }
            </ul>
        </nav>
    }
}

/// What is needed now and then. It is closed whenever another screen opens.
fn menu(model: &Model) -> Html {
    // The link may lead to the screen that is open.
    let close = Callback::from(|_: MouseEvent| page::fold(MENU));
    let link = |screen: Screen, icon: Icon, label: &'static str, about: AttrValue| {
        let current = (*model.screen() == screen).then_some("page");
        let id = format!("menu-{}", screen.hash().trim_start_matches("#/"));
        html! {
            <li>
                <a href={screen.hash()} aria-current={current} aria-describedby={id.clone()} onclick={close.clone()}>
                    { icon.view() }
                    { label }
                </a>
                <span class="quiet" {id}>{ about }</span>
            </li>
        }
    };
    html! {
        <details class="menu" id={MENU} key={model.screen().hash()}>
            <summary>{ Icon::Menu.view() }<span class="menu-word">{ words::MENU }</span></summary>
            <nav aria-label={words::MENU}>
                <ul>
                    if model.open_question().is_none() {
                        { link(Screen::Check, Icon::Answers, words::ANSWERS, words::ANSWERS_ABOUT.into()) }
                    }
                    { link(
                        Screen::Roadmaps,
                        Icon::Roadmaps,
                        words::ROADMAPS,
                        model.roadmap().about().title.clone().into(),
                    ) }
                    { link(Screen::Keep, Icon::Backup, words::KEEP, words::last_backup(model).into()) }
                </ul>
            </nav>
        </details>
    }
}

/// Value of `aria-current` for a link. A place is also marked on the screens that belong to it.
fn current(open: &Screen, link: &Screen) -> Option<&'static str> {
    let is_about_plan = matches!(open, Screen::Progress | Screen::FinishBy | Screen::Compare | Screen::Break);
    match link {
        link if open == link => Some("page"),
        Screen::Plan if is_about_plan => Some("true"),
        _ => None,
    }
}
/// The current notice, with a button that reverts what it reports, if there is a way.
fn notice_bar(model: &Model) -> Html {
    let Some(notice) = model.notice() else { return Html::default() };
    html! {
        <Bar message={words::notice(notice, model)} is_trouble={matches!(notice, Notice::FileRefused(_))}>
            if let Some((label, msg)) = revert(notice, model) {
                <MsgButton {label} {msg} />
            }
            { knew_it(notice, model) }
            <MsgButton label={words::DISMISS} msg={Msg::Navigation(NavigationMsg::NoticeDismissed)} />
        </Bar>
    }
}

/// What was finished in less time than there was may have been known before: a question with its button.
fn knew_it(notice: &Notice, model: &Model) -> Html {
    let Some(moved) = moved(notice) else { return Html::default() };
    let Ok(outlook) = model.outlook() else { return Html::default() };
    let was_known = |item: &Item| {
        outlook.forecast.remaining.finished.iter().any(|one| one.item == *item && one.was_known)
    };
    let finished = moved.parts.iter().filter_map(|(cause, _)| match cause {
        Cause::Finished(items) => Some(items),
        _ => None,
    });
    let topics = finished.flatten().filter(|item| was_known(item)).filter_map(|item| match item {
        Item::Topic(topic) => Some(topic.clone()),
        Item::Project(_) => None,
    });
    let topics: Vec<TopicId> = topics.collect();
    if topics.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <span class="bar-question">{ moved_words::DID_YOU_KNOW }</span>
            <MsgButton label={moved_words::KNEW_IT} msg={Msg::Progress(ProgressMsg::KnewBefore(topics))} />
        </>
    }
}

/// How the finish moved by what is reported.
fn moved(notice: &Notice) -> Option<&Moved> {
    match notice {
        Notice::Moved(moved) => Some(moved),
        Notice::Logged(logged) => logged.moved.as_ref(),
        _ => None,
    }
}

fn revert(notice: &Notice, model: &Model) -> Option<(&'static str, Msg)> {
    let last_change = model.history().past().last().map(|state| state.change);
    match (notice, last_change) {
        (Notice::StartedOver, Some(Change::StartedOver))
        | (Notice::PlanOpened, Some(Change::PlanOpened))
        | (Notice::BroughtBack, Some(Change::BroughtBack)) => {
            Some((words::UNDO, Msg::History(HistoryMsg::Undone)))
        }
        (Notice::RoadmapRemoved(id), _) => model.library().find(id).map(restore),
        (Notice::RoadmapChanged(change), Some(Change::Roadmap))
            if model.roadmap().about().id == *change.before.id() =>
        {
            Some((words::UNDO, Msg::History(HistoryMsg::Undone)))
        }
        (Notice::RoadmapChanged(change), _) => Some(restore(&change.before)),
        (Notice::BothKept, Some(Change::OtherWindow)) => {
            Some((words::THIS_WINDOW, Msg::History(HistoryMsg::Undone)))
        }
        (Notice::Moved(_) | Notice::Logged(_), Some(_)) => {
            Some((words::UNDO, Msg::History(HistoryMsg::Undone)))
        }
        (Notice::Undone(_), _) if !model.history().undone().is_empty() => {
            Some((words::REDO, Msg::History(HistoryMsg::Redone)))
        }
        _ => None,
    }
}

/// Puts a roadmap back as it was.
fn restore(own: &OwnRoadmap) -> (&'static str, Msg) {
    let own = OwnRoadmap { is_removed: false, ..own.clone() };
    (
        words::UNDO,
        Msg::Roadmap(RoadmapMsg::Asked(Rc::new(RoadmapTask::Save { own, and_use: false, plan: None }))),
    )
}
