//! Everything about the plan that is not needed every day.

use std::rc::Rc;

use yew::prelude::*;

use super::table;
use crate::download::download_plan;
use crate::parts::{Button, ButtonKind, Icon};
use crate::text::plan as words;
use app::{Model, Msg, Outlook, Screen};
use browser::page;
use planner::compare;

/// Links and actions. The comparison is left out where the route has no choice between paths.
pub fn view(model: &Rc<Model>, send: &Callback<Msg>, outlook: &Rc<Outlook>) -> Html {
    let link = |screen: Screen, icon: Icon, label: &'static str| {
        html! { <li><a href={screen.hash()}>{ icon.view() }{ label }</a></li> }
    };
    let can_compare = compare::choice(model.roadmap(), &model.route()).is_some();
    html! {
        <section class="more-about" aria-labelledby="more">
            <h2 id="more">{ words::NAVIGATION }</h2>
            <ul class="links">
                { link(Screen::Progress, Icon::Chart, words::NAV_PROGRESS) }
                { link(Screen::FinishBy, Icon::Flag, words::NAV_FINISH_BY) }
                if can_compare {
                    { link(Screen::Compare, Icon::Compare, words::NAV_COMPARE) }
                }
                { link(Screen::Break, Icon::Undo, words::NAV_BREAK) }
                { link(Screen::Check, Icon::Answers, words::CHANGE_ANSWERS) }
                <li>
                    <Button
                        kind={ButtonKind::Link}
                        icon={Icon::Backup}
                        label={words::EXPORT}
                        on_click={download_plan(model, send)}
                    />
                </li>
                <li>
                    <Button
                        kind={ButtonKind::Link}
                        icon={Icon::Print}
                        label={words::PRINT}
                        on_click={|_| page::print()}
                    />
                </li>
            </ul>
            { table::view(model, outlook) }
        </section>
    }
}
