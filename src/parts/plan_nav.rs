//! Navigation between the screens about the plan.

use yew::prelude::*;

use crate::context::use_model;
use crate::text::plan as words;
use app::Screen;
use planner::compare;

/// Links to the screens. The comparison is left out where the route has no choice between paths.
#[component]
pub fn PlanNav() -> Html {
    let model = use_model();
    let link = |screen: Screen, label: &'static str| {
        let current = (*model.screen() == screen).then_some("page");
        html! { <li><a href={screen.hash()} aria-current={current}>{ label }</a></li> }
    };
    html! {
        <nav class="plan-nav" aria-label={words::NAVIGATION}>
            <ul>
                { link(Screen::Plan, words::NAV_DATES) }
                { link(Screen::Progress, words::NAV_PROGRESS) }
                { link(Screen::FinishBy, words::NAV_FINISH_BY) }
                if compare::choice(model.roadmap(), &model.route()).is_some() {
                    { link(Screen::Compare, words::NAV_COMPARE) }
                }
                { link(Screen::Break, words::NAV_BREAK) }
            </ul>
        </nav>
    }
}
