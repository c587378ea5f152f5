//! The screens about one plan, beside each other.

use yew::prelude::*;

use crate::text::plan as words;
use app::{Model, Screen};
use planner::compare;

/// The way from one of them to the others. Where there is no choice between paths there is nothing to compare.
pub fn plan_nav(model: &Model) -> Html {
    let link = |screen: Screen, words: &'static str| {
        let current = (model.screen == screen).then_some("page");
        html! { <li><a href={screen.hash()} aria-current={current}>{ words }</a></li> }
    };
    html! {
        <nav class="plan-nav" aria-label={words::NAVIGATION}>
            <ul>
                { link(Screen::Plan, words::NAV_DATES) }
                { link(Screen::Progress, words::NAV_PROGRESS) }
                { link(Screen::FinishBy, words::NAV_FINISH_BY) }
                if compare::choice(&model.roadmap, &model.route()).is_some() {
                    { link(Screen::Compare, words::NAV_COMPARE) }
                }
                { link(Screen::Break, words::NAV_BREAK) }
            </ul>
        </nav>
    }
}
