//! The way back from a screen about the plan.

use yew::prelude::*;

use crate::text::plan as words;
use app::Screen;

#[component]
pub fn BackToPlan() -> Html {
    html! { <a class="back" href={Screen::Plan.hash()}>{ words::NAV_DATES }</a> }
}
