//! Everything around a screen: skip link, header with navigation, status line, bars, notices, and footer.

use std::rc::Rc;

use yew::prelude::*;

use super::bar::Bar;
use super::button::MsgButton;
use super::status::{bars, status_line};
use crate::text::{frame as words, moved as moved_words};
use app::{
    Cause, Change, HistoryMsg, Model, Msg, NavigationMsg, Notice, OwnRoadmap, ProgressMsg, RoadmapMsg,
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
                    <a class="brand" href={Screen::Home.hash()}>{ logo() }{ words::NAME }</a>
                    { navigation(model) }
                </div>
            </header>
            <main id="content" tabindex="-1">
                { status_line(model, send) }
                { bars(model, send) }
                <div class="live" role="status">{ notice_bar(model) }</div>
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

fn navigation(model: &Model) -> Html {
    let has_plan = model.open_question().is_none();
    let link = |screen: Screen, label: &'static str| {
        let current = current(model.screen(), &screen);
        html! { <li><a href={screen.hash()} aria-current={current}>{ label }</a></li> }
    };
    html! {
        <nav aria-label={words::MAIN_NAVIGATION}>
            <ul>
                if has_plan {
                    { link(Screen::Plan, words::PLAN) }
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

/// Value of `aria-current` for a link. The link to the plan is also marked on the plan's other screens.
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
    let Notice::Moved(moved) = notice else { return Html::default() };
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

fn revert(notice: &Notice, model: &Model) -> Option<(&'static str, Msg)> {
    let last_change = model.history().past().last().map(|state| state.change);
    match (notice, last_change) {
        (Notice::StartedOver, Some(Change::StartedOver))
        | (Notice::PlanOpened, Some(Change::PlanOpened))
        | (Notice::BroughtBack, Some(Change::BroughtBack)) => {
            Some((words::UNDO, Msg::History(HistoryMsg::Undone)))
        }
        (Notice::RoadmapRemoved(id), _) => model.library().find(id).map(restore),
        (Notice::RoadmapChanged(before), _) => Some(restore(before)),
        (Notice::BothKept, Some(Change::OtherWindow)) => {
            Some((words::THIS_WINDOW, Msg::History(HistoryMsg::Undone)))
        }
        (Notice::Moved(_), Some(_)) => Some((words::UNDO, Msg::History(HistoryMsg::Undone))),
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
